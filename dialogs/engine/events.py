"""What happened in a turn: facts in the past tense, each with the step it happened at."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

Value = int | float | str | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Said:
    """Words without a question."""

    step: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question now waits for an answer."""

    step: str


@dataclass(frozen=True, slots=True)
class Answered:
    """A question got its answer; ``corrects`` if it had one before."""

    step: str
    name: str | None
    value: Value
    corrects: bool = False


@dataclass(frozen=True, slots=True)
class Skipped:
    """A question was passed over."""

    step: str
    name: str | None


@dataclass(frozen=True, slots=True)
class Declined:
    """The person would rather not say."""

    step: str
    name: str | None


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A direct safety question got no answer: skipped, declined, left, or silence."""

    step: str


@dataclass(frozen=True, slots=True)
class WentBack:
    """From ``step`` back to an earlier question."""

    step: str
    to: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """A reply that does not fit. ``reason`` is a text key, ``args`` its arguments."""

    step: str
    reason: str
    args: Mapping[str, str | int | float]


@dataclass(frozen=True, slots=True)
class Toggled:
    """A tick was set or taken off; at a recap, the list of answers was opened."""

    step: str
    option: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """The dialog rests until a time."""

    step: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Called:
    """Another dialog has to run now; ``Player.resume`` goes on after it."""

    step: str
    dialog: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Another dialog is to be asked later, once after each of these times."""

    step: str
    dialog: str
    after: tuple[timedelta, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """Answers that no longer apply after a change; ``step`` is where this was noticed.

    What was only skipped, declined or left is let go without a word.
    """

    step: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fixing:
    """An answer is being put right."""

    step: str


@dataclass(frozen=True, slots=True)
class Recapped:
    """The answers are shown, to be agreed or fixed."""

    step: str


@dataclass(frozen=True, slots=True)
class Postponed:
    """The person wants to be asked later."""

    step: str


@dataclass(frozen=True, slots=True)
class Finished:
    """The dialog has come to its end."""

    step: str


@dataclass(frozen=True, slots=True)
class Stopped:
    """The person ended the dialog."""

    step: str


@dataclass(frozen=True, slots=True)
class Expired:
    """The time for answering is over."""

    step: str


Event = (
    Said
    | Asked
    | Answered
    | Skipped
    | Declined
    | Unanswered
    | WentBack
    | Rejected
    | Toggled
    | Waiting
    | Called
    | FollowUp
    | Dropped
    | Fixing
    | Recapped
    | Postponed
    | Finished
    | Stopped
    | Expired
)


def describe(event: Event) -> str:
    """Write an event on one line, for golden conversations: ``Answered craving=8``."""
    name = type(event).__name__
    match event:
        case Answered(step=step, value=value):
            shown = ",".join(value) if isinstance(value, tuple) else value
            return f"{name} {step}={shown}"
        case (
            WentBack(step=step, to=detail)
            | Rejected(step=step, reason=detail)
            | Toggled(step=step, option=detail)
        ):
            return f"{name} {step} {detail}"
        case Called(dialog=dialog) | FollowUp(dialog=dialog):
            return f"{name} {dialog}"
        case Dropped(steps=steps):
            return f"{name} {' '.join(steps)}"
        case _:
            return f"{name} {event.step}"
