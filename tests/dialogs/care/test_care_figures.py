"""Figures: what a rule's alerts of a week came to."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from dialogs.care import escalation, figures
from dialogs.care.escalation import Ladder, Outcome, Rung
from dialogs.care.warning_signs import Tier, WarningSign

NOW = datetime(2026, 5, 12, 12, tzinfo=UTC)
ANA = 3
LADDER = Ladder((Rung((ANA,), 15, 8),), 30, 15)
STAYS = Ladder((Rung((ANA,), None),), None, None)


def opened(sign="x", tier=Tier.NOW):
    ladder = LADDER if tier is Tier.NOW else STAYS
    return escalation.open_alert(WarningSign(sign, tier, (), (NOW,), safety=False), 1, ladder, NOW)


def closed(outcome, minutes=5, **kwargs):
    taken = escalation.acknowledge(opened(**kwargs), ANA, NOW + timedelta(minutes=minutes))
    return escalation.resolve(taken, ANA, outcome, NOW + timedelta(minutes=minutes + 10))


def at_once(alert):
    return alert.raised_at


def test_each_rule_is_counted_by_itself():
    """The one that spoke most often stands first."""
    alerts = [
        closed(Outcome.REACHED_SAFE),
        closed(Outcome.NOT_NEEDED, minutes=20),
        opened(),
        closed(Outcome.COULD_NOT_REACH, sign="y"),
    ]

    first, second = figures.by_rule(alerts, at_once)

    assert (first.sign, first.raised, first.in_time, first.open) == ("x", 3, 1, 1)
    assert first.not_needed == 1
    assert (second.sign, second.raised, second.in_time) == ("y", 1, 1)


@pytest.mark.parametrize(
    ("alert", "in_time"),
    [
        pytest.param(closed(Outcome.REACHED_SAFE, minutes=15), True, id="at-the-last-moment"),
        pytest.param(closed(Outcome.REACHED_SAFE, minutes=16), False, id="a-minute-late"),
        pytest.param(opened(), False, id="nobody-has-it"),
        pytest.param(
            closed(Outcome.REACHED_SAFE, minutes=24 * 60, tier=Tier.TODAY), True, id="within-a-day"
        ),
        pytest.param(
            closed(Outcome.REACHED_SAFE, minutes=24 * 60 + 1, tier=Tier.TODAY), False, id="longer"
        ),
        pytest.param(escalation.withdraw(opened(), NOW), False, id="taken-back"),
    ],
)
def test_in_time(alert, in_time):
    assert figures.was_in_time(alert, at_once) is in_time


def test_what_can_wait_counts_from_when_it_could_leave():
    """Raised on Friday evening, told on Monday, taken on Monday."""
    late = closed(Outcome.REACHED_SAFE, minutes=60 * 60, tier=Tier.TODAY)

    assert figures.was_in_time(late, lambda alert: alert.raised_at + timedelta(days=2))


@pytest.mark.parametrize(
    ("alerts", "check_ins", "shares"),
    [
        pytest.param([], 0, (None, None), id="nothing"),
        pytest.param([], 20, (0, None), id="quiet-week"),
        pytest.param([closed(Outcome.REACHED_SAFE)], 10, (10, 100), id="worth-it"),
        pytest.param(
            [closed(Outcome.REACHED_SAFE), closed(Outcome.NOT_NEEDED)], 20, (10, 50), id="half"
        ),
        pytest.param([opened()], 10, (10, None), id="not-judged-yet"),
        pytest.param([escalation.withdraw(opened(), NOW)], 10, (0, None), id="taken-back"),
        pytest.param([opened(tier=Tier.TODAY)], 10, (0, None), id="what-can-wait"),
    ],
)
def test_shares(alerts, check_ins, shares):
    found = figures.shares(alerts, check_ins)

    assert (found.now, found.useful) == shares


def test_what_was_taken_by_another_rung_in_time_is_not_in_time():
    """It had to climb: the first who were asked did not have it."""
    climbed = escalation.escalate(replace(opened(), ladder=LADDER), NOW + timedelta(minutes=15))
    taken = escalation.acknowledge(climbed, ANA, NOW + timedelta(minutes=16))

    assert not figures.was_in_time(taken, at_once)
