"""Rhythm: when a check-in is due, in the wall time of the person who is asked.

Rules are read in local time and stored with their zone; UTC is worked out one occurrence at a
time. In the hour that a spring change leaves out, an occurrence moves forward by the length of
the gap; in the hour that autumn repeats, only the first counts; a calendar date that a zone
skipped has none.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dialogs.care.rhythm_rules import RhythmRule, parse_rule
from dialogs.care.zones import check_zone

__all__ = [
    "WINDOWS",
    "Occurrence",
    "RhythmRule",
    "Windows",
    "after_zone_change",
    "check_zone",
    "in_quiet_hours",
    "is_stale_reminder",
    "next_occurrence",
    "occurrences",
    "parse_rule",
    "reminder_at",
]

DAY = timedelta(days=1)
LONGEST_SILENCE = timedelta(hours=30)
SHORTEST_REST = timedelta(hours=8)
EXTRA_SLOT = 100
"""Added to the slot of an occurrence that a traveller gets on top of the usual ones."""

REMIND_AFTER = timedelta(minutes=60)
QUIET_MARGIN = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time at which a check-in is due.

    ``local`` is the same moment as ``utc`` on the person's own clock, with its offset;
    ``local_date`` the calendar date it belongs to and ``slot`` its place among that date's
    times, from 0. Date and slot together are what makes it unique.
    """

    utc: datetime
    local: datetime
    local_date: date
    slot: int


def occurrences(rule: RhythmRule, zone: str, after: datetime) -> Iterator[Occurrence]:
    """Yield when a rule falls due, strictly after a moment, in order, without end if it has none.

    Args:
        rule: What ``parse_rule`` read.
        zone: IANA name of the person's time zone.
        after: A moment in any zone.

    Yields:
        Occurrences; two times that a gap moves onto each other are one.

    """
    last = after.astimezone(UTC)
    try:
        for occurrence in _in_order(rule, zone, after.astimezone(ZoneInfo(zone)).date() - DAY):
            if occurrence.utc > last:
                last = occurrence.utc
                yield occurrence
    except OverflowError:  # the calendar begins with the year 1 and ends with 9999
        return


def next_occurrence(rule: RhythmRule, zone: str, after: datetime) -> Occurrence | None:
    """Return the first occurrence strictly after a moment, or None if there is no more."""
    return next(occurrences(rule, zone, after), None)


def _in_order(rule: RhythmRule, zone: str, first: date) -> Iterator[Occurrence]:
    """Yield the occurrences of all days in order.

    What a gap has moved over midnight waits until the next day's own have had their turn.
    """
    moved: list[Occurrence] = []
    for day in _days(rule, first):
        found = sorted([*moved, *_of_day(rule, zone, day)], key=lambda one: one.utc)
        moved = [one for one in found if one.local.date() > day]
        yield from (one for one in found if one.local.date() <= day)
    yield from moved


def _days(rule: RhythmRule, first: date) -> Iterator[date]:
    day = rule.next_day(first)
    while day is not None:
        yield day
        day = rule.next_day(day + DAY)


def _of_day(rule: RhythmRule, zone: str, day: date) -> Iterator[Occurrence]:
    here = ZoneInfo(zone)
    if _resolve(day, time.min, here).date() != day:
        return
    for slot, at in enumerate(rule.times_on(day)):
        local = _resolve(day, at, here)
        yield Occurrence(local.astimezone(UTC), local, day, slot)


def _resolve(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Return a wall time as it really happens: first of two, moved forward over a gap."""
    return datetime.combine(day, at, zone).astimezone(UTC).astimezone(zone)


def after_zone_change(
    rule: RhythmRule, old_zone: str, new_zone: str, last: Occurrence, now: datetime
) -> Occurrence | None:
    """Find the first occurrence for somebody who has moved to another zone.

    Local dates that were already asked are not asked again. One that would come less than
    8 hours after the last is left out, and where more than 30 hours would pass one is added,
    unless the rule itself is that dense or that sparse.

    Args:
        rule: The person's rule.
        old_zone: Where ``last`` was due.
        new_zone: Where the person is now.
        last: The last occurrence that was asked.
        now: The moment of the change, in UTC.

    Returns:
        The next occurrence in the new zone (an added one has a slot of 100 or more), or None.

    Source:
        SCHEDULING.md, Time: Traveller.

    """
    planned = next_occurrence(rule, old_zone, last.utc)
    usual = planned.utc - last.utc if planned else None
    done = (last.local_date, last.slot)
    coming = (o for o in occurrences(rule, new_zone, now) if (o.local_date, o.slot) > done)
    found = next(coming, None)
    if found is None or usual is None:
        return found
    if found.utc - last.utc < SHORTEST_REST <= usual:
        return next(coming, None)
    if usual <= LONGEST_SILENCE < found.utc - last.utc:
        return _added(rule, new_zone, last, now) or found
    return found


def _added(rule: RhythmRule, zone: str, last: Occurrence, now: datetime) -> Occurrence | None:
    """Return the repeated date's occurrence under a slot of its own, if it leaves enough rest."""
    earliest = max(now, last.utc + SHORTEST_REST)
    again = next_occurrence(rule, zone, earliest)
    if again is None or again.utc - last.utc > LONGEST_SILENCE:
        return None
    return Occurrence(again.utc, again.local, again.local_date, again.slot + EXTRA_SLOT)


def in_quiet_hours(local: time, quiet_from: time, quiet_to: time) -> bool:
    """Return whether a local time is quiet: from ``quiet_from`` on, until just before ``quiet_to``.

    Quiet hours may run over midnight; two equal times mean that there are none.
    """
    if quiet_from <= quiet_to:
        return quiet_from <= local < quiet_to
    return local >= quiet_from or local < quiet_to


def after_quiet(now: datetime, quiet_from: time, quiet_to: time, zone: str) -> datetime:
    """Return the first moment from now on, in UTC, at which somebody may be disturbed."""
    local = now.astimezone(ZoneInfo(zone))
    if not in_quiet_hours(local.time(), quiet_from, quiet_to):
        return now
    morning = local.date() + timedelta(days=int(local.time() >= quiet_to))
    return _resolve(morning, quiet_to, ZoneInfo(zone))


@dataclass(frozen=True, slots=True)
class Windows:
    """How long a check-in stays open: not started, once started, and since the last answer."""

    not_started: timedelta
    started: timedelta
    idle: timedelta

    def closes_at(
        self, invited_at: datetime, started_at: datetime | None, last_activity: datetime | None
    ) -> datetime:
        """Return when a check-in closes: invite + X, or min(invite + X + Y, last activity + Z)."""
        unopened = invited_at + self.not_started
        if started_at is None:
            return unopened
        return min(unopened + self.started, (last_activity or started_at) + self.idle)


WINDOWS = Windows(timedelta(hours=4), timedelta(hours=2), timedelta(minutes=45))
"""The default windows.

Source:
    PRODUCT.md 3.4.
"""


def reminder_at(
    invited_at: datetime, quiet_from: time, quiet_to: time, zone: str
) -> datetime | None:
    """Return when to remind of a check-in, in UTC, or None for not at all.

    It is 60 minutes after the invitation. Where that lies in quiet hours, or less than
    10 minutes before them, nobody is reminded.

    Source:
        PRODUCT.md 3.4.
    """
    due = invited_at + REMIND_AFTER
    local = due.astimezone(ZoneInfo(zone)).time()
    if quiet_from == quiet_to:
        return due
    too_late = in_quiet_hours(local, quiet_from, quiet_to)
    return None if too_late or _until(local, quiet_from) < QUIET_MARGIN else due


def is_stale_reminder(
    remind_at: datetime, now: datetime, quiet_from: time, quiet_to: time, zone: str
) -> bool:
    """Return whether a reminder that we could not send in time should not be sent any more.

    That is after an hour, and in quiet hours once its margin of 10 minutes before them is over.

    Source:
        PRODUCT.md 3.4; SCHEDULING.md, checklist 22.
    """
    late = now - remind_at
    local = now.astimezone(ZoneInfo(zone)).time()
    is_quiet = in_quiet_hours(local, quiet_from, quiet_to)
    return late > REMIND_AFTER or (is_quiet and late > QUIET_MARGIN)


def _until(here: time, there: time) -> timedelta:
    """Return how long it is from one time of day to the next time it is another."""
    return (datetime.combine(date.min, there) - datetime.combine(date.min, here)) % DAY
