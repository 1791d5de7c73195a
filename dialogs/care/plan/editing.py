"""Editing: a plan in, the next version of it out. What cannot be is refused with a reason.

Every edit is one of a few: put something in (or in the place of what has its key), take it out,
move it up, say it in other words, fill in a text. Who may, and who must agree, is decided
elsewhere.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any, Protocol

from dialogs.care.plan.goals import Goal, MeasureKind
from dialogs.care.plan.parts import Appointment
from dialogs.care.plan.whole import SAFETY_STEPS, Plan
from dialogs.care.rhythm_rules import Once, parse_rule
from dialogs.errors import BadEdit

MOST = 20
"""Nobody holds on to more things of one kind than these."""

LONGEST = 200
"""In characters: a name, a sign, a step. Longer words go into notes."""

LONGEST_TEXT = 1000


class Part(StrEnum):
    """The parts of a plan that hold a list."""

    GOALS = "goals"
    TRIGGERS = "triggers"
    SKILLS = "skills"
    SIGNS = "own_signs"
    PEOPLE = "contacts"
    MEDICINES = "medicines"
    TREATMENT = "modalities"
    DATES = "appointments"
    CONDITIONS = "conditions"
    MILESTONES = "milestones"
    RHYTHM = "schedules"


class Text(StrEnum):
    """The parts of a plan that are one text of the client's."""

    REFUSAL_LINE = "refusal_line"
    URGE_PLAN = "urge_plan"
    LAPSE_PLAN = "lapse_plan"


class Keyed(Protocol):
    """Anything that stands in a list of the plan."""

    @property
    def key(self) -> str:
        """What it is called for ever; never shown."""


def items(plan: Plan, part: Part) -> tuple[Any, ...]:
    """Return what stands in a part, in the plan's order."""
    if part is Part.SKILLS:
        return plan.skills_in_order
    found: tuple[Any, ...] = getattr(plan, part.value)
    return found


def item(plan: Plan, part: Part, key: str) -> Any | None:
    """Return what has this key, or None."""
    return next((one for one in items(plan, part) if one.key == key), None)


def put(plan: Plan, part: Part, one: Keyed, today: date) -> Plan:
    """Put something in, in the place of what has its key, or else last.

    Args:
        plan: The plan as it is.
        part: Where.
        one: What: a `Goal` into the goals, and so on.
        today: The client's date; what lies before it cannot be planned anew. A day, or a measure,
            that was there already stays as it is.

    Raises:
        BadEdit: It is empty, too long, one too many, in the past, or has nothing to measure.

    """
    _check(one, item(plan, part, one.key), today)
    there = items(plan, part)
    if all(other.key != one.key for other in there):
        if len(there) >= MOST:
            raise BadEdit("too_many", most=MOST)
        return _with(plan, part, (*there, one))
    return _with(plan, part, [one if other.key == one.key else other for other in there])


def take_out(plan: Plan, part: Part, key: str) -> Plan:
    """Take something out; whoever was asked about it is not asked again."""
    return _with(plan, part, [one for one in items(plan, part) if one.key != key])


def move_up(plan: Plan, part: Part, key: str) -> Plan:
    """Move something one place up; what is first stays first."""
    there = list(items(plan, part))
    place = next((n for n, one in enumerate(there) if one.key == key), 0)
    if place:
        there[place - 1 : place + 1] = [there[place], there[place - 1]]
    return _with(plan, part, there)


def put_first(plan: Plan, part: Part, key: str) -> Plan:
    """Move something to the top."""
    there = items(plan, part)
    return _with(plan, part, sorted(there, key=lambda one: one.key != key))


def write(plan: Plan, text: Text, words: str | None) -> Plan:
    """Write one of the plan's texts anew; None takes it out.

    Raises:
        BadEdit: It is too long.

    """
    words = (words or "").strip() or None
    if words is not None and len(words) > LONGEST_TEXT:
        raise BadEdit("too_long", most=LONGEST_TEXT)
    return replace(plan, prevention=replace(plan.prevention, **{text.value: words}))


def write_step(plan: Plan, step: str, lines: Sequence[str]) -> Plan:
    """Write one of the six steps of the safety plan anew, line by line.

    Raises:
        BadEdit: A line is too long, or there are too many.

    """
    said = _lines(lines)
    declined = plan.safety.declined - {step} if said else plan.safety.declined
    return replace(plan, safety=replace(plan.safety, declined=declined, **{step: said}))


def write_strengths(plan: Plan, lines: Sequence[str]) -> Plan:
    """Write anew what is strong in somebody, line by line.

    Raises:
        BadEdit: A line is too long, or there are too many.

    """
    return replace(plan, strengths=_lines(lines))


def leave_out_step(plan: Plan, step: str) -> Plan:
    """Leave a step of the safety plan empty on purpose."""
    if step not in SAFETY_STEPS:
        raise BadEdit("no_such_step")
    declined = plan.safety.declined | {step}
    return replace(plan, safety=replace(plan.safety, declined=declined, **{step: ()}))


def _lines(lines: Sequence[str]) -> tuple[str, ...]:
    said = tuple(line.strip() for line in lines if line.strip())
    if len(said) > MOST:
        raise BadEdit("too_many", most=MOST)
    for line in said:
        _fits(line)
    return said


def _with(plan: Plan, part: Part, those: Sequence[Any]) -> Plan:
    if part is Part.SKILLS:
        those = [replace(one, order=place) for place, one in enumerate(those)]
    return plan.with_fields(**{part.value: tuple(those)})


def _check(one: Keyed, was: Keyed | None, today: date) -> None:
    for words in _words(one):
        _fits(words)
    if isinstance(one, Goal) and not (isinstance(was, Goal) and was.measure == one.measure):
        _can_be_measured(one)
    day = _day_of(one)
    if day is not None and day < today and (was is None or day != _day_of(was)):
        raise BadEdit("past")


def _day_of(one: Keyed) -> date | None:
    """Return the one day that something is planned for, if there is one."""
    if isinstance(one, Goal):
        return one.measure.by
    if isinstance(one, Appointment):
        days = parse_rule(one.rule).days
        return days.day if isinstance(days, Once) else None
    return None


def _words(one: Keyed) -> list[str]:
    """Return what must not be empty."""
    names = ("title", "label", "name", "words")
    return [words for name in names if isinstance(words := getattr(one, name, None), str)]


def _fits(words: str) -> None:
    if not words.strip():
        raise BadEdit("empty")
    if len(words) > LONGEST:
        raise BadEdit("too_long", most=LONGEST)


def _can_be_measured(goal: Goal) -> None:
    measure = goal.measure
    if measure.kind is MeasureKind.DATE:
        if measure.by is None:
            raise BadEdit("no_measure")
    elif measure.target is None or measure.target <= 0:
        raise BadEdit("no_measure")
