# La primera conversación: nueve partes cortas. Sin diagnóstico, y nada es obligatorio.

unit-years =
    { $n ->
        [one] { $n } año
       *[other] { $n } años
    }

intake-hello =
    Me gustaría conocerte, en nueve partes cortas. Cada una dura unos dos minutos, y podemos parar después de cualquiera.

    Puedes saltar cada pregunta. Lo que digas ayuda a hacer un primer plan, entre tú y tu consejero o consejera.
intake-reason = ¿Qué te trae aquí, con tus propias palabras?
    .short = Qué me trae aquí
intake-whose_idea = ¿De quién fue la idea, sobre todo?
    .short = De quién fue la idea
    .mine = Mía
    .family = De mi familia
    .doctor = De un médico
    .work = De mi trabajo
    .court = De un juzgado
    .other = Otra cosa

## Entre dos partes
intake-go_2 = La parte 1 está lista. La próxima trata de lo que bebes o consumes. ¿Seguimos ahora, o mañana?
    .short = Parte 2
    .now = Seguir ahora
    .tomorrow = Mañana
    .leave_out = Dejar esa parte
intake-go_3 = Gracias, la parte 2 está lista. La próxima trata de ayuda que ya tuviste. ¿Seguimos ahora, o mañana?
    .short = Parte 3
    .now = Seguir ahora
    .tomorrow = Mañana
    .leave_out = Dejar esa parte
intake-go_4 = La parte 3 está lista. La próxima trata de tu cuerpo y tus medicinas. ¿Seguimos ahora, o mañana?
    .short = Parte 4
    .now = Seguir ahora
    .tomorrow = Mañana
    .leave_out = Dejar esa parte
intake-go_5 = La parte 4 está lista. La próxima trata del ánimo, el sueño y lo que te pesa. ¿Seguimos ahora, o mañana?
    .short = Parte 5
    .now = Seguir ahora
    .tomorrow = Mañana
    .leave_out = Dejar esa parte
intake-go_6 = Ya va más de la mitad, gracias. La próxima trata de tu casa y tu gente. ¿Seguimos ahora, o mañana?
    .short = Parte 6
    .now = Seguir ahora
    .tomorrow = Mañana
    .leave_out = Dejar esa parte
intake-go_7 = La parte 6 está lista. La próxima trata de trabajo y dinero. ¿Seguimos ahora, o mañana?
    .short = Parte 7
    .now = Seguir ahora
    .tomorrow = Mañana
    .leave_out = Dejar esa parte
intake-go_8 = La parte 7 está lista. La próxima trata de lo fuerte que hay en ti. ¿Seguimos ahora, o mañana?
    .short = Parte 8
    .now = Seguir ahora
    .tomorrow = Mañana
    .leave_out = Dejar esa parte
intake-go_9 = Queda una parte: lo que quieres. ¿Seguimos ahora, o mañana?
    .short = Parte 9
    .now = Seguir ahora
    .tomorrow = Mañana
    .leave_out = Dejar esa parte

## Parte 2: consumo
intake-substances = ¿Qué bebes o consumes, o hasta hace poco? Marca todo lo que sea cierto.
    .short = Bebida o consumo
    .alcohol = Alcohol
    .opioids = Heroína, fentanilo, opioides
    .stimulants = Cocaína, speed, cristal
    .cannabis = Marihuana
    .calming = Pastillas para calmar o dormir
    .nicotine = Nicotina
    .other = Otra cosa
intake-years = ¿Durante cuántos años, más o menos?
    .short = Durante
intake-pattern = ¿Cómo fue en los últimos meses?
    .short = Con qué frecuencia
    .daily = Todos los días
    .most_days = Casi todos los días
    .weekends = Los fines de semana
    .on_and_off = De vez en cuando
    .stopped = Lo había dejado
intake-last_use = ¿Cuándo fue la última vez?
    .short = Última vez
    .today = Hoy
    .this_week = En la última semana
    .this_month = En el último mes
    .longer = Hace más tiempo
intake-stopping = Cuando lo dejaste antes, ¿cómo lo tomó tu cuerpo?
    .short = Al dejarlo
    .easy = Estuvo bien
    .shaky = Un poco de temblor
    .strong = Fue duro
    .fits = Convulsiones, o ver cosas
    .not_tried = Todavía no lo he dejado
intake-not_alone = Gracias, eso importa. Por favor, no lo dejes de golpe por tu cuenta. Un médico o tu equipo puede hacerlo seguro.

## Parte 3: ayuda de antes
intake-treatment = ¿Qué has probado hasta ahora? Marca todo lo que sea cierto, o toca Listo.
    .short = Ya probé
    .detox = Desintoxicación
    .stay = Estancia en tratamiento
    .day_care = Tratamiento de día
    .talks = Charlas, a solas
    .groups = Grupos
    .medicine = Medicina
intake-what_helped = ¿Qué ayudó, aunque fuera poco? ¿Y qué no?
    .short = Qué ayudó

## Parte 4: cuerpo
intake-health = ¿Hay algo de tu salud que debamos saber? El dolor también cuenta.
    .short = Salud
intake-medicines = ¿Qué medicinas tomas?
    .short = Medicinas

## Parte 5: mente
intake-mood = ¿Cómo estuvo tu ánimo en las últimas dos semanas?
    .short = Ánimo
    .low = muy bajo
    .high = muy bueno
intake-sleep = ¿Y cómo dormiste?
    .short = Sueño
    .low = muy mal
    .high = muy bien
intake-dark_thoughts = Los tiempos duros pueden traer ideas de no querer vivir. ¿Hubo ideas así en las últimas dos semanas?
    .short = Ideas oscuras
    .no = No
    .sometimes = Sí, a veces
    .now = Sí, también ahora
intake-safe_now =
    Gracias por confiarme eso. ¿Estás a salvo ahora mismo?

    Si respondes "no" o "no sé", se avisa a alguien de tu equipo. También si saltas la pregunta o callas 10 minutos.
    .short = A salvo ahora
    .yes = Sí, estoy a salvo
    .no = No
    .not_sure = No sé
intake-stay_near = Me alegra que lo estés. Tu consejero o consejera lo sabrá, para que no lo lleves a solas. Si pesa más, /sos muestra gente que responde.
intake-care = Gracias por contármelo. No tienes que pasar por esto a solas: /sos muestra a quién llamar ahora. Las otras preguntas pueden esperar.
intake-conditions = ¿Algún médico le puso nombre a lo que sientes, como depresión o estrés postraumático? Solo lo que tú sepas.
    .short = Lo que dijo un médico
intake-hard_past = Muchas personas cargan algo duro de antes. ¿Quieres que tu consejero o consejera te pregunte por eso, cara a cara?
    .short = Hablar de antes
    .yes = Sí
    .later = Más adelante, quizá
    .no = No

## Parte 6: casa y gente
intake-home = ¿Con quién vives?
    .short = Casa
    .alone = A solas
    .partner = Con mi pareja
    .family = Con familia
    .friends = Con amigos
    .sober_home = En una casa sobria
    .no_fixed_place = Sin lugar fijo
intake-home_safe = ¿Te sientes a salvo donde vives?
    .short = A salvo en casa
    .yes = Sí
    .mostly = Casi siempre
    .no = No
intake-safe_home =
    Gracias por decirlo. ¿Hoy, ahora mismo, estás a salvo de daño? Esta respuesta solo llega a tus consejeros. No a la familia, no al padrino.

    Si respondes "no" o "no sé", se avisa ya a uno de ellos. También si saltas la pregunta o callas 10 minutos.
    .short = A salvo hoy
    .yes = Sí
    .no = No
    .not_sure = No sé
intake-care_home = Gracias por contármelo. No es tu culpa. Si hay peligro ahora, llama a emergencias: /sos tiene el número. Las otras preguntas pueden esperar.
intake-people = ¿Quién está de tu lado? Con uno o dos nombres basta.
    .short = De mi lado

## Parte 7: trabajo y dinero
intake-work = ¿Cómo son tus días?
    .short = Días
    .work = Trabajo
    .study = Estudio
    .looking = Busco trabajo
    .at_home = Cuido a mi familia
    .not_able = Ahora no puedo trabajar
    .retired = Tengo pensión
intake-money = ¿Y el dinero?
    .short = Dinero
    .fine = Alcanza
    .tight = Alcanza justo
    .debts = Tengo deudas
intake-legal = ¿Tienes algo abierto con la ley, como una cita en el juzgado?
    .short = La ley
    .no = No
    .open_matter = Sí, hay algo abierto
    .date_soon = Sí, con fecha cercana

## Parte 8: fuerzas
intake-strengths = ¿Qué es fuerte en ti? Marca todo lo que sea cierto. Pregunta a un amigo si no ves nada.
    .short = Mis fuerzas
    .humour = Sé reír
    .patience = Sé esperar
    .hands = Tengo buenas manos
    .caring = Cuido a otros
    .learning = Me gusta aprender
    .faith = Fe o sentido
    .courage = Valor
    .stubborn = No me rindo
intake-got_through = ¿Cuándo saliste de algo difícil? ¿Qué te ayudó entonces?
    .short = Salí adelante

## Parte 9: lo que quiero
intake-want = ¿Qué te gustaría que fuera distinto en tres meses?
    .short = Lo que quiero
intake-first_area = ¿Por dónde te gustaría empezar?
    .short = Empezar por
    .use = Beber o consumir
    .health = Salud
    .mind = Ánimo y mente
    .family = Familia y amor
    .people = Amigos
    .work = Trabajo o estudio
    .money = Dinero
    .home = Un hogar
    .body = Comer, moverse, dormir
    .meaning = Lo que me importa
intake-ready = ¿Qué tan a punto estás para un primer paso pequeño?
    .short = A punto
    .low = todavía no
    .high = ahora mismo

intake-so_far = Por hoy es bastante. Mañana pregunto otra vez, o sigues cuando quieras. Esto es lo que me contaste:
    .done = Todo bien
intake-complete = Eso fue todo. Gracias: es mucho para contar. De ahí hacen un primer plan, tú y tu consejero o consejera, y tú tienes la última palabra.
intake-recap = Esto es lo que me contaste:
    .done = Todo bien
