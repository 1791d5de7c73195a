"""Guesses: invitations that were no good, so that nobody can try them out one after another.

Whoever was wrong too often reads the same sentence as ever, without a look into the database. A
token is far too long to be guessed; this shows that somebody tries.
"""

from collections import deque
from datetime import datetime, timedelta

import structlog

log = structlog.get_logger(__name__)

MOST_OF_ONE = 5
OF_ONE_WITHIN = timedelta(hours=1)
MOST_OF_ALL = 100
OF_ALL_WITHIN = timedelta(minutes=1)
REMEMBERED = 10_000
"""How many chats are remembered at most."""


class Guesses:
    """Remembers in memory who was wrong when."""

    def __init__(self) -> None:
        self._of_one: dict[int, deque[datetime]] = {}
        self._of_all: deque[datetime] = deque(maxlen=MOST_OF_ALL)

    def are_too_many(self, chat_id: int, now: datetime) -> bool:
        """Tell whether a chat was wrong so often that nothing of it is looked at now."""
        wrong = self._of_one.get(chat_id)
        return wrong is not None and len(wrong) == MOST_OF_ONE and now - wrong[0] < OF_ONE_WITHIN

    def wrong(self, chat_id: int, now: datetime) -> None:
        """Note that an invitation was no good; log it as an error where it rains such."""
        if len(self._of_one) >= REMEMBERED:
            self._of_one.clear()
        self._of_one.setdefault(chat_id, deque(maxlen=MOST_OF_ONE)).append(now)
        self._of_all.append(now)
        if len(self._of_all) == MOST_OF_ALL and now - self._of_all[0] < OF_ALL_WITHIN:
            log.error("invitations are being guessed", count=MOST_OF_ALL)
            self._of_all.clear()
