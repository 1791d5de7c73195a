"""Suggestions: changes of a plan that somebody wants, and who has agreed to which version of it."""

import secrets
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from dialogs.care.suggestions import Suggestion, SuggestionState
from storage.claims import insert_once
from storage.tables import plan_agreements, suggestions
from storage.vault import Repository, Sealed

REF_BYTES = 12

_SUGGESTION: Sealed[Suggestion] = Sealed("suggestions", "body", Suggestion)

_ADD = insert(suggestions)
_BY_REF = select(suggestions).where(suggestions.c.ref == bindparam("ref"))
_OF_CLIENT = (
    select(suggestions)
    .where(
        suggestions.c.client_id == bindparam("client"), suggestions.c.made_at >= bindparam("since")
    )
    .order_by(suggestions.c.made_at)
)
_SAVE = update(suggestions).where(
    suggestions.c.ref == bindparam("which"), suggestions.c.state == SuggestionState.OPEN
)
_AGREED = (
    select(plan_agreements)
    .where(plan_agreements.c.client_id == bindparam("client"))
    .order_by(plan_agreements.c.at)
)


class Suggestions(Repository):
    """Every suggestion that was made; what it says is the client's, and goes with their key."""

    async def add(self, suggestion: Suggestion) -> Suggestion:
        """Keep a new suggestion. Returns it with its reference."""
        await self._vault.open([suggestion.client_id])
        made = replace(suggestion, ref=secrets.token_urlsafe(REF_BYTES))
        row: dict[str, Any] = {
            "ref": made.ref,
            "client_id": made.client_id,
            "made_at": made.made_at,
        }
        await self._run(_ADD, row | self._changing(made))
        return made

    async def by_ref(self, ref: str) -> Suggestion | None:
        """Load a suggestion by the reference on a button."""
        row = await self._first(_BY_REF, {"ref": ref})
        if row is None:
            return None
        await self._vault.open([row.client_id])
        return self._suggestion(row)

    async def of_client(self, client_id: int, since: datetime) -> list[Suggestion]:
        """Load a client's suggestions made since a moment, oldest first."""
        rows = await self._all(_OF_CLIENT, {"client": client_id, "since": since})
        await self._vault.open([client_id])
        return self._readable(rows, self._suggestion)

    async def save(self, after: Suggestion) -> bool:
        """Save an answer to a suggestion that is open. Returns whether it still was."""
        await self._vault.open([after.client_id])
        return await self._changed(_SAVE, {"which": after.ref, **self._changing(after)}) == 1

    async def agree_to_version(
        self, client_id: int, version: int, person_id: int, now: datetime
    ) -> None:
        """Note that somebody agrees to a version of a plan; twice is once."""
        row = {"client_id": client_id, "version": version, "person_id": person_id, "at": now}
        await self._run(insert_once(self._dialect, plan_agreements), row)

    async def agreements(self, client_id: int) -> dict[int, list[int]]:
        """Return who agreed to each version of a client's plan, in the order they did."""
        found: dict[int, list[int]] = {}
        for row in await self._all(_AGREED, {"client": client_id}):
            found.setdefault(row.version, []).append(row.person_id)
        return found

    def _changing(self, one: Suggestion) -> dict[str, Any]:
        body = _SUGGESTION.seal(self._vault, one.client_id, one.ref, one)
        return {"state": one.state, "body": body}

    def _suggestion(self, row: Row[Any]) -> Suggestion:
        return _SUGGESTION.unseal(self._vault, row.client_id, row.ref, row.body)
