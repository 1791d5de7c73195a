# Un poco de movimiento.

movement-tension = ¿Cuánta tensión sientes ahora mismo?
    .short = Tensión
    .low = ninguna
    .high = toda la posible
movement-ready = Cinco movimientos pequeños, tres minutos en total. De pie o en una silla, las dos valen. Deja lo que duela.
movement-shake =
    Sacude las manos, después los brazos. Si estás de pie, también las piernas. Puede verse gracioso.

    40 segundos. Yo cuento el tiempo.
    .short = Sacudir, 40 segundos
    .done = Seguir
movement-shoulders =
    Toma aire y sube los hombros a las orejas. Suelta el aire y déjalos caer. Otra vez, despacio.

    40 segundos.
    .short = Hombros, 40 segundos
    .done = Seguir
movement-reach =
    Estira un brazo hacia arriba, como para tomar una manzana. Luego el otro. Suelta el aire al bajar.

    40 segundos.
    .short = Alcanzar, 40 segundos
    .done = Seguir
movement-lean =
    Inclínate un poco, con las manos en los muslos, y deja pesar la cabeza. ¿Te mareas? Entonces quédate derecho.

    40 segundos.
    .short = Inclinarse, 40 segundos
    .done = Seguir
movement-still =
    Sube despacio. Quédate quieto, y siente qué tibias están tus manos.

    Los últimos 20 segundos.
    .short = Quietud, 20 segundos
    .done = Ya terminé
movement-tension_after = ¿Cuánta tensión sientes ahora?
    .short = Tensión después
    .low = ninguna
    .high = toda la posible
movement-lower = De { $tension } a { $tension_after }. Tu cuerpo lo hizo por ti.
movement-still_high = Todavía es mucho, y seguiste adelante. No tienes que hacer el resto a solas: /sos muestra a quién llamar.
movement-helped = ¿Te ayudó moverte?
    .short = Ayudó
    .yes = Sí
    .a_bit = Un poco
    .no = No
movement-another_day = Es bueno saberlo. No todo ejercicio sirve cada día, y hay otros.
