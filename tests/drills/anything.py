"""The anything drill: any button, any words, any restart, for twenty thousand steps."""

import asyncio

from dialogs.playbook import load
from tests.drills.drill import Outcome, Terms
from tests.simulation.anything import live, settled

STEPS = 20_000


async def anything(terms: Terms) -> Outcome:
    """Live through stories in which anything may happen; Hypothesis words the one that broke."""
    book = load()
    await asyncio.to_thread(settled, terms.folder, book)
    terms.tell(f"{STEPS} steps")
    try:
        lived = await asyncio.to_thread(live, terms.folder, book, STEPS, terms.seed)
    except AssertionError as broken:
        return Outcome(f"{STEPS} steps", "1 broken invariant", [str(broken)])
    return Outcome(f"{lived} steps", "0 broken invariants")
