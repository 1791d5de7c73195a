# Propuestas: lo que dicen las respuestas, con los días en que se basan, y una pregunta. Nada cambia por sí solo.

proposal-skill_first = En los últimos { $days } días, { $skill } ayudó { $helped } de { $tried } veces. { $first } ayudó { $first_helped } de { $first_tried }. ¿Ponemos primero { $skill }?
    .yes = Sí, ponla primero
proposal-skill_rest = En los últimos { $days } días probaste { $skill } { $tried } veces y todavía no ayudó. Valió la pena probar. ¿La pasamos al final de tu lista?
    .yes = Sí, al final
proposal-goal_next = { $title }: lograda { $weeks } semanas seguidas, con respuestas en { $answered } de { $days } días. ¡Muy bien! { $target ->
        [0] Siguiente paso: ¿{ $next }?
       *[other] Siguiente paso: ¿probamos con { $target }?
    }
    .yes = Sí, el siguiente paso
proposal-goal_smaller = { $title }: algo grande desde hace { $weeks } semanas, con respuestas en { $answered } de { $days } días. Los pasos pequeños también cuentan. ¿Probamos con { $target }?
    .yes = Sí, más pequeña
proposal-goal_stuck = { $title }: en los últimos { $days } días esto estorbó { $count } veces: { $obstacle ->
        [time] el tiempo
        [energy] la energía
        [nerves] los nervios
        [people] otras personas
        [too_big] era demasiado
        [forgot] se te pasó
       *[other] «{ $obstacle }»
    }. ¿Lo vemos con tu consejero o consejera?
    .yes = Sí, hablemos
proposal-move_hour = La hora { $at } te sirvió { $kept } de las últimas { $asked } veces, en { $days ->
        [one] { $days } día
       *[other] { $days } días
    }. ¿Te pregunto mejor a las { $to }?
    .yes = Sí, a esa hora
proposal-review_medicine = { $medicine ->
        [none] Tu medicina
       *[other] { $medicine }
    }: un efecto molesto en { $count } de los últimos { $days } días. No puedo aconsejar sobre medicinas. ¿Pide tu equipo que la revise un médico?
    .yes = Sí, avisa al equipo
proposal-medicine_missed = { $medicine ->
        [none] Tu medicina
       *[other] { $medicine }
    }: sin tomar en { $count } de { $answered } días que me contaste, de los últimos { $days }. Gracias por decirlo. ¿Hablamos de qué ayudaría?
    .yes = Sí, avisa al equipo
proposal-new_trigger = «{ $label }» salió { $count } veces en los últimos { $days } días al empezar las ganas. ¿Lo sumamos a lo que puede provocarlas?
    .yes = Sí, súmalo
proposal-treatment_review = { $treatment ->
        [cbt] TCC
        [dbt] DBT
        [mi] Charlas de cambio
        [mindfulness] Atención plena
        [movement] Movimiento
        [mat] Tratamiento con medicina
        [contingency] Recompensas
        [twelve_step] Reuniones
        [family] Charlas en familia
        [peer] Apoyo entre iguales
        [trauma] Trabajo del trauma
       *[other] Un tratamiento
    } ({ $label }): le diste { $highest } de 10 o menos { $count } veces, en { $days ->
        [one] { $days } día
       *[other] { $days } días
    }. Es bueno saberlo. ¿Hablamos de otro camino?
    .yes = Sí, hablemos
proposal-appointment_missed = { $label }: no se pudo las últimas { $count } veces, en { $days ->
        [one] { $days } día
       *[other] { $days } días
    }. Eso pasa. ¿Ayudaría hablar de cómo hacerlo más fácil?
    .yes = Sí, hablemos
proposal-sleep_goal = Noches difíciles: { $count } de las { $answered } que me contaste, en los últimos { $days } días. ¿Ayudaría una meta pequeña para dormir mejor?
    .yes = Sí, añade una meta
proposal-lonely = Sentiste soledad en { $count } de { $weeks } semanas, en los últimos { $days } días. Gracias por contarlo. ¿Ayudaría una meta pequeña con gente?
    .yes = Sí, añade una meta
proposal-step_up = { $why ->
        [use] Hubo consumo en los últimos { $days } días, después de { $count } días sin él. Esos días siguen contando.
        [craving] Las ganas fueron fuertes en { $count } de los últimos { $days } días.
        [missed] Se pasaron las últimas { $count } preguntas, en { $days ->
            [one] { $days } día
           *[other] { $days } días
        }.
       *[safety] En { $count } de los últimos { $days } días no supe por ti que estabas a salvo.
    } ¿Te gustaría más contacto por un tiempo?
    .yes = Sí, más contacto
proposal-step_down = { $weeks } buenas semanas: sin consumo que me contaras y con pocas ganas. Respondiste { $kept } de { $asked } veces en { $days } días. Eso es tuyo. ¿Pasamos a un poco menos de contacto?
    .yes = Sí, un poco menos

## Lugares, como cosas que pueden provocarlo
proposal-place_home = Estar en casa
proposal-place_work = Estar en el trabajo
proposal-place_on_the_way = Estar de camino
proposal-place_out = Estar fuera
proposal-place_with_others = Estar con gente
proposal-place_online = Estar en el teléfono
