# Люди вокруг: войти, делиться, забрать назад. Читает тот, кого ведут, или тот, кто пришёл.

# У двери
circle-digits = Почти готово. Пожалуйста, назовите это число тому, от кого приглашение, при встрече или по телефону:

    { $code }

    Его введут на другой стороне. До этого здесь никто ничего не видит.
circle-someone = Кто-то открывает приглашение.
    .open = Посмотреть
circle-who_is_it = Открыто приглашение { $role ->
    [client] для клиента
    [sponsor] для спонсора
    [counselor] для консультанта
   *[family] для близких
}. Имя в Telegram: «{ $name }»; имя ничего не доказывает. Нужны четыре цифры этого человека, при встрече или по телефону.

    { $typed }
circle-who_is_it_unnamed = Открыто приглашение { $role ->
    [client] для клиента
    [sponsor] для спонсора
    [counselor] для консультанта
   *[family] для близких
}. Нужны четыре цифры этого человека, при встрече или по телефону.

    { $typed }
circle-key = { $key }
circle-key_back = ⌫
circle-not_them_button = Это не тот человек
circle-not_them = Хорошо, что есть проверка. Никто не вошёл, ничего не передано. /invite сделает новое приглашение.
circle-wrong_digits = Это не те цифры. Осталось попыток: { $left }.
circle-closed = И это не те цифры, поэтому приглашение закрыто. Ничего не передано. /invite сделает новое.
circle-let_in = Верно. Теперь { $name } может войти.
circle-moved_told = Верно. { $name } снова здесь, в новом чате. Ничего не потеряно.
circle-moved = С возвращением, { $name }. Всё на своих местах. Старый чат закрыт.

# Приглашать
circle-invite = Кого хочется видеть рядом? Без твоего выбора этот человек не видит ничего.
    .sponsor = Спонсор
    .family = Семья или близкий человек
    .client = Мой клиент
    .contact = Только имя и номер: друг, группа
circle-invitation = Вот приглашение для одного человека. Оно работает один раз, до { $until }. Его стоит послать так, чтобы это было безопасно для обоих. Открыв его, человек получит четыре цифры; пусть назовёт их при встрече или по телефону.

    { $link }

# Потерян телефон или аккаунт
circle-lost_whose = Чей телефон или аккаунт потерян?
circle-lost = Если { $name } теряет телефон или аккаунт, старый чат закроется сразу. Ничего не пропадёт: новое приглашение ведёт обратно ко всему.
    .lock = Закрыть старый чат
circle-leave_it = Оставить как есть
circle-lost_locked = Старый чат закрыт: { $name }. Это приглашение ведёт обратно. Оно спросит четыре цифры, как в первый раз:

    { $link }

# Все на одном экране
circle-name = { $name }
circle-person = { $name } · { $role }
circle-gets = Получает: { $what }
circle-gets_nothing = ничего
circle-everything = всё
circle-begins = Начнётся { $date }
circle-ends = До { $date }
circle-rests = На паузе до { $until }
circle-until_you_end_it = твоего слова
circle-away = Перерыв до { $date }
circle-greetings_on = Добрые слова доходят до тебя: { $name }.
circle-greetings_off = Добрые слова сейчас не доходят до тебя: { $name }. Об этом никому не сказано.
circle-waits = Кто-то у двери ({ $role ->
    [sponsor] спонсор
    [client] клиент
    [counselor] консультант
   *[family] близкие
}). Нужны четыре цифры: их можно прислать сюда.
circle-also_there = Ещё есть:
circle-learn_only = Сейчас вы здесь никого не поддерживаете.
circle-do_share = Что получает
circle-do_pause = Поставить на паузу
circle-do_resume = Делиться дальше
circle-do_stop_all = Больше не делиться
circle-do_stop_one = Этим больше не делиться
circle-do_call_me = Попросить позвонить
circle-do_greetings_on = Пускать добрые слова
circle-do_greetings_off = Пока без добрых слов
circle-do_new_phone = Новый телефон
circle-do_remove = Убрать из моих людей
circle-do_write = Написать сообщение
circle-do_told = Что передано
circle-do_back = Назад
circle-do_invite = Пригласить человека
circle-do_contact = Добавить имя и номер
circle-do_receipts = Кому что передано

# Делиться
circle-what_to_share = Что может получать { $name }? Нажми, и увидишь сами слова, прежде чем сказать «да».
circle-is_shared = ✓ { $what }
circle-can_be_shared = { $what }
circle-not_yet = { $name } пока не говорит «да». До этого делиться нельзя.
circle-preview = Если сказать «да» на «{ $what }», { $name } получит это:
circle-preview_example = Рассказывать пока нечего, так что это пример.
circle-preview_translated = { $name } читает на другом языке. На твоём это значит:
circle-counselor_would_see = Вот что узнает о тебе { $name }: { $what }.
circle-example_milestone = две недели, и они мои
circle-example_goal = Прогулка каждый день
circle-example_skills = Прогулка · Звонок другу
circle-cool_off = Начнётся { $date }, на следующий день после твоего «да». До этого всё можно забрать назад, и никто не узнает.
circle-take_back = Забрать назад можно всегда, в два нажатия. { $name } об этом не узнает.
circle-yes_for = Да, дней: { $days }
circle-yes_open = Да, до моего слова
circle-no = Нет
circle-words_changed = С прошлого раза слова изменились. Теперь они такие.
circle-granted = Готово. { $name } получает: { $what }.
circle-granted_later = Готово. С { $date } { $name } получает: { $what }.

# Забрать назад
circle-stop = Больше не делиться: «{ $what }», { $name }? Это закончится сразу, и { $name } об этом не узнает.
    .yes = Да, хватит
circle-stop_all = Больше ничем не делиться: { $name }? Это закончится сразу, и { $name } об этом не узнает.
    .yes = Да, хватит совсем
circle-keep_it = Оставить
circle-stopped = Готово. Больше ничего не дойдёт: { $name }.
circle-rest = Поставить на паузу всё, чем ты делишься: { $name }? Человек об этом не узнает. Надолго?
    .for = Дней: { $days }
    .open = До моего слова
circle-rests_now = { $name }: на паузе до { $until }.
circle-goes_on = { $name }: снова получает, как было.
circle-remove = Убрать из твоих людей: { $name }? Больше ничего не дойдёт, и я об этом не напишу.
    .yes = Да
circle-removed = Готово. { $name } больше не среди твоих людей здесь.
circle-still_told = Если кто-то понадобится, узнают: { $names }.
circle-nobody_told = Если кто-то понадобится, тогда не узнает никто. Карточка помощи всё равно придёт и скажет об этом. /sos работает всегда.

# Вопрос ещё раз
circle-renew = { $name } получает от тебя «{ $what }» до { $date }. Продолжать? Если ничего не делать, тогда это и закончится.
    .yes = Ещё 30 дней
    .see = Показать
    .stop = Хватит
circle-renew_again = { $name } уже какое-то время получает от тебя «{ $what }». Это всё ещё правильно? Больше никто этого вопроса не видит.
    .yes = Да, пусть идёт
circle-renewed = Хорошо. Продолжаем.

# Кому что передано
circle-receipts = Кому что передано, сначала новое
circle-receipts_about = Что передано: { $name }, сначала новое
circle-receipts_none = За последние 90 дней никому ничего не передано.
circle-receipt = { $at } · { $name } · { $what }
circle-receipt_opened = { $at } · { $name } · { $what } · открыто { $opened }
circle-looks = Кто заглядывал или отвечал на вызов
circle-look_see_client = { $at } · { $name } · как у тебя дела
circle-look_see_plan = { $at } · { $name } · твой план
circle-look_see_progress = { $at } · { $name } · твой путь
circle-look_see_alert = { $at } · { $name } · открыт вызов
circle-look_take_alert = { $at } · { $name } · принят вызов
circle-look_get_update = { $at } · { $name } · открыты новости

# Туда и обратно
circle-cheer = Доброе слово для тебя, { $name }: { $words }
circle-call_me = Просьба позвонить отправлена: { $name }. В опасности не жди: /sos.
circle-call_me_enough = Сегодня уже две просьбы: { $name }. В опасности не жди: /sos.
circle-call_me_now = { $name } звонит тебе сейчас.
circle-call_me_later = { $name } позвонит сегодня позже.
circle-call_me_cannot = { $name } сегодня не может позвонить. Это ничего не говорит о тебе. /sos покажет, кто ещё есть.
circle-may_call = { $name } хочет тебе позвонить. Можно?
    .yes = Да, пусть звонит
    .no = Не сейчас
circle-may_call_yes = Передано: { $name } знает, что звонок тебе кстати.
circle-may_call_no = Передано: { $name } знает, что не сейчас.
circle-asks_more = { $name } хочет знать больше о том, как ты. Решать только тебе, и «нет» не требует причин. О твоём выборе здесь никто не узнает.
    .see = Посмотреть, что есть
    .leave = Оставить
circle-left_it = Всё остаётся как есть.

# Сообщения с консультантом
circle-letter_sent = Сообщение передано: { $name }. Его читают в рабочие часы: { $days }, с { $from } до { $to }. Это не для опасных минут: /sos.
circle-letter_sent_back = Сообщение передано: { $name }.
circle-letter_stopped = Ничего не отправлено.
circle-letter_from = Сообщение, { $name }, { $at }
circle-letter_reply = Ответить
circle-letter_whom = Кому?
letter-words = Что сказать: { $name }? Читают в рабочие часы: { $days }, с { $from } до { $to }. Это не для опасных минут: в /sos люди есть сразу.
    .short = Сообщение
letter-answer = Что ответить: { $name }?
    .short = Ответ

# Оставить себе
circle-keep_button = Оставить что-то себе
circle-keep = Что не передавать семье и спонсору? Твои слова о безопасности всё равно приведут помощь, а команда видит ответы, как вы договорились.
    .all = Оставить всё себе
circle-keep_gets = Как сейчас выбрано, в воскресенье { $name } получит:
circle-kept_one = 🔒 { $what }
circle-not_kept_one = { $what }

# A neutral notice; what it is comes after a tap
circle-notice = Здесь есть кое-что.
    .open = Открыть
