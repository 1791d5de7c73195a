# A little movement.

movement-tension = How tense are you right now?
    .short = Tension
    .low = not at all
    .high = as tense as it gets
movement-ready = Five small moves, three minutes in all. Sit or stand, both work. Leave out whatever hurts.
movement-shake =
    Shake out your hands, then your arms. If you stand, your legs too. It may look silly.

    40 seconds. I keep the time.
    .short = Shake, 40 seconds
    .done = Next
movement-shoulders =
    Breathe in and lift your shoulders to your ears. Breathe out and let them drop. Again, slowly.

    40 seconds.
    .short = Shoulders, 40 seconds
    .done = Next
movement-reach =
    Reach up with one arm, as if to pick an apple. Then with the other. Breathe out each time you come down.

    40 seconds.
    .short = Reach, 40 seconds
    .done = Next
movement-lean =
    Lean forward a little, hands on your thighs, and let your head be heavy. Do you get dizzy? Then stay upright.

    40 seconds.
    .short = Lean, 40 seconds
    .done = Next
movement-still =
    Come up slowly. Be still, and feel how warm your hands are.

    The last 20 seconds.
    .short = Still, 20 seconds
    .done = I am done now
movement-tension_after = How tense are you now?
    .short = Tension after
    .low = not at all
    .high = as tense as it gets
movement-lower = From { $tension } to { $tension_after }. Your body did that for you.
movement-still_high = That is still a lot, and you kept going. You do not have to do the rest alone: /sos has people you can call.
movement-helped = Did moving help?
    .short = Helped
    .yes = Yes
    .a_bit = A bit
    .no = No
movement-another_day = Good to know. Not every exercise fits every day, and there are others.
