"""What else may happen to an alert: its people change, or somebody says something to it."""

from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime, timedelta

from dialogs.care.alert_life import Alert, AlertState, play
from dialogs.care.ladders import Ladder
from dialogs.care.replies import Reply, added

NOBODY: frozenset[int] = frozenset()


def relieve(alert: Alert, ladder: Ladder, now: datetime) -> Alert:
    """Ask anew on the rung where an alert stands, because others stand there now.

    Args:
        alert: A raised alert.
        ladder: Its ladder with the new people on it (`ladders.with_on_call`).
        now: From when their minutes count, in UTC.

    Raises:
        AlertClosed: Somebody has it, or nobody is asked any more.

    """
    return play("relieve", replace(alert, ladder=ladder), now=now)


def start_again(
    alert: Alert, ladder: Ladder, now: datetime, *, skip: AbstractSet[int] = NOBODY
) -> Alert:
    """Put an unanswered alert back on a ladder, because somebody can be asked again.

    Args:
        alert: The alert; one that is not unanswered comes back as it is.
        ladder: Whom to page now.
        now: The moment, in UTC.
        skip: People who cannot be asked.

    Returns:
        The alert on its first rung, or unchanged where the ladder still has nobody.

    """
    if alert.state is not AlertState.UNANSWERED:
        return alert
    again = play("start", replace(alert, ladder=ladder), now=now, skip=skip)
    return again if again.state is AlertState.RAISED else alert


LATE = timedelta(minutes=1)
"""How much later than its alert counts on a page may leave before its reader is given more time."""


def held_until(
    before: Alert, after: Alert, *, waits: bool, asked_at: datetime | None, now: datetime
) -> datetime | None:
    """Say how long an alert stays where it is, because those of its rung have not been asked yet.

    Asking the next rung never waits. Asking the same people again, or giving up, does: as long as
    their page lies here, and until they have had their minutes since it left.

    Args:
        before: A raised alert whose time has come.
        after: The same, as time would leave it.
        waits: Whether a page of its present round has still to leave.
        asked_at: When the first page of this round left, in UTC; None if none has.
        now: The moment, in UTC.

    Returns:
        Until when, in UTC; None if it is to go on.

    """
    if before.state is not AlertState.RAISED or before.next_at is None:
        return None
    if after.state is AlertState.RAISED and after.rung > before.rung:
        return None
    if asked_at is None:
        return now + LATE if waits else None
    minutes = before.ladder.rungs[before.rung].minutes
    until = asked_at + timedelta(minutes=minutes or 0)
    return until if until > now and until - before.next_at > LATE else None


def hold(alert: Alert, until: datetime) -> Alert:
    """Leave a raised alert where it is until a moment.

    Raises:
        AlertClosed: Somebody has it, or nobody is asked about it any more.

    """
    return play("hold", alert, until=until)


LONG_AGO = timedelta(days=7)
"""How long an alert may be overdue and still page somebody, as if it were of this moment."""


def is_of_long_ago(alert: Alert, now: datetime) -> bool:
    """Return whether an alert should have moved so long ago that nobody is to be woken for it."""
    return alert.next_at is not None and now - alert.next_at > LONG_AGO


def lapse(alert: Alert) -> Alert:
    """Stop asking about an alert of long ago: it stays open, on the lists, until a human looks.

    Raises:
        AlertClosed: It is resolved, or nobody is asked about it any more.

    """
    return play("lapse", alert)


def said(alert: Alert, reply: Reply) -> Alert:
    """Keep with an alert what somebody has said to it, in whatever state it is."""
    return play("note", alert, replies=added(alert.replies, reply))


def has_said(alert: Alert, reply: Reply) -> bool:
    """Return whether the same person's last word of all was the same: a double tap says it once."""
    mine = [one for one in alert.replies if one.person_id == reply.person_id]
    return bool(mine) and (mine[-1].kind, mine[-1].words) == (reply.kind, reply.words)
