"""Climbing: what happens to an alert when nobody does anything, or nobody can be reached.

Time moves it, a phone that is gone moves it, and an auditor looks for one that nobody was
paged for.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

import structlog

from bot.actions.beats import each
from bot.actions.paging import PAGE, after_change, unavailable
from dialogs.care import escalation
from dialogs.care.access import CLINIC, Action, authorize
from dialogs.care.escalation import Alert, AlertState
from dialogs.care.people import SYSTEM
from dialogs.playbook import Playbook
from storage.outbox import Outgoing
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

AT_ONCE = 100
"""How many alerts one beat moves in one unit of work."""

MOST_OPEN = 10_000
"""How many open alerts are looked through when somebody cannot be reached any more."""

UNSENT_AFTER = timedelta(seconds=30)
"""How long an open alert may be without a page that was sent or waits to be."""


async def escalate_overdue(uow: UnitOfWork, playbook: Playbook, now: datetime) -> int:
    """Let every alert whose time has come climb, remind or give up. Return how many moved."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)

    async def let_pass(before: Alert) -> None:
        skip = await unavailable(uow, before.client_id, before.ladder, now)
        after = escalation.let_time_pass(before, now, skip=skip)
        if after == before or not await uow.alerts.save(before, after):
            return
        log.info("alert moved by time", alert=before.number, rung=after.rung, state=after.state)
        await note_system(uow, Action.RUN_BEAT, before, now)
        await after_change(uow, playbook, before, after, now, skip)

    return await each(uow, await uow.alerts.due(now, AT_ONCE), let_pass)


async def undeliverable(
    uow: UnitOfWork, playbook: Playbook, outgoing: Outgoing, now: datetime
) -> None:
    """Learn from a message that could not be delivered that somebody cannot be reached."""
    await unreachable(uow, playbook, outgoing.person_id, now)


async def unreachable(uow: UnitOfWork, playbook: Playbook, person_id: int, now: datetime) -> None:
    """Note that somebody blocked the bot or is gone; an alert that waited for them climbs."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)
    await uow.people.blocked(person_id, now)
    log.warning("person unreachable", person=person_id)
    resting = [alert for alert in await uow.alerts.all_open(MOST_OPEN) if _on(alert, person_id)]
    await _climb_without(uow, playbook, resting, now)


def _on(alert: Alert, person_id: int) -> bool:
    """Tell whether an alert rests on this person: they were asked, or have taken it."""
    return alert.taken_by == person_id or person_id in escalation.on_duty(alert)


async def still_wanted(uow: UnitOfWork, outgoing: Outgoing, now: datetime) -> bool:
    """Tell, just before a page is sent, whether anybody still has to be asked."""
    if outgoing.kind != PAGE or outgoing.alert_id is None:
        return True
    alert = await uow.alerts.get(outgoing.alert_id)
    skip = await unavailable(uow, alert.client_id, alert.ladder, now)
    return alert.state is AlertState.RAISED and outgoing.person_id not in skip


async def watch_undelivered(uow: UnitOfWork, playbook: Playbook, now: datetime) -> int:
    """Look for alerts that nobody was paged for; each is a fault that staff must hear of."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)
    for alert in await uow.alerts.unpaged(now, UNSENT_AFTER):
        log.error("alert without a page", alert=alert.number)
        skip = await unavailable(uow, alert.client_id, alert.ladder, now)
        if await uow.alerts.save(alert, after := escalation.escalate(alert, now, skip=skip)):
            await after_change(uow, playbook, alert, after, now, skip)
    return 0


async def _climb_without(
    uow: UnitOfWork, playbook: Playbook, alerts: Iterable[Alert], now: datetime
) -> None:
    for before in alerts:
        skip = await unavailable(uow, before.client_id, before.ladder, now)
        asked = before.state is AlertState.RAISED and not escalation.on_duty(before, skip)
        taken = before.state is AlertState.ACKNOWLEDGED and before.taken_by in skip
        if not (asked or taken):
            continue
        after = escalation.escalate(before, now, skip=skip)
        if await uow.alerts.save(before, after):
            await after_change(uow, playbook, before, after, now, skip)


async def note_system(uow: UnitOfWork, action: Action, alert: Alert, now: datetime) -> None:
    """Write on the client's trail what the bot did by itself to their alert."""
    ref = f"alert:{alert.number}"
    await uow.trail.note(None, "system", action, ref, now, client_id=alert.client_id)
