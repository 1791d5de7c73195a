# Un momento, un pensamiento, visto desde los dos lados.

thought_record-hello =
    Un momento, un pensamiento, y una mirada desde los dos lados. Dura unos cinco minutos. Solo tú puedes leerlo, si no lo muestras al final.

    Una excepción: si tus palabras suenan a peligro, te pregunto, y puede que se avise a alguien.
thought_record-situation = ¿Qué pasó? ¿Dónde estabas, y qué ocurría? Bastan unas palabras.
    .short = Qué pasó
thought_record-mood = ¿Cómo te sentías en ese momento? Escribe un número de 0 a 100: 0 es lo peor, 100 es muy bien.
    .short = Ánimo entonces
thought_record-thought = ¿Qué te pasó por la mente? Elige el pensamiento que más dolió o más tiró.
    .short = El pensamiento
thought_record-speaks_for = ¿Qué habla a favor? Solo hechos: lo que vería una cámara.
    .short = A favor
thought_record-speaks_against = ¿Y qué habla en contra? ¿Qué te diría un buen amigo?
    .short = En contra
thought_record-balanced = Ahora una frase justa, donde quepan los dos lados. ¿Qué escribirías?
    .short = Una frase justa
thought_record-mood_after = Lee esa frase otra vez. ¿Cómo te sientes ahora? De nuevo de 0, lo peor, a 100, muy bien.
    .short = Ánimo ahora
thought_record-lifted = De { $mood } a { $mood_after }. El momento es el mismo. Lo miraste entero.
thought_record-still_low = Es muy bajo, y aun así lo escribiste. No tienes que cargarlo a solas: /sos muestra a quién llamar.
thought_record-helped = ¿Te ayudó escribirlo?
    .short = Ayudó
    .yes = Sí
    .a_bit = Un poco
    .no = No
thought_record-share = ¿La guardo solo para ti, o la puede leer tu consejero o consejera?
    .short = Quién la lee
    .keep = Solo para mí
    .share = Que la lea también
thought_record-recap = Esta es tu página:
    .done = Todo bien
thought_record-kept = Guardada solo para ti.
thought_record-shared = Bien. Se lo paso.
