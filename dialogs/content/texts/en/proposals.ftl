# Proposals: what the answers speak for, with the days they rest on, and a question. Nothing changes by itself.
# `.yes` is the label of what agreeing does. At most 220 characters, 24 for a label.

proposal-skill_first = In the last { $days } days { $skill } helped { $helped } of { $tried } times, and { $first } { $first_helped } of { $first_tried }. Put { $skill } first?
    .yes = Yes, put it first
proposal-skill_rest = You tried { $skill } { $tried } times in the last { $days } days, and it did not help yet. It was worth a try. Move it to the end of your list?
    .yes = Yes, move it
proposal-goal_next = { $title }: reached { $weeks } weeks in a row, with answers on { $answered } of { $days } days. Well done! { $target ->
        [0] Next step: { $next }?
       *[other] Next step: aim for { $target }?
    }
    .yes = Yes, next step
proposal-goal_smaller = { $title }: a bit too big for { $weeks } weeks now, with answers on { $answered } of { $days } days. Small steps count too. Aim for { $target } for now?
    .yes = Yes, make it smaller
proposal-goal_stuck = { $title }: in the last { $days } days this got in the way { $count } times: { $obstacle ->
        [time] time
        [energy] energy
        [nerves] nerves
        [people] other people
        [too_big] it was too big
        [forgot] it slipped your mind
       *[other] “{ $obstacle }”
    }. Shall we look at it with your counselor?
    .yes = Yes, let us talk
proposal-move_hour = Your { $at } check-in was a fit { $kept } of the last { $asked } times, over { $days ->
        [one] { $days } day
       *[other] { $days } days
    }. Move it to { $to }?
    .yes = Yes, move it
proposal-review_medicine = { $medicine ->
        [none] Your medicine
       *[other] { $medicine }
    }: a side effect on { $count } of the last { $days } days. I cannot advise on medicine, but your doctor can. Shall your team ask them?
    .yes = Yes, tell my team
proposal-medicine_missed = { $medicine ->
        [none] Your medicine
       *[other] { $medicine }
    }: not taken on { $count } of { $answered } days you told me about, in the last { $days }. Thank you for saying so. Talk about what would help?
    .yes = Yes, tell my team
proposal-new_trigger = “{ $label }” came up { $count } times in the last { $days } days when a craving began. Add it to the things that can set it off?
    .yes = Yes, add it
proposal-treatment_review = { $treatment ->
        [cbt] CBT
        [dbt] DBT
        [mi] Talks about change
        [mindfulness] Mindfulness
        [movement] Movement
        [mat] Medicine treatment
        [contingency] Rewards
        [twelve_step] Meetings
        [family] Family talks
        [peer] Peer support
        [trauma] Trauma work
       *[other] A treatment
    } ({ $label }): you gave it { $highest } of 10 or less { $count } times, over { $days ->
        [one] { $days } day
       *[other] { $days } days
    }. It is good to know. Talk about another way?
    .yes = Yes, let us talk
proposal-appointment_missed = { $label }: it did not work out the last { $count } times, over { $days ->
        [one] { $days } day
       *[other] { $days } days
    }. That happens. Would it help to talk about what would make it easier?
    .yes = Yes, let us talk
proposal-sleep_goal = Hard nights: { $count } of the { $answered } you told me about, in the last { $days } days. Would a small goal for better sleep help?
    .yes = Yes, add a goal
proposal-lonely = You felt lonely in { $count } of { $weeks } weeks, in the last { $days } days. Thank you for telling me. Would a small goal with people in it help?
    .yes = Yes, add a goal
proposal-step_up = { $why ->
        [use] There was use in the last { $days } days, after { $count } days without it. Those days still count.
        [craving] Cravings were strong on { $count } of the last { $days } days.
        [missed] The last { $count } check-ins went by, in { $days ->
            [one] { $days } day
           *[other] { $days } days
        }.
       *[safety] On { $count } of the last { $days } days I did not hear from you that you were safe.
    } Would you like more contact for a while?
    .yes = Yes, more contact
proposal-step_down = { $weeks } good weeks: no use that you told me of, cravings low, and { $kept } of { $asked } check-ins kept in { $days } days. You did that. Ready for a bit less contact?
    .yes = Yes, a bit less

## Places, as things that can set it off
proposal-place_home = Being at home
proposal-place_work = Being at work
proposal-place_on_the_way = Being on the way
proposal-place_out = Being out somewhere
proposal-place_with_others = Being with people
proposal-place_online = Being on my phone
