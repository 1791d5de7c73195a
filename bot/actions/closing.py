"""Closing: what follows from the end of a dialog, and from everything else a turn brings about.

Dialogs that were called come back to the one that called them; then whatever was set aside, or
waits, comes to its turn. What each dialog does at its end is in ``outcomes``.
"""

import secrets
from datetime import datetime

import structlog

from bot.actions import (
    asking,
    callers,
    changing,
    follow_ups,
    judging,
    meeting,
    missed,
    outcomes,
    putting_off,
    series,
    yesterday,
)
from dialogs.care.people import Person
from dialogs.engine.calling import DEEPEST, handed_down
from dialogs.engine.events import (
    Called,
    Event,
    Expired,
    Finished,
    FollowUp,
    Postponed,
    Stopped,
)
from dialogs.engine.session import Session, Turn
from dialogs.facts import asked_about
from dialogs.playbook import Playbook
from storage.check_ins import CheckInState
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)


async def finish(
    uow: UnitOfWork, playbook: Playbook, person: Person, turn: Turn, now: datetime
) -> None:
    """Do what follows from a turn once it has been saved and shown.

    Args:
        uow: The open unit of work.
        playbook: Dialogs and words.
        person: Whose turn it is.
        turn: By which a dialog went on, was begun, or was taken up again.
        now: The instant.

    """
    for event in turn.events:
        match event:
            case Postponed():
                await putting_off.postpone(uow, playbook, person, turn.session, now)
            case FollowUp():
                about = asked_about(turn.session.facts)
                await follow_ups.plan(uow, playbook, person, event, now, about=about)
            case Called():
                await _call(uow, playbook, person, turn.session, event.dialog, now)
            case Finished() | Stopped() | Expired():
                await close(uow, playbook, person, turn.session, event, now)


async def close(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    session: Session,
    event: Event,
    now: datetime,
) -> None:
    """Do what follows the end of a dialog, then go on with what called it or was set aside."""
    match event:
        case Finished() if session.reopened_at is not None:
            await changing.changed(uow, playbook, person, session, now)
        case Finished():
            await _keep_check_in(uow, session, now)
            await outcomes.after(session.dialog)(uow, playbook, person, session, now)
            await _look_at_days(uow, playbook, person, session, now)
        case Stopped():
            await outcomes.after_stop(session)(uow, playbook, person, session, now)
        case Expired():
            back = await _go_back(uow, playbook, person, session, now)
            if not back and not meeting.is_quiet(person, now):
                queued = await meeting.begin_queued(uow, playbook, person, now)
                await _follow(uow, playbook, person, queued, now)
            return
    if not await _go_back(uow, playbook, person, session, now):
        await go_on(uow, playbook, person, now)


async def go_on(uow: UnitOfWork, playbook: Playbook, person: Person, now: datetime) -> bool:
    """Go on with what was set aside, else with what waits. Return whether anything was."""
    turn = await meeting.next_turn(uow, playbook, person, now)
    await _follow(uow, playbook, person, turn, now)
    return turn is not None


async def _follow(
    uow: UnitOfWork, playbook: Playbook, person: Person, turn: Turn | None, now: datetime
) -> None:
    if turn is not None:
        await finish(uow, playbook, person, turn, now)


async def _go_on(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    turn = await meeting.resume(uow, playbook, person, session, now)
    await finish(uow, playbook, person, turn, now)


async def _go_back(
    uow: UnitOfWork, playbook: Playbook, person: Person, ended: Session, now: datetime
) -> bool:
    """Go on with the dialog that called the one that has ended. Return whether one did."""
    caller = None if ended.parent is None else await uow.sessions.get(ended.parent)
    if caller is None or caller.state != "paused":
        return False
    await _go_on(uow, playbook, person, caller, now)
    return True


async def _call(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    caller: Session,
    dialog: str,
    now: datetime,
) -> None:
    """Open the dialog that a step calls; where it cannot be opened, go on without it."""
    called = playbook.players.get(dialog)
    facts = handed_down(caller)
    too_deep = len(await callers.above(uow, caller)) >= DEEPEST
    if called is None or not called.can_open(facts) or too_deep:
        log.warning("called dialog left out", session=caller.id, dialog=dialog)
        await _go_on(uow, playbook, person, caller, now)
        return
    turn = called.open(secrets.token_urlsafe(8), person.id, facts, now, parent=caller.id)
    await asking.add(uow, playbook, person, called, turn, now)
    await finish(uow, playbook, person, turn, now)


async def _look_at_days(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    names = judging.names(session.answers)
    staff_only = bool(session.facts.get(judging.STAFF_ONLY))
    await series.look(uow, playbook, person, names, now, staff_only=staff_only)


async def _keep_check_in(uow: UnitOfWork, session: Session, now: datetime) -> None:
    await yesterday.filled(uow, session, now)
    await missed.withdraw(uow, session.person_id)
    if session.check_in_id is not None:
        state = CheckInState.FINISHED
        await uow.check_ins.mark(session.check_in_id, state=state, finished_at=now)
        await uow.outbox.cancel(check_in_id=session.check_in_id)
