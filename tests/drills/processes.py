"""Starting, killing and waiting for the processes of a drill: only those it started, by number."""

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from bot.emulator.shapes import Call
from bot.simulation import calls
from tests.drills.house import FastClock

READY_SECONDS = 60.0
STOP_SECONDS = 30.0
MOST_SECONDS = 3600
"""After this long every process of ours ends by itself, whatever became of the drill."""


class Died(Exception):
    """A process of the drill ended where it must not."""


class Pretend:
    """The pretend Telegram's process."""

    def __init__(self, process: Process, url: str) -> None:
        self._process = process
        self.url = url

    async def journal(self, path: Path) -> list[Call]:
        """Fetch all that was ever called."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{path}\n".encode())
        await read_line(self._process)
        return await asyncio.to_thread(calls.load, path)


@asynccontextmanager
async def pretend(clock: FastClock, clients: int, *more: str) -> AsyncIterator[Pretend]:
    """Run a pretend Telegram, with ``--strict`` one that says 429."""
    given = ("--clock", str(clock), "--clients", str(clients), *more)
    process = await _start("pretend", *given)
    try:
        yield Pretend(process, await read_line(process))
    finally:
        await end(process)


async def start_bot(folder: Path, api: str, clock: FastClock, *more: str) -> Process:
    """Start a bot, or with ``--forks`` a fork server."""
    where = ("--folder", str(folder), "--api", api, "--clock", str(clock))
    return await _start("bots", *where, *more)


async def read_line(process: Process, seconds: float = READY_SECONDS) -> str:
    """Wait for the next line that a process prints.

    Raises:
        Died: It ended, or said nothing for so long.

    """
    assert process.stdout is not None
    try:
        async with asyncio.timeout(seconds):
            line = await process.stdout.readline()
    except TimeoutError:
        raise Died(f"process {process.pid} says nothing") from None
    if not line:
        raise Died(f"process {process.pid} ended with {await process.wait()}")
    return line.decode().strip()


async def end(process: Process, *, kindly: bool = True) -> int:
    """End a process: let it finish (SIGTERM), or kill it at once; return its status."""
    with suppress(ProcessLookupError):
        if kindly:
            process.terminate()
        else:
            process.kill()
    try:
        async with asyncio.timeout(STOP_SECONDS):
            return await process.wait()
    except TimeoutError:
        process.kill()
        raise Died(f"process {process.pid} did not stop") from None


async def _start(module: str, *arguments: str) -> Process:
    command = (sys.executable, "-m", f"tests.drills.{module}", *arguments)
    bounded = (*command, "--seconds", str(MOST_SECONDS))
    stderr = None if "bots" in module else DEVNULL
    return await asyncio.create_subprocess_exec(*bounded, stdin=PIPE, stdout=PIPE, stderr=stderr)
