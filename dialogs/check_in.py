"""Today's check-in from a person's plan: the one place where care and engine meet.

The dialog stays the same for everybody; what is the person's own comes in as facts: up to two
questions about goals, their medicine, their triggers, their skills.
"""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from pydantic import JsonValue

from dialogs.care.plan import Goal, MeasureKind, Plan
from dialogs.care.warning_signs import Reading

ITEMS = 2
ITEMS_WITH_MEDICINE = 1
"""With a medicine to ask about there is room for one goal less: seven questions in all."""

_NEVER = datetime.min.replace(tzinfo=UTC)
_COUNTED = (MeasureKind.COUNT_WEEK, MeasureKind.NUMBER)


def facts_for(
    plan: Plan, history: Sequence[Reading], local_date: date, seed: int
) -> Mapping[str, JsonValue]:
    """Choose what today's dialog may ask about.

    Args:
        plan: The plan in force.
        history: The client's readings of the last weeks, in any order.
        local_date: Today, where the client is.
        seed: The client's own number: goals never asked about come in an order that differs
            between clients and days, and is the same after a restart.

    Returns:
        Facts for ``Player.open``: ``item_1`` and ``item_2`` (goals, the one not asked about
        for the longest first), ``medicine`` (names), ``triggers`` and ``skills`` (most
        helpful first). What the plan does not have is left out.

    """
    room = ITEMS_WITH_MEDICINE if plan.medicines else ITEMS
    goals = _least_recent_first(plan.active_goals, history, local_date, seed)[:room]
    facts: dict[str, JsonValue] = {
        f"item_{place}": _item(goal) for place, goal in enumerate(goals, start=1)
    }
    if plan.medicines:
        facts["medicine"] = ", ".join(medicine.name for medicine in plan.medicines)
    if plan.triggers:
        facts["triggers"] = [_named(each.key, each.label) for each in plan.triggers]
    if plan.skills:
        facts["skills"] = [_named(each.key, each.label) for each in plan.skills_in_order]
    return facts


def _least_recent_first(
    goals: Sequence[Goal], history: Sequence[Reading], local_date: date, seed: int
) -> list[Goal]:
    asked_at: dict[str, datetime] = {}
    for reading in history:
        asked_at[reading.name] = max(reading.at, asked_at.get(reading.name, _NEVER))

    def turn(goal: Goal) -> tuple[datetime, bytes]:
        lot = hashlib.sha256(f"{seed}|{local_date}|{goal.key}".encode()).digest()
        return asked_at.get(goal.reading, _NEVER), lot

    return sorted(goals, key=turn)


def _item(goal: Goal) -> JsonValue:
    return {
        "key": goal.key,
        "kind": "number" if goal.measure.kind in _COUNTED else "yes_no",
        "label": goal.title,
        "text": goal.measure.question,
        "unit": goal.measure.unit,
        "records": goal.reading,
    }


def _named(key: str, label: str) -> JsonValue:
    return {"key": key, "label": label}
