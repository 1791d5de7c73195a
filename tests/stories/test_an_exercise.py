"""An exercise in a craving: it keeps the time, through a restart and a crisis, and then goes on."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.cast import MIA
from bot.town import Resident, Town
from dialogs.care.plan import Skill
from tests.stories.conftest import Restart

IN_AND_OUT, LONGER, MORE = (
    "Breathe in through your nose",
    "40 seconds more",
    "Would you like another?",
)


@pytest.fixture
async def breathing(town: Town, mia: Resident) -> None:
    """In Mia's plan there is a skill with an exercise, and a craving has just led to it."""
    async with town.app.ground.database.unit_of_work() as uow:
        person = await uow.people.by_chat(MIA.user_id)
        assert person is not None
        plan = await uow.plans.current(person.id)
        assert plan is not None
        skills = (Skill("breathe", "Breathe slowly", 0, "breathing"), *plan.skills)
        await uow.plans.save(replace(plan, skills=skills, at=town.clock.now()))
    await mia.says("/now")
    for said in ("6", "Payday", "Breathe slowly"):
        await mia.says(said)


async def readings(town: Town) -> dict[str, object]:
    """Return what Mia has told in the last hour."""
    async with town.app.ground.database.reading() as uow:
        person = await uow.people.by_chat(MIA.user_id)
        assert person is not None
        found = await uow.answers.readings(person.id, town.clock.now() - timedelta(hours=1))
    return {one.name: one.value for one in found if one.name}


@pytest.mark.usefixtures("breathing")
async def test_help_comes_by_itself_part_by_part(town: Town, mia: Resident) -> None:
    """Nothing is to be tapped while somebody breathes."""
    assert IN_AND_OUT in mia.screen[-1]

    await town.waits(seconds=50)
    assert LONGER in mia.screen[-1]
    await town.waits(seconds=50)
    assert MORE in mia.screen[-1]
    await mia.taps("That is enough")
    assert "Give it 15 minutes" in mia.screen[-1]
    await town.waits(minutes=16)
    for said in ("2", "At home", "Yes"):
        await mia.says(said)

    assert "It went from 6 to 2." in mia.screen[-1]
    assert await readings(town) == {
        "craving": 6,
        "trigger": "payday",
        "skill": "breathe",
        "craving_after": 2,
        "place": "home",
        "helped": "yes",
    }


@pytest.mark.usefixtures("breathing")
async def test_a_restart_loses_no_part(town: Town, mia: Resident, restarts: Restart) -> None:
    await restarts(town)
    await town.waits(seconds=50)
    assert LONGER in mia.screen[-1]

    await restarts(town)
    await town.waits(seconds=50)

    assert MORE in mia.screen[-1]


@pytest.mark.usefixtures("breathing")
async def test_sos_in_the_middle_of_a_breath(town: Town, mia: Resident) -> None:
    """People and numbers first; then the exercise is where it was."""
    await mia.says("/sos")
    assert mia.sees("Are you safe right now?")

    await mia.taps("Yes, I am safe")

    assert any(words in mia.screen[-1] for words in (IN_AND_OUT, LONGER))


@pytest.mark.usefixtures("breathing")
async def test_one_button_ends_a_part_and_one_word_the_exercise(town: Town, mia: Resident) -> None:
    await mia.taps("Next")
    assert LONGER in mia.screen[-1]

    await mia.says("stop")
    await mia.says("stop")

    assert "Give it 15 minutes" in mia.screen[-1]
