"""Letters: messages between a client and their counselor, passed on both ways by the bot.

A notice says that there is something; the words come by a tap, under a fixed header. What is
written is screened like any text, and kept as no answer. When it will be read is said beforehand.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from pydantic import JsonValue

from bot.actions import asking
from bot.actions.circle import people
from bot.actions.telling import Press, leave, rows, shown_name, tell
from dialogs.care.access import CLINIC, Action, Subject, authorize
from dialogs.care.ladders import DAYS
from dialogs.care.people import Actor, Person, Role
from dialogs.care.rhythm import after_quiet
from dialogs.engine.session import Session
from dialogs.errors import NotConsented, StaleReply
from dialogs.messages import in_block, quote
from dialogs.playbook import Playbook
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

LETTER, WRITE = "letter", "write"
LONGEST = 1_000
"""In characters."""


@dataclass(frozen=True, slots=True)
class _Way:
    """Whose case a letter belongs to, and whether it goes back from a counselor to the client."""

    client_id: int
    back: bool


async def choose(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Begin a message to a client's counselor; where there are several, ask to whom.

    Raises:
        NotAllowed: They are nobody's client.
        NotConsented: They have not agreed yet.

    """
    authorize(actor, Action.WRITE_TO_COUNSELOR, Subject(LETTER, person.id), (), now)
    if await uow.plans.current(person.id) is None:
        raise NotConsented
    team = await uow.people.members_of(person.id)
    ids = list(dict.fromkeys(one.person_id for one in team if one.role is Role.COUNSELOR))
    if len(ids) == 1:
        await begin(uow, playbook, actor, person, ids[0], now)
        return
    known = await uow.people.many(ids)
    buttons = [
        [Press("circle-name", WRITE, (str(one),), {"name": shown_name(known, one)})] for one in ids
    ]
    key = "circle-letter_whom" if ids else "commands-people_none"
    await tell(uow, playbook, person, key, now=now, buttons=buttons)


async def begin(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    to_id: int,
    now: datetime,
) -> None:
    """Ask for the words of a message: to a client's counselor, or to a counselor's client.

    Raises:
        StaleReply: It is nobody they could write to.
        NotConsented: They have not agreed yet.

    """
    authorize(actor, Action.GET_HELP, CLINIC, (), now)
    way = await _way(uow, actor, person, to_id, now)
    other = await uow.people.get(to_id)
    hours = await _hours(uow, playbook, person, person.id if way.back else to_id)
    facts: dict[str, JsonValue] = {
        **hours,
        "name": other.name,
        "to_id": to_id,
        "client_id": way.client_id,
    }
    if way.back:
        facts["back"] = True
    await asking.begin(uow, playbook, person, LETTER, now, facts=facts)


async def written(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """Pass a message on, as far as the two still belong together."""
    words, to_id = _words(session), int(str(session.facts["to_id"]))
    await uow.answers.forget(session.id)
    if not words:
        await tell(uow, playbook, person, "circle-letter_stopped", now=now)
        return
    actor = await uow.people.actor(person.id)
    way = await _way(uow, actor, person, to_id, now)
    other = await uow.people.get(to_id)
    role = Role.COUNSELOR if way.back else Role.CLIENT
    action = Action.WRITE_TO_CLIENT if way.back else Action.WRITE_TO_COUNSELOR
    ref = f"person:{to_id}"
    await uow.trail.note(person.id, role, action, ref, now, client_id=way.client_id)
    await tell(
        uow,
        playbook,
        other,
        "circle-notice",
        now=now,
        lane=Lane.PROMPT,
        kind=LETTER,
        buttons=((Press("circle-notice.open", LETTER, (session.id,)),),),
        about_id=way.client_id,
        not_before=after_quiet(now, other.quiet_from, other.quiet_to, other.zone),
        dedupe=f"{LETTER}:{session.id}",
    )
    said = {"name": quote(other.name), **await _hours(uow, playbook, person, to_id)}
    key = "circle-letter_sent_back" if way.back else "circle-letter_sent"
    await tell(uow, playbook, person, key, now=now, words=said)


async def open_letter(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    session_id: str,
    now: datetime,
) -> None:
    """Show a message to the one it was written to.

    Raises:
        StaleReply: There is no such message for them.
        NotAllowed: They are no longer in that case.

    """
    session = await uow.sessions.get(session_id)
    if session is None or session.dialog != LETTER or session.facts.get("to_id") != person.id:
        raise StaleReply("no such message for them")
    client_id = int(str(session.facts["client_id"]))
    authorize(actor, Action.READ_LETTER, Subject(LETTER, client_id), (), now)
    sender = await uow.people.get(session.person_id)
    role = min(actor.roles_for(client_id))
    ref = f"person:{sender.id}"
    await uow.trail.note(person.id, role, Action.READ_LETTER, ref, now, client_id=client_id)
    at = session.touched_at.astimezone(ZoneInfo(person.zone))
    say, language = playbook.texts.say, person.language
    head = say(language, "circle-letter_from", name=quote(sender.name), at=f"{at:%Y-%m-%d %H:%M}")
    if session.facts.get("back") and person.phrase:
        head = f"{head}\n{say(language, 'discreet-proof', phrase=person.phrase)}"
    words = quote(_words(session), LONGEST)
    answer = Press("circle-letter_reply", WRITE, (str(sender.id),))
    message = replace(
        in_block(f"{head}\n\n{words}", words), rows=rows(playbook, language, [answer]), protect=True
    )
    await leave(uow, person, message, lane=Lane.REPLY, kind="card", now=now)


async def _way(uow: UnitOfWork, actor: Actor, person: Person, to_id: int, now: datetime) -> _Way:
    """Find out whose case a message belongs to; the two are in it, or there is no message."""
    if Role.COUNSELOR in actor.roles_for(to_id):
        authorize(actor, Action.WRITE_TO_CLIENT, Subject(LETTER, to_id), (), now)
        return _Way(to_id, back=True)
    authorize(actor, Action.WRITE_TO_COUNSELOR, Subject(LETTER, person.id), (), now)
    if await uow.plans.current(person.id) is None:
        raise NotConsented
    members = await people.around(uow, person.id, to_id)
    if not any(one.role is Role.COUNSELOR for one in members):
        raise StaleReply("no counselor of theirs")
    return _Way(person.id, back=False)


async def _hours(
    uow: UnitOfWork, playbook: Playbook, reader: Person, counselor_id: int
) -> dict[str, str]:
    """Word when a counselor works."""
    hours = (await uow.duty.of(counselor_id)).hours or playbook.ladders.working_hours
    names = [playbook.texts.say(reader.language, f"duty-day_{one}") for one in DAYS]
    days = [name for one, name in zip(DAYS, names, strict=True) if one in hours.days]
    return {
        "days": ", ".join(days),
        "from": f"{hours.begins:%H:%M}",
        "to": f"{hours.ends:%H:%M}",
    }


def _words(session: Session) -> str:
    said = (session.answer("words"), session.answer("answer"))
    return next((str(one.value) for one in said if one is not None and one.kind == "answered"), "")
