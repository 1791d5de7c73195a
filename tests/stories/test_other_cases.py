"""Other cases: whatever number is made up, nobody reads the name of whom they do not know."""

import importlib
import re
from pathlib import Path

import pytest

import bot.telegram
from bot.cast import mias_plan
from bot.emulator.phone import Phone
from bot.town import Resident, Town
from dialogs.care.people import Role
from tests.stories.keeping import presses
from tests.stories.staff import looks_after, person_of

ZELDA = 7_000_000_999
PRESSED = re.compile(r"Pressed\(\s*([\w.]+|\"[^\"]+\"),\s*(\d)\)")
SHAPES = {
    0: ("",),
    1: (":{n}",),
    2: (":{n}:mood", ":{n}:1", ":1:{n}", ":{n}:craving_unsafe"),
    3: (":{n}:1:yes", ":{n}:mood:0", ":{n}:craving_unsafe:1"),
    4: (":{n}:mood:0:abcdef12", ":{n}:craving_unsafe:1:1"),
}


def every_button() -> dict[str, int]:
    """Read what buttons there are, and how many parts each carries."""
    found = {}
    folder = Path(str(bot.telegram.__file__)).parent
    for path in sorted(folder.glob("*.py")):
        module = importlib.import_module(f"bot.telegram.{path.stem}")
        for name, parts in PRESSED.findall(path.read_text(encoding="utf-8")):
            verb: object = module
            for step in name.split("."):
                verb = step.strip('"') if '"' in name else getattr(verb, step)
            found[str(verb)] = int(parts)
    return found


async def moves_in_next_door(town: Town, ben: Resident) -> int:
    """Let Zelda be a client of Ben's, whom nobody else knows; return her number."""
    zelda = Resident(Phone(town.telegram, ZELDA, "Zelda"), town)
    town.telegram.users[ZELDA].started = True
    now = town.clock.now()
    async with town.app.ground.database.unit_of_work() as uow:
        person = await uow.people.add(
            ZELDA, "Zelda", language="en", country="US", zone="America/New_York", now=now
        )
        await uow.people.join(person.id, person.id, Role.CLIENT, now)
        await uow.plans.save(mias_plan(person.id, person.id, now))
    await looks_after(town, ben, zelda)
    return (await person_of(town, zelda)).id


def reads_of_zelda(town: Town, who: Resident) -> bool:
    """Tell whether her name stands anywhere on somebody's screen."""
    shown = town.telegram.screen(who.phone.user_id)
    labels = [button.label for one in shown for row in one.buttons for button in row]
    return any("Zelda" in words for words in [*labels, *(one.text for one in shown)])


@pytest.mark.parametrize("name", ["Mia", "Dana", "Sam", "Rosa"])
async def test_no_made_up_number_tells_a_name(town: Town, ben: Resident, name: str) -> None:
    """Every button there is, with the number of a client of somebody else's."""
    number = await moves_in_next_door(town, ben)
    who = town.residents[name]
    found = every_button()
    assert len(found) > 100
    told = []
    for verb, parts in found.items():
        for shape in SHAPES.get(parts, ()):
            await who.says("/help")
            newest = town.telegram.messages(who.phone.user_id)[-1].message_id
            data = verb + shape.format(n=number)
            toast = await presses(town, who.phone.user_id, data, newest)
            if "Zelda" in (toast or "") or reads_of_zelda(town, who):
                told.append(data)

    assert told == []
