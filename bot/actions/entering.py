"""Entering: what happens to whoever is let in, and how their welcome begins.

What they are to whom was fixed in their invitation. Whether they may come in has been decided by
then: by `welcome` where nobody has to confirm them, else at the door (`circle.doors`).
"""

from dataclasses import dataclass
from datetime import datetime

import structlog
from pydantic import JsonValue

from bot.actions import asking
from bot.actions.leaving import CLIENT_ID, INVITATION
from bot.actions.telling import tell
from dialogs.care.access import Action, check_membership
from dialogs.care.people import Actor, Person, Role
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

INVITE = {
    Role.ADMIN: Action.INVITE_ADMIN,
    Role.COUNSELOR: Action.INVITE_COUNSELOR,
    Role.CLIENT: Action.INVITE_CLIENT,
    Role.SPONSOR: Action.INVITE_SPONSOR,
    Role.FAMILY: Action.INVITE_FAMILY,
}
RELINK = {
    Role.COUNSELOR: Action.RELINK_STAFF,
    Role.ADMIN: Action.RELINK_STAFF,
    Role.CLIENT: Action.RELINK_CLIENT,
    Role.SPONSOR: Action.RELINK_SUPPORTER,
    Role.FAMILY: Action.RELINK_SUPPORTER,
}
_WELCOME = {
    Role.CLIENT: "welcome",
    Role.SPONSOR: "sponsor_welcome",
    Role.FAMILY: "family_welcome",
}


@dataclass(frozen=True, slots=True)
class Door:
    """How somebody came to a welcome; ``token`` is the invitation, for whoever turns back."""

    role: Role
    client_id: int | None
    inviter_id: int | None
    token: str | None
    clinic: str


async def become(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    door: Door,
    now: datetime,
) -> None:
    """Give somebody the role they were invited to, and open its welcome.

    Raises:
        NotAllowed: The role does not go together with one they hold.

    """
    role = door.role
    check_membership(actor.memberships, door.client_id, role)
    await uow.people.join(person.id, door.client_id, role, now)
    if role is Role.CLIENT and door.inviter_id is not None:
        await uow.people.join(door.inviter_id, person.id, Role.COUNSELOR, now)
    await uow.trail.note(person.id, role, Action.JOIN, f"person:{person.id}", now)
    log.info("joined", person=person.id, role=role)
    if role not in _WELCOME:
        words = {"name": person.name}
        await tell(uow, playbook, person, f"commands-joined_{role}", now=now, words=words)
        return
    await open_welcome(uow, playbook, person, door, now)


async def open_welcome(
    uow: UnitOfWork, playbook: Playbook, person: Person, door: Door, now: datetime
) -> None:
    """Open the welcome of whoever came by this door."""
    name = "" if door.inviter_id is None else (await uow.people.get(door.inviter_id)).name
    facts = _welcome_facts(playbook, person, door, name)
    await asking.begin(uow, playbook, person, _WELCOME[door.role], now, facts=facts)


def _welcome_facts(
    playbook: Playbook, person: Person, door: Door, name: str
) -> dict[str, JsonValue]:
    came: dict[str, JsonValue] = {INVITATION: door.token} if door.token else {}
    if door.role is not Role.CLIENT:
        return {"client": name, CLIENT_ID: door.client_id, **came}
    spoken = playbook.texts.languages
    if len(spoken) > 1:
        say = playbook.texts.say
        came["languages"] = [{"key": one, "label": say(one, "language-name")} for one in spoken]
    named = door.clinic or playbook.texts.say(person.language, "commands-your_clinic")
    return {"clinic": named, "counselor": name, **came}
