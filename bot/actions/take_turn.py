"""Taking a turn: somebody answers. The busiest path of the program.

Load the session, let the dialog decide, save it with the answers, and leave the messages. What an
answer means is judged at that answer, not at the end of the dialog: a page leaves before the recap.
"""

from dataclasses import replace
from datetime import datetime

import structlog

from bot.actions import asking, check_ins, closing, crisis
from bot.actions.alerts import raise_alert
from bot.actions.beats import each
from bot.actions.check_ins import silence_and_answers
from bot.actions.telling import tell
from dialogs.care.access import CLINIC, Action, Subject, authorize
from dialogs.care.people import SYSTEM, Actor, Person, Role
from dialogs.care.warning_signs import detect
from dialogs.engine import screens
from dialogs.engine.events import (
    Answered,
    Called,
    Declined,
    Expired,
    Finished,
    Postponed,
    Rejected,
    Skipped,
    Stopped,
    Toggled,
    Unanswered,
)
from dialogs.engine.player import Player
from dialogs.engine.session import Elapsed, Reply, Session, Turn, Typed
from dialogs.errors import NothingOpen, UnknownDialog
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

AT_ONCE = 50

_RECORDS = (Answered, Skipped, Declined, Unanswered)
_ENDS = (Finished, Stopped, Expired)
_STAYS = (Rejected, Toggled)


async def take_turn(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    reply: Reply,
    now: datetime,
    *,
    session_id: str | None = None,
) -> None:
    """Take one reply of a person to what is being asked.

    Args:
        uow: The open unit of work.
        playbook: Dialogs, rules and words.
        actor: Who replies, with their memberships.
        person: The same, as somebody to write to.
        reply: What came in.
        now: When, in UTC.
        session_id: The session a button belongs to; None for what was typed, which goes to
            whatever is open.

    Raises:
        NothingOpen: Something was typed while nothing is being asked.
        StaleReply: The question has been answered or closed already.
        NotAllowed: The session is not theirs.

    """
    session = await _waiting(uow, person, session_id)
    _may_answer(actor, session, now)
    try:
        player = await asking.player_for(uow, playbook, session)
    except UnknownDialog:
        await asking.start_anew(uow, playbook, person, session, now)
        await _alarms(uow, playbook, actor, person, reply, now)
        return
    read = screens.reader(playbook.texts, person.language, player, session)
    turn = player.play(session, reply, now, read=read)
    if _says_nothing(turn) and await _alarms(uow, playbook, actor, person, reply, now):
        return
    await follow(uow, playbook, person, player, session, turn, now)
    await _alarms(uow, playbook, actor, person, reply, now)


def _says_nothing(turn: Turn) -> bool:
    """Tell whether a reply was no answer to what is asked."""
    return any(isinstance(event, Rejected) for event in turn.events)


async def _alarms(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    reply: Reply,
    now: datetime,
) -> bool:
    """Look into what a client typed, whatever question it was typed at."""
    if not isinstance(reply, Typed) or Role.CLIENT not in actor.roles_for(person.id):
        return False
    return await crisis.screen_words(uow, playbook, person, reply.text, now)


async def listen(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, said: Typed, now: datetime
) -> None:
    """Take what somebody wrote: as an answer to what is open, else as words to listen to."""
    try:
        await take_turn(uow, playbook, actor, person, said, now)
    except NothingOpen:
        await listen_again(uow, playbook, actor, person, said.text, now, quiet=False)


async def listen_again(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    text: str,
    now: datetime,
    *,
    quiet: bool = True,
) -> None:
    """Listen to words that answer no question; ``quiet`` where they change an earlier message."""
    authorize(actor, Action.GET_HELP, CLINIC, (), now)
    is_client = Role.CLIENT in actor.roles_for(person.id)
    if is_client and await crisis.screen_words(uow, playbook, person, text, now):
        return
    if not is_client and crisis.alarms(playbook, text, person.language):
        return  # the card with people and numbers has been sent: anything more would wound
    key = "commands-edited" if quiet else "commands-no_open_question"
    if not quiet and not is_client:
        key = "commands-unknown"
    await tell(uow, playbook, person, key, now=now)


async def cannot_open(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Say that only words can be read here, and show again what was asked."""
    authorize(actor, Action.GET_HELP, CLINIC, (), now)
    await tell(uow, playbook, person, "commands-media", now=now)
    session = await uow.sessions.open_for(person.id)
    if session is not None:
        await asking.show_again(uow, playbook, person, session, now)


async def resume_waiting(uow: UnitOfWork, playbook: Playbook, now: datetime) -> int:
    """Go on with dialogs whose time has come: a timer that ran out, a silence that lasted."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)

    async def resume(session: Session) -> None:
        person = await uow.people.get(session.person_id)
        player = await asking.player_for(uow, playbook, session)
        turn = player.play(session, Elapsed(), now)
        await follow(uow, playbook, person, player, session, turn, now)

    return await each(uow, await uow.sessions.due(now, AT_ONCE), resume)


async def _waiting(uow: UnitOfWork, person: Person, session_id: str | None) -> Session:
    if session_id is not None:
        return await uow.sessions.waiting(session_id, person.id)
    session = await uow.sessions.open_for(person.id)
    if session is None:
        raise NothingOpen("nothing is being asked")
    return session


def _may_answer(actor: Actor, session: Session, now: datetime) -> None:
    """Let a client answer; a sponsor or family member has only their own welcome to answer."""
    action = Action.ANSWER if actor.is_role(Role.CLIENT) else Action.JOIN
    authorize(actor, action, Subject("session", session.person_id), (), now)


async def follow(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    player: Player,
    before: Session,
    turn: Turn,
    now: datetime,
) -> None:
    """Save a turn and everything that follows from it."""
    await uow.sessions.save(before, turn.session)
    recorded = await _record(uow, before, turn, now)
    if recorded:
        await _judge(uow, playbook, person, now, turn.session.id)
    if any(isinstance(event, _STAYS) for event in turn.events):
        await _same_question(uow, playbook, person, player, before, turn, now)
        return
    if turn.session.turn == before.turn and not any(isinstance(e, Postponed) for e in turn.events):
        return
    await check_ins.keep_open(uow, turn.session, now)
    await asking.redraw(uow, playbook, person, player, before, now, turn.events)
    await asking.show(uow, playbook, person, player, turn, now)
    for event in turn.events:
        if isinstance(event, Postponed):
            await check_ins.postpone(uow, playbook, person, turn.session, now)
        if isinstance(event, Called):
            facts = turn.session.facts
            await asking.start(uow, playbook, person, event.dialog, now, facts=facts)
        if isinstance(event, _ENDS):
            await closing.close(uow, playbook, person, turn.session, event, now)


async def _same_question(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    player: Player,
    before: Session,
    turn: Turn,
    now: datetime,
) -> None:
    """Redraw a question in place for a tick; ask anew where a reply did not fit."""
    if any(isinstance(event, Toggled) for event in turn.events):
        edits = await asking.message_of(uow, turn.session)
        await asking.show(uow, playbook, person, player, turn, now, edits=edits)
        return
    await asking.redraw(uow, playbook, person, player, before, now)
    await asking.show(uow, playbook, person, player, turn, now)


async def _record(uow: UnitOfWork, before: Session, turn: Turn, now: datetime) -> bool:
    """Write down what was answered in this turn. Return whether anything was."""
    steps = {event.step for event in turn.events if isinstance(event, _RECORDS)}
    for step in steps:
        answer = turn.session.answer(step)
        if answer is None:
            continue
        if before.answer(step) is None:
            await uow.answers.add(turn.session, answer)
        else:
            await uow.answers.correct(turn.session, answer)
    gone = [one.step for one in before.answers if turn.session.answer(one.step) is None]
    if gone:  # all of them: `Dropped` names only what is worth a word
        await uow.answers.drop(turn.session.id, gone, now)
    return bool(steps)


async def judge_silence(uow: UnitOfWork, playbook: Playbook, client_id: int, now: datetime) -> None:
    """Look at a client's series after a check-in that nobody answered."""
    await _judge(uow, playbook, await uow.people.get(client_id), now, None)


async def _judge(
    uow: UnitOfWork, playbook: Playbook, person: Person, now: datetime, session_id: str | None
) -> None:
    readings = await silence_and_answers(uow, person.id, now)
    plan = await uow.plans.current(person.id)
    signs = detect(
        playbook.rules,
        readings,
        now,
        zone=person.zone,
        session_id=session_id,
        thresholds=plan.thresholds if plan else None,
    )
    staff_only = await _is_for_staff(uow, session_id)
    for sign in signs:
        kept = replace(sign, staff_only=True) if staff_only else sign
        await raise_alert(uow, playbook, person, kept, now)


async def _is_for_staff(uow: UnitOfWork, session_id: str | None) -> bool:
    """Tell whether what is answered here must stay with counselors: it began with violence."""
    session = None if session_id is None else await uow.sessions.get(session_id)
    return session is not None and bool(session.facts.get(crisis.STAFF_ONLY))
