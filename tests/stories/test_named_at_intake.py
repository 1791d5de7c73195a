"""Named at intake: people and medicines that somebody tells of are proposed for their plan."""

import pytest

from bot.emulator.phone import Phone
from bot.town import Resident, Town
from dialogs.care.people import Role
from dialogs.care.plan import Plan
from tests.stories.test_joining import NELL, agrees, comes_in, hands_out, invitation


async def tells(nell: Resident, medicines: str, people: str) -> None:
    """Go through the first conversation; of health and of people there is something to tell."""
    await nell.taps("Make my first plan")
    await nell.says("I want my evenings back")
    await nell.taps("Mine")
    for _ in range(2):
        await nell.taps("Leave that part out")
    await nell.taps("Go on now")
    await nell.taps("Skip")
    await nell.says(medicines)
    await nell.taps("Leave that part out")
    await nell.taps("Go on now")
    await nell.taps("Alone")
    await nell.taps("Yes")
    await nell.says(people)
    for _ in range(3):
        await nell.taps("Leave that part out")
    await nell.taps("That is right")


@pytest.mark.parametrize(
    ("medicines", "people", "named"),
    [
        pytest.param(
            "Naltrexone, 50 mg and sertraline",
            "Rosa +1 555 0100 and Sam",
            (["Naltrexone, 50 mg", "sertraline"], [("Rosa", "+1 555 0100"), ("Sam", None)]),
            id="named",
        ),
        pytest.param("None", "Nobody right now, that is why I am here, I think", ([], []), id="no"),
    ],
)
async def test_who_and_what_was_named_is_proposed(
    clinic: Town, medicines: str, people: str, named: tuple[list[str], list[tuple[str, str | None]]]
) -> None:
    """Nothing has to be said twice, and nothing holds before both have agreed."""
    una = Resident(Phone(clinic.telegram, 7_000_000_400, "Una"), clinic)
    await una.says(f"/start {await invitation(clinic, Role.COUNSELOR)}")
    nell = Resident(Phone(clinic.telegram, NELL, "Nell"), clinic)
    await comes_in(nell, una, await hands_out(una))
    await nell.taps("English")
    await agrees(nell)
    await nell.says("/plan")

    await tells(nell, medicines, people)

    assert not (await plan_of_nell(clinic)).contacts
    await nell.taps("Agree")
    await una.taps("Open")
    await una.taps("Agree")
    plan = await plan_of_nell(clinic)
    assert [one.name for one in plan.medicines] == named[0]
    assert [(one.name, one.phone) for one in plan.contacts] == named[1]


async def plan_of_nell(clinic: Town) -> Plan:
    """Return the plan in force."""
    async with clinic.app.ground.database.reading() as uow:
        person = await uow.people.by_chat(NELL)
        assert person is not None
        plan = await uow.plans.current(person.id)
    assert plan is not None
    return plan
