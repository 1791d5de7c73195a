# Las pantallas del plan: leer, abrir una parte, cambiarla, acordarla.

plan-title = Tu plan, versión { $version }
plan-title_of = El plan de { $client }, versión { $version }
plan-state_starter = Un primer plan. Crece contigo.
plan-state_draft = Este plan se está haciendo.
plan-state_active = Acordaron este plan en conjunto.
plan-lacks = Para estar completo todavía le falta: { $parts }
plan-lacks_country = tu país
plan-lacks_contacts = dos personas a quienes llamar
plan-ready = Tiene todo lo que necesita. ¿Quieres que sea tu plan desde ahora?
    .agree = Sí, este es mi plan
plan-review_on = Lo miran otra vez en conjunto el { $date }.
plan-back = ‹ El plan
plan-history = Cómo se hizo
plan-back_to = ‹ { $title }

plan-title_goals = En lo que trabajo
plan-title_triggers = Qué puede provocarlo
plan-title_skills = Lo que me ayuda, en orden
plan-title_own_signs = Mis propias señales
plan-title_contacts = Mi gente
plan-title_medicines = Mis medicinas
plan-title_modalities = Mi tratamiento
plan-title_appointments = Mis citas
plan-title_conditions = Con lo que vivo
plan-title_milestones = Lo que celebro
plan-title_schedules = Cuándo me preguntan
plan-title_refusal_line = Cómo digo que no
plan-title_urge_plan = Qué hago cuando se acerca
plan-title_lapse_plan = Qué hago después de consumir
plan-title_signs = Seguridad: mis señales
plan-title_alone = Seguridad: por mi cuenta
plan-title_places = Seguridad: gente y lugares
plan-title_people = Seguridad: a quién le cuento
plan-title_professionals = Seguridad: profesionales
plan-title_surroundings = Seguridad: a mi alrededor
plan-title_phase = Dónde estoy
plan-title_living = Dónde vivo
plan-title_review_on = Cuándo lo miramos otra vez
plan-title_state = El plan entero
plan-title_strengths = Lo que es fuerte en mí
plan-title_thresholds = Cuándo preguntarme por algo
plan-title_ladders = A quién se avisa
plan-title_safety = Mi plan de seguridad
plan-title_texts = En mis palabras

plan-goal_yes_no = { $title } · { $target } días por semana
plan-goal_count_week = { $title } · { $target } por semana
plan-goal_number = { $title } · hasta { $target }
plan-goal_date = { $title } · para el { $by }
plan-goal_none = { $title }
plan-status_proposed = una idea
plan-status_accepted = pronto
plan-status_active = ahora
plan-status_on_hold = en pausa
plan-status_met = lograda
plan-status_partly_met = lograda en parte
plan-status_revised = cambiada
plan-status_dropped = dejada
plan-works = sirve { $n } de 10
plan-stated_client = lo digo yo
plan-stated_clinic = de la clínica
plan-counted_use_free_days =
    { $n ->
        [one] { $n } día sin consumo
       *[other] { $n } días sin consumo
    }
plan-counted_cravings_ridden =
    { $n ->
        [one] { $n } vez que pasaron las ganas
       *[other] { $n } veces que pasaron las ganas
    }
plan-counted_calls =
    { $n ->
        [one] { $n } llamada
       *[other] { $n } llamadas
    }
plan-counted_check_ins =
    { $n ->
        [one] { $n } vez que respondí
       *[other] { $n } veces que respondí
    }
plan-phase_detox = desintoxicación
plan-phase_residential = estancia en tratamiento
plan-phase_intensive_outpatient = tratamiento varios días a la semana
plan-phase_outpatient = tratamiento una vez a la semana
plan-phase_aftercare_early = los primeros meses después del tratamiento
plan-phase_aftercare_late = el tiempo después del tratamiento
plan-phase_remission = por mi propio pie
plan-living_alone = a solas
plan-living_partner = con mi pareja
plan-living_family = con mi familia
plan-living_friends = con amistades
plan-living_sober_home = en una casa sobria
plan-living_no_fixed_place = sin lugar fijo
plan-planstate_starter = un primer plan
plan-planstate_draft = se está haciendo
plan-planstate_active = acordado en conjunto

plan-part_empty = Aquí no hay nada todavía.
plan-add = Añadir
plan-add_of = Proponer algo
plan-thing = { $line }
plan-reword = Decirlo de otra forma
plan-up = Subir
plan-out = Quitar
plan-hold = Dejarla en pausa
plan-go_on = Seguir con ella
plan-met = La logré
plan-check = Mirarla de cerca
plan-log = Anotar hoy
plan-stepped = El paso está hecho
plan-step = Escribir el próximo paso
plan-undo = Deshacer
plan-text = Escribir: { $title }
plan-leave_out = Dejarlo fuera
plan-which_domain = ¿De qué parte de tu vida se trata?

plan-ask_triggers = ¿Qué puede provocarlo? Una hora, un lugar, algo que sientes, una persona.
plan-ask_skills = ¿Qué te ayuda cuando se acerca? Algo que de verdad puedas hacer.
plan-ask_own_signs = ¿En qué notas, o notan otros, que se hace más difícil? Algo pequeño y temprano.
plan-ask_conditions = ¿A qué le puso nombre un médico? Solo lo que sepas.
plan-ask_goals = ¿Cómo dirías ahora esta meta?
plan-ask_contacts = ¿Cómo se llama?
plan-ask_medicines = ¿Cómo se llama?
plan-ask_modalities = ¿Cada cuánto?
plan-ask_appointments = ¿Cómo la llamas?
plan-ask_milestones = ¿Qué te digo ese día?
plan-ask_refusal_line = ¿Cómo dices que no? Una frase que de verdad podrías decir.
plan-ask_urge_plan = ¿Qué harás cuando lleguen las ganas? Paso a paso.
plan-ask_lapse_plan = ¿Qué harás después de consumir? ¿A quién llamas primero?
plan-ask_step = ¿Qué paso pequeño viene ahora?

plan-saved = Hecho. Tu plan es ahora la versión { $version }.
plan-nothing = De acuerdo, todo sigue igual.
plan-gone = Eso ya no está en tu plan.
plan-changed_meanwhile =
    Esto cambió entretanto ({ $name }). Ahora dice:
    { $now }
    
    Tú escribiste:
    { $mine }
    .mine = Usar lo mío
    .theirs = Dejarlo
plan-agreed = Es tu plan desde ahora. Pueden ver que estás de acuerdo: { $names }.
plan-agreed_alone = Es tu plan desde ahora.
plan-refused_empty = Llegó vacío, así que lo dejé como estaba.
plan-refused_too_long = Es demasiado largo para una línea: como mucho { $most } caracteres. Lo dejé como estaba.
plan-refused_too_many = Ya hay { $most } aquí. Quita algo primero y luego añade esto.
plan-refused_past = Ese día ya pasó. Elige uno que todavía venga.
plan-refused_no_measure = A una meta le hace falta algo en qué notarla: cada cuánto, cuánto o para cuándo. Probemos otra vez.
plan-refused_no_such_step = Ese no es uno de los pasos.

plan-version = Versión { $version } · { $date } · { $author }
plan-version_agreed = de acuerdo: { $names }
plan-history_title = Cómo se hizo tu plan, lo más nuevo primero
plan-by_bot = por sí solo
plan-difference_added = + { $title }: { $after }
plan-difference_removed = − { $title }: { $before }
plan-difference_changed = { $title }: { $before } → { $after }
plan-difference_moved = { $title }, nuevo orden: { $after }

plan-step_taken = Bien hecho. Ese paso cuenta.
plan-goal_is_met = Lo lograste: { $title }. Ya es tuyo.

suggestion-notice = Hay algo para mirar en conjunto. Sin prisa.
    .open = Abrir
suggestion-from_counselor = { $name } propone un cambio en tu plan:
suggestion-from_client = { $name } quiere cambiar el plan:
suggestion-agree = De acuerdo
suggestion-no = Ahora no
suggestion-talk = Hablarlo
suggestion-sent = Lo paso. Nada cambia antes de que ambas partes digan que sí.
suggestion-agreed = De acuerdo. Tu plan es ahora la versión { $version }.
suggestion-waits = Gracias. Vale en cuanto { $name } también diga que sí.
suggestion-waits_nobody = Gracias. Vale en cuanto tu consejero o consejera también diga que sí.
suggestion-declined = De acuerdo. Lo dejo, y no pregunto otra vez en un mes.
suggestion-to_talk = Bien. Lo anoté para la próxima charla.
suggestion-is_talk = Alguien de ustedes quiere hablarlo primero.
suggestion-is_agreed = Las dos partes están de acuerdo.
suggestion-is_declined = Esto se dejó por ahora.
suggestion-is_withdrawn = El plan cambió entretanto, así que esto se dejó ir.
suggestion-over = Eso ya está decidido.
suggestion-conflict = El plan cambió entretanto en el mismo lugar, así que lo dejé. Esto no encaja:
suggestion-wish = { $name } quiere cambiar algo: { $words }
suggestion-noted = Lo anoto para ti y para tu consejero o consejera.

plan-co_sign = Firmar también
plan-co_signed = Diste tu acuerdo a la versión { $version }.

plan-question_yes_no = { $title }: ¿lo hiciste hoy?
plan-question_count_week = { $title }: ¿cuántas veces hoy?
plan-question_number = { $title }: ¿dónde estás ahora?
plan-question_date = { $title }: ¿está hecho?
plan-role_none = alguien cercano

suggestion-first_plan = Este es un primer plan, hecho de lo que me contaste. Nada vale antes de que tú y tu consejero o consejera digan que sí. Todo se puede cambiar:
suggestion-aftercare = Este es tu plan para después. Vale en cuanto tú y tu consejero o consejera digan que sí:
plan-to_talk_about = para hablarlo

first_plan-sign_sleep = Duermo mal varios días
first_plan-sign_mood = Todo lo veo gris
first_plan-sign_alone = Paso días a solas
plan-begin = Hacer mi primer plan
plan-ask_intake = Primeras preguntas
plan-ask_discharge = Alta
plan-asked_intake = { $name } recibe las primeras preguntas, ahora o después de sus horas de silencio.
plan-asked_discharge = { $name } recibe preguntas sobre el tiempo después, ahora o tras sus horas de silencio.
plan-offer = Qué dicen las respuestas
plan-offered =
    { $n ->
        [one] Una cosa por la que hablan las respuestas. También la recibió tu cliente:
       *[other] { $n } cosas por las que hablan las respuestas. También las recibió tu cliente:
    }
plan-offered_nothing = Las respuestas de las últimas semanas no piden ningún cambio. También es bueno saberlo.
plan-go_through = Repasarlo
