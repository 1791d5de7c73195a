"""On call: who is asked when a client's own counselor is not there, now and next.

One person at a time. Whoever is asked to take over says yes first; until then nothing changes.
"""

from datetime import datetime, time

from bot.actions import climbing, returning
from bot.actions.reaching import who_is_on_call
from bot.actions.telling import Press, moment, shown_name, tell
from dialogs.care.access import CLINIC, Action, authorize
from dialogs.care.duty import Shift
from dialogs.care.people import SYSTEM, Actor, Person, PersonState, Role
from dialogs.errors import StaleReply
from dialogs.messages import quote
from dialogs.moments import span_in
from dialogs.playbook import Playbook
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

ON_CALL = "on_call"
"""The fact of the installation that says who was on call when it was looked at last."""

DUTY = "duty"
"""The kind of an outbox row that tells staff of a change among themselves."""

MOST_NEXT = 5
MOST_COLLEAGUES = 20


async def show(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Show who is on call now and next, with what this person can do about it."""
    authorize(actor, Action.SET_DUTY, CLINIC, (), now)
    present, shift = await _present(uow, now)
    coming = await uow.duty.coming(now, MOST_NEXT)
    names = await uow.people.many({one.person_id for one in coming} | {present or 0})
    say, language = playbook.texts.say, person.language
    line = say(language, "duty-on_call_nobody")
    if present is not None:
        until = _until(playbook, person, shift, now)
        name = shown_name(names, present)
        line = say(language, "duty-on_call_now", name=name, until=until)
    following = say(language, "duty-on_call_none_next")
    if coming:
        words = {
            "name": shown_name(names, coming[0].person_id),
            "from": moment(playbook, person, coming[0].begins_at, now),
        }
        following = say(language, "duty-on_call_next", **words)
    first = "hand" if present == person.id else "take"
    rows = [[_press(first, f"oncall_{first}")], [_press("test", "oncall_test")]]
    rows += [[_drop(playbook, person, one, now)] for one in coming if one.person_id == person.id]
    words = {"now": line, "next": following}
    await tell(uow, playbook, person, "duty-on_call", now=now, words=words, buttons=rows)


async def typed(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, text: str, now: datetime
) -> None:
    """Put this person down for the turn they typed; one that begins now begins at once."""
    authorize(actor, Action.SET_DUTY, CLINIC, (), now)
    begins, ends = span_in(
        text, playbook.texts, person.language, person.zone, now, morning=_morning(playbook)
    )
    if ends is None:
        await tell(uow, playbook, person, "duty-on_call_unread", now=now)
    elif begins is None:
        await _take(uow, playbook, person, now, until=ends)
    else:
        shift = await uow.duty.add_shift(Shift(0, person.id, begins, ends))
        await _noted(uow, person, shift, now)
        words = {
            "from": moment(playbook, person, begins, now),
            "to": moment(playbook, person, ends, now),
        }
        await tell(uow, playbook, person, "duty-on_call_planned", now=now, words=words)


async def take_over(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Let somebody be on call from now on, until somebody else takes over."""
    authorize(actor, Action.SET_DUTY, CLINIC, (), now)
    await _take(uow, playbook, person, now)


async def drop(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, number: int, now: datetime
) -> None:
    """Give up a turn of one's own that has not begun.

    Raises:
        StaleReply: There is no such turn any more.

    """
    authorize(actor, Action.SET_DUTY, CLINIC, (), now)
    if not await uow.duty.drop_shift(number, person.id, now):
        raise StaleReply("no such turn any more")
    await tell(uow, playbook, person, "duty-on_call_dropped", now=now)


async def offer_to_others(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Ask whoever is on call who is to take over."""
    authorize(actor, Action.SET_DUTY, CLINIC, (), now)
    others = await _others(uow, person, now)
    rows = [[_press_to(one)] for one in others[:MOST_COLLEAGUES]]
    key = "duty-on_call_hand_to" if others else "duty-on_call_nobody_else"
    await tell(uow, playbook, person, key, now=now, buttons=rows)


async def ask(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, other_id: int, now: datetime
) -> None:
    """Ask a colleague to take over; until they say yes nothing changes.

    Raises:
        StaleReply: There is no such colleague, or somebody else is on call by now.

    """
    authorize(actor, Action.SET_DUTY, CLINIC, (), now)
    present, shift = await _present(uow, now)
    other = next((one for one in await _others(uow, person, now) if one.id == other_id), None)
    if other is None or present != person.id:
        raise StaleReply("nobody to hand over to, or nothing to hand over")
    words = {"name": quote(person.name), "until": _until(playbook, other, shift, now)}
    answers = [[_answer("yes", person), _answer("no", person)]]
    await tell(
        uow,
        playbook,
        other,
        "duty-on_call_ask",
        now=now,
        lane=Lane.PROMPT,
        kind=DUTY,
        words=words,
        buttons=answers,
    )
    words = {"name": quote(other.name)}
    await tell(uow, playbook, person, "duty-on_call_asked", now=now, words=words)


async def answer(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    asker_id: int,
    how: str,
    now: datetime,
) -> None:
    """Take a colleague's yes or no to being on call in somebody's place."""
    authorize(actor, Action.SET_DUTY, CLINIC, (), now)
    present, shift = await _present(uow, now)
    if present != asker_id:
        await tell(uow, playbook, person, "duty-on_call_not_any_more", now=now)
        return
    if how == "yes":
        await _take(uow, playbook, person, now, until=shift.ends_at if shift else None, from_=shift)
        return
    for asker in (await uow.people.many([asker_id])).values():
        words = {"name": quote(person.name)}
        key = "duty-on_call_declined"
        await tell(uow, playbook, asker, key, now=now, lane=Lane.PROMPT, kind=DUTY, words=words)
        words = {"name": quote(asker.name)}
        await tell(uow, playbook, person, "duty-on_call_said_no", now=now, words=words)


async def change_over(uow: UnitOfWork, playbook: Playbook, now: datetime) -> int:
    """Notice that somebody else is on call: by the clock, or because somebody is gone. Return 0."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)
    if await noticed(uow, playbook, now):
        present, shift = await _present(uow, now)
        for person in (await uow.people.many([present or 0])).values():
            until = _until(playbook, person, shift, now)
            words = {"until": until}
            key = "duty-on_call_you"
            await tell(
                uow, playbook, person, key, now=now, lane=Lane.PROMPT, kind=DUTY, words=words
            )
    return 0


async def noticed(uow: UnitOfWork, playbook: Playbook, now: datetime) -> bool:
    """Let everything follow from it that somebody else is on call. Return whether that is so."""
    present = str(await who_is_on_call(uow, now))
    known = await uow.meta.get(ON_CALL)
    if known == present:
        return False
    await uow.meta.set(ON_CALL, present)
    if known is None and present == str(None):
        return False
    await uow.plans.cards_lost()
    await climbing.others_on_call(uow, playbook, now)
    await returning.revive(uow, playbook, await uow.alerts.all_open(climbing.MOST_OPEN), now)
    return True


async def _take(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    now: datetime,
    *,
    until: datetime | None = None,
    from_: Shift | None = None,
) -> None:
    """Begin somebody's turn; what has no end yet, or is handed over, ends with it."""
    before = await who_is_on_call(uow, now)
    for running in await uow.duty.running(now):
        if until is None or running.id == (from_.id if from_ else 0):
            await uow.duty.end_shift(running.id, now)
    shift = await uow.duty.add_shift(Shift(0, person.id, now, until))
    await _noted(uow, person, shift, now)
    words = {"until": _until(playbook, person, shift, now)}
    await tell(uow, playbook, person, "duty-on_call_you", now=now, words=words)
    for other in (await uow.people.many({before or 0} - {person.id})).values():
        words = {"name": quote(person.name)}
        key = "duty-on_call_over"
        await tell(uow, playbook, other, key, now=now, lane=Lane.PROMPT, kind=DUTY, words=words)
    await noticed(uow, playbook, now)


async def _present(uow: UnitOfWork, now: datetime) -> tuple[int | None, Shift | None]:
    """Return who is on call, and by which turn."""
    present = await who_is_on_call(uow, now)
    theirs = [one for one in await uow.duty.running(now) if one.person_id == present]
    return present, max(theirs, key=lambda one: (one.begins_at, one.id), default=None)


async def _others(uow: UnitOfWork, person: Person, now: datetime) -> list[Person]:
    staff = await uow.people.staff(Role.COUNSELOR)
    away = await uow.duty.away({one.id for one in staff}, now)
    return [
        one
        for one in staff
        if one.id != person.id and one.id not in away and one.state is PersonState.ACTIVE
    ]


async def _noted(uow: UnitOfWork, person: Person, shift: Shift, now: datetime) -> None:
    ref = f"shift:{shift.id}"
    await uow.trail.note(person.id, Role.COUNSELOR, Action.SET_DUTY, ref, now)


def _until(playbook: Playbook, reader: Person, shift: Shift | None, now: datetime) -> str:
    if shift is None or shift.ends_at is None:
        return "open"
    return moment(playbook, reader, shift.ends_at, now)


def _morning(playbook: Playbook) -> time:
    return playbook.ladders.working_hours.begins


def _press(label: str, verb: str, *args: str, **words: str) -> Press:
    return Press(f"duty-on_call.{label}", verb, args, words)


def _drop(playbook: Playbook, person: Person, shift: Shift, now: datetime) -> Press:
    when = moment(playbook, person, shift.begins_at, now)
    return _press("drop", "oncall_drop", str(shift.id), when=when)


def _press_to(other: Person) -> Press:
    words = {"name": quote(other.name)}
    return Press("duty-on_call_hand_to.who", "oncall_ask", (str(other.id),), words)


def _answer(how: str, asker: Person) -> Press:
    return Press(f"duty-on_call_ask.{how}", "oncall_is", (str(asker.id), how))
