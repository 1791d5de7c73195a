# То, что человек открывает сам.

library-card = Что могло бы помочь прямо сейчас?
library-name_craving_now = Помощь на эту минуту
library-name_urge_surfing = Проплыть, как волну
library-name_breathing = Медленное дыхание
library-name_grounding = Пять чувств
library-name_meditation = Три тихие минуты
library-name_movement = Немного движения
library-name_refusal = Учиться говорить «нет»
library-name_thought_record = Посмотреть на мысль
library-name_skills = Маленькое умение
library-name_diary_card = Карточка дня
library-name_gratitude = Одно хорошее
library-name_journal = Дневник
library-name_rulers = Насколько есть готовность
library-name_lapse = Было употребление
library-moved = Готово. Теперь я живу по часам места { $place }. Там сейчас { $time }.
library-moves_later = Хорошо. { $day } я спрошу снова, и тогда всё поедет с тобой.
library-safety_saved = Сохранено. Теперь /sos показывает эти шаги.
library-safety_stays = Хорошо. Всё остаётся как было.
