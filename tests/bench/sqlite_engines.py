"""Which way into SQLite: aiosqlite, a synchronous engine in one thread, or straight to the driver?

Run with ``python -m tests.bench.sqlite_engines``. All three do the same typical answer, the
statements that `take_turn` needs, on a file with ``synchronous=FULL``, and take turns in rounds so
that a busy machine is unfair to none. ADR 0013 and ADR 0022 rest on what this prints.
"""

import argparse
import asyncio
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, bindparam, create_engine, event, insert, select, update
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage import sqlite
from storage.tables import (
    answers,
    check_ins,
    data_keys,
    memberships,
    metadata,
    outbox,
    people,
    plans,
    sessions,
    trail,
    updates,
)

NOW = datetime(2026, 3, 2, 20, tzinfo=UTC)
WHO = 1
SEALED = os.urandom(400)

Act = Callable[[int], Awaitable[None]]
Step = tuple[Any, dict[str, Any]]

_STATEMENTS: dict[str, Any] = {
    "update": insert(updates),
    "person": select(people).where(people.c.chat_index == bindparam("chat")),
    "key": select(data_keys).where(data_keys.c.owner == bindparam("who")),
    "roles": select(memberships).where(memberships.c.person_id == bindparam("who")),
    "session": select(sessions).where(sessions.c.id == bindparam("id")),
    "save": update(sessions).where(sessions.c.id == bindparam("which")),
    "answer": insert(answers).returning(answers.c.id),
    "readings": select(answers).where(answers.c.person_id == bindparam("who")).limit(30),
    "past": select(check_ins).where(check_ins.c.client_id == bindparam("who")).limit(14),
    "plan": select(plans).where(plans.c.client_id == bindparam("who")),
    "head": select(trail.c.seq, trail.c.mac).order_by(trail.c.seq.desc()).limit(1),
    "note": insert(trail),
    "message": insert(outbox).returning(outbox.c.id),
}


def _message(number: int) -> dict[str, Any]:
    return {
        "seal_row": number.to_bytes(8),
        "person_id": WHO,
        "owner": WHO,
        "lane": 2,
        "kind": "question",
        "state": "pending",
        "body": SEALED,
        "created_at": NOW,
        "wanted_at": NOW,
        "not_before": NOW,
        "attempts": 0,
        "repeat": False,
    }


def answer(number: int) -> Iterator[Step]:
    """Give the statements of one answer, in order, with their values."""
    own = {"who": WHO}
    given = {"session_id": "s", "person_id": WHO, "step": "craving", "name": "craving", "at": NOW}
    noted = {"at": NOW, "actor_id": WHO, "role": "client", "action": "answer", "object_ref": "s:1"}
    values: list[tuple[str, dict[str, Any]]] = [
        ("update", {"update_id": number, "at": NOW}),
        ("person", {"chat": b"c" * 16}),
        ("key", own),
        ("roles", own),
        ("session", {"id": "s"}),
        ("save", {"which": "s", "turn": number, "touched_at": NOW, "body": SEALED}),
        ("answer", given | {"seal_row": number.to_bytes(8), "body": SEALED}),
        ("readings", own),
        ("past", own),
        ("plan", own),
        ("head", {}),
        ("note", noted | {"prev": b"p" * 32, "mac": b"m" * 32}),
        ("message", _message(2 * number)),
        ("message", _message(2 * number + 1)),
    ]
    for name, value in values:
        yield _STATEMENTS[name], value


def _fill(engine: Engine) -> None:
    """Keep one client with two weeks behind her."""
    quiet = datetime(2026, 1, 1, 21, 30, tzinfo=UTC).time()
    person = {"id": WHO, "chat_index": b"c" * 16, "chat": SEALED, "name": SEALED, "language": "en"}
    person |= {"zone": "UTC", "state": "active", "quiet_from": quiet, "quiet_to": quiet}
    days = [NOW - timedelta(days=day) for day in range(14)]
    with engine.begin() as connection:
        connection.execute(
            insert(people), person | {"discreet": False, "joined_at": NOW, "state_at": NOW}
        )
        connection.execute(
            insert(data_keys), {"owner": WHO, "epoch": 1, "kid": "k", "wrapped": SEALED[:60]}
        )
        connection.execute(
            insert(memberships),
            {"person_id": WHO, "client_id": WHO, "role": "client", "since": NOW},
        )
        asked = {"id": "s", "person_id": WHO, "dialog": "daily_checkin", "fingerprint": "f"}
        connection.execute(
            insert(sessions),
            asked | {"state": "open", "turn": 0, "touched_at": NOW, "body": SEALED},
        )
        connection.execute(
            insert(plans), {"client_id": WHO, "version": 1, "at": NOW, "body": SEALED * 3}
        )
        connection.execute(insert(check_ins), [_past(day) for day in days])


def _past(day: datetime) -> dict[str, Any]:
    return {
        "client_id": WHO,
        "schedule": "daily",
        "dialog": "daily_checkin",
        "local_date": day.date(),
        "slot": 0,
        "due_at": day,
        "zone": "UTC",
        "local": day.isoformat(),
        "state": "finished",
    }


def _immediate(engine: Engine) -> None:
    """Give a stock engine the settings ours has: durable, one writer, BEGIN IMMEDIATE."""

    @event.listens_for(engine, "connect")
    def settle(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in sqlite.WRITER:
            cursor.execute(pragma)
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


async def _run_async(engine: AsyncEngine, number: int) -> None:
    async with engine.begin() as connection:
        for statement, values in answer(number):
            result = await connection.execute(statement, values)
            if result.returns_rows:
                result.all()


async def _run_straight(pool: sqlite.Pool, number: int) -> None:
    async with pool.begun() as connection:
        for statement, values in answer(number):
            await connection.execute(statement, values)
        await connection.commit()


def _run_sync(engine: Engine, number: int) -> None:
    with engine.begin() as connection:
        for statement, values in answer(number):
            result = connection.execute(statement, values)
            if result.returns_rows:
                result.all()


@dataclass
class Way:
    """One way into SQLite and what it cost, round by round."""

    name: str
    act: Act
    cpu: list[float] = field(default_factory=list)
    rate: list[float] = field(default_factory=list)
    stall: float = 0.0


async def _ways(folder: Path, stack: AsyncExitStack) -> list[Way]:
    paths = {name: folder / f"{name}.db" for name in ("aiosqlite", "straight", "thread")}
    for path in paths.values():
        made = create_engine(f"sqlite:///{path}")
        metadata.create_all(made)
        _fill(made)
        made.dispose()
    stock = create_async_engine(f"sqlite+aiosqlite:///{paths['aiosqlite']}", pool_size=1)
    _immediate(stock.sync_engine)
    straight = sqlite.writing(paths["straight"])
    thread = create_engine(
        f"sqlite:///{paths['thread']}", connect_args={"check_same_thread": False}
    )
    _immediate(thread)
    worker = stack.enter_context(ThreadPoolExecutor(max_workers=1))
    stack.push_async_callback(stock.dispose)
    stack.push_async_callback(straight.close)
    stack.callback(thread.dispose)

    async def in_thread(number: int) -> None:
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(worker, _run_sync, thread, number)

    return [
        Way("aiosqlite", lambda number: _run_async(stock, number)),
        Way("sync, one thread", in_thread),
        Way("straight (ours)", lambda number: _run_straight(straight, number)),
    ]


async def _round(way: Way, numbers: range) -> None:
    """Let a way do its answers one after another, while a clock looks how long the loop stands."""
    watching = asyncio.ensure_future(_watch(way))
    cpu, wall = time.process_time(), time.perf_counter()
    for number in numbers:
        await way.act(number)
    way.cpu.append((time.process_time() - cpu) / len(numbers) * 1000)
    way.rate.append(len(numbers) / (time.perf_counter() - wall))
    watching.cancel()


async def _watch(way: Way) -> None:
    pause = 0.005
    while True:
        before = time.perf_counter()
        await asyncio.sleep(pause)
        way.stall = max(way.stall, time.perf_counter() - before - pause)


async def _compare(rounds: int, each: int) -> list[Way]:
    with tempfile.TemporaryDirectory() as folder:
        async with AsyncExitStack() as stack:
            ways = await _ways(Path(folder), stack)
            for way in ways:
                await _round(way, range(1, 51))  # warm up: compile every statement
                way.cpu.clear()
                way.rate.clear()
                way.stall = 0.0
            for number in range(rounds):
                start = 51 + number * each
                for way in ways:
                    await _round(way, range(start, start + each))
            return ways


def main() -> None:
    """Compare, and print one line for each way."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--each", type=int, default=150, help="answers per round")
    chosen = parser.parse_args()
    ways = asyncio.run(_compare(chosen.rounds, chosen.each))
    best = statistics.median(ways[0].cpu)
    out = sys.stdout.write
    count = sum(1 for _ in answer(1))
    out(f"one answer = {count} statements, synchronous=FULL, n = {chosen.rounds * chosen.each}\n")
    out(f"{'':18}{'CPU ms':>8}{'answers/s':>11}{'CPU ratio':>11}{'longest stall ms':>18}\n")
    for way in ways:
        cpu = statistics.median(way.cpu)
        rate = statistics.median(way.rate)
        out(f"{way.name:18}{cpu:8.2f}{rate:11.0f}{cpu / best:11.2f}{way.stall * 1000:18.1f}\n")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    out(f"peak memory of all three together: {peak:.0f} MB\n")


if __name__ == "__main__":
    main()
