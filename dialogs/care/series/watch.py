"""The watch: one person's days, one after the other, and the signals that each of them raises."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from dialogs.care.series.chart import Chart
from dialogs.care.series.rules import MOST_DAYS, Part, SeriesRules, Silence, Standing

Kind = Literal["standing", "change", "silence"]


@dataclass(frozen=True, slots=True)
class Day:
    """One day: averages by item; an item that was asked and not answered is None.

    A day with nothing but None was missed.
    """

    on: date
    values: Mapping[str, float | None]

    @property
    def is_answered(self) -> bool:
        """Whether anything was answered."""
        return any(value is not None for value in self.values.values())


@dataclass(frozen=True, slots=True)
class Signal:
    """A signal that begins on a day.

    Attributes:
        kind: Which of the three.
        why: Its parts: a name, such as ``craving`` or ``missed_in_a_row``, and the figures it
            rests on, by their name.

    """

    kind: Kind
    why: tuple[tuple[str, Mapping[str, float]], ...]


@dataclass
class Watch:
    """One person's watch; `see` takes the days in order, each once."""

    rules: SeriesRules
    _days: deque[Day] = field(init=False)
    _charts: dict[str, Chart] = field(init=False)
    _standing: bool = field(default=False, init=False)
    _dropped: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        """Begin with nothing known."""
        silence = self.rules.silence
        kept = max(MOST_DAYS, silence.recent_days + silence.before_days)
        self._days = deque(maxlen=kept)
        change = self.rules.change
        self._charts = {item.item: Chart(item, change) for item in change.items}

    def see(self, day: Day) -> tuple[Signal, ...]:
        """Take one day; return what begins with it, never what goes on.

        Raises:
            ValueError: The day is not after the last one.

        """
        if self._days and day.on <= self._days[-1].on:
            raise ValueError(f"{day.on} is not after {self._days[-1].on}")
        self._days.append(day)
        found = (self._look_at_standing(), self._look_at_change(day), self._look_at_silence())
        return tuple(signal for signal in found if signal is not None)

    def _look_at_standing(self) -> Signal | None:
        rules = self.rules.standing
        held = standing_parts(rules, self._days)
        stands = sum(part.points for part, _ in held) >= rules.at_least
        begins, self._standing = stands and not self._standing, stands
        if not begins or not self._days[-1].is_answered:
            return None
        return Signal("standing", tuple((part.item, figures) for part, figures in held))

    def _look_at_change(self, day: Day) -> Signal | None:
        why = []
        for name, chart in self._charts.items():
            value = day.values.get(name)
            if value is None or not chart.feed(value):
                continue
            assert chart.smooth is not None
            level = chart.level
            figures = {"now": chart.smooth, "usual": level.mean, "days": level.days}
            why.append((name, figures))
        return Signal("change", tuple(why)) if why else None

    def _look_at_silence(self) -> Signal | None:
        rules = self.rules.silence
        why: list[tuple[str, Mapping[str, float]]] = []
        row = missed_in_a_row(self._days)
        if row == rules.in_a_row:
            why.append(("missed_in_a_row", {"days": float(row)}))
        drop = drop_in_answers(rules, self._days)
        if drop is not None and not self._dropped:
            why.append(("answers_dropped", drop))
        self._dropped = drop is not None
        return Signal("silence", tuple(why)) if why else None


def replay(rules: SeriesRules, days: Iterable[Day]) -> Iterator[tuple[Day, tuple[Signal, ...]]]:
    """Go through days as they came, and yield each with the signals that begin on it."""
    watch = Watch(rules)
    for day in days:
        yield day, watch.see(day)


def standing_parts(
    rules: Standing, days: Iterable[Day]
) -> Sequence[tuple[Part, Mapping[str, float]]]:
    """Return the parts of the table that hold on the last day: the gravest one of each item."""
    known = list(days)
    gravest: dict[str, tuple[Part, Mapping[str, float]]] = {}
    for part in sorted(rules.parts, key=lambda part: -part.points):
        since = known[-1].on - timedelta(days=part.of_days - 1)
        said = (day.values.get(part.item) for day in known if day.on >= since)
        met = [value for value in said if value is not None and part.is_met(value)]
        if len(met) >= part.on_days and part.item not in gravest:
            figures = {"count": float(len(met)), "days": float(part.of_days), "last": met[-1]}
            gravest[part.item] = (part, {**figures, "points": float(part.points)})
    return tuple(gravest.values())


def missed_in_a_row(days: Iterable[Day]) -> int:
    """Count the last days on which nothing was answered."""
    count = 0
    for day in reversed(list(days)):
        if day.is_answered:
            break
        count += 1
    return count


def drop_in_answers(rules: Silence, days: Iterable[Day]) -> Mapping[str, float] | None:
    """Return how many days were answered lately and before, where that is a sharp drop."""
    known = list(days)
    before, recent = known[: -rules.recent_days], known[-rules.recent_days :]
    before = before[-rules.before_days :]
    if len(before) < rules.before_days // 2:
        return None
    was = sum(day.is_answered for day in before) / len(before)
    now = sum(day.is_answered for day in recent) / len(recent)
    if was < rules.at_least_before or now > was * rules.drop_to:
        return None
    return {"answered": now * len(recent), "of": float(len(recent)), "before": was}
