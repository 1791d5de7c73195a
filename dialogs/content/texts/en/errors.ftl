# What a person reads when the situation forbids something. Never whose fault it is.
# The key of a refusal is its class in dialogs/errors.py; a class without a text uses its parent's.

errors-handrail_error = That is not possible right now. /help shows what is.
errors-dialog_error = That does not fit what we are doing at the moment. /help shows what I can do.
errors-stale_reply = That one is already answered.
errors-nothing_open = There is no open question right now. /checkin starts one, /now helps in a hard moment.
errors-unknown_dialog = I can't find that one any more. /help shows what I can do.
errors-not_allowed = That one is not for you here. /help shows what I can do.
errors-not_joined = I work by invitation: your counselor, or the person you support, can send you one. /sos works for anyone.
errors-not_consented = I need your yes first. /start shows what it is about.
errors-invitation_invalid = This invitation does not work any more. Please ask for a new one.
errors-already_taken = Somebody has this one already. Thank you for being quick.
errors-alert_closed = This one is closed. Nothing more to do.
errors-bad_rule = I could not read that time. Try it like this: daily 20:00
errors-bad_zone = I do not know that place. { $suggestions ->
    [none] Try the name of a big city near you.
   *[other] Did you mean: { $suggestions }?
}
errors-unexpected = Something went wrong on my side, and I kept a note of it for the people who look after me. Please try once more. In a hard moment, /sos works.
