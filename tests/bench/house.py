"""Our program in this process, on a folder's database, with a clock that stands."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.actions.welcome import House
from bot.app import App, Ground
from bot.cast import EVENING, LANGUAGE, ZONE
from bot.clock import TownClock
from bot.emulator.telegram import Telegram
from bot.simulation.in_process import InProcess
from dialogs.playbook import load
from tests.bench import crowd


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[App]:
    """Open the program and get it ready."""
    clock = TownClock(EVENING)
    bot = InProcess.bot(Telegram("42:BENCH", clock.now))
    database = await crowd.open_database(folder)
    try:
        house = House(LANGUAGE, ZONE, "US", "bench_bot")
        cards = folder / crowd.CARDS
        app = App(Ground(database, load(), bot, clock.now, clock.monotonic, house, cards))
        await app.prepare()
        yield app
    finally:
        await bot.session.close()
        await database.close()
