"""The wire: our few calls as JSON, and of each answer only what we use.

A form with JSON inside, and a model for every button of a message that Telegram shows us back,
cost three times what the call itself does. Every other call goes as aiogram makes it.
"""

from collections.abc import Mapping
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods.base import Response, TelegramMethod, TelegramType
from aiohttp import ClientError
from pydantic import BaseModel

JSON = {"Content-Type": "application/json"}

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")

Markup = Mapping[str, Any]


class Plain(TelegramMethod[TelegramType]):
    """A call whose fields are what JSON knows; what is None is left out."""


class Receipt(BaseModel):
    """What we keep of a message that was sent."""

    message_id: int


class SendText(Plain[Receipt]):
    """``sendMessage``; formatting and buttons as Telegram has them."""

    __returning__ = Receipt
    __api_method__ = "sendMessage"

    chat_id: int
    text: str
    entities: list[Markup] | None = None
    reply_markup: Markup | None = None
    link_preview_options: Markup | None = None
    protect_content: bool | None = None
    disable_notification: bool | None = None


class EditText(Plain[Receipt]):
    """``editMessageText`` of a message of ours; without ``reply_markup`` its buttons go."""

    __returning__ = Receipt
    __api_method__ = "editMessageText"

    chat_id: int
    message_id: int
    text: str
    entities: list[Markup] | None = None
    reply_markup: Markup | None = None
    link_preview_options: Markup | None = None


class AnswerTap(Plain[bool]):
    """``answerCallbackQuery``."""

    __returning__ = bool
    __api_method__ = "answerCallbackQuery"

    callback_query_id: str
    text: str | None = None


class GetRawUpdates(Plain[list[Any]]):
    """``getUpdates`` without reading what is in them: one bad update must not hide the others."""

    __returning__ = list[Any]
    __api_method__ = "getUpdates"

    offset: int | None = None
    timeout: int = 0
    limit: int = 100
    allowed_updates: tuple[str, ...] = ALLOWED_UPDATES


# pydantic builds the class that reads an answer anew, 5 ms each, whenever nobody holds it any more.
_HELD = tuple(
    Response[method.__returning__]  # type: ignore[name-defined]
    for method in (SendText, EditText, AnswerTap, GetRawUpdates)
)


class Wire(AiohttpSession):
    """aiogram's session, which makes a plain call plainly."""

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram's own signature
    ) -> TelegramType:
        """Make a call; the errors are aiogram's."""
        if not isinstance(method, Plain):
            return await super().make_request(bot, method, timeout)
        session = await self.create_session()
        patience: Any = self.timeout if timeout is None else timeout
        try:
            async with session.post(
                self.api.api_url(token=bot.token, method=method.__api_method__),
                data=method.model_dump_json(exclude_none=True).encode(),
                headers=JSON,
                timeout=patience,
            ) as answer:
                content = await answer.read()
        except TimeoutError as error:
            raise TelegramNetworkError(method=method, message="Request timeout error") from error
        except ClientError as error:
            kind = type(error).__name__
            raise TelegramNetworkError(method=method, message=f"{kind}: {error}") from error
        text = content.decode("utf-8", "replace")
        read = self.check_response(bot=bot, method=method, status_code=answer.status, content=text)
        return read.result  # type: ignore[return-value]  # a failed call has raised by now
