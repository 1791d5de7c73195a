"""The heartbeat: an address is called, or a file touched, while all is well.

So silence is noticed elsewhere. Nothing is said by it but that it came.
"""

import asyncio
from pathlib import Path

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
                log.error("heartbeat withheld", count=len(health.reasons()))
            await asyncio.sleep(EVERY_SECONDS)


async def keep_touching(path: Path, health: Health) -> None:
    """Touch the file once a minute for ever; not while anything is wrong.

    Its time of change is all that it says.
    """
    while True:
        if health.ok():
            await _touch(path)
        else:
            log.error("heartbeat withheld", count=len(health.reasons()))
        await asyncio.sleep(EVERY_SECONDS)


async def _touch(path: Path) -> None:
    try:
        await asyncio.to_thread(path.touch)
    except OSError as error:
        log.warning("heartbeat not written", error=type(error).__name__)


async def _call(session: aiohttp.ClientSession, url: str) -> None:
    try:
        async with session.get(url) as answer:
            answer.raise_for_status()
    except (aiohttp.ClientError, TimeoutError) as error:
        log.warning("heartbeat not delivered", error=type(error).__name__)
