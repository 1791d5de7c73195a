"""Expiring: a window has passed. Silence is kept as silence, never called anything else."""

from datetime import datetime

import structlog

from bot.actions import asking, callers, check_ins, lost, missed, take_turn, windows
from bot.actions.beats import AT_ONCE, by_number, each
from dialogs.care.access import CLINIC, Action, authorize
from dialogs.care.people import SYSTEM
from dialogs.engine.player import PLAYABLE
from dialogs.engine.session import Session
from dialogs.errors import UnknownDialog
from dialogs.playbook import Playbook
from storage.check_ins import CheckInState
from storage.claims import Due
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)


async def expire_old(uow: UnitOfWork, playbook: Playbook, now: datetime) -> int:
    """Close the check-ins whose window has passed. Return how many there were."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)
    due = by_number(await uow.check_ins.expire_due(now, AT_ONCE))

    async def close(number: int) -> None:
        check_in = due[number]
        person = await uow.people.get(check_in.client_id)
        session = (
            None if check_in.session_id is None else await uow.sessions.get(check_in.session_id)
        )
        was = None if session is None else session.facts.get(windows.LATE)
        state = CheckInState(was) if isinstance(was, str) else windows.closed_as(check_in, now)
        await uow.check_ins.mark(check_in.id, state=state)
        over = await windows.next_has_come(uow, check_in, now)
        how = "closed" if over else check_ins.MISSED
        await check_ins.settle_prompts(uow, playbook, person, check_in, how, now)
        log.info("check-in missed", check_in=check_in.id, state=state)
        if session is not None:
            await _close_dialog(uow, playbook, session, now)
        if state is CheckInState.MISSED and was is None:  # silence that was theirs, said once
            await missed.after_silence(uow, playbook, check_in.client_id, now)

    return await each(uow, Due.WINDOW, due, close, now)


async def _close_dialog(
    uow: UnitOfWork, playbook: Playbook, session: Session, now: datetime
) -> None:
    """End what was begun and left; the answers given so far are kept."""
    if session.state not in {*PLAYABLE, "paused"}:
        return
    person = await uow.people.get(session.person_id)
    for one in (session, *await callers.below(uow, session)):
        try:
            player = await asking.player_for(uow, playbook, one)
        except UnknownDialog:
            await lost.let_go(uow, playbook, person, one, now)
            continue
        turn = player.expire(one, now)
        await take_turn.follow(uow, playbook, person, player, one, turn, now)
