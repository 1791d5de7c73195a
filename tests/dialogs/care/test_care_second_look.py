"""A second look: which signs a changed answer brings, takes away, or leaves with other words."""

from datetime import UTC, datetime, timedelta

import pytest

from dialogs.care import amending, escalation
from dialogs.care.ladders import Ladder, Rung
from dialogs.care.second_look import Amendment, second_look
from dialogs.care.warning_signs import Reading, Why
from dialogs.errors import AlertClosed

EVENING = datetime(2026, 5, 12, 20, 0, tzinfo=UTC)
BEGUN = EVENING - timedelta(hours=1)
LADDER = Ladder((Rung((2,), 15, 8),), 30, 15)


def answer(name, value, minutes=0, session="monday", kind="answered"):
    return Reading(name, value, EVENING + timedelta(minutes=minutes), session, kind)


def looked(rules, before, after, since=EVENING):
    return second_look(rules, before, after, since, zone="UTC")


@pytest.mark.parametrize(
    ("before", "after", "raised"),
    [
        pytest.param([answer("use", "no")], [answer("use", "yes")], ["use"], id="use-after-all"),
        pytest.param([answer("use", "yes")], [answer("use", "no")], [], id="no-use-after-all"),
        pytest.param([answer("use", "yes")], [answer("use", "yes")], [], id="nothing-changed"),
        pytest.param(
            [answer("use", "no")],
            [answer("use", "yes"), answer("safe_now", "no", 5)],
            ["use_danger"],
            id="without-what-it-covers",
        ),
        pytest.param(
            [answer("craving", 9), answer("safe_place", "yes", 1)],
            [answer("craving", 9), answer("safe_place", "no", 1)],
            ["craving_unsafe"],
            id="not-safe-after-all",
        ),
        pytest.param(
            [answer("craving", 9), answer("safe_place", "no", 1)],
            [answer("craving", 9), answer("safe_place", "not_sure", 1)],
            ["craving_unsafe"],
            id="another-safety-answer-is-a-new-one",
        ),
        pytest.param(
            [answer("craving", 9), answer("safe_place", "no", 1)],
            [answer("craving", 3), answer("safe_place", "no", 1)],
            [],
            id="what-was-covered-and-has-not-changed",
        ),
        pytest.param(
            [answer("craving", 3), answer("craving", 7, 1440, "tuesday")],
            [answer("craving", 7), answer("craving", 7, 1440, "tuesday")],
            ["craving_days"],
            id="a-pattern-with-a-later-day",
        ),
    ],
)
def test_what_is_raised(rules, before, after, raised):
    found = [sign.sign for sign in looked(rules, before, after).raised if sign.tier != "digest"]

    assert found == raised


@pytest.mark.parametrize(
    ("before", "after", "sign", "amendment"),
    [
        pytest.param(
            [answer("use", "yes")],
            [answer("use", "no")],
            "use",
            Amendment((Why("use", {"answer": "yes"}),), (Why("use", {"answer": "no"}),), False),
            id="it-holds-no-more",
        ),
        pytest.param(
            [answer("use", "yes")],
            [],
            "use",
            Amendment((Why("use", {"answer": "yes"}),), (), False),
            id="the-answer-is-gone",
        ),
        pytest.param(
            [answer("craving", 9), answer("safe_place", "no", 1)],
            [answer("craving", 8), answer("safe_place", "no", 1)],
            "craving_unsafe",
            Amendment((Why("craving", {"value": 9}),), (Why("craving", {"value": 8}),), True),
            id="it-holds-with-another-answer",
        ),
        pytest.param(
            [answer("craving", 7), answer("craving", 7, 1440, "tuesday")],
            [answer("craving", 2), answer("craving", 7, 1440, "tuesday")],
            "craving_days",
            Amendment(
                (Why("craving_days", {"count": 2, "days": 3}), Why("craving", {"value": 7})),
                (Why("craving", {"value": 2}),),
                False,
            ),
            id="a-pattern-loses-a-day",
        ),
    ],
)
def test_what_is_amended(rules, before, after, sign, amendment):
    assert looked(rules, before, after).amended[sign] == amendment


def test_what_lies_before_is_not_judged_again(rules):
    before = [answer("use", "yes", -60, "sunday"), answer("mood", 3)]
    after = [answer("use", "yes", -60, "sunday"), answer("mood", 4)]

    found = looked(rules, before, after)

    assert (found.raised, dict(found.amended)) == ((), {})


def raised(rules, *readings):
    (sign,) = second_look(rules, [], list(readings), BEGUN, zone="UTC").raised
    return escalation.open_alert(sign, 7, LADDER, EVENING)


def test_an_amended_alert_says_what_was_and_what_is(rules):
    alert = raised(rules, answer("use", "yes"))
    change = Amendment((Why("use", {"answer": "yes"}),), (Why("use", {"answer": "no"}),), False)

    amended = amending.amend(alert, change)

    assert amended.evidence[-1].why == (
        Why("use", {"answer": "yes", "changed": "yes"}),
        Why("use", {"answer": "no"}),
    )
    assert (amended.state, amended.rung, amended.next_at) == (
        alert.state,
        alert.rung,
        alert.next_at,
    )
    assert amended.fence == alert.fence + 1
    assert escalation.pages(alert, amended) == ()


def test_amending_twice_changes_it_once(rules):
    change = Amendment((Why("use", {"answer": "yes"}),), (Why("use", {"answer": "no"}),), False)
    once = amending.amend(raised(rules, answer("use", "yes")), change)

    assert amending.amend(once, change) == once


def test_a_closed_alert_is_not_amended(rules):
    alert = escalation.withdraw(raised(rules, answer("use", "yes")), EVENING)
    change = Amendment((Why("use", {"answer": "yes"}),), (), False)

    with pytest.raises(AlertClosed):
        amending.amend(alert, change)
