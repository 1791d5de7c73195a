# Hours, quiet hours and pauses.

times-title = Your times
times-card = { $lines }
times-line = • { $name }: { $days } at { $time }
times-line_drawn = • { $name }: { $days }, some time from { $time } to { $until }
times-none = Nothing is planned for you right now. /checkin works at any time.
times-quiet = Quiet hours: { $from } to { $to }. I write nothing then that you did not ask for.
times-no_quiet = You have no quiet hours.
times-zone = Your time zone: { $zone }. It is { $time } there now. Somewhere else? /travel
times-change = Another time
times-change_at = { $time } → another time
times-change_quiet = Quiet hours
times-pause = Take a break
times-change_missed = If I don't answer
times-missed_now_nobody = Nobody is told of check-ins without an answer. Choose when somebody should be:
times-missed_now_counselor = If you do not answer, that is all right. After { $n } check-ins in a row without an answer I tell your counselor. Would another number suit you better? A sponsor would hear only that check-ins were missed, and no more.
times-missed_now_sponsor = If you do not answer, that is all right. After { $n } check-ins in a row without an answer I tell your sponsor: that check-ins were missed, and no more. Would something else suit you better?
times-missed_counselor = After { $n }: counselor
times-missed_sponsor = After { $n }: sponsor
times-missed_set_counselor = Done. After { $n } check-ins in a row without an answer I tell your counselor.
times-missed_set_sponsor = Done. After { $n } check-ins in a row without an answer I tell your sponsor: that check-ins were missed, and no more.
times-missed_preview = { $name } would read:
times-missed_set_not_yet = Done. After { $n } check-ins in a row without an answer I tell your sponsor, once you share with them that you checked in. Until then I tell your counselor.
times-hour = { $time }
times-span = { $from } to { $to }
times-none_quiet = No quiet hours
times-undo = Undo
times-which = It is { $time } now. When is a better time? You can also send /times with any hour, like /times 19:45.
times-which_one = Which one shall I move to { $time }?
times-which_quiet = When shall I be quiet? What keeps you safe still comes through.
times-set = Done: { $time }. Next time: { $when }.
times-set_no_next = Done: { $time }.
times-taken = You have { $time } already. Please choose another time.
times-quiet_set = Done. I am quiet from { $from } to { $to }.
times-quiet_off = Done. You have no quiet hours now.
times-which_pause = A break is fine. For how long? It ends by itself, and /now and /sos work all the time.
times-which_pause_told = A break is fine. For how long? It ends by itself, and /now and /sos work all the time. As you agreed in your plan, your counselor is told.
times-days =
    { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
times-pause_set = Enjoy the quiet. I will not ask you anything until { $when }.
times-paused = You are on a break until { $when }.
times-pause_end = End the break
times-pause_over = Welcome back. /checkin whenever you like.
times-pause_over_next = Welcome back. Next check-in: { $when }.
times-pause_too_long = A break can be 1 to { $n } days long. You can take another one after it.
times-pause_told = { $client } takes a break from check-ins until { $when }, as agreed in the plan.
times-every_day = every day
times-every_so_many = every { $n } days
times-monthly = every month on day { $day }
times-day_0 = Mon
times-day_1 = Tue
times-day_2 = Wed
times-day_3 = Thu
times-day_4 = Fri
times-day_5 = Sat
times-day_6 = Sun
times-name_daily_checkin = Check-in
times-name_morning_intention = Morning question
times-name_weekly_review = Look back at the week
times-name_monthly_review = Look back at the month
times-name_medication = Reminder of your own
times-name_other = A question from your clinic
