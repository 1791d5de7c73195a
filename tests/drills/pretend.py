"""The pretend Telegram as a process of its own, which outlives every kill of the bot.

``python -m tests.drills.pretend``: prints its address, writes its journal to the path it is sent on
standard input, and ends when that closes, or by itself when its time is up.
"""

import argparse
import asyncio
import signal
import sys
import zoneinfo
from collections import deque
from pathlib import Path

from bot.emulator import state
from bot.emulator.server import Server
from bot.emulator.telegram import Telegram
from bot.simulation import calls
from tests.drills.drill import say
from tests.drills.house import TOKEN, FastClock, introduce

SHOWN_MESSAGES = 16  # a phone's look costs what it shows, and the drill looks all the time


async def serve(clock: FastClock, clients: int, *, strict: bool) -> None:
    """Serve until standard input closes; each line of it names a file for the journal."""
    telegram = Telegram(TOKEN, clock.now, strict_limits=strict)
    telegram.journal = deque()  # all of it: a drill judges by what was really called
    introduce(telegram, clients)
    server = Server(telegram)
    await server.start(0)
    say(server.url)
    try:
        while line := await asyncio.to_thread(sys.stdin.readline):
            calls.dump(list(telegram.journal), Path(line.strip()))
            say("written")
    finally:
        await server.stop()


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clock", type=FastClock.read, required=True)
    parser.add_argument("--clients", type=int, required=True)
    parser.add_argument("--strict", action="store_true", help="with flood control")
    parser.add_argument("--seconds", type=int, required=True, help="ends after so many")
    chosen = parser.parse_args()
    signal.alarm(chosen.seconds)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    zoneinfo.reset_tzpath(())
    state.SHOWN_MESSAGES = SHOWN_MESSAGES
    asyncio.run(serve(chosen.clock, chosen.clients, strict=chosen.strict))


if __name__ == "__main__":
    main()
