"""Buttons: what a tap carried, and how rows of them become a keyboard.

A tap is read against the grammar of `dialogs.messages`, never trusted: whose it is and whether it
still counts is decided from the database. Filters here are plain async classes; aiogram's magic
``F.xxx`` filters cost a thread each.
"""

from collections.abc import Sequence
from datetime import time
from typing import Any

from aiogram.filters import Filter
from aiogram.types import CallbackQuery

from dialogs.errors import StaleReply
from dialogs.messages import Button, Link, parse_press

LONGEST_NUMBER = 18
_DIGITS = 4

Keyboard = dict[str, list[list[dict[str, str]]]]


class Pressed(Filter):
    """Lets a tap on a button of this verb through; hands its arguments to the handler as ``args``.

    ``count`` is how many arguments the verb has: fewer or more were never made by us.
    """

    def __init__(self, verb: str, count: int | None = None) -> None:
        self.verb = verb
        self.count = count

    async def __call__(self, query: CallbackQuery) -> bool | dict[str, Any]:
        """Read the tap; return its arguments, or False for somebody else's button."""
        read = parse_press(query.data or "")
        if read is None or read[0] != self.verb:
            return False
        if self.count is not None and len(read[1]) != self.count:
            return False
        return {"args": read[1]}


def whole(text: str) -> int:
    """Read a whole number out of a button. Raises StaleReply: no button of ours looks like that."""
    if not text.isascii() or not text.isdigit() or len(text) > LONGEST_NUMBER:
        raise StaleReply("a button holds a number where there is none")
    return int(text)


def clock(text: str) -> time:
    """Read ``HHMM`` out of a button. Raises StaleReply: no button of ours looks like that."""
    hour, minute = divmod(whole(text), 100)
    if len(text) != _DIGITS or hour > time.max.hour or minute > time.max.minute:
        raise StaleReply("a button holds an hour that no clock shows")
    return time(hour, minute)


def shown_in(query: CallbackQuery) -> int | None:
    """Return the message whose button was tapped; None: Telegram no longer says which."""
    return None if query.message is None else query.message.message_id


def keyboard(rows: Sequence[Sequence[Button | Link]]) -> Keyboard | None:
    """Turn rows of buttons into Telegram's keyboard, as JSON has it; no rows, no keyboard."""
    lines = [[_button(one) for one in row] for row in rows if row]
    return {"inline_keyboard": lines} if lines else None


def _button(one: Button | Link) -> dict[str, str]:
    if isinstance(one, Link):
        return {"text": one.label, "url": one.url}
    return {"text": one.label, "callback_data": one.press}
