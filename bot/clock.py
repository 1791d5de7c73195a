"""The only reader of the clock. Everybody else is told what time it is."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]
Monotonic = Callable[[], float]


def utc_now() -> datetime:
    """Return the present instant, aware, in UTC."""
    return datetime.now(UTC)  # noqa: TID251  # this module is the one that may


def monotonic() -> float:
    """Return seconds that only ever go forward, whatever the wall clock does."""
    return time.monotonic()


class TownClock:
    """A town's own clock: it walks when told, and may also run by itself. It never goes back."""

    def __init__(self, start: datetime, running: Monotonic | None = None) -> None:
        """Set the clock.

        Args:
            start: What it shows now.
            running: What drives it, in seconds; None: it stands until it is told to walk.

        """
        self._at = start
        self._running = running
        self._since = running() if running else 0.0

    def now(self) -> datetime:
        """Return what the clock shows."""
        if self._running is None:
            return self._at
        return self._at + timedelta(seconds=self._running() - self._since)

    def monotonic(self) -> float:
        """Return the same as seconds, so that nothing in a town waits for real."""
        return self.now().timestamp()

    def walk_to(self, at: datetime) -> None:
        """Put the clock forward."""
        self._at = max(at, self.now())
        self._since = self._running() if self._running else 0.0
