# Riding an urge like a wave.

urge_surfing-notice = An urge is like a wave: it rises, it peaks, it falls. You need not fight it, and you need not do what it says.
urge_surfing-locate = Where in your body do you feel it most?
    .short = Felt in
    .head = Head
    .throat = Throat
    .chest = Chest
    .belly = Belly
    .hands = Hands
    .all_over = All over
    .hard_to_say = Hard to say
urge_surfing-craving = How strong is it there, right now?
    .short = Craving
    .low = none at all
    .high = as strong as it gets
urge_surfing-safe_place =
    That is a strong one. Are you somewhere safe right now?

    If you answer "no" or "not sure", a person from your team is told. The same goes if you skip this or stay silent for 10 minutes.
    .short = Somewhere safe
    .yes = Yes
    .no = No
    .not_sure = Not sure
urge_surfing-care = Thank you for telling me. You do not have to be alone with this. Tap /sos to see who you can call right now. Until someone is with you, let us slow your breath.
urge_surfing-breathe =
    Breathe into that spot: softly in, and a long breath out. You do not have to make it go away.

    60 seconds. I keep the time.
    .short = Breathing, 60 seconds
    .done = Next
urge_surfing-rises =
    Now watch the urge like someone on the shore. Is it hot or cold, sharp or dull? It may grow before it falls.

    90 seconds. All you do is watch.
    .short = Watching, 90 seconds
    .done = Next
urge_surfing-peaks =
    You are on the wave now. Say to yourself: “This is an urge. I feel it, and it will pass.”

    90 seconds. Too much? /sos is always there.
    .short = The peak, 90 seconds
    .done = Next
urge_surfing-falls =
    Look again: what is different, even a little? Let your hands and your jaw go soft.

    The last 60 seconds.
    .short = The fall, 60 seconds
    .done = I am done now
urge_surfing-craving_after = How strong is it now?
    .short = Craving after
    .low = none at all
    .high = as strong as it gets
urge_surfing-safe_still =
    It is still strong, and you are still here. Are you somewhere safe right now?

    If you answer "no" or "not sure", a person from your team is told. The same goes if you skip this or stay silent for 10 minutes.
    .short = Somewhere safe
    .yes = Yes
    .no = No
    .not_sure = Not sure
urge_surfing-care_still = Thank you for telling me. You do not have to be alone with this. Tap /sos to see who you can call right now.
urge_surfing-lower = From { $craving } to { $craving_after }. You did not act on it, and it fell. That is how waves go.
urge_surfing-helped = Did riding it out help?
    .short = Helped
    .yes = Yes
    .a_bit = A bit
    .no = No
urge_surfing-another_day = Good to know. You stayed with it all the same. Some waves need more than one ride, and some need a person: /sos.
