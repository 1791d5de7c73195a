"""Likeness: texts that no rule knows, but that are made of what grave messages are made of.

Words, pairs of words and pieces of four letters were weighed on messages of our own
(``tests/messages/training``); what a text is made of is added up. It can turn *none* into *ask*,
and *ask* into an alert for the day; it says which words weighed most. Pieces of words hear what is
misspelt or inflected, which rules miss most often (ADR 0026).
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field

from dialogs.care.skeletons import as_written, skeleton
from dialogs.care.word_rules import Category
from dialogs.care.words import Near, Nearby

WEIGHTS = Path(__file__).parent.parent / "content" / "words" / "likeness.json"
NAME = "likeness"
PIECE = 4
"""Letters of a piece of a word; its blank on either side counts as one."""

MARKS = frozenset(".,")

FEW = 25
"""What is added to the number of known parts: a few words alone say little, whatever they are."""

FEWEST = 4
"""Words that a text has at least; fewer are an answer, a command, or a rule's to hear."""

WINDOW = 40
"""Words that are looked at together: somebody who tells much says the grave thing once."""

MIDDLE = 5
"""The digit of a part that speaks neither for nor against a category."""

UNKNOWN = (0.0, 0.0, "")

SHOWN = 3
"""Words that are shown: those that weighed most."""


class Scale(BaseModel):
    """What is added to the weights of a text, and what they must reach together."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    bias: float
    threshold: float


class Weights(BaseModel):
    """What parts of a text weigh: positive where grave messages have them.

    ``parts`` gives for each part its weight, and a digit for each of ``categories``: above 5 where
    grave messages of that category have it more than others do. A text is like them if ``bias`` and
    the sum of its weights, divided by the root of ``FEW`` and how many of its parts are known,
    reach ``threshold``. ``dire`` weighs emergencies against all others in the same way.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    made_by: str
    trained_on: int = Field(ge=1)
    grave: Scale
    dire: Scale
    categories: tuple[Category, ...]
    parts: Mapping[str, tuple[float, float, str]]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Says whether a text is like messages that a human should read."""

    weights: Weights

    @classmethod
    def read(cls, path: Path = WEIGHTS) -> Self:
        """Read the weights that come with the program."""
        return cls(Weights.model_validate_json(path.read_bytes()))

    def __call__(self, text: str) -> Nearby | None:
        """Return what a text is like, and its words that say so; None where it is like nothing."""
        bones = skeleton(text).split()
        starts = range(0, max(1, len(bones) - WINDOW // 2), WINDOW // 2)
        windows = {one: self.scores(bones[one : one + WINDOW]) for one in starts}
        start = max(windows, key=lambda one: max(windows[one]))
        window = bones[start : start + WINDOW]
        short = sum(word not in MARKS for word in window) < FEWEST
        if short or max(windows[start]) < 0:
            return None
        told = (as_written(text, bones, start + a, start + b) for a, b in self._telling(window))
        return Nearby(self._category(window), tuple(told), NAME, dire=windows[start][1] >= 0)

    def scores(self, bones: list[str]) -> tuple[float, float]:
        """Weigh the words of a skeleton: how far they reach beyond grave and beyond dire."""
        known = [self.weights.parts[one] for one in parts(bones) if one in self.weights.parts]
        share = 1 / math.sqrt(len(known) + FEW)
        grave, dire = self.weights.grave, self.weights.dire
        return (
            grave.bias - grave.threshold + share * sum(one[0] for one in known),
            dire.bias - dire.threshold + share * sum(one[1] for one in known),
        )

    def _category(self, bones: list[str]) -> Category:
        """Return what the parts together speak for most."""
        about = [0] * len(self.weights.categories)
        for part in parts(bones):
            for place, digit in enumerate(self.weights.parts.get(part, UNKNOWN)[2]):
                about[place] += int(digit) - MIDDLE
        return self.weights.categories[about.index(max(about))]

    def _telling(self, bones: list[str]) -> list[tuple[int, int]]:
        """Return the places of the words and pairs that weigh most, in the text's order."""
        spans = [(one, one + size) for size in (1, 2) for one in range(len(bones) - size + 1)]
        weighs = [self._weight(" ".join(bones[start:end])) for start, end in spans]
        most = sorted(range(len(spans)), key=lambda one: -weighs[one])
        told: list[tuple[int, int]] = []
        for start, end in (spans[one] for one in most if weighs[one] > 0):
            if all(end <= before or after <= start for before, after in told):
                told.append((start, end))
        return sorted(told[:SHOWN])

    def _weight(self, part: str) -> float:
        return self.weights.parts.get(part, UNKNOWN)[0]


def parts(bones: list[str]) -> set[str]:
    """Take a skeleton apart: its words, pairs of neighbours, and pieces of words; no marks."""
    words = [word for word in bones if word not in MARKS]
    pairs = (f"{one} {other}" for one, other in pairwise(words))
    return {*words, *pairs, *(piece for word in words for piece in _pieces(word))}


def either(*models: Near | None) -> Near:
    """Ask models one after another, until one says what a text is near to."""
    asked = [model for model in models if model is not None]

    def near(text: str) -> Nearby | None:
        return next((found for model in asked if (found := model(text)) is not None), None)

    return near


def _pieces(word: str) -> Iterator[str]:
    framed = f"_{word}_"
    for start in range(len(framed) - PIECE + 1):
        yield f"~{framed[start : start + PIECE]}"
