"""The stage: the pretend Telegram with its page, and behind it the town that wakes up.

It is served before the bot is imported. Moving its clock walks the whole town forward.
"""

import asyncio
import importlib
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cast import CAST, EVENING, LANGUAGE, ZONE
from bot.clock import Monotonic, TownClock
from bot.emulator.server import Server
from bot.emulator.shapes import Json
from bot.emulator.telegram import Telegram

if TYPE_CHECKING:
    from bot.app import App

QUIET_LOOKS = 500
LOOK_EVERY = 0.02
MOVES = {"15m": timedelta(minutes=15), "1d": timedelta(days=1)}


class Stage:
    """A pretend Telegram, its page, and the town behind it once it is awake."""

    def __init__(self, token: str, running: Monotonic) -> None:
        """Prepare a stage.

        Args:
            token: The bot's token, valid only here.
            running: Drives the town's clock, in seconds.

        """
        self.clock = TownClock(EVENING, running)
        self.telegram = Telegram(token, self.clock.now, bot_username="handrail_demo_bot")
        self.server = Server(self.telegram, people=_phones(), on_clock=self._on_clock, zone=ZONE)
        self._app: App | None = None
        self.woken = asyncio.Event()
        self._walking = asyncio.Lock()

    async def live(self, folder: Path) -> None:
        """Wake the town up and let it live until `stop`."""
        self.server.note = "Waking up …"
        town = await asyncio.to_thread(importlib.import_module, "bot.town")
        connection = await asyncio.to_thread(importlib.import_module, "bot.telegram.connection")
        introduce(self.telegram)
        bot = connection.connect(self.telegram.token, self.server.url)
        async with town.opened(folder, bot, self.clock) as self._app:
            self.server.ready = True
            self.server.note = ""
            self.woken.set()
            assert self._app is not None
            await self._app.run()

    def stop(self) -> bool:
        """Let the town come to its end. Return whether there was one yet."""
        if self._app is None:
            return False
        self._app.stop()
        return True

    async def _on_clock(self, move: str) -> str:
        """Walk the clock as a button of the page says; return what to tell."""
        if self._app is None:
            return "The town is still waking up."
        town = importlib.import_module("bot.town")
        async with self._walking:
            until = await self._target(move)
            await town.walk(self._app, self.clock, until, self._pass_time)
        return ""

    async def _target(self, move: str) -> datetime:
        assert self._app is not None
        now = self.clock.now()
        if move in MOVES:
            return now + MOVES[move]
        async with self._app.ground.database.reading() as uow:
            following = await uow.check_ins.next_planned_at()
        return following or now + MOVES["1d"]

    async def _pass_time(self) -> None:
        """Do what is due now, and wait until nothing is on its way any more."""
        assert self._app is not None
        await self._app.tick.once()
        self._app.sender.wake()
        for _ in range(QUIET_LOOKS):
            if not len(self.telegram.updates) and await self._app.is_quiet():
                return
            await asyncio.sleep(LOOK_EVERY)


def introduce(telegram: Telegram) -> None:
    """Let everybody have written to the bot once, long ago, as the town's history has it."""
    for one in CAST:
        telegram.add_user(one.user_id, one.name, language=LANGUAGE).started = True


def _phones() -> list[Json]:
    return [
        {"user_id": one.user_id, "name": one.name, "role": one.role.value, "blurb": one.blurb}
        for one in CAST
    ]
