"""Welcome: how somebody comes in, by invitation, or comes back.

A role is fixed in the invitation. Whoever was invited in the chat stands at the door until their
inviter has confirmed them (`circle.doors`). A client is nobody's client before they have said yes:
until then only chat, language and country are kept. What follows from their yes is in `consenting`,
how they go again in `leaving`.
"""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.actions import entering
from bot.actions.check_ins import to_plan
from bot.actions.circle import doors
from bot.actions.entering import INVITE, RELINK, Door
from bot.actions.leaving import INVITATION
from dialogs.care.access import (
    CLINIC,
    Action,
    Subject,
    authorize,
    check_membership,
)
from dialogs.care.people import SYSTEM, Actor, Person, PersonState, Role
from dialogs.errors import InvitationInvalid, NotAllowed
from dialogs.playbook import Playbook
from storage.people import Invitation
from storage.unit_of_work import UnitOfWork

INVITED_FOR = {Role.FAMILY: timedelta(hours=24)}
USUALLY_INVITED_FOR = timedelta(hours=72)


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
    again: int | None = None,
) -> Invited:
    """Make an invitation for one person, once.

    Args:
        uow: The open unit of work.
        actor: Who invites.
        role: What the invited will be.
        now: The instant.
        client_id: In whose care, for a sponsor or family member.
        again: Whose record it leads back to, for somebody who has lost their account.

    Raises:
        NotAllowed: This actor may not invite anybody into that role.

    """
    action = INVITE[role] if again is None else RELINK[role]
    whose = again if again is not None and role is Role.CLIENT else client_id
    authorize(actor, action, Subject("invitation", whose), (), now)
    token = secrets.token_urlsafe(24)
    expires_at = now + INVITED_FOR.get(role, USUALLY_INVITED_FOR)
    await uow.people.invite(role, client_id, actor.person_id, token, expires_at, now)
    if again is not None:
        await uow.people.relinks(token, again)
    await uow.trail.note(
        actor.person_id, "inviter", action, f"invitation:{role}", now, client_id=whose
    )
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
    """Let somebody in by an invitation, or to the door; what they are to whom is fixed in it.

    Raises:
        InvitationInvalid: Used, expired, never given, or not for this person; the words are the
            same for all of them.

    """
    authorize(actor, Action.JOIN, CLINIC, (), now)
    offered = await uow.people.invitation(token, now)
    if offered is None:
        raise InvitationInvalid
    again = await uow.people.leads_back_to(token)
    _may_use(actor, offered, again)
    person = await _taken_in(uow, person, newcomer, offered.role, now)
    invitation = await uow.people.redeem(token, person.id, now)
    if invitation is None or invitation.inviter_id == person.id:
        raise InvitationInvalid
    client_id = person.id if offered.role is Role.CLIENT else invitation.client_id
    door = Door(offered.role, client_id, invitation.inviter_id, token, newcomer.clinic)
    if door.inviter_id is None or await uow.people.was_confirmed(token, person.id):
        await entering.become(uow, playbook, actor, person, door, now)
    else:
        await doors.knock(uow, playbook, person, door, token, invitation.expires_at, now)
    return person


def _may_use(actor: Actor, offered: Invitation, again: int | None) -> None:
    """Refuse, in the same words as ever, whoever cannot be what an invitation would make them."""
    client_id = actor.person_id if offered.role is Role.CLIENT else offered.client_id
    try:
        if client_id is not None or offered.role is not Role.CLIENT:
            check_membership(actor.memberships, client_id, offered.role)
    except NotAllowed:
        raise InvitationInvalid from None
    if again is not None and actor.memberships:
        raise InvitationInvalid


async def _taken_in(
    uow: UnitOfWork, person: Person | None, newcomer: Newcomer, role: Role, now: datetime
) -> Person:
    """Return the person of a newcomer, new or known; a client's name is theirs to give."""
    if person is None:
        return await uow.people.add(
            newcomer.chat_id,
            "" if role is Role.CLIENT else newcomer.name,
            language=newcomer.language,
            country=newcomer.country,
            zone=newcomer.zone,
            now=now,
        )
    if not person.name and role is not Role.CLIENT:
        person = replace(person, name=newcomer.name)
        await uow.people.update(person)
    return person


async def knock_again(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    clinic: str,
    now: datetime,
) -> bool:
    """Open the welcome for somebody who was invited and has not agreed yet.

    Whoever still stands at the door is shown their digits once more.

    Returns:
        Whether there was anything to open: not for those who are in care, nor for those whom no
        counselor has invited.

    """
    authorize(actor, Action.JOIN, CLINIC, (), now)
    if await doors.show_digits(uow, playbook, person, now):
        return True
    team = await uow.people.members_of(person.id)
    inviter = next((m.person_id for m in team if m.role is Role.COUNSELOR), None)
    if inviter is None or await uow.plans.current(person.id) is not None:
        return False
    begun = await uow.sessions.open_for(person.id)
    token = begun.facts.get(INVITATION) if begun is not None else None
    door = Door(Role.CLIENT, person.id, inviter, token if isinstance(token, str) else None, clinic)
    await entering.open_welcome(uow, playbook, person, door, now)
    return True


async def came_back(uow: UnitOfWork, person: Person, now: datetime) -> Person:
    """Note that somebody can be reached again; a client is asked again from the next time on."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)
    await uow.people.reachable(person.id, now)
    plan = await uow.plans.current(person.id)
    if plan is not None:
        await uow.check_ins.plan_many(to_plan(person, plan, now))
    return replace(person, state=PersonState.ACTIVE)
