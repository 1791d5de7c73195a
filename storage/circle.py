"""The circle: what goes back and forth between a client and each supporter, and every week.

When an update or a lesson is due stands in a row of its own; what may be in it is asked of the
grants, at the moment at which it is made.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update

from storage.claims import Due, due, first, insert_once
from storage.tables import (
    LESSON_IS_DUE,
    UPDATE_IS_DUE,
    circle,
    lessons,
    private_answers,
)
from storage.vault import Repository

_OF = select(circle).where(
    circle.c.client_id == bindparam("client"), circle.c.person_id == bindparam("person")
)
_BY_ID = select(circle).where(circle.c.id == bindparam("id"))
_CHANGE = update(circle).where(
    circle.c.client_id == bindparam("of_client"), circle.c.person_id == bindparam("of_person")
)
_UNTIE = delete(circle).where(
    circle.c.client_id == bindparam("client"), circle.c.person_id == bindparam("person")
)
_UPDATES_DUE = due(
    Due.UPDATE, select(circle.c.id).where(UPDATE_IS_DUE), circle.c.update_at, circle.c.id
)
_NEXT_UPDATE = first(
    Due.UPDATE, select(circle).where(UPDATE_IS_DUE), circle.c.update_at, circle.c.id
)
_LESSON = select(lessons).where(lessons.c.person_id == bindparam("person"))
_NEW_LESSON = insert(lessons)
_SET_LESSON = update(lessons).where(lessons.c.person_id == bindparam("which"))
_LESSONS_DUE = due(
    Due.LESSON,
    select(lessons.c.person_id).where(LESSON_IS_DUE),
    lessons.c.next_at,
    lessons.c.person_id,
)
_NEXT_LESSON = first(
    Due.LESSON, select(lessons).where(LESSON_IS_DUE), lessons.c.next_at, lessons.c.person_id
)
_PRIVATE = select(private_answers.c.session_id, private_answers.c.name).where(
    private_answers.c.person_id == bindparam("person"), private_answers.c.at >= bindparam("since")
)
_OPEN_UP = delete(private_answers).where(
    private_answers.c.session_id == bindparam("session"),
    private_answers.c.name == bindparam("name"),
)


@dataclass(frozen=True, slots=True)
class Tie:
    """What there is between a client and one supporter, beside the grants.

    ``update_at`` is when the next weekly update is due (None: there is none), ``greetings`` whether
    the client likes to be written to, ``asked_at`` when the supporter last asked to hear more.
    """

    id: int
    client_id: int
    person_id: int
    update_at: datetime | None
    greetings: bool
    asked_at: datetime | None


@dataclass(frozen=True, slots=True)
class Lesson:
    """How far somebody is in the series for families; ``next_at`` None: only when they ask."""

    part: int
    next_at: datetime | None


class Circle(Repository):
    """Every tie, every lesson, and what clients keep to themselves."""

    async def tie(self, client_id: int, person_id: int) -> Tie | None:
        """Load what there is between two people."""
        row = await self._first(_OF, {"client": client_id, "person": person_id})
        return None if row is None else _tie(row)

    async def tie_by_id(self, number: int) -> Tie | None:
        """Load a tie by its number."""
        row = await self._first(_BY_ID, {"id": number})
        return None if row is None else _tie(row)

    async def keep(self, client_id: int, person_id: int, **changes: datetime | bool | None) -> None:
        """Make a tie if there is none, and change ``update_at``, ``greetings`` or ``asked_at``."""
        row = {"client_id": client_id, "person_id": person_id, "greetings": True}
        await self._run(insert_once(self._dialect, circle), row)
        if changes:
            key = {"of_client": client_id, "of_person": person_id}
            await self._run(_CHANGE, key | changes)

    async def untie(self, client_id: int, person_id: int) -> None:
        """Forget what there was between two people."""
        await self._run(_UNTIE, {"client": client_id, "person": person_id})

    async def updates_due(self, now: datetime, limit: int) -> list[int]:
        """List the ties whose weekly update is due, the longest overdue first."""
        return [row.id for row in await self._all(_UPDATES_DUE, {"now": now, "limit": limit})]

    async def lesson(self, person_id: int) -> Lesson | None:
        """Load how far somebody is in the series; None: they have not begun it."""
        row = await self._first(_LESSON, {"person": person_id})
        return None if row is None else Lesson(row.part, row.next_at)

    async def learn(self, person_id: int, part: int, next_at: datetime | None) -> None:
        """Keep how far somebody is, and when the next part comes by itself."""
        row = {"part": part, "next_at": next_at}
        if not await self._changed(_SET_LESSON, {"which": person_id, **row}):
            await self._run(_NEW_LESSON, {"person_id": person_id, **row})

    async def lessons_due(self, now: datetime, limit: int) -> list[int]:
        """List the people whose next part is due, the longest overdue first."""
        rows = await self._all(_LESSONS_DUE, {"now": now, "limit": limit})
        return [row.person_id for row in rows]

    async def next_at(self) -> datetime | None:
        """Say when the next update or lesson is due."""
        found = [await self._first(one) for one in (_NEXT_UPDATE, _NEXT_LESSON)]
        return min((row[0] for row in found if row is not None), default=None)

    async def keep_private(
        self, person_id: int, session_id: str, names: Sequence[str], at: datetime
    ) -> None:
        """Keep answers to their client alone; ``at`` is when they were given."""
        for name in names:
            row = {"session_id": session_id, "name": name, "person_id": person_id, "at": at}
            await self._run(insert_once(self._dialect, private_answers), row)

    async def no_longer_private(self, session_id: str, name: str) -> None:
        """Let an answer be seen again by whom its kind is shared with."""
        await self._run(_OPEN_UP, {"session": session_id, "name": name})

    async def private(self, person_id: int, since: datetime) -> frozenset[tuple[str, str]]:
        """Return what somebody keeps to themselves since a moment, as (session, name)."""
        rows = await self._all(_PRIVATE, {"person": person_id, "since": since})
        return frozenset((row.session_id, row.name) for row in rows)


def _tie(row: Row[Any]) -> Tie:
    return Tie(row.id, row.client_id, row.person_id, row.update_at, row.greetings, row.asked_at)
