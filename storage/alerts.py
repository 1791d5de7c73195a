"""Alerts: kept until a human has taken them, and found again the moment they are due.

At most one alert of a client and sign is open; the database itself sees to that.
"""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, exists, func, select, update

from dialogs.care.escalation import Alert, AlertState
from dialogs.errors import AlertClosed
from storage.claims import Due, due, first, insert_once, waits
from storage.crypto import KeyForgotten
from storage.tables import ALERT_IS_OPEN, ALERT_IS_TIMED, alerts, outbox
from storage.vault import Repository, Sealed

PAGE = "page"
"""The kind of an outbox row that asks somebody to take an alert."""

REF_BYTES = 16

_ALERT: Sealed[Alert] = Sealed("alerts", "body", Alert)

_BY_NUMBER = select(alerts).where(alerts.c.number == bindparam("number"))
_BY_REF = select(alerts).where(alerts.c.ref == bindparam("ref"))
_OPEN = select(alerts).where(ALERT_IS_OPEN).order_by(alerts.c.raised_at)
_OPEN_FOR = _OPEN.where(alerts.c.client_id == bindparam("client"))
_OPEN_SIGN = _OPEN_FOR.where(alerts.c.sign == bindparam("sign"))
_OF_CLIENT = (
    select(alerts)
    .where(alerts.c.client_id == bindparam("client"), alerts.c.raised_at >= bindparam("since"))
    .order_by(alerts.c.raised_at)
)
_OF_CLIENTS = (
    select(alerts)
    .where(
        alerts.c.client_id.in_(bindparam("clients", expanding=True)),
        alerts.c.raised_at >= bindparam("since"),
    )
    .order_by(alerts.c.number)
)
_COUNT_OPEN = select(func.count()).select_from(alerts).where(ALERT_IS_OPEN)
_COUNT_UNANSWERED = _COUNT_OPEN.where(alerts.c.state == AlertState.UNANSWERED)
_ALL_OPEN = _OPEN.limit(bindparam("limit"))
_TIMED = select(alerts.c.number, alerts.c.client_id).where(ALERT_IS_TIMED)
_DUE = due(Due.ALERT, _TIMED, alerts.c.next_at, alerts.c.number)
_NEXT_DUE = first(Due.ALERT, _TIMED, alerts.c.next_at, alerts.c.number)
_OVERDUE = (
    select(func.count())
    .select_from(alerts)
    .where(ALERT_IS_TIMED, alerts.c.next_at <= bindparam("before"))
)
_RAISED = and_(ALERT_IS_OPEN, alerts.c.state == AlertState.RAISED)
_A_PAGE = (
    exists()
    .where(outbox.c.alert_id == alerts.c.number, outbox.c.round == alerts.c.round)
    .where(outbox.c.kind == PAGE)
)
_WAITING = outbox.c.state.in_(("pending", "sending"))
_SENT = _A_PAGE.where(outbox.c.state == "sent")
_NOBODY_ASKED = and_(_RAISED, ~_SENT, ~_A_PAGE.where(_WAITING))
_UNPAGED = (
    select(alerts.c.number)
    .where(_NOBODY_ASKED, ~waits(Due.UNPAGED, alerts.c.number))
    .order_by(alerts.c.raised_at)
    .limit(bindparam("limit"))
)
_COUNT_UNPAGED = select(func.count()).select_from(alerts).where(_NOBODY_ASKED)
_HELD_UP = and_(_RAISED, ~_SENT, _A_PAGE.where(_WAITING, outbox.c.wanted_at <= bindparam("before")))
_UNSENT = select(func.count()).select_from(alerts).where(_HELD_UP)
_WAITED = (
    select(alerts.c.number)
    .where(_HELD_UP, ALERT_IS_TIMED, ~waits(Due.UNPAGED, alerts.c.number))
    .order_by(alerts.c.raised_at)
    .limit(bindparam("limit"))
)
_PAGES = select(
    func.count(outbox.c.id).filter(_WAITING).label("waiting"),
    func.min(outbox.c.done_at).filter(outbox.c.state == "sent").label("asked_at"),
).where(
    outbox.c.alert_id == bindparam("number"),
    outbox.c.round == bindparam("round"),
    outbox.c.kind == PAGE,
)
_SAVE = update(alerts).where(
    alerts.c.number == bindparam("which"),
    alerts.c.fence == bindparam("old_fence"),
    alerts.c.state == bindparam("old_state"),
)


_SET_ASIDE = (
    update(alerts)
    .where(
        alerts.c.client_id == bindparam("client"), alerts.c.sign == bindparam("what"), ALERT_IS_OPEN
    )
    .values(state=AlertState.RESOLVED, next_at=None)
)


class Alerts(Repository):
    """Every alert that was raised; those about an erased client can no longer be read."""

    async def add(self, alert: Alert) -> Alert | None:
        """Keep a new alert and give it its number and reference.

        Returns:
            The alert as kept, or None where one of this client and sign is open already: then the
            new evidence belongs to that one (`open_sign`, `escalation.merge`, `save`).

        """
        await self._vault.open([alert.client_id])
        alert = replace(alert, ref=secrets.token_urlsafe(REF_BYTES))
        row = {"ref": alert.ref, "client_id": alert.client_id, "raised_at": alert.raised_at}
        statement = insert_once(self._dialect, alerts, alerts.c.number)
        number: int | None = await self._scalar(statement, row | self._changing(alert))
        return None if number is None else replace(alert, number=number)

    async def get(self, number: int) -> Alert:
        """Load an alert by its number.

        Raises:
            AlertClosed: The client has been erased, and what the alert said with them.
            LookupError: There is no alert of this number.
            SealBroken: It cannot be read.

        """
        row = await self._first(_BY_NUMBER, {"number": number})
        if row is None:
            raise LookupError(f"there is no alert {number}")
        await self._vault.open([row.client_id])
        try:
            return self._alert(row)
        except KeyForgotten:
            raise AlertClosed("the client has been erased") from None

    async def by_ref(self, ref: str) -> Alert | None:
        """Load an alert by the reference on a button."""
        return await self._one(_BY_REF, {"ref": ref})

    async def open_sign(self, client_id: int, sign: str) -> Alert | None:
        """Load the open alert of a client and sign, if there is one."""
        return await self._one(_OPEN_SIGN, {"client": client_id, "sign": sign})

    async def open_for(self, client_id: int) -> list[Alert]:
        """Load a client's open alerts, oldest first."""
        return await self._read(await self._all(_OPEN_FOR, {"client": client_id}))

    async def of_client(self, client_id: int, since: datetime) -> list[Alert]:
        """Load a client's alerts raised since a moment, oldest first."""
        return await self._read(await self._all(_OF_CLIENT, {"client": client_id, "since": since}))

    async def of_clients(self, clients: Sequence[int], since: datetime) -> list[Alert]:
        """Load the alerts of many clients raised since a moment, by number."""
        values = {"clients": list(clients), "since": since}
        return await self._read(await self._all(_OF_CLIENTS, values))

    async def count_open(self) -> int:
        """Count the alerts that nobody has resolved."""
        counted: int = await self._scalar(_COUNT_OPEN)
        return counted

    async def count_unanswered(self) -> int:
        """Count the alerts whose ladder has run out."""
        counted: int = await self._scalar(_COUNT_UNANSWERED)
        return counted

    async def all_open(self, limit: int) -> list[Alert]:
        """Load open alerts of all clients, oldest first."""
        return await self._read(await self._all(_ALL_OPEN, {"limit": limit}))

    async def save(self, before: Alert, after: Alert) -> bool:
        """Save an alert if it is still as it was loaded. Returns whether it was."""
        await self._vault.open([after.client_id])
        known = {"which": before.number, "old_fence": before.fence, "old_state": before.state}
        return await self._changed(_SAVE, known | self._changing(after)) == 1

    async def set_aside(self, client_id: int, sign: str) -> None:
        """Make room for a new alert of a client and sign where the open one cannot be read."""
        await self._run(_SET_ASIDE, {"client": client_id, "what": sign})

    async def due(self, now: datetime, limit: int) -> list[int]:
        """Claim the alerts whose time has come, the longest overdue first, by their numbers."""
        rows = await self._all(_DUE, {"now": now, "limit": limit})
        await self._vault.open(row.client_id for row in rows)
        return [row.number for row in rows]

    async def overdue(self, before: datetime) -> int:
        """Count the alerts whose time came before a moment, and that have not moved."""
        counted: int = await self._scalar(_OVERDUE, {"before": before})
        return counted

    async def next_due_at(self) -> datetime | None:
        """Say when the next alert comes due."""
        next_at: datetime | None = await self._scalar(_NEXT_DUE)
        return next_at

    async def unpaged(self, now: datetime, limit: int) -> list[int]:
        """Find raised alerts for which nobody is asked now, by their numbers, oldest first.

        No page of the present round was sent, and none is to be: those of earlier rungs do not
        count.
        """
        rows = await self._all(_UNPAGED, {"now": now, "limit": limit})
        return [row.number for row in rows]

    async def count_unpaged(self) -> int:
        """Count the raised alerts for which nobody is asked now."""
        counted: int = await self._scalar(_COUNT_UNPAGED)
        return counted

    async def unsent(self, before: datetime) -> int:
        """Count the raised alerts whose pages could have left before a moment, and none has."""
        counted: int = await self._scalar(_UNSENT, {"before": before})
        return counted

    async def held_up(self, before: datetime, now: datetime, limit: int) -> list[int]:
        """Find those of them that time moves, by their numbers, oldest first."""
        values = {"before": before, "now": now, "limit": limit}
        return [row.number for row in await self._all(_WAITED, values)]

    async def asked(self, alert: Alert) -> tuple[bool, datetime | None]:
        """Say whether a page of an alert's present round waits, and when the first of them left."""
        row = await self._first(_PAGES, {"number": alert.number, "round": alert.round})
        return (False, None) if row is None else (row.waiting > 0, row.asked_at)

    def _changing(self, alert: Alert) -> dict[str, Any]:
        return {
            "sign": alert.sign,
            "tier": alert.tier,
            "state": alert.state,
            "fence": alert.fence,
            "round": alert.round,
            "next_at": alert.next_at,
            "body": _ALERT.seal(self._vault, alert.client_id, alert.ref, alert),
        }

    async def _one(self, query: Any, values: dict[str, Any]) -> Alert | None:
        return next(iter(await self._read(await self._all(query, values))), None)

    async def _read(self, rows: Sequence[Row[Any]]) -> list[Alert]:
        await self._vault.open(row.client_id for row in rows)
        kept = [row for row in rows if self._vault.knows(row.client_id)]
        return self._readable(kept, self._alert)

    def _alert(self, row: Row[Any]) -> Alert:
        alert = _ALERT.unseal(self._vault, row.client_id, row.ref, row.body)
        return replace(alert, number=row.number)
