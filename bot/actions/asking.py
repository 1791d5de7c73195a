"""Asking: opening a dialog, showing what it asks, setting it aside for something more urgent.

A new question goes before the old one is tidied up: nobody waits for an edit.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from pydantic import JsonValue

from bot.actions import lost
from bot.actions.telling import leave, tell
from dialogs.care.access import CLINIC, Action, authorize
from dialogs.care.people import SYSTEM, Person, Role
from dialogs.engine import screens
from dialogs.engine.events import Answered, Declined, Event, Skipped
from dialogs.engine.player import PLAYABLE, Player
from dialogs.engine.session import Session, Turn
from dialogs.errors import HandrailError, UnknownDialog
from dialogs.messages import Message
from dialogs.playbook import Playbook
from storage.outbox import Lane, Outgoing
from storage.unit_of_work import UnitOfWork

QUESTION = "question"
"""The kind of an outbox row that asks something."""

LEFT_AFTER = timedelta(hours=2)
"""How long a dialog that belongs to no check-in may lie before a new one takes its place."""

_ANSWERS = (Answered, Skipped, Declined)


async def player_for(uow: UnitOfWork, playbook: Playbook, session: Session) -> Player:
    """Return the exact version of the dialog on which a session runs.

    Raises:
        UnknownDialog: Neither the playbook nor the database has that version any more, or this
            program no longer understands it.

    """
    known = playbook.version(session.fingerprint)
    if known is not None:
        return known
    kept = await uow.definitions.get(session.fingerprint)
    return playbook.compile(session.fingerprint, kept)


async def start(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    dialog: str,
    now: datetime,
    *,
    facts: Mapping[str, JsonValue],
    check_in_id: int | None = None,
) -> Session:
    """Open a dialog, or show the running one again where that goes first.

    Args:
        uow: The open unit of work.
        playbook: Dialogs and words.
        person: Who will answer.
        dialog: Its name.
        now: The instant of asking.
        facts: What the dialog may ask about, fixed from now on.
        check_in_id: The planned check-in it belongs to, if any.

    Returns:
        The session that is being asked now.

    """
    player = playbook.players[dialog]
    running = await in_the_way(uow, person, now)
    if running is not None:
        if running.dialog == dialog or player.dialog.meeting != "interrupt":
            await show_again(uow, playbook, person, running, now)
            return running
        await _set_aside(uow, playbook, person, running, now)
    turn = player.open(secrets.token_urlsafe(8), person.id, facts, now, check_in_id)
    await uow.definitions.keep(playbook.definitions[dialog])
    await uow.sessions.add(turn.session)
    await show(uow, playbook, person, player, turn, now)
    return turn.session


async def in_the_way(uow: UnitOfWork, person: Person, now: datetime) -> Session | None:
    """Return the dialog that is asking this person now; one that was left gives way, ended."""
    running = await uow.sessions.open_for(person.id)
    if running is not None and _is_left(running, now):
        await uow.sessions.end(running, "expired", now)
        return None
    return running


def _is_left(session: Session, now: datetime) -> bool:
    """Tell whether a dialog was left: a safety question met with silence, or hours without a word.

    A check-in has its own window.
    """
    answer = session.answer(session.step)
    silent = answer is not None and answer.kind == "expired"
    return session.check_in_id is None and (silent or now - session.touched_at >= LEFT_AFTER)


async def start_anew(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """Begin again with the present version of a dialog whose own version is lost.

    What was answered so far is kept.
    """
    await lost.let_go(uow, playbook, person, session, now)
    await tell(uow, playbook, person, "commands-started_anew", now=now)
    if session.dialog not in playbook.players:
        return
    number = session.check_in_id
    facts = session.facts
    new = await start(uow, playbook, person, session.dialog, now, facts=facts, check_in_id=number)
    if number is not None and new.check_in_id == number:
        await uow.check_ins.mark(number, session_id=new.id)


async def show(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    player: Player,
    turn: Turn,
    now: datetime,
    *,
    edits: int | None = None,
) -> None:
    """Leave what a turn says and asks, as one message; ``edits`` redraws it in place."""
    message = _worded(playbook, person, player, turn)
    if message is None:
        return
    await leave(
        uow,
        person,
        message,
        lane=Lane.REPLY,
        kind=QUESTION,
        now=now,
        about_id=person.id,
        session_id=turn.session.id,
        turn=turn.session.turn,
        edits=edits,
    )


async def show_again(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    session: Session,
    now: datetime,
    *,
    key: str = "commands-still_here",
) -> None:
    """Show the question that is open as a new message, below everything else, behind a sentence."""
    try:
        player = await player_for(uow, playbook, session)
    except UnknownDialog:
        await start_anew(uow, playbook, person, session, now)
        return
    stood_in = await message_of(uow, session)
    await tell(uow, playbook, person, key, now=now)
    await show(uow, playbook, person, player, Turn(session, ()), now)
    await redraw(uow, playbook, person, player, session, stood_in, now)


async def message_of(uow: UnitOfWork, session: Session) -> int | None:
    """Return the message in which a session's present question stands, once it was sent."""
    return await uow.sessions.question_message(session.id, session.turn)


async def arrived(uow: UnitOfWork, outgoing: Outgoing, message_id: int, now: datetime) -> None:
    """Take the buttons off a question that was answered before it reached its reader."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)
    if outgoing.kind != QUESTION or outgoing.session_id is None or not outgoing.message.rows:
        return
    turn = await uow.sessions.turn_of(outgoing.session_id)
    if turn is None or turn == outgoing.turn:
        return
    await leave(
        uow,
        await uow.people.get(outgoing.person_id),
        replace(outgoing.message, rows=()),
        lane=Lane.REPLY,
        kind="settled",
        now=now,
        about_id=outgoing.person_id,
        edits=message_id,
    )


async def redraw(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    player: Player,
    session: Session,
    message_id: int | None,
    now: datetime,
    events: Sequence[Event] = (),
) -> None:
    """Take the buttons off a question that is over; an answer turns it into ``Craving: 7``.

    Args:
        uow: The open unit of work.
        playbook: Words.
        person: Whom it was asked.
        player: The one whose dialog the session runs on.
        session: As it was when the question stood open.
        message_id: The message in which it stands (`message_of`); None if it was never sent.
        now: The instant of the answer.
        events: What came of it.

    """
    if message_id is None:
        return
    texts = playbook.texts_of(player.fingerprint)
    answered = next((event for event in events if isinstance(event, _ANSWERS)), None)
    if answered is None:
        message = replace(screens.screen(texts, person.language, player, session), rows=())
    else:
        message = Message(screens.answered_line(texts, person.language, player, session, answered))
    await leave(
        uow,
        person,
        message,
        lane=Lane.REPLY,
        kind="settled",
        now=now,
        about_id=person.id,
        edits=message_id,
    )


def _worded(playbook: Playbook, person: Person, player: Player, turn: Turn) -> Message | None:
    """Word what a turn says and asks; None where it does neither."""
    texts = playbook.texts_of(player.fingerprint)
    if turn.session.state in PLAYABLE:
        return screens.screen(
            texts, person.language, player, turn.session, prefix_events=turn.events
        )
    text = screens.aloud(texts, person.language, player, turn.session, turn.events)
    return Message(text) if text else None


async def remind_of_question(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    _refusal: HandrailError,
    now: datetime,
) -> None:
    """After a refusal, show what is open: nobody is left before a dead button."""
    session = await uow.sessions.open_for(person.id)
    if session is not None:
        await show_again(uow, playbook, person, session, now)


async def counselor_name(uow: UnitOfWork, person: Person) -> str | None:
    """Return the name of the counselor a client would be told about, if they have one."""
    team = await uow.people.members_of(person.id)
    told = [m.person_id for m in team if m.role is Role.COUNSELOR]
    people = await uow.people.many(told)
    return next((people[one].name for one in told if one in people), None)


async def _set_aside(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    try:
        player = await player_for(uow, playbook, session)
    except UnknownDialog:
        await lost.let_go(uow, playbook, person, session, now)
        return
    await uow.sessions.save(session, player.pause(session, now).session)
    await uow.outbox.cancel(session_id=session.id)
