# The plan's own screens: read, open a part, change it, agree on it.

plan-title = Your plan, version { $version }
plan-title_of = The plan of { $client }, version { $version }
plan-state_starter = A first plan. It grows with you.
plan-state_draft = This plan is being made.
plan-state_active = You both agreed on this plan.
plan-lacks = To be complete it still needs: { $parts }
plan-lacks_country = your country
plan-lacks_contacts = two people to call
plan-ready = It has all that it needs. Shall it be your plan from now on?
    .agree = Yes, this is my plan
plan-review_on = You look at it again together on { $date }.
plan-back = ‹ The plan
plan-history = How it came to be
plan-back_to = ‹ { $title }

plan-title_goals = What I am working on
plan-title_triggers = What can set it off
plan-title_skills = What helps me, first things first
plan-title_own_signs = My own early signs
plan-title_contacts = My people
plan-title_medicines = My medicines
plan-title_modalities = My treatment
plan-title_appointments = My dates
plan-title_conditions = What I live with
plan-title_milestones = What I celebrate
plan-title_schedules = When I check in
plan-title_refusal_line = How I say no
plan-title_urge_plan = What I do when it comes close
plan-title_lapse_plan = What I do after a lapse
plan-title_signs = Safety: my signs
plan-title_alone = Safety: what I do alone
plan-title_places = Safety: people and places that distract
plan-title_people = Safety: people I tell
plan-title_professionals = Safety: professionals
plan-title_surroundings = Safety: around me
plan-title_phase = Where I am
plan-title_living = Where I live
plan-title_review_on = When we look at it again
plan-title_state = The plan as a whole
plan-title_strengths = What is strong in me
plan-title_thresholds = When I am asked about
plan-title_ladders = Who is told
plan-title_safety = My safety plan
plan-title_texts = In my own words

plan-goal_yes_no = { $title } · { $target } days a week
plan-goal_count_week = { $title } · { $target } a week
plan-goal_number = { $title } · up to { $target }
plan-goal_date = { $title } · by { $by }
plan-goal_none = { $title }
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
plan-living_alone = alone
plan-living_partner = with a partner
plan-living_family = with family
plan-living_friends = with friends
plan-living_sober_home = in a sober home
plan-living_no_fixed_place = no fixed place
plan-planstate_starter = a first plan
plan-planstate_draft = being made
plan-planstate_active = agreed by both

plan-part_empty = Nothing here yet.
plan-add = Add
plan-add_of = Suggest one
plan-thing = { $line }
plan-reword = Say it differently
plan-up = Move up
plan-out = Take out
plan-hold = Let it rest
plan-go_on = Go on with it
plan-met = I have done it
plan-check = Look at it
plan-log = Log today
plan-stepped = The step is done
plan-step = Write the next step
plan-undo = Undo
plan-text = Write: { $title }
plan-leave_out = Leave this out
plan-which_domain = Which part of your life is it about?

plan-ask_triggers = What can set it off? A time, a place, a feeling, a person.
plan-ask_skills = What helps you when it comes close? Something you can really do.
plan-ask_own_signs = How do you or others notice that it gets harder? Something small and early.
plan-ask_conditions = What has a doctor given a name to? Only what you know yourself.
plan-ask_goals = How would you say this goal now?
plan-ask_contacts = What is their name?
plan-ask_medicines = What is it called?
plan-ask_modalities = How often?
plan-ask_appointments = What do you call it?
plan-ask_milestones = What shall I say to you that day?
plan-ask_refusal_line = How do you say no? A line you could really say.
plan-ask_urge_plan = What will you do when an urge comes? Step by step.
plan-ask_lapse_plan = What will you do after a lapse? Whom do you call first?
plan-ask_step = Which small step comes next?

plan-saved = Done. Your plan is now version { $version }.
plan-nothing = All right, it stays as it was.
plan-gone = That one is not in your plan any more.
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
plan-by_bot = by itself
plan-difference_added = + { $title }: { $after }
plan-difference_removed = − { $title }: { $before }
plan-difference_changed = { $title }: { $before } → { $after }
plan-difference_moved = { $title }, new order: { $after }

plan-step_taken = Well done. That step counts.
plan-goal_is_met = You did it: { $title }. That is yours now.

suggestion-notice = There is something to look at together. No hurry.
    .open = Open
suggestion-from_counselor = { $name } suggests a change to your plan:
suggestion-from_client = { $name } would like to change the plan:
suggestion-agree = Agree
suggestion-no = Not now
suggestion-talk = Talk about it
suggestion-sent = I pass it on. Nothing changes before you have both agreed.
suggestion-agreed = Agreed. Your plan is now version { $version }.
suggestion-waits = Thank you. It holds as soon as { $name } agrees too.
suggestion-waits_nobody = Thank you. It holds as soon as your counselor agrees too.
suggestion-declined = All right. I leave it, and do not ask again for a month.
suggestion-to_talk = Good. I noted it for your next talk.
suggestion-is_talk = One of you would like to talk about this first.
suggestion-is_agreed = You have both agreed on this.
suggestion-is_declined = This was left for now.
suggestion-is_withdrawn = The plan changed meanwhile, so this was let go.
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
suggestion-aftercare = Here is your plan for the time after. It holds as soon as you and your counselor say yes:
plan-to_talk_about = to talk about

first_plan-sign_sleep = I sleep badly for days
first_plan-sign_mood = I see everything in gray
first_plan-sign_alone = I stay alone for days
plan-begin = Make my first plan
plan-ask_intake = First questions
plan-ask_discharge = Discharge
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
