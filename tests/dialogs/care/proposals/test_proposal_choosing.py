"""Choosing: few at a time, none again for a month, none beside an open one, and never a crash."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.care.plan import (
    Appointment,
    AppointmentKind,
    Domain,
    Goal,
    GoalStatus,
    Measure,
    MeasureKind,
    Medicine,
    Modality,
    ModalityKind,
    Phase,
    Plan,
    Schedule,
    Skill,
    Trigger,
)
from dialogs.care.plan.comparing import differences
from dialogs.care.proposals import MOST, Asked, Kind, OwnWords, propose
from dialogs.care.warning_signs import Reading
from tests.dialogs.care.proposals.sample import (
    AFTER,
    MEDICINE,
    PLAN,
    TEXTS,
    TODAY,
    asked,
    each_day,
    english,
    goal,
    known,
    names,
    said,
)

MET = ["yes"] * 7


@pytest.mark.parametrize(
    ("days_ago", "found"),
    [(0, []), (29, []), (30, ["sleep_goal:sleep"])],
)
def test_what_was_declined_is_left_alone_for_a_month(days_ago, found):
    declined = {"sleep_goal:sleep": TODAY - timedelta(days=days_ago)}

    assert names(known(each_day("sleep", *[0] * 7), declined=declined)) == found


def test_an_open_proposal_is_not_made_again():
    open_names = frozenset({"sleep_goal:sleep"})

    assert names(known(each_day("sleep", *[0] * 7), open_names=open_names)) == []


@pytest.mark.parametrize(("days_ago", "found"), [(29, []), (30, ["goal_next:run"])])
def test_a_goal_that_was_made_smaller_is_not_made_larger_at_once(days_ago, found):
    """The weeks before the change would say that the new target was met."""
    plan = replace(PLAN, goals=(goal(),))
    agreed = {"goal_smaller:run": TODAY - timedelta(days=days_ago)}

    assert names(known(each_day("goal:run", *MET * 3), plan, agreed=agreed)) == found


def test_the_most_useful_three_are_chosen():
    plan = replace(PLAN, medicines=(MEDICINE,), goals=(goal(),))
    readings = [
        *each_day("goal:run", *MET * 3),
        *each_day("sleep", *[0] * 7),
        *each_day("medicine", *["side_effect"] * 3),
        said("safe_now", "no"),
    ]

    found = names(known(readings, plan, asked=asked(*[False] * 14)))

    assert found == ["step_up:safety", "review_medicine:medicine", "move_hour:daily"]


def test_nothing_known_proposes_nothing():
    assert names(known()) == []


LABEL = "A label of thirty letters, mm…"
LONGEST, LONGEST_LABEL = 220, 24
ARGS = {
    "title": LABEL, "skill": LABEL, "first": LABEL, "label": LABEL, "obstacle": LABEL,
    "medicine": LABEL, "at": "20:00", "to": "12:00", "treatment": "mat", "why": "use",
    "next": LABEL,
}  # fmt: skip


@pytest.mark.parametrize("language", TEXTS.languages)
@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("more", [{}, {"target": 0}, {"why": "safety"}, {"why": "craving"}])
def test_every_sentence_fits(language, kind, more):
    """In every language, with the longest labels that are shown."""
    variables = TEXTS.variables(language)[f"proposal-{kind}"]
    args = dict.fromkeys(variables, 60) | {**ARGS, **more}

    said_so = TEXTS.say(language, f"proposal-{kind}", **args)

    assert len(said_so) <= LONGEST
    assert "60" in said_so, "a figure names the days it rests on"
    assert "days" in variables
    assert len(TEXTS.say(language, f"proposal-{kind}.yes")) <= LONGEST_LABEL


NOW = datetime(2026, 3, 29, 2, 30, tzinfo=UTC)
"""In the night in which Berlin's clocks go forward."""

KEYS = st.sampled_from(["run", "walk", "sam", "tea", "work", "nal"])
WORDS = st.text(min_size=1, max_size=210).filter(str.strip)
ZONES = st.sampled_from(["America/New_York", "Europe/Berlin", "Pacific/Kiritimati", "UTC"])
NAMES = st.sampled_from([
    "use", "safe_after_use", "safe_now", "safe_place", "craving", "confidence", "mood", "sleep",
    "halt", "place", "trigger", "skill", "helped", "goal_obstacle", "medicine", "medicine:nal",
    "goal:run", "goal:walk", "modality:walk", "appointment:walk", "check_in",
])  # fmt: skip
VALUES = st.one_of(
    st.none(),
    st.integers(-1, 11),
    st.floats(allow_nan=False),
    st.sampled_from(["yes", "no", "a_bit", "side_effect", "not_taken", "work", "other", "missed"]),
    KEYS,
    st.lists(st.sampled_from(["lonely", "tired", ""]), max_size=3).map(tuple),
)
MOMENTS = st.timedeltas(timedelta(days=-5), timedelta(days=100)).map(lambda ago: NOW - ago)
READINGS = st.builds(
    Reading,
    NAMES,
    VALUES,
    MOMENTS,
    st.one_of(st.none(), st.sampled_from("abcdefgh")),
    st.sampled_from(["answered", "answered", "answered", "skipped", "expired"]),
)
DAYS = st.dates(date(2026, 1, 1), date(2026, 4, 3))
ASKED = st.builds(
    Asked,
    st.sampled_from(["daily", "noon"]),
    DAYS,
    st.integers(0, 2),
    st.booleans(),
    st.one_of(st.none(), st.integers(0, 23)),
)
TARGETS = st.one_of(st.none(), st.floats(0.1, 1e6), st.integers(1, 7).map(float))
MEASURES = st.builds(
    Measure,
    st.sampled_from(MeasureKind),
    st.just("Did you?"),
    TARGETS,
    st.none(),
    st.one_of(st.none(), DAYS),
)
GOALS = st.builds(
    Goal,
    KEYS,
    WORDS,
    MEASURES,
    st.sampled_from(GoalStatus),
    st.none(),
    st.one_of(st.none(), st.sampled_from(Domain)),
    entry=st.one_of(st.none(), st.sampled_from(["walk_ten", "wind_down", "write_supporter"])),
)
RULES = st.sampled_from([
    "daily 20:00", "daily 08:00,12:00,20:00", "random daily 19:00-20:00 seed 7",
    "every 3 days from 2026-01-02 12:00", "monthly 31 09:00", "once 2026-03-01 12:00",
    "weekly sun 10:00",
])  # fmt: skip
SCHEDULES = st.builds(
    Schedule,
    st.sampled_from(["daily", "noon", "weekly_review", "diary"]),
    RULES,
    st.sampled_from(["daily_checkin", "weekly_review", "diary_card", "morning_intention"]),
)


def unlike(those):
    """Things of a part, each with a key of its own."""
    return st.lists(those, max_size=6, unique_by=lambda one: one.key).map(tuple)


PLANS = st.builds(
    Plan.with_fields,
    st.just(PLAN),
    goals=unlike(GOALS),
    skills=unlike(st.builds(Skill, KEYS, WORDS, st.integers(0, 5))),
    triggers=st.one_of(
        unlike(st.builds(Trigger, KEYS, WORDS)),
        st.just(tuple(Trigger(f"t{n}", f"T {n}") for n in range(20))),
    ),
    medicines=unlike(st.builds(Medicine, KEYS, WORDS, st.just(()))),
    modalities=unlike(st.builds(Modality, KEYS, st.sampled_from(ModalityKind), WORDS)),
    appointments=unlike(
        st.builds(Appointment, KEYS, WORDS, st.sampled_from(AppointmentKind), RULES)
    ),
    schedules=unlike(SCHEDULES),
    phase=st.one_of(st.none(), st.sampled_from(Phase)),
)


@settings(max_examples=300, deadline=None)
@given(
    plan=PLANS,
    readings=st.lists(READINGS, max_size=80),
    asked_of=st.lists(ASKED, max_size=40),
    own_words=st.lists(
        st.builds(OwnWords, st.just("trigger"), st.sampled_from([" ", "rain", "Rain "]), MOMENTS),
        max_size=6,
    ),
    zone=ZONES,
)
def test_whatever_is_known_every_plan_is_another_one(plan, readings, asked_of, own_words, zone):
    what = known(
        readings, plan, asked=asked_of, own_words=own_words, zone=zone, now=NOW, after=AFTER.get
    )

    found = propose(what)

    assert len(found) <= MOST
    assert len({one.name for one in found}) == len(found)
    for one in found:
        assert english(one.text, **one.args)
        assert one.plan is None or differences(plan, one.plan)


def scripted(draw_values):
    """Steady data of one kind a day, which makes most proposals hold at once."""
    return [one for name, value in draw_values.items() for one in each_day(name, *[value] * 60)]


STEADY = st.fixed_dictionaries({
    "use": st.sampled_from(["yes", "no"]),
    "craving": st.integers(0, 10),
    "confidence": st.integers(0, 10),
    "sleep": st.integers(0, 10),
    "halt": st.sampled_from([("lonely",), ()]),
    "place": st.sampled_from(["work", "home", "the gym"]),
    "skill": st.sampled_from(["walk", "sam", "tea"]),
    "medicine": st.sampled_from(["taken", "not_taken", "side_effect"]),
    "goal_obstacle": st.sampled_from(["time", "it rained"]),
    "goal:run": st.sampled_from(["yes", "no", 1, 40]),
    "modality:walk": st.integers(0, 10),
    "appointment:walk": st.sampled_from(["yes", "no"]),
})  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(plan=PLANS, steady=STEADY, kept=st.booleans(), quiet=st.sets(st.sampled_from(Kind)))
def test_a_steady_client_too(plan, steady, kept, quiet):
    """Random data seldom make a pattern; these always do."""
    declined = {
        name: TODAY for name in _named(plan, steady, kept) if Kind(name.split(":")[0]) in quiet
    }
    what = known(scripted(steady), plan, asked=asked(*[kept] * 60), declined=declined)

    found = propose(what)

    assert not {one.name for one in found} & set(declined)
    for one in found:
        assert english(one.text, **one.args)
        assert one.plan is None or differences(plan, one.plan)


def _named(plan, steady, kept):
    return names(known(scripted(steady), plan, asked=asked(*[kept] * 60)))
