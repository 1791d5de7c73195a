# Pasar las ganas como una ola.

urge_surfing-notice = Las ganas son como una ola: suben, llegan arriba, bajan. No hace falta pelear, ni hacer lo que dicen.
urge_surfing-locate = ¿En qué parte del cuerpo las sientes más?
    .short = Las siento en
    .head = Cabeza
    .throat = Garganta
    .chest = Pecho
    .belly = Vientre
    .hands = Manos
    .all_over = Todo el cuerpo
    .hard_to_say = Difícil de decir
urge_surfing-craving = ¿Qué tan fuertes son ahí, ahora mismo?
    .short = Ganas
    .low = ninguna
    .high = lo más fuerte posible
urge_surfing-safe_place =
    Son muy fuertes. ¿Estás en un lugar seguro ahora mismo?

    Si respondes "no" o "no sé", se avisa a alguien de tu equipo. También si saltas la pregunta o callas 10 minutos.
    .short = En lugar seguro
    .yes = Sí
    .no = No
    .not_sure = No sé
urge_surfing-care = Gracias por contármelo. No tienes que pasar por esto a solas. Toca /sos para ver a quién llamar ahora. Mientras tanto, respira conmigo.
urge_surfing-breathe =
    Respira hacia ese lugar: suave al tomar aire, largo al soltarlo. No tienes que hacer que se vaya.

    60 segundos. Yo cuento el tiempo.
    .short = Respirar, 60 segundos
    .done = Seguir
urge_surfing-rises =
    Ahora mira las ganas como desde la orilla. ¿Son calientes o frías, agudas o sordas? Pueden crecer antes de bajar.

    90 segundos. Solo tienes que mirar.
    .short = Mirar, 90 segundos
    .done = Seguir
urge_surfing-peaks =
    Ahora estás sobre la ola. Dite: “Son ganas. Las siento, y van a pasar.”

    90 segundos. ¿Demasiado? /sos siempre está ahí.
    .short = Arriba, 90 segundos
    .done = Seguir
urge_surfing-falls =
    Mira otra vez: ¿qué es distinto, aunque sea poco? Afloja las manos y la mandíbula.

    Los últimos 60 segundos.
    .short = La bajada, 60 segundos
    .done = Ya terminé
urge_surfing-craving_after = ¿Qué tan fuertes son ahora?
    .short = Ganas después
    .low = ninguna
    .high = lo más fuerte posible
urge_surfing-safe_still =
    Siguen fuertes, y tú sigues aquí. ¿Estás en un lugar seguro ahora mismo?

    Si respondes "no" o "no sé", se avisa a alguien de tu equipo. También si saltas la pregunta o callas 10 minutos.
    .short = En lugar seguro
    .yes = Sí
    .no = No
    .not_sure = No sé
urge_surfing-care_still = Gracias por contármelo. No tienes que pasar por esto a solas. Toca /sos para ver a quién puedes llamar ahora.
urge_surfing-lower = De { $craving } a { $craving_after }. No hiciste nada, y bajó. Así son las olas.
urge_surfing-helped = ¿Te ayudó pasar la ola?
    .short = Ayudó
    .yes = Sí
    .a_bit = Un poco
    .no = No
urge_surfing-another_day = Es bueno saberlo. Aun así seguiste ahí. Hay olas que piden otra vuelta, y otras que piden a una persona: /sos.
