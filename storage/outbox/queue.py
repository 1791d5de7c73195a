"""The queue: what waits to be sent, by lane; who is being written to; what became of each."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, Unpack

from sqlalchemy import Row

from dialogs.messages import Message
from storage.claims import insert_once
from storage.crypto import KeyForgotten, SealBroken
from storage.outbox import statements
from storage.outbox.notices import Notices
from storage.outbox.receipts import BODY
from storage.outbox.shapes import NO_LINKS, Lane, Links, Outgoing, Receipt, goes_again
from storage.tables import outbox
from storage.vault import CHAT


class Outbox(Notices):
    """Every message that is to be sent, was sent, or will not be."""

    async def add(
        self,
        person_id: int,
        message: Message,
        *,
        lane: Lane,
        kind: str,
        now: datetime,
        about_id: int | None = None,
        not_before: datetime | None = None,
        receipt: Receipt | None = None,
        **links: Unpack[Links],
    ) -> int:
        """Lay a message in the outbox; it leaves when this unit of work has been committed.

        Args:
            person_id: The reader.
            message: What is said; sealed under the key of whom it is about, else the reader's.
            lane: How urgent it is.
            kind: What it is, for cancelling and for figures.
            now: The moment of the action.
            about_id: The client whom it is about.
            not_before: When it may leave; None: at once.
            receipt: What it discloses about ``about_id``, as categories with spaces between them,
                and the grant that allows it (None: the one that does when it is sent).
            **links: What it belongs to; see `Links`. A change of a message that still waits is
                replaced by a later one.

        Returns:
            The number of the row: of the earlier one where ``dedupe`` was used before.

        """
        self.moves = True
        owner = about_id or person_id
        await self._vault.open([owner])
        if links.get("edits") is not None:
            known = {"person": person_id, "edited": links["edits"]}
            await self._run(statements.REPLACED, known)
        seal_row = self._new_seal_row()
        category, grant_id = receipt or (None, None)
        row = {
            "seal_row": seal_row,
            "person_id": person_id,
            "owner": owner,
            "lane": lane,
            "kind": kind,
            "state": "pending",
            "body": BODY.seal(self._vault, owner, seal_row, message),
            "created_at": now,
            "wanted_at": not_before or now,
            "not_before": not_before or now,
            "attempts": 0,
            "repeat": False,
            "category": category,
            "grant_id": grant_id,
        }
        return await self._insert(row | NO_LINKS | links)

    async def claim(
        self,
        lanes: Iterable[Lane],
        now: datetime,
        *,
        limit: int,
        lease: timedelta,
        exclude_people: Collection[int] = (),
    ) -> list[Outgoing]:
        """Claim messages to send: the most urgent lane first, one of each person.

        Of urgent ones, what is asked for the first time goes before what is asked again. Commit
        before sending. Whoever has a message on its way, or is excluded, waits.
        """
        wanted = list(lanes)
        values = {"lanes": wanted, "now": now, "busy": list(exclude_people), "limit": limit}
        urgent = all(lane <= Lane.ALERT for lane in wanted)
        statement = statements.CLAIM_URGENT if urgent else statements.CLAIM
        first: dict[int, Row[Any]] = {}
        for row in await self._all(statement, values):
            first.setdefault(row.person_id, row)
        chosen = list(first.values())
        if not chosen:
            return []
        lease_until = now + lease
        marks = [{"which": row.id, "lease": lease_until} for row in chosen]
        await self._run(statements.SENDING, marks)
        return await self._outgoing(chosen, now, attempt=1)

    async def waiting_pages(
        self, person_id: int, lane: Lane, now: datetime, *, limit: int
    ) -> dict[int, int]:
        """List the pages of a lane that could go to somebody now: row and alert, in order."""
        values = {"person": person_id, "of_lane": lane, "now": now, "limit": limit}
        rows = await self._all(statements.WAITING_PAGES, values)
        return {row.id: row.alert_id for row in rows}

    async def take_along(self, rows: Iterable[int], lease_until: datetime) -> None:
        """Claim rows that a message which has been claimed tells of as well."""
        await self._run(statements.SENDING, [{"which": row, "lease": lease_until} for row in rows])

    async def was_paged(self, person_id: int, alerts: Collection[int]) -> bool:
        """Tell whether a page of any of these alerts went to somebody, or is on its way."""
        values = {"alerts": list(alerts), "person": person_id}
        return await self._first(statements.WAS_PAGED, values) is not None

    async def sent(
        self, outbox_id: int, message_id: int, now: datetime, *, together: bool = False
    ) -> None:
        """Note that a message has arrived; its body is wiped, its receipt is kept.

        ``together`` marks one that was told of in a message with others: that is never changed
        for one of them.
        """
        row = await self._first(statements.GET, {"id": outbox_id})
        why = statements.TOGETHER if together else ""
        if row is None:
            return
        if not await self._settle(outbox_id, "sent", now, message=message_id, why=why):
            return
        if row.category is not None and row.body is not None:
            await self._disclose(row, now)

    async def retry(
        self, outbox_id: int, not_before: datetime, reason: str, *, repeat: bool = False
    ) -> None:
        """Send a message later; ``repeat`` if it may have arrived already."""
        self.moves = True
        values = {"which": outbox_id, "later": not_before, "why": reason, "again": repeat}
        await self._run(statements.RETRY, values)

    async def failed(self, outbox_id: int, now: datetime, reason: str) -> None:
        """Note that a message will never arrive."""
        await self._settle(outbox_id, "failed", now, why=reason)

    async def unknown(self, outbox_id: int, now: datetime) -> bool:
        """Note that nobody knows whether a message arrived. Returns whether it goes once more."""
        row = await self._first(statements.GET, {"id": outbox_id})
        if row is None:
            return False
        if goes_again(Lane(row.lane), repeat=row.repeat):
            await self.retry(outbox_id, now, "unknown", repeat=True)
            return True
        await self._settle(outbox_id, "unknown", now, why="unknown")
        return False

    async def requeue_expired_leases(self, now: datetime) -> list[Outgoing]:
        """Settle what was being sent by a sender that died. Returns what it was."""
        rows = await self._all(statements.LOST, {"now": now})
        lost = await self._outgoing(rows, now)
        for row in lost:
            await self.unknown(row.id, now)
        return lost

    async def expire(self, now: datetime) -> int:
        """Drop what is no longer worth sending. Returns how many."""
        return await self._changed(statements.EXPIRE, {"now": now})

    async def cancel(
        self,
        *,
        person_id: int | None = None,
        about_id: int | None = None,
        alert_id: int | None = None,
        session_id: str | None = None,
        check_in_id: int | None = None,
        kind: str | None = None,
        category: str | None = None,
    ) -> int:
        """Take back what still waits and has all these marks. Returns how many."""
        marks = {
            "person_id": person_id,
            "owner": about_id,
            "alert_id": alert_id,
            "session_id": session_id,
            "check_in_id": check_in_id,
            "kind": kind,
            "category": category,
        }
        given = {column: value for column, value in marks.items() if value is not None}
        assert given.keys() - {"kind", "category"}, "say whose messages to cancel"
        values = {f"by_{column}": value for column, value in given.items()}
        return await self._changed(statements.cancel(*given), values)

    async def next_at(self, now: datetime) -> datetime | None:
        """Say when the next message may leave or the next lease ends; the past means now."""
        times = [row.at for row in await self._all(statements.NEXT_AT) if row.at is not None]
        return min(times, default=None)

    async def pages_of(self, alert_id: int, kind: str = "page") -> list[tuple[int, int]]:
        """List who was paged for an alert, as (person, message), in the order of paging.

        Messages that tell of several alerts are left out.
        """
        rows = await self._all(statements.PAGES_OF, {"alert": alert_id, "kind": kind})
        return [(row.person_id, row.message_id) for row in rows]

    async def prompts_of(self, check_in_id: int) -> list[int]:
        """List the messages that invited somebody to a check-in or reminded of it, oldest first."""
        rows = await self._all(statements.PROMPTS_OF, {"check_in": check_in_id})
        return [row.message_id for row in rows]

    async def pending(self, now: datetime) -> int:
        """Count the messages that may leave now and have not."""
        counted: int = await self._scalar(statements.PENDING, {"now": now})
        return counted

    async def oldest_unsent(self, lane: Lane) -> datetime | None:
        """Say since when the oldest message of a lane has been allowed to leave."""
        since: datetime | None = await self._scalar(statements.OLDEST, {"lane": lane})
        return since

    async def _insert(self, row: dict[str, Any]) -> int:
        if row["dedupe"] is None:
            added: int = await self._scalar(statements.ADD, row)
            return added
        once = insert_once(self._dialect, outbox, outbox.c.id)
        new: int | None = await self._scalar(once, row)
        if new is not None:
            return new
        old: int = await self._scalar(statements.BY_DEDUPE, {"dedupe": row["dedupe"]})
        return old

    async def _settle(
        self, outbox_id: int, new: str, now: datetime, *, message: int | None = None, why: str = ""
    ) -> bool:
        self.moves = True
        values = {"which": outbox_id, "new": new, "now": now, "message": message, "why": why}
        return await self._changed(statements.SETTLE, values) == 1

    async def _outgoing(
        self, rows: Sequence[Row[Any]], now: datetime, *, attempt: int = 0
    ) -> list[Outgoing]:
        """Read claimed rows. One that cannot be sent fails here, and holds no other up."""
        people = {row.person_id for row in rows}
        await self._vault.open(people | {row.owner for row in rows})
        chats = await self._all(statements.CHATS, {"ids": list(people)})
        chat_of = {row.id: row.chat for row in chats}
        found = []
        for row in rows:
            if row.person_id not in chat_of:
                await self.failed(row.id, now, "no chat")
                continue
            try:
                found.append(self._read(row, chat_of[row.person_id], attempt))
            except (SealBroken, KeyForgotten):
                await self.failed(row.id, now, "does not open")
        return found

    def _read(self, row: Row[Any], chat: bytes, attempt: int) -> Outgoing:
        return Outgoing(
            id=row.id,
            person_id=row.person_id,
            chat_id=CHAT.unseal(self._vault, row.person_id, str(row.person_id), chat),
            lane=Lane(row.lane),
            kind=row.kind,
            message=BODY.unseal(self._vault, row.owner, row.seal_row, row.body),
            edits=row.edits,
            about_id=None if row.owner == row.person_id else row.owner,
            alert_id=row.alert_id,
            session_id=row.session_id,
            turn=row.turn,
            check_in_id=row.check_in_id,
            attempts=row.attempts + attempt,
            repeat=row.repeat,
            receipt=None if row.category is None else (row.category, row.grant_id),
        )
