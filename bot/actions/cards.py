"""Cards: what somebody reads about a plan, a circle or an alert when they ask for it.

Each card is asked for by the person who reads it, so it may hold health words; it holds only what
the policy and the client's grants let this reader see.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.actions.telling import day, leave, tell
from dialogs.care.access import CLINIC, Action, Subject, authorize
from dialogs.care.consent import Category, Grant, may_see
from dialogs.care.people import Actor, Membership, Person, Role
from dialogs.messages import Message, quote
from dialogs.playbook import Playbook
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

LOOK_BACK = timedelta(days=14)

_HELP = {
    Role.CLIENT: "client",
    Role.COUNSELOR: "counselor",
    Role.SPONSOR: "supporter",
    Role.FAMILY: "supporter",
    Role.ADMIN: "admin",
}


async def show(uow: UnitOfWork, person: Person, text: str, now: datetime) -> None:
    """Leave a card that was asked for; it cannot be forwarded."""
    message = Message(text, protect=True)
    await leave(uow, person, message, lane=Lane.REPLY, kind="card", now=now)


async def say(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, key: str, now: datetime
) -> None:
    """Say a small sentence to whoever wrote."""
    authorize(actor, Action.GET_HELP, CLINIC, (), now)
    await tell(uow, playbook, person, key, now=now)


def help_card(playbook: Playbook, actor: Actor, language: str) -> str:
    """Word what this person can do here, by what they are to whom."""
    for role, key in _HELP.items():
        if actor.is_role(role):
            return playbook.texts.say(language, f"commands-help_{key}")
    return playbook.texts.say(language, "commands-help_stranger")


async def people_card(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> str:
    """Word who is with a client and what each may see; to a supporter, what is shared with them."""
    say = playbook.texts.say
    lines = [
        await _one_of_mine(uow, playbook, actor, person, member, now)
        for member in await _circle(uow, actor, person)
    ]
    lines += [
        await _one_i_support(uow, playbook, person, client_id, now)
        for client_id in _supported(actor)
    ]
    if not lines:
        return say(person.language, "commands-people_none")
    return "\n".join([say(person.language, "commands-people"), "", *lines])


async def _circle(uow: UnitOfWork, actor: Actor, person: Person) -> list[Membership]:
    if Role.CLIENT not in actor.roles_for(person.id):
        return []
    return [m for m in await uow.people.members_of(person.id) if m.person_id != person.id]


def _supported(actor: Actor) -> list[int]:
    supporters = {Role.SPONSOR, Role.FAMILY}
    return [m.client_id for m in actor.memberships if m.role in supporters and m.client_id]


async def _one_of_mine(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    member: Membership,
    now: datetime,
) -> str:
    authorize(actor, Action.SEE_GRANTS, Subject("grants", person.id), (), now)
    other = await uow.people.get(member.person_id)
    grants = await uow.consents.of_client(person.id)
    say = playbook.texts.say
    words = {
        "name": quote(other.name),
        "role": say(person.language, f"commands-role_{member.role}"),
        "sees": _seen(playbook, person.language, grants, other.id, person.id, now),
    }
    line = say(person.language, "commands-people_line", **words)
    if member.paused_until is None or not member.is_paused(now):
        return line
    until = day(person, member.paused_until)
    return say(person.language, "commands-people_paused", line=line, date=until)


async def _one_i_support(
    uow: UnitOfWork, playbook: Playbook, person: Person, client_id: int, now: datetime
) -> str:
    client = await uow.people.get(client_id)
    grants = await uow.consents.of_client(client_id)
    seen = _seen(playbook, person.language, grants, person.id, client_id, now)
    words = {"client": quote(client.name), "sees": seen}
    return playbook.texts.say(person.language, "commands-people_supporting", **words)


def _seen(
    playbook: Playbook,
    language: str,
    grants: Iterable[Grant],
    recipient_id: int,
    client_id: int,
    now: datetime,
) -> str:
    held = tuple(grants)
    seen = [one for one in Category if may_see(held, recipient_id, client_id, one, now)]
    if not seen:
        return playbook.texts.say(language, "commands-people_sees_nothing")
    return ", ".join(playbook.texts.say(language, f"commands-category_{one}") for one in seen)
