# A craving, now.

craving_now-intensity = I am here. How strong is it right now?
    .short = Craving
    .low = none at all
    .high = as strong as it gets
craving_now-safe_place =
    That is a strong one. Are you somewhere safe right now?

    If you answer "no" or "not sure", a person from your team is told. The same goes if you skip this or stay silent for 10 minutes.
    .short = Somewhere safe
    .yes = Yes
    .no = No
    .not_sure = Not sure
craving_now-care = Thank you for telling me. You do not have to be alone with this. Tap /sos to see who you can call right now.
craving_now-trigger = What set it off? A place, a person, a feeling: tap one, or type it in your own words.
    .short = Set off by
craving_now-skill = What will you try first? These are from your plan, most helpful first.
    .short = Skill
craving_now-first_help = Let us get through the next minutes together. What would you like to try?
    .short = Skill
    .urge_surfing = Ride the wave
    .breathing = Slow breathing
    .grounding = The five senses
    .movement = Move a little
    .stay = Stay with me
craving_now-ride =
    Good. Give it 15 minutes. A craving rises, peaks and then falls, like a wave.

    I will ask you again after that. If it gets too much, tap /sos.
    .short = 15 minutes
    .done = I am done now
craving_now-after = How strong is it now?
    .short = Craving after
    .low = none at all
    .high = as strong as it gets
craving_now-safe_still =
    It is still strong, and you are still here. Are you somewhere safe right now?

    If you answer "no" or "not sure", a person from your team is told. The same goes if you skip this or stay silent for 10 minutes.
    .short = Somewhere safe
    .yes = Yes
    .no = No
    .not_sure = Not sure
craving_now-care_still = Thank you for telling me. You do not have to be alone with this. Tap /sos to see who you can call right now.
craving_now-trigger_after = Looking back: what set it off? Tap one, or type it in your own words.
    .short = Set off by
craving_now-place = Where were you when it began? Tap one, or type it.
    .short = Place
    .home = At home
    .work = At work
    .on_the_way = On the way
    .out = Out somewhere
    .with_others = With people
    .online = On my phone
craving_now-helped = Did what you tried help?
    .short = Helped
    .yes = Yes
    .a_bit = A bit
    .no = No
craving_now-another_way = Good to know. It was not the right one for today, and you stayed with it all the same. Next time, try another one first. If it is still hard now, /sos has people you can call.
