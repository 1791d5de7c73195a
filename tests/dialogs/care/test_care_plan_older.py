"""Reading a plan that another version of the program wrote: whatever fits is read, all is kept."""

import json
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any

import pytest
from pydantic import TypeAdapter

from dialogs.care.plan import (
    Goal,
    GoalStatus,
    Measure,
    MeasureKind,
    Phase,
    Plan,
    Trigger,
    starter_plan,
)
from dialogs.care.plan.older import read_plan

NOW = datetime(2026, 3, 1, 20, 0, tzinfo=UTC)
PLANS: TypeAdapter[Plan] = TypeAdapter(Plan)
PLAN = replace(
    starter_plan(1, time(20, 0), NOW, author_id=1),
    version=3,
    goals=(
        Goal("run", "Run", Measure(MeasureKind.YES_NO, "Did you?", 3.0), GoalStatus.ACTIVE),
        Goal("tea", "Tea", Measure(MeasureKind.NUMBER, "How much?", 9.0), GoalStatus.ACTIVE),
    ),
    triggers=(Trigger("pay", "Payday"), Trigger("row", "A row")),
    phase=Phase.OUTPATIENT,
)

FIRST = (
    "client_id", "version", "goals", "triggers", "skills", "contacts", "own_signs", "medicines",
    "safety", "schedules", "milestones", "phase", "author_id", "reason", "at",
)  # fmt: skip
"""What a plan had in the first version of the program."""


def document(plan: Plan = PLAN) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(PLANS.dump_json(plan))
    return found


def read(data: dict[str, Any]) -> Plan:
    return read_plan(json.dumps(data).encode())


def test_what_this_version_wrote_is_read_as_it_is():
    assert read(document()) == PLAN


def test_a_plan_of_the_first_version_has_everything_it_had():
    """Newer fields have their defaults, and what somebody set up stays."""
    old = {name: value for name, value in document().items() if name in FIRST}
    for goal in old["goals"]:
        for newer in ("domain", "wellbeing", "problem", "entry", "steps_done", "history"):
            del goal[newer]

    plan = read(old)

    assert plan.goals == PLAN.goals
    assert plan.older == {}
    assert plan == PLAN


@pytest.mark.parametrize(
    ("change", "kept", "lost"),
    [
        pytest.param(lambda d: d.update(mood="blue"), {"mood": "blue"}, None, id="unknown-field"),
        pytest.param(
            lambda d: d["goals"][0].update(color="red"),
            {"goals.0.color": "red"},
            None,
            id="unknown-field-of-a-goal",
        ),
        pytest.param(
            lambda d: d.update(phase="halfway"), {"phase": "halfway"}, "phase", id="unknown-phase"
        ),
        pytest.param(
            lambda d: d["safety"].update(seventh=["x"]),
            {"safety.seventh": ["x"]},
            None,
            id="a-seventh-step",
        ),
    ],
)
def test_what_is_not_known_is_put_aside(change, kept, lost):
    data = document()
    change(data)

    plan = read(data)

    assert plan.older == kept
    expected = replace(PLAN, older=kept)
    assert plan == (replace(expected, phase=None) if lost else expected)


def test_a_thing_that_cannot_be_read_is_put_aside_alone():
    """The other goals stay goals."""
    data = document()
    data["goals"][0]["measure"]["kind"] = "percent"
    whole = data["goals"][0]

    plan = read(data)

    assert [goal.key for goal in plan.goals] == ["tea"]
    assert plan.older == {"goals.0": whole}


def test_several_things_are_put_aside_at_once():
    data = document()
    data["triggers"] = [{"key": "a"}, *data["triggers"], {"key": "b", "label": 7}]
    data["goals"][1]["status"] = "dreamt"
    data["tomorrow"] = {"more": [1, 2]}

    plan = read(data)

    assert [one.key for one in plan.triggers] == ["pay", "row"]
    assert [goal.key for goal in plan.goals] == ["run"]
    assert set(plan.older) == {"triggers.0", "triggers.3", "goals.1", "tomorrow"}


def test_what_was_put_aside_stays_for_ever():
    """The next version carries it, and so does the one after."""
    data = document()
    data["mood"] = "blue"

    first = read(data)
    second = read(document(replace(first, version=4)))
    again = document(second)
    again["mood"] = "green"

    assert second.older == {"mood": "blue"}
    assert read(again).older == {"mood": "blue", "mood+": "green"}


@pytest.mark.parametrize(
    "data",
    [
        pytest.param({}, id="empty"),
        pytest.param({"client_id": 1, "version": 1}, id="hardly-anything"),
    ],
)
def test_what_is_no_plan_is_none(data):
    with pytest.raises(ValueError, match="no plan"):
        read(data)
