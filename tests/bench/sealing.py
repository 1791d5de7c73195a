"""What sealing adds to an answer: the same bot, the same rounds, with and without that part of it.

A watch on every call that seals, opens, signs or finds by a keyed digest says what belongs to it;
everything else is what an answer would cost without. The watch itself counts as sealing.
"""

import statistics
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from bot.clock import utc_now
from dialogs.playbook import load
from tests.bench import crowd
from tests.bench.figures import Figure, at_most
from tests.bench.people import crew

CLIENTS = 200
ROUNDS = 7
MOST = 10.0


async def beside_itself(folder: Path, say: Callable[[str], None]) -> list[Figure]:
    """Compare what check-ins cost with sealing and without, as percent."""
    now = utc_now()
    clinic = await crowd.settle(folder, CLIENTS, now + timedelta(days=1))
    await crowd.ask_everybody(clinic, load(), now - timedelta(hours=1))
    await crowd.give_history(clinic, clinic.numbers, now)
    shares, costs = [], []
    async with crew("timed", clinic.chats, folder) as ours:
        for number in range(ROUNDS + 1):
            before, sealed_before = await ours.sealed()
            await ours.check_in(1)
            after, sealed_after = await ours.sealed()
            sealed = sealed_after - sealed_before
            rest = after - before - sealed
            say(f"round {number} of {ROUNDS}: {sealed / rest:.1%} of {rest * 1000:.0f} ms")
            if number:  # the first only warms up
                shares.append(sealed / rest * 100)
                costs.append((sealed * 1000, rest * 1000))
    sealed, rest = (statistics.median(one) for one in zip(*costs, strict=True))
    note = f"{sealed:.1f} ms beside {rest:.0f} ms of CPU for twelve check-ins"
    what = "sealing adds to an answer, end to end"
    return [at_most(what, statistics.median(shares), MOST, " %", note=note)]
