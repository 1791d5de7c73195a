"""A figure, its bound, and the table they are printed in."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rich.table import Table

TIMES = "\N{MULTIPLICATION SIGN}"
HEAD = ("what", "measured", "bound", "")


class Verdict(StrEnum):
    """Whether a figure keeps within its bound; ``NOTE`` where there is none."""

    PASS = "PASS"  # noqa: S105 - a verdict
    GOAL = "PASS, short of the goal"
    SHORT = "SHORT"
    NOTE = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table."""

    what: str
    measured: str
    bound: str = ""
    verdict: Verdict = Verdict.NOTE

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """The line as text, in the order of ``HEAD``."""
        return self.what, self.measured, self.bound, self.verdict.value


def at_most(
    what: str,
    measured: float,
    bound: float,
    unit: str,
    *,
    goal: float | None = None,
    note: str = "",
) -> Figure:
    """Judge a figure that must not be larger than its bound."""
    verdict = Verdict.PASS if measured <= bound else Verdict.SHORT
    if verdict is Verdict.PASS and goal is not None and measured > goal:
        verdict = Verdict.GOAL
    words = f"≤ {bound:g}{unit}" + (f" (goal {goal:g}{unit})" if goal is not None else "")
    return Figure(what, _words(measured, unit, note), words, verdict)


def at_least(what: str, measured: float, bound: float, unit: str, *, note: str = "") -> Figure:
    """Judge a figure that must not be smaller than its bound."""
    verdict = Verdict.PASS if measured >= bound else Verdict.SHORT
    return Figure(what, _words(measured, unit, note), f"≥ {bound:g}{unit}", verdict)


def table(figures: Iterable[Figure]) -> Table:
    """Lay figures out for a terminal."""
    made = Table(*HEAD)
    for figure in figures:
        style = "bold red" if figure.verdict is Verdict.SHORT else None
        made.add_row(*figure.cells, style=style)
    return made


def markdown(figures: Iterable[Figure]) -> str:
    """Lay figures out for a README."""
    rows = [HEAD, ("---",) * len(HEAD), *(figure.cells for figure in figures)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _words(measured: float, unit: str, note: str) -> str:
    number = f"{measured:.0f}" if measured >= 100 else f"{measured:.3g}"
    return f"{number}{unit}" + (f" ({note})" if note else "")
