# How important, how sure, how ready.

rulers-importance = Three short questions about your plan. How important is it to you to stick to it?
    .short = Important
    .low = not important
    .high = nothing matters more
rulers-confidence = How sure are you that you can?
    .short = Sure
    .low = not sure at all
    .high = very sure
rulers-readiness = And how ready are you to do something for it this week?
    .short = Ready
    .low = not ready
    .high = ready now
rulers-which = Would you like to look at one of them more closely?
    .short = A closer look
    .importance = How important it is
    .confidence = How sure I am
    .readiness = How ready I am
    .none = Not now

## How important
rulers-importance_lower = You said { $importance } for how important it is. Why not a lower number? What makes it matter to you?
    .short = Why it matters
    .my_health = My health
    .my_people = The people I love
    .my_work = My work
    .my_money = Money
    .peace = Some peace of mind
    .own_reasons = I owe it to myself
rulers-importance_raise = What would make it matter even more?
    .short = Would raise it
    .see_gains = To see that it pays off
    .remember_cost = To recall what it cost
    .hear_others = To hear how others did it
    .not_now = I do not know yet
rulers-importance_idea = Some people write two short lists: what it gives me, and what it costs me. They carry the first one with them. It may fit you, or not.

## How sure
rulers-confidence_lower = You said { $confidence } for how sure you are. Why not a lower number? What makes you as sure as that?
    .short = Why I can
    .did_it_before = I did it before
    .my_people = I have people with me
    .my_skills = I know what helps me
    .my_plan = I have a plan
    .stubborn = I do not give up easily
rulers-confidence_raise = What would raise it by one?
    .short = Would raise it
    .smaller_step = A smaller step
    .someone_with_me = Someone with me
    .more_practice = More practice
    .fewer_triggers = Fewer hard places
rulers-confidence_idea = Some people make the next step smaller, until they are sure of it: seven of ten is enough. It may fit you, or not.

## How ready
rulers-readiness_lower = You said { $readiness } for how ready you are. Why not a lower number? What makes you as ready as that?
    .short = Why I am ready
    .begun_already = I have begun already
    .tired_of_it = I am tired of the old way
    .good_time = It is a good time
    .someone_helps = Someone helps me
rulers-readiness_raise = What would raise it by one?
    .short = Would raise it
    .more_time = More time
    .clear_step = To know the next step
    .less_stress = Less stress
    .support = Someone beside me
rulers-readiness_idea = Some people pick a day and one small thing for it, and tell it to someone. Not yet is a fair answer too. It may fit you, or not.

rulers-wants_idea = Thank you. May I tell you what has helped some other people?
    .short = An idea
    .yes = Yes, tell me
    .no = No, thanks
rulers-recap = Here is what you told me:
    .done = All good
