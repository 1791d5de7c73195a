# Часы, тихие часы и перерывы.

times-title = Твои часы
times-card = { $lines }
times-line = • { $name }: { $days } в { $time }
times-line_drawn = • { $name }: { $days }, где-то между { $time } и { $until }
times-none = Сейчас для тебя ничего не назначено. /checkin работает в любое время.
times-quiet = Тихие часы: с { $from } до { $to }. Тогда я пишу, только если есть твоя просьба.
times-no_quiet = Тихих часов у тебя нет.
times-zone = Твой часовой пояс: { $zone }. Там сейчас { $time }. Другое место? /travel
times-change = Другое время
times-change_at = { $time } → другое время
times-change_quiet = Тихие часы
times-pause = Сделать перерыв
times-change_missed = Если я не отвечаю
times-missed_now_nobody = О пропущенных отметках никому не сообщается. Выбери, когда сообщить:
times-missed_now_counselor = Не отвечать — это нормально. Если подряд без ответа будет отметок: { $n }, я скажу консультанту. Может, другое число подходит больше? Спонсор узнал бы только, что отметки пропущены, и больше ничего.
times-missed_now_sponsor = Не отвечать — это нормально. Если подряд без ответа будет отметок: { $n }, я скажу спонсору, что отметки пропущены, и больше ничего. Может, лучше иначе?
times-missed_counselor = После { $n }: консультант
times-missed_sponsor = После { $n }: спонсор
times-missed_set_counselor = Готово. Если подряд без ответа будет отметок: { $n }, я скажу консультанту.
times-missed_set_sponsor = Готово. Если подряд без ответа будет отметок: { $n }, я скажу спонсору, что отметки пропущены, и больше ничего.
times-missed_preview = Вот что прочтёт { $name }:
times-missed_set_not_yet = Готово. Если подряд без ответа будет отметок: { $n }, я скажу спонсору, как только ему будет видно, что ты отмечаешься. До тех пор скажу консультанту.
times-hour = { $time }
times-span = { $from } до { $to }
times-none_quiet = Без тихих часов
times-undo = Вернуть
times-which = Сейчас это { $time }. Какое время лучше? Можно прислать и /times с любым часом, например /times 19:45.
times-which_one = Что перенести на { $time }?
times-which_quiet = Когда мне молчать? То, что тебя бережёт, придёт всё равно.
times-set = Готово: { $time }. Следующий раз: { $when }.
times-set_no_next = Готово: { $time }.
times-taken = На { $time } у тебя уже есть вопрос. Выбери другое время, пожалуйста.
times-quiet_set = Готово. Я молчу с { $from } до { $to }.
times-quiet_off = Готово. Тихих часов теперь нет.
times-which_pause = Перерыв — это хорошо. На сколько? Он кончится сам, а /now и /sos работают всегда.
times-which_pause_told = Перерыв — это хорошо. На сколько? Он кончится сам, а /now и /sos работают всегда. Как записано в плане, консультант об этом узнает.
times-days =
    { $n ->
        [one] { $n } день
        [few] { $n } дня
       *[other] { $n } дней
    }
times-pause_set = Спокойных дней. Я ничего не спрошу до { $when }.
times-paused = У тебя перерыв до { $when }.
times-pause_end = Закончить перерыв
times-pause_over = С возвращением. /checkin, когда захочешь.
times-pause_over_next = С возвращением. Следующий вопрос: { $when }.
times-pause_too_long = Перерыв может длиться от 1 до { $n } дней. После него можно взять ещё один.
times-pause_told = { $client } делает перерыв в отметках до { $when }, как записано в плане.
times-every_day = каждый день
times-every_so_many = раз в { $n } дн.
times-monthly = каждый месяц, { $day } числа
times-day_0 = пн
times-day_1 = вт
times-day_2 = ср
times-day_3 = чт
times-day_4 = пт
times-day_5 = сб
times-day_6 = вс
times-name_daily_checkin = Отметка
times-name_morning_intention = Утренний вопрос
times-name_weekly_review = Взгляд на неделю
times-name_monthly_review = Взгляд на месяц
times-name_medication = Твоё напоминание
times-name_other = Вопрос от клиники
