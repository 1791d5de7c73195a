"""Updates as they arrive: plain JSON that anybody may have shaped.

Everything here reads without trusting: a part that is missing or of another kind is just not there.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from dialogs.messages import tidy

DEEPEST = 64
LARGEST_NUMBER = 2**63
LATEST = 2**35
"""The last instant in seconds that is taken for a time: far in the future."""

KINDS = ("message", "edited_message", "callback_query", "my_chat_member")

_OF_A_TAP = ("message_id", "date", "chat")
_UNTIDY = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

Raw = dict[str, Any]


class UnreadableUpdate(ValueError):
    """This is not an update: no object with an id, or nested or counted beyond all reason."""


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody wrote in their own private chat, or what the button carried they pressed."""

    update_id: int
    chat_id: int
    text: str
    language: str | None


def check(raw: object) -> Raw:
    """Make sure that this is an update we can work on.

    Raises:
        UnreadableUpdate: It is no object, has no id, is nested too deep, or holds a number that no
            id or count can be.

    """
    if not isinstance(raw, dict) or update_id(raw) is None:
        raise UnreadableUpdate("an update is an object with an update_id")
    level: list[Any] = [raw]
    for _ in range(DEEPEST):
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return raw
    raise UnreadableUpdate(f"an update is nested at most {DEEPEST} deep")


def update_id(raw: object) -> int | None:
    """Return the update's id, if it has one."""
    found = raw.get("update_id") if isinstance(raw, dict) else None
    return found if isinstance(found, int) and 0 <= found < LARGEST_NUMBER else None


def kind(raw: Mapping[str, Any]) -> str:
    """Name the kind of update: one of ours, or "other"."""
    return next((name for name in KINDS if name in raw), "other")


def person(raw: Mapping[str, Any]) -> int | None:
    """Return the Telegram id of whoever caused this update."""
    return _number(_part(raw.get(kind(raw)), "from"), "id")


def private_chat(raw: Mapping[str, Any]) -> int | None:
    """Return the id of the private chat in which a person caused this update."""
    event = raw.get(kind(raw))
    chat = _part(event, "chat") or _part(_part(event, "message"), "chat")
    found = _number(chat, "id")
    is_theirs = _text(chat, "type") == "private" and found == person(raw)
    return found if is_theirs else None


def words(raw: Mapping[str, Any]) -> Words | None:
    """Return what a person wrote in their private chat: a text, or the words under a picture."""
    message = raw.get("message") or raw.get("edited_message")
    text = _text(message, "text") or _text(message, "caption")
    chat_id, number = private_chat(raw), update_id(raw)
    if not text or chat_id is None or number is None:
        return None
    return Words(number, chat_id, tidy(text), _text(_part(message, "from"), "language_code"))


def sent_at(raw: Mapping[str, Any]) -> datetime | None:
    """Return when a new message was sent, in UTC; None for whatever is no new message."""
    message = raw.get("message")
    date = message.get("date") if isinstance(message, Mapping) else None
    if not isinstance(date, int) or isinstance(date, bool) or not 0 <= date <= LATEST:
        return None
    return datetime.fromtimestamp(date, UTC)


def tapped(raw: Mapping[str, Any]) -> Words | None:
    """Return what the button carried that a person pressed in their private chat."""
    query = raw.get("callback_query")
    data, chat_id, number = _text(query, "data"), private_chat(raw), update_id(raw)
    if not data or chat_id is None or number is None:
        return None
    return Words(number, chat_id, data, _text(_part(query, "from"), "language_code"))


def pared(raw: Raw) -> Raw:
    """Return an update without what a tap says of the message it was on, but for where that is.

    We wrote that message ourselves, and its buttons are most of the update.
    """
    query = raw.get("callback_query")
    message = _part(query, "message")
    if not isinstance(query, dict) or not isinstance(message, dict):
        return raw
    kept = {name: message[name] for name in _OF_A_TAP if name in message}
    return {**raw, "callback_query": {**query, "message": kept}}


def glance(raw: Raw, longest: int) -> Raw:
    """Return an update with no more of its words than these: what is looked at in a hurry."""
    kept = dict(raw)
    for name in ("message", "edited_message"):
        written = raw.get(name)
        if isinstance(written, dict):
            cut = {part: (_text(written, part) or "")[:longest] for part in ("text", "caption")}
            kept[name] = {**written, **{part: text for part, text in cut.items() if text}}
    return kept


def clean(value: Any) -> Any:
    """Return the update with every text in it fit to be stored and shown.

    Lone surrogates become U+FFFD; NUL and other control characters except line break and tab go.
    """
    match value:
        case str():
            return tidy(value) if _UNTIDY.search(value) else value
        case dict():
            return {key: clean(inner) for key, inner in value.items()}
        case list():
            return [clean(inner) for inner in value]
        case _:
            return value


def _inside(value: object) -> list[Any]:
    match value:
        case dict():
            return list(value.values())
        case list():
            return value
        case int() if abs(value) >= LARGEST_NUMBER:
            raise UnreadableUpdate("a number is too large")
        case float() if not math.isfinite(value):
            raise UnreadableUpdate("a number is not finite")
        case _:
            return []


def _part(value: object, name: str) -> object:
    return value.get(name) if isinstance(value, dict) else None


def _number(value: object, name: str) -> int | None:
    found = _part(value, name)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def _text(value: object, name: str) -> str | None:
    found = _part(value, name)
    return found if isinstance(found, str) else None
