"""Taps and commands of family members and sponsors: what was shared, a kind word, a call."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import disclosing, missed, news
from bot.actions.circle import asking_more, calling, greeting, lessons, updates
from bot.telegram.buttons import Pressed, whole
from bot.telegram.visit import Visit, command


async def on_news_tap(_: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Show what was shared, if it still is."""
    grant, key = args
    await news.open_news(*visit.who, whole(grant), key, visit.now)


async def on_silence_tap(_: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Say that check-ins were missed, and no more."""
    grant, since = args
    await missed.open_silence(*visit.who, whole(grant), whole(since), visit.now)


async def on_update_tap(_: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Show the week behind a notice, as far as it is shared now."""
    tie, day = args
    await updates.open_update(*visit.who, whole(tie), day, visit.now)


async def on_look_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Show the last seven days, as far as they are shared now."""
    await updates.look(*visit.who, whole(args[0]), visit.now)


async def on_cheer_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Show the kind words that can be sent."""
    await greeting.offer(*visit.who, whole(args[0]), visit.now)


async def on_cheered_tap(_: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Send a kind word."""
    client, n = map(whole, args)
    await greeting.send(*visit.who, client, n, visit.now)


async def on_may_i_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Ask whether a call is welcome."""
    await calling.may_i(*visit.who, whole(args[0]), visit.now)


async def on_call_card_tap(_: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Show who would like a call."""
    client, at = map(whole, args)
    await calling.show_card(*visit.who, client, at, visit.now)


async def on_calls_tap(_: CallbackQuery, args: tuple[str, str, str], visit: Visit) -> None:
    """Say when one calls."""
    client, at, how = args
    await calling.calls(*visit.who, whole(client), whole(at), how, visit.now)


async def on_call_said_tap(_: CallbackQuery, args: tuple[str, str, str], visit: Visit) -> None:
    """Show whether a call is welcome."""
    client, at, how = args
    await calling.show_answer(*visit.who, whole(client), whole(at), how, visit.now)


async def on_ask_more_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Ask to hear more."""
    await asking_more.ask(*visit.who, whole(args[0]), visit.now)


async def on_lesson_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Open the short part behind a notice."""
    await lessons.open_part(*visit.who, whole(args[0]), visit.now)


async def on_no_lesson_tap(_: CallbackQuery, visit: Visit) -> None:
    """Send no more short parts."""
    await lessons.no_more(*visit.who, visit.now)


async def on_learn_tap(_: CallbackQuery, visit: Visit) -> None:
    """Open the next short part."""
    await lessons.learn(*visit.who, visit.now)


async def on_learn(_: Message, visit: Visit) -> None:
    """Open the next short part."""
    await lessons.learn(*visit.who, visit.now)


def build_router() -> Router:
    """Make the road to what a supporter may do."""
    router = Router(name="family")
    tap = router.callback_query.register
    tap(on_news_tap, Pressed("news", 2))
    tap(on_silence_tap, Pressed(missed.SILENCE, 2))
    tap(on_update_tap, Pressed(disclosing.UPDATE, 2))
    tap(on_look_tap, Pressed(updates.FRESH, 1))
    tap(on_cheer_tap, Pressed(greeting.CHEER, 1))
    tap(on_cheered_tap, Pressed(greeting.CHEERED, 2))
    tap(on_may_i_tap, Pressed(calling.MAY_I, 1))
    tap(on_call_card_tap, Pressed(calling.CALL_CARD, 2))
    tap(on_calls_tap, Pressed(calling.CALLS, 3))
    tap(on_call_said_tap, Pressed(calling.SAID, 3))
    tap(on_ask_more_tap, Pressed(asking_more.ASK_MORE, 1))
    tap(on_lesson_tap, Pressed(lessons.LESSON, 1))
    tap(on_no_lesson_tap, Pressed(lessons.NO_MORE, 0))
    tap(on_learn_tap, Pressed(lessons.LEARN, 0))
    router.message.register(on_learn, command("learn"))
    return router
