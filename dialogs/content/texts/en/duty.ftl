# On call, away, working hours: what members of staff read and type.

duty-on_call = On call

    { $now }
    { $next }

    To plan a turn, type it: /oncall fri 17:00 to mon 8:00
    .take = I take over
    .hand = Hand over
    .test = Test alert
    .drop = Give up { $when }
duty-on_call_now = Now: { $name }, { $until ->
        [open] until somebody takes over.
       *[set] until { $until }.
    }
duty-on_call_nobody = Now: nobody.
duty-on_call_next = Next: { $name }, from { $from }.
duty-on_call_none_next = Next: nobody has put their name down.
duty-on_call_you = You are on call now, { $until ->
        [open] until somebody takes over.
       *[set] until { $until }.
    }
duty-on_call_over = { $name } is on call now. You are off.
duty-on_call_planned = Put down: you are on call from { $from } to { $to }.
duty-on_call_dropped = Done. That turn is free again.
duty-on_call_unread = I could not read that. Try it like this: /oncall fri 17:00 to mon 8:00
duty-on_call_hand_to = Who takes over? They are asked first. Until they say yes, it is you.
    .who = { $name }
duty-on_call_nobody_else = There is nobody else I could ask.
duty-on_call_asked = I have asked { $name }. Until they say yes, it is you.
duty-on_call_ask = { $name } asks: can you be on call now, { $until ->
        [open] until somebody takes over?
       *[set] until { $until }?
    }
    .yes = I take over
    .no = Not now
duty-on_call_declined = { $name } cannot right now. It is still you.
duty-on_call_said_no = All right. { $name } knows.
duty-on_call_not_any_more = That has been settled already.

duty-test = This is a test. No client is part of it.
    .got = Got it
duty-test_sent = A test is on its way to you.
    .other = Test { $name } too
duty-test_sent_to = A test is on its way to { $name }.
duty-test_went = The test worked. It was sent at { $sent }, and you tapped { $seconds ->
        [one] one second
       *[other] { $seconds } seconds
    } later.
duty-test_seen = { $name } has tapped the test, { $seconds ->
        [one] one second
       *[other] { $seconds } seconds
    } after it was sent.

duty-away_choose = Until when are you away? Alerts pass you by from now on. Tap, or type it: /away until friday 8:00
    .until = { $when }
duty-away_unread = I could not read that. Try it like this: /away until friday 8:00
duty-away_now = You are away until { $when }. Alerts pass you by.
    .back = I am back
duty-away_set = You are away until { $when }. Alerts pass you by from now on. { $went ->
        [0] { "" }
        [one] One alert has gone on to the next person.
       *[other] { $went } alerts have gone on to the next person.
    }
    .back = I am back
duty-away_nobody = For { $clients ->
        [one] one person you look after there is
       *[other] { $clients } people you look after there is
    } nobody else to tell now. The people who run me know.
duty-away_admin = { $name } is away until { $when }. For { $clients ->
        [one] one client there is
       *[other] { $clients } clients there is
    } nobody else to tell. Please see who can be on call.
duty-back = Welcome back. Alerts come to you again. { $open ->
        [0] Nothing is open.
        [one] One alert is open.
       *[other] { $open } alerts are open.
    }
    .alerts = Show them
duty-passed_by = Alert { $number } had to pass somebody by who could not be reached. It goes on.

duty-hours = Your hours

    You work: { $days }, { $from } to { $to }.
    Your digest comes at { $digest }.

    What can wait reaches you in these hours. What cannot wait may come at any hour.
    .day = { $on ->
        [yes] ✓ { $day }
       *[no] { $day }
    }
    .from = From { $time }
    .to = To { $time }
    .digest = Digest at { $time }
duty-hours_one_day = At least one day has to stay.
duty-hours_order = The day has to begin before it ends.
duty-hours_which = Which time?
    .time = { $time }
duty-day_mon = Mon
duty-day_tue = Tue
duty-day_wed = Wed
duty-day_thu = Thu
duty-day_fri = Fri
duty-day_sat = Sat
duty-day_sun = Sun

## What people type, small letters, with commas between
words-until = until, till, til, to, through, away
words-for = for, in, another
words-at = at, on, the
words-one = a, an, one
words-hours = hour, hours, h
words-days = day, days, d
words-weeks = week, weeks, w
words-today = today
words-tomorrow = tomorrow, tmrw
words-overmorrow = day after tomorrow, overmorrow
words-noon = noon, midday
words-midnight = midnight
words-from = from, on call
words-test = test
words-day_mon = monday, mon
words-day_tue = tuesday, tue, tues
words-day_wed = wednesday, wed
words-day_thu = thursday, thu, thur, thurs
words-day_fri = friday, fri
words-day_sat = saturday, sat
words-day_sun = sunday, sun
