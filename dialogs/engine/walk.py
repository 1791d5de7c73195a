"""Walking a dialog: from one place where somebody must answer to the next.

The dialog is compiled into one synchronous ``transitions`` machine that all sessions share.
It is never bound to a model: a throw-away ``Cursor`` walks through it and is gone after the
call, so a session costs nothing while nobody answers.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import JsonValue
from transitions import EventData, Machine

from dialogs.engine.calling import called
from dialogs.engine.conditions import Condition
from dialogs.engine.definition import Ask, Call, Compute, Dialog, End, Later, Recap, Say, Wait
from dialogs.engine.events import (
    Asked,
    Called,
    Dropped,
    Event,
    Finished,
    FollowUp,
    Recapped,
    Said,
)
from dialogs.engine.questions import askable
from dialogs.engine.session import SHORT, Answer

_ADVANCE = "advance"
_FUNCTIONS: Mapping[str, Callable[[list[float]], float]] = {
    "sum": sum,
    "difference": lambda numbers: numbers[0] - sum(numbers[1:]),
    "largest": max,
    "smallest": min,
}


@dataclass(slots=True)
class Cursor:
    """Where a walk stands. Mutable and private to one call.

    Attributes:
        keeping: Questions that have an answer are passed, not asked again (an answer is being
            put right).
        fresh: What is met now follows from a new answer, so it is said and waited for;
            after a kept answer it has been said already.

    """

    state: str
    path: list[str]
    answers: dict[str, Answer]
    facts: dict[str, JsonValue]
    keeping: bool = False
    fresh: bool = True
    events: list[Event] = field(default_factory=list)

    def known(self) -> dict[str, Answer]:
        """Return the answers on the path walked; others do not count."""
        return {name: self.answers[name] for name in self.path if name in self.answers}


class Graph:
    """One dialog, compiled."""

    def __init__(self, dialog: Dialog) -> None:
        self._dialog = dialog
        machine = Machine(
            model=None,
            states=list(dialog.by_name),
            initial=dialog.steps[0].name,
            auto_transitions=False,
            send_event=True,
        )
        for step in dialog.steps:
            for road in dialog.roads(step):
                guard = _guard(road.when, step.name) if road.when else None
                machine.add_transition(_ADVANCE, step.name, road.to, conditions=guard)
        self._advance = machine.events.get(_ADVANCE)

    def walk(self, cursor: Cursor) -> None:
        """Go on until something waits for the person, or to the end."""
        while not self._rests(cursor):
            self.leave(cursor)

    def leave(self, cursor: Cursor) -> None:
        """Take the first open road out of the step where the cursor stands."""
        assert self._advance is not None, "a dialog of one step is never left"
        moved = self._advance.trigger(cursor)
        assert moved, f"no road out of {cursor.state}"
        cursor.path.append(cursor.state)

    def _rests(self, cursor: Cursor) -> bool:
        match self._dialog.by_name[cursor.state]:
            case Ask() as ask:
                return self._asks(ask, cursor)
            case Say(name=name) if cursor.fresh:
                cursor.events.append(Said(name))
            case Compute() as compute:
                _compute(compute, cursor)
            case Wait():
                return cursor.fresh
            case Call() as call if cursor.fresh:
                return self._calls(call, cursor)
            case Later() as later if cursor.fresh:
                cursor.events.append(FollowUp(later.name, later.dialog, later.delays))
            case Recap(name=name) | End(name=name) as halt:
                _drop(cursor)
                cursor.events.append(Recapped(name) if isinstance(halt, Recap) else Finished(name))
                return True
        return False

    def _calls(self, call: Call, cursor: Cursor) -> bool:
        dialog = called(self._dialog, call, cursor.known(), cursor.facts)
        if dialog is not None:
            cursor.events.append(Called(call.name, dialog))
        return dialog is not None

    def _asks(self, ask: Ask, cursor: Cursor) -> bool:
        if not askable(ask, cursor.facts):
            return False
        if cursor.facts.get(SHORT) and not (ask.brief or ask.safety):
            return False
        if cursor.keeping and ask.name in cursor.answers:
            cursor.fresh = False
            return False
        cursor.events.append(Asked(ask.name))
        return True


def _guard(condition: Condition, here: str) -> Callable[[EventData], bool]:
    def holds(event: EventData) -> bool:
        cursor: Any = event.model
        return condition.holds(here, cursor.known(), cursor.facts)

    return holds


def _compute(step: Compute, cursor: Cursor) -> None:
    known = cursor.known()
    values = [known[name].value if name in known else None for name in step.of]
    numbers = [float(value) for value in values if isinstance(value, int | float)]
    cursor.facts.pop(step.name, None)
    if len(numbers) == len(values):
        result = _FUNCTIONS[step.function](numbers)
        cursor.facts[step.name] = int(result) if result.is_integer() else result


def _drop(cursor: Cursor) -> None:
    """Let go of what became of questions that are no longer on the path; say which were answers."""
    gone = [name for name in cursor.answers if name not in cursor.path]
    removed = [cursor.answers.pop(name) for name in gone]
    answered = tuple(answer.step for answer in removed if answer.kind == "answered")
    if answered:
        cursor.events.append(Dropped(cursor.state, answered))
