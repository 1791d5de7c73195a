"""A bot that talks to the pretend Telegram in the same process: no sockets, the same answers."""

from collections.abc import AsyncGenerator
from typing import Any

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods.base import TelegramMethod, TelegramType

from bot.emulator.faults import AnswerLost
from bot.emulator.methods import call
from bot.emulator.shapes import Upload
from bot.emulator.telegram import Telegram


class InProcess(BaseSession):
    """An aiogram session whose calls go straight to the emulator."""

    def __init__(self, telegram: Telegram) -> None:
        super().__init__()
        self._telegram = telegram

    @classmethod
    def bot(cls, telegram: Telegram) -> Bot:
        """Make a bot that reaches this Telegram."""
        return Bot(telegram.token, session=cls(telegram))

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram's own signature
    ) -> TelegramType:
        """Make one call, as its HTTP form would be read."""
        fields: dict[str, Any] = {}
        files: dict[str, Any] = {}
        for name, value in method.model_dump(warnings=False).items():
            prepared = self.prepare_value(value, bot=bot, files=files)
            if prepared is not None:
                fields[name] = prepared
        for name, file in files.items():
            content = b"".join([chunk async for chunk in file.read(bot)])
            fields[name] = Upload(file.filename or name, content)
        try:
            answer = await call(self._telegram, method.__api_method__, fields)
        except AnswerLost as lost:
            raise TelegramNetworkError(method=method, message="the answer was lost") from lost
        status = 200 if answer["ok"] else int(answer["error_code"])
        response = self.check_response(
            bot=bot, method=method, status_code=status, content=self.json_dumps(answer)
        )
        return response.result  # type: ignore[return-value]  # a failed call has raised by now

    async def stream_content(
        self, *args: Any, **kwargs: Any
    ) -> AsyncGenerator[bytes, None]:  # pragma: no cover - nothing is downloaded
        """Refuse: no file is ever fetched."""
        if args or kwargs:
            raise AssertionError("no file is ever fetched")
        yield b""

    async def close(self) -> None:
        """There is nothing to close."""
