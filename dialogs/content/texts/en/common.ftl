# Words that all dialogs share.

## Answers in a line, in recaps and under answered questions
answer-line = { $name }: { $value }
answer-skipped = skipped
answer-declined = rather not say
answer-expired = no answer
answer-none = none of these
answers-to-change = Which answer would you like to change?
answers-dropped = With that change these answers no longer apply, so I let them go: { $names }.
unit-hours =
    { $n ->
        [one] { $n } hour
       *[other] { $n } hours
    }

## Buttons
button-yes = Yes
button-no = No
button-done = Done
button-fix = Fix something
button-enough = I am done now
button-other = Something else
control-skip = Skip
control-decline = Rather not say
control-back = Back
control-postpone = Later
control-short = Short version

## The ends of a scale that comes from the plan
item-scale =
    .low = not at all
    .high = very much

## When a reply does not fit
rejected-scale = I did not get that. Please tap a number, or type one from { $low } to { $high }.
rejected-range = That number is outside the scale. Please choose one from { $low } to { $high }.
rejected-whole = A whole number, please, from { $low } to { $high }.
rejected-number = I did not get that. Please type a number from { $low } to { $high }.
rejected-choice = I did not get that. Please tap one of the buttons, or type what it says.
rejected-safety = I am here. I am a program, and I cannot talk this through with you. A person can: please tap what fits best.
rejected-words = That came through empty. Please type a few words, or tap Skip.
rejected-long = That is a bit long for me. Please keep it under { $limit } characters.
rejected-time = I did not get the time. Please write it like 20:30 or 8:30 pm.
rejected-date = I did not get the date. Please write it like 2026-05-01.
rejected-contact = Please type a name, and a phone number if you have one.
rejected-wait = I am still with you. Tap the button when you are done, or take all the time there is.
rejected-recap = Tap the first button if all is right, or "Fix something" to change an answer.
rejected-skip = I do need an answer here to go on. You can also type "stop".
rejected-decline = I do need an answer here to go on. You can also type "stop".
rejected-back = There is nothing to go back to here.
rejected-postpone = We are in the middle of it already. Answer what you like and skip the rest.
rejected-short = We are in the middle of it already. Answer what you like and skip the rest.

## What people type, small letters, with commas between
words-numbers = zero, one, two, three, four, five, six, seven, eight, nine, ten
words-out_of = out of, of
words-yes = yes, y, yeah, yep, yup, yea, sure, ok, okay, i did, 👍
words-no = no, n, nope, nah, i did not, i didnt, 👎
words-done = done, ready, finished, all good, im done
words-fix = fix, change, edit, correct
words-skip = skip, pass, next
words-decline = rather not say, prefer not to say, no comment
words-back = back, go back, previous
words-stop = stop, quit, cancel, exit
words-postpone = later, not now
words-short = short, short version

# What this language is called in itself.
language-name = English
