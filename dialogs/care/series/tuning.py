"""Tuning: the same rules for many days, heard sooner or later for one client."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dialogs.care.series.rules import SeriesRules
from dialogs.care.series.watch import Day, Kind, replay

LOOK_BACK = timedelta(days=60)


class Hearing(StrEnum):
    """How soon the series of one client speak: as the clinic has it, later, or sooner."""

    USUAL = "usual"
    QUIETER = "quieter"
    SOONER = "sooner"


@dataclass(frozen=True, slots=True)
class _Step:
    points: int
    deviations: float
    days: int


_STEPS: Mapping[Hearing, _Step] = {
    Hearing.USUAL: _Step(0, 0.0, 0),
    Hearing.QUIETER: _Step(2, 0.45, 1),
    Hearing.SOONER: _Step(-1, -0.35, -1),
}
_LIMITS = (2.0, 4.0)
_FEWEST_IN_A_ROW = 2


def tuned(rules: SeriesRules, hearing: Hearing) -> SeriesRules:
    """Return the clinic's rules as they hold for one client, never outside of what rules allow.

    Source: our proposal; the steps move the figures of the simulator in tests/bench/prodrome.py by
    about a third.
    """
    step = _STEPS[hearing]
    lowest, highest = _LIMITS
    limit = min(highest, max(lowest, rules.change.limit + step.deviations))
    points = max(1, rules.standing.at_least + step.points)
    row = max(_FEWEST_IN_A_ROW, rules.silence.in_a_row + step.days)
    return rules.model_copy(
        update={
            "standing": rules.standing.model_copy(update={"at_least": points}),
            "change": rules.change.model_copy(update={"limit": limit}),
            "silence": rules.silence.model_copy(update={"in_a_row": row}),
        }
    )


@dataclass(frozen=True, slots=True)
class Raised:
    """A signal that began on a day."""

    on: date
    kind: Kind


def raised_since(rules: SeriesRules, days: Sequence[Day], since: date) -> tuple[Raised, ...]:
    """Return what these rules would have said since a day, oldest first."""
    return tuple(
        Raised(day.on, signal.kind)
        for day, signals in replay(rules, days)
        if day.on >= since
        for signal in signals
    )
