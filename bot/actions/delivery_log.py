"""The delivery log: what became of a client's check-ins, without a name or an answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from dialogs.care.access import CLINIC, Action, authorize
from dialogs.care.delivery import Stage, Times, stages
from dialogs.care.people import Actor
from storage.check_ins import CheckIn
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Entry:
    """One check-in: what was planned in which zone, what it became, and how far it came."""

    number: int
    schedule: str
    dialog: str
    zone: str
    became: str
    stages: Mapping[str, Stage]


async def of_client(
    uow: UnitOfWork, actor: Actor, client_id: int, since: datetime, now: datetime
) -> list[Entry]:
    """List a client's check-ins that were planned since a moment, the earliest first."""
    authorize(actor, Action.SEE_HEALTH, CLINIC, (), now)
    return [_entry(one) for one in await uow.check_ins.for_client(client_id, since)]


def _entry(one: CheckIn) -> Entry:
    times = Times(
        planned=one.due_at,
        sent=one.invited_at,
        delivered=one.delivered_at,
        refused=one.refused_at,
        opened=one.opened_at,
        started=one.started_at,
        finished=one.finished_at,
        filled_in=one.filled_at,
    )
    return Entry(one.id, one.schedule, one.dialog, one.zone, one.state.value, stages(times))
