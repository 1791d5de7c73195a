# What is asked after words about use, a craving or a medicine.

asked_gently-help =
    Thank you for saying this. It is not easy to write. Would it help to talk to someone from your team now?
    .short = Talk to someone
    .no = No, not now
    .talk = Talk to someone
asked_gently-not_now = All right. Thank you for telling me: that is never a small thing, and one hard day undoes nothing. /now helps with this moment. If you drank or used, /coping has a way to talk about it. /sos has people at once.
