# A person's rights: a copy, being forgotten, who has looked, an empty chat.

rights-export = I can make a copy of all I keep about you: a page with pictures, tables, and a file for other programs.

    It comes into this chat as one file. Telegram can read it there, and so can anyone who holds your phone. Save it, then delete it from the chat.
    .make = Make my copy
rights-export_coming = I am making it. It comes in a moment.
rights-export_caption = Here is your copy. Open the page in it first.
rights-export_failed = I could not send your copy just now. Please try /export again in a while.

rights-delete = I can delete everything I keep about you: your name, answers, plan, notes. Nobody can bring it back, not even the clinic.

    • It happens a day after you say so. Until then you can change your mind.
    • Check-ins end, and nobody is told any more when things get hard. If an alert is open then, your team finishes it first, for two days at most.
    • What stays, without your name or words: that someone had a role here, that an alert was taken, who looked when.
    • The chat on your phone is yours. I take out what I wrote in the last two days; delete the rest yourself.

    Would you like a copy first? /export
    .yes = Yes, delete everything
    .no = Keep everything
rights-delete_kept = All right. Everything stays as it was.
rights-delete_booked = I delete everything { $when }. Until then all works as before, and one tap takes it back.

    In a hard moment, before or after: /sos works for anyone.
    .undo = Do not delete
rights-delete_waiting = Everything is going to be deleted { $when }.
    .undo = Do not delete
rights-delete_undone = Good. Nothing is deleted, and all goes on as before.
rights-delete_done = Done. All I kept about you is deleted. What is left in this chat is only on Telegram: you can delete the chat.

    /sos works for anyone, at any time. Take care.
rights-delete_team = Someone you looked after here has had their records deleted, as is their right. They get no more check-ins from me, and no alert about them will come. They are gone from /clients.
rights-delete_clinic = Your clinic deletes everything it keeps here about you { $when }. Questions? Please ask them. /export gives you a copy until then.

rights-looked = Who looked at your things in the last 30 days:
rights-looked_nobody = Nobody has looked at your things in the last 30 days.
rights-looked_line = • { $when } · { $name } ({ $role }): { $what }
rights-looked_more = … and { $count } earlier ones. All of them are in your copy: /export
rights-looked_see_client = how you are doing
rights-looked_see_plan = your plan
rights-looked_see_alert = an alert about you
rights-looked_see_progress = your progress
rights-looked_get_update = news you share with them

rights-clear = I can take out what I wrote here in the last two days. Telegram lets me take out no more than that. What you answered stays with me.
    .yes = Take it out
rights-clear_done = Done: { $count ->
        [one] one message
       *[other] { $count } messages
    }. What is older, and what you wrote, you can delete yourself: hold a message, then tap Delete.
