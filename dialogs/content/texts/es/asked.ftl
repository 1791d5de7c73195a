# Lo que se pregunta después de palabras que pueden significar peligro.

asked-danger =
    Por lo que escribes te pregunto sin rodeos. ¿Piensas en quitarte la vida, o estás en peligro tú o alguien contigo?

    "No" cierra esto. Con otra respuesta, o con 10 minutos de silencio, se avisa a alguien de tu equipo.
    .short = En peligro
    .no = No
    .thoughts = Sí, pensamientos
    .danger = Sí, en peligro ahora
    .talk = Hablar con alguien
asked-said_no = Gracias por contestar. Te pregunto sin rodeos porque me importas. Para un momento difícil está /now, y en /sos hay personas enseguida.
