"""Yesterday: a check-in missed by anybody may be filled in once after the next has come.

Its row stays as missed as it was, with the late session attached: silence is not rewritten.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.actions import changing, windows
from bot.actions.telling import Press, tell
from dialogs.care.people import Person
from dialogs.engine.session import Session
from dialogs.playbook import Playbook
from storage.check_ins import CheckIn, CheckInState
from storage.unit_of_work import UnitOfWork

VERB = "fill"

FILLS = "fills"
"""The fact of a session that fills in a check-in after the next has come: its number."""

LOOK_BACK = timedelta(days=3)
"""How far back a check-in of yesterday's date can lie, wherever its client was."""

_PASSED = frozenset({CheckInState.MISSED, CheckInState.MISSED_BY_US})


async def fillable(uow: UnitOfWork, person: Person, now: datetime) -> CheckIn | None:
    """Return the check-in by which yesterday may be filled in now; None where it may not."""
    day = now.astimezone(ZoneInfo(person.zone)).date() - timedelta(days=1)
    theirs = [
        one
        for one in await uow.check_ins.for_client(person.id, now - LOOK_BACK)
        if one.dialog == changing.CHECK_IN and one.local_date == day
    ]
    if any(one.finished_at or one.filled_at for one in theirs):
        return None
    missed = [one for one in theirs if one.state in _PASSED]
    if not missed or not await windows.next_has_come(uow, missed[-1], now):
        return None
    return missed[-1]


def button(check_in: CheckIn) -> Press:
    """Return the button that opens it."""
    return Press("commands-yesterday.fill", VERB, (str(check_in.id),))


async def buttons(uow: UnitOfWork, person: Person, now: datetime) -> tuple[Press, ...]:
    """Return the row with *Fill in yesterday*, empty where there is nothing to fill in."""
    found = await fillable(uow, person, now)
    return () if found is None else (button(found),)


async def offer(uow: UnitOfWork, playbook: Playbook, person: Person, now: datetime) -> None:
    """Say that yesterday can be filled in, if it can; what was our miss is called ours."""
    found = await fillable(uow, person, now)
    if found is None:
        return
    ours = found.state is CheckInState.MISSED_BY_US
    key = "commands-yesterday_ours" if ours else "commands-yesterday"
    await tell(uow, playbook, person, key, now=now, buttons=((button(found),),))


async def filled(uow: UnitOfWork, session: Session, now: datetime) -> None:
    """Note that a day was filled in, if that is what a finished session did."""
    number = session.facts.get(FILLS)
    if isinstance(number, int) and session.parent is None:
        await uow.check_ins.mark(number, finished_at=now, session_id=session.id)


def is_of_no_check_in(session: Session) -> bool:
    """Tell whether a dialog may be taken for the check-in of its kind that comes meanwhile."""
    return session.check_in_id is None and FILLS not in session.facts
