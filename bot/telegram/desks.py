"""Desks: who may be written to now. Places on the way, lanes that may send, chats with a token.

SOS and alerts have places of their own, which nothing else can fill. One message at a time is on
its way to a person.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bot.telegram.limits import Limits
from storage.outbox import Lane, Outgoing

URGENT = (Lane.SOS, Lane.ALERT)
ORDINARY = (Lane.REPLY, Lane.PROMPT, Lane.REMINDER, Lane.BULK)
MOST_ON_THE_WAY = 16
LONGEST_REST = 5.0


@dataclass(slots=True)
class Desk:
    """Lanes that share the places on the way; the ordinary ones can never fill the urgent ones'."""

    lanes: tuple[Lane, ...]
    busy: set[int] = field(default_factory=set)  # the people a message is on its way to


@dataclass(frozen=True, slots=True)
class Room:
    """What a desk may send now: how many messages of which lanes, and to whom not."""

    desk: Desk
    lanes: tuple[Lane, ...]
    places: int
    not_to: frozenset[int]


class Desks:
    """What is on its way, and what the limits leave room for; ``monotonic`` is in seconds."""

    def __init__(self, limits: Limits, monotonic: Callable[[], float]) -> None:
        self.limits = limits
        self._monotonic = monotonic
        self._desks = (Desk(URGENT), Desk(ORDINARY))
        self._resting: dict[int, int] = {}  # person: chat, where a chat has no token left

    def rooms(self) -> Iterator[Room]:
        """Give the desks that may send something now, the urgent one first."""
        at = self._monotonic()
        for desk in self._desks:
            free = {lane: self.limits.room((lane,), at) for lane in desk.lanes}
            lanes = tuple(lane for lane, room in free.items() if room)
            rooms = [MOST_ON_THE_WAY - len(desk.busy), *(free[lane] for lane in lanes)]
            if lanes and min(rooms) > 0:
                yield Room(desk, lanes, min(rooms), self._not_to(lanes[0], at))

    def held(self, row: Outgoing) -> float:
        """Return the seconds until this message may go to its chat."""
        return self.limits.wait(row.lane, row.chat_id, self._monotonic())

    def goes(self, desk: Desk, row: Outgoing) -> None:
        """Note that a message is on its way."""
        desk.busy.add(row.person_id)
        self._resting[row.person_id] = row.chat_id
        self.limits.took(row.lane, row.chat_id, self._monotonic())

    def is_back(self, desk: Desk, row: Outgoing) -> None:
        """Note that a message is on its way no more."""
        desk.busy.discard(row.person_id)

    def told_to_wait(self, row: Outgoing, seconds: float) -> None:
        """Note that Telegram wants us to wait."""
        self.limits.told_to_wait(row.lane, row.chat_id, seconds, self._monotonic())

    def wait(self) -> float:
        """Return the seconds until a lane or a chat that has to wait may send again."""
        at = self._monotonic()
        waits = [self.limits.lane_wait(lane, at) for lane in (Lane.ALERT, Lane.REPLY, Lane.BULK)]
        waits += [self.limits.chat_wait(Lane.REPLY, chat, at) for chat in self._resting.values()]
        return min((wait for wait in waits if wait > 0), default=LONGEST_REST)

    def _not_to(self, lane: Lane, at: float) -> frozenset[int]:
        """Return the people to whom a message is on its way, or whose chat has no token left."""
        wait = self.limits.chat_wait
        self._resting = {
            person: chat for person, chat in self._resting.items() if wait(Lane.BULK, chat, at) > 0
        }
        resting = {person for person, chat in self._resting.items() if wait(lane, chat, at) > 0}
        return frozenset(resting).union(*(desk.busy for desk in self._desks))
