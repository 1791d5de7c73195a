"""What a proposal is, and what has to be known of a client before any can be made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from zoneinfo import ZoneInfo

from dialogs.care.phases import Phases
from dialogs.care.plan import Goal, Plan
from dialogs.care.warning_signs import Reading

Args = dict[str, int | float | str]
"""The arguments of a text."""

LONGEST_LABEL = 30
"""In characters: what a sentence of evidence shows of the client's own words."""


class Kind(StrEnum):
    """What is proposed; its sentence is the text ``proposal-<kind>``."""

    STEP_UP = "step_up"
    REVIEW_MEDICINE = "review_medicine"
    MEDICINE_MISSED = "medicine_missed"
    APPOINTMENT_MISSED = "appointment_missed"
    TREATMENT_REVIEW = "treatment_review"
    GOAL_STUCK = "goal_stuck"
    GOAL_SMALLER = "goal_smaller"
    MOVE_HOUR = "move_hour"
    NEW_TRIGGER = "new_trigger"
    SKILL_FIRST = "skill_first"
    SLEEP_GOAL = "sleep_goal"
    LONELY = "lonely"
    GOAL_NEXT = "goal_next"
    SKILL_REST = "skill_rest"
    STEP_DOWN = "step_down"


class Needs(StrEnum):
    """Whose yes it takes.

    For more contact, a word with the team or an hour of their own the client's is enough; all else
    needs both.

    Source:
        PRODUCT.md 1.8 and 1.10.

    """

    CLIENT = "client"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One change that the client's own answers speak for.

    ``about`` is the key of the thing, ``args`` are the figures of its sentence with the days they
    rest on. ``plan`` is the plan as it would be, its author, reason and version still to be
    written; None where it is only something to talk about.
    """

    kind: Kind
    about: str
    args: Mapping[str, int | float | str]
    plan: Plan | None
    needs: Needs

    @property
    def name(self) -> str:
        """What it is known by when it has been declined, agreed to or is still open."""
        return f"{self.kind}:{self.about}"

    @property
    def text(self) -> str:
        """The text key of its sentence; ``.yes`` is the label of what agreeing does."""
        return f"proposal-{self.kind}"


@dataclass(frozen=True, slots=True)
class Asked:
    """One check-in that was asked and is closed, and whether it was kept.

    ``hour_answered`` is the local hour (0-23) in which it was begun, None if it was not. What was
    missed because of us is not among them.
    """

    schedule: str
    local_date: date
    slot: int
    kept: bool
    hour_answered: int | None = None


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What was typed where *something else* was chosen: the reading's name, words, and UTC time.

    Words kept for the client alone are never among them.
    """

    name: str
    words: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a client when proposals are looked for.

    Attributes:
        plan: The plan in force; its rules can be read.
        readings: Those of the last 60 to 90 days that others may read, of every kind, in any order.
        asked: The check-ins of that time, kept and missed, in any order.
        now: The instant, in UTC.
        zone: The client's time zone.
        seed: The client's own number, for rhythms with a random time.
        phases: The rhythm of each phase.
        ready: Makes a ready-made goal of the catalogue, in the client's language and active, by
            the key of its entry; None where there is no such entry.
        after: Makes the slightly larger goal that follows an entry; None where there is none.
        retitled: Words the title of a ready-made goal with another aim; own words stay.
        say: Words a text in the client's language.
        own_words: What was typed in place of an item of the plan.
        goal_of: The goal that a goal check was about, by its session.
        declined: The local date on which a proposal was declined, by its name.
        agreed: The local date on which a proposal was agreed to, by its name.
        open_names: Proposals that wait for an answer.

    """

    plan: Plan
    readings: Sequence[Reading]
    asked: Sequence[Asked]
    now: datetime
    zone: str
    seed: int
    phases: Phases
    ready: Callable[[str], Goal | None]
    after: Callable[[str], Goal | None]
    retitled: Callable[[Goal, float], str]
    say: Callable[..., str]
    own_words: Sequence[OwnWords] = ()
    goal_of: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    declined: Mapping[str, date] = field(default_factory=lambda: MappingProxyType({}))
    agreed: Mapping[str, date] = field(default_factory=lambda: MappingProxyType({}))
    open_names: frozenset[str] = frozenset()

    @property
    def today(self) -> date:
        """The local date."""
        return self.now.astimezone(ZoneInfo(self.zone)).date()


def shown(label: str) -> str:
    """Return the client's own words as short as a sentence of evidence can hold them."""
    words = " ".join(label.split())
    return words if len(words) <= LONGEST_LABEL else f"{words[: LONGEST_LABEL - 1].rstrip()}…"
