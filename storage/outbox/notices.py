"""Notices: messages with a name, so that each is laid down once and can be found again."""

from datetime import datetime

from storage.outbox import statements
from storage.outbox.receipts import Receipts

_NOT_LEFT = frozenset({"cancelled", "failed", "expired"})


class Notices(Receipts):
    """Messages by their names (`Links.dedupe`).

    ``moves`` says whether this unit of work has laid a message down, or made way for another.
    """

    moves = False

    async def was_left(self, dedupe: str, since: datetime | None = None) -> bool:
        """Whether a message of this name was laid down (``since`` a moment) and not taken back."""
        row = await self._first(statements.BY_DEDUPE, {"dedupe": dedupe})
        if row is None or row.state in _NOT_LEFT:
            return False
        return since is None or row.created_at >= since

    async def has_gone(self, dedupe: str, since: datetime | None = None) -> bool:
        """Whether a message of this name, laid down ``since`` a moment, is or was on its way."""
        row = await self._first(statements.BY_DEDUPE, {"dedupe": dedupe})
        if row is None or row.state in {"pending", *_NOT_LEFT}:
            return False
        return since is None or row.created_at >= since

    async def hasten(self, dedupe: str, at: datetime) -> bool:
        """Let a message of this name leave at another time. Return whether it still waited."""
        self.moves = True
        return await self._changed(statements.HASTEN, {"of": dedupe, "at": at}) == 1

    async def take_back(self, dedupe: str) -> bool:
        """Take back a message of this name. Return whether it still waited."""
        return await self._changed(statements.cancel("dedupe"), {"by_dedupe": dedupe}) == 1
