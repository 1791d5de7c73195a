"""Today's check-in from a person's plan: the one place where care and engine meet.

The dialog stays the same for everybody; what is the person's own comes in as facts: up to two
questions about signs, goals and skills, their medicine, their triggers, their people.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from pydantic import JsonValue

from dialogs.care.plan import Condition, Goal, MeasureKind, OwnSign, Plan, Skill
from dialogs.care.warning_signs import Reading
from dialogs.engine.calling import EXERCISE

ITEMS = 2
ITEMS_WITH_MEDICINE = 1
"""With a medicine to ask about there is room for one item less: seven questions in all."""

SKILLS_REST = timedelta(days=7)
"""Goals go first for so long after any skill was asked about: they are measured by the week."""

SIGNS_IN_A_ROW = timedelta(days=4)
"""Where there is room for one item only, it is a sign on three days of four.

The rule behind it counts three different signs in four days (warning_signs.yaml, own_signs).
"""

Say = Callable[..., str]
"""Words a text, by its key and its arguments, in the client's language."""

_Other = Goal | Skill | Condition
_ABOUT = {Skill: "item-skill", OwnSign: "item-own_sign", Condition: "item-condition"}
_NEVER = datetime.min.replace(tzinfo=UTC)
_COUNTED = (MeasureKind.COUNT_WEEK, MeasureKind.NUMBER)


def facts_for(
    plan: Plan, history: Sequence[Reading], local_date: date, seed: int, say: Say
) -> Mapping[str, JsonValue]:
    """Choose what today's dialog may ask about.

    Args:
        plan: The plan in force.
        history: The client's readings of the last weeks, in any order.
        local_date: Today, where the client is.
        seed: The client's own number: items never asked about come in an order that differs
            between clients and days, and is the same after a restart.
        say: Words the questions about signs and skills.

    Returns:
        Facts for ``Player.open``: ``item_1`` and ``item_2`` (a sign first, then a goal, a
        skill or something they live with, each the one not asked about for the longest),
        ``medicine`` (names), ``triggers`` and ``skills`` (most helpful first), ``first_skill``,
        ``person`` (who to call, the number on a line of its own), ``small_step``. What the plan
        does not have is left out.

    """
    room = ITEMS_WITH_MEDICINE if plan.medicines else ITEMS
    items = _Rotation(history, local_date, seed).choose(plan, room, say)
    facts: dict[str, JsonValue] = {
        f"item_{place}": item for place, item in enumerate(items, start=1)
    }
    if plan.medicines:
        facts["medicine"] = ", ".join(medicine.name for medicine in plan.medicines)
    if plan.triggers:
        facts["triggers"] = [_named(each.key, each.label) for each in plan.triggers]
    if plan.skills:
        facts["skills"] = [_skill(each) for each in plan.skills_in_order]
        facts["first_skill"] = plan.skills_in_order[0].label
    return {**facts, **_person(plan), **_small_step(plan, local_date)}


class _Rotation:
    """Whose turn it is: what was not asked about for the longest, a lot where that is equal."""

    def __init__(self, history: Sequence[Reading], local_date: date, seed: int) -> None:
        self._asked_at: dict[str, datetime] = {}
        self._newest_of: dict[str, Reading] = {}
        for reading in sorted(history, key=lambda one: one.at):
            self._asked_at[reading.name] = reading.at
            if reading.kind == "answered":
                self._newest_of[reading.name] = reading
        self._today = local_date
        self._seed = seed

    def choose(self, plan: Plan, room: int, say: Say) -> list[JsonValue]:
        signs = sorted(plan.own_signs, key=self._turn)
        goals = [goal for goal in plan.goals_on(self._today) if not self._is_done(goal)]
        asked = [one for one in plan.conditions if one.asks]
        others: list[_Other] = sorted((*goals, *asked), key=self._turn)
        for skill in sorted(plan.skills, key=self._turn)[:1]:
            rested_at = self._newest(plan.skills) + SKILLS_REST
            waiting = [goal for goal in others if self._turn(goal)[0] <= rested_at]
            others.insert(len(waiting), skill)
        if room == 1 and others and self._long_ago(others):
            signs = []
        chosen: list[_Other | OwnSign] = [*signs[:1], *others, *signs[1:]]
        return [_item(one, say) for one in chosen[:room]]

    def _turn(self, one: _Other | OwnSign) -> tuple[datetime, bytes]:
        lot = hashlib.sha256(f"{self._seed}|{self._today}|{one.key}".encode()).digest()
        return self._asked_at.get(one.reading, _NEVER), lot

    def _is_done(self, goal: Goal) -> bool:
        """Tell whether a goal that is done once was said to be done."""
        said = self._newest_of.get(goal.reading)
        return goal.measure.kind is MeasureKind.DATE and said is not None and said.value == "yes"

    def _newest(self, those: Sequence[_Other]) -> datetime:
        return max(self._asked_at.get(one.reading, _NEVER) for one in those)

    def _long_ago(self, others: Sequence[_Other]) -> bool:
        """Tell whether no goal and no skill was asked about in the last days."""
        return self._newest(others).date() <= self._today - SIGNS_IN_A_ROW


def _item(one: _Other | OwnSign, say: Say) -> JsonValue:
    if isinstance(one, Goal):
        return {
            "key": one.key,
            "kind": "number" if one.measure.kind in _COUNTED else "yes_no",
            "label": one.title,
            "text": one.measure.question,
            "unit": one.measure.unit,
            "records": one.reading,
        }
    about = _ABOUT[type(one)]
    return {
        "key": one.key,
        "kind": "scale" if isinstance(one, Condition) else "yes_no",
        "label": one.label,
        "text": say(about, label=one.label),
        "records": one.reading,
    }


def _skill(skill: Skill) -> JsonValue:
    exercise = {} if skill.exercise is None else {EXERCISE: skill.exercise}
    return {"key": skill.key, "label": skill.label, **exercise}


def _person(plan: Plan) -> dict[str, JsonValue]:
    """Return who to call first: somebody with a number, if there is anybody."""
    first = min(plan.contacts, key=lambda one: one.phone is None, default=None)
    return {} if first is None else {"person": "\n".join(filter(None, (first.name, first.phone)))}


def _small_step(plan: Plan, local_date: date) -> dict[str, JsonValue]:
    """Return the small step of one goal, of another one each day."""
    steps = [goal.small_step for goal in plan.goals_on(local_date) if goal.small_step]
    return {"small_step": steps[local_date.toordinal() % len(steps)]} if steps else {}


def _named(key: str, label: str) -> JsonValue:
    return {"key": key, "label": label}
