"""Flood control: how fast a bot may send, as far as Telegram says it.

About one message a second in a chat with short bursts, 20 a minute in a group, and
about 30 a second for the whole bot; edits share the budget, 20 a minute in one chat.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.emulator.shapes import TOO_MANY, Refusal


@dataclass(frozen=True, slots=True)
class Rate:
    """How many at once, and how many a second after that."""

    burst: float
    per_second: float


PRIVATE = Rate(burst=5, per_second=1)
GROUP = Rate(burst=20, per_second=20 / 60)
EDITS = Rate(burst=20, per_second=20 / 60)
WHOLE_BOT = Rate(burst=30, per_second=30)
FORGET_ABOVE = 10_000


class Flood:
    """The buckets of one bot; only counts when it is strict."""

    def __init__(self, now: Callable[[], datetime], *, strict: bool) -> None:
        self._now = now
        self._buckets: dict[tuple[str, int], tuple[float, datetime]] = {}
        self.strict = strict
        self.refused = 0

    def spend(self, chat_id: int, *, edit: bool) -> None:
        """Use one send or edit.

        Raises:
            Refusal: 429, with the whole seconds to wait, when a bucket is empty.

        """
        if not self.strict:
            return
        chat = ("chat", chat_id), GROUP if chat_id < 0 else PRIVATE
        needed = [(("bot", 0), WHOLE_BOT), chat]
        if edit:
            needed.append((("edits", chat_id), EDITS))
        levels = {key: self._level(key, rate) for key, rate in needed}
        waits = [(1 - levels[key]) / rate.per_second for key, rate in needed if levels[key] < 1]
        if waits:
            self.refused += 1
            seconds = max(1, math.ceil(max(waits)))
            words = f"Too Many Requests: retry after {seconds}"
            raise Refusal(words, TOO_MANY, retry_after=seconds)
        for key, level in levels.items():
            self._buckets[key] = (level - 1, self._now())

    def _level(self, key: tuple[str, int], rate: Rate) -> float:
        if len(self._buckets) > FORGET_ABOVE:
            self._buckets.clear()
        level, at = self._buckets.get(key, (rate.burst, self._now()))
        passed = max(0.0, (self._now() - at).total_seconds())
        return min(rate.burst, level + passed * rate.per_second)
