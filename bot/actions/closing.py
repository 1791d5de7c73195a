"""Closing: what a person hears when a dialog has ended, and what it sets in motion.

After a check-in: who will see it, one next step from the plan, and when the next one is. Good news
goes to those who were granted it. Then whatever was set aside, or waits, comes to its turn.
"""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

import structlog

from bot.actions import consenting, leaving, meeting, news
from bot.actions.telling import leave, moment, tell
from dialogs.care.consent import Category, may_see
from dialogs.care.people import Person
from dialogs.care.zones import place_in
from dialogs.engine.events import Event, Expired, Finished, Stopped
from dialogs.engine.session import Session, Turn
from dialogs.messages import Message, quote
from dialogs.playbook import Playbook
from storage.check_ins import CheckInState
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

_OF_A_CHECK_IN = (Category.MOOD, Category.CRAVINGS, Category.USE, Category.GOALS)

Close = Callable[[UnitOfWork, Playbook, Person, Session, datetime], Awaitable[None]]


async def close(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    session: Session,
    event: Event,
    now: datetime,
) -> None:
    """Do what follows the end of a dialog, then go on with what was set aside."""
    match event:
        case Finished():
            await _keep_check_in(uow, session, now)
            await _CLOSINGS.get(session.dialog, _nothing)(uow, playbook, person, session, now)
        case Stopped():
            await _STOPS.get(session.dialog, _stopped)(uow, playbook, person, session, now)
        case Expired():
            if not meeting.is_quiet(person, now):
                await meeting.begin_queued(uow, playbook, person, now)
            return
    await go_on(uow, playbook, person, now)


async def go_on(uow: UnitOfWork, playbook: Playbook, person: Person, now: datetime) -> bool:
    """Go on with what was set aside, else with what waits. Return whether anything was."""
    turn = await meeting.next_turn(uow, playbook, person, now)
    if turn is None:
        return False
    await finish(uow, playbook, person, turn, now)
    return True


async def finish(
    uow: UnitOfWork, playbook: Playbook, person: Person, turn: Turn, now: datetime
) -> None:
    """Close a dialog that came to its end in the turn by which it was taken up again."""
    for event in turn.events:
        if isinstance(event, Finished):
            await close(uow, playbook, person, turn.session, event, now)


async def _keep_check_in(uow: UnitOfWork, session: Session, now: datetime) -> None:
    if session.check_in_id is not None:
        state = CheckInState.FINISHED
        await uow.check_ins.mark(session.check_in_id, state=state, finished_at=now)
        await uow.outbox.cancel(check_in_id=session.check_in_id)


async def _check_in(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    log.info("check-in finished", session=session.id)
    shared = await news.milestone(uow, playbook, person, session, now)
    lines = [
        playbook.texts.say(person.language, "commands-closing"),
        await _who_sees(uow, playbook, person, now),
        *shared,
        *await _next_step(uow, playbook, person),
        await _next_time(uow, playbook, person, now),
    ]
    message = Message("\n".join(lines))
    await leave(uow, person, message, lane=Lane.REPLY, kind="closing", now=now)


async def _who_sees(uow: UnitOfWork, playbook: Playbook, person: Person, now: datetime) -> str:
    grants = await uow.consents.of_client(person.id)
    members = await uow.people.members_of(person.id)
    seeing = dict.fromkeys(
        m.person_id
        for m in members
        if m.person_id != person.id
        and any(may_see(grants, m.person_id, person.id, kind, now) for kind in _OF_A_CHECK_IN)
    )
    if not seeing:
        return playbook.texts.say(person.language, "commands-closing_sees_private")
    people = await uow.people.many(seeing)
    names = ", ".join(quote(people[one].name) for one in seeing if one in people)
    return playbook.texts.say(person.language, "commands-closing_sees", names=names)


async def _next_step(uow: UnitOfWork, playbook: Playbook, person: Person) -> list[str]:
    plan = await uow.plans.current(person.id)
    steps = [goal.small_step for goal in plan.active_goals if goal.small_step] if plan else []
    if not steps:
        return []
    words = {"step": quote(steps[0])}
    return [playbook.texts.say(person.language, "commands-closing_step", **words)]


async def _next_time(uow: UnitOfWork, playbook: Playbook, person: Person, now: datetime) -> str:
    following = await uow.check_ins.next_for(person.id)
    if following is None:
        return playbook.texts.say(person.language, "commands-closing_no_next")
    when = moment(playbook, person, following.due_at, now)
    return playbook.texts.say(person.language, "commands-closing_next", when=when)


async def _craving(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    answers = {a.name: a.value for a in session.answers if a.name and a.kind == "answered"}
    before, after = answers.get("craving"), answers.get("craving_after")
    if isinstance(before, int) and isinstance(after, int):
        better = after < before
        key = "commands-craving_closing" if better else "commands-craving_closing_still"
        words = {"before": before, "after": after} if better else {"after": after}
        await tell(uow, playbook, person, key, now=now, words=words)
    else:
        await tell(uow, playbook, person, "commands-craving_kept", now=now)


async def _welcome(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    known = await consenting.welcomed(uow, playbook, person, session, now)
    following = await uow.check_ins.next_for(known.id)
    if following is not None:
        when = moment(playbook, known, following.due_at, now)
        words: dict[str, str | int] = {"when": when, "place": place_in(known.zone)}
        await tell(uow, playbook, known, "commands-welcome_next", now=now, words=words)


async def _sos(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    safe = any(answer.value == "yes" for answer in session.answers)
    if safe:
        await tell(uow, playbook, person, "commands-sos_safe", now=now)


async def _nothing(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """A dialog whose own last words are all there is to say."""


async def _stopped(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    own = f"commands-stopped_{session.dialog}"
    key = own if playbook.texts.has(person.language, own) else "commands-stopped"
    await tell(uow, playbook, person, key, now=now)


async def _stays(
    uow: UnitOfWork, playbook: Playbook, person: Person, _session: Session, now: datetime
) -> None:
    await tell(uow, playbook, person, "commands-parting_stay", now=now)


_STOPS: Mapping[str, Close] = {
    "welcome": leaving.not_now,
    "sponsor_welcome": leaving.declined,
    "family_welcome": leaving.declined,
    "parting": _stays,
}
_CLOSINGS: Mapping[str, Close] = {
    "daily_checkin": _check_in,
    "craving_now": _craving,
    "sos": _sos,
    "welcome": _welcome,
    "sponsor_welcome": consenting.supporter_welcomed,
    "family_welcome": consenting.supporter_welcomed,
    "parting": leaving.parted,
}
