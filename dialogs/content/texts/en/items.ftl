# Words around what is the person's own: their signs, skills, goals, the parts of their plan. Labels,
# titles and lines are in their words.

item-own_sign = One of your own early signs: “{ $label }”. Was it there today?
item-skill = One of your skills: { $label }. Did you try it today?

## How a goal went, as figures; they name the days they rest on
item-goal_yes_no = { $title }: yes on { $done } of the { $answered } days you answered, in the last { $of }.
item-goal_count_week = { $title }: { $done } in the last { $of } days{ $target ->
        [none] .
       *[other] , and the aim is { $target }.
    } You answered on { $answered } of them.
item-goal_number = { $title }: { $done } now{ $target ->
        [none] .
       *[other] , and the aim is { $target }.
    } You answered on { $answered } of the last { $of } days.
item-goal_date = { $title }: { $done ->
        [one] 1 day to go.
       *[other] { $done } days to go.
    }
item-goal_date_past = { $title }: the day you chose has come and gone. That happens.
item-goal_unanswered = { $title }: no answer in the last { $of } days.
item-review = { $line } How is that for you?
    .on_track = It goes well
    .slower = Slower than I hoped
    .stuck = I am stuck
    .change = I want to change it
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
