"""The shape of a dialog file: steps, ways of answering, roads. No words in it.

Files are written short (``ask: craving``, ``answer: {scale: {low: 0, high: 10}}``);
``unfold`` makes the long form that the strict models read.
"""

import re
from collections.abc import Mapping
from datetime import timedelta
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, JsonValue, model_validator

from dialogs.engine.conditions import Condition, Name, Route, Strict
from dialogs.engine.shapes import AnswerShape
from dialogs.errors import UnknownDialog

_DURATION = re.compile(r"^([1-9][0-9]{0,3})([mh])$")
_STEP_KINDS = ("ask", "say", "wait", "branch", "compute", "call", "recap", "end")


class Ask(Strict):
    """A question.

    ``safety`` marks a direct safety question: not answering it is an event of its own, and
    ``silence`` says after how long saying nothing counts as that. ``flags`` are the answers
    that are red flags; the proofs show that a safety question always follows them, and that
    those at a safety question page somebody. ``brief`` questions are all that is asked in the
    short version.
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
    silence: Annotated[str, Field(pattern=_DURATION.pattern)] | None = None
    brief: bool = False
    flags: tuple[Condition, ...] = ()

    @model_validator(mode="after")
    def _is_told_from_buttons(self) -> "Ask":
        if self.name in {"done", "fix"}:
            raise ValueError("a question cannot be called done or fix: buttons of a recap are")
        return self

    @property
    def patience(self) -> timedelta | None:
        """How long silence may last before it counts as no answer."""
        found = _DURATION.match(self.silence or "")
        if found is None:
            return None
        count = int(found[1])
        return timedelta(hours=count) if found[2] == "h" else timedelta(minutes=count)


class Say(Strict):
    """Words without a question."""

    kind: Literal["say"]
    name: Name
    next: Name | None = None


class Wait(Strict):
    """A rest of some minutes that the person may cut short."""

    kind: Literal["wait"]
    name: Name
    minutes: int = Field(ge=1, le=7 * 24 * 60)
    next: Name | None = None


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
    """Another dialog, run in between; the step is called as the dialog is."""

    kind: Literal["call"]
    name: Name
    next: Name | None = None


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
    Ask | Say | Wait | Branch | Compute | Call | Recap | End, Field(discriminator="kind")
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
