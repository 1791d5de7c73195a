"""The cast of the town: four people who do not exist, their plan, and two weeks behind them.

Everything here is made up for the demo and the tests. Telephone numbers are from the range that is
kept free for stories.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time

from dialogs.care.consent import Category
from dialogs.care.people import Role
from dialogs.care.plan import (
    ContactPerson,
    Goal,
    GoalStatus,
    Measure,
    MeasureKind,
    Milestone,
    OwnSign,
    Phase,
    Plan,
    PlanState,
    SafetyPlan,
    Schedule,
    Skill,
    Trigger,
)

ZONE = "America/New_York"
COUNTRY = "US"
LANGUAGE = "en"
CLINIC = "Harbour House"
EVENING = datetime(2026, 5, 12, 23, 55, tzinfo=UTC)
"""Five to eight in the evening in the town, on a Tuesday in May."""


@dataclass(frozen=True, slots=True)
class Character:
    """One person of the town: the phone they hold and what they are to Mia."""

    user_id: int
    name: str
    role: Role
    blurb: str


MIA = Character(7_000_000_101, "Mia", Role.CLIENT, "Client, two weeks into outpatient care.")
DANA = Character(7_000_000_102, "Dana", Role.COUNSELOR, "Mia's counselor.")
SAM = Character(
    7_000_000_103, "Sam", Role.SPONSOR, "Mia's sponsor. Is told when she needs someone."
)
ROSA = Character(7_000_000_104, "Rosa", Role.FAMILY, "Mia's mother. Gets good news, no more.")
CAST = (MIA, DANA, SAM, ROSA)

GRANTED = {
    DANA: frozenset(Category),
    SAM: frozenset({Category.ALERTS}),
    ROSA: frozenset({Category.MILESTONES}),
}

CHECK_IN_AT = time(20, 0)


def mias_plan(client_id: int, author_id: int, at: datetime) -> Plan:
    """Write Mia's plan, as she and Dana agreed on it."""
    return Plan(
        client_id=client_id,
        version=0,
        goals=(
            Goal(
                "walk",
                "Walk twenty minutes a day",
                Measure(MeasureKind.YES_NO, "Did you get your walk in today?", target=5),
                GoalStatus.ACTIVE,
                "put your shoes by the door tonight",
            ),
            Goal(
                "call",
                "Talk to Sam three times a week",
                Measure(MeasureKind.YES_NO, "Did you talk to Sam today?", target=3),
                GoalStatus.ACTIVE,
                "send Sam one line before lunch",
            ),
        ),
        triggers=(
            Trigger("payday", "Payday"),
            Trigger("alone", "Alone at night"),
            Trigger("row", "An argument"),
        ),
        skills=(
            Skill("sam", "Call Sam", 0),
            Skill("block", "Walk around the block", 1),
            Skill("water", "Cold water on my face", 2),
        ),
        contacts=(
            ContactPerson("sam", "Sam", "+1 202 555 0143", "sponsor"),
            ContactPerson("rosa", "Rosa", "+1 202 555 0166", "my mother"),
        ),
        own_signs=(
            OwnSign("sleep", "I stay up past two"),
            OwnSign("door", "I stop answering the door"),
        ),
        medicines=(),
        safety=SafetyPlan(
            signs=("I stay up past two",),
            alone=("Shower", "Walk around the block"),
            places=("The library on Oak Street",),
            people=("Sam", "Rosa"),
            professionals=("Dana at Harbour House",),
            surroundings=("Nothing to drink in the flat",),
        ),
        schedules=(Schedule("daily", f"daily {CHECK_IN_AT:%H:%M}", "daily_checkin"),),
        milestones=(Milestone("fortnight", 14, "fourteen evenings that are mine"),),
        phase=Phase.OUTPATIENT,
        author_id=author_id,
        reason="agreed in session",
        at=at,
        state=PlanState.ACTIVE,
    )


EVENINGS: tuple[dict[str, str], ...] = (
    {"craving": "6", "mood": "4", "sleep": "4", "confidence": "5", "walk": "no", "call": "yes"},
    {"craving": "5", "mood": "5", "sleep": "5", "confidence": "5", "walk": "yes", "call": "no"},
    {"craving": "5", "mood": "4", "sleep": "6", "confidence": "6", "walk": "yes", "call": "yes"},
    {"craving": "4", "mood": "5", "sleep": "6", "confidence": "6", "walk": "no", "call": "no"},
    {"use": "yes", "safe_now": "yes", "craving": "6", "mood": "3", "sleep": "3"},
    {"craving": "5", "mood": "4", "sleep": "5", "confidence": "5", "walk": "no", "call": "yes"},
    {"craving": "4", "mood": "5", "sleep": "6", "confidence": "6", "walk": "yes", "call": "yes"},
    {"craving": "3", "mood": "6", "sleep": "7", "confidence": "7", "walk": "yes", "call": "no"},
    {"craving": "3", "mood": "6", "sleep": "6", "confidence": "7", "walk": "yes", "call": "yes"},
    {"craving": "4", "mood": "5", "sleep": "6", "confidence": "6", "walk": "no", "call": "no"},
    {"craving": "3", "mood": "6", "sleep": "7", "confidence": "7", "walk": "yes", "call": "yes"},
    {"craving": "2", "mood": "7", "sleep": "7", "confidence": "8", "walk": "yes", "call": "no"},
    {"craving": "3", "mood": "6", "sleep": "6", "confidence": "7", "walk": "yes", "call": "yes"},
    {"craving": "3", "mood": "6", "sleep": "7", "confidence": "8", "walk": "no", "call": "yes"},
)
"""What Mia answered on the fourteen evenings before, oldest first; what is not named was "no"."""
