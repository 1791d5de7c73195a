"""Versions: a dialog that was changed goes on as it was, in the words it had."""

from dataclasses import replace

import pytest

from dialogs.engine import screens
from dialogs.engine.session import Typed
from dialogs.engine.versions import definition_of, restore
from dialogs.errors import UnknownDialog
from dialogs.texts import Texts

EVENING = """
dialog: evening
meeting: queue
steps:
  - {ask: water, answer: {number: {low: 0, high: 20, unit: cups}}}
  - {ask: mood, answer: {scale: {low: 0, high: 10}}}
  - {recap: recap}
  - {end: over}
"""
WORDS = """
-house = Harbour
evening-water = How much water, says { -house }?
    .short = Water
evening-mood = How was your mood?
    .short = Mood
    .low = low
    .high = high
evening-recap = So far:
evenings-not = Of another dialog.
unit-cups = { $n } cups
"""


@pytest.fixture
def kept(write_dialog, write_texts):
    return definition_of(write_dialog(EVENING), write_texts(WORDS))


def test_a_definition_holds_the_words_of_its_dialog_and_no_others(kept):
    names = [line.partition(" ")[0] for line in kept.words["en"].splitlines() if line[0] != " "]

    assert names == ["-house", "evening-mood", "evening-recap", "evening-water", "unit-cups"]


@pytest.mark.parametrize(
    ("dialog", "words", "same"),
    [
        pytest.param(EVENING, WORDS, True, id="nothing"),
        pytest.param(EVENING, f"# A note.\n{WORDS}other = Words\n", True, id="what-is-not-its-own"),
        pytest.param(EVENING.replace("queue", "skip"), WORDS, False, id="structure"),
        pytest.param(EVENING, WORDS.replace("low\n", "bad\n"), False, id="a-label"),
        pytest.param(EVENING, WORDS.replace("Harbour", "Haven"), False, id="a-term-it-mentions"),
        pytest.param(EVENING, WORDS.replace("} cups", "} mugs"), False, id="its-unit"),
    ],
)
def test_a_changed_word_makes_a_new_version(
    kept, write_dialog, tmp_path, english, dialog, words, same
):
    (tmp_path / "en" / "written.ftl").write_text(words, encoding="utf-8")

    again = definition_of(write_dialog(dialog), Texts.load([english, tmp_path]))

    assert (again.fingerprint == kept.fingerprint) is same


def test_a_language_more_is_a_new_version_too(kept, write_dialog, tmp_path, english):
    (tmp_path / "eo").mkdir()
    (tmp_path / "eo" / "written.ftl").write_text("evening-recap = Jen:\n", encoding="utf-8")

    again = definition_of(write_dialog(EVENING), Texts.load([english, tmp_path]))

    eo = kept.words["en"].replace("evening-recap = So far:", "evening-recap = Jen:")
    assert again.words == {"en": kept.words["en"], "eo": eo}
    assert again.fingerprint != kept.fingerprint


def test_an_older_version_speaks_its_own_words(kept, texts, now):
    """Also where today neither its texts nor its unit are left; the buttons are those of today."""
    player, own = restore(kept.fingerprint, kept, texts)

    turn = player.open("s", 1, {}, now)
    for said in ("3", "7"):
        shown = screens.screen(own, "en", player, turn.session, prefix_events=turn.events)
        assert shown.rows[-1][0].label == "Skip"
        read = screens.reader(own, "en", player, turn.session)
        turn = player.play(turn.session, Typed(said), now, read=read)
    recap = screens.screen(own, "en", player, turn.session)

    assert player.fingerprint == turn.session.fingerprint == kept.fingerprint
    assert recap.text.splitlines() == ["So far:", "", "Water: 3 cups", "Mood: 7"]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param({"document": "{}"}, id="no-dialog"),
        pytest.param({"words": {}}, id="no-words"),
        pytest.param({"words": {"en": "evening-water = Water?\n"}}, id="too-few-words"),
    ],
)
def test_a_version_that_cannot_be_played_is_unknown(kept, texts, damage):
    with pytest.raises(UnknownDialog):
        restore(kept.fingerprint, replace(kept, **damage), texts)
