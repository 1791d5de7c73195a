# Palabras que comparten todos los diálogos.

## Respuestas en una línea, en resúmenes y bajo preguntas respondidas
answer-line = { $name }: { $value }
answer-skipped = saltada
answer-declined = prefiero no decirlo
answer-expired = sin respuesta
answer-none = nada de esto
answers-to-change = ¿Qué respuesta quieres cambiar?
answers-dropped = Con ese cambio, estas respuestas ya no valen y las dejé ir: { $names }.
unit-hours =
    { $n ->
        [one] { $n } hora
       *[other] { $n } horas
    }

## Botones
button-yes = Sí
button-no = No
button-done = Listo
button-fix = Corregir algo
button-enough = Ya terminé
button-other = Otra cosa
control-skip = Saltar
control-decline = Prefiero no decirlo
control-back = Atrás
control-postpone = Más tarde
control-short = Versión corta

## Los extremos de una escala que viene del plan
item-scale =
    .low = nada
    .high = muchísimo

## Cuando una respuesta no encaja
rejected-scale = No lo entendí. Toca un número, por favor, o escribe uno de { $low } a { $high }.
rejected-range = Ese número está fuera de la escala. Elige uno de { $low } a { $high }, por favor.
rejected-whole = Un número entero, por favor, de { $low } a { $high }.
rejected-number = No lo entendí. Escribe un número de { $low } a { $high }, por favor.
rejected-choice = No lo entendí. Toca uno de los botones, o escribe lo que dice.
rejected-safety = Estoy aquí. Soy un programa y no puedo hablar esto contigo. Una persona sí: toca lo que más se acerque, por favor.
rejected-words = Llegó vacío. Escribe unas palabras, por favor, o toca Saltar.
rejected-long = Es un poco largo para mí. Que no pase de { $limit } letras, por favor.
rejected-time = No entendí la hora. Escríbela así, por favor: 20:30.
rejected-date = No entendí la fecha. Escríbela así, por favor: 2026-05-01.
rejected-contact = Escribe un nombre, por favor, y un teléfono si lo tienes.
rejected-wait = Sigo contigo. Toca el botón cuando termines, o tómate todo el tiempo que haga falta.
rejected-recap = Toca el primer botón si todo está bien, o "Corregir algo" para cambiar una respuesta.
rejected-skip = Aquí necesito una respuesta para seguir. También puedes escribir "parar".
rejected-decline = Aquí necesito una respuesta para seguir. También puedes escribir "parar".
rejected-back = Aquí no hay a dónde volver.
rejected-postpone = Ya estamos en medio. Responde lo que quieras y salta lo demás.
rejected-short = Ya estamos en medio. Responde lo que quieras y salta lo demás.

## Lo que escribe la gente, en minúsculas, con comas
words-numbers = cero, uno, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez
words-out_of = de, sobre
words-yes = sí, si, s, claro, vale, ok, así es, sip, 👍
words-no = no, n, nop, para nada, nunca, 👎
words-done = listo, lista, hecho, ya, terminé, termine, todo bien
words-fix = corregir, cambiar, editar
words-skip = saltar, paso, siguiente
words-decline = prefiero no decirlo, prefiero no decir, sin comentario
words-back = atrás, atras, volver, anterior
words-stop = parar, para, alto, cancelar, salir, stop
words-postpone = más tarde, mas tarde, luego, ahora no
words-short = corta, versión corta, version corta

# Cómo se llama este idioma en sí mismo.
language-name = Español
