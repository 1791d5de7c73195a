"""Hours: a check-in moves to where its client answers, never into the night."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.care.plan import Schedule
from dialogs.care.proposals import Needs, propose
from tests.dialogs.care.proposals.sample import PLAN, asked, each_day, known, names, only, said

MISSED, KEPT = (False,) * 12, (True,) * 2


@pytest.mark.parametrize(
    ("those", "found"),
    [
        pytest.param(asked(*MISSED, *KEPT), ["move_hour:daily"], id="2-of-14"),
        pytest.param(asked(*MISSED[:11], *KEPT, True), [], id="3-of-14"),
        pytest.param(asked(*MISSED, True), [], id="asked-13-times"),
        pytest.param(asked(*MISSED, *KEPT, *[True] * 20), ["move_hour:daily"], id="the-last-14"),
        pytest.param(asked(*MISSED, *KEPT, schedule="gone"), [], id="no-schedule-of-the-plan"),
        pytest.param(asked(*MISSED, *KEPT, slot=1), [], id="no-such-time"),
        pytest.param(
            [replace(one, local_date=one.local_date - timedelta(days=46)) for one in
             asked(*MISSED, *KEPT)],
            ["move_hour:daily"],
            id="within-60-days",
        ),
        pytest.param(
            [replace(one, local_date=one.local_date - timedelta(days=47)) for one in
             asked(*MISSED, *KEPT)],
            [],
            id="one-is-too-old",
        ),
    ],
)  # fmt: skip
def test_an_hour_that_does_not_fit_moves(those, found):
    """PRODUCT.md 1.10: answered 2 of 14."""
    assert names(known(asked=those)) == found


@pytest.mark.parametrize(
    ("rule", "readings", "to"),
    [
        pytest.param("daily 20:00", [], "12:00", id="noon-where-nothing-is-known"),
        pytest.param("daily 12:00", [], None, id="it-is-noon-already"),
        pytest.param(
            "daily 20:00",
            each_day("craving", 3, 3, first=5 / 24) + each_day("mood", 3, first=6 / 24),
            "16:00",
            id="where-most-is-answered",
        ),
        pytest.param(
            "daily 20:00", each_day("craving", *[3] * 9, first=18 / 24), "12:00", id="not-at-night"
        ),
        pytest.param("daily 08:00,12:00,20:00", [], None, id="another-one-is-there"),
        pytest.param(
            "random daily 19:00-20:00 seed 7",
            each_day("craving", 3, first=5 / 24),
            "16:00",
            id="a-random-hour-becomes-fixed",
        ),
        pytest.param("weekdays mon,wed 20:00", [], "12:00", id="its-days-stay"),
    ],
)
def test_it_moves_to_where_its_client_answers(rule, readings, to):
    plan = replace(PLAN, schedules=(Schedule("daily", rule, "daily_checkin"),))
    slot = 2 if "," in rule.split(" ")[-1] and rule.startswith("daily") else 0
    those = asked(*[False] * 14, slot=slot)

    found = [one.args["to"] for one in _moves(known(readings, plan, asked=those))]

    assert found == ([] if to is None else [to])


def _moves(what):
    return [one for one in propose(what) if one.kind == "move_hour"]


def test_moving_says_what_it_rests_on():
    one = only(known([said("mood", 4, 5 / 24)], asked=asked(*MISSED, *KEPT, hour=15)))

    assert one.args == {"kept": 2, "asked": 14, "days": 14, "at": "20:00", "to": "15:00"}
    assert one.plan.schedules == (Schedule("daily", "daily 15:00", "daily_checkin"),)
    assert one.needs is Needs.CLIENT
