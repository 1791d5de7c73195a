# Lo que leen consejeros, padrinos y administradores cuando hace falta alguien.
# El aviso es neutro: puede encender una pantalla bloqueada. Los hechos vienen después de un toque.

alerts-page = Alguien a quien cuidas te necesita. Alerta { $number }.
    .open = Abrir
    .take = Me ocupo
alerts-page_again = Nadie se ocupa aún de la alerta { $number }. ¿Puedes tú?
alerts-page_repeat = (otra vez) { $text }
alerts-taken_by_other = { $name } se ocupa. Alerta { $number }. No hay nada más que hacer.
alerts-taken_by_you = La alerta { $number } es tuya. { $client } ya sabe que te ocupas.
    .reached_safe = Hablamos, a salvo
    .reached_needs_more = Hablamos, falta ayuda
    .could_not_reach = Sin contacto
    .not_needed = No hacía falta
    .pass_on = Pasar
alerts-new_word = Hay algo nuevo en la alerta { $number }.
alerts-answer_changed = Una respuesta detrás de la alerta { $number } cambió después. Sigue abierta hasta que alguien hable con la persona.
alerts-withdrawn = La alerta { $number } se retira: la respuesta detrás cambió. No hay nada que hacer.
alerts-was_withdrawn = La alerta { $number } se retiró.
alerts-was_yours = Tuviste la alerta { $number }.
alerts-already_taken = { $name } ya se ocupa. Gracias por la rapidez.
alerts-theirs_to_close = { $name } la tiene ahora y contará cómo fue. Gracias.
alerts-gone_on = Esta ya siguió su camino. No hay nada más que hacer.
alerts-passed_on = Pasada. Se avisa ya a la siguiente persona.
alerts-nobody_left_to_pass = No hay nadie después de ti en esta lista. Queda contigo y se envía otra vez hasta que alguien la tome.
alerts-resolved = La alerta { $number } está cerrada: { $outcome }. Gracias.
alerts-reminder = La alerta { $number } sigue siendo tuya. ¿Cómo fue?
alerts-back_on_ladder = Sin noticias de la alerta { $number }, así que se pregunta a la siguiente persona.
alerts-nobody_answered = Nadie respondió a la alerta { $number }. Se preguntó varias veces a todos los de la lista. Por favor, interviene.
alerts-nobody_on_ladder = La alerta { $number } no tiene a quién avisar. Por favor, interviene y revisa la lista.
alerts-today = Alerta { $number } para tu día. No corre prisa en los próximos minutos.
    .open = Abrir
alerts-today_several = { $count } alertas para tu día: { $numbers }. No corre prisa en los próximos minutos.
alerts-several = { $count } alertas te esperan: { $numbers }.
alerts-of_long_ago = La alerta { $number } es de { $date } y sigue abierta. Desde entonces yo no funcionaba. Ahora no despierto a nadie por ella. Por favor, mira quién debe verla.
alerts-stopped = Una parte de mí lleva { $minutes } minutos parada: { $part }. Las alertas pueden tardar o faltar. Por favor, mira ahora.
alerts-runs_again = Una parte de mí vuelve a funcionar: { $part }.

alerts-card = Alerta { $number } · { $client }
    { $tier ->
        [now] Hace falta alguien ahora
        [today] Para hoy
       *[digest] Para tu próximo repaso
    }, desde { $since }

    { $why }{ $said }

    { $state ->
        [taken] { $taker } se ocupa.
        [resolved] Cerrada: { $outcome }.
        [unanswered] Nadie ha respondido aún.
       *[raised] Nadie se ocupa aún.
    }
alerts-card_again = Otra vez, { $when }:
alerts-card_between = ({ $count } más en medio)
alerts-card_sponsor = Alerta { $number } · { $client }
    A { $client } le vendrías bien ahora, y eligió que se te pregunte.

    Lo mejor es una llamada. No tienes que arreglar nada: basta con estar.

    { $state ->
        [taken] { $taker } se ocupa.
        [resolved] Esta está cerrada. Gracias.
        [unanswered] Nadie ha respondido aún.
       *[raised] Nadie se ocupa aún.
    }

alerts-outcome_reached_safe = hablaron, a salvo
alerts-outcome_reached_needs_more = hablaron, falta ayuda
alerts-outcome_could_not_reach = sin contacto
alerts-outcome_not_needed = no hacía falta
alerts-outcome_withdrawn = retirada, porque otra dice más o cambió una respuesta


# Por qué: una línea por cada respuesta detrás de una señal, con lo que dijo la persona.
alerts-why_use = consumo: { $answer ->
        [yes] sí
       *[other] { $answer }
    }
alerts-why_safe_now = a salvo ahora: { $answer ->
        [no] no
        [not_sure] no sabe
        [tell_now] pidió a alguien ya
        [none_given] sin respuesta
       *[other] sí
    }
alerts-why_safe_place = en lugar seguro: { $answer ->
        [no] no
        [not_sure] no sabe
        [none_given] sin respuesta
       *[other] sí
    }
alerts-why_safe_home = a salvo de daño en casa: { $answer ->
        [no] no
        [not_sure] no sabe
        [none_given] sin respuesta
       *[other] sí
    }
alerts-why_intake_dark_thoughts = contó ideas de no querer vivir: { $answer ->
        [now] también ahora
       *[other] a veces
    }
alerts-why_medicine_effect = molestia: { $answer ->
        [breath] le cuesta respirar
        [dark_thoughts] ideas oscuras
       *[other] varias, entre ellas respiración o ideas oscuras
    }
alerts-why_intake_home_safe = no se siente a salvo en casa
alerts-why_know_today = pidió que alguien lo sepa hoy
alerts-why_safe_after_use = contó un consumo; a salvo ahora: { $answer ->
        [no] no
        [not_sure] no sabe
        [none_given] sin respuesta
       *[other] sí
    }
alerts-why_actions = contó que se hizo daño
alerts-why_urge_use = ganas de consumir { $value } de 5
alerts-why_urge_use_usual = ganas de consumir { $value } de 5, lo habitual { $usual }
alerts-why_urge_harm = ganas de hacerse daño { $value } de 5
alerts-why_urge_harm_usual = ganas de hacerse daño { $value } de 5, lo habitual { $usual }
alerts-why_craving = ganas { $value }
alerts-why_craving_usual = ganas { $value }, lo habitual { $usual }
alerts-why_craving_after = ganas { $value } después de probar una habilidad
alerts-why_craving_after_usual = ganas { $value } después de probar una habilidad, lo habitual { $usual }
alerts-why_craving_days = ganas de 7 o más en { $count } de { $days } días
alerts-why_own_sign = una de sus propias señales
alerts-why_own_signs = { $count } de sus { $of } señales propias en { $days } días
alerts-why_missed = { $count } preguntas seguidas sin respuesta
alerts-why_medicine = medicina: { $answer ->
        [not_taken] no la tomó
        [side_effect] una molestia
       *[other] { $answer }
    }
alerts-why_words = escribió: “{ $words }” ({ $rule })
alerts-why_words_context = { $because ->
        [lessens] por eso solo se preguntó: { $context ->
            [negation] un "no" delante
            [past] palabras sobre el pasado
            [third_person] palabras sobre otra persona
            [question] palabras de una pregunta
            [quotation] palabras sobre una película, una canción o un juego
           *[joke] palabras de broma
        }
        [elsewhere] visto, sin efecto por estar en otro lugar: { $context ->
            [negation] un "no"
            [past] palabras sobre el pasado
            [third_person] palabras sobre otra persona
            [question] palabras de una pregunta
            [quotation] palabras sobre una película, una canción o un juego
           *[joke] palabras de broma
        }
       *[holds] visto, sin efecto porque la regla vale igual: { $context ->
            [negation] un "no"
            [past] palabras sobre el pasado
            [third_person] palabras sobre otra persona
            [question] palabras de una pregunta
            [quotation] palabras sobre una película, una canción o un juego
           *[joke] palabras de broma
        }
    }
alerts-why_asked = pregunta directa: { $answer ->
        [no] no
        [thoughts] piensa en quitarse la vida, o hay peligro
        [danger] en peligro ahora
        [talk] quiere hablar con alguien
       *[none_given] sin respuesta
    }
alerts-why_asked_gently = se preguntó si hablar: { $answer ->
        [talk] quiere hablar con alguien
        [no] no
       *[none_given] sin respuesta
    }
alerts-why_asked_often = dijo "no" { $count } veces en { $days } días, cuando se preguntó por lo que escribía
alerts-why_forwarded = el mensaje fue reenviado: lo escribió antes otra persona
alerts-why_private_words = escribió solo para sí algo que no se debe pasar por alto
alerts-why_was_changed = { $line } (cambiado después)
alerts-why_sos = pidió ayuda, y algo en mí falló antes de poder preguntar más
alerts-why_supporter = lo contó alguien que apoya: { $about ->
        [suicide_selfharm] palabras sobre suicidio o hacerse daño
        [overdose_medical] palabras sobre una sobredosis o una urgencia médica
        [violence_abuse] palabras sobre violencia
        [withdrawal] palabras sobre una abstinencia peligrosa
       *[other] palabras que alarman
    }{ $sure ->
        [yes] .
       *[no] . No dijo de quién habla: quizá de su propia vida.
    }

# Lo que se le dice a la persona. Honesto, nunca en silencio.
alerts-client_told = Avisé a { $name }. Te lo digo aquí en cuanto alguien se ocupe. Esperar es duro: /sos tiene gente a quien llamar en este minuto.
alerts-client_asked = Pedí a { $name } que te contacte. Te lo digo aquí en cuanto alguien se ocupe. /sos tiene gente a quien llamar en este minuto.
alerts-client_told_nobody = Ahora mismo no encontré a quién avisar. No me esperes, por favor: /sos tiene gente y números para llamar ya.
alerts-client_taken = { $name } se ocupa y te va a contactar.
alerts-client_not_reached = { $name } intentó hablar contigo y no pudo. Si aún necesitas a alguien, no esperes: /sos tiene a quién llamar. Ahí también puedes pedirme que avise otra vez a tu equipo.
alerts-client_climbed = Aún no tengo respuesta, así que pregunto también a { $name }. /sos tiene números que responden ahora.
alerts-client_nobody = Nadie me respondió, y no me queda a quién preguntar. Lo siento. Llama a alguien ya, por favor: /sos tiene los números.

# Lo que dicen varios días juntos: en { $bound } va “≥ 7”.
alerts-why_standing_use = consumo en { $count } de los últimos { $days } días
alerts-why_standing_craving = ganas { $bound } en { $count } de los últimos { $days } días
alerts-why_standing_confidence = confianza { $bound } en { $count } de los últimos { $days } días
alerts-why_standing_mood = ánimo { $bound } en { $count } de los últimos { $days } días
alerts-why_standing_sleep = sueño { $bound } en { $count } de los últimos { $days } días
alerts-why_standing_other = { $item } { $bound } en { $count } de los últimos { $days } días
alerts-why_change_use = consumo últimamente en torno a { $now }, lo habitual en torno a { $usual }
alerts-why_change_craving = ganas últimamente en torno a { $now }, lo habitual en torno a { $usual }
alerts-why_change_confidence = confianza últimamente en torno a { $now }, lo habitual en torno a { $usual }
alerts-why_change_mood = ánimo últimamente en torno a { $now }, lo habitual en torno a { $usual }
alerts-why_change_sleep = sueño últimamente en torno a { $now }, lo habitual en torno a { $usual }
alerts-why_change_other = { $item } últimamente en torno a { $now }, lo habitual en torno a { $usual }
alerts-why_fewer_answers = respondió { $answered } de los últimos { $of } días, lo habitual son { $usual }

# Said to a client whose words may be an emergency, before the direct question.
alerts-told_today = Dejo a tu equipo una nota sobre estas palabras. La leerán en sus próximas horas de trabajo, respondas lo que respondas ahora. No es una llamada de emergencia.
