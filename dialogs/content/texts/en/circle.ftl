# The people around a client: coming in, sharing, taking back. What a client, or a newcomer, reads.

# At the door
circle-digits = You are almost there. Please tell this number to the person who invited you, face to face or in a call:

    { $code }

    They enter it on their side. Until then, neither of you sees anything here.
circle-someone = Someone has opened your invitation.
    .open = Look
circle-who_is_it = The invitation { $role ->
    [client] to come in as a client
    [sponsor] for your sponsor
    [counselor] for a counselor
   *[family] for your family
} was opened. Their name on Telegram is “{ $name }”; a name proves nothing. Please ask the person for their four digits, face to face or in a call.

    { $typed }
circle-who_is_it_unnamed = The invitation { $role ->
    [client] to come in as a client
    [sponsor] for your sponsor
    [counselor] for a counselor
   *[family] for your family
} was opened. Please ask the person for their four digits, face to face or in a call.

    { $typed }
circle-key = { $key }
circle-key_back = ⌫
circle-not_them_button = That is not them
circle-not_them = Good that you looked. Nobody came in, and nothing was shared. /invite makes a new invitation.
circle-wrong_digits = Those are not the digits. You can try { $left } more { $left ->
    [one] time
   *[other] times
}.
circle-closed = Those were not the digits either, so I closed this invitation. Nothing was shared. /invite makes a new one.
circle-let_in = That is right. { $name } can come in now.
circle-moved_told = That is right. { $name } is back, in a new chat. Nothing was lost.
circle-moved = Welcome back, { $name }. Everything is as you left it. The old chat is closed.

# Inviting
circle-invite = Whom would you like by your side? They see nothing unless you choose it.
    .sponsor = A sponsor
    .family = Family, or someone close
    .client = A client of mine
    .contact = Only a name to call: a friend, a group
circle-invitation = Here is an invitation for one person. It works once, until { $until }. Send it to them in a way that is safe for you both. When they open it they get four digits; let them tell you these face to face or in a call.

    { $link }

# A lost phone or account
circle-lost_whose = Whose phone or account is lost?
circle-lost = If the phone or account of { $name } is lost, I close the old chat at once. Nothing is lost: a new invitation leads back to everything.
    .lock = Close the old chat
circle-leave_it = Leave it as it is
circle-lost_locked = The old chat of { $name } is closed. This invitation leads back in. It asks for four digits, as at first:

    { $link }

# Everybody on one screen
circle-name = { $name }
circle-person = { $name } · { $role }
circle-gets = Gets: { $what }
circle-gets_nothing = nothing
circle-everything = everything
circle-begins = Begins on { $date }
circle-ends = Until { $date }
circle-rests = Sharing rests until { $until }
circle-until_you_end_it = you end it
circle-away = Taking a break until { $date }
circle-greetings_on = Kind words from { $name } reach you.
circle-greetings_off = Kind words from { $name } do not reach you. Nobody told them.
circle-waits = Someone is at the door ({ $role ->
    [sponsor] sponsor
    [client] client
    [counselor] counselor
   *[family] family
}). Send me their four digits.
circle-also_there = Also there for you:
circle-learn_only = You support nobody here right now.
circle-do_share = What they get
circle-do_pause = Let it rest
circle-do_resume = Go on sharing
circle-do_stop_all = Stop sharing
circle-do_stop_one = Stop this
circle-do_call_me = Ask for a call
circle-do_greetings_on = Let kind words through
circle-do_greetings_off = No kind words for now
circle-do_new_phone = New phone
circle-do_remove = Take out of my circle
circle-do_write = Write a message
circle-do_told = What they were told
circle-do_back = Back
circle-do_invite = Invite someone
circle-do_contact = Add a name to call
circle-do_receipts = Who was told what

# Sharing
circle-what_to_share = What may { $name } get? Tap one, and you see the very words before you say yes.
circle-is_shared = ✓ { $what }
circle-can_be_shared = { $what }
circle-not_yet = { $name } has not said yes to being your person here. Nothing can be shared before that.
circle-preview = If you say yes to “{ $what }”, { $name } gets this:
circle-preview_example = There is nothing to tell yet, so this is an example.
circle-preview_translated = { $name } reads another language. In yours it says:
circle-counselor_would_see = { $name } would see this of you: { $what }.
circle-example_milestone = two weeks that are mine
circle-example_goal = A walk a day
circle-example_skills = A walk · A call to a friend
circle-cool_off = It would begin on { $date }, a day after your yes. Until then you can take it back, and nobody ever knows.
circle-take_back = You can take it back at any time, in two taps. { $name } is not told.
circle-yes_for = Yes, for { $days } days
circle-yes_open = Yes, until I end it
circle-no = No
circle-words_changed = The words have changed since you looked. This is how they are now.
circle-granted = Done. { $name } gets: { $what }.
circle-granted_later = Done. From { $date } on, { $name } gets: { $what }.

# Taking back
circle-stop = Stop sharing “{ $what }” with { $name }? It ends at once, and { $name } is not told.
    .yes = Yes, stop it
circle-stop_all = Stop all sharing with { $name }? It ends at once, and { $name } is not told.
    .yes = Yes, stop all
circle-keep_it = Leave it
circle-stopped = Stopped. Nothing more reaches { $name }.
circle-rest = Let sharing with { $name } rest? { $name } is not told. How long?
    .for = { $days } days
    .open = Until I end it
circle-rests_now = Sharing with { $name } rests until { $until }.
circle-goes_on = Sharing with { $name } goes on.
circle-remove = Take { $name } out of your circle? Nothing more reaches { $name }, and I do not write to them about it.
    .yes = Yes
circle-removed = Done. { $name } is no longer in your circle here.
circle-still_told = If you need someone, these people are still told: { $names }.
circle-nobody_told = If you need someone, nobody would be told then. The crisis card would still come, and it says so. /sos works at any time.

# Asked again
circle-renew = { $name } gets “{ $what }” from you until { $date }. Shall it go on? If you do nothing, it ends then.
    .yes = 30 more days
    .see = Show me
    .stop = Stop it
circle-renew_again = For a while now, { $name } has been getting “{ $what }” from you. Is that still right? Nobody else sees this question.
    .yes = Yes, go on
circle-renewed = Good. It goes on.

# Who was told what
circle-receipts = Who was told what, the newest first
circle-receipts_about = What { $name } was told, the newest first
circle-receipts_none = Nobody was told anything in the last 90 days.
circle-receipt = { $at } · { $name } · { $what }
circle-receipt_opened = { $at } · { $name } · { $what } · opened { $opened }
circle-looks = Who looked, or answered a call for you
circle-look_see_client = { $at } · { $name } · looked at how you are
circle-look_see_plan = { $at } · { $name } · looked at your plan
circle-look_see_progress = { $at } · { $name } · looked at your progress
circle-look_see_alert = { $at } · { $name } · opened a call for you
circle-look_take_alert = { $at } · { $name } · took a call for you
circle-look_get_update = { $at } · { $name } · opened an update

# To and fro
circle-cheer = { $name } sends you a kind word: { $words }
circle-call_me = I asked { $name } to call you. In danger, please do not wait: /sos.
circle-call_me_enough = { $name } has been asked twice today. In danger, please do not wait: /sos.
circle-call_me_now = { $name } is calling you now.
circle-call_me_later = { $name } calls you later today.
circle-call_me_cannot = { $name } cannot call today. That says nothing about you. /sos shows who else is there.
circle-may_call = { $name } would like to call you. Is that all right?
    .yes = Yes, please call
    .no = Not now
circle-may_call_yes = I told { $name } that you are glad of a call.
circle-may_call_no = I told { $name } that it is not now.
circle-asks_more = { $name } would like to hear more about how you are. It is up to you alone, and “no” needs no reason. They do not learn what you choose here.
    .see = See what there is
    .leave = Leave it
circle-left_it = Left as it is.

# Messages between a client and their counselor
circle-letter_sent = { $name } has your message. It is read in working hours, { $days }, { $from } to { $to }. This is not for emergencies: /sos.
circle-letter_sent_back = { $name } has your message.
circle-letter_stopped = Nothing was sent.
circle-letter_from = Message from { $name }, { $at }
circle-letter_reply = Answer
circle-letter_whom = To whom?
letter-words = What would you like to say to { $name }? It is read in working hours, { $days }, { $from } to { $to }. This is not for emergencies: /sos has people at once.
    .short = Message
letter-answer = What would you like to answer { $name }?
    .short = Answer

# Keeping an answer
circle-keep_button = Keep something to myself
circle-keep = What shall stay out of what family and sponsors get? What you said about being safe still brings help, and your care team still sees your answers as agreed.
    .all = Keep all of it
circle-keep_gets = As things stand, { $name } gets this on Sunday:
circle-kept_one = 🔒 { $what }
circle-not_kept_one = { $what }

# A neutral notice; what it is comes after a tap
circle-notice = There is something for you here.
    .open = Open
