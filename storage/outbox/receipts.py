"""Receipts: the account of what was disclosed, to whom, and which grant allowed it."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row

from dialogs.messages import Message
from storage.outbox import statements
from storage.outbox.shapes import Disclosure
from storage.vault import Repository, Sealed

BODY: Sealed[Message] = Sealed("outbox", "body", Message)
_SENTENCE: Sealed[str] = Sealed("disclosures", "sentence", str)


class Receipts(Repository):
    """Every disclosure; its sentence is sealed under the key of whom it is about."""

    async def disclosures(self, client_id: int, since: datetime) -> list[Disclosure]:
        """Load who was told what about a client since a moment, oldest first."""
        rows = await self._all(statements.DISCLOSURES, {"client": client_id, "since": since})
        await self._vault.open([client_id])
        return [
            Disclosure(
                row.recipient_id,
                row.category,
                row.grant_id,
                row.at,
                _SENTENCE.unseal(self._vault, client_id, row.seal_row, row.sentence),
            )
            for row in rows
            if self._vault.holds(client_id)
        ]

    async def _disclose(self, row: Row[Any], now: datetime) -> None:
        await self._vault.open([row.owner])
        message = BODY.unseal(self._vault, row.owner, row.seal_row, row.body)
        seal_row = self._new_seal_row()
        told = {
            "seal_row": seal_row,
            "outbox_id": row.id,
            "client_id": row.owner,
            "recipient_id": row.person_id,
            "category": row.category,
            "grant_id": row.grant_id,
            "at": now,
            "sentence": _SENTENCE.seal(self._vault, row.owner, seal_row, message.text),
        }
        await self._run(statements.DISCLOSE, told)
