# One good thing; the journal; what somebody thinks of the bot.

gratitude-good_thing = One good thing from today? It can be as small as a warm cup. Tap one, or type your own.
    .short = A good thing
    .got_up = I got up
    .someone_kind = Someone was kind
    .ate_well = I ate something good
    .was_outside = I was outside
    .laughed = I laughed
    .still_here = I am still here
gratitude-kept = That one is yours to keep. I put it with your good things.
gratitude-no_need = That is fine. Some days have none in sight, and that is a day too.

journal-entry = This page is yours. Write whatever you like. Only you can read it, unless you share it next.

    One exception: if your words sound like danger, I ask you about it, and someone may be told.
    .short = Journal
journal-share = Thank you. Shall I keep this for you alone, or show it to your counselor?
    .short = Who reads it
    .keep = Keep it for me
    .share = Show my counselor
journal-kept = Kept for you alone.
journal-shared = Good. I pass it on.
journal-no_need = An empty page is fine. It will be here another time.

feedback-what = What do you think of me? What helps, what is missing, what is wrong? It goes to the people who run me, not into your record.
    .short = About the bot
feedback-with_name = May they see that it comes from you?
    .short = My name
    .with_name = Yes, with my name
    .without_name = No, without it
feedback-thanks = Thank you. A person will read it.
feedback-no_need = All right. You can tell me any time.
