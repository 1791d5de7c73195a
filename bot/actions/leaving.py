"""Leaving: somebody does not come in, takes a break, or steps back.

Whoever says "not now" at the door is forgotten but for language and country. Where a sponsor or
family member goes, the client is told, kindly, and nothing more is asked of whoever left.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from pydantic import JsonValue

from bot.actions import asking, climbing
from bot.actions.circle import taking_back
from bot.actions.telling import Press, day, tell
from dialogs.care.access import CLINIC, Action, Subject, authorize
from dialogs.care.circle import standing
from dialogs.care.consent import Category
from dialogs.care.people import Actor, Membership, Person, Role
from dialogs.care.rhythm import after_quiet
from dialogs.engine.session import Session
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

PARTING = "parting"
BREAK = timedelta(days=7)

INVITATION, CLIENT_ID = "invitation", "client_id"
"""The facts of a welcome: by which invitation somebody came, and into whose care."""

SUPPORTERS = frozenset({Role.SPONSOR, Role.FAMILY})


async def not_now(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """Forget a client's welcome that did not end in a yes; their invitation is good again.

    Whoever is in somebody's care already stays there: only who came anew is let go.
    """
    in_care = await uow.plans.current(person.id) is not None
    agreed = {grant.recipient_id for grant in await uow.consents.of_client(person.id)}
    for member in await uow.people.members_of(person.id):
        if not in_care or (member.role is Role.COUNSELOR and member.person_id not in agreed):
            await uow.people.withdraw(member.person_id, member.client_id, member.role)
    await _forget_welcome(uow, session)
    await _say_goodbye(uow, playbook, person, session, "commands-not_now", {}, now)


async def declined(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """Forget a supporter's welcome that did not end in a yes; the client is told in one line."""
    client_id = session.facts.get(CLIENT_ID)
    if not isinstance(client_id, int):
        return
    for member in await uow.people.memberships(person.id):
        if member.client_id == client_id and f"{member.role}_welcome" == session.dialog:
            await uow.people.withdraw(person.id, client_id, member.role)
    client = await uow.people.get(client_id)
    await tell_client(uow, playbook, client, person, "declined", now)
    await _forget_welcome(uow, session)
    if not await uow.people.memberships(person.id):
        await uow.people.update(replace(person, name=""))
    words = {"client": quote(client.name)}
    await _say_goodbye(uow, playbook, person, session, "commands-declined", words, now)


async def ask_to_part(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Ask a sponsor or family member who wants to stop: a break, or goodbye?"""
    authorize(actor, Action.GET_HELP, CLINIC, (), now)
    supported = sorted({m.client_id for m in _supporting(actor.memberships) if m.client_id})
    if not supported:
        await tell(uow, playbook, person, "commands-nothing_to_stop", now=now)
        return
    people = await uow.people.many(supported)
    named = [(one, people[one].name) for one in supported if one in people]
    facts: dict[str, JsonValue] = {
        "supported": [{"key": str(one), "label": name} for one, name in named]
    }
    if len(named) == 1:
        facts = {CLIENT_ID: named[0][0], "client": named[0][1]}
    await asking.begin(uow, playbook, person, PARTING, now, facts=facts)


async def parted(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """Do what a supporter has chosen: nothing, a break of a week, or leave.

    Raises:
        NotAllowed: They have no role in that client's care any more.

    """
    about, how = session.answer("client"), session.answer("how")
    client_id = int(str(session.facts[CLIENT_ID] if about is None else about.value))
    choice = "stay" if how is None else str(how.value)
    client = await uow.people.get(client_id)
    actor = await uow.people.actor(person.id)
    authorize(actor, Action.LEAVE, Subject("membership", client_id), (), now)
    until = now + BREAK
    if choice == "pause":
        await uow.people.pause(person.id, client_id, until)
    elif choice == "leave":
        await _leave(uow, playbook, person, _supporting(actor.memberships, client_id), now)
    words = {"client": quote(client.name), "date": day(person, until)}
    await tell(uow, playbook, person, f"commands-parting_{choice}", now=now, words=words)
    if choice != "stay":
        await uow.outbox.cancel(person_id=person.id, about_id=client_id)
        await tell_client(uow, playbook, client, person, choice, now, until)
        await climbing.passed_over(uow, playbook, person.id, client_id, now)


async def come_back(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> bool:
    """End somebody's breaks before their time. Return whether there was one."""
    authorize(actor, Action.GET_HELP, CLINIC, (), now)
    resting = {m.client_id for m in _supporting(actor.memberships) if m.is_paused(now)}
    for client_id in sorted(one for one in resting if one is not None):
        await uow.people.pause(person.id, client_id, None)
        client = await uow.people.get(client_id)
        await tell_client(uow, playbook, client, person, "back", now)
        words = {"client": quote(client.name)}
        await tell(uow, playbook, person, "commands-parting_back", now=now, words=words)
    return bool(resting)


async def tell_client(
    uow: UnitOfWork,
    playbook: Playbook,
    client: Person,
    supporter: Person,
    what: str,
    now: datetime,
    until: datetime | None = None,
) -> None:
    """Tell a client in one line what became of somebody they chose, when they may be disturbed."""
    words = {"name": quote(supporter.name), "date": day(client, until or now)}
    await tell(
        uow,
        playbook,
        client,
        f"commands-supporter_{what}",
        now=now,
        lane=Lane.PROMPT,
        kind="circle",
        words=words,
        not_before=after_quiet(now, client.quiet_from, client.quiet_to, client.zone),
    )


def _supporting(
    memberships: Sequence[Membership], client_id: int | None = None
) -> list[Membership]:
    """Return the roles of a supporter, in one client's care or in all."""
    return [
        m
        for m in memberships
        if m.role in SUPPORTERS and (client_id is None or m.client_id == client_id)
    ]


async def _leave(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    memberships: Sequence[Membership],
    now: datetime,
) -> None:
    ref = f"person:{person.id}"
    for member in memberships:
        client_id = member.client_id
        await uow.people.leave(person.id, client_id, member.role, now)
        if client_id is not None:
            held = standing(await uow.consents.of_client(client_id), person.id, now)
            await taking_back.take_back(
                uow, playbook, client_id, person.id, held, set(Category), person.id, now
            )
            await uow.circle.untie(client_id, person.id)
            await uow.outbox.cancel(person_id=client_id, about_id=person.id)
        await uow.trail.note(person.id, member.role, Action.LEAVE, ref, now, client_id=client_id)


async def _forget_welcome(uow: UnitOfWork, session: Session) -> None:
    """Delete what was said at the door, and make the invitation good again."""
    await uow.outbox.cancel(session_id=session.id)
    await uow.sessions.forget(session)
    token = session.facts.get(INVITATION)
    if isinstance(token, str):
        await uow.people.reopen(token, session.person_id)


async def _say_goodbye(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    session: Session,
    key: str,
    words: Mapping[str, str | int],
    now: datetime,
) -> None:
    """Say goodbye with the way back in; only the button knows the invitation."""
    token = session.facts.get(INVITATION)
    back = ((Press(f"{key}.back", "join", (token,)),),) if isinstance(token, str) else ()
    await tell(uow, playbook, person, key, now=now, buttons=back, words=words)
