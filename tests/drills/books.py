"""The books: everything the database holds, opened and typed, for those who check it.

This looks behind the repositories on purpose: a checker that asks the program's own questions
would share its mistakes. All of it is read in one snapshot.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select

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
    updates: frozenset[int]
    poison: Mapping[int, str]
    trail_broken: str | None


class _Reader(Repository):
    async def rows(self, table: Any, *order: Any) -> Sequence[Row[Any]]:
        return await self._all(select(table).order_by(*order))

    async def sessions(self) -> dict[str, Session]:
        rows = await self.rows(tables.sessions, tables.sessions.c.id)
        await self._vault.open(row.person_id for row in rows)
        return {
            row.id: _SESSION.unseal(self._vault, row.person_id, row.id, row.body)
            for row in rows
            if self._vault.holds(row.person_id)
        }

    async def answers(self) -> list[Written]:
        rows = await self.rows(tables.answers, tables.answers.c.id)
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

    async def alerts(self) -> list[Alert]:
        rows = await self.rows(tables.alerts, tables.alerts.c.number)
        await self._vault.open(row.client_id for row in rows)
        found = [
            (row.number, _ALERT.unseal(self._vault, row.client_id, row.ref, row.body))
            for row in rows
            if self._vault.holds(row.client_id)
        ]
        return [_numbered(alert, number) for number, alert in found]


async def read(database: Database) -> Books:
    """Read everything."""
    async with database.reading() as uow:
        reader = _Reader(uow._connection, uow._vault)  # noqa: SLF001 - see the module
        ids = [row.id for row in await reader.rows(tables.people, tables.people.c.id)]
        poison = await reader.rows(tables.poison, tables.poison.c.update_id)
        updates = await reader.rows(tables.updates, tables.updates.c.update_id)
        return Books(
            people=await uow.people.many(ids),
            sessions=await reader.sessions(),
            answers=await reader.answers(),
            alerts=await reader.alerts(),
            outbox=await reader.rows(tables.outbox, tables.outbox.c.id),
            check_ins=await reader.rows(tables.check_ins, tables.check_ins.c.id),
            disclosures=await reader.rows(tables.disclosures, tables.disclosures.c.id),
            updates=frozenset(row.update_id for row in updates),
            poison={row.update_id: row.error for row in poison},
            trail_broken=await _trail_broken(uow),
        )


async def _trail_broken(uow: UnitOfWork) -> str | None:
    try:
        await uow.trail.verify()
    except TrailBroken as broken:
        return str(broken)
    return None


def _numbered(alert: Alert, number: int) -> Alert:
    return replace(alert, number=number)
