"""Sessions: the dialogs that are running.

A session is saved only onto the turn it was loaded from; whoever comes second finds that out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, delete, func, insert, or_, select, update

from dialogs.engine.session import Session, State
from dialogs.errors import StaleReply
from storage.claims import Due, due, first, held
from storage.tables import SESSION_IS_TIMED, SESSION_RUNS, answers, sessions
from storage.vault import Repository, Sealed

_SESSION: Sealed[Session] = Sealed("sessions", "body", Session)

_ADD = insert(sessions)
_GET = select(sessions).where(sessions.c.id == bindparam("id"))
_WAITING = held(_GET.where(sessions.c.person_id == bindparam("person"), SESSION_RUNS))
_RUNNING = (
    select(sessions)
    .where(sessions.c.person_id.in_(bindparam("people", expanding=True)), SESSION_RUNS)
    .order_by(sessions.c.touched_at.desc())
)
_OF_PERSON = (
    select(sessions)
    .where(sessions.c.person_id == bindparam("person"), sessions.c.touched_at >= bindparam("since"))
    .order_by(sessions.c.touched_at)
)
_TIMED = select(sessions.c.id, sessions.c.person_id).where(SESSION_IS_TIMED)
_DUE = due(Due.SESSION, _TIMED, sessions.c.due_at, sessions.c.id)
_NEXT_DUE = first(Due.SESSION, _TIMED, sessions.c.due_at, sessions.c.id)
_OVERDUE = (
    select(func.count())
    .select_from(sessions)
    .where(SESSION_IS_TIMED, sessions.c.due_at <= bindparam("before"))
)
_SAVE = update(sessions).where(
    sessions.c.id == bindparam("which"),
    sessions.c.turn == bindparam("old_turn"),
    sessions.c.state == bindparam("old_state"),
    sessions.c.touched_at == bindparam("old_touch"),
)
_FORGOTTEN = and_(
    sessions.c.person_id == bindparam("person"),
    sessions.c.dialog == bindparam("dialog"),
    or_(sessions.c.state != "finished", sessions.c.id == bindparam("this")),
)
_FORGET = (
    delete(answers).where(answers.c.session_id.in_(select(sessions.c.id).where(_FORGOTTEN))),
    delete(sessions).where(_FORGOTTEN),
)
_DROP = (
    delete(answers).where(answers.c.session_id == bindparam("this")),
    delete(sessions).where(sessions.c.id == bindparam("this")),
)
_TURN = select(sessions.c.turn).where(sessions.c.id == bindparam("id"))
_QUESTION = select(sessions.c.question_message).where(
    sessions.c.id == bindparam("id"), sessions.c.question_turn == bindparam("turn")
)
_SET_QUESTION = (
    update(sessions)
    .where(
        sessions.c.id == bindparam("which"),
        sessions.c.question_turn.is_(None) | (sessions.c.question_turn <= bindparam("asked")),
    )
    .values(question_turn=bindparam("asked"), question_message=bindparam("message"))
)


class Sessions(Repository):
    """Every running dialog, and those that have ended."""

    async def add(self, session: Session) -> None:
        """Keep a session that has just been opened."""
        await self.add_many([session])

    async def add_many(self, opened: Sequence[Session]) -> None:
        """Keep sessions that have just been opened."""
        await self._vault.open(session.person_id for session in opened)
        await self._run(_ADD, [self._row(session) for session in opened])

    async def get(self, session_id: str) -> Session | None:
        """Load a session in whatever state, or None if there is none of this id.

        Raises:
            SealBroken: There is one, and it cannot be read.

        """
        row = await self._first(_GET, {"id": session_id})
        return None if row is None else await self._one(row)

    async def waiting(self, session_id: str, person_id: int) -> Session:
        """Load the session a reply is for.

        Raises:
            SealBroken: It cannot be read.
            StaleReply: It is over, or not this person's.

        """
        row = await self._first(_WAITING, {"id": session_id, "person": person_id})
        if row is None:
            raise StaleReply("the session is over, or somebody else's")
        return await self._one(row)

    async def open_for(self, person_id: int) -> Session | None:
        """Load the session that is asking this person now, if there is one."""
        return (await self.open_for_many([person_id])).get(person_id)

    async def open_for_many(self, people: Iterable[int]) -> dict[int, Session]:
        """Load, by person, the sessions that are asking now: the one touched last of each."""
        rows = await self._all(_RUNNING, {"people": list(people)})
        latest = {row.person_id: row for row in reversed(rows) if row.state != "paused"}
        return {session.person_id: session for session in await self._read(latest.values())}

    async def paused_for(self, person_id: int) -> list[Session]:
        """Load the sessions that wait for another dialog to end, the latest first."""
        rows = await self._all(_RUNNING, {"people": [person_id]})
        return await self._read(row for row in rows if row.state == "paused")

    async def of_person(self, person_id: int, since: datetime) -> list[Session]:
        """Load the sessions that a person has touched since a moment, the oldest first."""
        values = {"person": person_id, "since": since}
        return await self._read(await self._all(_OF_PERSON, values))

    async def save(self, before: Session, after: Session) -> None:
        """Save a session onto the turn it was loaded from.

        Raises:
            StaleReply: Somebody else has saved it meanwhile.

        """
        await self._vault.open([after.person_id])
        known = {
            "which": before.id,
            "old_turn": before.turn,
            "old_state": before.state,
            "old_touch": before.touched_at,
        }
        if await self._changed(_SAVE, known | self._row(after)) != 1:
            raise StaleReply("the session has moved on")

    async def end(self, session: Session, state: State, now: datetime) -> None:
        """Save that a session is over without another turn.

        Raises:
            StaleReply: Somebody else has saved it meanwhile.

        """
        await self.save(session, replace(session, state=state, due_at=None, touched_at=now))

    async def forget(self, session: Session) -> None:
        """Delete a dialog that came to nothing, with its answers, and every earlier try at it."""
        values = {
            "person": session.person_id,
            "dialog": session.dialog,
            "this": session.id,
        }
        for statement in _FORGET:
            await self._run(statement, values)

    async def drop(self, session_id: str) -> None:
        """Delete one dialog and its answers."""
        for statement in _DROP:
            await self._run(statement, {"this": session_id})

    async def due(self, now: datetime, limit: int) -> list[str]:
        """Claim the sessions whose time has come, the longest overdue first, by their ids."""
        rows = await self._all(_DUE, {"now": now, "limit": limit})
        await self._vault.open(row.person_id for row in rows)
        return [row.id for row in rows]

    async def overdue(self, before: datetime) -> int:
        """Count the sessions whose time came before a moment, and that still wait."""
        counted: int = await self._scalar(_OVERDUE, {"before": before})
        return counted

    async def next_due_at(self) -> datetime | None:
        """Say when the next session comes due."""
        due_at: datetime | None = await self._scalar(_NEXT_DUE)
        return due_at

    async def turn_of(self, session_id: str) -> int | None:
        """Say at which turn a session is, or None if there is none of this id."""
        turn: int | None = await self._scalar(_TURN, {"id": session_id})
        return turn

    async def question_message(self, session_id: str, turn: int) -> int | None:
        """Give the number of the message that asks the question of this turn, if it was sent."""
        message_id: int | None = await self._scalar(_QUESTION, {"id": session_id, "turn": turn})
        return message_id

    async def set_question_message(self, session_id: str, turn: int, message_id: int) -> None:
        """Note which message asks the question of this turn, unless a later one was asked."""
        asked = {"which": session_id, "asked": turn, "message": message_id}
        await self._run(_SET_QUESTION, asked)

    def _row(self, session: Session) -> dict[str, Any]:
        return {
            "id": session.id,
            "person_id": session.person_id,
            "dialog": session.dialog,
            "fingerprint": session.fingerprint,
            "state": session.state,
            "turn": session.turn,
            "due_at": session.due_at,
            "touched_at": session.touched_at,
            "body": _SESSION.seal(self._vault, session.person_id, session.id, session),
        }

    async def _read(self, rows: Iterable[Row[Any]]) -> list[Session]:
        rows = list(rows)
        await self._vault.open(row.person_id for row in rows)
        return self._readable(rows, self._session)

    async def _one(self, row: Row[Any]) -> Session:
        await self._vault.open([row.person_id])
        return self._session(row)

    def _session(self, row: Row[Any]) -> Session:
        return _SESSION.unseal(self._vault, row.person_id, row.id, row.body)
