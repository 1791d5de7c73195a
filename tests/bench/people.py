"""People with phones who answer as fast as they are asked, and the bot's process they talk to."""

import asyncio
import json
import signal
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.clock import utc_now
from bot.emulator.server import Server
from bot.emulator.shapes import Message
from bot.emulator.telegram import Telegram

TOKEN = "42:BENCH"  # noqa: S105 - our own emulator's
ANSWERS = 7
"""Questions from the first to the recap: use, craving, mood, sleep, confidence, two goals."""
AT_WORK = 12
"""How many people one round is for."""
PATIENCE = 60
SETTLING = 0.4
LABELS = ("No", "4")
"""What everybody answers: nothing that alarms anybody."""


class Phones(Telegram):
    """A pretend Telegram whose people can wait for what the bot writes."""

    def __init__(self) -> None:
        super().__init__(TOKEN, utc_now)
        self._waiting: dict[int, asyncio.Future[Message]] = {}

    def put(self, message: Message) -> Message:
        """Put a message into its chat, and wake whoever waits for it."""
        waiting = self._waiting.get(message.chat_id)
        if waiting is not None and message.sender == "bot" and not waiting.done():
            waiting.set_result(message)
        return super().put(message)

    async def answer_to(self, user_id: int, act: Callable[[], object], *, buttons: bool) -> Message:
        """Do something and wait for the bot's next message, or its next with buttons."""
        while True:
            waiting = self._waiting[user_id] = asyncio.get_running_loop().create_future()
            act()
            async with asyncio.timeout(PATIENCE):
                message: Message = await waiting
            if message.buttons or not buttons:
                return message
            act = _nothing


def _nothing() -> None:
    """Only wait on."""


@dataclass(frozen=True, slots=True)
class Used:
    """What a bot's process used for a stretch of work: seconds, and how much work it was."""

    cpu: float
    wall: float
    work: int

    @property
    def cpu_ms(self) -> float:
        """Milliseconds of CPU for one piece of work."""
        return self.cpu / self.work * 1000

    @property
    def rate(self) -> float:
        """Pieces of work in a second."""
        return self.work / self.wall


class Crew:
    """A bot's process, and the people who talk to it, a few of them at a time.

    Each round is for others, so that nobody has had more days than there are.
    """

    def __init__(
        self, telegram: Phones, process: asyncio.subprocess.Process, people: Sequence[int]
    ) -> None:
        self._telegram = telegram
        self._process = process
        self._rest = list(people)
        self._people: list[int] = []
        self._shown: dict[int, Message] = {}

    async def echoes(self, each: int, together: int) -> Used:
        """Let everybody write and wait for the echo."""
        self._next_ones()

        async def talk(user: int) -> None:
            for _ in range(each):
                await self._telegram.answer_to(
                    user, lambda: self._telegram.say(user, "hello"), buttons=False
                )

        return await self._measure(talk, each, together)

    async def check_in(self, together: int, answers: int = ANSWERS) -> Used:
        """Let everybody do a check-in; only the answers are measured, not how it opens and ends."""
        self._next_ones()
        await self._together(self._begin, together)
        await asyncio.sleep(SETTLING)

        async def answer(user: int) -> None:
            for _ in range(answers):
                await self._tap(user, LABELS)

        used = await self._measure(answer, answers, together)
        if answers == ANSWERS:
            await self._together(self._end, together)
            await asyncio.sleep(SETTLING)
        return used

    async def used(self) -> tuple[float, float]:
        """Return the CPU seconds and the peak megabytes of the bot so far."""
        self._process.send_signal(signal.SIGUSR1)
        told = await _line(self._process)
        return told["cpu"], told["peak_mb"]

    async def sealed(self) -> tuple[float, float]:
        """Return the CPU seconds of the bot so far, and those it has spent on sealing."""
        self._process.send_signal(signal.SIGUSR1)
        told = await _line(self._process)
        return told["cpu"], told["sealing"]

    def _next_ones(self) -> None:
        self._people, self._rest = self._rest[:AT_WORK], self._rest[AT_WORK:]
        assert self._people, "nobody is left who has not had their round"

    async def _measure(
        self, act: Callable[[int], Awaitable[None]], each: int, together: int
    ) -> Used:
        cpu, _ = await self.used()
        started = time.perf_counter()
        await self._together(act, together)
        wall = time.perf_counter() - started
        await asyncio.sleep(SETTLING)  # what is done after the message has arrived counts as well
        return Used((await self.used())[0] - cpu, wall, each * len(self._people))

    async def _together(self, act: Callable[[int], Awaitable[None]], together: int) -> None:
        places = asyncio.Semaphore(together)

        async def one(user: int) -> None:
            async with places:
                await act(user)

        async with asyncio.TaskGroup() as group:
            for user in self._people:
                group.create_task(one(user))

    async def _begin(self, user: int) -> None:
        self._shown[user] = await self._telegram.answer_to(
            user, lambda: self._telegram.say(user, "/checkin"), buttons=True
        )

    async def _tap(self, user: int, labels: Iterable[str]) -> None:
        message = self._shown[user]
        data = _button(message, labels)
        self._shown[user] = await self._telegram.answer_to(
            user, lambda: self._telegram.tap(user, message.message_id, data), buttons=True
        )

    async def _end(self, user: int) -> None:
        message = self._shown[user]
        data = message.buttons[0][0].data
        assert data is not None
        await self._telegram.answer_to(
            user, lambda: self._telegram.tap(user, message.message_id, data), buttons=False
        )


@asynccontextmanager
async def crew(bot: str, people: Sequence[int], folder: Path | None = None) -> AsyncIterator[Crew]:
    """Start a bot's process with a Telegram of its own, and give its people phones."""
    telegram = Phones()
    for user in people:
        telegram.add_user(user, f"Client {user}").started = True
    server = Server(telegram)
    await server.start(0)
    process = await start(bot, "--api", server.url, "--folder", str(folder or "."))
    try:
        await _line(process)
        yield Crew(telegram, process, people)
    finally:
        await _end(process)
        await server.stop()


async def alone(bot: str, folder: Path) -> dict[str, float]:
    """Run a bot that ends by itself; return what it tells of itself."""
    process = await start(bot, "--folder", str(folder))
    try:
        return await _line(process)
    finally:
        await process.wait()


async def start(bot: str, *arguments: str) -> asyncio.subprocess.Process:
    """Start a bot's process."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.bench.bots",
        bot,
        *arguments,
        stdout=asyncio.subprocess.PIPE,
    )


async def _line(process: asyncio.subprocess.Process) -> dict[str, float]:
    assert process.stdout is not None
    async with asyncio.timeout(PATIENCE):
        line = await process.stdout.readline()
    if not line:
        raise RuntimeError("the bot's process has ended by itself; see what it wrote above")
    told: dict[str, float] = json.loads(line)
    return told


async def _end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        process.terminate()
    try:
        async with asyncio.timeout(PATIENCE / 3):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()


def _button(message: Message, labels: Iterable[str]) -> str:
    wanted = tuple(labels)
    shown = [one for row in message.buttons for one in row]
    for button in shown:
        if button.label.startswith(wanted) and button.data is not None:
            return button.data
    raise LookupError(f"none of {wanted} is among {[one.label for one in shown]}")
