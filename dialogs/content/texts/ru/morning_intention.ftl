# Утро.

morning_intention-morning = Доброе утро. Как оно пока?
    .short = Это утро
    .low = очень тяжёлое
    .high = очень хорошее
morning_intention-heavy = Тяжёлое начало. Спасибо, что ты здесь. Достаточно взять ближайший час, а /now помогает в любое время.
morning_intention-intention = Какую мысль взять с собой сегодня? Нажми одну или напиши свою.
    .short = На сегодня
    .be_kind = Быть добрее к себе
    .one_thing = Одно дело за раз
    .ask_for_help = Раз попросить о помощи
    .rest = Отдыхать, когда могу
    .get_through = Просто прожить день
morning_intention-step = Маленький шаг из твоего плана: { $small_step }. Берём на сегодня?
    .short = Маленький шаг
    .yes = Да
    .smaller = Кусочек поменьше
    .not_today = Не сегодня
morning_intention-own_step = Какой первый шаг самый маленький? Нажми один или напиши свой.
    .short = Маленький шаг
    .drink_water = Выпить стакан воды
    .go_outside = Немного выйти на улицу
    .write_to_someone = Написать кому-то
    .eat_something = Что-нибудь поесть
morning_intention-recap = Для одного дня этого вполне хватит:
    .done = Всё верно
