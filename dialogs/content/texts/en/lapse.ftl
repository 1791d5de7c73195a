# After use. No blame, no counting; safety first, then one choice.

lapse-thanks = Thank you for telling me. That took courage. One day does not undo what you have built.
lapse-safe_now =
    First things first: are you safe right now? Say no if one of these is so:

    • very sleepy, slow breath, blue or grey lips
    • shaking, fever, a fit, seeing things
    • alone with more of it, or about to drive
    • thoughts of dying or of hurting yourself

    If you answer "no" or "not sure", a person from your team is told. The same goes if you skip this or stay silent for 10 minutes.
    .short = Safe now
    .yes = Yes, I am safe
    .no = No
    .not_sure = Not sure
lapse-care =
    Thank you for telling me. You do not have to carry this alone.

    Slow breath, or hard to wake? Then do not wait for anyone: /sos has the emergency number.

## What comes after the safety question
# needs-review: what is said of lost tolerance after weeks without opioids
lapse_next-tolerance =
    One thing to know. After weeks without opioids your body can take far less, and the old amount can kill.

    If there is any chance of more today: not alone, and with naloxone close by.
lapse_next-next_thing = What would help you most right now?
    .short = Right now
    .talk = Talk to someone
    .plan = Look at my plan
    .rest = Rest
lapse_next-talk_to =
    You put this person on your list:

    { $person }

    A few words are enough: “Can you call me?”
lapse_next-talk = Think of one person who would want to know, and write to them: “Can you call me?” That is enough. Your counselor can be that person.
lapse_next-plan_skill = In your plan, this helps you first: { $first_skill }. /now goes through it with you, and /plan shows the rest.
lapse_next-plan = /plan shows what you wrote down for days like this. /now helps you through the next minutes.
lapse_next-rest = Then rest. Some water, something to eat, a place to lie down. If you can, let someone be near you while you sleep.
lapse_next-told = As you agreed, { $told } will know about this.
lapse_next-told_nobody = You have named nobody who should hear of a day like this. If you want someone to know, /people shows who is with you.
lapse_next-stays = I will ask how you are tomorrow, and again two days after that. Every good day you have had still counts.

## A day later, and three days later
lapse_follow_up-how = Hello again. How are you today?
    .short = Today
    .low = very low
    .high = very well
lapse_follow_up-safe_now =
    And are you safe right now?

    If you answer "no" or "not sure", a person from your team is told. The same goes if you skip this or stay silent for 10 minutes.
    .short = Safe now
    .yes = Yes, I am safe
    .no = No
    .not_sure = Not sure
lapse_follow_up-care =
    Thank you for telling me. You do not have to carry this alone. Tap /sos to see who you can call right now.

    The other questions can wait.
lapse_follow_up-situation = One question about that moment, not about you: what was going on just before? A place, the time, who was there. Tap one, or type it.
    .short = Just before
lapse_follow_up-plan_change = Could one small change in your plan make such a moment easier? You would look at it together with your counselor.
    .short = Change the plan
    .yes = Yes, let us look
    .not_now = Not now
lapse_follow_up-idea = What might help next time? Tap one, or a few words of your own.
    .short = My idea
    .call_sooner = Call someone sooner
    .another_way = Take another way home
    .more_contact = More check-ins
    .less_money = Less money on me
    .talk_first = I want to talk first
lapse_follow_up-recap = Thank you for looking at it with me. Here is what you told me:
    .done = That is right
