# A counselor's way to the signs of one client: made quieter, more sensitive, expected for now.

signs-open = Signs
signs-of_alert = About this sign
signs-title = Signs of { $client }. Tap one to make it quieter or more sensitive, or to expect it for now.
signs-one = { $sign }
signs-about = { $client }: { $sign }
signs-number = • { $sign }: from { $number } { $own ->
        [yes] (the clinic: { $clinic })
       *[other] (as the clinic has it)
    }
signs-quieter = Quieter
signs-more_sensitive = More sensitive
signs-as_the_clinic = As the clinic has it
signs-type = Another number
signs-back = All signs
signs-tried = { $sign }, from { $number } instead of { $now }: { $would } times instead of { $was } in the last { $days } days. The first on { $first }.
signs-tried_never = { $sign }, from { $number } instead of { $now }: not once, instead of { $was } times in the last { $days } days.
signs-save = Save
signs-leave = Leave as is
signs-saved = Saved for { $client }: { $sign } from { $number }.
signs-left = Left as it is: { $sign } from { $number }.
signs-does_not_fit = From { $low } to { $high } is possible here.
signs-expected_begin = Expected for now
signs-expected_end = No longer expected
signs-how_long = For how long do you expect this with { $client }: { $sign }? Nobody is woken for it meanwhile; it stays in the record. At most { $most } days.
signs-days = { $days } days
signs-why = Why is it expected?
signs-reason_talking = We talk about it
signs-reason_medicine = A change of medicine
signs-reason_hard_date = A hard date
signs-reason_travel = Away from home
signs-reason_own = In my own words
signs-expected_now = Expected with { $client }: { $sign }, until the end of { $until }. Nobody is woken for it until then. Safety signs come through as always.
signs-expected_no_more = { $client }: { $sign } is no longer expected.
signs-expected_line = • { $sign }: expected until { $until } ({ $reason })

sign_number-number = { $name }: from which number on? Anything from { $low } to { $high }.
    .short = Number
expected_reason-reason = Why do you expect it? A few words; they stay with the plan.
    .short = Reason
