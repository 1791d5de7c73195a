"""Consent: what a client lets somebody see, for how long, and the one gate that checks it.

Nothing is shared by default, and nobody is asked twice: a grant either is in force at the
moment of sending or it is not. Revoking one tells its receiver nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from dialogs.care.people import Role

FAMILY_COOL_OFF = timedelta(hours=24)
"""A grant to family begins a day later, so that one made under pressure can be taken back.

Source:
    Our reading of the threat of coercion, SECURITY.md T25.
"""

ASK_AGAIN_AFTER = timedelta(days=30)
"""How long a grant to family goes on before the client is privately asked again (T25)."""

ASK_BEFORE_END = timedelta(days=3)
"""How long before a grant ends its client is asked whether it shall go on."""

FOREVER = datetime(9999, 1, 1, tzinfo=UTC)
"""Until when a pause lasts that only the client ends."""


class Category(StrEnum):
    """One kind of thing that can be shared."""

    PRESENCE = "presence"
    MILESTONES = "milestones"
    GOALS = "goals"
    MOOD = "mood"
    CRAVINGS = "cravings"
    USE = "use"
    MEDICATION = "medication"
    ALERTS = "alerts"
    NOTES = "notes"
    PLAN = "plan"
    CHARTS = "charts"


@dataclass(frozen=True, slots=True)
class Grant:
    """A client's consent that one person may see some kinds of things for one purpose.

    In force from ``since`` (included) to ``until`` (not included; None: until revoked), but for
    the time until ``paused_until``, while the client lets it rest.
    ``text_version`` and ``text_hash`` name the wording that the client agreed to.
    ``id`` is 0 until storage has given it one.
    """

    id: int
    client_id: int
    recipient_id: int
    categories: frozenset[Category]
    purpose: str
    since: datetime
    until: datetime | None
    revoked_at: datetime | None
    text_version: str
    text_hash: str
    paused_until: datetime | None = None


def is_in_force(grant: Grant, now: datetime) -> bool:
    """Return whether a grant holds at this very moment."""
    begun = grant.since <= now
    return begun and stands(grant, now) and not rests(grant, now)


def stands(grant: Grant, now: datetime) -> bool:
    """Return whether a grant is not taken back and not over; it may still begin, or rest."""
    over = grant.until is not None and grant.until <= now
    revoked = grant.revoked_at is not None and grant.revoked_at <= now
    return not over and not revoked


def rests(grant: Grant, now: datetime) -> bool:
    """Return whether the client lets a grant rest just now, of which its receiver never hears."""
    return grant.paused_until is not None and now < grant.paused_until


def may_see(
    grants: Iterable[Grant],
    recipient_id: int,
    client_id: int,
    category: Category,
    now: datetime,
) -> Grant | None:
    """Find the grant that lets somebody see one kind of thing about a client.

    This is the only gate through which anything about a client reaches another person:
    call it when a message is made, and again just before it is sent.

    Args:
        grants: Any grants, of any client, in any order.
        recipient_id: The person who would see it.
        client_id: The client whom it is about.
        category: What kind of thing it is.
        now: The moment of showing, in UTC.

    Returns:
        The first grant in force that covers it (it goes on the receipt), or None.

    """
    return next(
        (
            grant
            for grant in grants
            if grant.recipient_id == recipient_id
            and grant.client_id == client_id
            and category in grant.categories
            and is_in_force(grant, now)
        ),
        None,
    )


CARE = "care"
"""The purpose of the grant that a client gives the counselor and the care team when they join."""


def standing_in(grants: Iterable[Grant], people: Iterable[int], now: datetime) -> tuple[Grant, ...]:
    """Return by what leave these people stand in for a client's own counselor.

    The words a client agrees to name the care team beside the counselor, so whoever is on call may
    be told of an alert, and of nothing else, as long as one counselor may.

    Args:
        grants: The client's grants.
        people: Members of staff who are, or were, on call.
        now: The moment, in UTC.

    Returns:
        One grant for each of them, with the number of the grant it follows from; none where no
        counselor may hear of alerts.

    """
    given = (g for g in grants if g.purpose == CARE and Category.ALERTS in g.categories)
    held = next((grant for grant in given if is_in_force(grant, now)), None)
    if held is None:
        return ()
    alerts = replace(held, categories=frozenset({Category.ALERTS}))
    return tuple(replace(alerts, recipient_id=person) for person in people)


def begins_at(role: Role, now: datetime) -> datetime:
    """Return when a grant given now to somebody in this role begins, in UTC."""
    return now + FAMILY_COOL_OFF if role is Role.FAMILY else now


def ask_at(role: Role, since: datetime, until: datetime | None) -> datetime | None:
    """Return when the client is to be asked, privately, whether a grant goes on.

    Before its end, and for family after thirty days in any case (T25). None: never.
    """
    before_end = None if until is None else until - ASK_BEFORE_END
    again = since + ASK_AGAIN_AFTER if role is Role.FAMILY else None
    return min((at for at in (before_end, again) if at is not None), default=None)


def revoke(grant: Grant, now: datetime) -> Grant:
    """Return the grant as taken back at ``now``; one already taken back keeps its time."""
    return grant if grant.revoked_at is not None else replace(grant, revoked_at=now)
