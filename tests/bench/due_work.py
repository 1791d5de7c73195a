"""What due work costs: an idle look at many clients, and ten thousand check-ins due at once.

Run with ``python -m tests.bench.due_work``. The storage's part of it only: finding, sealing and
writing, in portions of a hundred as the tick does it.
"""

import argparse
import asyncio
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from pathlib import Path

from dialogs.messages import Button, Message
from storage.check_ins import CheckInState, Planned
from storage.outbox import Lane
from storage.unit_of_work import Database, UnitOfWork
from tests.bench.fill import fill

NOW = datetime(2026, 3, 2, 20, tzinfo=UTC)
LATER = NOW + timedelta(days=30)
PORTION = 100
LOOKS = 50
PROMPT = Message("Time for your check-in.", rows=((Button("Start", "begin:1"),),))


@dataclass
class Figures:
    """What one database of a size cost."""

    clients: int
    idle: float
    beats: float
    resident: float


@asynccontextmanager
async def _town(folder: Path, clients: int, due_at: datetime) -> AsyncIterator[Database]:
    url, key_file = f"sqlite:///{folder / 'town.db'}", folder / "keys.json"
    database = await Database.open(url, key_file, create=True)
    await database.close()
    with ProcessPoolExecutor(1, get_context("spawn")) as apart:  # its memory is not ours
        apart.submit(fill, folder / "town.db", key_file, clients, due_at).result()
    database = await Database.open(url, key_file, create=False)
    yield database
    await database.close()
    shutil.rmtree(folder)


def _resident() -> float:
    with Path("/proc/self/statm").open(encoding="ascii") as file:
        return int(file.read().split()[1]) * resource.getpagesize() / 2**20


async def _look(uow: UnitOfWork) -> None:
    await uow.check_ins.due(NOW, PORTION)
    await uow.check_ins.remind_due(NOW, PORTION)
    await uow.check_ins.expire_due(NOW, PORTION)
    await uow.sessions.due(NOW, PORTION)
    await uow.alerts.due(NOW, PORTION)
    await uow.alerts.unpaged(NOW, PORTION)
    await uow.outbox.expire(NOW)
    await uow.outbox.requeue_expired_leases(NOW)


async def _idle(folder: Path, clients: int) -> Figures:
    async with _town(folder, clients, LATER) as database:
        idle, beats = [], []
        for _ in range(LOOKS):
            started = time.process_time()
            async with database.unit_of_work() as uow:
                await uow.check_ins.due(NOW, PORTION)
            idle.append(time.process_time() - started)
            started = time.process_time()
            async with database.unit_of_work() as uow:
                await _look(uow)
            beats.append(time.process_time() - started)
        return Figures(
            clients, statistics.median(idle) * 1e3, statistics.median(beats) * 1e3, _resident()
        )


async def _open_portion(uow: UnitOfWork) -> int:
    due = await uow.check_ins.due(NOW, PORTION)
    clients = {check_in.client_id for check_in in due}
    people = await uow.people.many(clients)
    plans = await uow.plans.current_many(clients)
    for check_in in due:
        await uow.check_ins.mark(check_in.id, state=CheckInState.SENT, invited_at=NOW)
        await uow.outbox.add(
            check_in.client_id,
            PROMPT,
            lane=Lane.PROMPT,
            kind="prompt",
            now=NOW,
            check_in_id=check_in.id,
            dedupe=f"prompt:{check_in.id}",
        )
    following = [_tomorrow(client_id) for client_id in clients if plans[client_id].schedules]
    await uow.check_ins.plan_many(following)
    assert len(people) == len(clients)
    return len(due)


def _tomorrow(client_id: int) -> Planned:
    day = NOW + timedelta(days=1)
    zone = "America/New_York"
    local = day.isoformat()
    return Planned(client_id, "daily", "daily_checkin", day.date(), 0, day, zone, local)


async def _all_at_once(folder: Path, clients: int) -> tuple[float, float]:
    """Open everybody's check-in. Returns how many a second, and the longest stall of the loop."""
    longest = 0.0

    async def watch() -> None:
        nonlocal longest
        while True:
            before = time.perf_counter()
            await asyncio.sleep(0.001)
            longest = max(longest, time.perf_counter() - before - 0.001)

    async with _town(folder, clients, NOW) as database:
        watching = asyncio.ensure_future(watch())
        started, opened = time.perf_counter(), 0
        while opened < clients:
            async with database.unit_of_work() as uow:
                opened += await _open_portion(uow)
            await asyncio.sleep(0)
        rate = opened / (time.perf_counter() - started)
        watching.cancel()
    return rate, longest


def main() -> None:
    """Print a line for each size, and one for the rush."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 100_000])
    parser.add_argument("--rush", type=int, default=10_000)
    chosen = parser.parse_args()
    out = sys.stdout.write
    with tempfile.TemporaryDirectory() as folder:
        out(f"{'clients':>10}{'idle look ms':>14}{'all looks ms':>14}{'memory MB':>11}\n")
        for size in chosen.sizes:
            found = asyncio.run(_idle(Path(folder, str(size)), size))
            out(f"{size:10}{found.idle:14.2f}{found.beats:14.2f}{found.resident:11.0f}\n")
        rate, stall = asyncio.run(_all_at_once(Path(folder, "rush"), chosen.rush))
        out(f"{chosen.rush} due at once: {rate:.0f}/s, longest stall {stall * 1e3:.0f} ms\n")


if __name__ == "__main__":
    main()
