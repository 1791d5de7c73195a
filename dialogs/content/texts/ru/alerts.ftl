# Что читают консультанты, спонсоры и администраторы, когда кто-то нужен.
# Само уведомление нейтрально: оно может зажечь экран. Факты приходят после нажатия.

alerts-page = Вы нужны тому, кого ведёте. Сигнал { $number }.
    .open = Открыть
    .take = Беру на себя
alerts-page_again = Сигнал { $number } пока никто не взял. Вы можете?
alerts-page_repeat = (повтор) { $text }
alerts-taken_by_other = Этим занимается { $name }. Сигнал { $number }. Больше делать ничего не нужно.
alerts-taken_by_you = Сигнал { $number } за вами. { $client } знает, что вы этим заняты.
    .reached_safe = На связи, в безопасности
    .reached_needs_more = На связи, нужна помощь
    .could_not_reach = Связи нет
    .not_needed = Не понадобилось
    .pass_on = Передать
alerts-new_word = В сигнале { $number } есть новое.
alerts-answer_changed = Ответ за сигналом { $number } потом изменили. Он открыт, пока кто-то не поговорит с человеком.
alerts-withdrawn = Сигнал { $number } снят: ответ за ним изменили. Делать ничего не нужно.
alerts-was_withdrawn = Сигнал { $number } снят.
alerts-was_yours = Сигнал { $number } был за вами.
alerts-already_taken = Этим уже занимается { $name }. Спасибо, что так быстро.
alerts-theirs_to_close = Теперь он у { $name }, и оттуда скажут, как прошло. Спасибо.
alerts-gone_on = Этот уже пошёл дальше. Делать больше ничего не нужно.
alerts-passed_on = Передано. Следующему человеку уже говорят.
alerts-nobody_left_to_pass = После вас в списке никого нет. Он остаётся у вас и придёт снова, пока его не возьмут.
alerts-resolved = Сигнал { $number } закрыт: { $outcome }. Спасибо.
alerts-reminder = Сигнал { $number } всё ещё за вами. Как прошло?
alerts-back_on_ladder = О сигнале { $number } нет вестей, поэтому спрашивают следующего человека.
alerts-nobody_answered = На сигнал { $number } никто не ответил. Всех из списка спросили несколько раз. Пожалуйста, вмешайтесь.
alerts-nobody_on_ladder = По сигналу { $number } некому сказать. Пожалуйста, вмешайтесь и проверьте список.
alerts-today = Сигнал { $number } на ваш день. В ближайшие минуты не срочно.
    .open = Открыть
alerts-today_several = Сигналы на ваш день: { $numbers }. Всего их { $count }. В ближайшие минуты не срочно.
alerts-several = Вас ждут сигналы: { $numbers }. Всего их { $count }.
alerts-of_long_ago = Сигнал { $number } от { $date } всё ещё открыт. С тех пор я не работал. Сейчас из-за него никого не будят. Пожалуйста, решите, кому его показать.
alerts-stopped = Одна моя часть не работает уже { $minutes } мин: { $part }. Сигналы могут опоздать или не прийти. Пожалуйста, посмотрите сейчас.
alerts-runs_again = Моя часть снова работает: { $part }.

alerts-card = Сигнал { $number } · { $client }
    { $tier ->
        [now] Кто-то нужен сейчас
        [today] На сегодня
       *[digest] К следующему просмотру
    }, с { $since }

    { $why }{ $said }

    { $state ->
        [taken] Этим занимается { $taker }.
        [resolved] Закрыт: { $outcome }.
        [unanswered] Пока никто не ответил.
       *[raised] Пока никто не взял.
    }
alerts-card_again = Снова, { $when }:
alerts-card_between = (между ними ещё { $count })
alerts-card_sponsor = Сигнал { $number } · { $client }
    Сейчас вы бы очень помогли. { $client } хочет, чтобы спросили именно вас.

    Лучше всего позвонить. Чинить ничего не нужно: достаточно быть рядом.

    { $state ->
        [taken] Этим занимается { $taker }.
        [resolved] Этот закрыт. Спасибо.
        [unanswered] Пока никто не ответил.
       *[raised] Пока никто не взял.
    }

alerts-outcome_reached_safe = на связи, в безопасности
alerts-outcome_reached_needs_more = на связи, нужна помощь
alerts-outcome_could_not_reach = связаться не вышло
alerts-outcome_not_needed = не понадобилось
alerts-outcome_withdrawn = снят: другой говорит больше или ответ изменили


# Почему: по строке на каждый ответ за знаком, словами человека.
alerts-why_use = употребление: { $answer ->
        [yes] да
       *[other] { $answer }
    }
alerts-why_safe_now = сейчас в безопасности: { $answer ->
        [no] нет
        [not_sure] не знает
        [tell_now] просит кого-то сейчас
        [none_given] нет ответа
       *[other] да
    }
alerts-why_safe_place = в безопасном месте: { $answer ->
        [no] нет
        [not_sure] не знает
        [none_given] нет ответа
       *[other] да
    }
alerts-why_safe_home = дома ничего не грозит: { $answer ->
        [no] нет
        [not_sure] не знает
        [none_given] нет ответа
       *[other] да
    }
alerts-why_intake_dark_thoughts = говорит о мыслях, что жить не хочется: { $answer ->
        [now] и сейчас
       *[other] иногда
    }
alerts-why_medicine_effect = побочный эффект: { $answer ->
        [breath] трудно дышать
        [dark_thoughts] тёмные мысли
       *[other] несколько, среди них дыхание или тёмные мысли
    }
alerts-why_intake_home_safe = дома нет чувства безопасности
alerts-why_know_today = просит, чтобы кто-то знал сегодня
alerts-why_safe_after_use = говорит об употреблении; сейчас в безопасности: { $answer ->
        [no] нет
        [not_sure] не знает
        [none_given] нет ответа
       *[other] да
    }
alerts-why_actions = говорит о вреде себе
alerts-why_urge_use = тяга { $value } из 5
alerts-why_urge_use_usual = тяга { $value } из 5, обычно { $usual }
alerts-why_urge_harm = порыв причинить себе боль { $value } из 5
alerts-why_urge_harm_usual = порыв причинить себе боль { $value } из 5, обычно { $usual }
alerts-why_craving = тяга { $value }
alerts-why_craving_usual = тяга { $value }, обычно { $usual }
alerts-why_craving_after = тяга { $value } после умения
alerts-why_craving_after_usual = тяга { $value } после умения, обычно { $usual }
alerts-why_craving_days = тяга 7 и выше в { $count } из { $days } дней
alerts-why_own_sign = один из собственных знаков
alerts-why_own_signs = { $count } из { $of } собственных знаков за { $days } дн.
alerts-why_missed = отметок подряд без ответа: { $count }
alerts-why_medicine = лекарство: { $answer ->
        [not_taken] не принято
        [side_effect] побочный эффект
       *[other] { $answer }
    }
alerts-why_words = пишет: «{ $words }» ({ $rule })
alerts-why_words_context = { $because ->
        [lessens] поэтому был только вопрос: { $context ->
            [negation] «не» перед словами
            [past] слова о прошлом
            [third_person] слова о другом человеке
            [question] слова вопроса
            [quotation] слова о фильме, песне или игре
           *[joke] слова шутки
        }
        [elsewhere] учтено, но стоит в другом месте: { $context ->
            [negation] «не»
            [past] слова о прошлом
            [third_person] слова о другом человеке
            [question] слова вопроса
            [quotation] слова о фильме, песне или игре
           *[joke] слова шутки
        }
       *[holds] учтено, но правило действует и так: { $context ->
            [negation] «не»
            [past] слова о прошлом
            [third_person] слова о другом человеке
            [question] слова вопроса
            [quotation] слова о фильме, песне или игре
           *[joke] слова шутки
        }
    }
alerts-why_asked = на прямой вопрос: { $answer ->
        [no] нет
        [thoughts] мысли уйти из жизни или опасность
        [danger] опасность сейчас
        [talk] хочет поговорить
       *[none_given] ответа нет
    }
alerts-why_asked_gently = на вопрос, поговорить ли: { $answer ->
        [talk] хочет поговорить
        [no] нет
       *[none_given] ответа нет
    }
alerts-why_asked_often = «нет» на вопрос из-за написанного: раз — { $count }, за дней — { $days }
alerts-why_forwarded = сообщение переслано: сначала его написал кто-то другой
alerts-why_private_words = пишет только для себя то, что нельзя пропустить
alerts-why_was_changed = { $line } (потом изменено)
alerts-why_sos = зов о помощи, а во мне что-то сломалось прежде вопроса
alerts-why_supporter = со слов того, кто поддерживает: { $about ->
        [suicide_selfharm] слова о самоубийстве или вреде себе
        [overdose_medical] слова о передозировке или срочной беде со здоровьем
        [violence_abuse] слова о насилии
        [withdrawal] слова об опасной ломке
       *[other] слова, которые тревожат
    }{ $sure ->
        [yes] .
       *[no] . О ком речь, не сказано: может быть, о себе.
    }

# Что говорят самому человеку. Честно, без молчания.
alerts-client_told = Я уже зову: { $name }. Ты прочтёшь здесь, как только кто-то откликнется. Ждать трудно: в /sos есть люди, кому можно позвонить прямо сейчас.
alerts-client_asked = Я прошу связаться с тобой: { $name }. Ты прочтёшь здесь, как только кто-то откликнется. В /sos есть люди, кому можно позвонить прямо сейчас.
alerts-client_told_nobody = Сейчас мне некого позвать. Пожалуйста, не жди меня: в /sos есть люди и номера, звони прямо сейчас.
alerts-client_taken = { $name } берёт это на себя и свяжется с тобой.
alerts-client_not_reached = С тобой хотели связаться, но не вышло: { $name }. Если кто-то ещё нужен, пожалуйста, не жди: в /sos есть, кому позвонить. Там же можно снова позвать команду.
alerts-client_climbed = Ответа пока нет, поэтому я спрашиваю ещё: { $name }. В /sos есть номера, где ответят сейчас.
alerts-client_nobody = Мне никто не ответил, и спросить больше некого. Мне жаль. Пожалуйста, позвони кому-то сейчас: номера есть в /sos.

# Что говорят много дней вместе: в { $bound } стоит «≥ 7».
alerts-why_standing_use = употребление: дней { $count } из последних { $days }
alerts-why_standing_craving = тяга { $bound }: дней { $count } из последних { $days }
alerts-why_standing_confidence = уверенность { $bound }: дней { $count } из последних { $days }
alerts-why_standing_mood = настроение { $bound }: дней { $count } из последних { $days }
alerts-why_standing_sleep = сон { $bound }: дней { $count } из последних { $days }
alerts-why_standing_other = { $item } { $bound }: дней { $count } из последних { $days }
alerts-why_change_use = употребление в последнее время около { $now }, обычно около { $usual }
alerts-why_change_craving = тяга в последнее время около { $now }, обычно около { $usual }
alerts-why_change_confidence = уверенность в последнее время около { $now }, обычно около { $usual }
alerts-why_change_mood = настроение в последнее время около { $now }, обычно около { $usual }
alerts-why_change_sleep = сон в последнее время около { $now }, обычно около { $usual }
alerts-why_change_other = { $item } в последнее время около { $now }, обычно около { $usual }
alerts-why_fewer_answers = дней с ответами { $answered } из последних { $of }, обычно { $usual }

# Said to a client whose words may be an emergency, before the direct question.
alerts-told_today = Я оставляю твоей команде заметку об этих словах. Её прочтут в ближайшее рабочее время, каким бы ни был твой ответ сейчас. Это не экстренный вызов.
