# План безопасности: шесть шагов, в том порядке, в котором их делают.

safety_plan-hello = Это твой план на самые трудные минуты: шесть коротких шагов. Напиши каждый заново, по одному на строке. Или нажми «Пропустить», и он останется как есть.
safety_plan-show_signs = Сейчас там:
    { $now_signs }
safety_plan-signs = Шаг 1 из 6, мои знаки. По чему видно, что близко трудный момент? Мысль, чувство, поступок.
    .short = 1 Мои знаки
safety_plan-show_alone = Сейчас там:
    { $now_alone }
safety_plan-alone = Шаг 2 из 6, без других. Что помогает самому или самой прожить ближайшие минуты?
    .short = 2 Без других
safety_plan-show_places = Сейчас там:
    { $now_places }
safety_plan-places = Шаг 3 из 6, места и общение. Куда можно пойти и кто отвлечёт?
    .short = 3 Места и общение
safety_plan-show_people = Сейчас там:
    { $now_people }
safety_plan-people = Шаг 4 из 6, кому я скажу. Кого можно попросить о помощи? Если хочешь, добавь номер.
    .short = 4 Кому я скажу
safety_plan-show_professionals = Сейчас там:
    { $now_professionals }
safety_plan-professionals = Шаг 5 из 6, специалисты. Какому врачу, консультанту или на какую линию можно позвонить?
    .short = 5 Специалисты
safety_plan-show_surroundings = Сейчас там:
    { $now_surroundings }
safety_plan-surroundings = Шаг 6 из 6, спокойное место. Что убрать подальше и кто мог бы это хранить?
    .short = 6 Спокойное место
safety_plan-whole = Вот что получилось. Пропущенный шаг остался как был.
    .done = Сохранить
