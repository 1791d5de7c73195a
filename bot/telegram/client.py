"""A client's taps, words and commands. Each handler parses and calls one action."""

from typing import get_args

from aiogram import Router
from aiogram.filters import CommandObject, Filter
from aiogram.types import CallbackQuery, Message

from bot.actions import (
    cards,
    changing,
    check_ins,
    filling_in,
    good_news,
    late,
    leaving,
    news,
    putting_off,
    starting,
    take_turn,
    yesterday,
)
from bot.telegram.buttons import Pressed, shown_in, whole
from bot.telegram.visit import Visit, command
from dialogs.engine.session import Control, ControlName, Tapped, Typed
from dialogs.errors import NothingOpen, StaleReply

CONTROLS: dict[str, ControlName] = {name: name for name in get_args(ControlName)}


class Wrote(Filter):
    """Lets a message through that is words and no command."""

    async def __call__(self, message: Message) -> bool:
        """Tell whether somebody simply wrote something."""
        return bool(message.text) and not (message.text or "").startswith("/")


class Unknown(Filter):
    """Lets a command through; asked last, so it is one that nobody knows."""

    async def __call__(self, message: Message) -> bool:
        """Tell whether this is a command."""
        return (message.text or "").startswith("/")


async def on_reply_tap(_: CallbackQuery, args: tuple[str, str, str], visit: Visit) -> None:
    """Take an option that was tapped."""
    session_id, turn, option = args
    reply = Tapped(whole(turn), whole(option))
    await take_turn.take_turn(*visit.who, reply, visit.now, session_id=session_id)


async def on_control_tap(_: CallbackQuery, args: tuple[str, str, str], visit: Visit) -> None:
    """Take another way than answering."""
    session_id, turn, name = args
    if name not in CONTROLS:
        raise StaleReply("no such control")
    reply = Control(CONTROLS[name], whole(turn))
    await take_turn.take_turn(*visit.who, reply, visit.now, session_id=session_id)


async def on_begin(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Open the check-in behind a prompt."""
    await starting.begin(*visit.who, whole(args[0]), visit.now)


async def on_short(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Open the check-in behind a prompt, in short."""
    await starting.begin_short(*visit.who, whole(args[0]), visit.now)


async def on_late(_: CallbackQuery, args: tuple[str, str, str], visit: Visit) -> None:
    """Open a check-in that is late, about then or about now."""
    number, about, length = args
    await starting.begin_late(*visit.who, whole(number), about, length, visit.now)


async def on_fill_in(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Fill in yesterday."""
    await filling_in.fill_in(*visit.who, whole(args[0]), visit.now)


async def on_send_news(query: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Let good news leave at once."""
    await good_news.send(*visit.who, args[0], visit.now, shown_in=shown_in(query))


async def on_keep_news(query: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Keep good news."""
    await good_news.keep(*visit.who, args[0], visit.now, shown_in=shown_in(query))


async def on_once_more(_: CallbackQuery, visit: Visit) -> None:
    """Check in between times, though today's is done."""
    await starting.once_more(*visit.who, visit.now)


async def on_change(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Show the answers of a check-in that is over, to change one."""
    await changing.change(*visit.who, args[0], visit.now)


async def on_later(query: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Show until when a check-in may be put off."""
    await starting.later(*visit.who, whole(args[0]), visit.now, shown_in=shown_in(query))


async def on_snooze(query: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Put a check-in off."""
    number, how = args
    await starting.later(*visit.who, whole(number), visit.now, how=how, shown_in=shown_in(query))


async def on_checkin(_: Message, visit: Visit) -> None:
    """Check in now."""
    await starting.check_in_now(*visit.who, visit.now)


async def on_now(_: Message, visit: Visit) -> None:
    """Help in this moment."""
    await starting.craving_now(*visit.who, visit.now)


async def on_way_out(_: Message, command: CommandObject, visit: Visit) -> None:
    """Go another way than answering, from any question."""
    name = CONTROLS[command.command.lower()]
    try:
        await take_turn.take_turn(*visit.who, Control(name), visit.now)
    except NothingOpen:
        if name != "stop":
            raise
        await leaving.ask_to_part(*visit.who, visit.now)


async def on_words(message: Message, visit: Visit) -> None:
    """Take what was written: an answer, or words to listen to."""
    said = Typed(message.text or "", visit.earlier, message.forward_origin is not None)
    await take_turn.listen(*visit.who, said, visit.now)


async def on_unknown(_: Message, visit: Visit) -> None:
    """Own up to a command nobody knows."""
    await cards.say(*visit.who, "commands-unknown", visit.now)


async def on_media(_: Message, visit: Visit) -> None:
    """Say that pictures and voices cannot be opened, and ask again."""
    await take_turn.cannot_open(*visit.who, visit.now)


async def on_edit(message: Message, visit: Visit) -> None:
    """Listen to what a message was changed to; the answer it gave is kept as it was."""
    said = Typed(message.text or message.caption or "")
    await take_turn.listen_again(*visit.who, said, visit.now)


async def on_foreign_tap(_: CallbackQuery, visit: Visit) -> str:
    """Answer a button that was never ours, or is no longer."""
    return visit.words("commands-expired_button")


def build_router() -> Router:
    """Make the road to what a client may do."""
    router = Router(name="client")
    router.callback_query.register(on_reply_tap, Pressed("r", 3))
    router.callback_query.register(on_control_tap, Pressed("c", 3))
    router.callback_query.register(on_begin, Pressed("begin", 1))
    router.callback_query.register(on_short, Pressed(check_ins.SHORT_VERSION, 1))
    router.callback_query.register(on_late, Pressed(late.VERB, 3))
    router.callback_query.register(on_fill_in, Pressed(yesterday.VERB, 1))
    router.callback_query.register(on_later, Pressed("later", 1))
    router.callback_query.register(on_snooze, Pressed(putting_off.VERB, 2))
    router.callback_query.register(on_change, Pressed(changing.VERB, 1))
    router.callback_query.register(on_once_more, Pressed(starting.ONCE_MORE, 0))
    router.callback_query.register(on_send_news, Pressed(news.SEND_NEWS, 1))
    router.callback_query.register(on_keep_news, Pressed(news.KEEP_NEWS, 1))
    router.message.register(on_checkin, command("checkin"))
    router.message.register(on_now, command("now", "craving", "urge"))
    router.message.register(on_way_out, command("back", "skip", "stop"))
    return router


def build_last_router() -> Router:
    """Make the road for whatever nobody else took."""
    router = Router(name="last")
    router.message.register(on_words, Wrote())
    router.message.register(on_unknown, Unknown())
    router.message.register(on_media)
    router.edited_message.register(on_edit)
    router.callback_query.register(on_foreign_tap)
    return router
