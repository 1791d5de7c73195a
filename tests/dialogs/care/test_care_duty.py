"""Duty: who is on call, when a digest is due, what working hours look like when they are kept."""

from datetime import UTC, datetime, time, timedelta

import pytest

from dialogs.care.consent import CARE, Category, Grant, may_see, standing_in
from dialogs.care.duty import Duty, Shift, is_at_work, next_digest, on_call, read_hours, written
from dialogs.care.ladders import WorkingHours

NOW = datetime(2026, 5, 12, 12, tzinfo=UTC)
"""A Tuesday."""

ANA, BEN, CLEO = 3, 4, 5
HOURS = WorkingHours(days=("mon", "tue", "fri"), begins=time(9), ends=time(17))


def turn(person, begins, ends=None, number=0):
    """Make a turn by hours from now."""
    at = NOW + timedelta(hours=begins)
    return Shift(number, person, at, None if ends is None else NOW + timedelta(hours=ends))


@pytest.mark.parametrize(
    ("turns", "away", "found"),
    [
        pytest.param([], set(), None, id="nobody"),
        pytest.param([turn(ANA, -5)], set(), ANA, id="open-end"),
        pytest.param([turn(ANA, 0)], set(), ANA, id="begins-now"),
        pytest.param([turn(ANA, -5, 0)], set(), None, id="ends-now"),
        pytest.param([turn(ANA, 0.01)], set(), None, id="not-yet"),
        pytest.param([turn(ANA, -5), turn(BEN, -2)], set(), BEN, id="the-last-to-begin"),
        pytest.param([turn(BEN, -2, 3), turn(ANA, -5)], set(), BEN, id="in-any-order"),
        pytest.param([turn(ANA, -5), turn(BEN, -2)], {BEN}, ANA, id="the-other-while-away"),
        pytest.param([turn(ANA, -5), turn(BEN, -2)], {ANA, BEN}, None, id="both-away"),
        pytest.param([turn(ANA, -2, number=1), turn(BEN, -2, number=2)], set(), BEN, id="tie"),
    ],
)
def test_who_is_on_call(turns, away, found):
    assert on_call(turns, away, NOW) == found


@pytest.mark.parametrize(
    ("until", "away"),
    [
        pytest.param(None, False, id="never"),
        pytest.param(NOW, False, id="until-now"),
        pytest.param(NOW + timedelta(seconds=1), True, id="a-second-more"),
    ],
)
def test_away(until, away):
    assert Duty(ANA, away_until=until).is_away(NOW) is away


@pytest.mark.parametrize(
    ("hour", "minute", "works"),
    [
        pytest.param(8, 59, False, id="before"),
        pytest.param(9, 0, True, id="begins"),
        pytest.param(16, 59, True, id="almost-over"),
        pytest.param(17, 0, False, id="over"),
    ],
)
def test_at_work(hour, minute, works):
    assert is_at_work(HOURS, "UTC", NOW.replace(hour=hour, minute=minute)) is works


@pytest.mark.parametrize(
    ("zone", "at", "found"),
    [
        pytest.param("UTC", time(13), NOW.replace(hour=13), id="later-today"),
        pytest.param("UTC", time(12), datetime(2026, 5, 15, 12, tzinfo=UTC), id="now-is-past"),
        pytest.param("UTC", time(9), datetime(2026, 5, 15, 9, tzinfo=UTC), id="over-days-off"),
        pytest.param(
            "Pacific/Auckland", time(9), datetime(2026, 5, 14, 21, tzinfo=UTC), id="in-their-zone"
        ),
    ],
)
def test_the_next_digest(zone, at, found):
    """Only on days one works, by the clock on one's own wall."""
    assert next_digest(at, HOURS, zone, NOW) == found


def test_hours_come_back_as_they_were_kept():
    assert read_hours(written(HOURS)) == HOURS
    assert written(HOURS) == "mon,tue,fri 09:00-17:00"


@pytest.mark.parametrize("text", ["", "mon", "someday 09:00-17:00", "mon 25:00-26:00"])
def test_hours_that_are_none(text):
    with pytest.raises(ValueError, match="validation error"):
        read_hours(text)


def granted(*categories, purpose=CARE, **changes):
    """Make a grant to Ana."""
    known = {"until": None, "revoked_at": None, "since": NOW - timedelta(days=9)} | changes
    return Grant(
        id=7,
        client_id=1,
        recipient_id=ANA,
        categories=frozenset(categories),
        purpose=purpose,
        text_version="1",
        text_hash="",
        **known,
    )


@pytest.mark.parametrize(
    ("grants", "may"),
    [
        pytest.param([granted(*Category)], True, id="care-team"),
        pytest.param([], False, id="nothing-granted"),
        pytest.param([granted(Category.MOOD)], False, id="no-alerts"),
        pytest.param([granted(*Category, purpose="support")], False, id="a-sponsors-grant"),
        pytest.param([granted(*Category, revoked_at=NOW)], False, id="taken-back"),
        pytest.param([granted(*Category, until=NOW)], False, id="over"),
    ],
)
def test_who_stands_in_by_the_counselors_grant(grants, may):
    """Whoever is on call hears of alerts as long as the counselor may, and of nothing else."""
    stand_ins = standing_in(grants, [BEN], NOW)

    seen = {one for one in Category if may_see(stand_ins, BEN, 1, one, NOW)}

    assert seen == ({Category.ALERTS} if may else set())
    assert may_see(stand_ins, CLEO, 1, Category.ALERTS, NOW) is None
