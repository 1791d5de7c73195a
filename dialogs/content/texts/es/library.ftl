# Lo que la persona abre por su cuenta.

library-card = ¿Qué te haría bien ahora mismo?
library-name_craving_now = Ayuda para este momento
library-name_urge_surfing = Pasarlo como una ola
library-name_breathing = Respirar despacio
library-name_grounding = Los cinco sentidos
library-name_meditation = Tres minutos de calma
library-name_movement = Un poco de movimiento
library-name_refusal = Practicar decir que no
library-name_thought_record = Mirar un pensamiento
library-name_skills = Una habilidad pequeña
library-name_diary_card = Tarjeta del día
library-name_gratitude = Una cosa buena
library-name_journal = Diario
library-name_rulers = ¿Qué tan a punto estoy?
library-name_lapse = Bebí o consumí
library-moved = Hecho. Ahora sigo el reloj de { $place }. Allí son las { $time }.
library-moves_later = De acuerdo. El { $day } te pregunto otra vez, y entonces todo va contigo.
library-safety_saved = Guardado. Desde ahora /sos muestra estos pasos.
library-safety_stays = De acuerdo. Todo queda como estaba.
