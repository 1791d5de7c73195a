# Bienvenida: llega un cliente, un familiar, un padrino.

## Un cliente
welcome-language = ¿Qué idioma prefieres?
    .short = Idioma
welcome-hello =
    Hola. Soy Handrail, un compañero para el día a día. Te invitó { $clinic }. Una vez al día te hago unas preguntas cortas. Dura más o menos un minuto.

    Soy un programa, no una persona. Te muestro tu propio plan, y aviso a una persona cuando te hace falta.
welcome-country = ¿En qué país estás? Así /sos puede mostrar los números correctos. Toca uno, o escríbelo.
    .short = País
    .us = Estados Unidos
    .ca = Canadá
    .gb = Reino Unido
    .ie = Irlanda
    .au = Australia
    .nz = Nueva Zelanda
    .in = India
    .za = Sudáfrica
    .es = España
    .mx = México
    .ar = Argentina
    .de = Alemania
welcome-readers =
    Quién lee qué:
    • Tu consejero y el equipo ven tus respuestas, tu plan y las alertas sobre ti.
    • La familia y los padrinos no ven nada, si tú no lo eliges después. Puedes retirarlo cuando quieras.
    • /privacy te dice qué se guarda y quién puede leerlo.
welcome-limits =
    Dos cosas que saber antes:
    • Los chats con bots se guardan en la nube de Telegram. No van cifrados de extremo a extremo.
    • No soy un servicio de emergencias. /sos funciona siempre y muestra a quién llamar.
welcome-consent = ¿Puedo guardar tus respuestas y mostrarlas a tu consejero y al equipo, para que te atiendan? Vale hasta que lo termines: con /people lo cambias o lo terminas cuando quieras. Ahora puedes decir que no.
    .short = Permiso
    .agree = De acuerdo
    .not_now = Ahora no
welcome-name = Gracias. ¿Cómo quieres que te llame? Tu equipo también ve este nombre.
    .short = Nombre
welcome-zone = ¿Qué hora marca tu reloj? Así pregunto a la hora correcta. Tócala, o escribe una ciudad grande cercana.
    .short = Reloj
welcome-check_in_time = ¿A qué hora te pregunto por la noche? Toca una hora, o escribe una como 20:15. Con /times la cambias después.
    .short = Pregunta de la noche

## Un familiar
family_welcome-hello = Hola. { $client } me pidió que te tenga al tanto.
family_welcome-sees =
    Lo que verás: solo lo que { $client } elija para ti, como buenas noticias.

    Lo que no verás: respuestas sueltas, notas, ni nada que { $client } guarde para sí. Si no sabes de mí, no significa nada.
family_welcome-limits =
    • { $client } puede cambiar o terminar esto cuando quiera. Tú también, con /stop.
    • Los chats con bots se guardan en la nube de Telegram. No van cifrados de extremo a extremo.
    • No soy un servicio de emergencias. /sos muestra a quién llamar, también para ti.
family_welcome-accept = ¿Quieres recibir estas noticias?
    .short = Noticias
    .accept = Sí, por favor
    .not_now = Ahora no

## Un padrino
sponsor_welcome-hello = Hola. { $client } quisiera poder acudir a ti.
sponsor_welcome-sees =
    Lo que verás: solo lo que { $client } elija para ti. Puede ser una nota corta que diga "llama, por favor".

    Lo que no verás: respuestas sueltas, notas, ni nada que { $client } guarde para sí.
sponsor_welcome-limits =
    • Cuando pregunte, basta un toque: te ocupas, o lo pasas.
    • { $client } puede cambiar o terminar esto cuando quiera. Tú también, con /stop.
    • Los chats con bots se guardan en la nube de Telegram. No van cifrados de extremo a extremo.
    • No soy un servicio de emergencias. /sos muestra a quién llamar, también para ti.
sponsor_welcome-accept = ¿Te animas?
    .short = Padrino
    .accept = Sí, cuenta conmigo
    .not_now = Ahora no
