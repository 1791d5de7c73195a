# The short dialogs by which a plan is written: a goal, a person, a medicine, a date, a treatment.


plan_goal-idea = { $whose ->
        [me] Which one speaks to you? Or type your own, in your words.
       *[other] A goal for { $client }. Which one fits? Or type one, in { $client }'s own words.
    }
    .short = Goal
plan_goal-measure = How will it show that it works?
    .short = Measured by
    .days = On so many days a week
    .times = So many times a week
    .number = A number to reach
    .date = A day by which it is done
plan_goal-days = On how many days a week? Fewer is fine: small steps hold.
    .short = Days a week
plan_goal-times = How many times a week?
    .short = Times a week
plan_goal-number = Which number is the aim?
    .short = Number
plan_goal-by = By which day? Please write it like 2026-05-01.
    .short = By
plan_goal-weeks = For how long, to begin with?
    .short = To begin with
    .one = One week
    .two = Two weeks
    .four = Four weeks
    .open = No end for now
plan_goal-step = What is one small first step? Ten minutes or less is best. Skip it, and I suggest one.
    .short = First step
    .ten_minutes = Ten minutes of it
    .tell_someone = Tell someone about it
    .put_it_ready = Lay ready what I need
plan_goal-problem = { $whose ->
        [me] What is it that makes this matter to you? You can skip this.
       *[other] Why does it matter to { $client }? You can skip this.
    }
    .short = Why it matters
plan_goal-recap = { $whose ->
        [me] Here is your goal:
       *[other] Here is the goal:
    }
    .done = { $whose ->
            [me] That is my goal
           *[other] That is the goal
        }

plan_aim-days = { plan_goal-days }
    .short = { plan_goal-days.short }
plan_aim-times = { plan_goal-times }
    .short = { plan_goal-times.short }
plan_aim-number = { plan_goal-number }
    .short = { plan_goal-number.short }
plan_aim-by = { plan_goal-by }
    .short = { plan_goal-by.short }
plan_aim-weeks = And for how long?
    .short = { plan_goal-weeks.short }
    .as_it_is = As it is
    .one = { plan_goal-weeks.one }
    .two = { plan_goal-weeks.two }
    .four = { plan_goal-weeks.four }
    .open = { plan_goal-weeks.open }

plan_person-who = { $whose ->
        [me] Who is it? Type a name, and a phone number if you have one.
       *[other] Somebody for { $client } to call. Type a name, and a phone number if there is one.
    }
    .short = Person
plan_person-role = { $whose ->
        [me] Who are they to you?
       *[other] Who are they to { $client }?
    }
    .short = { $whose ->
            [me] To me
           *[other] To them
        }
    .friend = a friend
    .family = family
    .partner = partner
    .sponsor = sponsor
    .colleague = a colleague
    .neighbour = a neighbor

plan_medicine-name = { $whose ->
        [me] What is it called, as it says on the box?
       *[other] A medicine of { $client }'s. What is it called, as it says on the box?
    }
    .short = Name
plan_medicine-dose = How much, as it says on the prescription? I only show it.
    .short = Dose
plan_medicine-times = When is it taken?
    .short = How often
    .once = Once a day
    .twice = Twice a day
    .thrice = Three times a day
    .no_fixed = At no fixed time
plan_medicine-first = At what time?
    .short = First
plan_medicine-second = And the second time?
    .short = Second
plan_medicine-third = And the third?
    .short = Third
plan_medicine-asks = Shall I ask at each of these times, or once in the check-in?
    .short = I ask
    .each_time = At each time
    .once_a_day = Once, in the check-in

plan_times-times = { plan_medicine-times }
    .short = { plan_medicine-times.short }
    .once = { plan_medicine-times.once }
    .twice = { plan_medicine-times.twice }
    .thrice = { plan_medicine-times.thrice }
    .no_fixed = { plan_medicine-times.no_fixed }
plan_times-first = { plan_medicine-first }
    .short = { plan_medicine-first.short }
plan_times-second = { plan_medicine-second }
    .short = { plan_medicine-second.short }
plan_times-third = { plan_medicine-third }
    .short = { plan_medicine-third.short }
plan_times-asks = { plan_medicine-asks }
    .short = { plan_medicine-asks.short }
    .each_time = { plan_medicine-asks.each_time }
    .once_a_day = { plan_medicine-asks.once_a_day }

plan_date-sort = { $whose ->
        [me] What kind of date is it?
       *[other] A date of { $client }'s. What kind is it?
    }
    .short = Kind
    .therapy = Therapy
    .group = Group
    .outpatient = Clinic
    .meeting = Meeting
    .doctor = Doctor
    .other = Something else
plan_date-label = What is it called? Skip it, and I use the kind.
    .short = Name
plan_date-how = Once, or every week?
    .short = How often
    .once = Once
    .weekly = Every week
plan_date-day = On which day? Please write it like 2026-05-01.
    .short = Day
plan_date-weekday = On which day of the week?
    .short = Day
    .mon = Monday
    .tue = Tuesday
    .wed = Wednesday
    .thu = Thursday
    .fri = Friday
    .sat = Saturday
    .sun = Sunday
plan_date-at = At what time?
    .short = Time
plan_date-place = Where? You can skip this.
    .short = Place
plan_date-recap = Here is the date:
    .done = That is right

plan_treatment-sort = { $whose ->
        [me] Which kind of help is it?
       *[other] Help for { $client }. Which kind is it?
    }
    .short = Kind
    .cbt = CBT: thoughts and habits
    .dbt = DBT: skills for storms
    .mi = Talks about change
    .mindfulness = Mindfulness
    .movement = Movement or yoga
    .mat = Medicine that helps
    .contingency = Rewards for steps
    .twelve_step = 12-step or SMART group
    .family = Family sessions
    .peer = Peer support
    .trauma = Help with the past
plan_treatment-dose = How often?
    .short = How often
    .weekly = Once a week
    .twice_a_week = Twice a week
    .every_two_weeks = Every two weeks
    .daily = Every day

plan_milestone-counts = { $whose ->
        [me] What would you like to celebrate?
       *[other] Something for { $client } to celebrate. What counts?
    }
    .short = Counted
    .use_free_days = Days without use
    .cravings_ridden = Cravings ridden out
    .calls = Calls made
    .check_ins = Check-ins done
plan_milestone-many = How many of them, all in all? They never go back to zero.
    .short = How many
plan_milestone-own_words = { $whose ->
        [me] What shall I say to you that day? In your own words.
       *[other] What shall I say to { $client } that day?
    }
    .short = Words

appointment_soon-coming = Tomorrow: { $date_line }. Will you go?
    .short = Tomorrow
    .yes = Yes
    .not_sure = Not sure
    .no = I cannot
appointment_soon-good = Good. What would make it easy to get there?
appointment_soon-small = That is honest. Going for the first ten minutes counts, too.
appointment_soon-another = All right. A short call to move it keeps the door open. You can do that now, or ask someone to.
appointment-useful = Good that you went. Was it of use?
    .short = Of use
    .yes = Yes
    .a_bit = A bit
    .no = No
appointment-reason = That happens. What got in the way?
    .short = In the way
    .forgot = I forgot
    .unwell = I felt unwell
    .no_way = No way to get there
    .not_ready = I was not ready
    .moved = It was moved
    .other = Something else
appointment-again = Thank you for saying so. One call makes the next one possible.

discharge-hello = You are leaving this part of your treatment. That is a big step. A few questions, so that your plan goes with you.
discharge-living = Where will you live?
    .short = I live
    .alone = Alone
    .partner = With a partner
    .family = With family
    .friends = With friends
    .sober_home = In a sober home
    .no_fixed_place = No fixed place
discharge-first_sign = What would be the first sign that it gets harder?
    .short = First sign
discharge-first_act = And what will you do first, when you see it?
    .short = What I do first
    .call_someone = Call someone
    .go_to_meeting = Go to a meeting
    .leave = Leave the place
    .use_now = Open /now
discharge-first_person = Whom will you call first?
    .short = Whom I call first
discharge-date_day = When is your first date at the clinic after this? Please write it like 2026-05-01.
    .short = First date
discharge-date_time = At what time?
    .short = Time
discharge-meeting = Is there a group or meeting every week? On which day?
    .short = Weekly meeting
    .mon = Monday
    .tue = Tuesday
    .wed = Wednesday
    .thu = Thursday
    .fri = Friday
    .sat = Saturday
    .sun = Sunday
    .none = Not yet
discharge-meeting_time = At what time?
    .short = Time
discharge-rhythm = How often shall I ask in the first two months?
    .short = Check-ins
    .daily = Every day
    .most_days = Five days a week
    .three_a_week = Three days a week
discharge-recap = Here is what goes with you:
    .done = That is right
discharge-thanks = Thank you. I make a plan of it for the time after. You and your counselor can change it at any time.

goal_outcome-until_1 = Good. How long would you like for it?
    .short = New time
    .one = One week
    .two = Two weeks
    .four = Four weeks
    .own_day = A day I choose
goal_outcome-day_1 = By which day? Please write it like 2026-05-01.
    .short = New day
goal_outcome-words_1 = Tell me in your own words. Your counselor reads it too, and the goal rests until you two have talked.
    .short = In my words
goal_outcome-until_2 = { goal_outcome-until_1 }
    .short = { goal_outcome-until_1.short }
    .one = { goal_outcome-until_1.one }
    .two = { goal_outcome-until_1.two }
    .four = { goal_outcome-until_1.four }
    .own_day = { goal_outcome-until_1.own_day }
goal_outcome-day_2 = { goal_outcome-day_1 }
    .short = { goal_outcome-day_1.short }
goal_outcome-words_2 = { goal_outcome-words_1 }
    .short = { goal_outcome-words_1.short }
goal_outcome-until_3 = { goal_outcome-until_1 }
    .short = { goal_outcome-until_1.short }
    .one = { goal_outcome-until_1.one }
    .two = { goal_outcome-until_1.two }
    .four = { goal_outcome-until_1.four }
    .own_day = { goal_outcome-until_1.own_day }
goal_outcome-day_3 = { goal_outcome-day_1 }
    .short = { goal_outcome-day_1.short }
goal_outcome-words_3 = { goal_outcome-words_1 }
    .short = { goal_outcome-words_1.short }

plan_phase-phase = { $whose ->
        [me] Where are you in your treatment now? It sets how often I ask. More contact holds at once. For less, your counselor says yes too.
       *[other] Where is { $client } in treatment now? It sets how often questions come. Nothing changes before you have both agreed.
    }
    .short = Treatment
    .detox = { plan-phase_detox }
    .residential = { plan-phase_residential }
    .intensive_outpatient = { plan-phase_intensive_outpatient }
    .outpatient = { plan-phase_outpatient }
    .aftercare_early = { plan-phase_aftercare_early }
    .aftercare_late = { plan-phase_aftercare_late }
    .remission = { $whose ->
            [me] { plan-phase_remission }
           *[other] { plan-phase_remission.of }
        }
plan_phase-how_often = { $whose ->
        [me] How often shall I ask how you are? It is your choice. /checkin works whenever you want.
       *[other] How often would { $client } like to be asked? It is their choice.
    }
    .short = I ask
    .weekly = Once a week
    .monthly = Once a month
    .quarterly = Every three months
    .none = { $whose ->
            [me] Not at all: I come by myself
           *[other] Not at all
        }
plan_living-living = { $whose ->
        [me] Where do you live now?
       *[other] Where does { $client } live now?
    }
    .short = Home
    .alone = Alone
    .partner = With a partner
    .family = With family
    .friends = With friends
    .sober_home = In a sober home
    .no_fixed_place = No fixed place
