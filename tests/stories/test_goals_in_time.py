"""Goals in time: a day that has come, an answer from last week, and no shame about either."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.town import Resident, Town
from dialogs.care.plan import Goal, GoalStatus, Measure, MeasureKind
from tests.stories.practice import is_asked
from tests.stories.steps import begins
from tests.stories.test_the_plan import plan_of

TODAY = date(2026, 5, 12)
FORM = Goal(
    "form",
    "Send the form",
    Measure(MeasureKind.DATE, "Send the form: is it done?", by=TODAY - timedelta(days=1)),
    GoalStatus.ACTIVE,
    "find the envelope",
)
BOOK = Goal(
    "book",
    "Read ten chapters",
    Measure(MeasureKind.NUMBER, "Where are you in the book?", 10),
    GoalStatus.ACTIVE,
)


async def has(town: Town, **fields: Any) -> None:
    """Let Mia's plan have other things in it, as its next version."""
    plan = await plan_of(town)
    async with town.app.ground.database.unit_of_work() as uow:
        await uow.plans.save(replace(plan, **fields))


async def goal_of(town: Town, key: str) -> Goal:
    """Load one of Mia's goals."""
    return next(goal for goal in (await plan_of(town)).goals if goal.key == key)


async def reviews_her_week(town: Town, mia: Resident) -> None:
    """Let the weekly review be due, and Mia skip what comes before her goals."""
    await is_asked(town, mia, "weekly_review")
    await mia.taps("Skip")
    await mia.taps("Skip")


async def is_asked_about_the_form(town: Town, mia: Resident) -> None:
    """Let a goal have gone by, and Mia ask for it in /goals."""
    await has(town, goals=(FORM,))
    await mia.says("/goals")
    await mia.taps("What became of: Send the form")


async def test_a_goal_whose_day_has_passed_is_not_asked(town: Town, mia: Resident) -> None:
    """It would be asked every evening for ever; nobody needs to be reminded that often."""
    await has(town, goals=(FORM,), own_signs=(), skills=())

    await begins(town, mia)
    for _ in range(8):
        if "Skip" in mia.buttons:
            await mia.taps("Skip")

    assert not any("Send the form" in line for line in mia.history)
    assert not any("find the envelope" in line for line in mia.history)


async def test_it_is_still_asked_on_its_day(town: Town, mia: Resident) -> None:
    last_day = replace(FORM, measure=replace(FORM.measure, by=TODAY))
    await has(town, goals=(last_day,), own_signs=(), skills=())

    await begins(town, mia)
    for _ in range(8):
        if "Skip" in mia.buttons:
            await mia.taps("Skip")

    assert any("Send the form" in line for line in mia.history)


async def test_goals_asks_kindly_what_became_of_it(town: Town, mia: Resident) -> None:
    await has(town, goals=(FORM,))

    await mia.says("/goals")
    assert mia.sees("Send the form: the day you chose has come and gone. That happens.")
    await mia.taps("What became of: Send the form")
    assert mia.sees("The day you chose for it is behind us: Send the form. What became of it?")
    await mia.taps("I did it")

    assert mia.sees("You did it: Send the form. That is yours now.")
    assert (await goal_of(town, "form")).status is GoalStatus.MET


@pytest.mark.parametrize(
    ("taps", "by"),
    [
        pytest.param(("I need more time", "One week"), TODAY + timedelta(weeks=1), id="a-week"),
        pytest.param(("I need more time", "Four weeks"), TODAY + timedelta(weeks=4), id="a-month"),
    ],
)
async def test_more_time_is_a_new_day(
    town: Town, mia: Resident, taps: tuple[str, ...], by: date
) -> None:
    await is_asked_about_the_form(town, mia)

    for label in taps:
        await mia.taps(label)

    goal = await goal_of(town, "form")
    assert (goal.status, goal.measure.by) == (GoalStatus.ACTIVE, by)
    assert mia.sees(f"All right: Send the form, by {by.isoformat()}.")


async def test_a_day_of_ones_own_may_be_typed(town: Town, mia: Resident) -> None:
    await is_asked_about_the_form(town, mia)
    await mia.taps("I need more time")
    await mia.taps("A day I choose")
    await mia.says("2026-06-20")

    assert (await goal_of(town, "form")).measure.by == date(2026, 6, 20)


async def test_a_new_day_in_the_past_is_refused_in_a_sentence(town: Town, mia: Resident) -> None:
    """The goal waits as it was, and can be asked about again."""
    await is_asked_about_the_form(town, mia)
    await mia.taps("I need more time")
    await mia.taps("A day I choose")
    await mia.says("2024-01-01")

    assert mia.sees("Send the form: that day lies in the past, so I left it as it was.")
    assert (await goal_of(town, "form")).measure.by == FORM.measure.by
    await mia.says("/goals")
    assert "What became of: Send the form" in mia.buttons


async def test_a_goal_may_be_let_go(town: Town, mia: Resident) -> None:
    await is_asked_about_the_form(town, mia)

    await mia.taps("I let it go")

    assert mia.sees("You let it go: Send the form. That is a decision, too.")
    assert (await goal_of(town, "form")).status is GoalStatus.DROPPED


async def test_something_else_is_passed_on_and_the_goal_rests(
    town: Town, mia: Resident, dana: Resident
) -> None:
    await is_asked_about_the_form(town, mia)
    await mia.taps("Something else")
    await mia.says("They changed the form, I need another one")

    assert mia.sees("I note that for you and your counselor.")
    assert (await goal_of(town, "form")).status is GoalStatus.ON_HOLD
    await dana.taps("Open")
    assert dana.sees("They changed the form, I need another one")


async def test_the_weekly_review_asks_about_it_first(town: Town, mia: Resident) -> None:
    """Skipped, it stays as it was; it is not asked about a second time as a running goal."""
    plan = await plan_of(town)
    await has(town, goals=(*plan.goals, FORM))
    await reviews_her_week(town, mia)

    assert mia.sees("The day you chose for it is behind us: Send the form.")
    await mia.taps("I let it go")

    assert mia.sees("Walk twenty minutes a day")
    assert (await goal_of(town, "form")).status is GoalStatus.DROPPED


@pytest.mark.parametrize(
    ("label", "status"),
    [
        ("I have done it", GoalStatus.MET),
        ("Let it rest", GoalStatus.ON_HOLD),
    ],
)
async def test_a_status_never_trips_over_an_old_day(
    town: Town, mia: Resident, label: str, status: GoalStatus
) -> None:
    await has(town, goals=(FORM,))
    await mia.says("/plan")
    await mia.taps("What I am working on")
    await mia.taps("Send the form")

    await mia.taps(label)

    assert not mia.sees("That day lies in the past.")
    assert (await goal_of(town, "form")).status is status


async def test_words_never_trip_over_an_old_day(town: Town, mia: Resident) -> None:
    await has(town, goals=(FORM,))
    await mia.says("/plan")
    await mia.taps("What I am working on")
    await mia.taps("Send the form")
    await mia.taps("Say it differently")

    await mia.says("Ring them up")

    assert not mia.sees("That day lies in the past.")
    assert (await goal_of(town, "form")).title == "Ring them up"


async def test_a_number_told_long_ago_is_shown_with_its_day(town: Town, mia: Resident) -> None:
    """Eight days ago it was three; that is still the latest there is to know."""
    await has(town, goals=(BOOK,))
    await mia.says("/plan")
    await mia.taps("What I am working on")
    await mia.taps("Read ten chapters")
    await mia.taps("Log today")
    await mia.says("3")
    mia.puts_it_away()
    await town.waits(hours=20 * 24)

    await mia.says("/goals")

    assert mia.sees("Read ten chapters: 3 of 10, as you said 20 days ago."), mia.screen
