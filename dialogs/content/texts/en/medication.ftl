# Medicine. No word about doses, ever.

medication-names = Your medicine: { $medicine }
medication-well_done = Good. That is one thing done for today.
medication-ask_again = All right. I ask once more in about two hours.
medication-reason = Thank you for saying so. What was it?
    .short = Reason
    .forgot = I forgot
    .ran_out = It ran out
    .felt_unwell = I felt unwell
    .did_not_want = I did not want to
    .other = Something else
medication-effect = I am sorry. What do you notice? Tick all that fit.
    .short = Side effect
    .stomach = Stomach
    .head = Headache or dizzy
    .sleepy = Very sleepy
    .skin = Skin or itching
    .mood = Mood or sleep
    .breath = Hard to breathe, swelling
    .dark_thoughts = Dark thoughts
medication-safe_now =
    That needs a human to look at it. Are you safe right now? If breathing is hard, call the emergency number first: /sos has it.

    If you answer "no" or "not sure", a person from your team is told. The same goes if you skip this or stay silent for 10 minutes.
    .short = Safe now
    .yes = Yes, I am safe
    .no = No
    .not_sure = Not sure
medication-care = Thank you for telling me. You do not have to be alone with this. Tap /sos for the emergency number and your people.
medication-effect_words = Anything to add? Since when, how strong?
    .short = In my words
medication-counselor_told = { $counselor } will see this. I cannot advise on medicine, but your doctor, nurse or pharmacist can. You can call them today.
medication-team_told = Your care team will see this. I cannot advise on medicine, but your doctor, nurse or pharmacist can. You can call them today.

medicine_log-well_done = { medication-well_done }
medicine_log-reason = { medication-reason }
    .short = { medication-reason.short }
    .forgot = { medication-reason.forgot }
    .ran_out = { medication-reason.ran_out }
    .felt_unwell = { medication-reason.felt_unwell }
    .did_not_want = { medication-reason.did_not_want }
    .other = { medication-reason.other }
medicine_log-counselor_told = { medication-counselor_told }
medicine_log-team_told = { medication-team_told }
