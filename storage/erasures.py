"""Erasures: who has asked to be forgotten, and when it is done unless they think again."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select, update

from storage.claims import insert_once
from storage.tables import erasures
from storage.vault import Repository

_OF = select(erasures).where(erasures.c.person_id == bindparam("who"))
_DUE = (
    select(erasures)
    .where(erasures.c.due_at <= bindparam("now"))
    .order_by(erasures.c.due_at)
    .limit(bindparam("limit"))
)
_NEXT = select(func.min(erasures.c.due_at))
_UNDO = delete(erasures).where(erasures.c.person_id == bindparam("who"))
_MOVE = update(erasures).where(erasures.c.person_id == bindparam("who"))


@dataclass(frozen=True, slots=True)
class Erasure:
    """Somebody is to be forgotten at ``due_at``; both times in UTC."""

    person_id: int
    asked_at: datetime
    due_at: datetime


class Erasures(Repository):
    """Every erasure that was asked for and is not done."""

    async def of(self, person_id: int) -> Erasure | None:
        """Load what somebody has asked for."""
        row = await self._first(_OF, {"who": person_id})
        return None if row is None else Erasure(row.person_id, row.asked_at, row.due_at)

    async def book(self, person_id: int, due_at: datetime, now: datetime) -> None:
        """Book an erasure; where one is booked, the earlier day holds."""
        row = {"person_id": person_id, "asked_at": now, "due_at": due_at}
        await self._run(insert_once(self._dialect, erasures), row)
        booked = await self.of(person_id)
        if booked is not None and due_at < booked.due_at:
            await self.move(person_id, due_at)

    async def undo(self, person_id: int) -> bool:
        """Take an erasure back. Returns whether there was one."""
        return await self._changed(_UNDO, {"who": person_id}) == 1

    async def move(self, person_id: int, due_at: datetime) -> None:
        """Let an erasure be due at another moment."""
        await self._run(_MOVE, {"who": person_id, "due_at": due_at})

    async def due(self, now: datetime, limit: int) -> list[Erasure]:
        """Load the erasures whose time has come, the longest overdue first."""
        rows = await self._all(_DUE, {"now": now, "limit": limit})
        return [Erasure(row.person_id, row.asked_at, row.due_at) for row in rows]

    async def next_at(self) -> datetime | None:
        """Say when the next erasure is due."""
        at: datetime | None = await self._scalar(_NEXT)
        return at
