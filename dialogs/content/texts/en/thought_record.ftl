# One moment, one thought, seen from both sides.

thought_record-hello =
    One moment, one thought, and a look at it from both sides. It takes about five minutes. Only you can read it, unless you show it at the end.

    One exception: if your words sound like danger, I ask you about it, and someone may be told.
thought_record-situation = What happened? Where were you, and what was going on? A few words are enough.
    .short = What happened
thought_record-mood = How did you feel in that moment? Type a number from 0 to 100: 0 is as bad as it gets, 100 is very good.
    .short = Mood then
thought_record-thought = What went through your mind? Pick the one thought that hurt or pulled the most.
    .short = The thought
thought_record-speaks_for = What speaks for this thought? Only facts: what a camera would have seen.
    .short = For it
thought_record-speaks_against = And what speaks against it? What would a good friend say to you?
    .short = Against it
thought_record-balanced = Now one fair sentence that has room for both sides. What would you write?
    .short = A fair sentence
thought_record-mood_after = Read that sentence once more. How do you feel now? Again from 0, as bad as it gets, to 100, very good.
    .short = Mood now
thought_record-lifted = From { $mood } to { $mood_after }. The moment is the same. You looked at all of it.
thought_record-still_low = That is very low, and you wrote it down all the same. You do not have to carry it alone: /sos has people you can call.
thought_record-helped = Did it help to write it down?
    .short = Helped
    .yes = Yes
    .a_bit = A bit
    .no = No
thought_record-share = Shall I keep this for you alone, or may your counselor read it?
    .short = Who reads it
    .keep = Keep it for me
    .share = Show my counselor
thought_record-recap = Here is your page:
    .done = All good
thought_record-kept = Kept for you alone.
thought_record-shared = Good. I pass it on.
