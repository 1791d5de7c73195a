"""Tuning: a client's own number in a rule, and what the rule would have done with it.

Only rules that rest on one number can be tuned, and no safety rule. Bounds keep a number from
switching a rule off.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from dialogs.care import series
from dialogs.care.series import SeriesRules
from dialogs.care.sign_rules import InARow, Rule, Rules, conditions, family
from dialogs.care.warning_signs import Reading, detect

LOOK_BACK = timedelta(days=60)
"""Over how long a changed rule is tried before it is saved (PRODUCT.md 5.6)."""

WARM_UP = timedelta(days=60)
"""How much is read before that, so that a level is known by then."""

ONE_RULE = timedelta(days=14)
"""How far back a rule on single answers looks."""

_TOPS = (5.0, 10.0)
"""Where the scales of answers end."""


@dataclass(frozen=True, slots=True)
class Dial:
    """The number of a rule: the clinic's, the bounds of a client's own, and how far a tap goes.

    The higher the number, the quieter the rule.
    """

    sign: str
    clinic: float
    low: float
    high: float
    step: float = 1.0

    def fits(self, number: float) -> bool:
        """Tell whether a client may have this number."""
        over = round((number - self.low) * 100)
        return self.low <= number <= self.high and over % round(self.step * 100) == 0

    def turned(self, number: float, steps: int) -> float:
        """Return the number so many taps quieter, or more sensitive if they are below 0."""
        return min(self.high, max(self.low, number + steps * self.step))


def dials(rules: Rules, many: SeriesRules) -> tuple[Dial, ...]:
    """Return what a counselor can tune, in the order of the rules, series last."""
    found = tuple(dial for rule in rules.rules if (dial := _of_rule(rule)) is not None)
    points, limit = float(many.standing.at_least), many.change.limit
    standing = Dial("standing", points, max(2.0, points - 3), min(points + 3, many.standing.most))
    low, high = round(limit - 0.75, 2), round(limit + 0.75, 2)
    return (*found, standing, Dial("change", limit, low, high, 0.25))


def _of_rule(rule: Rule) -> Dial | None:
    tests = conditions(rule.when)
    bound = tests[0].at_least
    only = len(tests) == 1 and bound is not None and not isinstance(rule.when, InARow)
    if rule.safety or rule.always or bound is None or not only:
        return None
    top = next((one for one in _TOPS if bound <= one), bound)
    return Dial(rule.sign, bound, min(bound, max(1.0, bound - 4)), min(bound + 2, top))


def would_have(
    rules: Rules,
    many: SeriesRules,
    readings: Sequence[Reading],
    sign: str,
    *,
    zone: str,
    now: datetime,
    thresholds: Mapping[str, float],
) -> tuple[date, ...]:
    """Return the local days of the past 60 on which a sign would have been raised.

    Args:
        rules: The clinic's rules on single answers.
        many: Its rules on many days.
        readings: The client's of `LOOK_BACK` and `WARM_UP`, oldest first.
        sign: Which one.
        zone: The client's time zone.
        now: The end of the 60 days, in UTC.
        thresholds: The client's own numbers to try.

    """
    local = ZoneInfo(zone)
    first = (now - LOOK_BACK).astimezone(local).date()
    if sign in series.SIGNS:
        return _by_series(many, readings, sign, zone, first, thresholds)
    rule = rules.rule(sign)
    if rule is None:
        return ()
    alone = Rules(rules=(rule.model_copy(update={"covers": ()}),))
    names = rules.looked_at(sign)
    about = [one for one in readings if family(one.name) in names]
    days: dict[date, None] = {}
    for at, session_id in dict.fromkeys((one.at, one.session_id) for one in about):
        known = [one for one in about if at - ONE_RULE <= one.at <= at]
        found = detect(alone, known, at, zone=zone, session_id=session_id, thresholds=thresholds)
        day = at.astimezone(local).date()
        if found and day >= first:
            days[day] = None
    return tuple(days)


def _by_series(
    many: SeriesRules,
    readings: Sequence[Reading],
    sign: str,
    zone: str,
    first: date,
    thresholds: Mapping[str, float],
) -> tuple[date, ...]:
    own = series.with_thresholds(many, thresholds)
    return tuple(
        day.on
        for day, signals in series.replay(own, series.days_of(readings, zone))
        if day.on >= first
        and any(name == sign and why for name, _, why in (series.sign_of(own, s) for s in signals))
    )


def read_from(sign: str) -> timedelta:
    """Return how far back is read to try a sign over the past 60 days."""
    return LOOK_BACK + (WARM_UP if sign in series.SIGNS else ONE_RULE)
