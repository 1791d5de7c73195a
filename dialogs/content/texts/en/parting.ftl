# A sponsor or family member wants to stop.

parting-client = Whom is it about?
    .short = About
parting-how =
    Would you like a break from { $client }'s messages, or to stop them for good? Both are fine.

    I tell { $client }, kindly. Nothing changes until you tap.
    .short = Messages
    .stay = Keep them
    .pause = A week's break
    .leave = Stop them
