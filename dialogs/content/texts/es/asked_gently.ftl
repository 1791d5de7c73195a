# Lo que se pregunta después de palabras sobre consumo, ganas o medicinas.

asked_gently-help =
    Gracias por decirlo. No es fácil escribirlo. ¿Te ayudaría hablar ahora con alguien de tu equipo?
    .short = Hablar con alguien
    .no = No, ahora no
    .talk = Hablar con alguien
