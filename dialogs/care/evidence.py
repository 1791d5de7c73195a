"""Evidence: what stands behind an alert, and when its people are told that there is more of it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from dialogs.care.alert_life import Alert, AlertState, Evidence
from dialogs.care.warning_signs import Tier, WarningSign

MOST = 40
"""How much evidence an alert keeps: what raised it, and the latest."""

TELL_AGAIN = {Tier.NOW: timedelta(minutes=10), Tier.TODAY: timedelta(hours=12)}
"""How long the people of an alert are left in peace after they heard of new evidence."""


def of_sign(sign: WarningSign, now: datetime) -> Evidence:
    """Return what a sign adds: its why-lines, at the time of the newest answer behind it."""
    return Evidence(max(sign.readings_at, default=now), sign.why)


def joined(evidence: Sequence[Evidence], new: Evidence) -> tuple[Evidence, ...]:
    """Return the evidence with one more, without what lies between the first and the latest."""
    return (*evidence[:1], *evidence[1:][-(MOST - 2) :], new)


def told_at(alert: Alert, now: datetime) -> datetime | None:
    """Return when an alert's people last heard of new evidence, now included if they are to.

    Whoever is being paged at this moment reads it when they open the page.
    """
    last = alert.told_at
    if alert.state is AlertState.RAISED:
        if alert.tier is Tier.NOW:
            return last
        last = last or alert.raised_at
    return alert.told_at if last is not None and now - last < TELL_AGAIN[alert.tier] else now


def has_news(before: Alert, after: Alert) -> bool:
    """Return whether an alert's people are to be told that new evidence has joined it."""
    return after.told_at is not None and after.told_at != before.told_at
