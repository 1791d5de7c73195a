# Para la familia: diez partes cortas. Aquí nadie tiene la culpa, y nadie tiene que arreglarlo todo.

family_learning-part_1 =
    1 de 10: cómo es la recuperación

    La recuperación es un camino con curvas. Hay semanas tranquilas, y días en que las ganas vuelven. Las dos cosas son normales.

    El cerebro y el cuerpo necesitan tiempo, a menudo meses. El sueño y el ánimo tardan más. Los pasos pequeños y firmes valen más que las grandes promesas.
family_learning-part_2 =
    2 de 10: qué ayuda

    Tiempo juntos que no trate del consumo. Un paseo, una comida, una película.

    Di lo que ves, y dilo con cariño: “Me alegra que hayas ido hoy.” Escucha más de lo que aconsejas. Pregunta antes de ayudar: “¿Qué te haría bien ahora?”
family_learning-part_3 =
    3 de 10: qué no ayuda

    Revisar bolsos, contar botellas, charlas largas de noche. Te cansan, y los alejan.

    No ayudan las amenazas que no cumplirías. Tampoco las viejas historias en plena pelea. Si levantas la voz, eres humano. Haz una pausa y vuelve más tarde.
family_learning-part_4 =
    4 de 10: la confianza

    La confianza se dañó, y vuelve en monedas pequeñas. Puedes tomarte tu tiempo.

    Acuerden algo pequeño que se pueda ver, como llegar a cenar. Cada vez que se cumple, la confianza crece un poco. Si no se cumple, hablen de esa sola cosa. No de los últimos diez años.
family_learning-part_5 =
    5 de 10: sesiones de familia

    En una sesión de familia, un profesional se sienta con todos. Es un lugar seguro para temas duros, y no se juzga a nadie.

    Antes de ir, escribe un deseo y una preocupación. Empieza con “yo”: “Yo me asusto cuando no sé de ti.”
family_learning-part_6 =
    6 de 10: si vuelve a consumir

    Le pasa a mucha gente en este camino. No significa que todo esté perdido.

    Primero, mira que todos estén a salvo. Después mantén la calma y sé breve: “Me alegra que me lo digas. ¿Con quién puedes hablar hoy?” La gran charla puede esperar unos días. No es obra tuya, y no podías impedirlo.
family_learning-part_7 =
    7 de 10: tus propios límites

    Un límite dice lo que harás tú, no lo que debe hacer la otra persona: “No presto dinero. Sí compro comida.”

    Elige pocos límites, y solo los que puedas mantener. Dilos en un momento tranquilo. Mantener un límite no es frialdad. Se puede ser amable y firme a la vez.
family_learning-part_8 =
    8 de 10: cuidarte

    Has cargado mucho. Dormir, comer, ver amigos y tener una hora tuya no es un lujo. Es lo que te permite seguir.

    Cuéntale a una persona cómo estás de verdad. Puedes reír, y puedes enojarte. Si se te hace muy oscuro, /sos también es para ti.
family_learning-part_9 =
    9 de 10: una sobredosis

    Las señales: no despierta, respira lento o nada, o tiene los labios azules o grises.

    1. Grita su nombre y frota fuerte el hueso del pecho.
    2. Llama a emergencias y pon el altavoz.
    3. Da naloxona si tienes. Otra dosis a los 2 o 3 minutos si nada cambia.
    4. ¿No respira? Da una respiración cada 5 segundos.
    5. ¿Respira otra vez? Ponle de lado y quédate. Puede volver.

    Nada de ducha fría. No provoques el vómito. No le dejes a solas. Pregunta en la farmacia por naloxona para tener en casa.
family_learning-part_10 =
    10 de 10: dónde encontrar ayuda

    No tienes que saberlo todo. Hay grupos para familias, en muchas ciudades y en línea: Al-Anon, Nar-Anon, SMART Recovery Family & Friends.

    La clínica puede decirte quién atiende a familias cerca de ti. Y /sos muestra números que responden, de día y de noche. Gracias por estar ahí.
family_learning-useful = ¿Te sirvió?
    .short = Útil
    .yes = Sí
    .a_bit = Un poco
    .no = Para mí no
