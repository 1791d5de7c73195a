# Команды, карточки и короткие фразы вокруг диалога.

commands-menu_checkin = Отметиться сейчас
commands-menu_now = Помощь на эту минуту
commands-menu_sos = Люди и номера, сразу
commands-menu_plan = Мой план
commands-menu_goals = Мои цели
commands-menu_meds = Мои лекарства
commands-menu_safety = Мой план безопасности
commands-menu_coping = То, что помогает
commands-menu_people = Мои люди
commands-menu_message = Написать консультанту
commands-menu_learn = Короткие части для близких
commands-menu_lost = Кто-то без телефона
commands-menu_times = Мои часы
commands-menu_pause = Сделать перерыв
commands-menu_privacy = Кто что видит
commands-menu_help = Что я умею
commands-menu_language = Язык
commands-menu_export = Копия моего
commands-menu_delete = Удалить моё
commands-menu_looked = Кто смотрел
commands-menu_clear = Очистить чат
commands-menu_alerts = Что открыто
commands-menu_clients = Люди, которых я веду
commands-menu_invite = Пригласить человека
commands-menu_digest = Мой день
commands-menu_oncall = Кто на дежурстве
commands-menu_away = Меня какое-то время нет
commands-menu_hours = Мои часы
commands-menu_figures = Цифры недели

commands-help_client = Вот что я умею:

    /checkin – отметиться сейчас
    /now – помощь на эту минуту
    /sos – люди и номера, сразу
    /plan – твой план
    /goals – как идут дела
    /meds – твои лекарства и когда они приняты
    /safety – твой план безопасности
    /coping – упражнения и свои страницы
    /people – кто с тобой и что получает
    /invite – позвать человека быть рядом
    /message – написать консультанту
    /times – когда я спрашиваю и когда молчу
    /pause – перерыв на несколько дней
    /discreet – что видно на закрытом телефоне и как с тобой связаться
    /privacy – что хранится и кто это может прочесть
    /looked – кто смотрел твои записи
    /export – копия всего, для тебя
    /delete – удалить всё
    /clear – убрать то, что было от меня недавно
    /language – русский, английский или испанский
    /back, /skip и /stop работают в каждом вопросе

    Можно нажимать или писать, как удобнее.
commands-help_counselor = Вот что я умею:

    /alerts – что открыто
    /digest – ваш день
    /clients – люди, которых вы ведёте
    /oncall – кто на дежурстве, сейчас и потом
    /away – чтобы сигналы какое-то время шли мимо вас
    /hours – когда вы работаете
    /figures – цифры недели
    /invite – пригласить человека
    /lost – потерян телефон
    /privacy – что хранится и кто это может прочесть
    /language – русский, английский или испанский
    /sos – люди и номера, сразу
commands-help_admin = Вот что я умею:

    /figures – цифры недели
    /invite counselor – пригласить консультанта
    /privacy – что хранится и кто это может прочесть
    /language – русский, английский или испанский
    /sos – люди и номера, сразу
commands-help_supporter = Вот что я умею:

    /people – кого вы поддерживаете и что можно сделать
    /learn – короткие части для близких
    /stop – перерыв или конец
    /privacy – что хранится и кто это может прочесть
    /language – русский, английский или испанский
    /sos – люди и номера, сразу
commands-help_stranger = Я Handrail, помощник для людей на пути выздоровления. Я работаю по приглашению: его может прислать консультант или человек, которого вы поддерживаете.

    /sos – люди и номера, сразу, для всех
    /privacy – что хранится и кто это может прочесть
    /language – русский, английский или испанский
commands-unknown = Такого я не знаю. /help покажет, что я умею.
commands-no_open_question = Спасибо за слова. Я программа, и этого я не записал. В трудную минуту есть /now, а в /sos люди и номера. Отметиться: /checkin.
commands-nobody_reads = Спасибо за слова. Я программа, и этот чат никто не читает. Чтобы найти человека, пожалуйста, напишите ему сами. /help покажет, что я умею.
commands-media = Здесь я этого открыть не могу. Микрофон на клавиатуре может писать за тебя.
commands-edited = Вижу, что прежнее сообщение изменено. Пришли его новым, пожалуйста, чтобы ничего не потерялось.
commands-expired_button = Эта кнопка слишком старая.
commands-stopped = Остановились. Сказанное до сих пор хранится. Возвращайся когда угодно: /checkin.
commands-stopped_part = Эту часть остановили. Идём дальше.
commands-stopped_plan = Остановились. План остался как был.
commands-stopped_craving_now = Остановились. Сказанное до сих пор хранится. /now здесь, когда станет трудно.
commands-stopped_sos = Хорошо. /sos здесь в любое время.
commands-stopped_whose = Хорошо. /sos здесь в любое время, и для вас тоже.
commands-not_now = Ничего страшного. Хранятся только язык и страна, без имени и без ответов. /sos работает всё равно. Если передумаешь, нажми здесь или снова открой приглашение.
    .back = Начать снова

commands-accepted_sponsor = Спасибо. Я скажу { $client }. Когда вы понадобитесь, я напишу сюда. /people покажет, что можно сделать. /stop: перерыв или конец.
commands-accepted_family = Спасибо. Я скажу { $client }. Когда будут новости, я напишу сюда. /people покажет, что можно сделать. /stop: перерыв или конец.
commands-declined = Ничего страшного, и спасибо, что сказали. Я передам { $client }, что не сейчас. Если передумаете, нажмите здесь или снова откройте приглашение.
    .back = Начать снова
commands-parting_stay = Хорошо, что вы остаётесь. Ничего не изменилось.
commands-parting_pause = Спокойных дней. До { $date } от меня не будет вестей о { $client }. /start вернёт раньше.
commands-parting_leave = Готово. Больше вестей о { $client } от меня не будет. Спасибо, что вы были рядом.
commands-parting_back = С возвращением. { $client } уже знает.
commands-supporter_accepted = { $name } говорит «да». Без твоего выбора ничего не передаётся: /people.
commands-supporter_declined = { $name } говорит "не сейчас". Ничего не передано, спросить можно в другой раз.
commands-supporter_pause = { $name } берёт перерыв до { $date }. Это ничего не говорит о тебе.
commands-supporter_leave = { $name } делает шаг назад и больше ничего от меня не услышит. Так бывает по разным причинам. Это ничего не говорит о тебе. /people покажет, кто с тобой.
commands-supporter_back = { $name } снова с тобой после перерыва.
commands-nothing_to_stop = Всё тихо: останавливать сейчас нечего.
commands-started_anew = С прошлого раза я изменился, поэтому начнём заново. Сказанное до сих пор хранится.
commands-still_here = Вот где мы были:
commands-waits = Сначала это. Твоя отметка будет сразу после.
commands-your_turn = А теперь твоя отметка:
commands-first_this = Сначала это. Потом снова нажми на другую.
commands-left_out = Другую в этот раз пропускаю. Вот где мы:
commands-late = Это о том, что было { $when }, а не о сейчас.
commands-late_which = Вопрос был { $when }. Рассказать о том времени или о том, что сейчас?
    .then = Как было { $when }
    .now = Как сейчас
commands-yesterday = Вчерашний день ещё открыт. Его можно заполнить, если хочется.
    .fill = Заполнить вчера
commands-yesterday_ours = Вчера меня не было, и я не спросил. День можно заполнить, если хочется.

commands-prompt = Привет. Минута для тебя, когда будет удобно.
    .start = Начать
    .later = Позже
    .short = Короткая версия
commands-prompt_started = Привет. Спасибо за эту минуту.
commands-prompt_waits = Привет. Это будет следующим.
commands-prompt_left_out = Привет. Это я пропустил: шло другое.
commands-prompt_closed = Это закрыто. Ничего страшного.
commands-prompt_missed = Это закрыто. Ничего страшного. Заполнить можно, пока не придёт следующее.
    .start = Заполнить
commands-prompt_putting_off = Когда удобнее?
    .soon = Через 30 минут, в { $time }
    .later = Через 2 часа, в { $time }
    .tonight = Вечером, в { $time }
commands-prompt_now = Это открыто до { $time }, но до тех пор я уже не спрошу снова. Может, сейчас?
    .start = Сейчас
commands-set_aside = Хорошо, откладываю. /checkin вернёт это.
commands-prompt_later = Хорошо. Спрошу снова в { $time }.
commands-prompt_too_late = Это уже закрыто. /checkin начнёт новое.
commands-reminder = Я всё ещё здесь, если есть минута.
    .start = Начать
    .short = Короткая версия
commands-already_done = Это уже сделано. Спасибо.
commands-done_today = Это уже сделано. Изменить ответ?
    .again = Отметиться ещё раз
commands-change_kept = Изменено. Первый ответ хранится за новым.
commands-change_nothing = Хорошо, всё остаётся как было.
commands-change_stopped = Хорошо. Изменённое до сих пор хранится.
commands-change_too_late = Этому больше двух дней, поэтому оно остаётся как есть. Скажи, что верно сейчас: /checkin.

commands-closing = Спасибо за отметку.
    .change = Изменить ответ
commands-closing_sees_private = Кто это видит: только ты.
commands-closing_sees = Кто это видит: { $names }.
commands-closing_sees_what = { $name } ({ $what })
commands-closing_step = Один следующий шаг из твоего плана: { $step }
commands-closing_next = Следующая отметка: { $when }.
commands-welcome_next = Всё готово. Первая отметка { $when }, по времени места { $place }.
commands-closing_no_next = Следующей отметки пока нет.
commands-sos_safe = Хорошо, что ты в безопасности. Я здесь, и твои люди тоже. Станет труднее: /now, а /sos в любое время.
commands-craving_closing = Волна пройдена: с { $before } до { $after }.
commands-craving_closing_still = Сейчас { $after }. Дальше не нужно в одиночку: в /sos есть люди, которым можно позвонить.
commands-craving_kept = Хранится с твоим планом. Спасибо, что говоришь.


commands-goals = Как идут твои цели
commands-goals_none = Целей пока нет. Вы выбираете их вместе с консультантом.
commands-goals_use_free = Без употребления { $free } из { $asked } дней с ответом, за последние { $window }.

commands-people = Твои люди
commands-people_none = С тобой здесь пока никого нет. В этом поможет консультант.
commands-role_counselor = консультант
commands-role_sponsor = спонсор
commands-role_family = близкие
commands-role_client = клиент
commands-role_admin = администратор

commands-category_presence = что есть отметка
commands-category_milestones = хорошие новости
commands-category_goals = цели
commands-category_mood = настроение
commands-category_cravings = тяга
commands-category_use = употребление
commands-category_medication = лекарства
commands-category_alerts = когда кто-то нужен
commands-category_notes = заметки
commands-category_plan = твой план
commands-category_charts = графики

commands-clients = Люди, которых вы ведёте
commands-clients_open = { $name }
commands-clients_none = Пока никого нет. /invite сделает приглашение.
commands-clients_line = { $name } · последняя отметка { $last } · пропущено подряд: { $missed } · открытых сигналов: { $alerts }
commands-leaf =
    .back = Назад
    .more = Ещё
commands-clients_never = никогда
commands-alerts = Открытые сигналы
commands-alerts_line = Сигнал { $number } · { $client } · { $state } · { $since }
commands-alerts_open = Открыть сигнал { $number }
commands-alerts_none = Ничего не открыто.
commands-alert_state_raised = пока никто не взял
commands-alert_state_acknowledged = взят
commands-alert_state_unanswered = никто не ответил
commands-alert_state_yours = ваш
commands-alert_state_taken_by = занимается { $name }
commands-alerts_more = … и ещё { $count }

commands-your_clinic = твоя команда
commands-joined_counselor = Добро пожаловать, { $name }. Здесь вы узнаете, когда нужны тому, кого ведёте.
commands-joined_admin = Добро пожаловать, { $name }. Вы следите за самим ботом; чужих ответов вы не видите.

commands-privacy = Что стоит знать:

    Telegram может читать чат с ботом: и твои слова, и мои. Сквозного шифрования там нет. Прочесть его может и тот, у кого твой телефон: /clear уберёт то, что было от меня недавно.
    На нашей стороне твои ответы заперты твоим собственным ключом. В журналах и счётчиках нет ни имён, ни слов.
    Консультант видит то, о чём вы договорились. Спонсор и семья не видят ничего без твоего выбора. /people покажет, кто что видит, /looked – кто смотрел.
    Это твоё: /export даст копию, /delete удалит всё.
    За этим чатом не следят каждую минуту. В опасности звони в экстренную помощь: /sos.
commands-language = Мы говорим по-русски. Удобнее другой язык?
commands-language_set = Хорошо, теперь по-русски.
commands-language_stranger = Я говорю по-русски, по-английски и по-испански: на языке твоего Telegram или по-английски.

commands-when_yesterday = вчера в { $time }
commands-when_today = сегодня в { $time }
commands-when_tomorrow = завтра в { $time }
commands-when_date = { $date } в { $time }

commands-page = { $client } пишет это тебе и хочет, чтобы ты прочёл или прочла:
commands-page_shared = Теперь это может прочесть: { $names }. Больше никто.
commands-page_nobody = Пока некому это прочесть, так что всё остаётся у тебя. /people покажет, кто рядом с тобой.
commands-feedback = Кто-то пишет о боте:
    { $words }
commands-feedback_named = { $name } пишет о боте:
    { $words }
commands-reached = Это твои слова на сегодня: «{ $words }»
commands-reached_shared = Через час, не раньше, эту хорошую новость получат, как договорились: { $names }. Вот что там будет:
    .send = Отправить сейчас
    .keep = Оставить себе
commands-reached_translated = На твоём языке это так:
commands-reached_sent = Уже в пути. В тихие часы новость подождёт, пока они не кончатся.
commands-reached_kept = Новость осталась у тебя. Никто о ней не узнает.
commands-reached_over = Эта новость больше не ждёт: она уже ушла или осталась у тебя.
