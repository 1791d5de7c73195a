# What is shown when somebody calls for help, before anything else is tried. Short, and only true.
# Every number stands alone on its line, so that a phone makes it a link.

# What counts as calling for help when it is all that was written, beside the command /sos.
lifeline-words = sos, help me, i need help, need help now

lifeline-opening = I am glad you wrote. You do not have to do this alone.
# needs-review: what somebody is told who has taken too much and is alone
lifeline-overdose = If someone cannot be woken, breathes slowly or not at all, or has blue or grey lips:

    1. Shout their name and rub hard on the chest bone.
    2. Call the emergency number and put the phone on speaker.
    3. Give naloxone if you have it. Another dose after 2 to 3 minutes if nothing changes.
    4. No breath? Give one breath every 5 seconds.
    5. Breathing again? Lay them on their side and stay. It can come back.

    No cold shower. Do not make them throw up. Do not leave them.

    Did you take too much yourself? Call now, even if you feel fine. Unlock the door, and tell someone near you.
    .button = Overdose
lifeline-withdrawal = Stopping alcohol, sleeping pills or calming pills all at once can be dangerous. Please do not go through it alone. Call the emergency number now for any of these:

    • a seizure, when the body shakes and will not stop
    • not knowing where you are, or seeing or hearing what is not there
    • a fever, pain in the chest or a racing heart
    • throwing up that does not stop
    • thoughts of ending your life
    • being pregnant

    Seizures can come 6 to 48 hours after the last drink or pill, and deep confusion 2 to 4 days after it. Stay with someone. A doctor can make stopping safe.
    .button = Withdrawal

lifeline-emergency = If your life or someone else's is in danger, call now:
lifeline-emergency_unknown = If your life or someone else's is in danger, call your local emergency number now.
lifeline-steps = What you wrote down for a moment like this:
lifeline-first_person = The first person on your list. You can call now:
lifeline-people = People you can call:
lifeline-lines = Lines that answer:
lifeline-option = then press { $key }
lifeline-text_to = or text { $number }
lifeline-text_word = or text { $word } to { $number }
lifeline-sites = Lines in every country: findahelpline.com
lifeline-confirmed = These numbers were last confirmed on { $date }.

lifeline-will_tell = Next I ask if you are safe. If you say no, or do not answer in ten minutes, I tell { $name }.
lifeline-telling = I am telling { $name } now, and ask you next if you are safe. Please do not wait for an answer before you call.
lifeline-cannot_tell = Something in me is broken right now, and I cannot tell anyone. Please call one of these numbers yourself.
lifeline-nobody_watches = Nobody is watching this chat. Please call one of these numbers, or someone you trust.

# For somebody who has not joined: the numbers of another country.
lifeline-elsewhere = I am in another country
lifeline-which_country = Which country are you in? I show the numbers there. I keep the country and your language, and nothing else.

    Not on the list? findahelpline.com has lines in every country.
