# Slow breathing, in rounds.

breathing-tension = How tense are you right now?
    .short = Tension
    .low = not at all
    .high = as tense as it gets
breathing-another = That was one round. Would you like another?
    .short = Another round
    .once_more = One more
    .enough = That is enough
breathing-tension_after = How tense are you now?
    .short = Tension after
    .low = not at all
    .high = as tense as it gets
breathing-lower = From { $tension } to { $tension_after }. You did that with your own breath.
breathing-still_high = That is still a lot, and you stayed with it. You do not have to do the rest alone: /sos has people you can call.
breathing-helped = Did the breathing help?
    .short = Helped
    .yes = Yes
    .a_bit = A bit
    .no = No
breathing-another_day = Good to know. Not every exercise fits every day, and there are others.

## One round
breathing_round-slowly =
    Breathe in through your nose: 1, 2, 3, 4.
    Breathe out, slower: 1, 2, 3, 4, 5, 6.

    Go on like that for 40 seconds. I keep the time. Do you feel dizzy? Then breathe as you like.
    .short = In and out, 40 seconds
    .done = Next
breathing_round-longer_out =
    Good. Let your shoulders sink. Let each breath out last a little longer, as if through a straw.

    40 seconds more.
    .short = Longer out, 40 seconds
    .done = I am done now
