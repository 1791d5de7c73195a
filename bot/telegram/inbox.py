"""What comes in: an update is confirmed to Telegram only when its work is committed.

Somebody's slow update keeps the offset where it is, but nobody waiting: what came after it is
worked on too, and remembered until the offset may pass it.
"""

import asyncio
import hashlib
from collections.abc import Callable
from functools import partial
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    TelegramConflictError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiohttp import web

from bot.observe import Figures
from bot.telegram import incoming, webhook
from bot.telegram.connection import (
    CALL_SECONDS,
    AnotherPoller,
    TokenRefused,
    count_calls,
)
from bot.telegram.handling import Handling, Pause
from bot.telegram.incoming import Raw, UnreadableUpdate
from bot.telegram.wire import GetRawUpdates
from dialogs.errors import StorageError

log = structlog.get_logger(__name__)

LONG_POLL_SECONDS = 25
LONGEST_PAUSE = 30.0
LOOK_AGAIN_SECONDS = 0.25
GRACE_SECONDS = 10
CONFLICTS_BEFORE_GIVING_UP = 5


class Inbox:
    """Takes updates in, by poll or by webhook, and confirms them when they are done."""

    def __init__(
        self,
        bot: Bot,
        handling: Handling,
        *,
        figures: Figures,
        secret: str | None = None,
        read: Callable[[Raw], Raw] = lambda raw: raw,
        beat: Callable[[], None] = lambda: None,
        pause: Pause = asyncio.sleep,
    ) -> None:
        count_calls(bot, figures)
        self._bot = bot
        self._handling = handling
        self._figures = figures
        self._secret = secret
        self._read = read
        self._beat = beat
        self._pause = pause
        self._stopping = asyncio.Event()
        self._open: dict[int, asyncio.Task[None]] = {}
        self._last: int | None = None

    async def poll(self) -> None:
        """Fetch and work on updates until told to stop, then let running work finish.

        Raises:
            ExceptionGroup: Holds `TokenRefused` or `AnotherPoller` when going on cannot help.

        """
        async with asyncio.TaskGroup() as group:
            fetching = group.create_task(self._fetch_for_ever(group))
            await self._stopping.wait()
            fetching.cancel()
            if self._open:
                await asyncio.wait(self._open.values(), timeout=GRACE_SECONDS)
            for task in self._open.values():
                task.cancel()

    def stop(self) -> None:
        """Take nothing new in; what is not finished is left for Telegram to bring again."""
        self._stopping.set()

    async def drain(self) -> int:
        """Fetch all that waits now and work on it, one by one; return how many updates it was.

        Raises:
            StorageError: The database cannot be used.

        """
        count = 0
        while raws := self._new(await self._get_updates(0)):
            for raw in raws:
                await self.handle(raw)
                self._last = raw["update_id"]
            count += len(raws)
        return count

    async def handle(self, raw: Raw) -> None:
        """See one update through: lifeline first, then the ordinary road, in its person's turn.

        Raises:
            StorageError: The database cannot be used; the update is as good as never seen.

        """
        await self._handling.handle(raw)

    async def webhook(self, request: web.Request) -> web.Response:
        """Answer a call of Telegram's: 200 after the commit, never before."""
        try:
            webhook.check_secret(request, self._secret)
            if self._stopping.is_set():
                return webhook.later()
            await self._take(await webhook.read_body(request))
        except webhook.Refused as refused:
            self._figures.refused_calls.labels(status=refused.status).inc()
            return web.Response(status=refused.status)
        except StorageError:
            return webhook.later()
        self._beat()
        return webhook.ok()

    async def _take(self, body: bytes) -> None:
        try:
            raw = webhook.read_update(body)
        except UnreadableUpdate as error:
            await self._handling.put_aside(_made_up_number(body), body, error)
        else:
            await self.handle(self._read(raw))

    async def _fetch_for_ever(self, group: asyncio.TaskGroup) -> None:
        while True:
            self._beat()
            for raw in self._new(await self._fetch()):
                number = self._last = raw["update_id"]
                work = self._handling.handle(raw, self._patience)
                self._open[number] = group.create_task(work)
                self._open[number].add_done_callback(partial(self._close, number))
            if self._open:
                await asyncio.wait(self._open.values(), timeout=LOOK_AGAIN_SECONDS)

    async def _fetch(self) -> list[Any]:
        """Return the next updates, however long Telegram cannot be reached."""
        failures = conflicts = 0
        while True:
            failures += 1
            pause = _wait_after(failures)
            try:
                return await self._get_updates(0 if self._open else LONG_POLL_SECONDS)
            except (TelegramUnauthorizedError, TelegramNotFound):
                raise TokenRefused from None
            except TelegramRetryAfter as error:
                pause = max(pause, error.retry_after)
            except TelegramConflictError:
                conflicts += 1
                if conflicts >= CONFLICTS_BEFORE_GIVING_UP:
                    raise AnotherPoller from None
            except (AiogramError, OSError) as error:
                log.warning("updates not fetched", error=type(error).__name__, seconds=pause)
            await self._pause(pause)
            self._beat()

    async def _get_updates(self, seconds: int) -> list[Any]:
        """Ask for updates from the first that is not committed; that confirms all before it."""
        offset = min(self._open, default=None)
        if offset is None and self._last is not None:
            offset = self._last + 1
        call = GetRawUpdates(offset=offset, timeout=seconds)
        raws = await self._bot(call, request_timeout=seconds + CALL_SECONDS)
        if not raws and not self._open:
            self._last = None  # all is confirmed; Telegram may begin to count anew
        return raws

    def _new(self, raws: list[Any]) -> list[Raw]:
        """Keep what we are not working on and have not done; what has no number cannot be kept."""
        found = []
        for raw in raws:
            number = incoming.update_id(raw)
            if number is None:
                log.error("update without a number")
                self._figures.updates.labels(kind="other", outcome="unreadable").inc()
            elif self._handling.is_done(number) and number not in self._open:
                self._last = number
            elif number not in self._open:
                found.append(self._read(raw))
        return found

    def _close(self, number: int, _task: asyncio.Task[None]) -> None:
        """Let the offset pass an update; one that was left undone keeps it where it is."""
        if self._handling.is_done(number):
            del self._open[number]

    def _patience(self, times: int) -> float | None:
        return None if self._stopping.is_set() else _wait_after(times)


def _wait_after(times: int) -> float:
    """Return the seconds to wait after so many failures in a row: 1, 2, 4, … 30."""
    return min(LONGEST_PAUSE, 2.0 ** (min(times, 10) - 1))


def _made_up_number(body: bytes) -> int:
    """Number a body that has no update id: below zero, and the same for the same body."""
    return -1 - int.from_bytes(hashlib.sha256(body).digest()[:7], "big")
