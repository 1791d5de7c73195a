"""Paging: what everybody hears when an alert changes.

One function looks at an alert before and after and tells whoever has to know: the next people on
the ladder, those who were paged before them, the client, and the admins when nobody is left.
"""

from collections.abc import Set as AbstractSet
from datetime import datetime

import structlog

from bot.actions import holding, pacing
from bot.actions.reaching import grants_for
from bot.actions.telling import Press, tell
from dialogs.care import escalation
from dialogs.care.consent import Category, may_see
from dialogs.care.escalation import Alert, AlertState, Outcome
from dialogs.care.people import Person, Role
from dialogs.care.replies import ReplyKind
from dialogs.care.warning_signs import TOLD_BY_SUPPORTER, Tier
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

PAGE = "page"
"""The kind of an outbox row that asks somebody to take an alert."""

NOBODY: frozenset[int] = frozenset()
_TOLD = {TOLD_BY_SUPPORTER: "alerts-client_asked"}  # the client has not written, nor learns who has


async def after_change(
    uow: UnitOfWork,
    playbook: Playbook,
    before: Alert | None,
    after: Alert,
    now: datetime,
    skip: AbstractSet[int] = NOBODY,
) -> None:
    """Tell everybody who has to know that an alert is no longer what it was.

    A client who cannot be read is not told, and keeps nobody else from it.
    """
    client = (await uow.people.many([after.client_id])).get(after.client_id)
    if before is not None and before.taken_by not in {None, after.taken_by}:
        await holding.let_go(uow, playbook, before, now)
    match after.state:
        case AlertState.RAISED:
            await _page(uow, playbook, before, after, client, now, skip)
        case AlertState.ACKNOWLEDGED if before is not None and before.state is after.state:
            if after.reminded_at not in {None, before.reminded_at}:
                await holding.remind(uow, playbook, after, now)
        case AlertState.ACKNOWLEDGED:
            await _taken(uow, playbook, after, client, now)
        case AlertState.UNANSWERED:
            await _nobody_answered(uow, playbook, before, after, client, now)
        case AlertState.RESOLVED:
            await _closed(uow, playbook, after, client, now)


async def _tell_client(
    uow: UnitOfWork, playbook: Playbook, client: Person | None, key: str, names: str, now: datetime
) -> None:
    if client is not None:
        words = {"name": names}
        await tell(uow, playbook, client, key, now=now, kind="client_told", words=words)


async def _page(
    uow: UnitOfWork,
    playbook: Playbook,
    before: Alert | None,
    after: Alert,
    client: Person | None,
    now: datetime,
    skip: AbstractSet[int],
) -> None:
    paged = escalation.pages(before, after, skip=skip)
    if not paged:
        return
    await _passed_over(uow, playbook, before, after, now)
    known = await uow.people.many(paged)
    people = [known[person_id] for person_id in paged if person_id in known]
    for person in people:
        await _page_one(uow, playbook, before, after, person, now)
    if after.tier is Tier.NOW and after.repeat == 0:
        first = before is None or not _is_known(before)
        key = _TOLD.get(after.sign, "alerts-client_told") if first else "alerts-client_climbed"
        names = ", ".join(quote(person.name) for person in people)
        await _tell_client(uow, playbook, client, key, names, now)
    if before is None and client is not None and after.staff_only and after.sign not in _TOLD:
        await holding.ask_safe_way(uow, playbook, after, client, people, now)
    climbed = before is not None and before.evidence == after.evidence
    lost = before.taken_by if before is not None and climbed else None
    if lost is not None and lost not in skip:
        words = {"number": after.number}
        for holder in (await uow.people.many([lost])).values():
            await tell(uow, playbook, holder, "alerts-back_on_ladder", now=now, words=words)


def _is_known(alert: Alert) -> bool:
    """Tell whether the client has read that somebody is asked; a note for the day says no such."""
    return alert.tier is Tier.NOW and alert.state is not AlertState.UNANSWERED


async def _passed_over(
    uow: UnitOfWork, playbook: Playbook, before: Alert | None, after: Alert, now: datetime
) -> None:
    """Tell the admins of a rung that nobody on it could be asked; the alert has gone on."""
    if escalation.rungs_passed_over(before, after):
        await tell_admins(uow, playbook, "duty-passed_by", after, now)


async def tell_admins(
    uow: UnitOfWork, playbook: Playbook, key: str, alert: Alert, now: datetime
) -> None:
    """Tell the admins of an alert's number, and of nothing else; once for each round."""
    for admin in await uow.people.with_role(Role.ADMIN):
        await tell(
            uow,
            playbook,
            admin,
            key,
            now=now,
            lane=holding.lane_of(alert),
            kind="unanswered",
            words={"number": alert.number, "date": f"{alert.raised_at:%Y-%m-%d}"},
            not_before=await holding.leaves_at(uow, playbook, alert, admin, now),
            dedupe=f"{key}:{alert.number}:{alert.round}:{admin.id}",
        )


async def _page_one(
    uow: UnitOfWork,
    playbook: Playbook,
    before: Alert | None,
    alert: Alert,
    person: Person,
    now: datetime,
) -> None:
    urgent = alert.tier is Tier.NOW
    again = before is not None and (alert.rung > 0 or alert.repeat > 0)
    text = ("alerts-page_again" if again else "alerts-page") if urgent else "alerts-today"
    open_it = Press("alerts-page.open", "open", (alert.ref,))
    take_it = Press("alerts-page.take", "take", (alert.ref,))
    paged_before = await uow.outbox.was_paged(person.id, [alert.number])
    await tell(
        uow,
        playbook,
        person,
        text,
        now=now,
        lane=holding.lane_of(alert),
        kind=PAGE,
        buttons=((open_it, take_it),) if urgent else ((open_it,),),
        words={"number": alert.number},
        about_id=alert.client_id,
        alert_id=alert.number,
        round=alert.round,
        receipt=None if paged_before else await _receipt(uow, alert, person, now),
        not_before=None if urgent else await pacing.day_slot(uow, playbook, person, now),
        dedupe=f"page:{alert.number}:{alert.round}:{person.id}",
    )


async def _receipt(
    uow: UnitOfWork, alert: Alert, person: Person, now: datetime
) -> tuple[Category, int | None]:
    """Return what a first page tells, that its client needs somebody, and what allows it."""
    grants = await grants_for(uow, alert, now)
    grant = may_see(grants, person.id, alert.client_id, Category.ALERTS, now)
    return Category.ALERTS, None if grant is None else grant.id


async def _taken(
    uow: UnitOfWork, playbook: Playbook, alert: Alert, client: Person | None, now: datetime
) -> None:
    assert alert.taken_by is not None
    holder = await uow.people.get(alert.taken_by)
    await _settle_pages(uow, playbook, alert, holder, now)
    await holding.hand_over(uow, playbook, alert, holder, now)
    calls = any(one.kind is ReplyKind.CALLING for one in alert.replies[-1:])
    key = "replies-client_calling" if calls else "alerts-client_taken"
    await _tell_client(uow, playbook, client, key, quote(holder.name), now)


async def _settle_pages(
    uow: UnitOfWork, playbook: Playbook, alert: Alert, holder: Person, now: datetime
) -> None:
    """Stop every page that still waits, and tell those who were paged, and may hear, who has it."""
    await uow.outbox.cancel(alert_id=alert.number, kind=PAGE)
    pages = await uow.outbox.pages_of(alert.number)
    cards = await uow.outbox.pages_of(alert.number, holding.CARD)
    shown = pages + [(person, card) for person, card in cards if person != holder.id]
    people = await uow.people.many({person for person, _ in shown})
    grants = await grants_for(uow, alert, now)
    for person_id, message_id in shown:
        if person_id in people:
            key = "alerts-page" if person_id == holder.id else "alerts-taken_by_other"
            if may_see(grants, person_id, alert.client_id, Category.ALERTS, now) is None:
                key = "alerts-gone_on"  # what became of it is not theirs to hear any more
            await tell(
                uow,
                playbook,
                people[person_id],
                key,
                now=now,
                kind="page_settled",
                words={"name": quote(holder.name), "number": alert.number},
                about_id=alert.client_id,
                edits=message_id,
            )


async def _nobody_answered(
    uow: UnitOfWork,
    playbook: Playbook,
    before: Alert | None,
    alert: Alert,
    client: Person | None,
    now: datetime,
) -> None:
    log.error("alert unanswered", alert=alert.number)
    unasked = before is None or before.state is AlertState.UNANSWERED
    words = "alerts-nobody_on_ladder" if unasked else "alerts-nobody_answered"
    await tell_admins(uow, playbook, words, alert, now)
    if alert.tier is Tier.NOW:
        key = "alerts-client_told_nobody" if unasked else "alerts-client_nobody"
        await _tell_client(uow, playbook, client, key, "", now)


async def _closed(
    uow: UnitOfWork, playbook: Playbook, alert: Alert, client: Person | None, now: datetime
) -> None:
    await uow.outbox.cancel(alert_id=alert.number, kind=PAGE)
    if alert.taken_by is None:
        return
    holder = await uow.people.get(alert.taken_by)
    await holding.let_go(uow, playbook, alert, now)
    outcome = playbook.texts.say(holder.language, f"alerts-outcome_{alert.outcome}")
    words: dict[str, str | int] = {"number": alert.number, "outcome": outcome}
    if alert.tier is Tier.NOW and alert.outcome is Outcome.COULD_NOT_REACH:
        key = "alerts-client_not_reached"
        await _tell_client(uow, playbook, client, key, quote(holder.name), now)
    note = [[Press("replies-buttons.note", "alert_note", (alert.ref,))]]
    await tell(uow, playbook, holder, "alerts-resolved", now=now, words=words, buttons=note)


async def said_again(
    uow: UnitOfWork, playbook: Playbook, alert: Alert, client: Person, now: datetime
) -> None:
    """Answer a safety answer that an open alert already holds: nobody who says it again is alone.

    The client hears where it stands; whoever has the alert hears of it from `holding.tell_news`.
    """
    if alert.state is AlertState.ACKNOWLEDGED and alert.taken_by is not None:
        key, people = "alerts-client_taken", await uow.people.many([alert.taken_by])
    elif alert.state is AlertState.RAISED:
        key = _TOLD.get(alert.sign, "alerts-client_told")
        people = await uow.people.many(escalation.on_duty(alert))
    else:
        return
    names = ", ".join(quote(one.name) for one in people.values())
    await _tell_client(uow, playbook, client, key, names, now)
