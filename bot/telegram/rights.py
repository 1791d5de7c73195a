"""What is somebody's right: a copy, being forgotten, knowing who looked, an empty chat.

A handler parses and calls one action; files and deletions follow after the commit.
"""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import clearing, erasing, looked
from bot.actions.copies import gathering
from bot.telegram.buttons import Pressed, whole
from bot.telegram.parcels import Parcels
from bot.telegram.visit import Visit, command


async def on_export(_: Message, visit: Visit) -> None:
    """Say what a copy is."""
    await gathering.offer(*visit.who, visit.now)


async def on_export_tap(_: CallbackQuery, visit: Visit, parcels: Parcels) -> str:
    """Make a copy, and send it once that is on the trail."""
    copy = await gathering.gather(visit.uow, visit.actor, visit.person.id, visit.now)
    visit.uow.on_commit(lambda: parcels.send(copy))
    return visit.words("rights-export_coming")


async def on_delete(_: Message, visit: Visit) -> None:
    """Say what deleting means."""
    await erasing.offer(*visit.who, visit.now)


async def on_delete_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Book it."""
    await erasing.book(*visit.who, whole(args[0]), visit.now)


async def on_keep_tap(_: CallbackQuery, visit: Visit) -> None:
    """Leave everything."""
    await erasing.keep(*visit.who, visit.now)


async def on_undo_tap(_: CallbackQuery, visit: Visit) -> None:
    """Take it back."""
    await erasing.undo(*visit.who, visit.now)


async def on_looked(_: Message, visit: Visit) -> None:
    """Say who has looked."""
    await looked.show(*visit.who, visit.now)


async def on_clear(_: Message, visit: Visit) -> None:
    """Say what can be taken out."""
    await clearing.offer(*visit.who, visit.now)


async def on_clear_tap(_: CallbackQuery, visit: Visit, parcels: Parcels) -> None:
    """Take it out after the commit."""
    said = await clearing.take_out(*visit.who, visit.now)
    chat_id, language = visit.person.chat_id, visit.language
    if chat_id is not None:
        visit.uow.on_commit(lambda: parcels.clear(chat_id, said, language))


def build_router() -> Router:
    """Make the road to what is somebody's right."""
    router = Router(name="rights")
    router.message.register(on_export, command("export"))
    router.message.register(on_delete, command("delete"))
    router.message.register(on_looked, command("looked"))
    router.message.register(on_clear, command("clear"))
    router.callback_query.register(on_export_tap, Pressed(gathering.MAKE, 0))
    router.callback_query.register(on_delete_tap, Pressed(erasing.YES, 1))
    router.callback_query.register(on_keep_tap, Pressed(erasing.NO, 0))
    router.callback_query.register(on_undo_tap, Pressed(erasing.UNDO, 0))
    router.callback_query.register(on_clear_tap, Pressed(clearing.VERB, 0))
    return router
