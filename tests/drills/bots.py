"""The bot as a process, made to be killed: ``python -m tests.drills.bots``.

Alone it lives until SIGTERM or ``kill -9``. As a fork server it loads everything once, then forks
a bot for each kill: the child opens the database, polls and works as any bot does, until it is
killed from outside at a random moment, or kills itself (SIGKILL, no farewell) at a random one of
its own statements, commits and calls.
"""

import argparse
import asyncio
import json
import os
import random
import signal
import sys
import time
import zoneinfo
from collections.abc import Callable
from pathlib import Path
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import (
    BaseRequestMiddleware,
    NextRequestMiddlewareType,
)
from aiogram.methods.base import TelegramMethod, TelegramType
from sqlalchemy import event
from sqlalchemy.engine import Engine

from bot.observe import start_logging
from bot.telegram.connection import connect
from dialogs.playbook import Playbook, load
from tests.drills.drill import say
from tests.drills.house import TOKEN, FastClock, living

MEAN_LIFE, LONGEST_LIFE = 0.3, 1.2
MOST_POINTS = 300

Struck = Callable[..., None]


class _AtCalls(BaseRequestMiddleware):
    """Comes by before each call and after it."""

    def __init__(self, strike: Struck) -> None:
        self._strike = strike

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Any:
        """Make the call."""
        self._strike()
        try:
            return await make_request(bot, method)
        finally:
            self._strike()


def dies_at(point: int, bot: Bot) -> None:
    """Let this process kill itself at its n-th statement, commit, or side of a call."""
    left = point

    def strike(*_: object) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", strike)
    event.listen(Engine, "commit", strike)
    bot.session.middleware(_AtCalls(strike))


async def live(folder: Path, api: str, clock: FastClock, playbook: Playbook, point: int) -> None:
    """Be a bot until SIGTERM; ``point`` is where it kills itself (0: nowhere)."""
    bot = connect(TOKEN, api)
    if point:
        dies_at(point, bot)
    async with living(folder, bot, clock.now, clock.seconds, playbook) as app:
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, app.stop)
        say("ready")
        await app.run()


def fork_and_kill(chosen: argparse.Namespace, playbook: Playbook) -> None:
    """Fork a bot and kill it, again and again; print a line for each."""
    dice = random.Random(chosen.seed)  # noqa: S311 - repeatable, no secret
    for number in range(1, chosen.forks + 1):
        point = dice.randint(1, MOST_POINTS) if dice.random() < 0.5 else 0
        life = min(LONGEST_LIFE, dice.expovariate(1 / MEAN_LIFE))
        began = time.monotonic()
        status = _one_life(chosen, playbook, point, LONGEST_LIFE if point else life)
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        told = {"kill": number, "point": point, "seconds": time.monotonic() - began}
        say(json.dumps({**told, "killed": killed}))


def _one_life(chosen: argparse.Namespace, playbook: Playbook, point: int, seconds: float) -> int:
    """Fork a bot, kill it after so many seconds unless it is dead already; return its status."""
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        asyncio.run(live(chosen.folder, chosen.api, chosen.clock, playbook, point))
        os._exit(3)
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        found, status = os.waitpid(child, os.WNOHANG)
        if found:
            return status
        time.sleep(0.002)
    os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]


def main() -> None:
    """Run one bot, or many one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--api", required=True)
    parser.add_argument("--clock", type=FastClock.read, required=True)
    parser.add_argument("--seconds", type=int, required=True, help="ends after so many")
    parser.add_argument("--forks", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    signal.alarm(chosen.seconds)
    zoneinfo.reset_tzpath(())
    log = (chosen.folder / "log").open("a", encoding="utf-8", buffering=1)
    start_logging("info", log, chosen.clock.now)
    playbook = load()
    if chosen.forks:
        fork_and_kill(chosen, playbook)
    else:
        asyncio.run(live(chosen.folder, chosen.api, chosen.clock, playbook, 0))


if __name__ == "__main__":
    main()
