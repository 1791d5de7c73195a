"""The plan: what holds before intake, what is missing before it may become active."""

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest
from pydantic import TypeAdapter

from dialogs.care.ladders import Ladder, Rung
from dialogs.care.people import Actor, CareTeam, Membership, Role
from dialogs.care.plan import (
    SAFETY_STEPS,
    ContactPerson,
    Goal,
    GoalStatus,
    Measure,
    MeasureKind,
    Medicine,
    OwnSign,
    SafetyPlan,
    Skill,
    missing_before_active,
    starter_plan,
)
from dialogs.care.rhythm import parse_rule
from dialogs.care.sign_rules import Tier

NOW = datetime(2026, 3, 1, 20, 0, tzinfo=UTC)
STARTER = starter_plan(1, time(20, 0), NOW, author_id=1)
CONTACTS = (
    ContactPerson("sam", "Sam", "+12025550101", "my sponsor"),
    ContactPerson("ana", "Ana", None, "my sister"),
)
LINE = ("something",)
FILLED = SafetyPlan(LINE, LINE, LINE, LINE, LINE, LINE)
GOALS = tuple(
    Goal(status.value, status.value, Measure(MeasureKind.YES_NO, "Did you?"), status)
    for status in GoalStatus
)


def test_the_starter_plan_is_one_daily_check_in_that_can_be_scheduled():
    """It holds from the first evening on, so its rule must read."""
    (schedule,) = STARTER.schedules

    rule = parse_rule(schedule.rule)

    assert rule.times_on(NOW.date()) == (time(20, 0),)
    assert schedule.dialog == "daily_checkin"
    assert (STARTER.version, STARTER.ladders, STARTER.phase) == (0, {}, None)


@pytest.mark.parametrize(
    ("plan", "country", "missing"),
    [
        pytest.param(STARTER, None, ("country", "contacts", *SAFETY_STEPS), id="all-at-first"),
        pytest.param(replace(STARTER, contacts=CONTACTS, safety=FILLED), "US", (), id="nothing"),
        pytest.param(
            replace(STARTER, contacts=CONTACTS[:1], safety=FILLED), "US", ("contacts",), id="one"
        ),
        pytest.param(
            replace(STARTER, contacts=CONTACTS, safety=replace(FILLED, places=())),
            "US",
            ("places",),
            id="a-step-left-empty",
        ),
        pytest.param(
            replace(
                STARTER,
                contacts=CONTACTS,
                safety=replace(FILLED, places=(), declined=frozenset({"places"})),
            ),
            "US",
            (),
            id="a-step-declined",
        ),
    ],
)
def test_a_plan_becomes_active_only_when_nothing_is_missing(plan, country, missing):
    """Whoever is in danger must find a number, two people and six steps, or a spoken no."""
    assert missing_before_active(plan, country) == missing


def test_check_ins_ask_about_active_goals_only():
    """A goal on hold is not a failure that is asked about every evening."""
    assert [goal.key for goal in replace(STARTER, goals=GOALS).active_goals] == ["active"]


def test_skills_come_in_the_persons_order():
    """Most helpful first, however they were stored."""
    skills = (Skill("walk", "Walk", 1), Skill("sam", "Call Sam", 0))

    assert [s.key for s in replace(STARTER, skills=skills).skills_in_order] == ["sam", "walk"]


def test_a_plan_survives_being_stored():
    """Storage keeps plans as JSON; every value must come back as it was."""
    plan = replace(
        STARTER,
        goals=(Goal("run", "Run", Measure(MeasureKind.COUNT_WEEK, "How often?", 3, "times"),
                    GoalStatus.ACTIVE),),
        contacts=CONTACTS,
        own_signs=(OwnSign("late", "Staying up late"),),
        medicines=(Medicine("bup", "the medicine", (time(8), time(20))),),
        safety=replace(FILLED, declined=frozenset({"places"})),
        ladders={Tier.NOW: Ladder((Rung((2,), 15, 8),), 30, 15)},
        thresholds={"craving_days": 6.0},
    )  # fmt: skip
    adapter = TypeAdapter(type(plan))

    assert adapter.validate_json(adapter.dump_json(plan)) == plan


def test_names_of_readings_come_from_the_plan():
    """Check-in and progress must agree on them."""
    assert GOALS[0].reading == "goal:proposed"
    assert OwnSign("late", "Staying up late").reading == "own_sign:late"


def test_roles_belong_to_a_case():
    """Sam is a client in one case and a sponsor in another; neither leaks into the other."""
    sam = Actor(2, (Membership(2, 2, Role.CLIENT, NOW), Membership(2, 1, Role.SPONSOR, NOW)))

    assert sam.roles_for(1) == {Role.SPONSOR}
    assert sam.roles_for(2) == {Role.CLIENT}
    assert sam.roles_for(3) == frozenset()
    assert sam.is_role(Role.SPONSOR)
    assert not sam.is_role(Role.ADMIN)


def test_a_team_lists_people_by_how_long_they_serve():
    """The first counselor on a rung is the one who knows the client longest."""
    team = CareTeam(
        1,
        (
            Membership(8, 1, Role.COUNSELOR, NOW.replace(year=2026)),
            Membership(9, 1, Role.COUNSELOR, NOW.replace(year=2025)),
            Membership(2, 1, Role.SPONSOR, NOW),
        ),
    )

    assert team.people(Role.COUNSELOR) == (9, 8)
