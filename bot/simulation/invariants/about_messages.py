"""Messages and updates: what was confirmed was done, what counts as sent arrived (I3, I5 to I8)."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta

from bot.simulation import calls
from bot.simulation.calls import Arrived
from bot.simulation.invariants.evidence import Evidence
from storage.outbox import Lane

REMEMBERED = timedelta(hours=47)
"""How long the number of an update is surely kept; after 48 hours it is let go."""

_STATES = frozenset({"pending", "sending", "sent", "failed", "unknown", "expired", "cancelled"})


def pages_carry_their_number(evidence: Evidence) -> Iterator[str]:
    """I3: a page that counts as sent stands in the reader's chat, with its number."""
    texts: dict[tuple[int, int], list[str]] = defaultdict(list)
    for one in evidence.messages:
        texts[one.chat_id, one.message_id].append(one.text.casefold())
    for row in evidence.books.outbox:
        if row.kind != "page" or row.state != "sent" or row.done_at < evidence.since:
            continue
        chat = evidence.chat(row.person_id)
        if chat is None:
            continue
        number = re.compile(rf"\b{row.alert_id}\b")  # whatever an alert is called in their language
        if not any(number.search(text) for text in texts[chat, row.message_id]):
            yield f"page {row.id} of alert {row.alert_id} never reached its reader"


def one_prompt_a_slot(evidence: Evidence) -> Iterator[str]:
    """I5: a check-in is prompted for once, and reminded of no more often than was decided."""
    rows = Counter(
        (row.kind, str(row.check_in_id))
        for row in evidence.books.outbox
        if row.check_in_id is not None and row.edits is None
    )
    for (kind, number), count in rows.items():
        if kind == "prompt" and count > 1:
            yield f"check-in {number} has {count} prompts"
    for (kind, number), count in _prompts_got(evidence.own_messages).items():
        most = rows[kind, number] * (2 if kind == "prompt" else 1)
        if count > most:
            yield f"check-in {number}: {count} times a {kind}, at most {most} were meant"


def _prompts_got(messages: Iterable[Arrived]) -> Counter[tuple[str, str]]:
    """Count prompts and reminders by check-in; a prompt can be put off, a reminder cannot."""
    return Counter(
        ("prompt" if one.args_of("later") else "reminder", number)
        for one in messages
        if not one.is_edit
        for (number,) in one.args_of("begin")
    )


def confirmed_updates_are_recorded(evidence: Evidence) -> Iterator[str]:
    """I6: what was confirmed to Telegram has been worked on, or put aside."""
    books = evidence.books
    remembered = evidence.now - REMEMBERED
    for raw in calls.confirmed([call for call in evidence.journal if call.at >= remembered]):
        number = raw["update_id"]
        if _is_private(raw) and number not in books.updates and number not in books.poison:
            yield f"update {number} was confirmed and never worked on"


def sent_is_sent(evidence: Evidence) -> Iterator[str]:
    """I7: *sent* has a message behind it, and what is still to go can go."""
    got = {(one.chat_id, one.message_id) for one in evidence.messages}
    got |= calls.already_so(evidence.journal)
    for row in evidence.books.outbox:
        if row.state not in _STATES:
            yield f"message {row.id} is in no known state"
        if row.state in {"pending", "sending"} and row.body is None:
            yield f"message {row.id} is to be sent and has no body"
        if row.state == "sent" and row.message_id is None:
            yield f"message {row.id} counts as sent without a number of Telegram's"
        elif row.state == "sent" and row.done_at >= evidence.since:
            chat = evidence.chat(row.person_id)
            if chat is not None and (chat, row.message_id) not in got:
                yield f"message {row.id} counts as sent and never arrived"


def nothing_is_stuck(evidence: Evidence) -> Iterator[str]:
    """I7: a page is never given up, and nothing that is urgent or on its way lies about."""
    for row in evidence.books.outbox:
        urgent = row.lane <= Lane.ALERT
        if urgent and row.state in {"unknown", "expired"}:
            yield f"message {row.id} is urgent and was given up as {row.state}"
        if row.state == "sending" and evidence.overdue(row.lease_until):
            yield f"message {row.id} has been on its way for too long"
        if urgent and row.state == "pending" and evidence.overdue(row.not_before):
            yield f"message {row.id} is urgent and still waits"


def chain_holds(evidence: Evidence) -> Iterator[str]:
    """I8: the trail is whole."""
    if evidence.books.trail_broken is not None:
        yield evidence.books.trail_broken


def one_receipt_each(evidence: Evidence) -> Iterator[str]:
    """I8: one row for each kind of thing that was told."""
    receipts = Counter(row.outbox_id for row in evidence.books.disclosures)
    for row in evidence.books.outbox:
        told = row.category.split() if row.state == "sent" and row.category else []
        if receipts.pop(row.id, 0) != len(told):
            yield f"message {row.id} has not exactly the receipt it should have"
    for number in receipts:
        yield f"a receipt names message {number}, which is not there"


def _is_private(raw: dict[str, object]) -> bool:
    """Return whether an update is a person's own, in their private chat, and so worked on."""
    for kind in ("message", "edited_message", "callback_query", "my_chat_member"):
        event = raw.get(kind)
        if isinstance(event, dict):
            inner = event.get("message") if kind == "callback_query" else event
            chat = inner.get("chat") if isinstance(inner, dict) else None
            sender = event.get("from")
            if isinstance(chat, dict) and isinstance(sender, dict):
                return chat.get("type") == "private" and chat.get("id") == sender.get("id")
    return False
