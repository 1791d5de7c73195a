# Как слышны признаки у каждого: для консультантов.

signs-whose = Чьи признаки?
signs-nobody = Пока нет никого, чьи признаки вам видны.
signs-of = { $name }
signs-title = { $name }: { $hearing ->
    [quieter] то, о чём говорят многие дни вместе, слышно позже, чем в клинике.
    [sooner] то, о чём говорят многие дни вместе, слышно раньше, чем в клинике.
   *[usual] то, о чём говорят многие дни вместе, слышно как во всей клинике.
    }
signs-lately = За последние 60 дней:
signs-counted = • { $sign }: { $count }
signs-quiet_lately = За последние 60 дней ничего.
signs-expected = Ожидаемо до { $until }: { $sign } ({ $why }). Видно только в сводке.
signs-safety = О том, что идёт от ответа о безопасности или от тёмных слов, сообщается всегда.
signs-hear_usual = Как в клинике
signs-hear_quieter = Сообщать позже
signs-hear_sooner = Сообщать раньше
signs-expect = Ожидаемо: { $sign }
signs-hear_again = Снова сообщать: { $sign }
signs-preview = { $name }, последние 60 дней, о чём говорят многие дни вместе:
signs-as_now = Как сейчас: { $count } ({ $days })
signs-as_then = С этим: { $count } ({ $days })
signs-save = Сохранить
signs-leave = Оставить как есть
signs-ask_why = Почему это сейчас ожидаемо: { $sign }?
signs-reason_hard_time = трудное время, о котором известно
signs-reason_medicine = смена лекарства
signs-reason_change = переезд, поездка, новая работа
signs-reason_agreed = так договорились с клиентом
signs-ask_how_long = До какого дня? Кончается в полночь там, где клиент: { $sign }
signs-days = { $days } дн.
