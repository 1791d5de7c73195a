"""Answers: what is at hand when an edit of the plan is made of a finished dialog."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dialogs.care.catalogue import Catalogue
from dialogs.care.phases import Phases
from dialogs.care.plan import Goal, Plan
from dialogs.care.plan.editing import Part, item
from dialogs.engine.session import Session
from dialogs.errors import BadEdit

PART, KEY, DOMAIN = "part", "key", "domain"
"""The facts with which these dialogs are opened."""

STEP = "step"
"""In the place of a part: the next small step of the goal that ``key`` names."""

FOR = "for_condition"
"""The fact that names what a goal, a sign or a treatment is to help with."""

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
        retitled: Words the title of a ready-made goal with another aim; one's own stays.

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
    retitled: Callable[[Goal, float], str]

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


def was_before(w: Writing, part: Part) -> Any | None:
    """Return what is entered anew, or None where something is added.

    Raises:
        BadEdit: It is gone by now.

    """
    key = w.session.facts.get(KEY)
    if key is None:
        return None
    found = item(w.plan, part, str(key))
    if found is None:
        raise BadEdit("gone")
    return found
