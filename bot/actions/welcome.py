"""Welcome: how somebody comes in, by invitation, or comes back.

A role is fixed in the invitation. A client is nobody's client before they have said yes: until then
only chat, language and country are kept. What follows from their yes is in `consenting`, how they
go again in `leaving`.
"""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog
from pydantic import JsonValue

from bot.actions import asking
from bot.actions.check_ins import to_plan
from bot.actions.leaving import CLIENT_ID, INVITATION
from bot.actions.telling import tell
from dialogs.care.access import (
    CLINIC,
    Action,
    Subject,
    authorize,
    check_membership,
)
from dialogs.care.people import SYSTEM, Actor, Person, PersonState, Role
from dialogs.errors import InvitationInvalid
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

INVITED_FOR = {Role.FAMILY: timedelta(hours=24)}
USUALLY_INVITED_FOR = timedelta(hours=72)

_INVITE = {
    Role.ADMIN: Action.INVITE_ADMIN,
    Role.COUNSELOR: Action.INVITE_COUNSELOR,
    Role.CLIENT: Action.INVITE_CLIENT,
    Role.SPONSOR: Action.INVITE_SPONSOR,
    Role.FAMILY: Action.INVITE_FAMILY,
}
_WELCOME = {
    Role.CLIENT: "welcome",
    Role.SPONSOR: "sponsor_welcome",
    Role.FAMILY: "family_welcome",
}


@dataclass(frozen=True, slots=True)
class House:
    """Where this clinic is, and under which name its bot is found (empty: not yet known)."""

    language: str
    zone: str
    country: str | None
    bot_username: str
    clinic: str = ""

    def link(self, start: str) -> str:
        """Return the address that opens the bot with an invitation."""
        return f"https://t.me/{self.bot_username}?start={start}"


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Whoever stands at the door: what Telegram says of them, and where they probably are."""

    chat_id: int
    name: str
    language: str
    zone: str
    country: str | None
    clinic: str = ""


@dataclass(frozen=True, slots=True)
class _Door:
    """How somebody came to a welcome; ``token`` is the invitation, for whoever turns back."""

    role: Role
    client_id: int | None
    inviter_id: int | None
    token: str | None
    clinic: str


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation as it is handed over: the only time its token is seen."""

    role: Role
    start: str
    expires_at: datetime


async def invite(
    uow: UnitOfWork,
    actor: Actor,
    role: Role,
    now: datetime,
    *,
    client_id: int | None = None,
) -> Invited:
    """Make an invitation for one person, once.

    Raises:
        NotAllowed: This actor may not invite anybody into that role.

    """
    authorize(actor, _INVITE[role], Subject("invitation", client_id), (), now)
    token = secrets.token_urlsafe(24)
    expires_at = now + INVITED_FOR.get(role, USUALLY_INVITED_FOR)
    await uow.people.invite(role, client_id, actor.person_id, token, expires_at, now)
    await uow.trail.note(actor.person_id, "inviter", _INVITE[role], f"invitation:{role}", now)
    return Invited(role, token, expires_at)


async def join(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person | None,
    newcomer: Newcomer,
    token: str,
    now: datetime,
) -> Person:
    """Let somebody in by an invitation; what they are to whom is fixed in it.

    Raises:
        InvitationInvalid: Used, expired, never given, or not for this person; the words are the
            same for all of them.
        NotAllowed: The role does not go together with one they hold.

    """
    authorize(actor, Action.JOIN, CLINIC, (), now)
    offered = await uow.people.invitation(token, now)
    if offered is None:
        raise InvitationInvalid
    if person is None:
        person = await uow.people.add(
            newcomer.chat_id,
            "" if offered.role is Role.CLIENT else newcomer.name,
            language=newcomer.language,
            country=newcomer.country,
            zone=newcomer.zone,
            now=now,
        )
    elif not person.name and offered.role is not Role.CLIENT:
        person = replace(person, name=newcomer.name)
        await uow.people.update(person)
    invitation = await uow.people.redeem(token, person.id, now)
    if invitation is None or invitation.inviter_id == person.id:
        raise InvitationInvalid
    client_id = person.id if offered.role is Role.CLIENT else invitation.client_id
    door = _Door(offered.role, client_id, invitation.inviter_id, token, newcomer.clinic)
    await _become(uow, playbook, actor, person, door, now)
    return person


async def _become(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    door: _Door,
    now: datetime,
) -> None:
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
    await _open_welcome(uow, playbook, person, door, now)


async def knock_again(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    clinic: str,
    now: datetime,
) -> bool:
    """Open the welcome for somebody who was invited and has not agreed yet.

    Returns:
        Whether there was anything to open: not for those who are in care, nor for those whom no
        counselor has invited.

    """
    authorize(actor, Action.JOIN, CLINIC, (), now)
    team = await uow.people.members_of(person.id)
    inviter = next((m.person_id for m in team if m.role is Role.COUNSELOR), None)
    if inviter is None or await uow.plans.current(person.id) is not None:
        return False
    begun = await uow.sessions.open_for(person.id)
    token = begun.facts.get(INVITATION) if begun is not None else None
    door = _Door(Role.CLIENT, person.id, inviter, token if isinstance(token, str) else None, clinic)
    await _open_welcome(uow, playbook, person, door, now)
    return True


async def _open_welcome(
    uow: UnitOfWork, playbook: Playbook, person: Person, door: _Door, now: datetime
) -> None:
    name = "" if door.inviter_id is None else (await uow.people.get(door.inviter_id)).name
    facts = _welcome_facts(playbook, person, door, name)
    await asking.begin(uow, playbook, person, _WELCOME[door.role], now, facts=facts)


def _welcome_facts(
    playbook: Playbook, person: Person, door: _Door, name: str
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


async def came_back(uow: UnitOfWork, person: Person, now: datetime) -> Person:
    """Note that somebody can be reached again; a client is asked again from the next time on."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)
    await uow.people.reachable(person.id, now)
    plan = await uow.plans.current(person.id)
    if plan is not None:
        await uow.check_ins.plan_many(to_plan(person, plan, now))
    return replace(person, state=PersonState.ACTIVE)
