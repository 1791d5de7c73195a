"""The bots under measurement, each run as a process of its own: ``python -m tests.bench.bots``.

A process prints one line when it is ready, and one with what it has used so far each time it gets
SIGUSR1. Nobody's sending is paced, since Telegram's limits would be all there is to see.
"""

import argparse
import asyncio
import json
import os
import resource
import signal
import sys
import time
import zoneinfo
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.bench import crowd

UNPACED = 1e9


SEALING: list[float] = []
"""Seconds spent on each value sealed, opened, or looked up by its keyed digest (`timed`)."""


def tell_usage(*_: Any) -> None:
    """Print the CPU time this process has used, in seconds, and the most memory it had, in MB."""
    used = {"cpu": time.process_time(), "peak_mb": _peak_mb(), "sealing": sum(SEALING)}
    os.write(sys.stdout.fileno(), (json.dumps(used) + "\n").encode())


def _peak_mb() -> float:
    """Return the highest resident size; Linux would count the parent's in ``ru_maxrss``."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(one for one in status.read_text().splitlines() if one.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def _ready() -> None:
    signal.signal(signal.SIGUSR1, tell_usage)
    os.write(sys.stdout.fileno(), b'{"ready": true}\n')


async def handrail(token: str, api: str, folder: Path) -> None:
    """Run our bot on a folder's database, as `handrail run` does."""
    from bot.actions.welcome import House
    from bot.app import App, Ground
    from bot.cast import LANGUAGE, ZONE
    from bot.clock import monotonic, utc_now
    from bot.observe import start_logging
    from bot.telegram.connection import connect
    from bot.telegram.limits import Limits, Pace
    from dialogs.playbook import load

    log = (folder / "log").open("a", encoding="utf-8")
    start_logging("info", log, utc_now)
    database = await crowd.open_database(folder)
    bot = connect(token, api)
    try:
        house = House(LANGUAGE, ZONE, "US", "bench_bot")
        cards = folder / crowd.CARDS
        app = App(Ground(database, load(), bot, utc_now, monotonic, house, cards))
        unpaced = Pace(UNPACED, UNPACED)
        app.sender.desks.limits = Limits(unpaced, unpaced)
        await app.prepare()
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, app.stop)
        _ready()
        await app.run()
    finally:
        await bot.session.close()
        await database.close()
        log.close()


async def timed(token: str, api: str, folder: Path) -> None:
    """Run our bot, with a watch on every call that seals or opens; the watch counts as sealing."""
    from storage.crypto import KeyRing, PersonKey

    for owner, names in ((PersonKey, ("seal", "unseal")), (KeyRing, ("blind", "sign", "unwrap"))):
        for name in names:
            setattr(owner, name, _watched(getattr(owner, name)))
    await handrail(token, api, folder)


def _watched(call: Callable[..., Any]) -> Callable[..., Any]:
    clock, note = time.perf_counter, SEALING.append

    def watched(*arguments: Any) -> Any:
        began = clock()
        try:
            return call(*arguments)
        finally:
            note(clock() - began)

    return watched


async def echo(token: str, api: str, _folder: Path) -> None:
    """Run the smallest bot that aiogram can be: it sends back what it gets and keeps nothing."""
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.types import Message

    async def answer(message: Message) -> None:
        await message.answer(message.text or "")

    dispatcher = Dispatcher()
    dispatcher.message.register(answer)
    server = TelegramAPIServer.from_base(api)
    _ready()
    await dispatcher.start_polling(
        Bot(token, session=AiohttpSession(api=server)), handle_signals=False
    )


async def rival(token: str, api: str, folder: Path) -> None:
    """Run the same check-in on python-telegram-bot, see `tests.bench.rival`."""
    from tests.bench import rival as other

    stopped = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
    async with other.running(token, api, folder):
        _ready()
        await stopped.wait()


async def one_tick(_token: str, _api: str, folder: Path) -> None:
    """Start our program, let every beat run once, and tell what that took."""
    from tests.bench.house import opened

    async with opened(folder) as app:
        await app.tick.once()
        tell_usage()


BOTS = {"handrail": handrail, "timed": timed, "echo": echo, "rival": rival, "one_tick": one_tick}


def main() -> None:
    """Run one bot until SIGTERM."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bot", choices=BOTS)
    parser.add_argument("--token", default="42:BENCH")
    parser.add_argument("--api", default="")
    parser.add_argument("--folder", type=Path, default=Path())
    chosen = parser.parse_args()
    zoneinfo.reset_tzpath(())
    asyncio.run(BOTS[chosen.bot](chosen.token, chosen.api, chosen.folder))


if __name__ == "__main__":
    main()
