"""Changed content: a clinic edits its dialogs while somebody is in the middle of one."""

import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot.cast import MIA
from bot.town import Resident, Town
from dialogs import playbook as playbooks
from dialogs.playbook import CONTENT, Playbook
from tests.stories.conftest import DATABASE, Restart
from tests.stories.steps import begins, has_a_strong_craving

WATER = """
  - ask: water
    answer: {number: {low: 0, high: 20, unit: cups}}
    records: water
"""
WATER_WORDS = """
unit-cups = { $n } cups
daily_checkin-water = How much water did you drink?
    .short = Water
"""
MOOD = "\n  - ask: mood"
ANEW = (
    "I have changed since we last talked, so let us begin again. What you told me so far is kept."
)

Write = Callable[..., Playbook]

LANGUAGES = ("en", "es", "ru")


@pytest.fixture
def writes(tmp_path_factory: pytest.TempPathFactory) -> Write:
    """Write a clinic's content folder, and read it as the program does."""

    def write(words: str = "", evening: Callable[[str], str] | None = None) -> Playbook:
        folder = tmp_path_factory.mktemp("content")
        for language in LANGUAGES:
            (folder / "texts" / language).mkdir(parents=True)
            path = folder / "texts" / language / "daily_checkin.ftl"
            path.write_text(words, encoding="utf-8")
        if evening is not None:
            (folder / "dialogs").mkdir()
            ours = (CONTENT / "dialogs" / "daily_checkin.yaml").read_text(encoding="utf-8")
            own = evening(ours)
            (folder / "dialogs" / "daily_checkin.yaml").write_text(own, encoding="utf-8")
        return playbooks.load(folder)

    return write


@pytest.fixture
def with_water(writes: Write) -> Playbook:
    """Content of a clinic that asks about water, before the mood."""
    return writes(
        WATER_WORDS,
        lambda ours: ours.replace(MOOD, f"{WATER.rstrip()}{MOOD}").replace("to: mood", "to: water"),
    )


@pytest.fixture
def today() -> Playbook:
    """Our content, read anew: what was compiled of older versions is in the database only."""
    return playbooks.load()


def spoil(folder: Path, statement: str) -> None:
    """Damage what is kept of the dialogs, as a fault or another program might."""
    with sqlite3.connect(folder / DATABASE) as connection:
        connection.execute(statement)
    connection.close()


def kept(folder: Path, book: Playbook) -> tuple[int, int]:
    """Count how often this book's evening is kept, and in how many languages."""
    version = (book.fingerprints["daily_checkin"],)
    with sqlite3.connect(folder / DATABASE) as connection:
        found = tuple(
            connection.execute(query, version).fetchone()[0]
            for query in (
                "SELECT count(*) FROM definitions WHERE fingerprint = ?",
                "SELECT count(*) FROM definition_words WHERE fingerprint = ?",
            )
        )
    connection.close()
    return found[0], found[1]


async def answers(town: Town) -> list[object]:
    """List what Mia has answered this evening."""
    async with town.app.ground.database.reading() as uow:
        mia = await uow.people.by_chat(MIA.user_id)
        assert mia is not None
        found = await uow.answers.readings(mia.id, town.clock.now() - timedelta(hours=2))
    return [one.value for one in found]


async def test_a_question_that_is_gone_is_asked_to_the_end(
    town: Town, mia: Resident, restarts: Restart, with_water: Playbook, today: Playbook
) -> None:
    """Its words, labels and unit are in no file any more; she has them, in the recap as well."""
    await restarts(town, with_water)
    await begins(town, mia)
    await mia.says("no")

    await restarts(town, today)
    await mia.says("3")
    assert "How much water did you drink?" in mia.screen[-1]
    await mia.says("6")
    assert mia.sees("Water: 6 cups")
    for said in ("7", "7", "8", "yes", "no"):
        await mia.says(said)

    assert "Water: 6 cups" in mia.screen[-1].splitlines()
    await mia.taps("All good")
    assert mia.sees("Thank you for checking in.")
    assert await answers(town) == ["no", 3, 6, 7, 7, 8, "yes", "no"]


async def test_a_question_is_not_reworded_under_somebodys_answer(
    town: Town, mia: Resident, restarts: Restart, writes: Write
) -> None:
    """The structure is the same: only words were changed, and they ask the opposite."""
    calm = (
        "daily_checkin-craving = How calm were you today?\n    .short = Calm\n"
        "daily_checkin-sleep = How tired are you?\n    .short = Tired\n"
    )
    await begins(town, mia)
    await mia.says("no")

    await restarts(town, writes(calm))
    await mia.says("2")
    assert mia.sees("Craving: 2")
    await mia.says("7")
    assert "How well did you sleep last night?" in mia.screen[-1]
    for said in ("7", "8", "yes", "no"):
        await mia.says(said)

    recap = mia.screen[-1].splitlines()
    assert "Craving: 2" in recap
    assert "Sleep: 7" in recap


async def test_whoever_begins_after_the_change_has_the_new_words(
    town: Town, mia: Resident, restarts: Restart, writes: Write
) -> None:
    await restarts(town, writes("daily_checkin-craving = How strong was the pull?\n"))
    await begins(town, mia)

    await mia.says("no")

    assert "How strong was the pull?" in mia.screen[-1]
    assert mia.buttons[:3] == ["0", "1", "2"]


async def test_older_versions_are_let_go_of_when_the_last_session_is_over(
    town: Town,
    mia: Resident,
    restarts: Restart,
    with_water: Playbook,
    today: Playbook,
    tmp_path: Path,
) -> None:
    """Each is kept once, however many answers are given on it."""
    await restarts(town, with_water)
    await town.waits(minutes=6)
    assert kept(tmp_path, with_water) == (0, 0)
    await mia.taps("Start")
    await mia.says("no")
    assert kept(tmp_path, with_water) == (1, len(LANGUAGES))

    await restarts(town, today)
    await town.app.tick.beat("forget_expired")
    await mia.says("3")
    assert "How much water did you drink?" in mia.screen[-1]
    await mia.says("stop")
    await town.app.tick.beat("forget_expired")

    assert kept(tmp_path, with_water) == (0, 0)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param("UPDATE definitions SET document = '{}'", id="no-dialog"),
        pytest.param("DELETE FROM definition_words", id="no-words"),
        pytest.param("UPDATE definition_words SET words = 'unit-cups = cups'", id="few-words"),
    ],
)
async def test_what_cannot_be_read_any_more_begins_anew(
    town: Town,
    mia: Resident,
    restarts: Restart,
    with_water: Playbook,
    today: Playbook,
    tmp_path: Path,
    damage: str,
) -> None:
    """What she told is kept, one sentence says so, and the evening comes to its end."""
    await restarts(town, with_water)
    await begins(town, mia)
    await mia.says("no")
    await mia.says("3")
    spoil(tmp_path, damage)

    await restarts(town, today)
    await mia.says("6")

    assert mia.screen[0] == ANEW
    assert "Did you drink or use today?" in mia.screen[-1]
    assert len(mia.screen) == 2
    assert await answers(town) == ["no", 3]
    for said in ("no", "2", "7", "7", "8", "yes", "no"):
        await mia.says(said)
    await mia.taps("All good")
    assert mia.sees("Thank you for checking in.")
    await town.waits(hours=20)
    assert not mia.sees("This one is closed.")


async def test_silence_at_a_lost_safety_question_is_heard(
    town: Town,
    mia: Resident,
    dana: Resident,
    restarts: Restart,
    writes: Write,
    tmp_path: Path,
) -> None:
    """Nobody knows the question any more, and that it was one of safety still counts."""
    await has_a_strong_craving(town, mia)
    spoil(tmp_path, "UPDATE definitions SET document = '{}'")
    changed = writes("daily_checkin-mood = And your mood?\n")

    await restarts(town, changed)
    await town.waits(minutes=9)
    assert dana.screen == []
    await town.waits(minutes=2)

    assert dana.screen == ["Someone you look after needs you. Alert 1."]
    assert ANEW in mia.screen


async def test_an_answer_to_a_lost_safety_question_is_not_taken_for_nothing(
    town: Town,
    mia: Resident,
    dana: Resident,
    restarts: Restart,
    writes: Write,
    tmp_path: Path,
) -> None:
    """What she tapped cannot be read; that she did not say she is safe is enough to page."""
    await has_a_strong_craving(town, mia)
    spoil(tmp_path, "UPDATE definitions SET document = '{}'")

    await restarts(town, writes("daily_checkin-mood = And your mood?\n"))
    await mia.taps("No")

    assert dana.screen == ["Someone you look after needs you. Alert 1."]
    assert mia.sees("Did you drink or use today?")
