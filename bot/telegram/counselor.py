"""Taps and commands of whoever looks after somebody: open, take, pass on, how did it go."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import (
    alert_notes,
    alert_replies,
    alerts,
    holding,
    open_alerts,
    sharing,
    staff_cards,
)
from bot.actions.holding import OUTCOMES
from bot.telegram.buttons import Pressed, shown_in, whole
from bot.telegram.visit import Visit, command
from dialogs.care.escalation import Outcome
from dialogs.care.replies import ReplyKind
from dialogs.errors import AlreadyTaken, NotTaken, StaleReply


async def on_open_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Show the facts behind a page."""
    alert = await alerts.open_card(visit.uow, visit.actor, visit.person, args[0], visit.now)
    await staff_cards.show_alert(*visit.who, alert, visit.now)


async def on_page_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Show a page that a client shared."""
    await sharing.open_page(*visit.who, args[0], visit.now)


async def on_take_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> str | None:
    """Take an alert; whoever was slower is told who has it."""
    try:
        await alerts.acknowledge(*visit.who, args[0], visit.now)
    except AlreadyTaken as taken:
        return await staff_cards.who_has_it(visit.uow, visit.playbook, visit.person, taken)
    return None


async def on_pass_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> str:
    """Hand an alert to the next person."""
    try:
        passed = await alerts.pass_on(*visit.who, args[0], visit.now)
    except AlreadyTaken as taken:
        return await staff_cards.who_has_it(visit.uow, visit.playbook, visit.person, taken)
    except StaleReply:
        return visit.words("alerts-gone_on")
    return visit.words("alerts-passed_on" if passed else "alerts-nobody_left_to_pass")


async def on_calling_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> str | None:
    """Take an alert by calling at once."""
    try:
        await alerts.acknowledge(*visit.who, args[0], visit.now, saying=ReplyKind.CALLING)
    except AlreadyTaken as taken:
        return await staff_cards.who_has_it(visit.uow, visit.playbook, visit.person, taken)
    return None


async def on_tonight_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Promise a call for tonight; until then the next person is asked."""
    await alert_replies.tonight(*visit.who, args[0], visit.now)


async def on_call_first_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> str:
    """Ask the client whether one may call."""
    asked = await alert_replies.call_first(*visit.who, args[0], visit.now)
    return visit.words("replies-may_call_asked" if asked else "replies-may_call_waits")


async def on_may_call_tap(_: CallbackQuery, args: tuple[str, str, str], visit: Visit) -> None:
    """Say whether somebody may call."""
    ref, asker, how = args
    await alert_replies.answer_call(*visit.who, ref, whole(asker), how, visit.now)


async def on_safe_way_tap(_: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Say how one may be reached."""
    await alert_replies.safe_way(*visit.who, *args, visit.now)


async def on_note_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Ask for a note on how it went."""
    await alert_notes.begin_note(*visit.who, args[0], visit.now)


async def on_outcome_tap(_: CallbackQuery, args: tuple[str, str], visit: Visit) -> str | None:
    """Close an alert with how it went; whoever does not have it is told who has, or how to."""
    ref, name = args
    if name not in OUTCOMES:
        raise StaleReply("no such outcome")
    try:
        await alerts.resolve(*visit.who, ref, Outcome(name), visit.now)
    except AlreadyTaken as taken:
        return await staff_cards.who_closes_it(visit.uow, visit.playbook, visit.person, taken)
    except NotTaken:
        alert = await alerts.open_card(visit.uow, visit.actor, visit.person, ref, visit.now)
        await staff_cards.show_alert(*visit.who, alert, visit.now)
        return visit.words("errors-not_taken")
    return None


async def on_alerts_tap(_: CallbackQuery, visit: Visit) -> None:
    """List what is open."""
    await open_alerts.show(*visit.who, visit.now)


async def on_alerts_page_tap(query: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Turn a page of what is open."""
    first = whole(args[0])
    await open_alerts.show(*visit.who, visit.now, first=first, shown_in=shown_in(query))


async def on_alerts(_: Message, visit: Visit) -> None:
    """List what is open."""
    await open_alerts.show(*visit.who, visit.now)


async def on_clients_tap(query: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Turn a page of the people this counselor looks after."""
    first = whole(args[0])
    await staff_cards.show_caseload(*visit.who, visit.now, first=first, shown_in=shown_in(query))


async def on_clients(_: Message, visit: Visit) -> None:
    """List the people this counselor looks after."""
    await staff_cards.show_caseload(*visit.who, visit.now)


def build_router() -> Router:
    """Make the road to what somebody who looks after a client may do."""
    router = Router(name="counselor")
    router.callback_query.register(on_open_tap, Pressed("open", 1))
    router.callback_query.register(on_page_tap, Pressed(sharing.PAGE, 1))
    router.callback_query.register(on_take_tap, Pressed("take", 1))
    router.callback_query.register(on_pass_tap, Pressed("pass", 1))
    router.callback_query.register(on_outcome_tap, Pressed("outcome", 2))
    router.callback_query.register(on_calling_tap, Pressed("calling", 1))
    router.callback_query.register(on_tonight_tap, Pressed("tonight", 1))
    router.callback_query.register(on_call_first_tap, Pressed("call_first", 1))
    router.callback_query.register(on_may_call_tap, Pressed(alert_replies.MAY_CALL, 3))
    router.callback_query.register(on_safe_way_tap, Pressed(holding.SAFE_WAY, 2))
    router.callback_query.register(on_note_tap, Pressed(alert_notes.NOTE, 1))
    router.callback_query.register(on_alerts_tap, Pressed("alerts", 0))
    router.callback_query.register(on_alerts_page_tap, Pressed(open_alerts.ALERTS, 1))
    router.message.register(on_alerts, command("alerts"))
    router.callback_query.register(on_clients_tap, Pressed(staff_cards.CASELOAD, 1))
    router.message.register(on_clients, command("clients"))
    return router
