"""Erasing: somebody asks to be forgotten, may think again for a day, and then is.

An alert that is open then is finished first, by those who have it, but never for longer than
`WAITS_AT_MOST`. What goes and what stays without its content: `storage.people.erasure`.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.actions.leaving import CLIENT_ID
from bot.actions.telling import Press, moment, tell
from dialogs.care.access import CLINIC, Action, Subject, authorize
from dialogs.care.people import SYSTEM, Actor, Person, PersonState, Role
from dialogs.engine.session import Session
from dialogs.errors import StaleReply
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

COOLING_OFF = timedelta(days=1)
WAITS_AT_MOST = timedelta(days=2)
LOOKS_AGAIN = timedelta(hours=1)
ASKED_WITHIN = timedelta(minutes=15)
"""How long the button that says yes is good: it must not lie in the chat for whoever finds it."""

AT_ONCE = 20
SAID_WITHIN = timedelta(hours=47)
"""Telegram takes messages out that are younger than 48 hours."""

EVER = datetime(2000, 1, 1, tzinfo=UTC)
"""Before anything was kept."""

WHOSE = "whose"
"""The fact by which a dialog about a plan knows whose plan it is: a number, or the reader's own."""

YES, NO, UNDO = "erase_yes", "erase_no", "erase_undo"


@dataclass(frozen=True, slots=True)
class Farewell:
    """To whom to say goodbye who is forgotten already, and what to take out of their chat.

    ``discreet`` says whether the goodbye, which comes unasked, is to be covered.
    """

    chat_id: int
    language: str
    messages: tuple[int, ...]
    discreet: bool = False


async def offer(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Say what deleting means, or when it is going to happen."""
    authorize(actor, Action.ERASE, Subject("records", person.id), (), now)
    booked = await uow.erasures.of(person.id)
    if booked is not None:
        words = {"when": moment(playbook, person, booked.due_at, now)}
        undo = Press("rights-delete_waiting.undo", UNDO)
        await tell(
            uow, playbook, person, "rights-delete_waiting", now=now, words=words, buttons=[[undo]]
        )
        return
    yes = Press("rights-delete.yes", YES, (str(int(now.timestamp())),))
    no = Press("rights-delete.no", NO)
    await tell(uow, playbook, person, "rights-delete", now=now, buttons=[[no], [yes]])


async def keep(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Leave everything as it is."""
    authorize(actor, Action.ERASE, Subject("records", person.id), (), now)
    await tell(uow, playbook, person, "rights-delete_kept", now=now)


async def book(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    offered: int,
    now: datetime,
) -> None:
    """Book the erasure of whoever has said yes.

    Args:
        uow: The open unit of work.
        playbook: The words.
        actor: Who asks.
        person: The same.
        offered: When they were asked, in whole Unix seconds, as their button says.
        now: The instant of the tap.

    Raises:
        StaleReply: They were asked too long ago.

    """
    authorize(actor, Action.ERASE, Subject("records", person.id), (), now)
    if not timedelta() <= now - datetime.fromtimestamp(offered, UTC) <= ASKED_WITHIN:
        raise StaleReply("they were asked too long ago")
    due_at = now + COOLING_OFF
    await uow.erasures.book(person.id, due_at, now)
    await _note(uow, actor, person.id, now, "asked")
    words = {"when": moment(playbook, person, due_at, now)}
    undo = Press("rights-delete_booked.undo", UNDO)
    key = "rights-delete_booked"
    await tell(uow, playbook, person, key, now=now, words=words, buttons=[[undo]])


async def undo(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Take it back."""
    authorize(actor, Action.ERASE, Subject("records", person.id), (), now)
    if await uow.erasures.undo(person.id):
        await _note(uow, actor, person.id, now, "taken_back")
    await tell(uow, playbook, person, "rights-delete_undone", now=now)


async def order(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person_id: int, due_at: datetime,
    now: datetime,
) -> None:  # fmt: skip
    """Book the erasure of anybody, for the clinic; they are told when it happens.

    Raises:
        NotAllowed: It is not the command line that asks.
        LookupError: There is nobody of this number, or not any more.

    """
    authorize(actor, Action.ERASE, Subject("records", person_id), (), now)
    person = await uow.people.get(person_id)
    if person.state is PersonState.ERASED:
        raise LookupError(f"person {person_id} has been erased already")
    await uow.erasures.book(person_id, due_at, now)
    await _note(uow, actor, person_id, now, "ordered")
    if due_at > now:
        words = {"when": moment(playbook, person, due_at, now)}
        await tell(uow, playbook, person, "rights-delete_clinic", now=now, words=words)


async def due(uow: UnitOfWork, now: datetime) -> list[int]:
    """List who is to be forgotten now; whoever has an open alert waits a little."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)
    found = []
    for one in await uow.erasures.due(now, AT_ONCE):
        patient = now < one.asked_at + COOLING_OFF + WAITS_AT_MOST
        if patient and await uow.alerts.open_for(one.person_id):
            await uow.erasures.move(one.person_id, now + LOOKS_AGAIN)
        else:
            found.append(one.person_id)
    return found


async def erase(
    uow: UnitOfWork, playbook: Playbook, person_id: int, now: datetime
) -> Farewell | None:
    """Forget somebody for good. Return whom to say goodbye to, if there is anybody."""
    authorize(SYSTEM, Action.ERASE, Subject("records", person_id), (), now)
    person = await uow.people.get(person_id)
    if person.state is PersonState.ERASED:
        await uow.erasures.undo(person_id)
        return None
    said = await uow.records.said(person_id, now - SAID_WITHIN)
    team = await uow.people.members_of(person_id)
    for member in team:
        if member.role is Role.COUNSELOR and member.person_id != person_id:
            counselor = await uow.people.get(member.person_id)
            key = "rights-delete_team"
            await tell(uow, playbook, counselor, key, now=now, lane=Lane.BULK, kind="erased")
    await _forget_what_others_said(uow, person)
    if person.chat_id is not None:
        await uow.trail.forget_poisoned(person.chat_id)
    await uow.people.erase(person_id, now)
    await _note(uow, SYSTEM, person_id, now, "done")
    if person.chat_id is None:
        return None
    return Farewell(person.chat_id, person.language, tuple(said), person.discreet)


async def _forget_what_others_said(uow: UnitOfWork, client: Person) -> None:
    """Delete the dialogs of others that were about somebody: they lie under those others' keys."""
    near = {one.person_id for one in await uow.people.members_of(client.id)}
    near |= {grant.recipient_id for grant in await uow.consents.of_client(client.id)}
    for one in near - {client.id}:
        for session in await uow.sessions.of_person(one, EVER):
            if _is_about(session, client):
                await uow.outbox.cancel(session_id=session.id)
                await uow.sessions.drop(session.id)


def _is_about(session: Session, client: Person) -> bool:
    """Tell whether the facts of a dialog name somebody, by number or by name."""
    facts = session.facts
    if facts.get(CLIENT_ID) == client.id or facts.get(WHOSE) == str(client.id):
        return True
    names = {client.name, quote(client.name)} - {""}
    said = {name for value in facts.values() for name in str(value).split(", ")}
    return bool(names & said)


async def failed(uow: UnitOfWork, person_id: int, now: datetime) -> bool:
    """Try again later with somebody who could not be forgotten. Return whether they are there."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)
    await uow.erasures.move(person_id, now + LOOKS_AGAIN)
    return await uow.erasures.of(person_id) is not None


async def _note(uow: UnitOfWork, actor: Actor, person_id: int, now: datetime, reason: str) -> None:
    role = "system" if actor.system else Role.CLIENT
    ref = f"person:{person_id}"
    await uow.trail.note(actor.person_id, role, Action.ERASE, ref, now, reason, client_id=person_id)
