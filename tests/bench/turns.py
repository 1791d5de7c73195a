"""What dialogs cost: a turn of the longest against one of the shortest, and reading the library."""

import secrets
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from bot.cast import EVENING
from dialogs import playbook as playbooks
from dialogs.engine.player import PLAYABLE, Player
from dialogs.engine.rehearsal import sample_facts
from dialogs.engine.session import Control, Reply, Session, Tapped
from dialogs.engine.shapes import Several
from dialogs.playbook import CONTENT
from dialogs.texts import Texts
from storage.unit_of_work import Database
from tests.bench import crowd
from tests.bench.figures import TIMES, Figure, at_most

ROUNDS, LOADS = 6, 3
MOST_TIMES_SHORTEST = 1.5
MOST_LOAD_SECONDS, MOST_LANGUAGE_SECONDS = 4.0, 1.0

Say = Callable[[str], None]


async def longest_and_shortest(folder: Path, say: Say) -> list[Figure]:
    """Play the longest dialog to its end again and again, a turn of the shortest beside each."""
    book = playbooks.load()
    asking = [player for player in book.players.values() if player.dialog.asks]
    shortest, longest = min(asking, key=_length), max(asking, key=_length)
    (client,) = (await crowd.settle(folder, 1, EVENING + timedelta(days=1))).numbers
    long_ms, short_ms = [], []
    database = await crowd.open_database(folder)
    async with database.unit_of_work() as uow:
        for player in (shortest, longest):
            await uow.definitions.keep(book.definitions[player.dialog.dialog])
    for number in range(ROUNDS + 1):
        session: Session | None = await _opened(database, longest, client)
        took: list[tuple[float, float]] = []
        while session is not None:
            beside = await _opened(database, shortest, client)
            spent, session = await _turn(database, longest, session)
            other, _ = await _turn(database, shortest, beside)
            took.append((spent, other))
        if number:  # the first round only warms up
            long_ms += [spent for spent, _ in took]
            short_ms += [other for _, other in took]
    await database.close()
    mine, theirs = statistics.median(long_ms), statistics.median(short_ms)
    names = f"{longest.dialog.dialog} against {shortest.dialog.dialog}"
    say(f"{len(long_ms)} turns of each: {names}, {mine:.2f} and {theirs:.2f} ms of CPU")
    what = f"a turn of the longest dialog, {names}, CPU"
    note = f"{mine:.2g} ms, {len(longest.dialog.steps)} steps"
    return [at_most(what, mine / theirs, MOST_TIMES_SHORTEST, TIMES, note=note)]


async def library(_folder: Path, say: Say) -> list[Figure]:
    """Read and prove all content, and then one language alone until its first words."""
    loads = [_seconds(playbooks.load) for _ in range(LOADS)]
    languages = playbooks.load().texts.languages
    say(f"all content: {statistics.median(loads):.2f} s of CPU")
    firsts = {language: _first_use(language) for language in languages}
    slowest = max(firsts, key=lambda language: firsts[language])
    words = f"one language's texts on first use ({slowest}), CPU"
    return [
        at_most(
            "the whole library read and proved, CPU",
            statistics.median(loads),
            MOST_LOAD_SECONDS,
            " s",
        ),
        at_most(words, firsts[slowest], MOST_LANGUAGE_SECONDS, " s"),
    ]


def _length(player: Player) -> tuple[int, int, str]:
    return len(player.dialog.asks), len(player.dialog.steps), player.dialog.dialog


async def _opened(database: Database, player: Player, client: int) -> Session:
    """Open a dialog with all facts it may ask about, and keep it."""
    facts = sample_facts(player.dialog)
    session = player.open(secrets.token_urlsafe(8), client, facts, EVENING).session
    async with database.unit_of_work() as uow:
        await uow.sessions.add(session)
    return session


async def _turn(
    database: Database, player: Player, session: Session
) -> tuple[float, Session | None]:
    """Load, play and save one turn. Return its milliseconds of CPU, and what still goes on."""
    with _timed() as spent:
        async with database.unit_of_work() as uow:
            before = await uow.sessions.waiting(session.id, session.person_id)
            after = player.play(before, _reply(player, before), EVENING).session
            await uow.sessions.save(before, after)
    return spent[0], after if after.state in PLAYABLE else None


def _reply(player: Player, session: Session) -> Reply:
    """Take the first of what is offered; skip what has to be typed, or ticked one by one."""
    question = player.question(session)
    skipped = not question.options or isinstance(question.shape, Several)
    return Control("skip", session.turn) if skipped else Tapped(session.turn, 0)


def _first_use(language: str) -> float:
    """Return the seconds of CPU until a language that nobody has used yet says something."""

    def say() -> str:
        return Texts.load([CONTENT / "texts"]).say(language, "language-name")

    return statistics.median(_seconds(say) for _ in range(LOADS))


def _seconds(act: Callable[[], object]) -> float:
    with _timed() as spent:
        act()
    return spent[0] / 1000


@contextmanager
def _timed() -> Iterator[list[float]]:
    """Give a list in which the milliseconds of CPU stand afterwards."""
    spent: list[float] = []
    before = time.process_time()
    yield spent
    spent.append((time.process_time() - before) * 1000)
