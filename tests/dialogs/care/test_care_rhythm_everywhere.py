"""Rhythm everywhere: a whole year in every zone there is; no slot doubled, none skipped."""

import zoneinfo
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice, pairwise, takewhile

import pytest

from dialogs.care.rhythm import Occurrence, occurrences, parse_rule

zoneinfo.reset_tzpath(())

DAY = timedelta(days=1)
FIRST = date(2026, 1, 1)
DAYS = 365
YEAR = [FIRST + number * DAY for number in range(DAYS)]
LAST_OF_MONTH = {day for day in YEAR if (day + DAY).month != day.month}

Falls = Callable[[date], int]
"""How many times a rule falls on a date, worked out here without looking at the rule."""

CADENCES: dict[str, Falls] = {
    "daily 20:00": lambda _: 1,
    "daily 00:30,02:30,12:00": lambda _: 3,
    "weekdays mon,wed,fri 18:30": lambda day: int(day.weekday() in {0, 2, 4}),
    "every 3 days from 2025-12-30 02:00": lambda day: int((day - date(2025, 12, 30)).days % 3 == 0),
    "weekly sun 10:00": lambda day: int(day.weekday() == 6),
    "monthly 31 09:00": lambda day: int(day in LAST_OF_MONTH),
    "once 2026-05-01 12:00": lambda day: int(day == date(2026, 5, 1)),
    "random daily 01:00-03:00 seed 7": lambda _: 1,
}


@pytest.mark.parametrize(("rule", "falls"), CADENCES.items(), ids=CADENCES)
def test_a_year_in_every_zone(rule, falls):
    """The dates of 2026 exist in every zone, so every slot is there, exactly once."""
    expected = [(day, slot) for day in YEAR for slot in range(falls(day))]
    begin = datetime(2025, 12, 31, 23, 59, tzinfo=UTC) - DAY
    read = parse_rule(rule)

    for zone in sorted(zoneinfo.available_timezones()):
        end = begin + (DAYS + 3) * DAY
        found = _until(end, occurrences(read, zone, begin))

        slots = [(one.local_date, one.slot) for one in found if one.local_date.year == FIRST.year]
        assert slots == expected, zone
        moments = [one.utc for one in found]
        assert all(a < b for a, b in pairwise(moments)), zone


def test_a_gap_over_midnight_hides_nothing_of_the_next_day():
    """Nuuk has no 23:00 to 24:00 on 28 March 2026: 23:59 moves behind the 00:00 of the 29th."""
    begin = datetime(2026, 3, 28, 12, tzinfo=UTC)

    found = occurrences(parse_rule("daily 00:00,23:59"), "America/Nuuk", begin)

    told = [
        (one.local.strftime("%d %H:%M"), one.local_date.day, one.slot) for one in islice(found, 4)
    ]
    assert told == [
        ("29 00:00", 29, 0),
        ("29 00:59", 28, 1),
        ("29 23:59", 29, 1),
        ("30 00:00", 30, 0),
    ]


def test_a_single_time_that_a_gap_moves_over_midnight_is_there():
    begin = datetime(2026, 3, 28, 12, tzinfo=UTC)

    found = list(occurrences(parse_rule("once 2026-03-28 23:59"), "America/Nuuk", begin))

    assert [one.utc for one in found] == [datetime(2026, 3, 29, 1, 59, tzinfo=UTC)]


def _until(end: datetime, found: Iterator[Occurrence]) -> list[Occurrence]:
    return list(takewhile(lambda one: one.utc < end, found))
