# Welcome: a client, a family member, a sponsor joins.

## A client
welcome-language = Which language do you like best?
    .short = Language
welcome-hello =
    Hi. I am Handrail, a check-in companion. You were invited by { $clinic }. Once a day I ask you a few short questions. It takes about a minute.

    I am a program, not a person. I show you your own plan, and I tell a human when you need one.
welcome-country = Which country are you in? Then /sos can show the right numbers. Tap one, or type it.
    .short = Country
    .us = United States
    .ca = Canada
    .gb = United Kingdom
    .ie = Ireland
    .au = Australia
    .nz = New Zealand
    .in = India
    .za = South Africa
    .es = Spain
    .mx = Mexico
    .ar = Argentina
    .de = Germany
welcome-readers =
    Who reads what:
    • Your counselor and the care team see your answers, your plan and alerts about you.
    • Family and sponsors see nothing, unless you choose it later. You can take it back at any time.
    • /privacy tells you what is kept, and who can read it.
welcome-limits =
    Two things to know first:
    • Chats with bots are kept in Telegram's cloud. They are not end-to-end encrypted.
    • I am not an emergency service. /sos always works and shows who to call.
welcome-consent = May I keep your answers, and show them to your counselor and the care team so that they can care for you? It holds until you end it: /people changes or ends it at any time. You can say no now.
    .short = Consent
    .agree = I agree
    .not_now = Not now
welcome-name = Thank you. What shall I call you? Your care team sees this name too.
    .short = Name
welcome-zone = What does your clock say right now? Then I ask at the right hour. Tap it, or type a big city near you.
    .short = Clock
welcome-check_in_time = When should I ask in the evening? Tap a time, or type one like 20:15. /times changes it later.
    .short = Evening check-in

## A family member
family_welcome-hello = Hi. { $client } has asked me to keep you in the loop.
family_welcome-sees =
    What you will see: only what { $client } picks for you, like good news.

    What you will not see: single answers, notes, or anything { $client } keeps private. If you hear nothing from me, that is no sign of anything.
family_welcome-limits =
    • { $client } can change or end this at any time. So can you, with /stop.
    • Chats with bots are kept in Telegram's cloud. They are not end-to-end encrypted.
    • I am not an emergency service. /sos shows who to call, for you too.
family_welcome-accept = Would you like to get these updates?
    .short = Updates
    .accept = Yes, please
    .not_now = Not now

## A sponsor
sponsor_welcome-hello = Hi. { $client } would like you as a person to turn to.
sponsor_welcome-sees =
    What you will see: only what { $client } picks for you. It may be a short note that says "please call".

    What you will not see: single answers, notes, or anything { $client } keeps private.
sponsor_welcome-limits =
    • When I ask, one tap is enough: you are on it, or you pass it on.
    • { $client } can change or end this at any time. So can you, with /stop.
    • Chats with bots are kept in Telegram's cloud. They are not end-to-end encrypted.
    • I am not an emergency service. /sos shows who to call, for you too.
sponsor_welcome-accept = Are you up for it?
    .short = Sponsor
    .accept = Yes, count on me
    .not_now = Not now
