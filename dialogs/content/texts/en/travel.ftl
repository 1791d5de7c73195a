# Somewhere else for a while.

travel-zone_now = At the moment I go by the time in { $zone_now }.
travel-where = Where will you be? Tap a place, or type a big city near it.
    .short = Place
travel-from_when = From when?
    .short = From
    .now = I am there now
    .on_a_day = From a day on
travel-day = From which day? Please write it like 2026-05-01.
    .short = Day
travel-check_ins = Your check-ins can move with you: the same hour by the clock there. None is lost, and none comes twice.
    .short = Check-ins
    .same_hours = Same hours, there
    .pause = Pause them for now
travel-recap = Is that right?
    .done = Yes, do it
travel-stays = All right. Everything stays as it is.
