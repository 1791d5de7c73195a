# What an alert's people, and its client, say to it beside taking and closing it.

replies-buttons = What you can do
    .calling = Calling now
    .tonight = Tonight
    .please_pass = Please pass on
    .call_first = Call me first?
    .note = Add a note

# A sponsor's answers.
replies-client_calling = { $name } is calling you now.
replies-client_tonight = { $name } cannot call this minute, but will call you tonight. { $asked ->
        [yes] I am asking the next person too.
       *[no] { "" }
    } /sos has numbers that answer now.
replies-tonight_noted = Thank you. { $client } knows that you will call tonight. { $asked ->
        [yes] The next person is being asked.
       *[no] Nobody else is on this list, so I may ask you again.
    }

# May I call?
replies-may_call = May { $name } call you now?
    .yes = Yes, please
    .no = Not now
replies-may_call_asked = I have asked. You will read the answer here.
replies-may_call_waits = I have asked already. You will read the answer here.
replies-may_call_yes = Alert { $number }: a yes. You can call now.
replies-may_call_no = Alert { $number }: not now, please.
replies-may_call_thanks = Thank you. { $name } knows.
replies-may_call_fine = That is fine. { $name } knows. /sos is here at any time.

# Where home may not be safe.
replies-safe_way = How may { $name } reach you?
    .by_call = A call is fine
    .by_message = In writing only
    .not_now = Please wait for me
replies-safe_way_kept = Thank you. { $name } can see that.
replies-safe_way_said = Alert { $number }: there is a word on how to get in touch.

# What has been said, as staff read it.
replies-line = • { $when } · { $name } { $what }
replies-what_calling = is calling
replies-what_tonight = will call tonight
replies-what_passed = passed it on
replies-what_asked_to_call = asked for a call
replies-what_may_call = said yes to a call
replies-what_may_not_call = would rather have no call now
replies-what_by_call = can be called
replies-what_by_message = wants it in writing only
replies-what_not_now = wants to be waited for
replies-what_note = noted: “{ $words }”

# A note on how it went.
alert_note-note = What should the care team know? Please keep it short. It goes with alert { $number }.
    .short = Note
replies-noted = Noted with alert { $number }.
replies-no_note = All right, no note.
