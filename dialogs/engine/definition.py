"""The shape of a dialog file: steps, ways of answering, roads. No words in it.

Files are written short (``ask: craving``, ``answer: {scale: {low: 0, high: 10}}``);
``unfold`` makes the long form that the strict models read.
"""

from collections.abc import Mapping
from datetime import timedelta
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, JsonValue, model_validator

from dialogs.engine.conditions import Condition, Name, Route, Strict
from dialogs.engine.lengths import Length, length
from dialogs.engine.shapes import AnswerShape
from dialogs.errors import UnknownDialog

_STEP_KINDS = ("ask", "say", "wait", "branch", "compute", "call", "follow_up", "recap", "end")

SHORTEST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(days=7)
SOONEST_FOLLOW_UP = timedelta(hours=1)
LATEST_FOLLOW_UP = timedelta(days=90)


class Ask(Strict):
    """A question.

    ``safety`` marks a direct safety question: not answering it is an event of its own, and
    ``silence`` says after how long saying nothing counts as that. ``flags`` are the answers
    that are red flags; the proofs show that a safety question always follows them, and that
    those at a safety question page somebody. ``brief`` questions are all that is asked in the
    short version. What is answered to a ``private`` one is for the client alone.
    """

    kind: Literal["ask"]
    name: Name
    answer: AnswerShape
    records: Name | None = None
    routes: tuple[Route, ...] = ()
    next: Name | None = None
    skip: bool = True
    decline: bool = True
    safety: bool = False
    silence: Length | None = None
    brief: bool = False
    private: bool = False
    flags: tuple[Condition, ...] = ()

    @model_validator(mode="after")
    def _is_told_from_buttons(self) -> "Ask":
        if self.name in {"done", "fix"}:
            raise ValueError("a question cannot be called done or fix: buttons of a recap are")
        return self

    @property
    def patience(self) -> timedelta | None:
        """How long silence may last before it counts as no answer."""
        return None if self.silence is None else length(self.silence)


class Say(Strict):
    """Words without a question."""

    kind: Literal["say"]
    name: Name
    next: Name | None = None


class Wait(Strict):
    """A rest of seconds, minutes or hours that the person may cut short."""

    kind: Literal["wait"]
    name: Name
    lasts: Length
    next: Name | None = None

    @model_validator(mode="after")
    def _is_bearable(self) -> "Wait":
        if not SHORTEST_WAIT <= self.rest <= LONGEST_WAIT:
            raise ValueError("a wait lasts from 5 seconds to 7 days")
        return self

    @property
    def rest(self) -> timedelta:
        """How long it lasts."""
        return length(self.lasts)


class Branch(Strict):
    """A fork that nobody sees."""

    kind: Literal["branch"]
    name: Name
    routes: tuple[Route, ...] = Field(min_length=1)
    next: Name | None = None


class Compute(Strict):
    """A new fact from numbers already answered; it is called as the step is."""

    kind: Literal["compute"]
    name: Name
    function: Literal["sum", "difference", "largest", "smallest"]
    of: tuple[Name, ...] = Field(min_length=1)
    next: Name | None = None


class Call(Strict):
    """Another dialog, run in between.

    Which one is said by ``dialog``, or else by the step's own name; or it is the exercise of
    what was answered to ``of``, if that is one of ``among``. Where that names none, it is
    passed.
    """

    kind: Literal["call"]
    name: Name
    dialog: Name | None = None
    of: Name | None = None
    among: tuple[Name, ...] = Field(default=(), max_length=40)
    next: Name | None = None

    @model_validator(mode="after")
    def _says_which(self) -> "Call":
        if (self.of is None) is bool(self.among):
            raise ValueError("of and among go together: an answer, and the dialogs it may name")
        if self.of is not None and self.dialog is not None:
            raise ValueError("a call names its dialog or takes it from an answer, not both")
        return self

    @property
    def dialogs(self) -> tuple[str, ...]:
        """Every dialog that it may run."""
        return self.among or (self.dialog or self.name,)


class Later(Strict):
    """Another dialog, to be asked later: once after each of these times."""

    kind: Literal["follow_up"]
    name: Name
    dialog: Name
    after: tuple[Length, ...] = Field(min_length=1, max_length=4)
    next: Name | None = None

    @model_validator(mode="after")
    def _is_in_reach(self) -> "Later":
        if list(self.delays) != sorted(set(self.delays)):
            raise ValueError("the times of a follow-up rise")
        if self.delays[0] < SOONEST_FOLLOW_UP or self.delays[-1] > LATEST_FOLLOW_UP:
            raise ValueError("a follow-up comes after 1 hour to 90 days")
        return self

    @property
    def delays(self) -> tuple[timedelta, ...]:
        """After how long it is asked each time."""
        return tuple(length(each) for each in self.after)


class Recap(Strict):
    """The answers so far, to be agreed or fixed."""

    kind: Literal["recap"]
    name: Name
    next: Name | None = None


class End(Strict):
    """The end."""

    kind: Literal["end"]
    name: Name


Step = Annotated[
    Ask | Say | Wait | Branch | Compute | Call | Later | Recap | End,
    Field(discriminator="kind"),
]


class Dialog(Strict):
    """One dialog file.

    ``meeting`` says what happens when it meets another one that is running; ``given`` are the
    facts it cannot do without, usable in its texts as ``{ $name }``; ``postpone`` offers
    *Later* at its first question.
    """

    dialog: Name
    meeting: Literal["interrupt", "queue", "skip"]
    given: tuple[Name, ...] = ()
    postpone: bool = False
    steps: tuple[Step, ...] = Field(min_length=1, max_length=200)

    @cached_property
    def by_name(self) -> Mapping[str, Step]:
        """Every step by its name."""
        return {step.name: step for step in self.steps}

    @cached_property
    def asks(self) -> tuple[Ask, ...]:
        """The questions, in the order of the file."""
        return tuple(step for step in self.steps if isinstance(step, Ask))

    @cached_property
    def has_short_version(self) -> bool:
        """Whether some of its questions are all that a short version asks."""
        return any(ask.brief for ask in self.asks)

    @cached_property
    def document(self) -> str:
        """The whole dialog as JSON, to be kept for sessions that run on it."""
        return self.model_dump_json(exclude_defaults=True)

    def roads(self, step: Step) -> tuple[Route, ...]:
        """Return the roads out of a step, in the order in which they are tried."""
        if isinstance(step, End):
            return ()
        roads = step.routes if isinstance(step, Ask | Branch) else ()
        following = step.next or (self._following(step) if not roads else None)
        return (*roads, Route(to=following)) if following else roads

    def _following(self, step: Step) -> str | None:
        place = self.steps.index(step)
        return self.steps[place + 1].name if place + 1 < len(self.steps) else None


def from_document(document: str) -> Dialog:
    """Read back what ``Dialog.document`` gave.

    Raises:
        UnknownDialog: It is not a dialog this version understands.

    """
    try:
        return Dialog.model_validate_json(document, strict=True)
    except ValueError:
        raise UnknownDialog("a stored definition") from None


def unfold(data: JsonValue) -> JsonValue:
    """Turn the short way in which dialog files are written into the long one."""
    if not isinstance(data, dict) or not isinstance(data.get("steps"), list):
        return data
    steps = data["steps"]
    assert isinstance(steps, list)
    return {**data, "steps": [_unfold_step(step) for step in steps]}


def _unfold_step(step: JsonValue) -> JsonValue:
    if not isinstance(step, dict):
        return step
    kind = next((kind for kind in _STEP_KINDS if kind in step), None)
    if kind is None:
        return step
    rest = {key: value for key, value in step.items() if key != kind}
    if "answer" in rest:
        rest["answer"] = _unfold_answer(rest["answer"])
    return {"kind": kind, "name": step[kind], **rest}


def _unfold_answer(answer: JsonValue) -> JsonValue:
    if isinstance(answer, str):
        return {"kind": answer}
    if not isinstance(answer, dict) or not answer:
        return answer
    kind, first = next(iter(answer.items()))
    rest = {key: value for key, value in answer.items() if key != kind}
    match first:
        case dict():
            return {"kind": kind, **first, **rest}
        case list():
            return {"kind": kind, "options": first, **rest}
        case str():
            return {"kind": kind, "of": first, **rest}
        case _:
            return {"kind": kind, **rest}
