"""Medicines: what was taken and when, said as a share of days, and a tap that logs it."""

from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from bot.cast import MIA
from bot.town import Resident, Town
from dialogs.care.plan import Medicine
from tests.stories.test_goals_in_time import has
from tests.stories.test_the_plan import opens, plan_of

NALTREXONE = Medicine("nal", "Naltrexone", (time(8),), "one a day")
SERTRALINE = Medicine("ser", "Sertraline", (time(8), time(20)), asks=True)


async def readings(town: Town) -> list[tuple[str, Any]]:
    """Return what Mia has told about medicines, oldest first."""
    async with town.app.ground.database.reading() as uow:
        person = await uow.people.by_chat(MIA.user_id)
        assert person is not None
        found = await uow.answers.readings(person.id, town.clock.now().replace(year=2025))
    return [(one.name, one.value) for one in found if one.name.startswith("medicine")]


async def test_without_medicines_there_is_one_sentence(town: Town, mia: Resident) -> None:
    await mia.says("/meds")

    assert mia.sees("There is no medicine in your plan.")
    await mia.taps("Change my medicines")
    assert mia.sees("My medicines")


async def test_taken_is_one_tap(town: Town, mia: Resident) -> None:
    await has(town, medicines=(NALTREXONE,))
    await mia.says("/meds")
    assert mia.sees("Naltrexone · one a day · 08:00")
    assert mia.sees("Nothing told about it in the last 14 days.")

    await mia.taps("Taken")

    assert mia.sees("Good. That is one thing done for today.")
    assert len(mia.screen) == 1, mia.screen
    assert await readings(town) == [("medicine:nal", "taken")]
    await mia.says("/meds")
    assert mia.sees("Taken on the one day you told me about, in the last 14.")
    assert mia.sees("Last time: today at 19:5")


async def test_not_today_and_why(town: Town, mia: Resident) -> None:
    """Why is a tap, too; nobody scolds, and the counselor can see it."""
    await has(town, medicines=(NALTREXONE,))
    await mia.says("/meds")

    await mia.taps("Not today")
    assert mia.sees("Thank you for saying so. What was it?")
    await mia.taps("It ran out")

    assert mia.sees("Dana will see this.")
    assert await readings(town) == [("medicine:nal", "not_taken"), ("medicine_reason", "ran_out")]
    await mia.says("/meds")
    assert mia.sees("Not taken on the one day you told me about, in the last 14.")


async def test_two_medicines_are_told_apart(town: Town, mia: Resident) -> None:
    await has(town, medicines=(NALTREXONE, SERTRALINE))
    await mia.says("/meds")

    await mia.taps("Taken: Sertraline")

    assert await readings(town) == [("medicine:ser", "taken")]


async def test_the_prompt_at_its_time_is_about_that_medicine(town: Town, mia: Resident) -> None:
    """With two medicines the log says which; the plan's own schedule asks about one."""
    await has(town, medicines=(replace(SERTRALINE, asks=False),))
    await opens(mia, "My medicines", "Add")
    await mia.says("Naltrexone")
    await mia.taps("Skip")
    await mia.taps("Once a day")
    await mia.taps("09:00")
    await mia.taps("At each time")
    key = (await plan_of(town)).medicines[1].key
    await town.waits(hours=13, minutes=10)

    await mia.taps("Start")
    assert mia.sees("Your medicine: Naltrexone")
    await mia.taps("Yes, taken")

    assert await readings(town) == [(f"medicine:{key}", "taken")]


async def test_what_is_gone_is_said_to_be_gone(town: Town, mia: Resident) -> None:
    """The medicine was taken out of the plan, and its button is still on the screen."""
    await has(town, medicines=(NALTREXONE,))
    await mia.says("/meds")
    await has(town, medicines=())

    await mia.taps("Taken")

    assert mia.sees("That one is not in your plan any more.")
    assert await readings(town) == []


@pytest.mark.parametrize("label", ["Taken", "Not today"])
async def test_a_check_in_waits_meanwhile(town: Town, mia: Resident, label: str) -> None:
    """Logging in the middle of a check-in loses neither."""
    await has(town, medicines=(NALTREXONE,))
    await town.waits(minutes=6)
    await mia.taps("Start")
    await mia.says("/meds")

    await mia.taps(label)
    if label == "Not today":
        await mia.taps("I forgot")

    assert mia.sees("Did you drink or use today?")


async def asked_for_both(town: Town, mia: Resident) -> None:
    """Let Mia be asked about the first of two medicines, and say *later*."""
    await has(town, medicines=(NALTREXONE, SERTRALINE))
    await opens(mia, "My medicines", "Sertraline", "Change its times")
    await mia.taps("Once a day")
    await mia.taps("09:00")
    await mia.taps("At each time")
    await town.waits(hours=13, minutes=10)
    await mia.taps("Start")
    assert mia.sees("Your medicine: Sertraline")
    await mia.taps("I will take it later")


async def test_later_is_about_the_same_medicine(town: Town, mia: Resident) -> None:
    """Who said later to one of two is asked about that one again, not about both."""
    await asked_for_both(town, mia)
    await town.waits(hours=2, minutes=5)

    await mia.taps("Start")

    assert mia.sees("Your medicine: Sertraline")
    assert not mia.sees("Naltrexone")
    await mia.taps("Yes, taken")
    assert await readings(town) == [("medicine:ser", "later"), ("medicine:ser", "taken")]


async def test_nobody_is_asked_again_about_what_is_gone(town: Town, mia: Resident) -> None:
    """The medicine was taken out of the plan after *later*: nothing comes two hours later."""
    await asked_for_both(town, mia)
    await opens(mia, "My medicines", "Sertraline", "Take out")

    await town.waits(hours=2, minutes=5)

    assert "Start" not in mia.buttons
