"""Meetings: a check-in comes upon a running dialog, or a dialog ends and others have waited.

What happens is declared in the check-in's dialog (``meeting``): ``interrupt`` sets the running one
aside, ``queue`` waits until it is over, ``skip`` is left out this time. Only one dialog asks at a
time; whatever was set aside or waits comes to its turn by itself.
"""

from collections.abc import Mapping, Set
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from pydantic import JsonValue

from bot.actions import asking, bringing, check_ins, keeping, windows, yesterday
from bot.actions.beats import AT_ONCE, by_number, each
from bot.actions.telling import moment, tell
from dialogs.care.access import CLINIC, Action, authorize
from dialogs.care.people import SYSTEM, Person
from dialogs.care.rhythm import in_quiet_hours
from dialogs.engine.session import ABOUT, Session, Turn
from dialogs.errors import UnknownDialog
from dialogs.playbook import Playbook
from storage.check_ins import CheckIn, CheckInState
from storage.claims import Due
from storage.unit_of_work import UnitOfWork

NOTHING_MORE: Mapping[str, JsonValue] = {}


async def open_check_in(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    check_in: CheckIn,
    now: datetime,
    *,
    was: CheckInState | None = None,
    more: Mapping[str, JsonValue] = NOTHING_MORE,
) -> Turn | None:
    """Open a check-in that somebody wants to begin, as its dialog meets the one that is running.

    Args:
        uow: The open unit of work.
        playbook: Dialogs and words.
        person: Whose it is.
        check_in: Which one.
        now: The instant of the tap.
        was: What it counted as when its window had passed; None: it is in time.
        more: Facts beside those of the plan: the short version is wanted, the day it is about.

    Returns:
        The turn by which it began or was taken up again; None where something else goes first.

    """
    running = await asking.in_the_way(uow, person, now)
    if running is None:
        return await _begin(uow, playbook, person, check_in, now, was, more)
    if running.dialog == check_in.dialog and yesterday.is_of_no_check_in(running) and was is None:
        running = await _adopt(uow, check_in, running, now)
        await asking.show_again(uow, playbook, person, running, now)
        await check_ins.settle_prompts(uow, playbook, person, check_in, "started", now)
        return None
    meeting = playbook.player(check_in.dialog).dialog.meeting
    if meeting == "interrupt" and running.dialog != check_in.dialog:
        return await _begin(uow, playbook, person, check_in, now, was, more)
    if was is not None:
        await asking.show_again(uow, playbook, person, running, now, key="commands-first_this")
    elif meeting == "skip":
        await _leave_out(uow, playbook, person, check_in, running, now)
    else:
        await _wait(uow, playbook, person, check_in, running, now)
    return None


async def next_turn(
    uow: UnitOfWork, playbook: Playbook, person: Person, now: datetime
) -> Turn | None:
    """Take up the newest dialog that was set aside, else begin the check-in that waits its turn.

    Returns:
        The turn by which it goes on; None where nothing waits, or something is being asked.

    """
    if await uow.sessions.open_for(person.id) is not None:
        return None
    stays: set[str] = set()
    while aside := await _set_aside(uow, person, stays):
        if await _may_come_back(uow, aside, now):
            return await _come_back(uow, playbook, person, aside, now)
        stays.add(aside.id)
    return await begin_queued(uow, playbook, person, now)


async def begin_queued(
    uow: UnitOfWork, playbook: Playbook, person: Person, now: datetime
) -> Turn | None:
    """Begin the check-in that waits its turn, if there is one and its window is still open."""
    waiting = await _queued(uow, person, now)
    if not waiting:
        return None
    await tell(uow, playbook, person, "commands-your_turn", now=now)
    return await _begin(uow, playbook, person, waiting[0], now, None, NOTHING_MORE)


async def _set_aside(uow: UnitOfWork, person: Person, stays: Set[str]) -> Session | None:
    """Return the newest dialog that was set aside; one that called another waits for that one."""
    paused = await uow.sessions.paused_for(person.id)
    waits = {one.parent for one in paused} | stays
    return next((one for one in paused if one.id not in waits), None)


async def _queued(uow: UnitOfWork, person: Person, now: datetime) -> list[CheckIn]:
    """Return the check-ins that wait their turn and can still be answered."""
    waiting = await uow.check_ins.queued_for(person.id)
    return [one for one in waiting if one.closes_at is not None and one.closes_at > now]


async def give_way(uow: UnitOfWork, playbook: Playbook, now: datetime) -> int:
    """Let what was left for hours give way to the check-in that waits behind it.

    Not in quiet hours: there a check-in that did not come to its turn is left to its client.

    Returns:
        How many were looked at.

    """
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)
    due = by_number(await uow.check_ins.give_way_due(now, AT_ONCE))

    async def look(number: int) -> None:
        check_in = due[number]
        person = await uow.people.get(check_in.client_id)
        quiet = is_quiet(person, now)
        look_again = None if quiet else now + asking.LEFT_AFTER
        await uow.check_ins.mark(check_in.id, remind_at=look_again)
        if not quiet and await asking.in_the_way(uow, person, now) is None:
            await begin_queued(uow, playbook, person, now)

    return await each(uow, Due.QUEUED, due, look, now)


def is_quiet(person: Person, now: datetime) -> bool:
    """Tell whether somebody is not to be disturbed by what they did not just ask for."""
    local = now.astimezone(ZoneInfo(person.zone)).time()
    return in_quiet_hours(local, person.quiet_from, person.quiet_to)


async def _begin(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    check_in: CheckIn,
    now: datetime,
    was: CheckInState | None,
    more: Mapping[str, JsonValue],
) -> Turn:
    late: dict[str, JsonValue] = {} if was is None else {windows.LATE: was.value}
    if ABOUT in more:
        late[ABOUT] = more[ABOUT]
        when = moment(playbook, person, check_in.due_at, now)
        await tell(uow, playbook, person, "commands-late", now=now, words={"when": when})
    own = await _left_open(uow, check_in, late)
    if own is not None:
        await _started(uow, check_in, own, now)
        turn = await _come_back(uow, playbook, person, own, now)
    else:
        schedule = check_in.schedule
        known = await bringing.facts_for(uow, playbook, person, check_in.dialog, now, schedule)
        facts = {**known, **late, **more}
        turn = await asking.begin(
            uow, playbook, person, check_in.dialog, now, facts=facts, check_in_id=check_in.id
        )
        await _started(uow, check_in, turn.session, now)
    await check_ins.settle_prompts(uow, playbook, person, check_in, "started", now)
    return turn


async def _left_open(
    uow: UnitOfWork, check_in: CheckIn, late: Mapping[str, JsonValue]
) -> Session | None:
    """Return the dialog of a check-in that can go on where it was left, set aside or too late."""
    own = await uow.sessions.get(check_in.session_id) if check_in.session_id else None
    if own is None or own.state == "paused":
        return own
    if own.state != "expired" or not late:
        return None
    again = replace(own, state="paused", facts={**own.facts, ABOUT: None, **late})
    await uow.sessions.save(own, again)
    return again


async def _started(uow: UnitOfWork, check_in: CheckIn, session: Session, now: datetime) -> None:
    await uow.check_ins.mark(
        check_in.id,
        state=CheckInState.STARTED,
        opened_at=check_in.opened_at or now,
        started_at=check_in.started_at or now,
        session_id=session.id,
    )
    await windows.keep_open(uow, session, now)


async def _adopt(uow: UnitOfWork, check_in: CheckIn, session: Session, now: datetime) -> Session:
    """Let a dialog that was begun between times count as the check-in that has come due."""
    adopted = replace(session, check_in_id=check_in.id)
    await uow.sessions.save(session, adopted)
    await _started(uow, check_in, adopted, now)
    return adopted


async def _wait(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    check_in: CheckIn,
    running: Session,
    now: datetime,
) -> None:
    """Let a check-in wait its turn; ``remind_at`` is when the running dialog may have been left."""
    await uow.check_ins.mark(
        check_in.id,
        state=CheckInState.OPENED,
        opened_at=check_in.opened_at or now,
        remind_at=running.touched_at + asking.LEFT_AFTER,
    )
    await asking.show_again(uow, playbook, person, running, now, key="commands-waits")
    await check_ins.settle_prompts(uow, playbook, person, check_in, "waits", now)


async def _leave_out(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    check_in: CheckIn,
    running: Session,
    now: datetime,
) -> None:
    """Leave a check-in out this time: it is not asked, and not missed either."""
    await uow.check_ins.mark(check_in.id, state=CheckInState.CANCELLED, opened_at=now)
    await asking.show_again(uow, playbook, person, running, now, key="commands-left_out")
    await check_ins.settle_prompts(uow, playbook, person, check_in, "left_out", now)


async def _may_come_back(uow: UnitOfWork, session: Session, now: datetime) -> bool:
    """Tell whether a dialog that was set aside is to go on; one of hours ago is let go of.

    A check-in that was put off comes back at its own time.
    """
    if session.check_in_id is not None:
        check_in = await uow.check_ins.get(session.check_in_id)
        return check_in is not None and check_in.state is CheckInState.STARTED
    if now - session.touched_at < asking.LEFT_AFTER:
        return True
    await uow.sessions.end(session, "expired", now)
    return False


async def _come_back(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> Turn:
    """Go on with a dialog that was set aside; as the check-in that waits, if it is the same."""
    waiting = await _queued(uow, person, now) if yesterday.is_of_no_check_in(session) else []
    same = [one for one in waiting if one.dialog == session.dialog][:1]
    for check_in in same:
        session = await _adopt(uow, check_in, session, now)
    turn = await resume(uow, playbook, person, session, now, key="commands-still_here")
    for check_in in same:
        await check_ins.settle_prompts(uow, playbook, person, check_in, "started", now)
    return turn


async def resume(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    session: Session,
    now: datetime,
    *,
    key: str | None = None,
) -> Turn:
    """Go on with a dialog that waited, behind a sentence if ``key`` names one.

    Returns:
        The turn by which it goes on, saved and shown; what follows is `closing.finish`.

    """
    try:
        player = await asking.player_for(uow, playbook, session)
    except UnknownDialog:
        return await asking.start_anew(uow, playbook, person, session, now)
    turn = player.resume(session, now)
    await uow.sessions.save(session, turn.session)
    await keeping.keep(uow, playbook, person, player, session, turn, now)
    if key is not None:
        await tell(uow, playbook, person, key, now=now)
    await asking.show(uow, playbook, person, player, turn, now)
    return turn
