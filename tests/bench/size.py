"""What the program weighs: memory with few clients and with many, and the cost of being asked."""

import asyncio
import os
import statistics
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from bot.cast import EVENING
from tests.bench import crowd
from tests.bench.figures import TIMES, Figure, at_most
from tests.bench.people import alone

FEW, MANY = 100, 100_000
MOST_GROWTH = 1.3
MOST_HELP_SECONDS = 0.6
RUNS = 3

Say = Callable[[str], None]


async def memory(folder: Path, say: Say) -> list[Figure]:
    """Compare the peak memory of a start and one tick, each in a fresh process."""
    peaks = {}
    for clients in (FEW, MANY):
        say(f"start and one tick with {clients:,} clients")
        home = folder / str(clients)
        await crowd.settle(home, clients, EVENING + timedelta(days=1))
        told = [await alone("one_tick", home) for _ in range(RUNS)]
        peaks[clients] = statistics.median(one["peak_mb"] for one in told)
    note = f"{peaks[MANY]:.0f} MB against {peaks[FEW]:.0f} MB"
    what = f"memory, {MANY:,} clients against {FEW}"
    return [at_most(what, peaks[MANY] / peaks[FEW], MOST_GROWTH, TIMES, note=note)]


async def help_text(_folder: Path, say: Say) -> list[Figure]:
    """Measure the CPU that ``handrail --help`` takes, warm."""
    spent = [await asyncio.to_thread(_help_seconds) for _ in range(RUNS + 1)][1:]
    say(f"handrail --help: {min(spent):.2f} s of CPU")
    return [at_most("handrail --help, CPU", statistics.median(spent), MOST_HELP_SECONDS, " s")]


def _help_seconds() -> float:
    before = os.times()
    subprocess.run([sys.executable, "-m", "bot", "--help"], check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    user = after.children_user - before.children_user
    return user + after.children_system - before.children_system
