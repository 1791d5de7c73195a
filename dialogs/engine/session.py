"""A running dialog as values: the session, and what comes in.

A session is everything there is to know about one running dialog; it is stored after
each turn and the next turn needs nothing else. Nothing here decides; ``player`` does.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from pydantic import JsonValue

from dialogs.engine.events import Answered, Declined, Event, Skipped, Value

SHORT = "short"
"""The fact that turns a dialog into its short version."""

ABOUT = "about_day"
"""The fact that says which local day a dialog is about (``YYYY-MM-DD``), if not its own."""

AnswerKind = Literal["answered", "skipped", "declined", "expired"]
State = Literal["open", "waiting", "paused", "finished", "expired", "stopped"]
ControlName = Literal["skip", "decline", "back", "stop", "postpone", "short"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one question.

    Attributes:
        step: The step that asked.
        name: The reading it is recorded as; None if it is no reading.
        value: A whole number for scales; the option's key for choices, yes/no and picks; keys
            for several; a number; the words; ``HH:MM``; ``YYYY-MM-DD``. None unless answered.
        kind: Skipped, declined ("rather not say") and expired are kept apart for ever.
        at: When, in UTC.
        words: What was typed, where the answer came from free words.
        late: Given after the check-in's window had closed.
        private: For the client alone.
        edited_at: When it was changed after the dialog had ended; ``at`` stays as it was.
        about: The local day it is about, where that is not the one on which it was given.

    """

    step: str
    name: str | None
    value: Value
    kind: AnswerKind
    at: datetime
    words: str | None = None
    late: bool = False
    private: bool = False
    edited_at: datetime | None = None
    about: date | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """One person in the middle of one dialog.

    Attributes:
        id: 11 url-safe characters, part of every button.
        dialog: Name of the dialog; ``fingerprint`` is the exact version it runs on.
        step: Where it stands. What is asked there is ``Player.question``.
        turn: Counts what has been asked, from 1; a button of an older turn is stale.
        answers: One per step, in the order first asked.
        path: Every step from the start to ``step``.
        facts: What the dialog may ask about, fixed when it opened (plan items, names).
        picked: Ticks set so far where several may be chosen; at a recap, whether the list of
            answers to fix is open.
        fixing: The step being put right from the recap, until the recap is reached again.
        due_at: When ``Elapsed`` should come: the end of a wait, or of the silence allowed
            at a safety question.
        parent: The session that called this one.
        reopened_at: When the client came back to change answers after the end.

    """

    id: str
    person_id: int
    dialog: str
    fingerprint: str
    step: str
    turn: int
    answers: tuple[Answer, ...]
    path: tuple[str, ...]
    facts: Mapping[str, JsonValue]
    picked: tuple[str, ...]
    fixing: str | None
    state: State
    due_at: datetime | None
    started_at: datetime
    touched_at: datetime
    check_in_id: int | None = None
    parent: str | None = None
    reopened_at: datetime | None = None

    def answer(self, step: str) -> Answer | None:
        """Return what became of a question, or None if it was not asked."""
        return next((answer for answer in self.answers if answer.step == step), None)


@dataclass(frozen=True, slots=True)
class Typed:
    """The person wrote something; ``earlier`` is what they wrote shortly before, oldest first.

    ``forwarded`` words were first written by somebody else.
    """

    text: str
    earlier: tuple[str, ...] = ()
    forwarded: bool = False


@dataclass(frozen=True, slots=True)
class Tapped:
    """The person tapped an option: its position, and the turn the button was made for."""

    turn: int
    option: int


@dataclass(frozen=True, slots=True)
class Control:
    """The person went another way than answering; ``turn`` if it was a button."""

    name: ControlName
    turn: int | None = None


@dataclass(frozen=True, slots=True)
class Elapsed:
    """The time in ``due_at`` has passed."""


Reply = Typed | Tapped | Control | Elapsed


@dataclass(frozen=True, slots=True)
class Turn:
    """The session after a reply, and what happened, in order."""

    session: Session
    events: tuple[Event, ...]


def event_of(answer: Answer, *, corrects: bool) -> Event:
    """Return the event that an answer is; ``corrects`` if the question had one before."""
    match answer.kind:
        case "skipped":
            return Skipped(answer.step, answer.name)
        case "declined":
            return Declined(answer.step, answer.name)
        case _:
            return Answered(answer.step, answer.name, answer.value, corrects=corrects)
