"""Climbing: what happens to an alert when nobody does anything, or nobody can be reached.

Time moves it, a phone that is gone moves it, and an auditor looks for one that nobody was
paged for, or that time has left behind.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.actions.beats import AT_ONCE, attempt, each
from bot.actions.paging import PAGE, after_change, unavailable
from dialogs.care import escalation
from dialogs.care.access import CLINIC, Action, authorize
from dialogs.care.escalation import Alert, AlertState
from dialogs.care.people import SYSTEM
from dialogs.errors import AlreadyTaken
from dialogs.playbook import Playbook
from storage.claims import Due
from storage.outbox import Outgoing
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

MOST_OPEN = 10_000
"""How many open alerts are looked through when somebody cannot be reached any more."""

UNSENT_AFTER = timedelta(seconds=30)
"""How long a page may wait that could leave."""

OVERDUE_AFTER = timedelta(minutes=1)
"""How long an alert, or a silence at a safety question, may wait whose time has come."""


@dataclass(frozen=True, slots=True)
class Watch:
    """What the auditor found, after it has let climb what it could. All is well at 0.

    For ``unpaged`` alerts nobody is asked; the pages of ``unsent`` ones have waited too long; the
    time of ``overdue`` ones, and of ``silent`` dialogs, has come and nothing has happened;
    ``unanswered`` ones have run out of ladder.
    """

    unpaged: int
    unsent: int
    overdue: int
    silent: int
    unanswered: int

    @property
    def faults(self) -> dict[str, int]:
        """What is the program's own fault, by name."""
        own = {
            "alerts that nobody is asked to take": self.unpaged,
            "alerts whose pages do not leave": self.unsent,
            "alerts that do not climb": self.overdue,
            "dialogs that do not go on": self.silent,
        }
        return {words: count for words, count in own.items() if count}


async def escalate_overdue(uow: UnitOfWork, playbook: Playbook, now: datetime) -> int:
    """Let every alert whose time has come climb, remind or give up. Return how many moved."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)

    async def let_pass(number: int) -> None:
        before = await uow.alerts.get(number)
        skip = await unavailable(uow, before.client_id, before.ladder, now)
        after = escalation.let_time_pass(before, now, skip=skip)
        assert after != before, "its time has come, and it would come for ever"
        await _move(uow, playbook, before, after, now, skip)
        log.info("alert moved by time", alert=before.number, rung=after.rung, state=after.state)
        await note_system(uow, Action.RUN_BEAT, before, now)

    return await each(uow, Due.ALERT, await uow.alerts.due(now, AT_ONCE), let_pass, now)


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


async def passed_over(
    uow: UnitOfWork, playbook: Playbook, person_id: int, client_id: int, now: datetime
) -> None:
    """Let a client's alerts climb that rested on somebody who has stepped back from them."""
    resting = [alert for alert in await uow.alerts.open_for(client_id) if _on(alert, person_id)]
    await _climb_without(uow, playbook, resting, now)


def _on(alert: Alert, person_id: int) -> bool:
    """Tell whether an alert rests on this person: they were asked, or have taken it."""
    return alert.taken_by == person_id or person_id in escalation.on_duty(alert)


async def still_wanted(uow: UnitOfWork, outgoing: Outgoing, now: datetime) -> bool:
    """Tell, just before a page is sent, whether anybody still has to be asked."""
    if outgoing.kind != PAGE or outgoing.alert_id is None:
        return True
    alert = await uow.alerts.get(outgoing.alert_id)
    asked = {person for rung in alert.ladder.rungs for person in rung.people}
    asked -= await unavailable(uow, alert.client_id, alert.ladder, now)
    return alert.state is AlertState.RAISED and outgoing.person_id in asked


async def watch_undelivered(uow: UnitOfWork, playbook: Playbook, now: datetime) -> Watch:
    """Look whether every open alert is with somebody, and let climb what is with nobody.

    The counts are of rows as the database has them, readable or not.
    """
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)

    async def climb(number: int) -> None:
        before = await uow.alerts.get(number)
        log.error("alert without a page", alert=number, rung=before.rung)
        skip = await unavailable(uow, before.client_id, before.ladder, now)
        after = escalation.escalate(before, now, skip=skip)
        await _move(uow, playbook, before, after, now, skip)
        await note_system(uow, Action.RUN_BEAT, before, now)

    await each(uow, Due.UNPAGED, await uow.alerts.unpaged(now, AT_ONCE), climb, now)
    return Watch(
        unpaged=await uow.alerts.count_unpaged(),
        unsent=await uow.alerts.unsent(now - UNSENT_AFTER),
        overdue=await uow.alerts.overdue(now - OVERDUE_AFTER),
        silent=await uow.sessions.overdue(now - OVERDUE_AFTER),
        unanswered=await uow.alerts.count_unanswered(),
    )


async def _climb_without(
    uow: UnitOfWork, playbook: Playbook, alerts: Iterable[Alert], now: datetime
) -> None:
    """Let climb what rests on nobody any more; one that fails is the auditor's to find."""
    resting = {alert.number: alert for alert in alerts}

    async def climb(number: int) -> None:
        before = resting[number]
        skip = await unavailable(uow, before.client_id, before.ladder, now)
        asked = before.state is AlertState.RAISED and not escalation.on_duty(before, skip)
        taken = before.state is AlertState.ACKNOWLEDGED and before.taken_by in skip
        if asked or taken:
            after = escalation.escalate(before, now, skip=skip)
            await _move(uow, playbook, before, after, now, skip)

    for number in resting:
        if (error := await attempt(uow, number, climb)) is not None:
            log.error("alert has not climbed", alert=number, exc_info=error)


async def _move(
    uow: UnitOfWork,
    playbook: Playbook,
    before: Alert,
    after: Alert,
    now: datetime,
    skip: AbstractSet[int],
) -> None:
    if not await uow.alerts.save(before, after):
        raise AlreadyTaken  # somebody moved it meanwhile: it is looked at again
    await after_change(uow, playbook, before, after, now, skip)


async def note_system(uow: UnitOfWork, action: Action, alert: Alert, now: datetime) -> None:
    """Write on the client's trail what the bot did by itself to their alert."""
    ref = f"alert:{alert.number}"
    await uow.trail.note(None, "system", action, ref, now, client_id=alert.client_id)
