"""Housekeeping: what is kept only for a while is let go of."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from dialogs.care.access import CLINIC, Action, authorize
from dialogs.care.people import SYSTEM, PersonState, Role
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

HEAD = "trail head"
"""What the line is called in the log; `handrail audit verify` looks for it there."""

STUCK_KEPT = timedelta(hours=1)
"""What is still due and stuck is tried again within minutes, and so is never as old."""

NOTICED_KEPT = timedelta(days=90)
"""A digest looks back a week at most; the answers themselves stay."""

UPDATES_KEPT = timedelta(hours=48)
"""Telegram repeats an update for at most 24 hours; twice that is remembered."""


@dataclass(frozen=True, slots=True)
class Reachable:
    """Somebody who can be written to without the database: where, and in which language."""

    person_id: int
    chat_id: int
    language: str


async def admins(uow: UnitOfWork, now: datetime) -> tuple[Reachable, ...]:
    """Return the admins who can be written to."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)
    return tuple(
        Reachable(one.id, one.chat_id, one.language)
        for one in await uow.people.staff(Role.ADMIN)
        if one.chat_id is not None and one.state is PersonState.ACTIVE
    )


async def show_head(uow: UnitOfWork, _playbook: Playbook, now: datetime) -> int:
    """Write the head of the trail into the log, which is kept elsewhere. Return 0.

    A trail that was cut short holds by itself; that it does not hold this head gives it away.
    """
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)
    head = await uow.trail.head()
    if head is not None:
        log.info(HEAD, row=head.seq, code=head.mac)
    return 0


async def drop_stale(uow: UnitOfWork, _playbook: Playbook, now: datetime) -> int:
    """Let go of messages that waited until they were no longer worth sending. Return 0."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)
    await uow.outbox.expire(now)
    return 0


async def forget_expired(uow: UnitOfWork, playbook: Playbook, now: datetime) -> int:
    """Forget what nobody can ask for any more. Return 0: once is enough.

    The ids of updates that cannot come again, what was stuck and is no longer due, what was noticed
    for digests of long ago, and versions of dialogs on which nobody is any more.
    """
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)
    await uow.trail.forget_updates(now - UPDATES_KEPT)
    await uow.stuck.forget(now - STUCK_KEPT)
    await uow.noticed.forget(now - NOTICED_KEPT)
    await uow.definitions.let_go(playbook.fingerprints.values())
    return 0
