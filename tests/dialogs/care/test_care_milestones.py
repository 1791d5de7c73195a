"""Milestones: what the client chose to count, in all; each is reached once and never lost."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from dialogs.care.milestones import newly_reached, totals
from dialogs.care.plan import (
    Counted,
    Domain,
    Goal,
    GoalStatus,
    Measure,
    MeasureKind,
    Milestone,
    starter_plan,
)
from dialogs.care.warning_signs import Reading

TODAY = date(2026, 3, 9)
ZONE = "America/New_York"
EVENING = datetime(2026, 3, 10, 1, 0, tzinfo=UTC)
SISTER = Goal(
    "sister", "Call my sister", Measure(MeasureKind.YES_NO, "Did you?", 2), GoalStatus.ACTIVE,
    domain=Domain.FAMILY,
)  # fmt: skip
PLAN = replace(
    starter_plan(1, time(20), EVENING, 1),
    goals=(SISTER,),
    milestones=(
        Milestone("month", 30, "Sam, we did it"),
        Milestone("week", 7, "A week!"),
        Milestone("waves", 2, "Two waves", Counted.CRAVINGS_RIDDEN),
        Milestone("calls", 1, "I called", Counted.CALLS),
        Milestone("kept", 3, "Three times here", Counted.CHECK_INS),
    ),
)


def said(name, value, days_ago=0.0):
    session = f"{name if name not in {'craving', 'craving_after'} else 'wave'}{days_ago:g}"
    return Reading(name, value, EVENING - timedelta(days=days_ago), session)


def earlier(readings):
    """Leave out what was said this evening."""
    return [one for one in readings if one.at < EVENING - timedelta(hours=1)]


def clear(days, until=0):
    return [said("use", "no", day) for day in range(until, until + days)]


@pytest.mark.parametrize(
    ("readings", "keys"),
    [
        pytest.param(clear(7), ["week"], id="reached-today"),
        pytest.param(clear(6), [], id="a-day-short"),
        pytest.param(clear(8), [], id="celebrated-yesterday"),
        pytest.param([*clear(7, 1), said("use", "yes")], [], id="a-lapse-takes-nothing-away"),
        pytest.param(
            [*clear(6), said("use", "yes", 6), *clear(1, 7)], ["week"], id="after-a-lapse"
        ),
        pytest.param(clear(30), ["month"], id="a-month"),
    ],
)
def test_days_without_use(readings, keys):
    """A total that only grows, so each is celebrated once."""
    plan = replace(PLAN, milestones=PLAN.milestones[:2])

    found = newly_reached(plan, earlier(readings), readings, TODAY, ZONE)

    assert [one.key for one in found] == keys


def test_cravings_calls_and_check_ins():
    """A wave that did not get weaker is no wave ridden; a no is no call."""
    readings = [
        said("craving", 8), said("craving_after", 3),
        said("craving", 6, 1), said("craving_after", 4, 1),
        said("craving", 5, 2), said("craving_after", 5, 2),
        said("goal:sister", "yes"), said("goal:sister", "no", 1),
        said("mood", 5), said("mood", 6, 1), said("mood", 6, 2),
    ]  # fmt: skip

    counted = totals(PLAN, readings, TODAY, ZONE)

    assert counted[Counted.CRAVINGS_RIDDEN] == 2
    assert counted[Counted.CALLS] == 1
    assert counted[Counted.CHECK_INS] == 3
    found = newly_reached(PLAN, earlier(readings), readings, TODAY, ZONE)
    assert [one.key for one in found] == ["calls", "waves", "kept"]
