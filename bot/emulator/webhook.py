"""Webhook: updates posted to the bot, every queue on its own.

A queue's first update is repeated until the bot answers 2xx: at once after the first
failure, then after pauses that double, or after the ``Retry-After`` the bot asks for.
Nothing behind it moves meanwhile.
"""

import asyncio
import json
from typing import Any

import aiohttp

from bot.emulator.faults import AnswerLost
from bot.emulator.methods import call
from bot.emulator.queues import Pending, Queue
from bot.emulator.world import World

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
LONGEST_PAUSE = 60.0
LONGEST_RETRY_AFTER = 3600
OK, REDIRECT = 200, 300
TIMEOUT = aiohttp.ClientTimeout(total=60)
UNFIT_AS_ANSWER = frozenset({"setwebhook", "deletewebhook"})


class Failed(Exception):
    """A delivery the bot did not take, and how long it asked us to wait."""

    def __init__(self, words: str, retry_after: int = 0) -> None:
        super().__init__(words)
        self.retry_after = retry_after


class Deliveries:
    """Posts one world's updates while a webhook is set."""

    def __init__(self, world: World, *, pause: float = 1.0) -> None:
        """Prepare to deliver.

        Args:
            world: Whose updates.
            pause: Seconds before the second repetition; each further one doubles it.

        """
        self._world = world
        self._pause = pause
        self._lines: dict[Queue, asyncio.Task[None]] = {}
        self._places = asyncio.Semaphore(world.webhook.max_connections)
        self._number = world.webhook.number

    async def run(self) -> None:
        """Deliver until cancelled."""
        async with aiohttp.ClientSession(timeout=TIMEOUT) as session, asyncio.TaskGroup() as group:
            while True:
                if self._world.webhook.url:
                    self._start_lines(session, group)
                await self._world.updates.bell.wait()

    def _start_lines(self, session: aiohttp.ClientSession, group: asyncio.TaskGroup) -> None:
        if self._number != self._world.webhook.number:
            self._number = self._world.webhook.number
            self._places = asyncio.Semaphore(self._world.webhook.max_connections)
        for pending in list(self._world.updates.heads()):
            if pending.queue not in self._lines:
                line = group.create_task(self._line(session, pending.queue))
                self._lines[pending.queue] = line

    async def _line(self, session: aiohttp.ClientSession, queue: Queue) -> None:
        """Deliver one queue until it is empty or the webhook goes."""
        failures, number = 0, self._world.webhook.number
        try:
            while self._world.webhook.number == number:
                pending = self._world.updates.head(queue)
                if pending is None:
                    break
                try:
                    async with self._places:
                        await self._post(session, pending)
                except Failed as failed:
                    self._world.webhook_failed(str(failed))
                    await self._rest(number, self._wait(failures, failed.retry_after))
                    failures += 1
                else:
                    failures = 0
                    self._world.updates.delivered(pending)
        finally:
            del self._lines[queue]
            self._world.updates.bell.ring()

    async def _rest(self, number: int, seconds: float) -> None:
        """Wait before a repetition, unless another webhook is set meanwhile."""
        try:
            async with asyncio.timeout(seconds):
                while self._world.webhook.number == number:
                    await self._world.updates.bell.wait()
        except TimeoutError:
            return

    def _wait(self, failures: int, retry_after: int) -> float:
        if retry_after:
            return float(min(retry_after, LONGEST_RETRY_AFTER))
        return min(LONGEST_PAUSE, self._pause * 2.0**failures) if failures else 0.0

    async def _post(self, session: aiohttp.ClientSession, pending: Pending) -> None:
        hook = self._world.webhook
        headers = {SECRET_HEADER: hook.secret} if hook.secret else {}
        pending.fetched = True
        try:
            async with session.post(
                hook.url, json=pending.json(), headers=headers, allow_redirects=False
            ) as response:
                body = await response.read()
                if not OK <= response.status < REDIRECT:
                    words = f"Wrong response from the webhook: {response.status} {response.reason}"
                    raise Failed(words, _retry_after(response))
                answer = _answer(response, body)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Failed(f"Connection failed: {type(error).__name__}") from error
        if answer:
            await self._carry_out(answer)

    async def _carry_out(self, answer: dict[str, Any]) -> None:
        """Carry out a call the bot gave as its answer to the update."""
        method = str(answer.pop("method", "")).lower()
        if not method or method in UNFIT_AS_ANSWER or method.startswith("get"):
            return
        try:
            await call(self._world, method, answer)
        except AnswerLost:
            return


def _retry_after(response: aiohttp.ClientResponse) -> int:
    asked = response.headers.get("Retry-After", "")
    return int(asked) if asked.isdigit() else 0


def _answer(response: aiohttp.ClientResponse, body: bytes) -> dict[str, Any]:
    """Read a JSON object from the bot's answer, if it is one."""
    if not body or response.content_type != "application/json":
        return {}
    try:
        value = json.loads(body)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
