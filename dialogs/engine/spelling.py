"""Spelling: what people write on a phone, brought into one plain form."""

import datetime
import re
import unicodedata
from collections.abc import Sequence

_NUMBER = re.compile(r"([+-]?\d{1,9}(?:[.,]\d{1,4})?)(.*)", re.DOTALL)
_CLOCK = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2})|\s*h)?\s*(am|pm)?")
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_KEYCAPS = str.maketrans(
    {"\ufe0f": None, "\ufe0e": None, "\u20e3": None, "🔟": "10", "\u2212": "-"}
)
_APOSTROPHES = str.maketrans("", "", "'\u2019\u2018\u02bc`\u00b4")
_REPEATED = re.compile(r"([^\W\d_])\1+")
_NOON = 12


def plain(text: str) -> str:
    """Bring text into the form in which words are compared.

    Full-width and emoji digits become digits, letters small and without accents; apostrophes,
    marks around the words and double spaces go. ``_`` counts as a space.
    """
    bare = unicodedata.normalize("NFKD", text.translate(_KEYCAPS)).casefold()
    small = "".join(letter for letter in bare if not unicodedata.combining(letter))
    words = small.translate(_APOSTROPHES).replace("_", " ").split()
    return _strip_marks(" ".join(words))


def squeezed(word: str) -> str:
    """Write letters once that stand several times in a row: ``yess`` becomes ``yes``."""
    return _REPEATED.sub(r"\1", word)


def within_one(word: str, other: str) -> bool:
    """Tell whether one letter added, left out, changed or swapped with its neighbour is all."""
    if abs(len(word) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), None)
    if start is None:
        return True
    a, b = word[start:], other[start:]
    swapped = a[:2] == b[1::-1] and a[2:] == b[2:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or swapped


def number_in(said: str) -> tuple[float, str] | None:
    """Split plain text into the number it starts with and the rest; None if there is none."""
    found = _NUMBER.fullmatch(said)
    if found is None:
        return None
    return float(found[1].replace(",", ".")), found[2].strip()


def denominator(rest: str, out_of: Sequence[str]) -> float | None:
    """Return the 10 of ``/10`` or ``out of 10``, or None if ``rest`` says nothing of the kind."""
    for word in ("/", *out_of):
        if rest.startswith(word):
            found = number_in(rest.removeprefix(word).strip())
            return found[0] if found and not found[1] else None
    return None


def time_of_day(said: str) -> str | None:
    """Read a time of day as ``HH:MM``. A bare hour up to 12 could be either half of the day."""
    found = _CLOCK.fullmatch(_four_digits(said.replace("a.m", "am").replace("p.m", "pm")))
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half is not None and not 1 <= hour <= _NOON:
        return None
    if half is None and found[2] is None and hour <= _NOON and not said.endswith("h"):
        return None
    if half is not None:
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    return _clock(hour, minute)


def iso_date(said: str) -> str | None:
    """Read ``2026-05-01``, ``1.5.2026`` or ``1/5/2026`` (day first) as ``YYYY-MM-DD``."""
    found = _ISO_DATE.fullmatch(said)
    parts = found.groups() if found else None
    if parts is None:
        turned = _DAY_FIRST.fullmatch(said)
        parts = turned.groups()[::-1] if turned else None
    if parts is None:
        return None
    try:
        return datetime.date(*(int(part) for part in parts)).isoformat()
    except ValueError:
        return None


def _four_digits(said: str) -> str:
    return f"{said[:2]}:{said[2:]}" if len(said) == len("2030") and said.isdecimal() else said


def _clock(hour: int, minute: int) -> str | None:
    try:
        return datetime.time(hour, minute).strftime("%H:%M")
    except ValueError:
        return None


def _strip_marks(text: str) -> str:
    """Take marks off both ends, but leave a sign before a number, and marks that stand alone."""
    end = len(text)
    while end and not text[end - 1].isalnum():
        end -= 1
    start = 0
    while start < end and not text[start].isalnum():
        start += 1
    if start and text[start].isdigit() and text[start - 1] in "+-":
        start -= 1
    return text[start:end] or text
