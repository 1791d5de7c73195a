"""Today's check-in from a plan: what is asked about, and what the dialog is given."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from dialogs import check_in
from dialogs.care.plan import (
    ContactPerson,
    Goal,
    GoalStatus,
    Measure,
    MeasureKind,
    Medicine,
    OwnSign,
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


def say(key, **words):
    return " ".join((key, *map(str, words.values())))


def facts_for(plan, history, today):
    found: Any = check_in.facts_for(plan, history, today, 7, say)
    return found


def signs(*names):
    return tuple(OwnSign(name, name.title()) for name in names)


def asked(key, days_ago):
    return Reading(f"goal:{key}", "yes", NOW - timedelta(days=days_ago), "s")


def keys(facts):
    return [facts[name]["key"] for name in ("item_1", "item_2") if name in facts]


def test_the_starter_plan_brings_nothing():
    assert facts_for(plan_with(), (), TODAY) == {}


def test_the_goals_asked_longest_ago_come_first():
    plan = plan_with(goals=(goal("walk"), goal("call"), goal("read")))
    history = [asked("walk", 1), asked("call", 3), asked("read", 2), asked("call", 5)]

    assert keys(facts_for(plan, history, TODAY)) == ["call", "read"]


def test_a_goal_never_asked_about_comes_before_all_others():
    plan = plan_with(goals=(goal("walk"), goal("call"), goal("new")))
    history = [asked("walk", 9), asked("call", 8)]

    assert keys(facts_for(plan, history, TODAY)) == ["new", "walk"]


def test_all_goals_get_their_turn():
    plan = plan_with(goals=tuple(goal(name) for name in "abcde"))
    history: list[Reading] = []
    seen = set()
    for day in range(3):
        chosen = keys(facts_for(plan, history, TODAY + timedelta(days=day)))
        history += [asked(key, -day) for key in chosen]
        seen.update(chosen)

    assert seen == set("abcde")


def test_the_lot_falls_the_same_after_a_restart_and_differs_between_days():
    plan = plan_with(goals=tuple(goal(name) for name in "abcdefgh"))
    days = [TODAY + timedelta(days=n) for n in range(10)]

    first = [keys(facts_for(plan, (), day)) for day in days]

    assert first == [keys(facts_for(plan, (), day)) for day in days]
    assert len({tuple(chosen) for chosen in first}) > 1


@pytest.mark.parametrize("status", [s for s in GoalStatus if s is not GoalStatus.ACTIVE])
def test_only_active_goals_are_asked_about(status):
    assert facts_for(plan_with(goals=(goal("walk", status=status),)), (), TODAY) == {}


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

    assert facts_for(plan, (), TODAY)["item_1"] == {
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

    facts = facts_for(plan, [asked("walk", 1)], TODAY)

    assert facts["medicine"] == "naltrexone, acamprosate"
    assert keys(facts) == ["call"]


def test_triggers_and_skills_most_helpful_first():
    plan = plan_with(
        triggers=(Trigger("bar", "Passing the bar"),),
        skills=(Skill("walk", "Walk", 1), Skill("call", "Call Sam", 0)),
    )

    facts = facts_for(plan, (), TODAY)

    assert facts["triggers"] == [{"key": "bar", "label": "Passing the bar"}]
    assert facts["skills"] == [
        {"key": "call", "label": "Call Sam"},
        {"key": "walk", "label": "Walk"},
    ]


def answered(name, days_ago):
    return Reading(name, "yes", NOW - timedelta(days=days_ago), "s")


def day_by_day(plan, days):
    """Return what is asked about on each of these days, when everything is answered."""
    history: list[Reading] = []
    shown = []
    for day in range(days):
        facts = facts_for(plan, history, TODAY + timedelta(days=day))
        items = [facts[name] for name in ("item_1", "item_2") if name in facts]
        history += [answered(item["records"], -day) for item in items]
        shown.append([item["records"] for item in items])
    return shown


def test_a_sign_comes_first_and_a_goal_second():
    plan = plan_with(goals=(goal("walk"),), own_signs=signs("door", "late"))

    facts = facts_for(plan, [answered("own_sign:door", 1)], TODAY)

    assert facts["item_1"] == {
        "key": "late",
        "kind": "yes_no",
        "label": "Late",
        "text": "item-own_sign Late",
        "records": "own_sign:late",
    }
    assert facts["item_2"]["records"] == "goal:walk"


def test_signs_alone_fill_both_places():
    assert keys(facts_for(plan_with(own_signs=signs("door")), (), TODAY)) == ["door"]
    assert len(keys(facts_for(plan_with(own_signs=signs("door", "late")), (), TODAY))) == 2


@pytest.mark.parametrize("medicines", [(), (Medicine("n", "naltrexone", (time(8),)),)])
def test_three_different_signs_are_asked_about_in_any_four_days(medicines):
    """Else the sign that counts them could never be raised (PRODUCT.md 5.1)."""
    plan = plan_with(goals=(goal("walk"),), own_signs=signs(*"abcde"), medicines=medicines)
    shown = day_by_day(plan, 20)

    for first in range(17):
        in_four = {name for day in shown[first : first + 4] for name in day}
        assert sum(name.startswith("own_sign:") for name in in_four) >= 3
    assert sum("goal:walk" in day for day in shown) >= 5


def test_one_skill_a_week_waits_behind_the_goals():
    """Goals are measured by the week; skills get their turn all the same, each in its week."""
    skills = tuple(Skill(name, name.title(), at) for at, name in enumerate(("tea", "run", "sea")))
    plan = plan_with(goals=(goal("walk"), goal("call")), skills=skills)

    shown = [{name for name in day if "skill" in name} for day in day_by_day(plan, 28)]

    assert shown[0] == set()
    assert all(len(set.union(*shown[first : first + 7])) <= 1 for first in range(22))
    assert set.union(*shown) == {one.reading for one in skills}


def test_whom_to_call_has_a_number_if_anybody_has():
    contacts = (
        ContactPerson("ann", "Ann", None, "friend"),
        ContactPerson("sam", "Sam", "+1 202 555 0143", "sponsor"),
    )

    assert facts_for(plan_with(contacts=contacts), (), TODAY)["person"] == "Sam\n+1 202 555 0143"
    assert facts_for(plan_with(contacts=contacts[:1]), (), TODAY)["person"] == "Ann"


def test_the_small_step_is_another_one_each_day():
    goals = tuple(replace(goal(name), small_step=f"{name} a bit") for name in "ab")

    steps = [
        facts_for(plan_with(goals=goals), (), TODAY + timedelta(days=day))["small_step"]
        for day in range(4)
    ]

    assert steps in (["a a bit", "b a bit"] * 2, ["b a bit", "a a bit"] * 2)


@pytest.mark.parametrize(
    ("days", "asked_about"),
    [
        pytest.param(-1, [], id="from-the-day-after-no-more"),
        pytest.param(0, ["form"], id="on-its-day-still"),
        pytest.param(1, ["form"], id="before"),
    ],
)
def test_a_goal_is_asked_about_until_its_day(days, asked_about):
    """Its small step goes with it."""
    measure = Measure(MeasureKind.YES_NO, "form?", 3, by=TODAY + timedelta(days=days))
    form = Goal("form", "Form", measure, GoalStatus.ACTIVE, "find a pen")

    brought = facts_for(plan_with(goals=(form,)), (), TODAY)

    assert keys(brought) == asked_about
    assert ("small_step" in brought) is bool(asked_about)


@pytest.mark.parametrize(("said", "asked_about"), [("yes", []), ("no", ["form"])])
def test_what_is_done_by_its_day_is_not_asked_again(said, asked_about):
    measure = Measure(MeasureKind.DATE, "form?", by=TODAY + timedelta(days=9))
    form = Goal("form", "Form", measure, GoalStatus.ACTIVE)
    told = Reading("goal:form", said, NOW - timedelta(days=2), "s")

    assert keys(facts_for(plan_with(goals=(form,)), (told,), TODAY)) == asked_about
