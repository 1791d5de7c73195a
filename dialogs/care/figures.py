"""Figures: how the warning signs of a week have served, rule by rule. Counts, and never a name."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from dialogs.care.alert_life import Alert, AlertState, Outcome
from dialogs.care.warning_signs import Tier

WEEK = timedelta(days=7)
TAKEN_WITHIN = timedelta(days=1)
"""How soon what can wait is taken in time: a day after its message could leave."""

AIM_NOW = 10
"""Percent of check-ins that may page somebody now, at most (PRODUCT.md 5.5)."""

AIM_USEFUL = 60
"""Percent of those pages that are to be marked useful, at least (PRODUCT.md 5.5)."""

USEFUL = frozenset({Outcome.REACHED_SAFE, Outcome.REACHED_NEEDS_MORE, Outcome.COULD_NOT_REACH})
"""The outcomes of an alert that was worth waking for."""


@dataclass(frozen=True, slots=True)
class RuleFigures:
    """What became of the alerts of one warning sign.

    ``in_time`` of the ``raised`` were taken before anybody else had to be asked; ``outcomes``
    counts those that were closed, and ``not_needed`` is how many of these nobody needed.
    """

    sign: str
    raised: int
    in_time: int
    open: int
    outcomes: Mapping[Outcome, int]

    @property
    def not_needed(self) -> int:
        """How many were closed as not needed: false alarms."""
        return self.outcomes.get(Outcome.NOT_NEEDED, 0)


@dataclass(frozen=True, slots=True)
class Shares:
    """How many check-ins paged somebody now, and how many of these pages were useful.

    In percent; None where there is nothing to count.
    """

    now: int | None
    useful: int | None


def by_rule(
    alerts: Iterable[Alert], leaves_at: Callable[[Alert], datetime]
) -> tuple[RuleFigures, ...]:
    """Count what became of alerts, the rule that spoke most often first.

    Args:
        alerts: The alerts of the time that is looked at, of whichever clients.
        leaves_at: When the message of an alert that can wait could leave, in UTC.

    """
    of_sign: dict[str, list[Alert]] = {}
    for alert in alerts:
        of_sign.setdefault(alert.sign, []).append(alert)
    found = [_figures(sign, theirs, leaves_at) for sign, theirs in of_sign.items()]
    return tuple(sorted(found, key=lambda one: (-one.raised, one.sign)))


def shares(alerts: Iterable[Alert], check_ins: int) -> Shares:
    """Return the two shares by which a clinic sees whether its alerts are worth waking for.

    Args:
        alerts: The alerts of the time that is looked at.
        check_ins: How many check-ins were finished in it.

    """
    now = [one for one in alerts if one.tier is Tier.NOW and one.outcome is not Outcome.WITHDRAWN]
    judged = [one for one in now if one.outcome is not None]
    useful = [one for one in judged if one.outcome in USEFUL]
    return Shares(_percent(len(now), check_ins), _percent(len(useful), len(judged)))


def was_in_time(alert: Alert, leaves_at: Callable[[Alert], datetime]) -> bool:
    """Return whether an alert was taken while the first who were asked had their time."""
    if alert.taken_at is None or alert.outcome is Outcome.WITHDRAWN:
        return False
    if alert.tier is Tier.TODAY:
        return alert.taken_at <= leaves_at(alert) + TAKEN_WITHIN
    minutes = alert.ladder.rungs[0].minutes if alert.ladder.rungs else None
    return minutes is None or alert.taken_at <= alert.raised_at + timedelta(minutes=minutes)


def _figures(sign: str, alerts: list[Alert], leaves_at: Callable[[Alert], datetime]) -> RuleFigures:
    return RuleFigures(
        sign=sign,
        raised=len(alerts),
        in_time=sum(was_in_time(one, leaves_at) for one in alerts),
        open=sum(one.state is not AlertState.RESOLVED for one in alerts),
        outcomes=Counter(one.outcome for one in alerts if one.outcome is not None),
    )


def _percent(part: int, whole: int) -> int | None:
    return round(100 * part / whole) if whole else None
