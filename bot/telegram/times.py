"""A client's taps and commands about hours, quiet hours and pauses."""

from datetime import time

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from bot.actions import cards, missed, pausing, times
from bot.telegram.buttons import Pressed, clock, whole
from bot.telegram.visit import Visit, command
from dialogs.engine.spelling import time_of_day

_DIGITS = 4


async def on_times(_: Message, command: CommandObject, visit: Visit) -> None:
    """Show the hours, or move the only one to what was typed behind the command."""
    if not command.args:
        await times.show(*visit.who, visit.now)
        return
    typed = time_of_day(command.args)
    if typed is None:
        await cards.say(*visit.who, "rejected-time", visit.now)
    else:
        await times.set_hour_typed(*visit.who, time.fromisoformat(typed), visit.now)


async def on_hour_tap(_: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Offer other hours."""
    await times.offer_hours(*visit.who, args[0], whole(args[1]), visit.now)


async def on_set_hour_tap(_: CallbackQuery, args: tuple[str, str, str], visit: Visit) -> None:
    """Take another hour."""
    schedule, slot, at = args
    await times.set_hour(*visit.who, schedule, whole(slot), clock(at), visit.now)


async def on_quiet_tap(_: CallbackQuery, visit: Visit) -> None:
    """Offer other quiet hours."""
    await times.offer_quiet(*visit.who, visit.now)


async def on_set_quiet_tap(_: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Take other quiet hours."""
    await times.set_quiet(*visit.who, clock(args[0]), clock(args[1]), visit.now)


async def on_missed_tap(_: CallbackQuery, visit: Visit) -> None:
    """Show who is told of missed check-ins, and when."""
    await missed.offer(*visit.who, visit.now)


async def on_set_missed_tap(_: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Set who is told of missed check-ins, and when."""
    await missed.choose(*visit.who, whole(args[0]), args[1], visit.now)


async def on_pause(_: Message, command: CommandObject, visit: Visit) -> None:
    """Offer a pause, or take the days that were typed behind the command."""
    words = (command.args or "").strip()
    if words.isdecimal() and len(words) <= _DIGITS:
        await pausing.pause(*visit.who, int(words), visit.now)
    else:
        await pausing.offer(*visit.who, visit.now)


async def on_pause_tap(_: CallbackQuery, visit: Visit) -> None:
    """Offer a pause."""
    await pausing.offer(*visit.who, visit.now)


async def on_set_pause_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Pause for some days."""
    await pausing.pause(*visit.who, whole(args[0]), visit.now)


async def on_unpause_tap(_: CallbackQuery, visit: Visit) -> None:
    """End a pause."""
    await pausing.go_on(*visit.who, visit.now)


async def on_pause_card_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Show a counselor that a client takes a break."""
    await pausing.open_told(*visit.who, whole(args[0]), visit.now)


def build_router() -> Router:
    """Make the road to a client's times."""
    router = Router(name="times")
    router.callback_query.register(on_hour_tap, Pressed("hour", 2))
    router.callback_query.register(on_set_hour_tap, Pressed("sethour", 3))
    router.callback_query.register(on_quiet_tap, Pressed("quiet", 0))
    router.callback_query.register(on_set_quiet_tap, Pressed("setquiet", 2))
    router.callback_query.register(on_missed_tap, Pressed("missed", 0))
    router.callback_query.register(on_set_missed_tap, Pressed("setmissed", 2))
    router.callback_query.register(on_pause_tap, Pressed("pause", 0))
    router.callback_query.register(on_set_pause_tap, Pressed("setpause", 1))
    router.callback_query.register(on_unpause_tap, Pressed("unpause", 0))
    router.callback_query.register(on_pause_card_tap, Pressed(pausing.PAUSE_CARD, 1))
    router.message.register(on_times, command("times"))
    router.message.register(on_pause, command("pause"))
    return router
