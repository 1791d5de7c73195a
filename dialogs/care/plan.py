"""The plan: what a client and a counselor have agreed on, in the client's own words.

A plan is never changed, only replaced by its next version; a dialog that is running goes on
with the version it began with. Labels are words of the client: show them, never parse them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from dialogs.care.ladders import Ladder
from dialogs.care.missed import MissedLadder
from dialogs.care.sign_rules import Tier

CONTACTS_NEEDED = 2

MISSED_SIGN = "missed"
"""The warning sign of check-ins missed in a row; its number is the client's own (``missed``)."""


class MeasureKind(StrEnum):
    """How a goal is measured: a day's yes, a week's count, a number or a date to reach."""

    YES_NO = "yes_no"
    COUNT_WEEK = "count_week"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Measure:
    """How a goal is asked about and when it is met.

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


@dataclass(frozen=True, slots=True)
class Goal:
    """One thing the client wants, how it is measured, and the small step that comes next."""

    key: str
    title: str
    measure: Measure
    status: GoalStatus
    small_step: str | None = None

    @property
    def reading(self) -> str:
        """The name under which answers about this goal are recorded."""
        return f"goal:{self.key}"


@dataclass(frozen=True, slots=True)
class Trigger:
    """A situation that sets off craving."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Skill:
    """Something that helps in a craving; ``order`` counts from 0, most helpful first.

    ``exercise`` names the dialog that guides through it, where there is one.
    """

    key: str
    label: str
    order: int
    exercise: str | None = None

    @property
    def reading(self) -> str:
        """The name under which it is recorded whether it was tried (yes or no)."""
        return f"skill_tried:{self.key}"


@dataclass(frozen=True, slots=True)
class ContactPerson:
    """Somebody to call. ``phone`` is in international form, ``role`` in the client's words."""

    key: str
    name: str
    phone: str | None
    role: str


@dataclass(frozen=True, slots=True)
class OwnSign:
    """An early warning sign that this client knows of themselves."""

    key: str
    label: str

    @property
    def reading(self) -> str:
        """The name under which answers about this sign are recorded (yes or no)."""
        return f"own_sign:{self.key}"


@dataclass(frozen=True, slots=True)
class Medicine:
    """A medicine the clinic prescribed, and the local times at which it is taken."""

    key: str
    name: str
    times: tuple[time, ...]


@dataclass(frozen=True, slots=True)
class SafetyPlan:
    """The six steps of a safety plan, in the order in which they are taken.

    ``declined`` names the steps that were left empty on purpose, with the counselor.

    Source:
        SAFETY.md 2; PRODUCT.md 1.6.
    """

    signs: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    professionals: tuple[str, ...] = ()
    surroundings: tuple[str, ...] = ()
    declined: frozenset[str] = frozenset()


SAFETY_STEPS = ("signs", "alone", "places", "people", "professionals", "surroundings")


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a dialog is asked: ``rule`` in the grammar of ``rhythm.parse_rule``, local time."""

    key: str
    rule: str
    dialog: str


@dataclass(frozen=True, slots=True)
class Milestone:
    """Something to celebrate after so many use-free days in all, in the client's own words."""

    key: str
    days: int
    words: str


class Phase(StrEnum):
    """Where the client is in treatment; it sets the rhythm that is proposed (SAFETY.md 7)."""

    DETOX = "detox"
    RESIDENTIAL = "residential"
    INTENSIVE_OUTPATIENT = "intensive_outpatient"
    OUTPATIENT = "outpatient"
    AFTERCARE_EARLY = "aftercare_early"
    AFTERCARE_LATE = "aftercare_late"
    REMISSION = "remission"


@dataclass(frozen=True, slots=True)
class Plan:
    """One version of a client's plan.

    ``version`` is 0 until storage has given it one, then counts from 1. ``phase`` is None
    before intake. ``thresholds`` are this client's own, by warning sign, and so are ``ladders``,
    by tier; the clinic's default holds for a tier that is not named. ``missed`` is what happens on
    days without an answer, and ``tells_pause`` whether the counselor hears of a pause.
    ``author_id`` is None where the bot itself wrote it.
    """

    client_id: int
    version: int
    goals: tuple[Goal, ...]
    triggers: tuple[Trigger, ...]
    skills: tuple[Skill, ...]
    contacts: tuple[ContactPerson, ...]
    own_signs: tuple[OwnSign, ...]
    medicines: tuple[Medicine, ...]
    safety: SafetyPlan
    schedules: tuple[Schedule, ...]
    milestones: tuple[Milestone, ...]
    phase: Phase | None
    author_id: int | None
    reason: str
    at: datetime
    thresholds: Mapping[str, float] = field(default_factory=dict)
    ladders: Mapping[Tier, Ladder] = field(default_factory=dict)
    missed: MissedLadder = field(default_factory=MissedLadder)
    tells_pause: bool = False

    @property
    def own_thresholds(self) -> Mapping[str, float]:
        """The client's own thresholds by sign, that of missed check-ins included."""
        return {**self.thresholds, MISSED_SIGN: self.missed.tell_after}

    @property
    def active_goals(self) -> tuple[Goal, ...]:
        """The goals that check-ins ask about, in the plan's order."""
        return tuple(goal for goal in self.goals if goal.status is GoalStatus.ACTIVE)

    @property
    def skills_in_order(self) -> tuple[Skill, ...]:
        """The coping skills, most helpful first."""
        return tuple(sorted(self.skills, key=lambda skill: skill.order))


def starter_plan(client_id: int, check_in_at: time, now: datetime, author_id: int | None) -> Plan:
    """Make the plan that holds before intake: one daily check-in and nothing else.

    Args:
        client_id: Whose plan it is.
        check_in_at: The local time the client chose.
        now: When it was made, in UTC.
        author_id: Who agreed to it, usually the client.

    Returns:
        A plan not yet saved (version 0), on the clinic's default ladders.

    """
    return Plan(
        client_id=client_id,
        version=0,
        goals=(),
        triggers=(),
        skills=(),
        contacts=(),
        own_signs=(),
        medicines=(),
        safety=SafetyPlan(),
        schedules=(Schedule("daily", f"daily {check_in_at:%H:%M}", "daily_checkin"),),
        milestones=(),
        phase=None,
        author_id=author_id,
        reason="starter",
        at=now,
    )


def missing_before_active(plan: Plan, country: str | None) -> tuple[str, ...]:
    """List what a plan still lacks before it may become active, as text keys.

    A safety step counts as filled when it has a line or was declined with the counselor.

    Source:
        PRODUCT.md 1.6.
    """
    lacking = ["country"] if country is None else []
    if len(plan.contacts) < CONTACTS_NEEDED:
        lacking.append("contacts")
    lacking += [
        step
        for step in SAFETY_STEPS
        if not getattr(plan.safety, step) and step not in plan.safety.declined
    ]
    return tuple(lacking)
