# Путь консультанта к знакам одного клиента: тише, чувствительнее, ожидаемо пока.

signs-open = Знаки
signs-of_alert = Об этом знаке
signs-title = Знаки, { $client }. Нажмите на знак, чтобы сделать его тише или чувствительнее или отметить, что пока он ожидаем.
signs-one = { $sign }
signs-about = { $client }: { $sign }
signs-number = • { $sign }: от { $number } { $own ->
        [yes] (в клинике: { $clinic })
       *[other] (как в клинике)
    }
signs-quieter = Тише
signs-more_sensitive = Чувствительнее
signs-as_the_clinic = Как в клинике
signs-type = Другое число
signs-back = Все знаки
signs-tried = { $sign }, от { $number } вместо { $now }: раз за последние { $days } дн. — { $would } вместо { $was }. Первый — { $first }.
signs-tried_never = { $sign }, от { $number } вместо { $now }: ни разу, а было { $was }, за последние { $days } дн.
signs-save = Сохранить
signs-leave = Оставить как есть
signs-saved = Сохранено, { $client }: { $sign } от { $number }.
signs-left = Осталось как есть: { $sign } от { $number }.
signs-does_not_fit = Здесь можно от { $low } до { $high }.
signs-expected_begin = Пока ожидаемо
signs-expected_end = Больше не ожидаемо
signs-how_long = Как долго вы этого ожидаете, { $client }: { $sign }? Пока никого не тревожим; запись остаётся. Самое большее { $most } дней.
signs-days = Дней: { $days }
signs-why = Почему это ожидаемо?
signs-reason_talking = Мы об этом говорим
signs-reason_medicine = Меняются лекарства
signs-reason_hard_date = Трудная дата
signs-reason_travel = Не дома
signs-reason_own = Своими словами
signs-expected_now = Пока ожидаемо, { $client }: { $sign }, до конца дня { $until }. До тех пор никого не тревожим. Сигналы о безопасности приходят как всегда.
signs-expected_no_more = { $client }: { $sign } больше не ожидаемо.
signs-expected_line = • { $sign }: ожидаемо до { $until } ({ $reason })

sign_number-number = { $name }: от какого числа? Можно от { $low } до { $high }.
    .short = Число
expected_reason-reason = Почему вы этого ожидаете? Несколько слов; они останутся в плане.
    .short = Причина
