"""Reaching: who of an alert's people can and may be asked at this moment.

Whoever is on call stands in for the client's own counselor: the client has agreed that the care
team hears of alerts (`consent.standing_in`), so nobody on call holds a grant in their own name.
"""

from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime

from dialogs.care.consent import Category, Grant, may_see, standing_in
from dialogs.care.duty import is_at_work, on_call
from dialogs.care.escalation import Alert
from dialogs.care.ladders import Ladder, with_on_call
from dialogs.care.people import Person, PersonState, Role
from dialogs.care.plan import Plan
from dialogs.care.warning_signs import Tier
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork


async def who_is_on_call(uow: UnitOfWork, now: datetime) -> int | None:
    """Return who is on call for the clinic, or None: nobody, or nobody who can be reached."""
    running = await uow.duty.running(now)
    if not running:
        return None
    ids = {one.person_id for one in running}
    people = await uow.people.many(ids)
    there = {one for one in ids if one in people and people[one].state is PersonState.ACTIVE}
    return on_call(running, (ids - there) | await uow.duty.away(ids, now), now)


async def first_told(uow: UnitOfWork, client_id: int, now: datetime) -> Person | None:
    """Return whom of staff a client's alert would reach first at this moment, if anybody."""
    team = await uow.people.members_of(client_id)
    own = [member.person_id for member in team if member.role is Role.COUNSELOR]
    present = await who_is_on_call(uow, now)
    ids = own if present is None else [*own, present]
    skip = await gone(uow, client_id, set(ids), now)
    people = await uow.people.many(ids)
    return next((people[one] for one in ids if one in people and one not in skip), None)


async def first_supporter(uow: UnitOfWork, plan: Plan, now: datetime) -> Person | None:
    """Return whom of a client's sponsors an alert would reach first where no staff is, if any.

    Only whoever may hear of alerts until that is taken back: this is a promise on a card.
    """
    team = await uow.people.members_of(plan.client_id)
    own = plan.ladders.get(Tier.NOW)
    asked = None if own is None else {one for rung in own.rungs for one in rung.people}
    ids = [
        member.person_id
        for member in team
        if member.role is Role.SPONSOR and (asked is None or member.person_id in asked)
    ]
    grants = [one for one in await uow.consents.of_client(plan.client_id) if one.until is None]
    skip = await gone(uow, plan.client_id, set(ids), now)
    people = await uow.people.many(ids)
    about = plan.client_id, Category.ALERTS, now
    return next(
        (
            people[one]
            for one in ids
            if one in people and one not in skip and may_see(grants, one, *about) is not None
        ),
        None,
    )


async def grants_for(uow: UnitOfWork, alert: Alert, now: datetime) -> list[Grant]:
    """Return by whose leave an alert may be seen: its client's grants, and who stands in by them.

    Whoever was asked while they were on call may still take it and close it afterwards.
    """
    asked = {one for rung in alert.ladder.rungs if rung.on_call for one in rung.people}
    grants = await uow.consents.of_client(alert.client_id)
    return [*grants, *standing_in(grants, sorted(asked), now)]


async def may_hear(uow: UnitOfWork, alert: Alert, person_id: int, now: datetime) -> bool:
    """Return whether somebody may hear of an alert by a grant that holds at this moment."""
    grants = await grants_for(uow, alert, now)
    return may_see(grants, person_id, alert.client_id, Category.ALERTS, now) is not None


async def ready(
    uow: UnitOfWork, playbook: Playbook, alert: Alert, now: datetime
) -> tuple[Alert, frozenset[int]]:
    """Return an alert with whoever is on call now on its ladder, and who of it cannot be asked.

    Whoever has taken it stays on its ladder, on call or not.
    """
    present = await who_is_on_call(uow, now)
    asked = {one for rung in alert.ladder.rungs if rung.on_call for one in rung.people}
    stays = {alert.taken_by} & asked
    now_there = dict.fromkeys(one for one in (present, *stays) if one is not None)
    ladder = with_on_call(alert.ladder, tuple(now_there))
    skip = await unavailable(uow, playbook, alert.client_id, ladder, now)
    return replace(alert, ladder=ladder), skip


async def unavailable(
    uow: UnitOfWork, playbook: Playbook, client_id: int, ladder: Ladder, now: datetime
) -> frozenset[int]:
    """Return the people on a ladder who cannot or must not be paged at this moment."""
    ids = {person for rung in ladder.rungs for person in rung.people}
    skip = await gone(uow, client_id, ids, now)
    return skip | await _off_work(uow, playbook, ladder, now)


async def gone(
    uow: UnitOfWork, client_id: int, ids: AbstractSet[int], now: datetime
) -> frozenset[int]:
    """Return which of these people cannot or must not hear of a client's alerts at this moment."""
    present = await who_is_on_call(uow, now)
    stand_ins = set() if present is None else {present}
    team = await uow.people.members_of(client_id)
    members = {member.person_id for member in team if not member.is_paused(now)} | stand_ins
    people = await uow.people.many(ids)
    own = await uow.consents.of_client(client_id)
    grants = [*own, *standing_in(own, sorted(stand_ins), now)]
    return await uow.duty.away(ids, now) | {
        person_id
        for person_id in ids
        if person_id not in people
        or person_id not in members
        or people[person_id].state is not PersonState.ACTIVE
        or may_see(grants, person_id, client_id, Category.ALERTS, now) is None
    }


async def _off_work(
    uow: UnitOfWork, playbook: Playbook, ladder: Ladder, now: datetime
) -> frozenset[int]:
    """Return who stands on rungs for working hours only, and is not at work nor on call."""
    ids = {one for rung in ladder.rungs if rung.at_work for one in rung.people}
    if not ids:
        return frozenset()
    people, duties = await uow.people.many(ids), await uow.duty.of_many(ids)
    usual = playbook.ladders.working_hours
    at_work = {
        one
        for one, person in people.items()
        if is_at_work(duties[one].hours or usual, person.zone, now)
    }
    return frozenset(ids - at_work - {await who_is_on_call(uow, now)})
