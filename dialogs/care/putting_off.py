"""Putting off: until when a check-in may be put off, and what is offered for it.

Only what still lies within the check-in's window is offered: nobody is promised a question
that will not come.
"""

from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from dialogs.care.rhythm import in_quiet_hours

SOON = timedelta(minutes=30)
LATER = timedelta(hours=2)
BEFORE_QUIET = timedelta(minutes=30)
"""*Tonight* is half an hour before the person's quiet hours: the last calm moment of their day."""

LEFT_TO_ANSWER = timedelta(minutes=15)
"""How much of the window must be left when the question comes back."""


class Snooze(StrEnum):
    """How long somebody puts a check-in off."""

    SOON = "soon"
    LATER = "later"
    TONIGHT = "tonight"


def snoozed_until(
    how: Snooze, now: datetime, closes_at: datetime, quiet_from: time, quiet_to: time, zone: str
) -> datetime | None:
    """Return when to ask again, in UTC, or None where that is not within the window any more.

    Args:
        how: What the person chose.
        now: The moment of choosing, in UTC.
        closes_at: When the check-in's window closes, in UTC.
        quiet_from: When the person's quiet hours begin, local time.
        quiet_to: When they end. Equal to ``quiet_from`` where there are none.
        zone: The person's IANA time zone.

    Source:
        PRODUCT.md 3.4.

    """
    if how is Snooze.TONIGHT:
        again = _tonight(now, quiet_from, quiet_to, zone)
    else:
        again = now + (SOON if how is Snooze.SOON else LATER)
    if again is None or again + LEFT_TO_ANSWER > closes_at:
        return None
    local = again.astimezone(ZoneInfo(zone)).time()
    return None if in_quiet_hours(local, quiet_from, quiet_to) else again


def offered(
    now: datetime, closes_at: datetime, quiet_from: time, quiet_to: time, zone: str
) -> tuple[tuple[Snooze, datetime], ...]:
    """Return what may be offered now, the soonest first, each with its moment in UTC."""
    found = [
        (how, again)
        for how in Snooze
        if (again := snoozed_until(how, now, closes_at, quiet_from, quiet_to, zone)) is not None
    ]
    return tuple(sorted(found, key=lambda one: one[1]))


def _tonight(now: datetime, quiet_from: time, quiet_to: time, zone: str) -> datetime | None:
    """Return today's last calm moment, if it is further away than *later* would be."""
    if quiet_from == quiet_to:
        return None
    here = ZoneInfo(zone)
    local = now.astimezone(here)
    quiet = datetime.combine(local.date(), quiet_from, here)
    tonight = (quiet - BEFORE_QUIET).astimezone(UTC)
    return tonight if tonight > now + LATER else None
