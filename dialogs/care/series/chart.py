"""The chart: an exponentially weighted mean of one series against the person's own level."""

import math
from dataclasses import dataclass

from dialogs.care.series.rules import Change, ChartItem

LEAVES_AT = 0.5
"""The share of the limit below which an alarm is over: it does not flicker at the limit itself."""

SMALLEST_SPREAD = 0.25
"""The share of the usual spread below which nobody's own is taken: whole numbers hide the rest."""


@dataclass(frozen=True, slots=True)
class Level:
    """A person's own level: mean and spread (SD) of ``days`` answered days."""

    mean: float
    spread: float
    days: int


class Chart:
    """One person's chart of one series, fed day by day, missing days left out."""

    def __init__(self, item: ChartItem, rules: Change) -> None:
        """Begin with nothing known: the first days teach it the person's own level."""
        self.item = item
        self._rules = rules
        self._sum = self._squares = 0.0
        self._days = 0
        self._smooth: float | None = None
        self._steps = 0
        self.alarmed = False
        self.away = 0.0
        """How many standard deviations of the smoothed mean it is away, for the worse."""

    @property
    def level(self) -> Level:
        """The person's own level, pulled towards what is usual while few days are known."""
        usual, spread, pull = self.item.usual, self.item.spread, self._rules.shrinkage
        whole = self._days + pull
        if not whole:
            return Level(usual, spread, 0)
        mean = (self._sum + pull * usual) / whole
        own = self._sum / self._days if self._days else usual
        around = max(0.0, self._squares - self._days * own * own)
        variance = (around + pull * spread * spread) / whole
        return Level(mean, max(math.sqrt(variance), SMALLEST_SPREAD * spread), self._days)

    @property
    def smooth(self) -> float | None:
        """The smoothed value of the last days; None while the level is still being learned."""
        return self._smooth

    def feed(self, value: float) -> bool:
        """Take one day's average; return whether an alarm begins with it."""
        if self._days < self._rules.baseline_days:
            self._learn(value)
            return False
        weight, level = self._rules.weight, self.level
        before = level.mean if self._smooth is None else self._smooth
        self._smooth = weight * value + (1 - weight) * before
        self._steps += 1
        self.away = self._away(level)
        away = self.away
        begins = not self.alarmed and away > self._rules.limit
        if begins:
            self.alarmed = True
        elif self.alarmed and away < self._rules.limit * LEAVES_AT:
            self.alarmed = False
        if not self.alarmed:
            self._learn(value)
        return begins

    def _away(self, level: Level) -> float:
        weight = self._rules.weight
        settled = 1 - (1 - weight) ** (2 * self._steps)
        error = level.spread * math.sqrt(weight / (2 - weight) * settled)
        assert self._smooth is not None
        away = (self._smooth - level.mean) / error
        return away if self.item.worse == "higher" else -away

    def _learn(self, value: float) -> None:
        self._sum += value
        self._squares += value * value
        self._days += 1
