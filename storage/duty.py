"""Duty: whose turn it is to be on call, who is away, and what each member of staff has set."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from sqlalchemy import Row, bindparam, delete, exists, func, insert, or_, select, update

from dialogs.care.duty import Duty, Shift, read_hours, written
from dialogs.care.people import Role
from storage.claims import Due, due, first, insert_once
from storage.tables import (
    DIGEST_IS_TIMED,
    IS_AWAY,
    ON_THE_STAFF,
    SHIFT_ENDS,
    duties,
    memberships,
    shifts,
)
from storage.vault import Repository

_OF = select(duties).where(duties.c.person_id.in_(bindparam("ids", expanding=True)))
_CHANGE = update(duties).where(duties.c.person_id == bindparam("who"))
_DIGESTS = select(duties.c.person_id).where(DIGEST_IS_TIMED)
_DIGEST_DUE = due(Due.DIGEST, _DIGESTS, duties.c.digest_next_at, duties.c.person_id)
_NEXT_DIGEST = first(Due.DIGEST, _DIGESTS, duties.c.digest_next_at, duties.c.person_id)
_AWAY = select(duties.c.person_id).where(IS_AWAY)
_UNPLANNED = (
    select(memberships.c.person_id)
    .where(
        memberships.c.role == Role.COUNSELOR,
        ON_THE_STAFF,
        ~exists().where(duties.c.person_id == memberships.c.person_id, DIGEST_IS_TIMED),
    )
    .distinct()
)
_BACK = due(Due.RETURN, _AWAY, duties.c.away_until, duties.c.person_id)
_NEXT_BACK = first(Due.RETURN, _AWAY, duties.c.away_until, duties.c.person_id)

_ADD = insert(shifts).returning(shifts.c.id)
_RUNNING = select(shifts).where(
    shifts.c.begins_at <= bindparam("now"),
    or_(shifts.c.ends_at.is_(None), shifts.c.ends_at > bindparam("now")),
)
_COMING = (
    select(shifts)
    .where(shifts.c.begins_at > bindparam("now"))
    .order_by(shifts.c.begins_at)
    .limit(bindparam("limit"))
)
_CUT = update(shifts).where(shifts.c.id == bindparam("which")).values(ends_at=bindparam("at"))
_DROP = delete(shifts).where(
    shifts.c.id == bindparam("which"),
    shifts.c.person_id == bindparam("who"),
    shifts.c.begins_at > bindparam("now"),
)
_NEXT_BEGIN = select(func.min(shifts.c.begins_at)).where(shifts.c.begins_at > bindparam("now"))
_NEXT_END = select(func.min(shifts.c.ends_at)).where(
    SHIFT_ENDS, shifts.c.ends_at > bindparam("now")
)


class Roster(Repository):
    """Who is on duty. None of it is about a client, so none of it is sealed."""

    async def of(self, person_id: int) -> Duty:
        """Load what is set for somebody; for whom nothing is, what the clinic has set holds."""
        return (await self.of_many([person_id]))[person_id]

    async def of_many(self, ids: Iterable[int]) -> dict[int, Duty]:
        """Load what is set for these people, one for each of them."""
        wanted = set(ids)
        found = {one: Duty(one) for one in wanted}
        for row in await self._all(_OF, {"ids": list(wanted)}):
            found[row.person_id] = _duty(row)
        return found

    async def away(self, ids: Iterable[int], now: datetime) -> frozenset[int]:
        """Return which of these people are away."""
        known = (await self.of_many(ids)).values()
        return frozenset(one.person_id for one in known if one.is_away(now))

    async def save(self, duty: Duty) -> None:
        """Keep what is set for somebody."""
        row = {"person_id": duty.person_id}
        await self._run(insert_once(self._dialect, duties), row)
        await self._run(_CHANGE, {"who": duty.person_id} | _columns(duty))

    async def unplanned(self) -> list[int]:
        """List the counselors of the clinic whose next digest is not planned, by number."""
        return sorted(row.person_id for row in await self._all(_UNPLANNED))

    async def digests_due(self, now: datetime, limit: int) -> list[int]:
        """Claim whose digest is due, the longest overdue first."""
        rows = await self._all(_DIGEST_DUE, {"now": now, "limit": limit})
        return [row.person_id for row in rows]

    async def back(self, now: datetime, limit: int) -> list[int]:
        """Claim who was away until a moment that has come."""
        return [row.person_id for row in await self._all(_BACK, {"now": now, "limit": limit})]

    async def next_at(self, now: datetime) -> datetime | None:
        """Say when a digest, a return or a change of shift comes next."""
        asked: tuple[Any, ...] = (_NEXT_DIGEST, _NEXT_BACK, _NEXT_BEGIN, _NEXT_END)
        moments = [await self._scalar(statement, {"now": now}) for statement in asked]
        return min((moment for moment in moments if moment is not None), default=None)

    async def add_shift(self, shift: Shift) -> Shift:
        """Keep a turn of being on call. Returns it with its number."""
        row = {
            "person_id": shift.person_id,
            "begins_at": shift.begins_at,
            "ends_at": shift.ends_at,
        }
        return replace(shift, id=await self._scalar(_ADD, row))

    async def running(self, now: datetime) -> list[Shift]:
        """Load the turns that run at a moment."""
        return [_shift(row) for row in await self._all(_RUNNING, {"now": now})]

    async def coming(self, now: datetime, limit: int) -> list[Shift]:
        """Load the turns that begin next, the soonest first."""
        return [_shift(row) for row in await self._all(_COMING, {"now": now, "limit": limit})]

    async def end_shift(self, shift_id: int, at: datetime) -> None:
        """End a turn at a moment."""
        await self._run(_CUT, {"which": shift_id, "at": at})

    async def drop_shift(self, shift_id: int, person_id: int, now: datetime) -> bool:
        """Give up a turn of one's own that has not begun. Returns whether there was one."""
        values = {"which": shift_id, "who": person_id, "now": now}
        return await self._changed(_DROP, values) == 1


def _columns(duty: Duty) -> dict[str, Any]:
    return {
        "hours": None if duty.hours is None else written(duty.hours),
        "digest_at": None if duty.digest_at is None else f"{duty.digest_at:%H:%M}",
        "digest_next_at": duty.digest_next_at,
        "digest_since": duty.digest_since,
        "today_at": duty.today_at,
        "away_until": duty.away_until,
    }


def _duty(row: Row[Any]) -> Duty:
    return Duty(
        person_id=row.person_id,
        hours=None if row.hours is None else read_hours(row.hours),
        digest_at=None if row.digest_at is None else time.fromisoformat(row.digest_at),
        digest_next_at=row.digest_next_at,
        digest_since=row.digest_since,
        today_at=row.today_at,
        away_until=row.away_until,
    )


def _shift(row: Row[Any]) -> Shift:
    return Shift(row.id, row.person_id, row.begins_at, row.ends_at)
