# La pregunta directa después de la tarjeta de crisis.

sos-safe_now =
    ¿Estás a salvo ahora mismo?

    Si respondes "no" o "no sé", se avisa a alguien de tu equipo. También si saltas la pregunta o callas 10 minutos.
    .short = A salvo ahora
    .yes = Sí, estoy a salvo
    .tell_now = Avisa ya a mi equipo
    .no = No
    .not_sure = No sé
