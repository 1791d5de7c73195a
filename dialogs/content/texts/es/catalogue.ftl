# Metas ya preparadas: un título en la voz de la persona, la pregunta que la mide y un primer paso de diez minutos
# o menos. El paso va dentro de una frase: empieza con minúscula y no lleva punto final.

## Las partes de la vida a las que pertenece una meta
domain-use = Consumo y ganas
domain-health = Salud
domain-mind = Mente y emociones
domain-family = Familia y gente cercana
domain-people = Gente y grupo
domain-work = Trabajo o estudio
domain-money = Dinero
domain-home = Casa y asuntos legales
domain-life_skills = Habilidades de cada día
domain-body = Comida, movimiento, sueño
domain-self_care = Cuidado personal
domain-meaning = Espíritu y sentido

## Los ocho lados del bienestar
wellbeing-emotional = Emociones
wellbeing-physical = Cuerpo
wellbeing-social = Gente
wellbeing-occupational = Trabajo
wellbeing-financial = Dinero
wellbeing-intellectual = Aprender
wellbeing-environmental = Entorno
wellbeing-spiritual = Sentido

## Clases de tratamiento, cada una en una frase
modality-cbt = Terapia cognitivo-conductual (TCC)
    .about = Miras cómo se unen ideas, emociones y actos, y pruebas otros nuevos.
modality-dbt = Terapia dialéctica (DBT)
    .about = Aprendes habilidades para emociones fuertes, momentos duros y charlas con otros.
modality-mi = Charlas de motivación
    .about = Encuentras tus propias razones para un cambio, y nadie te empuja.
modality-mindfulness = Atención plena
    .about = Aprendes a notar lo que hay ahora mismo, y a dejarlo pasar.
modality-movement = Movimiento y yoga
    .about = Te mueves como le va bien a tu cuerpo, y eso también calma la mente.
modality-mat = Medicina como tratamiento
    .about = Un médico te da una medicina que alivia las ganas o la abstinencia.
modality-contingency = Programa de premios
    .about = Tu clínica te da pequeños premios por los pasos que logras.
modality-twelve_step = 12 pasos o SMART
    .about = Te reúnes con otros que van por el mismo camino, en grupos gratuitos.
modality-family = Terapia de familia
    .about = Tú y tu gente cercana hablan, y alguien les ayuda.
modality-peer = Apoyo entre iguales
    .about = Te acompaña alguien que ya pasó por lo mismo.
modality-trauma = Trabajo con el trauma
    .about = Primero te sientes a salvo, y sanas viejas heridas a tu paso, con alguien que sabe.

## Unidades: con un número, y la palabra sola
unit-days =
    { $n ->
        [one] { $n } día
       *[other] { $n } días
    }
    .word = días
unit-times =
    { $n ->
        [one] { $n } vez
       *[other] { $n } veces
    }
    .word = veces
unit-minutes =
    { $n ->
        [one] { $n } minuto
       *[other] { $n } minutos
    }
    .word = minutos
unit-people =
    { $n ->
        [one] { $n } persona
       *[other] { $n } personas
    }
    .word = personas
unit-things =
    { $n ->
        [one] { $n } cosa
       *[other] { $n } cosas
    }
    .word = cosas
unit-questions =
    { $n ->
        [one] { $n } pregunta
       *[other] { $n } preguntas
    }
    .word = preguntas

## A cuánto apunta una meta
aim-days =
    { $target ->
        [one] { $target } día
       *[other] { $target } días
    }
aim-times =
    { $target ->
        [one] { $target } vez
       *[other] { $target } veces
    }
aim-nights =
    { $target ->
        [one] { $target } noche
       *[other] { $target } noches
    }
aim-minutes =
    { $target ->
        [one] { $target } minuto
       *[other] { $target } minutos
    }
aim-things =
    { $target ->
        [one] { $target } cosa
       *[other] { $target } cosas
    }
aim-reasons =
    { $target ->
        [one] { $target } razón mía
       *[other] { $target } razones mías
    }
aim-questions =
    { $target ->
        [one] { $target } pregunta
       *[other] { $target } preguntas
    }
aim-people =
    { $target ->
        [one] { $target } persona
       *[other] { $target } personas
    }
aim-openings =
    { $target ->
        [one] { $target } empleo o curso
       *[other] { $target } empleos o cursos
    }
aim-reminders =
    { $target ->
        [one] { $target } cosa que recuerda el consumo
       *[other] { $target } cosas que recuerdan el consumo
    }
aim-evenings =
    { $target ->
        [one] { $target } noche
       *[other] { $target } noches
    }
aim-week =
    { $target ->
        [1] cada semana
       *[other] { aim-days } a la semana
    }

## Consumo y ganas
catalogue-name_urge = Ponerles un número a mis ganas { aim-days } a la semana
    .question = ¿Les pusiste hoy un número a tus ganas, aunque fuera un cero?
    .step = ponles un número a tus ganas de ahora, de 0 a 10; el cero también vale
catalogue-ride_urge = Pasar las ganas como una ola, { aim-times } a la semana
    .question = ¿Cuántas veces pasaste hoy las ganas como una ola?
    .step = abre /coping y prueba un ejercicio corto, solo para conocerlo
catalogue-list_triggers = Anotar { aim-things } que me provocan ganas
    .question = ¿Cuántas cosas que te provocan ganas llevas anotadas?
    .step = piensa en la última vez que hubo ganas y anota dónde estabas
catalogue-plan_hard_hour = Planear mi hora más difícil { aim-days } a la semana
    .question = ¿Tuviste hoy un plan para tu hora más difícil?
    .step = elige la hora en que más llegan las ganas y anota algo que hacer en ella
catalogue-other_way = Rodear un lugar de riesgo { aim-times } a la semana
    .question = ¿Cuántas veces fuiste hoy por el otro camino?
    .step = imagina un lugar de riesgo y busca un camino que lo rodee
catalogue-no_thanks = Practicar mi “no, gracias” { aim-times } a la semana
    .question = ¿Cuántas veces practicaste hoy tu “no, gracias”?
    .step = di una frase en voz alta, como “Para mí no, gracias”
catalogue-write_reasons = Anotar { aim-reasons } para un cambio
    .question = ¿Cuántas razones tuyas llevas anotadas?
    .step = escribe una línea sobre qué podría ir mejor en tu vida
catalogue-read_reasons = Leer mis razones { aim-days } a la semana
    .question = ¿Leíste hoy tus razones?
    .step = pon tus razones donde las veas, como en las notas del teléfono
catalogue-safe_change = Preguntar a mi equipo cómo cambiar sin riesgo
    .question = ¿Ya preguntaste a tu equipo cómo cambiar tu consumo sin riesgo?
    .step = escribe una pregunta al equipo; por favor, no dejes alcohol ni calmantes de golpe y sin ayuda
catalogue-reward_visit = Ir { aim-week } a mi cita de premios en la clínica
    .question = ¿Fuiste esta semana a tu cita de premios?
    .step = pon tu próxima cita en el teléfono, con una alarma una hora antes

## Salud
catalogue-free_checks = Preguntar qué chequeos médicos son gratis para mí
    .question = ¿Ya preguntaste qué chequeos médicos son gratis para ti?
    .step = escribe una línea a tu equipo: ¿qué chequeos son gratis para mí?
catalogue-health_questions = Anotar { aim-questions } para mi próxima cita médica
    .question = ¿Cuántas preguntas para tu próxima cita médica llevas anotadas?
    .step = anota una cosa de tu cuerpo que te gustaría preguntar
catalogue-take_questions = Llevar mis preguntas a una cita médica
    .question = ¿Ya fuiste a una cita médica con tus preguntas?
    .step = pon el día y el camino en el teléfono, con una alarma el día antes
catalogue-medicine_reminder = Poner un aviso diario para mi medicina
    .question = ¿Ya está puesto tu aviso diario para la medicina?
    .step = pon una alarma en el teléfono a la hora acordada con tu médico
catalogue-medicine_questions = Anotar { aim-questions } sobre mi medicina para mi equipo
    .question = ¿Cuántas preguntas sobre tu medicina llevas anotadas?
    .step = escribe una línea sobre cómo te va con tu medicina, para tu equipo
catalogue-brush_teeth = Lavarme los dientes al acostarme { aim-days } a la semana
    .question = ¿Anoche te lavaste los dientes antes de dormir?
    .step = pon tu cepillo donde lo veas antes de dormir
catalogue-brush_twice = Lavarme los dientes mañana y noche, { aim-days } por semana
    .question = ¿Te lavaste los dientes anoche y también esta mañana?
    .step = elige algo que haces cada mañana y lávate los dientes justo después
catalogue-body_note = Notar cómo está mi cuerpo { aim-days } a la semana
    .question = ¿Te paraste hoy un momento a notar cómo está tu cuerpo?
    .step = siéntate un minuto y nombra un lugar del cuerpo que esté a gusto
catalogue-danger_signs = Saber cuándo llamar a una ambulancia
    .question = ¿Ya puedes nombrar tres señales para llamar a una ambulancia?
    .step = pregunta a tu equipo qué señales de peligro mirar, y anótalas
catalogue-health_folder = Guardar mis papeles de salud en un solo lugar
    .question = ¿Ya están tus papeles de salud en un solo lugar?
    .step = busca un papel sobre tu salud y ponlo en una carpeta

## Mente y emociones
catalogue-name_feeling = Ponerle nombre a lo que siento { aim-days } a la semana
    .question = ¿Le pusiste hoy nombre a algo que sentías?
    .step = termina esta frase: “Ahora mismo siento …”; basta una palabra
catalogue-two_sides =
    Dar a { $target ->
        [one] { $target } idea dura
       *[other] { $target } ideas duras
    } por semana una respuesta amable
    .question = ¿A cuántas ideas duras les diste hoy una respuesta más amable?
    .step = escribe una idea dura y lo que le dirías a un amigo que la tuviera
catalogue-slow_breath = Respirar despacio 3 minutos, { aim-days } a la semana
    .question = ¿Respiraste hoy despacio durante 3 minutos?
    .step = toma aire 5 veces ahora, y suéltalo cada vez un poco más largo
catalogue-quiet_sitting = Sentarme 5 minutos en calma, { aim-days } a la semana
    .question = ¿Te sentaste hoy 5 minutos en calma?
    .step = siéntate, siente los pies en el suelo y quédate un minuto
catalogue-here_and_now = Volver al aquí y ahora { aim-times } a la semana
    .question = ¿Cuántas veces hoy miraste a tu alrededor y volviste al aquí y ahora?
    .step = mira a tu alrededor y nombra 5 cosas que ves; eso es todo
catalogue-calm_card = Hacer una tarjeta con lo que me calma
    .question = ¿Ya está hecha tu tarjeta con lo que te calma?
    .step = anota una cosa que te calme y guárdala donde la halles rápido
catalogue-worry_time = Dar a mis preocupaciones su hora, { aim-days } a la semana
    .question = ¿Tus preocupaciones tuvieron hoy su propia hora?
    .step = elige 10 minutos para ellas, lejos de la hora de dormir; hasta entonces, anótalas
catalogue-small_joy = Hacer algo pequeño que disfruto { aim-days } a la semana
    .question = ¿Hiciste hoy algo pequeño que disfrutas?
    .step = anota 3 cosas que te gustan y no cuestan nada
catalogue-try_skill = Probar una habilidad de /coping { aim-days } a la semana
    .question = ¿Probaste hoy una habilidad de /coping?
    .step = abre /coping y elige la que parezca más fácil
catalogue-skill_when_hard = Usar una habilidad en un mal momento, { aim-times } por semana
    .question = ¿Cuántas veces usaste hoy una habilidad en un mal momento?
    .step = anota qué habilidad probarías primero, y en qué lugar

## Familia y gente cercana
catalogue-say_thanks = Dar las gracias a alguien cercano { aim-days } a la semana
    .question = ¿Le diste hoy las gracias a alguien cercano?
    .step = piensa en algo pequeño que hizo y escríbele “Gracias por eso”
catalogue-listen_well = Escuchar 10 minutos a alguien cercano, { aim-times } por semana
    .question = ¿Cuántas veces escuchaste hoy 10 minutos a alguien cercano?
    .step = haz una pregunta, como “¿Qué tal tu día?”, y solo escucha
catalogue-kind_line = Escribir algo amable a alguien cercano { aim-week }
    .question = ¿Le escribiste esta semana algo amable a alguien cercano?
    .step = elige a alguien que te hace bien y escríbele dos líneas
catalogue-call_close = Llamar o ver a alguien cercano { aim-times } a la semana
    .question = ¿Cuántas veces llamaste o viste hoy a alguien cercano?
    .step = pregunta a alguien que te hace bien cuándo puede hablar
catalogue-shared_meal = Comer con alguien cercano { aim-week }
    .question = ¿Comiste con alguien cercano esta semana?
    .step = pregunta a una persona: “¿Comemos juntos esta semana?”
catalogue-child_time = Dar 10 minutos a mi niño o niña, { aim-times } por semana
    .question = ¿Cuántas veces le diste hoy 10 minutos enteros a tu niño o niña?
    .step = pregúntale qué quiere hacer contigo durante 10 minutos
catalogue-what_helps_me = Decir a alguien cercano qué me ayuda si estoy mal
    .question = ¿Ya le dijiste a alguien cercano qué te ayuda?
    .step = termina esta frase: “Cuando es difícil para mí, me ayuda si tú …”
catalogue-i_feel = Decir “yo siento” en momentos tensos, { aim-times } por semana
    .question = ¿Cuántas veces empezaste hoy con “yo siento” en un momento tenso?
    .step = escribe una línea: “Siento … cuando …, y me gustaría …”
catalogue-pause_word = Acordar una palabra de pausa para las discusiones
    .question = ¿Ya acordaron una palabra de pausa?
    .step = piensa en alguien con quien sientes calma, y en una palabra que diga “pausa”
catalogue-family_talk = Preguntar a mi equipo por una charla con mi familia
    .question = ¿Ya preguntaste a tu equipo por una charla con tu familia?
    .step = anota a quién quisieras tener ahí, y un tema para hablar

## Gente y grupo
catalogue-write_supporter = Escribir a alguien que me apoya { aim-times } a la semana
    .question = ¿Cuántas veces escribiste hoy a alguien que te apoya?
    .step = mándale una línea a una persona: “Solo quería saludarte, ¿qué tal?”
catalogue-talk_supporter = Hablar con mi padrino o alguien del grupo { aim-times } por semana
    .question = ¿Cuántas veces hablaste hoy con tu padrino o alguien del grupo?
    .step = elige un nombre y una hora para la primera charla
catalogue-first_meeting = Ir a una reunión, en persona o por internet
    .question = ¿Ya fuiste a una reunión?
    .step = busca una reunión gratuita que quepa en tu semana; con mirar basta
catalogue-weekly_meeting = Ir a una reunión { aim-week }
    .question = ¿Fuiste a una reunión esta semana?
    .step = pon la próxima reunión en el teléfono, con el camino o el enlace
catalogue-new_hello = Saludar a una persona nueva { aim-week }
    .question = ¿Saludaste a alguien nuevo esta semana?
    .step = piensa en una frase fácil, como “Hola, ¿está libre este lugar?”
catalogue-call_list = Anotar { aim-people } a quienes llamar en un mal día
    .question = ¿Cuántas personas hay en tu lista para un mal día?
    .step = anota un nombre y su número
catalogue-ask_to_call = Preguntar a { aim-people } si puedo llamar en un mal día
    .question = ¿A cuántas personas les preguntaste si puedes llamar en un mal día?
    .step = escribe la línea que mandarías: “¿Puedo llamarte en un mal día?”
catalogue-mute_chat = Silenciar un chat que no va con mi plan
    .question = ¿Ya silenciaste un chat que no va con tu plan?
    .step = mira tus chats y elige uno para silenciar; puedes deshacerlo
catalogue-peer_favour = Hacer algo pequeño por alguien del grupo { aim-week }
    .question = ¿Hiciste esta semana algo pequeño por alguien del grupo?
    .step = pregunta a alguien: “¿Puedo hacer algo pequeño por ti?”
catalogue-speak_in_group = Decir algo en mi grupo { aim-week }
    .question = ¿Dijiste algo en tu grupo esta semana?
    .step = escribe una frase que podrías decir; “Me alegra estar aquí” ya basta

## Trabajo o estudio
catalogue-my_strengths = Anotar { aim-things } que hago bien
    .question = ¿Cuántas cosas que haces bien llevas anotadas?
    .step = pregúntate por qué te da las gracias la gente, y anota una cosa
catalogue-work_page = Escribir una página sobre lo que he hecho hasta hoy
    .question = ¿Ya está tu página sobre lo que has hecho?
    .step = anota un trabajo o tarea que hiciste, y qué aprendiste ahí
catalogue-look_at_openings = Mirar { aim-openings } a la semana
    .question = ¿Cuántos empleos o cursos miraste hoy?
    .step = abre una lista gratuita de empleos o cursos y guarda uno que te guste
catalogue-send_application = Enviar una solicitud { aim-week }
    .question = ¿Enviaste una solicitud esta semana?
    .step = elige una que guardaste y escribe las dos primeras líneas
catalogue-first_task = Empezar { aim-days } a la semana con una tarea clara
    .question = ¿Empezaste hoy el día con una tarea clara?
    .step = anota en una línea la primera tarea de mañana
catalogue-work_break = Hacer una pausa de verdad en el trabajo { aim-days } por semana
    .question = ¿Hiciste hoy una pausa de verdad en tu trabajo?
    .step = pon una alarma para 10 minutos de pausa, lejos del trabajo
catalogue-learn_a_little = Aprender algo nuevo { aim-minutes } a la semana
    .question = ¿Cuántos minutos dedicaste hoy a aprender algo?
    .step = elige una lección gratuita o un libro a mano y haz los primeros 5 minutos
catalogue-learn_more = Aprender algo nuevo { aim-minutes } a la semana
    .question = ¿Cuántos minutos dedicaste hoy a aprender?
    .step = elige dos horas fijas para aprender y ponlas en el teléfono
catalogue-after_work = Planear la hora tras el trabajo o clase, { aim-days } por semana
    .question = ¿Tuviste hoy un plan para la hora tras el trabajo o la clase?
    .step = elige algo tranquilo para esa hora, como un paseo o una llamada
catalogue-find_job_help = Saber quién ayuda gratis con trabajo o estudio
    .question = ¿Ya sabes quién ayuda gratis con trabajo o estudio?
    .step = busca “orientación laboral gratis” y tu ciudad, o pregunta a tu equipo

## Dinero
catalogue-note_spending = Anotar lo que gasto { aim-days } a la semana
    .question = ¿Anotaste hoy lo que gastaste, aunque fuera cero?
    .step = anota lo último que pagaste, y cuánto fue
catalogue-look_at_spending = Mirar mis gastos 10 minutos { aim-week }
    .question = ¿Miraste esta semana lo que gastaste?
    .step = elige un gasto que te alegra, y márcalo
catalogue-week_money = Hacer un pequeño plan de dinero { aim-week }
    .question = ¿Hiciste esta semana un pequeño plan de dinero?
    .step = anota tres cosas: comida, casa, lo demás; basta un cálculo a ojo
catalogue-open_letters = Abrir mis cartas y correos { aim-days } a la semana
    .question = ¿Abriste hoy tus cartas o correos, aunque no hubiera ninguno?
    .step = toma una carta y ábrela; decidir qué hacer con ella puede esperar
catalogue-list_debts = Hacer una lista de lo que debo, y a quién
    .question = ¿Ya está escrita tu lista de deudas?
    .step = anota una cuenta o deuda; vale una suma aproximada
catalogue-free_money_advice = Pedir consejo gratis sobre dinero
    .question = ¿Ya pediste consejo gratis sobre dinero?
    .step = busca “asesoría gratis deudas” y tu ciudad, o pregunta a tu equipo
catalogue-payday_plan = Planear mi próximo día de cobro con alguien de confianza
    .question = ¿Ya está el plan para tu próximo día de cobro?
    .step = anota lo primero que harás ese día
catalogue-sleep_on_it = Consultar un gasto con la almohada { aim-times } por semana
    .question = ¿Cuántas veces esperaste hoy antes de gastar?
    .step = anota algo que quieres comprar, y míralo otra vez mañana
catalogue-my_support = Saber a qué ayudas tengo derecho
    .question = ¿Ya averiguaste a qué ayudas tienes derecho?
    .step = escribe una línea a tu equipo: “¿Hay ayudas que pueda pedir?”
catalogue-bill_dates = Poner mis cuentas y sus fechas en una lista
    .question = ¿Ya están tus cuentas y fechas en una lista?
    .step = anota una cuenta y el día en que vence

## Casa y asuntos legales
catalogue-tidy_spot = Ordenar un rincón pequeño { aim-days } a la semana
    .question = ¿Ordenaste hoy un rincón pequeño?
    .step = pon 5 minutos en el reloj y empieza por la mesa
catalogue-calm_spot = Hacer en casa un rincón tranquilo para mí
    .question = ¿Ya está listo tu rincón tranquilo?
    .step = elige una silla o un rincón y quita una cosa que estorbe
catalogue-hide_reminders = Quitar de la vista { aim-reminders }
    .question = ¿Cuántas cosas que recuerdan el consumo ya no están a la vista?
    .step = elige una cosa, como un vaso o un encendedor, y ponla en una caja
catalogue-safe_medicines = Guardar las medicinas donde ningún niño alcance
    .question = ¿Están ya todas las medicinas donde ningún niño alcanza?
    .step = elige un lugar alto o con llave y pon ahí la primera medicina
catalogue-office_dates = Reunir mis fechas de juzgado y oficinas
    .question = ¿Ya están en un lugar tus fechas de juzgado y oficinas?
    .step = busca una carta con fecha y pon esa fecha en el teléfono
catalogue-legal_folder = Poner mis papeles legales en una carpeta
    .question = ¿Ya están tus papeles legales en una carpeta?
    .step = busca un papel, y una carpeta o bolsa donde guardarlo
catalogue-legal_questions = Anotar { aim-questions } para una asesoría legal gratuita
    .question = ¿Cuántas preguntas para la asesoría legal llevas anotadas?
    .step = anota lo que más te gustaría saber
catalogue-house_rule = Acordar una regla de la casa que me ayude
    .question = ¿Ya acordaron una regla de la casa que te ayude?
    .step = anota una cosa que ayudaría, como silencio después de las diez
catalogue-safe_night = Tener un lugar seguro donde pasar una noche
    .question = ¿Ya sabes de un lugar seguro donde pasar una noche?
    .step = piensa en una persona o un lugar seguro y anota el número
catalogue-wash_up = Lavar los platos antes de dormir { aim-days } por semana
    .question = ¿Anoche lavaste los platos antes de dormir?
    .step = lava ahora una taza o un plato; lo demás puede esperar

## Habilidades de cada día
catalogue-plan_tomorrow = Planear el día siguiente { aim-evenings } a la semana
    .question = ¿Planeaste tu próximo día, anoche u hoy?
    .step = anota una cosa para mañana, y a qué hora
catalogue-plan_week = Poner mi semana en un calendario { aim-week }
    .question = ¿Pusiste esta semana en un calendario?
    .step = pon una cita fija de esta semana en un calendario, en papel o teléfono
catalogue-kind_no = Decir un no amable { aim-times } a la semana
    .question = ¿Cuántas veces dijiste hoy un no amable?
    .step = di una frase en voz alta, como “Gracias, esta vez no”
catalogue-ask_help = Pedir ayuda con una cosa { aim-week }
    .question = ¿Pediste ayuda con algo esta semana?
    .step = anota algo que a solas es demasiado, y quién podría ayudar
catalogue-simple_meal = Preparar una comida sencilla { aim-days } a la semana
    .question = ¿Preparaste hoy una comida sencilla?
    .step = mira lo que tienes y elige una comida que puedas hacer con eso
catalogue-small_problem = Resolver un problema pequeño, paso a paso
    .question = ¿Está resuelto el problema pequeño que elegiste?
    .step = anota un problema y tres formas de empezar; toda idea vale
catalogue-late_call = Hacer { aim-week } una llamada pendiente
    .question = ¿Hiciste esta semana una llamada pendiente?
    .step = anota a quién llamar, por qué, y tu primera frase
catalogue-breathe_first = Respirar antes de responder, { aim-times } a la semana
    .question = ¿Cuántas veces respiraste hoy antes de responder?
    .step = pruébalo ahora: 3 respiraciones lentas y luego una frase en voz alta
catalogue-lay_out_things = Dejar listas mis cosas de noche, { aim-days } por semana
    .question = ¿Anoche dejaste listas tus cosas?
    .step = pon llaves, teléfono y tarjeta en un solo lugar ahora
catalogue-on_time = Llegar a tiempo a { aim-things } por semana
    .question = ¿Cuántas veces llegaste hoy a tiempo?
    .step = elige una cita y pon una alarma a la hora de salir

## Comida, movimiento, sueño
catalogue-move_a_little = Moverme con calma 5 minutos, { aim-days } a la semana
    .question = ¿Te moviste hoy con calma 5 minutos?
    .step = gira los hombros 5 veces, de pie o en una silla; para si duele
catalogue-walk_ten = Caminar 10 minutos, { aim-days } a la semana
    .question = ¿Caminaste hoy, o te moviste a tu manera, 10 minutos?
    .step = deja tus zapatos junto a la puerta esta noche
catalogue-walk_twenty = Caminar 20 minutos, { aim-days } a la semana
    .question = ¿Caminaste hoy, o te moviste a tu manera, 20 minutos?
    .step = busca una vuelta de unos 20 minutos que salga de tu puerta
catalogue-stretch = Estirarme 5 minutos, { aim-days } a la semana
    .question = ¿Te estiraste hoy 5 minutos?
    .step = sube un brazo y luego el otro, hasta donde se sienta bien
catalogue-gentle_yoga = Hacer 10 minutos de yoga suave, { aim-days } a la semana
    .question = ¿Hiciste hoy 10 minutos de yoga suave?
    .step = busca un video gratuito de yoga en silla y mira los primeros 5 minutos
catalogue-eat_morning = Comer algo por la mañana { aim-days } a la semana
    .question = ¿Comiste algo esta mañana?
    .step = pon algo que te guste comer donde lo veas por la mañana
catalogue-eat_three = Comer a 3 horas fijas, { aim-days } a la semana
    .question = ¿Comiste hoy a 3 horas fijas?
    .step = elige 3 horas que te vayan bien y pon una alarma para la primera
catalogue-water_morning = Beber un poco de agua por la mañana { aim-days } por semana
    .question = ¿Bebiste un poco de agua esta mañana?
    .step = pon un vaso o una botella junto a la cama esta noche
catalogue-same_wake = Levantarme a la misma hora { aim-days } a la semana
    .question = ¿Te levantaste hoy más o menos a tu hora?
    .step = elige una hora que te vaya bien y pon una alarma
catalogue-wind_down = Hacer algo tranquilo antes de dormir { aim-nights } por semana
    .question = ¿Anoche hiciste algo tranquilo antes de dormir?
    .step = elige algo tranquilo: una canción, una página, algo caliente de beber
catalogue-phone_away = Dejar el teléfono antes de dormir { aim-nights } por semana
    .question = ¿Anoche dejaste el teléfono media hora antes de dormir?
    .step = elige qué hacer en esa media hora, como leer o escuchar música

## Cuidar de mí
catalogue-wash_and_dress = Lavarme y ponerme ropa fresca { aim-days } a la semana
    .question = ¿Te lavaste y te pusiste hoy ropa fresca?
    .step = deja listas una toalla y la ropa de mañana
catalogue-short_rest = Descansar 10 minutos, { aim-days } a la semana
    .question = ¿Descansaste hoy 10 minutos?
    .step = siéntate o acuéstate 5 minutos ahora, sin hacer nada
catalogue-own_time = Guardar { aim-minutes } a la semana solo para mí
    .question = ¿Cuántos minutos guardaste hoy solo para ti?
    .step = elige media hora de esta semana y anótala
catalogue-kind_to_me = Decirme algo amable { aim-days } a la semana
    .question = ¿Te dijiste hoy algo amable?
    .step = piensa qué te diría ahora una buena amistad, y dítelo
catalogue-favourite_song = Escuchar una canción que amo { aim-days } a la semana
    .question = ¿Escuchaste hoy una canción que amas?
    .step = pon una canción que te haga bien, y no hagas nada más
catalogue-comfort_box = Llenar una caja con { aim-things } que me consuelan
    .question = ¿Cuántas cosas hay ya en tu caja de consuelo?
    .step = busca una cosa que se sienta, huela o se vea bien, y apártala
catalogue-four_questions = Preguntarme { aim-days }: ¿hambre, enojo, soledad, cansancio?
    .question = ¿Te preguntaste hoy: hambre, enojo, soledad, cansancio?
    .step = pregúntatelo ahora, y atiende solo una de las cuatro
catalogue-just_for_fun = Hacer { aim-week } algo solo por gusto
    .question = ¿Hiciste esta semana algo solo por gusto?
    .step = piensa en algo que te encantaba en la infancia y anótalo
catalogue-phone_free_hour = Pasar una hora sin teléfono { aim-days } a la semana
    .question = ¿Pasaste hoy una hora sin teléfono?
    .step = prueba 5 minutos ahora, con el teléfono boca abajo
catalogue-daylight = Tomar 10 minutos de luz del día, { aim-days } a la semana
    .question = ¿Tuviste hoy 10 minutos de luz del día?
    .step = ponte unos minutos junto a una ventana o afuera y mira a lo lejos

## Espíritu y sentido
catalogue-good_thing = Anotar una cosa buena { aim-days } a la semana
    .question = ¿Anotaste hoy una cosa buena?
    .step = anota una cosa buena del último día, por pequeña que sea
catalogue-three_good = Anotar tres cosas buenas { aim-days } a la semana
    .question = ¿Anotaste hoy tres cosas buenas?
    .step = anota una cosa buena, y por qué pasó
catalogue-quiet_time = Tomar 5 minutos de calma, o rezar, { aim-days } por semana
    .question = ¿Tomaste hoy 5 minutos de calma, o para rezar?
    .step = elige un lugar para eso y quédate dos minutos
catalogue-what_matters = Nombrar { aim-things } que más me importan
    .question = ¿Cuántas cosas que más te importan llevas nombradas?
    .step = piensa en alguien a quien admiras, y en qué te gusta de esa persona
catalogue-live_what_matters = Hacer { aim-week } algo acorde con lo que me importa
    .question = ¿Hiciste esta semana algo acorde con lo que te importa?
    .step = elige algo que te importa, y una forma pequeña de mostrarlo
catalogue-with_nature = Pasar 10 minutos con la naturaleza { aim-days } por semana
    .question = ¿Pasaste hoy 10 minutos con la naturaleza?
    .step = mira un árbol, una nube o una planta un minuto entero
catalogue-small_kindness = Hacer { aim-week } algo amable por alguien
    .question = ¿Hiciste esta semana algo amable por alguien?
    .step = piensa en algo que tome dos minutos, como una palabra amable
catalogue-make_something = Crear algo durante { aim-minutes } a la semana
    .question = ¿Cuántos minutos dedicaste hoy a crear algo?
    .step = dibuja, canta, escribe o arma algo 5 minutos; puede ser una tontería
catalogue-make_more = Crear algo durante { aim-minutes } a la semana
    .question = ¿Cuántos minutos pasaste hoy creando algo?
    .step = pon lo que necesitas en un lugar, listo para la próxima vez
catalogue-letter_to_me = Escribirme una carta para dentro de un año
    .question = ¿Ya está escrita tu carta para dentro de un año?
    .step = escribe la primera línea: “Dentro de un año, espero que …”
catalogue-step_work = Dedicar 10 minutos a mis pasos { aim-week }
    .question = ¿Dedicaste esta semana 10 minutos a tus pasos?
    .step = lee una página o una línea, despacio
