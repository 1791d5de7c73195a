"""One update seen through to its end: worked on and committed, or put aside and apologised for.

Emergencies are answered before anything else. One person's updates are worked on in the order in
which they came, different people's side by side, a few at a time. What does not take the ordinary
road, because too much came at once or because the road failed, still falls into a net (`nets`).
"""

import asyncio
import itertools
import json
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

import structlog

from bot.clock import Clock
from bot.observe import Figures
from bot.telegram import incoming
from bot.telegram.calls import Call
from bot.telegram.incoming import Raw, UnreadableUpdate
from bot.telegram.limits import Flood
from dialogs.errors import DatabaseRefused
from storage.unit_of_work import Database

log = structlog.get_logger(__name__)

TRIES = 3
MOST_AT_ONCE = 16
LONGEST_WORK_SECONDS = 60
REMEMBERED = 10_000
GLANCE = 160
"""Characters of a message that are looked at where too many come: that takes about 1 ms."""

Feed = Callable[[Raw], Awaitable[None]]
Lifeline = Callable[[Raw], Awaitable[Call | None]]
Flooded = Callable[[Raw, Call | None], Awaitable[None]]
Lost = Callable[[Raw, Call], Awaitable[None]]
Stranded = Callable[[Call], Awaitable[None]]
Sorry = Callable[[Raw, datetime], Awaitable[None]]
Pause = Callable[[float], Awaitable[None]]
Patience = Callable[[int], float | None]


class Handling:
    """What is done with an update, however it came in; remembers which are done."""

    def __init__(
        self,
        database: Database,
        feed: Feed,
        clock: Clock,
        monotonic: Callable[[], float],
        *,
        figures: Figures,
        lifeline: Lifeline,
        flooded: Flooded,
        lost: Lost,
        sorry: Sorry,
        stranded: Stranded,
        flood: Flood | None = None,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self._database = database
        self._feed = feed
        self._clock = clock
        self._monotonic = monotonic
        self._figures = figures
        self._lifeline = lifeline
        self._flooded = flooded
        self._lost = lost
        self._sorry = sorry
        self._stranded = stranded
        self._pause = pause
        self._flood = flood or Flood()
        self._room = asyncio.Semaphore(MOST_AT_ONCE)
        self._last: dict[int, asyncio.Event] = {}
        self._done: OrderedDict[int, None] = OrderedDict()
        self._remembers = True

    def remembers(self) -> bool:
        """Return whether the database could be used when it was last wanted."""
        return self._remembers

    def is_done(self, number: int) -> bool:
        """Return whether this update has been worked on lately."""
        return number in self._done

    async def handle(self, raw: Raw, patience: Patience | None = None) -> None:
        """See one update through, in its person's turn.

        Args:
            raw: The update, as it came; it has an ``update_id``.
            patience: How many seconds to wait after the n-th time that the database could not be
                used (None: leave it undone); without it that is an error.

        Raises:
            DatabaseRefused: The database cannot be used; the update is as good as never seen.

        """
        person = incoming.person(raw) or 0
        with self._place(person) as before:
            may = self.is_done(raw["update_id"]) or self._may(raw, person)
            call = await self._lifeline(raw if may else incoming.glance(raw, GLANCE))
            if before is not None:
                await before.wait()
            async with self._room:
                await self._keep_at_it(raw, call, patience, may=may)

    def _may(self, raw: Raw, person: int) -> bool:
        """Count an update; taps have a measure of their own, to answer what is asked in a flood."""
        tapped = incoming.kind(raw) == "callback_query"
        return self._flood.may(-person if tapped else person, self._monotonic())

    async def put_aside(self, number: int, body: bytes, error: Exception) -> None:
        """Keep an update that cannot be worked on, sealed, for somebody to look at.

        Raises:
            DatabaseRefused: The database cannot be used.

        """
        now = self._clock()
        async with self._database.unit_of_work() as uow:
            if await uow.trail.remember(number, now):
                await uow.trail.poison(number, body, type(error).__name__, now)
        self._figures.dead_letters.inc()
        log.error("update put aside", update=number, error=type(error).__name__)

    async def _keep_at_it(
        self, raw: Raw, call: Call | None, patience: Patience | None, *, may: bool
    ) -> None:
        for times in itertools.count(1):
            try:
                await self._work(raw, call, may=may)
            except DatabaseRefused as error:
                self._remembers = False
                log.warning(
                    "update waits for the database", update=raw["update_id"], exc_info=error
                )
                if call is not None and times == 1:
                    await self._stranded(call)
                if patience is None:
                    raise
                seconds = patience(times)
            else:
                return
            if seconds is None:
                return
            await self._pause(seconds)

    async def _work(self, raw: Raw, call: Call | None, *, may: bool) -> None:
        """Work on an update; of too many at once only calls for help are worked on, elsewhere."""
        number = raw["update_id"]
        outcome = "done"
        if self.is_done(number):
            outcome = "repeated"
        elif not may:
            outcome = "flood"
            await self._flooded(raw, call)
        elif not await self._try(raw, call):
            outcome = "put_aside"
        self._done[number] = None
        if len(self._done) > REMEMBERED:
            self._done.popitem(last=False)
        self._figures.updates.labels(kind=incoming.kind(raw), outcome=outcome).inc()
        self._note_age(raw)

    async def _try(self, raw: Raw, call: Call | None) -> bool:
        """Feed an update to the dispatcher; return whether that worked within three tries."""
        for attempt in range(1, TRIES + 1):
            try:
                incoming.check(raw)
                async with asyncio.timeout(LONGEST_WORK_SECONDS):
                    await self._feed(raw)
            except DatabaseRefused:
                raise
            except Exception as error:  # noqa: BLE001  # whatever it is: it is kept and reported
                if attempt == TRIES or isinstance(error, UnreadableUpdate):
                    if call is not None:
                        await self._lost(raw, call)
                    await self.put_aside(raw["update_id"], _bytes(raw), error)
                    await self._apologise(raw)
                    return False
                await self._pause(attempt / 5)
            else:
                self._remembers = True
                return True
        return False

    async def _apologise(self, raw: Raw) -> None:
        try:
            await self._sorry(raw, self._clock())
        except Exception:
            log.exception("no apology", update=raw["update_id"])

    def _note_age(self, raw: Raw) -> None:
        message = raw.get("message")
        sent = message.get("date") if isinstance(message, dict) else None
        if isinstance(sent, int) and 0 < sent < incoming.LARGEST_NUMBER:
            self._figures.inbox_lag.set(max(0.0, self._clock().timestamp() - sent))

    @contextmanager
    def _place(self, person: int) -> Iterator[asyncio.Event | None]:
        """Take a place in a person's queue at once; yield what to wait for, if anything."""
        before, mine = self._last.get(person), asyncio.Event()
        self._last[person] = mine
        try:
            yield before
        finally:
            mine.set()
            if self._last.get(person) is mine:
                del self._last[person]


def _bytes(raw: Raw) -> bytes:
    return json.dumps(raw, default=str).encode()
