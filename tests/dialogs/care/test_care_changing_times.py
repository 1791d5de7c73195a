"""Changing times: the other days and hours of a rule stay, and nothing is asked twice."""

from datetime import UTC, datetime, time

import pytest

from dialogs.care.changing_times import Hour, after_change, hours_of, with_hour
from dialogs.care.plan import Schedule
from dialogs.errors import BadRule

ZONE = "Europe/Berlin"


def schedule(rule: str) -> Schedule:
    return Schedule("daily", rule, "daily_checkin")


@pytest.mark.parametrize(
    ("rule", "slot", "at", "expected"),
    [
        pytest.param("daily 20:00", 0, time(19), "daily 19:00", id="daily"),
        pytest.param("daily 08:00,20:00", 1, time(21), "daily 08:00,21:00", id="one-of-two"),
        pytest.param(
            "weekdays mon,fri 18:30", 0, time(7, 5), "weekdays mon,fri 07:05", id="weekdays"
        ),
        pytest.param(
            "every 3 days from 2026-01-02 20:00",
            0,
            time(9),
            "every 3 days from 2026-01-02 09:00",
            id="every-so-many-days",
        ),
        pytest.param("monthly 31 09:00", 0, time(10), "monthly 31 10:00", id="monthly"),
        pytest.param(
            "random daily 10:00-12:00 seed 7", 0, time(18), "daily 18:00", id="drawn-becomes-fixed"
        ),
    ],
)
def test_with_hour(rule, slot, at, expected):
    assert with_hour(schedule(rule), slot, at).rule == expected


@pytest.mark.parametrize(
    ("slot", "at", "sentence"),
    [
        pytest.param(2, time(9), "no time 2", id="no-such-time"),
        pytest.param(0, time(20), "twice", id="the-same-hour-twice"),
    ],
)
def test_an_hour_that_cannot_be(slot, at, sentence):
    with pytest.raises(BadRule, match=sentence):
        with_hour(schedule("daily 08:00,20:00"), slot, at)


def test_hours_of_a_plan():
    found = hours_of([schedule("daily 08:00,20:00"), schedule("random daily 10:00-12:00 seed 7")])

    assert found == (
        Hour("daily", "daily_checkin", 0, time(8)),
        Hour("daily", "daily_checkin", 1, time(20)),
        Hour("daily", "daily_checkin", 0, time(10), time(12)),
    )


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        pytest.param(frozenset(), "2026-05-12", id="today-was-not-asked-yet"),
        pytest.param(frozenset({("2026-05-12", 0)}), "2026-05-13", id="today-was-asked"),
    ],
)
def test_after_change(taken, expected):
    now = datetime(2026, 5, 12, 10, tzinfo=UTC)

    found = after_change(schedule("daily 21:00"), ZONE, now, taken)

    assert found is not None
    assert found.local_date.isoformat() == expected


def test_a_rule_with_no_more_days_has_none():
    now = datetime(2026, 5, 12, 10, tzinfo=UTC)

    assert after_change(schedule("once 2026-05-01 12:00"), ZONE, now, frozenset()) is None
