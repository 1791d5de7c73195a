"""Ways through a dialog, in words: the steps passed, with the answers given where they matter.

``use = yes → craving ≥ 8 → company → end`` is how somebody who edits dialogs finds the mistake.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from dialogs.engine.conditions import Route, in_words
from dialogs.engine.definition import Ask, Branch, Dialog, End, Step
from dialogs.engine.proofs.graphs import reached, shortest
from dialogs.engine.session import Answer

SHORT_VERSION = "short version"
"""What such a way begins with where only the short questions are asked."""

_PASSED = {"skipped": "skipped", "declined": "declined", "expired": "silence"}


def told(parts: Iterable[str]) -> str:
    """Join the words of steps to those of a way."""
    return " → ".join(part for part in parts if part)


def step_in_words(step: Step) -> str:
    """Name a step where nothing is known of an answer."""
    return "end" if isinstance(step, End) else step.name


def answered_in_words(ask: Ask, answer: Answer | None) -> str:
    """Word what became of a question; None if it was not asked."""
    if answer is None:
        return f"{ask.name} not asked"
    if answer.kind != "answered":
        return f"{ask.name} {_PASSED[answer.kind]}"
    values = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    return f"{ask.name} = {', '.join(str(value) for value in values) or 'none'}"


def left_in_words(step: Step, answer: Answer | None, road: Route, *, matters: bool) -> str:
    """Word a step as it is left by a road; ``matters``: whether its answer says more than that."""
    if isinstance(step, Branch):
        return f"{step.name}: {in_words(road.when) if road.when else 'otherwise'}"
    if not isinstance(step, Ask):
        return step_in_words(step)
    about = road.when
    if about is not None and about.fact is None and about.answer in {None, step.name}:
        return f"{step.name} {in_words(about.model_copy(update={'answer': None}))}"
    return answered_in_words(step, answer) if matters else step.name


class Map:
    """The roads of one dialog, without a thought for answers: for what cannot be walked."""

    def __init__(self, dialog: Dialog) -> None:
        self._dialog = dialog
        self.start = dialog.steps[0].name
        self.graph: Mapping[str, AbstractSet[str]] = {
            step.name: {road.to for road in dialog.roads(step)} for step in dialog.steps
        }

    def reached(self) -> set[str]:
        """Return every step that a road leads to, the first one included."""
        return {self.start} | reached(self.graph, self.start)

    def to(self, name: str, *more: str) -> str:
        """Word the shortest way to a step, with what comes after; empty if there is none."""
        way = (self.start,) if name == self.start else shortest(self.graph, self.start, name)
        return self._worded((*way, *more)) if way else ""

    def at(self, ask: Ask, answer: Answer) -> str:
        """Word the shortest way to a question that is answered so."""
        way = (ask.name,) if ask.name == self.start else shortest(self.graph, self.start, ask.name)
        return told((self._worded(way[:-1]), answered_in_words(ask, answer)))

    def past(self, name: str) -> str:
        """Word how a step that no road leads to is passed by: from the step above it."""
        names = [step.name for step in self._dialog.steps]
        there = self.reached()
        above = next(one for one in reversed(names[: names.index(name)]) if one in there)
        return self.to(above, *sorted(self.graph[above])[:1])

    def round(self, name: str) -> str:
        """Word the shortest way to a step and from there back to it."""
        return self.to(name, *shortest(self.graph, name, name)[1:])

    def _worded(self, names: Iterable[str]) -> str:
        steps = self._dialog.by_name
        return told(step_in_words(steps[name]) if name in steps else name for name in names)
