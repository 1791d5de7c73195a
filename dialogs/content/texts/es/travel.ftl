# En otro lugar por un tiempo.

travel-zone_now = Por ahora sigo la hora de { $zone_now }.
travel-where = ¿Dónde vas a estar? Toca un lugar, o escribe una ciudad grande cercana.
    .short = Lugar
travel-from_when = ¿Desde cuándo?
    .short = Desde
    .now = Ya estoy ahí
    .on_a_day = Desde un día
travel-day = ¿Desde qué día? Escríbelo así: 2026-05-01.
    .short = Día
travel-check_ins = Mis preguntas pueden ir contigo: a la misma hora, según el reloj de allá. Ninguna se pierde y ninguna llega dos veces.
    .short = Preguntas
    .same_hours = Mismas horas, allá
    .pause = Pausarlas por ahora
travel-recap = ¿Es correcto?
    .done = Sí, hazlo
travel-stays = De acuerdo. Todo queda como está.
