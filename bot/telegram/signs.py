"""Commands and taps of a counselor who sets how a client's signs are heard."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import tuning
from bot.actions.tuning import Desk
from bot.telegram.buttons import Pressed, whole
from bot.telegram.visit import Visit, command
from dialogs.errors import StaleReply


async def on_signs(_: Message, visit: Visit) -> None:
    """List whose signs there are."""
    await tuning.show(*visit.who, visit.now)


async def on_client_tap(query: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Show one client's."""
    await tuning.show_client(await _desk(query, visit, args[0]))


async def on_hear_tap(query: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Show what another setting would have meant."""
    await tuning.preview(await _desk(query, visit, args[0]), args[1])


async def on_keep_tap(query: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Save a setting."""
    await tuning.keep_hearing(await _desk(query, visit, args[0]), args[1])


async def on_quiet_tap(query: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Ask why something is expected."""
    await tuning.ask_why(await _desk(query, visit, args[0]), args[1])


async def on_why_tap(query: CallbackQuery, args: tuple[str, str, str], visit: Visit) -> None:
    """Take a reason and ask for how long; take both and be quiet."""
    client, sign, chosen = args
    desk = await _desk(query, visit, client)
    reason, dash, days = chosen.partition("-")
    if dash:
        if whole(days) not in tuning.DAYS:
            raise StaleReply("no such length of time")
        await tuning.be_quiet(desk, sign, whole(reason), whole(days))
    else:
        await tuning.ask_how_long(desk, sign, whole(reason))


async def on_loud_tap(query: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Hear something again."""
    await tuning.hear_again(await _desk(query, visit, args[0]), args[1])


async def _desk(query: CallbackQuery, visit: Visit, client: str) -> Desk:
    shown_in = query.message.message_id if query.message else None
    return await tuning.open_desk(*visit.who, whole(client), visit.now, shown_in=shown_in)


def build_router() -> Router:
    """Make the road to how signs are heard."""
    router = Router(name="signs")
    router.message.register(on_signs, command("signs"))
    router.callback_query.register(on_client_tap, Pressed(tuning.SIGNS, 1))
    router.callback_query.register(on_hear_tap, Pressed(tuning.HEAR, 2))
    router.callback_query.register(on_keep_tap, Pressed(tuning.KEEP, 2))
    router.callback_query.register(on_quiet_tap, Pressed(tuning.QUIET, 2))
    router.callback_query.register(on_why_tap, Pressed(tuning.WHY, 3))
    router.callback_query.register(on_loud_tap, Pressed(tuning.LOUD, 2))
    return router
