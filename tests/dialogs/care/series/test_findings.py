"""Findings: readings as days, and what begins on the last of them as warning signs."""

from datetime import UTC, date, datetime, timedelta

import pytest

from dialogs.care.series import days_of, found_lately, with_thresholds
from dialogs.care.sign_rules import Tier
from dialogs.care.warning_signs import Reading
from dialogs.playbook import load

FIRST = datetime(2026, 3, 1, 20, tzinfo=UTC)


@pytest.fixture(scope="module")
def rules():
    return load().series


def evening(number, **values):
    """What was answered on one evening, counted from 0; None was skipped."""
    at = FIRST + timedelta(days=number)
    return [
        Reading(name, value, at, "s", "answered" if value is not None else "skipped")
        for name, value in values.items()
    ]


def missed(number):
    """A check-in that nobody answered."""
    at = FIRST + timedelta(days=number, hours=2)
    return [Reading("check_in", "missed", at, None, "expired")]


def found(rules, readings, zone="UTC"):
    """Name what begins on the day of the last reading, with its why-lines."""
    today = max(one.at for one in readings).date()
    signs = found_lately(rules, readings, zone, today)
    return {one.sign: [(why.key, dict(why.args)) for why in one.why] for one in signs}


def test_a_day_is_the_average_of_its_numbers():
    readings = [*evening(0, craving=4, use="no"), *evening(0, craving=8)]

    (day,) = days_of(readings, "UTC")

    assert day.values == {"craving": 6.0, "use": 0.0}


def test_a_missed_day_is_one_without_an_answer_and_a_filled_in_one_is_not():
    filled = Reading("check_in", "filled_in", FIRST, None)

    assert not days_of(missed(0), "UTC")[0].is_answered
    assert days_of([*missed(0), filled], "UTC")[0].is_answered


def test_the_day_is_that_of_the_clients_zone():
    late = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)

    (day,) = days_of([Reading("craving", 4, late, "s")], "Europe/Madrid")

    assert day.on == date(2026, 3, 2)


def test_standing_names_each_part_with_its_bound(rules):
    readings = [*evening(0, confidence=3, craving=7), *evening(1, confidence=2, craving=8)]

    assert found(rules, readings) == {
        "standing": [
            ("standing_confidence", {"bound": "≤ 3", "count": 2, "days": 3}),
            ("standing_craving", {"bound": "≥ 7", "count": 2, "days": 3}),
        ]
    }


def test_nothing_is_said_of_a_day_that_is_long_over(rules):
    readings = [*evening(0, confidence=3, craving=7), *evening(1, confidence=2, craving=8)]

    assert found_lately(rules, readings, "UTC", date(2026, 3, 4)) == ()


def test_three_in_a_row_are_left_to_the_clients_own_number(rules):
    """It has a sign of its own, ``missed``; a short history says nothing of a drop."""
    readings = [*evening(0, craving=1), *missed(1), *missed(2), *missed(3)]

    assert found(rules, readings) == {}


def test_a_drop_is_said_with_both_figures(rules):
    readings = [one for number in range(28) for one in evening(number, craving=1)]
    readings += [one for number in range(28, 32) for one in missed(number)]

    assert found(rules, readings) == {
        "fewer_answers": [("fewer_answers", {"answered": 3, "of": 7, "usual": 7})]
    }


def test_a_clients_own_numbers_stand_in_for_the_clinics(rules):
    own = with_thresholds(rules, {"standing": 4.0, "change": 2.5, "craving_high": 5.0})

    assert (own.standing.at_least, own.change.limit) == (4, 2.5)
    assert own.silence == rules.silence


@pytest.mark.parametrize("kind", ["standing", "change", "silence"])
def test_no_series_may_page(rules, kind):
    part = getattr(rules, kind)

    with pytest.raises(ValueError, match="pages nobody"):
        type(part)(**{**part.model_dump(), "tier": Tier.NOW})


def test_points_that_are_never_reached_are_refused(rules):
    with pytest.raises(ValueError, match="8 points at most"):
        type(rules.standing)(**{**rules.standing.model_dump(), "at_least": 10})
