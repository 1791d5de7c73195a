"""Nearness: what a text is near to, by weights of our own over an encoder's directions."""

from dataclasses import dataclass

import pytest

from bot.nearness import WEIGHTS, Example, Nearness, Weights, nearness
from dialogs.care.words import LONGEST_NEAR, Category

NEAREST = {"lost": [0.0, 1.0], "gone": [0.6, 0.8], "sunny": [1.0, 0.0]}


class Row(list[float]):
    """A direction, with as much of an array's ways as is needed."""

    def tolist(self) -> list[float]:
        return list(self)

    def __matmul__(self, other: list[float]) -> float:
        return sum(a * b for a, b in zip(self, other, strict=True))


class Rows(list[Row]):
    """Several of them."""

    def __matmul__(self, other: list[float]) -> "Order":
        return Order(row @ other for row in self)


class Order(list[float]):
    """Numbers that know their order."""

    def argsort(self) -> list[int]:
        return sorted(range(len(self)), key=self.__getitem__)


@dataclass
class ByTheWord:
    """Points where the first word of a text points."""

    asked: list[str]

    def encode(self, texts: list[str]) -> Rows:
        self.asked += texts
        return Rows(Row(NEAREST[text.split()[0]]) for text in texts)


def near(encoder: ByTheWord) -> Nearness:
    """Make a nearness that takes the second direction for trouble."""
    weights = Weights(
        made_by="a test",
        trained_on=2,
        bias=-1.0,
        threshold=0.0,
        weights=(0.0, 1.5),
        examples=(
            Example(text="gone for good", category=Category.SUICIDE_SELFHARM),
            Example(text="lost it all", category=Category.HOPELESS),
        ),
    )
    return Nearness.of(encoder, weights)


def test_a_text_near_to_trouble_shows_what_it_is_near_to():
    """The nearest example first, and its category."""
    found = near(ByTheWord([]))("lost again")

    assert found is not None
    assert found.category is Category.HOPELESS
    assert found.shown == ("lost it all", "gone for good")


@pytest.mark.parametrize("text", ["sunny day", "", "   "])
def test_other_texts_are_near_to_nothing(text):
    """And nothing is asked about."""
    assert near(ByTheWord([]))(text) is None


def test_only_the_beginning_is_looked_at():
    """What it takes grows with the text."""
    encoder = ByTheWord([])

    near(encoder)("sunny " * 1000)

    assert len(encoder.asked[-1]) == LONGEST_NEAR


def test_the_weights_can_be_read():
    """As they were trained: one weight for each of 512 numbers."""
    weights = Weights.model_validate_json(WEIGHTS.read_bytes())

    assert len(weights.weights) == 512
    assert weights.trained_on > 1_000
    assert weights.examples


def test_the_extra_finds_what_no_rule_names():
    """With the real encoder, where it is installed."""
    model = nearness()
    if model is None:
        pytest.skip("the extra nearness is not installed")

    assert model("see you at the meeting on tuesday") is None
