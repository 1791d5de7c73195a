"""Training what hears texts that no rule knows; on the messages in ``work`` and nothing else."""

from collections.abc import Callable, Sequence

import numpy as np

from tests.messages.reading import Said

FOLDS = 5
SEED = 20260301

Learn = Callable[[np.ndarray], Callable[[np.ndarray], np.ndarray]]
"""Learns from the messages at these places; returns what scores those at other places."""


def is_grave(said: Sequence[Said]) -> np.ndarray:
    """Tell which messages a human should read."""
    return np.array([one.severity in {"emergency", "urgent"} for one in said])


def is_dire(said: Sequence[Said]) -> np.ndarray:
    """Tell which messages are of an emergency."""
    return np.array([one.severity == "emergency" for one in said])


def left_out(count: int, learn: Learn) -> np.ndarray:
    """Score each message by weights that were trained without its fold."""
    fold = np.random.default_rng(SEED).permutation(count) % FOLDS
    scores = np.zeros(count)
    for one in range(FOLDS):
        places = np.flatnonzero(fold == one)
        scores[places] = learn(np.flatnonzero(fold != one))(places)
    return scores


def threshold(said: Sequence[Said], scores: np.ndarray, chat: float, traps: float) -> float:
    """Find the lowest threshold at which few harmless messages are raised.

    Args:
        said: The messages.
        scores: Of each, by weights that were trained without it.
        chat: The share of ordinary chat that may be raised.
        traps: The share of traps that may be raised.

    """
    trap = np.array([one.is_trap for one in said])
    calm = np.array([one.is_harmless and not one.is_trap for one in said])
    bounds = np.quantile(scores[calm], 1 - chat), np.quantile(scores[trap], 1 - traps)
    return round(float(max(bounds)), 4)


def balanced(grave: np.ndarray) -> np.ndarray:
    """Return what each message counts, so that both kinds count the same."""
    share: np.ndarray = np.where(grave, 0.5 / grave.mean(), 0.5 / (1 - grave.mean()))
    return share


def tell(said: Sequence[Said], scores: np.ndarray, at: float) -> str:
    """Say how well messages are told apart by weights that were trained without them."""
    grave = is_grave(said)
    trap = np.array([one.is_trap for one in said])
    calm = np.array([one.is_harmless and not one.is_trap for one in said])
    raised = scores >= at
    lines = [
        f"{len(said)} messages, {grave.sum()} grave",
        f"area under the curve, left out: {_area(scores, grave):.3f}",
    ]
    for name, those in (("grave", grave), ("traps", trap), ("ordinary chat", calm)):
        lines.append(f"{name} and raised, left out: {raised[those].mean():.1%}")
    return "\n".join(lines)


def _area(scores: np.ndarray, grave: np.ndarray) -> float:
    ranks = scores.argsort().argsort() + 1
    many = grave.sum()
    return float((ranks[grave].sum() - many * (many + 1) / 2) / (many * (~grave).sum()))
