# How the signs of one client are heard: for counselors.

signs-whose = Whose signs?
signs-nobody = There is nobody yet whose signs you may see.
signs-of = { $name }
signs-title = { $name }: { $hearing ->
    [quieter] what many days say together speaks later than in the clinic.
    [sooner] what many days say together speaks sooner than in the clinic.
   *[usual] what many days say together speaks as in the whole clinic.
    }
signs-lately = In the last 60 days:
signs-counted = • { $sign }: { $count }
signs-quiet_lately = Nothing in the last 60 days.
signs-expected = Expected until { $until }: { $sign } ({ $why }). It is only read in the digest.
signs-safety = What rests on a safety answer or on dark words always pages.
signs-hear_usual = As the clinic has it
signs-hear_quieter = Speak later
signs-hear_sooner = Speak sooner
signs-expect = Expected: { $sign }
signs-hear_again = Page again: { $sign }
signs-preview = { $name }, the last 60 days, what many days say together:
signs-as_now = As it is now: { $count } ({ $days })
signs-as_then = With this: { $count } ({ $days })
signs-save = Save
signs-leave = Leave as is
signs-ask_why = Why is this expected for now: { $sign }?
signs-reason_hard_time = a hard time that is known
signs-reason_medicine = a change of medicine
signs-reason_change = a move, a trip, a new job
signs-reason_agreed = agreed with the client
signs-ask_how_long = Until when? It ends at midnight where the client is: { $sign }
signs-days = { $days } days
