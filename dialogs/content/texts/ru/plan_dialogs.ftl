# Короткие диалоги, которыми пишется план: цель, человек, лекарство, встреча, лечение.

plan_goal-idea = { $whose ->
        [me] Что из этого тебе близко? Или напиши своё, своими словами.
       *[other] { $client }, новая цель. Что подойдёт? Или напиши её словами клиента.
    }
    .short = Цель
plan_goal-measure = По чему будет видно, что получается?
    .short = Измеряем
    .days = Сколько-то дней в неделю
    .times = Сколько-то раз в неделю
    .number = Число, до которого дойти
    .date = День, к которому готово
plan_goal-days = Сколько дней в неделю? Можно мало: маленькие шаги держатся дольше.
    .short = Дней в неделю
plan_goal-times = Сколько раз в неделю?
    .short = Раз в неделю
plan_goal-number = До какого числа дойти?
    .short = Число
plan_goal-by = К какому дню? Напиши так: 2026-05-01.
    .short = К какому дню
plan_goal-weeks = На какое время для начала?
    .short = Для начала
    .one = Одна неделя
    .two = Две недели
    .four = Четыре недели
    .open = Пока без срока
plan_goal-step = Какой первый маленький шаг? Лучше на десять минут или меньше. Если пропустить, я предложу свой.
    .short = Первый шаг
    .ten_minutes = Десять минут этого
    .tell_someone = Рассказать кому-то
    .put_it_ready = Приготовить нужное
plan_goal-problem = { $whose ->
        [me] Почему это для тебя важно? Можно пропустить.
       *[other] { $client }: почему это важно? Можно пропустить.
    }
    .short = Почему важно
plan_goal-recap = { $whose ->
        [me] Вот твоя цель:
       *[other] Вот эта цель:
    }
    .done = { $whose ->
            [me] Это моя цель
           *[other] Всё верно
        }

plan_aim-days = { plan_goal-days }
    .short = { plan_goal-days.short }
plan_aim-times = { plan_goal-times }
    .short = { plan_goal-times.short }
plan_aim-number = { plan_goal-number }
    .short = { plan_goal-number.short }
plan_aim-by = { plan_goal-by }
    .short = { plan_goal-by.short }
plan_aim-weeks = И на какое время?
    .short = { plan_goal-weeks.short }
    .as_it_is = Как было
    .one = { plan_goal-weeks.one }
    .two = { plan_goal-weeks.two }
    .four = { plan_goal-weeks.four }
    .open = { plan_goal-weeks.open }

plan_person-who = { $whose ->
        [me] Кто это? Напиши имя и телефон, если он есть.
       *[other] { $client }: кому можно звонить? Напиши имя и телефон, если он есть.
    }
    .short = Человек
plan_person-role = { $whose ->
        [me] Кто это для тебя?
       *[other] { $client }: кем приходится этот человек?
    }
    .short = { $whose ->
            [me] Для меня
           *[other] Кто это
        }
    .friend = друг или подруга
    .family = семья
    .partner = партнёр
    .sponsor = спонсор
    .colleague = с работы
    .neighbour = из соседей

plan_medicine-name = { $whose ->
        [me] Как называется, как на упаковке?
       *[other] { $client }, лекарство. Как называется, как на упаковке?
    }
    .short = Название
plan_medicine-dose = Сколько, как в рецепте? Я это только показываю.
    .short = Доза
plan_medicine-times = Когда его принимать?
    .short = Как часто
    .once = Раз в день
    .twice = Два раза в день
    .thrice = Три раза в день
    .no_fixed = Без точного времени
plan_medicine-first = В какое время?
    .short = Первый раз
plan_medicine-second = А второй раз?
    .short = Второй раз
plan_medicine-third = А третий?
    .short = Третий раз
plan_medicine-asks = Спрашивать каждый раз или один раз в отметке дня?
    .short = Спрашиваю
    .each_time = Каждый раз
    .once_a_day = Один раз, в отметке

plan_times-times = { plan_medicine-times }
    .short = { plan_medicine-times.short }
    .once = { plan_medicine-times.once }
    .twice = { plan_medicine-times.twice }
    .thrice = { plan_medicine-times.thrice }
    .no_fixed = { plan_medicine-times.no_fixed }
plan_times-first = { plan_medicine-first }
    .short = { plan_medicine-first.short }
plan_times-second = { plan_medicine-second }
    .short = { plan_medicine-second.short }
plan_times-third = { plan_medicine-third }
    .short = { plan_medicine-third.short }
plan_times-asks = { plan_medicine-asks }
    .short = { plan_medicine-asks.short }
    .each_time = { plan_medicine-asks.each_time }
    .once_a_day = { plan_medicine-asks.once_a_day }

plan_date-sort = { $whose ->
        [me] Что это за встреча?
       *[other] { $client }, встреча. Какая она?
    }
    .short = Вид
    .therapy = Терапия
    .group = Группа
    .outpatient = Клиника
    .meeting = Собрание
    .doctor = Врач
    .other = Другое
plan_date-label = Как она называется? Если пропустить, возьму вид.
    .short = Название
plan_date-how = Один раз или каждую неделю?
    .short = Как часто
    .once = Один раз
    .weekly = Каждую неделю
plan_date-day = В какой день? Напиши так: 2026-05-01.
    .short = День
plan_date-weekday = В какой день недели?
    .short = День
    .mon = Понедельник
    .tue = Вторник
    .wed = Среда
    .thu = Четверг
    .fri = Пятница
    .sat = Суббота
    .sun = Воскресенье
plan_date-at = В какое время?
    .short = Время
plan_date-place = Где? Можно пропустить.
    .short = Место
plan_date-recap = Вот эта встреча:
    .done = Всё верно

plan_treatment-sort = { $whose ->
        [me] Что это за помощь?
       *[other] { $client }, помощь. Какая она?
    }
    .short = Вид
    .cbt = КПТ: мысли и привычки
    .dbt = ДБТ: навыки для бури
    .mi = Беседы о переменах
    .mindfulness = Осознанность
    .movement = Движение или йога
    .mat = Лекарство в помощь
    .contingency = Награды за шаги
    .twelve_step = Группа 12 шагов или SMART
    .family = Встречи с семьёй
    .peer = Поддержка равных
    .trauma = Помощь с прошлым
plan_treatment-dose = Как часто?
    .short = Как часто
    .weekly = Раз в неделю
    .twice_a_week = Два раза в неделю
    .every_two_weeks = Раз в две недели
    .daily = Каждый день

plan_milestone-counts = { $whose ->
        [me] Что хочется отпраздновать?
       *[other] { $client }: что отпраздновать? Что считаем?
    }
    .short = Считаем
    .use_free_days = Дни без употребления
    .cravings_ridden = Пережитая тяга
    .calls = Звонки
    .check_ins = Отметки
plan_milestone-many = Сколько всего? Обратно к нулю это не уходит.
    .short = Сколько
plan_milestone-own_words = { $whose ->
        [me] Что сказать тебе в этот день? Своими словами.
       *[other] Что сказать в этот день ({ $client })?
    }
    .short = Слова

appointment_soon-coming = Завтра: { $date_line }. Пойдёшь?
    .short = Завтра
    .yes = Да
    .not_sure = Не знаю
    .no = Не могу
appointment_soon-good = Хорошо. Что поможет легче туда добраться?
appointment_soon-small = Это честно. Прийти на первые десять минут тоже считается.
appointment_soon-another = Ладно. Короткий звонок, чтобы перенести, оставляет дверь открытой. Можно позвонить сейчас или попросить кого-то.
appointment-useful = Хорошо, что получилось сходить. Была ли польза?
    .short = Польза
    .yes = Да
    .a_bit = Немного
    .no = Нет
appointment-reason = Так бывает. Что помешало?
    .short = Помешало
    .forgot = Вылетело из головы
    .unwell = Было нехорошо
    .no_way = Не на чем добраться
    .not_ready = Пока рано для меня
    .moved = Её перенесли
    .other = Другое
appointment-again = Спасибо, что говоришь об этом. Один звонок, и следующая встреча снова возможна.

discharge-hello = Эта часть лечения подходит к концу. Это большой шаг. Несколько вопросов, чтобы план пошёл с тобой дальше.
discharge-living = Где ты будешь жить?
    .short = Живу
    .alone = Отдельно
    .partner = С партнёром
    .family = С семьёй
    .friends = С друзьями
    .sober_home = В трезвом доме
    .no_fixed_place = Без постоянного места
discharge-first_sign = Какой будет первый знак, что становится труднее?
    .short = Первый знак
discharge-first_act = И что ты сделаешь первым, когда его заметишь?
    .short = Что делаю сначала
    .call_someone = Позвоню кому-то
    .go_to_meeting = Пойду на собрание
    .leave = Уйду из этого места
    .use_now = Открою /now
discharge-first_person = Кому позвонишь сначала?
    .short = Кому звоню сначала
discharge-date_day = Когда первая встреча в клинике после этого? Напиши так: 2026-05-01.
    .short = Первая встреча
discharge-date_time = В какое время?
    .short = Время
discharge-meeting = Есть ли группа или собрание каждую неделю? В какой день?
    .short = Каждую неделю
    .mon = Понедельник
    .tue = Вторник
    .wed = Среда
    .thu = Четверг
    .fri = Пятница
    .sat = Суббота
    .sun = Воскресенье
    .none = Пока нет
discharge-meeting_time = В какое время?
    .short = Время
discharge-rhythm = Как часто спрашивать в первые два месяца?
    .short = Отметки
    .daily = Каждый день
    .most_days = Пять дней в неделю
    .three_a_week = Три дня в неделю
discharge-recap = Вот что идёт с тобой:
    .done = Всё верно
discharge-thanks = Спасибо. Из этого я сделаю план на время после. Вы с консультантом можете менять его когда угодно.

goal_outcome-until_1 = Хорошо. Сколько времени взять на это?
    .short = Новый срок
    .one = Одна неделя
    .two = Две недели
    .four = Четыре недели
    .own_day = Свой день
goal_outcome-day_1 = К какому дню? Напиши так: 2026-05-01.
    .short = Новый день
goal_outcome-words_1 = Расскажи своими словами. Это прочитает и консультант, а цель отдохнёт, пока вы не поговорите.
    .short = Своими словами
goal_outcome-until_2 = { goal_outcome-until_1 }
    .short = { goal_outcome-until_1.short }
    .one = { goal_outcome-until_1.one }
    .two = { goal_outcome-until_1.two }
    .four = { goal_outcome-until_1.four }
    .own_day = { goal_outcome-until_1.own_day }
goal_outcome-day_2 = { goal_outcome-day_1 }
    .short = { goal_outcome-day_1.short }
goal_outcome-words_2 = { goal_outcome-words_1 }
    .short = { goal_outcome-words_1.short }
goal_outcome-until_3 = { goal_outcome-until_1 }
    .short = { goal_outcome-until_1.short }
    .one = { goal_outcome-until_1.one }
    .two = { goal_outcome-until_1.two }
    .four = { goal_outcome-until_1.four }
    .own_day = { goal_outcome-until_1.own_day }
goal_outcome-day_3 = { goal_outcome-day_1 }
    .short = { goal_outcome-day_1.short }
goal_outcome-words_3 = { goal_outcome-words_1 }
    .short = { goal_outcome-words_1.short }

plan_phase-phase = { $whose ->
        [me] Где ты сейчас в лечении? От этого зависит, как часто приходят вопросы. Чаще — сразу. Реже — когда согласен и консультант.
       *[other] { $client }: какой сейчас этап лечения? От него зависит, как часто приходят вопросы. Ничего не изменится, пока не согласны обе стороны.
    }
    .short = Лечение
    .detox = { plan-phase_detox }
    .residential = { plan-phase_residential }
    .intensive_outpatient = { plan-phase_intensive_outpatient }
    .outpatient = { plan-phase_outpatient }
    .aftercare_early = { plan-phase_aftercare_early }
    .aftercare_late = { plan-phase_aftercare_late }
    .remission = { $whose ->
            [me] { plan-phase_remission }
           *[other] { plan-phase_remission.of }
        }
plan_phase-how_often = { $whose ->
        [me] Как часто спрашивать, как ты? Выбор за тобой. /checkin работает всегда.
       *[other] { $client }: как часто спрашивать? Выбирает клиент.
    }
    .short = Спрашиваю
    .weekly = Раз в неделю
    .monthly = Раз в месяц
    .quarterly = Раз в три месяца
    .none = { $whose ->
            [me] Не надо: приду без напоминаний
           *[other] Не надо
        }
plan_living-living = { $whose ->
        [me] Где ты сейчас живёшь?
       *[other] { $client }: где сейчас живёт?
    }
    .short = Дом
    .alone = Отдельно
    .partner = С партнёром
    .family = С семьёй
    .friends = С друзьями
    .sober_home = В трезвом доме
    .no_fixed_place = Без постоянного места
