"""The invariants of SECURITY.md §4, as one function that may be called at any moment.

It holds the database against what Telegram's journal proves, and each of them against itself. I4,
I9, I11 and I12 have tests of their own; I10 is proved of every dialog when it is loaded.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from bot.emulator.shapes import Call
from dialogs.care.escalation import OPEN, Alert, AlertState
from dialogs.care.warning_signs import Tier
from dialogs.engine.session import Answer, Session
from storage.outbox import Lane
from storage.unit_of_work import Database
from tests.drills import books as bookkeeping
from tests.drills import calls
from tests.drills.books import Books, Written
from tests.drills.calls import Arrived

PATIENCE = timedelta(minutes=2)
"""How late something may be before it counts as forgotten."""

SAFETY_STEPS = frozenset({"safe_now", "safe_place", "safe_still"})
SAFETY_SIGNS = frozenset({"craving_unsafe", "use_danger", "unsafe", "sos", "safety_unanswered"})
_ALARMING = frozenset({"no", "not_sure", "tell_now"})
_RUNNING = frozenset({"open", "waiting"})
_STATES = frozenset({"pending", "sending", "sent", "failed", "unknown", "expired", "cancelled"})
_ON_THE_WAY = frozenset({"pending", "sending", "sent"})


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that must never be; rows appear by number, never by what is in them."""

    invariant: str
    words: str

    def __str__(self) -> str:
        return f"{self.invariant}: {self.words}"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the database holds, what people got, and the moment at which both were read."""

    books: Books
    journal: Sequence[Call]
    messages: Sequence[Arrived]
    now: datetime
    patience: timedelta

    @property
    def since(self) -> datetime:
        """The moment from which the journal is whole; it forgets its oldest calls."""
        if not self.journal:
            return self.now
        first = self.journal[0]
        return datetime.min.replace(tzinfo=first.at.tzinfo) if first.number == 1 else first.at


Check = Callable[[Evidence], Iterator[str]]


async def check(
    database: Database,
    telegram_journal: Iterable[Call],
    now: datetime,
    *,
    patience: timedelta = PATIENCE,
) -> list[Violation]:
    """Find everything that must not be.

    Args:
        database: Open, for reading or for writing.
        telegram_journal: What the bot called, oldest first, as the emulator kept it.
        now: What the program's clock shows.
        patience: How late an alert or its page may be.

    Returns:
        The violations, in the order of the invariants; none if all is well.

    """
    journal = tuple(telegram_journal)
    books = await bookkeeping.read(database)
    return violations(Evidence(books, journal, calls.arrived(journal), now, patience))


def violations(evidence: Evidence) -> list[Violation]:
    """Find everything that must not be in what was read."""
    return [Violation(name, words) for name, look in CHECKS for words in look(evidence)]


def is_red_flag(answer: Answer) -> bool:
    """Return whether an answer alone must reach a human: not safe, not sure, or no answer."""
    if answer.step not in SAFETY_STEPS:
        return False
    return answer.kind != "answered" or answer.value in _ALARMING


def _answers_are_stored(evidence: Evidence) -> Iterator[str]:
    """I1: what a person was shown as taken is stored."""
    sessions = evidence.books.sessions
    shown: dict[str, int] = {}
    for _, session_id, turn in calls.questions(evidence.messages):
        shown[session_id] = max(turn, shown.get(session_id, 0))
    for session_id, turn in shown.items():
        session = sessions.get(session_id)
        if session is not None and session.turn < turn:
            yield f"session {session_id} showed turn {turn} and stands at {session.turn}"
        elif session is None and not _anybody_erased(evidence.books):
            yield f"session {session_id} was shown and is not stored"


def _answers_are_stored_once(evidence: Evidence) -> Iterator[str]:
    """I1: and once; the session and the rows say the same."""
    standing: dict[str, dict[str, list[Written]]] = defaultdict(lambda: defaultdict(list))
    for row in evidence.books.answers:
        if row.superseded_at is None:
            standing[row.session_id][row.answer.step].append(row)
    for session_id, session in evidence.books.sessions.items():
        yield from _same_answers(session, standing[session_id])


def _same_answers(session: Session, rows: Mapping[str, Sequence[Written]]) -> Iterator[str]:
    for step, found in rows.items():
        if len(found) > 1:
            yield f"session {session.id} holds {len(found)} answers to {step}"
        if session.answer(step) != found[-1].answer:
            yield f"session {session.id} and its row differ at {step}"
    for answer in session.answers:
        if answer.step not in rows and answer.kind != "expired":
            yield f"session {session.id} has an answer to {answer.step} without a row"


def _red_flags_have_alerts(evidence: Evidence) -> Iterator[str]:
    """I2: every red flag lies within exactly one alert's life, of a sign that pages now."""
    alerts = [one for one in evidence.books.alerts if one.sign in SAFETY_SIGNS]
    for row in evidence.books.answers:
        if not is_red_flag(row.answer):
            continue
        found = [
            alert
            for alert in alerts
            if alert.client_id == row.person_id and _lives_at(alert, row.answer.at)
        ]
        if not found:
            yield f"answer {row.number} is a red flag without an alert"
        if any(alert.tier is not Tier.NOW for alert in found):
            yield f"answer {row.number} is a red flag and its alert may wait"


def _alerts_are_raised_once(evidence: Evidence) -> Iterator[str]:
    """I2: never two open of one client and sign, and none that no answer stands behind."""
    answered = {(row.person_id, row.answer.at) for row in evidence.books.answers}
    lives: dict[tuple[int, str], list[Alert]] = defaultdict(list)
    for alert in evidence.books.alerts:
        lives[alert.client_id, alert.sign].append(alert)
        if alert.sign in SAFETY_SIGNS and (alert.client_id, alert.raised_at) not in answered:
            yield f"alert {alert.number} has no answer behind it"
    for found in lives.values():
        for first, second in pairwise(sorted(found, key=lambda alert: alert.raised_at)):
            if first.resolved_at is None or second.raised_at < first.resolved_at:
                yield f"alerts {first.number} and {second.number} are of one sign, both open"


def _alerts_are_paged(evidence: Evidence) -> Iterator[str]:
    """I3: somebody is being told of every alert that must not wait, and it climbs in time."""
    pages = [row for row in evidence.books.outbox if row.kind == "page"]
    asking = {(row.alert_id, row.round) for row in pages if row.state in _ON_THE_WAY}
    sent = {row.alert_id for row in pages if row.state == "sent"}
    for alert in evidence.books.alerts:
        if alert.tier is not Tier.NOW:
            continue
        if alert.state is AlertState.RAISED and (alert.number, alert.round) not in asking:
            yield f"alert {alert.number} is open and nobody is being told"
        is_late = evidence.now - alert.raised_at > evidence.patience
        if is_late and alert.number not in sent and alert.state is AlertState.RAISED:
            yield f"alert {alert.number} has been open for long and nobody was told"
        if alert.state in OPEN and _overdue(alert.next_at, evidence):
            yield f"alert {alert.number} should have climbed"


def _pages_carry_their_number(evidence: Evidence) -> Iterator[str]:
    """I3: a page that counts as sent stands in the reader's chat, with its number."""
    texts: dict[tuple[int, int], list[str]] = defaultdict(list)
    for one in evidence.messages:
        texts[one.chat_id, one.message_id].append(one.text.casefold())
    for row in evidence.books.outbox:
        if row.kind != "page" or row.state != "sent" or row.done_at < evidence.since:
            continue
        chat = _chat(evidence.books, row.person_id)
        if chat is None:
            continue
        words = f"alert {row.alert_id}"
        if not any(words in text for text in texts[chat, row.message_id]):
            yield f"page {row.id} of {words} never reached its reader"


def _one_dialog_at_a_time(evidence: Evidence) -> Iterator[str]:
    """I5: one dialog asks at a time."""
    running = Counter(
        session.person_id
        for session in evidence.books.sessions.values()
        if session.state in _RUNNING
    )
    for person, count in running.items():
        if count > 1:
            yield f"person {person} is being asked by {count} dialogs at once"


def _one_prompt_a_slot(evidence: Evidence) -> Iterator[str]:
    """I5: a check-in is prompted for once, and reminded of no more often than was decided."""
    rows = Counter(
        (row.kind, str(row.check_in_id))
        for row in evidence.books.outbox
        if row.check_in_id is not None and row.edits is None
    )
    for (kind, number), count in rows.items():
        if kind == "prompt" and count > 1:
            yield f"check-in {number} has {count} prompts"
    for (kind, number), count in _prompts_got(evidence.messages).items():
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


def _confirmed_updates_are_recorded(evidence: Evidence) -> Iterator[str]:
    """I6: what was confirmed to Telegram has been worked on, or put aside."""
    books = evidence.books
    for raw in calls.confirmed(evidence.journal):
        number = raw["update_id"]
        if _is_private(raw) and number not in books.updates and number not in books.poison:
            yield f"update {number} was confirmed and never worked on"


def _sent_is_sent(evidence: Evidence) -> Iterator[str]:
    """I7: *sent* has a message behind it, and what is still to go can go."""
    got = {(one.chat_id, one.message_id) for one in evidence.messages}
    for row in evidence.books.outbox:
        if row.state not in _STATES:
            yield f"message {row.id} is in no known state"
        if row.state in {"pending", "sending"} and row.body is None:
            yield f"message {row.id} is to be sent and has no body"
        if row.state == "sent" and row.message_id is None:
            yield f"message {row.id} counts as sent without a number of Telegram's"
        elif row.state == "sent" and row.done_at >= evidence.since:
            chat = _chat(evidence.books, row.person_id)
            if chat is not None and (chat, row.message_id) not in got:
                yield f"message {row.id} counts as sent and never arrived"


def _nothing_is_stuck(evidence: Evidence) -> Iterator[str]:
    """I7: a page is never given up, and nothing that is urgent or on its way lies about."""
    for row in evidence.books.outbox:
        urgent = row.lane <= Lane.ALERT
        if urgent and row.state in {"unknown", "expired"}:
            yield f"message {row.id} is urgent and was given up as {row.state}"
        if row.state == "sending" and _overdue(row.lease_until, evidence):
            yield f"message {row.id} has been on its way for too long"
        if urgent and row.state == "pending" and _overdue(row.not_before, evidence):
            yield f"message {row.id} is urgent and still waits"


def _chain_holds(evidence: Evidence) -> Iterator[str]:
    """I8: the trail is whole."""
    if evidence.books.trail_broken is not None:
        yield evidence.books.trail_broken


def _one_receipt_each(evidence: Evidence) -> Iterator[str]:
    """I8: one row for each disclosure."""
    receipts = Counter(row.outbox_id for row in evidence.books.disclosures)
    for row in evidence.books.outbox:
        told = row.state == "sent" and row.category is not None
        if receipts.pop(row.id, 0) != (1 if told else 0):
            yield f"message {row.id} has not exactly the receipt it should have"
    for number in receipts:
        yield f"a receipt names message {number}, which is not there"


CHECKS: Sequence[tuple[str, Check]] = (
    ("I1", _answers_are_stored),
    ("I1", _answers_are_stored_once),
    ("I2", _red_flags_have_alerts),
    ("I2", _alerts_are_raised_once),
    ("I3", _alerts_are_paged),
    ("I3", _pages_carry_their_number),
    ("I5", _one_dialog_at_a_time),
    ("I5", _one_prompt_a_slot),
    ("I6", _confirmed_updates_are_recorded),
    ("I7", _sent_is_sent),
    ("I7", _nothing_is_stuck),
    ("I8", _chain_holds),
    ("I8", _one_receipt_each),
)


def _lives_at(alert: Alert, at: datetime) -> bool:
    return alert.raised_at <= at and (alert.resolved_at is None or alert.resolved_at >= at)


def _overdue(at: datetime | None, evidence: Evidence) -> bool:
    return at is not None and evidence.now - at > evidence.patience


def _chat(books: Books, person_id: int) -> int | None:
    person = books.people.get(person_id)
    return person.chat_id if person else None


def _anybody_erased(books: Books) -> bool:
    return any(person.chat_id is None for person in books.people.values())


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
