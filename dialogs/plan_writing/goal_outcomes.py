"""Goal outcomes: what became of goals whose day has gone by, as an edit of the plan.

Whatever is said about one of them, the others are settled all the same.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from dialogs.care.plan import Goal, GoalStatus, Plan
from dialogs.care.plan.editing import Part, item, put
from dialogs.errors import BadEdit
from dialogs.plan_writing.answers import WEEKS, Writing

PLACES = (1, 2, 3)
"""How many goals are asked about at once."""

_STATUS = {"done": GoalStatus.MET, "let_go": GoalStatus.DROPPED, "other": GoalStatus.ON_HOLD}


@dataclass(frozen=True, slots=True)
class Settled:
    """What was said about goals whose day has gone by.

    Attributes:
        plan: The plan with it.
        told: For each goal of which something is to be said, what became of it (``done``,
            ``more_time``, ``let_go``, ``past`` where the new day lies in the past too) and the
            goal as it is now.
        wishes: What was said in the client's own words, for them and their counselor.

    """

    plan: Plan
    told: tuple[tuple[str, Goal], ...]
    wishes: tuple[str, ...]


def settled(w: Writing) -> Settled:
    """Take up what was answered about each goal; one that is not in the plan any more is passed."""
    plan, told, wishes = w.plan, list[tuple[str, Goal]](), list[str]()
    for place in PLACES:
        became = w.text(f"became_{place}")
        goal = None if became is None else _goal(w, place, plan)
        if became is None or goal is None:
            continue
        if became == "other" and (said := w.text(f"words_{place}")) is not None:
            wishes.append(f"{goal.title}: {said}")
        try:
            changed = _changed(w, place, became, goal)
            plan = put(plan, Part.GOALS, changed, w.today)
            told += [] if became == "other" else [(became, changed)]
        except BadEdit as error:
            told.append((error.reason, goal))
    return Settled(plan, tuple(told), tuple(wishes))


def _goal(w: Writing, place: int, plan: Plan) -> Goal | None:
    asked = w.session.facts.get(f"past_{place}")
    key = str(asked.get("key")) if isinstance(asked, dict) else ""
    goal = item(plan, Part.GOALS, key)
    return goal if isinstance(goal, Goal) else None


def _changed(w: Writing, place: int, became: str, goal: Goal) -> Goal:
    if became in _STATUS:
        return goal.became(_STATUS[became], w.now, w.author_id)
    day = w.text(f"day_{place}")
    weeks = WEEKS.get(w.text(f"until_{place}") or "", 1)
    by = w.today + timedelta(weeks=weeks) if day is None else date.fromisoformat(day)
    return replace(goal, measure=replace(goal.measure, by=by))
