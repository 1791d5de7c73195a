"""A supporter's week: what there is to tell of it, of the kinds of things they were granted.

No count here says of how many days it is. A day without an answer and a day of use then look the
same, so nobody can tell one from the other; and where there is nothing to tell, nothing is told.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from dialogs.care import progress
from dialogs.care.consent import Category
from dialogs.care.plan import MeasureKind, Plan
from dialogs.care.warning_signs import Reading

DAYS = 7
MOST_SKILLS = 3
TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class Told:
    """One line of a week: what kind of thing it tells, its text key, and its words."""

    category: Category
    key: str
    args: dict[str, int | str]


def week(
    plan: Plan | None,
    readings: Sequence[Reading],
    shown: Collection[Category],
    *,
    today: date,
    zone: str,
) -> list[Told]:
    """Say what a week held.

    Args:
        plan: The client's plan now.
        readings: Theirs of that week, without what they keep to themselves; in any order.
        shown: The kinds of things that may be told.
        today: The last day of the week, in the client's zone.
        zone: The client's time zone.

    Returns:
        The lines in a fixed order; none where there is nothing to tell.

    """
    makers: Mapping[Category, Callable[[], list[Told]]] = {
        Category.PRESENCE: lambda: _presence(readings, today, zone),
        Category.GOALS: lambda: _goals(plan, readings, today, zone),
        Category.MOOD: lambda: _level(Category.MOOD, "mood", readings, today, zone),
        Category.CRAVINGS: lambda: _level(Category.CRAVINGS, "craving", readings, today, zone),
        Category.USE: lambda: _days(
            Category.USE, progress.use_free(readings, today=today, zone=zone, days=DAYS).days
        ),
        Category.MEDICATION: lambda: _medicine(readings, today, zone),
        Category.PLAN: lambda: _plan(plan),
    }
    return [line for kind, make in makers.items() if kind in shown for line in make()]


def is_news(lines: Sequence[Told]) -> bool:
    """Return whether a week is worth telling: part of a plan alone is the same every week."""
    return any(line.category is not Category.PLAN for line in lines)


def _days(category: Category, days: int) -> list[Told]:
    return [Told(category, f"family-week_{category}", {"days": days})] if days else []


def _presence(readings: Sequence[Reading], today: date, zone: str) -> list[Told]:
    here = ZoneInfo(zone)
    kept = {
        one.day_of(here) for one in readings if one.name == progress.USE and one.kind != "expired"
    }
    return _days(Category.PRESENCE, sum(0 <= (today - day).days < DAYS for day in kept))


def _level(
    category: Category, name: str, readings: Sequence[Reading], today: date, zone: str
) -> list[Told]:
    found = progress.level(readings, name, today=today, zone=zone, days=DAYS)
    if found is None:
        return []
    return [Told(category, f"family-week_{category}", {"about": round(found.mean)})]


def _medicine(readings: Sequence[Reading], today: date, zone: str) -> list[Told]:
    taken = progress.share_of_days(
        readings,
        "medicine",
        lambda reading: reading.value == TAKEN,
        today=today,
        zone=zone,
        days=DAYS,
    )
    return _days(Category.MEDICATION, taken.days)


def _goals(plan: Plan | None, readings: Sequence[Reading], today: date, zone: str) -> list[Told]:
    lines = []
    for goal in plan.active_goals if plan else ():
        found = progress.goal_progress(goal, readings, today=today, zone=zone)
        if found.kind is not MeasureKind.DATE and found.done:
            key = f"family-week_goal_{found.kind}"
            args: dict[str, int | str] = {"title": goal.title, "done": round(found.done)}
            lines.append(Told(Category.GOALS, key, args))
    return lines


def _plan(plan: Plan | None) -> list[Told]:
    known = sorted(plan.skills, key=lambda one: one.order)[:MOST_SKILLS] if plan else []
    skills = [skill.label for skill in known]
    if not skills:
        return []
    return [Told(Category.PLAN, "family-week_plan", {"skills": " · ".join(skills)})]
