"""Quieting and tuning: on each side of each boundary."""

from datetime import UTC, date, datetime, timedelta

import pytest

from dialogs.care.quieting import Choices, Quiet, Reason, quieted
from dialogs.care.series.days import days_of
from dialogs.care.series.tuning import Hearing, Raised, raised_since, tuned
from dialogs.care.series.watch import Day
from dialogs.care.warning_signs import Reading
from dialogs.errors import StaleReply
from dialogs.playbook import load

NOW = datetime(2026, 5, 13, 3, 30, tzinfo=UTC)
"""Half past eleven in the evening of the twelfth in New York."""

ZONE = "America/New_York"
RULES = load().series


def quiet_for(days: int, *, is_safety: bool = False, choices: Choices | None = None) -> Choices:
    """Expect strong cravings for so many days."""
    return quieted(
        choices or Choices(),
        "craving_days",
        Reason.AGREED,
        days,
        by=2,
        now=NOW,
        zone=ZONE,
        is_safety=is_safety,
    )


@pytest.mark.parametrize("days", [1, 30])
def test_it_ends_at_the_clients_midnight(days):
    """Of the day after so many days, on her own calendar, and not a moment later."""
    choices = quiet_for(days)
    until = datetime(2026, 5, 12, 4, 0, tzinfo=UTC) + timedelta(days=days)

    assert choices.quiet[0].until == until
    assert choices.is_quiet("craving_days", until - timedelta(seconds=1))
    assert not choices.is_quiet("craving_days", until)
    assert not choices.is_quiet("use", NOW)


@pytest.mark.parametrize("days", [-1, 0, 31])
def test_for_no_time_or_for_too_long_it_is_refused(days):
    """Thirty days at most: what lasts longer is for the plan."""
    with pytest.raises(StaleReply):
        quiet_for(days)


def test_what_rests_on_a_safety_answer_is_never_quiet():
    """Whatever anybody has tapped."""
    with pytest.raises(StaleReply):
        quiet_for(7, is_safety=True)


def test_a_sign_is_expected_once_and_what_is_over_is_forgotten():
    """The newest decision holds."""
    over = Quiet("use", Reason.CHANGE, NOW - timedelta(seconds=1), by=2)
    first = quiet_for(7, choices=Choices(quiet=(over,)))

    again = quiet_for(14, choices=first)

    assert [one.sign for one in again.quiet] == ["craving_days"]
    assert again.quiet[0].until - first.quiet[0].until == timedelta(days=7)
    assert again.without("craving_days").quiet == ()


@pytest.mark.parametrize(
    ("hearing", "points", "limit", "row"),
    [
        pytest.param(Hearing.USUAL, 5, 2.85, 3, id="as-the-clinic-has-it"),
        pytest.param(Hearing.QUIETER, 7, 3.3, 4, id="later"),
        pytest.param(Hearing.SOONER, 4, 2.5, 2, id="sooner"),
    ],
)
def test_each_way_of_hearing(hearing, points, limit, row):
    """Three figures move, and nothing else."""
    rules = tuned(RULES, hearing)

    assert rules.standing.at_least == points
    assert rules.change.limit == pytest.approx(limit)
    assert rules.silence.in_a_row == row
    assert rules.standing.parts == RULES.standing.parts


def test_hearing_never_leaves_what_rules_allow():
    """A clinic that hears late already is not made deaf, and no limit falls below two."""
    late = RULES.model_copy(update={"change": RULES.change.model_copy(update={"limit": 4.0})})
    soon = RULES.model_copy(update={"change": RULES.change.model_copy(update={"limit": 2.0})})

    assert tuned(late, Hearing.QUIETER).change.limit == 4.0
    assert tuned(soon, Hearing.SOONER).change.limit == 2.0


def test_what_would_have_been_said():
    """Only from the day asked for on, though the days before it teach the level."""
    bad = {"use": 0.0, "confidence": 2.0, "craving": 7.0}
    good = {"use": 0.0, "confidence": 8.0, "craving": 2.0}
    days = [
        Day(date(2026, 4, 1) + timedelta(days=n), bad if n in {3, 4, 20, 21} else good)
        for n in range(30)
    ]

    found = raised_since(RULES, days, date(2026, 4, 10))

    assert Raised(date(2026, 4, 22), "standing") in found
    assert all(one.on >= date(2026, 4, 10) for one in found)


def test_days_are_the_clients_own():
    """Averages by local day; what was asked and not answered is there, and so is a missed day."""
    at = datetime(2026, 5, 13, 3, 0, tzinfo=UTC)
    readings = [
        Reading("craving", 4, at, "a"),
        Reading("craving", 6, at + timedelta(minutes=30), "b"),
        Reading("use", "yes", at, "a"),
        Reading("mood", None, at, "a", "skipped"),
        Reading("check_in", "missed", at + timedelta(days=1), None, "expired"),
        Reading("sleep", 7, at + timedelta(days=2), "c", about=date(2026, 5, 13)),
    ]

    days = days_of(readings, ZONE)

    assert [day.on for day in days] == [date(2026, 5, 12), date(2026, 5, 13)]
    assert days[0].values == {"craving": 5.0, "use": 1.0, "mood": None}
    assert days[1].values == {"sleep": 7.0}
