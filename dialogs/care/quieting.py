"""Quieting: what is expected for now is noted and pages nobody, for a reason and a while.

Nothing that rests on a safety answer is ever quieted.
"""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from dialogs.care.series.tuning import Hearing
from dialogs.errors import StaleReply

LONGEST = timedelta(days=30)


class Reason(StrEnum):
    """Why something is expected for now."""

    HARD_TIME = "hard_time"
    MEDICINE = "medicine"
    CHANGE = "change"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class Quiet:
    """One sign that is expected for now; ``until`` in UTC, the client's midnight."""

    sign: str
    reason: Reason
    until: datetime
    by: int


@dataclass(frozen=True, slots=True)
class Choices:
    """What is set for one client: how soon their series speak, and what is expected for now."""

    hearing: Hearing = Hearing.USUAL
    quiet: tuple[Quiet, ...] = ()

    def is_quiet(self, sign: str, now: datetime) -> bool:
        """Tell whether a sign is expected now."""
        return any(one.sign == sign and now < one.until for one in self.quiet)

    def running(self, now: datetime) -> tuple[Quiet, ...]:
        """Return what is expected now."""
        return tuple(one for one in self.quiet if now < one.until)

    def without(self, sign: str) -> "Choices":
        """Return the choices with this sign heard again."""
        return replace(self, quiet=tuple(one for one in self.quiet if one.sign != sign))


def quieted(
    choices: Choices,
    sign: str,
    reason: Reason,
    days: int,
    by: int,
    now: datetime,
    *,
    zone: str,
    is_safety: bool,
) -> Choices:
    """Expect a sign until the client's midnight after so many days.

    Args:
        choices: What is set so far; what is over is left out of what is returned.
        sign: By its name.
        reason: Why.
        days: How many, 1-30.
        by: Whose decision it is.
        now: The instant of it, in UTC.
        zone: The client's, an IANA name.
        is_safety: Whether the sign rests on a safety answer.

    Raises:
        StaleReply: It rests on a safety answer, or the days are too many or none.

    """
    if is_safety:
        raise StaleReply("what rests on a safety answer is never quiet")
    if not 1 <= days <= LONGEST.days:
        raise StaleReply("nothing is quiet for that long")
    where = ZoneInfo(zone)
    last = now.astimezone(where).date() + timedelta(days=days)
    until = datetime.combine(last, time(0), where).astimezone(now.tzinfo)
    kept = tuple(one for one in choices.running(now) if one.sign != sign)
    return replace(choices, quiet=(*kept, Quiet(sign, reason, until, by)))
