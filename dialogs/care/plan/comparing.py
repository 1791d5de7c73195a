"""Comparing: what is different between two versions of a plan, and two changes made at once.

A change that somebody proposed is kept as the plan it would make, beside the one it was made from.
If the plan has changed meanwhile both changes are taken together; where they are about the same
thing, nobody decides that but a person.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from dialogs.care.plan.editing import Part, Text, items
from dialogs.care.plan.goals import Goal
from dialogs.care.plan.parts import Skill
from dialogs.care.plan.whole import SAFETY_STEPS, Plan


class How(StrEnum):
    """What became of a thing."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is different: where, how, and as it was and is.

    ``part`` is a `Part`, a `Text`, a step of the safety plan, or the name of a single field.
    ``before`` and ``after`` are the things themselves (for MOVED all keys in order); None is
    nothing.
    """

    part: str
    how: How
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Merged:
    """Two changes taken together; ``conflicts`` are those of mine that met another one."""

    plan: Plan
    conflicts: tuple[Difference, ...]


_Place = tuple[str, str]

SINGLE = ("phase", "living", "review_on", "state")
"""Fields that hold one value each."""


def differences(before: Plan, after: Plan) -> tuple[Difference, ...]:
    """List what is different, part by part; who wrote it, when and why is no difference."""
    old, new = _flat(before), _flat(after)
    found = [
        _difference(place, old.get(place), new.get(place))
        for place in dict.fromkeys((*old, *new))
        if _bare(old.get(place)) != _bare(new.get(place))
    ]
    for part in Part:
        was, now = _common_order(before, after, part), _common_order(after, before, part)
        if was != now:
            found.append(Difference(part.value, How.MOVED, was, now))
    return tuple(found)


def merge(base: Plan, theirs: Plan, mine: Plan) -> Merged:
    """Take two changes of the same plan together.

    Args:
        base: The plan that both were made from.
        theirs: What holds now.
        mine: What is to hold.

    Returns:
        ``theirs`` with my changes in it. Where both changed the same thing differently, theirs
        stays, and my change is among the conflicts.

    """
    old, now, new = _flat(base), _flat(theirs), _flat(mine)
    result, conflicts = dict(now), []
    for place in dict.fromkeys((*old, *now, *new)):
        was, other, wish = (_bare(flat.get(place)) for flat in (old, now, new))
        if wish in (was, other):
            continue
        if other != was:
            conflicts.append(_difference(place, now.get(place), new.get(place)))
        elif place in new:
            result[place] = new[place]
        else:
            result.pop(place, None)
    plan = _whole(theirs, result)
    for part in Part:
        mine_moved = _common_order(base, mine, part) != _common_order(mine, base, part)
        theirs_moved = _common_order(base, theirs, part) != _common_order(theirs, base, part)
        if mine_moved and not theirs_moved:
            plan = _in_order(plan, part, [one.key for one in items(mine, part)])
    return Merged(plan, tuple(conflicts))


def _flat(plan: Plan) -> dict[_Place, Any]:
    """Lay a plan out as its single things, each by where it stands."""
    flat: dict[_Place, Any] = {
        (part.value, one.key): one for part in Part for one in items(plan, part)
    }
    for text in Text:
        flat[text.value, ""] = getattr(plan.prevention, text.value)
    for step in SAFETY_STEPS:
        declined = step in plan.safety.declined
        flat[step, ""] = None if declined else getattr(plan.safety, step)
    for name in SINGLE:
        flat[name, ""] = getattr(plan, name)
    flat["strengths", ""] = plan.strengths
    flat["thresholds", ""] = tuple(sorted(plan.thresholds.items()))
    flat["ladders", ""] = tuple(sorted(plan.ladders.items()))
    return flat


def _bare(one: Any) -> Any:
    """Return a thing without what changes by itself."""
    if isinstance(one, Skill):
        return replace(one, order=0)
    return replace(one, history=()) if isinstance(one, Goal) else one


def _difference(place: _Place, before: Any, after: Any) -> Difference:
    how = How.CHANGED if before and after else How.ADDED if after else How.REMOVED
    return Difference(place[0], how, before or None, after or None)


def _common_order(one: Plan, other: Plan, part: Part) -> tuple[str, ...]:
    shared = {each.key for each in items(other, part)}
    return tuple(each.key for each in items(one, part) if each.key in shared)


def _whole(plan: Plan, flat: Mapping[_Place, Any]) -> Plan:
    """Put single things back together; what is new stands last in its part."""
    for part in Part:
        those = [one for (where, _), one in flat.items() if where == part.value]
        plan = _placed(plan, part, those)
    texts = {text.value: flat[text.value, ""] for text in Text}
    steps = {step: flat[step, ""] or () for step in SAFETY_STEPS}
    declined = frozenset(step for step in SAFETY_STEPS if flat[step, ""] is None)
    return plan.with_fields(
        prevention=replace(plan.prevention, **texts),
        safety=replace(plan.safety, declined=declined, **steps),
        strengths=flat["strengths", ""],
        thresholds=dict(flat["thresholds", ""]),
        ladders=dict(flat["ladders", ""]),
        **{name: flat[name, ""] for name in SINGLE},
    )


def _placed(plan: Plan, part: Part, those: list[Any]) -> Plan:
    if part is Part.SKILLS:
        those = [replace(one, order=place) for place, one in enumerate(those)]
    return plan.with_fields(**{part.value: tuple(those)})


def _in_order(plan: Plan, part: Part, keys: list[str]) -> Plan:
    def place(one: Any) -> int:
        return keys.index(one.key) if one.key in keys else len(keys)

    return _placed(plan, part, sorted(items(plan, part), key=place))
