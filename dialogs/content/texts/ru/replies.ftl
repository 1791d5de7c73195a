# Что говорят о сигнале те, кому он пришёл, и сам человек, кроме «беру» и «закрыто».

replies-buttons = Что вы можете сделать
    .calling = Звоню сейчас
    .tonight = Вечером
    .please_pass = Передайте, пожалуйста
    .call_first = Сначала спросить?
    .note = Добавить заметку

# Ответы спонсора.
replies-client_calling = Сейчас тебе звонит { $name }.
replies-client_tonight = { $name } в эту минуту не может, но позвонит вечером. { $asked ->
        [yes] Спрашиваю и следующего человека.
       *[no] { "" }
    } По номерам в /sos ответят сейчас.
replies-tonight_noted = Спасибо. { $client } знает, что вы позвоните вечером. { $asked ->
        [yes] Уже спрашиваю следующего человека.
       *[no] Больше в этом списке никого нет, поэтому я могу спросить вас снова.
    }

# Можно ли позвонить?
replies-may_call = Можно тебе сейчас позвонить? Звонить будет { $name }.
    .yes = Да, пожалуйста
    .no = Не сейчас
replies-may_call_asked = Вопрос отправлен. Ответ придёт сюда.
replies-may_call_waits = Вопрос уже отправлен. Ответ придёт сюда.
replies-may_call_yes = Сигнал { $number }: да. Можно звонить.
replies-may_call_no = Сигнал { $number }: пожалуйста, не сейчас.
replies-may_call_thanks = Спасибо. { $name } знает.
replies-may_call_fine = Хорошо. { $name } знает. /sos здесь в любое время.

# Где дома может быть небезопасно.
replies-safe_way = Как с тобой связаться? Это будет { $name }.
    .by_call = Можно позвонить
    .by_message = Только письменно
    .not_now = Жди, пока напишу я
replies-safe_way_kept = Спасибо. { $name } это видит.
replies-safe_way_said = Сигнал { $number }: есть ответ, как связаться.

# Что уже сказано, как это читает команда.
replies-line = • { $when } · { $name }: { $what }
replies-what_calling = звонит
replies-what_tonight = позвонит вечером
replies-what_passed = дальше, к следующему
replies-what_asked_to_call = можно ли позвонить?
replies-what_may_call = да, звоните
replies-what_may_not_call = сейчас лучше без звонка
replies-what_by_call = можно звонить
replies-what_by_message = только письменно
replies-what_not_now = просьба подождать
replies-what_note = заметка: «{ $words }»

# Заметка о том, как прошло.
alert_note-note = Что нужно знать команде? Пожалуйста, коротко. Это останется при сигнале { $number }.
    .short = Заметка
replies-noted = Записано при сигнале { $number }.
replies-no_note = Хорошо, без заметки.
