"""Helplines: the emergency number first, nothing unchecked, and never an empty card."""

from dataclasses import fields
from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from dialogs.care.helplines import (
    Card,
    Country,
    Helplines,
    Line,
    card_for,
    is_due_for_recheck,
    is_stale,
)

RECHECK = date(2027, 2, 22)
DAY = timedelta(days=1)


def test_all_countries_are_there(helplines):
    """61 countries and 82 lines were gathered; none may get lost in editing."""
    assert len(helplines.countries) == 61
    assert sum(len(country.lines) for country in helplines.countries.values()) == 82


@pytest.mark.parametrize("country", ["US", "us", "GB", "PT", "UA", "MX", "ES"])
def test_a_card_has_an_emergency_number_and_checked_lines(helplines, country):
    """Confidence A or B only."""
    card = card_for(helplines, country)

    assert card.emergency
    assert card.lines
    assert {line.confidence for line in card.lines} <= {"A", "B"}
    assert card.fallback == ()


def test_the_emergency_number_comes_first():
    """Cards are shown in the order of their fields."""
    shown = [field.name for field in fields(Card)]

    assert shown.index("emergency") < shown.index("lines") < shown.index("fallback")


def test_united_states(helplines):
    """The card that most tests and the demo show."""
    card = card_for(helplines, "US")

    assert card.emergency == ("911",)
    assert [line.call for line in card.lines] == ["988", None, "1-800-662-4357"]
    assert (card.lines[1].text_to, card.lines[1].keyword) == ("741741", "HOME")


@pytest.mark.parametrize("country", [None, "", "XX", "nowhere"])
def test_an_unknown_country_gets_the_directories(helplines, country):
    """No number is guessed."""
    card = card_for(helplines, country)

    assert (card.country, card.emergency, card.lines) == (None, (), ())
    assert card.fallback[0].url == "https://findahelpline.com"


def test_a_country_without_a_checked_line_has_both(helplines):
    """Nigeria's only line is unsure: its emergency number and the directories are shown."""
    card = card_for(helplines, "NG")

    assert (card.country, card.emergency, card.lines) == ("NG", ("112",), ())
    assert card.fallback
    assert card_for(helplines, "NG", unchecked=True).lines


def test_no_card_is_empty(helplines):
    """Every country offers something to do."""
    cards = [card_for(helplines, country) for country in helplines.countries]

    assert all(card.emergency and (card.lines or card.fallback) for card in cards)


@pytest.mark.parametrize(
    ("today", "due", "stale"),
    [
        pytest.param(RECHECK - 31 * DAY, False, False, id="31-days-before"),
        pytest.param(RECHECK - 30 * DAY, True, False, id="30-days-before"),
        pytest.param(RECHECK, True, False, id="on-the-day"),
        pytest.param(RECHECK + DAY, True, True, id="the-day-after"),
    ],
)
def test_numbers_grow_old(helplines, today, due, stale):
    """The clinic is warned for a month; then lines carry the date they were confirmed."""
    assert is_due_for_recheck(helplines, today) is due
    assert is_stale(helplines, today) is stale
    assert card_for(helplines, "US").emergency == ("911",)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        pytest.param("US", "US", id="code"),
        pytest.param(" us ", "US", id="as-typed"),
        pytest.param("united states", "US", id="name"),
        pytest.param("Atlantis", None, id="no-such-country"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_countries_by_name(helplines, asked, code):
    """People type the name of their country, not its code."""
    assert helplines.code_of(asked) == code


def test_a_line_needs_a_number():
    """A name alone helps nobody at night."""
    with pytest.raises(ValidationError, match="a number to call or to text"):
        Line(name="x", kind="crisis", confidence="A", sources=("S",), seen="2026")


def test_every_source_is_named(helplines):
    """Whoever checks a number must be able to find where it came from."""
    line = Line(name="x", kind="crisis", call="1", confidence="A", sources=("S",), seen="2026")
    country = Country(name="X", emergency=("1",), lines=(line,))

    with pytest.raises(ValidationError, match="unknown source: S"):
        Helplines(**{**dict(helplines), "countries": {"XX": country}})
