"""Nights, lonely weeks, and triggers that are not in the plan yet."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.care.plan import Domain, GoalStatus, Trigger
from dialogs.care.proposals import Needs, OwnWords, propose
from tests.dialogs.care.proposals.sample import (
    NOW,
    PLAN,
    each_day,
    goal,
    known,
    names,
    only,
    said,
)


def having(*goals):
    return replace(PLAN, goals=goals)


DROPPED = replace(goal(entry="same_wake"), status=GoalStatus.DROPPED)


@pytest.mark.parametrize(
    ("nights", "plan", "found"),
    [
        pytest.param([3] * 5, PLAN, ["sleep_goal:sleep"], id="five-nights-of-3"),
        pytest.param([3] * 4 + [4], PLAN, [], id="four-and-one-of-4"),
        pytest.param([9, 9] + [0] * 5, PLAN, ["sleep_goal:sleep"], id="seventh-day"),
        pytest.param([9, 9, 9] + [0] * 5, PLAN, [], id="eighth-day"),
        pytest.param([3] * 5, having(goal(entry="same_wake")), [], id="there-is-one"),
        pytest.param([3] * 5, having(DROPPED), ["sleep_goal:sleep"], id="dropped"),
        pytest.param([3] * 5, having(goal(domain=Domain.BODY)), [], id="it-may-be-about-sleep"),
    ],
)
def test_hard_nights_bring_a_goal(nights, plan, found):
    assert names(known(each_day("sleep", *nights), plan)) == found


def test_a_sleep_goal_is_the_smallest_of_the_catalogue():
    one = only(known(each_day("sleep", 3, 3, 3, 3, 3, 8)))

    assert [each.entry for each in one.plan.goals] == ["wind_down"]
    assert one.args == {"count": 5, "answered": 6, "days": 7}
    assert one.needs is Needs.BOTH


def test_without_that_entry_it_is_a_talk():
    """A clinic may have a catalogue of its own."""
    one = only(known(each_day("sleep", *[3] * 5), ready={}.get))

    assert (one.plan, one.needs) == (None, Needs.CLIENT)


def halt(*ticked, first=0.0):
    """One review a week, the newest first."""
    return [said("halt", one, first + 7 * week, f"w{week}") for week, one in enumerate(ticked)]


LONELY = ("lonely", "tired")


@pytest.mark.parametrize(
    ("readings", "plan", "found"),
    [
        pytest.param(halt(*[LONELY] * 3), PLAN, ["lonely:people"], id="three-weeks"),
        pytest.param(halt(LONELY, LONELY, ("tired",), ()), PLAN, [], id="two-weeks"),
        pytest.param(
            halt(*[LONELY] * 3, first=13), PLAN, ["lonely:people"], id="the-last-day-of-four-weeks"
        ),
        pytest.param(halt(*[LONELY] * 3, first=14), PLAN, [], id="one-is-five-weeks-ago"),
        pytest.param(each_day("halt", *[LONELY] * 5), PLAN, [], id="five-times-in-one-week"),
        pytest.param(
            halt(*[LONELY] * 3), having(goal(domain=Domain.FAMILY)), [], id="a-goal-is-about-it"
        ),
        pytest.param(
            halt(*[LONELY] * 3),
            having(goal(domain=Domain.WORK)),
            ["lonely:people"],
            id="a-goal-about-work",
        ),
    ],
)
def test_lonely_weeks_bring_a_goal_with_people(readings, plan, found):
    assert names(known(readings, plan)) == found


def typed(words, *, times=3, days_ago=1.0, name="trigger"):
    return [OwnWords(name, words, NOW - timedelta(days=days_ago)) for _ in range(times)]


@pytest.mark.parametrize(
    ("readings", "own_words", "plan", "count"),
    [
        pytest.param([], typed("Sunday rows"), PLAN, 3, id="typed-thrice"),
        pytest.param([], typed("Sunday rows", times=2), PLAN, None, id="typed-twice"),
        pytest.param(
            [],
            [*typed("Sunday rows", times=2), *typed(" sunday  ROWS", times=1)],
            PLAN,
            3,
            id="the-same-words",
        ),
        pytest.param([], typed("Sunday rows", days_ago=59), PLAN, 3, id="sixtieth-day"),
        pytest.param([], typed("Sunday rows", days_ago=60), PLAN, None, id="sixty-first-day"),
        pytest.param([], typed("Sunday rows", name="skill"), PLAN, None, id="about-a-skill"),
        pytest.param(
            [],
            typed("Sunday rows"),
            replace(PLAN, triggers=(Trigger("rows", "Sunday  rows"),)),
            None,
            id="in-the-plan",
        ),
        pytest.param(each_day("place", *["work"] * 3), [], PLAN, 3, id="place-thrice"),
        pytest.param(each_day("place", *["work"] * 2), [], PLAN, None, id="place-twice"),
        pytest.param(each_day("place", *["the gym"] * 3), [], PLAN, 3, id="a-place-typed"),
        pytest.param(
            each_day("place", *["work"] * 3),
            [],
            replace(PLAN, triggers=(Trigger("place_work", "My job"),)),
            None,
            id="place-in-the-plan",
        ),
        pytest.param(
            each_day("trigger", *["other"] * 3), [], PLAN, None, id="something-else-says-nothing"
        ),
    ],
)
def test_what_comes_up_three_times_may_be_a_trigger(readings, own_words, plan, count):
    found = [one.args["count"] for one in propose(known(readings, plan, own_words=own_words))]

    assert found == ([] if count is None else [count])


@pytest.mark.parametrize(
    ("readings", "own_words", "label"),
    [
        (each_day("place", *["with_others"] * 3), [], "Being with people"),
        ([], typed("Sunday rows"), "sunday rows"),
    ],
)
def test_a_new_trigger_stands_in_the_plan_in_words(readings, own_words, label):
    """Neither its key nor the proposal's name holds what was typed."""
    one = only(known(readings, own_words=own_words))

    (trigger,) = one.plan.triggers
    assert (trigger.label, trigger.key) == (label, one.about)
    assert "sunday" not in one.name
    assert one.needs is Needs.BOTH
