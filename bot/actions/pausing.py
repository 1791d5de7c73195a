"""Pausing: nothing is asked for some days, because the client said so.

A pause ends by itself. /sos, /now and everything the client opens themselves work all the same.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.actions.telling import Press, tell
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.consent import Category, may_see
from dialogs.care.people import Actor, Person, Role
from dialogs.errors import NotConsented
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.check_ins import CheckInState
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

LONGEST = timedelta(days=14)
OFFERED = (1, 3, 7, 14)
PAUSE_CARD = "pausecard"

_NOT_BEGUN = frozenset({CheckInState.SENT, CheckInState.DELIVERED, CheckInState.OPENED})


def is_paused(person: Person, now: datetime) -> bool:
    """Tell whether somebody is not to be asked anything now."""
    return person.paused_until is not None and now < person.paused_until


async def offer(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Offer to pause for some days, or to end a pause.

    Raises:
        NotConsented: They have no plan yet, so nothing asks them anything.

    """
    authorize(actor, Action.PAUSE, Subject("times", person.id), (), now)
    plan = await uow.plans.current(person.id)
    if plan is None:
        raise NotConsented
    if is_paused(person, now):
        words = {"when": _local(person)}
        stop = Press("times-pause_end", "unpause")
        await tell(uow, playbook, person, "times-paused", now=now, words=words, buttons=[[stop]])
        return
    days = [Press("times-days", "setpause", (str(n),), {"n": n}) for n in OFFERED]
    key = "times-which_pause_told" if plan.tells_pause else "times-which_pause"
    await tell(uow, playbook, person, key, now=now, buttons=[days[:2], days[2:]])


async def pause(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, days: int, now: datetime
) -> None:
    """Ask nothing for so many days, 1 to 14; more is answered with what is possible."""
    authorize(actor, Action.PAUSE, Subject("times", person.id), (), now)
    await begin(uow, playbook, person, days, now)


async def begin(
    uow: UnitOfWork, playbook: Playbook, person: Person, days: int, now: datetime
) -> None:
    """Begin a pause that the client has just asked for."""
    length = timedelta(days=days)
    if not timedelta(0) < length <= LONGEST:
        await tell(
            uow, playbook, person, "times-pause_too_long", now=now, words={"n": LONGEST.days}
        )
        return
    paused = replace(person, paused_until=now + length)
    await uow.people.update(paused)
    await _let_go(uow, person)
    await _note(uow, person, now)
    words = {"when": _local(paused)}
    stop = Press("times-pause_end", "unpause")
    await tell(uow, playbook, person, "times-pause_set", now=now, words=words, buttons=[[stop]])
    plan = await uow.plans.current(person.id)
    if plan is not None and plan.tells_pause:
        await _tell_counselors(uow, playbook, paused, now)


async def go_on(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """End a pause before its time; after it, only say so."""
    authorize(actor, Action.PAUSE, Subject("times", person.id), (), now)
    if is_paused(person, now):
        await uow.people.update(replace(person, paused_until=None))
        await _note(uow, person, now)
    following = await uow.check_ins.next_for(person.id)
    if following is None:
        await tell(uow, playbook, person, "times-pause_over", now=now)
        return
    local = following.due_at.astimezone(ZoneInfo(person.zone))
    words = {"when": f"{local:%Y-%m-%d %H:%M}"}
    await tell(uow, playbook, person, "times-pause_over_next", now=now, words=words)


async def open_told(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    reader: Person,
    client_id: int,
    now: datetime,
) -> None:
    """Show a counselor until when a client takes a break, if they do and it is still shared.

    Raises:
        NotAllowed: It is no client of theirs.

    """
    grants = await uow.consents.of_client(client_id)
    authorize(actor, Action.SEE_CLIENT, Subject("times", client_id), grants, now)
    client = await uow.people.get(client_id)
    if not is_paused(client, now) or not may_see(
        grants, reader.id, client_id, Category.PRESENCE, now
    ):
        await tell(uow, playbook, reader, "family-gone", now=now)
        return
    place = f"person:{client_id}"
    await uow.trail.note(
        reader.id, Role.COUNSELOR, Action.SEE_CLIENT, place, now, client_id=client_id
    )
    words = {"client": quote(client.name), "when": _local(client)}
    await tell(uow, playbook, reader, "times-pause_told", now=now, words=words)


async def _let_go(uow: UnitOfWork, person: Person) -> None:
    """Take back what was asked already and not begun; a pause is nothing missed."""
    running = await uow.check_ins.running_for(person.id)
    if running is not None and running.state in _NOT_BEGUN:
        await uow.check_ins.mark(running.id, state=CheckInState.CANCELLED)
        await uow.outbox.cancel(check_in_id=running.id)


async def _tell_counselors(
    uow: UnitOfWork, playbook: Playbook, person: Person, now: datetime
) -> None:
    grants = await uow.consents.of_client(person.id)
    for member in await uow.people.members_of(person.id):
        grant = may_see(grants, member.person_id, person.id, Category.PRESENCE, now)
        if member.role is not Role.COUNSELOR or grant is None:
            continue
        counselor = await uow.people.get(member.person_id)
        open_it = Press("family-notice.open", PAUSE_CARD, (str(person.id),))
        await tell(
            uow,
            playbook,
            counselor,
            "family-notice",
            now=now,
            buttons=((open_it,),),
            lane=Lane.BULK,
            kind="pause",
            about_id=person.id,
            receipt=(Category.PRESENCE.value, grant.id),
        )


async def _note(uow: UnitOfWork, person: Person, now: datetime) -> None:
    place = f"person:{person.id}"
    await uow.trail.note(person.id, Role.CLIENT, Action.PAUSE, place, now, client_id=person.id)


def _local(person: Person) -> str:
    assert person.paused_until is not None
    return f"{person.paused_until.astimezone(ZoneInfo(person.zone)):%Y-%m-%d %H:%M}"
