"""Noticed: warning signs that page nobody and are read in a digest."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select

from dialogs.care.warning_signs import WarningSign
from storage.tables import noticed
from storage.vault import Repository, Sealed

_SIGN: Sealed[WarningSign] = Sealed("noticed", "body", WarningSign)

_ADD = insert(noticed)
_FORGET = delete(noticed).where(noticed.c.at < bindparam("before"))
_OF_CLIENT = (
    select(noticed)
    .where(noticed.c.client_id == bindparam("client"), noticed.c.at >= bindparam("since"))
    .order_by(noticed.c.at)
)


class Noticed(Repository):
    """Every sign for the digest; what it says is the client's, and goes with their key."""

    async def add(self, client_id: int, sign: WarningSign, now: datetime) -> None:
        """Keep a sign."""
        await self._vault.open([client_id])
        seal_row = self._new_seal_row()
        row = {
            "seal_row": seal_row,
            "client_id": client_id,
            "at": now,
            "body": _SIGN.seal(self._vault, client_id, seal_row, sign),
        }
        await self._run(_ADD, row)

    async def forget(self, before: datetime) -> None:
        """Delete what was noticed before a moment."""
        await self._run(_FORGET, {"before": before})

    async def of_client(self, client_id: int, since: datetime) -> list[WarningSign]:
        """Load a client's signs since a moment, oldest first."""
        rows = await self._all(_OF_CLIENT, {"client": client_id, "since": since})
        await self._vault.open([client_id])

        def read(row: Row[Any]) -> WarningSign:
            return _SIGN.unseal(self._vault, client_id, row.seal_row, row.body)

        return self._readable(rows, read)
