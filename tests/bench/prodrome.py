"""Warning before a lapse, in a simulator: how much is found, how often in vain, how early.

The people are made up and so are their dynamics, tuned by hand to published rates. What this shows
is how the signals compare with each other and with a fixed threshold, and with the null run, in
which nothing announces a lapse. It is no clinical accuracy, and no such figure is.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from dialogs.care.series import Day, SeriesRules, replay
from dialogs.playbook import load
from tests.bench.figures import Figure

PEOPLE, DAYS, SEED = 300, 150, 1
START = date(2026, 1, 1)
AHEAD = 7
AFTERWARDS = 3
LAPSE_EVERY = 60
PRODROME = 10
ANSWERS = 0.8
KEEPS = 0.6
"""How much of a day's mood is left the next day."""


@dataclass(frozen=True, slots=True)
class Life:
    """One made-up person: their days, and the days on which they lapsed, from 0."""

    days: Sequence[Day]
    lapses: Sequence[int]


@dataclass
class Score:
    """What one way of warning found."""

    found: int = 0
    lapses: int = 0
    in_vain: int = 0
    quiet_days: int = 0
    leads: list[int] = field(default_factory=list)

    def __str__(self) -> str:
        share = self.found / max(1, self.lapses)
        rate = 30 * self.in_vain / max(1, self.quiet_days)
        lead = f"{median(self.leads):g} days ahead" if self.leads else "never ahead"
        return f"{share:.0%} of {self.lapses} lapses, {rate:.2f} in vain per 30 days, {lead}"


Warns = Callable[[SeriesRules, Life], set[int]]


async def prodrome(_folder: Path, say: Callable[[str], None]) -> list[Figure]:
    """Compare the three signals, all of them, and a fixed threshold, with and without prodrome."""
    rules = load().series
    say(f"{PEOPLE} made-up people, {DAYS} days, seed {SEED}: assumed, no clinical accuracy")
    figures = []
    for name, announced in (("with prodrome", True), ("null run", False)):
        lives = [_life(random.Random(f"{SEED}/{n}"), announced=announced) for n in range(PEOPLE)]  # noqa: S311
        for way, warns in WAYS.items():
            score = Score()
            for life in lives:
                _judge(score, life, warns(rules, life))
            figures.append(Figure(f"simulated lapses, {name}: {way}", str(score)))
    return figures


def _life(dice: random.Random, *, announced: bool) -> Life:
    """Make somebody up: levels of their own, noise that lingers, and lapses by chance."""
    levels = {
        "craving": dice.gauss(2.5, 1.2),
        "mood": dice.gauss(6.3, 1),
        "sleep": dice.gauss(6.2, 1),
    }
    levels["confidence"] = dice.gauss(7.3, 1)
    lapses = [day for day in range(30, DAYS) if dice.random() < 1 / LAPSE_EVERY]
    noise = dict.fromkeys(levels, 0.0)
    days = []
    for number in range(DAYS):
        near = min((one - number for one in lapses if 0 <= one - number <= PRODROME), default=None)
        weight = 0.0 if near is None or not announced else 1 - near / (PRODROME + 1)
        values: dict[str, float | None] = {}
        for item, level in levels.items():
            noise[item] = KEEPS * noise[item] + dice.gauss(0, 1.0)
            shift = {"craving": 3.2, "mood": -1.8, "sleep": -1.2, "confidence": -3.0}[item] * weight
            values[item] = float(min(10, max(0, round(level + noise[item] + shift))))
        values["use"] = float(number in lapses and dice.random() < 0.7)  # not all of it is told
        if dice.random() > ANSWERS - 0.35 * weight:
            values = dict.fromkeys(values)
        days.append(Day(START + timedelta(days=number), values))
    return Life(days, lapses)


def _judge(score: Score, life: Life, warned: set[int]) -> None:
    near = {day for lapse in life.lapses for day in range(lapse - AHEAD, lapse + AFTERWARDS + 1)}
    score.quiet_days += DAYS - len([day for day in near if 0 <= day < DAYS])
    score.in_vain += len(warned - near)
    score.lapses += len(life.lapses)
    for lapse in life.lapses:
        ahead = [lapse - day for day in warned if lapse - AHEAD <= day < lapse]
        if ahead:
            score.found += 1
            score.leads.append(max(ahead))


def _signals(kinds: frozenset[str]) -> Warns:
    def warns(rules: SeriesRules, life: Life) -> set[int]:
        return {
            (day.on - START).days
            for day, signals in replay(rules, life.days)
            if any(signal.kind in kinds for signal in signals)
        }

    return warns


def _craving_of_seven(_rules: SeriesRules, life: Life) -> set[int]:
    return set(_beginnings(life.days))


def _beginnings(days: Sequence[Day]) -> Iterator[int]:
    before = False
    for number, day in enumerate(days):
        value = day.values.get("craving")
        if value is None:
            continue
        if value >= 7 and not before:
            yield number
        before = value >= 7


WAYS: dict[str, Warns] = {
    "standing": _signals(frozenset({"standing"})),
    "change": _signals(frozenset({"change"})),
    "silence": _signals(frozenset({"silence"})),
    "all three": _signals(frozenset({"standing", "change", "silence"})),
    "craving of 7 alone": _craving_of_seven,
}
