# The direct question after the crisis card.

sos-safe_now =
    Are you safe right now?

    If you answer "no" or "not sure", a person from your team is told. The same goes if you skip this or stay silent for 10 minutes.
    .short = Safe now
    .yes = Yes, I am safe
    .tell_now = Tell my team now
    .no = No
    .not_sure = Not sure
