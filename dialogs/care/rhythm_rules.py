"""The grammar of rhythm rules: which days a rule falls on, and at what local times.

::

    daily 08:00,14:00,20:00
    weekdays mon,wed,fri 18:30
    every 3 days from 2026-01-02 20:00
    weekly sun 10:00
    monthly 31 09:00                        (the last day where a month is shorter)
    once 2026-05-01 12:00
    random daily 10:00-12:00 seed 7         (one minute of the window, the same for ever)
"""

import calendar
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta

from dialogs.errors import BadRule

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY = timedelta(days=1)
EXAMPLES = (
    "daily 08:00,20:00",
    "weekdays mon,wed,fri 18:30",
    "every 3 days from 2026-01-02 20:00",
    "weekly sun 10:00",
    "monthly 31 09:00",
    "once 2026-05-01 12:00",
    "random daily 10:00-12:00 seed 7",
)


@dataclass(frozen=True, slots=True)
class Weekdays:
    """The same days each week, 0 for Monday; all seven make a daily rule."""

    days: frozenset[int]

    def next_day(self, day: date) -> date | None:
        """Return the first of these days on or after ``day``."""
        return next(d for n in range(7) if (d := day + n * DAY).weekday() in self.days)


@dataclass(frozen=True, slots=True)
class EveryDays:
    """Every so many days, counted from a first one."""

    step: int
    first: date

    def next_day(self, day: date) -> date | None:
        """Return the first of these days on or after ``day``."""
        if day <= self.first:
            return self.first
        return day + (self.first - day) % (self.step * DAY)


@dataclass(frozen=True, slots=True)
class Monthly:
    """A day of the month, 1-31; the last day where a month is shorter."""

    day: int

    def next_day(self, day: date) -> date | None:
        """Return the first of these days on or after ``day``."""
        here = self._in_month(day)
        return here if here >= day else self._in_month(day.replace(day=28) + 4 * DAY)

    def _in_month(self, day: date) -> date:
        return day.replace(day=min(self.day, calendar.monthrange(day.year, day.month)[1]))


@dataclass(frozen=True, slots=True)
class Once:
    """A single day."""

    day: date

    def next_day(self, day: date) -> date | None:
        """Return the single day, unless it has passed by ``day``."""
        return self.day if day <= self.day else None


@dataclass(frozen=True, slots=True)
class Times:
    """The same local times on each of its days, in order."""

    times: tuple[time, ...]

    def times_on(self, day: date) -> tuple[time, ...]:
        """Return the times of a day."""
        return self.times


@dataclass(frozen=True, slots=True)
class Random:
    """One minute of a window, drawn anew for each day, and always the same for one seed."""

    begins: time
    ends: time
    seed: int

    def times_on(self, day: date) -> tuple[time, ...]:
        """Return the one time of a day: ``begins`` included, ``ends`` not."""
        first, width = _minutes(self.begins), _minutes(self.ends) - _minutes(self.begins)
        drawn = hashlib.sha256(f"{self.seed}/{day.isoformat()}".encode()).digest()
        hour, minute = divmod(first + int.from_bytes(drawn[:8]) % width, 60)
        return (time(hour, minute),)


@dataclass(frozen=True, slots=True)
class RhythmRule:
    """A rule that was read: ``text`` as it was written, the days, and the times on a day."""

    text: str
    days: Weekdays | EveryDays | Monthly | Once
    times: Times | Random

    def next_day(self, day: date) -> date | None:
        """Return the first day on or after ``day`` on which the rule falls, or None."""
        return self.days.next_day(day)

    def times_on(self, day: date) -> tuple[time, ...]:
        """Return the local times on a day on which the rule falls; their places are the slots."""
        return self.times.times_on(day)


def parse_rule(text: str) -> RhythmRule:
    """Read a rhythm rule.

    Args:
        text: A rule as in the module's grammar; case and extra blanks do not matter.

    Returns:
        The rule, its times in order.

    Raises:
        BadRule: It is none of the forms, or names a date or time that does not exist.

    """
    words = " ".join(text.lower().split())
    for pattern, read in _FORMS:
        if found := pattern.fullmatch(words):
            days, times = read(**found.groupdict())
            return RhythmRule(words, days, times)
    raise BadRule(f"cannot read the rule {text[:80]!r}; write it like: {' · '.join(EXAMPLES)}")


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadRule(f"there is no date {text}") from None


def _time(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise BadRule(f"there is no time {text}; write it from 00:00 to 23:59") from None


def _times(text: str) -> Times:
    times = [_time(each) for each in text.split(",")]
    if len(set(times)) < len(times):
        raise BadRule("a time is written twice")
    return Times(tuple(sorted(times)))


def _weekdays(text: str) -> Weekdays:
    names = text.split(",")
    unknown = [name for name in names if name not in WEEKDAYS]
    if unknown:
        raise BadRule(f"{unknown[0]!r} is no day of the week; write {', '.join(WEEKDAYS)}")
    return Weekdays(frozenset(WEEKDAYS.index(name) for name in names))


def _every(step: str, first: str, times: str) -> tuple[EveryDays, Times]:
    if int(step) < 1:
        raise BadRule("a rule repeats every 1 day or more")
    return EveryDays(int(step), _date(first)), _times(times)


def _monthly(day: str, times: str) -> tuple[Monthly, Times]:
    if not 1 <= int(day) <= 31:  # noqa: PLR2004  days of a month
        raise BadRule("a day of the month is from 1 to 31")
    return Monthly(int(day)), _times(times)


def _random(begins: str, ends: str, seed: str) -> tuple[Weekdays, Random]:
    window = Random(_time(begins), _time(ends), int(seed))
    if window.begins >= window.ends:
        raise BadRule("the window must end after it begins, on the same day")
    return _EVERY_DAY, window


_EVERY_DAY = Weekdays(frozenset(range(7)))
_TIMES = r"(?P<times>\d\d:\d\d(?:,\d\d:\d\d)*)"
_DATE = r"\d{4}-\d\d-\d\d"
_Days = Weekdays | EveryDays | Monthly | Once

_FORMS: tuple[tuple[re.Pattern[str], Callable[..., tuple[_Days, Times | Random]]], ...] = (
    (re.compile(rf"daily {_TIMES}"), lambda times: (_EVERY_DAY, _times(times))),
    (
        re.compile(rf"(?:weekdays|weekly) (?P<days>[a-z,]+) {_TIMES}"),
        lambda days, times: (_weekdays(days), _times(times)),
    ),
    (re.compile(rf"every (?P<step>\d{{1,3}}) days? from (?P<first>{_DATE}) {_TIMES}"), _every),
    (re.compile(rf"monthly (?P<day>\d{{1,2}}) {_TIMES}"), _monthly),
    (
        re.compile(rf"once (?P<day>{_DATE}) {_TIMES}"),
        lambda day, times: (Once(_date(day)), _times(times)),
    ),
    (
        re.compile(
            r"random daily (?P<begins>\d\d:\d\d)-(?P<ends>\d\d:\d\d) seed (?P<seed>\d{1,18})"
        ),
        _random,
    ),
)
