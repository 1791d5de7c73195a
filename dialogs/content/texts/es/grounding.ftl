# Volver al aquí y ahora, con los cinco sentidos.

grounding-tension = ¿Cuánta tensión o lejanía sientes ahora mismo?
    .short = Tensión
    .low = en calma y aquí
    .high = toda la posible
grounding-feet =
    Pon los dos pies en el suelo y presiona un poco. El suelo te sostiene.

    20 segundos. Después vamos por los cinco sentidos.
    .short = Pies, 20 segundos
    .done = Seguir
grounding-see = Mira a tu alrededor. ¿Qué cinco cosas ves? Escríbelas, o cuéntalas y toca.
    .short = Ver
    .found = Encontré cinco
    .some = Encontré algunas
grounding-touch = Ahora el tacto. ¿Qué cuatro cosas sientes? La silla, la manga, el aire en la piel.
    .short = Tocar
    .found = Encontré cuatro
    .some = Encontré algunas
grounding-hear = Escucha. ¿Qué tres cosas oyes, cerca o lejos?
    .short = Oír
    .found = Encontré tres
    .some = Encontré algunas
grounding-smell = ¿Qué dos cosas hueles? Si no hay nada, piensa en un olor que te guste.
    .short = Oler
    .found = Encontré dos
    .some = Encontré una
grounding-taste = La última: una cosa que puedas saborear. Un sorbo de agua cuenta.
    .short = Saborear
    .found = Encontré una
grounding-here =
    Estás aquí, y es ahora. Siente los pies otra vez, y deja que una respiración lenta siga a la otra.

    30 segundos.
    .short = Aquí, 30 segundos
    .done = Ya terminé
grounding-tension_after = ¿Cuánta tensión o lejanía sientes ahora?
    .short = Tensión después
    .low = en calma y aquí
    .high = toda la posible
grounding-lower = De { $tension } a { $tension_after }. Volviste aquí por tu cuenta.
grounding-still_high = Todavía es mucho, y seguiste ahí. No tienes que hacer el resto a solas: /sos muestra a quién llamar.
grounding-helped = ¿Te ayudó pasar por los sentidos?
    .short = Ayudó
    .yes = Sí
    .a_bit = Un poco
    .no = No
grounding-another_day = Es bueno saberlo. No todo ejercicio sirve cada día, y hay otros.
