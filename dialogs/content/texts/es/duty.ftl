# De guardia, de ausencia, horario de trabajo: lo que el equipo lee y escribe.

duty-on_call = De guardia

    { $now }
    { $next }

    Para apuntar un turno, escríbelo: /oncall vie 17:00 a lun 8:00
    .take = Me pongo yo
    .hand = Pasar la guardia
    .test = Alerta de prueba
    .drop = Dejar { $when }
duty-on_call_now = Ahora: { $name }, { $until ->
        [open] hasta que alguien tome la guardia.
       *[set] hasta { $until }.
    }
duty-on_call_nobody = Ahora: nadie.
duty-on_call_next = Después: { $name }, desde { $from }.
duty-on_call_none_next = Después: nadie se ha apuntado.
duty-on_call_you = Ahora estás de guardia, { $until ->
        [open] hasta que alguien la tome.
       *[set] hasta { $until }.
    }
duty-on_call_over = { $name } está de guardia ahora. Tú descansas.
duty-on_call_planned = Apuntado: tu guardia va desde { $from } hasta { $to }.
duty-on_call_dropped = Hecho. Ese turno queda libre.
duty-on_call_unread = No pude leerlo. Prueba así: /oncall vie 17:00 a lun 8:00
duty-on_call_hand_to = ¿Quién toma la guardia? Primero le pregunto. Hasta su sí, eres tú.
    .who = { $name }
duty-on_call_nobody_else = No hay nadie más a quien preguntar.
duty-on_call_asked = He preguntado a { $name }. Hasta su sí, eres tú.
duty-on_call_ask = { $name } pregunta: ¿puedes estar de guardia ahora, { $until ->
        [open] hasta que alguien la tome?
       *[set] hasta { $until }?
    }
    .yes = Me pongo yo
    .no = Ahora no
duty-on_call_declined = { $name } no puede ahora. Sigues tú.
duty-on_call_said_no = Muy bien. { $name } lo sabe.
duty-on_call_not_any_more = Eso ya está resuelto.

duty-test = Esto es una prueba. No tiene que ver con nadie.
    .got = Recibida
duty-test_sent = Va una prueba hacia ti.
    .other = Probar también con { $name }
duty-test_sent_to = Va una prueba hacia { $name }.
duty-test_went = La prueba funcionó. Salió a las { $sent }, y tocaste { $seconds ->
        [one] un segundo
       *[other] { $seconds } segundos
    } después.
duty-test_seen = { $name } tocó la prueba { $seconds ->
        [one] un segundo
       *[other] { $seconds } segundos
    } después de salir.

duty-away_choose = ¿Hasta cuándo estarás fuera? Desde ahora las alertas te pasan de largo. Toca, o escribe: /away hasta viernes 8:00
    .until = { $when }
duty-away_unread = No pude leerlo. Prueba así: /away hasta viernes 8:00
duty-away_now = Estás fuera hasta { $when }. Las alertas te pasan de largo.
    .back = Ya estoy aquí
duty-away_set = Estás fuera hasta { $when }. Desde ahora las alertas te pasan de largo. { $went ->
        [0] { "" }
        [one] Una alerta pasó a la siguiente persona.
       *[other] { $went } alertas pasaron a la siguiente persona.
    }
    .back = Ya estoy aquí
duty-away_nobody = Para { $clients ->
        [one] una persona a quien cuidas
       *[other] { $clients } personas a quienes cuidas
    } no hay ahora nadie más a quien avisar. Quienes me administran lo saben.
duty-away_admin = { $name } estará fuera hasta { $when }. Para { $clients ->
        [one] una persona
       *[other] { $clients } personas
    } no hay nadie más a quien avisar. Por favor, mira quién puede estar de guardia.
duty-back = Qué bien tenerte aquí. Las alertas te llegan otra vez. { $open ->
        [0] No hay nada abierto.
        [one] Hay una alerta abierta.
       *[other] Hay { $open } alertas abiertas.
    }
    .alerts = Mostrarlas
duty-passed_by = En la alerta { $number } no se pudo avisar a alguien de la lista. Sigue adelante.

duty-hours = Tu horario

    Trabajas: { $days }, de { $from } a { $to }.
    Tu resumen llega a las { $digest }.

    Lo que puede esperar te llega en estas horas. Lo que no puede esperar llega a cualquier hora.
    .day = { $on ->
        [yes] ✓ { $day }
       *[no] { $day }
    }
    .from = De { $time }
    .to = A { $time }
    .digest = Resumen a las { $time }
duty-hours_one_day = Tiene que quedar al menos un día.
duty-hours_order = El día tiene que empezar antes de acabar.
duty-hours_which = ¿A qué hora?
    .time = { $time }
duty-day_mon = lun
duty-day_tue = mar
duty-day_wed = mié
duty-day_thu = jue
duty-day_fri = vie
duty-day_sat = sáb
duty-day_sun = dom

## Lo que se escribe, en minúsculas, con comas entre medias
words-until = hasta, a, al
words-for = por, durante, en, el, la, otros, otras
words-at = a, las, la, el, de
words-one = un, una, uno
words-hours = hora, horas, h
words-days = dia, dias, día, días, d
words-weeks = semana, semanas
words-today = hoy
words-tomorrow = mañana
words-overmorrow = pasado mañana
words-noon = mediodía
words-midnight = medianoche
words-from = de, desde, del, el
words-test = prueba, test
words-day_mon = lunes, lun
words-day_tue = martes, mar
words-day_wed = miércoles, mié
words-day_thu = jueves, jue
words-day_fri = viernes, vie
words-day_sat = sábado, sáb
words-day_sun = domingo, dom
