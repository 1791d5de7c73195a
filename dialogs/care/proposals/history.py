"""History: the readings of the last weeks by name and local day, sorted once for all proposals."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from dialogs.care.proposals.shapes import Known
from dialogs.care.warning_signs import Reading

LOOK_BACK = 60
"""Days that most proposals rest on: long enough for a pattern, short enough to be about now. Our
choice."""

KEPT = 91
"""No proposal looks back further than these days."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A reading with the local date and hour at which it was given."""

    reading: Reading
    day: date
    hour: int

    @property
    def number(self) -> float | None:
        """Its value where that is a number."""
        value = self.reading.value
        return value if isinstance(value, int | float) else None


@dataclass(frozen=True, slots=True)
class History:
    """Readings by name, oldest first; days are counted back from ``today``, today included."""

    today: date
    by_name: Mapping[str, Sequence[Dated]]

    @classmethod
    def of(cls, known: Known) -> "History":
        """Sort what is known; what is older than ``KEPT`` days or in the future is left out."""
        here, today = ZoneInfo(known.zone), known.today
        oldest = known.now - timedelta(days=KEPT)
        found: dict[str, list[Dated]] = defaultdict(list)
        for reading in sorted(known.readings, key=lambda one: one.at):
            if oldest <= reading.at <= known.now:
                local = reading.at.astimezone(here)
                found[reading.name].append(Dated(reading, local.date(), local.hour))
        return cls(today, found)

    def since(self, days: int) -> date:
        """Return the first of the last so many days."""
        return self.today - timedelta(days=days - 1)

    def named(self, name: str, days: int) -> list[Dated]:
        """Return the answers of that name in the last days."""
        return [one for one in self.every(name, days) if one.reading.kind == "answered"]

    def every(self, name: str, days: int) -> list[Dated]:
        """Return what is known by that name in the last days, also where it was not answered."""
        first = self.since(days)
        return [one for one in self.by_name.get(name, ()) if one.day >= first]

    def by_day(self, name: str, days: int) -> dict[date, list[Dated]]:
        """Return the answers of that name by day, both oldest first."""
        return grouped(self.named(name, days))

    def names(self, family: str) -> list[str]:
        """Return the names that begin with ``family:``, in the order of the alphabet."""
        return sorted(name for name in self.by_name if name.startswith(f"{family}:"))

    def span(self, those: Iterable[Dated]) -> int:
        """Return how many days ago the oldest of these was, today included: what they rest on."""
        return (self.today - min(one.day for one in those)).days + 1


def grouped(those: Iterable[Dated]) -> dict[date, list[Dated]]:
    """Put readings together by day, in the order given."""
    by_day: dict[date, list[Dated]] = {}
    for one in those:
        by_day.setdefault(one.day, []).append(one)
    return by_day
