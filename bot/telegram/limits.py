"""How fast we may send: buckets of tokens per chat and for the whole bot, and what Telegram said.

Pure: time comes in as seconds of a monotonic clock. Bulk never makes an alert wait: the last tokens
are kept for SOS and alerts, and a 429 that a lower lane earned does not hold a higher one.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from storage.outbox import Lane

KEPT_FOR_URGENT = 2.0
BULK_RECOVERS_PER_SECOND = 1.0 / 60
SLOWEST_BULK = 1.0
FORGET_ABOVE = 2_000

_ENOUGH = 1e-9  # what floating point may lose while tokens trickle in


@dataclass(frozen=True, slots=True)
class Pace:
    """How many at once, and how many a second after that."""

    burst: float
    per_second: float


CHAT = Pace(burst=4, per_second=1)
BOT = Pace(burst=5, per_second=25)  # so that no second sees more than thirty


@dataclass(slots=True)
class Bucket:
    """Tokens that trickle in: at most ``size``, ``per_second`` of them each second."""

    size: float
    per_second: float
    level: float
    at: float

    def wait(self, needed: float, now: float) -> float:
        """Return the seconds until ``needed`` tokens are there."""
        self._refill(now)
        return max(0.0, (needed - self.level - _ENOUGH) / self.per_second)

    def take(self, now: float) -> None:
        """Use one token; a send that happened anyway leaves a debt."""
        self._refill(now)
        self.level -= 1.0

    def is_full(self, now: float) -> bool:
        """Return whether nothing has been used for long enough to forget this bucket."""
        self._refill(now)
        return self.level >= self.size

    def _refill(self, now: float) -> None:
        if now > self.at:
            self.level = min(self.size, self.level + (now - self.at) * self.per_second)
            self.at = now


@dataclass(slots=True)
class _Chat:
    bucket: Bucket
    held_until: dict[Lane, float] = field(default_factory=dict)

    def wait(self, lane: Lane, now: float) -> float:
        """Return the seconds to wait here; a hold binds its own lane and lower ones."""
        held = max((at for by, at in self.held_until.items() if by <= lane), default=now)
        return max(0.0, held - now, self.bucket.wait(1.0, now))

    def is_idle(self, now: float) -> bool:
        return self.bucket.is_full(now) and all(at <= now for at in self.held_until.values())


class Limits:
    """What the bot has sent lately, and how long it must wait before it sends again.

    The paces are Telegram's; another Bot API server may have others.
    """

    def __init__(self, bot: Pace = BOT, chat: Pace = CHAT) -> None:
        self._pace, self._chat_pace = bot, chat
        self._bot = Bucket(bot.burst, bot.per_second, bot.burst, -math.inf)
        self._bulk = Bucket(bot.burst, bot.per_second, bot.burst, -math.inf)
        self._bulk_held_until = -math.inf
        self._bulk_rate_at = -math.inf
        self._chats: dict[int, _Chat] = {}

    def wait(self, lane: Lane, chat_id: int, now: float) -> float:
        """Return the seconds until a message of this lane may go to this chat (0: now)."""
        return max(self.lane_wait(lane, now), self.chat_wait(lane, chat_id, now))

    def chat_wait(self, lane: Lane, chat_id: int, now: float) -> float:
        """Return the seconds until this chat takes a message of this lane, the bot's pace aside."""
        chat = self._chats.get(chat_id)
        return chat.wait(lane, now) if chat else 0.0

    def lane_wait(self, lane: Lane, now: float) -> float:
        """Return the seconds until this lane may send at all, whichever the chat."""
        wait = self._bot.wait(1.0 if is_urgent(lane) else 1.0 + KEPT_FOR_URGENT, now)
        if not is_bulk(lane):
            return wait
        self._recover(now)
        return max(wait, self._bulk.wait(1.0, now), self._bulk_held_until - now)

    def room(self, lanes: Iterable[Lane], now: float) -> int:
        """Return how many messages may start now in any of these lanes together."""
        return min((self._room(lane, now) for lane in lanes), default=0)

    def took(self, lane: Lane, chat_id: int, now: float) -> None:
        """Count one call that writes to this chat: a message or an edit, they share the budget."""
        self._bot.take(now)
        if is_bulk(lane):
            self._bulk.take(now)
        self._chat(chat_id, now).bucket.take(now)

    def told_to_wait(self, lane: Lane, chat_id: int, seconds: float, now: float) -> None:
        """Remember a 429: for this chat, for bulk everywhere; and slow bulk down by half."""
        held = self._chat(chat_id, now).held_until
        held[lane] = max(held.get(lane, now), now + seconds)
        self._recover(now)
        self._bulk_held_until = max(self._bulk_held_until, now + seconds)
        self._bulk.per_second = max(SLOWEST_BULK, self._bulk.per_second / 2)

    def _room(self, lane: Lane, now: float) -> int:
        if self.lane_wait(lane, now) > 0:
            return 0
        levels = [self._bot.level - (0.0 if is_urgent(lane) else KEPT_FOR_URGENT)]
        if is_bulk(lane):
            levels.append(self._bulk.level)
        return max(0, math.floor(min(levels) + _ENOUGH))

    def _recover(self, now: float) -> None:
        """Let bulk grow faster again: one a second more for each minute without a 429."""
        since = max(self._bulk_rate_at, self._bulk_held_until)
        passed = now - since if math.isfinite(since) else 0.0
        if passed > 0:
            grown = self._bulk.per_second + passed * BULK_RECOVERS_PER_SECOND
            self._bulk.per_second = min(self._pace.per_second, grown)
        self._bulk_rate_at = now

    def _chat(self, chat_id: int, now: float) -> _Chat:
        if chat_id not in self._chats:
            if len(self._chats) > FORGET_ABOVE:
                self._chats = {key: c for key, c in self._chats.items() if not c.is_idle(now)}
            pace = self._chat_pace
            self._chats[chat_id] = _Chat(Bucket(pace.burst, pace.per_second, pace.burst, now))
        return self._chats[chat_id]


class Flood:
    """How much one person may ask of us: a burst, then one a second, then a day's reserve.

    The reserve is for honest people who wrote a lot while the bot was away; whoever goes through
    it as well is only screened for emergency words until a bucket has filled again.
    """

    def __init__(
        self, burst: float = 20.0, per_second: float = 1.0, reserve: float = 500.0
    ) -> None:
        self._burst = burst
        self._per_second = per_second
        self._reserve = reserve
        self._people: dict[int, tuple[Bucket, Bucket]] = {}

    def may(self, person: int, now: float) -> bool:
        """Count one update of this person; return whether it is to be worked on."""
        if person not in self._people:
            if len(self._people) > FORGET_ABOVE:
                self._forget(now)
            day = 24 * 60 * 60
            self._people[person] = (
                Bucket(self._burst, self._per_second, self._burst, now),
                Bucket(self._reserve, self._reserve / day, self._reserve, now),
            )
        for bucket in self._people[person]:
            if bucket.wait(1.0, now) == 0:
                bucket.take(now)
                return True
        return False

    def _forget(self, now: float) -> None:
        self._people = {
            person: buckets
            for person, buckets in self._people.items()
            if not all(bucket.is_full(now) for bucket in buckets)
        }


def is_urgent(lane: Lane) -> bool:
    """Return whether this lane may use the last tokens."""
    return lane <= Lane.ALERT


def is_bulk(lane: Lane) -> bool:
    """Return whether a message of this lane may wait while Telegram asks for patience."""
    return lane >= Lane.REMINDER
