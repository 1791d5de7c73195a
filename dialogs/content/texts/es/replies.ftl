# Lo que dicen a una alerta quienes la reciben y la persona misma, además de tomarla y cerrarla.

replies-buttons = Lo que puedes hacer
    .calling = Llamo ahora
    .tonight = Esta noche
    .please_pass = Pásala, por favor
    .call_first = Preguntar antes
    .note = Añadir una nota

# Las respuestas del padrino o la madrina.
replies-client_calling = { $name } te llama ahora.
replies-client_tonight = { $name } no puede llamar en este minuto, pero te llama esta noche. { $asked ->
        [yes] Pregunto también a la siguiente persona.
       *[no] { "" }
    } /sos tiene números que responden ahora.
replies-tonight_noted = Gracias. { $client } sabe que llamas esta noche. { $asked ->
        [yes] Se pregunta ya a la siguiente persona.
       *[no] No hay nadie más en esta lista, así que quizá te pregunte otra vez.
    }

# ¿Puedo llamar?
replies-may_call = ¿Puede llamarte { $name } ahora?
    .yes = Sí, por favor
    .no = Ahora no
replies-may_call_asked = Lo he preguntado. Leerás la respuesta aquí.
replies-may_call_waits = Ya lo he preguntado. Leerás la respuesta aquí.
replies-may_call_yes = Alerta { $number }: dice que sí. Puedes llamar ahora.
replies-may_call_no = Alerta { $number }: ahora no, por favor.
replies-may_call_thanks = Gracias. { $name } lo sabe.
replies-may_call_fine = Está bien. { $name } lo sabe. /sos está aquí a cualquier hora.

# Donde la casa puede no ser segura.
replies-safe_way = ¿Cómo puede hablar contigo { $name }?
    .by_call = Una llamada va bien
    .by_message = Solo por escrito
    .not_now = Espera a que yo escriba
replies-safe_way_kept = Gracias. { $name } puede verlo.
replies-safe_way_said = Alerta { $number }: ya dijo cómo prefiere que la contacten.

# Lo que se ha dicho, como lo lee el equipo.
replies-line = • { $when } · { $name } { $what }
replies-what_calling = llama ahora
replies-what_tonight = llama esta noche
replies-what_passed = la pasó
replies-what_asked_to_call = preguntó si podía llamar
replies-what_may_call = dijo que sí a una llamada
replies-what_may_not_call = prefiere que no se llame ahora
replies-what_by_call = puede recibir una llamada
replies-what_by_message = lo quiere solo por escrito
replies-what_not_now = quiere que se espere
replies-what_note = anotó: «{ $words }»

# Una nota sobre cómo fue.
alert_note-note = ¿Qué debe saber el equipo? Que sea breve, por favor. Va con la alerta { $number }.
    .short = Nota
replies-noted = Anotado en la alerta { $number }.
replies-no_note = Muy bien, sin nota.
