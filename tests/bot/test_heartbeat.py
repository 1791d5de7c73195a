"""The heartbeat: it comes while all is well, and stops when something is not."""

import asyncio
import contextlib

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
