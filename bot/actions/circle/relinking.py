"""Relinking: somebody has lost their phone or account, and whoever knows them lets them back in.

A counselor does this for a client, a client for a supporter, an admin for a counselor. The old chat
is cut off at once, and nothing else is lost.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.actions import welcome
from bot.actions.circle import moving
from bot.actions.entering import RELINK
from bot.actions.leafing import leaves, page
from bot.actions.telling import Press, shown_name, tell
from bot.actions.welcome import House
from dialogs.care.access import CLINIC, Action, authorize
from dialogs.care.people import Actor, Membership, Person, Role
from dialogs.errors import NotAllowed, StaleReply
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

NEW_PHONE, LOCK = "newphone", "lockphone"
LOST = "lost"


@dataclass(frozen=True, slots=True)
class _Known:
    """Somebody who may be let back in: as what, and in whose care."""

    person_id: int
    role: Role
    client_id: int | None


async def offer(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    now: datetime,
    *,
    first: int = 0,
    shown_in: int | None = None,
) -> None:
    """Ask whose phone is lost, of those whom this person may let back in, from ``first`` on.

    Raises:
        NotAllowed: There is nobody whom they could let in.

    """
    authorize(actor, Action.GET_HELP, CLINIC, (), now)
    known = await _known(uow, actor, person)
    if not known:
        raise NotAllowed(Action.RELINK_CLIENT.value, "not_yours")
    shown = page(known, first)
    people = await uow.people.many(one.person_id for one in shown)
    buttons = [
        [Press("circle-name", NEW_PHONE, (str(one.person_id),), _named(people, one))]
        for one in shown
    ]
    buttons += leaves(LOST, first, len(known))
    await tell(uow, playbook, person, "circle-lost_whose", now=now, buttons=buttons, edits=shown_in)


async def ask(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    person_id: int,
    now: datetime,
) -> None:
    """Say what it means to lock somebody's old chat, before it is done.

    Raises:
        StaleReply: It is nobody whom they could let back in.

    """
    authorize(actor, Action.GET_HELP, CLINIC, (), now)
    await _one(uow, actor, person, person_id)
    somebody = await uow.people.get(person_id)
    words = {"name": quote(somebody.name)}
    buttons = [
        [Press("circle-lost.lock", LOCK, (str(person_id),))],
        [Press("circle-leave_it", "circle")],
    ]
    await tell(uow, playbook, person, "circle-lost", now=now, words=words, buttons=buttons)


async def lock(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    person_id: int,
    house: House,
    now: datetime,
) -> None:
    """Cut somebody off from their old chat, and make the invitation that lets them back in.

    Raises:
        StaleReply: It is nobody whom they could let back in.
        NotAllowed: They may not.

    """
    authorize(actor, Action.GET_HELP, CLINIC, (), now)
    known = await _one(uow, actor, person, person_id)
    invited = await welcome.invite(
        uow, actor, known.role, now, client_id=known.client_id, again=person_id
    )
    somebody = await moving.freeze(uow, playbook, await uow.people.get(person_id), now)
    words = {"name": quote(somebody.name), "link": house.link(invited.start)}
    await tell(uow, playbook, person, "circle-lost_locked", now=now, words=words)


async def _one(uow: UnitOfWork, actor: Actor, person: Person, person_id: int) -> _Known:
    known = await _known(uow, actor, person)
    found = next((one for one in known if one.person_id == person_id), None)
    if found is None:
        raise StaleReply("nobody whom they could let back in")
    if not all(_covers(found, one) for one in await uow.people.memberships(person_id)):
        raise NotAllowed(RELINK[found.role].value, "more_than_yours")
    return found


def _covers(known: _Known, held: Membership) -> bool:
    """Tell whether somebody who lets a person back in may hand this role of theirs on as well.

    A record moves as a whole. So a client hands on only what is in their own care, a counselor no
    role among the staff, an admin nobody's own care.
    """
    if known.role is Role.CLIENT:
        return held.role not in {Role.COUNSELOR, Role.ADMIN}
    if known.role is Role.COUNSELOR:
        return held.role is not Role.CLIENT
    return held.client_id == known.client_id


async def _known(uow: UnitOfWork, actor: Actor, person: Person) -> list[_Known]:
    """List whom somebody may let back in: their clients, their supporters, the clinic's staff."""
    known = []
    for member in actor.memberships:
        if member.role is Role.COUNSELOR and member.client_id is not None:
            known.append(_Known(member.client_id, Role.CLIENT, None))
        elif member.role is Role.CLIENT:
            known += [
                _Known(one.person_id, one.role, person.id)
                for one in await uow.people.members_of(person.id)
                if one.role in {Role.SPONSOR, Role.FAMILY}
            ]
        elif member.role is Role.ADMIN:
            known += [
                _Known(one.id, Role.COUNSELOR, None)
                for one in await uow.people.with_role(Role.COUNSELOR)
            ]
    return [
        one for one in {one.person_id: one for one in known}.values() if one.person_id != person.id
    ]


def _named(people: dict[int, Person], one: _Known) -> dict[str, str | int]:
    return {"name": shown_name(people, one.person_id)}
