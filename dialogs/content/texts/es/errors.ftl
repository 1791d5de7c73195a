# Lo que se lee cuando la situación no permite algo. Nunca de quién es la culpa.

errors-handrail_error = Ahora mismo no puedo hacer eso. /help muestra lo que puedo hacer.
errors-dialog_error = Eso no encaja aquí ahora. /help muestra lo que puedo hacer.
errors-stale_reply = Esa ya está respondida.
errors-nothing_open = Ahora no hay nada abierto. /checkin empieza una pregunta, /now ayuda en un momento duro.
errors-unknown_dialog = Ya no encuentro eso. /help muestra lo que puedo hacer.
errors-not_allowed = Eso no es para ti aquí. /help muestra lo que puedo hacer.
errors-not_joined = Trabajo con invitación: te la puede enviar tu consejero, o la persona a quien apoyas. /sos funciona para todos.
errors-not_consented = Primero necesito tu sí. /start muestra de qué se trata.
errors-invitation_invalid = Esta invitación ya no funciona. Pide una nueva, por favor.
errors-already_taken = Alguien ya se ocupa. Gracias por la rapidez.
errors-not_taken = Nadie se ocupa de esta ahora. Toca primero "Me ocupo", y cuéntame después cómo fue.
errors-alert_closed = Esta ya está cerrada. No hay nada más que hacer.
errors-bad_rule = No pude leer esa hora. Prueba así: daily 20:00
errors-bad_zone = No conozco ese lugar. { $suggestions ->
    [none] Prueba con el nombre de una ciudad grande cercana.
   *[other] ¿Quizá: { $suggestions }?
}
errors-unexpected = Algo falló de mi lado, y lo apunté para quienes me cuidan. Prueba otra vez, por favor. En un momento duro, /sos funciona.
errors-too_fast = Llegaron demasiados mensajes a la vez, y no pude seguir. Los últimos no los guardé como respuestas. No pasa nada: espera un minuto y escribe otra vez. Lo que te pregunté sigue abierto. /sos funciona siempre.
