"""The demo: the real bot on one laptop, talking real HTTP to a pretend Telegram with four phones.

No token, no network, nothing kept. The page is served before the bot is imported, so something is
there to look at while it wakes up; that is why this module imports so little at the top.
"""

import asyncio
import contextlib
import importlib
import os
import shutil
import signal
import sys
import tempfile
import webbrowser
import zoneinfo
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bot.clock import monotonic, utc_now

if TYPE_CHECKING:
    from bot.stage import Stage

TOKEN = "4242:handrail-demo-token-that-opens-nothing"  # noqa: S105 - our own emulator's
TEXT_BROWSERS = ("www-browser", "lynx", "links", "elinks", "w3m")


def main(*, port: int = 8088, open_browser: bool = True, keep: Path | None = None) -> int:
    """Run the demo until Ctrl-C. Return the exit status."""
    say("Handrail demo: a client, a counselor, a sponsor and a mother, on four phones.")
    _quieten()
    with _folder(keep) as folder:
        status = asyncio.run(_live(port, folder, open_browser=open_browser))
    say("Goodbye. Take care of each other.")
    return status


def tour(*, seed: int = 1, keep: Path | None = None) -> int:
    """Play the story without a browser and print it. Return the exit status."""
    _quieten()
    with _folder(keep) as folder:
        module = importlib.import_module("bot.tour")
        told: int = asyncio.run(module.tell(folder, seed))
    return told


def _quieten() -> None:
    """Keep the log to what has gone wrong, and this machine's zone data out of the town."""
    observe = importlib.import_module("bot.observe")
    observe.start_logging("error", sys.stderr, utc_now)
    zoneinfo.reset_tzpath(())


def say(line: str) -> None:
    """Print one line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


async def _live(port: int, folder: Path, *, open_browser: bool) -> int:
    from bot.stage import Stage

    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    stage = Stage(TOKEN, monotonic)
    await stage.server.start(port)
    say(f"Open {stage.server.url}  (Ctrl-C stops it)")
    if open_browser and has_desktop():
        webbrowser.open(stage.server.url)
    try:
        async with asyncio.TaskGroup() as group:
            living = group.create_task(stage.live(folder))
            announcing = group.create_task(_announce(stage))
            await stopped.wait()
            announcing.cancel()
            if not stage.stop():
                living.cancel()
    finally:
        await stage.server.stop()
    return 0


async def _announce(stage: "Stage") -> None:
    await stage.woken.wait()
    say("Ready. It is five to eight in the evening; Mia's check-in comes at eight.")


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    """Give a fresh folder, gone afterwards; or the one that is to be kept."""
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep
        return
    made = Path(tempfile.mkdtemp(prefix="handrail-"))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def has_desktop() -> bool:
    """Tell whether a browser with windows would open here, in front of somebody."""
    if not sys.stdout.isatty() or os.environ.get("CI") or os.environ.get("SSH_CONNECTION"):
        return False
    if sys.platform == "linux" and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        return False
    with contextlib.suppress(webbrowser.Error):
        name = getattr(webbrowser.get(), "name", "")
        return Path(name).name not in TEXT_BROWSERS
    return False
