# The first conversation: nine short parts. No diagnosis, nothing that must be answered.

unit-years =
    { $n ->
        [one] { $n } year
       *[other] { $n } years
    }

intake-hello =
    I would like to get to know you, in nine short parts. Each takes about two minutes, and we can stop after any of them.

    You can skip every question. What you say helps you and your counselor to make a first plan.
intake-reason = What brings you here, in your own words?
    .short = What brings me here
intake-whose_idea = Whose idea was it, most of all?
    .short = Whose idea
    .mine = Mine
    .family = My family's
    .doctor = A doctor's
    .work = My work's
    .court = A court's
    .other = Something else

## Between two parts
intake-go_2 = Part 1 is done. The next one is about what you drink or use. Go on now, or tomorrow?
    .short = Part 2
    .now = Go on now
    .tomorrow = Tomorrow
    .leave_out = Leave that part out
intake-go_3 = Thank you, part 2 is done. The next one is about help you have had before. Go on now, or tomorrow?
    .short = Part 3
    .now = Go on now
    .tomorrow = Tomorrow
    .leave_out = Leave that part out
intake-go_4 = Part 3 is done. The next one is about your body and your medicines. Go on now, or tomorrow?
    .short = Part 4
    .now = Go on now
    .tomorrow = Tomorrow
    .leave_out = Leave that part out
intake-go_5 = Part 4 is done. The next one is about mood, sleep and what weighs on you. Go on now, or tomorrow?
    .short = Part 5
    .now = Go on now
    .tomorrow = Tomorrow
    .leave_out = Leave that part out
intake-go_6 = More than half is done, thank you. The next part is about home and people. Go on now, or tomorrow?
    .short = Part 6
    .now = Go on now
    .tomorrow = Tomorrow
    .leave_out = Leave that part out
intake-go_7 = Part 6 is done. The next one is about work and money. Go on now, or tomorrow?
    .short = Part 7
    .now = Go on now
    .tomorrow = Tomorrow
    .leave_out = Leave that part out
intake-go_8 = Part 7 is done. The next one is about what is strong in you. Go on now, or tomorrow?
    .short = Part 8
    .now = Go on now
    .tomorrow = Tomorrow
    .leave_out = Leave that part out
intake-go_9 = One part is left: what you want. Go on now, or tomorrow?
    .short = Part 9
    .now = Go on now
    .tomorrow = Tomorrow
    .leave_out = Leave that part out

## Part 2: use
intake-substances = What do you drink or use, or did until lately? Tick all that fit.
    .short = Drink or use
    .alcohol = Alcohol
    .opioids = Heroin, fentanyl, pain pills
    .stimulants = Cocaine, speed, meth
    .cannabis = Cannabis
    .calming = Calming or sleeping pills
    .nicotine = Nicotine
    .other = Something else
intake-years = For about how many years?
    .short = For
intake-pattern = How was it, in the last months?
    .short = How often
    .daily = Every day
    .most_days = Most days
    .weekends = At weekends
    .on_and_off = On and off
    .stopped = I had stopped
intake-last_use = When was the last time?
    .short = Last time
    .today = Today
    .this_week = In the last week
    .this_month = In the last month
    .longer = Longer ago
intake-stopping = When you stopped before, how did your body take it?
    .short = When I stopped
    .easy = It was all right
    .shaky = A bit shaky
    .strong = It was bad
    .fits = Fits, or seeing things
    .not_tried = I have not stopped yet
intake-not_alone = Thank you, that matters. Please do not stop all at once on your own. A doctor or your team can make it safe.

## Part 3: help before
intake-treatment = What have you tried so far? Tick all that fit, or just tap Done.
    .short = Tried so far
    .detox = Detox
    .stay = A stay in treatment
    .day_care = Treatment by day
    .talks = Talks, one to one
    .groups = Groups
    .medicine = Medicine
intake-what_helped = What helped, even a little? And what did not?
    .short = What helped

## Part 4: body
intake-health = Is there anything about your health that we should know? Pain counts, too.
    .short = Health
intake-medicines = Which medicines do you take?
    .short = Medicines

## Part 5: mind
intake-mood = How has your mood been in the last two weeks?
    .short = Mood
    .low = very low
    .high = very good
intake-sleep = And how was your sleep?
    .short = Sleep
    .low = very bad
    .high = very good
intake-dark_thoughts = Hard times can bring thoughts of not wanting to live. Were there such thoughts in the last two weeks?
    .short = Dark thoughts
    .no = No
    .sometimes = Yes, at times
    .now = Yes, now too
intake-safe_now =
    Thank you for trusting me with that. Are you safe right now?

    If you answer "no" or "not sure", a person from your team is told. The same goes if you skip this or stay silent for 10 minutes.
    .short = Safe now
    .yes = Yes, I am safe
    .no = No
    .not_sure = Not sure
intake-stay_near = I am glad you are. Your counselor hears of this, so that you are not alone with it. If it gets heavier, /sos has people who answer.
intake-care = Thank you for telling me. You do not have to be alone with this: /sos shows who you can call right now. The other questions can wait.
intake-conditions = Has a doctor ever given a name to what you feel, like depression or PTSD? Only what you know yourself.
    .short = What a doctor said
intake-hard_past = Many people carry something hard from before. Would you like your counselor to ask you about it, face to face?
    .short = Talk about before
    .yes = Yes
    .later = Later, maybe
    .no = No

## Part 6: home and people
intake-home = With whom do you live?
    .short = Home
    .alone = Alone
    .partner = With a partner
    .family = With family
    .friends = With friends
    .sober_home = In a sober home
    .no_fixed_place = No fixed place
intake-home_safe = Do you feel safe where you live?
    .short = Safe at home
    .yes = Yes
    .mostly = Mostly
    .no = No
intake-safe_home =
    Thank you for saying so. Are you safe from harm right now, today? Only your counselors hear of this answer: no family, no sponsor.

    If you answer "no" or "not sure", one of them is told now. The same goes if you skip this or stay silent for 10 minutes.
    .short = Safe today
    .yes = Yes
    .no = No
    .not_sure = Not sure
intake-care_home = Thank you for telling me. It is not your fault. If there is danger now, call the emergency number: /sos has it. The other questions can wait.
intake-people = Who is on your side? A name or two is plenty.
    .short = On my side

## Part 7: work and money
intake-work = How do your days look?
    .short = Days
    .work = I work
    .study = I study
    .looking = I look for work
    .at_home = I look after my family
    .not_able = I cannot work now
    .retired = I am retired
intake-money = And money?
    .short = Money
    .fine = It is all right
    .tight = It is tight
    .debts = I have debts
intake-legal = Is anything open with the law, like a court date?
    .short = Open with the law
    .no = No
    .open_matter = Yes, something is open
    .date_soon = Yes, with a date soon

## Part 8: strengths
intake-strengths = What is strong in you? Tick all that fit. Others may see more in you than you do today.
    .short = My strengths
    .humour = I can laugh
    .patience = I can wait
    .hands = Good with my hands
    .caring = I care for others
    .learning = I like to learn
    .faith = Faith or meaning
    .courage = Courage
    .stubborn = I do not give up
intake-got_through = When did you get through something hard? What helped you then?
    .short = I got through

## Part 9: what I want
intake-want = What would you like to be different in three months?
    .short = What I want
intake-first_area = Where would you like to begin?
    .short = Begin with
    .use = Drinking or using
    .health = Health
    .mind = Mood and mind
    .family = Family and love
    .people = Friends
    .work = Work or study
    .money = Money
    .home = A home
    .body = Food, movement, sleep
    .meaning = What matters to me
intake-ready = How ready are you for one small first step?
    .short = Ready
    .low = not yet
    .high = right now

intake-so_far = That is enough for today. I ask again tomorrow, or you go on when you like. Here is what you told me:
    .done = That is right
intake-complete = That was all of it. Thank you: that is a lot to tell. You and your counselor make a first plan from it, and you have the last word.
intake-recap = Here is what you told me:
    .done = That is right
