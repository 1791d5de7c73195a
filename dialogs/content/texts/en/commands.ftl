# Commands, cards and the small sentences around a dialog.

commands-menu_checkin = Check in now
commands-menu_now = Help for this moment
commands-menu_sos = People and numbers, at once
commands-menu_plan = My plan
commands-menu_goals = My goals
commands-menu_meds = My medicines
commands-menu_safety = My safety plan
commands-menu_coping = Things that help
commands-menu_people = My people
commands-menu_message = Write to my counselor
commands-menu_learn = Short reads for those who are close
commands-menu_lost = Somebody has lost their phone
commands-menu_times = My times
commands-menu_pause = Take a break
commands-menu_privacy = Who sees what
commands-menu_help = What I can do
commands-menu_language = Language
commands-menu_export = A copy of what is mine
commands-menu_delete = Delete what is mine
commands-menu_looked = Who has looked
commands-menu_clear = Empty this chat
commands-menu_alerts = What is open
commands-menu_clients = The people I look after
commands-menu_invite = Invite somebody
commands-menu_digest = My day
commands-menu_oncall = Who is on call
commands-menu_away = I am away for a while
commands-menu_hours = My hours
commands-menu_figures = Figures of the week

commands-help_client = Here is what I can do:

    /checkin – check in now
    /now – help for this moment
    /sos – people and numbers, at once
    /plan – your plan
    /goals – how it is going
    /meds – your medicines, and what you took
    /safety – your safety plan
    /coping – exercises, and pages of your own
    /people – who is with you, and what they get
    /invite – ask somebody to be with you
    /message – write to your counselor
    /times – when I ask, and when I am quiet
    /pause – a break for some days
    /discreet – what a locked phone shows, and how to reach you
    /privacy – what is kept, and who can read it
    /looked – who has looked at your things
    /export – a copy of all of it, for you
    /delete – delete all of it
    /clear – take out what I wrote here lately
    /language – English, Spanish or Russian
    /back, /skip and /stop work in every question

    You can tap or type, whatever is easier.
commands-help_counselor = Here is what I can do:

    /alerts – what is open
    /digest – your day
    /clients – the people you look after
    /oncall – who is on call, now and next
    /away – let alerts pass you by for a while
    /hours – when you work
    /figures – figures of the week
    /invite – invite a client
    /lost – somebody has lost their phone
    /privacy – what is kept, and who can read it
    /language – English, Spanish or Russian
    /sos – people and numbers, at once
commands-help_admin = Here is what I can do:

    /figures – figures of the week
    /invite counselor – invite a counselor
    /privacy – what is kept, and who can read it
    /language – English, Spanish or Russian
    /sos – people and numbers, at once
commands-help_supporter = Here is what I can do:

    /people – whom you support, and what you can do
    /learn – short reads for those who are close
    /stop – take a break, or stop
    /privacy – what is kept, and who can read it
    /language – English, Spanish or Russian
    /sos – people and numbers, at once
commands-help_stranger = I am Handrail, a check-in companion for people in recovery. I work by invitation: your counselor, or the person you support, can send you one.

    /sos – people and numbers, at once, for anyone
    /privacy – what is kept, and who can read it
    /language – English, Spanish or Russian
commands-unknown = I do not know that one. /help shows what I can do.
commands-no_open_question = Thank you for writing. I am a program, and I kept no note of this. In a hard moment, /now is here, and /sos has people and numbers. To check in: /checkin.
commands-nobody_reads = Thank you for writing. I am a program, and nobody reads this chat. To reach someone, please write to them yourself. /help shows what I can do.
commands-media = I can't open that here. Your keyboard's microphone can type for you.
commands-edited = I see you changed an earlier message. Please send it as a new one, so nothing gets lost.
commands-expired_button = That button is too old to work.
commands-stopped = Stopped. What you told me so far is kept. Come back any time with /checkin.
commands-stopped_part = Stopped that part. On we go.
commands-stopped_plan = Stopped. The plan is as it was.
commands-stopped_craving_now = Stopped. What you told me so far is kept. /now is here whenever it gets hard.
commands-stopped_sos = All right. /sos is here at any time.
commands-stopped_whose = All right. /sos is here at any time, for you too.
commands-not_now = That is fine. I keep only your language and country, no name and no answers. /sos works all the same. If you change your mind, tap here or open your invitation again.
    .back = Begin again

commands-accepted_sponsor = Thank you. I let { $client } know. When you are needed, I write to you here. /people shows what you can do. /stop lets you take a break, or stop.
commands-accepted_family = Thank you. I let { $client } know. When there is news for you, I write to you here. /people shows what you can do. /stop lets you take a break, or stop.
commands-declined = That is fine, and thank you for telling me. I let { $client } know that it is not now. If you change your mind, tap here or open your invitation again.
    .back = Begin again
commands-parting_stay = Good to have you. Nothing has changed.
commands-parting_pause = Enjoy the quiet. Until { $date } you hear nothing from me about { $client }. /start brings you back sooner.
commands-parting_leave = Done. You will hear no more from me about { $client }. Thank you for having been there.
commands-parting_back = Welcome back. { $client } knows.
commands-supporter_accepted = { $name } said yes. Nothing is shared until you choose it: /people.
commands-supporter_declined = { $name } said "not now". Nothing was shared, and you can ask again another time.
commands-supporter_pause = { $name } is taking a break until { $date }. It says nothing about you.
commands-supporter_leave = { $name } has stepped back and hears nothing more from me. People do, for many reasons. It says nothing about you. /people shows who is with you.
commands-supporter_back = { $name } is back from the break.
commands-nothing_to_stop = All quiet: there is nothing to stop right now.
commands-started_anew = I have changed since we last talked, so let us begin again. What you told me so far is kept.
commands-still_here = Here is where we were:
commands-waits = First this one. Your check-in comes right after it.
commands-your_turn = And now your check-in:
commands-first_this = First this one. After it, tap the other again.
commands-left_out = I leave the other one out this time. This is where we are:
commands-late = This one is about { $when }, not about now.
commands-late_which = This check-in was for { $when }. Is it about then, or about now?
    .then = About { $when }
    .now = About now
commands-yesterday = Yesterday is still open. You can fill it in, if you like.
    .fill = Fill in yesterday
commands-yesterday_ours = I was not there to ask you yesterday. You can fill it in, if you like.

commands-prompt = Hello. A minute for you, whenever you are ready.
    .start = Start
    .later = Later
    .short = Short version
commands-prompt_started = Hello. Thank you for taking a minute.
commands-prompt_waits = Hello. This one comes next.
commands-prompt_left_out = Hello. I left this one out: you were in the middle of something.
commands-prompt_closed = This one is closed. No harm done.
commands-prompt_missed = This one is closed. No harm done. You can still fill it in until the next one comes.
    .start = Fill it in
commands-prompt_putting_off = When suits you better?
    .soon = In 30 minutes, at { $time }
    .later = In 2 hours, at { $time }
    .tonight = Tonight at { $time }
commands-prompt_now = I can keep this one open until { $time }, but not ask again before that. How about now?
    .start = Now
commands-set_aside = All right, I set it aside. /checkin brings it back.
commands-prompt_later = All right. I will ask again at { $time }.
commands-prompt_too_late = This one is closed now. /checkin starts a new one.
commands-reminder = Still here if you have a minute.
    .start = Start
    .short = Short version
commands-already_done = You have done this one. Thank you.
commands-done_today = You have done this one. Change an answer?
    .again = Check in again
commands-change_kept = Changed. Your first answer is kept behind the new one.
commands-change_nothing = All right, it all stays as it was.
commands-change_stopped = All right. What you changed so far is kept.
commands-change_too_late = This one is more than two days old, so I keep it as it is. You can tell me what is true now: /checkin.

commands-closing = Thank you for checking in.
    .change = Change an answer
commands-closing_sees_private = Who sees this: only you.
commands-closing_sees = Who sees this: { $names }.
commands-closing_sees_what = { $name } ({ $what })
commands-closing_step = One next step from your plan: { $step }
commands-closing_next = Next check-in: { $when }.
commands-welcome_next = All set. Your first check-in is { $when }, { $place } time.
commands-closing_no_next = You have no next check-in planned.
commands-sos_safe = I am glad you are safe. I am here, and so are your people. /now helps if it gets harder, /sos at any time.
commands-craving_closing = You rode that out. It went from { $before } to { $after }.
commands-craving_closing_still = It is at { $after } now. You do not have to do the next part alone: /sos has people you can call.
commands-craving_kept = Kept with your plan. Thank you for telling me.


commands-goals = How your goals are going
commands-goals_none = No goals yet. You choose them together with your counselor.
commands-goals_use_free = Free of use on { $free } of { $asked } days you told me about, in the last { $window }.

commands-people = Your people
commands-people_none = There is nobody here with you yet. Your counselor can help with that.
commands-role_counselor = counselor
commands-role_sponsor = sponsor
commands-role_family = family
commands-role_client = client
commands-role_admin = admin

commands-category_presence = that you checked in
commands-category_milestones = good news
commands-category_goals = goals
commands-category_mood = mood
commands-category_cravings = cravings
commands-category_use = use
commands-category_medication = medicines
commands-category_alerts = when you need someone
commands-category_notes = notes
commands-category_plan = your plan
commands-category_charts = charts

commands-clients = The people you look after
commands-clients_open = { $name }
commands-clients_none = Nobody is linked to you yet. /invite makes an invitation for a client.
commands-clients_line = { $name } · last check-in { $last } · missed in a row: { $missed } · open alerts: { $alerts }
commands-leaf =
    .back = Back
    .more = More
commands-clients_never = never
commands-alerts = Open alerts
commands-alerts_line = Alert { $number } · { $client } · { $state } · since { $since }
commands-alerts_open = Open alert { $number }
commands-alerts_none = Nothing is open.
commands-alert_state_raised = nobody has it yet
commands-alert_state_acknowledged = taken
commands-alert_state_unanswered = nobody answered
commands-alert_state_yours = yours
commands-alert_state_taken_by = { $name } has it
commands-alerts_more = … and { $count } more

commands-your_clinic = your care team
commands-joined_counselor = Welcome, { $name }. You will be told here when somebody you look after needs you.
commands-joined_admin = Welcome, { $name }. You look after the bot itself; you see no client's answers.

commands-privacy = What you should know:

    Telegram can read what is written in a bot chat, yours and mine. It is not sealed end to end. Anyone who holds your phone can read it too: /clear takes out what I wrote lately.
    On our side your answers are locked with a key of your own. Logs and figures hold no names and no words.
    Your counselor sees what you agreed to. Sponsor and family see nothing unless you choose it. /people shows who sees what, /looked who has looked.
    It is yours: /export gives you a copy, /delete deletes it all.
    Nobody is watching this chat every minute. In danger, call your emergency number: /sos.
commands-language = I speak English with you. Would another one be easier?
commands-language_set = All right, English from now on.
commands-language_stranger = I speak English, Spanish and Russian: the one your Telegram is set to, or English.

commands-when_yesterday = yesterday at { $time }
commands-when_today = today at { $time }
commands-when_tomorrow = tomorrow at { $time }
commands-when_date = { $date } at { $time }

commands-page = { $client } wrote this, and wants you to read it:
commands-page_shared = { $names } can read it now. Nobody else can.
commands-page_nobody = There is nobody yet who may read it, so it stays yours. /people shows who is with you.
commands-feedback = Somebody wrote about the bot:
    { $words }
commands-feedback_named = { $name } wrote about the bot:
    { $words }
commands-reached = You wrote this for today: “{ $words }”
commands-reached_shared = In an hour, not before, this good news goes to { $names }, as you agreed. They will read:
    .send = Send it now
    .keep = Keep it to myself
commands-reached_translated = In your language it says:
commands-reached_sent = It is on its way. In quiet hours it waits until they are over.
commands-reached_kept = Kept. Nobody hears of it.
commands-reached_over = This one waits no longer: it has gone out already, or you kept it.
