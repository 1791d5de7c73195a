# Ready-made goals: a title in the person's own voice, the question that measures it, and a first step that
# takes ten minutes or less. A step is said within a sentence: it begins small and ends without a full stop.

## The parts of life that a goal belongs to
domain-use = Use and cravings
domain-health = Health
domain-mind = Mind and feelings
domain-family = Family and close ones
domain-people = People and peers
domain-work = Work or study
domain-money = Money
domain-home = Home and legal matters
domain-life_skills = Everyday skills
domain-body = Food, movement, sleep
domain-self_care = Self-care
domain-meaning = Spirit and meaning

## The eight sides of wellbeing
wellbeing-emotional = Feelings
wellbeing-physical = Body
wellbeing-social = People
wellbeing-occupational = Work
wellbeing-financial = Money
wellbeing-intellectual = Learning
wellbeing-environmental = Surroundings
wellbeing-spiritual = Meaning

## Kinds of treatment, each in a sentence
modality-cbt = CBT
    .about = You look at how thoughts, feelings and acts hang together, and try new ones.
modality-dbt = DBT
    .about = You learn skills for strong feelings, hard moments and talks with others.
modality-mi = Motivational talks
    .about = You find your own reasons for a change, and nobody pushes you.
modality-mindfulness = Mindfulness
    .about = You learn to notice what is here right now, and to let it pass.
modality-movement = Movement and yoga
    .about = You move in a way that fits your body, and it calms the mind too.
modality-mat = Medicine as treatment
    .about = A doctor gives you a medicine that eases cravings or withdrawal.
modality-contingency = Rewards program
    .about = Your clinic gives you small rewards for steps that you reach.
modality-twelve_step = 12-step or SMART
    .about = You meet others who are on the same road, in free groups.
modality-family = Family therapy
    .about = You and people close to you talk together, with someone who helps.
modality-peer = Peer support
    .about = Someone who has been there walks with you.
modality-trauma = Trauma work
    .about = You feel safe first, and heal old hurt at your own pace, with a trained person.

## Units: with a number, and the bare word
unit-days =
    { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
    .word = days
unit-times =
    { $n ->
        [one] { $n } time
       *[other] { $n } times
    }
    .word = times
unit-minutes =
    { $n ->
        [one] { $n } minute
       *[other] { $n } minutes
    }
    .word = minutes
unit-people =
    { $n ->
        [one] { $n } person
       *[other] { $n } people
    }
    .word = people
unit-things =
    { $n ->
        [one] { $n } thing
       *[other] { $n } things
    }
    .word = things
unit-questions =
    { $n ->
        [one] { $n } question
       *[other] { $n } questions
    }
    .word = questions

## How much a goal aims for
aim-days =
    { $target ->
        [one] { $target } day
       *[other] { $target } days
    }
aim-times =
    { $target ->
        [one] { $target } time
       *[other] { $target } times
    }
aim-nights =
    { $target ->
        [one] { $target } night
       *[other] { $target } nights
    }
aim-evenings =
    { $target ->
        [one] { $target } evening
       *[other] { $target } evenings
    }
aim-minutes =
    { $target ->
        [one] { $target } minute
       *[other] { $target } minutes
    }
aim-things =
    { $target ->
        [one] { $target } thing
       *[other] { $target } things
    }
aim-reasons =
    { $target ->
        [one] { $target } reason
       *[other] { $target } reasons
    }
aim-questions =
    { $target ->
        [one] { $target } question
       *[other] { $target } questions
    }
aim-people =
    { $target ->
        [one] { $target } person
       *[other] { $target } people
    }
aim-reminders =
    { $target ->
        [one] { $target } reminder
       *[other] { $target } reminders
    }
aim-openings =
    { $target ->
        [one] { $target } job or course
       *[other] { $target } jobs or courses
    }
aim-week =
    { $target ->
        [1] each week
       *[other] on { aim-days } a week
    }

## Use and cravings
catalogue-name_urge = Put a number on my urge on { aim-days } a week
    .question = Did you rate your urge today, even if it was a zero?
    .step = rate your urge right now from 0 to 10; zero counts too
catalogue-ride_urge = Ride an urge like a wave, { aim-times } a week
    .question = How many urges did you ride like a wave today?
    .step = open /coping and try one short exercise, just to get to know it
catalogue-list_triggers = Write down { aim-things } that set off an urge
    .question = How many things that set off an urge have you written down so far?
    .step = think of your last urge and write down where you were
catalogue-plan_hard_hour = Plan my hardest hour on { aim-days } a week
    .question = Did you have a plan for your hardest hour today?
    .step = pick the hour when urges come most and write one thing to do in it
catalogue-other_way = Go another way round a risky place { aim-times } a week
    .question = How many times did you go the other way today?
    .step = picture a risky place and find one way that goes around it
catalogue-no_thanks = Practise my “no, thanks” { aim-times } a week
    .question = How many times did you practise your “no, thanks” today?
    .step = say one line out loud, such as “Not for me, thanks”
catalogue-write_reasons = Write down { aim-reasons } of my own for a change
    .question = How many of your own reasons have you written down so far?
    .step = write one line about what could be better in your life
catalogue-read_reasons = Read my own reasons on { aim-days } a week
    .question = Did you read your reasons today?
    .step = put your reasons where you see them, such as the notes on your phone
catalogue-safe_change = Ask my team how to change my use safely
    .question = Have you asked your team how to change your use safely?
    .step = write one question for your team; please do not stop alcohol or calming pills alone
catalogue-reward_visit = Go to my clinic's reward visit { aim-week }
    .question = Did you go to your reward visit this week?
    .step = put your next visit in your phone, with an alarm an hour before

## Health
catalogue-free_checks = Ask which health checks are free for me
    .question = Have you asked which health checks are free for you?
    .step = send your team one line: which health checks are free for me?
catalogue-health_questions = Write { aim-questions } for my next health visit
    .question = How many questions for your next health visit have you written so far?
    .step = write down one thing about your body that you would like to ask
catalogue-take_questions = Take my questions to a health visit
    .question = Have you been to a health visit with your questions?
    .step = put the day and the way there in your phone, with an alarm the day before
catalogue-medicine_reminder = Set a daily reminder for my medicine
    .question = Is your daily reminder for your medicine set?
    .step = set one phone alarm for the time you agreed on with your doctor
catalogue-medicine_questions = Write { aim-questions } about my medicine for my team
    .question = How many questions about your medicine have you written so far?
    .step = write one line on how you feel with your medicine, to show your team
catalogue-brush_teeth = Brush my teeth before bed on { aim-days } a week
    .question = Did you brush your teeth before bed last night?
    .step = put your toothbrush where you see it before bed
catalogue-brush_twice = Brush my teeth morning and night on { aim-days } a week
    .question = Did you brush your teeth last night and this morning?
    .step = pick one thing you do each morning and brush right after it
catalogue-body_note = Notice how my body feels on { aim-days } a week
    .question = Did you stop for a moment today to notice how your body feels?
    .step = sit for a minute and name one place in your body that feels at ease
catalogue-danger_signs = Know when to call an ambulance, for me and others
    .question = Can you name three signs to call an ambulance by now?
    .step = ask your team which danger signs to look for, and write them down
catalogue-health_folder = Keep my health papers in one place
    .question = Are your health papers in one place now?
    .step = find one paper about your health and put it in a folder

## Mind and feelings
catalogue-name_feeling = Name what I feel on { aim-days } a week
    .question = Did you put a name to a feeling today?
    .step = finish this line: “Right now I feel …”; one word is enough
catalogue-two_sides = Give a hard thought a kinder answer { aim-times } a week
    .question = How many hard thoughts did you give a kinder answer today?
    .step = write one hard thought and what you would say to a friend who has it
catalogue-slow_breath = Breathe slowly for 3 minutes on { aim-days } a week
    .question = Did you breathe slowly for 3 minutes today?
    .step = take 5 slow breaths now, each a little longer on the way out
catalogue-quiet_sitting = Sit quietly for 5 minutes on { aim-days } a week
    .question = Did you sit quietly for 5 minutes today?
    .step = sit down, feel your feet on the floor and stay for one minute
catalogue-here_and_now = Come back to the here and now { aim-times } a week
    .question = How many times today did you look around and come back to the here and now?
    .step = look around and name 5 things you see; that is all
catalogue-calm_card = Make a card of what calms me in hard moments
    .question = Is your card of what calms you done?
    .step = write down one thing that calms you and keep it where you can find it fast
catalogue-worry_time = Keep worries to one set time on { aim-days } a week
    .question = Did your worries have their own set time today?
    .step = pick 10 minutes for worries, far from bedtime; note them down until then
catalogue-small_joy = Do one small thing I enjoy on { aim-days } a week
    .question = Did you do one small thing you enjoy today?
    .step = write down 3 things you like that cost nothing
catalogue-try_skill = Try one skill from /coping on { aim-days } a week
    .question = Did you try a skill from /coping today?
    .step = open /coping and pick the one that looks easiest
catalogue-skill_when_hard = Use a skill in a hard moment { aim-times } a week
    .question = How many times did you use a skill in a hard moment today?
    .step = write down which skill you would try first, and where you would be

## Family and close ones
catalogue-say_thanks = Thank somebody close to me on { aim-days } a week
    .question = Did you thank somebody close to you today?
    .step = think of one small thing they did and send “Thank you for that”
catalogue-listen_well = Listen to someone close for 10 minutes, { aim-times } a week
    .question = How many times did you listen to someone close for 10 minutes today?
    .step = ask one question, such as “How was your day?”, and just listen
catalogue-kind_line = Send a kind line to someone close { aim-week }
    .question = Did you send a kind line to someone close this week?
    .step = pick somebody who is good for you and write them two lines
catalogue-call_close = Call or see someone close { aim-times } a week
    .question = How many times did you call or see someone close today?
    .step = ask someone who is good for you when it suits them to talk
catalogue-shared_meal = Eat one meal with someone close { aim-week }
    .question = Did you eat a meal with someone close this week?
    .step = ask one person: “Would you eat with me this week?”
catalogue-child_time = Give a child in my care 10 minutes, { aim-times } a week
    .question = How many times did you give a child 10 full minutes today?
    .step = ask the child what they would like to do with you for 10 minutes
catalogue-what_helps_me = Tell someone close what helps me in a hard moment
    .question = Have you told someone close what helps you?
    .step = finish this line: “When it is hard for me, it helps if you …”
catalogue-i_feel = Say “I feel” when things get tense, { aim-times } a week
    .question = How many times did you start with “I feel” today when things got tense?
    .step = write one line: “I feel … when …, and I would like …”
catalogue-pause_word = Agree on a word for a break when we argue
    .question = Have you agreed on a word for a break?
    .step = think of somebody you feel safe with, and of a word that means “a break”
catalogue-family_talk = Ask my team about a talk with my family
    .question = Have you asked your team about a talk with your family?
    .step = write down who you would like in the room, and one thing to talk about

## People and peers
catalogue-write_supporter = Write to someone who backs me { aim-times } a week
    .question = How many times did you write to someone who backs you today?
    .step = send one person a line: “Just saying hi. How are you?”
catalogue-talk_supporter = Talk to my sponsor or a peer { aim-times } a week
    .question = How many times did you talk to your sponsor or a peer today?
    .step = pick one name and one time for the first talk
catalogue-first_meeting = Go to one meeting, in a room or online
    .question = Have you been to a meeting yet?
    .step = look up one free meeting that fits your week; just looking is enough
catalogue-weekly_meeting = Go to one meeting { aim-week }
    .question = Did you go to a meeting this week?
    .step = put the next meeting in your phone, with the way there or the link
catalogue-new_hello = Say hello to one new person { aim-week }
    .question = Did you say hello to somebody new this week?
    .step = think of one easy line, such as “Hi, is this seat free?”
catalogue-call_list = List { aim-people } I could call on a hard day
    .question = How many people are on your list for a hard day so far?
    .step = write down one name and the number
catalogue-ask_to_call = Ask { aim-people } if I may call on a hard day
    .question = How many people have you asked if you may call on a hard day?
    .step = write the line you would send: “May I call you on a hard day?”
catalogue-mute_chat = Mute one chat that does not fit my plan
    .question = Is one chat that does not fit your plan on mute?
    .step = look through your chats and pick one to mute; you can undo it
catalogue-peer_favour = Do one small thing for a peer { aim-week }
    .question = Did you do one small thing for a peer this week?
    .step = ask somebody: “Can I do something small for you?”
catalogue-speak_in_group = Say one thing in my group { aim-week }
    .question = Did you say something in your group this week?
    .step = write one line you could say; “I am glad to be here” is enough

## Work or study
catalogue-my_strengths = Write down { aim-things } I am good at
    .question = How many things you are good at have you written down so far?
    .step = ask yourself what people thank you for, and write one thing
catalogue-work_page = Write one page about what I have done so far
    .question = Is your page about what you have done so far ready?
    .step = write down one job or task you did, and what you learned there
catalogue-look_at_openings = Look at { aim-openings } a week
    .question = How many jobs or courses did you look at today?
    .step = open one free list of jobs or courses and save one that looks good
catalogue-send_application = Send one application { aim-week }
    .question = Did you send an application this week?
    .step = pick one that you saved and write the first two lines
catalogue-first_task = Start { aim-days } a week with one clear task
    .question = Did you start today with one clear task?
    .step = write down the first task of tomorrow in one line
catalogue-work_break = Take a real break from work on { aim-days } a week
    .question = Did you take a real break from your work today?
    .step = set an alarm for a 10-minute break away from your work
catalogue-learn_a_little = Learn something new for { aim-minutes } a week
    .question = How many minutes did you spend learning something today?
    .step = pick a free lesson or a book at hand and do the first 5 minutes
catalogue-learn_more = Learn something new for { aim-minutes } a week
    .question = How many minutes did you spend on learning today?
    .step = choose two fixed times for learning and put them in your phone
catalogue-after_work = Plan the hour after work or class on { aim-days } a week
    .question = Did you have a plan for the hour after work or class today?
    .step = pick one calm thing for that hour, such as a walk or a call
catalogue-find_job_help = Find out who gives free help with work or study
    .question = Do you know now who gives free help with work or study?
    .step = search for “free job advice” and your town, or ask your team

## Money
catalogue-note_spending = Write down what I spend on { aim-days } a week
    .question = Did you write down what you spent today, even if it was nothing?
    .step = write down the last thing you paid for, and how much it was
catalogue-look_at_spending = Look at what I spent for 10 minutes { aim-week }
    .question = Did you look at what you spent this week?
    .step = pick one thing you are glad you paid for, and mark it
catalogue-week_money = Make a small money plan { aim-week }
    .question = Did you make a small money plan this week?
    .step = write down three things: food, rent, the rest; guess the sums
catalogue-open_letters = Open my letters and mail on { aim-days } a week
    .question = Did you open your letters or mail today, even if there were none?
    .step = take one letter and open it; what to do with it can wait
catalogue-list_debts = Write a list of what I owe, and to whom
    .question = Is your list of what you owe written?
    .step = write down one bill or debt; a rough sum is fine
catalogue-free_money_advice = Ask for free advice about money
    .question = Have you asked for free advice about money?
    .step = search for “free money advice” and your town, or ask your team
catalogue-payday_plan = Plan my next payday with someone I trust
    .question = Is the plan for your next payday made?
    .step = write down the first thing you will do that day
catalogue-sleep_on_it = Sleep on it before I spend, { aim-times } a week
    .question = How many times today did you wait with a purchase?
    .step = write down one thing you want to get, and look at it again tomorrow
catalogue-my_support = Find out what money support I have a right to
    .question = Have you found out what support you have a right to?
    .step = send your team one line: “Is there support I could get?”
catalogue-bill_dates = Put my bills and their dates in one list
    .question = Are your bills and their dates in one list?
    .step = write down one bill and the day it is due

## Home and legal matters
catalogue-tidy_spot = Tidy one small spot on { aim-days } a week
    .question = Did you tidy one small spot today?
    .step = set a timer for 5 minutes and begin with the table
catalogue-calm_spot = Make one calm spot at home that is mine
    .question = Is your calm spot at home ready?
    .step = pick a chair or a corner and take away one thing that is in the way
catalogue-hide_reminders = Put { aim-reminders } of use out of sight
    .question = How many reminders of use have you put out of sight so far?
    .step = pick one thing, such as a glass or a lighter, and put it in a box
catalogue-safe_medicines = Keep medicines where no child can reach them
    .question = Are all medicines where no child can reach them?
    .step = pick one high or locked place and put the first medicine there
catalogue-office_dates = Put my court and office dates in one place
    .question = Are your court and office dates in one place?
    .step = find one letter with a date and put that date in your phone
catalogue-legal_folder = Put my legal papers in one folder
    .question = Are your legal papers in one folder now?
    .step = find one paper, and one folder or bag to keep it in
catalogue-legal_questions = Write { aim-questions } for free legal advice
    .question = How many questions for free legal advice have you written so far?
    .step = write down the one thing you would most like to know
catalogue-house_rule = Agree on one house rule that helps me
    .question = Have you agreed on a house rule that helps you?
    .step = write down one thing that would help, such as quiet after ten
catalogue-safe_night = Know one safe place where I could stay a night
    .question = Do you know one safe place where you could stay a night?
    .step = think of one person or place that is safe and write down the number
catalogue-wash_up = Wash the dishes before bed on { aim-days } a week
    .question = Did you wash the dishes before bed last night?
    .step = wash one cup or plate now; the rest can wait

## Everyday skills
catalogue-plan_tomorrow = Plan my next day on { aim-evenings } a week
    .question = Did you plan your next day, last night or today?
    .step = write down one thing to do tomorrow, and when
catalogue-plan_week = Write my week in a calendar { aim-week }
    .question = Did you write your week in a calendar this week?
    .step = put one fixed date of this week in a calendar, on paper or phone
catalogue-kind_no = Say a kind no to what is too much, { aim-times } a week
    .question = How many times did you say a kind no today?
    .step = say a line out loud, such as “Thank you, not this time”
catalogue-ask_help = Ask for help with one thing { aim-week }
    .question = Did you ask for help with one thing this week?
    .step = write down one thing that is too much alone, and who could help
catalogue-simple_meal = Make a simple meal myself on { aim-days } a week
    .question = Did you make a simple meal yourself today?
    .step = look at what you have and pick one meal you can make from it
catalogue-small_problem = Solve one small problem, step by step
    .question = Is the small problem you chose solved?
    .step = write down one problem and three ways to begin; any idea counts
catalogue-late_call = Make one call I have put off { aim-week }
    .question = Did you make a call you had put off this week?
    .step = write down whom to call, why, and your first line
catalogue-breathe_first = Breathe before I answer, { aim-times } a week
    .question = How many times did you breathe before you answered today?
    .step = try it now: 3 slow breaths, then one line out loud
catalogue-lay_out_things = Lay out my things the night before on { aim-days } a week
    .question = Did you lay out your things last night?
    .step = put keys, phone and card in one spot now
catalogue-on_time = Be on time for { aim-things } a week
    .question = How many times were you on time for something today?
    .step = pick one date and set an alarm for the time to leave

## Food, movement, sleep
catalogue-move_a_little = Move gently for 5 minutes on { aim-days } a week
    .question = Did you move gently for 5 minutes today?
    .step = roll your shoulders 5 times, sitting or standing; stop if it hurts
catalogue-walk_ten = Walk for 10 minutes on { aim-days } a week
    .question = Did you walk, or move in your own way, for 10 minutes today?
    .step = put your shoes by the door tonight
catalogue-walk_twenty = Walk for 20 minutes on { aim-days } a week
    .question = Did you walk, or move in your own way, for 20 minutes today?
    .step = find one round of about 20 minutes from your door and back
catalogue-stretch = Stretch for 5 minutes on { aim-days } a week
    .question = Did you stretch for 5 minutes today?
    .step = reach up with one arm, then the other, as far as feels good
catalogue-gentle_yoga = Do 10 minutes of gentle yoga on { aim-days } a week
    .question = Did you do 10 minutes of gentle yoga today?
    .step = find a free chair yoga video and watch the first 5 minutes
catalogue-eat_morning = Eat something in the morning on { aim-days } a week
    .question = Did you eat something this morning?
    .step = put something you like to eat where you will see it in the morning
catalogue-eat_three = Eat at 3 regular times on { aim-days } a week
    .question = Did you eat at 3 regular times today?
    .step = choose 3 times that suit you and set an alarm for the first
catalogue-water_morning = Drink some water in the morning on { aim-days } a week
    .question = Did you drink some water this morning?
    .step = put a glass or a bottle by your bed tonight
catalogue-same_wake = Get up at about the same time on { aim-days } a week
    .question = Did you get up at about your usual time today?
    .step = choose a time that suits you and set one alarm for it
catalogue-wind_down = Do one calm thing before bed on { aim-nights } a week
    .question = Did you do one calm thing before bed last night?
    .step = pick your calm thing: a song, a page, a warm drink
catalogue-phone_away = Put my phone away before bed on { aim-nights } a week
    .question = Did you put your phone away half an hour before bed last night?
    .step = pick what to do in that half hour, such as a book or some music

## Looking after myself
catalogue-wash_and_dress = Wash and put on fresh clothes on { aim-days } a week
    .question = Did you wash and put on fresh clothes today?
    .step = lay out a towel and clothes for tomorrow
catalogue-short_rest = Rest for 10 minutes on { aim-days } a week
    .question = Did you rest for 10 minutes today?
    .step = sit or lie down for 5 minutes now, with nothing to do
catalogue-own_time = Keep { aim-minutes } a week just for me
    .question = How many minutes did you keep just for you today?
    .step = choose one half hour this week and write it down
catalogue-kind_to_me = Say one kind thing to myself on { aim-days } a week
    .question = Did you say one kind thing to yourself today?
    .step = think of what a good friend would say to you right now, and say it
catalogue-favourite_song = Listen to a song I love on { aim-days } a week
    .question = Did you listen to a song you love today?
    .step = put on one song that does you good, and do nothing else
catalogue-comfort_box = Fill a box with { aim-things } that comfort me
    .question = How many things are in your comfort box so far?
    .step = find one thing that feels, smells or looks good, and put it aside
catalogue-four_questions = Ask “hungry, angry, lonely, tired?” on { aim-days } a week
    .question = Did you ask yourself “hungry, angry, lonely, tired?” today?
    .step = ask it now, and look after just one of the four
catalogue-just_for_fun = Do one thing just for fun { aim-week }
    .question = Did you do one thing just for fun this week?
    .step = think of something you loved as a child and write it down
catalogue-phone_free_hour = Take one hour off my phone on { aim-days } a week
    .question = Did you take one hour off your phone today?
    .step = try 5 minutes now, with your phone face down
catalogue-daylight = Get 10 minutes of daylight on { aim-days } a week
    .question = Did you get 10 minutes of daylight today?
    .step = stand by a window or outside for a few minutes and look far away

## Spirit and meaning
catalogue-good_thing = Write down one good thing on { aim-days } a week
    .question = Did you write down one good thing today?
    .step = write down one good thing from the last day, however small
catalogue-three_good = Write down three good things on { aim-days } a week
    .question = Did you write down three good things today?
    .step = write one good thing, and why it came about
catalogue-quiet_time = Take 5 quiet minutes, or pray, on { aim-days } a week
    .question = Did you take 5 minutes to be quiet, or to pray, today?
    .step = choose a place for it and stay there for two minutes
catalogue-what_matters = Name { aim-things } that matter most to me
    .question = How many things that matter most to you have you named so far?
    .step = think of a person you look up to, and what you like about them
catalogue-live_what_matters = Do one thing { aim-week } that fits what matters to me
    .question = Did you do one thing this week that fits what matters to you?
    .step = pick one thing that matters to you, and one small way to show it
catalogue-with_nature = Spend 10 minutes with nature on { aim-days } a week
    .question = Did you spend 10 minutes with nature today?
    .step = look at one tree, cloud or plant for a whole minute
catalogue-small_kindness = Do one kind thing for somebody { aim-week }
    .question = Did you do one kind thing for somebody this week?
    .step = think of one thing that takes two minutes, such as a kind word
catalogue-make_something = Make something for { aim-minutes } a week
    .question = How many minutes did you spend making something today?
    .step = draw, sing, write or build something for 5 minutes; it can be silly
catalogue-make_more = Make something for { aim-minutes } a week
    .question = How many minutes of making something did you have today?
    .step = put what you need in one place, ready for the next time
catalogue-letter_to_me = Write a letter to myself in a year
    .question = Is your letter to yourself in a year written?
    .step = write the first line: “A year from now, I hope that …”
catalogue-step_work = Spend 10 minutes on my step work { aim-week }
    .question = Did you spend 10 minutes on your step work this week?
    .step = read one page or one line of it, slowly
