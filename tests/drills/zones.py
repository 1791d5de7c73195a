"""The zones drill: every place there is, every day of a year, every kind of rule.

What should happen is worked out here a second way: from the moments at which a zone's clock was
changed, found by looking at it hour by hour, without the library's idea of a gap or of a repeat.
"""

import random
import zoneinfo
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

from dialogs.care.rhythm import Occurrence, RhythmRule, occurrences, parse_rule
from dialogs.care.rhythm_rules import Random
from tests.drills.drill import Outcome, Terms

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
DAYS = 365
YEARS = (2026, 2011, 1999)
"""Years with whole dates left out (Samoa, 2011), with clocks changed at midnight, and the next."""
CUTS = 4
"""From how many moments of the year each rule is read anew, as after a restart."""

Moment = tuple[datetime, date, int]
"""When it is due in UTC, and the date and slot it belongs to."""
Falls = Callable[[date], bool]


@dataclass(frozen=True, slots=True)
class Clock:
    """How a place's clock goes: from each moment on, so far from UTC. In order; never empty."""

    changes: tuple[tuple[datetime, timedelta], ...]

    def resolve(self, wall: datetime) -> datetime:
        """Return the first moment at which it shows this, or, if never, as the old clock would."""
        for at, (begins, offset) in enumerate(self.changes):
            ends = self.changes[at + 1][0] if at + 1 < len(self.changes) else wall + DAY
            if begins <= wall - offset < ends:
                return wall - offset
        return wall - next(
            before
            for (_, before), (begins, after) in pairwise(self.changes)
            if wall - after < begins
        )

    def has(self, day: date) -> bool:
        """Tell whether it ever shows this date."""
        midnight = datetime.combine(day, time())
        return (self.resolve(midnight) + self.offset(self.resolve(midnight))).date() == day

    def offset(self, moment: datetime) -> timedelta:
        """Return how far it is from UTC at a moment."""
        at = bisect_right(self.changes, moment, key=lambda change: change[0])
        return self.changes[max(at - 1, 0)][1]

    def odd_times(self, year: int) -> set[time]:
        """Return wall times of the year that do not happen, or happen twice."""
        found = set[time]()
        for (_, before), (at, after) in pairwise(self.changes):
            if at.year == year:
                low, high = sorted((at + before, at + after))
                found |= {low.time(), (low + (high - low) / 2).time(), (high - MINUTE).time()}
        return {time(one.hour, one.minute) for one in found}


async def zones(terms: Terms) -> Outcome:
    """Let every rule run for a year in every zone, and compare with a second reckoning."""
    dice = random.Random(terms.seed)  # noqa: S311 - a drill is not a secret
    names = sorted(zoneinfo.available_timezones())
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    known: dict[tuple[Clock, str], list[Moment]] = {}
    years = YEARS[: terms.either(1, len(YEARS))]
    for year in years:
        rules = [*_rules(dice, year)]
        for number, zone in enumerate(names):
            terms.tell(f"{year}, {zone}, {number} of {len(names)} zones")
            clock = _clock(zone, year)
            for text, falls in (*rules, *_odd(clock, year)):
                rule = parse_rule(text)
                expected = known.get((clock, text))
                if expected is None:
                    expected = known[clock, text] = _expected(rule, falls, clock, year)
                wrong += _compared(rule, zone, expected, dice, counts)
        known.clear()
    figure = (
        f"{counts['checked']:,} occurrences checked,"
        f" {counts['doubled']} doubled, {counts['skipped']} skipped"
    )
    return Outcome(f"{len(names)} zones x {len(years)} x {DAYS} days", figure, wrong)


def _rules(dice: random.Random, year: int) -> Iterator[tuple[str, Falls]]:
    """Write a rule of every cadence, at hours that chance chooses; say on which dates it falls."""
    first = date(year, 1, 1) - dice.randrange(30) * DAY
    step, weekday, of_month = dice.randrange(2, 9), dice.randrange(7), dice.randrange(28, 32)
    once = date(year, 1, 1) + dice.randrange(DAYS) * DAY
    hours = [_written(time(dice.randrange(24), dice.randrange(60))) for _ in range(4)]
    night = f"0{dice.randrange(4)}:{dice.randrange(60):02}"
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    yield "daily 00:00,02:00,02:30,03:00,23:59", lambda _: True
    yield f"daily {','.join(sorted({*hours, night}))}", lambda _: True
    yield f"weekdays mon,wed,fri {night}", lambda day: day.weekday() in {0, 2, 4}
    yield (
        f"every {step} days from {first} {hours[0]}",
        lambda day: (day - first).days % step == 0,
    )
    yield f"weekly {names[weekday]} 00:30,{night}", lambda day: day.weekday() == weekday
    yield (
        f"monthly {of_month} 01:30",
        lambda day: day.day == of_month or (day.day < of_month and (day + DAY).month != day.month),
    )
    yield f"once {once} {hours[1]}", lambda day: day == once
    yield f"random daily 00:00-04:00 seed {dice.randrange(10**6)}", lambda _: True


def _odd(clock: Clock, year: int) -> Iterator[tuple[str, Falls]]:
    """Write a rule at the very times that a zone leaves out or repeats, if it has any."""
    odd = clock.odd_times(year)
    if odd:
        yield f"daily {','.join(sorted(_written(one) for one in odd))}", lambda _: True


def _written(at: time) -> str:
    return at.isoformat("minutes")


def _clock(zone: str, year: int) -> Clock:
    """Look at a zone's clock, hour by hour, from some days before a year to some days after."""
    here = ZoneInfo(zone)

    def offset(moment: datetime) -> timedelta:
        found = moment.replace(tzinfo=UTC).astimezone(here).utcoffset()
        assert found is not None
        return found

    begin = datetime(year, 1, 1) - 5 * DAY  # noqa: DTZ001 - UTC, as everywhere in this module
    changes = [(begin - DAY, offset(begin))]
    for number in range((DAYS + 10) * 24):
        before, after = begin + number * HOUR, begin + (number + 1) * HOUR
        if offset(after) != changes[-1][1]:
            at = next(t for n in range(1, 61) if offset(t := before + n * MINUTE) == offset(after))
            changes.append((at, offset(at)))
    return Clock(tuple(changes))


def _expected(rule: RhythmRule, falls: Falls, clock: Clock, year: int) -> list[Moment]:
    """Work out what must happen: each time of each date once, unless a gap moves two together."""
    found: dict[datetime, Moment] = {}
    first = date(year, 1, 1)
    for day in (first + number * DAY for number in range(DAYS)):
        if not falls(day) or not clock.has(day):
            continue
        for slot, at in enumerate(rule.times_on(day)):
            moment = clock.resolve(datetime.combine(day, at))
            found.setdefault(moment, (moment, day, slot))
            if isinstance(rule.times, Random):
                assert rule.times.begins <= at < rule.times.ends, "drawn outside its window"
    return sorted(found.values())


def _compared(
    rule: RhythmRule,
    zone: str,
    expected: Sequence[Moment],
    dice: random.Random,
    counts: Counter[str],
) -> list[str]:
    """Compare what the program finds with what must be, over the year and from moments within."""
    if not expected:
        return []
    begin = expected[0][0] - MINUTE
    found = [_moment(one) for one in islice(occurrences(rule, zone, _utc(begin)), len(expected))]
    again = []
    for at in (dice.randrange(len(expected)) for _ in range(CUTS)):
        after = expected[at][0] - MINUTE if at == 0 else expected[at - 1][0]
        one = next(occurrences(rule, zone, _utc(after)), None)
        again.append((expected[at], None if one is None else _moment(one)))
    counts["checked"] += len(found) + len(again)
    seen = Counter((day, slot) for _, day, slot in found)
    doubled = sum(seen.values()) - len(seen)
    skipped = len(set(expected) - set(found))
    counts["doubled"] += doubled
    counts["skipped"] += skipped
    wrong = (
        [f"{zone}, {rule.text}: {doubled} doubled, {skipped} skipped"] if found != expected else []
    )
    return wrong + [
        f"{zone}, {rule.text}: read anew, {one} instead of {due}"
        for due, one in again
        if due != one
    ]


def _moment(found: Occurrence) -> Moment:
    return found.utc.replace(tzinfo=None), found.local_date, found.slot


def _utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC)
