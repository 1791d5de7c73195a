"""Receipts: the account of what was disclosed, to whom, when it was opened, and what allowed it."""

from collections.abc import Mapping
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
                row.kind or "",
                row.consent_seq,
                row.opened_at,
            )
            for row in rows
            if self._vault.holds(client_id)
        ]

    async def opened(self, dedupe: str, now: datetime) -> None:
        """Note that what stands behind a notice was opened; the first time is what counts."""
        await self._run(statements.OPENED, {"of": dedupe, "now": now})

    async def page_opened(self, alert_id: int, person_id: int, now: datetime) -> None:
        """Note that somebody looked at an alert of which they were told."""
        values = {"alert": alert_id, "person": person_id, "now": now}
        await self._run(statements.PAGE_OPENED, values)

    async def _disclose(self, row: Row[Any], now: datetime) -> None:
        """Keep what was told: one row for each kind of thing, with the consent it rested on."""
        await self._vault.open([row.owner])
        message = BODY.unseal(self._vault, row.owner, row.seal_row, row.body)
        allowing = await self._allowing(row, now)
        for category in row.category.split():
            seal_row = self._new_seal_row()
            grant_id = allowing.get(category, row.grant_id)
            told = {
                "seal_row": seal_row,
                "outbox_id": row.id,
                "client_id": row.owner,
                "recipient_id": row.person_id,
                "category": category,
                "grant_id": grant_id,
                "at": now,
                "sentence": _SENTENCE.seal(self._vault, row.owner, seal_row, message.text),
                "kind": row.kind,
                "consent_seq": await self._version(grant_id),
            }
            await self._run(statements.DISCLOSE, told)

    async def _allowing(self, row: Row[Any], now: datetime) -> Mapping[str, int]:
        """Find the grant in force by kind of thing; the one that the message names goes first."""
        values = {"client": row.owner, "recipient": row.person_id, "now": now}
        found: dict[str, int] = {}
        for grant in await self._all(statements.IN_FORCE, values):
            for category in grant.categories.split():
                if category not in found or grant.id == row.grant_id:
                    found[category] = grant.id
        return found

    async def _version(self, grant_id: int | None) -> int | None:
        if grant_id is None:
            return None
        version: int | None = await self._scalar(statements.VERSION, {"grant": grant_id})
        return version
