"""What due work costs: a tick in which nothing is due, and an evening on which everybody is."""

import asyncio
import statistics
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bot.cast import EVENING
from tests.bench import crowd
from tests.bench.figures import TIMES, Figure, at_least, at_most
from tests.bench.house import opened

MANY, VERY_MANY, DUE = 100_000, 1_000_000, 10_000
LOOKS = 40
MOST_SCAN_MS, MOST_TICK_MS = 5.0, 40.0
MOST_GROWTH = 2
LEAST_OPENED, MOST_STALL_MS = 500, 100
BLINK = 0.002

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Idle:
    """Milliseconds of a look at what is due, and of all beats together, where nothing is."""

    scan_ms: float
    tick_ms: float


@dataclass(slots=True)
class Stall:
    """The longest time in which the event loop did nothing else, in milliseconds."""

    longest_ms: float = 0.0


async def idle_and_rush(folder: Path, say: Say) -> list[Figure]:
    """Measure at 100,000 and at 1,000,000 clients, and 10,000 check-ins due at once."""
    say(f"filling a database with {DUE:,} clients who are due and {MANY - DUE:,} who are not")
    tomorrow = EVENING + timedelta(days=1)
    await crowd.settle(folder, DUE, EVENING - timedelta(seconds=1), at_once=True)
    await asyncio.to_thread(crowd.grow, folder, MANY - DUE, tomorrow)
    rush = await _rush(folder, say)
    small = await _idle(folder, say)
    say(f"filling it up to {VERY_MANY:,} clients")
    await asyncio.to_thread(crowd.grow, folder, VERY_MANY - MANY, tomorrow)
    large = await _idle(folder, say)
    return [*_judged(small, large), *rush]


async def _rush(folder: Path, say: Say) -> list[Figure]:
    async with opened(folder) as app, _watched() as stall:
        started = time.perf_counter()
        count = await app.tick.beat("open_due")
        rate = count / (time.perf_counter() - started)
        async with app.ground.database.reading() as uow:
            waiting = await uow.outbox.pending(app.ground.clock())
    say(f"{count:,} opened at {rate:.0f}/s, longest stall {stall.longest_ms:.0f} ms")
    assert count == waiting == DUE, f"{count} opened and {waiting} messages, not {DUE}"
    await _send_nothing(folder)
    return [
        at_least(f"{DUE:,} check-ins due at once, opened and enqueued", rate, LEAST_OPENED, "/s"),
        at_most("  longest stall of the event loop", stall.longest_ms, MOST_STALL_MS, " ms"),
    ]


async def _send_nothing(folder: Path) -> None:
    """Put what was laid in the outbox out of the way, so that nothing is due any more."""
    database = await crowd.open_database(folder)
    async with database.unit_of_work() as uow:
        await uow.outbox.expire(EVENING + timedelta(days=7))
    await database.close()


async def _idle(folder: Path, say: Say) -> Idle:
    async with opened(folder) as app:
        await app.tick.once()
        scan = await _each(lambda: app.tick.beat("open_due"))
        tick = await _each(app.tick.once)
    say(f"idle scan {scan:.2f} ms, all beats {tick:.2f} ms of CPU")
    return Idle(scan, tick)


async def _each(act: Callable[[], Awaitable[int]]) -> float:
    """Return the median milliseconds of CPU of an act in which nothing was due."""
    spent = []
    for _ in range(LOOKS):
        before = time.process_time()
        moved = await act()
        spent.append((time.process_time() - before) * 1000)
        assert moved == 0, f"{moved} were due, so this was not idle"
    return statistics.median(spent)


@asynccontextmanager
async def _watched() -> AsyncIterator[Stall]:
    """Look all the time how long the event loop lets others wait."""
    stall = Stall()

    async def watch() -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(BLINK)
            late = (time.perf_counter() - before - BLINK) * 1000
            stall.longest_ms = max(stall.longest_ms, late)

    watching = asyncio.ensure_future(watch())
    try:
        yield stall
    finally:
        watching.cancel()


def _judged(small: Idle, large: Idle) -> list[Figure]:
    return [
        at_most(f"idle scan, {MANY:,} clients, CPU", small.scan_ms, MOST_SCAN_MS, " ms"),
        at_most(f"all beats idle, {MANY:,} clients, CPU", small.tick_ms, MOST_TICK_MS, " ms"),
        at_most(
            f"idle scan, {VERY_MANY:,} clients, against {MANY:,}",
            large.scan_ms / small.scan_ms,
            MOST_GROWTH,
            TIMES,
            note=f"{large.scan_ms:.2g} ms",
        ),
        at_most(
            f"all beats idle, {VERY_MANY:,} clients, against {MANY:,}",
            large.tick_ms / small.tick_ms,
            MOST_GROWTH,
            TIMES,
            note=f"{large.tick_ms:.2g} ms",
        ),
    ]
