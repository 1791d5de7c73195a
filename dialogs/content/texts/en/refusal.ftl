# Practicing to say no.

refusal-sure = Let us practice saying no. How sure are you that you could say it today, if someone offers you something?
    .short = Sure before
    .low = not sure at all
    .high = very sure
refusal-own_line =
    This is your line:

    { $refusal_line }
refusal-line = What would you say? Short is best, and you owe nobody a reason. Tap one, or type your own.
    .short = My line
    .no_thanks = No, thanks.
    .not_for_me = Not for me, thanks.
    .early_start = No, I start early tomorrow.
    .i_drive = No, I am driving.
    .doing_well = No, I am doing well without.
refusal-plain_line = Then take the plain one: “No, thanks.” It always fits.
refusal-aloud =
    Say it aloud, three times. Stand or sit tall, look straight ahead, keep your voice calm. Alone? All the better.

    40 seconds. I keep the time.
    .short = Aloud, 40 seconds
    .done = Next
refusal-they_insist = Now they say: “Oh come on, just one!” What do you say?
    .short = If they insist
    .same_again = The same words again
    .i_said_no = I said no. Leave it.
    .lets_talk = Let us talk about you.
    .leaving_now = I am leaving now.
refusal-aloud_again =
    Say that aloud too, a little slower than you want to. Then say no more.

    30 seconds.
    .short = Again, 30 seconds
    .done = Next
refusal-way_out = And what do you do right after it? Tap one, or type your own.
    .short = Right after
    .go_home = I go home
    .call_someone = I call someone
    .other_drink = I get a soft drink
    .fresh_air = I step outside
    .change_subject = I change the subject
refusal-see_it =
    Now play it through once, like a short film: the offer, your words, and you walking on.

    The last 40 seconds.
    .short = The film, 40 seconds
    .done = I am done now
refusal-sure_after = How sure are you now that you could say it?
    .short = Sure after
    .low = not sure at all
    .high = very sure
refusal-surer = From { $sure } to { $sure_after }. You have said it aloud now, and that makes the next time easier.
refusal-not_alone = Then today may be a day to stay away from offers, or to take someone along. That is a good plan too.
refusal-helped = Did the practice help?
    .short = Helped
    .yes = Yes
    .a_bit = A bit
    .no = No
refusal-another_day = Good to know. You and your counselor can practice it together, face to face.
