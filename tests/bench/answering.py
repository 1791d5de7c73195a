"""What an answer costs: beside a bare echo bot, and beside a common way to build such a bot.

Everything runs side by side in one go, in turns, each bot a process of its own behind a pretend
Telegram of its own; medians of the rounds are compared.
"""

import statistics
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import utc_now
from dialogs.playbook import load
from tests.bench import crowd, rival
from tests.bench.crowd import Clinic
from tests.bench.figures import TIMES, Figure, at_least, at_most
from tests.bench.people import Crew, Used, crew

ANSWERING = 200
"""How many clients have a history, in the clinic that is compared with an echo."""
STORED = (100, 2_000, 10_000)
SIDE_BY_SIDE = 8
ECHO_ROUNDS = 7
RIVAL_ROUNDS = 5
ECHOES = 15
MOST_TIMES_ECHO, GOAL_TIMES_ECHO = 12, 6
LEAST_A_CPU_SECOND = 40
LEAST_TIMES_RIVAL = 2

Say = Callable[[str], None]


async def beside_echo(folder: Path, say: Say) -> list[Figure]:
    """Compare the CPU of an answer with that of an echo, one at a time and eight at once."""
    clinic = await _clinic(folder, ANSWERING, ANSWERING, utc_now())
    people = clinic.chats
    async with crew("echo", people) as echo, crew("handrail", people, folder) as ours:
        alone = await _rounds(echo, ours, 1, say)
        together = await _rounds(echo, ours, SIDE_BY_SIDE, say)
    return [
        *_judged("one answer, one at a time", *alone),
        *_judged(f"one answer, {SIDE_BY_SIDE} people at once", *together),
    ]


async def beside_rival(folder: Path, say: Say) -> list[Figure]:
    """Compare updates a second with a ConversationHandler's, at three sizes."""
    figures: list[Figure] = []
    for stored in STORED:
        async with _both(folder / str(stored), stored) as (ours, other):
            mine: list[Used] = []
            theirs: list[Used] = []
            for number in range(RIVAL_ROUNDS + 1):
                mine.append(await ours.check_in(SIDE_BY_SIDE))
                theirs.append(await other.check_in(SIDE_BY_SIDE))
                say(
                    f"{stored} conversations, round {number} of {RIVAL_ROUNDS}: ours"
                    f" {mine[-1].rate:.0f}/s, python-telegram-bot {theirs[-1].rate:.0f}/s"
                )
            figures.append(_beside(stored, mine[1:], theirs[1:]))
    return figures


@asynccontextmanager
async def _both(folder: Path, stored: int) -> AsyncIterator[tuple[Crew, Crew]]:
    """Start both bots with this many conversations under way."""
    clinic = await _clinic(folder, stored, STORED[0], utc_now())
    await rival.remember(folder, clinic.chats)
    people = clinic.chats[: STORED[0]]
    async with AsyncExitStack() as stack:
        ours = await stack.enter_async_context(crew("handrail", people, folder))
        other = await stack.enter_async_context(crew("rival", people, folder))
        yield ours, other


async def _clinic(folder: Path, stored: int, answering: int, now: datetime) -> Clinic:
    clinic = await crowd.settle(folder, stored, now + timedelta(days=1))
    await crowd.ask_everybody(clinic, load(), now - timedelta(hours=1))
    await crowd.give_history(clinic, clinic.numbers[:answering], now)
    return clinic


async def _rounds(echo: Crew, ours: Crew, together: int, say: Say) -> tuple[list[Used], list[Used]]:
    """Let both work in turns; the first round of each only warms up."""
    echoed: list[Used] = []
    answered: list[Used] = []
    for number in range(ECHO_ROUNDS + 1):
        echoed.append(await echo.echoes(ECHOES, together))
        answered.append(await ours.check_in(together))
        say(
            f"{together} at once, round {number} of {ECHO_ROUNDS}: an answer"
            f" {answered[-1].cpu_ms:.1f} ms CPU, an echo {echoed[-1].cpu_ms:.2f} ms"
        )
    return echoed[1:], answered[1:]


def _judged(what: str, echoed: list[Used], answered: list[Used]) -> list[Figure]:
    echo, answer = _cpu(echoed), _cpu(answered)
    note = f"{answer:.1f} ms against {echo:.2f} ms of CPU"
    return [
        at_most(
            f"{what}, against a bare aiogram echo",
            answer / echo,
            MOST_TIMES_ECHO,
            TIMES,
            goal=GOAL_TIMES_ECHO,
            note=note,
        ),
        at_least(f"{what}, for a second of CPU", 1000 / answer, LEAST_A_CPU_SECOND, " answers"),
    ]


def _beside(stored: int, mine: list[Used], theirs: list[Used]) -> Figure:
    ours = statistics.median(used.rate for used in mine)
    other = statistics.median(used.rate for used in theirs)
    what = f"updates a second, {stored:,} conversations, against python-telegram-bot"
    note = (
        f"{ours:.0f}/s against {other:.0f}/s, CPU {_cpu(mine):.0f} ms against {_cpu(theirs):.0f} ms"
    )
    if stored == STORED[-1]:
        return at_least(what, ours / other, LEAST_TIMES_RIVAL, TIMES, note=note)
    return Figure(what, f"{ours / other:.2g}{TIMES} ({note})")


def _cpu(rounds: list[Used]) -> float:
    """Return the median milliseconds of CPU of one piece of work."""
    return statistics.median(used.cpu_ms for used in rounds)
