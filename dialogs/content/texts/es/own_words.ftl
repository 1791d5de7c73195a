# Una cosa buena; el diario; qué opina alguien del bot.

gratitude-good_thing = ¿Una cosa buena de hoy? Puede ser tan pequeña como una taza caliente. Toca una, o escribe la tuya.
    .short = Algo bueno
    .got_up = Me levanté
    .someone_kind = Alguien fue amable
    .ate_well = Comí algo rico
    .was_outside = Estuve afuera
    .laughed = Me reí
    .still_here = Sigo aquí
gratitude-kept = Esa es tuya. La guardo con tus cosas buenas.
gratitude-no_need = Está bien. Hay días en que no se ve ninguna, y también son días.

journal-entry = Esta página es tuya. Escribe lo que quieras. Solo tú puedes leerla, si no la compartes después.

    Una excepción: si tus palabras suenan a peligro, te pregunto, y puede que se avise a alguien.
    .short = Diario
journal-share = Gracias. ¿La guardo solo para ti, o la puede leer tu consejero o consejera?
    .short = Quién lo lee
    .keep = Solo para mí
    .share = Que la lea también
journal-kept = Guardada solo para ti.
journal-shared = Bien. Se lo paso.
journal-no_need = Una página vacía está bien. Aquí estará otro día.

feedback-what = ¿Qué opinas de mí? ¿Qué ayuda, qué falta, qué está mal? Va a quienes me cuidan, no a tu historia.
    .short = Sobre el bot
feedback-with_name = ¿Pueden ver que viene de ti?
    .short = Mi nombre
    .with_name = Sí, con mi nombre
    .without_name = No, sin mi nombre
feedback-thanks = Gracias. Lo leerá una persona.
feedback-no_need = De acuerdo. Puedes decírmelo cuando quieras.
