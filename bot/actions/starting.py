"""Starting: a client opens a dialog, by the button of a prompt or by a command."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from pydantic import JsonValue

from bot.actions import (
    asking,
    bringing,
    changing,
    closing,
    late,
    meeting,
    putting_off,
    windows,
    yesterday,
)
from bot.actions.meeting import NOTHING_MORE
from bot.actions.telling import Press, tell
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.people import Actor, Person
from dialogs.engine.session import SHORT, Session
from dialogs.errors import StaleReply
from dialogs.playbook import Playbook
from storage.check_ins import CheckIn, CheckInState
from storage.unit_of_work import UnitOfWork

WAITING = frozenset(
    {CheckInState.SENT, CheckInState.DELIVERED, CheckInState.OPENED, CheckInState.STARTED}
)
NOT_BEGUN = WAITING - {CheckInState.STARTED}
PASSED = frozenset({CheckInState.MISSED, CheckInState.MISSED_BY_US})
CRAVING = "craving_now"
CHECK_IN = changing.CHECK_IN
ONCE_MORE = "again"

_CHANGE = "commands-closing.change"


async def begin(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    number: int,
    now: datetime,
) -> None:
    """Open the check-in behind a prompt's *Start*; late, if its window has passed.

    Raises:
        StaleReply: It is not theirs.

    """
    authorize(actor, Action.START_DIALOG, Subject("check_in", person.id), (), now)
    check_in = await _theirs(uow, person, number)
    await _begin(uow, playbook, person, check_in, now, NOTHING_MORE)


async def begin_late(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    number: int,
    about: str,
    length: str,
    now: datetime,
) -> None:
    """Open a check-in whose window has passed, as the person says when it is about.

    Args:
        uow: The open unit of work.
        playbook: Dialogs and words.
        actor: Who taps.
        person: The same, as somebody to write to.
        number: The check-in.
        about: ``then`` for its own day; whatever else is now.
        length: ``short`` for the short version.
        now: The instant of the tap.

    Raises:
        StaleReply: It is not theirs.

    """
    authorize(actor, Action.START_DIALOG, Subject("check_in", person.id), (), now)
    check_in = await _theirs(uow, person, number)
    more: dict[str, JsonValue] = {SHORT: True} if length == SHORT else {}
    await _begin(uow, playbook, person, check_in, now, more, about=about)


async def begin_short(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    number: int,
    now: datetime,
) -> None:
    """Open the check-in behind a prompt or a reminder in its short version.

    One that was begun already goes on as it is.

    Raises:
        StaleReply: It is not theirs.

    """
    authorize(actor, Action.START_DIALOG, Subject("check_in", person.id), (), now)
    await _begin(uow, playbook, person, await _theirs(uow, person, number), now, {SHORT: True})


async def _begin(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    check_in: CheckIn,
    now: datetime,
    more: Mapping[str, JsonValue],
    *,
    about: str | None = None,
) -> None:
    """Begin a check-in; ``about`` says when a late one is about, None: that is to be asked."""
    was = windows.passed_as(check_in, now)
    if check_in.state is CheckInState.FINISHED:
        await _say_done(uow, playbook, person, check_in, now)
    elif check_in.state not in WAITING | PASSED or await _is_over(uow, check_in, was, now):
        await tell(uow, playbook, person, "commands-prompt_too_late", now=now)
    elif was is not None and about is None and await late.asks(uow, person, check_in, now):
        await late.ask(uow, playbook, person, check_in, now, short=SHORT in more)
    elif check_in.state is not CheckInState.STARTED or not await _again(uow, playbook, person, now):
        more = await late.facts(uow, check_in, about, more) if was is not None else more
        turn = await meeting.open_check_in(uow, playbook, person, check_in, now, was=was, more=more)
        if turn is not None:
            await closing.finish(uow, playbook, person, turn, now)


async def check_in_now(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Open the check-in that waits, else one between times."""
    authorize(actor, Action.START_DIALOG, Subject("check_in", person.id), (), now)
    waiting = await uow.check_ins.running_for(person.id)
    if waiting is not None:
        await begin(uow, playbook, actor, person, waiting.id, now)
        return
    if await closing.go_on(uow, playbook, person, now):
        return
    done = await _done_today(uow, person, now)
    if done is not None:
        await _offer_change(uow, playbook, person, done, now)
        return
    await yesterday.offer(uow, playbook, person, now)
    await _begin_between(uow, playbook, person, CHECK_IN, now)


async def once_more(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Open one between times, though today's is done."""
    authorize(actor, Action.START_DIALOG, Subject("check_in", person.id), (), now)
    await _begin_between(uow, playbook, person, CHECK_IN, now)


async def craving_now(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Open help for this moment; it goes before whatever was running."""
    authorize(actor, Action.START_DIALOG, Subject("craving", person.id), (), now)
    await _begin_between(uow, playbook, person, CRAVING, now)


async def later(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    number: int,
    now: datetime,
    *,
    how: str | None = None,
    shown_in: int | None = None,
) -> None:
    """Put a check-in off, or show until when it may be; of what is begun or over, say so instead.

    Args:
        uow: The open unit of work.
        playbook: Dialogs and words.
        actor: Who taps.
        person: The same, as somebody to write to.
        number: The check-in.
        now: The instant of the tap.
        how: Which of the times shown was chosen, see `Snooze`; None: they are to be shown.
        shown_in: The message that was tapped.

    Raises:
        StaleReply: The check-in is not theirs.

    """
    authorize(actor, Action.START_DIALOG, Subject("check_in", person.id), (), now)
    check_in = await _theirs(uow, person, number)
    if check_in.state not in NOT_BEGUN or windows.passed_as(check_in, now) is not None:
        await begin(uow, playbook, actor, person, number, now)
        return
    where = (uow, playbook, person, check_in)
    if how is None:
        await putting_off.offer(*where, now, shown_in=shown_in)
    else:
        await putting_off.choose(*where, how, now, shown_in=shown_in)


async def _theirs(uow: UnitOfWork, person: Person, number: int) -> CheckIn:
    check_in = await uow.check_ins.get(number)
    if check_in is None or check_in.client_id != person.id:
        raise StaleReply("no such check-in of theirs")
    return check_in


async def _is_over(
    uow: UnitOfWork, check_in: CheckIn, was: CheckInState | None, now: datetime
) -> bool:
    """Tell whether it is too late even for a late answer: the next one has come."""
    return was is not None and await windows.next_has_come(uow, check_in, now)


async def _again(uow: UnitOfWork, playbook: Playbook, person: Person, now: datetime) -> bool:
    """Show what is open below everything else; return whether anything was."""
    session = await uow.sessions.open_for(person.id)
    if session is not None:
        await asking.show_again(uow, playbook, person, session, now)
    return session is not None


async def _begin_between(
    uow: UnitOfWork, playbook: Playbook, person: Person, dialog: str, now: datetime
) -> None:
    """Open a dialog that no check-in planned."""
    facts = await bringing.facts_for(uow, playbook, person, dialog, now)
    turn = await asking.begin(uow, playbook, person, dialog, now, facts=facts)
    await closing.finish(uow, playbook, person, turn, now)


async def _done_today(uow: UnitOfWork, person: Person, now: datetime) -> Session | None:
    """Return the check-in that was done last today, if its answers can be changed."""
    zone = ZoneInfo(person.zone)
    done = [
        one
        for one in await uow.check_ins.for_client(person.id, now - changing.WITHIN)
        if one.state is CheckInState.FINISHED
        and one.finished_at is not None
        and one.finished_at.astimezone(zone).date() == now.astimezone(zone).date()
    ]
    return await _changeable(uow, done[-1], now) if done else None


async def _changeable(uow: UnitOfWork, check_in: CheckIn, now: datetime) -> Session | None:
    number = check_in.session_id
    session = None if number is None else await uow.sessions.get(number)
    return session if session is not None and changing.may_change(session, now) else None


async def _say_done(
    uow: UnitOfWork, playbook: Playbook, person: Person, check_in: CheckIn, now: datetime
) -> None:
    session = await _changeable(uow, check_in, now)
    change = () if session is None else ((changing.button(_CHANGE, session.id),),)
    await tell(uow, playbook, person, "commands-already_done", now=now, buttons=change)


async def _offer_change(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    change = changing.button(_CHANGE, session.id)
    again = Press("commands-done_today.again", ONCE_MORE)
    rows = ((change,), (again,), await yesterday.buttons(uow, person, now))
    await tell(uow, playbook, person, "commands-done_today", now=now, buttons=rows)
