# Horas, horas de silencio y pausas.

times-title = Tus horas
times-card = { $lines }
times-line = • { $name }: { $days } a las { $time }
times-line_drawn = • { $name }: { $days }, en algún momento entre { $time } y { $until }
times-none = Ahora no hay nada previsto para ti. /checkin funciona a cualquier hora.
times-quiet = Horas de silencio: de { $from } a { $to }. En ese tiempo solo escribo si tú lo pediste.
times-no_quiet = No tienes horas de silencio.
times-zone = Tu zona horaria: { $zone }. Allí son las { $time }. ¿Estás en otro lugar? /travel
times-change = Otra hora
times-change_at = { $time } → otra hora
times-change_quiet = Horas de silencio
times-pause = Hacer una pausa
times-change_missed = Si no respondo
times-missed_now_nobody = Nadie se entera de las preguntas sin respuesta. Elige cuándo avisar:
times-missed_now_counselor = Si no respondes, está bien. Después de { $n } preguntas seguidas sin respuesta se lo digo a tu consejero o consejera. ¿Te viene mejor otro número? Tu padrino solo sabría que faltaron respuestas, y nada más.
times-missed_now_sponsor = Si no respondes, está bien. Después de { $n } preguntas seguidas sin respuesta se lo digo a tu padrino: que faltaron respuestas, y nada más. ¿Te viene mejor otra cosa?
times-missed_counselor = Tras { $n }: consejería
times-missed_sponsor = Tras { $n }: padrino
times-missed_set_counselor = Hecho. Después de { $n } preguntas seguidas sin respuesta se lo digo a tu consejero o consejera.
times-missed_set_sponsor = Hecho. Después de { $n } preguntas seguidas sin respuesta se lo digo a tu padrino: que faltaron respuestas, y nada más.
times-missed_preview = { $name } leería:
times-missed_set_not_yet = Hecho. Después de { $n } preguntas seguidas sin respuesta se lo digo a tu padrino, cuando compartas con esa persona que respondiste. Hasta entonces se lo digo a tu consejero o consejera.
times-hour = { $time }
times-span = { $from } a { $to }
times-none_quiet = Sin horas de silencio
times-undo = Deshacer
times-which = Ahora es a las { $time }. ¿Cuál es mejor hora? También puedes enviar /times con cualquier hora, como /times 19:45.
times-which_one = ¿Cuál muevo a las { $time }?
times-which_quiet = ¿Cuándo quieres silencio? Lo que te protege llega siempre.
times-set = Hecho: { $time }. Próxima vez: { $when }.
times-set_no_next = Hecho: { $time }.
times-taken = A las { $time } ya tienes una. Elige otra hora, por favor.
times-quiet_set = Hecho. Guardo silencio de { $from } a { $to }.
times-quiet_off = Hecho. Ahora no tienes horas de silencio.
times-which_pause = Una pausa está bien. ¿Cuánto tiempo? Termina sola, y /now y /sos funcionan siempre.
times-which_pause_told = Una pausa está bien. ¿Cuánto tiempo? Termina sola, y /now y /sos funcionan siempre. Como acordaste en tu plan, tu equipo lo sabrá.
times-days =
    { $n ->
        [one] { $n } día
       *[other] { $n } días
    }
times-pause_set = Disfruta de la calma. No te pregunto nada hasta { $when }.
times-paused = Estás en pausa hasta { $when }.
times-pause_end = Terminar la pausa
times-pause_over = Hola de nuevo. /checkin cuando quieras.
times-pause_over_next = Hola de nuevo. Próxima pregunta: { $when }.
times-pause_too_long = Una pausa puede durar de 1 a { $n } días. Después puedes hacer otra.
times-pause_told = { $client } hace una pausa de las preguntas hasta { $when }, como acordó en su plan.
times-every_day = cada día
times-every_so_many = cada { $n } días
times-monthly = cada mes, el día { $day }
times-day_0 = lun
times-day_1 = mar
times-day_2 = mié
times-day_3 = jue
times-day_4 = vie
times-day_5 = sáb
times-day_6 = dom
times-name_daily_checkin = Pregunta del día
times-name_morning_intention = Pregunta de la mañana
times-name_weekly_review = Mirada a la semana
times-name_monthly_review = Mirada al mes
times-name_medication = Tu recordatorio
times-name_other = Una pregunta de tu clínica
