"""Replies: what an alert's people, and its client, have said to it, beside taking and closing it.

They are kept with the alert, under the client's key, and read by counselors only.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

MOST = 40
"""How many replies an alert keeps: the first, and the latest."""


class ReplyKind(StrEnum):
    """What somebody has said to an alert."""

    CALLING = "calling"
    TONIGHT = "tonight"
    PASSED = "passed"
    ASKED_TO_CALL = "asked_to_call"
    MAY_CALL = "may_call"
    MAY_NOT_CALL = "may_not_call"
    NOTE = "note"
    BY_CALL = "by_call"
    BY_MESSAGE = "by_message"
    NOT_NOW = "not_now"


SAFE_WAYS = (ReplyKind.BY_CALL, ReplyKind.BY_MESSAGE, ReplyKind.NOT_NOW)
"""How somebody who may be in danger at home may be reached, in the client's own choice."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One thing somebody has said, in UTC; ``words`` are a note's, else empty."""

    person_id: int
    kind: ReplyKind
    at: datetime
    words: str = ""


def added(replies: tuple[Reply, ...], new: Reply) -> tuple[Reply, ...]:
    """Return the replies with one more, without what lies between the first and the latest."""
    return (*replies[:1], *replies[1:][-(MOST - 2) :], new)
