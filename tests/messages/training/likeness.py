"""Trains the weights of likeness: a logistic regression over the parts that texts are made of."""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from dialogs.care.likeness import FEW, MIDDLE, parts
from dialogs.care.skeletons import skeleton
from dialogs.care.word_rules import Category
from tests.messages.reading import Said
from tests.messages.training import balanced, is_dire, is_grave, left_out, threshold

STRENGTH = 0.03
"""How strongly large weights are held back."""

RAISED_CHAT, RAISED_TRAPS = 0.06, 0.14
"""The share of ordinary chat, and of traps, that may be raised in folds that were left out."""

DIRE_CHAT, DIRE_TRAPS = 0.03, 0.06
"""The same for what is taken for an emergency where a rule would ask."""

SELDOM, SELDOM_PIECE = 2, 3
"""In how many messages a word or a pair must be, and a piece of a word."""

NOTHING = 0.02
"""A weight below this is left away."""

SMOOTH = 0.1
"""What every part is counted for every category before any message is."""

CATEGORIES = tuple(Category)


@dataclass(frozen=True, slots=True)
class Rows:
    """Which known parts each message has, ``row`` and ``part`` in pairs; its share of the sum."""

    row: np.ndarray
    part: np.ndarray
    share: np.ndarray
    width: int

    @classmethod
    def of(cls, made: Sequence[set[str]], names: dict[str, int]) -> Self:
        """Look up the parts of every message."""
        pairs = [(n, names[one]) for n, has in enumerate(made) for one in has if one in names]
        row, part = np.array(pairs).T
        known = np.bincount(row, minlength=len(made))
        return cls(row, part, 1 / np.sqrt(known + FEW), len(names))

    def times(self, weights: np.ndarray) -> np.ndarray:
        """Return what each message weighs; the last weight is the bias."""
        total = np.bincount(self.row, weights[self.part], minlength=len(self.share))
        weighed: np.ndarray = total * self.share + weights[-1]
        return weighed

    def back(self, values: np.ndarray) -> np.ndarray:
        """Give each part its share of a value of every message; the last is the bias's."""
        carried = (values * self.share)[self.row]
        return np.append(np.bincount(self.part, carried, minlength=self.width), values.sum())


def trained(said: Sequence[Said]) -> tuple[str, np.ndarray, float]:
    """Return the weights as JSON, and how grave are told apart: scores left out and threshold."""
    made = [parts(skeleton(one.text).split()) for one in said]
    names = _known(made)
    rows = Rows.of(made, names)
    scales: dict[str, dict[str, float]] = {}
    columns: list[np.ndarray] = []
    scores: dict[str, np.ndarray] = {}
    for name, those, chat, traps in (
        ("grave", is_grave(said), RAISED_CHAT, RAISED_TRAPS),
        ("dire", is_dire(said), DIRE_CHAT, DIRE_TRAPS),
    ):
        scores[name] = _scored(made, those)
        at = threshold(said, scores[name], chat, traps)
        found = _fit(rows, those)
        scales[name] = {"bias": round(float(found[-1]), 4), "threshold": at}
        columns.append(found[:-1])
    about = _about(said, made, names)
    weighed: dict[str, tuple[float | str, ...]] = {
        name: (*(round(float(one[place]), 2) for one in columns), about[place])
        for name, place in names.items()
        if max(abs(one[place]) for one in columns) >= NOTHING
    }
    head = {"made_by": __name__, "trained_on": len(said), **scales, "categories": CATEGORIES}
    return _lines(head, weighed), scores["grave"], scales["grave"]["threshold"]


def _scored(made: Sequence[set[str]], those: np.ndarray) -> np.ndarray:
    """Score each message by weights that were trained without it."""

    def learn(places: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
        chosen = [made[n] for n in places]
        names = _known(chosen)
        found = _fit(Rows.of(chosen, names), those[places])
        return lambda others: Rows.of([made[n] for n in others], names).times(found)

    return left_out(len(made), learn)


def _known(made: Sequence[set[str]]) -> dict[str, int]:
    seen = Counter(part for has in made for part in has)
    often = (
        part
        for part, count in sorted(seen.items())
        if count >= (SELDOM_PIECE if part.startswith("~") else SELDOM)
    )
    return {part: place for place, part in enumerate(often)}


def _fit(rows: Rows, grave: np.ndarray) -> np.ndarray:
    """Fit by Newton's method, each step by conjugate gradients; returns weights, the bias last."""
    share = balanced(grave)
    held = np.append(np.full(rows.width, STRENGTH), 1e-6)
    found = np.zeros(rows.width + 1)
    for _ in range(30):
        likely = 1 / (1 + np.exp(-rows.times(found)))
        slope = rows.back(share * (likely - grave)) + held * found
        step = _solve(rows, share * likely * (1 - likely), held, slope)
        found -= step
        if np.abs(step).max() < 1e-4:
            break
    return found


def _solve(rows: Rows, bend: np.ndarray, held: np.ndarray, slope: np.ndarray) -> np.ndarray:
    """Solve for one step of Newton's method."""
    step, rest = np.zeros_like(slope), slope.copy()
    way, size = rest.copy(), float(rest @ rest)
    enough = size * 1e-8
    for _ in range(200):
        if size <= enough:
            break
        bent = rows.back(bend * rows.times(way)) + held * way
        far = size / float(way @ bent)
        step += far * way
        rest -= far * bent
        before, size = size, float(rest @ rest)
        way = rest + size / before * way
    return step


def _about(said: Sequence[Said], made: Sequence[set[str]], names: dict[str, int]) -> list[str]:
    """Say for each part how strongly it speaks for each category: a digit each, 5 is not at all."""
    grave = [(one, has) for one, has in zip(said, made, strict=True) if is_grave([one])[0]]
    counts = np.full((len(names), len(CATEGORIES)), SMOOTH)
    for one, has in grave:
        places = [names[part] for part in has if part in names]
        counts[places, CATEGORIES.index(Category(one.labels[0]))] += 1
    many = Counter(one.labels[0] for one, _ in grave)
    speaks = np.log(counts / np.array([many[name] for name in CATEGORIES]))
    speaks -= speaks.mean(axis=1, keepdims=True)
    digits = np.clip(np.round(speaks) + MIDDLE, 0, 9).astype(int)
    return ["".join(str(digit) for digit in row) for row in digits]


def _lines(head: dict[str, object], weighed: Mapping[str, tuple[float | str, ...]]) -> str:
    """Write JSON with a line for each part, so that a change of the weights can be read."""
    opened = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    told = ",\n".join(
        f"{json.dumps(name, ensure_ascii=False)}:{json.dumps(list(weights), separators=(',', ':'))}"
        for name, weights in weighed.items()
    )
    return f'{opened},\n "parts": {{\n{told}\n}}}}\n'
