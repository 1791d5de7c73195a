"""Bad plans: what does not fit is refused in a clear sentence, and nothing is lost by it."""

import json
from dataclasses import replace
from typing import Any

import pytest
from pydantic import TypeAdapter

from bot.cast import MIA
from bot.town import Resident, Town
from dialogs.care.plan import Goal, GoalStatus, Measure, MeasureKind, Plan
from storage.vault import Sealed
from tests.stories.steps import begins
from tests.stories.test_goals_in_time import goal_of, has
from tests.stories.test_the_plan import opens, plan_of

RAW: Sealed[Any] = Sealed("plans", "body", Any)
TOMORROWS = {"mood_ring": "blue"}
"""A field that another version of the program may come to know."""


async def rewritten(town: Town, document: dict[str, Any]) -> None:
    """Keep a plan in the place of Mia's newest, exactly as another version would write it."""
    async with town.app.ground.database.unit_of_work() as uow:
        person = await uow.people.by_chat(MIA.user_id)
        assert person is not None
        plan = await uow.plans.current(person.id)
        assert plan is not None
        saved = await uow.plans.save(plan)
        body = RAW.seal(
            uow.plans._vault,  # noqa: SLF001 - no door writes what this version does not know
            person.id,
            str(saved.version),
            {**document, "version": saved.version},
        )
        sql = "UPDATE plans SET body = ? WHERE client_id = ? AND version = ?"
        await uow._connection.exec_driver_sql(  # noqa: SLF001 - see above
            sql, (body, person.id, saved.version)
        )


async def as_document(town: Town) -> dict[str, Any]:
    """Return Mia's plan as it is kept."""
    written: TypeAdapter[Plan] = TypeAdapter(Plan)
    found: dict[str, Any] = json.loads(written.dump_json(await plan_of(town)))
    return found


async def test_a_plan_of_another_version_opens_with_a_sentence(town: Town, mia: Resident) -> None:
    """What fits is there, what does not is kept, and an edit loses none of it."""
    document = await as_document(town)
    for newer in ("strengths", "living", "conditions", "older", "appointments"):
        del document[newer]
    document |= TOMORROWS
    document["triggers"][0]["strength"] = 9
    await rewritten(town, document)

    await mia.says("/plan")

    assert mia.sees("It is kept, and nothing is lost.")
    assert mia.sees("Payday")
    await mia.taps("What can set it off")
    await mia.taps("Add")
    await mia.says("The smell of the bar")
    plan = await plan_of(town)
    assert [one.label for one in plan.triggers][-1] == "The smell of the bar"
    assert plan.older == {**TOMORROWS, "triggers.0.strength": 9}


async def test_a_plan_of_another_version_is_asked_by(town: Town, mia: Resident) -> None:
    """A check-in does not stumble over a goal that cannot be read; the others are asked about."""
    document = await as_document(town)
    document["goals"][0]["measure"]["kind"] = "percent"
    document |= {"own_signs": [], "skills": []}
    await rewritten(town, document)

    await begins(town, mia)
    for answer in ("no", "2", "7", "7", "8"):
        await mia.says(answer)

    assert mia.sees("Did you talk to Sam today?"), mia.screen


async def test_a_skill_that_was_taken_out_meanwhile(town: Town, mia: Resident) -> None:
    """The running dialog still offers it, and goes on with it; the next one does not."""
    await mia.says("/now")
    await mia.says("6")
    await mia.taps("Skip")
    assert any("Call Sam" in label for label in mia.buttons)
    await opens(mia, "What helps me", "Call Sam", "Take out")
    assert [one.key for one in (await plan_of(town)).skills] == ["block", "water"]

    await mia.says("/now")
    assert "Call Sam" in mia.buttons
    await mia.taps("Call Sam")

    assert mia.sees("Give it 15 minutes.")
    await mia.taps("I am done now")
    await mia.says("/stop")
    await mia.says("/now")
    await mia.says("6")
    await mia.taps("Skip")
    assert "Call Sam" not in mia.buttons


async def test_words_for_what_was_taken_out_meanwhile(town: Town, mia: Resident) -> None:
    """She is asked for other words, and takes it out before she answers."""
    await opens(mia, "What can set it off", "Payday", "Say it differently")
    await opens(mia, "What can set it off", "Payday", "Take out")

    await mia.says("The Friday I am paid")

    assert mia.sees("That one is not in your plan any more.")
    assert [one.key for one in (await plan_of(town)).triggers] == ["alone", "row"]


async def test_a_medicine_at_twenty_five_oclock(town: Town, mia: Resident) -> None:
    await opens(mia, "My medicines", "Add")
    await mia.says("Naltrexone")
    await mia.taps("Skip")
    await mia.taps("Once a day")

    await mia.says("25:00")

    assert mia.sees("I did not get the time. Please write it like 20:30 or 8:30 pm.")
    await mia.says("8:30 pm")
    await mia.taps("Once, in the check-in")
    assert f"{(await plan_of(town)).medicines[0].times[0]:%H:%M}" == "20:30"


@pytest.mark.parametrize("length", [201, 4_096, 10_000])
async def test_far_too_many_characters(town: Town, mia: Resident, length: int) -> None:
    """However long it is, it is said how long it may be, and asked again."""
    await opens(mia, "What can set it off", "Add")

    await mia.says("x" * length)

    assert mia.sees("That is a bit long for me. Please keep it under 200 characters.")
    await mia.says("Long nights")
    assert (await plan_of(town)).triggers[-1].label == "Long nights"


async def test_far_too_many_lines(town: Town, mia: Resident) -> None:
    await opens(mia, "About me", "Change: What is strong in me")

    await mia.says("\n".join(str(n) for n in range(30)))

    assert mia.sees("There are 20 of these already.")
    assert (await plan_of(town)).strengths == ()


async def test_an_appointment_in_the_past(town: Town, mia: Resident) -> None:
    await opens(mia, "My dates", "Add", "Doctor")
    await mia.taps("Skip")
    await mia.taps("Once")
    await mia.says("2020-01-01")
    await mia.taps("10:00")
    await mia.taps("Skip")
    await mia.taps("That is right")

    assert mia.sees("That day lies in the past. Please choose one that is still to come.")
    assert (await plan_of(town)).appointments == ()


async def test_a_day_that_is_none(town: Town, mia: Resident) -> None:
    await opens(mia, "My dates", "Add", "Doctor")
    await mia.taps("Skip")
    await mia.taps("Once")

    await mia.says("2026-02-30")

    assert mia.sees("I did not get the date. Please write it like 2026-05-01.")


async def test_a_goal_needs_a_measure(town: Town, mia: Resident) -> None:
    """One cannot be left out; the question stands until there is an answer, or a stop."""
    await opens(mia, "What I am working on", "Add", "Family")
    await mia.says("Be a better brother")

    await mia.says("skip")

    assert mia.sees("I do need an answer here to go on.")
    await mia.says("stop")
    assert (await plan_of(town)).version == 1


async def test_a_goal_that_came_without_a_measure(town: Town, mia: Resident) -> None:
    """An older one may have none: it can be done, rest and be reworded all the same."""
    bare = Goal("be", "Be kind", Measure(MeasureKind.YES_NO, "Were you?"), GoalStatus.ACTIVE)
    await has(town, goals=(bare,))

    await opens(mia, "What I am working on", "Be kind", "Let it rest")

    assert (await goal_of(town, "be")).status is GoalStatus.ON_HOLD
    await opens(mia, "What I am working on", "Be kind", "Say it differently")
    await mia.says("Be kind to myself")
    assert (await goal_of(town, "be")).title == "Be kind to myself"


async def test_contradictory_edits_show_both(town: Town, mia: Resident, dana: Resident) -> None:
    """Client and counselor say the same thing differently; the second sees it and decides."""
    await opens(mia, "What can set it off", "Payday", "Say it differently")
    plan = await plan_of(town)
    first = replace(plan.triggers[0], label="The day the money comes")
    await has(town, triggers=(first, *plan.triggers[1:]))

    await mia.says("The Friday I am paid")

    assert mia.sees("This was changed meanwhile")
    assert mia.sees("The day the money comes")
    await mia.taps("Take mine")
    assert (await plan_of(town)).triggers[0].label == "The Friday I am paid"
