# Слова вокруг того, что у человека своё: знаки, умения, цели, части плана.

item-own_sign = Один из твоих ранних знаков: «{ $label }». Был ли он сегодня?
item-condition = { $label }: насколько тяжело с этим было сегодня?
item-dose = Лекарство принято?
    .label = Лекарство
    .taken = Да, принято
    .not_taken = Нет
    .later = Приму позже
    .side_effect = Был побочный эффект
item-skill = Одно из твоих умений: { $label }. Удалось попробовать сегодня?

## Как шла цель, в числах; они называют дни, на которых стоят
item-goal_yes_no = { $title }: { $answered ->
        [1] { $done ->
            [0] «нет» в единственный день с ответом
           *[other] «да» в единственный день с ответом
        }
       *[other] «да» в { $done } из { $answered } дней с ответом
    }, за последние { $of }.
item-goal_count_week = { $title }: { $done } за последние { $of } дней{ $target ->
        [none] .
       *[other] , а цель { $target }.
    } Ответы были в { $answered } из них.
item-goal_number = { $title }: { $done }{ $target ->
        [none] { "" }
       *[other] { "" } из { $target }
    }, последний ответ { $ago ->
        [0] сегодня
        [1] вчера
        [one] { $ago } день назад
        [few] { $ago } дня назад
       *[other] { $ago } дней назад
    }.
item-goal_date = { $title }: { $done ->
        [0] сегодня тот самый день.
        [one] остался { $done } день.
        [few] осталось { $done } дня.
       *[other] осталось { $done } дней.
    } { $ago ->
        [none] Ответа пока нет.
        [0] Сегодня ответ был «пока нет».
        [1] Вчера ответ был «пока нет».
        [one] { $ago } день назад ответ был «пока нет».
        [few] { $ago } дня назад ответ был «пока нет».
       *[other] { $ago } дней назад ответ был «пока нет».
    }
item-goal_date_reached = { $title }: сделано, ответ был { $ago ->
        [0] сегодня
        [1] вчера
        [one] { $ago } день назад
        [few] { $ago } дня назад
       *[other] { $ago } дней назад
    }.
item-goal_past = { $title }: выбранный день прошёл. Так бывает.
item-goal_unanswered_yet = { $title }: ответа пока нет.
item-goal_unanswered = { $title }: ответа не было последние { $of } дней.
item-review = { $line } Как тебе это?
    .on_track = Идёт хорошо
    .slower = Медленнее, чем хотелось
    .stuck = Стою на месте
    .change = Хочу изменить

## Что стало с целью, день которой прошёл
item-past = Выбранный день уже позади: { $title }. Что с этим стало?
    .done = Сделано
    .more_time = Нужно ещё время
    .let_go = Отпускаю
    .other = Другое

item-week = Ответы были в { $answered } из последних { $of } дней. В { $days } из них употребления не было.

## Части плана: оставить или изменить
item-part = { $title }:
    { $lines }

    Оставить или изменить?
    .keep = Оставить
    .change = Изменить
item-part_goals = Над чем я работаю
item-part_triggers = Что может подтолкнуть
item-part_skills = Что мне помогает, лучшее вначале
item-part_signs = Мои ранние знаки
item-part_people = Мои люди
item-part_medicines = Мои лекарства
item-part_rhythm = Когда меня спрашивают

## Как называется этап лечения
item-phase_detox = детоксикация
item-phase_residential = лечение с проживанием
item-phase_intensive_outpatient = лечение несколько дней в неделю
item-phase_outpatient = лечение раз в неделю
item-phase_aftercare_early = первые месяцы после лечения
item-phase_aftercare_late = время после лечения
item-phase_remission = на своих ногах

item-went = { $label }: получилось сходить?
item-modality = { $name } ({ $dose }): насколько это тебе помогает? 0 — совсем нет, 10 — очень.
