# Las pantallas del plan: leer, abrir una parte, cambiarla, acordarla.

plan-title = Tu plan, versión { $version }
    .of = El plan de { $client }, versión { $version }
plan-state_starter = Un primer plan. Crece contigo.
    .of = Un primer plan. Crece con { $client }.
plan-state_draft = Este plan se está haciendo.
plan-state_active = Acordaron este plan en conjunto.
    .of = { $client } y el equipo acordaron este plan.
plan-state_own = Este es tu plan. Tu consejero o consejera puede ver lo que cambiaste.
    .of = { $client } cambió este plan. Lo distinto está en "Cómo se hizo", y puedes dar tu acuerdo.
plan-lacks = Para estar completo todavía le falta: { $parts }
plan-lacks_country = tu país
    .of = el país
plan-lacks_contacts = dos personas a quienes llamar
plan-ready = Tiene todo lo que necesita. ¿Quieres que sea tu plan desde ahora?
    .agree = Sí, este es mi plan
    .of = Tiene todo lo que necesita. Ahora le toca a { $client } decir que sí.
plan-review_on = Lo miran otra vez en conjunto el { $date }.
plan-older = Una parte de este plan se escribió para otra versión de este programa, y aquí no la puedo mostrar. Se guarda, y nada se pierde.
plan-back = ‹ El plan
plan-history = Cómo se hizo
plan-back_to = ‹ { $title }

plan-title_goals = En lo que trabajo
    .of = En lo que trabaja { $client }
plan-title_triggers = Qué puede provocarlo
    .of = { $client }: qué puede provocarlo
plan-title_skills = Lo que me ayuda, en orden
    .of = Lo que ayuda a { $client }, en orden
plan-title_own_signs = Mis propias señales
    .of = Señales de { $client }
plan-title_contacts = Mi gente
    .of = La gente de { $client }
plan-title_medicines = Mis medicinas
    .of = Medicinas de { $client }
plan-title_modalities = Mi tratamiento
    .of = Tratamiento de { $client }
plan-title_appointments = Mis citas
    .of = Citas de { $client }
plan-title_conditions = Con lo que vivo
    .of = Con lo que vive { $client }
plan-title_milestones = Lo que celebro
    .of = Lo que celebra { $client }
plan-title_schedules = Cuándo me preguntan
    .of = Cuándo se pregunta a { $client }
plan-title_refusal_line = Cómo digo que no
    .of = Cómo dice que no { $client }
plan-title_urge_plan = Qué hago cuando se acerca
    .of = Qué hace { $client } cuando se acerca
plan-title_lapse_plan = Qué hago después de consumir
    .of = Qué hace { $client } después de consumir
plan-title_signs = Seguridad: mis señales
    .of = Seguridad: señales de { $client }
plan-title_alone = Seguridad: por mi cuenta
    .of = Seguridad: { $client } por su cuenta
plan-title_places = Seguridad: gente y lugares
plan-title_people = Seguridad: a quién le cuento
    .of = Seguridad: a quién le cuenta { $client }
plan-title_professionals = Seguridad: profesionales
plan-title_surroundings = Seguridad: a mi alrededor
    .of = Seguridad: alrededor de { $client }
plan-title_phase = En qué punto del tratamiento estoy
    .of = En qué punto del tratamiento está { $client }
plan-title_living = Dónde vivo
    .of = Dónde vive { $client }
plan-title_review_on = Cuándo lo miramos otra vez
plan-title_state = El plan entero
plan-title_strengths = Lo que es fuerte en mí
    .of = Lo que es fuerte en { $client }
plan-title_thresholds = Cuándo preguntarme por algo
    .of = Cuándo preguntar por algo a { $client }
plan-title_ladders = A quién se avisa
plan-title_safety = Mi plan de seguridad
    .of = Plan de seguridad de { $client }
plan-title_texts = En mis palabras
    .of = En palabras de { $client }

plan-goal_yes_no = { $amount } por semana
plan-goal_count_week = { $amount } por semana
plan-goal_number = hasta { $target }
plan-goal_by = para el { $by }
plan-goal_step = próximo paso: { $step }
plan-nothing_there = nada
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
    .of = lo dice { $client }
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
    .of = por su propio pie
plan-living_alone = a solas
plan-living_partner = con mi pareja
    .of = con su pareja
plan-living_family = con mi familia
    .of = con su familia
plan-living_friends = con amistades
plan-living_sober_home = en una casa sobria
plan-living_no_fixed_place = sin lugar fijo
plan-planstate_starter = un primer plan
plan-planstate_draft = se está haciendo
plan-planstate_active = acordado en conjunto

plan-part_empty = Aquí no hay nada todavía.
plan-add = Añadir
    .of = Proponer algo
plan-thing = { $line }
plan-reword = Decirlo de otra forma
plan-up = Subir
plan-out = Quitar
plan-hold = Dejarla en pausa
plan-go_on = Seguir con ella
plan-met = La logré
    .of = Está lograda
plan-check = Mirarla de cerca
plan-log = Anotar hoy
plan-stepped = El paso está hecho
plan-step = Escribir el próximo paso
plan-undo = Deshacer
plan-leave_out = Dejarlo fuera
plan-which_domain = ¿De qué parte de tu vida se trata?
    .of = ¿De qué parte de la vida de { $client } se trata?

plan-ask_triggers = ¿Qué puede provocarlo? Una hora, un lugar, algo que sientes, una persona.
    .of = ¿Qué puede provocarlo en { $client }? Una hora, un lugar, algo que siente, una persona.
plan-ask_skills = ¿Qué te ayuda cuando se acerca? Algo que de verdad puedas hacer.
    .of = ¿Qué ayuda a { $client } cuando se acerca? Algo que de verdad pueda hacer.
plan-ask_own_signs = ¿En qué notas, o notan otros, que se hace más difícil? Algo pequeño y temprano.
    .of = ¿En qué se nota que a { $client } se le hace más difícil? Algo pequeño y temprano.
plan-ask_conditions = ¿Hay algo a lo que un médico le puso nombre? Escríbelo como lo conoces.
    .of = ¿A qué de { $client } le puso nombre un médico? Solo lo que se sepa con certeza.
plan-ask_goals = ¿Cómo dirías ahora esta meta?
    .of = ¿Cómo debe decir ahora esta meta de { $client }?
plan-ask_contacts = ¿Cómo se llama?
    .of = La gente de { $client }: ¿cómo se llama?
plan-ask_medicines = ¿Cómo se llama?
    .of = La medicina de { $client }: ¿cómo se llama?
plan-ask_modalities = ¿Cada cuánto?
    .of = El tratamiento de { $client }: ¿cada cuánto?
plan-ask_appointments = ¿Cómo la llamas?
    .of = La cita de { $client }: ¿cómo se llama?
plan-ask_milestones = ¿Qué te digo ese día?
    .of = ¿Qué le digo a { $client } ese día?
plan-ask_refusal_line = ¿Cómo dices que no? Una frase que de verdad podrías decir.
    .of = ¿Cómo dice que no { $client }? Una frase que de verdad podría decir.
plan-ask_urge_plan = ¿Qué harás cuando lleguen las ganas? Paso a paso.
    .of = ¿Qué hará { $client } cuando lleguen las ganas? Paso a paso.
plan-ask_lapse_plan = ¿Qué harás después de consumir? ¿A quién llamas primero?
    .of = ¿Qué hará { $client } después de consumir? ¿A quién llama primero?
plan-ask_step = ¿Qué paso pequeño viene ahora?
    .of = La meta de { $client }: ¿qué paso pequeño viene ahora?

plan-saved = Hecho. Tu plan es ahora la versión { $version }.
plan-nothing = De acuerdo, todo sigue igual.
plan-gone = Eso ya no está en tu plan.
    .of = Eso ya no está en el plan.
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
    .of = Cómo se hizo el plan de { $client }, lo más nuevo primero
plan-by_bot = por sí solo
plan-difference_added = + { $title }: { $after }
plan-difference_removed = − { $title }: { $before }
plan-difference_changed = { $title }: { $before } → { $after }
plan-difference_moved = { $title }, nuevo orden: { $after }

plan-step_taken = Bien hecho. Ese paso cuenta.

suggestion-notice = Hay algo para mirar en conjunto. Sin prisa.
    .open = Abrir
suggestion-from_counselor = { $name } propone un cambio en tu plan:
    .of = { $name } propone un cambio en el plan de { $client }:
suggestion-from_client = { $name } quiere cambiar el plan:
suggestion-yes = De acuerdo
suggestion-no = Ahora no
suggestion-talk = Hablarlo
suggestion-sent = Lo paso. Nada cambia antes de que ambas partes digan que sí.
suggestion-agreed = De acuerdo. Tu plan es ahora la versión { $version }.
    .of = De acuerdo. El plan de { $client } es ahora la versión { $version }.
suggestion-waits = Gracias. Vale en cuanto { $name } también diga que sí.
suggestion-waits_nobody = Gracias. Vale en cuanto tu consejero o consejera también diga que sí.
suggestion-declined = De acuerdo. Lo dejo, y no pregunto otra vez en un mes.
suggestion-to_talk = Bien. Lo anoté para la próxima charla.
suggestion-is_talk = Alguien de ustedes quiere hablarlo primero.
suggestion-is_agreed = Las dos partes están de acuerdo.
suggestion-is_declined = Esto se dejó por ahora.
suggestion-is_withdrawn = El plan cambió entretanto, así que esto se dejó ir.
suggestion-take_back = Retirarla
suggestion-taken_back = Retirada. Nada ha cambiado.
suggestion-is_taken_back = Se retiró. Nada ha cambiado.
suggestion-left = De acuerdo. Lo dejo como está.
suggestion-left_by = { $name } lo dejó por ahora.
suggestion-wish_left = De acuerdo. Por ahora tiene que esperar, y las palabras se guardan.
    .of = De acuerdo. { $client } lee que por ahora tiene que esperar. Las palabras se guardan.
suggestion-wish_waits = { $name } lo leyó. Por ahora tiene que esperar. Tus palabras se guardan.
    .of = { $name } lo leyó. Por ahora tiene que esperar, y { $client } también lo leyó.
suggestion-asked_of = { $words }
    .of = Esto le pregunté a { $client }:
    “{ $words }”
plan-waits = Espera una respuesta
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
    .of = Este es un primer plan para { $client }, hecho de lo que me contó. Nada vale antes de que ambas partes digan que sí. Todo se puede cambiar:
suggestion-aftercare = Este es tu plan para después. Vale en cuanto tú y tu consejero o consejera digan que sí:
    .of = Este es el plan de { $client } para después. Vale en cuanto ambas partes digan que sí:
plan-to_talk_about = para hablarlo

first_plan-sign_sleep = Duermo mal varios días
first_plan-sign_mood = Todo lo veo gris
first_plan-sign_alone = Paso días a solas
first_plan-sign_condition = Lo que vivo pesa más durante días
plan-begin = Hacer mi primer plan
plan-ask_intake = Hacer las primeras preguntas
plan-ask_discharge = Preguntar por el alta
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

## En qué quedó una meta cuyo día ya pasó
plan-outcome = ¿En qué quedó?
plan-outcome_of = En qué quedó: { $title }
plan-outcome_done = Lo lograste: { $title }. Ya es tuyo.
plan-outcome_more_time = De acuerdo: { $title }, para el { $by }.
plan-outcome_let_go = La dejas ir: { $title }. Eso también es una decisión.
plan-outcome_past = { $title }: ese día ya pasó, así que lo dejé como estaba. Con /goals puedes elegir otro.

## Sobre la persona
plan-title_about = Sobre mí
    .of = Sobre { $client }
plan-about_line = { $title }: { $value }
plan-change = Cambiar: { $title }
plan-left_out = Se dejó fuera a propósito.
plan-ask_strengths = ¿Qué es fuerte en ti? Una cosa por línea.
    .of = ¿Qué es fuerte en { $client }? Una cosa por línea.
plan-ask_safety = { $title }: ¿qué dice ahí? Una cosa por línea.
    .of = El plan de seguridad de { $client }. { $title }: ¿qué dice ahí? Una cosa por línea.

## Aquello con lo que se vive tiene su meta, su señal, su pregunta y su ayuda
plan-condition_added = ¿Ayudaría algo pequeño para eso? Tú eliges, y todo puede esperar.
    .of = ¿Ayudaría a { $client } algo pequeño para eso?
plan-goal_for = Una meta pequeña para eso
plan-sign_for = Una señal de que empeora
plan-ask_about = Pregúntame por eso
    .of = Preguntar por eso
plan-ask_no_more = No me preguntes más por eso
    .of = No preguntar más por eso
plan-treatment_for = Ayuda para eso
plan-ask_sign_for = ¿En qué notas temprano que esto se hace más difícil: { $title }?
    .of = ¿En qué se nota que esto se le hace más difícil a { $client }: { $title }?

## Por qué se hizo una versión
plan-reason_starter = el comienzo
plan-reason_undo = deshecho
plan-reason_active = con su acuerdo
plan-reason_goal_check = tras mirar una meta
plan-reason_goal_outcome = llegó su día
plan-reason_rated = qué tan bien funciona
plan-reason_times = otras horas
plan-reason_missed = qué pasa si falta una respuesta
plan-reason_safety_plan = plan de seguridad escrito
plan-reason_first_plan = de la primera charla
plan-reason_aftercare = para después
plan-reason_out = quitado
plan-reason_up = en otro orden
plan-reason_hold = en pausa
plan-reason_go_on = sigue
plan-reason_met = lograda
plan-reason_stepped = un paso dado
plan-reason_ask_about = para preguntar
plan-reason_ask_no_more = sin más preguntas
plan-reason_leave_out = dejado fuera a propósito
plan-reason_signs = cuándo habla una señal
plan-reason_expected = una señal que es de esperar
plan-reason_phase = otra etapa
plan-reason_answers = lo dijeron las respuestas

## Qué se tomó, y cuándo
plan-meds = Qué tomé, y cuándo
plan-meds_title = Mis medicinas
plan-meds_empty = No hay ninguna medicina en tu plan. Si un médico te da una, puedes añadirla aquí.
plan-meds_share =
    { $told ->
        [0] En los últimos { $of } días no me contaste nada de ella.
        [1] { $taken ->
            [0] No la tomaste el único día que me contaste, en los últimos { $of }.
           *[other] La tomaste el único día que me contaste, en los últimos { $of }.
        }
       *[other] La tomaste en { $taken } de los { $told } días que me contaste, en los últimos { $of }.
    }
plan-meds_last = La última vez: { $when }.
plan-meds_taken = La tomé
plan-meds_taken_of = La tomé: { $name }
plan-meds_not_taken = Hoy no
plan-meds_not_taken_of = Hoy no: { $name }
plan-meds_change = Cambiar mis medicinas

## El plan de seguridad, paso a paso
plan-step_signs = 1 Mis señales
    .of = 1 Señales de { $client }
plan-step_alone = 2 Por mi cuenta
    .of = 2 { $client } por su cuenta
plan-step_places = 3 Lugares y compañía
plan-step_people = 4 A quién se lo digo
    .of = 4 A quién se lo dice { $client }
plan-step_professionals = 5 Profesionales
plan-step_surroundings = 6 Un lugar más seguro
plan-safety_hint = Toca un paso para escribirlo de nuevo. En peligro, o si no sabes: /sos.
    .of = Toca un paso para proponer otras palabras.
plan-safety_all = Recorrer los seis pasos
plan-texts_hint = Toca uno para escribirlo de nuevo.
    .of = Toca uno para proponer otras palabras.
plan-reword_medicines = Cambiar el nombre
plan-reword_contacts = Cambiar el nombre
plan-reword_appointments = Cambiar el nombre
plan-reword_modalities = Cambiar cada cuánto
plan-reword_milestones = Cambiar las palabras
plan-aim = Cambiar cuánto
plan-retime_medicines = Cambiar las horas
plan-anew_medicines = Escribirla de nuevo
plan-anew_contacts = Escribir de nuevo nombre y número
plan-anew_appointments = Cambiar día, hora o lugar
plan-anew_milestones = Cambiar el número
plan-medicine_asks = pregunto cada vez
    .of = se pregunta cada vez
