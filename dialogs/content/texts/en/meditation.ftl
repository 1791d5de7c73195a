# Three quiet minutes.

meditation-tension = Three minutes for you. How tense are you right now?
    .short = Tension
    .low = not at all
    .high = as tense as it gets
meditation-settle =
    Sit or lie so that nothing hurts. Close your eyes between my messages, or keep them half open. If it ever feels bad, open them and stop.

    First part: just arrive. 30 seconds. I keep the time.
    .short = Arrive, 30 seconds
    .done = Next
meditation-breath =
    Find the spot where you feel your breath most: nose, chest or belly. Stay there, and let the breath come and go.

    60 seconds.
    .short = Breath, 60 seconds
    .done = Next
meditation-wandering =
    Your mind will wander. All minds do. Each time you notice, say “thinking” to yourself, and come back to the next breath.

    60 seconds.
    .short = Wandering, 60 seconds
    .done = Next
meditation-back_here =
    Now hear the sounds in the room. Feel what you sit on. Move your fingers and toes a little.

    The last 30 seconds.
    .short = Back here, 30 seconds
    .done = I am done now
meditation-tension_after = How tense are you now?
    .short = Tension after
    .low = not at all
    .high = as tense as it gets
meditation-lower = From { $tension } to { $tension_after }, in three minutes. You gave yourself that.
meditation-still_high = That is still a lot, and you stayed with it. You do not have to do the rest alone: /sos has people you can call.
meditation-helped = Did the quiet minutes help?
    .short = Helped
    .yes = Yes
    .a_bit = A bit
    .no = No
meditation-another_day = Good to know. Sitting still does not fit every day. Moving may be better then.
