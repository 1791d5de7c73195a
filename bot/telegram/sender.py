"""The outbox's way out: what the actions left is sent, most urgent first, and marked.

A row is claimed in a committed transaction before the call, and settled in another right after it,
so a crash at any point leaves a row whose fate can be told. SOS and alerts have places of their own
on the way and are never behind anything else. One message at a time is on its way to a chat.
"""

import asyncio
import contextlib
import math
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import structlog
from aiogram import Bot

from bot.clock import Clock
from bot.observe import Figures
from bot.telegram import letters
from bot.telegram.connection import LEASE_SECONDS, Ending, TokenRefused
from bot.telegram.letters import Delivery
from bot.telegram.limits import Limits, is_urgent
from bot.telegram.marks import mark
from dialogs.errors import DatabaseRefused
from dialogs.texts import Texts
from storage.outbox import Lane, Outgoing
from storage.unit_of_work import Database, UnitOfWork

log = structlog.get_logger(__name__)

URGENT = (Lane.SOS, Lane.ALERT)
ORDINARY = (Lane.REPLY, Lane.PROMPT, Lane.REMINDER, Lane.BULK)
MOST_ON_THE_WAY = 16
LONGEST_REST = 5.0
LONGEST_TROUBLE = 30.0
LEASE = timedelta(seconds=LEASE_SECONDS)
REPEAT_KEY = "alerts-page_repeat"

Recheck = Callable[[UnitOfWork, Outgoing, datetime], Awaitable[bool]]
OnSent = Callable[[UnitOfWork, Outgoing, int, datetime], Awaitable[None]]
OnUndeliverable = Callable[[UnitOfWork, Outgoing, datetime], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Duties:
    """What others decide about a message on its way, each inside a transaction of the sender's.

    ``recheck`` says, just before it goes, whether it still should. ``on_sent`` gets the message id.
    ``on_undeliverable`` hears that a person cannot be reached any more.
    """

    recheck: Recheck
    on_sent: OnSent
    on_undeliverable: OnUndeliverable


@dataclass(slots=True)
class _Desk:
    """Lanes that share the places on the way; the ordinary ones can never fill the urgent ones'."""

    lanes: tuple[Lane, ...]
    busy: set[int] = field(default_factory=set)  # the people a message is on its way to


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
        self._limits = limits
        self._clock = clock
        self._monotonic = monotonic
        self._duties = duties
        self._texts = texts
        self._figures = figures
        self._beat = beat
        self._desks = (_Desk(URGENT), _Desk(ORDINARY))
        self._resting: dict[int, int] = {}  # person: chat, where a chat has no token left
        self._leases_at = -math.inf
        self._awake = asyncio.Event()
        self._stopping = False

    async def run(self) -> None:
        """Send until told to stop; then let what is on its way arrive.

        Raises:
            ExceptionGroup: Holds `TokenRefused` when Telegram does not know the bot any more.

        """
        trouble = 1.0
        async with asyncio.TaskGroup() as group:
            while not self._stopping:
                self._beat()
                try:
                    rest = await self._hand_out(group)
                    trouble = 1.0
                except DatabaseRefused:
                    log.exception("outbox cannot be read")
                    rest, trouble = trouble, min(trouble * 2, LONGEST_TROUBLE)
                await self._rest(rest)

    def wake(self) -> None:
        """Look into the outbox now; to be called when a transaction that left messages commits."""
        self._awake.set()

    def stop(self) -> None:
        """Start nothing new; `run` returns when what is on its way has been settled."""
        self._stopping = True
        self.wake()

    async def flush(self, now: datetime) -> int:
        """Send everything that may go at this instant, one by one; return how many went."""
        await self._look_for_lost(now)
        sent = 0
        while rows := await self._claim(now):
            for desk, row in rows:
                sent += await self._carry(desk, row, lambda: now)
        return sent

    async def next_at(self, now: datetime) -> datetime | None:
        """Return the instant at which `flush` may next have work; None: nothing waits."""
        async with self._database.reading() as uow:
            due = await uow.outbox.next_at(now)
        return due if due is None or due > now else now + timedelta(seconds=self._wait())

    async def _hand_out(self, group: asyncio.TaskGroup) -> float:
        """Start sending what may go now; return the seconds after which to look again.

        No send is waited for here, so none holds up another; each wakes us when it is done.
        """
        now = self._clock()
        await self._look_for_lost(now)
        async with self._database.reading() as uow:
            due = await uow.outbox.next_at(now)
        if due is None or due > now:
            return LONGEST_REST if due is None else (due - now).total_seconds()
        for desk, row in await self._claim(now):
            group.create_task(self._carry(desk, row, self._clock))
        return self._wait()

    async def _rest(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(min(seconds, LONGEST_REST)):
                await self._awake.wait()
        self._awake.clear()

    async def _claim(self, now: datetime) -> list[tuple[_Desk, Outgoing]]:
        """Take the rows that may go now, urgent first, and look at each once more.

        All in one transaction, committed before the first of them is sent.
        """
        at = self._monotonic()
        rooms = [(desk, *self._room(desk, at)) for desk in self._desks]
        if not any(room for _, _, room in rooms):
            return []
        rows: list[tuple[_Desk, Outgoing]] = []
        async with self._database.unit_of_work() as uow:
            for desk, lanes, room in rooms:
                if room < 1:
                    continue
                claimed = await uow.outbox.claim(
                    lanes, now, limit=room, lease=LEASE, exclude_people=self._not_now(lanes[0], at)
                )
                looked = [await self._look_once_more(uow, row, now, at) for row in claimed]
                rows += [(desk, row) for row in looked if row is not None]
        for desk, row in rows:
            desk.busy.add(row.person_id)
            self._resting[row.person_id] = row.chat_id
            self._limits.took(row.lane, row.chat_id, at)
        return rows

    def _room(self, desk: _Desk, at: float) -> tuple[list[Lane], int]:
        """Return the desk's lanes that may send now, and how many messages of them."""
        lanes = [lane for lane in desk.lanes if self._limits.lane_wait(lane, at) == 0]
        return lanes, min(self._limits.room(lanes, at), MOST_ON_THE_WAY - len(desk.busy))

    async def _look_once_more(
        self, uow: UnitOfWork, row: Outgoing, now: datetime, at: float
    ) -> Outgoing | None:
        """Return the row as it is to be sent, or None if it must wait or not go at all."""
        if not await self._is_wanted(uow, row, now):
            await uow.outbox.failed(row.id, now, "withdrawn")
            return None
        held = self._limits.wait(row.lane, row.chat_id, at)
        if held > 0:
            await uow.outbox.retry(row.id, now + timedelta(seconds=held), "held")
            return None
        if not row.repeat or not is_urgent(row.lane):
            return row
        person = (await uow.people.many([row.person_id])).get(row.person_id)
        if person is None:  # whoever cannot be read holds up nobody, and is paged all the same
            return row
        text = self._texts.say(person.language, REPEAT_KEY, text=row.message.text)
        return replace(row, message=letters.reworded(row.message, text))

    async def _is_wanted(self, uow: UnitOfWork, row: Outgoing, now: datetime) -> bool:
        """Ask whether a row should still go; if nobody can say, only a page does."""
        try:
            return await self._duties.recheck(uow, row, now)
        except DatabaseRefused:
            raise
        except Exception:
            log.exception("message not looked at", row=row.id, lane=row.lane.name)
            return is_urgent(row.lane)

    async def _carry(self, desk: _Desk, row: Outgoing, clock: Clock) -> bool:
        """Send one row and settle it; return whether it arrived."""
        try:
            result = await letters.deliver(self._bot, row)
            await self._settle(row, result, clock())
        finally:
            desk.busy.discard(row.person_id)
            self.wake()
        if result.ending is Ending.TOKEN:
            raise TokenRefused
        return result.ending is None

    async def _settle(self, row: Outgoing, result: Delivery, now: datetime) -> None:
        """Mark a row and do what follows; a fault in what follows must not undo the mark."""
        self._figures.sent.labels(lane=row.lane.name, outcome=result.ending or "sent").inc()
        if result.ending is not None:
            log.warning("message not delivered", row=row.id, lane=row.lane.name, code=result.code)
        if result.ending is Ending.WAIT:
            at = self._monotonic()
            self._limits.told_to_wait(row.lane, row.chat_id, result.seconds, at)
        for follow in (self._follow, _nothing_follows):
            try:
                async with self._database.unit_of_work() as uow:
                    await mark(uow, row, result, now)
                    await follow(uow, row, result, now)
            except DatabaseRefused:  # its lease runs out, then it counts as "nobody knows"
                log.exception("message not marked", row=row.id, lane=row.lane.name)
            except Exception:
                log.exception("what follows a message failed", row=row.id, lane=row.lane.name)
                continue
            return

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

    def _wait(self) -> float:
        """Return the seconds until a lane or a chat that has to wait may send again."""
        at = self._monotonic()
        waits = [self._limits.lane_wait(lane, at) for lane in (*URGENT, *ORDINARY)]
        waits += [self._limits.chat_wait(Lane.REPLY, chat, at) for chat in self._resting.values()]
        return min((wait for wait in waits if wait > 0), default=LONGEST_REST)

    def _not_now(self, lane: Lane, at: float) -> frozenset[int]:
        """Return the people to whom a message is on its way, or whose chat has no token left."""
        wait = self._limits.chat_wait
        self._resting = {
            person: chat for person, chat in self._resting.items() if wait(Lane.BULK, chat, at) > 0
        }
        resting = {person for person, chat in self._resting.items() if wait(lane, chat, at) > 0}
        return frozenset(resting).union(*(desk.busy for desk in self._desks))


async def _nothing_follows(
    _uow: UnitOfWork, _row: Outgoing, _result: Delivery, _now: datetime
) -> None:
    """Leave it at the mark."""
