# Экраны плана: читать, открыть часть, изменить, согласовать.

plan-title = Твой план, версия { $version }
    .of = План: { $client }, версия { $version }
plan-state_starter = Первый план. Он растёт вместе с тобой.
    .of = Первый план ({ $client }). Он ещё вырастет.
plan-state_draft = Этот план ещё составляется.
plan-state_active = Вы оба согласны с этим планом.
    .of = План согласован: { $client } и команда.
plan-state_own = Это твой план. Консультант видит, что ты меняешь.
    .of = { $client }: план изменён. Что именно, видно в «Как он складывался». Можно тоже дать согласие.
plan-lacks = Чтобы план был полным, ещё нужно: { $parts }
plan-lacks_country = твоя страна
    .of = страна
plan-lacks_contacts = два человека, которым можно позвонить
plan-ready = В нём есть всё нужное. Берёшь его как свой план с этого дня?
    .agree = Да, это мой план
    .of = В нём есть всё нужное. Теперь решать клиенту: { $client }.
plan-review_on = Вы вместе посмотрите на него снова: { $date }.
plan-older = Часть этого плана написана для другой версии этой программы, и здесь её не показать. Она сохранена, ничего не потеряно.
plan-back = ‹ План
plan-history = Как он складывался
plan-back_to = ‹ { $title }

plan-title_goals = Над чем я работаю
    .of = { $client }: над чем идёт работа
plan-title_triggers = Что может подтолкнуть
    .of = { $client }: что может подтолкнуть
plan-title_skills = Что помогает, лучшее вначале
    .of = { $client }: что помогает, лучшее вначале
plan-title_own_signs = Мои ранние знаки
    .of = { $client }: ранние знаки
plan-title_contacts = Мои люди
    .of = { $client }: близкие люди
plan-title_medicines = Мои лекарства
    .of = { $client }: лекарства
plan-title_modalities = Моё лечение
    .of = { $client }: лечение
plan-title_appointments = Мои встречи
    .of = { $client }: встречи
plan-title_conditions = С чем я живу
    .of = { $client }: с чем живёт
plan-title_milestones = Что я праздную
    .of = { $client }: что празднует
plan-title_schedules = Когда меня спрашивают
    .of = { $client }: когда приходят вопросы
plan-title_refusal_line = Как я говорю «нет»
    .of = { $client }: как говорит «нет»
plan-title_urge_plan = Что я делаю, когда близко
    .of = { $client }: что делает, когда близко
plan-title_lapse_plan = Мой план после употребления
    .of = { $client }: план после употребления
plan-title_signs = Безопасность: мои знаки
    .of = Безопасность: { $client }, знаки
plan-title_alone = Безопасность: без других
    .of = Безопасность: { $client }, без других
plan-title_places = Безопасность: люди и места
plan-title_people = Безопасность: кому я говорю
    .of = Безопасность: { $client }, кому говорит
plan-title_professionals = Безопасность: специалисты
plan-title_surroundings = Безопасность: вокруг меня
    .of = Безопасность: { $client }, вокруг
plan-title_phase = Где я в лечении
    .of = Этап лечения ({ $client })
plan-title_living = Где я живу
    .of = Где живёт ({ $client })
plan-title_review_on = Когда посмотрим снова
plan-title_state = План целиком
plan-title_strengths = Что во мне сильное
    .of = Сильные стороны ({ $client })
plan-title_thresholds = О чём меня спрашивают
    .of = { $client }: о чём спрашивать
plan-title_ladders = Кому сообщают
plan-title_safety = Мой план безопасности
    .of = { $client }: план безопасности
plan-title_texts = Моими словами
    .of = { $client }: своими словами

plan-goal_yes_no = { $amount } в неделю
plan-goal_count_week = { $amount } в неделю
plan-goal_number = до { $target }
plan-goal_by = к { $by }
plan-goal_step = дальше: { $step }
plan-nothing_there = ничего
plan-status_proposed = идея
plan-status_accepted = скоро
plan-status_active = сейчас
plan-status_on_hold = на паузе
plan-status_met = сделано
plan-status_partly_met = сделано отчасти
plan-status_revised = изменено
plan-status_dropped = отпущено
plan-works = помогает на { $n } из 10
plan-stated_client = с моих слов
    .of = со слов: { $client }
plan-stated_clinic = из клиники
plan-counted_use_free_days =
    { $n ->
        [one] { $n } день без употребления
        [few] { $n } дня без употребления
       *[many] { $n } дней без употребления
    }
plan-counted_cravings_ridden =
    { $n ->
        [one] { $n } пережитая волна тяги
        [few] { $n } пережитые волны тяги
       *[many] { $n } пережитых волн тяги
    }
plan-counted_calls =
    { $n ->
        [one] { $n } звонок
        [few] { $n } звонка
       *[many] { $n } звонков
    }
plan-counted_check_ins =
    { $n ->
        [one] { $n } отметка
        [few] { $n } отметки
       *[many] { $n } отметок
    }
plan-phase_detox = детоксикация
plan-phase_residential = лечение с проживанием
plan-phase_intensive_outpatient = лечение несколько дней в неделю
plan-phase_outpatient = лечение раз в неделю
plan-phase_aftercare_early = первые месяцы после лечения
plan-phase_aftercare_late = время после лечения
plan-phase_remission = на своих ногах
    .of = на своих ногах
plan-living_alone = отдельно
plan-living_partner = с партнёром
    .of = с партнёром
plan-living_family = с семьёй
    .of = с семьёй
plan-living_friends = с друзьями
plan-living_sober_home = в трезвом доме
plan-living_no_fixed_place = без постоянного места
plan-planstate_starter = первый план
plan-planstate_draft = составляется
plan-planstate_active = согласован обоими

plan-part_empty = Здесь пока пусто.
plan-add = Добавить
    .of = Предложить
plan-thing = { $line }
plan-reword = Сказать иначе
plan-up = Выше
plan-out = Убрать
plan-hold = Поставить на паузу
plan-go_on = Продолжить
plan-met = Сделано
    .of = Сделано
plan-check = Посмотреть на неё
plan-log = Отметить сегодня
plan-stepped = Шаг сделан
plan-step = Написать следующий шаг
plan-undo = Отменить
plan-leave_out = Оставить пустым
plan-which_domain = О какой части жизни эта цель?
    .of = О какой части жизни эта цель ({ $client })?

plan-ask_triggers = Что может подтолкнуть? Время, место, чувство, человек.
    .of = { $client }: что может подтолкнуть? Время, место, чувство, человек.
plan-ask_skills = Что помогает, когда близко? То, что правда можно сделать.
    .of = { $client }: что помогает, когда близко? То, что правда можно сделать.
plan-ask_own_signs = По чему ты или другие видите, что становится труднее? Что-то маленькое и раннее.
    .of = { $client }: по чему видно, что становится труднее? Что-то маленькое и раннее.
plan-ask_conditions = Есть ли то, чему врач дал название? Напиши так, как знаешь.
    .of = { $client }: чему врач дал название? Только то, что известно точно.
plan-ask_goals = Как ты скажешь эту цель теперь?
    .of = { $client }: как эта цель звучит теперь?
plan-ask_contacts = Как зовут этого человека?
    .of = { $client }: как зовут этого человека?
plan-ask_medicines = Как оно называется?
    .of = { $client }: как называется лекарство?
plan-ask_modalities = Как часто?
    .of = { $client }: как часто лечение?
plan-ask_appointments = Как ты её называешь?
    .of = { $client }: как называется встреча?
plan-ask_milestones = Что сказать тебе в этот день?
    .of = Что сказать в этот день ({ $client })?
plan-ask_refusal_line = Как ты говоришь «нет»? Фраза, которую правда можно сказать.
    .of = { $client }: как говорить «нет»? Фраза, которую правда можно сказать.
plan-ask_urge_plan = Что ты сделаешь, когда придёт тяга? Шаг за шагом.
    .of = { $client }: что делать, когда придёт тяга? Шаг за шагом.
plan-ask_lapse_plan = Что ты сделаешь после употребления? Кому позвонишь сначала?
    .of = { $client }: что делать после употребления? Кому позвонить сначала?
plan-ask_step = Какой маленький шаг следующий?
    .of = { $client }, цель: какой маленький шаг следующий?

plan-saved = Готово. Теперь это версия { $version } твоего плана.
plan-nothing = Хорошо, всё осталось как было.
plan-gone = Этого в плане больше нет.
    .of = Этого в плане больше нет.
plan-changed_meanwhile =
    Тем временем это изменилось ({ $name }). Теперь там:
    { $now }
    
    У тебя было:
    { $mine }
    .mine = Взять моё
    .theirs = Оставить
plan-agreed = Теперь это твой план. Твоё согласие видят: { $names }.
plan-agreed_alone = Теперь это твой план.
plan-refused_empty = Пришло пустым, поэтому всё осталось как было.
plan-refused_too_long = Это слишком длинно для строки: не больше { $most } знаков. Всё осталось как было.
plan-refused_too_many = Их уже { $most }. Сначала убери что-то, потом добавь это.
plan-refused_past = Этот день уже прошёл. Выбери, пожалуйста, тот, что ещё будет.
plan-refused_no_measure = Цели нужно то, по чему её видно: как часто, сколько или к какому дню. Попробуем ещё раз.
plan-refused_no_such_step = Такого шага здесь нет.

plan-version = Версия { $version } · { $date } · { $author }
plan-version_agreed = согласны: { $names }
plan-history_title = Как складывался план, новое сверху
    .of = { $client }: как складывался план, новое сверху
plan-by_bot = само
plan-difference_added = + { $title }: { $after }
plan-difference_removed = − { $title }: { $before }
plan-difference_changed = { $title }: { $before } → { $after }
plan-difference_moved = { $title }, новый порядок: { $after }

plan-step_taken = Хорошо. Этот шаг считается.

suggestion-notice = Есть на что посмотреть вместе. Без спешки.
    .open = Открыть
suggestion-from_counselor = { $name } предлагает изменить твой план:
    .of = { $name } предлагает изменить план ({ $client }):
suggestion-from_client = { $name } хочет изменить план:
suggestion-yes = Я за
suggestion-no = Не сейчас
suggestion-talk = Обсудить
suggestion-sent = Передаю. Ничего не изменится, пока вы оба не согласны.
suggestion-agreed = Согласовано. Теперь это версия { $version } плана.
    .of = Согласовано. { $client }: теперь это версия { $version } плана.
suggestion-waits = Спасибо. Начнёт действовать, когда согласие даст и { $name }.
suggestion-waits_nobody = Спасибо. Начнёт действовать, когда согласится и консультант.
suggestion-declined = Хорошо. Оставляю это и месяц не спрашиваю.
suggestion-to_talk = Хорошо. Это записано для следующего разговора.
suggestion-is_talk = Кто-то из вас хочет сначала это обсудить.
suggestion-is_agreed = Вы оба согласны с этим.
suggestion-is_declined = Это пока отложили.
suggestion-is_withdrawn = План тем временем изменился, так что это отпустили.
suggestion-take_back = Взять назад
suggestion-taken_back = Взято назад. Ничего не изменилось.
suggestion-is_taken_back = Это взяли назад. Ничего не изменилось.
suggestion-left = Хорошо. Оставляю как есть.
suggestion-left_by = Пока отложено ({ $name }).
suggestion-wish_left = Хорошо. Пока это подождёт, а слова сохранены.
    .of = Хорошо. { $client } прочитает, что пока это подождёт. Слова сохранены.
suggestion-wish_waits = Прочитано ({ $name }). Пока это подождёт. Твои слова сохранены.
    .of = Прочитано ({ $name }). Пока это подождёт, и { $client } это знает.
suggestion-asked_of = { $words }
    .of = Вот что было спрошено ({ $client }):
    «{ $words }»
plan-waits = Ждёт ответа
suggestion-over = Это уже решено.
suggestion-conflict = План тем временем изменился в том же месте, поэтому я ничего не трогаю. Вот что не сходится:
suggestion-wish = { $name } хочет что-то изменить: { $words }
suggestion-noted = Записываю это для тебя и консультанта.

plan-co_sign = Подписать тоже
plan-co_signed = Есть твоё согласие с версией { $version }.

plan-question_yes_no = { $title }: получилось сегодня?
plan-question_count_week = { $title }: сколько раз сегодня?
plan-question_number = { $title }: сколько уже есть?
plan-question_date = { $title }: это сделано?
plan-role_none = близкий человек

suggestion-first_plan = Вот первый план из того, что было сказано. Ничего не действует, пока вы с консультантом не согласны. Всё можно менять:
    .of = { $client }: вот первый план из того, что было сказано. Ничего не действует, пока не согласны обе стороны. Всё можно менять:
suggestion-aftercare = Вот план на время после. Он начнёт действовать, когда вы с консультантом согласитесь:
    .of = { $client }: вот план на время после. Он начнёт действовать, когда согласятся обе стороны:
plan-to_talk_about = для разговора

first_plan-sign_sleep = Несколько дней плохо сплю
first_plan-sign_mood = Всё кажется серым
first_plan-sign_alone = Целыми днями наедине с собой
first_plan-sign_condition = То, с чем я живу, тяжелеет на несколько дней
plan-begin = Составить первый план
plan-ask_intake = Задать первые вопросы
plan-ask_discharge = Спросить о выписке
plan-asked_intake = { $name } получит первые вопросы: сейчас или после тихих часов.
plan-asked_discharge = { $name } получит вопросы о времени после: сейчас или после тихих часов.
plan-offer = Что говорят ответы
plan-offered = За что говорят ответы: { $n }. Клиент тоже это получит:
plan-offered_nothing = Ответы последних недель не говорят за перемены. Это тоже полезно знать.
plan-go_through = Пройтись по нему

## Что стало с целью, день которой прошёл
plan-outcome = Что с этим стало?
plan-outcome_of = Что стало: { $title }
plan-outcome_done = Получилось: { $title }. Это теперь твоё.
plan-outcome_more_time = Хорошо: { $title }, к { $by }.
plan-outcome_let_go = Цель отпущена: { $title }. Это тоже решение.
plan-outcome_past = { $title }: этот день уже прошёл, так что всё осталось как было. Выбрать другой можно в /goals.

## О самом человеке
plan-title_about = Обо мне
    .of = { $client }: о себе
plan-about_line = { $title }: { $value }
plan-change = Изменить: { $title }
plan-left_out = Намеренно оставлено пустым.
plan-ask_strengths = Что в тебе сильное? Каждое с новой строки.
    .of = { $client }: что сильное? Каждое с новой строки.
plan-ask_safety = { $title }: что здесь стоит? Каждое с новой строки.
    .of = { $client }, план безопасности. { $title }: что здесь стоит? Каждое с новой строки.

## То, с чем человек живёт: своя цель, знак, вопрос и помощь
plan-condition_added = Поможет ли что-то небольшое? Выбор за тобой, и всё может подождать.
    .of = Поможет ли что-то небольшое ({ $client })?
plan-goal_for = Маленькая цель для этого
plan-sign_for = Знак, что становится труднее
plan-ask_about = Спрашивай меня об этом
    .of = Спрашивать об этом
plan-ask_no_more = Больше не спрашивай об этом
    .of = Больше не спрашивать об этом
plan-treatment_for = Помощь с этим
plan-ask_sign_for = По чему ты рано видишь, что это становится труднее: { $title }?
    .of = { $client }: по чему видно, что это становится труднее: { $title }?

## Почему появилась версия
plan-reason_starter = начало
plan-reason_undo = отменено
plan-reason_active = согласие дано
plan-reason_goal_check = после взгляда на цель
plan-reason_goal_outcome = её день настал
plan-reason_rated = насколько помогает
plan-reason_times = другое время
plan-reason_missed = что следует за пропуском
plan-reason_safety_plan = план безопасности записан
plan-reason_first_plan = из первого разговора
plan-reason_aftercare = на время после
plan-reason_out = убрано
plan-reason_up = другой порядок
plan-reason_hold = на паузе
plan-reason_go_on = продолжается
plan-reason_met = сделано
plan-reason_stepped = шаг сделан
plan-reason_ask_about = спрашивать об этом
plan-reason_ask_no_more = больше не спрашивать
plan-reason_leave_out = намеренно пусто
plan-reason_signs = когда говорит знак
plan-reason_expected = ожидаемый знак
plan-reason_phase = другой этап
plan-reason_answers = об этом говорят ответы

## Что принято и когда
plan-meds = Что принято и когда
plan-meds_title = Мои лекарства
plan-meds_empty = В твоём плане нет лекарств. Если врач что-то назначит, это можно добавить здесь.
plan-meds_share =
    { $told ->
        [0] За последние { $of } дней об этом ничего не сказано.
        [1] { $taken ->
            [0] Не принято в единственный день с ответом, за последние { $of }.
           *[other] Принято в единственный день с ответом, за последние { $of }.
        }
       *[other] Принято в { $taken } из { $told } дней с ответом, за последние { $of }.
    }
plan-meds_last = Последний раз: { $when }.
plan-meds_taken = Принято
plan-meds_taken_of = Принято: { $name }
plan-meds_not_taken = Сегодня нет
plan-meds_not_taken_of = Сегодня нет: { $name }
plan-meds_change = Изменить мои лекарства

## План безопасности, шаг за шагом
plan-step_signs = 1 Мои знаки
    .of = 1 Знаки ({ $client })
plan-step_alone = 2 Без других
    .of = 2 Без других ({ $client })
plan-step_places = 3 Места и общение
plan-step_people = 4 Кому я скажу
    .of = 4 Кому сказать ({ $client })
plan-step_professionals = 5 Специалисты
plan-step_surroundings = 6 Спокойное место
plan-safety_hint = Нажми на шаг, чтобы написать его заново. В опасности или сомнении: /sos.
    .of = Нажми на шаг, чтобы предложить другие слова.
plan-safety_all = Пройти все шесть шагов
plan-texts_hint = Нажми, чтобы написать заново.
    .of = Нажми, чтобы предложить другие слова.
plan-reword_medicines = Изменить название
plan-reword_contacts = Изменить имя
plan-reword_appointments = Изменить название
plan-reword_modalities = Изменить, как часто
plan-reword_milestones = Изменить слова
plan-aim = Изменить, сколько
plan-retime_medicines = Изменить время
plan-anew_medicines = Записать заново
plan-anew_contacts = Записать заново имя и номер
plan-anew_appointments = Изменить день, время или место
plan-anew_milestones = Изменить число
plan-medicine_asks = спрашиваю каждый раз
    .of = вопрос каждый раз
