# Los diálogos cortos con los que se escribe un plan: una meta, una persona, una medicina, una fecha.

plan_goal-idea = { $whose ->
        [me] ¿Cuál te dice algo? O escribe la tuya, con tus palabras.
       *[other] Una meta para { $client }. ¿Cuál encaja? O escribe una, en palabras de { $client }.
    }
    .short = Meta
plan_goal-measure = ¿En qué se va a notar que funciona?
    .short = Se mide por
    .days = Tantos días a la semana
    .times = Tantas veces a la semana
    .number = Un número que alcanzar
    .date = Un día para lograrla
plan_goal-days = ¿Cuántos días por semana? Pocos está bien: los pasos pequeños se sostienen.
    .short = Días por semana
plan_goal-times = ¿Cuántas veces por semana?
    .short = Veces por semana
plan_goal-number = ¿Qué número es la meta?
    .short = Número
plan_goal-by = ¿Para qué día? Escríbelo así: 2026-05-01.
    .short = Para el
plan_goal-weeks = ¿Por cuánto tiempo, para empezar?
    .short = Para empezar
    .one = Una semana
    .two = Dos semanas
    .four = Cuatro semanas
    .open = Sin final por ahora
plan_goal-step = ¿Cuál es un primer paso pequeño? Mejor de diez minutos o menos. Si lo saltas, te propongo uno.
    .short = Primer paso
    .ten_minutes = Diez minutos de eso
    .tell_someone = Contárselo a alguien
    .put_it_ready = Dejar listo lo necesario
plan_goal-problem = { $whose ->
        [me] ¿Por qué te importa esto? Puedes saltarlo.
       *[other] ¿Por qué le importa a { $client }? Puedes saltarlo.
    }
    .short = Por qué me importa
plan_goal-recap = { $whose ->
        [me] Esta es tu meta:
       *[other] Esta es la meta:
    }
    .done = { $whose ->
            [me] Es mi meta
           *[other] Es la meta
        }

plan_aim-days = { plan_goal-days }
    .short = { plan_goal-days.short }
plan_aim-times = { plan_goal-times }
    .short = { plan_goal-times.short }
plan_aim-number = { plan_goal-number }
    .short = { plan_goal-number.short }
plan_aim-by = { plan_goal-by }
    .short = { plan_goal-by.short }
plan_aim-weeks = ¿Y por cuánto tiempo?
    .short = { plan_goal-weeks.short }
    .as_it_is = Como está
    .one = { plan_goal-weeks.one }
    .two = { plan_goal-weeks.two }
    .four = { plan_goal-weeks.four }
    .open = { plan_goal-weeks.open }

plan_person-who = { $whose ->
        [me] ¿Quién es? Escribe un nombre, y un teléfono si lo tienes.
       *[other] Alguien a quien { $client } pueda llamar. Escribe un nombre, y un teléfono si lo hay.
    }
    .short = Persona
plan_person-role = { $whose ->
        [me] ¿Quién es para ti?
       *[other] ¿Quién es para { $client }?
    }
    .short = { $whose ->
            [me] Para mí
           *[other] Quién es
        }
    .friend = una amistad
    .family = familia
    .partner = pareja
    .sponsor = padrino o madrina
    .colleague = alguien del trabajo
    .neighbour = alguien del barrio

plan_medicine-name = { $whose ->
        [me] ¿Cómo se llama, según la caja?
       *[other] Una medicina de { $client }. ¿Cómo se llama, según la caja?
    }
    .short = Nombre
plan_medicine-dose = ¿Cuánto, según la receta? Yo solo lo muestro.
    .short = Dosis
plan_medicine-times = ¿Cuándo se toma?
    .short = Cada cuánto
    .once = Una vez al día
    .twice = Dos veces al día
    .thrice = Tres veces al día
    .no_fixed = Sin hora fija
plan_medicine-first = ¿A qué hora?
    .short = Primera
plan_medicine-second = ¿Y la segunda vez?
    .short = Segunda
plan_medicine-third = ¿Y la tercera?
    .short = Tercera
plan_medicine-asks = ¿Pregunto en cada una de esas horas, o una sola vez, con la pregunta del día?
    .short = Pregunto
    .each_time = Cada vez que toca
    .once_a_day = Una sola vez al día

plan_times-times = { plan_medicine-times }
    .short = { plan_medicine-times.short }
    .once = { plan_medicine-times.once }
    .twice = { plan_medicine-times.twice }
    .thrice = { plan_medicine-times.thrice }
    .no_fixed = { plan_medicine-times.no_fixed }
plan_times-first = { plan_medicine-first }
    .short = { plan_medicine-first.short }
plan_times-second = { plan_medicine-second }
    .short = { plan_medicine-second.short }
plan_times-third = { plan_medicine-third }
    .short = { plan_medicine-third.short }
plan_times-asks = { plan_medicine-asks }
    .short = { plan_medicine-asks.short }
    .each_time = { plan_medicine-asks.each_time }
    .once_a_day = { plan_medicine-asks.once_a_day }

plan_date-sort = { $whose ->
        [me] ¿Qué tipo de cita es?
       *[other] Una cita de { $client }. ¿Qué tipo es?
    }
    .short = Tipo
    .therapy = Terapia
    .group = Grupo
    .outpatient = Clínica
    .meeting = Reunión
    .doctor = Médico
    .other = Otra cosa
plan_date-label = ¿Cómo se llama? Si lo saltas, uso el tipo.
    .short = Nombre
plan_date-how = ¿Una vez, o cada semana?
    .short = Cada cuánto
    .once = Una vez
    .weekly = Cada semana
plan_date-day = ¿Qué día? Escríbelo así: 2026-05-01.
    .short = Día
plan_date-weekday = ¿Qué día de la semana?
    .short = Día
    .mon = Lunes
    .tue = Martes
    .wed = Miércoles
    .thu = Jueves
    .fri = Viernes
    .sat = Sábado
    .sun = Domingo
plan_date-at = ¿A qué hora?
    .short = Hora
plan_date-place = ¿Dónde? Puedes saltarlo.
    .short = Lugar
plan_date-recap = Esta es la cita:
    .done = Así es

plan_treatment-sort = { $whose ->
        [me] ¿Qué tipo de ayuda es?
       *[other] Ayuda para { $client }. ¿Qué tipo es?
    }
    .short = Tipo
    .cbt = TCC: ideas y hábitos
    .dbt = DBT: para las tormentas
    .mi = Charlas sobre el cambio
    .mindfulness = Atención plena
    .movement = Movimiento o yoga
    .mat = Medicina que ayuda
    .contingency = Premios por pasos
    .twelve_step = Grupo 12 pasos o SMART
    .family = Sesiones en familia
    .peer = Apoyo entre iguales
    .trauma = Ayuda con el pasado
plan_treatment-dose = ¿Cada cuánto?
    .short = Cada cuánto
    .weekly = Una vez por semana
    .twice_a_week = Dos veces por semana
    .every_two_weeks = Cada dos semanas
    .daily = Cada día

plan_milestone-counts = { $whose ->
        [me] ¿Qué te gustaría celebrar?
       *[other] Algo para celebrar con { $client }. ¿Qué cuenta?
    }
    .short = Se cuenta
    .use_free_days = Días sin consumo
    .cravings_ridden = Ganas que pasaron
    .calls = Llamadas hechas
    .check_ins = Respuestas dadas
plan_milestone-many = ¿Cuántas veces o días, en total? Nunca vuelven a cero.
    .short = Cuánto
plan_milestone-own_words = { $whose ->
        [me] ¿Qué te digo ese día? Con tus palabras.
       *[other] ¿Qué le digo a { $client } ese día?
    }
    .short = Palabras

appointment_soon-coming = Mañana: { $date_line }. ¿Vas a ir?
    .short = Mañana
    .yes = Sí
    .not_sure = No sé
    .no = No puedo
appointment_soon-good = Bien. ¿Qué te haría más fácil llegar?
appointment_soon-small = Eso es sincero. Ir los primeros diez minutos también cuenta.
appointment_soon-another = De acuerdo. Una llamada corta para moverla deja la puerta abierta. Puedes hacerla ahora, o pedírselo a alguien.
appointment-useful = Qué bien que fuiste. ¿Te sirvió?
    .short = Me sirvió
    .yes = Sí
    .a_bit = Un poco
    .no = No
appointment-reason = Eso pasa. ¿Qué se cruzó?
    .short = Se cruzó
    .forgot = Se me olvidó
    .unwell = Me sentía mal
    .no_way = No tenía cómo llegar
    .not_ready = Aún no era mi momento
    .moved = La cambiaron
    .other = Otra cosa
appointment-again = Gracias por contarlo. Una llamada hace posible la próxima.

discharge-hello = Dejas esta parte de tu tratamiento. Es un gran paso. Unas preguntas, para que tu plan vaya contigo.
discharge-living = ¿Dónde vas a vivir?
    .short = Vivo
    .alone = A solas
    .partner = Con mi pareja
    .family = Con mi familia
    .friends = Con amistades
    .sober_home = En una casa sobria
    .no_fixed_place = Sin lugar fijo
discharge-first_sign = ¿Cuál sería la primera señal de que se hace más difícil?
    .short = Primera señal
discharge-first_act = ¿Y qué harás primero cuando la veas?
    .short = Lo primero que hago
    .call_someone = Llamar a alguien
    .go_to_meeting = Ir a una reunión
    .leave = Irme del lugar
    .use_now = Abrir /now
discharge-first_person = ¿A quién llamarás primero?
    .short = A quién llamo primero
discharge-date_day = ¿Cuándo es tu primera cita en la clínica después de esto? Escríbelo así: 2026-05-01.
    .short = Primera cita
discharge-date_time = ¿A qué hora?
    .short = Hora
discharge-meeting = ¿Hay un grupo o una reunión cada semana? ¿Qué día?
    .short = Reunión semanal
    .mon = Lunes
    .tue = Martes
    .wed = Miércoles
    .thu = Jueves
    .fri = Viernes
    .sat = Sábado
    .sun = Domingo
    .none = Todavía no
discharge-meeting_time = ¿A qué hora?
    .short = Hora
discharge-rhythm = ¿Cada cuánto te pregunto en los primeros dos meses?
    .short = Pregunto
    .daily = Cada día
    .most_days = Cinco días a la semana
    .three_a_week = Tres días a la semana
discharge-recap = Esto va contigo:
    .done = Así es
discharge-thanks = Gracias. Con esto hago un plan para después. Tú y tu consejero o consejera pueden cambiarlo en cualquier momento.

goal_outcome-until_1 = Bien. ¿Cuánto tiempo quieres darte?
    .short = Nuevo plazo
    .one = Una semana
    .two = Dos semanas
    .four = Cuatro semanas
    .own_day = Un día que elijo
goal_outcome-day_1 = ¿Para qué día? Escríbelo así: 2026-05-01.
    .short = Nuevo día
goal_outcome-words_1 = Cuéntamelo con tus palabras. También lo lee tu consejero o consejera, y la meta queda en pausa hasta que hablen.
    .short = Con mis palabras
goal_outcome-until_2 = { goal_outcome-until_1 }
    .short = { goal_outcome-until_1.short }
    .one = { goal_outcome-until_1.one }
    .two = { goal_outcome-until_1.two }
    .four = { goal_outcome-until_1.four }
    .own_day = { goal_outcome-until_1.own_day }
goal_outcome-day_2 = { goal_outcome-day_1 }
    .short = { goal_outcome-day_1.short }
goal_outcome-words_2 = { goal_outcome-words_1 }
    .short = { goal_outcome-words_1.short }
goal_outcome-until_3 = { goal_outcome-until_1 }
    .short = { goal_outcome-until_1.short }
    .one = { goal_outcome-until_1.one }
    .two = { goal_outcome-until_1.two }
    .four = { goal_outcome-until_1.four }
    .own_day = { goal_outcome-until_1.own_day }
goal_outcome-day_3 = { goal_outcome-day_1 }
    .short = { goal_outcome-day_1.short }
goal_outcome-words_3 = { goal_outcome-words_1 }
    .short = { goal_outcome-words_1.short }

plan_phase-phase = { $whose ->
        [me] ¿En qué punto del tratamiento estás ahora? De eso depende cada cuánto pregunto. Más contacto vale enseguida. Para menos, tu consejero o consejera también dice que sí.
       *[other] ¿En qué punto del tratamiento está { $client } ahora? De eso depende cada cuánto pregunto. Nada cambia antes de que ambas partes digan que sí.
    }
    .short = Tratamiento
    .detox = { plan-phase_detox }
    .residential = { plan-phase_residential }
    .intensive_outpatient = { plan-phase_intensive_outpatient }
    .outpatient = { plan-phase_outpatient }
    .aftercare_early = { plan-phase_aftercare_early }
    .aftercare_late = { plan-phase_aftercare_late }
    .remission = { $whose ->
            [me] { plan-phase_remission }
           *[other] { plan-phase_remission.of }
        }
plan_phase-how_often = { $whose ->
        [me] ¿Cada cuánto te pregunto cómo estás? Tú eliges. /checkin funciona cuando quieras.
       *[other] ¿Cada cuánto quiere { $client } que pregunte? Es su elección.
    }
    .short = Pregunto
    .weekly = Una vez por semana
    .monthly = Una vez al mes
    .quarterly = Cada tres meses
    .none = { $whose ->
            [me] Nunca: vengo yo cuando quiera
           *[other] Nunca
        }
plan_living-living = { $whose ->
        [me] ¿Dónde vives ahora?
       *[other] ¿Dónde vive { $client } ahora?
    }
    .short = Hogar
    .alone = A solas
    .partner = En pareja
    .family = En familia
    .friends = Con amistades
    .sober_home = En una casa sobria
    .no_fixed_place = Sin lugar fijo
