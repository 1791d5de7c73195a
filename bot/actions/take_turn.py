"""Taking a turn: somebody answers. The busiest path of the program.

Load the session, let the dialog decide, save it with the answers, and leave the messages. What an
answer means is judged at that answer, not at the end of the dialog: a page leaves before the recap.
"""

from datetime import datetime

import structlog

from bot.actions import (
    asking,
    changing,
    closing,
    consenting,
    hearing,
    keeping,
    lost,
    placing,
    windows,
)
from bot.actions.beats import AT_ONCE, each
from bot.actions.telling import tell_once_a_minute
from dialogs.care.access import CLINIC, Action, Subject, authorize
from dialogs.care.people import SYSTEM, Actor, Person, Role
from dialogs.engine import screens
from dialogs.engine.events import (
    Postponed,
    Rejected,
    Toggled,
)
from dialogs.engine.player import Player
from dialogs.engine.session import Elapsed, Reply, Session, Turn, Typed
from dialogs.errors import NothingOpen, UnknownDialog
from dialogs.playbook import Playbook
from storage.claims import Due
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

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
    if changing.is_left(session, now):
        await changing.leave(uow, playbook, person, session, now)
        return
    try:
        player = await asking.player_for(uow, playbook, session)
    except UnknownDialog:
        anew = await asking.start_anew(uow, playbook, person, session, now)
        await closing.finish(uow, playbook, person, anew, now)
        await _alarms(uow, playbook, actor, person, reply, now)
        return
    texts = playbook.texts_of(player.fingerprint)
    session = placing.prepared(session, person, now)
    read = placing.reader(screens.reader(texts, person.language, player, session), session, person)
    late = bool(session.facts.get(windows.LATE))
    turn = player.play(session, reply, now, read=read, late=late)
    private = player.is_private(session)
    if _says_nothing(turn) and await _alarms(
        uow, playbook, actor, person, reply, now, private=private
    ):
        return
    await follow(uow, playbook, person, player, session, turn, now)
    await _alarms(uow, playbook, actor, person, reply, now, private=private)


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
    *,
    private: bool = False,
) -> bool:
    """Look into what somebody typed, whatever question it was typed at."""
    if not isinstance(reply, Typed):
        return False
    return await hearing.hear(uow, playbook, actor, person, reply, now, private=private)


async def listen(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, said: Typed, now: datetime
) -> None:
    """Take what somebody wrote: as an answer to what is open, else as words to listen to."""
    try:
        await take_turn(uow, playbook, actor, person, said, now)
    except NothingOpen:
        await listen_again(uow, playbook, actor, person, said, now, quiet=False)


async def listen_again(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    said: Typed,
    now: datetime,
    *,
    quiet: bool = True,
) -> None:
    """Listen to words that answer no question; ``quiet`` where they change an earlier message."""
    authorize(actor, Action.GET_HELP, CLINIC, (), now)
    is_client = Role.CLIENT in actor.roles_for(person.id)
    if await hearing.hear(uow, playbook, actor, person, said, now):
        return
    key = "commands-edited" if quiet else "commands-no_open_question"
    if not quiet and not is_client:
        key = "commands-nobody_reads"
    await tell_once_a_minute(uow, playbook, person, key, now=now)


async def cannot_open(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Say that only words can be read here, and show again what was asked; an album is one."""
    authorize(actor, Action.GET_HELP, CLINIC, (), now)
    if not await tell_once_a_minute(uow, playbook, person, "commands-media", now=now):
        return
    session = await uow.sessions.open_for(person.id)
    if session is not None:
        await asking.show_again(uow, playbook, person, session, now)


async def resume_waiting(uow: UnitOfWork, playbook: Playbook, now: datetime) -> int:
    """Go on with dialogs whose time has come: a timer that ran out, a silence that lasted."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)

    async def resume(session_id: str) -> None:
        session = await uow.sessions.get(session_id)
        assert session is not None, "it has just been found, in this very unit of work"
        person = await uow.people.get(session.person_id)
        try:
            player = await asking.player_for(uow, playbook, session)
        except UnknownDialog:
            anew = lost.let_go if session.state == "paused" else asking.start_anew
            await anew(uow, playbook, person, session, now)
            return
        turn = player.play(session, Elapsed(), now)
        await follow(uow, playbook, person, player, session, turn, now)

    return await each(uow, Due.SESSION, await uow.sessions.due(now, AT_ONCE), resume, now)


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
    person = await consenting.heard(uow, playbook, person, turn)
    await keeping.keep(uow, playbook, person, player, before, turn, now)
    if any(isinstance(event, _STAYS) for event in turn.events):
        await _same_question(uow, playbook, person, player, before, turn, now)
        return
    if turn.session.turn == before.turn and not any(isinstance(e, Postponed) for e in turn.events):
        return
    await windows.keep_open(uow, turn.session, now)
    stood_in = await asking.message_of(uow, before)
    await asking.show(uow, playbook, person, player, turn, now)
    await closing.finish(uow, playbook, person, turn, now)
    await asking.redraw(uow, playbook, person, player, before, stood_in, now, turn.events)


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
    stands_in = await asking.message_of(uow, turn.session)
    if any(isinstance(event, Toggled) for event in turn.events):
        await asking.show(uow, playbook, person, player, turn, now, edits=stands_in)
        return
    await asking.show(uow, playbook, person, player, turn, now)
    await asking.redraw(uow, playbook, person, player, before, stands_in, now)
