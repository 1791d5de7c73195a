"""The books: everything the database holds, opened and typed, for those who check it.

This looks behind the repositories on purpose: a checker that asks the program's own questions
would share its mistakes. All of it is read in one snapshot.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Row, Table, bindparam, or_, select

from dialogs.care.consent import Grant
from dialogs.care.consent_log import ConsentEvent
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
_TERMS: TypeAdapter[Grant] = TypeAdapter(Grant)


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
    consents: Sequence[ConsentEvent]
    shifts: Sequence[Row[Any]]
    updates: frozenset[int]
    poison: Mapping[int, str]
    trail_broken: str | None
    since: datetime
    """What is older than this may be missing; everything, where it is the beginning of time."""
    of: frozenset[int] | None
    """Whose rows were read; None: everybody's."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the books: the rows of some people, and only what was touched since a moment.

    ``heard_since`` is the moment from which the numbers of updates are wanted, ``sent_after`` the
    newest message that is surely older than all this: there may be very many before it.
    """

    people: frozenset[int]
    since: datetime
    heard_since: datetime
    sent_after: int = 0


def _ordered(table: Table, *conditions: Any) -> Any:
    key = next(iter(table.primary_key.columns))
    return select(table).where(*conditions).order_by(key)


def _many(name: str) -> Any:
    return bindparam(name, expanding=True)


_T = tables
_SINCE: Any = bindparam("since")
_PEOPLE = _many("people")

_EVERY = {
    table: _ordered(table)
    for table in (
        *(_T.people, _T.sessions, _T.answers, _T.alerts, _T.outbox, _T.check_ins),
        *(_T.disclosures, _T.grants, _T.consent_events, _T.shifts, _T.poison),
    )
}
_UPDATES = select(_T.updates.c.update_id)

_SESSIONS_OF = _ordered(
    _T.sessions,
    _T.sessions.c.person_id.in_(_PEOPLE),
    or_(_T.sessions.c.touched_at >= _SINCE, _T.SESSION_RUNS),
)
_ANSWERS_OF = _ordered(
    _T.answers,
    _T.answers.c.person_id.in_(_PEOPLE),
    or_(_T.answers.c.session_id.in_(_many("sessions")), _T.answers.c.at >= _SINCE),
)
_ALERTS_OF = _ordered(
    _T.alerts,
    _T.alerts.c.client_id.in_(_PEOPLE),
    or_(_T.ALERT_IS_OPEN, _T.alerts.c.raised_at >= _SINCE),
)
_OUTBOX_OF = _ordered(
    _T.outbox,
    or_(_T.outbox.c.owner.in_(_PEOPLE), _T.outbox.c.person_id.in_(_PEOPLE)),
    _T.outbox.c.created_at >= _SINCE,
    _T.outbox.c.id > bindparam("after"),
)
_CHECK_INS_OF = _ordered(
    _T.check_ins, _T.check_ins.c.client_id.in_(_PEOPLE), _T.check_ins.c.due_at >= _SINCE
)
_DISCLOSURES_OF = _ordered(_T.disclosures, _T.disclosures.c.outbox_id.in_(_many("messages")))
_GRANTS_OF = _ordered(_T.grants, _T.grants.c.client_id.in_(_PEOPLE))
_CONSENTS_OF = _ordered(_T.consent_events, _T.consent_events.c.client_id.in_(_PEOPLE))
_UPDATES_SINCE = _UPDATES.where(_T.updates.c.at >= _SINCE)


class _Reader(Repository):
    async def rows(self, statement: Any, **values: Any) -> Sequence[Row[Any]]:
        return await self._all(statement, values)

    async def numbers(self, statement: Any, **values: Any) -> frozenset[int]:
        return frozenset(row[0] for row in await self.rows(statement, **values))

    async def sessions(self, statement: Any, **values: Any) -> dict[str, Session]:
        rows = await self.rows(statement, **values)
        await self._vault.open(row.person_id for row in rows)
        return {
            row.id: _SESSION.unseal(self._vault, row.person_id, row.id, row.body)
            for row in rows
            if self._vault.holds(row.person_id)
        }

    async def answers(self, statement: Any, **values: Any) -> list[Written]:
        rows = await self.rows(statement, **values)
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

    async def alerts(self, statement: Any, **values: Any) -> list[Alert]:
        rows = await self.rows(statement, **values)
        await self._vault.open(row.client_id for row in rows)
        found = [
            (row.number, _ALERT.unseal(self._vault, row.client_id, row.ref, row.body))
            for row in rows
            if self._vault.holds(row.client_id)
        ]
        return [_numbered(alert, number) for number, alert in found]

    async def consents(self, statement: Any, **values: Any) -> list[ConsentEvent]:
        return [
            ConsentEvent(
                row.seq, row.what, _TERMS.validate_json(row.terms), row.by, row.how, row.at
            )
            for row in await self.rows(statement, **values)
        ]

    async def poison(self) -> dict[int, str]:
        return {row.update_id: row.error for row in await self.rows(_EVERY[_T.poison])}


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
    ids = [row.id for row in await reader.rows(_EVERY[_T.people])]
    return Books(
        people=await uow.people.many(ids),
        sessions=await reader.sessions(_EVERY[_T.sessions]),
        answers=await reader.answers(_EVERY[_T.answers]),
        alerts=await reader.alerts(_EVERY[_T.alerts]),
        outbox=await reader.rows(_EVERY[_T.outbox]),
        check_ins=await reader.rows(_EVERY[_T.check_ins]),
        disclosures=await reader.rows(_EVERY[_T.disclosures]),
        grants={row.id: row for row in await reader.rows(_EVERY[_T.grants])},
        consents=await reader.consents(_EVERY[_T.consent_events]),
        shifts=await reader.rows(_EVERY[_T.shifts]),
        updates=await reader.numbers(_UPDATES),
        poison=await reader.poison(),
        trail_broken=await _trail_broken(uow),
        since=datetime.min.replace(tzinfo=UTC),
        of=None,
    )


async def _part(uow: UnitOfWork, reader: _Reader, part: Part) -> Books:
    since = part.since
    whose = {"people": sorted(part.people), "since": since}
    sessions = await reader.sessions(_SESSIONS_OF, **whose)
    outbox = await reader.rows(_OUTBOX_OF, **whose, after=part.sent_after)
    clients = sorted(part.people | {row.owner for row in outbox})
    messages = [row.id for row in outbox]
    return Books(
        people=await uow.people.many(part.people | {row.person_id for row in outbox}),
        sessions=sessions,
        answers=await reader.answers(_ANSWERS_OF, **whose, sessions=list(sessions)),
        alerts=await reader.alerts(_ALERTS_OF, **whose),
        outbox=outbox,
        check_ins=await reader.rows(_CHECK_INS_OF, **whose),
        disclosures=await reader.rows(_DISCLOSURES_OF, messages=messages),
        grants={row.id: row for row in await reader.rows(_GRANTS_OF, people=clients)},
        consents=await reader.consents(_CONSENTS_OF, people=clients),
        shifts=await reader.rows(_EVERY[_T.shifts]),
        updates=await reader.numbers(_UPDATES_SINCE, since=part.heard_since),
        poison=await reader.poison(),
        trail_broken=None,
        since=since,
        of=part.people,
    )


async def _trail_broken(uow: UnitOfWork) -> str | None:
    try:
        await uow.trail.verify()
    except TrailBroken as broken:
        return str(broken)
    return None


def _numbered(alert: Alert, number: int) -> Alert:
    return replace(alert, number=number)
