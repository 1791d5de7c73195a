"""Parts of a plan: what sets off craving, what helps, whom to call, medicine, treatment, dates."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum


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
    """A medicine the clinic prescribed, and the local times at which it is taken.

    ``dose`` is text from the prescription: shown, never reckoned with. With ``asks`` it is asked
    about at each of its times, otherwise once in the daily check-in.
    """

    key: str
    name: str
    times: tuple[time, ...]
    dose: str | None = None
    asks: bool = False

    @property
    def reading(self) -> str:
        """The name under which it is recorded whether it was taken."""
        return f"medicine:{self.key}"


class ModalityKind(StrEnum):
    """A kind of treatment or of help (PRODUCT.md 1.3)."""

    CBT = "cbt"
    DBT = "dbt"
    MI = "mi"
    MINDFULNESS = "mindfulness"
    MOVEMENT = "movement"
    MAT = "mat"
    CONTINGENCY = "contingency"
    TWELVE_STEP = "twelve_step"
    FAMILY = "family"
    PEER = "peer"
    TRAUMA = "trauma"


@dataclass(frozen=True, slots=True)
class Modality:
    """One treatment of the plan: its dose in words, and how well it works for this client.

    ``works`` is the client's own newest rating, 0 (not at all) to 10; None before the first.
    """

    key: str
    kind: ModalityKind
    dose: str
    works: int | None = None

    @property
    def reading(self) -> str:
        """The name under which ratings of it are recorded (0 to 10)."""
        return f"modality:{self.key}"


class StatedBy(StrEnum):
    """Who said that somebody has a condition; the bot itself never does."""

    CLIENT = "client"
    CLINIC = "clinic"


@dataclass(frozen=True, slots=True)
class Condition:
    """A co-occurring condition, as it was stated. Never inferred.

    With ``asks`` check-ins ask now and then how heavy it was (0 to 10).
    """

    key: str
    label: str
    stated_by: StatedBy
    asks: bool = False

    @property
    def reading(self) -> str:
        """The name under which it is recorded how heavy it was."""
        return f"condition:{self.key}"


class AppointmentKind(StrEnum):
    """What an appointment is."""

    THERAPY = "therapy"
    GROUP = "group"
    OUTPATIENT = "outpatient"
    MEETING = "meeting"
    DOCTOR = "doctor"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Appointment:
    """A date or a series of them: ``rule`` in the grammar of ``rhythm_rules``, local time."""

    key: str
    label: str
    kind: AppointmentKind
    rule: str
    place: str | None = None

    @property
    def reading(self) -> str:
        """The name under which it is recorded whether the client went (yes or no)."""
        return f"appointment:{self.key}"


@dataclass(frozen=True, slots=True)
class Prevention:
    """What the client wants to say and do when it comes close, in their own words."""

    refusal_line: str | None = None
    urge_plan: str | None = None
    lapse_plan: str | None = None


class Living(StrEnum):
    """Where and with whom the client lives."""

    ALONE = "alone"
    PARTNER = "partner"
    FAMILY = "family"
    FRIENDS = "friends"
    SOBER_HOME = "sober_home"
    NO_FIXED_PLACE = "no_fixed_place"


class Counted(StrEnum):
    """What a milestone counts; the client chooses."""

    USE_FREE_DAYS = "use_free_days"
    CRAVINGS_RIDDEN = "cravings_ridden"
    CALLS = "calls"
    CHECK_INS = "check_ins"


@dataclass(frozen=True, slots=True)
class Milestone:
    """Something to celebrate after so many in all of what it counts, in the client's own words."""

    key: str
    count: int
    words: str
    of: Counted = Counted.USE_FREE_DAYS
