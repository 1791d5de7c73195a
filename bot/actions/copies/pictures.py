"""Pictures: a client's own numbers over time, as SVG that any browser shows without a network."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

WIDTH, HEIGHT = 720, 200
LEFT, RIGHT, TOP, BOTTOM = 44, 12, 12, 28
MOST_DOTS = 400


@dataclass(frozen=True, slots=True)
class Line:
    """One thing over time: when (UTC) and how much, oldest first, at least one."""

    title: str
    points: tuple[tuple[datetime, float], ...]

    @property
    def low(self) -> float:
        """The smallest number."""
        return min(value for _, value in self.points)

    @property
    def high(self) -> float:
        """The largest number."""
        return max(value for _, value in self.points)


def drawn(line: Line, words: str) -> str:
    """Draw a line.

    Args:
        line: What is drawn; its axis runs from 0, or from the smallest number below it.
        words: What whoever does not see it reads or hears instead.

    """
    floor, ceiling = min(0.0, line.low), line.high
    span = (ceiling - floor) or 1.0
    first, last = line.points[0][0], line.points[-1][0]
    seconds = (last - first).total_seconds() or 1.0

    def place(at: datetime, value: float) -> tuple[float, float]:
        x = LEFT + (at - first).total_seconds() / seconds * (WIDTH - LEFT - RIGHT)
        y = TOP + (ceiling - value) / span * (HEIGHT - TOP - BOTTOM)
        return round(x, 1), round(y, 1)

    dots = [place(at, value) for at, value in line.points]
    path = " ".join(f"{x},{y}" for x, y in dots)
    base = HEIGHT - BOTTOM
    parts = [
        f'<svg role="img" viewBox="0 0 {WIDTH} {HEIGHT}" aria-label="{escape(words)}">',
        f"<title>{escape(words)}</title>",
        f'<path class="axis" d="M{LEFT} {TOP}V{base}H{WIDTH - RIGHT}"/>',
        _label(LEFT - 6, TOP + 5, f"{ceiling:g}", "end"),
        _label(LEFT - 6, base, f"{floor:g}", "end"),
        _label(LEFT, HEIGHT - 8, f"{first:%Y-%m-%d}", "start"),
        _label(WIDTH - RIGHT, HEIGHT - 8, f"{last:%Y-%m-%d}", "end"),
        f'<polyline class="line" points="{path}"/>',
        *(f'<circle cx="{x}" cy="{y}" r="3"/>' for x, y in _few(dots)),
        "</svg>",
    ]
    return "".join(parts)


def _few(dots: Sequence[tuple[float, float]]) -> Sequence[tuple[float, float]]:
    return dots if len(dots) <= MOST_DOTS else ()


def _label(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}">{escape(words)}</text>'
