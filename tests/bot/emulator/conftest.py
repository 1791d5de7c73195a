"""A clock turned by hand, an empty Telegram, and a person who has started the bot."""

from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest

from bot.emulator.methods import call
from bot.emulator.phone import Phone
from bot.emulator.server import Server
from bot.emulator.telegram import Telegram

TOKEN = "42:TEST"  # noqa: S105 - a bot that exists nowhere
MIA = 7_000_000_001
GROUP = -500


class HandClock:
    """A clock that stands still until somebody turns it."""

    def __init__(self) -> None:
        self.at = datetime(2025, 1, 6, 19, 55, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def passes(self, **time: float) -> None:
        """Turn the clock on by days, hours, minutes or seconds."""
        self.at += timedelta(**time)


class Caller:
    """Makes calls as the bot would, in process."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    async def __call__(self, method: str, **params: Any) -> dict[str, Any]:
        return await call(self._telegram, method, params)

    async def ok(self, method: str, **params: Any) -> Any:
        """Make a call that goes well; return its result."""
        answer = await self(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def no(self, method: str, **params: Any) -> str:
        """Make a call that is refused; return Telegram's words."""
        answer = await self(method, **params)
        assert not answer["ok"], answer
        return str(answer["description"])

    async def updates(self, **params: Any) -> list[dict[str, Any]]:
        """Poll once without waiting."""
        found: list[dict[str, Any]] = await self.ok("getUpdates", **params)
        return found


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def telegram(clock: HandClock) -> Telegram:
    return Telegram(TOKEN, clock)


@pytest.fixture
def bot(telegram: Telegram) -> Caller:
    return Caller(telegram)


@pytest.fixture
def mia(telegram: Telegram) -> Phone:
    """Mia, who has pressed Start; the update has been taken."""
    phone = Phone(telegram, MIA, "Mia")
    phone.says("/start")
    telegram.updates.clear()
    return phone


CARDS = [{"user_id": MIA, "name": "Mia", "role": "client", "blurb": "b", "about": "a"}]


@pytest.fixture
def moves():
    """The moves of the clock that the page asked for."""
    return []


@pytest.fixture
async def server(telegram, moves, clock, tmp_path):
    """A running server with a page of one word, whose clock goes on by an hour at a time."""
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "chat.html").write_text("page")
    (tmp_path / "secret.txt").write_text("secret")

    async def on_clock(move):
        if move != "1h":
            raise ValueError("expected 1h")
        moves.append(move)
        clock.passes(hours=1)
        return "an hour on"

    server = Server(
        telegram,
        people=CARDS,
        on_clock=on_clock,
        static=tmp_path / "static",
        zone="Europe/Berlin",
        pause=0.001,
    )
    await server.start(0)
    yield server
    await server.stop()


@pytest.fixture
async def http(server):
    async with aiohttp.ClientSession(server.url) as session:
        yield session
