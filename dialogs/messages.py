"""Messages: the neutral shape of what is sent, before any messenger knows of it.

Text and formatting travel apart (``Span``), never as markup, so nothing a person typed
can become a link, a mention or a second line of "system" text. Lengths are counted in
UTF-16 units, as Telegram counts them.
"""

import re
import unicodedata
from dataclasses import dataclass, replace

LONGEST_TEXT = 4096
LONGEST_PRESS = 64
MASKED = 12
"""Characters of a number in a button once it is masked for its chat (``bot/telegram/masks.py``)."""
LONGEST_QUOTE = 1000
LONGEST_NAME = 64
NAMELESS = "…"

_REPLY = "r"
_CONTROL = "c"
_SEPARATOR = ":"
_BREAKS = re.compile(r"\n\s*\n\s*\n+")
_SCHEME = re.compile(r"\b([A-Za-z][A-Za-z0-9+.-]*)://")
_DOT_IN_NAME = re.compile(r"(?<=\w)\.(?=[^\W\d_]{2,})")
_MENTION = re.compile(r"@(?=\w)")
_MARK = re.compile(r"(?<![\w/])([/#$])(?=\w)")


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message. ``press`` is what comes back: 1-64 bytes, no meaning in it."""

    label: str
    press: str

    def __post_init__(self) -> None:
        """Refuse what Telegram would refuse: data too long, or none."""
        size = len(self.press.encode())
        if not 1 <= size <= LONGEST_PRESS:
            raise ValueError(f"a button carries 1-{LONGEST_PRESS} bytes, this one {size}")


@dataclass(frozen=True, slots=True)
class Link:
    """A button that opens an address; only ``http(s)://`` and ``tg://`` are possible."""

    label: str
    url: str

    def __post_init__(self) -> None:
        """Refuse addresses that a button cannot open."""
        if not self.url.startswith(("https://", "http://", "tg://")):
            raise ValueError("a link button opens http, https or tg addresses only")


@dataclass(frozen=True, slots=True)
class Span:
    """A formatted stretch of a text; offset and length in UTF-16 units."""

    kind: str
    offset: int
    length: int
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact card; ``phone`` in international form."""

    name: str
    phone: str


Row = tuple[Button | Link, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """One message to one person.

    ``protect`` keeps it from being forwarded, ``silent`` from making a sound. The text may
    only be empty where a ``contact`` is all there is to send.
    """

    text: str
    rows: tuple[Row, ...] = ()
    entities: tuple[Span, ...] = ()
    protect: bool = False
    silent: bool = False
    contact: Contact | None = None

    def __post_init__(self) -> None:
        """Refuse a text that is empty or too long to send."""
        size = utf16_len(self.text)
        shortest = 0 if self.contact else 1
        if not shortest <= size <= LONGEST_TEXT:
            raise ValueError(f"a message has {shortest}-{LONGEST_TEXT} units, this one {size}")


def covered(message: Message) -> Message:
    """Hide a text until its reader taps it; a locked screen and a list of chats show none of it."""
    if not message.text:
        return message
    cover = Span("spoiler", 0, utf16_len(message.text))
    return replace(message, entities=(cover, *message.entities))


def press(verb: str, *args: str | int) -> str:
    """Make what a button carries: ``verb:arg:arg``, at most 64 bytes with its numbers masked.

    Raises:
        ValueError: It is too long, or a part holds the separator.

    """
    parts = [verb, *map(str, args)]
    if any(_SEPARATOR in part for part in parts):
        raise ValueError("a part of a button's data holds a colon")
    data = _SEPARATOR.join(parts)
    grows = sum(max(0, MASKED - len(part)) for part in parts[1:] if part.isdigit())
    if len(data.encode()) + grows > LONGEST_PRESS:
        raise ValueError(f"a button carries at most {LONGEST_PRESS} bytes")
    return data


def press_reply(session_id: str, turn: int, option: int) -> str:
    """Make the data of an option button; the option is a position, never a meaning."""
    return press(_REPLY, session_id, turn, option)


def press_control(session_id: str, turn: int, control: str) -> str:
    """Make the data of a control button (skip, decline, back, postpone, short)."""
    return press(_CONTROL, session_id, turn, control)


def parse_press(data: str) -> tuple[str, tuple[str, ...]] | None:
    """Read what a button carried. Return verb and arguments, or None if it is not ours."""
    if not data or len(data.encode(errors="replace")) > LONGEST_PRESS:
        return None
    verb, *args = data.split(_SEPARATOR)
    if not verb.isascii() or not verb.isidentifier():
        return None
    return verb, tuple(args)


def utf16_len(text: str) -> int:
    """Count a text as Telegram does, in UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


def cut(text: str, longest: int) -> str:
    """Return a text with at most so many UTF-16 units; what was left out shows as "…"."""
    if utf16_len(text) <= longest:
        return text
    return pieces(text, longest - 1)[0].rstrip() + "…"


def pieces(text: str, longest: int) -> list[str]:
    """Take a text apart into pieces of at most so many UTF-16 units, in order; nothing is lost."""
    found, size = [""], 0
    for character in text:
        size += utf16_len(character)
        if size > longest:
            found.append("")
            size = utf16_len(character)
        found[-1] += character
    return found


def tidy(text: str) -> str:
    """Drop what breaks databases: lone surrogates (as U+FFFD), NUL and other controls.

    Line breaks and tabs stay. This is for text to be kept; ``quote`` is for text to be shown.
    """
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return "".join(c for c in whole if c in "\n\t" or unicodedata.category(c) != "Cc")


def quote(text: str, longest: int = LONGEST_QUOTE) -> str:
    """Make a person's own words safe to show to another person.

    Direction marks, zero-width and control characters go, no more than two line breaks
    stand in a row, addresses, mentions, commands and tags are made unclickable, and the length is
    capped.
    """
    shown = "".join(c for c in tidy(text) if unicodedata.category(c) != "Cf")
    shown = _BREAKS.sub("\n\n", shown.strip())
    shown = _SCHEME.sub(r"\1[:]//", shown)
    shown = _DOT_IN_NAME.sub("[.]", shown)
    shown = _MENTION.sub("@ ", shown)
    shown = _MARK.sub(r"\1 ", shown)
    return shown if len(shown) <= longest else shown[: longest - 1].rstrip() + "…"


def one_line(text: str, longest: int = LONGEST_QUOTE) -> str:
    """Make a person's words safe to stand inside a line of ours: they cannot end it."""
    return " ".join(quote(text, longest).split())


def given_name(name: str) -> str:
    """Make a chosen name safe to keep and to show: one line, as long as names are; none stays."""
    return one_line(name, LONGEST_NAME) or (NAMELESS if name else "")


def in_block(text: str, words: str) -> Message:
    """Make the message in which ``words``, where they stand last, are visibly somebody else's."""
    if not words:
        return Message(text)
    at = utf16_len(text[: text.rindex(words)])
    return Message(text, entities=(Span("blockquote", at, utf16_len(words)),))
