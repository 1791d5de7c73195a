"""Beside the bot: what an operator does in another process while `handrail run` is running."""

import asyncio
import json
import os
import signal
import sqlite3
import sys
from asyncio.subprocess import PIPE
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest

from bot.actions import welcome
from bot.clock import utc_now
from bot.emulator.phone import RemotePhone
from bot.emulator.server import Server
from bot.emulator.telegram import Telegram
from dialogs.care.people import SYSTEM, Role
from storage.unit_of_work import Database

ROOT = Path(__file__).parents[2]
TOKEN = "4242:a-bot-that-exists-nowhere"  # noqa: S105 - a bot that exists nowhere
DANA = 7_000_000_042


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it said."""

    status: int
    out: str
    err: str


class Operator:
    """Somebody at a terminal: each command is a process of its own."""

    def __init__(self, folder: Path, api: str) -> None:
        self.home = folder / "house"
        self._environ = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "HANDRAIL_HOME": str(self.home),
            "HANDRAIL_BOT_TOKEN": TOKEN,
            "HANDRAIL_TELEGRAM_API": api,
            "HANDRAIL_LISTEN": "127.0.0.1:0",
        }
        self._folder = folder
        self._bot: asyncio.subprocess.Process | None = None

    async def types(self, *arguments: str) -> Ended:
        """Run one command to its end."""
        process = await self._start(*arguments)
        out, err = await asyncio.wait_for(process.communicate(), 60)
        assert process.returncode is not None
        return Ended(process.returncode, out.decode(), err.decode())

    async def runs_the_bot(self) -> None:
        """Start the bot and wait until it says that it is running."""
        self._bot = await self._start("run")
        assert self._bot.stdout is not None
        line = await asyncio.wait_for(self._bot.stdout.readline(), 60)
        assert line.startswith(b"@harbour_bot is running.")

    async def stops_the_bot(self) -> Ended:
        """Ask the bot to stop and wait for it."""
        assert self._bot is not None
        bot, self._bot = self._bot, None
        bot.send_signal(signal.SIGTERM)
        out, err = await asyncio.wait_for(bot.communicate(), 30)
        assert bot.returncode is not None
        return Ended(bot.returncode, out.decode(), err.decode())

    async def opens_the_house(self, *, create: bool) -> Database:
        """Hold the database, while no bot does."""
        url = f"sqlite:///{self.home / 'handrail.db'}"
        return await Database.open(url, self.home / "handrail.key", create=create)

    async def leaves(self) -> None:
        """Leave nothing running behind."""
        if self._bot is not None:
            self._bot.kill()
            await self._bot.wait()

    async def _start(self, *arguments: str) -> asyncio.subprocess.Process:
        command = (sys.executable, "-m", "bot", *arguments)
        return await asyncio.create_subprocess_exec(
            *command, cwd=self._folder, env=self._environ, stdout=PIPE, stderr=PIPE
        )


@pytest.fixture
async def server():
    """Serve a Telegram in which our bot exists."""
    server = Server(Telegram(TOKEN, utc_now, bot_username="harbour_bot"))
    await server.start(0, tries=1)
    yield server
    await server.stop()


@pytest.fixture
async def operator(tmp_path, server):
    """An operator whose house is set up, with the bot running in it."""
    operator = Operator(tmp_path, server.url)
    database = await operator.opens_the_house(create=True)
    async with database.unit_of_work() as uow:
        await welcome.invite(uow, SYSTEM, Role.COUNSELOR, utc_now())
    await database.close()
    await operator.runs_the_bot()
    yield operator
    await operator.leaves()


def damage(path: Path) -> list[str]:
    """Ask SQLite what is wrong with the file."""
    with sqlite3.connect(path) as connection:
        return [row[0] for row in connection.execute("PRAGMA integrity_check")]


@pytest.mark.story
async def test_a_counselor_is_invited_and_comes_in_while_the_bot_runs(operator, server):
    """A clinic does not stop its bot, and with it every alert, to take somebody in."""
    ended = await operator.types("invite", "counselor", "--json")

    assert (ended.status, ended.err) == (0, "")
    said = json.loads(ended.out)
    assert said["link"] == f"https://t.me/harbour_bot?start={said['start']}"
    server.telegram.add_user(DANA, "Dana", language="en").started = True
    async with aiohttp.ClientSession() as session:
        dana = RemotePhone(server.url, DANA, "Dana", session)
        await dana.says(f"/start {said['start']}")
        await dana.waits_for("Dana")
    stopped = await operator.stops_the_bot()
    assert stopped.status == 0
    assert "Traceback" not in stopped.err
    assert damage(operator.home / "handrail.db") == ["ok"]


@pytest.mark.story
async def test_many_are_invited_at_once_and_the_trail_has_no_gap(operator):
    """Each waits its turn for the one lock; the chain of the trail holds."""
    ended = await asyncio.gather(*(operator.types("invite", "admin", "--json") for _ in range(4)))

    assert [one.status for one in ended] == [0] * 4, [one.err for one in ended]
    await operator.stops_the_bot()
    database = await operator.opens_the_house(create=False)
    async with database.reading() as uow:
        assert await uow.trail.verify() == 5
        for one in ended:
            assert await uow.people.invitation(json.loads(one.out)["start"], utc_now()) is not None
    await database.close()


@pytest.mark.story
async def test_check_looks_beside_the_bot(operator):
    """Whether all is well is asked while it runs, not after it was stopped."""
    ended = await operator.types("check", "--json")

    findings = json.loads(ended.out)["findings"]
    about = {one["about"]: (one["level"], one["sentence"]) for one in findings}
    assert ended.status == 0
    assert about["database"] == ("good", "It is up to date, and its key fits.")
    assert "people" not in about


@pytest.mark.story
async def test_what_changes_the_whole_database_waits_until_the_bot_is_stopped(operator):
    """Only a short invitation goes beside the bot; the schema never does."""
    ended = await operator.types("migrate")

    assert ended.status == 1
    assert "Another Handrail process already works with" in ended.err
    assert ended.err.strip().endswith("stop it first.")
