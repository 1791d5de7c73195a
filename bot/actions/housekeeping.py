"""Housekeeping: what is kept only for a while is let go of."""

from datetime import datetime, timedelta

from dialogs.care.access import CLINIC, Action, authorize
from dialogs.care.people import SYSTEM
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

UPDATES_KEPT = timedelta(hours=48)
"""Telegram repeats an update for at most 24 hours; twice that is remembered."""


async def drop_stale(uow: UnitOfWork, _playbook: Playbook, now: datetime) -> int:
    """Let go of messages that waited until they were no longer worth sending. Return 0."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)
    await uow.outbox.expire(now)
    return 0


async def forget_expired(uow: UnitOfWork, _playbook: Playbook, now: datetime) -> int:
    """Forget the ids of updates that cannot come again. Return 0: once is enough."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)
    await uow.trail.forget_updates(now - UPDATES_KEPT)
    return 0
