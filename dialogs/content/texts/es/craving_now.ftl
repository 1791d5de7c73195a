# Las ganas, ahora.

craving_now-intensity = Aquí estoy. ¿Qué tan fuertes son ahora mismo?
    .short = Ganas
    .low = ninguna
    .high = lo más fuerte posible
craving_now-safe_place =
    Son muy fuertes. ¿Estás en un lugar seguro ahora mismo?

    Si respondes "no" o "no sé", se avisa a alguien de tu equipo. También si saltas la pregunta o callas 10 minutos.
    .short = En lugar seguro
    .yes = Sí
    .no = No
    .not_sure = No sé
craving_now-care = Gracias por contármelo. No tienes que pasar por esto a solas. Toca /sos para ver a quién puedes llamar ahora.
craving_now-trigger = ¿Qué las provocó? Un lugar, una persona, un sentimiento: toca una opción, o dilo con tus palabras.
    .short = Las provocó
craving_now-skill = ¿Qué vas a probar primero? Esto es de tu plan, lo que más ayuda va primero.
    .short = Habilidad
craving_now-first_help = Pasemos juntos los próximos minutos. ¿Qué quieres probar?
    .short = Habilidad
    .urge_surfing = Pasarlas como una ola
    .breathing = Respirar despacio
    .grounding = Los cinco sentidos
    .movement = Moverme un poco
    .stay = Solo quédate conmigo
craving_now-ride =
    Bien. Dale 15 minutos. Las ganas suben, llegan arriba y luego bajan, como una ola.

    Después te pregunto otra vez. Si es demasiado, toca /sos.
    .short = 15 minutos
    .done = Ya terminé
craving_now-after = ¿Qué tan fuertes son ahora?
    .short = Ganas después
    .low = ninguna
    .high = lo más fuerte posible
craving_now-safe_still =
    Siguen fuertes, y tú sigues aquí. ¿Estás en un lugar seguro ahora mismo?

    Si respondes "no" o "no sé", se avisa a alguien de tu equipo. También si saltas la pregunta o callas 10 minutos.
    .short = En lugar seguro
    .yes = Sí
    .no = No
    .not_sure = No sé
craving_now-care_still = Gracias por contármelo. No tienes que pasar por esto a solas. Toca /sos para ver a quién puedes llamar ahora.
craving_now-trigger_after = Mirando atrás: ¿qué las provocó? Toca una opción, o dilo con tus palabras.
    .short = Las provocó
craving_now-place = ¿Dónde estabas cuando empezó? Toca una opción, o escríbelo.
    .short = Lugar
    .home = En casa
    .work = En el trabajo
    .on_the_way = De camino
    .out = Fuera, en algún lugar
    .with_others = Con otras personas
    .online = En el teléfono
craving_now-helped = ¿Ayudó lo que probaste?
    .short = Ayudó
    .yes = Sí
    .a_bit = Un poco
    .no = No
craving_now-another_way = Es bueno saberlo. Hoy no era lo indicado, y aun así seguiste ahí. La próxima vez, prueba antes otra cosa.
