"""Goals: what the client wants, how each is measured, and the small step that comes next."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum


class Domain(StrEnum):
    """The part of life that a goal is about (PRODUCT.md 1.2)."""

    USE = "use"
    HEALTH = "health"
    MIND = "mind"
    FAMILY = "family"
    PEOPLE = "people"
    WORK = "work"
    MONEY = "money"
    HOME = "home"
    LIFE_SKILLS = "life_skills"
    BODY = "body"
    SELF_CARE = "self_care"
    MEANING = "meaning"


class Wellbeing(StrEnum):
    """The dimension of wellbeing that a goal serves."""

    EMOTIONAL = "emotional"
    PHYSICAL = "physical"
    SOCIAL = "social"
    OCCUPATIONAL = "occupational"
    FINANCIAL = "financial"
    INTELLECTUAL = "intellectual"
    ENVIRONMENTAL = "environmental"
    SPIRITUAL = "spiritual"


class MeasureKind(StrEnum):
    """How a goal is measured: a day's yes, a week's count, a number or a date to reach."""

    YES_NO = "yes_no"
    COUNT_WEEK = "count_week"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Measure:
    """How a goal is asked about and when it is met: what makes it an objective.

    ``target`` is in yes days per week (yes/no), in ``unit`` per week (count) or in ``unit``
    (number); ``by`` is the day to reach it, and all there is for a date.
    """

    kind: MeasureKind
    question: str
    target: float | None = None
    unit: str | None = None
    by: date | None = None


class GoalStatus(StrEnum):
    """Where a goal is between proposed and done with."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    ACTIVE = "active"
    ON_HOLD = "on_hold"
    MET = "met"
    PARTLY_MET = "partly_met"
    REVISED = "revised"
    DROPPED = "dropped"


RUNNING = frozenset({GoalStatus.ACCEPTED, GoalStatus.ACTIVE, GoalStatus.ON_HOLD})
"""A goal in one of these is still wanted."""


@dataclass(frozen=True, slots=True)
class StatusChange:
    """What became of a goal, when, and by whom; ``by`` is None where the bot itself noted it."""

    status: GoalStatus
    at: datetime
    by: int | None


@dataclass(frozen=True, slots=True)
class StepDone:
    """A small step that was taken, in the client's words."""

    words: str
    on: date


@dataclass(frozen=True, slots=True)
class Goal:
    """One thing the client wants: the problem in their words, the goal, its measure, its steps.

    ``small_step`` is the one that comes next. ``entry`` names the ready-made entry of the catalogue
    it was made from, if it was. ``history`` is oldest first.
    """

    key: str
    title: str
    measure: Measure
    status: GoalStatus
    small_step: str | None = None
    domain: Domain | None = None
    wellbeing: Wellbeing | None = None
    problem: str | None = None
    entry: str | None = None
    steps_done: tuple[StepDone, ...] = ()
    history: tuple[StatusChange, ...] = ()

    @property
    def reading(self) -> str:
        """The name under which answers about this goal are recorded."""
        return f"goal:{self.key}"

    def is_past(self, today: date) -> bool:
        """Tell whether the day by which it was to be reached has gone by."""
        return self.measure.by is not None and self.measure.by < today

    def became(self, status: GoalStatus, at: datetime, by: int | None) -> "Goal":
        """Return the goal with another status, and that change in its history."""
        return replace(self, status=status, history=(*self.history, StatusChange(status, at, by)))

    def stepped(self, on: date, next_step: str | None) -> "Goal":
        """Return the goal with its small step taken, and the one that comes next."""
        done = () if self.small_step is None else (StepDone(self.small_step, on),)
        return replace(self, steps_done=(*self.steps_done, *done), small_step=next_step)
