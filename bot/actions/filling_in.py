"""Filling in: yesterday's check-in is answered once, after the next has come, labelled late."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from pydantic import JsonValue

from bot.actions import asking, bringing, closing, meeting, windows, yesterday
from bot.actions.telling import moment, tell
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.people import Actor, Person
from dialogs.engine.session import ABOUT, Session, Turn
from dialogs.playbook import Playbook
from storage.check_ins import CheckIn
from storage.unit_of_work import UnitOfWork


async def fill_in(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    number: int,
    now: datetime,
) -> None:
    """Open yesterday's check-in; what is no longer yesterday's, or was filled in, says so."""
    authorize(actor, Action.START_DIALOG, Subject("check_in", person.id), (), now)
    check_in = await yesterday.fillable(uow, person, now)
    if check_in is None or check_in.id != number:
        await tell(uow, playbook, person, "commands-prompt_too_late", now=now)
        return
    running = await asking.in_the_way(uow, person, now)
    if running is not None:
        await asking.show_again(uow, playbook, person, running, now, key="commands-first_this")
        return
    when = moment(playbook, person, check_in.due_at, now)
    await tell(uow, playbook, person, "commands-late", now=now, words={"when": when})
    turn = await _begin(uow, playbook, person, check_in, now)
    await uow.check_ins.mark(check_in.id, filled_at=now, session_id=turn.session.id)
    await closing.finish(uow, playbook, person, turn, now)


async def _begin(
    uow: UnitOfWork, playbook: Playbook, person: Person, check_in: CheckIn, now: datetime
) -> Turn:
    facts: dict[str, JsonValue] = {
        windows.LATE: check_in.state.value,
        ABOUT: check_in.local_date.isoformat(),
        yesterday.FILLS: check_in.id,
    }
    left = await _left(uow, check_in, facts)
    if left is not None:
        return await meeting.resume(uow, playbook, person, left, now)
    brought = await bringing.facts_for(uow, playbook, person, check_in.dialog, now)
    facts = {**brought, **facts}
    return await asking.begin(uow, playbook, person, check_in.dialog, now, facts=facts)


async def _left(
    uow: UnitOfWork, check_in: CheckIn, facts: Mapping[str, JsonValue]
) -> Session | None:
    """Return what was answered of it in time, to go on there; it belongs to no window any more."""
    own = None if check_in.session_id is None else await uow.sessions.get(check_in.session_id)
    if own is None or own.state != "expired":
        return None
    again = replace(own, state="paused", check_in_id=None, facts={**own.facts, **facts})
    await uow.sessions.save(own, again)
    return again
