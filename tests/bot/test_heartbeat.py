"""The heartbeat: it comes while all is well, and stops when something is not."""

import asyncio
import contextlib
from pathlib import Path

from aiohttp import web

from bot.observe import Health
from bot.web import heartbeat


async def _heard(health: Health, seconds: float) -> int:
    """Count the calls that reach a listener while the heart beats for some time."""
    calls = 0

    async def listen(_: web.Request) -> web.Response:
        nonlocal calls
        calls += 1
        return web.Response()

    app = web.Application()
    app.router.add_get("/beat", listen)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await heartbeat.keep_beating(f"http://127.0.0.1:{port}/beat", health)
    await runner.cleanup()
    return calls


async def test_it_beats_while_all_is_well():
    """Whoever watches hears that the bot lives."""
    health = Health(lambda: 0.0)

    assert await _heard(health, 0.3) == 1


async def test_it_is_withheld_when_a_part_has_stopped():
    """A bot that sends nothing must not say that all is well."""
    health = Health(lambda: 0.0)
    health.trouble("sender", "the sender has stopped")

    assert await _heard(health, 0.3) == 0


async def _touches(health: Health, path: Path, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await heartbeat.keep_touching(path, health)


async def test_a_file_is_touched_while_all_is_well(tmp_path):
    """A monitor on the same computer looks at its time of change."""
    health = Health(lambda: 0.0)

    await _touches(health, tmp_path / "beat", 0.3)

    assert [path.name for path in tmp_path.iterdir()] == ["beat"]


async def test_no_file_is_touched_when_a_part_has_stopped(tmp_path):
    """The silence is the message."""
    health = Health(lambda: 0.0)
    health.trouble("auditor", "1 alerts whose pages do not leave")

    await _touches(health, tmp_path / "beat", 0.3)

    assert list(tmp_path.iterdir()) == []


async def test_a_file_that_cannot_be_touched_stops_nothing(tmp_path):
    """It is tried again a minute later."""
    health = Health(lambda: 0.0)

    await _touches(health, tmp_path / "no" / "folder" / "beat", 0.3)

    assert list(tmp_path.iterdir()) == []
