"""The circle: what a client can share with whom, for how long, and how often supporters may ask.

Limits are small on purpose: a kind word is welcome because it is rare.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from dialogs.care.consent import FOREVER, Category, Grant, stands
from dialogs.care.people import Role

WEEK = timedelta(days=7)
UPDATE_RULE = "weekly sun 18:00"
"""When a supporter's week is told, on their own clock."""

LESSON_RULE = "weekly wed 18:00"
"""When the next short part comes, on its reader's own clock."""

PARTS = 10
"""How many short parts there are (dialog ``family_learning``)."""

LENGTHS: tuple[int, ...] = (30, 90, 0)
"""For how many days something can be shared; 0: until the client ends it."""

PAUSES: tuple[int, ...] = (7, 30, 0)
"""For how many days sharing can rest; 0: until the client ends it."""

GREETINGS_A_DAY = 3
CALLS_A_DAY = 2
ASKS_AGAIN_AFTER = timedelta(days=30)
"""How often a supporter may ask to hear more; asked sooner, nobody is bothered with it."""

_WEEKLY = (
    Category.PRESENCE,
    Category.GOALS,
    Category.MOOD,
    Category.CRAVINGS,
    Category.USE,
    Category.MEDICATION,
    Category.PLAN,
)
WEEKLY = frozenset(_WEEKLY)
"""What is told once a week; everything else is told when it happens."""

OFFERED: Mapping[Role, tuple[Category, ...]] = {
    Role.FAMILY: (Category.MILESTONES, *_WEEKLY),
    Role.SPONSOR: (Category.ALERTS, Category.MILESTONES, *_WEEKLY),
    Role.COUNSELOR: tuple(Category),
}
"""What can be shared with somebody in a role, in the order in which it is offered."""


def ends_at(begins: datetime, days: int) -> datetime | None:
    """Return when something ends that is shared for so many days; None: when the client ends it.

    Raises:
        ValueError: Nobody can choose that length.

    """
    if days not in LENGTHS:
        raise ValueError(f"sharing lasts {LENGTHS} days")
    return begins + timedelta(days=days) if days else None


def rests_until(now: datetime, days: int) -> datetime:
    """Return until when sharing rests that is paused for so many days.

    Raises:
        ValueError: Nobody can choose that length.

    """
    if days not in PAUSES:
        raise ValueError(f"sharing rests for {PAUSES} days")
    return now + timedelta(days=days) if days else FOREVER


def standing(grants: Iterable[Grant], recipient_id: int, now: datetime) -> list[Grant]:
    """Return what somebody holds that is not taken back or over; it may still begin, or rest."""
    return [one for one in grants if one.recipient_id == recipient_id and stands(one, now)]


def holding(grants: Iterable[Grant], category: Category) -> Grant | None:
    """Return the newest of these grants that covers a kind of thing."""
    return max(
        (one for one in grants if category in one.categories),
        key=lambda one: one.id,
        default=None,
    )


def paused_until(grants: Iterable[Grant], now: datetime) -> datetime | None:
    """Return until when all that somebody holds rests; None: it does not."""
    held = [one.paused_until for one in grants]
    rests = [at for at in held if at is not None and at > now]
    return min(rests) if rests and len(rests) == len(held) else None
