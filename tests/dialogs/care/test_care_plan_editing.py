"""Editing a plan: every edit makes the next version, and what cannot be is refused in a word."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from dialogs.care.plan import (
    SAFETY_STEPS,
    Appointment,
    AppointmentKind,
    ContactPerson,
    Goal,
    GoalStatus,
    Measure,
    MeasureKind,
    Medicine,
    Skill,
    Trigger,
    dates,
    editing,
    starter_plan,
)
from dialogs.care.plan.comparing import Difference, How, differences, merge
from dialogs.care.plan.editing import Part, Text
from dialogs.errors import BadEdit

NOW = datetime(2026, 3, 1, 20, 0, tzinfo=UTC)
TODAY = date(2026, 3, 1)
PLAN = replace(
    starter_plan(1, time(20, 0), NOW, author_id=1),
    triggers=(Trigger("pay", "Payday"),),
    skills=(Skill("call", "Call Sam", 0), Skill("walk", "Walk", 1), Skill("tea", "Tea", 2)),
)


def goal(key="run", kind=MeasureKind.YES_NO, target=3.0, by=None, title="Run"):
    return Goal(key, title, Measure(kind, "Did you?", target, by=by), GoalStatus.ACTIVE)


def keys(plan, part):
    return [one.key for one in editing.items(plan, part)]


def test_what_is_new_stands_last():
    plan = editing.put(PLAN, Part.TRIGGERS, Trigger("row", "A row"), TODAY)

    assert keys(plan, Part.TRIGGERS) == ["pay", "row"]


def test_what_is_said_in_other_words_stays_in_its_place():
    plan = editing.put(PLAN, Part.SKILLS, Skill("walk", "Walk by the river", 1), TODAY)

    assert [one.label for one in plan.skills_in_order] == ["Call Sam", "Walk by the river", "Tea"]


@pytest.mark.parametrize(
    ("key", "order"),
    [("call", ["call", "walk", "tea"]), ("walk", ["walk", "call", "tea"]), ("none", None)],
)
def test_a_skill_moves_up(key, order):
    plan = editing.move_up(PLAN, Part.SKILLS, key)

    assert keys(plan, Part.SKILLS) == (order or ["call", "walk", "tea"])
    assert [one.order for one in plan.skills_in_order] == [0, 1, 2]


def test_first_and_out():
    plan = editing.take_out(editing.put_first(PLAN, Part.SKILLS, "tea"), Part.SKILLS, "call")

    assert keys(plan, Part.SKILLS) == ["tea", "walk"]


@pytest.mark.parametrize(
    ("part", "one", "reason"),
    [
        pytest.param(Part.TRIGGERS, Trigger("x", " "), "empty", id="empty"),
        pytest.param(Part.TRIGGERS, Trigger("x", "x" * 10_000), "too_long", id="ten-thousand"),
        pytest.param(Part.GOALS, goal(target=None), "no_measure", id="no-target"),
        pytest.param(Part.GOALS, goal(target=0.0), "no_measure", id="nothing-to-reach"),
        pytest.param(
            Part.GOALS, goal(kind=MeasureKind.DATE, target=None), "no_measure", id="no-date"
        ),
        pytest.param(Part.GOALS, goal(by=date(2026, 2, 28)), "past", id="yesterday"),
        pytest.param(
            Part.DATES,
            Appointment("x", "Group", AppointmentKind.GROUP, "once 2026-02-28 18:00"),
            "past",
            id="appointment-in-the-past",
        ),
        pytest.param(Part.PEOPLE, ContactPerson("x", "", None, "friend"), "empty", id="no-name"),
    ],
)
def test_what_cannot_be(part, one, reason):
    """Each has one reason, and the plan stays as it is."""
    with pytest.raises(BadEdit) as refused:
        editing.put(PLAN, part, one, TODAY)

    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("part", "one"),
    [
        pytest.param(Part.GOALS, goal(by=date(2026, 2, 1)), id="goal"),
        pytest.param(
            Part.DATES,
            Appointment("x", "Group", AppointmentKind.GROUP, "once 2026-02-28 18:00"),
            id="appointment",
        ),
    ],
)
def test_a_day_that_has_gone_by_stands_in_nobodys_way(part, one):
    """Only a new day has to lie ahead; what was planned long ago can be said in other words."""
    plan = PLAN.with_fields(**{part.value: (one,)})
    name = "title" if part is Part.GOALS else "label"

    edited = editing.put(plan, part, replace(one, **{name: "Other words"}), TODAY)

    assert getattr(editing.items(edited, part)[0], name) == "Other words"


def test_another_day_that_has_gone_by_is_still_refused():
    plan = replace(PLAN, goals=(goal(by=date(2026, 2, 1)),))

    with pytest.raises(BadEdit, match="past"):
        editing.put(plan, Part.GOALS, goal(by=date(2026, 2, 20)), TODAY)


def test_one_too_many():
    full = replace(PLAN, triggers=tuple(Trigger(str(n), "x") for n in range(editing.MOST)))

    with pytest.raises(BadEdit, match="too_many"):
        editing.put(full, Part.TRIGGERS, Trigger("more", "x"), TODAY)

    assert editing.put(full, Part.TRIGGERS, Trigger("0", "y"), TODAY).triggers[0].label == "y"


def test_texts_and_steps():
    plan = editing.write(PLAN, Text.REFUSAL_LINE, "  No thanks. ")
    plan = editing.write_step(plan, "alone", ["Shower", " ", "Walk "])
    plan = editing.leave_out_step(plan, "places")

    assert plan.prevention.refusal_line == "No thanks."
    assert plan.safety.alone == ("Shower", "Walk")
    assert plan.safety.declined == {"places"}
    assert editing.write_step(plan, "places", ["The park"]).safety.declined == frozenset()


def test_differences_are_named():
    """What was added, taken out, reworded, reordered and written; nothing else."""
    after = editing.put(PLAN, Part.GOALS, goal(), TODAY)
    after = editing.take_out(after, Part.TRIGGERS, "pay")
    after = editing.put_first(after, Part.SKILLS, "tea")
    after = editing.write(after, Text.URGE_PLAN, "Wait 15 minutes")
    after = replace(after, version=9, reason="other", at=NOW.replace(year=2027))

    assert differences(PLAN, after) == (
        Difference("triggers", How.REMOVED, Trigger("pay", "Payday"), None),
        Difference("urge_plan", How.ADDED, None, "Wait 15 minutes"),
        Difference("goals", How.ADDED, None, goal()),
        Difference("skills", How.MOVED, ("call", "walk", "tea"), ("tea", "call", "walk")),
    )


def test_two_changes_at_once_are_taken_together():
    """She adds a goal while the counselor puts a skill first: both hold."""
    theirs = editing.put(PLAN, Part.GOALS, goal(), TODAY)
    mine = editing.put_first(PLAN, Part.SKILLS, "tea")

    merged = merge(PLAN, theirs, mine)

    assert merged.conflicts == ()
    assert keys(merged.plan, Part.GOALS) == ["run"]
    assert keys(merged.plan, Part.SKILLS) == ["tea", "call", "walk"]


def test_two_changes_of_the_same_thing_are_left_to_people():
    """The first one stands; the second is shown, and somebody decides."""
    theirs = editing.put(PLAN, Part.TRIGGERS, Trigger("pay", "The day I am paid"), TODAY)
    mine = editing.take_out(PLAN, Part.TRIGGERS, "pay")

    merged = merge(PLAN, theirs, mine)

    assert merged.plan.triggers == theirs.triggers
    assert [one.how for one in merged.conflicts] == [How.REMOVED]


@pytest.mark.parametrize("step", SAFETY_STEPS)
def test_a_merge_with_nothing_is_nothing(step):
    changed = editing.leave_out_step(editing.write(PLAN, Text.LAPSE_PLAN, "Call"), step)

    assert merge(PLAN, PLAN, changed).plan == changed
    assert merge(PLAN, changed, PLAN).plan == changed
    assert merge(PLAN, changed, changed).conflicts == ()


@pytest.mark.parametrize(
    ("rule", "asked"),
    [
        pytest.param(
            "weekly tue 18:00",
            ["weekdays mon 18:00", "weekdays tue 20:00"],
            id="weekly",
        ),
        pytest.param(
            "weekdays mon,thu 20:00",
            ["weekdays wed,sun 20:00", "weekdays tue,fri 10:00"],
            id="too-late-to-ask-the-same-evening",
        ),
        pytest.param(
            "once 2026-03-01 23:30",
            ["once 2026-02-28 21:00", "once 2026-03-02 10:00"],
            id="over-midnight",
        ),
        pytest.param("monthly 31 09:00", [], id="cannot-be-moved"),
    ],
)
def test_an_appointment_is_told_of_before_and_asked_about_after(rule, asked):
    appointment = Appointment("group", "Group", AppointmentKind.GROUP, rule)
    plan = replace(PLAN, schedules=(), appointments=(appointment,))

    assert [one.rule for one in dates.schedules(plan)] == asked


def test_a_medicine_that_asks_has_its_own_times():
    medicine = Medicine("m", "Naltrexone", (time(20), time(8)), "50 mg", asks=True)
    quiet = Medicine("q", "Vitamin", (time(8),))

    found = dates.schedules(replace(PLAN, schedules=(), medicines=(medicine, quiet)))

    assert [(one.key, one.rule) for one in found] == [("medicine:m", "daily 08:00,20:00")]
    assert dates.belongs_to("medicine:m") == ("medicine", "m")
    assert dates.belongs_to("daily") is None
