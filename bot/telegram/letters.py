"""From the neutral shape of a message to the calls of the Bot API.

Formatting always travels as explicit entities, never as markup, so no text can be refused, or
turned into a link, for what somebody typed.
"""

from dataclasses import dataclass, replace

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramRetryAfter
from aiogram.types import InlineKeyboardMarkup
from aiogram.types import Message as Sent

from bot.telegram.buttons import keyboard
from bot.telegram.connection import Ending, code_of, ending
from bot.telegram.limits import is_urgent
from bot.telegram.wire import EditText, Markup, Receipt, SendText
from dialogs.messages import LONGEST_TEXT, Contact, Message, Span, utf16_len
from storage.outbox import Outgoing

log = structlog.get_logger(__name__)

CONTACT_SECONDS = 5  # a text and its contact card together must end before the lease does
_NO_PREVIEW = {"is_disabled": True}


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a call went: the message id, or what its failure means and how long to wait."""

    message_id: int = 0
    ending: Ending | None = None
    code: str = "ok"
    seconds: float = 0.0


async def deliver(bot: Bot, row: Outgoing) -> Delivery:
    """Send one row of the outbox; never raises for what happens to one message."""
    try:
        return Delivery(await _send_or_edit(bot, row))
    except TelegramRetryAfter as error:
        return Delivery(ending=Ending.WAIT, code=code_of(error), seconds=error.retry_after)
    except (AiogramError, OSError) as error:
        return Delivery(ending=ending(error), code=code_of(error))
    except Exception:  # one row we cannot even word must not stop the alerts behind it
        log.exception("message cannot be sent", row=row.id)
        return Delivery(ending=Ending.REFUSED, code="broken")


async def _send_or_edit(bot: Bot, row: Outgoing) -> int:
    """Make the call, and the second best one if Telegram refuses the first."""
    try:
        if row.edits is not None:
            return await edit(bot, row.chat_id, row.edits, row.message)
        return await send(bot, row.chat_id, row.message)
    except TelegramBadRequest as error:
        refused = ending(error)
        if refused is Ending.SAME and row.edits is not None:
            return row.edits
        if refused is Ending.LOST and row.turn is not None:
            return await send(bot, row.chat_id, row.message)
        if refused is Ending.REFUSED and is_urgent(row.lane):
            return await send(bot, row.chat_id, plain(row.message))
        raise


async def send(bot: Bot, chat_id: int, message: Message) -> int:
    """Send a message, and the contact card that belongs to it; return the message id."""
    sent: Receipt | Sent | None = None
    if message.text:
        sent = await bot(
            SendText(
                chat_id=chat_id,
                text=message.text,
                entities=_entities(message.entities),
                reply_markup=keyboard(message.rows),
                link_preview_options=_NO_PREVIEW,
                protect_content=message.protect or None,
                disable_notification=message.silent or None,
            )
        )
    if message.contact is not None and sent is None:
        sent = await _send_contact(bot, chat_id, message, message.contact)
    elif message.contact is not None:
        await _add_contact(bot, chat_id, message, message.contact)
    assert sent is not None, "a message has a text or a contact"
    return sent.message_id


async def edit(bot: Bot, chat_id: int, message_id: int, message: Message) -> int:
    """Make an old message say something else; its old buttons go."""
    await bot(
        EditText(
            chat_id=chat_id,
            message_id=message_id,
            text=message.text,
            entities=_entities(message.entities),
            reply_markup=keyboard(message.rows),
            link_preview_options=_NO_PREVIEW,
        )
    )
    return message_id


def plain(message: Message) -> Message:
    """Keep only the text: what is left to try when Telegram refuses a page as it is."""
    return Message(message.text or (message.contact.phone if message.contact else "·"))


def reworded(message: Message, text: str) -> Message:
    """Put the message's text inside a longer one, its formatting moved along.

    ``text`` holds the old text; if the whole would be too long to send, the old one stays.
    """
    before = utf16_len(text.partition(message.text)[0])
    if message.text not in text or utf16_len(text) > LONGEST_TEXT:
        return message
    spans = tuple(Span(s.kind, s.offset + before, s.length, s.url) for s in message.entities)
    return Message(text, message.rows, spans, message.protect, message.silent, message.contact)


def _entities(spans: tuple[Span, ...]) -> list[Markup] | None:
    found: list[Markup] = []
    for span in spans:
        entity = {"type": span.kind, "offset": span.offset, "length": span.length}
        found.append(entity | {"url": span.url} if span.url else entity)
    return found or None


async def _add_contact(bot: Bot, chat_id: int, message: Message, contact: Contact) -> None:
    """Send the card after its text; the text has arrived, so a failure must not send it again."""
    try:
        await _send_contact(bot, chat_id, replace(message, rows=()), contact)
    except (AiogramError, OSError) as error:
        log.warning("contact card not sent", error=code_of(error))


async def _send_contact(bot: Bot, chat_id: int, message: Message, contact: Contact) -> Sent:
    rows = keyboard(message.rows)
    return await bot.send_contact(
        chat_id,
        phone_number=contact.phone,
        first_name=contact.name,
        reply_markup=InlineKeyboardMarkup.model_validate(rows) if rows else None,
        protect_content=message.protect or None,
        disable_notification=message.silent or None,
        request_timeout=CONTACT_SECONDS,
    )
