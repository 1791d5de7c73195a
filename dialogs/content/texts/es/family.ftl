# Lo que leen familiares y padrinos. El aviso es neutro; la noticia viene después de un toque.

family-notice = Aquí hay algo para ti.
    .open = Abrir
family-milestone = { $client } quiere que sepas: { $milestone }
    Es todo lo que se compartió hoy. { $client } elige qué y cuándo.
family-silence = Algunas preguntas a { $client } quedaron sin respuesta. Es todo lo que sé, y no dice por qué. { $client } eligió que te lo diga.
family-gone = Esto ya no se comparte.

# Después de palabras que alarman.
family-crisis_told = Gracias. Ahora mismo aviso al equipo de { $client }. Si hay peligro en este minuto, llama al número de emergencias de arriba. Quédate si es seguro para ti.
family-crisis_nobody = No encontré a nadie del equipo de { $client } a quien avisar. No me esperes, por favor: llama a los números de arriba.
family-crisis_me = Gracias por contármelo. No avisé a nadie de esto. Tú también importas: llama a uno de los números de arriba, o a alguien de confianza. /sos los muestra otra vez.
family-heavy = Parece mucho peso. Soy un programa, y nadie lee este chat. /sos muestra gente y números que responden, también para ti.
