# What counselors, sponsors and admins read when somebody is needed.
# The page itself is neutral: it may light up a lock screen. Facts come after a tap.

alerts-page = Someone you look after needs you. Alert { $number }.
    .open = Open
    .take = I'm on it
alerts-page_again = Nobody has taken alert { $number } yet. Can you?
alerts-page_repeat = (repeat) { $text }
alerts-taken_by_other = { $name } is on it. Alert { $number }. Nothing more to do.
alerts-taken_by_you = You have alert { $number }. { $client } has been told that you are on it.
    .reached_safe = Reached, safe
    .reached_needs_more = Reached, needs more
    .could_not_reach = Could not reach
    .not_needed = Not needed
    .pass_on = Pass on
alerts-new_word = There is a new word on alert { $number }.
alerts-answer_changed = An answer behind alert { $number } was changed later. It stays open until someone has talked with them.
alerts-withdrawn = Alert { $number } is taken back: the answer behind it was changed. Nothing to do.
alerts-was_withdrawn = Alert { $number } was taken back.
alerts-was_yours = You had alert { $number }.
alerts-already_taken = { $name } took this already. Thank you for being quick.
alerts-theirs_to_close = { $name } has this one now and will say how it went. Thank you.
alerts-gone_on = This one has gone on already. Nothing more to do.
alerts-passed_on = Passed on. The next person is being told now.
alerts-nobody_left_to_pass = There is nobody after you on this list. It stays with you and is sent again until somebody takes it.
alerts-resolved = Alert { $number } is closed: { $outcome }. Thank you.
alerts-reminder = Alert { $number } is still yours. How did it go?
alerts-back_on_ladder = No word on alert { $number }, so the next person is being asked.
alerts-nobody_answered = Nobody answered alert { $number }. Everyone on the list was asked several times. Please step in.
alerts-nobody_on_ladder = Alert { $number } has nobody who can be told. Please step in and check who is on the list.
alerts-today = Alert { $number } for your day. No rush in the next minutes.
    .open = Open
alerts-today_several = { $count } alerts for your day: { $numbers }. No rush in the next minutes.
alerts-several = { $count } alerts wait for you: { $numbers }.
alerts-of_long_ago = Alert { $number } is from { $date } and still open. I was not running since. Nobody is being woken for it now. Please look who should see it.
alerts-stopped = A part of me has not run for { $minutes } minutes: { $part }. Alerts may be late or missing. Please look now.
alerts-runs_again = A part of me runs again: { $part }.

alerts-card = Alert { $number } · { $client }
    { $tier ->
        [now] Needs somebody now
        [today] For today
       *[digest] For your next look
    }, since { $since }

    { $why }{ $said }

    { $state ->
        [taken] { $taker } is on it.
        [resolved] Closed: { $outcome }.
        [unanswered] Nobody has answered yet.
       *[raised] Nobody has taken it yet.
    }
alerts-card_again = Again, { $when }:
alerts-card_between = ({ $count } more in between)
alerts-card_sponsor = Alert { $number } · { $client }
    { $client } could use you now, and chose you to be asked.

    A call is best. You do not need to fix anything: being there is enough.

    { $state ->
        [taken] { $taker } is on it.
        [resolved] This one is closed. Thank you.
        [unanswered] Nobody has answered yet.
       *[raised] Nobody has taken it yet.
    }

alerts-outcome_reached_safe = reached, safe
alerts-outcome_reached_needs_more = reached, needs more
alerts-outcome_could_not_reach = could not reach
alerts-outcome_not_needed = not needed
alerts-outcome_withdrawn = taken back, because another one says more or an answer was changed


# Why: one line for each answer behind a sign, in what the client said.
alerts-why_use = use: { $answer ->
        [yes] yes
       *[other] { $answer }
    }
alerts-why_safe_now = safe right now: { $answer ->
        [no] no
        [not_sure] not sure
        [tell_now] asked for somebody now
        [none_given] no answer
       *[other] yes
    }
alerts-why_safe_place = somewhere safe: { $answer ->
        [no] no
        [not_sure] not sure
        [none_given] no answer
       *[other] yes
    }
alerts-why_safe_home = safe from harm at home: { $answer ->
        [no] no
        [not_sure] not sure
        [none_given] no answer
       *[other] yes
    }
alerts-why_intake_dark_thoughts = told of thoughts of not wanting to live: { $answer ->
        [now] now, too
       *[other] at times
    }
alerts-why_medicine_effect = side effect: { $answer ->
        [breath] hard to breathe
        [dark_thoughts] dark thoughts
       *[other] more than one, hard breath or dark thoughts among them
    }
alerts-why_intake_home_safe = does not feel safe at home
alerts-why_know_today = asked that someone knows today
alerts-why_safe_after_use = told of use; safe right now: { $answer ->
        [no] no
        [not_sure] not sure
        [none_given] no answer
       *[other] yes
    }
alerts-why_actions = told of having hurt themselves
alerts-why_urge_use = urge to use { $value } of 5
alerts-why_urge_use_usual = urge to use { $value } of 5, usually { $usual }
alerts-why_urge_harm = urge to hurt themselves { $value } of 5
alerts-why_urge_harm_usual = urge to hurt themselves { $value } of 5, usually { $usual }
alerts-why_craving = craving { $value }
alerts-why_craving_usual = craving { $value }, usually { $usual }
alerts-why_craving_after = craving { $value } after trying a skill
alerts-why_craving_after_usual = craving { $value } after trying a skill, usually { $usual }
alerts-why_craving_days = craving of 7 or more on { $count } of { $days } days
alerts-why_own_sign = one of their own signs
alerts-why_own_signs = { $count } of their { $of } own signs in { $days } days
alerts-why_missed = { $count } check-ins in a row without an answer
alerts-why_medicine = medicine: { $answer ->
        [not_taken] not taken
        [side_effect] a side effect
       *[other] { $answer }
    }
alerts-why_words = wrote: “{ $words }” ({ $rule })
alerts-why_words_context = { $because ->
        [lessens] the rules took it for a question, because of { $context ->
            [negation] a "not" before it
            [past] words about the past
            [third_person] words about somebody else
            [question] words of a question
            [quotation] words about a film, a song or a game
           *[joke] words of a joke
        }
        [elsewhere] considered, not applied: { $context ->
            [negation] a "not"
            [past] words about the past
            [third_person] words about somebody else
            [question] words of a question
            [quotation] words about a film, a song or a game
           *[joke] words of a joke
        } that stands elsewhere
       *[holds] considered, not applied: { $context ->
            [negation] a "not"
            [past] words about the past
            [third_person] words about somebody else
            [question] words of a question
            [quotation] words about a film, a song or a game
           *[joke] words of a joke
        }, as this rule holds all the same
    }
alerts-why_asked = asked straight out: { $answer ->
        [no] no
        [thoughts] thoughts of ending their life, or danger
        [danger] in danger now
        [talk] wants to talk to someone
       *[none_given] no answer
    }
alerts-why_asked_gently = asked whether to talk: { $answer ->
        [talk] wants to talk to someone
        [no] no
       *[none_given] no answer
    }
alerts-why_asked_often = said "no" { $count } times in { $days } days, when asked because of what they wrote
alerts-why_forwarded = the message was forwarded: somebody else wrote it first
alerts-why_private_words = wrote something to themselves alone that must not be passed over
alerts-why_was_changed = { $line } (changed later)
alerts-why_sos = called for help, and something in me broke before I could ask more
alerts-why_supporter = told by a supporter: { $about ->
        [suicide_selfharm] words about suicide or self-harm
        [overdose_medical] words about an overdose or a medical emergency
        [violence_abuse] words about violence
        [withdrawal] words about dangerous withdrawal
       *[other] words that alarm
    }{ $sure ->
        [yes] .
       *[no] . They did not say whom they mean: it may be about themselves.
    }

# What the client is told. Honest, never silent.
alerts-client_told = I have told { $name }. You will hear here as soon as someone has it. Waiting is hard: /sos has people you can call this minute.
alerts-client_asked = I have asked { $name } to get in touch with you. You will hear here as soon as someone has it. /sos has people you can call this minute.
alerts-client_told_nobody = I could not find anyone to tell right now. Please do not wait for me: /sos has people and numbers you can call this minute.
alerts-client_taken = { $name } has this and will be in touch.
alerts-client_not_reached = { $name } tried to reach you and could not. If you still need someone, please do not wait: /sos has people to call, and there you can ask me to tell your team again.
alerts-client_climbed = I have not heard back yet, so I am asking { $name } too. /sos has numbers that answer now.
alerts-client_nobody = Nobody has answered me, and I have no one left to ask. I am sorry. Please call someone now: /sos has the numbers.

# What many days say together: “≥ 7” stands in { $bound }.
alerts-why_standing_use = use on { $count } of the last { $days } days
alerts-why_standing_craving = craving { $bound } on { $count } of the last { $days } days
alerts-why_standing_confidence = confidence { $bound } on { $count } of the last { $days } days
alerts-why_standing_mood = mood { $bound } on { $count } of the last { $days } days
alerts-why_standing_sleep = sleep { $bound } on { $count } of the last { $days } days
alerts-why_standing_other = { $item } { $bound } on { $count } of the last { $days } days
alerts-why_change_use = use lately around { $now }, usually around { $usual }
alerts-why_change_craving = craving lately around { $now }, usually around { $usual }
alerts-why_change_confidence = confidence lately around { $now }, usually around { $usual }
alerts-why_change_mood = mood lately around { $now }, usually around { $usual }
alerts-why_change_sleep = sleep lately around { $now }, usually around { $usual }
alerts-why_change_other = { $item } lately around { $now }, usually around { $usual }
alerts-why_fewer_answers = answered on { $answered } of the last { $of } days, usually { $usual }

# Said to a client whose words may be an emergency, before the direct question.
alerts-told_today = I leave your team a note about these words, to be read in their next working hours, whatever you answer now. It is no emergency call.
