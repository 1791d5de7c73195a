"""The guessing drill: nobody gets in by chance, and no refusal says by its time why it is one."""

import random
import secrets
import statistics
import time
from collections.abc import Mapping
from datetime import timedelta
from itertools import combinations
from operator import sub

from dialogs.care.people import Role
from tests.drills.drill import Outcome, Terms
from tests.drills.hostile import Door, open_door
from tests.drills.house import COUNSELOR_CHAT
from tests.drills.redeem import knock

FIRST_CHAT = 7_600_000_000
TOKEN_BYTES = 24
AT_ONCE = 1_000
MOST_APART_MS = 2.0
"""How far apart two kinds of refusal may lie in the same round, as a median (SECURITY.md T5)."""


async def guessing(terms: Terms) -> Outcome:
    """Try random tokens where invitations are kept; then time refusals of every kind in turn."""
    tokens, rounds = terms.either(20_000, 1_000_000), terms.either(100, 400)
    wrong: list[str] = []
    async with open_door(terms) as door:
        kinds = await _no_good(door)
        hits = 0
        for done in range(0, tokens, AT_ONCE):
            terms.tell(f"{done} of {tokens} tokens")
            hits += await _hits(door, AT_ONCE)
        took = await _timed(door, kinds, rounds, terms)
        wrong += door.tally.wrong
    apart = {
        f"{one} and {other}": abs(statistics.median(map(sub, took[one], took[other])))
        for one, other in combinations(took, 2)
    }
    if hits:
        wrong.append(f"{hits} made-up tokens opened something")
    wrong += [f"{pair}: {ms:.2f} ms apart" for pair, ms in apart.items() if ms > MOST_APART_MS]
    figure = (
        f"{hits} of {tokens} random tokens open anything; {rounds} x {len(took)} refusals at most"
        f" {max(apart.values()):.2f} ms apart (bound {MOST_APART_MS:g})"
    )
    return Outcome(f"{tokens} tokens", figure, wrong)


async def _no_good(door: Door) -> dict[str, str]:
    """Make an invitation of every kind that lets nobody in who knocks with it."""
    now = door.app.ground.clock()
    kinds = {name: _token() for name in ("used", "expired")}
    async with door.database.unit_of_work() as uow:
        dana = await uow.people.by_chat(COUNSELOR_CHAT)
        assert dana is not None
        for name, token in kinds.items():
            until = now - timedelta(minutes=1) if name == "expired" else now + timedelta(days=3)
            await uow.people.invite(Role.CLIENT, None, dana.id, token, until, now)
        await uow.people.redeem(kinds["used"], dana.id, now)
    return {"never given": _token(), **kinds}


async def _hits(door: Door, count: int) -> int:
    """Look a thousand random tokens up; return how many are an invitation."""
    now, found = door.app.ground.clock(), 0
    async with door.database.reading() as uow:
        for _ in range(count):
            found += await uow.people.invitation(_token(), now) is not None
    return found


async def _timed(
    door: Door, kinds: Mapping[str, str], rounds: int, terms: Terms
) -> dict[str, list[float]]:
    """Knock with each kind in turn, in an order drawn anew; return the milliseconds by round.

    Everybody knocks once: nobody is turned away unread for having guessed too often.
    """
    dice = random.Random(terms.seed)  # noqa: S311 - repeatable, no secret
    took: dict[str, list[float]] = {name: [] for name in kinds}
    for number in range(rounds):
        terms.tell(f"refusal {number} of {rounds}")
        order = list(kinds)
        dice.shuffle(order)
        for place, name in enumerate(order):
            begun = time.perf_counter()
            await knock(door, FIRST_CHAT + number * len(order) + place, kinds[name])
            took[name].append(1000 * (time.perf_counter() - begun))
    return took


def _token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)
