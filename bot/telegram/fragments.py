"""Fragments: what somebody wrote shortly before, kept in memory only, to be read together.

Nothing of it is stored, logged or shown: after ten minutes, or a restart, it is gone.
"""

import re
from collections import OrderedDict, deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

TOGETHER = 3
"""How many of the newest messages are read as one."""

APART = timedelta(minutes=10)
"""Messages further apart than this are not pieces of one."""

CHATS, LONGEST = 2_000, 400
"""Chats that are remembered, and characters of each message: a piece is short."""

_COMMAND = re.compile(r"\s*/\w+(@\w+)?\s*")


@dataclass(frozen=True, slots=True)
class _Piece:
    update_id: int
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Fragments:
    """The last messages of the chats that wrote last."""

    chats: OrderedDict[int, deque[_Piece]] = field(default_factory=OrderedDict)

    def before(self, chat_id: int, update_id: int, text: str, at: datetime) -> tuple[str, ...]:
        """Remember a message; return those before it that belong to it, oldest first.

        A message that comes again, because working on it failed, has the same ones before it. A
        command alone is no piece of anything: its name is ours.
        """
        if _COMMAND.fullmatch(text):
            return ()
        pieces = self.chats.setdefault(chat_id, deque(maxlen=TOGETHER))
        self.chats.move_to_end(chat_id)
        if len(self.chats) > CHATS:
            self.chats.popitem(last=False)
        if all(piece.update_id != update_id for piece in pieces):
            pieces.append(_Piece(update_id, text[-LONGEST:], at))
        number = [piece.update_id for piece in pieces].index(update_id)
        return tuple(one.text for one in list(pieces)[:number] if at - one.at <= APART)
