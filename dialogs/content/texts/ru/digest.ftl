# Сводка дня и цифры недели.

digest-ready = Ваш день готов.
    .open = Открыть
digest-title = Ваш день, { $date }
    .hours = Мои часы
digest-line = { $name } · { $parts }
digest-nothing = Ничего нового. Всё спокойно.
digest-alerts = { $count ->
        [one] сигнал { $numbers }
       *[other] сигналы { $numbers }
    }
digest-closed = сигнал { $number }, закрывает { $name }: { $outcome }
digest-edits = правок в плане: { $count }
digest-suggestions = предложений ждут вас: { $count }
digest-expected = ожидаемо до { $until }: { $sign }
digest-missed = подряд без ответа: { $count }

figures-title = Последние 7 дней, по правилам
figures-none = Считать пока нечего.
figures-no_alerts = Сигналов нет.
figures-line = • { $sign }: { $raised }, вовремя { $in_time }. В безопасности { $safe }, нужна помощь { $more }, связаться не вышло { $unreached }, не понадобилось { $not_needed }, снято { $withdrawn }, открыто { $open }.
figures-now = Отметки, после которых сразу кого-то звали: { $share }%. Цель: не больше { $aim }%.
figures-useful = Из них не зря: { $share }%. Цель: не меньше { $aim }%.

figures-sign_craving_unsafe = сильная тяга, и небезопасно
figures-sign_use_danger = употребление, и опасно
figures-sign_unsafe = небезопасно
figures-sign_sos = нужен кто-то сейчас
figures-sign_safety_unanswered = нет ответа о безопасности
figures-sign_home_unsafe = дома опасно
figures-sign_home_not_safe = дома неспокойно
figures-sign_told_by_supporter = рассказал кто-то близкий
figures-sign_use = употребление
figures-sign_self_harm = вред себе
figures-sign_craving_days = сильная тяга не первый день
figures-sign_own_signs = свои признаки
figures-sign_dark_thoughts = тёмные мысли
figures-sign_asked_today = просьба, чтобы узнали сегодня
figures-sign_missed = отметки без ответа
figures-sign_urge_high = сильный порыв
figures-sign_craving_high = сильная тяга
figures-sign_medicine = лекарства
figures-sign_words_suicide_selfharm = слова о нежелании жить
figures-sign_words_overdose_medical = слова о беде со здоровьем
figures-sign_words_violence_abuse = слова о насилии
figures-sign_words_lapse = слова об употреблении
figures-sign_words_craving = слова о тяге
figures-sign_words_withdrawal = слова об отмене
figures-sign_words_medication = слова о лекарствах
figures-sign_words_hopeless = слова без надежды
figures-sign_standing = трудное время
figures-sign_change = не как обычно
figures-sign_fewer_answers = отвечает реже
