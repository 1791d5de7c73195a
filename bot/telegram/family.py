"""Taps of family members and sponsors: opening what a client shared with them."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import missed, news
from bot.telegram.buttons import Pressed, whole
from bot.telegram.visit import Visit


async def on_news_tap(_: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Show what was shared, if it still is."""
    grant, key = args
    await news.open_news(*visit.who, whole(grant), key, visit.now)


async def on_silence_tap(_: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Say that check-ins were missed, and no more."""
    grant, since = args
    await missed.open_silence(*visit.who, whole(grant), whole(since), visit.now)


def build_router() -> Router:
    """Make the road to what a supporter may do."""
    router = Router(name="family")
    router.callback_query.register(on_news_tap, Pressed("news", 2))
    router.callback_query.register(on_silence_tap, Pressed(missed.SILENCE, 2))
    return router
