"""Returning: an alert that nobody could be asked about is asked about again when somebody can."""

from collections.abc import Iterable
from datetime import datetime

import structlog

from bot.actions.alerts import ladder_for
from bot.actions.beats import attempt
from bot.actions.climbing import note_system
from bot.actions.paging import after_change
from bot.actions.reaching import unavailable
from dialogs.care.access import Action
from dialogs.care.alert_changes import start_again
from dialogs.care.escalation import Alert, AlertState
from dialogs.errors import AlreadyTaken
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)


async def revive(
    uow: UnitOfWork, playbook: Playbook, alerts: Iterable[Alert], now: datetime
) -> int:
    """Put those of these alerts back on a ladder that have run out of one. Return how many.

    The ladder is a fresh one. Where there is still nobody on it, nothing changes, and nobody is
    told anew.
    """
    unanswered = {one.number: one for one in alerts if one.state is AlertState.UNANSWERED}
    moved = 0

    async def ask(number: int) -> None:
        nonlocal moved
        before = unanswered[number]
        ladder = await ladder_for(uow, playbook, before.client_id, before, now)
        skip = await unavailable(uow, playbook, before.client_id, ladder, now)
        after = start_again(before, ladder, now, skip=skip)
        if after == before:
            return
        if not await uow.alerts.save(before, after):
            raise AlreadyTaken
        moved += 1
        await note_system(uow, Action.RUN_BEAT, after, now)
        await after_change(uow, playbook, before, after, now, skip)

    for number in unanswered:
        if (error := await attempt(uow, number, ask)) is not None:
            log.error("alert not taken up again", alert=number, exc_info=error)
    return moved
