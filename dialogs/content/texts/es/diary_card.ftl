# La tarjeta del día: emociones, impulsos, lo que hiciste, habilidades.

diary_card-sadness = Tu tarjeta de hoy. ¿Tristeza, en su momento más fuerte?
    .short = Tristeza
    .low = nada
    .high = lo más fuerte posible
diary_card-fear = ¿Miedo o preocupación?
    .short = Miedo
    .low = nada
    .high = lo más fuerte posible
diary_card-anger = ¿Enojo?
    .short = Enojo
    .low = nada
    .high = lo más fuerte posible
diary_card-shame = ¿Vergüenza o culpa?
    .short = Vergüenza
    .low = nada
    .high = lo más fuerte posible
diary_card-joy = ¿Y alegría? Las pequeñas cuentan.
    .short = Alegría
    .low = nada
    .high = mucha
diary_card-urge_use = ¿Qué tan fuertes fueron hoy las ganas de beber o consumir?
    .short = Ganas de consumir
    .low = ninguna
    .high = lo más fuerte posible
diary_card-safe_place =
    Son muy fuertes. ¿Estás en un lugar seguro ahora mismo?

    Si respondes "no" o "no sé", se avisa a alguien de tu equipo. También si saltas la pregunta o callas 10 minutos.
    .short = En lugar seguro
    .yes = Sí
    .no = No
    .not_sure = No sé
diary_card-urge_harm = ¿Qué tan fuertes fueron hoy las ganas de hacerte daño?
    .short = Ganas de hacerme daño
    .low = ninguna
    .high = lo más fuerte posible
diary_card-safe_now =
    Gracias por contármelo. ¿Estás a salvo de eso ahora mismo?

    Si respondes "no" o "no sé", se avisa a alguien de tu equipo. También si saltas la pregunta o callas 10 minutos.
    .short = A salvo ahora
    .yes = Sí, estoy a salvo
    .no = No
    .not_sure = No sé
diary_card-actions = ¿Pasó hoy algo de esto? Marca lo que sea, o toca Listo.
    .short = Pasó
    .used = Bebí o consumí
    .hurt_myself = Me hice daño
    .shouted = Exploté
    .hid_away = Me escondí
    .missed_it = Falté a algo
    .avoided = Aplacé cosas
diary_card-thanks_use = Gracias por contármelo. Hace falta valor. Un día no borra lo que has logrado.
diary_card-safe_after_use =
    Lo primero: ¿estás a salvo ahora mismo? Di que no si pasa algo de esto:

    • mucho sueño, respiración lenta, labios azules o grises
    • temblores, fiebre, convulsiones, ver cosas
    • a solas con más, o a punto de conducir
    • ideas de morir o de hacerte daño

    Si respondes "no" o "no sé", se avisa a alguien de tu equipo. También si saltas la pregunta o callas 10 minutos.
    .short = A salvo ahora
    .yes = Sí, estoy a salvo
    .no = No
    .not_sure = No sé
diary_card-care_after_use =
    Gracias por contármelo. No tienes que cargar con esto a solas.

    ¿Respiración lenta, o cuesta despertar? No esperes a nadie: /sos tiene el número de emergencias.
diary_card-thanks_harm = Gracias por contármelo. Hace falta valor, y aquí no tienes que explicarlo.
diary_card-safe_after_harm =
    ¿Estás a salvo ahora mismo? Si la herida es grave, llama primero a emergencias: /sos tiene el número.

    Si respondes "no" o "no sé", se avisa a alguien de tu equipo. También si saltas la pregunta o callas 10 minutos.
    .short = A salvo ahora
    .yes = Sí, estoy a salvo
    .no = No
    .not_sure = No sé
diary_card-will_know = Lo paso, para que no lo cargues a solas. Tu equipo lo sabrá en cuanto alguien esté trabajando.
diary_card-skills_used =
    ¿Cómo te fue hoy con tus habilidades?

    1 = Pensé en ellas, y no quise
    2 = Quise, y no lo hice
    3 = Lo intenté, y no pude
    4 = Lo intenté, y no ayudó
    5 = Lo intenté, y ayudó
    6 = Salieron solas, sin ayudar
    .short = Habilidades
    .low = No pensé en ellas
    .high = Salieron solas, y ayudaron
diary_card-recap = Esta es tu tarjeta de hoy:
    .done = Todo bien
diary_card-care = Gracias por contármelo. No tienes que pasar por esto a solas. Toca /sos para ver a quién puedes llamar ahora.
diary_card-recap_unsafe = Las otras preguntas pueden esperar. Esto es lo que me contaste:
    .done = Así es
