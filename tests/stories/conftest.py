"""The cast of the stories, each with a phone, in a town of their own.

The content is read once and the two weeks of history are written once; each story gets a copy.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from structlog.testing import capture_logs
from structlog.typing import EventDict

from bot.actions.welcome import House
from bot.app import App, Ground
from bot.cast import COUNTRY, EVENING, LANGUAGE, ZONE
from bot.clock import TownClock
from bot.emulator.phone import Phone
from bot.emulator.telegram import Telegram
from bot.simulation.in_process import InProcess
from bot.stage import introduce
from bot.town import Resident, Town, settle_in
from dialogs import playbook as playbooks
from dialogs.care.people import Role
from dialogs.playbook import Playbook
from dialogs.texts import Texts
from storage.unit_of_work import Database
from tests.stories.staff import moves_in

Restart = Callable[..., Awaitable[None]]

NEWCOMER = 7_000_000_500
DATABASE, KEYS, CARDS = "town.db", "town.key", "town.cards"


def url(folder: Path) -> str:
    """Return the address of the database in a folder."""
    return f"sqlite:///{folder / DATABASE}"


@pytest.fixture(autouse=True)
def logged() -> Iterator[list[EventDict]]:
    """What was logged, instead of printing it."""
    with capture_logs() as lines:
        yield lines


@pytest.fixture(scope="session")
def book() -> Playbook:
    """All content, as the program reads it."""
    return playbooks.load()


def english_only(folder: Path) -> Playbook:
    """Read our content as a clinic would that speaks one language."""
    (folder / "en").symlink_to(playbooks.CONTENT / "texts" / "en")
    return replace(playbooks.load(), texts=Texts.load([folder]))


@pytest.fixture(scope="session")
def history(tmp_path_factory: pytest.TempPathFactory, book: Playbook) -> Path:
    """A folder in which the cast has lived for two weeks: made once, copied for each story."""
    folder = tmp_path_factory.mktemp("history")
    asyncio.run(_settle(folder, book, settled=True))
    return folder


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory, book: Playbook) -> Path:
    """A folder with the database of a clinic in which nobody is yet."""
    folder = tmp_path_factory.mktemp("blank")
    asyncio.run(_settle(folder, book, settled=False))
    return folder


async def _settle(folder: Path, book: Playbook, *, settled: bool) -> None:
    database = await Database.open(url(folder), folder / KEYS, create=True)
    if settled:
        await settle_in(database, book, EVENING)
    await database.close()


@pytest.fixture
async def town(history: Path, tmp_path: Path, book: Playbook) -> AsyncIterator[Town]:
    """The whole program, at five to eight in the evening."""
    shutil.copytree(history, tmp_path, dirs_exist_ok=True)
    town = await opened(tmp_path, book)
    yield town
    await town.app.ground.database.close()


@pytest.fixture
async def clinic(blank: Path, tmp_path: Path, book: Playbook) -> AsyncIterator[Town]:
    """The whole program on its first evening: nobody has ever written to it."""
    shutil.copytree(blank, tmp_path, dirs_exist_ok=True)
    town = await opened(tmp_path, book)
    yield town
    await town.app.ground.database.close()


async def opened(folder: Path, book: Playbook) -> Town:
    """Start the program on what a folder keeps."""
    clock = TownClock(EVENING)
    telegram = Telegram("42:TEST", clock.now)
    introduce(telegram)
    database = await Database.open(url(folder), folder / KEYS, create=False)
    house = House(LANGUAGE, ZONE, COUNTRY, "handrail_bot")
    bot = InProcess.bot(telegram)
    cards = folder / CARDS
    app = App(Ground(database, book, bot, clock.now, clock.monotonic, house, cards))
    await app.prepare()
    return Town(app, clock, telegram)


@pytest.fixture
def restarts(tmp_path: Path) -> Restart:
    """Stop the program where it is, and start it again on what it kept, or with other content."""

    async def restart(town: Town, book: Playbook | None = None) -> None:
        ground = town.app.ground
        await ground.database.close()
        database = await Database.open(url(tmp_path), tmp_path / KEYS, create=False)
        town.app = App(replace(ground, database=database, playbook=book or ground.playbook))
        await town.app.prepare()

    return restart


@pytest.fixture
def mia(town: Town) -> Resident:
    """The client."""
    return town.residents["Mia"]


@pytest.fixture
def dana(town: Town) -> Resident:
    """Her counselor."""
    return town.residents["Dana"]


@pytest.fixture
def sam(town: Town) -> Resident:
    """Her sponsor, who is told when she needs somebody."""
    return town.residents["Sam"]


@pytest.fixture
def rosa(town: Town) -> Resident:
    """Her mother, who gets good news."""
    return town.residents["Rosa"]


@pytest.fixture
async def ben(town: Town) -> Resident:
    """Another counselor of the clinic, who looks after nobody yet."""
    return await moves_in(town, 7_000_000_950, "Ben", Role.COUNSELOR)


@pytest.fixture
async def cleo(town: Town) -> Resident:
    """A third counselor of the clinic."""
    return await moves_in(town, 7_000_000_951, "Cleo", Role.COUNSELOR)


@pytest.fixture
async def ada(town: Town) -> Resident:
    """The admin of the clinic."""
    return await moves_in(town, 7_000_000_900, "Ada", Role.ADMIN)


@pytest.fixture
def stranger(town: Town) -> Resident:
    """Somebody of whom nothing is known."""
    return Resident(Phone(town.telegram, NEWCOMER, "Nell"), town)
