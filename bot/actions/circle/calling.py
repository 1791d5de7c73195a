"""Calling: a client asks for a call, or a supporter asks whether one is welcome.

Nothing is disclosed by it: each of them speaks for themselves, and only while they are in the same
circle. An answer is taken only to something that was asked, within a day or two, and each answer
once: an old button wears nobody down.
"""

from datetime import datetime, timedelta

from bot.actions.circle import people
from bot.actions.circle.people import SUPPORTERS
from bot.actions.news import say_nothing_new
from bot.actions.telling import Press, tell
from dialogs.care.access import CLINIC, Action, Subject, authorize
from dialogs.care.circle import CALLS_A_DAY
from dialogs.care.people import Actor, Person
from dialogs.care.rhythm import after_quiet
from dialogs.errors import StaleReply
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

CALL_ME, CALL_CARD, CALLS = "callme", "callcard", "calls"
MAY_I, MAY_SAY, SAID = "maycall", "maysay", "callsaid"
HOW = ("now", "later", "cannot")
YES_OR_NO = ("yes", "no")
DAY = timedelta(days=1)
STANDS = 2 * DAY
"""How long after it was asked for a call can be answered."""


async def call_me(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    person_id: int,
    now: datetime,
) -> None:
    """Ask a supporter, in a client's name, for a call.

    Raises:
        StaleReply: It is no supporter of theirs.

    """
    authorize(actor, Action.SET_CIRCLE, Subject("circle", person.id), (), now)
    members = await people.around(uow, person.id, person_id)
    if not any(one.role in SUPPORTERS for one in members):
        raise StaleReply("no supporter of theirs")
    other = await uow.people.get(person_id)
    ref, words = f"person:{person_id}", {"name": quote(other.name)}
    if await _asked_enough(uow, person, Action.ASK_TO_CALL, person.id, now, ref):
        await tell(uow, playbook, person, "circle-call_me_enough", now=now, words=words)
        return
    await uow.trail.note(person.id, "client", Action.ASK_TO_CALL, ref, now, client_id=person.id)
    at = int(now.timestamp())
    open_it = Press("family-notice.open", CALL_CARD, (str(person.id), str(at)))
    await tell(
        uow,
        playbook,
        other,
        "family-notice",
        now=now,
        lane=Lane.PROMPT,
        kind=CALL_CARD,
        buttons=((open_it,),),
        about_id=person.id,
        dedupe=_asked(CALL_CARD, person.id, person_id, at),
    )
    await tell(uow, playbook, person, "circle-call_me", now=now, words=words)


async def show_card(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    client_id: int,
    at: int,
    now: datetime,
) -> None:
    """Show a supporter who would like a call, with what they can say to it.

    ``at`` is when it was asked for, in seconds since 1970.
    """
    authorize(actor, Action.GET_HELP, CLINIC, (), now)
    asked = _asked(CALL_CARD, client_id, person.id, at)
    theirs = actor.roles_for(client_id) & SUPPORTERS
    if not theirs or not await uow.outbox.was_left(asked, now - STANDS):
        await say_nothing_new(uow, playbook, person, now)
        return
    client = await uow.people.get(client_id)
    which = (str(client_id), str(at))
    buttons = [[Press(f"family-call_me.{how}", CALLS, (*which, how))] for how in HOW]
    words = {"client": quote(client.name)}
    await tell(uow, playbook, person, "family-call_me", now=now, words=words, buttons=buttons)


async def calls(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    client_id: int,
    at: int,
    how: str,
    now: datetime,
) -> None:
    """Tell a client when their supporter calls, whom they asked at ``at`` (seconds since 1970).

    Raises:
        NotAllowed: They support nobody of that number.
        StaleReply: That cannot be said, or nobody has asked.

    """
    authorize(actor, Action.SEND_ENCOURAGEMENT, Subject("circle", client_id), (), now)
    asked = _asked(CALL_CARD, client_id, person.id, at)
    if how not in HOW or not await uow.outbox.was_left(asked, now - STANDS):
        raise StaleReply("that cannot be said")
    client = await uow.people.get(client_id)
    words = {"name": quote(person.name)}
    await tell(
        uow,
        playbook,
        client,
        f"circle-call_me_{how}",
        now=now,
        lane=Lane.PROMPT,
        words=words,
        dedupe=_said(asked, how),
    )
    theirs = {"client": quote(client.name)}
    await tell(uow, playbook, person, "family-call_thanks", now=now, words=theirs)


async def may_i(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    client_id: int,
    now: datetime,
) -> None:
    """Ask a client, in a supporter's name, whether a call is welcome.

    Raises:
        NotAllowed: They support nobody of that number.

    """
    authorize(actor, Action.SEND_ENCOURAGEMENT, Subject("circle", client_id), (), now)
    ref = f"call:{client_id}"
    if await _asked_enough(uow, person, Action.ASK_TO_CALL, client_id, now, ref):
        await tell(uow, playbook, person, "family-call_enough", now=now)
        return
    role = min(actor.roles_for(client_id))
    await uow.trail.note(person.id, role, Action.ASK_TO_CALL, ref, now, client_id=client_id)
    client = await uow.people.get(client_id)
    at = int(now.timestamp())
    who = (str(person.id), str(at))
    await tell(
        uow,
        playbook,
        client,
        "circle-may_call",
        now=now,
        lane=Lane.BULK,
        kind=MAY_I,
        words={"name": quote(person.name)},
        buttons=[[Press(f"circle-may_call.{how}", MAY_SAY, (*who, how))] for how in YES_OR_NO],
        about_id=person.id,
        not_before=after_quiet(now, client.quiet_from, client.quiet_to, client.zone),
        expires_at=now + DAY,
        dedupe=_asked(MAY_I, client_id, person.id, at),
    )
    words = {"client": quote(client.name)}
    await tell(uow, playbook, person, "family-call_asked", now=now, words=words)


async def may_say(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    person_id: int,
    at: int,
    how: str,
    now: datetime,
) -> None:
    """Tell a supporter whether a call is welcome, who asked at ``at`` (seconds since 1970).

    Raises:
        StaleReply: It is nobody of their circle, nobody has asked, or that cannot be said.

    """
    authorize(actor, Action.SET_CIRCLE, Subject("circle", person.id), (), now)
    await people.around(uow, person.id, person_id)
    asked = _asked(MAY_I, person.id, person_id, at)
    if how not in YES_OR_NO or not await uow.outbox.was_left(asked, now - STANDS):
        raise StaleReply("that cannot be said")
    other = await uow.people.get(person_id)
    open_it = Press("family-notice.open", SAID, (str(person.id), str(at), how))
    await tell(
        uow,
        playbook,
        other,
        "family-notice",
        now=now,
        lane=Lane.PROMPT,
        kind=SAID,
        buttons=((open_it,),),
        about_id=person.id,
        dedupe=_said(asked, how),
    )
    mine = {"name": quote(other.name)}
    await tell(uow, playbook, person, f"circle-may_call_{how}", now=now, words=mine)


async def show_answer(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    client_id: int,
    at: int,
    how: str,
    now: datetime,
) -> None:
    """Show a supporter what a client has said to their question of ``at`` (seconds since 1970)."""
    authorize(actor, Action.GET_HELP, CLINIC, (), now)
    said = _said(_asked(MAY_I, client_id, person.id, at), how)
    theirs = actor.roles_for(client_id) & SUPPORTERS
    if not theirs or not await uow.outbox.was_left(said, now - STANDS):
        await say_nothing_new(uow, playbook, person, now)
        return
    client = await uow.people.get(client_id)
    words = {"client": quote(client.name)}
    await tell(uow, playbook, person, f"family-call_{how}", now=now, words=words)


def _asked(what: str, client_id: int, person_id: int, at: int) -> str:
    """Name what was asked, so that only that can be answered."""
    return f"{what}:{client_id}:{person_id}:{at}"


def _said(asked: str, how: str) -> str:
    """Name an answer, so that it is passed on once."""
    return f"{asked}:{how}"


async def _asked_enough(
    uow: UnitOfWork, person: Person, action: Action, client_id: int, now: datetime, ref: str
) -> bool:
    asked = await uow.trail.count_of(person.id, action, client_id, now - DAY, ref)
    return asked >= CALLS_A_DAY
