"""Consent: nobody was told what was not allowed just then; the log says what rows say (I4).

What was allowed is told from the log alone: giving, narrowing, resting and taking back. The row of
a grant, which the program goes by because it is quick to read, must say the same.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.simulation.invariants.evidence import Evidence
from dialogs.care.consent import Category, standing_in
from dialogs.care.consent_log import ConsentEvent, allowed_by, effective
from storage.books import Books

Log = Sequence[ConsentEvent]

UPDATE = "update"
"""The notice of a week: what may not be told any more is left out when it is opened."""


def consent_was_in_force(evidence: Evidence) -> Iterator[str]:
    """I4: nothing about a client reached anybody without a grant that held when it was sent."""
    books = evidence.books
    logs = _by_client(books)
    for row in books.outbox:
        if row.state != "sent" or row.person_id == row.owner:
            continue
        moments = (row.done_at, row.done_at - datetime.resolution)
        told, log = _told(row), logs[row.owner]
        held = [one for one in told if any(_allowed(evidence, log, row, one, at) for at in moments)]
        enough = held if row.kind == UPDATE else len(held) == len(told)
        if told and not enough:
            yield f"message {row.id} told somebody of what no grant allowed"


def rows_say_what_the_log_says(evidence: Evidence) -> Iterator[str]:
    """I4: the row of a grant holds the terms of its last entry in the log, and neither is alone."""
    held = effective(evidence.books.consents, evidence.now)
    for number, row in evidence.books.grants.items():
        entry = held.get(number)
        if entry is None:
            yield f"grant {number} stands in no log"
        elif _terms(row) != _terms(entry.grant):
            yield f"grant {number} is not what its log says"
    for number in held.keys() - evidence.books.grants.keys():
        yield f"the log names grant {number}, which is not there"


def _told(row: Any) -> Sequence[Category]:
    """Return what a message tells: what its receipt names; of an alert, that there is one."""
    if row.category is not None:
        return [Category(one) for one in row.category.split()]
    return [Category.ALERTS] if row.alert_id is not None and row.edits is None else []


def _allowed(evidence: Evidence, log: Log, row: Any, category: Category, at: datetime) -> bool:
    """Tell whether the reader's own grant allows it, or one by which whoever is on call stands in.

    An entry holds from its own instant, at which something may have left before it: so each
    moment is looked at from both sides.
    """
    if allowed_by(log, row.person_id, row.owner, category, at) is not None:
        return True
    turns = (turn for turn in evidence.books.shifts if turn.person_id == row.person_id)
    was_on_call = any(turn.begins_at <= at for turn in turns)
    forgotten = evidence.chat(row.person_id) is None  # and with them when they were on call
    if category is not Category.ALERTS or not (was_on_call or forgotten):
        return False
    grants = [entry.grant for entry in effective(log, at).values()]
    return bool(standing_in(grants, [row.person_id], at))


def _by_client(books: Books) -> Mapping[int, list[ConsentEvent]]:
    logs: dict[int, list[ConsentEvent]] = defaultdict(list)
    for entry in books.consents:
        logs[entry.grant.client_id].append(entry)
    return logs


def _terms(grant: Any) -> tuple[object, ...]:
    """Return what a grant allows, of its row or of the log; the row has its kinds as one word."""
    kinds = grant.categories
    shared = frozenset(kinds.split() if isinstance(kinds, str) else kinds)
    return (
        grant.client_id,
        grant.recipient_id,
        shared,
        grant.purpose,
        grant.since,
        grant.until,
        grant.revoked_at,
        grant.paused_until,
        grant.text_version,
        grant.text_hash,
    )
