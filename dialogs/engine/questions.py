"""Questions: what stands open in a session, with its options and ways out, without words.

Options have a fixed order, and a button carries nothing but a position in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import JsonValue

from dialogs.engine.calling import called, entries
from dialogs.engine.definition import Ask, Call, Dialog, End, Recap, Wait
from dialogs.engine.events import Value
from dialogs.engine.session import SHORT, ControlName, Session
from dialogs.engine.shapes import (
    AnswerShape,
    Choice,
    Item,
    Number,
    Pick,
    Scale,
    Several,
    Time,
    Words,
    YesNo,
)
from dialogs.errors import NothingOpen

DONE = "done"
FIX = "fix"
OTHER = "other"
YES_NO = ("yes", "no")
LONGEST_ITEM = 200
"""In characters: words about a thing of the plan, unless its fact says otherwise."""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be tapped.

    ``key`` names its text; ``label`` is given where the words are the person's own or the same
    in every language. ``value`` is what is answered by it; None for *Done* and *Fix*.
    """

    key: str
    value: Value
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What is being asked.

    Attributes:
        kind: An ask, a wait that can be cut short, or the recap.
        shape: How it can be answered; an item of the plan has the shape its fact brings.
        options: Everything that can be tapped, by position.
        picked: Keys of options that carry a tick; at a recap, ``fix`` once the list is open.
        controls: Ways out other than answering, in the order they are shown.
        words: The question itself, where it comes from the plan.

    """

    dialog: str
    step: str
    turn: int
    kind: Literal["ask", "wait", "recap"]
    shape: AnswerShape | None = None
    options: tuple[Option, ...] = ()
    picked: tuple[str, ...] = ()
    controls: tuple[ControlName, ...] = ()
    words: str | None = None
    records: str | None = None
    safety: bool = False

    def option(self, key: str) -> int | None:
        """Return the position of an option, or None."""
        return next((at for at, option in enumerate(self.options) if option.key == key), None)


def question(dialog: Dialog, session: Session) -> Question:
    """Return what stands open in a session.

    Raises:
        NothingOpen: Nothing does; the session is over or another dialog runs in between.

    """
    step = dialog.by_name.get(session.step)
    place = (dialog.dialog, session.step, session.turn)
    match step:
        case Ask():
            shape = shape_of(step, session.facts)
            return Question(
                *place,
                "ask",
                shape=shape,
                options=options(shape, session.facts),
                picked=session.picked,
                controls=_controls(dialog, step, session),
                words=_words(step, session.facts),
                records=records(step, session.facts),
                safety=step.safety,
            )
        case Wait():
            return Question(*place, "wait", options=(Option(DONE, None),))
        case Recap() | End() if isinstance(step, Recap) or session.state == "open":
            fixable = tuple(Option(ask.name, None) for ask in asked(dialog, session))
            choices = (Option(DONE, None), Option(FIX, None), *fixable)
            return Question(*place, "recap", options=choices, picked=session.picked)
        case _:
            raise NothingOpen(f"nothing is asked at {session.step!r}")


def shape_of(ask: Ask, facts: Mapping[str, JsonValue]) -> AnswerShape:
    """Return how a question is answered; for an item of the plan, as its fact says."""
    if not isinstance(ask.answer, Item):
        return ask.answer
    fact = facts[ask.answer.of]
    assert isinstance(fact, dict)
    match fact["kind"]:
        case "scale":
            return Scale(kind="scale", low=0, high=10)
        case "number":
            return Number(kind="number", low=0, high=100_000, whole=False)
        case "choice":
            return Pick(kind="pick", of=ask.answer.of)
        case "words":
            return Words(kind="words", at_most=_longest(fact))
        case _:
            return YesNo(kind="yes_no")


def _longest(fact: Mapping[str, JsonValue]) -> int:
    at_most = fact.get("at_most")
    return at_most if isinstance(at_most, int) else LONGEST_ITEM


def records(ask: Ask, facts: Mapping[str, JsonValue]) -> str | None:
    """Return the name of the reading that an answer becomes."""
    fact = facts.get(ask.answer.of) if isinstance(ask.answer, Item) else None
    if not isinstance(fact, dict):
        return ask.records
    name = fact.get("records")
    return name if isinstance(name, str) else ask.records


def askable(ask: Ask, facts: Mapping[str, JsonValue]) -> bool:
    """Tell whether there is something to ask: a plan may have no such item, or no skills."""
    if isinstance(ask.answer, Pick):
        return ask.answer.other or bool(facts.get(ask.answer.of))
    return not isinstance(ask.answer, Item) or isinstance(facts.get(ask.answer.of), dict)


def asked(dialog: Dialog, session: Session) -> tuple[Ask, ...]:
    """Return the questions on the session's path that have an answer, in order."""
    known = {answer.step for answer in session.answers}
    steps = (dialog.by_name[name] for name in session.path if name in known)
    return tuple(step for step in steps if isinstance(step, Ask))


def fixable(recap: Question) -> tuple[str, ...]:
    """Return the steps whose answers a recap shows."""
    return tuple(option.key for option in recap.options if option.key not in {DONE, FIX})


def options(shape: AnswerShape, facts: Mapping[str, JsonValue]) -> tuple[Option, ...]:
    """Return everything that can be tapped to answer, in its fixed order."""
    match shape:
        case Scale(low=low, high=high):
            return tuple(Option(str(n), n, str(n)) for n in range(low, high + 1))
        case Choice(options=keys) | Words(suggest=keys):
            return tuple(Option(key, key) for key in keys)
        case Several(options=keys):
            return (*(Option(key, key) for key in keys), Option(DONE, None))
        case Time(suggest=times):
            return tuple(Option(time, time, time) for time in times)
        case Pick(of=of, other=other):
            own = _own(facts.get(of))
            return (*own, Option(OTHER, OTHER)) if other else own
        case _:
            keys = YES_NO if isinstance(shape, YesNo) else ()
            return tuple(Option(key, key) for key in keys)


def _own(fact: JsonValue) -> tuple[Option, ...]:
    return tuple(
        Option(str(entry["key"]), str(entry["key"]), str(entry["label"])) for entry in entries(fact)
    )


def _words(ask: Ask, facts: Mapping[str, JsonValue]) -> str | None:
    fact = facts.get(ask.answer.of) if isinstance(ask.answer, Item) else None
    return str(fact["text"]) if isinstance(fact, dict) else None


def _controls(dialog: Dialog, ask: Ask, session: Session) -> tuple[ControlName, ...]:
    first = session.turn == 1 and session.parent is None
    offered: dict[ControlName, bool] = {
        "skip": ask.skip,
        "decline": ask.decline,
        "back": back_to(dialog, session) is not None,
        "short": first and dialog.has_short_version and not session.facts.get(SHORT),
        "postpone": first and dialog.postpone,
    }
    return tuple(name for name, possible in offered.items() if possible)


def back_to(dialog: Dialog, session: Session) -> str | None:
    """Return the question before this one, or None; one cannot go back into another dialog."""
    given = {answer.step: answer for answer in session.answers}
    for name in reversed(session.path[:-1]):
        step = dialog.by_name[name]
        if isinstance(step, Call) and called(dialog, step, given, session.facts):
            return None
        if isinstance(step, Ask) and session.answer(name) is not None:
            return name
    return None


def ticks(session: Session) -> tuple[str, ...]:
    """Return the ticks that stood when this question was answered before."""
    answer = session.answer(session.step)
    return answer.value if answer is not None and isinstance(answer.value, tuple) else ()
