# Lo que se pregunta después de palabras sobre consumo, ganas o medicinas.

asked_gently-help =
    Gracias por decirlo. No es fácil escribirlo. ¿Te ayudaría hablar ahora con alguien de tu equipo?
    .short = Hablar con alguien
    .no = No, ahora no
    .talk = Hablar con alguien
asked_gently-not_now = Está bien. Gracias por contármelo: no es poca cosa, y un día difícil no borra nada. /now ayuda en este momento. Si hubo consumo, en /coping puedes hablar de ello. En /sos hay personas enseguida.
