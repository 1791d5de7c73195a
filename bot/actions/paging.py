"""Paging: what everybody hears when an alert changes.

One function looks at an alert before and after and tells whoever has to know: the next people on
the ladder, those who were paged before them, the client, and the admins when nobody is left.
"""

from collections.abc import Set as AbstractSet
from datetime import datetime

import structlog

from bot.actions.telling import Press, tell
from dialogs.care import escalation
from dialogs.care.consent import Category, may_see
from dialogs.care.escalation import Alert, AlertState, Outcome
from dialogs.care.ladders import Ladder, next_working_moment
from dialogs.care.people import Person, PersonState, Role
from dialogs.care.warning_signs import Tier
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

PAGE = "page"
"""The kind of an outbox row that asks somebody to take an alert."""

TAKEN = "alert_taken"
"""The kind of an outbox row that asks whoever took an alert how it went."""

OUTCOMES = (
    Outcome.REACHED_SAFE,
    Outcome.REACHED_NEEDS_MORE,
    Outcome.COULD_NOT_REACH,
    Outcome.NOT_NEEDED,
)

NOBODY: frozenset[int] = frozenset()


async def unavailable(
    uow: UnitOfWork, client_id: int, ladder: Ladder, now: datetime
) -> frozenset[int]:
    """Return the people on a ladder who cannot or must not be paged at this moment."""
    ids = {person for rung in ladder.rungs for person in rung.people}
    members = {member.person_id for member in await uow.people.members_of(client_id)}
    people = await uow.people.many(ids)
    grants = await uow.consents.of_client(client_id)
    return frozenset(
        person_id
        for person_id in ids
        if person_id not in people
        or person_id not in members
        or people[person_id].state is not PersonState.ACTIVE
        or may_see(grants, person_id, client_id, Category.ALERTS, now) is None
    )


async def after_change(
    uow: UnitOfWork,
    playbook: Playbook,
    before: Alert | None,
    after: Alert,
    now: datetime,
    skip: AbstractSet[int] = NOBODY,
) -> None:
    """Tell everybody who has to know that an alert is no longer what it was."""
    client = await uow.people.get(after.client_id)
    match after.state:
        case AlertState.RAISED:
            await _page(uow, playbook, before, after, client, now, skip)
        case AlertState.ACKNOWLEDGED if before is not None and before.state is after.state:
            await _remind(uow, playbook, after, now)
        case AlertState.ACKNOWLEDGED:
            await _taken(uow, playbook, after, client, now)
        case AlertState.UNANSWERED:
            await _nobody_answered(uow, playbook, before, after, client, now)
        case AlertState.RESOLVED:
            await _closed(uow, playbook, after, now)


async def _page(
    uow: UnitOfWork,
    playbook: Playbook,
    before: Alert | None,
    after: Alert,
    client: Person,
    now: datetime,
    skip: AbstractSet[int],
) -> None:
    paged = escalation.pages(before, after, skip=skip)
    if not paged:
        return
    people = await uow.people.many(paged)
    for person_id in paged:
        await _page_one(uow, playbook, before, after, people[person_id], now)
    if after.tier is Tier.NOW and after.repeat == 0:
        first = before is None or before.state is AlertState.UNANSWERED
        key = "alerts-client_told" if first else "alerts-client_climbed"
        names = ", ".join(quote(people[person_id].name) for person_id in paged)
        await tell(uow, playbook, client, key, now=now, kind="client_told", words={"name": names})
    if before is not None and before.taken_by is not None and before.taken_by not in skip:
        gone = {"number": after.number}
        holder = await uow.people.get(before.taken_by)
        await tell(uow, playbook, holder, "alerts-back_on_ladder", now=now, words=gone)


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
    hours = playbook.ladders.working_hours
    await tell(
        uow,
        playbook,
        person,
        text,
        now=now,
        lane=Lane.ALERT if urgent else Lane.PROMPT,
        kind=PAGE,
        buttons=((open_it, take_it),) if urgent else ((open_it,),),
        words={"number": alert.number},
        about_id=alert.client_id,
        alert_id=alert.number,
        not_before=None if urgent else next_working_moment(hours, person.zone, now),
        dedupe=f"page:{alert.number}:{alert.fence}:{person.id}",
    )


async def _remind(uow: UnitOfWork, playbook: Playbook, alert: Alert, now: datetime) -> None:
    assert alert.taken_by is not None
    holder = await uow.people.get(alert.taken_by)
    urgent = alert.tier is Tier.NOW
    hours = playbook.ladders.working_hours
    await tell(
        uow,
        playbook,
        holder,
        "alerts-reminder",
        now=now,
        lane=Lane.ALERT if urgent else Lane.PROMPT,
        not_before=None if urgent else next_working_moment(hours, holder.zone, now),
        kind="alert_reminder",
        buttons=outcome_buttons(alert),
        words={"number": alert.number},
        about_id=alert.client_id,
        alert_id=alert.number,
    )


async def _taken(
    uow: UnitOfWork, playbook: Playbook, alert: Alert, client: Person, now: datetime
) -> None:
    assert alert.taken_by is not None
    holder = await uow.people.get(alert.taken_by)
    await _settle_pages(uow, playbook, alert, holder, now)
    words: dict[str, str | int] = {"number": alert.number, "client": quote(client.name)}
    await tell(
        uow,
        playbook,
        holder,
        "alerts-taken_by_you",
        now=now,
        kind=TAKEN,
        buttons=outcome_buttons(alert),
        words=words,
        about_id=client.id,
        alert_id=alert.number,
    )
    await tell(
        uow,
        playbook,
        client,
        "alerts-client_taken",
        now=now,
        kind="client_told",
        words={"name": quote(holder.name)},
    )


async def _settle_pages(
    uow: UnitOfWork, playbook: Playbook, alert: Alert, holder: Person, now: datetime
) -> None:
    """Stop every page that still waits, and tell those who were paged who has it."""
    await uow.outbox.cancel(alert_id=alert.number, kind=PAGE)
    for person_id, message_id in await uow.outbox.pages_of(alert.number):
        mine = person_id == holder.id
        await tell(
            uow,
            playbook,
            await uow.people.get(person_id),
            "alerts-page" if mine else "alerts-taken_by_other",
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
    client: Person,
    now: datetime,
) -> None:
    log.error("alert unanswered", alert=alert.number)
    unasked = before is None or before.state is AlertState.UNANSWERED
    for admin in await uow.people.with_role(Role.ADMIN):
        await tell(
            uow,
            playbook,
            admin,
            "alerts-nobody_on_ladder" if unasked else "alerts-nobody_answered",
            now=now,
            lane=Lane.ALERT,
            kind="unanswered",
            words={"number": alert.number},
        )
    if alert.tier is Tier.NOW:
        key = "alerts-client_told_nobody" if unasked else "alerts-client_nobody"
        await tell(uow, playbook, client, key, now=now, kind="client_told")


async def _closed(uow: UnitOfWork, playbook: Playbook, alert: Alert, now: datetime) -> None:
    await uow.outbox.cancel(alert_id=alert.number)
    if alert.taken_by is None:
        return
    holder = await uow.people.get(alert.taken_by)
    await _take_buttons_off(uow, playbook, alert, holder, now)
    outcome = playbook.texts.say(holder.language, f"alerts-outcome_{alert.outcome}")
    words: dict[str, str | int] = {"number": alert.number, "outcome": outcome}
    await tell(uow, playbook, holder, "alerts-resolved", now=now, words=words)


async def _take_buttons_off(
    uow: UnitOfWork, playbook: Playbook, alert: Alert, holder: Person, now: datetime
) -> None:
    """Leave no button that asks how it went once that is known."""
    for person_id, message_id in await uow.outbox.pages_of(alert.number, TAKEN):
        if person_id == holder.id:
            words: dict[str, str | int] = {"number": alert.number}
            key = "alerts-was_yours"
            await tell(uow, playbook, holder, key, now=now, words=words, edits=message_id)


def outcome_buttons(alert: Alert) -> tuple[tuple[Press, ...], ...]:
    """Return the buttons under an alert that somebody has taken: how did it go?"""
    made = [
        Press(f"alerts-taken_by_you.{outcome}", "outcome", (alert.ref, outcome))
        for outcome in OUTCOMES
    ]
    pass_on = Press("alerts-taken_by_you.pass_on", "pass", (alert.ref,))
    return (tuple(made[:2]), tuple(made[2:]), (pass_on,))


async def said_again(
    uow: UnitOfWork, playbook: Playbook, alert: Alert, client: Person, now: datetime
) -> None:
    """Answer a safety answer that an open alert already holds: nobody who says it again is alone.

    The client hears where it stands, and whoever has the alert that there is a new word.
    """
    if alert.state is AlertState.ACKNOWLEDGED and alert.taken_by is not None:
        holder = await uow.people.get(alert.taken_by)
        about: dict[str, str | int] = {"number": alert.number}
        await tell(
            uow,
            playbook,
            holder,
            "alerts-new_word",
            now=now,
            lane=Lane.ALERT,
            kind="new_word",
            buttons=((Press("alerts-page.open", "open", (alert.ref,)),),),
            words=about,
            about_id=client.id,
            alert_id=alert.number,
        )
        key, names = "alerts-client_taken", quote(holder.name)
    elif alert.state is AlertState.RAISED:
        asked = await uow.people.many(escalation.on_duty(alert))
        key, names = "alerts-client_told", ", ".join(quote(one.name) for one in asked.values())
    else:
        return
    await tell(uow, playbook, client, key, now=now, kind="client_told", words={"name": names})
