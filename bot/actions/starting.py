"""Starting: a client opens a dialog, by the button of a prompt or by a command."""

from datetime import datetime

from bot.actions import asking, closing, meeting, windows
from bot.actions.telling import tell
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.people import Actor, Person
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
CHECK_IN = "daily_checkin"


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
    was = windows.passed_as(check_in, now)
    if check_in.state is CheckInState.FINISHED:
        await tell(uow, playbook, person, "commands-already_done", now=now)
    elif check_in.state not in WAITING | PASSED or await _is_over(uow, check_in, was, now):
        await tell(uow, playbook, person, "commands-prompt_too_late", now=now)
    elif check_in.state is not CheckInState.STARTED or not await _again(uow, playbook, person, now):
        turn = await meeting.open_check_in(uow, playbook, person, check_in, now, was=was)
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
    facts = await meeting.facts_for(uow, person, now)
    await asking.start(uow, playbook, person, CHECK_IN, now, facts=facts)


async def craving_now(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Open help for this moment; it goes before whatever was running."""
    authorize(actor, Action.START_DIALOG, Subject("craving", person.id), (), now)
    facts = await meeting.facts_for(uow, person, now)
    await asking.start(uow, playbook, person, CRAVING, now, facts=facts)


async def later(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, number: int, now: datetime
) -> None:
    """Ask again in half an hour; of what has begun or is over, say so instead.

    Raises:
        StaleReply: The check-in is not theirs.

    """
    authorize(actor, Action.START_DIALOG, Subject("check_in", person.id), (), now)
    check_in = await _theirs(uow, person, number)
    if check_in.state in NOT_BEGUN and windows.passed_as(check_in, now) is None:
        await windows.snooze(uow, playbook, person, check_in, now)
    else:
        await begin(uow, playbook, actor, person, number, now)


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
