# The diary card: feelings, urges, what you did, skills.

diary_card-sadness = Your diary card for today. Sadness, at its strongest?
    .short = Sadness
    .low = none
    .high = as strong as it gets
diary_card-fear = Fear or worry?
    .short = Fear
    .low = none
    .high = as strong as it gets
diary_card-anger = Anger?
    .short = Anger
    .low = none
    .high = as strong as it gets
diary_card-shame = Shame or guilt?
    .short = Shame
    .low = none
    .high = as strong as it gets
diary_card-joy = And joy? Small ones count.
    .short = Joy
    .low = none
    .high = a lot of it
diary_card-urge_use = How strong was the urge to drink or use today?
    .short = Urge to use
    .low = none
    .high = as strong as it gets
diary_card-safe_place =
    That is a strong one. Are you somewhere safe right now?

    If you answer "no" or "not sure", a person from your team is told. The same goes if you skip this or stay silent for 10 minutes.
    .short = Somewhere safe
    .yes = Yes
    .no = No
    .not_sure = Not sure
diary_card-urge_harm = How strong was the urge to hurt yourself today?
    .short = Urge to hurt myself
    .low = none
    .high = as strong as it gets
diary_card-safe_now =
    Thank you for telling me. Are you safe from it right now?

    If you answer "no" or "not sure", a person from your team is told. The same goes if you skip this or stay silent for 10 minutes.
    .short = Safe now
    .yes = Yes, I am safe
    .no = No
    .not_sure = Not sure
diary_card-actions = Did one of these happen today? Tick any, or just tap Done.
    .short = Happened
    .used = I drank or used
    .hurt_myself = I hurt myself
    .shouted = I lashed out
    .hid_away = I hid away
    .missed_it = I missed something
    .avoided = I put things off
diary_card-thanks_use = Thank you for telling me. That took courage. One day does not undo what you have built.
diary_card-safe_after_use =
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
diary_card-care_after_use =
    Thank you for telling me. You do not have to carry this alone.

    Slow breath, or hard to wake? Then do not wait for anyone: /sos has the emergency number.
diary_card-thanks_harm = Thank you for telling me. That took courage, and you do not have to explain it here.
diary_card-safe_after_harm =
    Are you safe right now? If you are badly hurt, call the emergency number first: /sos has it.

    If you answer "no" or "not sure", a person from your team is told. The same goes if you skip this or stay silent for 10 minutes.
    .short = Safe now
    .yes = Yes, I am safe
    .no = No
    .not_sure = Not sure
diary_card-will_know = I pass it on, so that you need not carry it alone. Your team hears it as soon as someone is at work.
diary_card-skills_used =
    How did it go with your skills today?

    1 = I thought of them, and did not want to
    2 = I wanted to, and did not
    3 = I tried, and could not
    4 = I tried, and it did not help
    5 = I tried, and it helped
    6 = They came by themselves, no help
    .short = Skills
    .low = I did not think of them
    .high = They came by themselves, and helped
diary_card-recap = Here is your card for today:
    .done = All good
diary_card-care = Thank you for telling me. You do not have to be alone with this. Tap /sos to see who you can call right now.
diary_card-recap_unsafe = The other questions can wait. Here is what you told me:
    .done = That is right
