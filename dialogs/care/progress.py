"""Progress: humane counts, each with the days it rests on.

A total and a share, never a streak: nothing here goes back to zero. Days without an answer are
left out and said to be, not filled in.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import fmean
from zoneinfo import ZoneInfo

from dialogs.care.plan import Goal, MeasureKind
from dialogs.care.warning_signs import Reading

WEEK = 7

USE = "use"
_LATEST = frozenset({MeasureKind.NUMBER, MeasureKind.DATE})
"""Kinds of which the latest answer holds until there is another, however long ago it was given."""

AFTER_USE = "safe_after_use"
"""A question that is only asked of whoever has just said that they used; its being there says so,
whatever the answer."""


@dataclass(frozen=True, slots=True)
class ProgressLine:
    """One sentence of a report: a text key with its arguments."""

    key: str
    args: Mapping[str, int | float | str]


@dataclass(frozen=True, slots=True)
class Share:
    """On how many days something was so: ``days`` of ``answered`` answered days of ``of``."""

    days: int
    answered: int
    of: int

    def line(self, key: str) -> ProgressLine:
        """Say it, with the days it rests on."""
        return ProgressLine(key, {"days": self.days, "answered": self.answered, "of": self.of})


@dataclass(frozen=True, slots=True)
class Level:
    """A series of numbers over some days: mean of day averages, lowest and highest answer."""

    mean: float
    lowest: float
    highest: float
    answered: int
    of: int

    def line(self, key: str) -> ProgressLine:
        """Say it, with the days it rests on."""
        args = {"mean": round(self.mean, 1), "lowest": self.lowest, "highest": self.highest}
        return ProgressLine(key, {**args, "answered": self.answered, "of": self.of})


@dataclass(frozen=True, slots=True)
class GoalProgress:
    """How far a goal has come.

    ``done`` is in the unit of its measure's target: yes days or a count in the last 7 days,
    the latest number, or days left until a date (negative once it has passed). None: no
    answer yet. ``answered`` of ``of`` days stand behind it; a number or a date rests on the latest
    answer there is, ``ago`` days before today. ``is_past``: the day to reach has gone by.
    """

    key: str
    kind: MeasureKind
    done: float | None
    target: float | None
    answered: int
    of: int
    reached: bool
    ago: int | None = None
    is_past: bool = False

    @property
    def line(self) -> ProgressLine:
        """Say it; a goal without an answer says only that, as does one whose day has gone by."""
        if self.kind is MeasureKind.DATE and self.reached and self.ago is not None:
            return ProgressLine("goal_date_reached", {"ago": self.ago})
        if self.is_past:
            return ProgressLine("goal_past", {})
        if self.done is None:
            key = "goal_unanswered_yet" if self.kind in _LATEST else "goal_unanswered"
            return ProgressLine(key, {} if self.kind in _LATEST else {"of": self.of})
        target = {} if self.target is None else {"target": self.target}
        return ProgressLine(f"goal_{self.kind}", {"done": self.done, **self._basis, **target})

    @property
    def _basis(self) -> dict[str, int | float | str]:
        """Return the days it rests on: the latest answer's, or how many were answered."""
        if self.kind in _LATEST:
            return {"ago": "none" if self.ago is None else self.ago}
        return {"answered": self.answered, "of": self.of}


def share_of_days(
    readings: Sequence[Reading],
    name: str,
    holds: Callable[[Reading], bool],
    *,
    today: date,
    zone: str,
    days: int,
) -> Share:
    """Count the days on which every answer of that name was so.

    Args:
        readings: Any readings of one client, in any order.
        name: Which of them count.
        holds: What must be so.
        today: The last day of the window, in the client's zone.
        zone: The client's time zone.
        days: Length of the window in calendar days, today included.

    Returns:
        The share; a day without an answer is not in ``answered``.

    """
    by_day = _by_day(readings, name, today=today, zone=zone, days=days)
    good = sum(all(map(holds, answers)) for answers in by_day.values())
    return Share(good, len(by_day), days)


def use_free(readings: Sequence[Reading], *, today: date, zone: str, days: int) -> Share:
    """Count the days whose every answer about use was no; arguments as ``share_of_days``."""
    return share_of_days(
        about_use(readings),
        USE,
        lambda reading: reading.value == "no",
        today=today,
        zone=zone,
        days=days,
    )


def about_use(readings: Sequence[Reading]) -> list[Reading]:
    """Return what was said about use, a lapse that somebody told of by themselves included."""
    return [
        replace(reading, name=USE, value="yes", kind="answered")
        if reading.name == AFTER_USE
        else reading
        for reading in readings
        if reading.name in {USE, AFTER_USE}
    ]


def level(
    readings: Sequence[Reading], name: str, *, today: date, zone: str, days: int
) -> Level | None:
    """Describe a series such as craving or mood; None without an answer in the window.

    Arguments as ``share_of_days``. Every day weighs the same, however often it was asked.
    """
    by_day = _by_day(readings, name, today=today, zone=zone, days=days)
    numbers = [_numbers(answers) for answers in by_day.values()]
    numbers = [of_day for of_day in numbers if of_day]
    if not numbers:
        return None
    return Level(
        mean=fmean(map(fmean, numbers)),
        lowest=min(map(min, numbers)),
        highest=max(map(max, numbers)),
        answered=len(numbers),
        of=days,
    )


def goal_progress(
    goal: Goal, readings: Sequence[Reading], *, today: date, zone: str
) -> GoalProgress:
    """Work out how far a goal has come in the 7 days up to today.

    Args:
        goal: A goal of the plan.
        readings: Any readings of its client. For a number or a date the latest one counts, from
            whenever it is (`rests_on_latest`).
        today: Today, in the client's zone.
        zone: The client's time zone.

    Returns:
        The progress. A count or a number of days is reached at its target or above; a
        date is reached when its last answer was yes.

    """
    measure = goal.measure
    by_day = _by_day(readings, goal.reading, today=today, zone=zone, days=WEEK)
    answers = [reading for day in sorted(by_day) for reading in _in_order(by_day[day])]
    latest = _latest(readings, goal, today, zone) if measure.kind in _LATEST else None
    if measure.kind is MeasureKind.DATE:
        done: float | None = None if measure.by is None else (measure.by - today).days
        reached = latest is not None and latest.value == "yes"
    elif measure.kind is MeasureKind.NUMBER:
        done = None if latest is None else _numbers([latest])[0]
        reached = done is not None and measure.target is not None and done >= measure.target
    else:
        done = _done(measure.kind, answers, by_day) if answers else None
        reached = done is not None and measure.target is not None and done >= measure.target
    return GoalProgress(
        goal.key,
        measure.kind,
        done,
        measure.target,
        len(by_day),
        WEEK,
        reached,
        ago=None if latest is None else (today - latest.day_of(ZoneInfo(zone))).days,
        is_past=goal.is_past(today),
    )


def worded(line: ProgressLine, title: str) -> dict[str, int | float | str]:
    """Return the arguments of the text about a goal; ``target`` is ``none`` where it has none."""
    return {"target": "none", **line.args, "title": title}


def rests_on_latest(goals: Iterable[Goal]) -> list[str]:
    """Return the names of the readings of which the latest counts, however old it is."""
    return [goal.reading for goal in goals if goal.measure.kind in _LATEST]


def _latest(readings: Sequence[Reading], goal: Goal, today: date, zone: str) -> Reading | None:
    """Return the newest answer about a goal up to a day, a number where one is wanted."""
    here = ZoneInfo(zone)
    fits = [
        reading
        for reading in readings
        if reading.name == goal.reading
        and reading.kind == "answered"
        and reading.day_of(here) <= today
        and (goal.measure.kind is MeasureKind.DATE or isinstance(reading.value, int | float))
    ]
    return max(fits, key=lambda reading: (reading.day_of(here), reading.at), default=None)


def _done(
    kind: MeasureKind, answers: Sequence[Reading], by_day: Mapping[date, Sequence[Reading]]
) -> float | None:
    if kind is MeasureKind.YES_NO:
        return sum(any(r.value == "yes" for r in of_day) for of_day in by_day.values())
    return sum(_numbers(answers))


def _by_day(
    readings: Sequence[Reading], name: str, *, today: date, zone: str, days: int
) -> dict[date, list[Reading]]:
    """Sort a series' answers by local date; skipped and declined questions are left out."""
    here, first = ZoneInfo(zone), today - timedelta(days=days - 1)
    by_day: dict[date, list[Reading]] = {}
    for reading in readings:
        day = reading.day_of(here)
        if reading.name == name and reading.kind == "answered" and first <= day <= today:
            by_day.setdefault(day, []).append(reading)
    return by_day


def _in_order(readings: Sequence[Reading]) -> list[Reading]:
    return sorted(readings, key=lambda reading: reading.at)


def _numbers(readings: Sequence[Reading]) -> list[float]:
    return [r.value for r in readings if isinstance(r.value, int | float)]
