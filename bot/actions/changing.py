"""Changing: for two days after a check-in its client can put an answer right.

The old answer is kept behind the new one, every change is on the trail, and the warning signs are
judged once more.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.actions import amending, asking
from bot.actions.check_ins import SIGNS_LOOK_BACK, silence_and_answers
from bot.actions.telling import Press, tell
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.people import Actor, Person, Role
from dialogs.care.second_look import second_look
from dialogs.care.warning_signs import Reading
from dialogs.engine.session import Session, Turn
from dialogs.errors import StaleReply, UnknownDialog
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

WITHIN = timedelta(hours=48)
"""How long after the last answer of a check-in its answers can be changed."""

LEFT_AFTER = asking.LEFT_AFTER

CHECK_IN = "daily_checkin"
"""The check-in that can be begun between times as well; all others are planned."""

VERB = "change"


def button(key: str, session_id: str) -> Press:
    """Return the button that opens a check-in for changes; ``key`` names its words."""
    return Press(key, VERB, (session_id,))


def may_change(session: Session, now: datetime) -> bool:
    """Tell whether the answers of a session can be changed now."""
    is_check_in = session.check_in_id is not None or session.dialog == CHECK_IN
    last = max((answer.at for answer in session.answers), default=None)
    fresh = last is not None and now - last < WITHIN
    return is_check_in and session.state == "finished" and fresh


async def change(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    session_id: str,
    now: datetime,
) -> None:
    """Show the answers of a check-in that is over, each to be changed.

    Raises:
        StaleReply: It is not theirs, or not over.

    """
    authorize(actor, Action.ANSWER, Subject("session", person.id), (), now)
    session = await uow.sessions.get(session_id)
    if session is None or session.person_id != person.id:
        raise StaleReply("no such session of theirs")
    running = await asking.in_the_way(uow, person, now)
    if running is not None:
        await asking.show_again(uow, playbook, person, running, now)
    elif not may_change(session, now):
        await tell(uow, playbook, person, "commands-change_too_late", now=now)
    else:
        await _reopen(uow, playbook, person, session, now)


def is_left(session: Session, now: datetime) -> bool:
    """Tell whether a change was begun and left lying; a safety question in it still waits."""
    begun = session.reopened_at
    return begun is not None and session.due_at is None and now - session.touched_at > LEFT_AFTER


async def leave(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """Close a change that was left lying; what was changed is kept."""
    await uow.sessions.end(session, "finished", now)
    await tell(uow, playbook, person, "commands-change_stopped", now=now)


async def _reopen(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    try:
        player = await asking.player_for(uow, playbook, session)
    except UnknownDialog:
        await tell(uow, playbook, person, "commands-change_too_late", now=now)
        return
    turn = player.reopen(session, now)
    await uow.sessions.save(session, turn.session)
    await asking.show(uow, playbook, person, player, turn, now)


async def readings_around(
    uow: UnitOfWork, client_id: int, session: Session, now: datetime
) -> Sequence[Reading]:
    """Return what the signs of a changed session, and of those after it, rest on."""
    since = _begun(session) - SIGNS_LOOK_BACK
    return await silence_and_answers(uow, client_id, now, since=since)


async def judge_again(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    before: Sequence[Reading],
    turn: Turn,
    now: datetime,
) -> None:
    """Note a change on the trail, and see what it makes of the warning signs.

    Args:
        uow: The open unit of work, in which the change has been kept.
        playbook: Rules, ladders and words.
        person: The client.
        before: The readings as they were (`readings_around`).
        turn: The turn by which the answer was changed.
        now: The instant.

    """
    session = turn.session
    await uow.trail.note(
        person.id,
        Role.CLIENT,
        Action.ANSWER,
        f"session:{session.id}",
        now,
        client_id=person.id,
        reason=amending.CHANGED,
    )
    plan = await uow.plans.current(person.id)
    look = second_look(
        playbook.rules,
        before,
        await readings_around(uow, person.id, session, now),
        _begun(session),
        zone=person.zone,
        thresholds=plan.own_thresholds if plan else None,
    )
    await amending.amend(uow, playbook, person, look, now)


async def changed(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """Say that a change is kept, once its client says that all is right."""
    edits = [answer.edited_at for answer in session.answers if answer.edited_at is not None]
    any_new = session.reopened_at is not None and any(at >= session.reopened_at for at in edits)
    key = "commands-change_kept" if any_new else "commands-change_nothing"
    await tell(uow, playbook, person, key, now=now)


def _begun(session: Session) -> datetime:
    return min((answer.at for answer in session.answers), default=session.started_at)
