"""Updates that Telegram brings to us: who may, and what a body may look like.

Nothing of a call is read before its secret is known to be right, and nothing believed after it.
"""

import asyncio
import hmac
import json
from typing import NoReturn

from aiohttp import web

from bot.telegram.incoming import Raw, UnreadableUpdate, check

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # the name of a header
LARGEST_BODY = 256 * 1024
SLOWEST_BODY_SECONDS = 10
COME_BACK_SECONDS = 15


class Refused(Exception):
    """A call that is turned away; ``status`` is what it is told."""

    def __init__(self, status: int) -> None:
        super().__init__(f"turned away with {status}")
        self.status = status


def check_secret(request: web.Request, secret: str | None) -> None:
    """Make sure that it is Telegram who calls.

    Raises:
        Refused: The secret is missing, wrong or there twice, or we have none to compare with.

    """
    given = request.headers.getall(SECRET_HEADER, [])
    expected = (secret or "").encode()
    found = given[0].encode("utf-8", "surrogateescape") if len(given) == 1 else b""
    if not hmac.compare_digest(found, expected) or not expected:
        raise Refused(401)


async def read_body(request: web.Request) -> bytes:
    """Read the body of a call, up to 256 KiB, as it is.

    Raises:
        Refused: It is compressed, too large, or comes too slowly.

    """
    if "Content-Encoding" in request.headers:
        raise Refused(415)
    if (request.content_length or 0) > LARGEST_BODY:
        raise Refused(413)
    body = bytearray()
    try:
        async with asyncio.timeout(SLOWEST_BODY_SECONDS):
            async for chunk in request.content.iter_chunked(16 * 1024):
                body += chunk
                if len(body) > LARGEST_BODY:
                    raise Refused(413)
    except TimeoutError:
        raise Refused(408) from None
    return bytes(body)


def read_update(body: bytes) -> Raw:
    """Read a body as one update.

    Raises:
        UnreadableUpdate: It is not JSON, or not an update.

    """
    try:
        return check(json.loads(body, parse_constant=_no_constant))
    except (ValueError, RecursionError):
        raise UnreadableUpdate("the body is not an update") from None


def ok() -> web.Response:
    """Confirm an update: its work is committed, or it has been put aside."""
    return web.Response()


def later() -> web.Response:
    """Ask Telegram to bring this update again."""
    return web.Response(status=503, headers={"Retry-After": str(COME_BACK_SECONDS)})


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")
