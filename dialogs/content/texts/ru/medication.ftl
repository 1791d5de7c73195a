# Лекарства. Ни слова о дозах, никогда.

medication-names = { $medicine }
medication-well_done = Хорошо. Одно дело на сегодня сделано.
medication-ask_again = Хорошо. Спрошу ещё раз примерно через два часа.
medication-reason = Спасибо, что говоришь. Что помешало?
    .short = Причина
    .forgot = Вылетело из головы
    .ran_out = Закончилось
    .felt_unwell = Было нехорошо
    .did_not_want = Не хотелось
    .other = Другое
medication-effect = Жаль это слышать. Что ты замечаешь? Отметь всё, что подходит.
    .short = Побочный эффект
    .stomach = Живот
    .head = Голова болит, кружится
    .sleepy = Сильная сонливость
    .skin = Кожа или зуд
    .mood = Настроение или сон
    .breath = Трудно дышать, отёк
    .dark_thoughts = Тёмные мысли
medication-safe_now =
    На это должен посмотреть человек. Ты сейчас в безопасности? Если трудно дышать, сначала звони в экстренную помощь: номер есть в /sos.

    Если ответить "нет" или "не знаю", узнает человек из твоей команды. То же, если пропустить вопрос или молчать 10 минут.
    .short = В безопасности
    .yes = Да, я в безопасности
    .no = Нет
    .not_sure = Не знаю
medication-care = Спасибо, что говоришь. Тебе не нужно быть с этим в одиночку. В /sos есть номер экстренной помощи и твои люди.
medication-effect_words = Что-то добавить? С какого времени, насколько сильно?
    .short = Своими словами
medication-counselor_told = Это увидит { $counselor }. Я не советую по лекарствам, но врач, медсестра или аптекарь могут. Им можно позвонить сегодня.
medication-team_told = Это увидит твоя команда. Я не советую по лекарствам, но врач, медсестра или аптекарь могут. Им можно позвонить сегодня.

medicine_log-well_done = { medication-well_done }
medicine_log-reason = { medication-reason }
    .short = { medication-reason.short }
    .forgot = { medication-reason.forgot }
    .ran_out = { medication-reason.ran_out }
    .felt_unwell = { medication-reason.felt_unwell }
    .did_not_want = { medication-reason.did_not_want }
    .other = { medication-reason.other }
medicine_log-counselor_told = { medication-counselor_told }
medicine_log-team_told = { medication-team_told }
