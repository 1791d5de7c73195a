"""Windows: until when a check-in can be answered, in time and late.

An answer that comes after the window is taken until the next check-in comes, and kept as late.
"""

from datetime import datetime, timedelta

from bot.actions import callers
from dialogs.care.rhythm import WINDOWS
from dialogs.engine.session import Session
from storage.check_ins import CheckIn, CheckInState
from storage.unit_of_work import UnitOfWork

AWAY = timedelta(minutes=5)
"""What comes due, or closes, and is looked at so much later, did so while we were down."""

LATE = "late"
"""The fact of a check-in that is answered late: what it counted as when it was begun."""

_NOT_YET = frozenset({CheckInState.PLANNED, CheckInState.CANCELLED})


def passed_as(check_in: CheckIn, now: datetime) -> CheckInState | None:
    """Return what a check-in counts as whose window has passed; None: it can be begun in time.

    One that was begun goes on as long as its dialog does.
    """
    if check_in.state in {CheckInState.MISSED, CheckInState.MISSED_BY_US}:
        return check_in.state
    begun = check_in.state is CheckInState.STARTED
    if begun or check_in.closes_at is None or check_in.closes_at > now:
        return None
    return closed_as(check_in, now)


def closed_as(check_in: CheckIn, now: datetime) -> CheckInState:
    """Return what a check-in counts as whose window is found to be over: missed, by whom?"""
    away = check_in.closes_at is not None and now - check_in.closes_at > AWAY
    return CheckInState.MISSED_BY_US if away else CheckInState.MISSED


async def next_has_come(uow: UnitOfWork, check_in: CheckIn, now: datetime) -> bool:
    """Tell whether the next check-in of the same kind has come, which ends late answers."""
    later = await uow.check_ins.for_client(check_in.client_id, check_in.due_at)
    return any(
        one.dialog == check_in.dialog
        and one.due_at > check_in.due_at
        and (one.state not in _NOT_YET or one.due_at <= now)
        for one in later
    )


async def keep_open(uow: UnitOfWork, session: Session, now: datetime) -> None:
    """Move the end of a check-in's window with each answer, as far as it may go.

    Answers in a dialog that it called count as well.
    """
    whole = [session] if session.parent is None else await callers.above(uow, session)
    number = next((one.check_in_id for one in whole if one.check_in_id is not None), None)
    check_in = None if number is None else await uow.check_ins.get(number)
    if check_in is None or check_in.invited_at is None or check_in.started_at is None:
        return
    if session.facts.get(LATE):
        closes_at = await _closes_late(uow, check_in, now)
    else:
        closes_at = WINDOWS.closes_at(check_in.invited_at, check_in.started_at, now)
    await uow.check_ins.mark(check_in.id, expected=CheckInState.STARTED, closes_at=closes_at)


async def _closes_late(uow: UnitOfWork, check_in: CheckIn, now: datetime) -> datetime:
    following = await uow.check_ins.next_for(check_in.client_id)
    idle = now + WINDOWS.idle
    return idle if following is None else min(idle, following.due_at)
