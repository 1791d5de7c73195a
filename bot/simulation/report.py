"""What a simulation lists: every message and every alert, with its moment and its recipient."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime

from bot.simulation.invariants import Violation

_FIRST_LINE = 72


@dataclass(frozen=True, slots=True)
class Sent:
    """One message that reached somebody; ``edit`` where it changed one that stood there."""

    at: datetime
    to: str
    text: str
    edit: bool

    def entry(self) -> dict[str, object]:
        """Write it for a machine."""
        return {"kind": "message", **asdict(self), "at": _iso(self.at)}

    def __str__(self) -> str:
        """Write it on one line."""
        first = self.text.partition("\n")[0]
        words = first if len(first) <= _FIRST_LINE else f"{first[: _FIRST_LINE - 1]}…"
        return f"{_iso(self.at)}  {self.to:<22}  {'✎ ' if self.edit else ''}{words}"


@dataclass(frozen=True, slots=True)
class Raised:
    """One alert: about whom, of what sign, how urgent, and who took it in the end."""

    at: datetime
    about: str
    number: int
    sign: str
    tier: str
    state: str
    taken_by: str | None

    def entry(self) -> dict[str, object]:
        """Write it for a machine."""
        return {"kind": "alert", **asdict(self), "at": _iso(self.at)}

    def __str__(self) -> str:
        """Write it on one line."""
        taken = f", taken by {self.taken_by}" if self.taken_by else ""
        return (
            f"{_iso(self.at)}  {self.about:<22}  ! alert {self.number}: "
            f"{self.sign} ({self.tier}), {self.state}{taken}"
        )


@dataclass(frozen=True, slots=True)
class Broken:
    """An invariant that did not hold: when, on which simulated day, and after whose act."""

    at: datetime
    day: int
    after: str
    violations: Sequence[Violation]

    def __str__(self) -> str:
        """Write it on one line."""
        found = "; ".join(str(one) for one in self.violations)
        return f"day {self.day}, {_iso(self.at)}, after {self.after}: {found}"


@dataclass(slots=True)
class Report:
    """Everything that happened."""

    sent: list[Sent] = field(default_factory=list)
    raised: list[Raised] = field(default_factory=list)
    acts: int = 0
    steps: int = 0
    days: int = 0
    broken: Broken | None = None

    def entries(self) -> Iterator[Sent | Raised]:
        """Yield messages and alerts in the order of time."""
        both: list[Sent | Raised] = [*self.sent, *self.raised]
        yield from sorted(both, key=lambda one: one.at)

    def summary(self) -> str:
        """Say in one line what there was."""
        return (
            f"{self.days} days, {self.acts} acts, {len(self.sent)} messages, "
            f"{len(self.raised)} alerts, {self.steps} steps checked"
        )


def _iso(at: datetime) -> str:
    return at.isoformat(timespec="seconds").replace("+00:00", "Z")
