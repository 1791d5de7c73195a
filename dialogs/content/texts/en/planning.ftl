# The plan's own screens: read, open a part, change it, agree on it.

plan-title = Your plan, version { $version }
    .of = The plan of { $client }, version { $version }
plan-state_starter = A first plan. It grows with you.
    .of = A first plan. It grows with { $client }.
plan-state_draft = This plan is being made.
plan-state_active = You both agreed on this plan.
    .of = { $client } and the care team agreed on this plan.
plan-state_own = This is your plan. Your counselor can see what you changed.
    .of = { $client } changed this plan. What is different stands in "How it came to be", and you can agree to it, too.
plan-lacks = To be complete it still needs: { $parts }
plan-lacks_country = your country
    .of = the country
plan-lacks_contacts = two people to call
plan-ready = It has all that it needs. Shall it be your plan from now on?
    .agree = Yes, this is my plan
    .of = It has all that it needs. Now it is up to { $client } to say yes to it.
plan-review_on = You look at it again together on { $date }.
plan-older = A part of this plan was written for another version of this program, and I cannot show it here. It is kept, and nothing is lost.
plan-back = ‹ The plan
plan-history = How it came to be
plan-back_to = ‹ { $title }

plan-title_goals = What I am working on
    .of = What { $client } is working on
plan-title_triggers = What can set it off
    .of = What can set it off for { $client }
plan-title_skills = What helps me, first things first
    .of = What helps { $client }, first things first
plan-title_own_signs = My own early signs
    .of = { $client }'s early signs
plan-title_contacts = My people
    .of = { $client }'s people
plan-title_medicines = My medicines
    .of = { $client }'s medicines
plan-title_modalities = My treatment
    .of = { $client }'s treatment
plan-title_appointments = My dates
    .of = { $client }'s dates
plan-title_conditions = What I live with
    .of = What { $client } lives with
plan-title_milestones = What I celebrate
    .of = What { $client } celebrates
plan-title_schedules = When I check in
    .of = When { $client } checks in
plan-title_refusal_line = How I say no
    .of = How { $client } says no
plan-title_urge_plan = What I do when it comes close
    .of = What { $client } does when it comes close
plan-title_lapse_plan = What I do after a lapse
    .of = What { $client } does after a lapse
plan-title_signs = Safety: my signs
    .of = Safety: { $client }'s signs
plan-title_alone = Safety: what I do alone
    .of = Safety: what { $client } does alone
plan-title_places = Safety: people and places that distract
plan-title_people = Safety: people I tell
    .of = Safety: people { $client } tells
plan-title_professionals = Safety: professionals
plan-title_surroundings = Safety: around me
    .of = Safety: around { $client }
plan-title_phase = Where I am in treatment
    .of = Where { $client } is in treatment
plan-title_living = Where I live
    .of = Where { $client } lives
plan-title_review_on = When we look at it again
plan-title_state = The plan as a whole
plan-title_strengths = What is strong in me
    .of = What is strong in { $client }
plan-title_thresholds = When I am asked about
    .of = When { $client } is asked about
plan-title_ladders = Who is told
plan-title_safety = My safety plan
    .of = { $client }'s safety plan
plan-title_texts = In my own words
    .of = In { $client }'s own words

plan-goal_yes_no = { $amount } a week
plan-goal_count_week = { $amount } a week
plan-goal_number = up to { $target }
plan-goal_by = by { $by }
plan-goal_step = next: { $step }
plan-nothing_there = nothing
plan-status_proposed = an idea
plan-status_accepted = soon
plan-status_active = now
plan-status_on_hold = resting
plan-status_met = done
plan-status_partly_met = done in part
plan-status_revised = changed
plan-status_dropped = let go
plan-works = works { $n } of 10
plan-stated_client = told by me
    .of = told by { $client }
plan-stated_clinic = from the clinic
plan-counted_use_free_days =
    { $n ->
        [one] { $n } day without use
       *[other] { $n } days without use
    }
plan-counted_cravings_ridden =
    { $n ->
        [one] { $n } craving ridden out
       *[other] { $n } cravings ridden out
    }
plan-counted_calls =
    { $n ->
        [one] { $n } call
       *[other] { $n } calls
    }
plan-counted_check_ins =
    { $n ->
        [one] { $n } check-in
       *[other] { $n } check-ins
    }
plan-phase_detox = detox
plan-phase_residential = a stay in treatment
plan-phase_intensive_outpatient = treatment several days a week
plan-phase_outpatient = treatment once a week
plan-phase_aftercare_early = the first months after treatment
plan-phase_aftercare_late = the time after treatment
plan-phase_remission = on my own feet
    .of = on their own feet
plan-living_alone = alone
plan-living_partner = with a partner
    .of = with a partner
plan-living_family = with family
    .of = with family
plan-living_friends = with friends
plan-living_sober_home = in a sober home
plan-living_no_fixed_place = no fixed place
plan-planstate_starter = a first plan
plan-planstate_draft = being made
plan-planstate_active = agreed by both

plan-part_empty = Nothing here yet.
plan-add = Add
    .of = Suggest one
plan-thing = { $line }
plan-reword = Say it differently
plan-up = Move up
plan-out = Take out
plan-hold = Let it rest
plan-go_on = Go on with it
plan-met = I have done it
    .of = It is done
plan-check = Look at it
plan-log = Log today
plan-stepped = The step is done
plan-step = Write the next step
plan-undo = Undo
plan-leave_out = Leave this out
plan-which_domain = Which part of your life is it about?
    .of = Which part of { $client }'s life is it about?

plan-ask_triggers = What can set it off? A time, a place, a feeling, a person.
    .of = What can set it off for { $client }? A time, a place, a feeling, a person.
plan-ask_skills = What helps you when it comes close? Something you can really do.
    .of = What helps { $client } when it comes close? Something they can really do.
plan-ask_own_signs = How do you or others notice that it gets harder? Something small and early.
    .of = How can one tell that it gets harder for { $client }? Something small and early.
plan-ask_conditions = Is there a condition that a doctor has named? Type it as you know it.
    .of = Which condition of { $client }'s has a doctor given a name to? Only what you know for sure.
plan-ask_goals = How would you say this goal now?
    .of = How should this goal of { $client }'s read now?
plan-ask_contacts = What is their name?
    .of = { $client }'s people: what is the name?
plan-ask_medicines = What is it called?
    .of = { $client }'s medicine: what is it called?
plan-ask_modalities = How often?
    .of = { $client }'s treatment: how often?
plan-ask_appointments = What do you call it?
    .of = { $client }'s date: what is it called?
plan-ask_milestones = What shall I say to you that day?
    .of = What shall I say to { $client } that day?
plan-ask_refusal_line = How do you say no? A line you could really say.
    .of = How does { $client } say no? A line they could really say.
plan-ask_urge_plan = What will you do when an urge comes? Step by step.
    .of = What will { $client } do when an urge comes? Step by step.
plan-ask_lapse_plan = What will you do after a lapse? Whom do you call first?
    .of = What will { $client } do after a lapse? Whom do they call first?
plan-ask_step = Which small step comes next?
    .of = { $client }'s goal: which small step comes next?

plan-saved = Done. Your plan is now version { $version }.
plan-nothing = All right, it stays as it was.
plan-gone = That one is not in your plan any more.
    .of = That one is not in the plan any more.
plan-changed_meanwhile = This was changed meanwhile, by { $name }. Now it says:
    { $now }

    You wrote:
    { $mine }
    .mine = Take mine
    .theirs = Leave it
plan-agreed = It is your plan from now on. { $names } can see that you agreed.
plan-agreed_alone = It is your plan from now on.
plan-refused_empty = That came through empty, so I left it as it was.
plan-refused_too_long = That is too long for one line: at most { $most } characters. I left it as it was.
plan-refused_too_many = There are { $most } of these already. Take one out first, then add this one.
plan-refused_past = That day lies in the past. Please choose one that is still to come.
plan-refused_no_measure = A goal needs something to see it by: how often, how much, or by when. Let us try that once more.
plan-refused_no_such_step = That is not one of the steps.

plan-version = Version { $version } · { $date } · { $author }
plan-version_agreed = agreed: { $names }
plan-history_title = How your plan came to be, newest first
    .of = How { $client }'s plan came to be, newest first
plan-by_bot = by itself
plan-difference_added = + { $title }: { $after }
plan-difference_removed = − { $title }: { $before }
plan-difference_changed = { $title }: { $before } → { $after }
plan-difference_moved = { $title }, new order: { $after }

plan-step_taken = Well done. That step counts.

suggestion-notice = There is something to look at together. No hurry.
    .open = Open
suggestion-from_counselor = { $name } suggests a change to your plan:
    .of = { $name } suggests a change to { $client }'s plan:
suggestion-from_client = { $name } would like to change the plan:
suggestion-yes = Agree
suggestion-no = Not now
suggestion-talk = Talk about it
suggestion-sent = I pass it on. Nothing changes before you have both agreed.
suggestion-agreed = Agreed. Your plan is now version { $version }.
    .of = Agreed. { $client }'s plan is now version { $version }.
suggestion-waits = Thank you. It holds as soon as { $name } agrees too.
suggestion-waits_nobody = Thank you. It holds as soon as your counselor agrees too.
suggestion-declined = All right. I leave it, and do not ask again for a month.
suggestion-to_talk = Good. I noted it for your next talk.
suggestion-is_talk = One of you would like to talk about this first.
suggestion-is_agreed = You have both agreed on this.
suggestion-is_declined = This was left for now.
suggestion-is_withdrawn = The plan changed meanwhile, so this was let go.
suggestion-take_back = Take it back
suggestion-taken_back = Taken back. Nothing has changed.
suggestion-is_taken_back = This was taken back. Nothing has changed.
suggestion-left = All right. I leave it as it is.
suggestion-left_by = { $name } left this for now.
suggestion-wish_left = All right. It has to wait for now, and the words are kept.
    .of = All right. { $client } reads that it has to wait for now. The words are kept.
suggestion-wish_waits = { $name } read this. It has to wait for now. Your words are kept.
    .of = { $name } read this. It has to wait for now, and { $client } has read that, too.
suggestion-asked_of = { $words }
    .of = This is what I asked { $client }:
    “{ $words }”
plan-waits = Waits for an answer
suggestion-over = That one is settled already.
suggestion-conflict = The plan has changed meanwhile at the same place, so I left it. Here is what does not fit together:
suggestion-wish = { $name } would like to change something: { $words }
suggestion-noted = I note that for you and your counselor.

plan-co_sign = Co-sign
plan-co_signed = You agreed to version { $version }.

## What a goal of one's own is asked by
plan-question_yes_no = { $title }: did you, today?
plan-question_count_week = { $title }: how many times today?
plan-question_number = { $title }: where are you now?
plan-question_date = { $title }: is it done?
plan-role_none = close to me

## Beginnings
suggestion-first_plan = Here is a first plan, out of what you told me. Nothing of it holds before you and your counselor say yes, and all of it can be changed:
    .of = Here is a first plan for { $client }, out of what they told me. Nothing of it holds before you have both said yes, and all of it can be changed:
suggestion-aftercare = Here is your plan for the time after. It holds as soon as you and your counselor say yes:
    .of = Here is { $client }'s plan for the time after. It holds as soon as you have both said yes:
plan-to_talk_about = to talk about

first_plan-sign_sleep = I sleep badly for days
first_plan-sign_mood = I see everything in gray
first_plan-sign_alone = I stay alone for days
first_plan-sign_condition = What I live with gets heavier for days
plan-begin = Make my first plan
plan-ask_intake = Ask the first questions
plan-ask_discharge = Ask about discharge
plan-asked_intake = { $name } is asked the first questions, now or after the quiet hours.
plan-asked_discharge = { $name } is asked about the time after, now or after the quiet hours.
plan-offer = What the answers say
plan-offered =
    { $n ->
        [one] One thing that the answers speak for. It was sent to your client, too:
       *[other] { $n } things that the answers speak for. They were sent to your client, too:
    }
plan-offered_nothing = The answers of the last weeks speak for no change. That is worth knowing, too.
plan-go_through = Go through it

## What became of a goal whose day has gone by
plan-outcome = What became of it?
plan-outcome_of = What became of: { $title }
plan-outcome_done = You did it: { $title }. That is yours now.
plan-outcome_more_time = All right: { $title }, by { $by }.
plan-outcome_let_go = You let it go: { $title }. That is a decision, too.
plan-outcome_past = { $title }: that day lies in the past, so I left it as it was. /goals lets you choose another.

## About the client themselves
plan-title_about = About me
    .of = About { $client }
plan-about_line = { $title }: { $value }
plan-change = Change: { $title }
plan-left_out = Left out on purpose.
plan-ask_strengths = What is strong in you? One thing a line.
    .of = What is strong in { $client }? One thing a line.
plan-ask_safety = { $title }: what stands there? One thing a line.
    .of = { $client }'s safety plan. { $title }: what stands there? One thing a line.

## What somebody lives with gets a goal, a sign, a question and help of its own
plan-condition_added = Would something small for it help? You choose, and all of it can wait.
    .of = Would something small for it help { $client }?
plan-goal_for = A small goal for it
plan-sign_for = A sign that it gets harder
plan-ask_about = Ask me about it
    .of = Ask about it in check-ins
plan-ask_no_more = Ask me no more about it
    .of = Ask no more about it
plan-treatment_for = Help for it
plan-ask_sign_for = How do you notice early that this gets harder: { $title }?
    .of = How can one tell that this gets harder for { $client }: { $title }?

## Why a version was made, behind its author
plan-reason_starter = the beginning
plan-reason_undo = taken back
plan-reason_active = agreed to
plan-reason_goal_check = after a look at a goal
plan-reason_goal_outcome = its day had come
plan-reason_rated = how well it works
plan-reason_times = other times
plan-reason_missed = what follows missed check-ins
plan-reason_safety_plan = safety plan written
plan-reason_first_plan = out of the first talk
plan-reason_aftercare = for the time after
plan-reason_out = taken out
plan-reason_up = in another order
plan-reason_hold = to rest
plan-reason_go_on = to go on
plan-reason_met = done
plan-reason_stepped = a step taken
plan-reason_ask_about = to be asked about
plan-reason_ask_no_more = asked no more
plan-reason_leave_out = left out on purpose
plan-reason_signs = when a sign speaks
plan-reason_expected = a sign that is expected
plan-reason_phase = another stage
plan-reason_answers = the answers spoke for it

## What was taken, and when
plan-meds = What I took, and when
plan-meds_title = My medicines
plan-meds_empty = There is no medicine in your plan. If a doctor gives you one, you can add it here.
plan-meds_share =
    { $told ->
        [0] Nothing told about it in the last { $of } days.
        [1] { $taken ->
            [0] Not taken on the one day you told me about, in the last { $of }.
           *[other] Taken on the one day you told me about, in the last { $of }.
        }
       *[other] Taken on { $taken } of the { $told } days you told me about, in the last { $of }.
    }
plan-meds_last = Last time: { $when }.
plan-meds_taken = Taken
plan-meds_taken_of = Taken: { $name }
plan-meds_not_taken = Not today
plan-meds_not_taken_of = Not today: { $name }
plan-meds_change = Change my medicines

## The safety plan, shown step by step
plan-step_signs = 1 My signs
    .of = 1 { $client }'s signs
plan-step_alone = 2 On my own
    .of = 2 { $client } alone
plan-step_places = 3 Places and company
plan-step_people = 4 People I tell
    .of = 4 People { $client } tells
plan-step_professionals = 5 Professionals
plan-step_surroundings = 6 A safer place
plan-safety_hint = Tap a step to write it anew. In danger, or not sure: /sos.
    .of = Tap a step to suggest other words for it.
plan-safety_all = Go through all six steps
plan-texts_hint = Tap one to write it anew.
    .of = Tap one to suggest other words.
plan-reword_medicines = Change the name
plan-reword_contacts = Change the name
plan-reword_appointments = Change the name
plan-reword_modalities = Change how often
plan-reword_milestones = Change the words
plan-aim = Change how much
plan-retime_medicines = Change its times
plan-anew_medicines = Enter it anew
plan-anew_contacts = Enter name and number anew
plan-anew_appointments = Change day, time or place
plan-anew_milestones = Change the number
plan-medicine_asks = I ask each time
    .of = asked each time
