"""The anything drill: any button, any words, any restart, for twenty thousand steps."""

import asyncio

from dialogs.playbook import load
from tests.drills.drill import Outcome, Terms
from tests.simulation.anything import live, settled


async def anything(terms: Terms) -> Outcome:
    """Live through stories in which anything may happen; Hypothesis words the one that broke."""
    steps = terms.either(2_000, 20_000)
    book = load()
    await asyncio.to_thread(settled, terms.folder, book)
    terms.tell(f"{steps} steps")
    try:
        lived = await asyncio.to_thread(live, terms.folder, book, steps, terms.seed)
    except AssertionError as broken:
        return Outcome(f"{steps} steps", "1 broken invariant", [str(broken)])
    return Outcome(f"{lived} steps", "0 broken invariants")
