"""Findings: a person's readings as days, and what begins on the last of them as warning signs.

Three check-ins missed in a row have a warning sign of their own (``missed``), with a number that is
the client's choice; here silence is a sharp drop in answering.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from statistics import fmean
from zoneinfo import ZoneInfo

from dialogs.care.series.rules import Part, SeriesRules
from dialogs.care.series.watch import Day, Signal, replay
from dialogs.care.sign_rules import Tier
from dialogs.care.warning_signs import Reading, WarningSign, Why

CHECK_IN = "check_in"
"""The name under which a check-in itself is recorded as kept or missed."""

FEWER_ANSWERS = "fewer_answers"
"""The sign of a sharp drop in answering."""

SIGNS = ("standing", "change", FEWER_ANSWERS)

WORDED = frozenset({"use", "craving", "confidence", "mood", "sleep"})
"""The items with why-lines of their own; others are named as they are recorded."""

DAY = timedelta(days=1)

_AS_NUMBER = {"yes": 1.0, "no": 0.0}


def families(rules: SeriesRules) -> frozenset[str]:
    """Return under which names anything is recorded at which the rules look."""
    return rules.items | {CHECK_IN}


def days_of(readings: Iterable[Reading], zone: str) -> tuple[Day, ...]:
    """Lay readings out as days, in order; of several numbers on one day the average counts.

    Args:
        readings: Answers and check-ins kept or missed, in any order.
        zone: The person's time zone.

    """
    local = ZoneInfo(zone)
    found: dict[date, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for reading in readings:
        values = found[reading.day_of(local)][reading.name]
        number = _number(reading)
        if number is not None:
            values.append(number)
    return tuple(
        Day(on, {name: fmean(values) if values else None for name, values in found[on].items()})
        for on in sorted(found)
    )


def _number(reading: Reading) -> float | None:
    if reading.kind != "answered":
        return None
    if reading.name == CHECK_IN:
        return 1.0
    if isinstance(reading.value, int | float):
        return float(reading.value)
    return _AS_NUMBER.get(reading.value) if isinstance(reading.value, str) else None


def with_thresholds(rules: SeriesRules, thresholds: Mapping[str, float]) -> SeriesRules:
    """Return the rules with a client's own points of standing and limit of change."""
    standing, change = rules.standing, rules.change
    if "standing" in thresholds:
        points = round(thresholds["standing"])
        standing = standing.model_copy(update={"at_least": points})
    if "change" in thresholds:
        change = change.model_copy(update={"limit": thresholds["change"]})
    return rules.model_copy(update={"standing": standing, "change": change})


def found_lately(
    rules: SeriesRules, readings: Sequence[Reading], zone: str, today: date
) -> tuple[WarningSign, ...]:
    """Return what begins on the newest day, today or yesterday, as warning signs.

    A check-in that closes at midnight without an answer belongs to the day that has just ended.

    Args:
        rules: The clinic's, with the client's own thresholds.
        readings: Those of the last weeks, in any order. What lies further back counts no more.
        zone: The client's time zone.
        today: Their date.

    """
    days = days_of(readings, zone)
    if not days or not today - DAY <= days[-1].on <= today:
        return ()
    newest = days[-1].on
    *_, (_, signals) = replay(rules, days)
    local = ZoneInfo(zone)
    times = tuple(sorted({one.at for one in readings if one.day_of(local) == newest}))
    signs = (sign_of(rules, signal) for signal in signals)
    return tuple(
        WarningSign(sign, tier, why, times, safety=False) for sign, tier, why in signs if why
    )


def sign_of(rules: SeriesRules, signal: Signal) -> tuple[str, Tier, tuple[Why, ...]]:
    """Return a signal's sign, how urgent it is, and its why-lines; none: nothing to say."""
    match signal.kind:
        case "standing":
            lines = tuple(_standing(rules, *part) for part in signal.why)
            return "standing", rules.standing.tier, lines
        case "change":
            lines = tuple(_change(*part) for part in signal.why)
            return "change", rules.change.tier, lines
        case "silence":
            lines = tuple(_fewer(figures) for name, figures in signal.why if "before" in figures)
            return FEWER_ANSWERS, rules.silence.tier, lines


def _standing(rules: SeriesRules, item: str, figures: Mapping[str, float]) -> Why:
    part = next(one for one in rules.standing.parts if _is_part(one, item, figures))
    bound = f"≥ {part.at_least:g}" if part.at_least is not None else f"≤ {part.at_most:g}"
    args: dict[str, int | str] = {
        "bound": bound,
        "count": int(figures["count"]),
        "days": int(figures["days"]),
    }
    return _named("standing", item, args)


def _is_part(part: Part, item: str, figures: Mapping[str, float]) -> bool:
    here = (part.item, float(part.of_days), float(part.points))
    return here == (item, figures["days"], figures["points"])


def _change(item: str, figures: Mapping[str, float]) -> Why:
    now, usual = f"{figures['now']:.1f}", f"{figures['usual']:.1f}"
    return _named("change", item, {"now": now, "usual": usual})


def _named(kind: str, item: str, args: Mapping[str, int | str]) -> Why:
    if item in WORDED:
        return Why(f"{kind}_{item}", args)
    return Why(f"{kind}_other", {**args, "item": item.replace("_", " ")})


def _fewer(figures: Mapping[str, float]) -> Why:
    of = int(figures["of"])
    usual = round(figures["before"] * of)
    args = {"answered": round(figures["answered"]), "of": of, "usual": usual}
    return Why(FEWER_ANSWERS, args)
