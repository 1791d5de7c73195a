"""Direct answers: what is said to Telegram outside the outbox, because nothing depends on it."""

import asyncio

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.types import CallbackQuery

from bot.telegram.wire import AnswerTap

log = structlog.get_logger(__name__)

LONGEST_TOAST = 200
ANSWERED_WITHIN_SECONDS = 3.0


async def answer(query: CallbackQuery, text: str | None) -> bool:
    """Answer a tap; return whether Telegram still took the answer.

    Nothing depends on it: the work is committed, and after some seconds nobody is waiting.
    """
    try:
        toast = text[:LONGEST_TOAST] if text else None
        async with asyncio.timeout(ANSWERED_WITHIN_SECONDS):
            await AnswerTap(callback_query_id=query.id, text=toast).as_(query.bot)
    except (AiogramError, TimeoutError) as error:
        log.info("tap not answered", error=type(error).__name__)
        return False
    return True


async def tell_directly(bot: Bot, chat_id: int, text: str) -> None:
    """Say something to somebody of whom nothing is stored; nothing depends on its arrival."""
    try:
        await bot.send_message(chat_id, text)
    except AiogramError as error:
        log.info("stranger not answered", error=type(error).__name__)
