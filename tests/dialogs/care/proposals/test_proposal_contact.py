"""Contact: more at once when things get harder, less only after eight good weeks."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.care.plan import Phase, Schedule
from dialogs.care.proposals import Needs, propose
from dialogs.care.rhythm import parse_rule
from tests.dialogs.care.proposals.sample import (
    PLAN,
    TODAY,
    asked,
    each_day,
    known,
    names,
    only,
    said,
)

NO, YES = "no", "yes"


def in_phase(phase, *schedules):
    daily = Schedule("daily", "daily 20:00", "daily_checkin")
    return replace(PLAN, phase=phase, schedules=schedules or (daily,))


OUTPATIENT = in_phase(Phase.OUTPATIENT)


def reasons(readings, plan=OUTPATIENT, **more):
    found = propose(known(readings, plan, **more))
    return [one.about for one in found if one.kind == "step_up"]


@pytest.mark.parametrize(
    ("readings", "found"),
    [
        pytest.param(each_day("use", YES, *[NO] * 14), ["use"], id="after-14-days"),
        pytest.param(each_day("use", YES, *[NO] * 13, YES), [], id="after-13-days"),
        pytest.param(each_day("use", YES, *[NO] * 14, YES), ["use"], id="after-use-15-days-ago"),
        pytest.param(each_day("use", YES), [], id="nothing-known-before"),
        pytest.param(
            each_day("use", YES, *[None] * 6, NO, *[None] * 6), [], id="one-week-is-not-known"
        ),
        pytest.param(
            each_day("use", YES, *[None] * 6, NO, *[None] * 6, NO),
            ["use"],
            id="something-is-known-of-both-weeks",
        ),
        pytest.param(
            each_day("use", *[NO] * 6, YES, *[NO] * 14), ["use"], id="use-on-the-seventh-day"
        ),
        pytest.param(each_day("use", *[NO] * 7, YES, *[NO] * 14), [], id="use-on-the-eighth-day"),
        pytest.param(
            [said("safe_after_use", YES), *each_day("use", *[NO] * 14, first=1)],
            ["use"],
            id="told-of-by-themselves",
        ),
    ],
)
def test_use_after_two_weeks_without_it(readings, found):
    assert reasons(readings) == found


@pytest.mark.parametrize(
    ("readings", "found"),
    [
        pytest.param(each_day("craving", 7, 7), ["craving"], id="7-on-two-days"),
        pytest.param(each_day("craving", 7, 6, 6), [], id="7-on-one"),
        pytest.param(each_day("craving", 7, None, 7), ["craving"], id="third-day"),
        pytest.param(each_day("craving", 7, None, None, 7), [], id="fourth-day"),
        pytest.param([said("craving", 9), said("craving", 9, 0.1)], [], id="twice-in-one-day"),
        pytest.param([said("safe_now", NO)], ["safety"], id="not-safe"),
        pytest.param([said("safe_place", "not_sure")], ["safety"], id="not-sure"),
        pytest.param(
            [said("safe_now", None, kind="skipped")], ["safety"], id="no-answer-to-safety"
        ),
        pytest.param([said("safe_now", YES)], [], id="safe"),
        pytest.param([said("safe_now", NO, 6)], ["safety"], id="seventh-day-of-safety"),
        pytest.param([said("safe_now", NO, 7)], [], id="eighth-day-of-safety"),
    ],
)
def test_strong_craving_and_safety(readings, found):
    assert reasons(readings) == found


@pytest.mark.parametrize(
    ("phase", "those", "found"),
    [
        pytest.param(Phase.AFTERCARE_EARLY, (False, False), ["missed"], id="two"),
        pytest.param(Phase.AFTERCARE_EARLY, (False,), [], id="one"),
        pytest.param(Phase.AFTERCARE_EARLY, (False, True, False), [], id="not-in-a-row"),
        pytest.param(Phase.AFTERCARE_EARLY, (True, False, False), [], id="kept-since"),
        pytest.param(Phase.AFTERCARE_LATE, (False, False), [], id="later-on"),
        pytest.param(Phase.OUTPATIENT, (False, False), [], id="before"),
    ],
)
def test_two_missed_in_the_first_months(phase, those, found):
    assert reasons([], in_phase(phase), asked=asked(*those)) == found


UNSAFE = [said("safe_now", NO)]


def touch(plan, dialog="daily_checkin"):
    return [one.rule for one in plan.schedules if one.dialog == dialog]


def test_more_contact_is_the_phases_own_rhythm_first():
    """The plan has less than its phase proposes, so the phase stays."""
    plan = in_phase(Phase.OUTPATIENT, Schedule("daily", "weekdays wed,sun 19:00", "daily_checkin"))

    one = only(known(UNSAFE, plan))

    assert (one.plan.phase, one.needs) == (Phase.OUTPATIENT, Needs.CLIENT)
    assert one.plan.schedules[0] == Schedule("daily", "daily 19:00", "daily_checkin")
    assert one.args == {"why": "safety", "count": 1, "days": 7}


def test_then_it_is_the_phase_with_more():
    late = only(known(UNSAFE, in_phase(Phase.AFTERCARE_LATE))).plan
    assert late.phase is Phase.AFTERCARE_LATE  # its reviews were lacking

    one = only(known(UNSAFE, late))

    assert one.plan.phase is Phase.AFTERCARE_EARLY
    assert touch(one.plan) == ["daily 20:00"]
    assert touch(one.plan, "weekly_review") == ["weekly sun 14:00"]


@pytest.mark.parametrize(
    ("plan", "found"),
    [
        pytest.param(PLAN, [None], id="no-phase-yet"),
        pytest.param(in_phase(Phase.DETOX), [], id="detox"),
        pytest.param(in_phase(Phase.RESIDENTIAL), [], id="residential"),
    ],
)
def test_without_a_rhythm_to_propose(plan, found):
    """Before intake it is a talk; in a stay people are there."""
    assert [one.plan for one in propose(known(UNSAFE, plan))] == found


def test_the_most_contact_there_is_leaves_a_talk():
    full = only(known(UNSAFE, in_phase(Phase.INTENSIVE_OUTPATIENT))).plan

    one = only(known(UNSAFE, full))

    assert (one.plan, one.needs) == (None, Needs.CLIENT)


def test_who_declined_after_a_craving_is_asked_after_use():
    readings = [*each_day("craving", 8, 8), *each_day("use", YES, *[NO] * 14)]
    declined = {"step_up:use": TODAY}

    assert names(known(readings, OUTPATIENT)) == ["step_up:use"]
    assert names(known(readings, OUTPATIENT, declined=declined)) == ["step_up:craving"]
    assert names(known(readings, OUTPATIENT, open_names=frozenset({"step_up:craving"}))) == []


@pytest.mark.parametrize(("days_ago", "found"), [(6, []), (7, ["safety"])])
def test_what_was_agreed_on_is_given_a_week(days_ago, found):
    agreed = {"step_up:craving": TODAY - timedelta(days=days_ago)}

    assert reasons(UNSAFE, agreed=agreed) == found


WELL = [
    *each_day("use", *[NO] * 56),
    *each_day("craving", *[3] * 56),
    *each_day("confidence", *[7] * 56),
]
KEPT = asked(*[True] * 45, *[False] * 11)


def without(name):
    return [one for one in WELL if one.name != name]


@pytest.mark.parametrize(
    ("readings", "those", "found"),
    [
        pytest.param(WELL, KEPT, ["step_down:outpatient"], id="eight-good-weeks"),
        pytest.param(WELL, asked(*[True] * 44, *[False] * 12), [], id="kept-fewer-than-80-percent"),
        pytest.param(WELL, [], [], id="nothing-asked"),
        pytest.param([*WELL, said("craving", 10)], KEPT, [], id="craving-above-3"),
        pytest.param([*WELL, said("confidence", 0)], KEPT, [], id="confidence-below-7"),
        pytest.param(without("confidence"), KEPT, [], id="confidence-not-known"),
        pytest.param([*WELL, said("use", YES, 55.1)], KEPT, [], id="use-in-the-eighth-week"),
        pytest.param(
            [*WELL, said("use", YES, 56.1)], KEPT, ["step_down:outpatient"], id="use-before-that"
        ),
        pytest.param(
            [*without("use"), *each_day("use", *[NO] * 49)], KEPT, [], id="a-week-is-not-known"
        ),
        pytest.param(
            [*without("use"), *each_day("use", *[NO] * 50)],
            KEPT,
            ["step_down:outpatient"],
            id="something-is-known-of-each-week",
        ),
    ],
)
def test_less_contact_after_eight_good_weeks(readings, those, found):
    assert names(known(readings, OUTPATIENT, asked=those)) == found


def test_less_contact_needs_both_and_keeps_hours_and_keys():
    one = only(known(WELL, OUTPATIENT, asked=KEPT))

    assert (one.plan.phase, one.needs) == (Phase.AFTERCARE_EARLY, Needs.BOTH)
    assert one.plan.schedules == (
        Schedule("daily", "weekdays mon,tue,thu,fri,sun 20:00", "daily_checkin"),
    )
    assert one.args == {"weeks": 8, "kept": 45, "asked": 56, "days": 56}


def test_what_no_phase_asks_for_stays_when_stepping_down():
    own = Schedule("diary", "daily 21:00", "diary_card")
    morning = Schedule("morning", "daily 08:00", "morning_intention")
    daily = Schedule("daily", "weekly sun 20:00", "daily_checkin")
    plan = in_phase(Phase.INTENSIVE_OUTPATIENT, daily, morning, own)

    one = only(known(WELL, plan, asked=KEPT))

    assert one.plan.schedules == (daily, own)


@pytest.mark.parametrize(
    ("phase", "after"),
    [
        (Phase.INTENSIVE_OUTPATIENT, Phase.OUTPATIENT),
        (Phase.AFTERCARE_EARLY, Phase.AFTERCARE_LATE),
        (Phase.AFTERCARE_LATE, Phase.REMISSION),
        (Phase.REMISSION, None),
        (Phase.RESIDENTIAL, None),
        (None, None),
    ],
)
def test_the_phase_after(phase, after):
    plans = [one.plan for one in propose(known(WELL, in_phase(phase), asked=KEPT))]
    found = [plan.phase for plan in plans if plan is not None]

    assert found == ([] if after is None else [after])


@pytest.mark.parametrize(("days_ago", "found"), [(55, []), (56, ["step_down:outpatient"])])
def test_each_step_down_is_given_its_eight_weeks(days_ago, found):
    agreed = {"step_down:aftercare": TODAY - timedelta(days=days_ago)}

    assert names(known(WELL, OUTPATIENT, asked=KEPT, agreed=agreed)) == found


def test_every_rule_of_a_step_can_be_scheduled():
    for phase in Phase:
        for one in propose(known(UNSAFE, in_phase(phase))):
            assert all(parse_rule(each.rule) for each in (one.plan or PLAN).schedules)
