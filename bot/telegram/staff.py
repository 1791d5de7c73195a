"""Taps and commands of staff among themselves: on call, away, working hours."""

from datetime import UTC, datetime

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from bot.actions import away, digest, figures, hours, on_call, testing
from bot.telegram.buttons import Pressed, clock, whole
from bot.telegram.visit import Visit, command
from dialogs.errors import StaleReply


async def on_on_call(_: Message, command: CommandObject, visit: Visit) -> None:
    """Show who is on call, plan a turn that was typed, or send a test alert."""
    said = (command.args or "").strip().casefold()
    if said in visit.playbook.texts.listed(visit.language, "words-test"):
        await testing.send(*visit.who, visit.now)
    elif said:
        await on_call.typed(*visit.who, said, visit.now)
    else:
        await on_call.show(*visit.who, visit.now)


async def on_take_over_tap(_: CallbackQuery, visit: Visit) -> None:
    """Be on call from now on."""
    await on_call.take_over(*visit.who, visit.now)


async def on_hand_over_tap(_: CallbackQuery, visit: Visit) -> None:
    """Ask who is to take over."""
    await on_call.offer_to_others(*visit.who, visit.now)


async def on_ask_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Ask a colleague to take over."""
    await on_call.ask(*visit.who, whole(args[0]), visit.now)


async def on_answer_tap(_: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Say yes or no to a colleague."""
    await on_call.answer(*visit.who, whole(args[0]), args[1], visit.now)


async def on_drop_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Give up a turn."""
    await on_call.drop(*visit.who, whole(args[0]), visit.now)


async def on_test_tap(_: CallbackQuery, visit: Visit) -> None:
    """Send a test alert."""
    await testing.send(*visit.who, visit.now)


async def on_test_other_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Send a test alert to whoever is on call."""
    await testing.send_to(*visit.who, whole(args[0]), visit.now)


async def on_got_tap(_: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Say that a test has arrived."""
    await testing.got(*visit.who, whole(args[0]), whole(args[1]), visit.now)


async def on_away(_: Message, command: CommandObject, visit: Visit) -> None:
    """Be away until the moment that was typed, or ask until when."""
    if command.args:
        await away.typed(*visit.who, command.args, visit.now)
    else:
        await away.show(*visit.who, visit.now)


async def on_away_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Be away until a moment that was offered."""
    await away.until_then(*visit.who, _moment(args[0]), visit.now)


async def on_back_tap(_: CallbackQuery, visit: Visit) -> None:
    """Be there again."""
    await away.back(*visit.who, visit.now)


async def on_digest(_: Message, visit: Visit) -> None:
    """Show what there is to read today."""
    await digest.show(*visit.who, visit.now)


async def on_digest_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Show what there is to read since a moment."""
    await digest.show(*visit.who, visit.now, _moment(args[0]))


async def on_figures(_: Message, visit: Visit) -> None:
    """Show the figures of the week."""
    await figures.show(*visit.who, visit.now)


async def on_hours(_: Message, visit: Visit) -> None:
    """Show when one works."""
    await hours.show(*visit.who, visit.now)


async def on_hours_tap(_: CallbackQuery, visit: Visit) -> None:
    """Show when one works."""
    await hours.show(*visit.who, visit.now)


async def on_day_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Work on a day, or no more."""
    await hours.flip_day(*visit.who, args[0], visit.now)


async def on_pick_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Offer other times."""
    await hours.offer(*visit.who, args[0], visit.now)


async def on_set_tap(_: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Take another time."""
    await hours.set_time(*visit.who, args[0], clock(args[1]), visit.now)


def build_router() -> Router:
    """Make the road to what staff do among themselves."""
    router = Router(name="staff")
    router.callback_query.register(on_take_over_tap, Pressed("oncall_take", 0))
    router.callback_query.register(on_hand_over_tap, Pressed("oncall_hand", 0))
    router.callback_query.register(on_ask_tap, Pressed("oncall_ask", 1))
    router.callback_query.register(on_answer_tap, Pressed("oncall_is", 2))
    router.callback_query.register(on_drop_tap, Pressed("oncall_drop", 1))
    router.callback_query.register(on_test_tap, Pressed("oncall_test", 0))
    router.callback_query.register(on_test_other_tap, Pressed("test_other", 1))
    router.callback_query.register(on_got_tap, Pressed("test_got", 2))
    router.callback_query.register(on_away_tap, Pressed("away", 1))
    router.callback_query.register(on_back_tap, Pressed("back", 0))
    router.callback_query.register(on_digest_tap, Pressed(digest.DIGEST, 1))
    router.callback_query.register(on_hours_tap, Pressed("hours", 0))
    router.callback_query.register(on_day_tap, Pressed("hours_day", 1))
    router.callback_query.register(on_pick_tap, Pressed("hours_pick", 1))
    router.callback_query.register(on_set_tap, Pressed("hours_set", 2))
    router.message.register(on_digest, command("digest"))
    router.message.register(on_figures, command("figures"))
    router.message.register(on_hours, command("hours"))
    router.message.register(on_on_call, command("oncall"))
    router.message.register(on_away, command("away"))
    return router


def _moment(text: str) -> datetime:
    """Read an instant out of a button. Raises StaleReply: no calendar has it."""
    try:
        return datetime.fromtimestamp(whole(text), UTC)
    except (OverflowError, OSError, ValueError):
        raise StaleReply("a button holds a moment that no calendar has") from None
