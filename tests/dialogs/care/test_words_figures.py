"""What is heard in messages that nobody looked at while they wrote rules or trained weights.

The floors are SIGNALS.md's; `make bench` prints what is reached beside them and the goals.
"""

from functools import partial

import pytest

from bot.nearness import WEIGHTS, Weights, nearness
from dialogs.care import word_files
from dialogs.care.likeness import Likeness, either
from dialogs.care.skeletons import skeleton
from dialogs.care.words import screen
from tests.messages.measuring import judged, rows
from tests.messages.reading import FOLDER, messages

BOOKS = word_files.read([word_files.OURS])[0]
LIKENESS = Likeness.read()
MODEL = nearness()
WITH = [
    pytest.param(LIKENESS, id="as-it-comes"),
    pytest.param(
        either(LIKENESS, MODEL),
        id="with-nearness",
        marks=pytest.mark.skipif(MODEL is None, reason="the extra nearness is not installed"),
    ),
]


@pytest.mark.parametrize("model", WITH)
def test_the_floors_are_held(model):
    """On the kept messages, with the model and without."""
    found, _ = judged(messages("kept"), partial(screen, books=BOOKS, near=model))

    below = [row.what for row in rows(found) if not row.keeps(row.floor)]

    assert below == []


@pytest.mark.parametrize("kind", ["work", "kept"])
def test_every_message_is_labelled(kind):
    """A label too few would count for nothing in the figures."""
    labels = {rule.category for book in BOOKS.values() for rule in book.rules.values()} | {"none"}

    for said in messages(kind):
        assert said.text
        assert said.lang in BOOKS
        assert said.severity in {"emergency", "urgent", "watch", "none"}
        assert set(said.labels) <= labels
        assert (said.labels == ("none",)) == said.is_harmless


def test_no_message_is_in_both_halves():
    """What was looked at proves nothing."""
    seen = {skeleton(said.text) for said in messages("work")}

    assert not seen & {skeleton(said.text) for said in messages("kept")}


def test_weights_are_of_these_messages():
    """Whoever writes messages trains again: ``python -m tests.messages.training``."""
    count = len(messages("work"))

    assert LIKENESS.weights.trained_on == count
    assert Weights.model_validate_json(WEIGHTS.read_bytes()).trained_on == count


def test_there_are_messages_enough():
    """A thousand of our own, and where they come from is written down."""
    assert len(messages("work")) + len(messages("kept")) >= 1_000
    assert (FOLDER / "README.md").exists()
