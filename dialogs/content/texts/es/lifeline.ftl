# Lo que se muestra cuando alguien pide ayuda, antes que nada. Corto, y solo lo cierto.

# Lo que cuenta como pedir ayuda cuando es todo lo que se escribió, junto a /sos.
lifeline-words = sos, ayuda, ayúdame, ayudame, necesito ayuda, auxilio

lifeline-opening = Me alegra que escribas. No tienes que hacer esto a solas.
# needs-review: lo que se dice a quien tomó demasiado y está a solas
lifeline-overdose = Si alguien no despierta, respira lento o nada, o tiene los labios azules o grises:

    1. Grita su nombre y frota fuerte el hueso del pecho.
    2. Llama a emergencias y pon el altavoz.
    3. Da naloxona si tienes. Otra dosis a los 2 o 3 minutos si nada cambia.
    4. ¿No respira? Da una respiración cada 5 segundos.
    5. ¿Respira otra vez? Ponle de lado y quédate. Puede volver.

    Nada de ducha fría. No provoques el vómito. No le dejes a solas.

    ¿Eres tú quien tomó demasiado? Llama ya, aunque te sientas bien. Abre la puerta y dilo a alguien cercano.
    .button = Sobredosis
lifeline-withdrawal = Dejar de golpe el alcohol, o pastillas para dormir o calmar, puede ser peligroso. Por favor, no pases por eso a solas. Llama ya a emergencias si pasa algo de esto:

    • una convulsión: el cuerpo se sacude y no para
    • no saber dónde estás, o ver u oír lo que no hay
    • fiebre, dolor en el pecho o el corazón muy rápido
    • vómitos que no paran
    • ideas de quitarte la vida
    • un embarazo

    Las convulsiones pueden venir de 6 a 48 horas después. Una confusión profunda, de 2 a 4 días después. Quédate con alguien. Un médico puede hacer que dejarlo sea seguro.
    .button = Abstinencia

lifeline-emergency = Si tu vida o la de otra persona está en peligro, llama ya:
lifeline-emergency_unknown = Si tu vida o la de otra persona está en peligro, llama ya al número de emergencias de tu país.
lifeline-steps = Lo que escribiste para un momento así:
lifeline-first_person = La primera persona de tu lista. Puedes llamar ahora:
lifeline-people = Personas a quienes puedes llamar:
lifeline-lines = Líneas que responden:
lifeline-option = después marca { $key }
lifeline-text_to = o escribe al { $number }
lifeline-text_word = o envía { $word } al { $number }
lifeline-sites = Líneas de cada país: findahelpline.com
lifeline-confirmed = Estos números se confirmaron por última vez el { $date }.

lifeline-will_tell = Ahora te pregunto si estás a salvo. Si dices que no, o callas diez minutos, aviso a { $name }.
lifeline-telling = Aviso ahora a { $name }, y después te pregunto si estás a salvo. Por favor, llama sin esperar respuesta.
lifeline-cannot_tell = Algo en mí está roto ahora mismo, y no puedo avisar a nadie. Por favor, llama tú a uno de estos números.
lifeline-nobody_watches = Nadie vigila este chat. Por favor, llama a uno de estos números, o a alguien de confianza.

# For somebody who has not joined: the numbers of another country.
lifeline-elsewhere = Estoy en otro país
lifeline-which_country = ¿En qué país estás? Te muestro los números de allí. Guardo el país y tu idioma, y nada más.

    ¿No está en la lista? En findahelpline.com hay líneas de todos los países.
