# Tres minutos de calma.

meditation-tension = Tres minutos para ti. ¿Cuánta tensión sientes ahora mismo?
    .short = Tensión
    .low = ninguna
    .high = toda la posible
meditation-settle =
    Siéntate o acuéstate sin que duela nada. Cierra los ojos entre mis mensajes, o a medias. Si en algún momento te sienta mal, ábrelos y para.

    Primera parte: solo llegar. 30 segundos. Yo cuento el tiempo.
    .short = Llegar, 30 segundos
    .done = Seguir
meditation-breath =
    Busca dónde sientes más la respiración: nariz, pecho o vientre. Quédate ahí, y deja que el aire vaya y venga.

    60 segundos.
    .short = Respirar, 60 segundos
    .done = Seguir
meditation-wandering =
    La mente se va a ir. Todas lo hacen. Cada vez que lo notes, dite “pensando”, y vuelve a la próxima respiración.

    60 segundos.
    .short = Volver, 60 segundos
    .done = Seguir
meditation-back_here =
    Ahora escucha los sonidos del cuarto. Siente dónde te apoyas. Mueve un poco los dedos.

    Los últimos 30 segundos.
    .short = De vuelta, 30 segundos
    .done = Ya terminé
meditation-tension_after = ¿Cuánta tensión sientes ahora?
    .short = Tensión después
    .low = ninguna
    .high = toda la posible
meditation-lower = De { $tension } a { $tension_after }, en tres minutos. Te lo diste tú.
meditation-still_high = Todavía es mucho, y seguiste ahí. No tienes que hacer el resto a solas: /sos muestra a quién llamar.
meditation-helped = ¿Te ayudaron los minutos de calma?
    .short = Ayudó
    .yes = Sí
    .a_bit = Un poco
    .no = No
meditation-another_day = Es bueno saberlo. La quietud no sirve cada día. Quizá moverse sea mejor entonces.
