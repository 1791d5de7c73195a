"""A client's way to the dialogs they open themselves."""

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from bot.actions import library
from bot.telegram.buttons import Pressed
from bot.telegram.visit import Visit, command


async def on_coping(_: Message, visit: Visit) -> None:
    """Show what there is."""
    await library.show(*visit.who, visit.now)


async def on_open_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Open one from the card."""
    await library.open_one(*visit.who, args[0], visit.now)


async def on_open(_: Message, command: CommandObject, visit: Visit) -> None:
    """Open one by its command."""
    await library.open_one(*visit.who, library.COMMANDS[command.command.lower()], visit.now)


def build_router() -> Router:
    """Make the road to the library."""
    router = Router(name="library")
    router.callback_query.register(on_open_tap, Pressed("open_dialog", 1))
    router.message.register(on_coping, command("coping"))
    router.message.register(on_open, command(*library.COMMANDS))
    return router
