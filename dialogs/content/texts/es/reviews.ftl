# Mirar atrás: una semana, un mes, una meta, todo el plan.

## La semana
weekly_review-figures = { $week_line }
weekly_review-went_well = ¿Qué salió bien esta semana? Puede ser muy pequeño.
    .short = Salió bien
    .showed_up = Estuve presente
    .asked_for_help = Pedí ayuda
    .kept_a_step = Cumplí un paso
    .got_through = Pude pasarlo
    .rested = Descansé
weekly_review-hardest = ¿Y cuál fue el momento más duro? Bastan unas palabras.
    .short = Lo más duro
weekly_review-halt = Una mirada rápida: ¿hay algo de esto ahora mismo? Marca lo que sea, o toca Listo.
    .short = Ahora mismo
    .hungry = Hambre
    .angry = Enojo
    .lonely = Soledad
    .tired = Cansancio
weekly_review-care_for_it = Qué bueno que lo notaste. Comida, aire, una voz o descanso: todo vale, y puede ir primero.
weekly_review-next_week = ¿Una cosa para la próxima semana? Toca una, o escribe la tuya.
    .short = Próxima semana
    .same_again = Más de lo mismo
    .one_small_step = Un paso pequeño
    .see_someone = Ver a alguien querido
    .more_rest = Más descanso
    .ask_for_help = Pedir ayuda una vez
weekly_review-recap = Gracias por mirar atrás. Esto es lo que me contaste:
    .done = Todo bien

## El mes
monthly_review-hello = Pasó un mes. Veamos qué te ayuda y qué debería cambiar.
monthly_review-where_i_am = En tu plan, este tiempo se llama: { $phase }.
monthly_review-contact = ¿La cantidad de contacto está bien para ti ahora?
    .short = Contacto
    .fits = Está bien
    .more = Quiero más
    .less = Quiero menos
monthly_review-more_contact = Tu sí basta para tener más. Lo paso, para que empiece pronto.
monthly_review-less_contact = Lo paso. Menos contacto es algo que acuerdan juntos, tú y tu consejero o consejera.
monthly_review-change = ¿Qué debería cambiar el próximo mes? Marca lo que sea, o toca Listo.
    .short = A cambiar
    .goals = Mis metas
    .skills = Lo que me ayuda
    .people = Mi gente
    .times = Cuándo me preguntas
    .medicine = Mi medicina
    .help = La ayuda que recibo
monthly_review-change_words = ¿Cómo te gustaría que fuera? Bastan unas palabras.
    .short = Mi deseo
monthly_review-recap = Gracias. Nada cambia solo: lo ven juntos, tú y tu consejero o consejera.
    .done = Todo bien

monthly_review-one_more = Una cosa más, si quieres: tres reglas cortas. Puedes parar cuando quieras.

## Una meta
goal_check-figures = { $goal_line }
goal_check-went = { $goal_title }: ¿cómo va?
    .short = Cómo va
    .well = Bien
    .partly = En parte
    .not_yet = Todavía no
goal_check-helped = Qué bueno. ¿Qué ayudó? Toca una opción, o escríbelo.
    .short = Qué ayudó
    .a_person = Una persona
    .a_fixed_time = Una hora fija
    .a_good_place = Un buen lugar
    .small_enough = Era algo pequeño
    .my_reasons = Mis propias razones
goal_check-obstacle = Así son los pasos. ¿Qué estorbó? Toca una opción, o escríbelo.
    .short = Qué estorbó
    .time = El tiempo
    .energy = La energía
    .nerves = Mis nervios
    .people = Otras personas
    .too_big = Era demasiado
    .forgot = Se me olvidó
goal_check-step_so_far = Tu paso pequeño hasta ahora: { $goal_step }
goal_check-step = ¿Cuál es el próximo paso pequeño? Que quepa en un día normal.
    .short = Próximo paso
    .same_again = El mismo otra vez
    .half_of_it = La mitad
    .with_someone = El mismo, con alguien
goal_check-recap = Esto es lo que me contaste:
    .done = Todo bien

## Todo el plan
plan_review-hello = Este es tu plan, parte por parte. De cada una: déjala, o dime qué cambiar. Nada cambia solo.
plan_review-goals_words = ¿Qué debería ser distinto en tus metas?
    .short = Metas
plan_review-triggers_words = ¿Qué puede provocarlo ahora?
    .short = Qué lo provoca
plan_review-skills_words = ¿Qué te ayuda ahora, y qué ya no?
    .short = Qué ayuda
plan_review-signs_words = ¿Qué señales conoces de ti ahora?
    .short = Mis señales
plan_review-people_words = ¿Quién debe estar en tu lista, y quién ya no?
    .short = Mi gente
plan_review-medicines_words = ¿Qué cambió en tus medicinas? Yo no puedo aconsejar sobre eso. Tu consejero o consejera lo pasa a quien puede.
    .short = Medicinas
plan_review-rhythm_words = ¿Cuándo quieres que te pregunte?
    .short = Horas
plan_review-agree = Eso es todo. ¿Estás de acuerdo con tu plan, con los cambios que pediste?
    .short = Mi plan
    .agree = Sí, de acuerdo
    .talk_first = Antes quiero hablar
plan_review-recap = Gracias. Los cambios los ven juntos, tú y tu consejero o consejera. Esto es lo que me contaste:
    .done = Todo bien
