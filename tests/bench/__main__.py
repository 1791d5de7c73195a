"""``make bench``: every figure that was promised, with its bound, in one table.

What is compared runs side by side in one go, so a busy machine is unfair to none; absolute figures
are only as good as the machine is idle. Exits 1 where a bound is missed.
"""

import argparse
import asyncio
import os
import platform
import sqlite3
import sys
import tempfile
import time
import zoneinfo
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

from rich.console import Console

from tests.bench import (
    answering,
    due,
    many_days,
    plans,
    prodrome,
    proposing,
    sealing,
    size,
    turns,
    words,
)
from tests.bench.figures import Figure, Verdict, markdown, table

Say = Callable[[str], None]
Measure = Callable[[Path, Say], Awaitable[list[Figure]]]


async def _engines(_folder: Path, say: Say) -> list[Figure]:
    """Print the table of the ADR on SQLite, which has no bound here."""
    say("three ways into SQLite")
    command = (sys.executable, "-m", "tests.bench.sqlite_engines", "--rounds", "3")
    process = await asyncio.create_subprocess_exec(*command)
    assert await process.wait() == 0, "the comparison of engines failed"
    return []


MEASURES: Mapping[str, Measure] = {
    "echo": answering.beside_echo,
    "rival": answering.beside_rival,
    "due": due.idle_and_rush,
    "proposals": proposing.two_years,
    "turns": turns.longest_and_shortest,
    "library": turns.library,
    "memory": size.memory,
    "help": size.help_text,
    "plan": plans.two_years,
    "days": many_days.beside_a_check_in,
    "signals": prodrome.prodrome,
    "words": words.heard,
    "sealing": sealing.beside_itself,
    "engines": _engines,
}


def main() -> int:
    """Measure what is asked for, and print it. Return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--only", choices=MEASURES, action="append", metavar="NAME")
    parser.add_argument("--markdown", type=Path, help="write the table here as well")
    chosen = parser.parse_args()
    zoneinfo.reset_tzpath(())
    console = Console(width=None if sys.stdout.isatty() else 160)
    started = time.monotonic()
    figures = asyncio.run(_measured(chosen.only or list(MEASURES), console))
    took = time.monotonic() - started
    note = f"{_machine()}, {took:.0f} s in all; no seed: the work is always the same"
    console.print(table(figures))
    console.print(note, highlight=False)
    if chosen.markdown:
        chosen.markdown.write_text(f"{markdown(figures)}\n{note}\n", encoding="utf-8")
    return 1 if any(figure.verdict is Verdict.SHORT for figure in figures) else 0


async def _measured(names: list[str], console: Console) -> list[Figure]:
    figures: list[Figure] = []
    for number, name in enumerate(names, start=1):
        with tempfile.TemporaryDirectory(prefix="handrail-bench-") as folder:
            title = f"{number} of {len(names)}, {name}"
            figures += await _shown(MEASURES[name], Path(folder), title, console)
    return figures


async def _shown(measure: Measure, folder: Path, title: str, console: Console) -> list[Figure]:
    """Measure, and show how far it has come: in place on a terminal, else line by line."""
    if not console.is_terminal:
        return await measure(
            folder, lambda line: console.print(f"{title}: {line}", highlight=False)
        )
    with console.status(title) as status:
        return await measure(folder, lambda line: status.update(f"{title}: {line}"))


def _machine() -> str:
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"{os.cpu_count()} cores ({platform.machine()}), {platform.system()},"
        f" Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}{load}"
    )


if __name__ == "__main__":
    sys.exit(main())
