"""The door: whoever opens an invitation is let in only by whoever gave it to them.

The newcomer is shown four digits, and nothing else: not who invited them, nor to what. They tell
them to their inviter, face to face or in a call, who types or taps them. So a link that went to the
wrong phone shows nothing there, and nobody comes in by having found one.
"""

from datetime import datetime

import structlog

from bot.actions import entering
from bot.actions.beats import AT_ONCE
from bot.actions.circle import moving
from bot.actions.entering import INVITE, RELINK, Door
from bot.actions.telling import Press, tell
from dialogs.care.access import CLINIC, Action, Subject, authorize
from dialogs.care.people import SYSTEM, Actor, Person, Role
from dialogs.errors import StaleReply
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.people import DIGITS, Pairing
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

MOST_WRONG = 3
AT_DOOR, PAD, NOT_THEM = "door", "pad", "nothem"
BACK = "x"
"""What the button holds by which the last digit is taken back."""

LONGEST_NAME = 40
_KIND = "door"
_KEYS = ("123", "456", "789", "0")


async def knock(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    door: Door,
    token: str,
    expires_at: datetime,
    now: datetime,
) -> None:
    """Show a newcomer their digits, and tell whoever invited them that somebody is there."""
    assert door.inviter_id is not None, "nobody confirms whom the clinic itself has invited"
    where = None if door.role is Role.CLIENT else door.client_id
    at_door = await uow.people.stand_at_door(
        token, door.role, where, door.inviter_id, person.id, expires_at, now
    )
    await _show(uow, playbook, person, at_door, now)
    inviter = await uow.people.get(door.inviter_id)
    open_it = Press("circle-someone.open", AT_DOOR, (at_door.ref,))
    await tell(uow, playbook, inviter, "circle-someone", now=now, kind=_KIND, buttons=((open_it,),))


async def show_digits(uow: UnitOfWork, playbook: Playbook, person: Person, now: datetime) -> bool:
    """Show somebody at the door their digits once more. Return whether they stand at one."""
    waiting = await uow.people.waiting(person.id, now)
    for at_door in waiting[:1]:
        await _show(uow, playbook, person, at_door, now)
    return bool(waiting)


async def look(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, ref: str, now: datetime
) -> None:
    """Show an inviter who is there, and ask for the digits.

    Raises:
        StaleReply: Nobody waits there any more.

    """
    at_door = await _theirs(uow, actor, person, ref, now)
    await _ask(uow, playbook, person, at_door, "", now)


async def press(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    ref: str,
    digits: str,
    clinic: str,
    now: datetime,
    *,
    shown_in: int | None = None,
) -> None:
    """Take one more digit; with the last of them it is decided.

    Raises:
        StaleReply: Nobody waits there any more, or these are no digits.

    """
    at_door = await _theirs(uow, actor, person, ref, now)
    typed = digits.removesuffix(BACK)[:-1] if digits.endswith(BACK) else digits
    if (typed and not (typed.isascii() and typed.isdigit())) or len(typed) > DIGITS:
        raise StaleReply("no digits")
    if len(typed) < DIGITS:
        await _ask(uow, playbook, person, at_door, typed, now, edits=shown_in)
        return
    await _decide(uow, playbook, person, at_door, typed, clinic, now)


async def typed(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    digits: str,
    clinic: str,
    now: datetime,
) -> bool:
    """Take four digits that somebody typed, if anybody waits for theirs.

    Returns:
        Whether they were taken. While a question is open, only the right ones are: others may be
        its answer.

    """
    authorize(actor, Action.GET_HELP, Subject("door", None), (), now)
    waiting = await uow.people.waiting_for(person.id, now)
    meant = next((one for one in waiting if one.code == digits), None)
    if meant is None and waiting and await uow.sessions.open_for(person.id) is None:
        meant = waiting[0]
    if meant is None:
        return False
    _may_confirm(actor, meant, now)
    await _decide(uow, playbook, person, meant, digits, clinic, now)
    return True


async def not_them(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, ref: str, now: datetime
) -> None:
    """Turn somebody away whom the inviter did not invite.

    Raises:
        StaleReply: Nobody waits there any more.

    """
    at_door = await _theirs(uow, actor, person, ref, now)
    await turn_away(uow, playbook, at_door, now)
    await tell(uow, playbook, person, "circle-not_them", now=now)


async def turn_away(uow: UnitOfWork, playbook: Playbook, at_door: Pairing, now: datetime) -> None:
    """Close the door on somebody: they hear what everybody hears whose invitation is no good."""
    newcomer = await uow.people.get(at_door.person_id)
    await uow.people.turn_away(at_door.ref)
    await tell(uow, playbook, newcomer, "errors-invitation_invalid", now=now)
    await moving.forget_name(uow, newcomer)


async def close_old(uow: UnitOfWork, _playbook: Playbook, now: datetime) -> int:
    """Forget who stood at doors whose invitation has run out. Return how many there were."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)
    over = await uow.people.doors_over(now, AT_ONCE)
    for at_door in over:
        await uow.people.turn_away(at_door.ref)
        if at_door.code is not None:
            await moving.forget_name(uow, await uow.people.get(at_door.person_id))
    return len(over)


async def _decide(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    at_door: Pairing,
    digits: str,
    clinic: str,
    now: datetime,
) -> None:
    if at_door.code == digits:
        await _let_in(uow, playbook, person, at_door, clinic, now)
        return
    left = MOST_WRONG - await uow.people.wrong_code(at_door.ref)
    log.info("wrong digits", person=person.id, left=left)
    if left > 0:
        await tell(uow, playbook, person, "circle-wrong_digits", now=now, words={"left": left})
        await _ask(uow, playbook, person, at_door, "", now)
        return
    await turn_away(uow, playbook, at_door, now)
    await tell(uow, playbook, person, "circle-closed", now=now)


async def _let_in(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    at_door: Pairing,
    clinic: str,
    now: datetime,
) -> None:
    if not await uow.people.confirm(at_door.ref, now):
        raise StaleReply("nobody waits there any more")
    newcomer = await uow.people.get(at_door.person_id)
    whose = newcomer.id if at_door.role is Role.CLIENT else at_door.client_id
    await uow.trail.note(
        person.id, "inviter", Action.CONFIRM_MEMBER, f"person:{newcomer.id}", now, client_id=whose
    )
    if at_door.again is not None:
        await moving.move(uow, playbook, person, newcomer, at_door.again, now)
        return
    await tell(uow, playbook, person, "circle-let_in", now=now, words={"name": _name(newcomer)})
    door = Door(at_door.role, whose, at_door.inviter_id, at_door.token, clinic)
    actor = await uow.people.actor(newcomer.id)
    await entering.become(uow, playbook, actor, newcomer, door, now)


async def _show(
    uow: UnitOfWork, playbook: Playbook, person: Person, at_door: Pairing, now: datetime
) -> None:
    assert at_door.code is not None, "it is wiped only when somebody is let in"
    words = {"code": " ".join(at_door.code)}
    await tell(uow, playbook, person, "circle-digits", now=now, kind=_KIND, words=words)


async def _ask(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    at_door: Pairing,
    typed: str,
    now: datetime,
    *,
    edits: int | None = None,
) -> None:
    """Ask an inviter for the digits, with keys to tap them; ``typed`` are those tapped so far."""
    newcomer = await uow.people.get(at_door.person_id)
    words = {
        "name": _name(newcomer),
        "role": at_door.role.value,
        "typed": " ".join([*typed, *"_" * (DIGITS - len(typed))]),
    }
    keys = [
        [Press("circle-key", PAD, (at_door.ref, typed + key), {"key": key}) for key in row]
        for row in _KEYS
    ]
    if typed:
        keys[-1].append(Press("circle-key_back", PAD, (at_door.ref, typed + BACK)))
    nobody = [Press("circle-not_them_button", NOT_THEM, (at_door.ref,))]
    key = "circle-who_is_it" if newcomer.name else "circle-who_is_it_unnamed"
    await tell(
        uow, playbook, person, key, now=now, words=words, buttons=[*keys, nobody], edits=edits
    )


async def _theirs(
    uow: UnitOfWork, actor: Actor, person: Person, ref: str, now: datetime
) -> Pairing:
    authorize(actor, Action.GET_HELP, CLINIC, (), now)
    at_door = await uow.people.at_door(ref, now)
    if at_door is None or at_door.inviter_id != person.id:
        raise StaleReply("nobody waits there for them")
    _may_confirm(actor, at_door, now)
    return at_door


def _may_confirm(actor: Actor, at_door: Pairing, now: datetime) -> None:
    """Let only somebody confirm who might still invite to that role."""
    action = INVITE[at_door.role] if at_door.again is None else RELINK[at_door.role]
    back_to_client = at_door.again if at_door.role is Role.CLIENT else None
    authorize(actor, action, Subject("door", back_to_client or at_door.client_id), (), now)


def _name(newcomer: Person) -> str:
    return quote(newcomer.name, LONGEST_NAME).replace("\n", " ")
