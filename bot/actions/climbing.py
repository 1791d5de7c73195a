"""Climbing: what happens to an alert when nobody does anything, or nobody can be reached.

Time moves it, a phone that is gone moves it, and an auditor looks for one that nobody was
paged for, or that time has left behind.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.actions import holding
from bot.actions.beats import AT_ONCE, attempt, each
from bot.actions.paging import PAGE, after_change, tell_admins
from bot.actions.reaching import may_hear, ready, unavailable
from dialogs.care import escalation
from dialogs.care.access import CLINIC, Action, authorize
from dialogs.care.alert_changes import held_until, hold, is_of_long_ago, lapse, relieve
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

WAITS_TOO_LONG = timedelta(minutes=2)
"""How long a page may lie here before the next rung is asked as well."""

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
        if is_of_long_ago(before, now):
            await _lay_aside(uow, playbook, before, now)
            return
        before, skip = await ready(uow, playbook, before, now)
        after = escalation.let_time_pass(before, now, skip=skip)
        assert after != before, "its time has come, and it would come for ever"
        waits, asked_at = await uow.alerts.asked(before)
        until = held_until(before, after, waits=waits, asked_at=asked_at, now=now)
        if until is not None:
            await _move(uow, playbook, before, hold(before, until), now, skip)
            return
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
    await without(uow, playbook, person_id, now)


async def without(uow: UnitOfWork, playbook: Playbook, person_id: int, now: datetime) -> int:
    """Let climb what rests on somebody who is not there for a while. Return how many moved."""
    resting = [alert for alert in await uow.alerts.all_open(MOST_OPEN) if _on(alert, person_id)]
    return await _climb_without(uow, playbook, resting, now)


async def others_on_call(uow: UnitOfWork, playbook: Playbook, now: datetime) -> int:
    """Ask whoever is on call now about what rests on whoever was. Return how many moved."""
    resting = [
        alert
        for alert in await uow.alerts.all_open(MOST_OPEN)
        if alert.state is AlertState.RAISED and alert.ladder.rungs[alert.rung].on_call
    ]
    return await _climb_without(uow, playbook, resting, now)


async def passed_over(
    uow: UnitOfWork, playbook: Playbook, person_id: int, client_id: int, now: datetime
) -> None:
    """Let a client's alerts climb that rested on somebody who has stepped back from them."""
    resting = [alert for alert in await uow.alerts.open_for(client_id) if _on(alert, person_id)]
    await _climb_without(uow, playbook, resting, now)


def _on(alert: Alert, person_id: int) -> bool:
    """Tell whether an alert rests on this person: they were asked, or have taken it."""
    return alert.taken_by == person_id or person_id in escalation.on_duty(alert)


async def still_wanted(
    uow: UnitOfWork, playbook: Playbook, outgoing: Outgoing, now: datetime
) -> bool:
    """Tell, just before a message about an alert is sent, whether it still should be.

    A page must not go to whoever need not be asked any more, and nothing to whoever may not hear of
    this client's alerts any more.
    """
    if outgoing.alert_id is None or outgoing.edits is not None:
        return True
    if outgoing.kind not in holding.TOLD and outgoing.kind != PAGE:
        return True
    alert = await uow.alerts.get(outgoing.alert_id)
    if outgoing.kind != PAGE:
        return await may_hear(uow, alert, outgoing.person_id, now)
    asked = {person for rung in alert.ladder.rungs for person in rung.people}
    asked -= await unavailable(uow, playbook, alert.client_id, alert.ladder, now)
    wanted = alert.state is AlertState.RAISED and not is_of_long_ago(alert, now)
    return wanted and outgoing.person_id in asked


async def watch_undelivered(uow: UnitOfWork, playbook: Playbook, now: datetime) -> Watch:
    """Look whether every open alert is with somebody, and let climb what is with nobody.

    The counts are of rows as the database has them, readable or not.
    """
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)

    async def climb(number: int) -> None:
        before = await uow.alerts.get(number)
        if is_of_long_ago(before, now):
            await _lay_aside(uow, playbook, before, now)
            return
        log.error("alert without a page", alert=number, rung=before.rung)
        before, skip = await ready(uow, playbook, before, now)
        after = escalation.escalate(before, now, skip=skip)
        await _move(uow, playbook, before, after, now, skip)
        await note_system(uow, Action.RUN_BEAT, before, now)

    async def ask_the_next(number: int) -> None:
        before, skip = await ready(uow, playbook, await uow.alerts.get(number), now)
        after = escalation.escalate(before, now, skip=skip)
        if after.state is AlertState.RAISED and after.rung > before.rung:
            log.error("alert whose pages do not leave", alert=number, rung=before.rung)
            await _move(uow, playbook, before, after, now, skip)
            await note_system(uow, Action.RUN_BEAT, before, now)

    await each(uow, Due.UNPAGED, await uow.alerts.unpaged(now, AT_ONCE), climb, now)
    waiting = await uow.alerts.held_up(now - WAITS_TOO_LONG, now, AT_ONCE)
    await each(uow, Due.UNPAGED, waiting, ask_the_next, now)
    return Watch(
        unpaged=await uow.alerts.count_unpaged(),
        unsent=await uow.alerts.unsent(now - UNSENT_AFTER),
        overdue=await uow.alerts.overdue(now - OVERDUE_AFTER),
        silent=await uow.sessions.overdue(now - OVERDUE_AFTER),
        unanswered=await uow.alerts.count_unanswered(),
    )


async def _climb_without(
    uow: UnitOfWork, playbook: Playbook, alerts: Iterable[Alert], now: datetime
) -> int:
    """Let climb what rests on nobody any more; one that fails is the auditor's to find."""
    resting = {alert.number: alert for alert in alerts}
    moved = 0

    async def climb(number: int) -> None:
        nonlocal moved
        before, skip = await ready(uow, playbook, resting[number], now)
        after = _without(resting[number], before, skip, now)
        if after is not None:
            await _move(uow, playbook, before, after, now, skip)
            moved += 1

    for number in resting:
        if (error := await attempt(uow, number, climb)) is not None:
            log.error("alert has not climbed", alert=number, exc_info=error)
    return moved


def _without(paged: Alert, alert: Alert, skip: AbstractSet[int], now: datetime) -> Alert | None:
    """Return an alert as it goes on without whoever is to be skipped; None: as it is.

    ``paged`` is the same alert with those on its ladder who were asked, ``alert`` with those who
    stand there now.
    """
    if alert.state is AlertState.RAISED:
        there = escalation.on_duty(alert, skip)
        if set(there) & set(escalation.on_duty(paged)):
            return None
        if there:
            return relieve(paged, alert.ladder, now)
    elif alert.state is not AlertState.ACKNOWLEDGED or alert.taken_by not in skip:
        return None
    return escalation.escalate(alert, now, skip=skip)


async def _lay_aside(uow: UnitOfWork, playbook: Playbook, before: Alert, now: datetime) -> None:
    """Wake nobody for an alert of long ago: the admins are told that it is still open."""
    after = lapse(before)
    if not await uow.alerts.save(before, after):
        raise AlreadyTaken
    log.error("alert of long ago", alert=before.number)
    await uow.outbox.cancel(alert_id=before.number, kind=PAGE)
    await tell_admins(uow, playbook, "alerts-of_long_ago", after, now)
    await note_system(uow, Action.RUN_BEAT, after, now)


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
