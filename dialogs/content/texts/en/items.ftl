# Words around what is the person's own: their signs, skills, goals, the parts of their plan. Labels,
# titles and lines are in their words.

item-own_sign = One of your own early signs: “{ $label }”. Was it there today?
item-condition = { $label }: how heavy was it today?
item-dose = Did you take your medicine?
    .label = Medicine
    .taken = Yes, taken
    .not_taken = Not taken
    .later = I will take it later
    .side_effect = I had a side effect
item-skill = One of your skills: { $label }. Did you try it today?

## How a goal went, as figures; they name the days they rest on
item-goal_yes_no = { $title }: { $answered ->
        [1] { $done ->
            [0] not on the one day you answered
           *[other] yes on the one day you answered
        }
       *[other] yes on { $done } of the { $answered } days you answered
    }, in the last { $of }.
item-goal_count_week = { $title }: { $done } in the last { $of } days{ $target ->
        [none] .
       *[other] , and the aim is { $target }.
    } You answered on { $answered } of them.
item-goal_number = { $title }: { $done }{ $target ->
        [none] { "" }
       *[other] { "" } of { $target }
    }, as you said { $ago ->
        [0] today
        [1] yesterday
       *[other] { $ago } days ago
    }.
item-goal_date = { $title }: { $done ->
        [0] today is the day.
        [one] 1 day to go.
       *[other] { $done } days to go.
    } { $ago ->
        [none] No answer yet.
        [0] Not done yet, as you said today.
        [1] Not done yet, as you said yesterday.
       *[other] Not done yet, as you said { $ago } days ago.
    }
item-goal_date_reached = { $title }: done, as you said { $ago ->
        [0] today
        [1] yesterday
       *[other] { $ago } days ago
    }.
item-goal_past = { $title }: the day you chose has come and gone. That happens.
item-goal_unanswered_yet = { $title }: no answer yet.
item-goal_unanswered = { $title }: no answer in the last { $of } days.
item-review = { $line } How is that for you?
    .on_track = It goes well
    .slower = Slower than I hoped
    .stuck = I am stuck
    .change = I want to change it

## What became of a goal whose day has gone by
item-past = The day you chose for it is behind us: { $title }. What became of it?
    .done = I did it
    .more_time = I need more time
    .let_go = I let it go
    .other = Something else

item-week = You checked in on { $answered } of the last { $of } days. On { $days } of them you had not used.

## The parts of a plan, to be kept or changed
item-part = { $title }:
    { $lines }

    Keep it, or change it?
    .keep = Keep it
    .change = Change it
item-part_goals = What I am working on
item-part_triggers = What can set it off
item-part_skills = What helps me, first things first
item-part_signs = My own early signs
item-part_people = My people
item-part_medicines = My medicines
item-part_rhythm = When I am asked

## What a phase of treatment is called
item-phase_detox = detox
item-phase_residential = a stay in treatment
item-phase_intensive_outpatient = treatment several days a week
item-phase_outpatient = treatment once a week
item-phase_aftercare_early = the first months after treatment
item-phase_aftercare_late = the time after treatment
item-phase_remission = on my own feet

item-went = { $label }: did you go?
item-modality = { $name } ({ $dose }): how well does it work for you? 0 is not at all, 10 is very well.
