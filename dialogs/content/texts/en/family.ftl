# What family members and sponsors read. The notice is neutral; the news comes after a tap.

family-notice = There is something for you here.
    .open = Open
family-milestone = { $client } wants you to know: { $milestone }
    This is all that was shared today. { $client } chooses what and when.
family-silence = Some check-ins of { $client } went without an answer. That is all I know, and it says nothing about why. { $client } chose that I tell you.
family-gone = This is no longer shared.

# After words that alarm. Who on the care team is told, a supporter does not learn.
family-crisis_told = Thank you. I am telling the care team of { $client } right now. If there is danger this minute, please call the emergency number above, and stay if that is safe for you.
family-crisis_nobody = I could not find anyone on the care team of { $client } to tell. Please do not wait for me: call the numbers above.
family-crisis_me = Thank you for telling me. I have told nobody about this. You matter too: please call one of the numbers above, or someone you trust. /sos shows them again.
family-heavy = That sounds like a lot to carry. I am a program, and nobody reads this chat. /sos shows people and numbers who answer, for you too.
