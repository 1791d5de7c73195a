# La gente alrededor: entrar, compartir, retirar. Lo que lee quien está en tratamiento, o quien llega.

# En la puerta
circle-digits = Ya casi estás. Por favor, di este número a quien te invitó, en persona o por teléfono:

    { $code }

    Esa persona lo marca en su lado. Hasta entonces nadie ve nada aquí.
circle-someone = Alguien abrió tu invitación.
    .open = Mirar
circle-who_is_it = Se abrió la invitación { $role ->
    [client] para entrar en tratamiento
    [sponsor] para tu padrino o madrina
    [counselor] para el equipo
   *[family] para tu familia
}. Su nombre en Telegram es «{ $name }»; un nombre no prueba nada. Pide a esa persona sus cuatro cifras, en persona o por teléfono.

    { $typed }
circle-who_is_it_unnamed = Se abrió la invitación { $role ->
    [client] para entrar en tratamiento
    [sponsor] para tu padrino o madrina
    [counselor] para el equipo
   *[family] para tu familia
}. Pide a esa persona sus cuatro cifras, en persona o por teléfono.

    { $typed }
circle-key = { $key }
circle-key_back = ⌫
circle-not_them_button = No es esa persona
circle-not_them = Qué bien que miraste. No entró nadie y no se compartió nada. /invite hace otra invitación.
circle-wrong_digits = Esas no son las cifras. { $left ->
    [one] Queda un intento.
   *[other] Quedan { $left } intentos.
}
circle-closed = Tampoco eran esas cifras, así que cerré la invitación. No se compartió nada. /invite hace otra.
circle-let_in = Correcto. { $name } ya puede entrar.
circle-moved_told = Correcto. { $name } está de vuelta en un chat nuevo. No se perdió nada.
circle-moved = Hola de nuevo, { $name }. Todo está como lo dejaste. El chat antiguo quedó cerrado.

# Invitar
circle-invite = ¿A quién quieres a tu lado? No ve nada que tú no elijas.
    .sponsor = Padrino o madrina
    .family = Familia, o alguien cercano
    .client = Alguien a quien atiendo
    .contact = Solo un nombre para llamar: amistad, grupo
circle-invitation = Aquí hay una invitación para una persona. Sirve una vez, hasta { $until }. Envíala de un modo seguro para las dos partes. Al abrirla, la persona recibe cuatro cifras; que te las diga en persona o por teléfono.

    { $link }

# Teléfono o cuenta perdidos
circle-lost_whose = ¿Quién perdió su teléfono o su cuenta?
circle-lost = Si { $name } perdió el teléfono o la cuenta, cierro el chat antiguo ahora mismo. No se pierde nada: una invitación nueva lleva de vuelta a todo.
    .lock = Cerrar el chat antiguo
circle-leave_it = Dejarlo como está
circle-lost_locked = El chat antiguo de { $name } está cerrado. Esta invitación lleva de vuelta. Pide cuatro cifras, como al principio:

    { $link }

# Todos en una pantalla
circle-name = { $name }
circle-person = { $name } · { $role }
circle-gets = Recibe: { $what }
circle-gets_nothing = nada
circle-everything = todo
circle-begins = Empieza el { $date }
circle-ends = Hasta el { $date }
circle-rests = Lo compartido está en pausa hasta { $until }
circle-until_you_end_it = que tú lo termines
circle-away = Hace una pausa hasta el { $date }
circle-greetings_on = Las palabras amables de { $name } te llegan.
circle-greetings_off = Las palabras amables de { $name } no te llegan. Nadie se lo dijo.
circle-waits = Alguien está en la puerta ({ $role ->
    [sponsor] padrino o madrina
    [client] tratamiento
    [counselor] equipo
   *[family] familia
}). Envíame sus cuatro cifras.
circle-also_there = También están para ti:
circle-learn_only = Ahora no apoyas a nadie aquí.
circle-do_share = Qué recibe
circle-do_pause = Poner en pausa
circle-do_resume = Seguir compartiendo
circle-do_stop_all = Dejar de compartir
circle-do_stop_one = Dejar de compartir esto
circle-do_call_me = Pedir una llamada
circle-do_greetings_on = Recibir palabras amables
circle-do_greetings_off = Sin palabras amables por ahora
circle-do_new_phone = Teléfono nuevo
circle-do_remove = Sacar de mi gente
circle-do_write = Escribir un mensaje
circle-do_told = Qué se le dijo
circle-do_back = Volver
circle-do_invite = Invitar a alguien
circle-do_contact = Añadir un nombre para llamar
circle-do_receipts = A quién se dijo qué

# Compartir
circle-what_to_share = ¿Qué puede recibir { $name }? Toca algo y verás las palabras exactas antes de decir que sí.
circle-is_shared = ✓ { $what }
circle-can_be_shared = { $what }
circle-not_yet = { $name } aún no ha dicho que sí. Antes de eso no se puede compartir nada.
circle-preview = Si dices que sí a «{ $what }», { $name } recibe esto:
circle-preview_example = Todavía no hay nada que contar, así que esto es un ejemplo.
circle-preview_translated = { $name } lee en otro idioma. En el tuyo dice:
circle-counselor_would_see = { $name } vería esto de ti: { $what }.
circle-example_milestone = dos semanas que son mías
circle-example_goal = Un paseo al día
circle-example_skills = Un paseo · Llamar a alguien
circle-cool_off = Empezaría el { $date }, un día después de tu sí. Hasta entonces puedes retirarlo, y nadie lo sabrá nunca.
circle-take_back = Puedes retirarlo cuando quieras, con dos toques. { $name } no recibe aviso.
circle-yes_for = Sí, por { $days } días
circle-yes_open = Sí, hasta que yo lo termine
circle-no = No
circle-words_changed = Las palabras cambiaron desde que miraste. Ahora son así.
circle-granted = Hecho. { $name } recibe: { $what }.
circle-granted_later = Hecho. Desde el { $date }, { $name } recibe: { $what }.

# Retirar
circle-stop = ¿Dejar de compartir «{ $what }» con { $name }? Termina al momento, y { $name } no recibe aviso.
    .yes = Sí, dejarlo
circle-stop_all = ¿Dejar de compartir todo con { $name }? Termina al momento, y { $name } no recibe aviso.
    .yes = Sí, dejarlo todo
circle-keep_it = Dejarlo así
circle-stopped = Hecho. A { $name } ya no le llega nada.
circle-rest = ¿Poner en pausa lo que compartes con { $name }? { $name } no recibe aviso. ¿Cuánto tiempo?
    .for = { $days } días
    .open = Hasta que yo lo termine
circle-rests_now = Lo que compartes con { $name } queda en pausa hasta { $until }.
circle-goes_on = Sigues compartiendo con { $name }.
circle-remove = ¿Sacar a { $name } de tu gente? Ya no le llega nada, y no le escribo sobre esto.
    .yes = Sí
circle-removed = Hecho. { $name } ya no está entre tu gente aquí.
circle-still_told = Si necesitas a alguien, todavía se avisa a: { $names }.
circle-nobody_told = Si necesitas a alguien, entonces no se avisaría a nadie. La tarjeta de crisis saldría igual, y lo dice. /sos funciona siempre.

# Preguntar otra vez
circle-renew = { $name } recibe «{ $what }» de ti hasta el { $date }. ¿Debe seguir? Si no haces nada, termina entonces.
    .yes = 30 días más
    .see = Muéstrame
    .stop = Dejarlo
circle-renew_again = Desde hace un tiempo { $name } recibe «{ $what }» de ti. ¿Sigue estando bien? Nadie más ve esta pregunta.
    .yes = Sí, que siga
circle-renewed = Bien. Sigue.

# A quién se dijo qué
circle-receipts = A quién se dijo qué, lo más nuevo primero
circle-receipts_about = Qué se dijo a { $name }, lo más nuevo primero
circle-receipts_none = En los últimos 90 días no se dijo nada a nadie.
circle-receipt = { $at } · { $name } · { $what }
circle-receipt_opened = { $at } · { $name } · { $what } · abierto { $opened }
circle-looks = Quién miró, o respondió a un aviso por ti
circle-look_see_client = { $at } · { $name } · miró cómo estás
circle-look_see_plan = { $at } · { $name } · miró tu plan
circle-look_see_progress = { $at } · { $name } · miró tu camino
circle-look_see_alert = { $at } · { $name } · abrió un aviso por ti
circle-look_take_alert = { $at } · { $name } · tomó un aviso por ti
circle-look_get_update = { $at } · { $name } · abrió una novedad

# De ida y vuelta
circle-cheer = { $name } te manda una palabra amable: { $words }
circle-call_me = Le pedí a { $name } que te llame. En peligro, no esperes: /sos.
circle-call_me_enough = A { $name } ya se le pidió dos veces hoy. En peligro, no esperes: /sos.
circle-call_me_now = { $name } te llama ahora.
circle-call_me_later = { $name } te llama más tarde, hoy.
circle-call_me_cannot = { $name } hoy no puede llamar. Eso no dice nada de ti. /sos muestra quién más está.
circle-may_call = A { $name } le gustaría llamarte. ¿Está bien?
    .yes = Sí, que llame
    .no = Ahora no
circle-may_call_yes = Le dije a { $name } que una llamada te viene bien.
circle-may_call_no = Le dije a { $name } que ahora no.
circle-asks_more = A { $name } le gustaría saber más de cómo estás. Lo decides solo tú, y un «no» no necesita razón. No se entera de lo que elijas aquí.
    .see = Ver qué hay
    .leave = Dejarlo
circle-left_it = Queda como está.

# Mensajes con quien te acompaña
circle-letter_sent = { $name } tiene tu mensaje. Se lee en horas de trabajo, { $days }, de { $from } a { $to }. No es para emergencias: /sos.
circle-letter_sent_back = { $name } tiene tu mensaje.
circle-letter_stopped = No se envió nada.
circle-letter_from = Mensaje de { $name }, { $at }
circle-letter_reply = Responder
circle-letter_whom = ¿A quién?
letter-words = ¿Qué quieres decirle a { $name }? Se lee en horas de trabajo, { $days }, de { $from } a { $to }. No es para emergencias: en /sos hay gente al momento.
    .short = Mensaje
letter-answer = ¿Qué quieres responder a { $name }?
    .short = Respuesta

# Guardar una respuesta
circle-keep_button = Guardar algo para mí
circle-keep = ¿Qué debe quedar fuera de lo que reciben familia y padrinos? Lo que dijiste sobre tu seguridad sigue trayendo ayuda, y tu equipo sigue viendo tus respuestas como acordaron.
    .all = Guardar todo
circle-keep_gets = Tal como está, { $name } recibe esto el domingo:
circle-kept_one = 🔒 { $what }
circle-not_kept_one = { $what }

# A neutral notice; what it is comes after a tap
circle-notice = Aquí hay algo para ti.
    .open = Abrir
