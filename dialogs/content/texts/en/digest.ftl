# The digest, and the figures of the week.

digest-ready = Your day is ready.
    .open = Open
digest-title = Your day, { $date }
    .hours = My hours
digest-line = { $name } · { $parts }
digest-nothing = Nothing new. All quiet.
digest-alerts = { $count ->
        [one] alert { $numbers }
       *[other] alerts { $numbers }
    }
digest-closed = alert { $number }, closed by { $name }: { $outcome }
digest-edits = { $count ->
        [one] changed their plan once
       *[other] changed their plan { $count } times
    }
digest-suggestions = { $count ->
        [one] one suggestion waits for you
       *[other] { $count } suggestions wait for you
    }
digest-expected = expected until { $until }: { $sign }
digest-missed = missed in a row: { $count }

figures-title = The last 7 days, rule by rule
figures-none = There is nothing to count yet.
figures-no_alerts = No alerts.
figures-line = • { $sign }: { $raised }, in time { $in_time }. Safe { $safe }, needs more { $more }, not reached { $unreached }, not needed { $not_needed }, taken back { $withdrawn }, open { $open }.
figures-now = Check-ins that paged someone at once: { $share }%. The aim is { $aim }% at most.
figures-useful = Of those pages, worth it: { $share }%. The aim is { $aim }% at least.

figures-sign_craving_unsafe = strong craving, not safe
figures-sign_use_danger = use, and in danger
figures-sign_unsafe = not safe
figures-sign_sos = asked for someone now
figures-sign_safety_unanswered = no answer on safety
figures-sign_home_unsafe = not safe at home
figures-sign_home_not_safe = home does not feel safe
figures-sign_told_by_supporter = told by someone close
figures-sign_use = use
figures-sign_self_harm = hurt themselves
figures-sign_craving_days = strong craving on more days
figures-sign_own_signs = their own signs
figures-sign_dark_thoughts = dark thoughts
figures-sign_asked_today = asked that someone knows today
figures-sign_missed = check-ins missed
figures-sign_urge_high = strong urge
figures-sign_craving_high = strong craving
figures-sign_medicine = medicine
figures-sign_words_suicide_selfharm = words on wanting to die
figures-sign_words_overdose_medical = words on an emergency
figures-sign_words_violence_abuse = words on being hurt
figures-sign_words_lapse = words on use
figures-sign_words_craving = words on craving
figures-sign_words_withdrawal = words on withdrawal
figures-sign_words_medication = words on medicine
figures-sign_words_hopeless = words without hope
figures-sign_standing = a hard stretch
figures-sign_change = away from their usual
figures-sign_fewer_answers = fewer answers
