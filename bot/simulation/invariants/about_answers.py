"""Answers and alerts: what was said is stored once, every red flag reaches a human (I1 to I3)."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import pairwise

from bot.simulation import calls
from bot.simulation.invariants.evidence import Evidence
from dialogs.care.escalation import OPEN, Alert, AlertState
from dialogs.care.warning_signs import Tier
from dialogs.engine.session import Answer, Session
from storage.books import Books, Written

SAFETY_READINGS = frozenset({"safe_now", "safe_place", "safe_after_use", "safe_home"})
SAFETY_SIGNS = frozenset(
    {"craving_unsafe", "home_unsafe", "use_danger", "unsafe", "sos", "safety_unanswered"}
)
_ALARMING = frozenset({"no", "not_sure", "tell_now"})
_RUNNING = frozenset({"open", "waiting"})
_ON_THE_WAY = frozenset({"pending", "sending", "sent"})


def is_red_flag(answer: Answer) -> bool:
    """Return whether an answer alone must reach a human: not safe, not sure, or no answer."""
    if answer.name not in SAFETY_READINGS:
        return False
    return answer.kind != "answered" or answer.value in _ALARMING


def answers_are_stored(evidence: Evidence) -> Iterator[str]:
    """I1: what a person was shown as taken is stored."""
    sessions = evidence.books.sessions
    shown: dict[str, int] = {}
    for _, session_id, turn in calls.questions(evidence.own_messages):
        shown[session_id] = max(turn, shown.get(session_id, 0))
    for session_id, turn in shown.items():
        session = sessions.get(session_id)
        if session is not None and session.turn < turn:
            yield f"session {session_id} showed turn {turn} and stands at {session.turn}"
        elif session is None and not _anybody_erased(evidence.books):
            yield f"session {session_id} was shown and is not stored"


def answers_are_stored_once(evidence: Evidence) -> Iterator[str]:
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


def red_flags_have_alerts(evidence: Evidence) -> Iterator[str]:
    """I2: every red flag is evidence of an alert, or lies within its life; and it pages now."""
    alerts = [one for one in evidence.books.alerts if one.sign in SAFETY_SIGNS or one.safety]
    for row in evidence.books.answers:
        if not is_red_flag(row.answer) or row.answer.at < evidence.books.since:
            continue
        found = [
            alert
            for alert in alerts
            if alert.client_id == row.person_id and _tells_of(alert, row.answer.at)
        ]
        if not found:
            yield f"answer {row.number} is a red flag without an alert"
        if any(alert.tier is not Tier.NOW for alert in found):
            yield f"answer {row.number} is a red flag and its alert may wait"


def alerts_are_raised_once(evidence: Evidence) -> Iterator[str]:
    """I2: never two open of one client and sign, and none that no answer stands behind."""
    answered = {(row.person_id, row.answer.at) for row in evidence.books.answers}
    known_since = evidence.books.since
    lives: dict[tuple[int, str], list[Alert]] = defaultdict(list)
    for alert in evidence.books.alerts:
        lives[alert.client_id, alert.sign].append(alert)
        moments = {alert.raised_at} | {part.at for part in alert.evidence}
        behind = any((alert.client_id, at) in answered for at in moments)
        if alert.sign in SAFETY_SIGNS and not behind and min(moments) >= known_since:
            yield f"alert {alert.number} has no answer behind it"
    for found in lives.values():
        for first, second in pairwise(sorted(found, key=lambda alert: alert.raised_at)):
            if first.resolved_at is None or second.raised_at < first.resolved_at:
                yield f"alerts {first.number} and {second.number} are of one sign, both open"


def alerts_are_paged(evidence: Evidence) -> Iterator[str]:
    """I3: somebody is being told of every alert that must not wait, and it climbs in time."""
    pages = [row for row in evidence.books.outbox if row.kind == "page"]
    asking = {(row.alert_id, row.round) for row in pages if row.state in _ON_THE_WAY}
    sent = {row.alert_id for row in pages if row.state == "sent"}
    for alert in evidence.books.alerts:
        if alert.tier is not Tier.NOW or alert.raised_at < evidence.books.since:
            continue
        if alert.state is AlertState.RAISED and (alert.number, alert.round) not in asking:
            yield f"alert {alert.number} is open and nobody is being told"
        is_late = evidence.now - alert.raised_at > evidence.patience
        if is_late and alert.number not in sent and alert.state is AlertState.RAISED:
            yield f"alert {alert.number} has been open for long and nobody was told"
        if alert.state in OPEN and evidence.overdue(alert.next_at):
            yield f"alert {alert.number} should have climbed"


def one_dialog_at_a_time(evidence: Evidence) -> Iterator[str]:
    """I5: one dialog asks at a time."""
    running = Counter(
        session.person_id
        for session in evidence.books.sessions.values()
        if session.state in _RUNNING
    )
    for person, count in running.items():
        if count > 1:
            yield f"person {person} is being asked by {count} dialogs at once"


def _tells_of(alert: Alert, at: datetime) -> bool:
    """Silence is found when somebody looks, and its moment is when time ran out: some time ago."""
    lives = alert.raised_at <= at and (alert.resolved_at is None or alert.resolved_at >= at)
    return lives or any(part.at == at for part in alert.evidence)


def _anybody_erased(books: Books) -> bool:
    return any(person.chat_id is None for person in books.people.values())
