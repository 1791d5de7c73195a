"""The ledger of consent: from the log of what was given and taken back to what holds at a moment.

Each entry holds the whole terms of one grant from then on, so what holds is what the last entry of
each grant says. Nothing else decides: the row that a grant also has is only quicker to read.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from dialogs.care.consent import Category, Grant, is_in_force

What = Literal["granted", "renewed", "narrowed", "paused", "resumed", "revoked"]


@dataclass(frozen=True, slots=True)
class ConsentEvent:
    """One entry: what a client did about a grant, who said so, where, when, and its terms since.

    ``seq`` counts all entries of the clinic; it is the version that a receipt cites.
    """

    seq: int
    what: What
    grant: Grant
    by: int
    how: str
    at: datetime


def effective(log: Iterable[ConsentEvent], at: datetime) -> dict[int, ConsentEvent]:
    """Return the entry that holds for each grant at a moment, by the grant's number.

    Args:
        log: Entries of any clients, in any order.
        at: The moment, in UTC; an entry holds from its own instant on.

    Returns:
        The last entry of each grant up to then, also of grants that do not hold any more.

    """
    known: dict[int, ConsentEvent] = {}
    for entry in log:
        held = known.get(entry.grant.id)
        if entry.at <= at and (held is None or held.seq < entry.seq):
            known[entry.grant.id] = entry
    return known


def allowed_by(
    log: Iterable[ConsentEvent],
    recipient_id: int,
    client_id: int,
    category: Category,
    at: datetime,
) -> ConsentEvent | None:
    """Find the entry by which somebody may see one kind of thing at a moment, or None."""
    found = (
        entry
        for entry in effective(log, at).values()
        if entry.grant.recipient_id == recipient_id
        and entry.grant.client_id == client_id
        and category in entry.grant.categories
        and is_in_force(entry.grant, at)
    )
    return min(found, key=lambda entry: entry.grant.id, default=None)
