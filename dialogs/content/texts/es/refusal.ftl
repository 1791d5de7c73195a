# Practicar cómo decir que no.

refusal-sure = Practiquemos decir que no. ¿Qué tan seguro es que hoy podrías decirlo, si alguien te ofrece algo?
    .short = Seguridad antes
    .low = nada seguro
    .high = muy seguro
refusal-own_line =
    Esta es tu frase:

    { $refusal_line }
refusal-line = ¿Qué dirías? Lo corto es mejor, y no debes ninguna razón. Toca una, o escribe la tuya.
    .short = Mi frase
    .no_thanks = No, gracias.
    .not_for_me = Para mí no, gracias.
    .early_start = No, mañana madrugo.
    .i_drive = No, tengo que conducir.
    .doing_well = No, así estoy bien.
refusal-plain_line = Entonces toma la simple: “No, gracias.” Sirve siempre.
refusal-aloud =
    Dila en voz alta, tres veces. Espalda derecha, mirada al frente, voz tranquila. ¿A solas? Mejor aún.

    40 segundos. Yo cuento el tiempo.
    .short = En voz alta, 40 segundos
    .done = Seguir
refusal-they_insist = Ahora dicen: “¡Anda, solo una!” ¿Qué dices?
    .short = Si insisten
    .same_again = Las mismas palabras
    .i_said_no = Dije que no. Déjalo.
    .lets_talk = Hablemos de ti.
    .leaving_now = Ya me voy.
refusal-aloud_again =
    Di eso también en voz alta, un poco más despacio de lo que quieres. Después para. No debes ninguna razón.

    30 segundos.
    .short = Otra vez, 30 segundos
    .done = Seguir
refusal-way_out = ¿Y qué haces justo después? Toca una opción, o escribe la tuya.
    .short = Justo después
    .go_home = Me voy a casa
    .call_someone = Llamo a alguien
    .other_drink = Pido un refresco
    .fresh_air = Salgo a tomar aire
    .change_subject = Cambio de tema
refusal-see_it =
    Ahora pásalo una vez, como una película corta: la oferta, tus palabras, y tú que sigues tu camino.

    Los últimos 40 segundos.
    .short = La película, 40 segundos
    .done = Ya terminé
refusal-sure_after = ¿Qué tan seguro es ahora que podrías decirlo?
    .short = Seguridad después
    .low = nada seguro
    .high = muy seguro
refusal-surer = De { $sure } a { $sure_after }. Ya lo dijiste en voz alta, y la próxima vez será más fácil.
refusal-not_alone = Entonces hoy quizá convenga evitar un lugar así, o llevar a alguien contigo. También es un buen plan.
refusal-helped = ¿Te ayudó practicar?
    .short = Ayudó
    .yes = Sí
    .a_bit = Un poco
    .no = No
refusal-another_day = Es bueno saberlo. Lo pueden practicar juntos, cara a cara, tú y tu consejero o consejera.
