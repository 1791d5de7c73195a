"""Remission: how often somebody is asked then is their own choice, and none is one."""

import pytest

from bot.town import Resident, Town
from dialogs.care.plan import Phase
from tests.stories.test_the_plan import opens, plan_of


async def chooses(mia: Resident, dana: Resident, how_often: str) -> None:
    """Let Mia say how often; it is less than before, so Dana says yes to it, too."""
    await opens(mia, "About me", "Change: Where I am in treatment")
    await mia.taps("on my own feet")
    await mia.taps(how_often)
    await dana.taps("Open")
    await dana.taps("Agree")


@pytest.mark.parametrize(
    ("how_often", "rule"),
    [
        pytest.param("Once a week", "weekly sun 20:00", id="weekly"),
        pytest.param("Once a month", "monthly 1 20:00", id="monthly"),
        pytest.param("Every three months", "every 91 days from {today} 20:00", id="quarterly"),
        pytest.param("Not at all", None, id="none"),
    ],
)
async def test_how_often_is_a_choice(
    town: Town, mia: Resident, dana: Resident, how_often: str, rule: str | None
) -> None:
    await chooses(mia, dana, how_often)

    plan = await plan_of(town)
    assert plan.phase is Phase.REMISSION
    rules = [one.rule for one in plan.schedules if one.dialog == "daily_checkin"]
    today = town.clock.now().date()
    assert rules == ([] if rule is None else [rule.format(today=today)])
    assert [one.dialog for one in plan.schedules][-1] == "monthly_review"


async def test_who_wants_no_questions_can_still_come(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Nothing comes by the clock, nothing is counted as missed, and /checkin is there."""
    await chooses(mia, dana, "Not at all")
    mia.puts_it_away()

    await town.waits(days=9)

    assert mia.screen == []
    await mia.says("/times")
    assert mia.sees("Look back at the month: every 91 days")
    await mia.says("/checkin")
    assert mia.sees("Did you drink or use today?")


async def test_another_choice_later(town: Town, mia: Resident, dana: Resident) -> None:
    """More contact holds at once."""
    await chooses(mia, dana, "Not at all")

    await opens(mia, "About me", "Change: Where I am in treatment")
    await mia.taps("on my own feet")
    await mia.taps("Once a month")

    assert "monthly 1 20:00" in {one.rule for one in (await plan_of(town)).schedules}
