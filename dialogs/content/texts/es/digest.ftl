# El resumen del día y las cifras de la semana.

digest-ready = Tu día está listo.
    .open = Abrir
digest-title = Tu día, { $date }
    .hours = Mi horario
digest-line = { $name } · { $parts }
digest-nothing = Nada nuevo. Todo tranquilo.
digest-alerts = { $count ->
        [one] alerta { $numbers }
       *[other] alertas { $numbers }
    }
digest-closed = alerta { $number }, la cerró { $name }: { $outcome }
digest-edits = { $count ->
        [one] cambió su plan una vez
       *[other] cambió su plan { $count } veces
    }
digest-suggestions = { $count ->
        [one] una propuesta te espera
       *[other] { $count } propuestas te esperan
    }
digest-expected = esperada hasta el { $until }: { $sign }
digest-missed = sin responder seguidas: { $count }

figures-title = Los últimos 7 días, regla por regla
figures-none = Aún no hay nada que contar.
figures-no_alerts = Ninguna alerta.
figures-line = • { $sign }: { $raised }, a tiempo { $in_time }. A salvo { $safe }, falta ayuda { $more }, sin contacto { $unreached }, no hacía falta { $not_needed }, retiradas { $withdrawn }, abiertas { $open }.
figures-now = Chequeos que avisaron a alguien al momento: { $share }%. La meta es { $aim }% como mucho.
figures-useful = De esos avisos, valieron la pena: { $share }%. La meta es { $aim }% al menos.

figures-sign_craving_unsafe = ganas fuertes, sin estar a salvo
figures-sign_use_danger = consumo, y en peligro
figures-sign_unsafe = no está a salvo
figures-sign_sos = pidió a alguien ahora
figures-sign_safety_unanswered = sin respuesta sobre seguridad
figures-sign_home_unsafe = no está a salvo en casa
figures-sign_home_not_safe = la casa no se siente segura
figures-sign_told_by_supporter = lo contó alguien cercano
figures-sign_use = consumo
figures-sign_self_harm = se hizo daño
figures-sign_craving_days = ganas fuertes varios días
figures-sign_own_signs = sus propias señales
figures-sign_dark_thoughts = pensamientos oscuros
figures-sign_asked_today = pidió que alguien lo sepa hoy
figures-sign_missed = chequeos sin responder
figures-sign_urge_high = impulso fuerte
figures-sign_craving_high = ganas fuertes
figures-sign_medicine = medicina
figures-sign_words_suicide_selfharm = palabras sobre querer morir
figures-sign_words_overdose_medical = palabras sobre una emergencia
figures-sign_words_violence_abuse = palabras sobre recibir daño
figures-sign_words_lapse = palabras sobre consumo
figures-sign_words_craving = palabras sobre ganas
figures-sign_words_withdrawal = palabras sobre abstinencia
figures-sign_words_medication = palabras sobre medicinas
figures-sign_words_hopeless = palabras sin esperanza
figures-sign_standing = una racha difícil
figures-sign_change = lejos de lo habitual
figures-sign_fewer_answers = menos respuestas
