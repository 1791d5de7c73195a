"""Tuning: which numbers there are, their bounds, and what a number would have done."""

from datetime import UTC, date, datetime, timedelta

import pytest

from dialogs.care.expected import may_be_expected
from dialogs.care.tuning import dials, would_have
from dialogs.care.warning_signs import Reading
from dialogs.playbook import load

NOW = datetime(2026, 6, 1, 20, tzinfo=UTC)


@pytest.fixture(scope="module")
def content():
    return load()


def cravings(**by_days_ago):
    """Readings of craving, given as ``d5=8``: five days ago, an eight."""
    found = [
        Reading("craving", value, NOW - timedelta(days=int(name[1:])), name)
        for name, value in by_days_ago.items()
    ]
    return sorted(found, key=lambda one: one.at)


def tried(content, sign, readings, number):
    """Return the days on which a sign would have spoken."""
    return would_have(
        content.rules,
        content.series,
        readings,
        sign,
        zone="UTC",
        now=NOW,
        thresholds={sign: number},
    )


def test_every_rule_on_one_number_can_be_tuned(content):
    found = {
        one.sign: (one.low, one.clinic, one.high) for one in dials(content.rules, content.series)
    }

    assert found == {
        "craving_days": (3.0, 7.0, 9.0),
        "urge_high": (1.0, 4.0, 5.0),
        "craving_high": (4.0, 8.0, 10.0),
        "standing": (2.0, 5.0, 8.0),
        "change": (2.1, 2.85, 3.6),
    }


@pytest.mark.parametrize(
    ("number", "fits"), [(3.99, False), (4, True), (4.5, False), (10, True), (11, False)]
)
def test_whole_numbers_within_the_bounds_fit(content, number, fits):
    dial = next(one for one in dials(content.rules, content.series) if one.sign == "craving_high")

    assert dial.fits(number) is fits


def test_every_step_of_a_tap_fits(content):
    for dial in dials(content.rules, content.series):
        for steps in range(-9, 10):
            assert dial.fits(round(dial.turned(dial.clinic, steps) * 100) / 100), (dial, steps)


@pytest.mark.parametrize(
    ("number", "days"),
    [(9, ()), (8, (date(2026, 5, 27),)), (7, (date(2026, 5, 22), date(2026, 5, 27)))],
)
def test_a_day_counts_once(content, number, days):
    readings = [*cravings(d10=7, d5=8), Reading("craving", 8, NOW - timedelta(days=5), "again")]

    assert tried(content, "craving_high", sorted(readings, key=lambda one: one.at), number) == days


def test_what_is_longer_ago_than_sixty_days_is_no_part_of_it(content):
    assert tried(content, "craving_high", cravings(d61=9, d60=9), 8) == (date(2026, 4, 2),)


def test_a_pattern_over_days_is_tried_as_one(content):
    assert tried(content, "craving_days", cravings(d6=6, d5=6), 7) == ()
    assert tried(content, "craving_days", cravings(d6=6, d5=6), 6) == (date(2026, 5, 27),)


@pytest.mark.parametrize(
    ("sign", "may"),
    [
        ("use", True),
        ("missed", True),
        ("standing", True),
        ("fewer_answers", True),
        ("unsafe", False),
        ("sos", False),
        ("safety_unanswered", False),
        ("self_harm", False),
        ("dark_thoughts", False),
        ("home_not_safe", False),
        ("asked_today", False),
        ("words_suicide_selfharm", False),
    ],
)
def test_what_may_be_expected(content, sign, may):
    assert may_be_expected(content.rules, sign) is may


def test_no_safety_rule_may_be_expected_or_tuned(content):
    never = {rule.sign for rule in content.rules.rules if rule.safety or rule.always}

    assert never.isdisjoint(one.sign for one in dials(content.rules, content.series))
    assert not any(may_be_expected(content.rules, sign) for sign in never)
