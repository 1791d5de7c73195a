"""Warning signs: what the newest answers mean, by rules that a clinician can read.

No score and no probability: every sign names the rule that holds and the answers behind it.
A sign comes back only when the newest answer is part of its evidence, so yesterday's use is
not reported again with each answer of today.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from typing import Literal
from zoneinfo import ZoneInfo

from dialogs.care.sign_rules import (
    URGENCY,
    AllOf,
    AnyOf,
    Condition,
    Different,
    InARow,
    OnDays,
    Rule,
    Rules,
    Tier,
    Times,
    family,
)

__all__ = ["URGENCY", "Reading", "Rules", "Tier", "WarningSign", "Why", "detect"]

Value = int | float | str | tuple[str, ...] | None
Kind = Literal["answered", "skipped", "declined", "expired"]

TOLD_BY_SUPPORTER = "told_by_supporter"
"""The sign that rests on what a sponsor or family member wrote; that it does, only staff learn."""

USUAL_NEEDS = 3
"""How many earlier numbers it takes before we speak of somebody's usual."""

_ONE_LOWER = {Tier.NOW: Tier.TODAY, Tier.TODAY: Tier.DIGEST, Tier.DIGEST: Tier.DIGEST}


@dataclass(frozen=True, slots=True)
class Reading:
    """One answer by the name under which it is recorded, or the lack of one.

    ``value`` is None unless ``kind`` is answered. ``at`` is in UTC, ``session_id`` None where no
    dialog ran (a missed check-in is the reading ``check_in`` = ``missed``, kind expired).
    ``late`` marks an answer given after its check-in had closed, ``about`` is the local day it is
    about where that is not the one on which it was given (see `day_of`).
    """

    name: str
    value: Value
    at: datetime
    session_id: str | None
    kind: Kind = "answered"
    late: bool = False
    about: date | None = None

    def day_of(self, zone: ZoneInfo) -> date:
        """Return the local day for which it counts."""
        return self.about or self.at.astimezone(zone).date()


@dataclass(frozen=True, slots=True)
class Why:
    """One why-line: a text key with its arguments, worded in ``alerts.ftl``."""

    key: str
    args: Mapping[str, int | float | str]


@dataclass(frozen=True, slots=True)
class WarningSign:
    """A rule that holds, with the answers behind it.

    ``readings_at`` are the times of that evidence, oldest first, in UTC. ``safety`` marks a
    sign that rests on a safety answer: it is never downgraded, snoozed or withdrawn.
    ``staff_only`` keeps it from sponsors and family.
    """

    sign: str
    tier: Tier
    why: tuple[Why, ...]
    readings_at: tuple[datetime, ...]
    safety: bool
    staff_only: bool = False


def detect(
    rules: Rules,
    readings: Sequence[Reading],
    now: datetime,
    *,
    zone: str,
    session_id: str | None = None,
    thresholds: Mapping[str, float] | None = None,
) -> tuple[WarningSign, ...]:
    """Find the warning signs that hold now because of the newest answer.

    Args:
        rules: The clinic's rules.
        readings: The client's readings of the last 14 days, oldest first, of every kind; those
            that `Rules.about` names for the newest ones are enough.
        now: The moment of judging, in UTC.
        zone: The client's time zone; days are calendar days in it.
        session_id: The dialog that was just answered. None: no dialog ran (a missed
            check-in); the newest readings of all count.
        thresholds: The client's own thresholds by sign; they stand in for ``at_least`` in
            that sign's rule, or for how many in a row. Safety rules keep the clinic's.

    Returns:
        The signs, in the order of the rules, without those that another one covers. A late
        answer lowers the tier by one, a safety answer never.

    """
    view = _view(readings, now, zone, session_id)
    if not view.newest:
        return ()
    found = {
        rule.sign: (rule, evidence)
        for rule in rules.rules
        if (evidence := _evidence(rule, view, _own(rule, thresholds)))
        and any(reading in view.newest for reading in evidence)
    }
    covered = {sign for rule, _ in found.values() for sign in rule.covers}
    return tuple(
        _sign(rule, evidence, view)
        for sign, (rule, evidence) in found.items()
        if sign not in covered
    )


@dataclass(frozen=True, slots=True)
class _View:
    """What a rule looks at; ``session`` holds ``newest``, both are part of ``readings``."""

    readings: tuple[Reading, ...]
    session: tuple[Reading, ...]
    newest: tuple[Reading, ...]
    today: date
    zone: ZoneInfo

    def day(self, reading: Reading) -> date:
        return reading.day_of(self.zone)

    def since(self, days: int) -> tuple[Reading, ...]:
        """Return the readings of the last so many local days, today included."""
        first = self.today - timedelta(days=days - 1)
        return tuple(reading for reading in self.readings if self.day(reading) >= first)


def _view(readings: Sequence[Reading], now: datetime, zone: str, session_id: str | None) -> _View:
    here = [r for r in readings if session_id is None or r.session_id == session_id]
    newest = tuple(reading for reading in here if reading.at == here[-1].at)
    session = newest if session_id is None else tuple(here)
    local = ZoneInfo(zone)
    return _View(tuple(readings), session, newest, now.astimezone(local).date(), local)


def _own(rule: Rule, thresholds: Mapping[str, float] | None) -> float | None:
    return None if rule.safety or thresholds is None else thresholds.get(rule.sign)


def _evidence(rule: Rule, view: _View, own: float | None) -> tuple[Reading, ...]:
    """Return the readings for which the rule holds, oldest first; none if it does not."""
    when = rule.when
    match when:
        case AllOf():
            return _all_of(when, view, own)
        case AnyOf():
            return tuple(r for r in view.newest if any(meets(c, r, own) for c in when.any_of))
        case OnDays():
            met = _met(when.test, view.since(when.of_days), own)
            return met if len({view.day(reading) for reading in met}) >= when.on_days else ()
        case InARow():
            count = when.in_a_row if own is None else int(own)
            last = [r for r in view.readings if _is_named(when.test, r)][-count:]
            met = _met(when.test, last, None)
            return met if len(met) == count else ()
        case Different():
            met = _met(when.test, view.since(when.in_days), own)
            return met if len({reading.name for reading in met}) >= when.different else ()
        case Times():
            met = _met(when.test, view.since(when.in_days), own)
            return met if len(met) >= when.times else ()


def _all_of(when: AllOf, view: _View, own: float | None) -> tuple[Reading, ...]:
    latest = {reading.name: reading for reading in view.session}.values()
    met = [_met(condition, latest, own) for condition in when.all_of]
    together = {reading: None for readings in met for reading in readings}
    return tuple(sorted(together, key=lambda reading: reading.at)) if all(met) else ()


def _met(
    condition: Condition, readings: Iterable[Reading], own: float | None
) -> tuple[Reading, ...]:
    return tuple(reading for reading in readings if meets(condition, reading, own))


def _is_named(condition: Condition, reading: Reading) -> bool:
    return reading.name in condition.readings or family(reading.name) in condition.readings


def meets(condition: Condition, reading: Reading, own: float | None = None) -> bool:
    """Tell whether a reading is what a condition says; ``own`` is the client's own threshold."""
    if not _is_named(condition, reading):
        return False
    if condition.no_answer:
        return reading.kind != "answered"
    value = reading.value
    if isinstance(value, int | float):
        return _is_in_range(condition, value, own)
    chosen = value if isinstance(value, tuple) else (value,)
    return any(choice in condition.one_of for choice in chosen)


def _is_in_range(condition: Condition, value: float, own: float | None) -> bool:
    if condition.at_least is not None:
        return value >= (condition.at_least if own is None else own)
    return condition.at_most is not None and value <= condition.at_most


def _sign(rule: Rule, evidence: tuple[Reading, ...], view: _View) -> WarningSign:
    late = any(reading.late for reading in evidence if reading in view.newest)
    return WarningSign(
        sign=rule.sign,
        tier=_ONE_LOWER[rule.tier] if late and not rule.safety else rule.tier,
        why=_why(rule, evidence, view),
        readings_at=tuple(reading.at for reading in evidence),
        safety=rule.safety,
        staff_only=rule.staff_only,
    )


def _why(rule: Rule, evidence: tuple[Reading, ...], view: _View) -> tuple[Why, ...]:
    """Say why: a line for each answer, or for a pattern one line that counts."""
    count = len(evidence)
    match rule.when:
        case OnDays(of_days=days):
            on = len({view.day(reading) for reading in evidence})
            return Why(rule.sign, {"count": on, "days": days}), _line(evidence[-1], view)
        case InARow():
            return (Why(rule.sign, {"count": count}),)
        case Times(in_days=days):
            return (Why(rule.sign, {"count": count, "days": days}),)
        case Different(in_days=days, test=test):
            known = {reading.name for reading in view.readings if _is_named(test, reading)}
            count = len({reading.name for reading in evidence})
            return (Why(rule.sign, {"count": count, "of": len(known), "days": days}),)
        case _:
            return tuple(_line(reading, view) for reading in evidence)


def said(reading: Reading) -> Why:
    """Say what was answered, and nothing else."""
    base, _, item = reading.name.partition(":")
    value = reading.value
    about = {"item": item} if item else {}
    if not isinstance(value, int | float):
        return Why(base, {"answer": _answer(value), **about})
    return Why(base, {"value": value, **about})


def _line(reading: Reading, view: _View) -> Why:
    """Say what was answered; a number is set beside the person's usual where there is one."""
    line = said(reading)
    if not isinstance(reading.value, int | float):
        return line
    earlier = [
        r.value
        for r in view.readings
        if r.name == reading.name and r not in view.session and isinstance(r.value, int | float)
    ]
    if len(earlier) < USUAL_NEEDS:
        return line
    return Why(f"{line.key}_usual", {**line.args, "usual": round(median(earlier))})


def _answer(value: str | tuple[str, ...] | None) -> str:
    if value is None:
        return "none_given"
    return value if isinstance(value, str) else ",".join(value)
