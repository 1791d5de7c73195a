"""An alert stays where it is while those of its rung have not been asked."""

from datetime import UTC, datetime, timedelta

import pytest

from dialogs.care import escalation
from dialogs.care.alert_changes import held_until, hold
from dialogs.care.ladders import Ladder, Rung
from dialogs.care.warning_signs import Tier, WarningSign, Why

RAISED_AT = datetime(2026, 5, 12, 2, tzinfo=UTC)
SIGN = WarningSign("unsafe", Tier.NOW, (Why("sos", {}),), (RAISED_AT,), safety=True)
LADDER = Ladder((Rung((1,), 15), Rung((2,), 15, repeats=1)), 30, 15)


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


@pytest.mark.parametrize(
    ("times", "waits", "asked", "stays"),
    [
        pytest.param(0, True, None, None, id="the-next-rung-is-asked-all-the-same"),
        pytest.param(1, True, None, 1, id="not-asked-so-not-asked-again"),
        pytest.param(2, True, None, 1, id="not-asked-so-not-given-up"),
        pytest.param(2, False, None, None, id="nothing-waits-that-is-the-auditors"),
        pytest.param(1, False, 0.5, None, id="asked-almost-at-once"),
        pytest.param(1, False, 1, None, id="asked-a-minute-late"),
        pytest.param(1, False, 1.5, 1.5, id="asked-late-they-have-their-minutes"),
        pytest.param(2, False, 14, 14, id="asked-at-the-last-moment"),
    ],
)
def test_how_long_an_alert_is_held(times, waits, asked, stays):
    """``asked`` and ``stays`` are minutes after the round began, and after its time has come."""
    alert = escalation.open_alert(SIGN, 9, LADDER, RAISED_AT)
    for _ in range(times):
        assert alert.next_at is not None
        alert = escalation.let_time_pass(alert, alert.next_at)
    assert alert.next_at is not None
    began, due = alert.next_at - minutes(15), alert.next_at
    after = escalation.let_time_pass(alert, due)
    asked_at = None if asked is None else began + minutes(asked)

    until = held_until(alert, after, waits=waits, asked_at=asked_at, now=due)

    assert until == (None if stays is None else due + minutes(stays))


def test_holding_keeps_the_round():
    """The page that lies here is still the one that counts."""
    alert = escalation.open_alert(SIGN, 9, LADDER, RAISED_AT)

    held = hold(alert, RAISED_AT + minutes(20))

    assert (held.round, held.rung, held.next_at) == (alert.round, 0, RAISED_AT + minutes(20))
    assert held.fence == alert.fence + 1
