"""The outbox's way out: what the actions left is sent, most urgent first, and marked.

A row is claimed in a committed transaction before the call, and settled in another right after it,
so a crash at any point leaves a row whose fate can be told. SOS and alerts have places of their own
on the way and are never behind anything else. One message at a time is on its way to a chat.
"""

import asyncio
import contextlib
import math
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import structlog
from aiogram import Bot

from bot.clock import Clock
from bot.observe import Figures
from bot.telegram import letters
from bot.telegram.claiming import Claimed, Claiming, Duties
from bot.telegram.connection import Ending, TokenRefused
from bot.telegram.desks import LONGEST_REST, Desk, Desks
from bot.telegram.letters import Delivery
from bot.telegram.limits import Limits
from bot.telegram.marks import mark
from dialogs.errors import DatabaseRefused
from dialogs.texts import Texts
from storage.outbox import Lane, Outgoing
from storage.unit_of_work import Database, UnitOfWork

log = structlog.get_logger(__name__)

LONGEST_TROUBLE = 30.0


class Sender:
    """Carries the outbox to Telegram; `run` it for good, or `flush` it by hand."""

    def __init__(
        self,
        database: Database,
        bot: Bot,
        limits: Limits,
        clock: Clock,
        monotonic: Callable[[], float],
        *,
        duties: Duties,
        texts: Texts,
        figures: Figures,
        beat: Callable[[], None] = lambda: None,
    ) -> None:
        self._database = database
        self._bot = bot
        self._clock = clock
        self._monotonic = monotonic
        self._duties = duties
        self._figures = figures
        self._beat = beat
        self.desks = Desks(limits, monotonic)
        self._claiming = Claiming(self.desks, duties, texts)
        self._claims = asyncio.Lock()
        self._group: asyncio.TaskGroup | None = None
        self._leases_at = -math.inf
        self._rests_until = math.inf
        self._awake = asyncio.Event()
        self._stopping = False

    async def run(self) -> None:
        """Send until told to stop; then let what is on its way arrive.

        Raises:
            ExceptionGroup: Holds `TokenRefused` when Telegram does not know the bot any more.

        """
        trouble = 1.0
        try:
            async with asyncio.TaskGroup() as self._group:
                while not self._stopping:
                    self._beat()
                    try:
                        rest = await self._hand_out()
                        trouble = 1.0
                    except DatabaseRefused:
                        log.exception("outbox cannot be read")
                        rest, trouble = trouble, min(trouble * 2, LONGEST_TROUBLE)
                    await self._rest(rest)
                async with self._claims:
                    pass  # whoever is just committing what they claimed gets it on its way
        finally:
            self._group = None

    def wake(self) -> None:
        """Look into the outbox now."""
        self._awake.set()

    def stop(self) -> None:
        """Start nothing new; `run` returns when what is on its way has been settled."""
        self._stopping = True
        self.wake()

    @asynccontextmanager
    async def posting(self, uow: UnitOfWork) -> AsyncIterator[None]:
        """Claim what may go at once in the very transaction that lays it down or makes way for it.

        To be entered when nothing but the commit is left; what was claimed is sent once that has
        happened. So most messages need no transaction of their own before they go.
        """
        if self._group is None or self._stopping or self._claims.locked():
            uow.on_commit(self.wake)
            yield
            return
        async with self._claims:
            now = self._clock()
            try:
                async with uow.apart():
                    rows = await self._claiming.claim(uow, now)
                    due = await uow.outbox.next_at(now)
            except Exception:  # whatever is wrong with a message must not undo what was done
                log.exception("outbox cannot be claimed")
                uow.on_commit(self.wake)
            else:
                uow.on_commit(lambda: self._go(rows, due, now))
            yield

    async def flush(self, now: datetime) -> int:
        """Send everything that may go at this instant, one by one; return how many went."""
        await self._look_for_lost(now)
        sent = 0
        while rows := await self._claim_alone(now):
            for desk, row in rows:
                self.desks.goes(desk, row)
            for desk, row in rows:
                sent += await self._carry(desk, row, lambda: now)
        return sent

    async def next_at(self, now: datetime) -> datetime | None:
        """Return the instant at which `flush` may next have work; None: nothing waits."""
        async with self._database.reading() as uow:
            due = await uow.outbox.next_at(now)
        return due if due is None or due > now else now + timedelta(seconds=self.desks.wait())

    async def _hand_out(self) -> float:
        """Start sending what may go now; return the seconds after which to look again.

        No send is waited for here, so none holds up another; each claims what it made way for.
        """
        now = self._clock()
        await self._look_for_lost(now)
        async with self._database.reading() as uow:
            due = await uow.outbox.next_at(now)
        if due is not None and due <= now:
            async with self._claims:
                self._go(await self._claim_alone(now), due, now)
        return self._until(due, now)

    def _go(self, rows: Claimed, due: datetime | None, now: datetime) -> None:
        """Send what was claimed, now that this is committed; look again when more is due."""
        if self._group is None:
            return  # cut short: their leases run out
        for desk, row in rows:
            self.desks.goes(desk, row)
            self._group.create_task(self._carry(desk, row, self._clock))
        if self._monotonic() + self._until(due, now) < self._rests_until:
            self.wake()

    def _until(self, due: datetime | None, now: datetime) -> float:
        """Return the seconds until something may go, if the next of all is due then."""
        if due is None:
            return LONGEST_REST
        return self.desks.wait() if due <= now else (due - now).total_seconds()

    async def _rest(self, seconds: float) -> None:
        seconds = min(seconds, LONGEST_REST)
        self._rests_until = self._monotonic() + seconds
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._awake.wait()
        self._awake.clear()
        self._rests_until = math.inf

    async def _claim_alone(self, now: datetime) -> Claimed:
        """Claim in a transaction of its own, committed before the first message is sent."""
        if not any(self.desks.rooms()):
            return []
        async with self._database.unit_of_work() as uow:
            return await self._claiming.claim(uow, now)

    async def _carry(self, desk: Desk, row: Outgoing, clock: Clock) -> bool:
        """Send one row and settle it; return whether it arrived."""
        try:
            result = await letters.deliver(self._bot, row)
        finally:
            self.desks.is_back(desk, row)
        if not await self._settle(row, result, clock()):
            self.wake()
        if result.ending is Ending.TOKEN:
            raise TokenRefused
        return result.ending is None

    async def _settle(self, row: Outgoing, result: Delivery, now: datetime) -> bool:
        """Mark a row and do what follows; a fault in what follows must not undo the mark.

        Returns whether it could be marked.
        """
        self._figures.sent.labels(lane=row.lane.name, outcome=result.ending or "sent").inc()
        if result.ending is not None:
            log.warning("message not delivered", row=row.id, lane=row.lane.name, code=result.code)
        if result.ending is Ending.WAIT:
            self.desks.told_to_wait(row, result.seconds)
        for follow in (self._follow, _nothing_follows):
            try:
                async with self._database.unit_of_work() as uow:
                    await mark(uow, row, result, now)
                    await follow(uow, row, result, now)
            except DatabaseRefused:  # its lease runs out, then it counts as "nobody knows"
                log.exception("message not marked", row=row.id, lane=row.lane.name)
                return False
            except Exception:
                log.exception("what follows a message failed", row=row.id, lane=row.lane.name)
                continue
            return True
        return False

    async def _follow(
        self, uow: UnitOfWork, row: Outgoing, result: Delivery, now: datetime
    ) -> None:
        if result.ending is None:
            is_new = result.message_id != row.edits  # an edit does not move the question
            if row.session_id is not None and row.turn is not None and is_new:
                where = row.session_id, row.turn, result.message_id
                await uow.sessions.set_question_message(*where)
            await self._duties.on_sent(uow, row, result.message_id, now)
        elif result.ending is Ending.GONE:
            await self._duties.on_undeliverable(uow, row, now)

    async def _look_for_lost(self, now: datetime) -> None:
        """Drop what is too old to send; find rows whose sender died before they were marked."""
        at = self._monotonic()
        if at - self._leases_at < LONGEST_REST:
            return
        self._leases_at = at
        async with self._database.unit_of_work() as uow:
            await uow.outbox.expire(now)
            lost = await uow.outbox.requeue_expired_leases(now)
            for lane in Lane:
                since = await uow.outbox.oldest_unsent(lane)
                age = (now - since).total_seconds() if since else 0.0
                self._figures.outbox_oldest.labels(lane=lane.name).set(max(0.0, age))
        for row in lost:
            log.warning("message overdue", row=row.id, lane=row.lane.name)


async def _nothing_follows(
    _uow: UnitOfWork, _row: Outgoing, _result: Delivery, _now: datetime
) -> None:
    """Leave it at the mark."""
