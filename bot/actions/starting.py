"""Starting: a client opens a dialog, by the button of a prompt or by a command."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from pydantic import JsonValue

from bot.actions import asking, check_ins, closing
from bot.actions.telling import tell
from dialogs import check_in as todays
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.people import Actor, Person
from dialogs.care.rhythm import WINDOWS
from dialogs.errors import NotConsented, StaleReply
from dialogs.playbook import Playbook
from storage.check_ins import CheckIn, CheckInState
from storage.unit_of_work import UnitOfWork

WAITING = frozenset(
    {CheckInState.SENT, CheckInState.DELIVERED, CheckInState.OPENED, CheckInState.STARTED}
)
NOT_BEGUN = WAITING - {CheckInState.STARTED}
LOOK_BACK = timedelta(days=14)
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
    """Open the check-in behind a prompt's *Start*.

    Raises:
        StaleReply: It is not theirs.

    """
    authorize(actor, Action.START_DIALOG, Subject("check_in", person.id), (), now)
    check_in = await _theirs(uow, person, number)
    if check_in.state is CheckInState.FINISHED:
        await tell(uow, playbook, person, "commands-already_done", now=now)
    elif check_in.state not in WAITING:
        await tell(uow, playbook, person, "commands-prompt_too_late", now=now)
    elif check_in.state is not CheckInState.STARTED or not await _again(uow, playbook, person, now):
        await _open(uow, playbook, person, check_in, now)


async def check_in_now(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Open the check-in that waits, else one between times."""
    authorize(actor, Action.START_DIALOG, Subject("check_in", person.id), (), now)
    waiting = await uow.check_ins.running_for(person.id)
    if waiting is not None:
        await begin(uow, playbook, actor, person, waiting.id, now)
        return
    if await closing.take_up(uow, playbook, person, now):
        return
    facts = await facts_for(uow, person, now)
    await asking.start(uow, playbook, person, CHECK_IN, now, facts=facts)


async def craving_now(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Open help for this moment; it goes before whatever was running."""
    authorize(actor, Action.START_DIALOG, Subject("craving", person.id), (), now)
    facts = await facts_for(uow, person, now)
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
    if check_in.state in NOT_BEGUN:
        await check_ins.snooze(uow, playbook, person, check_in, now)
    else:
        await begin(uow, playbook, actor, person, number, now)


async def facts_for(uow: UnitOfWork, person: Person, now: datetime) -> Mapping[str, JsonValue]:
    """Return what a dialog may ask this person about today, drawn from their plan.

    Raises:
        NotConsented: They have not said yes to anything yet, so there is no plan.

    """
    plan = await uow.plans.current(person.id)
    if plan is None:
        raise NotConsented
    readings = await uow.answers.readings(person.id, now - LOOK_BACK)
    today = now.astimezone(ZoneInfo(person.zone)).date()
    facts = todays.facts_for(plan, readings, today, seed=person.id)
    return {**facts, **await _counselor(uow, person)}


async def _theirs(uow: UnitOfWork, person: Person, number: int) -> CheckIn:
    check_in = await uow.check_ins.get(number)
    if check_in is None or check_in.client_id != person.id:
        raise StaleReply("no such check-in of theirs")
    return check_in


async def _counselor(uow: UnitOfWork, person: Person) -> dict[str, JsonValue]:
    name = await asking.counselor_name(uow, person)
    return {"counselor": name} if name else {}


async def _open(
    uow: UnitOfWork, playbook: Playbook, person: Person, check_in: CheckIn, now: datetime
) -> None:
    if check_in.session_id is not None and await closing.take_up(uow, playbook, person, now):
        await check_ins.settle_prompts(uow, playbook, person, check_in, "started", now)
        await uow.check_ins.mark(check_in.id, state=CheckInState.STARTED)
        return
    facts = await facts_for(uow, person, now)
    session = await asking.start(
        uow, playbook, person, check_in.dialog, now, facts=facts, check_in_id=check_in.id
    )
    if session.check_in_id != check_in.id:
        return
    await check_ins.settle_prompts(uow, playbook, person, check_in, "started", now)
    await uow.check_ins.mark(
        check_in.id,
        state=CheckInState.STARTED,
        opened_at=now,
        started_at=now,
        session_id=session.id,
        closes_at=WINDOWS.closes_at(check_in.invited_at or now, now, now),
    )


async def _again(uow: UnitOfWork, playbook: Playbook, person: Person, now: datetime) -> bool:
    """Show what is open below everything else; return whether anything was."""
    session = await uow.sessions.open_for(person.id)
    if session is not None:
        await asking.show_again(uow, playbook, person, session, now)
    return session is not None
