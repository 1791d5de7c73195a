# Экраны плана: читать, открыть часть, изменить, согласовать.

plan-title = Твой план, версия { $version }
plan-title_of = План: { $client }, версия { $version }
plan-state_starter = Первый план. Он растёт вместе с тобой.
plan-state_draft = Этот план ещё составляется.
plan-state_active = Вы оба согласны с этим планом.
plan-lacks = Чтобы план был полным, ещё нужно: { $parts }
plan-lacks_country = твоя страна
plan-lacks_contacts = два человека, которым можно позвонить
plan-ready = В нём есть всё нужное. Берёшь его как свой план с этого дня?
    .agree = Да, это мой план
plan-review_on = Вы вместе посмотрите на него снова: { $date }.
plan-back = ‹ План
plan-history = Как он складывался
plan-back_to = ‹ { $title }

plan-title_goals = Над чем я работаю
plan-title_triggers = Что может подтолкнуть
plan-title_skills = Что помогает, лучшее вначале
plan-title_own_signs = Мои ранние знаки
plan-title_contacts = Мои люди
plan-title_medicines = Мои лекарства
plan-title_modalities = Моё лечение
plan-title_appointments = Мои встречи
plan-title_conditions = С чем я живу
plan-title_milestones = Что я праздную
plan-title_schedules = Когда меня спрашивают
plan-title_refusal_line = Как я говорю «нет»
plan-title_urge_plan = Что я делаю, когда близко
plan-title_lapse_plan = Мой план после употребления
plan-title_signs = Безопасность: мои знаки
plan-title_alone = Безопасность: без других
plan-title_places = Безопасность: люди и места
plan-title_people = Безопасность: кому я говорю
plan-title_professionals = Безопасность: специалисты
plan-title_surroundings = Безопасность: вокруг меня
plan-title_phase = Где я сейчас
plan-title_living = Где я живу
plan-title_review_on = Когда посмотрим снова
plan-title_state = План целиком
plan-title_strengths = Что во мне сильное
plan-title_thresholds = О чём меня спрашивают
plan-title_ladders = Кому сообщают
plan-title_safety = Мой план безопасности
plan-title_texts = Моими словами

plan-goal_yes_no = { $title } · дней в неделю: { $target }
plan-goal_count_week = { $title } · в неделю: { $target }
plan-goal_number = { $title } · до { $target }
plan-goal_date = { $title } · к { $by }
plan-goal_none = { $title }
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
plan-living_alone = отдельно
plan-living_partner = с партнёром
plan-living_family = с семьёй
plan-living_friends = с друзьями
plan-living_sober_home = в трезвом доме
plan-living_no_fixed_place = без постоянного места
plan-planstate_starter = первый план
plan-planstate_draft = составляется
plan-planstate_active = согласован обоими

plan-part_empty = Здесь пока пусто.
plan-add = Добавить
plan-add_of = Предложить
plan-thing = { $line }
plan-reword = Сказать иначе
plan-up = Выше
plan-out = Убрать
plan-hold = Поставить на паузу
plan-go_on = Продолжить
plan-met = Сделано
plan-check = Посмотреть на неё
plan-log = Отметить сегодня
plan-stepped = Шаг сделан
plan-step = Написать следующий шаг
plan-undo = Отменить
plan-text = Написать: { $title }
plan-leave_out = Оставить пустым
plan-which_domain = О какой части жизни эта цель?

plan-ask_triggers = Что может подтолкнуть? Время, место, чувство, человек.
plan-ask_skills = Что помогает, когда близко? То, что правда можно сделать.
plan-ask_own_signs = По чему ты или другие видите, что становится труднее? Что-то маленькое и раннее.
plan-ask_conditions = Чему врач дал название? Только то, что ты знаешь.
plan-ask_goals = Как ты скажешь эту цель теперь?
plan-ask_contacts = Как зовут этого человека?
plan-ask_medicines = Как оно называется?
plan-ask_modalities = Как часто?
plan-ask_appointments = Как ты её называешь?
plan-ask_milestones = Что сказать тебе в этот день?
plan-ask_refusal_line = Как ты говоришь «нет»? Фраза, которую правда можно сказать.
plan-ask_urge_plan = Что ты сделаешь, когда придёт тяга? Шаг за шагом.
plan-ask_lapse_plan = Что ты сделаешь после употребления? Кому позвонишь сначала?
plan-ask_step = Какой маленький шаг следующий?

plan-saved = Готово. Теперь это версия { $version } твоего плана.
plan-nothing = Хорошо, всё осталось как было.
plan-gone = Этого в плане больше нет.
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
plan-by_bot = само
plan-difference_added = + { $title }: { $after }
plan-difference_removed = − { $title }: { $before }
plan-difference_changed = { $title }: { $before } → { $after }
plan-difference_moved = { $title }, новый порядок: { $after }

plan-step_taken = Хорошо. Этот шаг считается.
plan-goal_is_met = Получилось: { $title }. Это теперь твоё.

suggestion-notice = Есть на что посмотреть вместе. Без спешки.
    .open = Открыть
suggestion-from_counselor = { $name } предлагает изменить твой план:
suggestion-from_client = { $name } хочет изменить план:
suggestion-agree = Я за
suggestion-no = Не сейчас
suggestion-talk = Обсудить
suggestion-sent = Передаю. Ничего не изменится, пока вы оба не согласны.
suggestion-agreed = Согласовано. Теперь это версия { $version } плана.
suggestion-waits = Спасибо. Начнёт действовать, когда согласие даст и { $name }.
suggestion-waits_nobody = Спасибо. Начнёт действовать, когда согласится и консультант.
suggestion-declined = Хорошо. Оставляю это и месяц не спрашиваю.
suggestion-to_talk = Хорошо. Это записано для следующего разговора.
suggestion-is_talk = Кто-то из вас хочет сначала это обсудить.
suggestion-is_agreed = Вы оба согласны с этим.
suggestion-is_declined = Это пока отложили.
suggestion-is_withdrawn = План тем временем изменился, так что это отпустили.
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
suggestion-aftercare = Вот план на время после. Он начнёт действовать, когда вы с консультантом согласитесь:
plan-to_talk_about = для разговора

first_plan-sign_sleep = Несколько дней плохо сплю
first_plan-sign_mood = Всё кажется серым
first_plan-sign_alone = Целыми днями наедине с собой
plan-begin = Составить первый план
plan-ask_intake = Первые вопросы
plan-ask_discharge = Выписка
plan-asked_intake = { $name } получит первые вопросы: сейчас или после тихих часов.
plan-asked_discharge = { $name } получит вопросы о времени после: сейчас или после тихих часов.
plan-offer = Что говорят ответы
plan-offered = За что говорят ответы: { $n }. Клиент тоже это получит:
plan-offered_nothing = Ответы последних недель не говорят за перемены. Это тоже полезно знать.
plan-go_through = Пройтись по нему
