"""What else happens to an alert: others take a rung, it starts again, somebody says something."""

from datetime import UTC, datetime, timedelta

import pytest

from dialogs.care import escalation
from dialogs.care.alert_changes import (
    LONG_AGO,
    has_said,
    is_of_long_ago,
    lapse,
    relieve,
    said,
    start_again,
)
from dialogs.care.escalation import AlertState, Ladder, Outcome, Rung
from dialogs.care.ladders import with_on_call
from dialogs.care.replies import MOST, Reply, ReplyKind
from dialogs.care.warning_signs import Tier, WarningSign
from dialogs.errors import AlertClosed

NOW = datetime(2026, 5, 12, 12, tzinfo=UTC)
ANA, BEN, CLEO = 3, 4, 5
LADDER = Ladder((Rung((ANA,), 15), Rung((BEN,), 15, 2, on_call=True)), 30, 15)
SIGN = WarningSign("x", Tier.NOW, (), (NOW,), safety=True)


def opened(skip=frozenset()):
    return escalation.open_alert(SIGN, 1, LADDER, NOW, skip=skip)


def test_whoever_is_on_call_now_is_asked_anew():
    """A round of its own, so that its pages count, and fifteen minutes of their own."""
    climbed = escalation.escalate(opened(), NOW)
    later = NOW + timedelta(minutes=5)

    relieved = relieve(climbed, with_on_call(LADDER, (CLEO,)), later)

    assert escalation.pages(climbed, relieved) == (CLEO,)
    assert relieved.next_at == later + timedelta(minutes=15)
    assert (relieved.rung, relieved.repeat) == (climbed.rung, climbed.repeat)


def test_what_somebody_has_is_not_asked_anew():
    taken = escalation.acknowledge(opened(), ANA, NOW)

    with pytest.raises(AlertClosed):
        relieve(taken, LADDER, NOW)


def test_an_unanswered_alert_starts_again():
    """From the first rung of the ladder as it is now."""
    nobody = opened(skip={ANA, BEN})

    again = start_again(nobody, LADDER, NOW)

    assert (again.state, again.rung) == (AlertState.RAISED, 0)
    assert escalation.pages(nobody, again) == (ANA,)


def test_it_does_not_start_again_while_nobody_is_there():
    nobody = opened(skip={ANA, BEN})

    assert start_again(nobody, LADDER, NOW, skip={ANA, BEN}) == nobody


def test_only_an_unanswered_alert_starts_again():
    alert = opened()

    assert start_again(alert, LADDER, NOW) is alert


@pytest.mark.parametrize(
    ("overdue", "old"),
    [
        pytest.param(timedelta(0), False, id="due-now"),
        pytest.param(LONG_AGO, False, id="seven-days"),
        pytest.param(LONG_AGO + timedelta(seconds=1), True, id="a-second-more"),
    ],
)
def test_of_long_ago(overdue, old):
    alert = opened()

    assert is_of_long_ago(alert, alert.next_at + overdue) is old


def test_what_waits_on_a_list_is_never_of_long_ago():
    """It has no time at which it should have moved."""
    today = escalation.open_alert(
        WarningSign("x", Tier.TODAY, (), (NOW,), safety=False),
        1,
        Ladder((Rung((ANA,), None),), None, None),
        NOW,
    )

    assert not is_of_long_ago(today, NOW + timedelta(days=400))


def test_a_lapsed_alert_is_open_and_can_be_taken():
    lapsed = lapse(opened())

    assert (lapsed.state, lapsed.next_at) == (AlertState.UNANSWERED, None)
    assert escalation.acknowledge(lapsed, ANA, NOW).taken_by == ANA


def test_something_can_be_said_in_every_state():
    """Also after it is closed: a note on how it went."""
    note = Reply(ANA, ReplyKind.NOTE, NOW, "All is well.")
    taken = escalation.acknowledge(opened(), ANA, NOW)
    closed = escalation.resolve(taken, ANA, Outcome.REACHED_SAFE, NOW)

    for alert in (opened(), opened(skip={ANA, BEN}), taken, closed):
        after = said(alert, note)
        assert after.replies == (note,)
        assert (after.state, after.next_at, after.round) == (
            alert.state,
            alert.next_at,
            alert.round,
        )


def test_the_same_word_twice_is_one():
    alert = said(opened(), Reply(ANA, ReplyKind.TONIGHT, NOW))

    assert has_said(alert, Reply(ANA, ReplyKind.TONIGHT, NOW + timedelta(hours=1)))
    assert not has_said(alert, Reply(BEN, ReplyKind.TONIGHT, NOW))
    assert not has_said(alert, Reply(ANA, ReplyKind.PASSED, NOW))


def test_replies_do_not_grow_without_end():
    alert = opened()
    for number in range(100):
        alert = said(alert, Reply(number, ReplyKind.NOTE, NOW, str(number)))

    assert len(alert.replies) == MOST
    assert (alert.replies[0].words, alert.replies[-1].words) == ("0", "99")
