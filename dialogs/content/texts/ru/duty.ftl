# Дежурство, отсутствие, рабочие часы: что читает и пишет команда.

duty-on_call = Дежурство

    { $now }
    { $next }

    Чтобы записаться, напишите: /oncall пт 17:00 до пн 8:00
    .take = Беру на себя
    .hand = Передать
    .test = Пробный сигнал
    .drop = Отказаться: { $when }
duty-on_call_now = Сейчас: { $name }, { $until ->
        [open] пока кто-то не сменит.
       *[set] до { $until }.
    }
duty-on_call_nobody = Сейчас: никого.
duty-on_call_next = Дальше: { $name }, с { $from }.
duty-on_call_none_next = Дальше: никто не записан.
duty-on_call_you = Теперь дежурите вы, { $until ->
        [open] пока вас не сменят.
       *[set] до { $until }.
    }
duty-on_call_over = Теперь дежурит { $name }. Вы свободны.
duty-on_call_planned = Записано: вы дежурите с { $from } до { $to }.
duty-on_call_dropped = Готово. Это дежурство снова свободно.
duty-on_call_unread = Не получилось прочесть. Попробуйте так: /oncall пт 17:00 до пн 8:00
duty-on_call_hand_to = Кто сменит? Сначала я спрошу. До ответа «да» дежурите вы.
    .who = { $name }
duty-on_call_nobody_else = Спросить больше некого.
duty-on_call_asked = Вопрос отправлен: { $name }. До ответа «да» дежурите вы.
duty-on_call_ask = { $name } спрашивает: вы можете подежурить сейчас, { $until ->
        [open] пока кто-то не сменит?
       *[set] до { $until }?
    }
    .yes = Беру на себя
    .no = Не сейчас
duty-on_call_declined = { $name } сейчас не может. Дежурите всё ещё вы.
duty-on_call_said_no = Хорошо. { $name } знает.
duty-on_call_not_any_more = Это уже решено.

duty-test = Это проба. Она ни о ком.
    .got = Получено
duty-test_sent = Проба идёт к вам.
    .other = Проверить и другого: { $name }
duty-test_sent_to = Проба отправлена: { $name }.
duty-test_went = Проба удалась. Отправлено в { $sent }, до нажатия прошло секунд: { $seconds }.
duty-test_seen = { $name } на связи: до нажатия прошло секунд: { $seconds }.

duty-away_choose = До какого времени вас нет? С этой минуты сигналы идут мимо вас. Нажмите или напишите: /away до пятницы 8:00
    .until = { $when }
duty-away_unread = Не получилось прочесть. Попробуйте так: /away до пятницы 8:00
duty-away_now = Вас нет до { $when }. Сигналы идут мимо вас.
    .back = Я на месте
duty-away_set = Вас нет до { $when }. С этой минуты сигналы идут мимо вас. { $went ->
        [0] { "" }
       *[other] Ушло к следующему человеку: { $went }.
    }
    .back = Я на месте
duty-away_nobody = Тех, кого вы ведёте и о ком теперь некому сказать: { $clients }. Те, кто за меня отвечает, знают.
duty-away_admin = { $name } отсутствует до { $when }. Людей, о ком теперь некому сказать: { $clients }. Пожалуйста, посмотрите, кто может дежурить.
duty-back = С возвращением. Сигналы снова приходят вам. { $open ->
        [0] Ничего не открыто.
       *[other] Открыто: { $open }.
    }
    .alerts = Показать
duty-passed_by = По сигналу { $number } кого-то из списка не удалось спросить. Он идёт дальше.

duty-hours = Ваши часы

    Вы работаете: { $days }, с { $from } до { $to }.
    Сводка приходит в { $digest }.

    Что может подождать, приходит в эти часы. Что не может, придёт в любой час.
    .day = { $on ->
        [yes] ✓ { $day }
       *[no] { $day }
    }
    .from = С { $time }
    .to = До { $time }
    .digest = Сводка в { $time }
duty-hours_one_day = Хотя бы один день должен остаться.
duty-hours_order = День должен начаться раньше, чем кончиться.
duty-hours_which = Во сколько?
    .time = { $time }
duty-day_mon = пн
duty-day_tue = вт
duty-day_wed = ср
duty-day_thu = чт
duty-day_fri = пт
duty-day_sat = сб
duty-day_sun = вс

## Что пишут, маленькими буквами, через запятую
words-until = до, по
words-for = на, через, ещё, еще
words-at = в, во
words-one = один, одна, одну
words-hours = час, часа, часов, ч
words-days = день, дня, дней, сутки, суток
words-weeks = неделя, неделю, недели, недель
words-today = сегодня
words-tomorrow = завтра
words-overmorrow = послезавтра
words-noon = полдень, полудня
words-midnight = полночь, полуночи
words-from = с, со
words-test = проба, тест, test
words-day_mon = понедельник, понедельника, пн
words-day_tue = вторник, вторника, вт
words-day_wed = среда, среды, среду, ср
words-day_thu = четверг, четверга, чт
words-day_fri = пятница, пятницы, пятницу, пт
words-day_sat = суббота, субботы, субботу, сб
words-day_sun = воскресенье, воскресенья, вс
