"""Putting off: only what still lies within the window is offered."""

from datetime import UTC, datetime, time, timedelta

import pytest

from dialogs.care.putting_off import Snooze, offered, snoozed_until

QUIET = (time(21, 30), time(8, 0))
ZONE = "Europe/Berlin"


def at(local: str) -> datetime:
    """Return a moment of a summer day in Berlin, in UTC."""
    return datetime.fromisoformat(f"2026-07-01T{local}+02:00").astimezone(UTC)


@pytest.mark.parametrize(
    ("how", "now", "closes", "again"),
    [
        pytest.param(Snooze.SOON, "18:00", "22:00", "18:30", id="half-an-hour"),
        pytest.param(Snooze.LATER, "18:00", "22:00", "20:00", id="two-hours"),
        pytest.param(Snooze.TONIGHT, "18:00", "22:00", "21:00", id="tonight"),
        pytest.param(Snooze.TONIGHT, "18:59", "22:00", "21:00", id="tonight-is-after-later"),
        pytest.param(Snooze.TONIGHT, "19:00", "22:00", None, id="tonight-is-no-more-than-later"),
        pytest.param(Snooze.SOON, "18:00", "18:45", "18:30", id="just-in-the-window"),
        pytest.param(Snooze.SOON, "18:00", "18:44", None, id="window-closes-too-soon"),
        pytest.param(Snooze.SOON, "20:59", "23:00", "21:29", id="just-before-quiet-hours"),
        pytest.param(Snooze.SOON, "21:00", "23:00", None, id="quiet-hours-by-then"),
        pytest.param(Snooze.LATER, "12:00", "13:00", None, id="two-hours-is-after-the-window"),
    ],
)
def test_snoozed_until(how, now, closes, again):
    found = snoozed_until(how, at(now), at(closes), *QUIET, ZONE)

    assert found == (at(again) if again else None)


def test_what_is_offered_comes_soonest_first():
    found = offered(at("17:00"), at("23:00"), *QUIET, ZONE)

    assert [how for how, _ in found] == [Snooze.SOON, Snooze.LATER, Snooze.TONIGHT]
    assert [when - at("17:00") for _, when in found] == [
        timedelta(minutes=30),
        timedelta(hours=2),
        timedelta(hours=4),
    ]


def test_nothing_is_offered_when_the_window_is_nearly_over():
    assert offered(at("21:00"), at("21:20"), *QUIET, ZONE) == ()


def test_who_has_no_quiet_hours_has_no_tonight():
    found = offered(at("12:00"), at("23:00"), time(0), time(0), ZONE)

    assert [how for how, _ in found] == [Snooze.SOON, Snooze.LATER]
