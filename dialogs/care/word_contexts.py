"""Contexts: what stands around words that were found, and whether it makes them less.

Every context that is met anywhere in a message is either applied or passed over with a reason, so
that whoever reads an alert sees what was considered.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dialogs.care.word_patterns import Laid, Span, clause
from dialogs.care.word_rules import Context, Finder

REACH = 3
"""Words that may stand between a negation and what it negates."""

REACH_AFTER = 2
"""Words that may stand between what is negated and a negation behind it."""


class Because(StrEnum):
    """Why a context that was met does not lessen the words."""

    ELSEWHERE = "elsewhere"
    HOLDS = "holds"


@dataclass(frozen=True, slots=True)
class Passed:
    """A context that was considered and not applied.

    ``elsewhere``: it stands in another clause or sentence; ``holds``: the rule holds all the same.
    """

    context: Context
    because: Because


@dataclass(frozen=True, slots=True)
class Around:
    """The contexts met in a message: where each begins and ends."""

    laid: Laid
    spans: Mapping[Context, tuple[Span, ...]]
    after: tuple[Span, ...]


def look_around(laid: Laid, contexts: Mapping[str, Finder]) -> Around:
    """Find every context in a message; a negation that is none is left out."""
    found = {kind: [span for *_, span in finder.find(laid)] for kind, finder in contexts.items()}
    unmeant = found["no_negation"]

    def meant(spans: list[Span]) -> tuple[Span, ...]:
        return tuple(
            (start, end)
            for start, end in spans
            if not any(start < last and first < end for first, last in unmeant)
        )

    kinds = {kind: tuple(found[kind]) for kind in Context if kind is not Context.NEGATION}
    negated = {Context.NEGATION: meant(found["negation"])}
    return Around(laid, negated | kinds, meant(found["negation_after"]))


def judge(
    around: Around, span: Span, despite: frozenset[Context]
) -> tuple[tuple[Context, ...], tuple[Passed, ...]]:
    """Say which contexts lessen the words of a match, and which were passed over and why."""
    applied, passed = [], []
    for kind in Context:
        if not _is_around(around, kind, span):
            continue
        if not _bears_on(around, kind, span):
            passed.append(Passed(kind, Because.ELSEWHERE))
        elif kind in despite:
            passed.append(Passed(kind, Because.HOLDS))
        else:
            applied.append(kind)
    return tuple(applied), tuple(passed)


def _is_around(around: Around, kind: Context, span: Span) -> bool:
    """Tell whether a context is met outside the words themselves; a negation may be in them."""
    if kind is not Context.NEGATION:
        return bool(around.spans[kind])
    met = (*around.spans[kind], *around.after)
    return any(end <= span[0] or start >= span[1] for start, end in met)


def _bears_on(around: Around, kind: Context, span: Span) -> bool:
    laid = around.laid
    length = len(laid.words)
    if kind is Context.NEGATION:
        first, last = clause(span, laid.breaks, length)
        before = any(
            first <= start and span[0] - REACH <= end <= span[0]
            for start, end in around.spans[kind]
        )
        after = any(
            span[1] <= start <= span[1] + REACH_AFTER and end <= last for start, end in around.after
        )
        return before or after
    first, last = clause(span, laid.stops, length)
    if kind is Context.PAST:
        return any(first <= start and end <= last for start, end in around.spans[kind])
    if kind is Context.THIRD_PERSON:
        return any(first <= start <= span[0] for start, _ in around.spans[kind])
    return bool(around.spans[kind])
