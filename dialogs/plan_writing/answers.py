"""Answers: what is at hand when an edit of the plan is made of a finished dialog."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from dialogs.care.catalogue import Catalogue
from dialogs.care.phases import Phases
from dialogs.care.plan import Plan
from dialogs.engine.session import Session

WEEKS = {"one": 1, "two": 2, "four": 4}
"""How long a goal is given, by the button that says so."""


@dataclass(frozen=True, slots=True)
class Writing:
    """What is at hand when an edit is made of answers.

    Attributes:
        plan: The plan in force.
        session: The dialog that has just finished.
        today: The client's date.
        now: The instant, UTC.
        author_id: Who answered.
        new_key: What something new is called for ever.
        catalogue: The ready-made goals.
        phases: The rhythm of each phase.
        say: Words a text in the author's language.

    """

    plan: Plan
    session: Session
    today: date
    now: datetime
    author_id: int
    new_key: str
    catalogue: Catalogue
    phases: Phases
    say: Callable[..., str]

    def text(self, step: str) -> str | None:
        """Return what was written or tapped at a step, as words; None where it was left out."""
        answer = self.session.answer(step)
        if answer is None or answer.kind != "answered":
            return None
        return answer.words or str(answer.value)

    def worded(self, step: str) -> str | None:
        """Return a step's words, those of a button as they stood on it."""
        answer = self.session.answer(step)
        if answer is None or answer.kind != "answered":
            return None
        return answer.words or self.say(f"{self.session.dialog}-{step}.{answer.value}")

    def number(self, step: str) -> float | None:
        """Return a number that was answered."""
        answer = self.session.answer(step)
        value = None if answer is None else answer.value
        return value if isinstance(value, int | float) else None
