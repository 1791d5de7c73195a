"""The line to Telegram: how a bot is reached, and what the end of a call tells us.

Telegram has no key that makes a repeated send harmless, so for every failed call the question is
the same: was the message surely not sent, or can nobody know?
"""

import asyncio
from enum import StrEnum
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import (
    BaseRequestMiddleware,
    NextRequestMiddlewareType,
)
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.exceptions import (
    AiogramError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods.base import TelegramMethod, TelegramType
from aiohttp import ClientConnectorError, ClientTimeout, ConnectionTimeoutError

from bot.observe import Figures
from bot.telegram.wire import Wire
from dialogs.errors import HandrailError

CALL_SECONDS = 10
CONNECT_SECONDS = 5
LEASE_SECONDS = 20  # longer than a call may take, so a row is never sent by two at once

_GONE = ("chat not found", "user is deactivated", "bot was blocked", "peer_id_invalid")
_SAME = "message is not modified"
_LOST = ("message to edit not found", "message can't be edited", "message_id_invalid")


class TelegramRefuses(HandrailError):
    """Telegram will not work with us, and trying again cannot help; says what to do."""


class TokenRefused(TelegramRefuses):
    """The bot's token is not, or no longer, valid."""

    def __init__(self) -> None:
        super().__init__(
            "Telegram does not accept HANDRAIL_BOT_TOKEN: get a valid one from @BotFather, and if "
            "HANDRAIL_TELEGRAM_API is set, see that a Bot API server is there."
        )


class AnotherPoller(TelegramRefuses):
    """Somebody else receives this bot's updates."""

    def __init__(self) -> None:
        super().__init__(
            "Another program is receiving this bot's updates (409 Conflict): stop it, or, if a "
            "webhook is set, delete it; if neither is yours, revoke the token at @BotFather."
        )


class Ending(StrEnum):
    """How a call that failed left things."""

    NOT_SENT = "not_sent"  # surely; try again
    UNKNOWN = "unknown"  # it may have arrived
    WAIT = "wait"  # 429: surely not sent, and told when to come back
    GONE = "gone"  # this person cannot be reached any more
    SAME = "same"  # an edit that changes nothing: as good as done
    LOST = "lost"  # the message to be edited is not there
    REFUSED = "refused"  # this message will never be accepted as it is
    TOKEN = "token"  # noqa: S105  # not a secret: the token itself is refused


class _CountCalls(BaseRequestMiddleware):
    """Passes calls on and counts them."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Any:
        """Make the call."""
        code = "ok"
        try:
            return await make_request(bot, method)
        except Exception as error:
            code = code_of(error)
            raise
        finally:
            self._figures.calls.labels(method=method.__api_method__, code=code).inc()


_ENDINGS = (
    (TelegramRetryAfter, Ending.WAIT),
    (TelegramUnauthorizedError, Ending.TOKEN),
    (TelegramForbiddenError, Ending.GONE),
    (TelegramNotFound, Ending.NOT_SENT),
    (TelegramConflictError, Ending.NOT_SENT),
)


def connect(token: str, api: str | None = None) -> Bot:
    """Make a bot that gives up on a call after ten seconds, on a connection after five.

    Args:
        token: The bot's token.
        api: The address of another Bot API server than Telegram's own.

    """
    server = TelegramAPIServer.from_base(api) if api else PRODUCTION
    # aiogram hands its timeout to aiohttp unread: a ClientTimeout also tells a connection that was
    # never made (surely not sent) from an answer that never came (nobody knows).
    patience: Any = ClientTimeout(total=CALL_SECONDS, connect=CONNECT_SECONDS)
    return Bot(token, session=Wire(api=server, timeout=patience))


def count_calls(bot: Bot, figures: Figures) -> None:
    """Count every call this bot makes, by method and how it ended."""
    bot.session.middleware(_CountCalls(figures))


def ending(error: BaseException) -> Ending:
    """Say how a failed call left things; what is not known for sure is ``UNKNOWN``."""
    if isinstance(error, TelegramBadRequest):
        return _refusal(error.message.casefold())
    if isinstance(error, TelegramNetworkError):
        return Ending.NOT_SENT if _never_connected(error.__cause__) else Ending.UNKNOWN
    known = (end for kind, end in _ENDINGS if isinstance(error, kind))
    return next(known, Ending.UNKNOWN)


def code_of(error: BaseException) -> str:
    """Name an error for the figures: its class, which carries no text of ours."""
    if isinstance(error, AiogramError | TimeoutError | asyncio.TimeoutError):
        return type(error).__name__
    return "other"


def _refusal(words: str) -> Ending:
    if _SAME in words:
        return Ending.SAME
    if any(phrase in words for phrase in _LOST):
        return Ending.LOST
    if any(phrase in words for phrase in _GONE):
        return Ending.GONE
    return Ending.REFUSED


def _never_connected(cause: BaseException | None) -> bool:
    return isinstance(cause, ClientConnectorError | ConnectionTimeoutError)
