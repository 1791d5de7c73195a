"""What lies in the outbox, as values."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import TypedDict

from dialogs.messages import Message

Receipt = tuple[str, int | None]
"""What a message discloses about its client, and the grant that allows it.

The first is one category, or several with spaces between them; the grant is None where each of
them rests on whichever grant holds when the message is sent.
"""


class Lane(IntEnum):
    """How urgent a message is; the smaller goes first."""

    SOS = 0
    ALERT = 1
    REPLY = 2
    PROMPT = 3
    REMINDER = 4
    BULK = 5


class Links(TypedDict, total=False):
    """What a message belongs to, and when it is over; every one of them may be left out.

    ``round`` goes with ``alert_id`` if the message is a page, ``turn`` with ``session_id`` if it
    asks a question; ``expires_at`` is when it is
    no longer worth sending, ``dedupe`` a name under which no second message is ever laid down,
    ``edits`` the message to change in place.
    """

    alert_id: int | None
    round: int | None
    session_id: str | None
    turn: int | None
    check_in_id: int | None
    expires_at: datetime | None
    dedupe: str | None
    edits: int | None


NO_LINKS: Links = {
    "alert_id": None,
    "round": None,
    "session_id": None,
    "turn": None,
    "check_in_id": None,
    "expires_at": None,
    "dedupe": None,
    "edits": None,
}


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message that has been claimed for sending.

    ``edits`` is the number of the message to change in place (None: send a new one), ``attempts``
    counts this one, ``repeat`` marks one that may have arrived before, ``carries`` are the rows
    that it tells of as well.
    """

    id: int
    person_id: int
    chat_id: int
    lane: Lane
    kind: str
    message: Message
    edits: int | None
    about_id: int | None
    alert_id: int | None
    session_id: str | None
    turn: int | None
    check_in_id: int | None
    attempts: int
    repeat: bool
    receipt: Receipt | None
    carries: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Who was told what about a client, when, and which grant allowed it, in which version.

    ``kind`` is the message's; ``version`` the entry of the consent log that held when it was sent;
    ``opened_at`` when what stands behind a notice was opened (None: not known to have been).
    """

    recipient_id: int
    category: str
    grant_id: int | None
    at: datetime
    sentence: str
    kind: str
    version: int | None
    opened_at: datetime | None


def goes_again(lane: Lane, *, repeat: bool) -> bool:
    """Whether a message of which nobody knows if it arrived is sent once more.

    Alerts are sent until one surely arrived; a question once more, for its first answer wins;
    reminders and the rest never.
    """
    if lane in {Lane.SOS, Lane.ALERT}:
        return True
    return lane in {Lane.REPLY, Lane.PROMPT} and not repeat
