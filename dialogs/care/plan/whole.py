"""The plan as a whole, what holds before there is one, and what it lacks before it is active."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from pydantic import JsonValue

from dialogs.care.expected import Expected
from dialogs.care.ladders import Ladder
from dialogs.care.missed import MissedLadder
from dialogs.care.plan.goals import Goal, GoalStatus
from dialogs.care.plan.parts import (
    Appointment,
    Condition,
    ContactPerson,
    Living,
    Medicine,
    Milestone,
    Modality,
    OwnSign,
    Prevention,
    Skill,
    Trigger,
)
from dialogs.care.sign_rules import Tier

CONTACTS_NEEDED = 2

MISSED_SIGN = "missed"
"""The warning sign of check-ins missed in a row; its number is the client's own (``missed``)."""


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


class PlanState(StrEnum):
    """How far a plan has come: the first evening's, being made, or agreed on by both."""

    STARTER = "starter"
    DRAFT = "draft"
    ACTIVE = "active"


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
    before intake. ``state`` says how far the plan has come, ``review_on`` when both look at it
    again. ``thresholds`` are this client's own, by warning sign, and so are ``ladders``,
    by tier; the clinic's default holds for a tier that is not named. ``expected`` says, by sign,
    what a counselor expects for some days and nobody is woken for. ``missed`` is what happens on
    days without an answer, and ``tells_pause`` whether the counselor hears of a pause.
    ``author_id`` is None where the bot itself wrote it. ``older`` is what another version of the
    program wrote and this one does not know, by the way to it: kept, and never shown.
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
    expected: Mapping[str, Expected] = field(default_factory=dict)
    missed: MissedLadder = field(default_factory=MissedLadder)
    tells_pause: bool = False
    state: PlanState = PlanState.STARTER
    review_on: date | None = None
    modalities: tuple[Modality, ...] = ()
    conditions: tuple[Condition, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    prevention: Prevention = field(default_factory=Prevention)
    living: Living | None = None
    strengths: tuple[str, ...] = ()
    older: Mapping[str, JsonValue] = field(default_factory=dict)

    @property
    def own_thresholds(self) -> Mapping[str, float]:
        """The client's own thresholds by sign, that of missed check-ins included once chosen."""
        after = self.missed.tell_after
        return self.thresholds if after is None else {**self.thresholds, MISSED_SIGN: after}

    @property
    def active_goals(self) -> tuple[Goal, ...]:
        """The goals that are being worked on, in the plan's order."""
        return tuple(goal for goal in self.goals if goal.status is GoalStatus.ACTIVE)

    def goals_on(self, today: date) -> tuple[Goal, ...]:
        """Return the goals that are asked about on a day: those whose time is not over."""
        return tuple(goal for goal in self.active_goals if not goal.is_past(today))

    def goals_past(self, today: date) -> tuple[Goal, ...]:
        """Return the goals whose day has gone by and of which nothing has been said since."""
        return tuple(goal for goal in self.active_goals if goal.is_past(today))

    @property
    def skills_in_order(self) -> tuple[Skill, ...]:
        """The coping skills, most helpful first."""
        return tuple(sorted(self.skills, key=lambda skill: skill.order))

    def with_fields(self, **fields: Any) -> "Plan":
        """Return the plan with these fields replaced, for whoever has their names in hand."""
        return replace(self, **fields)


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
