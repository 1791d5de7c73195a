# La pregunta de la noche.

daily_checkin-use = ¿Hoy bebiste o consumiste algo? Cualquier respuesta está bien aquí.
    .short = Consumo hoy
daily_checkin-thanks = Gracias por decirlo. Hace falta valor, y ayuda. Un día no borra lo que has logrado.
daily_checkin-safe_now =
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
daily_checkin-care =
    Gracias por contármelo. No tienes que cargar con esto a solas.

    ¿Respiración lenta, o cuesta despertar? No esperes a nadie: /sos tiene el número de emergencias.
daily_checkin-craving = ¿Qué tan fuertes fueron las ganas hoy, en el peor momento?
    .short = Ganas
    .low = ninguna
    .high = lo más fuerte posible
daily_checkin-safe_place =
    Son muy fuertes. ¿Estás en un lugar seguro ahora mismo?

    Si respondes "no" o "no sé", se avisa a alguien de tu equipo. También si saltas la pregunta o callas 10 minutos.
    .short = En lugar seguro
    .yes = Sí
    .no = No
    .not_sure = No sé
daily_checkin-care_place = Gracias por contármelo. No tienes que pasar por esto a solas. Toca /sos para ver a quién puedes llamar ahora.
daily_checkin-mood = ¿Cómo estuvo tu ánimo hoy?
    .short = Ánimo
    .low = muy bajo
    .high = muy bueno
daily_checkin-sleep = ¿Cómo dormiste anoche?
    .short = Sueño
    .low = muy mal
    .high = muy bien
daily_checkin-medicine = ¿Tomaste hoy tu medicina ({ $medicine })?
    .short = Medicina
    .taken = Sí, la tomé
    .not_taken = No la tomé
    .later = La tomo más tarde
    .side_effect = Tuve una molestia
daily_checkin-confidence = ¿Qué tan seguro es que mañana sigas tu plan?
    .short = Confianza
    .low = nada seguro
    .high = muy seguro
daily_checkin-know_today = Parece un día duro. ¿Alguien de tu equipo debe saberlo hoy, o puede esperar?
    .short = Que alguien sepa
    .today = Hoy, por favor
    .can_wait = Puede esperar
daily_checkin-will_know = De acuerdo, lo paso. Tu equipo lo sabrá en cuanto alguien esté trabajando.
daily_checkin-recap = Esto es lo que me contaste:
    .done = Todo bien
daily_checkin-recap_hard = Gracias por contarme todo esto. Esto es lo que dijiste:
    .done = Así es
