"""Today's check-in from a plan: which goals are asked about, and what the dialog is given."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from dialogs import check_in
from dialogs.care.plan import (
    Goal,
    GoalStatus,
    Measure,
    MeasureKind,
    Medicine,
    Skill,
    Trigger,
    starter_plan,
)
from dialogs.care.warning_signs import Reading

NOW = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
TODAY = date(2026, 3, 2)


def goal(key, kind=MeasureKind.YES_NO, status=GoalStatus.ACTIVE, unit=None):
    return Goal(key, key.title(), Measure(kind, f"{key}?", unit=unit), status)


def plan_with(**parts):
    return replace(starter_plan(7, time(20, 0), NOW, 7), **parts)


def asked(key, days_ago):
    return Reading(f"goal:{key}", "yes", NOW - timedelta(days=days_ago), "s")


def keys(facts):
    return [facts[name]["key"] for name in ("item_1", "item_2") if name in facts]


def test_the_starter_plan_brings_nothing():
    assert check_in.facts_for(plan_with(), (), TODAY, 7) == {}


def test_the_goals_asked_longest_ago_come_first():
    plan = plan_with(goals=(goal("walk"), goal("call"), goal("read")))
    history = [asked("walk", 1), asked("call", 3), asked("read", 2), asked("call", 5)]

    assert keys(check_in.facts_for(plan, history, TODAY, 7)) == ["call", "read"]


def test_a_goal_never_asked_about_comes_before_all_others():
    plan = plan_with(goals=(goal("walk"), goal("call"), goal("new")))
    history = [asked("walk", 9), asked("call", 8)]

    assert keys(check_in.facts_for(plan, history, TODAY, 7)) == ["new", "walk"]


def test_all_goals_get_their_turn():
    plan = plan_with(goals=tuple(goal(name) for name in "abcde"))
    history: list[Reading] = []
    seen = set()
    for day in range(3):
        chosen = keys(check_in.facts_for(plan, history, TODAY + timedelta(days=day), 7))
        history += [asked(key, -day) for key in chosen]
        seen.update(chosen)

    assert seen == set("abcde")


def test_the_lot_falls_the_same_after_a_restart_and_differs_between_days():
    plan = plan_with(goals=tuple(goal(name) for name in "abcdefgh"))
    days = [TODAY + timedelta(days=n) for n in range(10)]

    first = [keys(check_in.facts_for(plan, (), day, 7)) for day in days]

    assert first == [keys(check_in.facts_for(plan, (), day, 7)) for day in days]
    assert len({tuple(chosen) for chosen in first}) > 1


@pytest.mark.parametrize("status", [s for s in GoalStatus if s is not GoalStatus.ACTIVE])
def test_only_active_goals_are_asked_about(status):
    assert check_in.facts_for(plan_with(goals=(goal("walk", status=status),)), (), TODAY, 7) == {}


@pytest.mark.parametrize(
    ("kind", "widget"),
    [
        (MeasureKind.YES_NO, "yes_no"),
        (MeasureKind.DATE, "yes_no"),
        (MeasureKind.COUNT_WEEK, "number"),
        (MeasureKind.NUMBER, "number"),
    ],
)
def test_a_goal_becomes_a_question_by_its_measure(kind, widget):
    plan = plan_with(goals=(goal("run", kind, unit="km"),))

    assert check_in.facts_for(plan, (), TODAY, 7)["item_1"] == {
        "key": "run",
        "kind": widget,
        "label": "Run",
        "text": "run?",
        "unit": "km",
        "records": "goal:run",
    }


def test_medicines_take_the_place_of_one_goal():
    medicines = (Medicine("n", "naltrexone", (time(8),)), Medicine("a", "acamprosate", (time(8),)))
    plan = plan_with(goals=(goal("walk"), goal("call")), medicines=medicines)

    facts = check_in.facts_for(plan, [asked("walk", 1)], TODAY, 7)

    assert facts["medicine"] == "naltrexone, acamprosate"
    assert keys(facts) == ["call"]


def test_triggers_and_skills_most_helpful_first():
    plan = plan_with(
        triggers=(Trigger("bar", "Passing the bar"),),
        skills=(Skill("walk", "Walk", 1), Skill("call", "Call Sam", 0)),
    )

    facts = check_in.facts_for(plan, (), TODAY, 7)

    assert facts["triggers"] == [{"key": "bar", "label": "Passing the bar"}]
    assert facts["skills"] == [
        {"key": "call", "label": "Call Sam"},
        {"key": "walk", "label": "Walk"},
    ]
