"""The heartbeat: an address is called while all is well, so that silence is noticed elsewhere.

Nothing is said in the call but that it came.
"""

import asyncio

import aiohttp
import structlog

from bot.observe import Health

log = structlog.get_logger(__name__)

EVERY_SECONDS = 60.0
CALL_SECONDS = 10.0


async def keep_beating(url: str, health: Health) -> None:
    """Call the address once a minute for ever; not while anything is wrong."""
    patience = aiohttp.ClientTimeout(total=CALL_SECONDS)
    async with aiohttp.ClientSession(timeout=patience) as session:
        while True:
            if health.ok():
                await _call(session, url)
            else:
                log.error("heartbeat withheld", reasons=len(health.reasons()))
            await asyncio.sleep(EVERY_SECONDS)


async def _call(session: aiohttp.ClientSession, url: str) -> None:
    try:
        async with session.get(url) as answer:
            answer.raise_for_status()
    except (aiohttp.ClientError, TimeoutError) as error:
        log.warning("heartbeat not delivered", error=type(error).__name__)
