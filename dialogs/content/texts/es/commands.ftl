# Comandos, tarjetas y las frases cortas alrededor de un diálogo.

commands-menu_checkin = Responder ahora
commands-menu_now = Ayuda para este momento
commands-menu_sos = Gente y números, al instante
commands-menu_plan = Mi plan
commands-menu_goals = Mis metas
commands-menu_meds = Mis medicinas
commands-menu_safety = Mi plan de seguridad
commands-menu_coping = Cosas que ayudan
commands-menu_people = Mi gente
commands-menu_message = Escribir a mi consejero o consejera
commands-menu_learn = Lecturas cortas para gente cercana
commands-menu_lost = Alguien perdió su teléfono
commands-menu_times = Mis horas
commands-menu_pause = Hacer una pausa
commands-menu_privacy = Quién ve qué
commands-menu_help = Lo que puedo hacer
commands-menu_language = Idioma
commands-menu_export = Una copia de lo mío
commands-menu_delete = Borrar lo mío
commands-menu_looked = Quién ha mirado
commands-menu_clear = Vaciar este chat
commands-menu_alerts = Lo que está abierto
commands-menu_clients = Las personas que cuido
commands-menu_invite = Invitar a alguien
commands-menu_digest = Mi día
commands-menu_oncall = Quién está de guardia
commands-menu_away = Me ausento un tiempo
commands-menu_hours = Mi horario
commands-menu_figures = Cifras de la semana

commands-help_client = Esto es lo que puedo hacer:

    /checkin – responder ahora
    /now – ayuda para este momento
    /sos – gente y números, al instante
    /plan – tu plan
    /goals – cómo va
    /meds – tus medicinas, y cuándo las tomaste
    /safety – tu plan de seguridad
    /coping – ejercicios, y páginas tuyas
    /people – quién está contigo, y qué recibe
    /invite – pedir a alguien que esté contigo
    /message – escribir a quien te acompaña
    /times – cuándo pregunto, y cuándo callo
    /pause – una pausa de unos días
    /discreet – qué muestra un teléfono bloqueado, y cómo contactarte
    /privacy – qué se guarda, y quién puede leerlo
    /looked – quién ha mirado tus cosas
    /export – una copia de todo, para ti
    /delete – borrarlo todo
    /clear – quitar lo que escribí aquí hace poco
    /language – español, inglés o ruso
    /back, /skip y /stop sirven en cada pregunta

    Puedes tocar o escribir, como te sea más fácil.
commands-help_counselor = Esto es lo que puedo hacer:

    /alerts – lo que está abierto
    /digest – tu día
    /clients – las personas que cuidas
    /oncall – quién está de guardia, ahora y después
    /away – que las alertas te pasen de largo un tiempo
    /hours – cuándo trabajas
    /figures – cifras de la semana
    /invite – invitar a alguien
    /lost – alguien perdió su teléfono
    /privacy – qué se guarda, y quién puede leerlo
    /language – español, inglés o ruso
    /sos – gente y números, al instante
commands-help_admin = Esto es lo que puedo hacer:

    /figures – cifras de la semana
    /invite counselor – invitar a alguien del equipo
    /privacy – qué se guarda, y quién puede leerlo
    /language – español, inglés o ruso
    /sos – gente y números, al instante
commands-help_supporter = Esto es lo que puedo hacer:

    /people – a quién apoyas, y qué puedes hacer
    /learn – lecturas cortas para gente cercana
    /stop – hacer una pausa, o terminar
    /privacy – qué se guarda, y quién puede leerlo
    /language – español, inglés o ruso
    /sos – gente y números, al instante
commands-help_stranger = Soy Handrail, un compañero para personas en recuperación. Trabajo con invitación: te la puede enviar tu consejero, o la persona a quien apoyas.

    /sos – gente y números, al instante, para todos
    /privacy – qué se guarda, y quién puede leerlo
    /language – español, inglés o ruso
commands-unknown = Eso no lo conozco. /help muestra lo que puedo hacer.
commands-no_open_question = Gracias por escribir. Soy un programa, y no guardé nota de esto. En un momento duro está /now, y /sos tiene gente y números. Para responder: /checkin.
commands-nobody_reads = Gracias por escribir. Soy un programa, y nadie lee este chat. Para llegar a alguien, escríbele tú, por favor. /help muestra lo que puedo hacer.
commands-media = Eso no lo puedo abrir aquí. El micrófono de tu teclado puede escribir por ti.
commands-edited = Veo que cambiaste un mensaje anterior. Envíalo como uno nuevo, por favor, para que no se pierda nada.
commands-expired_button = Ese botón es demasiado viejo para funcionar.
commands-stopped = Parado. Lo que me contaste queda guardado. Vuelve cuando quieras con /checkin.
commands-stopped_part = Paramos esa parte. Seguimos.
commands-stopped_plan = Parado. El plan queda como estaba.
commands-stopped_craving_now = Parado. Lo que me contaste queda guardado. /now está aquí cuando se ponga duro.
commands-stopped_sos = De acuerdo. /sos está aquí a cualquier hora.
commands-stopped_whose = De acuerdo. /sos está aquí a cualquier hora, también para ti.
commands-not_now = Está bien. Solo guardo tu idioma y tu país, sin nombre y sin respuestas. /sos funciona igual. Si cambias de idea, toca aquí o abre otra vez tu invitación.
    .back = Empezar otra vez

commands-accepted_sponsor = Gracias. Se lo digo a { $client }. Cuando hagas falta, te escribo aquí. /people muestra qué puedes hacer. Con /stop puedes hacer una pausa, o terminar.
commands-accepted_family = Gracias. Se lo digo a { $client }. Cuando haya algo para ti, te escribo aquí. /people muestra qué puedes hacer. Con /stop puedes hacer una pausa, o terminar.
commands-declined = Está bien, y gracias por decírmelo. Le digo a { $client } que ahora no. Si cambias de idea, toca aquí o abre otra vez tu invitación.
    .back = Empezar otra vez
commands-parting_stay = Qué bueno que sigues. Nada ha cambiado.
commands-parting_pause = Disfruta de la calma. Hasta { $date } no sabrás nada por mí de { $client }. /start te trae antes.
commands-parting_leave = Hecho. Ya no sabrás nada por mí de { $client }. Gracias por haber estado.
commands-parting_back = Hola de nuevo. { $client } ya lo sabe.
commands-supporter_accepted = { $name } dijo que sí. No se comparte nada hasta que tú lo elijas: /people.
commands-supporter_declined = { $name } dijo "ahora no". No se compartió nada, y puedes preguntar otra vez más adelante.
commands-supporter_pause = { $name } hace una pausa hasta { $date }. No dice nada de ti.
commands-supporter_leave = { $name } dio un paso atrás y ya no sabe nada por mí. Pasa por muchas razones. No dice nada de ti. /people muestra quién está contigo.
commands-supporter_back = { $name } volvió de su pausa.
commands-nothing_to_stop = Todo en calma: ahora no hay nada que parar.
commands-started_anew = Cambié desde la última vez, así que empecemos de nuevo. Lo que me contaste queda guardado.
commands-still_here = Aquí estábamos:
commands-waits = Primero esto. Tu pregunta del día viene justo después.
commands-your_turn = Y ahora tu pregunta del día:
commands-first_this = Primero esto. Después, toca otra vez la otra.
commands-left_out = Esta vez dejo la otra. Aquí estábamos:
commands-late = Esto es sobre { $when }, no sobre ahora.
commands-late_which = Esto era para { $when }. ¿Me cuentas de entonces o de ahora?
    .then = De { $when }
    .now = De ahora
commands-yesterday = El día de ayer sigue abierto. Puedes llenarlo, si quieres.
    .fill = Llenar ayer
commands-yesterday_ours = Ayer no estuve para preguntarte. Puedes llenarlo, si quieres.

commands-prompt = Hola. Un minuto para ti, cuando quieras.
    .start = Empezar
    .later = Más tarde
    .short = Versión corta
commands-prompt_started = Hola. Gracias por tomarte un minuto.
commands-prompt_waits = Hola. Esta viene después.
commands-prompt_left_out = Hola. La dejé esta vez: estabas en medio de algo.
commands-prompt_closed = Esta está cerrada. No pasa nada.
commands-prompt_missed = Esta está cerrada. No pasa nada. Aún puedes llenarla hasta que venga la próxima.
    .start = Llenarla
commands-prompt_putting_off = ¿Cuándo te viene mejor?
    .soon = En 30 minutos, a las { $time }
    .later = En 2 horas, a las { $time }
    .tonight = Esta noche a las { $time }
commands-prompt_now = Puedo tenerla abierta hasta las { $time }, pero no preguntar otra vez antes. ¿La haces ahora?
    .start = Ahora
commands-set_aside = De acuerdo, la dejo a un lado. /checkin la trae de vuelta.
commands-prompt_later = De acuerdo. Pregunto otra vez a las { $time }.
commands-prompt_too_late = Esta ya está cerrada. /checkin empieza una nueva.
commands-reminder = Sigo aquí, si tienes un minuto.
    .start = Empezar
    .short = Versión corta
commands-already_done = Esta ya la hiciste. Gracias.
commands-done_today = Esta ya la hiciste. ¿Cambiar una respuesta?
    .again = Responder otra vez
commands-change_kept = Cambiado. Tu primera respuesta queda guardada detrás de la nueva.
commands-change_nothing = De acuerdo, todo queda como estaba.
commands-change_stopped = De acuerdo. Lo que cambiaste hasta ahora queda guardado.
commands-change_too_late = Esta tiene más de dos días, así que queda como está. Puedes contarme lo que es cierto ahora: /checkin.

commands-closing = Gracias por responder.
    .change = Cambiar una respuesta
commands-closing_sees_private = Quién ve esto: solo tú.
commands-closing_sees = Quién ve esto: { $names }.
commands-closing_sees_what = { $name } ({ $what })
commands-closing_step = Un próximo paso de tu plan: { $step }
commands-closing_next = Próxima pregunta: { $when }.
commands-welcome_next = Todo listo. Tu primera pregunta es { $when }, hora de { $place }.
commands-closing_no_next = No tienes ninguna pregunta prevista.
commands-sos_safe = Me alegra que estés a salvo. Aquí estoy, y también tu gente. /now ayuda si se pone más duro, /sos a cualquier hora.
commands-craving_closing = Lo pasaste. Fue de { $before } a { $after }.
commands-craving_closing_still = Ahora está en { $after }. No tienes que hacer lo que sigue a solas: /sos muestra a quién llamar.
commands-craving_kept = Guardado con tu plan. Gracias por contármelo.


commands-goals = Cómo van tus metas
commands-goals_none = Todavía no hay metas. Las eliges junto con tu consejero o consejera.
commands-goals_use_free = Sin consumo en { $free } de los { $asked } días que me contaste, en los últimos { $window }.

commands-people = Tu gente
commands-people_none = Aquí no hay nadie contigo todavía. Tu consejero o consejera puede ayudar con eso.
commands-role_counselor = consejería
commands-role_sponsor = padrino
commands-role_family = familia
commands-role_client = cliente
commands-role_admin = administración

commands-category_presence = que respondiste
commands-category_milestones = buenas noticias
commands-category_goals = metas
commands-category_mood = ánimo
commands-category_cravings = ganas
commands-category_use = consumo
commands-category_medication = medicinas
commands-category_alerts = cuando necesitas a alguien
commands-category_notes = notas
commands-category_plan = tu plan
commands-category_charts = gráficos

commands-clients = Las personas que cuidas
commands-clients_open = { $name }
commands-clients_none = Todavía no hay nadie contigo. /invite hace una invitación.
commands-clients_line = { $name } · última respuesta { $last } · perdidas seguidas: { $missed } · alertas abiertas: { $alerts }
commands-leaf =
    .back = Atrás
    .more = Más
commands-clients_never = nunca
commands-alerts = Alertas abiertas
commands-alerts_line = Alerta { $number } · { $client } · { $state } · desde { $since }
commands-alerts_open = Abrir alerta { $number }
commands-alerts_none = No hay nada abierto.
commands-alert_state_raised = nadie la tiene aún
commands-alert_state_acknowledged = alguien se ocupa
commands-alert_state_unanswered = nadie respondió
commands-alert_state_yours = tuya
commands-alert_state_taken_by = se ocupa { $name }
commands-alerts_more = … y { $count } más

commands-your_clinic = tu equipo
commands-joined_counselor = Te damos la bienvenida, { $name }. Aquí sabrás cuando alguien a quien cuidas te necesite.
commands-joined_admin = Te damos la bienvenida, { $name }. Cuidas del bot; no ves respuestas de nadie.

commands-privacy = Lo que debes saber:

    Telegram puede leer lo que se escribe en un chat con un bot, lo tuyo y lo mío. No va cifrado de extremo a extremo. También puede leerlo quien tenga tu teléfono: /clear quita lo que escribí hace poco.
    De nuestro lado, tus respuestas están cerradas con una llave tuya. Los registros y las cifras no llevan nombres ni palabras.
    Tu consejero ve lo que acordaste. Padrino y familia no ven nada si tú no lo eliges. /people muestra quién ve qué, /looked quién ha mirado.
    Es tuyo: /export te da una copia, /delete lo borra todo.
    Nadie vigila este chat a cada minuto. Si hay peligro, llama a emergencias: /sos.
commands-language = Contigo hablo español. ¿Te resulta más fácil otro idioma?
commands-language_set = De acuerdo, desde ahora en español.
commands-language_stranger = Hablo español, inglés y ruso: el idioma de tu Telegram, o inglés.

commands-when_yesterday = ayer a las { $time }
commands-when_today = hoy a las { $time }
commands-when_tomorrow = mañana a las { $time }
commands-when_date = { $date } a las { $time }

commands-page = { $client } escribió esto y quiere que lo leas:
commands-page_shared = Ahora lo puede leer: { $names }. Nadie más.
commands-page_nobody = Todavía no hay nadie que pueda leerlo, así que sigue siendo solo tuyo. /people muestra quién está contigo.
commands-feedback = Alguien escribió sobre el bot:
    { $words }
commands-feedback_named = { $name } escribió sobre el bot:
    { $words }
commands-reached = Escribiste esto para hoy: «{ $words }»
commands-reached_shared = Dentro de una hora, no antes, esta buena noticia sale para { $names }, como acordaste. Dice así:
    .send = Enviarla ya
    .keep = Guardarla para mí
commands-reached_translated = En tu idioma dice:
commands-reached_sent = Va en camino. En las horas de silencio espera a que terminen.
commands-reached_kept = Guardada. Nadie se entera.
commands-reached_over = Esta ya no espera: ya salió, o la guardaste.
