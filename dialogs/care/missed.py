"""Missed check-ins: what happens after one, two or more, as the client chose when well.

Silence is silence: it is never called a lapse, and nothing is filled in for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dialogs.care.warning_signs import Reading

MOST = 14
"""Nobody can be asked to wait longer than this many missed check-ins before a human hears of it."""

Whom = Literal["counselor", "sponsor"]


@dataclass(frozen=True, slots=True)
class MissedLadder:
    """What a client has chosen for days when they do not answer.

    Attributes:
        short_after: After so many missed in a row the next prompt offers the two-tap version
            first; None: never.
        tell_after: After so many somebody is told, 1 to 14; None: they have not chosen, and the
            number in the clinic's rule holds.
        tell: Who that is; a sponsor only after a number they chose. A sponsor hears no more than
            that check-ins were missed, and only while they hold a grant for it; otherwise the
            counselor is told.

    Source:
        PRODUCT.md 3.6.

    """

    short_after: int | None = 1
    tell_after: int | None = None
    tell: Whom = "counselor"

    def __post_init__(self) -> None:
        """Refuse a ladder that nobody could stand on. Raises ValueError."""
        latest = MOST if self.tell_after is None else self.tell_after
        if not 1 <= latest <= MOST:
            raise ValueError(f"somebody is told after 1 to {MOST} missed check-ins")
        if self.tell == "sponsor" and self.tell_after is None:
            raise ValueError("a sponsor hears of missed check-ins after a number that was chosen")
        if self.short_after is not None and not 1 <= self.short_after <= latest:
            raise ValueError("the short version comes after 1 missed check-in, or before the call")


def missed_in_a_row(readings: Sequence[Reading]) -> int:
    """Count the check-ins missed since the last one that was kept.

    Args:
        readings: The client's readings, oldest first; those named ``check_in`` count. What was
            missed because of us is not among them.

    """
    kept = [reading.value == "missed" for reading in readings if reading.name == "check_in"]
    return next((count for count, missed in enumerate(reversed(kept)) if not missed), len(kept))


def offers_short(ladder: MissedLadder, missed: int) -> bool:
    """Return whether the next prompt offers the two-tap version first."""
    return ladder.short_after is not None and missed >= ladder.short_after


def tells_sponsor(ladder: MissedLadder, missed: int) -> bool:
    """Return whether the sponsor is told by now; once in a row of days is enough."""
    if ladder.tell != "sponsor" or ladder.tell_after is None:
        return False
    return missed >= ladder.tell_after
