"""A counselor's taps about the signs of one client: tune them, expect them for now."""

from collections.abc import Callable, Mapping
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import expecting, tuning
from bot.actions.plans import screens
from bot.actions.plans.screens import Look
from bot.telegram.buttons import Pressed, whole
from bot.telegram.visit import Visit


async def _look(visit: Visit, whose: str) -> Look:
    return await screens.look(*visit.who, whose, visit.now)


async def on_signs_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Show a client's signs."""
    await tuning.show(await _look(visit, args[0]))


async def on_sign_tap(_: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Show one sign."""
    await tuning.show_sign(await _look(visit, args[0]), args[1])


async def on_try_tap(_: CallbackQuery, args: tuple[str, str, str], visit: Visit) -> None:
    """Try another number."""
    await tuning.try_number(await _look(visit, args[0]), args[1], whole(args[2]))


async def on_save_tap(_: CallbackQuery, args: tuple[str, str, str], visit: Visit) -> None:
    """Save a number."""
    await tuning.save(await _look(visit, args[0]), args[1], whole(args[2]))


async def on_leave_tap(_: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Leave a number as it is."""
    await tuning.leave(await _look(visit, args[0]), args[1])


async def on_type_tap(_: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Type a number."""
    await tuning.begin_number(await _look(visit, args[0]), args[1])


async def on_expect_tap(_: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Expect a sign for now."""
    await expecting.offer(await _look(visit, args[0]), args[1])


async def on_why_tap(_: CallbackQuery, args: tuple[str, str, str], visit: Visit) -> None:
    """Say for how long."""
    await expecting.ask_why(await _look(visit, args[0]), args[1], whole(args[2]))


async def on_for_tap(_: CallbackQuery, args: tuple[str, str, str, str], visit: Visit) -> None:
    """Say why."""
    whose, sign, days, reason = args
    await expecting.expect(await _look(visit, whose), sign, whole(days), reason)


async def on_end_tap(_: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Expect it no more."""
    await expecting.end(await _look(visit, args[0]), args[1])


def build_router() -> Router:
    """Make the road to a client's signs."""
    router = Router(name="signs")
    taps: Mapping[Callable[..., Any], tuple[str, int]] = {
        on_signs_tap: (screens.SIGNS, 1),
        on_sign_tap: (screens.SIGN, 2),
        on_try_tap: (tuning.TRY, 3),
        on_save_tap: (tuning.SAVE, 3),
        on_leave_tap: (tuning.LEAVE, 2),
        on_type_tap: (tuning.TYPE, 2),
        on_expect_tap: (expecting.EXPECT, 2),
        on_why_tap: (expecting.WHY, 3),
        on_for_tap: (expecting.FOR, 4),
        on_end_tap: (expecting.END, 2),
    }
    for handler, (verb, count) in taps.items():
        router.callback_query.register(handler, Pressed(verb, count))
    return router
