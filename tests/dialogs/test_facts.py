"""What each dialog is told when it opens: from the plan, the answers so far, and nothing else."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import Any

import pytest

from dialogs import facts
from dialogs.care.plan import (
    ContactPerson,
    Goal,
    GoalStatus,
    Measure,
    MeasureKind,
    OwnSign,
    Phase,
    SafetyPlan,
    Skill,
    Trigger,
    starter_plan,
)
from dialogs.care.warning_signs import Reading
from dialogs.engine.rehearsal import Rehearsal
from dialogs.engine.session import Control

NOW = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
TODAY = date(2026, 3, 2)
WALK = Goal(
    "walk", "Walk most days", Measure(MeasureKind.YES_NO, "Did you walk?", 4), GoalStatus.ACTIVE,
    "put the shoes by the door",
)  # fmt: skip
CALL = Goal(
    "call", "Talk to Sam", Measure(MeasureKind.COUNT_WEEK, "How often?", 3), GoalStatus.ACTIVE
)
PLAN = replace(
    starter_plan(7, time(20, 0), NOW, 7),
    goals=(WALK, CALL),
    triggers=(Trigger("payday", "Payday"),),
    skills=(Skill("sam", "Call Sam", 0), Skill("tea", "Tea", 1)),
    contacts=(ContactPerson("sam", "Sam", "+1 202 555 0143", "sponsor"),),
    own_signs=(OwnSign("door", "I stop answering the door"),),
    safety=SafetyPlan(signs=("I stay up", "I go quiet"), people=("Sam",)),
    phase=Phase.OUTPATIENT,
)


def said(name, value, days_ago, kind="answered"):
    return Reading(name, value, NOW - timedelta(days=days_ago), "s", kind)


def told(dialog: str, known: facts.Known) -> Any:
    return facts.facts_for(dialog, known)


@pytest.fixture
def known(texts):
    def make(readings=(), plan=PLAN, **more):
        say = partial(texts.say, "en")
        return facts.Known(plan, readings, TODAY, "America/New_York", 7, say, **more)

    return make


@pytest.mark.parametrize(
    "dialog",
    [
        "daily_checkin", "goal_check", "intake", "lapse", "lapse_follow_up", "medication",
        "monthly_review", "morning_intention", "plan_review", "safety_plan", "travel",
        "weekly_review",
    ],
)  # fmt: skip
def test_every_dialog_can_be_played_with_what_it_is_told(players, texts, known, dialog):
    """Every text finds its words, whatever way is taken by skipping."""
    readings = [said("use", "no", 1), said("goal:walk", "yes", 1), said("goal:call", 2, 2)]
    brought = told(dialog, known(readings, goal="walk"))
    talk = Rehearsal(players[dialog], texts, "en", NOW, brought, players=players)

    while not talk.is_over:
        assert talk.shown()
        question = talk.player.question(talk.turn.session)
        if question.kind == "recap" or "skip" not in question.controls:
            talk.answer("done" if question.kind == "recap" else "tomorrow")
        else:
            talk.reply(Control("skip"))


def test_a_week_is_told_in_figures_with_the_days_they_rest_on(known):
    readings = [said("use", "no", 1), said("use", "no", 2), said("use", "yes", 3)]
    readings += [said("goal:walk", "yes", 1), said("goal:walk", "no", 2), said("goal:call", 2, 1)]

    brought = told("weekly_review", known(readings))

    assert brought["week_line"] == (
        "You checked in on 3 of the last 7 days. On 2 of them you had not used."
    )
    assert brought["review_1"] == {
        "key": "walk",
        "kind": "choice",
        "label": "Walk most days",
        "text": "Walk most days: yes on 1 of the 2 days you answered, in the last 7. "
        "How is that for you?",
        "options": [
            {"key": "on_track", "label": "It goes well"},
            {"key": "slower", "label": "Slower than I hoped"},
            {"key": "stuck", "label": "I am stuck"},
            {"key": "change", "label": "I want to change it"},
        ],
        "records": "review:walk",
    }
    assert brought["review_2"]["text"] == (
        "Talk to Sam: 2 in the last 7 days, and the aim is 3. You answered on 1 of them. "
        "How is that for you?"
    )


def test_the_goals_reviewed_longest_ago_come_first(known):
    goals = tuple(replace(WALK, key=key, title=key) for key in "abcd")
    readings = [
        said(f"review:{key}", "stuck", days) for key, days in (("a", 1), ("b", 9), ("c", 5))
    ]

    brought = told("weekly_review", known(readings, replace(PLAN, goals=goals)))

    assert [brought[f"review_{n}"]["key"] for n in (1, 2, 3)] == ["d", "b", "c"]


@pytest.mark.parametrize(
    ("measure", "value", "line"),
    [
        pytest.param(
            Measure(MeasureKind.NUMBER, "?", 10), 6.5, "Run: 6.5 of 10, as you said yesterday.",
            id="aim",
        ),
        pytest.param(
            Measure(MeasureKind.NUMBER, "?"), 6, "Run: 6, as you said yesterday.", id="no-aim"
        ),
        pytest.param(
            Measure(MeasureKind.COUNT_WEEK, "?"), 2, "Run: 2 in the last 7 days. ", id="count"
        ),
        pytest.param(
            Measure(MeasureKind.DATE, "?", by=TODAY + timedelta(days=1)), "no", "Run: 1 day to go.",
            id="tomorrow",
        ),
        pytest.param(
            Measure(MeasureKind.DATE, "?", by=TODAY + timedelta(days=9)), "no",
            "Run: 9 days to go.", id="date",
        ),
        pytest.param(
            Measure(MeasureKind.DATE, "?", by=TODAY - timedelta(days=3)), "no",
            "Run: the day you chose has come and gone. That happens.", id="past",
        ),
        pytest.param(
            Measure(MeasureKind.YES_NO, "?"), None, "Run: no answer in the last 7 days.", id="none"
        ),
    ],
)  # fmt: skip
def test_a_goal_in_one_line(known, measure, value, line):
    run = replace(WALK, key="run", title="Run", measure=measure)
    run_plan = replace(PLAN, goals=(run,))
    readings = [] if value is None else [said("goal:run", value, 1)]

    brought = told("goal_check", known(readings, run_plan, goal="run"))

    assert brought["goal_line"].startswith(line)
    assert brought["goal_title"] == "Run"
    assert brought["goal_step"] == "put the shoes by the door"


def test_a_plan_is_shown_part_by_part_without_what_it_does_not_have(known):
    brought = told("plan_review", known())

    parts = [name for name in brought if name.startswith("part_")]
    assert parts == [
        "part_goals", "part_triggers", "part_skills", "part_signs", "part_people", "part_rhythm"
    ]  # fmt: skip
    assert brought["part_skills"]["text"] == (
        "What helps me, first things first:\n• Call Sam\n• Tea\n\nKeep it, or change it?"
    )
    assert [option["key"] for option in brought["part_goals"]["options"]] == ["keep", "change"]


def test_steps_of_the_safety_plan_as_they_stand(known):
    brought = told("safety_plan", known())

    shown = {name: lines for name, lines in brought.items() if name.startswith("now_")}
    assert shown == {"now_signs": "• I stay up\n• I go quiet", "now_people": "• Sam"}


def test_a_phase_has_a_name_that_can_be_read(known):
    assert told("monthly_review", known())["phase"] == "treatment once a week"
    no_phase = known(plan=replace(PLAN, phase=None))
    assert "phase" not in told("monthly_review", no_phase)


def test_every_phase_has_a_name(known):
    for phase in Phase:
        assert told("monthly_review", known(plan=replace(PLAN, phase=phase)))["phase"]


def test_places_to_travel_to(known):
    brought = told("travel", known())

    assert brought["zone_now"] == "New York"
    assert {"key": "America/Chicago", "label": "Chicago"} in brought["zones"]
    assert 3 <= len(brought["zones"]) <= 6


@pytest.mark.parametrize(
    ("readings", "section"),
    [
        pytest.param([], 1, id="new"),
        pytest.param([said("intake_reason", "…", 1)], 1, id="half-of-the-first"),
        pytest.param([said("intake_whose_idea", "mine", 1)], 2, id="one-done"),
        pytest.param(
            [said("intake_whose_idea", None, 1, "skipped"), said("intake_2", "leave_out", 1)], 3,
            id="skipped-and-left-out",
        ),
        pytest.param(
            [said("intake_whose_idea", None, 1, "expired")], 1, id="left-open-is-not-done"
        ),
        pytest.param(
            [said("intake_whose_idea", "mine", 1), said("intake_2", "now", 1)], 2, id="begun-only"
        ),
    ],
)  # fmt: skip
def test_where_the_first_conversation_goes_on(known, readings, section):
    assert facts.next_section(readings) == section
    assert told("intake", known(readings))["section"] == section


def test_the_first_conversation_is_done_when_every_part_is(players):
    """The names of the last questions are those in the dialog."""
    asks = [ask for ask in players["intake"].dialog.asks if not ask.safety]
    gates = [at for at, ask in enumerate(asks) if ask.name.startswith("go_")]
    lasts = [asks[at - 1].records for at in gates] + [asks[-1].records]

    readings = [said(name, None, 1, "skipped") for name in lasts]

    assert facts.next_section(readings) is None
    assert [facts.next_section(readings[:n]) for n in range(9)] == list(range(1, 10))


@pytest.mark.parametrize(("heard", "part"), [(0, 1), (1, 2), (9, 10), (12, 10)])
def test_which_part_a_family_hears_next(heard, part):
    assert facts.learning_part([said("learning", "yes", day) for day in range(heard)]) == part


@pytest.mark.parametrize(
    ("readings", "weeks"),
    [
        pytest.param([], None, id="nothing-known"),
        pytest.param([said("use", "yes", 15), said("use", "no", 1)], 2, id="after-use"),
        pytest.param([said("use", "yes", 13)], 1, id="nearly-two-weeks"),
        pytest.param([said("use", "yes", 30), said("use", "yes", 3)], 0, id="the-newest-counts"),
        pytest.param([said("use", "no", 21), said("use", "no", 1)], 3, id="never-since-we-know"),
        pytest.param([said("use", "no", 14), said("use", "yes", 0)], 2, id="today-is-not-before"),
        pytest.param([said("use", None, 40, "skipped")], None, id="skipped-says-nothing"),
        pytest.param([said("last_use", "longer", 0)], 5, id="out-of-treatment"),
        pytest.param([said("last_use", "this_month", 7)], 3, id="a-month"),
        pytest.param([said("last_use", "today", 14)], 2, id="used-then"),
    ],
)
def test_weeks_without_use(readings, weeks):
    assert facts.weeks_without_use(readings, TODAY, "UTC") == weeks


@pytest.mark.parametrize(
    ("readings", "brought"),
    [
        pytest.param([], {}, id="not-known"),
        pytest.param([said("substances", ("alcohol",), 30)], {}, id="alcohol"),
        pytest.param([said("substances", None, 30, "declined")], {}, id="rather-not-say"),
        pytest.param([said("substances", ("opioids",), 30)], {"opioids": 1}, id="opioids"),
        pytest.param(
            [said("substances", ("opioids",), 30), said("use", "yes", 22)],
            {"opioids": 1, "weeks_without": 3}, id="three-weeks",
        ),
        pytest.param(
            [said("substances", ("opioids",), 30), said("substances", ("alcohol",), 2)], {},
            id="the-newest-counts",
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("dialog", ["lapse", "daily_checkin"])
def test_opioids_are_known_to_whatever_may_meet_a_lapse(known, dialog, readings, brought):
    all_told = told(dialog, known(readings))

    found = {name: all_told[name] for name in ("opioids", "weeks_without") if name in all_told}
    assert found == brought


@pytest.mark.parametrize(
    ("dialog", "fact", "text"),
    [
        pytest.param("skills", "tipp", "skills-cold_gate", id="cold-water"),
        pytest.param("lapse", "weeks_without", "lapse_next-tolerance", id="lost-tolerance"),
    ],
)
def test_what_is_under_review_is_not_led_to(known, dialog, fact, text):
    readings = [said("substances", ("opioids",), 30), said("use", "yes", 22)]

    assert fact in told(dialog, known(readings))
    assert fact not in told(dialog, known(readings, withheld=frozenset({text})))


NO_DIALOGS = {"family-law", "lifeline-overdose"}
"""Below what is disclosed, and on a crisis card: leaving them out would need review too."""


def test_every_text_of_ours_under_review_can_be_held_back(texts):
    for language in texts.languages:
        assert texts.under_review(language) - NO_DIALOGS == frozenset(facts.LEADS_TO.values())


def test_goals_whose_day_has_gone_by_are_asked_about_by_themselves(known):
    """The oldest first, and not once more among those that run."""
    gone = tuple(
        replace(
            WALK, key=key, title=key, measure=replace(WALK.measure, by=TODAY - timedelta(days=n))
        )
        for key, n in (("a", 1), ("b", 9), ("today", 0))
    )

    brought = told("weekly_review", known((), replace(PLAN, goals=gone)))

    assert [brought[f"past_{n}"]["key"] for n in (1, 2)] == ["b", "a"]
    assert brought["review_1"]["key"] == "today"
    assert "past_3" not in brought
    assert "review_2" not in brought


def test_a_goal_is_asked_about_alone(known):
    gone = tuple(
        replace(WALK, key=key, measure=replace(WALK.measure, by=TODAY - timedelta(days=1)))
        for key in "ab"
    )

    brought = told("goal_outcome", known((), replace(PLAN, goals=gone), goal="b"))

    assert brought["past_1"]["key"] == "b"
    assert "past_2" not in brought
