"""Goals: one is begun, of a ready-made one or in own words; one gets more or less to reach."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from dialogs.care.catalogue import Entry
from dialogs.care.plan import Domain, Goal, GoalStatus, Measure, MeasureKind, Plan
from dialogs.care.plan.editing import Part, put
from dialogs.errors import BadEdit
from dialogs.plan_writing.answers import DOMAIN, FOR, STEP, WEEKS, Writing, was_before

_AIMS = ("days", "times", "number")


def goal_written(w: Writing) -> Plan:
    """Return the plan with a goal that was begun."""
    weeks = WEEKS.get(w.text("weeks") or "")
    by = w.today + timedelta(weeks=weeks) if weeks else None
    entry = w.catalogue.entry(w.text("idea") or "")
    goal = _own_goal(w, by)
    if entry is not None:
        goal = goal_from(entry, w.new_key, w.today, w.say, by)
    step = w.worded(STEP)
    goal = replace(
        goal,
        domain=Domain(str(w.session.facts.get(DOMAIN))),
        problem=w.text("problem") or _condition(w),
        small_step=step or goal.small_step,
    )
    return put(w.plan, Part.GOALS, goal.became(GoalStatus.ACTIVE, w.now, w.author_id), w.today)


def _condition(w: Writing) -> str | None:
    """Return what somebody lives with, where the goal was begun for it."""
    label = w.session.facts.get(FOR)
    return label if isinstance(label, str) else None


def goal_from(
    entry: Entry, key: str, today: date, say: Callable[..., str], by: date | None = None
) -> Goal:
    """Make a goal of a ready-made one.

    Args:
        entry: The ready-made one.
        key: What it is called for ever.
        today: The client's date; a goal with a day to reach has its weeks from here.
        say: Words a text in the client's language.
        by: The day by which it is to be reached, where the client chose one.

    """
    ready = entry.measure
    dated = ready.kind is MeasureKind.DATE
    measure = Measure(
        ready.kind,
        say(f"{entry.text}.question"),
        ready.target,
        say(f"unit-{ready.unit}.word") if ready.unit else None,
        by or (today + timedelta(weeks=ready.weeks) if dated else None),
    )
    return Goal(
        key,
        entry.title(say),
        measure,
        GoalStatus.ACCEPTED,
        say(f"{entry.text}.step"),
        wellbeing=entry.wellbeing,
        entry=entry.key,
    )


def _own_goal(w: Writing, by: date | None) -> Goal:
    title = w.text("idea") or ""
    kinds = {
        "days": (MeasureKind.YES_NO, w.number("days")),
        "times": (MeasureKind.COUNT_WEEK, w.number("times")),
        "number": (MeasureKind.NUMBER, w.number("number")),
        "date": (MeasureKind.DATE, None),
    }
    kind, target = kinds.get(w.text("measure") or "", (MeasureKind.YES_NO, None))
    if kind is MeasureKind.DATE:
        day = w.text("by")
        by = date.fromisoformat(day) if day else None
    question = w.say(f"plan-question_{kind}", title=title)
    return Goal(w.new_key, title, Measure(kind, question, target, None, by), GoalStatus.ACCEPTED)


def aim_written(w: Writing) -> Plan:
    """Return the plan with more or less of a goal, or with another day to reach it."""
    goal = was_before(w, Part.GOALS)
    if goal is None:
        raise BadEdit("gone")
    measure: Measure = goal.measure
    day, weeks = w.text("by"), w.text("weeks")
    if day is not None:
        measure = replace(measure, by=date.fromisoformat(day))
    elif weeks != "as_it_is":
        later = WEEKS.get(weeks or "")
        measure = replace(measure, by=w.today + timedelta(weeks=later) if later else None)
    target = next((n for step in _AIMS if (n := w.number(step)) is not None), None)
    title = goal.title
    if target is not None and measure.target is not None:
        title, measure = w.retitled(goal, target), replace(measure, target=target)
    return put(w.plan, Part.GOALS, replace(goal, title=title, measure=measure), w.today)


def ideas(catalogue: Sequence[Entry], say: Callable[..., str]) -> list[Any]:
    """Return ready-made goals as a question offers them."""
    return [{"key": one.key, "label": one.title(say)} for one in catalogue]
