"""The edges on their own: a real database, the emulated Telegram over HTTP, a clock we turn."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from aiogram.client.session.aiohttp import AiohttpSession
from structlog.testing import capture_logs

from bot.emulator.phone import Phone
from bot.emulator.server import Server
from bot.emulator.telegram import Telegram
from bot.observe import Figures
from bot.telegram.connection import connect
from dialogs import playbook as playbooks
from storage.unit_of_work import Database

TOKEN = "42:TEST"  # noqa: S105 - a bot that exists nowhere
MIA = 7_000_000_001


class Turned:
    """A clock that stands still until somebody turns it; on the wall and monotonic at once."""

    def __init__(self):
        self.at = datetime(2025, 1, 6, 19, 55, tzinfo=UTC)
        self.start = self.at

    def __call__(self):
        return self.at

    def seconds(self):
        """What a monotonic clock would say."""
        return (self.at - self.start).total_seconds()

    def lease(self):
        """How long a claim lasts."""
        return timedelta(seconds=20)

    def passes(self, **time):
        """Turn the clock on."""
        self.at += timedelta(**time)

    async def pause(self, seconds):
        """Wait without waiting: the clock is turned instead."""
        self.passes(seconds=seconds)
        await asyncio.sleep(0)


@pytest.fixture(autouse=True)
def logged():
    """What was logged, instead of printing it."""
    with capture_logs() as lines:
        yield lines


@pytest.fixture
def hand():
    return Turned()


@pytest.fixture
def sky(hand):
    """Telegram, as the emulator has it."""
    return Telegram(TOKEN, hand)


@pytest.fixture
async def server(sky):
    server = Server(sky)
    await server.start(0)
    yield server
    await server.stop()


@pytest.fixture
async def connects():
    """Connect bots, and hang up after the test without the quarter second that aiogram waits."""
    bots = []

    def make(token, url):
        bots.append(connect(token, url))
        return bots[-1]

    yield make
    for bot in bots:
        assert isinstance(bot.session, AiohttpSession)
        await (await bot.session.create_session()).close()


@pytest.fixture
def bot(connects, server):
    """The bot's line to the emulator, over HTTP."""
    return connects(TOKEN, server.url)


@pytest.fixture
async def database(tmp_path):
    opened = await Database.open(f"sqlite:///{tmp_path / 'a.db'}", tmp_path / "a.key", create=True)
    yield opened
    await opened.close()


@pytest.fixture(scope="session")
def book():
    """All content, as the program reads it."""
    return playbooks.load()


@pytest.fixture
def figures():
    return Figures()


@pytest.fixture
def started(sky):
    """Make a phone whose owner has pressed Start, with nothing waiting."""

    def start(number, name):
        phone = Phone(sky, number, name)
        phone.says("/start")
        sky.updates.clear()
        return phone

    return start


@pytest.fixture
def mia(started):
    return started(MIA, "Mia")


@pytest.fixture
def known(database, hand):
    """Remember somebody; gives their person id."""

    async def remember(chat_id, name):
        async with database.unit_of_work() as uow:
            person = await uow.people.add(
                chat_id, name, language="en", country="US", zone="America/New_York", now=hand()
            )
        return person.id

    return remember


@pytest.fixture
async def mia_id(mia, known):
    """Mia as a person of ours."""
    return await known(MIA, "Mia")
