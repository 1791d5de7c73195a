"""Moments: when somebody means who writes ``until friday 8:00``, ``tomorrow`` or ``3 days``.

Where no hour is said a day begins at the hour that is handed in. What could be read two ways is not
read: 4/5 may be April or May.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dialogs.care.ladders import DAYS
from dialogs.engine.spelling import iso_date, plain, time_of_day, within_one
from dialogs.texts import Texts

_COUNTED = re.compile(r"(\d{1,3}|\D+) (\S+)")
_DAY_MONTH = re.compile(r"(\d{1,2})([./])(\d{1,2})\.?")
_HOUR = re.compile(r"\d{1,2}")
_LENGTHS = {
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(days=7),
}
_DAYS_OFF = {"today": 0, "tomorrow": 1, "overmorrow": 2}
_MONTHS = 12
_SHORTEST_SLIP = 5

Listed = Callable[[str], tuple[str, ...]]


def moment_in(
    text: str, texts: Texts, language: str, zone: str, now: datetime, *, morning: time
) -> datetime | None:
    """Read when somebody means.

    Args:
        text: What they wrote.
        texts: Holds the words for days and lengths, under ``words-…``.
        language: Theirs.
        zone: Where they are: days and hours are those of their own clock.
        now: The moment of writing, in UTC.
        morning: When a day begins for which no hour was said, in wall time.

    Returns:
        The moment in UTC, always after now; None where nothing of the kind was said.

    """

    def listed(key: str) -> tuple[str, ...]:
        return _plain_list(texts, language, f"words-{key}")

    said = _without(plain(text.replace(",", " ")), (*listed("until"), *listed("for")))
    length = _length(said, listed)
    if length is not None:
        return now + length
    local = now.astimezone(ZoneInfo(zone))
    day, hour = _split(said, listed, local.date())
    if day is None and hour is None:
        return None
    found = _moment(day, hour, local, morning)
    return None if found is None else found.astimezone(now.tzinfo)


def _moment(day: date | None, hour: time | None, local: datetime, morning: time) -> datetime | None:
    at = hour or morning
    first = day or local.date()
    found = datetime.combine(first, at, local.tzinfo)
    if found > local:
        return found
    if day is None:
        return datetime.combine(first + timedelta(days=1), at, local.tzinfo)
    return None


def _without(said: str, words: tuple[str, ...]) -> str:
    """Leave out the words with which such a sentence begins."""
    first, _, rest = said.partition(" ")
    return _without(rest, words) if rest and first in words else said


def _length(said: str, listed: Listed) -> timedelta | None:
    found = _COUNTED.fullmatch(said)
    if found is None:
        return None
    numbers = listed("numbers")
    count = int(found[1]) if found[1].isdigit() else _index(found[1], (*numbers,))
    unit = next((one for one in _LENGTHS if found[2] in listed(f"{one}s")), None)
    if found[1] in listed("one"):
        count = 1
    return _LENGTHS[unit] * count if unit and count else None


def _index(word: str, words: tuple[str, ...]) -> int:
    return words.index(word) if word in words else 0


def _split(said: str, listed: Listed, today: date) -> tuple[date | None, time | None]:
    """Read a day and an hour out of what was said, in whichever order; None for what is not there.

    Whatever is neither makes both None: half a sentence is not acted on.
    """
    words = [one for one in said.split() if one not in listed("at")]
    day: date | None = None
    hour: time | None = None
    for size in (3, 2, 1):
        for start in range(len(words) - size + 1):
            part = " ".join(words[start : start + size])
            found = _day(part, listed, today) if day is None else None
            if found is not None:
                day, words = found, words[:start] + words[start + size :]
                break
    if words:
        hour = _hour(" ".join(words), listed, has_day=day is not None)
        if hour is None:
            return None, None
    return day, hour


def _day(part: str, listed: Listed, today: date) -> date | None:
    for key, days in _DAYS_OFF.items():
        if part in listed(key):
            return today + timedelta(days=days)
    for number, name in enumerate(DAYS):
        if any(_is(part, word) for word in listed(f"day_{name}")):
            ahead = (number - today.weekday()) % len(DAYS) or len(DAYS)
            return today + timedelta(days=ahead)
    full = iso_date(part)
    if full is not None:
        return date.fromisoformat(full)
    return _day_of_year(part, today)


def _is(part: str, word: str) -> bool:
    return part == word or (len(word) >= _SHORTEST_SLIP and within_one(part, word))


def _day_of_year(part: str, today: date) -> date | None:
    found = _DAY_MONTH.fullmatch(part)
    if found is None:
        return None
    day, month = int(found[1]), int(found[3])
    if found[2] == "/" and month > _MONTHS:
        day, month = month, day
    elif found[2] == "/" and day <= _MONTHS and day != month:
        return None
    for year in (today.year, today.year + 1):
        try:
            meant = date(year, month, day)
        except ValueError:
            continue
        if meant > today:
            return meant
    return None


def _hour(said: str, listed: Listed, *, has_day: bool) -> time | None:
    for key, at in (("noon", time(12)), ("midnight", time(0))):
        if said in listed(key):
            return at
    if has_day and _HOUR.fullmatch(said) and int(said) <= time.max.hour:
        return time(int(said))
    read = time_of_day(said)
    return None if read is None else time.fromisoformat(read)


def span_in(
    text: str, texts: Texts, language: str, zone: str, now: datetime, *, morning: time
) -> tuple[datetime | None, datetime | None]:
    """Read from when to when somebody means: ``fri 17:00 to mon 8:00``.

    Args:
        text: What they wrote.
        texts: Holds the words for days, lengths and "until".
        language: Theirs.
        zone: Where they are.
        now: The moment of writing, in UTC.
        morning: When a day begins for which no hour was said, in wall time.

    Returns:
        The beginning and the end in UTC; the beginning is None where only an end was said, both
        are None where it cannot be read.

    """
    until = {plain(one) for one in texts.listed(language, "words-until")}
    said = _without(plain(text.replace(",", " ")), _plain_list(texts, language, "words-from"))
    words = said.split()
    for at in (number for number, word in enumerate(words) if word in until):
        first, last = " ".join(words[:at]), " ".join(words[at + 1 :])
        begins = moment_in(first, texts, language, zone, now, morning=morning) if first else None
        if not last or (first and begins is None):
            continue
        ends = moment_in(last, texts, language, zone, begins or now, morning=morning)
        if ends is not None:
            return begins, ends
    return None, None


def _plain_list(texts: Texts, language: str, key: str) -> tuple[str, ...]:
    return tuple(plain(one) for one in texts.listed(language, key))
