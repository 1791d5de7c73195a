"""Masks: numbers of ours leave in buttons as eleven letters that mean nothing in any other chat.

Who may do what is decided from the database, whatever a button says. But a number that can be read
tells how many clients there are, and can be counted up; a mask tells nothing, and one that was made
up, altered or shown to somebody else is a button we never made (ADR 0027).
"""

import base64
import binascii
import hashlib
from dataclasses import dataclass
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import (
    BaseRequestMiddleware,
    NextRequestMiddlewareType,
)
from aiogram.methods.base import TelegramMethod, TelegramType
from aiogram.types import InlineKeyboardMarkup

from bot.telegram.incoming import Raw, tapped
from dialogs.messages import MASKED, parse_press
from storage.crypto import KeyRing

MARK = "~"
PLACES = frozenset({"r", "c"})
"""Verbs whose numbers are places in a question; what names the question is random already."""

NOT_OURS = "gone"
"""What is read in place of a button that we never made for this chat."""

_ROUNDS = 4
_HALF = 4
_LARGEST = 2 ** (8 * _HALF)


@dataclass(frozen=True, slots=True)
class Masks:
    """Masks and reads the numbers in buttons: a Feistel network of four rounds, one per chat.

    ``key`` is 16 bytes and stays the same for the life of the database: old buttons go on working.
    """

    key: bytes

    @classmethod
    def of(cls, keys: KeyRing) -> "Masks":
        """Take the key from the key file."""
        return cls(keys.blind("buttons", ""))

    def hide(self, data: str, chat_id: int) -> str:
        """Mask the numbers in what a button carries, but for those with a leading zero."""
        read = parse_press(data)
        if read is None or read[0] in PLACES:
            return data
        verb, args = read
        hidden = (self._mask(one, chat_id) if _is_number(one) else one for one in args)
        return ":".join((verb, *hidden))

    def show(self, data: str, chat_id: int) -> str:
        """Read the numbers in what a button carried; ``NOT_OURS`` for one we did not make."""
        read = parse_press(data)
        if read is None or read[0] in PLACES:
            return data
        verb, args = read
        shown = [self._read(one, chat_id) if one.startswith(MARK) else one for one in args]
        if None in shown or any(_is_number(one) for one in args):
            return NOT_OURS
        return ":".join([verb, *(one or "" for one in shown)])

    def read(self, raw: Raw) -> Raw:
        """Return an update with what its button carried as we meant it."""
        tap = tapped(raw)
        if tap is None:
            return raw
        data = self.show(tap.text, tap.chat_id)
        return {**raw, "callback_query": {**raw["callback_query"], "data": data}}

    def _mask(self, number: str, chat_id: int) -> str:
        left, right = int(number), 0
        for turn in range(_ROUNDS):
            left, right = right, left ^ self._stir(turn, right, chat_id)
        block = left.to_bytes(_HALF, "big") + right.to_bytes(_HALF, "big")
        return MARK + base64.urlsafe_b64encode(block).decode().rstrip("=")

    def _read(self, mask: str, chat_id: int) -> str | None:
        try:
            block = base64.b64decode(f"{mask.removeprefix(MARK)}=", altchars="-_", validate=True)
        except (binascii.Error, ValueError):
            return None
        if len(block) != 2 * _HALF or len(mask) != MASKED:
            return None
        left, right = int.from_bytes(block[:_HALF], "big"), int.from_bytes(block[_HALF:], "big")
        for turn in reversed(range(_ROUNDS)):
            left, right = right ^ self._stir(turn, left, chat_id), left
        return str(left) if right == 0 and left else None

    def _stir(self, turn: int, half: int, chat_id: int) -> int:
        told = f"{turn}|{half}|{chat_id}".encode()
        return int.from_bytes(
            hashlib.blake2s(told, key=self.key, digest_size=_HALF).digest(), "big"
        )


def _is_number(text: str) -> bool:
    """Tell whether this is a number as we write one: a clock's ``0730`` is none."""
    is_plain = text.isascii() and text.isdigit() and not text.startswith("0")
    return is_plain and len(text) <= len(str(_LARGEST)) and int(text) < _LARGEST


def mask_buttons(bot: Bot, masks: Masks) -> None:
    """Mask the buttons of everything this bot sends."""
    bot.session.middleware(_MaskButtons(masks))


class _MaskButtons(BaseRequestMiddleware):
    def __init__(self, masks: Masks) -> None:
        self._masks = masks

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Any:
        """Make the call with other buttons."""
        keyboard, chat_id = getattr(method, "reply_markup", None), getattr(method, "chat_id", None)
        if isinstance(keyboard, InlineKeyboardMarkup):
            keyboard = keyboard.model_dump(exclude_none=True)
        if keyboard and isinstance(chat_id, int):
            lines = keyboard["inline_keyboard"]
            rows = [[self._masked(one, chat_id) for one in line] for line in lines]
            method = method.model_copy(update={"reply_markup": {"inline_keyboard": rows}})
        return await make_request(bot, method)

    def _masked(self, button: dict[str, str], chat_id: int) -> dict[str, str]:
        data = button.get("callback_data")
        return (
            button if data is None else {**button, "callback_data": self._masks.hide(data, chat_id)}
        )
