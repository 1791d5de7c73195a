"""The first plan: what was said leads to something small; what was not said, to nothing."""

from datetime import UTC, datetime, time, timedelta

import pytest

from dialogs.care.catalogue import Catalogue
from dialogs.care.first_plan import GOALS, FirstPlan, WithCondition, about_the_person, proposed
from dialogs.care.plan import Living, StatedBy, starter_plan
from dialogs.care.warning_signs import Reading
from dialogs.files import read_model
from dialogs.playbook import CONTENT

NOW = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
RULES = read_model(CONTENT / "first_plan.yaml", FirstPlan)
CATALOGUE = read_model(CONTENT / "catalogue.yaml", Catalogue)
PLAN = starter_plan(7, time(20, 0), NOW, 7)


def said(name, value, hours_ago=0):
    at = NOW - timedelta(hours=hours_ago)
    if value is None:
        return Reading(name, None, at, "s", "skipped")
    return Reading(name, value, at, "s")


@pytest.mark.parametrize(
    ("readings", "goals", "talk", "signs"),
    [
        pytest.param([], [], [], [], id="nothing-was-said"),
        pytest.param([said("intake_sleep", 3)], ["wind_down"], [], ["sleep"], id="sleeps-badly"),
        pytest.param([said("intake_sleep", 4)], [], [], [], id="sleeps-well-enough"),
        pytest.param(
            [said("intake_sleep", 3, 2), said("intake_sleep", 8)], [], [], [], id="newest-counts"
        ),
        pytest.param(
            [said("intake_conditions", "Depression")],
            ["name_feeling"],
            ["cbt"],
            ["condition"],
            id="lives-with-something",
        ),
        pytest.param([said("intake_conditions", None)], [], [], [], id="rather-not-say"),
        pytest.param(
            [
                said("intake_conditions", "Depression"),
                said("intake_first_area", "use"),
                said("intake_sleep", 1),
                said("intake_home", "alone"),
                said("intake_money", "debts"),
            ],
            ["plan_hard_hour", "wind_down", "name_feeling"],
            ["cbt"],
            ["sleep", "alone", "condition"],
            id="a-plan-starts-small-and-keeps-a-place-for-it",
        ),
    ],
)
def test_what_the_rules_propose(readings, goals, talk, signs):
    found = proposed(RULES, readings, CATALOGUE)

    assert [entry.key for _, entry in found.goals] == goals
    assert len(found.goals) <= GOALS
    assert list(found.talk) == talk
    assert list(found.signs) == signs


def test_what_is_stated_stands_as_it_was_stated():
    """The bot names no condition; it is asked about because its client named it."""
    readings = [said("intake_conditions", "x" * 300), said("intake_home", "sober_home")]

    plan = about_the_person(PLAN, readings, "c")

    (stated,) = plan.conditions
    assert (stated.label, stated.stated_by, stated.asks) == ("x" * 200, StatedBy.CLIENT, True)
    assert plan.living is Living.SOBER_HOME


def test_a_goal_that_there_is_not_is_found():
    rules = RULES.model_copy(update={"stated_condition": WithCondition(goal="fly", sign="x")})

    assert [str(one) for one in rules.strangers(CATALOGUE)] == [
        "first_plan.yaml: fly is no goal of the catalogue"
    ]
