# Lo que leen familiares y padrinos. El aviso es neutro; la noticia viene después de un toque.

family-notice = Aquí hay algo para ti.
    .open = Abrir
family-milestone = { $client } quiere que sepas: { $milestone }
    { $client } elige qué te llega y cuándo.
family-silence = Algunas preguntas a { $client } quedaron sin respuesta. Es todo lo que sé, y no dice por qué. { $client } eligió que te lo diga.
family-gone = Ahora no hay nada nuevo aquí. Cuando lo haya, te escribo.

# Después de palabras que alarman.
family-crisis_told = Gracias. Ahora mismo aviso al equipo de { $client }. Si hay peligro en este minuto, llama al número de emergencias de arriba. Quédate si es seguro para ti.
family-crisis_nobody = No encontré a nadie del equipo de { $client } a quien avisar. No me esperes, por favor: llama a los números de arriba.
family-crisis_me = Gracias por contármelo. No avisé a nadie de esto. Tú también importas: llama a uno de los números de arriba, o a alguien de confianza. /sos los muestra otra vez.
family-heavy = Parece mucho peso. Soy un programa, y nadie lee este chat. /sos muestra gente y números que responden, también para ti.

# Debajo de lo que se cuenta: no va más lejos.
family-yours_alone = Es solo para ti. Por favor, no lo cuentes a nadie.
# needs-review: el aviso de 42 CFR 2.32, donde rige la ley de Estados Unidos
family-law = La norma 42 CFR parte 2 prohíbe usar o divulgar estos datos sin autorización.

# Una vez por semana
family-week = Una semana de { $client }, en lo que comparte contigo:
family-week_end = { $client } elige qué aparece aquí. Lo que falta no significa nada.
family-week_milestones = Buenas noticias: { $milestone }
family-week_presence = Respondió { $days ->
    [one] un día
   *[other] { $days } días
}
family-week_goal_yes_no = «{ $title }»: hecho { $done ->
    [one] un día
   *[other] { $done } días
}
family-week_goal_count_week = «{ $title }»: { $done ->
    [one] una vez
   *[other] { $done } veces
}
family-week_goal_number = «{ $title }»: { $done } hasta ahora
family-week_mood = Ánimo: cerca de { $about } de 10
family-week_cravings = Ganas: cerca de { $about } de 10
family-week_use = Días sin consumo: { $days }
family-week_medication = Medicina tomada { $days ->
    [one] un día
   *[other] { $days } días
}
family-week_plan = Lo que ayuda en un momento difícil: { $skills }

# Lo que puede hacer quien apoya
family-you_support = Apoyas a { $client }.
family-do_look = Novedades de { $client }
family-do_cheer = Mandar una palabra amable
family-do_call = Preguntar si puedo llamar
family-do_more = Pedir saber más
family-do_cheer_for = Mandar una palabra amable · { $client }
family-do_call_for = Preguntar si puedo llamar · { $client }
family-do_more_for = Pedir saber más · { $client }
family-do_learn = Leer una parte corta
family-cheer = ¿Qué quieres que lea { $client }? Va en tu nombre.
family-cheer_1 = Pienso en ti.
family-cheer_2 = Me das mucho orgullo.
family-cheer_3 = Un día a la vez. Aquí estoy.
family-cheer_4 = ¿Damos un paseo esta semana?
family-cheered = Gracias. Las palabras amables llegan donde son bienvenidas, y nunca de noche.
family-cheer_enough = Ya van tres por hoy. Mañana será otro día.
family-call_asked = Pregunté a { $client }. Te digo si una llamada viene bien.
family-call_enough = Hoy ya se preguntó dos veces. Mañana será otro día.
family-call_yes = { $client } dice: sí, llama, por favor.
family-call_no = { $client } dice: ahora no. Eso no dice nada de ti.
family-call_me = A { $client } le gustaría que le llames, cuando puedas.
    .now = Llamo ahora
    .later = Hoy más tarde
    .cannot = Hoy no puedo
family-call_thanks = Gracias. Se lo digo a { $client }.
family-asked_more = Gracias por preguntar. { $client } decide qué comparte. Si hay algo para ti, te escribo.

# Las partes cortas
family-lesson = Aquí hay una lectura corta para ti: parte { $part } de 10.
    .open = Leerla
    .stop = No quiero más
family-lessons_stopped = Ya no llegan más. /learn muestra la siguiente cuando quieras.
