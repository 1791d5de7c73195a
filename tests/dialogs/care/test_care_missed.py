"""Missed check-ins: counted since the last one kept, and answered as the client chose."""

from datetime import UTC, datetime, timedelta

import pytest

from dialogs.care.missed import MissedLadder, missed_in_a_row, offers_short, tells_sponsor
from dialogs.care.warning_signs import Reading

START = datetime(2026, 5, 1, 20, tzinfo=UTC)


def days(pattern: str) -> list[Reading]:
    """Return a reading for each letter: k kept, m missed, f filled in afterwards."""
    words = {"k": "finished", "m": "missed", "f": "filled_in"}
    return [
        Reading("check_in", words[letter], START + timedelta(days=day), None)
        for day, letter in enumerate(pattern)
    ]


@pytest.mark.parametrize(
    ("pattern", "count"),
    [
        pytest.param("", 0, id="none-yet"),
        pytest.param("kkk", 0, id="all-kept"),
        pytest.param("mmk", 0, id="kept-again"),
        pytest.param("kmm", 2, id="two-since"),
        pytest.param("mmfm", 1, id="filled-in-is-silence-no-more"),
        pytest.param("mmm", 3, id="none-ever-kept"),
    ],
)
def test_missed_in_a_row(pattern, count):
    other = Reading("craving", 4, START + timedelta(days=20), "s")

    assert missed_in_a_row([*days(pattern), other]) == count


@pytest.mark.parametrize(
    ("missed", "short", "told"),
    [
        pytest.param(0, False, False, id="none"),
        pytest.param(1, True, False, id="short-version-first"),
        pytest.param(2, True, True, id="told"),
        pytest.param(3, True, True, id="told-by-now"),
    ],
)
def test_ladder_to_the_sponsor(missed, short, told):
    ladder = MissedLadder(short_after=1, tell_after=2, tell="sponsor")

    assert offers_short(ladder, missed) is short
    assert tells_sponsor(ladder, missed) is told


def test_a_counselor_is_told_by_the_sign_and_not_here():
    assert not tells_sponsor(MissedLadder(tell_after=2, tell="counselor"), 2)


def test_the_short_version_may_be_left_out():
    assert not offers_short(MissedLadder(short_after=None), 5)


@pytest.mark.parametrize(
    "wrong",
    [
        {"tell_after": 0},
        {"tell_after": 15},
        {"short_after": 0},
        {"short_after": 15},
        {"short_after": 4, "tell_after": 3},
    ],
)
def test_a_ladder_nobody_can_stand_on_is_refused(wrong):
    with pytest.raises(ValueError, match="missed"):
        MissedLadder(**wrong)


def test_a_sponsor_hears_after_a_number_that_was_chosen():
    with pytest.raises(ValueError, match="missed"):
        MissedLadder(tell="sponsor")
