# Respirar despacio, en rondas.

breathing-tension = ¿Cuánta tensión sientes ahora mismo?
    .short = Tensión
    .low = ninguna
    .high = toda la posible
breathing-another = Esa fue una ronda. ¿Quieres otra?
    .short = Otra ronda
    .once_more = Una más
    .enough = Es suficiente
breathing-tension_after = ¿Cuánta tensión sientes ahora?
    .short = Tensión después
    .low = ninguna
    .high = toda la posible
breathing-lower = De { $tension } a { $tension_after }. Lo lograste con tu propia respiración.
breathing-still_high = Todavía es mucho, y seguiste ahí. No tienes que hacer el resto a solas: /sos muestra a quién llamar.
breathing-helped = ¿Te ayudó respirar así?
    .short = Ayudó
    .yes = Sí
    .a_bit = Un poco
    .no = No
breathing-another_day = Es bueno saberlo. No todo ejercicio sirve cada día, y hay otros.

## Una ronda
breathing_round-slowly =
    Toma aire por la nariz: 1, 2, 3, 4.
    Suéltalo más despacio: 1, 2, 3, 4, 5, 6.

    Sigue así 40 segundos. Yo cuento el tiempo. ¿Te mareas? Entonces respira como quieras.
    .short = Adentro y afuera, 40 segundos
    .done = Seguir
breathing_round-longer_out =
    Bien. Deja caer los hombros. Que cada salida de aire dure un poco más, como por una pajita.

    40 segundos más.
    .short = Salida larga, 40 segundos
    .done = Ya terminé
