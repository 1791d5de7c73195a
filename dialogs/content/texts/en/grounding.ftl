# Back to here and now, by the five senses.

grounding-tension = How tense or far away do you feel right now?
    .short = Tension
    .low = calm and here
    .high = as tense as it gets
grounding-feet =
    Put both feet on the floor and press down a little. The floor holds you.

    20 seconds. Then we go through the five senses.
    .short = Feet, 20 seconds
    .done = Next
grounding-see = Look around. Which five things can you see? Type them, or count them and tap.
    .short = See
    .found = I found five
    .some = I found some
grounding-touch = Now touch. Which four things can you feel? Your chair, your sleeve, the air on your skin.
    .short = Touch
    .found = I found four
    .some = I found some
grounding-hear = Listen. Which three things can you hear, near or far away?
    .short = Hear
    .found = I found three
    .some = I found some
grounding-smell = Which two things can you smell? If there is nothing, think of a smell you like.
    .short = Smell
    .found = I found two
    .some = I found one
grounding-taste = Last one: one thing you can taste. A sip of water counts.
    .short = Taste
    .found = I found one
grounding-here =
    You are here, and it is now. Feel your feet once more, and let one slow breath follow the other.

    30 seconds.
    .short = Here, 30 seconds
    .done = I am done now
grounding-tension_after = How tense or far away do you feel now?
    .short = Tension after
    .low = calm and here
    .high = as tense as it gets
grounding-lower = From { $tension } to { $tension_after }. You brought yourself back here.
grounding-still_high = That is still a lot, and you stayed with it. You do not have to do the rest alone: /sos has people you can call.
grounding-helped = Did going through the senses help?
    .short = Helped
    .yes = Yes
    .a_bit = A bit
    .no = No
grounding-another_day = Good to know. Not every exercise fits every day, and there are others.
