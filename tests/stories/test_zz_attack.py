"""Scratch."""
from tests.stories.steps import *
from tests.stories.keeping import buttons, presses
from tests.stories.test_granting import shares
from tests.stories.test_family import SUNDAY
from tests.stories.test_joining import comes_in, phone
from tests.stories.test_the_door import TINA, link


def sweep(town, title, who):
    for name, one in who.items():
        for m in town.telegram.screen(one.phone.user_id):
            if m.sender == "bot":
                flag = "!!" if (name != "Mia" and "Mia" in m.text) else "  "
                print(flag, title, "->", name, ":", m.text[:130].replace("\n", "|"), [b.label for r in m.buttons for b in r][:4])
        one.puts_it_away()


async def test_sweep(town, mia, dana, sam, rosa, ada, ben):
    who = {"Mia": mia, "Dana": dana, "Sam": sam, "Rosa": rosa, "Ada": ada, "Ben": ben}
    async def by(who_acts, title, *acts):
        for a in acts:
            try:
                await (who_acts.says(a[1:]) if a.startswith(">") else who_acts.taps(a))
            except AssertionError as e:
                print("??", title, str(e)[:300])
                break
        who_acts.puts_it_away()
        sweep(town, title, who)
    await by(sam, "ask call", ">/people", "Ask to call")
    await by(mia, "yes call", "Yes, please call")
    await by(sam, "cheer", ">/people", "Send a kind", "I am proud")
    await by(rosa, "more", ">/people", "Ask to hear more")
    await by(mia, "callme", ">/people", "Sam", "Ask for a call")
    await by(sam, "later", "Open", "Later")
    await by(mia, "share", ">/people", "Sam", "What they get", "mood", "Yes, for 30")
    await by(mia, "share plan", ">/people", "Rosa", "What they get", "goals", "Yes, for 30")
    await by(mia, "share use", ">/people", "Rosa", "What they get", "cravings", "Yes, until")
    await by(mia, "message", ">/message", ">Hello there")
    await by(dana, "answer", "Open", "Answer", ">Yes")
    print(mia.buttons)
    print(mia.buttons)
    await is_not_safe(town, mia); mia.puts_it_away(); sweep(town, "not safe", who)
    await by(dana, "on it", "I'm on it")
    await by(dana, "pass", "Pass on")
    await by(sam, "tonight", "Open", "Tonight")
    await town.waits(hours=1); sweep(town, "1h", who)
    await town.waits(hours=3); sweep(town, "4h", who)
    await town.waits(days=1); sweep(town, "1d", who)
    await by(mia, "journal", ">/journal")
    await town.waits_until(SUNDAY); sweep(town, "sunday", who)
    await by(mia, "use", ">/checkin", ">yes", "Yes, I am safe")
    await town.waits(days=4); sweep(town, "4d silence", who)
    await by(mia, "rest", ">/people", "Rosa", "Let it rest", "7 days")
    await by(mia, "remove", ">/people", "Rosa", "Take out", "Yes")
    await by(sam, "stop", ">/stop", "A week")
    await by(sam, "back", ">/stop")
    await by(dana, "plan", ">/clients", "Mia")
    print(dana.buttons)
    await by(dana, "away", ">/away friday")
    await by(mia, "delete", ">/delete", "Yes")
    await town.waits(days=2); sweep(town, "deleted", who)
    assert 0
