# The evening check-in.

daily_checkin-use = Did you drink or use today? Any answer is fine here.
    .short = Used today
daily_checkin-thanks = Thank you for saying so. That takes courage, and it helps. One day does not undo what you have built.
daily_checkin-safe_now =
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
daily_checkin-care =
    Thank you for telling me. You do not have to carry this alone.

    Slow breath, or hard to wake? Then do not wait for anyone: /sos has the emergency number.
daily_checkin-craving = How strong was the craving today, at its worst?
    .short = Craving
    .low = none at all
    .high = as strong as it gets
daily_checkin-safe_place =
    That is a strong one. Are you somewhere safe right now?

    If you answer "no" or "not sure", a person from your team is told. The same goes if you skip this or stay silent for 10 minutes.
    .short = Somewhere safe
    .yes = Yes
    .no = No
    .not_sure = Not sure
daily_checkin-care_place = Thank you for telling me. You do not have to be alone with this. Tap /sos to see who you can call right now.
daily_checkin-mood = How was your mood today?
    .short = Mood
    .low = very low
    .high = very good
daily_checkin-sleep = How well did you sleep last night?
    .short = Sleep
    .low = very badly
    .high = very well
daily_checkin-medicine = Did you take your medicine today ({ $medicine })?
    .short = Medicine
    .taken = Yes, taken
    .not_taken = Not taken
    .later = Will take it later
    .side_effect = Had a side effect
daily_checkin-confidence = How sure are you that you can stick to your plan tomorrow?
    .short = Confidence
    .low = not sure at all
    .high = very sure
daily_checkin-know_today = That sounds like a hard day. Should someone on your team know today, or can it wait?
    .short = Someone should know
    .today = Today, please
    .can_wait = It can wait
daily_checkin-will_know = All right, I pass it on. Your team hears it as soon as someone is at work.
daily_checkin-recap_hard = Thank you for telling me all this. Here is what you said:
    .done = That is right
daily_checkin-recap = Here is what you told me:
    .done = All good
