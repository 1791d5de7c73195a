# The morning.

morning_intention-morning = Good morning. How is it so far?
    .short = This morning
    .low = very hard
    .high = very good
morning_intention-heavy = That is a heavy start. Thank you for being here. It is enough to take the next hour, and /now helps any time.
morning_intention-intention = One thought to take with you today? Tap one, or type your own.
    .short = For today
    .be_kind = Be kind to myself
    .one_thing = One thing at a time
    .ask_for_help = Ask for help once
    .rest = Rest when I can
    .get_through = Just get through it
morning_intention-step = A small step from your plan: { $small_step }. Is that one for today?
    .short = Small step
    .yes = Yes
    .smaller = A smaller bit of it
    .not_today = Not today
morning_intention-own_step = What is one small first step? Tap one, or type your own.
    .short = Small step
    .drink_water = Drink a glass of water
    .go_outside = Go outside for a bit
    .write_to_someone = Write to someone
    .eat_something = Eat something
morning_intention-recap = That is plenty for one day:
    .done = That is right
