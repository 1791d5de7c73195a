"""Escalation: an alert never fades; a human takes it, or it climbs.

When the ladder has run out an alert is *unanswered*, which still waits for a human to take or
close it. The ladder in an alert is a snapshot: editing a plan changes nothing that is already
on its way. Every change raises the ``fence``, so whoever decided on an older alert finds out
when it is saved.
"""

from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime

from dialogs.care import evidence
from dialogs.care.alert_life import OPEN, Alert, AlertState, Evidence, Outcome, play
from dialogs.care.ladders import Ladder, Rung
from dialogs.care.warning_signs import URGENCY, Tier, WarningSign
from dialogs.errors import AlreadyTaken, NotAllowed, NotTaken

__all__ = [
    "OPEN",
    "Alert",
    "AlertState",
    "Evidence",
    "Ladder",
    "Outcome",
    "Rung",
    "acknowledge",
    "escalate",
    "is_due",
    "let_time_pass",
    "merge",
    "on_duty",
    "open_alert",
    "pages",
    "pass_on",
    "resolve",
    "rungs_passed_over",
    "still_on_it",
    "withdraw",
]

NOBODY: frozenset[int] = frozenset()


def open_alert(
    sign: WarningSign,
    client_id: int,
    ladder: Ladder,
    now: datetime,
    *,
    skip: AbstractSet[int] = NOBODY,
) -> Alert:
    """Make an alert of a warning sign, on the first rung that has anybody on it.

    Args:
        sign: What was noticed. A digest sign is read, not paged, and makes no alert.
        client_id: Whom it is about.
        ladder: Whom to page; the alert keeps this snapshot.
        now: The moment it is raised, in UTC.
        skip: People who have left, are blocked or hold no grant.

    Returns:
        A raised alert, or one already unanswered where the ladder has nobody left to page.

    Raises:
        ValueError: The sign is for the digest.

    """
    if sign.tier is Tier.DIGEST:
        raise ValueError("a digest sign makes no alert")
    return _start(_fresh(sign, client_id, ladder, now), now, skip)


def is_due(alert: Alert, now: datetime) -> bool:
    """Return whether the time has come at which this alert changes by itself."""
    return alert.next_at is not None and alert.next_at <= now


def let_time_pass(alert: Alert, now: datetime, *, skip: AbstractSet[int] = NOBODY) -> Alert:
    """Do what is due: climb, remind whoever took it, or put it back on the ladder.

    An alert that is not due comes back unchanged, never a minute early.
    """
    if not is_due(alert, now):
        return alert
    if alert.state is AlertState.ACKNOWLEDGED and alert.reminded_at is None:
        return play("remind", alert, now=now)
    return escalate(alert, now, skip=skip)


def escalate(alert: Alert, now: datetime, *, skip: AbstractSet[int] = NOBODY) -> Alert:
    """Page the next rung now, whatever the time: by the clock, by hand, or for want of a phone.

    Rungs with nobody left on them are passed over. After the last rung the last one that has
    anybody is paged again, as often as the ladder says; then the alert is unanswered.

    Args:
        alert: A raised alert, or an acknowledged one that goes back on the ladder.
        now: From when the next rung's minutes count, in UTC.
        skip: People who have left, are blocked or hold no grant.

    Returns:
        The alert on its next rung, or unanswered.

    Raises:
        AlertClosed: It is resolved, or has already run out of ladder.

    """
    return play("climb", alert, now=now, skip=skip)


def pass_on(
    alert: Alert, person_id: int, now: datetime, *, skip: AbstractSet[int] = NOBODY
) -> Alert:
    """Hand an alert to the next rung at the wish of whoever was paged or has taken it.

    Raises:
        AlreadyTaken: Somebody else has it.
        AlertClosed: It is resolved or unanswered.

    """
    if alert.taken_by not in {None, person_id}:
        raise AlreadyTaken(alert.taken_by)
    return escalate(alert, now, skip=skip)


def acknowledge(alert: Alert, person_id: int, now: datetime) -> Alert:
    """Take an alert; an unanswered one may still be taken, a second tap changes nothing.

    Raises:
        AlreadyTaken: Somebody else was faster.
        AlertClosed: It is resolved.

    """
    if alert.state is AlertState.ACKNOWLEDGED:
        if alert.taken_by != person_id:
            raise AlreadyTaken(alert.taken_by)
        return alert
    return play("acknowledge", alert, person_id=person_id, now=now)


def still_on_it(alert: Alert, person_id: int, now: datetime) -> Alert:
    """Note a word from whoever took the alert: its silence counts from now.

    Raises:
        AlreadyTaken: Somebody else has it, or nobody.
        AlertClosed: It is resolved.

    """
    if alert.state is not AlertState.RESOLVED and alert.taken_by != person_id:
        raise AlreadyTaken(alert.taken_by)
    return play("report", alert, now=now)


def resolve(
    alert: Alert, person_id: int, outcome: Outcome, now: datetime, *, holder_gone: bool = False
) -> Alert:
    """Close an alert with its outcome, which only whoever has taken it can know.

    Args:
        alert: The alert as it was.
        person_id: Who closes it.
        outcome: How it went.
        now: When, in UTC.
        holder_gone: Whoever has it can no longer answer for it, and ``person_id`` may instead.

    Raises:
        AlreadyTaken: Somebody else has it.
        NotTaken: Nobody has it.
        AlertClosed: It is resolved already.

    """
    if alert.state in OPEN and alert.taken_by is None:
        raise NotTaken
    if alert.state in OPEN and alert.taken_by != person_id and not holder_gone:
        raise AlreadyTaken(alert.taken_by)
    return play("resolve", alert, person_id=person_id, outcome=outcome, now=now)


def withdraw(alert: Alert, now: datetime) -> Alert:
    """Take an alert back because the answer behind it was corrected.

    Raises:
        NotAllowed: A safety answer is behind it, or somebody has taken it: a human closes it.
        AlertClosed: It is resolved already.

    """
    if alert.state is not AlertState.RESOLVED and (alert.safety or alert.taken_by is not None):
        raise NotAllowed("withdraw_alert", "only a human may close it")
    return play("resolve", alert, person_id=None, outcome=Outcome.WITHDRAWN, now=now)


def merge(
    alert: Alert,
    sign: WarningSign,
    ladder: Ladder,
    now: datetime,
    *,
    skip: AbstractSet[int] = NOBODY,
) -> Alert:
    """Add new evidence to an open alert of the same sign.

    A worse tier, new evidence for an unanswered alert, or evidence that whoever was paged must
    not see starts ``ladder`` afresh and pages again. Anything else joins in silence, or, where
    its people do not learn of it by a page, with a word to them (`evidence.has_news`).

    Args:
        alert: The alert as it is.
        sign: What was noticed now; the same answer twice is no new evidence.
        ladder: Whom to page for this sign; without sponsors if it, or the alert, is staff only.
        now: When it was noticed, in UTC.
        skip: People who have left, are blocked or hold no grant.

    Returns:
        The alert with its evidence, or the very same alert if nothing is new.

    Raises:
        AlertClosed: It is resolved: raise a new one.

    """
    new = evidence.of_sign(sign, now)
    is_new = new not in alert.evidence
    worse = URGENCY[sign.tier] > URGENCY[alert.tier]
    closer = sign.staff_only and not alert.staff_only
    outside = closer and not any(alert.taken_by in rung.people for rung in ladder.rungs)
    again = worse or outside or alert.state is AlertState.UNANSWERED
    if alert.state in OPEN and not (is_new or closer or again):
        return alert
    joined = play(
        "join",
        alert,
        evidence=evidence.joined(alert.evidence, new) if is_new else alert.evidence,
        tier=sign.tier if worse else alert.tier,
        safety=alert.safety or sign.safety,
        staff_only=alert.staff_only or sign.staff_only,
        told_at=evidence.told_at(alert, now) if is_new else alert.told_at,
    )
    if again:
        return _start(replace(joined, ladder=ladder), now, skip)
    return replace(joined, ladder=ladder, rung=0, repeat=0) if closer else joined


def on_duty(alert: Alert, skip: AbstractSet[int] = NOBODY) -> tuple[int, ...]:
    """Return the people of the alert's present rung who can be paged, in the ladder's order."""
    if not alert.ladder.rungs:
        return ()
    people = alert.ladder.rungs[alert.rung].people
    return tuple(person for person in people if person not in skip)


def pages(
    before: Alert | None, after: Alert, *, skip: AbstractSet[int] = NOBODY
) -> tuple[int, ...]:
    """Return whom to page now, given an alert before (None: just opened) and after a change."""
    if after.state is not AlertState.RAISED:
        return ()
    unchanged = before is not None and before.round == after.round
    return () if unchanged else on_duty(after, skip)


def rungs_passed_over(before: Alert | None, after: Alert) -> int:
    """Return how many rungs a climb left out though they have people; the admin is told.

    Where nobody is ever on call, that rung is missed by nobody.
    """
    first = 0 if before is None or after.rung < before.rung else before.rung + 1
    return sum(1 for rung in after.ladder.rungs[first : after.rung] if rung.people)


def _fresh(sign: WarningSign, client_id: int, ladder: Ladder, now: datetime) -> Alert:
    return Alert(
        number=0,
        ref="",
        client_id=client_id,
        sign=sign.sign,
        tier=sign.tier,
        safety=sign.safety,
        staff_only=sign.staff_only,
        evidence=(evidence.of_sign(sign, now),),
        ladder=ladder,
        state=AlertState.RAISED,
        rung=0,
        repeat=0,
        next_at=None,
        fence=0,
        raised_at=now,
    )


def _start(alert: Alert, now: datetime, skip: AbstractSet[int]) -> Alert:
    return play("start", alert, now=now, skip=skip)
