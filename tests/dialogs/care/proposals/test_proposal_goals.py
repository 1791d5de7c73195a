"""Goals: three weeks met or missed, and what gets in the way; silence is neither."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.care.plan import GoalStatus, MeasureKind
from dialogs.care.proposals import Needs
from tests.dialogs.care.proposals.sample import (
    NOW,
    PLAN,
    TODAY,
    each_day,
    goal,
    known,
    names,
    only,
    said,
)

MET = ["yes"] * 3 + ["no"] * 4
SHORT = ["yes"] * 2 + ["no"] * 5


def weeks(*of_week, name="goal:run"):
    return each_day(name, *(value for week in of_week for value in week))


def with_goals(*goals):
    return replace(PLAN, goals=goals)


@pytest.mark.parametrize(
    ("readings", "what", "found"),
    [
        pytest.param(weeks(MET, MET, MET), goal(), ["goal_next:run"], id="three-weeks"),
        pytest.param(weeks(MET, MET), goal(), [], id="two-weeks"),
        pytest.param(weeks(MET, SHORT, MET), goal(), [], id="one-between-was-missed"),
        pytest.param(weeks(*[["yes"] * 7] * 3), goal(target=7.0), [], id="there-is-no-eighth-day"),
        pytest.param(
            weeks(*[["yes"] * 6 + ["no"]] * 3), goal(target=6.0), ["goal_next:run"], id="six-days"
        ),
        pytest.param(
            weeks(MET, MET, MET),
            replace(goal(), status=GoalStatus.ON_HOLD),
            [],
            id="on-hold",
        ),
        pytest.param(
            weeks(*[[300] * 7] * 3),
            goal(kind=MeasureKind.NUMBER, target=300.0),
            [],
            id="a-number-in-all-has-no-next",
        ),
        pytest.param(
            weeks(*[["yes"] * 7] * 3),
            goal(kind=MeasureKind.DATE, target=None),
            [],
            id="a-date-has-no-next",
        ),
    ],
)
def test_a_goal_met_three_weeks_running_grows(readings, what, found):
    assert names(known(readings, with_goals(what))) == found


@pytest.mark.parametrize(
    ("kind", "target", "answers", "larger"),
    [
        (MeasureKind.YES_NO, 3.0, MET, 4.0),
        (MeasureKind.COUNT_WEEK, 9.0, [2] * 7, 10.0),
        (MeasureKind.COUNT_WEEK, 20.0, [3] * 7, 22.0),
        (MeasureKind.COUNT_WEEK, 150.0, [30] * 7, 165.0),
    ],
)
def test_the_next_target_is_a_little_larger(kind, target, answers, larger):
    plan = with_goals(goal(kind=kind, target=target))

    one = only(known(weeks(answers, answers, answers), plan))

    assert one.plan.goals[0].measure.target == larger
    assert one.args == {
        "title": "Run",
        "weeks": 3,
        "answered": 21,
        "days": 21,
        "next": "none",
        "target": larger,
    }


def test_a_ready_made_goal_is_followed_by_the_next_of_its_chain():
    """The old one is kept as met, with its history."""
    plan = with_goals(goal(entry="walk_ten"))

    one = only(known(weeks(MET, MET, MET), plan))

    old, new = one.plan.goals
    assert (old.status, old.history[-1].at, old.history[-1].by) == (GoalStatus.MET, NOW, None)
    assert (new.entry, one.args["next"], one.args["target"]) == (
        "walk_twenty",
        "Walk 20 minutes",
        0,
    )
    assert one.needs is Needs.BOTH


def test_what_was_in_the_plan_once_is_not_put_in_again():
    old = replace(goal("old", entry="walk_twenty"), status=GoalStatus.DROPPED)
    plan = with_goals(goal(entry="walk_ten"), old)

    one = only(known(weeks(MET, MET, MET), plan))

    assert [each.key for each in one.plan.goals] == ["run", "old"]
    assert one.plan.goals[0].measure.target == 4.0


def test_a_ready_made_title_names_the_new_target():
    plan = with_goals(goal(title="Stretch for 5 minutes on 3 days a week", entry="stretch"))

    one = only(known(weeks(MET, MET, MET), plan))

    assert one.plan.goals[0].title == "Stretch for 5 minutes on 4 days a week"


def test_a_goal_whose_time_has_run_out_gets_four_weeks_more():
    old = goal()
    measure = replace(old.measure, by=TODAY - timedelta(days=1))
    plan = with_goals(replace(old, measure=measure))

    one = only(known(weeks(MET, MET, MET), plan))

    assert one.plan.goals[0].measure.by == TODAY + timedelta(weeks=4)


@pytest.mark.parametrize(
    ("readings", "what", "found"),
    [
        pytest.param(weeks(SHORT, SHORT, SHORT), goal(), ["goal_smaller:run"], id="three-weeks"),
        pytest.param(weeks(SHORT, SHORT), goal(), [], id="two-weeks"),
        pytest.param(weeks(SHORT, MET, SHORT), goal(), [], id="one-between-was-met"),
        pytest.param(weeks(*[["no"] * 7] * 3), goal(target=1.0), [], id="one-is-the-least"),
        pytest.param(
            weeks(*[["no"] * 7] * 3), goal(target=2.0), ["goal_smaller:run"], id="half-of-two"
        ),
        pytest.param(
            weeks(*[["no"] * 3 + [None] * 4] * 3), goal(), ["goal_smaller:run"], id="three-answers"
        ),
        pytest.param(weeks(*[["no"] * 2 + [None] * 5] * 3), goal(), [], id="two-answers"),
        pytest.param(
            weeks(*[["yes"] * 2 + ["no"] + [None] * 4] * 3),
            goal(target=4.0),
            [],
            id="as-often-as-asked-about",
        ),
        pytest.param([], goal(), [], id="silence-is-no-miss"),
        pytest.param(
            weeks(*[[10] * 7] * 3),
            goal(kind=MeasureKind.NUMBER, target=300.0),
            [],
            id="on-the-way-to-a-number",
        ),
    ],
)
def test_a_goal_missed_three_weeks_running_shrinks(readings, what, found):
    assert names(known(readings, with_goals(what))) == found


@pytest.mark.parametrize(("target", "half"), [(2.0, 1.0), (3.0, 1.0), (5.0, 2.0)])
def test_a_smaller_goal_is_half_of_it(target, half):
    none = ["no"] * 7

    one = only(known(weeks(none, none, none), with_goals(goal(target=target))))

    assert one.plan.goals[0].measure.target == one.args["target"] == half


def stuck(*obstacles, days_ago=3.0):
    return [
        said("goal_obstacle", obstacle, days_ago, f"check{number}")
        for number, obstacle in enumerate(obstacles)
    ]


CHECKS = {"check0": "run", "check1": "run", "check2": "read"}


@pytest.mark.parametrize(
    ("readings", "goal_of", "found"),
    [
        pytest.param(stuck("time", "time"), CHECKS, ["goal_stuck:run"], id="twice"),
        pytest.param(stuck("time"), CHECKS, [], id="once"),
        pytest.param(stuck("time", "nerves"), CHECKS, [], id="two-things"),
        pytest.param(stuck("It rained", " it rained"), CHECKS, ["goal_stuck:run"], id="own-words"),
        pytest.param(
            stuck("time", "nerves", "time"), CHECKS, [], id="one-of-them-about-another-goal"
        ),
        pytest.param(stuck("time", "time"), {}, [], id="which-goal-is-not-known"),
        pytest.param(stuck("time", "time", days_ago=60), CHECKS, [], id="long-ago"),
    ],
)
def test_the_same_obstacle_twice_is_worth_a_talk(readings, goal_of, found):
    plan = with_goals(goal(), goal("read"))

    assert names(known(readings, plan, goal_of=goal_of)) == found


def test_with_a_single_goal_it_is_about_that():
    one = only(known(stuck("time", "time"), with_goals(goal())))

    assert (one.about, one.plan, one.needs) == ("run", None, Needs.CLIENT)
    assert one.args == {"title": "Run", "obstacle": "time", "count": 2, "days": 60}


def test_two_proposals_about_one_goal_are_one():
    """Stuck goes first: what gets in the way says more than the figures."""
    readings = [*weeks(SHORT, SHORT, SHORT), *stuck("time", "time")]

    assert names(known(readings, with_goals(goal()))) == ["goal_stuck:run"]
