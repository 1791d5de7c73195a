"""Expiring: a window has passed. Silence is kept as silence, never called anything else."""

from datetime import datetime

import structlog

from bot.actions import asking, check_ins, take_turn
from bot.actions.beats import each
from dialogs.care.access import CLINIC, Action, authorize
from dialogs.care.people import SYSTEM
from dialogs.engine.player import PLAYABLE
from dialogs.playbook import Playbook
from storage.check_ins import CheckIn, CheckInState
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

AT_ONCE = 50

AWAY = check_ins.AWAY
"""A window that closed longer ago than this closed while we were down: nobody's fault but ours."""


async def expire_old(uow: UnitOfWork, playbook: Playbook, now: datetime) -> int:
    """Close the check-ins whose window has passed. Return how many there were."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)

    async def close(check_in: CheckIn) -> None:
        person = await uow.people.get(check_in.client_id)
        late = check_in.closes_at is not None and now - check_in.closes_at > AWAY
        state = CheckInState.MISSED_BY_US if late else CheckInState.MISSED
        await uow.check_ins.mark(check_in.id, state=state)
        await check_ins.settle_prompts(uow, playbook, person, check_in, "closed", now)
        log.info("check-in missed", check_in=check_in.id, state=state)
        await _close_its_dialog(uow, playbook, check_in, now)
        if state is CheckInState.MISSED:  # only silence that was theirs says anything
            await take_turn.judge_silence(uow, playbook, check_in.client_id, now)

    return await each(uow, await uow.check_ins.expire_due(now, AT_ONCE), close)


async def _close_its_dialog(
    uow: UnitOfWork, playbook: Playbook, check_in: CheckIn, now: datetime
) -> None:
    """End what was begun and left; the answers given so far are kept."""
    if check_in.session_id is None:
        return
    session = await uow.sessions.get(check_in.session_id)
    if session is None or session.state not in {*PLAYABLE, "paused"}:
        return
    person = await uow.people.get(session.person_id)
    player = await asking.player_for(uow, playbook, session)
    turn = player.expire(session, now)
    await take_turn.follow(uow, playbook, person, player, session, turn, now)
