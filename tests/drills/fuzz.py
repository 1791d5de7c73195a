"""The fuzzing drill: Hypothesis makes up what nobody would write, and only refusals may come of it.

Four doors stand open to strangers' letters: the screening of words, what a button carries, the
files of a clinic, and invitations.
"""

import asyncio
from collections.abc import Callable, Mapping
from functools import partial

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from bot.cast import EVENING
from bot.telegram.buttons import clock, whole
from dialogs.care import word_files, words
from dialogs.errors import ContentProblems, StaleReply
from dialogs.files import parse_yaml
from dialogs.messages import parse_press, press
from storage.unit_of_work import Database
from tests.drills import house
from tests.drills.drill import Outcome, Tell, Terms

BOOKS = word_files.read([word_files.OURS])[0]
LANGUAGES = tuple(BOOKS)
MOST_BITS = 12

_CRISIS = st.sampled_from(
    (
        *("kill", "myself", "pills", "tonight", "not", "my brother", "overdose", "he hits me"),
        *("quiero", "morir", "pastillas", "no", "умереть", "хочу", "таблетки", "не", "брат"),
    )
)
_BITS = st.one_of(
    _CRISIS, st.text(max_size=12), st.characters(), st.sampled_from("\u200b\u202e\x00 ")
)
_MESSAGES = st.lists(_BITS, max_size=MOST_BITS).map(" ".join) | st.text()
_PRESSES = st.lists(st.one_of(st.text(max_size=20), st.integers().map(str)), max_size=5).map(
    ":".join
)
_YAML = st.lists(
    st.one_of(
        st.text(max_size=15),
        st.sampled_from(
            ("dialog: x", "- ask: y", "&a", "*a", "!!python/name:os", "a: {b: [c", "\t", "---")
        ),
    ),
    max_size=MOST_BITS,
).map("\n".join)


async def fuzz(terms: Terms) -> Outcome:
    """Try each door as often as the others; the figure counts what nobody caught."""
    each = terms.either(25_000, 250_000)
    wrong: list[str] = []
    await house.found(terms.folder, EVENING, 1)
    database, loop = await house.opened(terms.folder), asyncio.get_running_loop()

    def invited(token: str) -> None:
        asyncio.run_coroutine_threadsafe(_knock(database, token), loop).result()

    try:
        doors: Mapping[str, tuple[st.SearchStrategy[str], Callable[[str], None]]] = {
            "words": (_MESSAGES, _screened),
            "buttons": (_PRESSES, _pressed),
            "files": (_YAML, _read),
            "invitations": (st.text(max_size=80), invited),
        }
        for name, (made, tried) in doors.items():
            many = partial(_try, terms, name, made, tried, each)
            wrong += await asyncio.to_thread(many)
    finally:
        await database.close()
    return Outcome(f"{len(doors)} doors x {each}", f"{len(wrong)} uncaught", wrong)


def _try(
    terms: Terms,
    name: str,
    made: st.SearchStrategy[str],
    tried: Callable[[str], None],
    times: int,
) -> list[str]:
    """Try one door so often; return what came through it, as small as Hypothesis can make it."""
    tell: Tell = terms.tell
    count = 0

    @seed(terms.seed)
    @settings(
        max_examples=times,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(made)
    def knocks(what: str) -> None:
        nonlocal count
        count += 1
        tell(f"{name}: {count} of {times}")
        tried(what)

    try:
        knocks()
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        return [f"{name}: {type(error).__name__}: {error}"]
    return []


def _screened(text: str) -> None:
    for language in LANGUAGES:
        words.screen(text, language, BOOKS)


def _pressed(data: str) -> None:
    read = parse_press(data)
    if read is None:
        return
    assert press(read[0], *read[1]) == data
    for one in read[1]:
        for reader in (whole, clock):
            try:
                reader(one)
            except StaleReply:
                continue


def _read(text: str) -> None:
    try:
        parse_yaml(text, "clinic.yaml")
    except ContentProblems:
        return


async def _knock(database: Database, token: str) -> None:
    async with database.reading() as uow:
        assert await uow.people.invitation(token, EVENING) is None
