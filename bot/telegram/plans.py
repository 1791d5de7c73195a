"""Taps and commands about a plan, the client's own or that of somebody one looks after."""

from collections.abc import Callable, Mapping
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions.plans import (
    looking_back,
    medicines,
    opening,
    parts,
    screens,
    suggested,
    suggesting,
    writing,
)
from bot.actions.plans.screens import ME, Look
from bot.telegram.buttons import Pressed, shown_in
from bot.telegram.visit import Visit, command


async def _look(visit: Visit, whose: str) -> Look:
    return await screens.look(*visit.who, whose, visit.now)


async def on_plan(_: Message, visit: Visit) -> None:
    """Show one's own plan."""
    await screens.show(await _look(visit, ME))


async def on_goals(_: Message, visit: Visit) -> None:
    """Show how one's goals are going."""
    await looking_back.show_goals(await _look(visit, ME))


async def on_meds(_: Message, visit: Visit) -> None:
    """Show one's medicines, and what was taken when."""
    await medicines.show(await _look(visit, ME))


async def on_safety(_: Message, visit: Visit) -> None:
    """Show one's safety plan."""
    await parts.show_safety(await _look(visit, ME))


async def on_meds_tap(query: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Go from the list of medicines to what was taken when."""
    await medicines.show(await _look(visit, args[0]), shown_in(query))


async def on_dose_tap(_: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Log a dose."""
    await medicines.log(await _look(visit, ME), *args)


async def on_plan_tap(query: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Go back to the whole plan."""
    await screens.show(await _look(visit, args[0]), shown_in(query))


async def on_part_tap(query: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Open a part."""
    await parts.show_part(await _look(visit, args[0]), args[1], shown_in(query))


async def on_thing_tap(query: CallbackQuery, args: tuple[str, str, str], visit: Visit) -> None:
    """Open one thing of a part."""
    whose, part, key = args
    await parts.show_thing(await _look(visit, whose), part, key, shown_in(query))


async def on_history_tap(query: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Show how the plan came to be."""
    await looking_back.show_history(await _look(visit, args[0]), shown_in(query))


async def on_add_tap(_: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Add to a part."""
    await opening.add(await _look(visit, args[0]), args[1])


async def on_goal_tap(_: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Add a goal in a part of life."""
    await opening.add_goal(await _look(visit, args[0]), args[1])


async def on_edit_tap(_: CallbackQuery, args: tuple[str, str, str, str], visit: Visit) -> None:
    """Change one thing."""
    whose, doing, part, key = args
    await opening.edit(await _look(visit, whose), doing, part, key)


async def on_mine_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Hold on to one's own words."""
    await writing.keep_mine(*visit.who, args[0], visit.now)


async def on_wish_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Open a suggestion."""
    await suggested.show(*visit.who, args[0], visit.now)


async def on_wish_answer(_: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Answer a suggestion."""
    await suggesting.answer(*visit.who, *args, visit.now)


def build_router() -> Router:
    """Make the road to plans."""
    router = Router(name="plans")
    router.message.register(on_plan, command("plan"))
    router.message.register(on_goals, command("goals"))
    router.message.register(on_meds, command("meds"))
    router.message.register(on_safety, command("safety"))
    taps: Mapping[Callable[..., Any], tuple[str, int]] = {
        on_plan_tap: (screens.PLAN, 1),
        on_part_tap: (screens.PART, 2),
        on_thing_tap: (screens.THING, 3),
        on_history_tap: (screens.HISTORY, 1),
        on_add_tap: (screens.ADD, 2),
        on_goal_tap: (opening.GOAL, 2),
        on_edit_tap: (screens.EDIT, 4),
        on_mine_tap: (writing.KEEP_MINE, 1),
        on_meds_tap: (parts.MEDS, 1),
        on_dose_tap: (medicines.LOG, 2),
        on_wish_tap: (suggesting.OPEN, 1),
        on_wish_answer: (suggesting.ANSWER, 2),
    }
    for handler, (verb, count) in taps.items():
        router.callback_query.register(handler, Pressed(verb, count))
    return router
