"""The watchman: tells the admins, straight through the Bot API, that a part of the bot has stopped.

It needs neither the database nor the outbox when it speaks: whom to tell is remembered from when
all was well. If the whole program stands still it cannot speak either; then the heartbeat's
silence does (`bot/web/heartbeat.py`).
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError

from bot.actions.housekeeping import Reachable
from bot.observe import Health
from bot.telegram import letters
from bot.telegram.connection import code_of
from dialogs.messages import Message
from dialogs.texts import Texts

log = structlog.get_logger(__name__)

LOOKS_EVERY = 10.0
SILENT_FOR = 120.0
"""Seconds after which a part that has not run, or a fault that lasts, is told of."""

ASKS_EVERY = 60.0
SEND_SECONDS = 10.0

Ask = Callable[[], Awaitable[tuple[Reachable, ...]]]


@dataclass(slots=True)
class Watchman:
    """Looks at the program's health by a clock of its own; ``ask`` says whom to tell."""

    bot: Bot
    texts: Texts
    health: Health
    monotonic: Callable[[], float]
    ask: Ask
    _admins: tuple[Reachable, ...] = ()
    _asked_at: float = float("-inf")
    _since: dict[str, float] = field(default_factory=dict)
    _told: set[str] = field(default_factory=set)

    async def watch(self) -> None:
        """Look for ever."""
        while True:
            try:
                await self.look()
            except Exception:  # whoever watches the others must not stop for a fault of its own
                log.exception("watchman stumbled")
            await asyncio.sleep(LOOKS_EVERY)

    async def look(self) -> None:
        """Tell of what has stopped for two minutes, and once more when it runs again."""
        await self._remember()
        now = self.monotonic()
        wrong = self.health.wrong()
        self._since = {name: self._since.get(name, now - wrong[name]) for name in wrong}
        lasting = {name for name, since in self._since.items() if now - since >= SILENT_FOR}
        for name in sorted(lasting - self._told):
            log.error("part has stopped", kind=name)
            await self._tell("alerts-stopped", {"part": name, "minutes": self._minutes(name, now)})
        for name in sorted(self._told - wrong.keys()):
            await self._tell("alerts-runs_again", {"part": name})
        self._told = (self._told & wrong.keys()) | lasting

    def _minutes(self, name: str, now: float) -> int:
        return int((now - self._since[name]) // 60)

    async def _remember(self) -> None:
        """Look up, while that works, whom to tell when nothing works any more."""
        now = self.monotonic()
        if now - self._asked_at < ASKS_EVERY:
            return
        self._asked_at = now
        try:
            async with asyncio.timeout(SEND_SECONDS):
                self._admins = await self.ask()
        except Exception:  # the database may be what has stopped
            log.exception("admins not looked up", count=len(self._admins))

    async def _tell(self, key: str, words: Mapping[str, str | int]) -> None:
        for admin in self._admins:
            message = Message(self.texts.say(admin.language, key, **words))
            try:
                async with asyncio.timeout(SEND_SECONDS):
                    await letters.send(self.bot, admin.chat_id, message)
            except (AiogramError, OSError) as error:
                log.error("admin not told", person=admin.person_id, code=code_of(error))  # noqa: TRY400 - its text may hold words
