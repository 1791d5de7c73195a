"""Duty: who is on call, who is away, and when a counselor works and reads.

On call is whoever's turn began last and has not ended. Somebody who is away is on call for nobody:
then an earlier turn that still runs counts.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from dialogs.care.ladders import DAYS, WorkingHours


@dataclass(frozen=True, slots=True)
class Shift:
    """One turn of being on call, in UTC; ``ends_at`` None: until somebody takes over.

    ``id`` is 0 until storage has given it one.
    """

    id: int
    person_id: int
    begins_at: datetime
    ends_at: datetime | None

    def covers(self, now: datetime) -> bool:
        """Return whether this turn runs at this moment."""
        return self.begins_at <= now and (self.ends_at is None or now < self.ends_at)


@dataclass(frozen=True, slots=True)
class Duty:
    """What is set for one member of staff; None stands for what the clinic has set for all.

    ``hours`` and ``digest_at`` are wall time where the person is. ``digest_next_at`` is when the
    digest is due, ``digest_since`` from when it tells, ``today_at`` when the last message for
    their day left or leaves, all in UTC; until ``away_until`` every alert passes them by.
    """

    person_id: int
    hours: WorkingHours | None = None
    digest_at: time | None = None
    digest_next_at: datetime | None = None
    digest_since: datetime | None = None
    today_at: datetime | None = None
    away_until: datetime | None = None

    def is_away(self, now: datetime) -> bool:
        """Return whether this person is away at this moment."""
        return self.away_until is not None and now < self.away_until


def on_call(shifts: Iterable[Shift], away: AbstractSet[int], now: datetime) -> int | None:
    """Return who is on call, or None if nobody is.

    Args:
        shifts: Any turns, in any order.
        away: People who cannot be asked: away, gone, or not reachable.
        now: The moment, in UTC.

    """
    running = [one for one in shifts if one.covers(now) and one.person_id not in away]
    last = max(running, key=lambda one: (one.begins_at, one.id), default=None)
    return None if last is None else last.person_id


def is_at_work(hours: WorkingHours, zone: str, now: datetime) -> bool:
    """Return whether a moment lies in somebody's working hours where they are."""
    local = now.astimezone(ZoneInfo(zone))
    return DAYS[local.weekday()] in hours.days and hours.begins <= local.time() < hours.ends


def next_digest(at: time, hours: WorkingHours, zone: str, now: datetime) -> datetime:
    """Return the next moment after now, in UTC, at which a digest is due: on a working day."""
    local = now.astimezone(ZoneInfo(zone))
    days = (local.date() + timedelta(days=n) for n in range(len(DAYS) + 1))
    moments = (
        datetime.combine(day, at, ZoneInfo(zone)).astimezone(now.tzinfo)
        for day in days
        if DAYS[day.weekday()] in hours.days
    )
    return next(moment for moment in moments if moment > now)


def written(hours: WorkingHours) -> str:
    """Write working hours as they are kept: ``mon,tue 09:00-17:00``."""
    return f"{','.join(hours.days)} {hours.begins:%H:%M}-{hours.ends:%H:%M}"


def read_hours(text: str) -> WorkingHours:
    """Read working hours as `written` writes them.

    Raises:
        ValueError: They are nothing of the kind.

    """
    days, _, span = text.partition(" ")
    begins, _, ends = span.partition("-")
    return WorkingHours.model_validate({"days": days.split(","), "begins": begins, "ends": ends})
