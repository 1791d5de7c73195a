"""Queues: updates that wait for the bot, in order, until they are confirmed or lapse.

A chat's messages are one queue and a person's taps another, so over a webhook a tap
can overtake a message. Polling merges all queues by update id.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice, takewhile

from bot.emulator.shapes import Json

TAP_LIFETIME = timedelta(seconds=150)
MESSAGE_LIFETIME = timedelta(hours=24)
FIRST_UPDATE_ID = 100_000_001
NOT_SENT_UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})

Queue = tuple[str, int]


@dataclass(slots=True)
class Pending:
    """One update the bot has not confirmed yet."""

    update_id: int
    queue: Queue
    body: Json
    expires_at: datetime
    fetched: bool = False
    repeats: int = 0

    def json(self) -> Json:
        """Write a Bot API ``Update``."""
        return {"update_id": self.update_id, **self.body}


class Bell:
    """Wakes whoever waits for something to happen."""

    def __init__(self) -> None:
        self._waiting: list[asyncio.Future[None]] = []

    @property
    def awaited(self) -> bool:
        """Whether anybody waits now."""
        return any(not one.done() for one in self._waiting)

    def ring(self) -> None:
        """Wake everybody who waits now."""
        waiting, self._waiting = self._waiting, []
        for one in waiting:
            if not one.done():
                one.set_result(None)

    async def wait(self) -> None:
        """Wait for the next ring."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(future)
        await future


class UpdateQueue:
    """All updates that wait, by update id."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._pending: dict[int, Pending] = {}
        self._lines: dict[Queue, dict[int, Pending]] = {}
        self._repeats: list[Pending] = []
        self._next_id = FIRST_UPDATE_ID
        self._earliest: datetime | None = None
        self.allowed: frozenset[str] | None = None
        self.bell = Bell()
        self.counts: Counter[str] = Counter()

    def __len__(self) -> int:
        """Count the updates that wait."""
        self.expire()
        return len(self._pending) + len(self._repeats)

    def allow(self, kinds: Collection[str]) -> None:
        """Remember which kinds the bot wants from now on; none named means the usual ones."""
        self.allowed = frozenset(kinds) or None

    def add(self, kind: str, body: Json, queue: Queue, lifetime: timedelta) -> Pending:
        """Put an update in line, unless the bot did not ask for its kind.

        Args:
            kind: The field of ``Update`` it fills, or "raw", which no filter stops.
            body: The update without its id.
            queue: Which line it stands in.
            lifetime: How long it waits at most.

        """
        pending = Pending(self._next_id, queue, body, self._now() + lifetime)
        self._next_id += 1
        if kind != "raw" and not self._wanted(kind):
            self.counts["unwanted"] += 1
            return pending
        self.counts["added"] += 1
        self._pending[pending.update_id] = pending
        self._lines.setdefault(queue, {})[pending.update_id] = pending
        if self._earliest is None or pending.expires_at < self._earliest:
            self._earliest = pending.expires_at
        self.bell.ring()
        return pending

    def fetch(self, offset: int, limit: int) -> list[Pending]:
        """Confirm everything below the offset and hand out what comes next, in order.

        A negative offset keeps that many of the newest and forgets the rest.
        """
        self.expire()
        if offset < 0:
            offset = [0, *self._pending][max(offset, -len(self._pending))]
        self._confirm(offset)
        repeats, self._repeats = self._repeats[:limit], self._repeats[limit:]
        batch = [*repeats, *islice(self._pending.values(), limit - len(repeats))]
        for one in batch:
            one.fetched = True
        return batch

    def heads(self) -> Iterator[Pending]:
        """Name the first update of every queue, for delivery side by side."""
        self.expire()
        for queue in {one.queue for one in self._repeats} | self._lines.keys():
            head = self.head(queue)
            if head is not None:
                yield head

    def head(self, queue: Queue) -> Pending | None:
        """Name the first update of one queue."""
        self.expire()
        repeat = next((one for one in self._repeats if one.queue == queue), None)
        return repeat or next(iter(self._lines.get(queue, {}).values()), None)

    def delivered(self, pending: Pending) -> None:
        """Take an update out of its line because the bot has it."""
        if pending in self._repeats:
            self._repeats.remove(pending)
        elif pending.update_id in self._pending:
            self._confirmed(pending)

    def overtakable(self, pending: Pending) -> Pending | None:
        """Return the waiting update an update could overtake: the newest nobody has seen."""
        if pending.update_id not in self._pending:
            return None
        others = (one for one in reversed(self._pending.values()) if one is not pending)
        return next((one for one in others if not one.fetched), None)

    def overtake(self, pending: Pending) -> None:
        """Let an update change places with the one before it."""
        other = self.overtakable(pending)
        if other is None:
            return
        self._leave(other)
        self._leave(pending)
        other.update_id, pending.update_id = pending.update_id, other.update_id
        for one in (pending, other):
            self._pending[one.update_id] = one
            self._lines.setdefault(one.queue, {})[one.update_id] = one
        self._pending = dict(sorted(self._pending.items()))
        for queue in (pending.queue, other.queue):
            self._lines[queue] = dict(sorted(self._lines[queue].items()))

    def clear(self) -> None:
        """Forget everything that waits."""
        self._pending.clear()
        self._lines.clear()
        self._repeats.clear()
        self._earliest = None

    def expire(self) -> None:
        """Drop what has waited too long."""
        if self._earliest is None or self._now() < self._earliest:
            return
        now = self._now()
        lapsed = [one for one in self._pending.values() if one.expires_at <= now]
        for one in lapsed:
            self._leave(one)
        self.counts["lapsed"] += len(lapsed)
        self._earliest = min((one.expires_at for one in self._pending.values()), default=None)

    def next_expiry(self) -> datetime | None:
        """Return when the next waiting update lapses."""
        self.expire()
        return min((one.expires_at for one in self._pending.values()), default=None)

    def _wanted(self, kind: str) -> bool:
        return kind not in NOT_SENT_UNASKED if self.allowed is None else kind in self.allowed

    def _confirm(self, offset: int) -> None:
        below = takewhile(lambda one: one.update_id < offset, self._pending.values())
        for pending in list(below):
            self._confirmed(pending)

    def _confirmed(self, pending: Pending) -> None:
        self._leave(pending)
        self.counts["delivered"] += 1
        if pending.repeats:
            pending.repeats -= 1
            self._repeats.append(pending)

    def _leave(self, pending: Pending) -> None:
        del self._pending[pending.update_id]
        line = self._lines[pending.queue]
        del line[pending.update_id]
        if not line:
            del self._lines[pending.queue]
