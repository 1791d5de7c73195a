"""Known: what is known of a client when a dialog opens."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dialogs.care.plan import Plan
from dialogs.care.warning_signs import Reading
from dialogs.check_in import Say


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a client when a dialog opens.

    Attributes:
        plan: The plan in force.
        readings: Those of the last weeks, and of the first conversation (``intake_…``,
            ``substances``, ``last_use``) from whenever it was; in any order.
        today: The local date.
        zone: The client's time zone.
        seed: The client's own number.
        say: Words a text in the client's language.
        goal: The key of the goal a ``goal_check`` is about.
        schedule: The key of the schedule by which it is asked; None: nobody planned it.
        withheld: Texts that a clinician has yet to confirm, and that are not shown until then.

    """

    plan: Plan
    readings: Sequence[Reading]
    today: date
    zone: str
    seed: int
    say: Say
    goal: str | None = None
    schedule: str | None = None
    withheld: frozenset[str] = frozenset()
