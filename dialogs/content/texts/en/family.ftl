# What family members and sponsors read. The notice is neutral; the news comes after a tap.

family-notice = There is something for you here.
    .open = Open
family-milestone = { $client } wants you to know: { $milestone }
    { $client } chooses what you hear, and when.
family-silence = Some check-ins of { $client } went without an answer. That is all I know, and it says nothing about why. { $client } chose that I tell you.
family-gone = There is nothing new here right now. When there is, I write to you.

# After words that alarm. Who on the care team is told, a supporter does not learn.
family-crisis_told = Thank you. I am telling the care team of { $client } right now. If there is danger this minute, please call the emergency number above, and stay if that is safe for you.
family-crisis_nobody = I could not find anyone on the care team of { $client } to tell. Please do not wait for me: call the numbers above.
family-crisis_me = Thank you for telling me. I have told nobody about this. You matter too: please call one of the numbers above, or someone you trust. /sos shows them again.
family-heavy = That sounds like a lot to carry. I am a program, and nobody reads this chat. /sos shows people and numbers who answer, for you too.

# Below whatever is told: it goes no further.
family-yours_alone = This is for you alone. Please do not pass it on.
# needs-review: the notice of 42 CFR 2.32, where the law of the United States applies
family-law = 42 CFR part 2 prohibits unauthorized use or disclosure of these records.

# Once a week
family-week = A week of { $client }, as far as it is shared with you:
family-week_end = { $client } chooses what stands here. What is missing means nothing.
family-week_milestones = Good news: { $milestone }
family-week_presence = Checked in on { $days ->
    [one] one day
   *[other] { $days } days
}
family-week_goal_yes_no = “{ $title }”: done on { $done ->
    [one] one day
   *[other] { $done } days
}
family-week_goal_count_week = “{ $title }”: { $done ->
    [one] once
   *[other] { $done } times
}
family-week_goal_number = “{ $title }”: { $done } so far
family-week_mood = Mood: about { $about } of 10
family-week_cravings = Cravings: about { $about } of 10
family-week_use = Days without use: { $days }
family-week_medication = Medicine taken on { $days ->
    [one] one day
   *[other] { $days } days
}
family-week_plan = What helps in a hard moment: { $skills }

# What a supporter can do
family-you_support = You support { $client }.
family-do_look = News of { $client }
family-do_cheer = Send a kind word
family-do_call = Ask to call
family-do_more = Ask to hear more
family-do_cheer_for = Send a kind word · { $client }
family-do_call_for = Ask to call · { $client }
family-do_more_for = Ask to hear more · { $client }
family-do_learn = Read a short part
family-cheer = What would you like { $client } to read? It goes in your name.
family-cheer_1 = I am thinking of you.
family-cheer_2 = I am proud of you.
family-cheer_3 = One day at a time. I am here.
family-cheer_4 = Shall we take a walk this week?
family-cheered = Thank you. Kind words are passed on where they are welcome, and never in quiet hours.
family-cheer_enough = That is three for today. Tomorrow is another day.
family-call_asked = I asked { $client }. I tell you if a call is welcome.
family-call_enough = You have asked twice today. Tomorrow is another day.
family-call_yes = { $client } says: yes, please call.
family-call_no = { $client } says: not now. That says nothing about you.
family-call_me = { $client } would like a call from you, when you can.
    .now = I call now
    .later = Later today
    .cannot = I cannot today
family-call_thanks = Thank you. I let { $client } know.
family-asked_more = Thank you for asking. { $client } decides alone what to share. If there is something for you, I write.

# The short parts
family-lesson = A short read for you is here: part { $part } of 10.
    .open = Read it
    .stop = No more of these
family-lessons_stopped = No more of these come by themselves. /learn shows the next one when you like.
