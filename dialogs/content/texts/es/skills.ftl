# Una habilidad pequeña a la vez.

skills-distress = ¿Qué tan fuertes son tus emociones ahora mismo?
    .short = Emociones
    .low = en calma
    .high = lo más fuerte posible
skills-kind =
    Hay cuatro clases de habilidades. ¿Cuál va con este momento?

    • Mi mente corre, o no estoy del todo aquí
    • Duele, y quiero pasarlo
    • Una emoción fuerte me tiene
    • Necesito pedir algo, o decir que no
    .short = Clase
    .mindfulness = Estar aquí
    .hard_moment = Pasar el momento
    .feeling = Girar una emoción
    .people = Pedir, o decir que no

## Atención plena
skills-look =
    Toma algo cercano: una taza, una hoja, tu mano. Míralo como por primera vez. Los colores, los bordes, la luz.

    60 segundos. Yo cuento el tiempo.
    .short = Mirar, 60 segundos
    .done = Seguir
skills-describe = Ahora ponlo en palabras. Solo lo que hay, no si es bueno o malo. Lo que escribas aquí es solo para ti.
    .short = En palabras
skills-one_thing =
    Ahora haz una sola cosa: bebe un sorbo de agua, dobla un paño, siente los pies. Si la mente se va, tráela de vuelta.

    60 segundos.
    .short = Una cosa, 60 segundos
    .done = Ya terminé

## Aguantar el malestar
skills-storm = ¿A qué se parece más: ganas de hacer algo, o una tormenta en el cuerpo?
    .short = Se parece a
    .urge = Ganas de hacer algo
    .body = Tormenta en el cuerpo
skills-stop =
    Para. No te muevas un momento, digan lo que digan las ganas.

    20 segundos. Yo cuento el tiempo.
    .short = Parar, 20 segundos
    .done = Seguir
skills-step_back =
    Da un paso atrás, en la mente o de verdad. Toma aire, suéltalo largo, y otra vez.

    40 segundos.
    .short = Paso atrás, 40 segundos
    .done = Seguir
skills-observe = Míralo: ¿qué pasa, en ti y a tu alrededor? Solo los hechos. Lo que escribas aquí es solo para ti.
    .short = Qué pasa
skills-proceed = Ahora sigue con cuidado. ¿Qué puedes hacer que no empeore nada?
    .short = Después
    .drink_water = Tomar agua
    .go_outside = Salir
    .call_someone = Llamar a alguien
    .wait_ten = Esperar diez minutos más
# needs-review: who must not use cold water or exercise hard, and whether the list is whole
skills-cold_gate =
    Lo que sigue usa agua fría y ejercicio fuerte. ¿Algo de esto es tu caso?

    • problema del corazón o marcapasos
    • un betabloqueador
    • un trastorno de la alimentación
    • embarazo
    • alergia al frío

    Tu respuesta es solo para ti.
    .short = Frío y ejercicio
    .none = Nada de esto
    .some = Sí, algo
    .not_sure = No sé
skills-cold =
    Moja un paño con agua fría. Inclínate, ponlo sobre ojos y mejillas, y respira despacio. Quítalo si duele.

    60 segundos, desde que empieces.
    .short = Frío, 60 segundos
    .done = Seguir
skills-effort =
    Ahora muévete fuerte: corre en el sitio, salta, empuja una pared. Para si algo duele.

    60 segundos.
    .short = Moverse, 60 segundos
    .done = Seguir
skills-gently = Entonces vamos por el camino suave: sin frío y sin ejercicio fuerte.
skills-paced =
    Toma aire: 1, 2, 3, 4. Suéltalo más despacio: 1, 2, 3, 4, 5, 6. Sigue así.

    60 segundos.
    .short = Respirar, 60 segundos
    .done = Seguir
skills-muscles =
    Cierra los puños al tomar aire. Suéltalos al soltar el aire. Luego los hombros, la cara, las piernas.

    Los últimos 60 segundos.
    .short = Músculos, 60 segundos
    .done = Ya terminé

## Manejar una emoción
skills-which_feeling = ¿Qué emoción es la más fuerte?
    .short = Emoción
    .fear = Miedo
    .sadness = Tristeza
    .anger = Enojo
    .shame = Vergüenza
skills-against_fear = El miedo quiere que te alejes. Si hay peligro real, aléjate. Si no, haz lo contrario: acércate un paso pequeño.
skills-against_sadness = La tristeza quiere que te escondas y te acuestes. Lo contrario: levántate y ve donde haya vida.
skills-against_anger = El enojo quiere que golpees. Lo contrario: da un paso atrás, habla bajo, sé un poco amable, o déjalo por ahora.
skills-against_shame = La vergüenza quiere que te escondas. Si hiciste daño, repáralo. Si no, haz lo contrario: levanta la mirada y cuéntaselo a alguien amable.
skills-opposite = ¿Cuál es un acto pequeño en el otro sentido, aquí mismo? Toca uno, o escribe el tuyo.
    .short = El otro sentido
    .step_closer = Un paso más cerca
    .get_moving = Levantarme y moverme
    .speak_softly = Voz suave, manos abiertas
    .look_up = Levantar la vista, escribir
skills-all_the_way =
    Ahora hazlo, o lo que puedas de eso aquí. Con la cara, las manos, la voz.

    2 minutos. Yo cuento el tiempo.
    .short = El otro sentido, 2 minutos
    .done = Ya terminé

## Pedir, o decir que no
skills-facts = Piensa en la persona con quien quieres hablar. Primero los hechos: ¿qué pasó? Lo que escribas aquí es solo para ti.
    .short = Los hechos
skills-i_feel = ¿Cómo es eso para ti? Empieza con “Yo siento”.
    .short = Yo siento
skills-i_ask = ¿Qué pides, o a qué dices que no? Una frase clara. Toca una, o escribe la tuya.
    .short = Pido
    .please_stop = Para eso, por favor.
    .please_listen = Escúchame hasta el final.
    .i_need_time = Necesito tiempo.
    .no_to_that = No, eso no lo haré.
skills-aloud =
    Ahora di todo en voz alta, con calma, como si estuviera aquí: los hechos, lo que sientes, la frase.

    60 segundos.
    .short = En voz alta, 60 segundos
    .done = Ya terminé

## Cómo fue
skills-distress_after = ¿Qué tan fuertes son tus emociones ahora?
    .short = Emociones después
    .low = en calma
    .high = lo más fuerte posible
skills-lower = De { $distress } a { $distress_after }. Usaste una habilidad, y se nota.
skills-still_high = Todavía es mucho, y seguiste ahí. No tienes que hacer el resto a solas: /sos muestra a quién llamar.
skills-helped = ¿Ayudó esta habilidad?
    .short = Ayudó
    .yes = Sí
    .a_bit = Un poco
    .no = No
skills-another_day = Es bueno saberlo. Las habilidades son herramientas: hoy no era esta, y hay otras.
