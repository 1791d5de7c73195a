"""What a plan costs somebody who has been here for two years: to see it, to see how it goes."""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from bot.cast import EVENING, EVENINGS
from bot.town import Town, settle_in
from dialogs.playbook import load
from storage.unit_of_work import Database
from tests.bench.figures import Figure, at_most
from tests.stories.conftest import KEYS, opened, url

WEEKS = 104
RUNS = 15
MOST_MS = 150

Say = Callable[[str], None]


async def after_two_years(folder: Path) -> Town:
    """Open the town with two years of Mia's daily answers behind it."""
    book = load()
    database = await Database.open(url(folder), folder / KEYS, create=True)
    await settle_in(database, book, EVENING, EVENINGS * (WEEKS // 2))
    await database.close()
    return await opened(folder, book)


async def two_years(folder: Path, say: Say) -> list[Figure]:
    """Measure the time from a tap to the message, with two years of daily answers behind it."""
    say("two years of daily check-ins")
    town = await after_two_years(folder)
    mia = town.residents["Mia"]
    figures = []
    for command, sentence in (("/plan", "Your plan, version"), ("/goals", "How your goals")):
        spent = []
        for _ in range(RUNS):
            begun = time.perf_counter()
            await mia.says(command)
            spent.append((time.perf_counter() - begun) * 1000)
            assert mia.sees(sentence)
        took = statistics.median(spent)
        say(f"{command}: {took:.0f} ms")
        figures.append(at_most(f"{command} with two years of answers", took, MOST_MS, " ms"))
    await town.app.ground.database.close()
    return figures
