# What a person reads when the situation forbids something. Never whose fault it is.
# The key of a refusal is its class in dialogs/errors.py; a class without a text uses its parent's.

errors-handrail_error = I can't do that right now. /help shows what I can do.
errors-dialog_error = That does not fit here right now. /help shows what I can do.
errors-stale_reply = That one is already answered.
errors-nothing_open = Nothing is open right now. /checkin starts a check-in, /now helps in a hard moment.
errors-unknown_dialog = I can't find that one any more. /help shows what I can do.
errors-not_allowed = That one is not for you here. /help shows what I can do.
errors-not_joined = I work by invitation: your counselor, or the person you support, can send you one. /sos works for anyone.
errors-not_consented = I need your yes first. /start shows what it is about.
errors-invitation_invalid = This invitation does not work any more. Please ask for a new one.
errors-already_taken = Somebody has this one already. Thank you for being quick.
errors-not_taken = Nobody has this one right now. Tap "I'm on it" first, then tell me how it went.
errors-alert_closed = This one is closed. Nothing more to do.
errors-bad_rule = I could not read that time. Try it like this: daily 20:00
errors-bad_zone = I do not know that place. { $suggestions ->
    [none] Try the name of a big city near you.
   *[other] Did you mean: { $suggestions }?
}
errors-unexpected = Something went wrong on my side, and I kept a note of it for the people who look after me. Please try once more. In a hard moment, /sos works.
errors-too_fast = Too many messages came at once, and I could not keep up. I did not keep the last ones as answers. No harm done: wait a minute, then write again. What I asked you is still open. /sos works at any time.
