# Предложения: о чём говорят ответы, на каких днях это стоит, и вопрос. Само ничего не меняется.

proposal-skill_first = За последние { $days } дней { $skill }: помогло { $helped } из { $tried }. { $first }: { $first_helped } из { $first_tried }. Поставить { $skill } на первое место?
    .yes = Да, на первое место
proposal-skill_rest = За последние { $days } дней { $skill }: { $tried ->
        [few] { $tried } раза
       *[other] { $tried } раз
    }, и пока не помогло. Попробовать стоило. Перенести в конец списка?
    .yes = Да, в конец
proposal-goal_next = { $title }: получилось недель подряд: { $weeks }. Дней с ответом: { $answered } из { $days }. Здорово! { $target ->
        [0] Следующий шаг: { $next }?
       *[other] Следующий шаг: пусть будет { $target }?
    }
    .yes = Да, следующий шаг
proposal-goal_smaller = { $title }: пока многовато, недель подряд: { $weeks }. Дней с ответом: { $answered } из { $days }. Маленькие шаги тоже считаются. Пусть пока будет { $target }?
    .yes = Да, пусть поменьше
proposal-goal_stuck = { $title }: за последние { $days } дней { $count ->
        [few] { $count } раза
       *[other] { $count } раз
    } мешало одно и то же: { $obstacle ->
        [time] время
        [energy] силы
        [nerves] нервы
        [people] другие люди
        [too_big] было слишком много
        [forgot] забылось
       *[other] «{ $obstacle }»
    }. Посмотрим на это с консультантом?
    .yes = Да, поговорим
proposal-move_hour = Время { $at } подошло { $kept } из { $asked } раз, за { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }. Перенести вопросы на { $to }?
    .yes = Да, перенести
proposal-review_medicine = { $medicine ->
        [none] Твоё лекарство
       *[other] { $medicine }
    }: побочное действие в { $count } из последних { $days } дней. О лекарствах советует врач. Попросить команду обратиться к нему?
    .yes = Да, сказать команде
proposal-medicine_missed = { $medicine ->
        [none] Твоё лекарство
       *[other] { $medicine }
    }: без приёма { $count } из { $answered } дней с ответом, за последние { $days }. Спасибо, что говоришь. Обсудим, что поможет?
    .yes = Да, сказать команде
proposal-new_trigger = Когда начиналась тяга: «{ $label }», { $count ->
        [few] { $count } раза
       *[other] { $count } раз
    } за последние { $days } дней. Добавить к тому, что может её вызвать?
    .yes = Да, добавить
proposal-treatment_review = { $treatment ->
        [cbt] КПТ
        [dbt] ДБТ
        [mi] Беседы о переменах
        [mindfulness] Осознанность
        [movement] Движение
        [mat] Лечение лекарством
        [contingency] Награды
        [twelve_step] Встречи
        [family] Семейные беседы
        [peer] Поддержка равных
        [trauma] Работа с травмой
       *[other] Лечение
    } ({ $label }): { $count ->
        [few] { $count } раза
       *[other] { $count } раз
    } оценка { $highest } из 10 или ниже, за { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }. Хорошо, что мы это знаем. Обсудим другой путь?
    .yes = Да, поговорим
proposal-appointment_missed = { $label }: не получилось { $count ->
        [few] { $count } раза
       *[other] { $count } раз
    } подряд, за { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }. Так бывает. Обсудим, как сделать это легче?
    .yes = Да, поговорим
proposal-sleep_goal = Трудные ночи: { $count } из { $answered } с ответом, за последние { $days } дней. Поможет ли маленькая цель для сна?
    .yes = Да, добавить цель
proposal-lonely = Одиночество было в { $count } из { $weeks } недель, за последние { $days } дней. Спасибо, что говоришь. Поможет ли маленькая цель, где есть люди?
    .yes = Да, добавить цель
proposal-step_up = { $why ->
        [use] За последние { $days } дней было употребление, после { $count } дней без него. Те дни остаются с тобой.
        [craving] Тяга была сильной в { $count } из последних { $days } дней.
        [missed] Последние вопросы остались без ответа: { $count }, за { $days ->
            [one] { $days } день
            [few] { $days } дня
           *[other] { $days } дней
        }.
       *[safety] В { $count } из последних { $days } дней от тебя не было слов, что всё безопасно.
    } Хочешь на время больше связи?
    .yes = Да, больше связи
proposal-step_down = Хороших недель: { $weeks }. Об употреблении слов не было, тяга слабая. Ответы: { $kept } из { $asked } за { $days } дней. Это сделано тобой. Перейдём на связь пореже?
    .yes = Да, пореже

## Места как то, что может вызвать тягу
proposal-place_home = Быть дома
proposal-place_work = Быть на работе
proposal-place_on_the_way = Быть в пути
proposal-place_out = Быть где-то вне дома
proposal-place_with_others = Быть с людьми
proposal-place_online = Быть в телефоне
