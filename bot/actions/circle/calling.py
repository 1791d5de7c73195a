"""Calling: a client asks for a call, or a supporter asks whether one is welcome.

Nothing is disclosed by it: each of them speaks for themselves, and only while they are in the same
circle.
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
MAY_I, MAY_SAY = "maycall", "maysay"
HOW = ("now", "later", "cannot")
DAY = timedelta(days=1)


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
    open_it = Press("family-notice.open", CALL_CARD, (str(person.id),))
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
    )
    await tell(uow, playbook, person, "circle-call_me", now=now, words=words)


async def show_card(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    client_id: int,
    now: datetime,
) -> None:
    """Show a supporter who would like a call, with what they can say to it."""
    authorize(actor, Action.GET_HELP, CLINIC, (), now)
    if not actor.roles_for(client_id) & SUPPORTERS:
        await say_nothing_new(uow, playbook, person, now)
        return
    client = await uow.people.get(client_id)
    buttons = [[Press(f"family-call_me.{how}", CALLS, (str(client_id), how))] for how in HOW]
    words = {"client": quote(client.name)}
    await tell(uow, playbook, person, "family-call_me", now=now, words=words, buttons=buttons)


async def calls(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    client_id: int,
    how: str,
    now: datetime,
) -> None:
    """Tell a client when their supporter calls.

    Raises:
        NotAllowed: They support nobody of that number.
        StaleReply: That cannot be said.

    """
    authorize(actor, Action.SEND_ENCOURAGEMENT, Subject("circle", client_id), (), now)
    if how not in HOW:
        raise StaleReply("that cannot be said")
    client = await uow.people.get(client_id)
    words = {"name": quote(person.name)}
    await tell(
        uow, playbook, client, f"circle-call_me_{how}", now=now, lane=Lane.PROMPT, words=words
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
    who = str(person.id)
    await tell(
        uow,
        playbook,
        client,
        "circle-may_call",
        now=now,
        lane=Lane.BULK,
        kind=MAY_I,
        words={"name": quote(person.name)},
        buttons=[
            [Press("circle-may_call.yes", MAY_SAY, (who, "yes"))],
            [Press("circle-may_call.no", MAY_SAY, (who, "no"))],
        ],
        about_id=person.id,
        not_before=after_quiet(now, client.quiet_from, client.quiet_to, client.zone),
        expires_at=now + DAY,
    )
    words = {"client": quote(client.name)}
    await tell(uow, playbook, person, "family-call_asked", now=now, words=words)


async def may_say(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    person_id: int,
    how: str,
    now: datetime,
) -> None:
    """Tell a supporter whether a call is welcome.

    Raises:
        StaleReply: It is nobody of their circle, or nothing that can be said.

    """
    authorize(actor, Action.SET_CIRCLE, Subject("circle", person.id), (), now)
    await people.around(uow, person.id, person_id)
    if how not in {"yes", "no"}:
        raise StaleReply("that cannot be said")
    other = await uow.people.get(person_id)
    words = {"client": quote(person.name)}
    await tell(
        uow,
        playbook,
        other,
        f"family-call_{how}",
        now=now,
        lane=Lane.PROMPT,
        words=words,
        about_id=person.id,
    )
    mine = {"name": quote(other.name)}
    await tell(uow, playbook, person, f"circle-may_call_{how}", now=now, words=mine)


async def _asked_enough(
    uow: UnitOfWork, person: Person, action: Action, client_id: int, now: datetime, ref: str
) -> bool:
    asked = await uow.trail.count_of(person.id, action, client_id, now - DAY, ref)
    return asked >= CALLS_A_DAY
