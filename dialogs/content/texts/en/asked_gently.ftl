# What is asked after words about use, a craving or a medicine.

asked_gently-help =
    Thank you for saying this. It is not easy to write. Would it help to talk to someone from your team now?
    .short = Talk to someone
    .no = No, not now
    .talk = Talk to someone
