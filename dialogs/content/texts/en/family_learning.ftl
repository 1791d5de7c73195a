# For family: ten short parts. Nobody here is to blame, and nobody has to fix anything.

family_learning-part_1 =
    1 of 10: what recovery is like

    Recovery is a road with bends. There are calm weeks, and there are days when the pull comes back. Both are normal.

    The brain and the body need time, often months. Sleep and mood are among the last to settle. Small, steady steps count for more than big promises.
family_learning-part_2 =
    2 of 10: what helps

    Time together that is not about use. A walk, a meal, a film.

    Say what you see, and say it warmly: “I am glad you went today.” Listen more than you advise. Ask before you help: “What would be good right now?”
family_learning-part_3 =
    3 of 10: what does not help

    Searching bags, counting bottles, long talks late at night. They wear you out, and they push you apart.

    Threats that you would not carry out do not help. Nor do old stories in the middle of a fight. If you get loud, you are human. Take a break, and come back to it later.
family_learning-part_4 =
    4 of 10: trust

    Trust was hurt, and it comes back in small coins. You may take your time.

    Agree on something small that can be seen, such as being home for dinner. Each time it is kept, trust grows a little. If it is not kept, talk about that one thing, not about the last ten years.
family_learning-part_5 =
    5 of 10: family sessions

    In a family session a counselor sits with all of you. It is a safe place for hard topics, and nobody is put on trial.

    Before you go, write down one wish and one worry. Begin with “I”: “I get scared when I do not hear from you.”
family_learning-part_6 =
    6 of 10: if there is use again

    It happens to many people on this road. It does not mean that all is lost.

    First see that everyone is safe. Then stay calm, and keep it short: “I am glad you told me. Who can you talk to today?” The big talk can wait a few days. You did not cause it, and it is not yours to fix.
family_learning-part_7 =
    7 of 10: your own lines

    A line says what you will do, not what they have to do: “I do not lend money. I do buy food.”

    Pick few lines, and only those that you can keep. Say them at a quiet time. Keeping a line is not cold. You can be kind and firm at once.

    One line comes before all others: if someone hurts or threatens you, go, and call for help. /sos has numbers.
family_learning-part_8 =
    8 of 10: looking after yourself

    You have carried a lot. Sleep, food, friends and an hour of your own are not a luxury. They are what lets you stay.

    Tell one person how you really are. You are allowed to laugh, and you are allowed to be angry. If it gets too dark for you, /sos is there for you, too.
family_learning-part_9 =
    9 of 10: an overdose

    The signs: they cannot be woken, breathe slowly or not at all, or have blue or grey lips.

    1. Shout their name and rub hard on the chest bone.
    2. Call the emergency number and put the phone on speaker.
    3. Give naloxone if you have it. Another dose after 2 to 3 minutes if nothing changes.
    4. No breath? Give one breath every 5 seconds.
    5. Breathing again? Lay them on their side and stay. It can come back.

    No cold shower. Do not make them throw up. Do not leave them. Ask a pharmacy about naloxone to have at home.
family_learning-part_10 =
    10 of 10: where to find help

    You do not have to know it all. There are groups for family, in many towns and online: Al-Anon, Nar-Anon, SMART Recovery Family & Friends.

    The clinic can tell you who sees families near you. And /sos shows numbers that answer, day and night. Thank you for being there.
family_learning-useful = Was this useful?
    .short = Useful
    .yes = Yes
    .a_bit = A bit
    .no = Not for me
