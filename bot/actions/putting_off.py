"""Putting off: *Later* shows what is possible within the window, the second tap chooses.

Where only one time is possible it is taken at once; where none is, the check-in can be begun now.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.actions import windows
from bot.actions.check_ins import REMINDER
from bot.actions.telling import Press, clock_time, tell
from dialogs.care.people import Person
from dialogs.care.putting_off import Snooze, offered
from dialogs.care.rhythm import WINDOWS
from dialogs.engine.session import Session
from dialogs.playbook import Playbook
from storage.check_ins import CheckIn, CheckInState
from storage.unit_of_work import UnitOfWork

VERB = "snooze"
"""The verb of the buttons that choose how long."""

_TODAY = "commands-prompt_putting_off"

Choice = tuple[Snooze, datetime]


async def offer(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    check_in: CheckIn,
    now: datetime,
    *,
    shown_in: int | None,
) -> None:
    """Show until when a check-in may be put off, in place of its prompt.

    Args:
        uow: The open unit of work.
        playbook: Words.
        person: Whose it is.
        check_in: Invited, and still open.
        now: The instant of the tap.
        shown_in: The message that was tapped.

    """
    choices = _choices(person, check_in, now)
    if len(choices) < 2:  # noqa: PLR2004 - nothing to choose between
        await _take(uow, playbook, person, check_in, choices, now, shown_in=shown_in)
        return
    if check_in.opened_at is None:
        await uow.check_ins.mark(check_in.id, opened_at=now)
    start = Press("commands-prompt.start", "begin", (str(check_in.id),))
    await tell(
        uow,
        playbook,
        person,
        _TODAY,
        now=now,
        buttons=(*_rows(person, check_in, choices), (start,)),
        edits=await _prompt(uow, check_in, shown_in),
    )


async def choose(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    check_in: CheckIn,
    how: str,
    now: datetime,
    *,
    shown_in: int | None,
) -> None:
    """Ask again when the person chose; what is no longer possible is answered with what is."""
    choices = _choices(person, check_in, now)
    chosen = [one for one in choices if one[0] == how]
    await _take(uow, playbook, person, check_in, chosen or choices, now, shown_in=shown_in)


async def postpone(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """Set a check-in that was begun aside for as short as may be, and offer what is longer."""
    check_in = None
    if session.check_in_id is not None:
        check_in = await uow.check_ins.get(session.check_in_id)
    if check_in is None or session.facts.get(windows.LATE):
        await tell(uow, playbook, person, "commands-set_aside", now=now)
        return
    choices = _choices(person, check_in, now)
    await _take(uow, playbook, person, check_in, choices, now, shown_in=None, others=choices[1:])


def _choices(person: Person, check_in: CheckIn, now: datetime) -> Sequence[Choice]:
    """Return what is possible, the soonest first."""
    invited_at = check_in.invited_at or now
    as_late_as_may_be = now + WINDOWS.not_started + WINDOWS.started
    closes_at = WINDOWS.closes_at(invited_at, check_in.started_at, as_late_as_may_be)
    return offered(now, closes_at, person.quiet_from, person.quiet_to, person.zone)


def _rows(
    person: Person, check_in: CheckIn, choices: Sequence[Choice]
) -> tuple[tuple[Press, ...], ...]:
    """Return a button for each, in a row of its own, with its time."""
    return tuple(
        (
            Press(
                f"{_TODAY}.{how}",
                VERB,
                (str(check_in.id), how.value),
                {"time": clock_time(person, again)},
            ),
        )
        for how, again in choices
    )


async def _take(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    check_in: CheckIn,
    choices: Sequence[Choice],
    now: datetime,
    *,
    shown_in: int | None,
    others: Sequence[Choice] = (),
) -> None:
    """Ask again at the first of these times; without any, offer it now."""
    edits = await _prompt(uow, check_in, shown_in)
    if not choices:
        await _offer_now(uow, playbook, person, check_in, now, edits=edits)
        return
    _, again = choices[0]
    await uow.check_ins.mark(
        check_in.id,
        state=CheckInState.DELIVERED,
        opened_at=check_in.opened_at or now,
        remind_at=again,
        reminded_at=None,
        closes_at=WINDOWS.closes_at(check_in.invited_at or now, check_in.started_at, again),
    )
    start = Press("commands-prompt.start", "begin", (str(check_in.id),))
    await tell(
        uow,
        playbook,
        person,
        "commands-prompt_later",
        now=now,
        buttons=_rows(person, check_in, others) if edits is None else ((start,),),
        words={"time": clock_time(person, again)},
        edits=edits,
        check_in_id=check_in.id if edits is None else None,
    )


async def _prompt(uow: UnitOfWork, check_in: CheckIn, shown_in: int | None) -> int | None:
    """Return the message that was tapped, if it is one of this check-in's."""
    prompts = await uow.outbox.prompts_of(check_in.id)
    return shown_in if shown_in in prompts else None


async def _offer_now(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    check_in: CheckIn,
    now: datetime,
    *,
    edits: int | None,
) -> None:
    closes_at = WINDOWS.closes_at(check_in.invited_at or now, check_in.started_at, now)
    await tell(
        uow,
        playbook,
        person,
        "commands-prompt_now",
        now=now,
        kind=REMINDER,
        buttons=((Press("commands-prompt_now.start", "begin", (str(check_in.id),)),),),
        words={"time": clock_time(person, closes_at)},
        edits=edits,
        check_in_id=check_in.id if edits is None else None,
    )
