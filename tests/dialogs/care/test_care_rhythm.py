"""Rhythm: every nasty date, with `whenever` as the second opinion."""

import zoneinfo
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

import pytest
import whenever
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.care.rhythm import (
    EXTRA_SLOT,
    WINDOWS,
    after_quiet,
    after_zone_change,
    in_quiet_hours,
    next_occurrence,
    occurrences,
    parse_rule,
    reminder_at,
)
from dialogs.errors import BadRule

zoneinfo.reset_tzpath(())
whenever.reset_tzpath(())

MINUTE = timedelta(minutes=1)


def locals_of(rule: str, zone: str, after: str, count: int) -> list[str]:
    moment = datetime.fromisoformat(after).replace(tzinfo=UTC)
    found = islice(occurrences(parse_rule(rule), zone, moment), count)
    return [occurrence.local.isoformat(timespec="minutes") for occurrence in found]


@pytest.mark.parametrize(
    ("rule", "after", "expected"),
    [
        pytest.param("daily 08:00,20:00", "2026-01-01T08:00",
                     ["2026-01-01T20:00", "2026-01-02T08:00", "2026-01-02T20:00"], id="daily"),
        pytest.param("daily 20:00,08:00", "2026-01-01T07:59",
                     ["2026-01-01T08:00", "2026-01-01T20:00"], id="times-in-any-order"),
        pytest.param("weekdays mon,wed,fri 18:30", "2026-01-01T00:00",
                     ["2026-01-02T18:30", "2026-01-05T18:30", "2026-01-07T18:30"], id="weekdays"),
        pytest.param("every 3 days from 2026-01-02 20:00", "2026-01-02T20:00",
                     ["2026-01-05T20:00", "2026-01-08T20:00"], id="every-3-days"),
        pytest.param("every 3 days from 2026-01-02 20:00", "2025-06-01T00:00",
                     ["2026-01-02T20:00", "2026-01-05T20:00"], id="not-before-its-first-day"),
        pytest.param("every 1 day from 2026-01-02 20:00", "2026-01-02T00:00",
                     ["2026-01-02T20:00", "2026-01-03T20:00"], id="every-single-day"),
        pytest.param("weekly sun 10:00", "2026-01-04T09:59",
                     ["2026-01-04T10:00", "2026-01-11T10:00"], id="weekly"),
        pytest.param("monthly 31 09:00", "2026-01-31T09:00",
                     ["2026-02-28T09:00", "2026-03-31T09:00", "2026-04-30T09:00"], id="31st"),
        pytest.param("monthly 29 09:00", "2028-02-01T00:00",
                     ["2028-02-29T09:00", "2028-03-29T09:00"], id="leap-day"),
        pytest.param("monthly 1 09:00", "2026-12-01T09:00",
                     ["2027-01-01T09:00", "2027-02-01T09:00"], id="over-the-year"),
        pytest.param("once 2026-05-01 12:00", "2026-01-01T00:00", ["2026-05-01T12:00"], id="once"),
        pytest.param("once 2026-05-01 12:00", "2026-05-01T12:00", [], id="once-is-over"),
        pytest.param("  Weekdays  MON 18:30 ", "2026-01-01T00:00",
                     ["2026-01-05T18:30"], id="case-and-blanks"),
    ],
)  # fmt: skip
def test_the_grammar(rule, after, expected):
    """Each form of PRODUCT.md 3.9; an occurrence is strictly after the moment given."""
    found = locals_of(rule, "UTC", after, max(len(expected), 1))

    assert found == [f"{local}+00:00" for local in expected]


@pytest.mark.parametrize(
    ("rule", "zone", "after", "expected"),
    [
        pytest.param("daily 09:00", "America/New_York", "2026-03-07T00:00",
                     ["2026-03-07T09:00-05:00", "2026-03-08T09:00-04:00"], id="new-york-spring"),
        pytest.param("daily 02:30", "America/New_York", "2026-03-08T00:00",
                     ["2026-03-08T03:30-04:00", "2026-03-09T02:30-04:00"], id="new-york-gap"),
        pytest.param("daily 01:30", "America/New_York", "2026-11-01T00:00",
                     ["2026-11-01T01:30-04:00", "2026-11-02T01:30-05:00"], id="new-york-overlap"),
        pytest.param("daily 02:30", "Europe/Berlin", "2026-03-29T00:00",
                     ["2026-03-29T03:30+02:00", "2026-03-30T02:30+02:00"], id="berlin-gap"),
        pytest.param("daily 02:30", "Europe/Berlin", "2026-10-24T12:00",
                     ["2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00"], id="berlin-overlap"),
        pytest.param("daily 01:30", "Europe/Dublin", "2026-03-28T12:00",
                     ["2026-03-29T02:30+01:00", "2026-03-30T01:30+01:00"], id="dublin-gap"),
        pytest.param("daily 01:30", "Europe/Dublin", "2026-10-24T12:00",
                     ["2026-10-25T01:30+01:00", "2026-10-26T01:30+00:00"], id="dublin-overlap"),
        pytest.param("daily 02:15", "Australia/Lord_Howe", "2026-10-03T00:00",
                     ["2026-10-04T02:45+11:00", "2026-10-05T02:15+11:00"], id="half-hour-gap"),
        pytest.param("daily 01:45", "Australia/Lord_Howe", "2026-04-04T00:00",
                     ["2026-04-05T01:45+11:00", "2026-04-06T01:45+10:30"], id="half-hour-overlap"),
        pytest.param("daily 02:30", "Africa/Casablanca", "2025-02-22T12:00",
                     ["2025-02-23T02:30+01:00", "2025-02-24T02:30+00:00"], id="ramadan-begins"),
        pytest.param("daily 02:30", "Africa/Casablanca", "2025-04-05T12:00",
                     ["2025-04-06T03:30+01:00", "2025-04-07T02:30+01:00"], id="ramadan-ends"),
        pytest.param("daily 00:00", "Africa/Cairo", "2026-04-23T12:00",
                     ["2026-04-24T01:00+03:00", "2026-04-25T00:00+03:00"], id="cairo-midnight"),
        pytest.param("daily 00:30", "America/Santiago", "2026-09-05T12:00",
                     ["2026-09-06T01:30-03:00", "2026-09-07T00:30-03:00"], id="santiago-midnight"),
        pytest.param("daily 02:30", "Antarctica/Troll", "2026-03-28T12:00",
                     ["2026-03-29T04:30+02:00", "2026-03-30T02:30+02:00"], id="two-hours-gap"),
        pytest.param("daily 12:00", "Pacific/Apia", "2011-12-28T23:00",
                     ["2011-12-29T12:00-10:00", "2011-12-31T12:00+14:00"], id="apia-missing-day"),
        pytest.param("once 2011-12-30 12:00", "Pacific/Apia", "2011-01-01T00:00",
                     [], id="once-on-a-missing-day"),
        pytest.param("daily 12:00", "Pacific/Kwajalein", "1993-08-20T12:00",
                     ["1993-08-20T12:00-12:00", "1993-08-22T12:00+12:00"], id="kwajalein"),
        pytest.param("daily 09:00", "Asia/Kathmandu", "2026-01-01T00:00",
                     ["2026-01-01T09:00+05:45", "2026-01-02T09:00+05:45"], id="kathmandu"),
        pytest.param("daily 02:30,03:30", "America/New_York", "2026-03-08T00:00",
                     ["2026-03-08T03:30-04:00", "2026-03-09T02:30-04:00"], id="two-made-one"),
        pytest.param("daily 02:45,03:15", "America/New_York", "2026-03-08T00:00",
                     ["2026-03-08T03:15-04:00", "2026-03-08T03:45-04:00"], id="order-changed"),
    ],
)  # fmt: skip
def test_nasty_dates(rule, zone, after, expected):
    """A gap moves it by its length, an overlap counts once, a missing day has none."""
    assert locals_of(rule, zone, after, max(len(expected), 1)) == expected


NASTY_ZONES = [
    "America/New_York",
    "Europe/Berlin",
    "Europe/Dublin",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Africa/Cairo",
    "America/Santiago",
    "Antarctica/Troll",
    "Asia/Kathmandu",
    "America/Havana",
]


@settings(max_examples=300, deadline=None)
@given(
    zone=st.sampled_from(NASTY_ZONES),
    day=st.dates(date(2005, 1, 1), date(2035, 12, 31)),
    at=st.times().map(lambda t: t.replace(second=0, microsecond=0)),
)
def test_whenever_agrees(zone, day, at):
    """A second library, written by others, finds the same moment for any wall time."""
    found = next_occurrence(
        parse_rule(f"once {day} {at:%H:%M}"), zone, datetime(2000, 1, 1, tzinfo=UTC)
    )

    opinion = whenever.PlainDateTime(day.year, day.month, day.day, at.hour, at.minute).assume_tz(
        zone, disambiguation="compatible"
    )
    assert found is not None
    assert found.utc.timestamp() == opinion.timestamp()


@pytest.mark.parametrize("zone", NASTY_ZONES)
@pytest.mark.parametrize("at", ["00:00", "02:30", "23:59"])
def test_a_year_has_every_day_once(zone, at):
    """No evening is skipped and none is asked twice, whatever the clocks do."""
    days = islice(
        occurrences(parse_rule(f"daily {at}"), zone, datetime(2026, 1, 1, tzinfo=UTC)), 365
    )

    found = list(days)
    assert all(b.local_date - a.local_date == timedelta(days=1) for a, b in pairwise(found))
    assert all(a.utc < b.utc for a, b in pairwise(found))


def test_moments_are_told_apart_in_utc():
    """Both half past ones of an overlap look equal in their zone; the slot's date is one."""
    first = next_occurrence(
        parse_rule("daily 01:30"), "America/New_York", datetime(2026, 11, 1, tzinfo=UTC)
    )
    assert first is not None

    second = next_occurrence(parse_rule("daily 01:30"), "America/New_York", first.utc)

    assert second is not None
    assert second.local_date == date(2026, 11, 2)


def test_slots_are_places_among_the_days_times():
    """Date and slot make a planned check-in unique."""
    found = islice(
        occurrences(parse_rule("daily 20:00,08:00"), "UTC", datetime(2026, 1, 1, tzinfo=UTC)), 3
    )

    assert [(o.local_date.day, o.slot) for o in found] == [(1, 0), (1, 1), (2, 0)]


def test_random_stays_where_it_is():
    """A restart must not move tonight's check-in, and another seed draws other minutes."""
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(400)]
    rule, same, other = (parse_rule(f"random daily 10:00-12:00 seed {seed}") for seed in (7, 7, 8))

    drawn = [rule.times_on(day)[0] for day in days]

    assert drawn == [same.times_on(day)[0] for day in days]
    assert drawn != [other.times_on(day)[0] for day in days]
    assert min(drawn) == time(10, 0)
    assert max(drawn) == time(11, 59)


@pytest.mark.parametrize(
    "rule",
    [
        "", "daily", "daily 24:00", "daily 8:00", "daily 08:60", "daily 08:00,08:00",
        "daily 08:00, 20:00", "hourly 08:00", "weekdays 18:30", "weekdays mon,moon 18:30",
        "every 0 days from 2026-01-02 20:00", "every 3 days 20:00",
        "every 3 days from 2026-02-30 20:00", "monthly 0 09:00", "monthly 32 09:00",
        "once 2026-13-01 12:00", "random daily 12:00-10:00 seed 7",
        "random daily 10:00-10:00 seed 7", "random daily 10:00-12:00", "daily 08:00; drop",
        "x" * 10_000,
    ],
)  # fmt: skip
def test_rules_that_cannot_be_read(rule):
    """A person may type anything; they get a sentence of a readable length."""
    with pytest.raises(BadRule) as refused:
        parse_rule(rule)
    assert 0 < len(refused.value.sentence) < 400


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(datetime.max.replace(tzinfo=UTC), id="last-moment"),
        pytest.param(datetime.min.replace(tzinfo=UTC), id="first-moment"),
    ],
)
def test_the_ends_of_the_calendar(after):
    """Somebody may type the year 9999; nothing follows, and nothing breaks."""
    assert isinstance(
        list(islice(occurrences(parse_rule("daily 09:00"), "Asia/Tokyo", after), 2)), list
    )


@pytest.mark.parametrize(
    ("old", "new", "last", "now", "expected", "slot"),
    [
        pytest.param("Europe/Berlin", "Europe/Berlin", "2026-06-01T18:00", "2026-06-02T10:00",
                     "2026-06-02T20:00+02:00", 0, id="nowhere"),
        pytest.param("America/New_York", "Europe/Berlin", "2026-06-02T00:00", "2026-06-02T10:00",
                     "2026-06-02T20:00+02:00", 0, id="east"),
        pytest.param("America/Los_Angeles", "Pacific/Auckland", "2026-06-02T03:00",
                     "2026-06-02T06:00", "2026-06-03T20:00+12:00", 0, id="under-8-hours-left-out"),
        pytest.param("Pacific/Auckland", "Pacific/Honolulu", "2026-06-02T08:00",
                     "2026-06-02T18:00", "2026-06-02T20:00-10:00", EXTRA_SLOT,
                     id="over-30-hours-one-added"),
        pytest.param("Europe/Berlin", "America/New_York", "2026-06-01T18:00", "2026-06-01T20:00",
                     "2026-06-02T20:00-04:00", 0, id="exactly-30-hours-none-added"),
    ],
)  # fmt: skip
def test_travelling(old, new, last, now, expected, slot):
    """Keyed by local date: nobody is asked twice for a day, nor left alone for two."""
    rule = parse_rule("daily 20:00")
    asked_at = datetime.fromisoformat(last).replace(tzinfo=UTC)
    asked = next_occurrence(rule, old, asked_at - MINUTE)
    assert asked is not None

    found = after_zone_change(
        rule, old, new, asked, datetime.fromisoformat(now).replace(tzinfo=UTC)
    )

    assert found is not None
    assert asked.utc == asked_at
    assert found.local.isoformat(timespec="minutes") == expected
    assert found.slot == slot


def test_travelling_with_nothing_left_to_ask():
    """A single date that was asked is over in every zone."""
    rule = parse_rule("once 2026-06-01 20:00")
    last = next_occurrence(rule, "Europe/Berlin", datetime(2026, 5, 1, tzinfo=UTC))
    assert last is not None

    assert after_zone_change(rule, "Europe/Berlin", "Asia/Tokyo", last, last.utc) is None


@pytest.mark.parametrize("text", ["weekly sun 10:00", "daily 08:00,12:00,16:00,20:00"])
def test_travelling_leaves_dense_and_sparse_rules_alone(text):
    """Eight hours of rest and thirty of silence are meant for one check-in a day."""
    rule = parse_rule(text)
    last = next_occurrence(rule, "Europe/Berlin", datetime(2026, 6, 1, tzinfo=UTC))
    assert last is not None

    found = after_zone_change(rule, "Europe/Berlin", "Europe/Athens", last, last.utc + MINUTE)

    assert found is not None
    assert found.slot < EXTRA_SLOT
    assert found == next_occurrence(rule, "Europe/Athens", last.utc)


@pytest.mark.parametrize(
    ("local", "begins", "ends", "quiet"),
    [
        pytest.param(time(21, 29), time(21, 30), time(8), False, id="a-minute-before"),
        pytest.param(time(21, 30), time(21, 30), time(8), True, id="as-it-begins"),
        pytest.param(time(0, 0), time(21, 30), time(8), True, id="midnight"),
        pytest.param(time(7, 59), time(21, 30), time(8), True, id="the-last-minute"),
        pytest.param(time(8, 0), time(21, 30), time(8), False, id="as-it-ends"),
        pytest.param(time(13, 0), time(13), time(14), True, id="a-nap"),
        pytest.param(time(14, 0), time(13), time(14), False, id="after-the-nap"),
        pytest.param(time(3, 0), time(8), time(8), False, id="no-quiet-hours"),
    ],
)
def test_quiet_hours(local, begins, ends, quiet):
    """Over midnight and within a day, both ends from both sides."""
    assert in_quiet_hours(local, begins, ends) is quiet


@pytest.mark.parametrize(
    ("invited", "reminded"),
    [
        pytest.param("2026-06-01T20:00", "2026-06-01T21:00", id="an-hour-later"),
        pytest.param("2026-06-01T20:20", "2026-06-01T21:20", id="ten-minutes-before-quiet"),
        pytest.param("2026-06-01T20:21", None, id="nine-minutes-before-quiet"),
        pytest.param("2026-06-01T20:30", None, id="as-quiet-begins"),
        pytest.param("2026-06-01T23:00", None, id="in-quiet-hours"),
        pytest.param("2026-06-02T06:59", None, id="a-minute-before-they-end"),
        pytest.param("2026-06-02T07:00", "2026-06-02T08:00", id="as-they-end"),
    ],
)
def test_one_reminder_or_none(invited, reminded):
    """Nobody is woken by a reminder."""
    zone = zoneinfo.ZoneInfo("Europe/Berlin")
    at = datetime.fromisoformat(invited).replace(tzinfo=zone).astimezone(UTC)

    found = reminder_at(at, time(21, 30), time(8), "Europe/Berlin")

    expected = reminded and datetime.fromisoformat(reminded).replace(tzinfo=zone)
    assert found == expected


def test_without_quiet_hours_the_reminder_always_comes():
    """Two equal times mean that there are none."""
    at = datetime(2026, 6, 1, 23, 0, tzinfo=UTC)

    assert reminder_at(at, time(8), time(8), "UTC") == at + 60 * MINUTE


@pytest.mark.parametrize(
    ("started", "last", "closes"),
    [
        pytest.param(None, None, 240, id="never-opened"),
        pytest.param(10, None, 55, id="opened-and-left"),
        pytest.param(10, 30, 75, id="since-the-last-answer"),
        pytest.param(230, 314, 359, id="a-minute-left"),
        pytest.param(230, 315, 360, id="both-at-once"),
        pytest.param(230, 316, 360, id="not-beyond-six-hours"),
    ],
)
def test_when_a_check_in_closes(started, last, closes):
    """Invite + 4 h, or min(invite + 6 h, last activity + 45 min) (PRODUCT.md 3.4)."""
    invited = datetime(2026, 6, 1, 18, 0, tzinfo=UTC)

    def at(minutes: int | None) -> datetime | None:
        return None if minutes is None else invited + minutes * MINUTE

    assert WINDOWS.closes_at(invited, at(started), at(last)) == at(closes)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        pytest.param("2026-06-01T21:29", "2026-06-01T21:29", id="before-quiet"),
        pytest.param("2026-06-01T21:30", "2026-06-02T08:00", id="as-quiet-begins"),
        pytest.param("2026-06-02T07:59", "2026-06-02T08:00", id="early-morning"),
        pytest.param("2026-06-02T08:00", "2026-06-02T08:00", id="as-quiet-ends"),
        pytest.param("2026-03-07T23:00", "2026-03-08T08:00", id="over-a-clock-change"),
    ],
)
def test_after_quiet(now, then):
    """Good news can wait until the morning; the clocks may change in between."""
    zone = ZoneInfo("America/New_York")
    at = datetime.fromisoformat(now).replace(tzinfo=zone).astimezone(UTC)

    found = after_quiet(at, time(21, 30), time(8, 0), "America/New_York")

    assert found.astimezone(zone).replace(tzinfo=None) == datetime.fromisoformat(then)
