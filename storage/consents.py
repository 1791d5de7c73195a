"""Consents: who may see what, and the log from which this can be told again.

A grant's row says what holds now; every giving and taking back is also a row of the log, which the
database lets nobody change.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Row, bindparam, insert, select, update

from dialogs.care.consent import Category, Grant
from dialogs.care.consent_log import ConsentEvent, What
from storage.claims import Due, due, first
from storage.tables import GRANT_IS_ASKED_ABOUT, consent_events, grants, plans
from storage.vault import Repository

_TERMS: TypeAdapter[Grant] = TypeAdapter(Grant)

_ADD = insert(grants).returning(grants.c.id)
_GET = select(grants).where(grants.c.id == bindparam("id"))
_OF_CLIENT = select(grants).where(grants.c.client_id == bindparam("client")).order_by(grants.c.id)
_FOR_RECIPIENT = (
    select(grants).where(grants.c.recipient_id == bindparam("recipient")).order_by(grants.c.id)
)
_REVOKE = (
    update(grants)
    .where(grants.c.id == bindparam("which"), grants.c.revoked_at.is_(None))
    .values(revoked_at=bindparam("now"), ask_at=None)
)
_CHANGE = update(grants).where(grants.c.id == bindparam("which"), grants.c.revoked_at.is_(None))
_ASK = update(grants).where(grants.c.id == bindparam("which"))
_TO_ASK = due(
    Due.GRANT, select(grants.c.id).where(GRANT_IS_ASKED_ABOUT), grants.c.ask_at, grants.c.id
)
_NEXT_ASK = first(
    Due.GRANT, select(grants).where(GRANT_IS_ASKED_ABOUT), grants.c.ask_at, grants.c.id
)
_CARD_DUE = (  # who can be told stands on the client's crisis card
    update(plans)
    .where(plans.c.client_id == bindparam("who"), plans.c.card_at.is_not(None))
    .values(card_at=None)
)
_LOG = insert(consent_events)
_EVENTS = (
    select(consent_events)
    .where(consent_events.c.client_id == bindparam("client"))
    .order_by(consent_events.c.seq)
)


class Consents(Repository):
    """Every grant, and the log of how it came and went."""

    async def grant(
        self, grant: Grant, now: datetime, *, by: int | None = None, how: str = "chat"
    ) -> Grant:
        """Keep a grant. Returns it with its number.

        Args:
            grant: What the client agreed to.
            now: When they did; the grant itself may begin later.
            by: Who said so; None: the client.
            how: Where: ``chat``, ``page``, ``paper``.

        """
        grant = replace(grant, id=await self._scalar(_ADD, _columns(grant)))
        await self._log("granted", grant, now, grant.client_id if by is None else by, how)
        return grant

    async def revoke(self, grant_id: int, now: datetime, by: int, how: str = "chat") -> bool:
        """Take a grant back. Returns whether there was anything to take back."""
        row = await self._first(_GET, {"id": grant_id})
        if row is None or not await self._changed(_REVOKE, {"which": grant_id, "now": now}):
            return False
        await self._log("revoked", replace(_grant(row), revoked_at=now), now, by, how)
        return True

    async def change(
        self, what: What, grant: Grant, now: datetime, by: int, how: str = "chat"
    ) -> bool:
        """Keep new terms of a grant that is there: fewer kinds, a later end, a rest.

        Returns:
            Whether it was still there to be changed.

        """
        row = {
            "categories": " ".join(sorted(grant.categories)),
            "until": grant.until,
            "paused_until": grant.paused_until,
            "text_version": grant.text_version,
            "text_hash": grant.text_hash,
        }
        if not await self._changed(_CHANGE, {"which": grant.id, **row}):
            return False
        await self._log(what, grant, now, by, how)
        return True

    async def ask_at(self, grant_id: int, at: datetime | None) -> None:
        """Keep when the client is to be asked whether a grant goes on; None: not any more."""
        await self._run(_ASK, {"which": grant_id, "ask_at": at})

    async def to_ask(self, now: datetime, limit: int) -> list[int]:
        """List the grants whose client is to be asked about them, the longest overdue first."""
        return [row.id for row in await self._all(_TO_ASK, {"now": now, "limit": limit})]

    async def next_ask_at(self) -> datetime | None:
        """Say when a client is next to be asked."""
        row = await self._first(_NEXT_ASK)
        return None if row is None else row[0]

    async def get(self, grant_id: int) -> Grant | None:
        """Load one grant."""
        row = await self._first(_GET, {"id": grant_id})
        return None if row is None else _grant(row)

    async def of_client(self, client_id: int) -> list[Grant]:
        """Load everything a client has agreed to, also what no longer holds."""
        return _grants(await self._all(_OF_CLIENT, {"client": client_id}))

    async def for_recipient(self, recipient_id: int) -> list[Grant]:
        """Load everything that was ever agreed to for one receiver."""
        return _grants(await self._all(_FOR_RECIPIENT, {"recipient": recipient_id}))

    async def events(self, client_id: int) -> list[ConsentEvent]:
        """Load the log of one client's consents, oldest first."""
        rows = await self._all(_EVENTS, {"client": client_id})
        return [
            ConsentEvent(
                row.seq, row.what, _TERMS.validate_json(row.terms), row.by, row.how, row.at
            )
            for row in rows
        ]

    async def _log(self, what: What, grant: Grant, now: datetime, by: int, how: str) -> None:
        await self._run(_CARD_DUE, {"who": grant.client_id})
        row = {
            "grant_id": grant.id,
            "client_id": grant.client_id,
            "by": by,
            "what": what,
            "how": how,
            "at": now,
            "terms": _TERMS.dump_json(grant).decode(),
        }
        await self._run(_LOG, row)


def _columns(grant: Grant) -> dict[str, Any]:
    return {
        "client_id": grant.client_id,
        "recipient_id": grant.recipient_id,
        "categories": " ".join(sorted(grant.categories)),
        "purpose": grant.purpose,
        "since": grant.since,
        "until": grant.until,
        "revoked_at": grant.revoked_at,
        "text_version": grant.text_version,
        "text_hash": grant.text_hash,
        "paused_until": grant.paused_until,
    }


def _grants(rows: Sequence[Row[Any]]) -> list[Grant]:
    return [_grant(row) for row in rows]


def _grant(row: Row[Any]) -> Grant:
    return Grant(
        id=row.id,
        client_id=row.client_id,
        recipient_id=row.recipient_id,
        categories=frozenset(map(Category, row.categories.split())),
        purpose=row.purpose,
        since=row.since,
        until=row.until,
        revoked_at=row.revoked_at,
        text_version=row.text_version,
        text_hash=row.text_hash,
        paused_until=row.paused_until,
    )
