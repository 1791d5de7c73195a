"""Alerts: a human takes it, or it climbs.

Raising is idempotent per client and sign while an alert is open: new evidence joins the open one.
Who is told is looked up at the moment of telling, so whoever has left, blocked the bot or lost the
client's consent is passed over, and an alert with nobody left says so to the client and the admins.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import structlog

from bot.actions.climbing import note_system
from bot.actions.holding import tell_news
from bot.actions.paging import after_change, said_again
from bot.actions.reaching import (
    gone,
    grants_for,
    ready,
    unavailable,
    who_is_on_call,
)
from dialogs.care import escalation, evidence
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.alert_changes import said
from dialogs.care.consent import Category, Grant, may_see
from dialogs.care.escalation import Alert, AlertState, Outcome
from dialogs.care.expected import in_force, may_be_expected
from dialogs.care.ladders import Ladder, default_ladder
from dialogs.care.people import SYSTEM, Actor, CareTeam, Person, Role
from dialogs.care.replies import Reply, ReplyKind
from dialogs.care.warning_signs import Tier, WarningSign
from dialogs.errors import AlertClosed, AlreadyTaken, StaleReply
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)


async def raise_alert(
    uow: UnitOfWork, playbook: Playbook, client: Person, sign: WarningSign, now: datetime
) -> Alert | None:
    """Make sure that a human hears of a warning sign.

    Args:
        uow: The open unit of work.
        playbook: Ladders and words.
        client: Whom it is about.
        sign: What was noticed.
        now: The instant of the answer behind it.

    Returns:
        The alert, new or joined; None for a sign that is only read in the digest, where it is kept,
        as is one that is expected for now.

    """
    authorize(SYSTEM, Action.RAISE_ALERT, Subject("alert", client.id), (), now)
    if sign.tier is Tier.DIGEST or await is_expected(uow, playbook, client, sign, now):
        await uow.noticed.add(client.id, sign, now)
        return None
    await _withdraw_covered(uow, playbook, client, sign, now)
    before = await uow.alerts.open_sign(client.id, sign.sign)
    if before is not None and before.staff_only:
        sign = replace(sign, staff_only=True)
    ladder = await ladder_for(uow, playbook, client.id, sign, now)
    skip = await unavailable(uow, playbook, client.id, ladder, now)
    if before is None:
        alert = await _add(uow, escalation.open_alert(sign, client.id, ladder, now, skip=skip))
        await note_system(uow, Action.RAISE_ALERT, alert, now)
        log.info("alert raised", alert=alert.number, tier=alert.tier)
        await after_change(uow, playbook, None, alert, now, skip)
        return alert
    joined = escalation.merge(before, sign, ladder, now, skip=skip)
    if joined != before:
        await save(uow, before, joined)
        await after_change(uow, playbook, before, joined, now, skip)
    if evidence.has_news(before, joined):
        await tell_news(uow, playbook, joined, now, skip)
    if sign.safety and joined.state is before.state and joined.tier is before.tier is Tier.NOW:
        await said_again(uow, playbook, joined, client, now)
    return joined


async def is_expected(
    uow: UnitOfWork, playbook: Playbook, client: Person, sign: WarningSign, now: datetime
) -> bool:
    """Tell whether a counselor expects a sign for now. Never one that rests on a safety answer."""
    if sign.safety or sign.staff_only or not may_be_expected(playbook.rules, sign.sign):
        return False
    plan = (await uow.plans.current_many([client.id])).get(client.id)  # None if it is unreadable
    today = now.astimezone(ZoneInfo(client.zone)).date()
    return plan is not None and sign.sign in in_force(plan.expected, today)


async def _add(uow: UnitOfWork, fresh: Alert) -> Alert:
    """Keep a new alert; one of the same sign that is open and cannot be read makes room for it."""
    alert = await uow.alerts.add(fresh)
    if alert is None:
        log.error("open alert set aside", client=fresh.client_id)
        await uow.alerts.set_aside(fresh.client_id, fresh.sign)
        alert = await uow.alerts.add(fresh)
    assert alert is not None, "whatever was open has just been set aside"
    return alert


async def ladder_for(
    uow: UnitOfWork, playbook: Playbook, client_id: int, sign: WarningSign | Alert, now: datetime
) -> Ladder:
    """Return whom to page for a sign: the plan's own ladder for its tier, else the clinic's."""
    plan = (await uow.plans.current_many([client_id])).get(client_id)  # None if it is unreadable
    if plan is not None and sign.tier in plan.ladders and not sign.staff_only:
        return plan.ladders[sign.tier]
    team = CareTeam(client_id, await uow.people.members_of(client_id))
    grants = await uow.consents.of_client(client_id)
    shape = playbook.ladders.now if sign.tier is Tier.NOW else playbook.ladders.today
    return default_ladder(
        shape,
        counselors=team.people(Role.COUNSELOR),
        on_call=() if (present := await who_is_on_call(uow, now)) is None else (present,),
        sponsors=_with_alerts(grants, client_id, team.people(Role.SPONSOR), now),
        staff_only=sign.staff_only,
    )


async def acknowledge(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    ref: str,
    now: datetime,
    *,
    saying: ReplyKind | None = None,
) -> bool:
    """Take an alert, and say something with it. Return whether it was this person, now.

    Raises:
        NotAllowed: The alert is not theirs to take.
        AlreadyTaken: Somebody else has it.
        AlertClosed: It is resolved.

    """
    before = await mine(uow, actor, Action.TAKE_ALERT, ref, now)
    after = escalation.acknowledge(before, person.id, now)
    if after == before:
        return False
    if saying is not None:
        after = said(after, Reply(person.id, saying, now))
    await save(uow, before, after)
    waited = (now - before.raised_at).total_seconds()
    log.info("alert acknowledged", alert=before.number, seconds=waited)
    await noted(uow, actor, person, Action.TAKE_ALERT, before, now)
    await uow.outbox.page_opened(before.number, person.id, now)
    await after_change(uow, playbook, before, after, now)
    return True


async def pass_on(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, ref: str, now: datetime
) -> bool:
    """Hand an alert to the next rung. Return whether there was anybody; else it stays.

    Raises:
        NotAllowed: The alert is not theirs.
        StaleReply: It has gone on to somebody else already.
        AlreadyTaken: Somebody else has it.
        AlertClosed: It is closed, or has run out of ladder.

    """
    before = await mine(uow, actor, Action.PASS_ALERT, ref, now)
    if person.id != before.taken_by and person.id not in escalation.on_duty(before):
        raise StaleReply("the alert has gone on to somebody else")
    before, skip = await ready(uow, playbook, before, now)
    skip |= {person.id}
    after = escalation.pass_on(before, person.id, now, skip=skip)
    if after.state is AlertState.UNANSWERED:
        return False
    after = said(after, Reply(person.id, ReplyKind.PASSED, now))
    await save(uow, before, after)
    await noted(uow, actor, person, Action.PASS_ALERT, before, now)
    await after_change(uow, playbook, before, after, now, skip)
    return True


async def resolve(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    ref: str,
    outcome: Outcome,
    now: datetime,
) -> Alert:
    """Close an alert with how it went.

    Whoever has it closes it; a counselor may, where whoever has it is gone.

    Raises:
        NotAllowed: The alert is not theirs to close.
        AlreadyTaken: Somebody else has it.
        NotTaken: Nobody has it, or not any more.
        AlertClosed: It is closed already.

    """
    before = await mine(uow, actor, Action.RESOLVE_ALERT, ref, now)
    instead = await may_stand_in(uow, actor, before, now)
    after = escalation.resolve(before, person.id, outcome, now, holder_gone=instead)
    await save(uow, before, after)
    log.info("alert resolved", alert=before.number, outcome=outcome)
    await noted(uow, actor, person, Action.RESOLVE_ALERT, before, now)
    await after_change(uow, playbook, before, after, now)
    return after


async def may_stand_in(uow: UnitOfWork, actor: Actor, alert: Alert, now: datetime) -> bool:
    """Tell whether somebody may close an alert instead of whoever has it: the holder is gone."""
    if alert.taken_by is None or Role.COUNSELOR not in actor.roles_for(alert.client_id):
        return False
    return bool(await gone(uow, alert.client_id, {alert.taken_by}, now))


async def open_card(
    uow: UnitOfWork, actor: Actor, person: Person, ref: str, now: datetime
) -> Alert:
    """Let somebody read an alert; who looked is on the trail, for the client to see."""
    alert = await mine(uow, actor, Action.SEE_ALERT, ref, now)
    await noted(uow, actor, person, Action.SEE_ALERT, alert, now)
    await uow.outbox.page_opened(alert.number, person.id, now)
    return alert


async def mine(uow: UnitOfWork, actor: Actor, action: Action, ref: str, now: datetime) -> Alert:
    """Load an alert that somebody may do this with.

    Raises:
        NotAllowed: It is not theirs.
        AlertClosed: There is none of this reference, or its client is gone.

    """
    alert = await uow.alerts.by_ref(ref)
    if alert is None:
        raise AlertClosed("no such alert")
    grants = await grants_for(uow, alert, now)
    paged = frozenset(person for rung in alert.ladder.rungs for person in rung.people)
    subject = Subject("alert", alert.client_id, paged=paged, staff_only=alert.staff_only)
    authorize(actor, action, subject, grants, now)
    return alert


async def save(uow: UnitOfWork, before: Alert, after: Alert) -> None:
    """Save an alert. Raises AlreadyTaken if somebody else has moved it meanwhile."""
    if not await uow.alerts.save(before, after):
        raise AlreadyTaken


async def _withdraw_covered(
    uow: UnitOfWork, playbook: Playbook, client: Person, sign: WarningSign, now: datetime
) -> None:
    """Take back what a graver sign says better, unless a safety answer or a human stands behind."""
    for covered in playbook.rules.covered_by(sign.sign):
        before = await uow.alerts.open_sign(client.id, covered)
        if before is None or before.safety or before.taken_by is not None:
            continue
        after = escalation.withdraw(before, now)
        await save(uow, before, after)
        await after_change(uow, playbook, before, after, now)


async def noted(
    uow: UnitOfWork, actor: Actor, person: Person, action: Action, alert: Alert, now: datetime
) -> None:
    """Write on the trail what somebody did with an alert."""
    role = min(actor.roles_for(alert.client_id), default=Role.COUNSELOR)  # of the clinic: on call
    await uow.trail.note(
        person.id, role, action, f"alert:{alert.number}", now, client_id=alert.client_id
    )


def _with_alerts(
    grants: Iterable[Grant], client_id: int, people: Iterable[int], now: datetime
) -> tuple[int, ...]:
    held = tuple(grants)
    return tuple(p for p in people if may_see(held, p, client_id, Category.ALERTS, now))
