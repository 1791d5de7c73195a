"""Entered anew: a thing of the plan gets other times, another number, another day, in its place."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from bot.town import Resident, Town
from dialogs.care.plan import Appointment, AppointmentKind, ContactPerson
from tests.stories.test_goals_in_time import has
from tests.stories.test_medicines import NALTREXONE, SERTRALINE, readings
from tests.stories.test_the_plan import opens, opens_of_mia, plan_of

GROUP = Appointment("grp", "Group at the clinic", AppointmentKind.GROUP, "weekly mon 18:00", "Hall")
ANN = ContactPerson("ann", "Ann", "+1 555 0100", "a friend")


async def test_a_medicine_gets_other_times_by_tap(town: Town, mia: Resident) -> None:
    """Its name, dose and all that was told of it stay."""
    await has(town, medicines=(NALTREXONE,))
    await mia.says("/meds")
    await mia.taps("Taken")
    await opens(mia, "My medicines", "Naltrexone", "Change its times")

    await mia.taps("Twice a day")
    await mia.taps("09:00")
    await mia.taps("21:00")
    await mia.taps("At each time")

    (one,) = (await plan_of(town)).medicines
    assert (one.key, one.name, one.dose) == ("nal", "Naltrexone", "one a day")
    assert (one.times, one.asks) == ((time(9), time(21)), True)
    assert mia.sees("Done. Your plan is now version")
    assert await readings(town) == [("medicine:nal", "taken")]


async def test_it_is_asked_at_the_new_time_only(town: Town, mia: Resident) -> None:
    await has(town, medicines=(SERTRALINE,))
    await opens(mia, "My medicines", "Sertraline", "Change its times")
    await mia.taps("Once a day")
    await mia.says("10 am")
    await mia.taps("At each time")
    await town.waits(hours=12, minutes=15)
    assert not mia.sees("Sertraline")

    await town.waits(hours=2)

    await mia.taps("Start")
    assert mia.sees("Your medicine: Sertraline")


async def test_a_new_time_at_twenty_five_oclock(town: Town, mia: Resident) -> None:
    await has(town, medicines=(NALTREXONE,))
    await opens(mia, "My medicines", "Naltrexone", "Change its times")
    await mia.taps("Once a day")

    await mia.says("25:00")

    assert (await plan_of(town)).medicines == (NALTREXONE,)
    await mia.taps("09:00")
    await mia.taps("Once, in the check-in")
    assert (await plan_of(town)).medicines[0].times == (time(9),)


async def test_an_appointment_is_moved(town: Town, mia: Resident) -> None:
    """What is left out stays as it is."""
    await has(town, appointments=(GROUP,))
    await opens(mia, "My dates", "Group at the clinic", "Change day, time or place")
    await mia.taps("Group")
    await mia.taps("Skip")
    await mia.taps("Every week")
    await mia.taps("Tue")
    await mia.taps("19:00")
    await mia.taps("Skip")
    await mia.taps("That is right")

    (one,) = (await plan_of(town)).appointments
    assert (one.key, one.label, one.place) == ("grp", "Group at the clinic", "Hall")
    assert one.rule == "weekly tue 19:00"


@pytest.mark.parametrize(
    ("typed", "name", "phone"),
    [
        pytest.param("Annie +1 555 0199", "Annie", "+1 555 0199", id="both"),
        pytest.param("Annie", "Annie", "+1 555 0100", id="name"),
    ],
)
async def test_somebody_gets_another_number(
    town: Town, mia: Resident, typed: str, name: str, phone: str
) -> None:
    await has(town, contacts=(ANN,))
    await opens(mia, "My people", "Ann", "Enter name and number anew")

    await mia.says(typed)
    await mia.taps("Skip")

    (one,) = (await plan_of(town)).contacts
    assert one == ContactPerson("ann", name, phone, "a friend")


async def test_a_number_typed_with_the_name_is_a_number(town: Town, mia: Resident) -> None:
    """Whoever writes both where the name is asked for gets a number that can be called."""
    await has(town, contacts=(ANN,))
    await opens(mia, "My people", "Ann", "Change the name")

    await mia.says("Annie, +1 555 0199")

    (one,) = (await plan_of(town)).contacts
    assert one == ContactPerson("ann", "Annie", "+1 555 0199", "a friend")


async def test_other_times_meanwhile_are_shown(town: Town, mia: Resident, dana: Resident) -> None:
    """The second sees both and decides; nothing is lost."""
    await has(town, medicines=(NALTREXONE,))
    await opens(mia, "My medicines", "Naltrexone", "Change its times")
    await mia.taps("Once a day")
    await mia.taps("09:00")
    await has(town, medicines=(replace(NALTREXONE, times=(time(7),)),))

    await mia.taps("Once, in the check-in")

    assert mia.sees("Naltrexone · one a day · 07:00")
    assert mia.sees("Naltrexone · one a day · 09:00")
    await mia.taps("Take mine")
    assert (await plan_of(town)).medicines[0].times == (time(9),)


async def test_a_counselor_suggests_other_times(town: Town, mia: Resident, dana: Resident) -> None:
    await has(town, medicines=(NALTREXONE,))
    await opens_of_mia(dana, "Mia's medicines", "Naltrexone", "Change its times")
    await dana.taps("Once a day")
    await dana.taps("09:00")
    await dana.taps("Once, in the check-in")

    assert (await plan_of(town)).medicines == (NALTREXONE,)
    await mia.says("/plan")
    await mia.taps("Waits for an answer")
    assert mia.sees("one a day · 08:00 → Naltrexone · one a day · 09:00")


async def test_less_of_a_goal_by_tap(town: Town, mia: Resident) -> None:
    """A goal that turned out too large is made smaller, and nothing of its past is lost."""
    before = (await plan_of(town)).goals[0]
    await opens(mia, "What I am working on", before.title, "Change how much")

    await mia.says("2")
    await mia.taps("As it is")

    goal = (await plan_of(town)).goals[0]
    assert goal.measure == replace(before.measure, target=2)
    assert (goal.key, goal.status) == (before.key, before.status)


async def test_another_day_for_a_goal(town: Town, mia: Resident) -> None:
    await opens(mia, "What I am working on", "Walk", "Change how much")

    await mia.says("3")
    await mia.taps("Four weeks")

    by = (await plan_of(town)).goals[0].measure.by
    assert by == town.clock.now().date() + timedelta(weeks=4)
