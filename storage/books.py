"""The books: everything the database holds, opened and typed, for those who check it.

This looks behind the repositories on purpose: a checker that asks the program's own questions
would share its mistakes. All of it is read in one snapshot.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, or_, select

from dialogs.care.escalation import Alert
from dialogs.care.people import Person
from dialogs.engine.session import Answer, Session
from storage import tables
from storage.trail import TrailBroken
from storage.unit_of_work import Database, UnitOfWork
from storage.vault import Repository, Sealed

_SESSION: Sealed[Session] = Sealed("sessions", "body", Session)
_ANSWER: Sealed[Answer] = Sealed("answers", "body", Answer)
_ALERT: Sealed[Alert] = Sealed("alerts", "body", Alert)


@dataclass(frozen=True, slots=True)
class Written:
    """One row of answers, as the column says and as the sealed body says."""

    number: int
    session_id: str
    person_id: int
    answer: Answer
    superseded_at: datetime | None


@dataclass(frozen=True, slots=True)
class Books:
    """What a database holds at one moment; rows are plain, sealed values are opened."""

    people: Mapping[int, Person]
    sessions: Mapping[str, Session]
    answers: Sequence[Written]
    alerts: Sequence[Alert]
    outbox: Sequence[Row[Any]]
    check_ins: Sequence[Row[Any]]
    disclosures: Sequence[Row[Any]]
    grants: Mapping[int, Row[Any]]
    updates: frozenset[int]
    poison: Mapping[int, str]
    trail_broken: str | None
    since: datetime
    """What is older than this may be missing; everything, where it is the beginning of time."""
    of: frozenset[int] | None
    """Whose rows were read; None: everybody's."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the books: the rows of some people, and only what was touched since a moment."""

    people: frozenset[int]
    since: datetime


class _Reader(Repository):
    async def rows(self, table: Any, *conditions: Any) -> Sequence[Row[Any]]:
        key = next(iter(table.primary_key.columns))
        return await self._all(select(table).where(*conditions).order_by(key))

    async def sessions(self, *conditions: Any) -> dict[str, Session]:
        rows = await self.rows(tables.sessions, *conditions)
        await self._vault.open(row.person_id for row in rows)
        return {
            row.id: _SESSION.unseal(self._vault, row.person_id, row.id, row.body)
            for row in rows
            if self._vault.holds(row.person_id)
        }

    async def answers(self, *conditions: Any) -> list[Written]:
        rows = await self.rows(tables.answers, *conditions)
        await self._vault.open(row.person_id for row in rows)
        return [
            Written(
                row.id,
                row.session_id,
                row.person_id,
                _ANSWER.unseal(self._vault, row.person_id, row.seal_row, row.body),
                row.superseded_at,
            )
            for row in rows
            if self._vault.holds(row.person_id)
        ]

    async def alerts(self, *conditions: Any) -> list[Alert]:
        rows = await self.rows(tables.alerts, *conditions)
        await self._vault.open(row.client_id for row in rows)
        found = [
            (row.number, _ALERT.unseal(self._vault, row.client_id, row.ref, row.body))
            for row in rows
            if self._vault.holds(row.client_id)
        ]
        return [_numbered(alert, number) for number, alert in found]


async def read(database: Database, part: Part | None = None) -> Books:
    """Read everything, or one part.

    Args:
        database: Open.
        part: Whose rows, and since when; None: everything there is.

    """
    async with database.reading() as uow:
        reader = _Reader(uow._connection, uow._vault)  # noqa: SLF001 - see the module
        return await (_whole(uow, reader) if part is None else _part(uow, reader, part))


async def _whole(uow: UnitOfWork, reader: _Reader) -> Books:
    ids = [row.id for row in await reader.rows(tables.people)]
    return Books(
        people=await uow.people.many(ids),
        sessions=await reader.sessions(),
        answers=await reader.answers(),
        alerts=await reader.alerts(),
        outbox=await reader.rows(tables.outbox),
        check_ins=await reader.rows(tables.check_ins),
        disclosures=await reader.rows(tables.disclosures),
        grants={row.id: row for row in await reader.rows(tables.grants)},
        updates=frozenset(row.update_id for row in await reader.rows(tables.updates)),
        poison={row.update_id: row.error for row in await reader.rows(tables.poison)},
        trail_broken=await _trail_broken(uow),
        since=datetime.min.replace(tzinfo=UTC),
        of=None,
    )


async def _part(uow: UnitOfWork, reader: _Reader, part: Part) -> Books:
    t, people, since = tables, part.people, part.since
    ids = frozenset(people)
    sessions = await reader.sessions(
        t.sessions.c.person_id.in_(ids), or_(t.sessions.c.touched_at >= since, t.SESSION_RUNS)
    )
    outbox = await reader.rows(
        t.outbox,
        t.outbox.c.owner.in_(ids) | t.outbox.c.person_id.in_(ids),
        t.outbox.c.created_at >= since,
    )
    return Books(
        people=await uow.people.many(ids | {row.person_id for row in outbox}),
        sessions=sessions,
        answers=await reader.answers(
            t.answers.c.person_id.in_(ids),
            t.answers.c.session_id.in_(sessions) | (t.answers.c.at >= since),
        ),
        alerts=await reader.alerts(
            t.alerts.c.client_id.in_(ids), or_(t.ALERT_IS_OPEN, t.alerts.c.raised_at >= since)
        ),
        outbox=outbox,
        check_ins=await reader.rows(
            t.check_ins, t.check_ins.c.client_id.in_(ids), t.check_ins.c.due_at >= since
        ),
        disclosures=await reader.rows(
            t.disclosures, t.disclosures.c.outbox_id.in_({row.id for row in outbox})
        ),
        grants=await _grants(reader, ids | {row.owner for row in outbox}),
        updates=frozenset(
            row.update_id for row in await reader.rows(t.updates, t.updates.c.at >= since)
        ),
        poison={row.update_id: row.error for row in await reader.rows(t.poison)},
        trail_broken=None,
        since=since,
        of=ids,
    )


async def _grants(reader: _Reader, clients: frozenset[int]) -> Mapping[int, Row[Any]]:
    t = tables.grants
    return {row.id: row for row in await reader.rows(t, t.c.client_id.in_(clients))}


async def _trail_broken(uow: UnitOfWork) -> str | None:
    try:
        await uow.trail.verify()
    except TrailBroken as broken:
        return str(broken)
    return None


def _numbered(alert: Alert, number: int) -> Alert:
    return replace(alert, number=number)
