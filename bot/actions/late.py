"""Late: a check-in begun after its window, about then or about now, as its client says.

What is about then counts for the day on which it was asked; both are kept as late.
"""

from collections.abc import Mapping
from datetime import datetime

from pydantic import JsonValue

from bot.actions import asking, windows
from bot.actions.telling import Press, moment, tell
from dialogs.care.people import Person
from dialogs.engine.session import ABOUT, SHORT, Session
from dialogs.playbook import Playbook
from storage.check_ins import CheckIn
from storage.unit_of_work import UnitOfWork

VERB = "late"
"""The verb of the buttons that say when it is about."""

THEN, NOW = "then", "now"
_FULL = "full"


async def asks(uow: UnitOfWork, person: Person, check_in: CheckIn, now: datetime) -> bool:
    """Tell whether it must be asked when a late check-in is about.

    Not while something else is being asked, which goes first; and not where part of it was
    answered: in time, which was about then, or late, which was said.
    """
    if await asking.in_the_way(uow, person, now) is not None:
        return False
    own = await _own(uow, check_in)
    return own is None or all(answer.kind == "expired" for answer in own.answers)


async def ask(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    check_in: CheckIn,
    now: datetime,
    *,
    short: bool,
) -> None:
    """Ask, in one tap, when a late check-in is about; ``short`` is kept for the dialog."""
    when = {"when": moment(playbook, person, check_in.due_at, now)}
    length = SHORT if short else _FULL
    then, today = (
        Press(f"commands-late_which.{about}", VERB, (str(check_in.id), about, length), when)
        for about in (THEN, NOW)
    )
    await tell(
        uow,
        playbook,
        person,
        "commands-late_which",
        now=now,
        words=when,
        buttons=((then,), (today,)),
        check_in_id=check_in.id,
    )


async def facts(
    uow: UnitOfWork, check_in: CheckIn, about: str | None, more: Mapping[str, JsonValue]
) -> Mapping[str, JsonValue]:
    """Return what a late dialog is told: its own day, unless it is about now.

    One that was begun late before, and left, stays about what it was.
    """
    own = await _own(uow, check_in)
    if about is None and own is not None and own.facts.get(windows.LATE):
        about = THEN if own.facts.get(ABOUT) else NOW
    return more if about == NOW else {**more, ABOUT: check_in.local_date.isoformat()}


async def _own(uow: UnitOfWork, check_in: CheckIn) -> Session | None:
    return None if check_in.session_id is None else await uow.sessions.get(check_in.session_id)
