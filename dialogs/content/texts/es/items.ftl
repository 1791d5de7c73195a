# Palabras alrededor de lo que es de cada persona: sus señales, habilidades, metas, partes del plan.

item-own_sign = Una de tus propias señales: “{ $label }”. ¿Estuvo hoy?
item-condition = { $label }: ¿cuánto te pesó hoy?
item-dose = ¿Tomaste tu medicina?
    .label = Medicina
    .taken = Sí, la tomé
    .not_taken = No la tomé
    .later = La tomo más tarde
    .side_effect = Tuve una molestia
item-skill = Una de tus habilidades: { $label }. ¿La probaste hoy?

## Cómo fue una meta, en cifras; nombran los días en que se basan
item-goal_yes_no = { $title }: { $answered ->
        [1] { $done ->
            [0] no en el único día que respondiste
           *[other] sí en el único día que respondiste
        }
       *[other] sí en { $done } de los { $answered } días que respondiste
    }, en los últimos { $of }.
item-goal_count_week = { $title }: { $done } en los últimos { $of } días{ $target ->
        [none] .
       *[other] , y la meta es { $target }.
    } Respondiste en { $answered } de ellos.
item-goal_number = { $title }: { $done }{ $target ->
        [none] { "" }
       *[other] { "" } de { $target }
    }, según dijiste { $ago ->
        [0] hoy
        [1] ayer
       *[other] hace { $ago } días
    }.
item-goal_date = { $title }: { $done ->
        [0] hoy es el día.
        [one] falta 1 día.
       *[other] faltan { $done } días.
    } { $ago ->
        [none] Sin respuesta todavía.
        [0] Aún no, según dijiste hoy.
        [1] Aún no, según dijiste ayer.
       *[other] Aún no, según dijiste hace { $ago } días.
    }
item-goal_date_reached = { $title }: hecho, según dijiste { $ago ->
        [0] hoy
        [1] ayer
       *[other] hace { $ago } días
    }.
item-goal_past = { $title }: el día que elegiste ya pasó. Eso pasa.
item-goal_unanswered_yet = { $title }: sin respuesta todavía.
item-goal_unanswered = { $title }: sin respuesta en los últimos { $of } días.
item-review = { $line } ¿Cómo te sientes con eso?
    .on_track = Va bien
    .slower = Más lento de lo que quería
    .stuck = No avanzo
    .change = Quiero cambiarlo

## En qué quedó una meta cuyo día ya pasó
item-past = El día que elegiste ya quedó atrás: { $title }. ¿En qué quedó?
    .done = Lo hice
    .more_time = Necesito más tiempo
    .let_go = La dejo ir
    .other = Otra cosa

item-week = Respondiste en { $answered } de los últimos { $of } días. En { $days } de ellos no habías consumido.

## Las partes de un plan, para dejar o cambiar
item-part = { $title }:
    { $lines }

    ¿La dejamos o la cambiamos?
    .keep = Dejarla
    .change = Cambiarla
item-part_goals = En qué trabajo
item-part_triggers = Qué puede provocarlo
item-part_skills = Qué me ayuda, lo mejor primero
item-part_signs = Mis propias señales
item-part_people = Mi gente
item-part_medicines = Mis medicinas
item-part_rhythm = Cuándo me preguntas

## Cómo se llama cada fase del tratamiento
item-phase_detox = desintoxicación
item-phase_residential = estancia en tratamiento
item-phase_intensive_outpatient = tratamiento varios días a la semana
item-phase_outpatient = tratamiento una vez a la semana
item-phase_aftercare_early = los primeros meses después del tratamiento
item-phase_aftercare_late = el tiempo después del tratamiento
item-phase_remission = por mi propio pie

item-went = { $label }: ¿fuiste?
item-modality = { $name } ({ $dose }): ¿qué tan bien te funciona? 0 es nada, 10 es muy bien.
