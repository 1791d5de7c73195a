"""Progress: totals and shares with the days they rest on, and no streak that can break."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from dialogs.care.plan import Goal, GoalStatus, Measure, MeasureKind
from dialogs.care.progress import Level, Share, goal_progress, level, use_free
from dialogs.care.warning_signs import Reading

TODAY = date(2026, 3, 9)
ZONE = "America/New_York"
EVENING = datetime(2026, 3, 10, 1, 0, tzinfo=UTC)
"""Nine in the evening of TODAY in New York, already tomorrow in UTC."""


def said(name, value, days_ago=0.0, kind="answered"):
    return Reading(name, value, EVENING - timedelta(days=days_ago), "s", kind)


def goal(kind, **measure):
    return Goal("run", "Run", Measure(kind, "Did you?", **measure), GoalStatus.ACTIVE)


@pytest.mark.parametrize(
    ("readings", "share"),
    [
        pytest.param([], Share(0, 0, 7), id="no-answer"),
        pytest.param([said("use", "no", day) for day in range(7)], Share(7, 7, 7), id="a-week"),
        pytest.param(
            [said("use", "no", 2), said("use", "yes", 1), said("use", "no")],
            Share(2, 3, 7),
            id="a-lapse-costs-its-day",
        ),
        pytest.param(
            [said("use", "no", 0.5), said("use", "yes")], Share(0, 1, 7), id="both-in-one-day"
        ),
        pytest.param([said("use", None, kind="skipped")], Share(0, 0, 7), id="skipped-is-no-day"),
        pytest.param([said("use", "no", 6)], Share(1, 1, 7), id="seventh-day"),
        pytest.param([said("use", "no", 7)], Share(0, 0, 7), id="eighth-day"),
        pytest.param([said("mood", "no")], Share(0, 0, 7), id="another-reading"),
        pytest.param(
            [said("use", "no"), said("safe_after_use", "yes", 0.1)],
            Share(0, 1, 7),
            id="told-of-a-lapse-themselves",
        ),
        pytest.param(
            [said("safe_after_use", None, kind="skipped")],
            Share(0, 1, 7),
            id="told-of-a-lapse-and-skipped-the-question",
        ),
        pytest.param(
            [replace(said("use", "no"), about=TODAY - timedelta(days=1)), said("use", "yes")],
            Share(1, 2, 7),
            id="about-yesterday-counts-for-yesterday",
        ),
        pytest.param(
            [replace(said("use", "no"), about=TODAY - timedelta(days=7))],
            Share(0, 0, 7),
            id="about-a-day-before-the-window",
        ),
    ],
)
def test_use_free_days(readings, share):
    """Days where the client lives; unanswered days are left out and said to be."""
    assert use_free(readings, today=TODAY, zone=ZONE, days=7) == share


def test_a_share_says_its_basis():
    """Of 84 days, 80 answered of 90 asked."""
    line = Share(84, 88, 90).line("use_free")

    assert (line.key, line.args) == ("use_free", {"days": 84, "answered": 88, "of": 90})


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        pytest.param([], None, id="no-answer"),
        pytest.param([said("craving", None, kind="declined")], None, id="declined"),
        pytest.param([said("craving", 4)], Level(4, 4, 4, 1, 7), id="one"),
        pytest.param(
            [said("craving", 8), said("craving", 4, 0.5), said("craving", 2, 1)],
            Level(4, 2, 8, 2, 7),
            id="every-day-weighs-the-same",
        ),
    ],
)
def test_levels(readings, expected):
    """The mean of the days' means, with the extremes."""
    assert level(readings, "craving", today=TODAY, zone=ZONE, days=7) == expected


def test_a_level_is_rounded_only_when_said():
    """A tenth is as fine as a feeling goes."""
    assert Level(10 / 3, 1, 8, 3, 7).line("craving").args["mean"] == 3.3


YES_NO = goal(MeasureKind.YES_NO, target=3)
COUNT = goal(MeasureKind.COUNT_WEEK, target=5, unit="meetings")
NUMBER = goal(MeasureKind.NUMBER, target=10, unit="km")
DATED = goal(MeasureKind.DATE, by=date(2026, 3, 12))


@pytest.mark.parametrize(
    ("of", "readings", "done", "answered", "reached"),
    [
        pytest.param(YES_NO, [], None, 0, False, id="nothing-yet"),
        pytest.param(
            YES_NO, [said("goal:run", "yes", d) for d in (0, 2)], 2, 2, False, id="2-of-3"
        ),
        pytest.param(
            YES_NO, [said("goal:run", "yes", d) for d in (0, 2, 4)], 3, 3, True, id="3-of-3"
        ),
        pytest.param(YES_NO, [said("goal:run", "no")], 0, 1, False, id="a-no-is-an-answer"),
        pytest.param(
            YES_NO, [said("goal:run", "yes", d) for d in (5, 6, 7)], 2, 2, False, id="last-7-days"
        ),
        pytest.param(
            COUNT, [said("goal:run", 2), said("goal:run", 2, 3)], 4, 2, False, id="4-of-5"
        ),
        pytest.param(COUNT, [said("goal:run", 2), said("goal:run", 3, 3)], 5, 2, True, id="5-of-5"),
        pytest.param(
            NUMBER, [said("goal:run", 12, 3), said("goal:run", 9.5)], 9.5, 2, False, id="the-latest"
        ),
        pytest.param(NUMBER, [said("goal:run", 10)], 10, 1, True, id="the-number"),
        pytest.param(NUMBER, [said("goal:run", "much")], None, 1, False, id="not-a-number"),
        pytest.param(DATED, [], 3, 0, False, id="three-days-left"),
        pytest.param(DATED, [said("goal:run", "yes")], 3, 1, True, id="done-before-its-date"),
        pytest.param(goal(MeasureKind.DATE), [], None, 0, False, id="no-date"),
        pytest.param(YES_NO, [said("goal:swim", "yes")], None, 0, False, id="another-goal"),
    ],
)
def test_goals(of, readings, done, answered, reached):
    """Each kind of measure, its target from both sides."""
    found = goal_progress(of, readings, today=TODAY, zone=ZONE)

    assert (found.done, found.answered, found.of, found.reached) == (done, answered, 7, reached)


@pytest.mark.parametrize(
    ("of", "readings", "key", "args"),
    [
        pytest.param(YES_NO, [], "goal_unanswered", {"of": 7}, id="no-answer"),
        pytest.param(
            COUNT,
            [said("goal:run", 2)],
            "goal_count_week",
            {"done": 2, "target": 5, "answered": 1, "of": 7},
            id="count",
        ),
        pytest.param(DATED, [], "goal_date", {"done": 3, "ago": "none"}, id="date-has-no-target"),
        pytest.param(
            DATED, [said("goal:run", "no", 2)], "goal_date", {"done": 3, "ago": 2}, id="not-done"
        ),
        pytest.param(
            DATED,
            [said("goal:run", "yes", 20)],
            "goal_date_reached",
            {"ago": 20},
            id="long-ago",
        ),
        pytest.param(
            NUMBER,
            [said("goal:run", 4, 8), said("goal:run", 3, 30)],
            "goal_number",
            {"done": 4, "target": 10, "ago": 8},
            id="the-latest-number-holds",
        ),
        pytest.param(NUMBER, [], "goal_unanswered_yet", {}, id="no-number-yet"),
        pytest.param(
            goal(MeasureKind.YES_NO, target=3, by=TODAY - timedelta(days=1)),
            [said("goal:run", "yes", 2)],
            "goal_past",
            {},
            id="its-day-has-gone-by",
        ),
        pytest.param(
            goal(MeasureKind.YES_NO, target=3, by=TODAY),
            [said("goal:run", "yes", 2)],
            "goal_yes_no",
            {"done": 1, "target": 3, "answered": 1, "of": 7},
            id="its-day-is-today",
        ),
    ],
)
def test_goal_lines(of, readings, key, args):
    """A key and its arguments; the words are the catalogue's."""
    line = goal_progress(of, readings, today=TODAY, zone=ZONE).line

    assert (line.key, line.args) == (key, args)


def test_paused_goals_are_counted_like_others():
    """What to show is the plan's decision, not the arithmetic's."""
    paused = replace(YES_NO, status=GoalStatus.ON_HOLD)

    assert goal_progress(paused, [said("goal:run", "yes")], today=TODAY, zone=ZONE).done == 1
