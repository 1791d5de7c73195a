# Después de un consumo. Sin culpa y sin cuentas; primero la seguridad, luego una elección.

lapse-thanks = Gracias por contármelo. Hace falta valor. Un día no borra lo que has logrado.
lapse-safe_now =
    Lo primero: ¿estás a salvo ahora mismo? Di que no si pasa algo de esto:

    • mucho sueño, respiración lenta, labios azules o grises
    • temblores, fiebre, convulsiones, ver cosas
    • a solas con más, o a punto de conducir
    • ideas de morir o de hacerte daño

    Si respondes "no" o "no sé", se avisa a alguien de tu equipo. También si saltas la pregunta o callas 10 minutos.
    .short = A salvo ahora
    .yes = Sí, estoy a salvo
    .no = No
    .not_sure = No sé
lapse-care =
    Gracias por contármelo. No tienes que cargar con esto a solas.

    ¿Respiración lenta, o cuesta despertar? No esperes a nadie: /sos tiene el número de emergencias.

## Lo que sigue a la pregunta de seguridad
# needs-review: what is said of lost tolerance after weeks without opioids
lapse_next-tolerance =
    Algo importante. Tras semanas sin opioides, tu cuerpo aguanta mucho menos. La cantidad de antes puede matar.

    Si hoy puede haber más: nunca a solas, y con naloxona a mano.
lapse_next-next_thing = ¿Qué te ayudaría más ahora mismo?
    .short = Ahora mismo
    .talk = Hablar con alguien
    .plan = Ver mi plan
    .rest = Descansar
lapse_next-talk_to =
    Pusiste a esta persona en tu lista:

    { $person }

    Bastan pocas palabras: “¿Me puedes llamar?”
lapse_next-talk = Piensa en alguien que querría saberlo y escríbele: “¿Me puedes llamar?” Con eso basta. Puede ser tu consejero o consejera.
lapse_next-plan_skill = En tu plan, esto te ayuda primero: { $first_skill }. /now te acompaña al hacerlo, y /plan muestra lo demás.
lapse_next-plan = /plan muestra lo que escribiste para días así. /now te ayuda en los próximos minutos.
lapse_next-rest = Entonces descansa. Un poco de agua, algo de comer, un lugar donde acostarte. Si puedes, que alguien esté cerca mientras duermes.
lapse_next-told = Como acordaste, { $told } lo sabrá. Nadie más lo sabe por mí.
lapse_next-told_nobody = No elegiste a nadie para avisar, así que no aviso a nadie. Si quieres que alguien lo sepa, /people muestra quién está contigo.
lapse_next-stays = Mañana te pregunto cómo estás, y otra vez dos días después. Cada día bueno que tuviste sigue contando.

## Un día después, y tres días después
lapse_follow_up-how = Hola de nuevo. ¿Cómo estás hoy?
    .short = Hoy
    .low = muy mal
    .high = muy bien
lapse_follow_up-safe_now =
    ¿Y estás a salvo ahora mismo?

    Si respondes "no" o "no sé", se avisa a alguien de tu equipo. También si saltas la pregunta o callas 10 minutos.
    .short = A salvo ahora
    .yes = Sí, estoy a salvo
    .no = No
    .not_sure = No sé
lapse_follow_up-care =
    Gracias por contármelo. No tienes que cargar con esto a solas. Toca /sos para ver a quién puedes llamar ahora.

    Las otras preguntas pueden esperar.
lapse_follow_up-situation = Una pregunta sobre ese momento, no sobre ti: ¿qué pasaba justo antes? Un lugar, la hora, quién estaba. Toca una opción o escríbelo.
    .short = Justo antes
lapse_follow_up-plan_change = ¿Un pequeño cambio en tu plan haría más fácil un momento así? Lo verían juntos, tú y tu consejero o consejera.
    .short = Cambiar el plan
    .yes = Sí, veámoslo
    .not_now = Ahora no
lapse_follow_up-idea = ¿Qué podría ayudar la próxima vez? Toca una opción, o dilo con tus palabras.
    .short = Mi idea
    .call_sooner = Llamar antes a alguien
    .another_way = Ir por otro camino
    .more_contact = Más preguntas
    .less_money = Llevar menos dinero
    .talk_first = Antes quiero hablar
lapse_follow_up-recap = Gracias por mirarlo conmigo. Esto es lo que me contaste:
    .done = Así es
