"""Check-ins: what is planned, when it is due, and the log of how each one went.

A row is unique by client, schedule, local date and slot, so nothing is ever asked twice.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, select, update

from storage.claims import Due, due, first, insert_once
from storage.tables import IS_INVITED, IS_PLANNED, IS_QUEUED, IS_UNREMINDED, check_ins
from storage.vault import Repository


class CheckInState(StrEnum):
    """How far a check-in has come.

    *Delivered* means that Telegram took its prompt, *opened* that its *Start* was tapped while
    another dialog was running: it waits its turn.
    """

    PLANNED = "planned"
    SENT = "sent"
    DELIVERED = "delivered"
    OPENED = "opened"
    STARTED = "started"
    FINISHED = "finished"
    MISSED = "missed"
    MISSED_BY_US = "missed_by_us"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Planned:
    """One occurrence to be asked: ``local`` is its wall time in ``zone``, ``due_at`` in UTC."""

    client_id: int
    schedule: str
    dialog: str
    local_date: date
    slot: int
    due_at: datetime
    zone: str
    local: str


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One planned check-in and what became of it; every time is in UTC.

    ``filled_at`` is when its client began to fill it in though the next had come: it stays missed,
    with the late session attached, and ``finished_at`` says when that was done.
    """

    id: int
    client_id: int
    schedule: str
    dialog: str
    local_date: date
    slot: int
    due_at: datetime
    zone: str
    local: str
    state: CheckInState
    invited_at: datetime | None
    delivered_at: datetime | None
    refused_at: datetime | None
    opened_at: datetime | None
    started_at: datetime | None
    finished_at: datetime | None
    filled_at: datetime | None
    remind_at: datetime | None
    reminded_at: datetime | None
    closes_at: datetime | None
    session_id: str | None


_GET = select(check_ins).where(check_ins.c.id == bindparam("id"))
_TIMED = tuple(
    (what, select(check_ins).where(which), at, check_ins.c.id)
    for what, which, at in (
        (Due.PROMPT, IS_PLANNED, check_ins.c.due_at),
        (Due.REMINDER, IS_UNREMINDED, check_ins.c.remind_at),
        (Due.QUEUED, IS_QUEUED, check_ins.c.remind_at),
        (Due.WINDOW, IS_INVITED, check_ins.c.closes_at),
    )
)
_DUE, _REMIND, _GIVE_WAY, _EXPIRE = (due(*timed) for timed in _TIMED)
_OF_CLIENT = check_ins.c.client_id == bindparam("client")
_FOR_CLIENT = (
    select(check_ins)
    .where(_OF_CLIENT, check_ins.c.due_at >= bindparam("since"))
    .order_by(check_ins.c.due_at)
)
_COUNT_FINISHED = (
    select(func.count())
    .select_from(check_ins)
    .where(
        check_ins.c.client_id.in_(bindparam("clients", expanding=True)),
        check_ins.c.due_at >= bindparam("since"),
        check_ins.c.finished_at.is_not(None),
    )
)
_NEXT_FOR = (
    select(check_ins)
    .where(_OF_CLIENT, check_ins.c.state == CheckInState.PLANNED)
    .order_by(check_ins.c.due_at)
    .limit(1)
)
_RUNNING_FOR = (
    select(check_ins).where(_OF_CLIENT, IS_INVITED).order_by(check_ins.c.due_at.desc()).limit(1)
)
_QUEUED_FOR = (
    select(check_ins)
    .where(_OF_CLIENT, check_ins.c.state == CheckInState.OPENED)
    .order_by(check_ins.c.due_at)
)
_NEXT_TIMES = tuple(first(*timed) for timed in _TIMED)
_MARK = update(check_ins).where(check_ins.c.id == bindparam("which"))
_MARK_IF = _MARK.where(check_ins.c.state == bindparam("expected"))
_UNPLAN = delete(check_ins).where(_OF_CLIENT, check_ins.c.state == CheckInState.PLANNED)
_UNPLAN_ONE = _UNPLAN.where(check_ins.c.schedule == bindparam("schedule"))


class CheckIns(Repository):
    """Every check-in that is planned, running or over."""

    async def plan_next(
        self,
        client_id: int,
        schedule_key: str,
        dialog: str,
        local_date: date,
        slot: int,
        due_at: datetime,
        zone: str,
        local: str,
    ) -> bool:
        """Plan one check-in. Returns False where this date and slot is in the book already."""
        planned = Planned(client_id, schedule_key, dialog, local_date, slot, due_at, zone, local)
        return await self.plan_many([planned]) == 1

    async def plan_many(
        self, planned: Sequence[Planned], *, state: CheckInState = CheckInState.PLANNED
    ) -> int:
        """Plan many check-ins, or write down what became of them while nobody planned any.

        Returns:
            How many were not in the book already.

        """
        if not planned:
            return 0
        rows = [_row(one) | {"state": state} for one in planned]
        new = await self._run(insert_once(self._dialect, check_ins, check_ins.c.id), rows)
        return len(new.all())

    async def unplan(self, client_id: int, schedule_key: str | None = None) -> int:
        """Take planned check-ins out of the book (of one schedule, or all), to plan them anew."""
        if schedule_key is None:
            return await self._changed(_UNPLAN, {"client": client_id})
        return await self._changed(_UNPLAN_ONE, {"client": client_id, "schedule": schedule_key})

    async def get(self, check_in_id: int) -> CheckIn | None:
        """Load one check-in."""
        row = await self._first(_GET, {"id": check_in_id})
        return None if row is None else _check_in(row)

    async def due(self, now: datetime, limit: int) -> list[CheckIn]:
        """Claim planned check-ins whose time has come, the longest overdue first."""
        return await self._due(_DUE, now, limit)

    async def remind_due(self, now: datetime, limit: int) -> list[CheckIn]:
        """Claim invited, unstarted check-ins whose reminder is due."""
        return await self._due(_REMIND, now, limit)

    async def give_way_due(self, now: datetime, limit: int) -> list[CheckIn]:
        """Claim check-ins that wait behind a dialog which may have been left by now."""
        return await self._due(_GIVE_WAY, now, limit)

    async def expire_due(self, now: datetime, limit: int) -> list[CheckIn]:
        """Claim invited, unfinished check-ins whose window has closed."""
        return await self._due(_EXPIRE, now, limit)

    async def next_due_at(self) -> datetime | None:
        """Say when the next check-in is to be asked, reminded of, given way to or closed."""
        times = [await self._scalar(query) for query in _NEXT_TIMES]
        return min((time for time in times if time is not None), default=None)

    async def next_planned_at(self) -> datetime | None:
        """Say when the next check-in is to be asked."""
        due_at: datetime | None = await self._scalar(_NEXT_TIMES[0])
        return due_at

    async def for_client(self, client_id: int, since: datetime) -> list[CheckIn]:
        """Load a client's check-ins due since a moment, oldest first, planned ones included."""
        values = {"client": client_id, "since": since}
        return [_check_in(row) for row in await self._all(_FOR_CLIENT, values)]

    async def count_finished(self, clients: Sequence[int], since: datetime) -> int:
        """Count the check-ins of these clients that were due since a moment and are finished."""
        values = {"clients": list(clients), "since": since}
        counted: int = await self._scalar(_COUNT_FINISHED, values)
        return counted

    async def next_for(self, client_id: int) -> CheckIn | None:
        """Load a client's next planned check-in."""
        row = await self._first(_NEXT_FOR, {"client": client_id})
        return None if row is None else _check_in(row)

    async def running_for(self, client_id: int) -> CheckIn | None:
        """Load the check-in a client is invited to and has not finished, the latest if several."""
        row = await self._first(_RUNNING_FOR, {"client": client_id})
        return None if row is None else _check_in(row)

    async def queued_for(self, client_id: int) -> list[CheckIn]:
        """Load the check-ins of a client that wait their turn, the first to come first."""
        return [_check_in(row) for row in await self._all(_QUEUED_FOR, {"client": client_id})]

    async def mark(
        self, check_in_id: int, *, expected: CheckInState | None = None, **changes: Any
    ) -> bool:
        """Note what became of a check-in.

        Args:
            check_in_id: Which one.
            expected: Change it only while it is in this state.
            **changes: Fields of `CheckIn` and their new values.

        Returns:
            Whether it was changed.

        """
        if expected is None:
            return await self._changed(_MARK, {"which": check_in_id} | changes) == 1
        known = {"which": check_in_id, "expected": expected}
        return await self._changed(_MARK_IF, known | changes) == 1

    async def mark_many(self, changes: Mapping[int, Mapping[str, Any]]) -> None:
        """Note what became of many check-ins, by number; the same fields for each."""
        if changes:
            await self._run(_MARK, [{"which": which, **what} for which, what in changes.items()])

    async def _due(self, query: Any, now: datetime, limit: int) -> list[CheckIn]:
        return [_check_in(row) for row in await self._all(query, {"now": now, "limit": limit})]


def _row(planned: Planned) -> dict[str, Any]:
    return {field.name: getattr(planned, field.name) for field in fields(planned)}


def _check_in(row: Row[Any]) -> CheckIn:
    return CheckIn(**row._asdict() | {"state": CheckInState(row.state)})
