# Medicinas. Ni una palabra sobre dosis, nunca.

medication-names = { $medicine }
medication-well_done = Bien. Una cosa hecha por hoy.
medication-ask_again = De acuerdo. Pregunto otra vez en unas dos horas.
medication-reason = Gracias por decirlo. ¿Qué pasó?
    .short = Motivo
    .forgot = Se me olvidó
    .ran_out = Se me acabó
    .felt_unwell = Me sentía mal
    .did_not_want = No quería
    .other = Otra cosa
medication-effect = Lo siento. ¿Qué notas? Marca todo lo que sea cierto.
    .short = Molestia
    .stomach = Estómago
    .head = Dolor de cabeza o mareo
    .sleepy = Mucho sueño
    .skin = Piel o picor
    .mood = Ánimo o sueño
    .breath = Me cuesta respirar, hinchazón
    .dark_thoughts = Ideas oscuras
medication-safe_now =
    Eso lo tiene que ver una persona. ¿Estás a salvo ahora mismo? Si cuesta respirar, llama primero a emergencias: /sos tiene el número.

    Si respondes "no" o "no sé", se avisa a alguien de tu equipo. También si saltas la pregunta o callas 10 minutos.
    .short = A salvo ahora
    .yes = Sí, estoy a salvo
    .no = No
    .not_sure = No sé
medication-care = Gracias por contármelo. No tienes que pasar por esto a solas. Toca /sos: ahí están emergencias y tu gente.
medication-effect_words = ¿Algo más? ¿Desde cuándo, qué tan fuerte?
    .short = Con mis palabras
medication-counselor_told = { $counselor } lo verá. Yo no puedo aconsejar sobre medicinas, pero tu médico, enfermera o farmacia sí. Puedes llamar hoy.
medication-team_told = Tu equipo lo verá. Yo no puedo aconsejar sobre medicinas, pero tu médico, enfermera o farmacia sí. Puedes llamar hoy.

medicine_log-well_done = { medication-well_done }
medicine_log-reason = { medication-reason }
    .short = { medication-reason.short }
    .forgot = { medication-reason.forgot }
    .ran_out = { medication-reason.ran_out }
    .felt_unwell = { medication-reason.felt_unwell }
    .did_not_want = { medication-reason.did_not_want }
    .other = { medication-reason.other }
medicine_log-counselor_told = { medication-counselor_told }
medicine_log-team_told = { medication-team_told }
