"""Records: all that somebody has answered, for the copy that is theirs to have.

Other readers leave out what was replaced or meant for the client alone; a copy of one's own does
not.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select

from dialogs.engine.session import Answer
from storage.tables import answers, outbox, sessions
from storage.vault import Repository, Sealed

_ANSWER: Sealed[Answer] = Sealed("answers", "body", Answer)

_OF_PERSON = (
    select(answers, sessions.c.dialog)
    .join(sessions, sessions.c.id == answers.c.session_id)
    .where(answers.c.person_id == bindparam("person"))
    .order_by(answers.c.at, answers.c.id)
)
_SAID = (
    select(outbox.c.message_id)
    .where(
        outbox.c.person_id == bindparam("person"),
        outbox.c.message_id.is_not(None),
        outbox.c.done_at >= bindparam("since"),
    )
    .distinct()
    .order_by(outbox.c.message_id)
)


@dataclass(frozen=True, slots=True)
class Kept:
    """One answer as it is kept, in which dialog, and when another took its place (None: stands)."""

    dialog: str
    answer: Answer
    replaced_at: datetime | None


class Records(Repository):
    """What is kept of one person, for that person."""

    async def answers(self, person_id: int) -> list[Kept]:
        """Load everything somebody has ever answered, oldest first."""
        rows = await self._all(_OF_PERSON, {"person": person_id})
        await self._vault.open([person_id])
        return self._readable(rows, self._kept)

    async def said(self, person_id: int, since: datetime) -> list[int]:
        """List the bot's own messages in somebody's chat since a moment, by message id."""
        rows = await self._all(_SAID, {"person": person_id, "since": since})
        return [row.message_id for row in rows]

    def _kept(self, row: Row[Any]) -> Kept:
        answer = _ANSWER.unseal(self._vault, row.person_id, row.seal_row, row.body)
        return Kept(row.dialog, answer, row.superseded_at)
