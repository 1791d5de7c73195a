"""The trail: who saw or changed what, in a chain that cannot be altered unseen.

Every row is signed together with the signature before it. Cutting off the end leaves a chain that
holds; that is found only by comparing with a head that was kept elsewhere (`head`, `verify`).
Nothing here names anybody or holds an answer, so the trail outlives an erasure.
"""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, insert, select

from dialogs.errors import StorageError
from storage.claims import insert_once, take_turns
from storage.crypto import Place, SealBroken
from storage.tables import meta, poison, trail, updates
from storage.vault import HOUSE, Repository

KEY_PROOF = "key_proof"
"""The fact by which a database knows its key file again."""

_AT_ONCE = 1000
_START = b""

_LAST = select(trail.c.seq, trail.c.mac).order_by(trail.c.seq.desc()).limit(1)
_NOTE = insert(trail)
_OF_CLIENT = select(trail).where(trail.c.client_id == bindparam("client")).order_by(trail.c.seq)
_LOOKS = (
    select(trail)
    .where(
        trail.c.client_id == bindparam("client"),
        trail.c.at >= bindparam("since"),
        trail.c.action.in_(bindparam("actions", expanding=True)),
    )
    .order_by(trail.c.seq)
)
_COUNT = select(func.count()).where(
    trail.c.client_id == bindparam("client"),
    trail.c.actor_id == bindparam("actor"),
    trail.c.action == bindparam("action"),
    trail.c.object_ref.like(bindparam("ref")),
    trail.c.at >= bindparam("since"),
)
_AFTER = select(trail).where(trail.c.seq > bindparam("seq")).order_by(trail.c.seq).limit(_AT_ONCE)
_DONE = select(updates.c.update_id).where(updates.c.update_id == bindparam("id"))
_FORGET = delete(updates).where(updates.c.at < bindparam("before"))
_POISONED = select(poison).where(poison.c.update_id == bindparam("id"))
_ALL_POISON = select(poison.c.update_id, poison.c.raw)
_DROP_POISON = delete(poison).where(poison.c.update_id == bindparam("id"))
_META = select(meta.c.value).where(meta.c.key == bindparam("key"))
_UNSET = delete(meta).where(meta.c.key == bindparam("key"))
_SET = insert(meta)


class TrailBroken(StorageError):
    """The trail was altered: a row was changed, added or taken away."""


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the trail at some moment; kept elsewhere, it shows what was cut off since."""

    seq: int
    mac: str


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that was done: by whom, in what role, to what."""

    seq: int
    at: datetime
    actor_id: int | None
    role: str
    action: str
    object_ref: str
    client_id: int | None
    reason: str | None


class Trail(Repository):
    """What was done, and which updates have been worked on."""

    async def note(
        self,
        actor_id: int | None,
        role: str,
        action: str,
        object_ref: str,
        now: datetime,
        reason: str | None = None,
        *,
        client_id: int | None = None,
    ) -> None:
        """Append one row.

        Args:
            actor_id: Who did it; None: the bot itself.
            role: In which role.
            action: What, as a key.
            object_ref: To what, as ``kind:number``.
            now: When.
            reason: Why, as a key; never free text.
            client_id: Whose affair it is: this client may see the row.

        """
        await take_turns(self._connection, "trail")
        last = await self._first(_LAST)
        seq, prev = (1, _START) if last is None else (last.seq + 1, last.mac)
        note = Note(seq, now, actor_id, role, action, object_ref, client_id, reason)
        row = {
            "seq": seq,
            "at": now,
            "actor_id": actor_id,
            "role": role,
            "action": action,
            "object_ref": object_ref,
            "client_id": client_id,
            "reason": reason,
            "prev": prev,
            "mac": self._mac(note, prev),
        }
        await self._run(_NOTE, row)

    async def of_client(self, client_id: int) -> list[Note]:
        """Load what was done in one client's affairs, oldest first."""
        return [_note(row) for row in await self._all(_OF_CLIENT, {"client": client_id})]

    async def looks(self, client_id: int, actions: Collection[str], since: datetime) -> list[Note]:
        """Load what was done of these kinds in one client's affairs since a moment."""
        values = {"client": client_id, "actions": list(actions), "since": since}
        return [_note(row) for row in await self._all(_LOOKS, values)]

    async def count_of(
        self, actor_id: int, action: str, client_id: int, since: datetime, object_ref: str = "%"
    ) -> int:
        """Count how often somebody did something in a client's affairs since a moment."""
        values = {
            "client": client_id,
            "actor": actor_id,
            "action": action,
            "ref": object_ref,
            "since": since,
        }
        counted: int = await self._scalar(_COUNT, values)
        return counted

    async def head(self) -> Head | None:
        """Give the end of the trail, to be kept outside this database."""
        row = await self._first(_LAST)
        return None if row is None else Head(row.seq, row.mac.hex())

    async def verify(self, *anchors: Head) -> int:
        """Check the whole chain, and that it still contains each head kept elsewhere.

        Returns:
            The number of rows.

        Raises:
            TrailBroken: It was altered; the message says where.

        """
        seq, prev, missing = 0, _START, set(anchors)
        async for row in self._rows():
            seq += 1
            if row.seq != seq or row.prev != prev or row.mac != self._mac(_note(row), prev):
                raise TrailBroken(f"the trail was altered at row {seq}")
            prev = row.mac
            missing.discard(Head(seq, prev.hex()))
        if missing:
            first = min(one.seq for one in missing)
            raise TrailBroken(
                f"the trail does not contain the head that was kept of it at row {first}"
            )
        return seq

    async def done(self, update_id: int) -> bool:
        """Whether an update has been worked on before."""
        return await self._first(_DONE, {"id": update_id}) is not None

    async def remember(self, update_id: int, now: datetime) -> bool:
        """Note that an update is being worked on. Returns False if it was before."""
        row = {"update_id": update_id, "at": now}
        return await self._changed(insert_once(self._dialect, updates), row) == 1

    async def forget_updates(self, before: datetime) -> int:
        """Forget the updates worked on before a moment. Returns how many."""
        return await self._changed(_FORGET, {"before": before})

    async def poison(self, update_id: int, raw: bytes, error: str, now: datetime) -> None:
        """Keep an update that cannot be worked on, sealed; ``error`` names its kind only."""
        await self._vault.open([HOUSE])
        sealed = self._vault.seal(HOUSE, _poison_place(update_id), raw)
        row = {"update_id": update_id, "at": now, "error": error, "raw": sealed}
        await self._run(insert_once(self._dialect, poison), row)

    async def poisoned(self, update_id: int) -> bytes | None:
        """Give back an update that could not be worked on."""
        row = await self._first(_POISONED, {"id": update_id})
        if row is None:
            return None
        await self._vault.open([HOUSE])
        return self._vault.unseal(HOUSE, _poison_place(update_id), row.raw)

    async def forget_poisoned(self, chat_id: int) -> int:
        """Delete what was put aside of one chat, as nobody's key seals it. Returns how many."""
        await self._vault.open([HOUSE])
        which = [row.update_id for row in await self._all(_ALL_POISON) if self._is_of(row, chat_id)]
        for update_id in which:
            await self._run(_DROP_POISON, {"id": update_id})
        return len(which)

    def _is_of(self, row: Row[Any], chat_id: int) -> bool:
        """Whether the chat's number stands anywhere in it; what cannot be read is nobody's."""
        try:
            raw = self._vault.unseal(HOUSE, _poison_place(row.update_id), row.raw)
        except SealBroken:
            return False
        return re.search(rb"(?<!\d)%d(?!\d)" % chat_id, raw) is not None

    def _mac(self, note: Note, prev: bytes) -> bytes:
        content = [
            note.seq,
            note.at.isoformat(),
            note.actor_id,
            note.role,
            note.action,
            note.object_ref,
            note.client_id,
            note.reason,
            prev.hex(),
        ]
        return self._vault.sign(json.dumps(content).encode())

    async def _rows(self) -> AsyncIterator[Row[Any]]:
        seq = 0
        while rows := await self._all(_AFTER, {"seq": seq}):
            for row in rows:
                yield row
            seq = rows[-1].seq
            await asyncio.sleep(0)  # others may go on between two pages


class Meta(Repository):
    """Small facts about the installation, by key; no secrets."""

    async def get(self, key: str) -> str | None:
        """Give a fact, if it is known."""
        value: str | None = await self._scalar(_META, {"key": key})
        return value

    async def set(self, key: str, value: str) -> None:
        """Keep a fact in place of what was known."""
        await self._run(_UNSET, {"key": key})
        await self._run(_SET, {"key": key, "value": value})


def _note(row: Row[Any]) -> Note:
    return Note(
        row.seq,
        row.at,
        row.actor_id,
        row.role,
        row.action,
        row.object_ref,
        row.client_id,
        row.reason,
    )


def _poison_place(update_id: int) -> Place:
    return Place("poison", "raw", str(update_id))
