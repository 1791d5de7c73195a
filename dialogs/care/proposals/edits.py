"""Edits that a proposal makes; where the plan has no room for one there is nothing to propose."""

from dialogs.care.plan import Goal, Plan
from dialogs.care.plan.editing import Keyed, Part, item, put
from dialogs.care.proposals.shapes import Known
from dialogs.errors import BadEdit


def with_put(known: Known, part: Part, one: Keyed, plan: Plan | None = None) -> Plan | None:
    """Return the plan (else the one in force) with something put in; None if it cannot be."""
    try:
        return put(known.plan if plan is None else plan, part, one, known.today)
    except BadEdit:
        return None


def with_new_goal(known: Known, entry: str, plan: Plan | None = None) -> Plan | None:
    """Return the plan with a goal of the catalogue; None if it is not there, or in the plan."""
    goal = known.ready(entry)
    if goal is None or has_goal(known.plan, goal):
        return None
    return with_put(known, Part.GOALS, goal, plan)


def has_goal(plan: Plan, goal: Goal) -> bool:
    """Return whether the plan has, or once had, this goal: its key or its entry."""
    if item(plan, Part.GOALS, goal.key) is not None:
        return True
    return goal.entry is not None and any(one.entry == goal.entry for one in plan.goals)
