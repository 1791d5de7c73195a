# What is asked after words that may mean danger.

asked-danger =
    What you wrote makes me ask straight out. Are you thinking of ending your life, or are you or someone with you in danger?

    "No" closes this. For any other answer, and if I hear nothing for 10 minutes, a person from your team is told.
    .short = In danger
    .no = No
    .thoughts = Yes, thoughts
    .danger = Yes, in danger now
    .talk = Talk to someone
asked-said_no = Thank you for answering. I ask straight out because you matter. For a hard moment there is /now, and /sos has people at once.
