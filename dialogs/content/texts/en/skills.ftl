# One small skill at a time.

skills-distress = How strong are your feelings right now?
    .short = Feelings
    .low = calm
    .high = as strong as it gets
skills-kind =
    Four kinds of skills. Which one fits this moment?

    • Be here now: my mind races, or drifts off
    • Make it through: it hurts, or pulls hard
    • Turn a feeling: one of them has hold of me
    • Ask, or say no: I need to tell someone
    .short = Kind
    .mindfulness = Be here now
    .hard_moment = Make it through
    .feeling = Turn a feeling
    .people = Ask, or say no

## Mindfulness
skills-look =
    Take one thing near you: a cup, a leaf, your own hand. Look at it as if for the first time. Its colors, its edges, the light on it.

    60 seconds. I keep the time.
    .short = Looking, 60 seconds
    .done = Next
skills-describe = Now put it into words. Only what is there, not whether it is good or bad. What you type here is for you alone.
    .short = In words
skills-one_thing =
    Now do one thing, and only that: drink a sip of water, fold a cloth, feel your feet. When your mind wanders off, bring it back.

    60 seconds.
    .short = One thing, 60 seconds
    .done = I am done now

## Distress tolerance
skills-storm = What is it more like: an urge to do something, or a storm in your body?
    .short = More like
    .urge = An urge to do something
    .body = A storm in my body
skills-stop =
    Stop. Do not move for a moment, whatever the urge says.

    20 seconds. I keep the time.
    .short = Stop, 20 seconds
    .done = Next
skills-step_back =
    Take one step back, in your mind or for real. One breath in, a long one out, and again.

    40 seconds.
    .short = Step back, 40 seconds
    .done = Next
skills-observe = Look at it: what is going on, in you and around you? Just the facts. What you type here is for you alone.
    .short = What is going on
skills-proceed = Now go on with care. What can you do next that makes nothing worse?
    .short = Next
    .drink_water = Drink some water
    .go_outside = Go outside
    .call_someone = Call someone
    .wait_ten = Wait ten more minutes
# needs-review: who must not use cold water or exercise hard, and whether the list is whole
skills-cold_gate =
    The next part uses cold water and hard exercise. Does one of these fit you?

    • a heart problem or a pacemaker
    • a beta-blocker
    • an eating disorder
    • being pregnant
    • an allergy to cold

    Your answer is for you alone.
    .short = Cold and exercise
    .none = None of these
    .some = One or more
    .not_sure = Not sure
skills-cold =
    Wet a cloth with cold water. Bend forward, hold it over your eyes and cheeks, and breathe slowly. Take it away if it hurts.

    60 seconds, with the time to get the cloth.
    .short = Cold, 60 seconds
    .done = Next
skills-effort =
    Now move hard: run on the spot, jump, push against a wall. Stop if anything hurts.

    60 seconds.
    .short = Moving, 60 seconds
    .done = Next
skills-gently = Then we take the gentle way: no cold, no hard exercise.
skills-paced =
    Breathe in: 1, 2, 3, 4. Breathe out, slower: 1, 2, 3, 4, 5, 6. Go on like that.

    60 seconds.
    .short = Breathing, 60 seconds
    .done = Next
skills-muscles =
    Make fists as you breathe in. Let them go as you breathe out. Then your shoulders, your face, your legs.

    The last 60 seconds.
    .short = Muscles, 60 seconds
    .done = I am done now

## Emotion regulation
skills-which_feeling = Which feeling is the strongest?
    .short = Feeling
    .fear = Fear
    .sadness = Sadness
    .anger = Anger
    .shame = Shame
skills-against_fear = Fear wants you to get away. If you are in real danger, do. If not, do the opposite: come one small step closer.
skills-against_sadness = Sadness wants you to hide and lie down. The opposite: get up, and go where there is some life.
skills-against_anger = Anger wants you to strike. The opposite: step back, speak softly, be a little kind, or just leave it for now.
skills-against_shame = Shame wants you to hide. If you did harm, make it good. If not, do the opposite: look up, and tell someone who is kind.
skills-opposite = What is one small act the other way, right here? Tap one, or type your own.
    .short = The other way
    .step_closer = One step closer
    .get_moving = Get up and move
    .speak_softly = Soft voice, open hands
    .look_up = Look up, write to someone
skills-all_the_way =
    Now do it, or as much of it as you can here. Do it with your face, your hands, your voice.

    2 minutes. I keep the time.
    .short = The other way, 2 minutes
    .done = I am done now

## Asking, or saying no
skills-facts = Think of the one you want to talk to. First the facts: what happened? What you type here is for you alone.
    .short = The facts
skills-i_feel = How is that for you? Begin with “I feel”.
    .short = I feel
skills-i_ask = What do you ask for, or say no to? One clear sentence. Tap one, or type your own.
    .short = I ask
    .please_stop = Please stop that.
    .please_listen = Please hear me out.
    .i_need_time = I need some time.
    .no_to_that = No, I will not do that.
skills-aloud =
    Now say all of it aloud, in a calm voice, as if they stood here: the facts, the feeling, the one sentence.

    60 seconds.
    .short = Aloud, 60 seconds
    .done = I am done now

## How it went
skills-distress_after = How strong are your feelings now?
    .short = Feelings after
    .low = calm
    .high = as strong as it gets
skills-lower = From { $distress } to { $distress_after }. You used a skill, and it shows.
skills-still_high = That is still a lot, and you stayed with it. You do not have to do the rest alone: /sos has people you can call.
skills-helped = Did this skill help?
    .short = Helped
    .yes = Yes
    .a_bit = A bit
    .no = No
skills-another_day = Good to know. Skills are like tools: this was not the one for today, and there are others.
