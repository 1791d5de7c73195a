"""What the end of a call tells us: was the message surely not sent, or can nobody know?"""

import pytest
from aiogram.exceptions import (
    ClientDecodeError,
    RestartingTelegram,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetMe
from aiohttp import ClientConnectorError, ConnectionTimeoutError, ServerDisconnectedError

from bot.telegram.connection import (
    Ending,
    count_calls,
    ending,
)

CALL = GetMe()


def network(cause):
    """Raise a network error as aiogram does, from its cause."""
    error = TelegramNetworkError(CALL, "no")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (TelegramRetryAfter(CALL, "no", 3), Ending.WAIT),
        (TelegramUnauthorizedError(CALL, "Unauthorized"), Ending.TOKEN),
        (TelegramForbiddenError(CALL, "Forbidden: bot was blocked by the user"), Ending.GONE),
        (TelegramForbiddenError(CALL, "Forbidden: user is deactivated"), Ending.GONE),
        (TelegramBadRequest(CALL, "Bad Request: chat not found"), Ending.GONE),
        (TelegramBadRequest(CALL, "Bad Request: message is not modified: x"), Ending.SAME),
        (TelegramBadRequest(CALL, "Bad Request: message to edit not found"), Ending.LOST),
        (TelegramBadRequest(CALL, "Bad Request: message is too long"), Ending.REFUSED),
        (TelegramNotFound(CALL, "Not Found"), Ending.NOT_SENT),
        (TelegramConflictError(CALL, "Conflict"), Ending.NOT_SENT),
        (TelegramServerError(CALL, "Bad Gateway"), Ending.UNKNOWN),
        (RestartingTelegram(CALL, "restart"), Ending.UNKNOWN),
        (ClientDecodeError("no", ValueError(), "<html>"), Ending.UNKNOWN),
        (network(ConnectionTimeoutError()), Ending.NOT_SENT),
        (network(ClientConnectorError.__new__(ClientConnectorError)), Ending.NOT_SENT),
        (network(ServerDisconnectedError()), Ending.UNKNOWN),
        (network(TimeoutError()), Ending.UNKNOWN),
        (network(None), Ending.UNKNOWN),
        (OSError(), Ending.UNKNOWN),
    ],
    ids=lambda value: getattr(value, "message", None) or getattr(value, "value", None),
)
def test_ending(error, expected):
    assert ending(error) is expected


async def test_calls_are_counted(bot, figures):
    count_calls(bot, figures)

    await bot.get_me()
    with pytest.raises(TelegramBadRequest):
        await bot.send_message(5, "hi")

    calls = "handrail_api_calls_total"
    value = figures.registry.get_sample_value
    assert value(calls, {"method": "getMe", "code": "ok"}) == 1
    assert value(calls, {"method": "sendMessage", "code": "TelegramBadRequest"}) == 1
