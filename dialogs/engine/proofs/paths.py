"""Every path through a dialog, with every answer that can be given on it.

Answers are remembered only where a later step asks about them, so the number of states stays
small. Facts are unknown: where a road depends on one, both ways are walked.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from dialogs.engine.conditions import Condition, Route
from dialogs.engine.definition import Ask, Call, Dialog, End, Step, Wait
from dialogs.engine.events import Value
from dialogs.engine.proofs.structure import conditions_at
from dialogs.engine.proofs.ways import (
    SHORT_VERSION,
    Map,
    answered_in_words,
    left_in_words,
    step_in_words,
    told,
)
from dialogs.engine.questions import options
from dialogs.engine.session import Answer, AnswerKind
from dialogs.engine.shapes import Item, Number, Pick, Several
from dialogs.engine.sources import Source
from dialogs.errors import Problem

MOST_STATES = 50_000

_SOME_DAY = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Place:
    """Somewhere on a path.

    Attributes:
        answers: Those that matter later.
        assumed: What was taken to be true or not, of facts nobody knows beforehand.
        flag: A red-flag answer that no safety question has followed yet, as words.

    """

    step: str
    short: bool
    answers: frozenset[Answer] = frozenset()
    assumed: frozenset[tuple[Condition, bool]] = frozenset()
    flag: str | None = None


_Onward = tuple[str, _Place]
"""How a place is left, in words, and the place after it."""


@dataclass(slots=True)
class _Walk:
    """A walk over all places of one dialog, the near ones first.

    Attributes:
        problems: By step and sentence, each with the shortest way to it.
        came: For every place seen, the one before it, and how that was left, in words.

    """

    source: Source
    remembered: frozenset[str]
    problems: dict[tuple[str, str], Problem] = field(default_factory=dict)
    came: dict[_Place, tuple[_Place, str] | None] = field(default_factory=dict)

    @property
    def dialog(self) -> Dialog:
        return self.source.dialog

    def all(self) -> None:
        start = self.dialog.steps[0].name
        self.came[_Place(start, short=False)] = None
        if any(ask.brief for ask in self.dialog.asks):
            self.came[_Place(start, short=True)] = None
        ahead = deque(self.came)
        while ahead:
            here = ahead.popleft()
            for how, place in self.beyond(here):
                if place not in self.came:
                    self.came[place] = (here, how)
                    ahead.append(place)
            if len(self.came) > MOST_STATES:
                self.found("", "too many paths to prove anything", "")
                return
        self.find_unreached()

    def find_unreached(self) -> None:
        """Find steps that have a road, but one that no answer opens."""
        there = {place.step for place in self.came}
        for step in self.dialog.steps:
            if step.name not in there:
                way = Map(self.dialog).to(step.name)
                self.found(step.name, f"no answers ever lead to {step.name}", way)

    def found(self, step: str, sentence: str, way: str) -> None:
        self.problems.setdefault((step, sentence), self.source.problem(step, sentence, way))

    def way(self, place: _Place, last: str) -> str:
        """Word the shortest way to a place; ``last`` are the words of its own step."""
        parts = [last]
        here = place
        while (before := self.came[here]) is not None:
            here, how = before
            parts.append(how)
        return told([SHORT_VERSION if here.short else "", *reversed(parts)])

    def beyond(self, place: _Place) -> Iterator[_Onward]:
        """Return the places next after this one, each with the words of how this one is left."""
        step = self.dialog.by_name[place.step]
        if place.flag:
            self.flagged(step, place, place.flag)
        if not isinstance(step, Ask):
            yield from self.ways(step, place, place, None)
            return
        for answer in _whatever(self.dialog, step, short=place.short):
            yield from self.ways(step, place, self.answered(step, place, answer), answer)

    def flagged(self, step: Step, place: _Place, flag: str) -> None:
        """Find what must not come while no safety question has followed a red flag."""
        if isinstance(step, End):
            sentence = f"{flag} is a red flag, but no safety question follows it on every path"
        elif isinstance(step, Call | Wait):
            sentence = f"{flag} is a red flag: ask the safety question before {step.name}"
        else:
            return
        self.found(flag.partition("=")[0], sentence, self.way(place, step_in_words(step)))

    def answered(self, ask: Ask, place: _Place, answer: Answer | None) -> _Place:
        if answer is None:
            return place
        kept = place.answers | {answer} if ask.name in self.remembered else place.answers
        flag = f"{ask.name}={answer.value}" if is_flagged(ask, answer) else place.flag
        return replace(place, answers=kept, flag=None if ask.safety else flag)

    def ways(
        self, step: Step, before: _Place, place: _Place, answer: Answer | None
    ) -> Iterator[_Onward]:
        known = {**{one.step: one for one in place.answers}, **_named(answer)}
        roads = self.dialog.roads(step)
        new_flag = place.flag is not None and place.flag != before.flag
        matters = step.name in self.remembered or new_flag or len(roads) > 1
        end = None
        for road, after in self.roads(step, place, known, roads):
            if road is not None:
                yield left_in_words(step, answer, road, matters=matters), after
            elif not isinstance(step, End):
                end = after
        if end is not None:
            what = "no answer" if answer is None else answer.value or answer.kind
            last = answered_in_words(step, answer) if isinstance(step, Ask) else step.name
            self.found(step.name, f"{what} at {step.name} leads nowhere", self.way(before, last))

    def roads(
        self,
        step: Step,
        place: _Place,
        known: Mapping[str, Answer],
        roads: tuple[Route, ...],
    ) -> Iterator[tuple[Route | None, _Place]]:
        """Return the roads that may be taken and where they lead; None for a step without one."""
        if not roads:
            yield None, place
            return
        road, *others = roads
        for holds, assumed in _outcomes(road.when, step.name, known, place):
            if holds:
                yield road, replace(assumed, step=road.to)
            else:
                yield from self.roads(step, assumed, known, tuple(others))


def within(source: Source) -> set[Problem]:
    """Walk every path of a dialog whose structure is sound."""
    remembered = {
        condition.answer
        for step in source.dialog.steps
        for condition in conditions_at(step)
        if condition.answer is not None
    }
    walk = _Walk(source, frozenset(remembered))
    walk.all()
    return set(walk.problems.values())


def _outcomes(
    condition: Condition | None, here: str, known: Mapping[str, Answer], place: _Place
) -> Iterator[tuple[bool, _Place]]:
    if condition is None or condition.fact is None:
        yield condition is None or condition.holds(here, known, {}), place
        return
    assumed = dict(place.assumed)
    for holds in (assumed[condition],) if condition in assumed else (True, False):
        yield holds, replace(place, assumed=place.assumed | {(condition, holds)})


def _named(answer: Answer | None) -> dict[str, Answer]:
    return {} if answer is None else {answer.step: answer}


def is_flagged(ask: Ask, answer: Answer) -> bool:
    """Tell whether an answer is one of the question's red flags."""
    return any(flag.holds(ask.name, _named(answer), {}) for flag in ask.flags)


def answers_to(dialog: Dialog, ask: Ask) -> Iterator[Answer]:
    """Return every answer a question can get, as far as any condition can tell them apart."""
    for value in sorted(_values(dialog, ask), key=str):
        yield _answer(ask, "answered", value)
    if ask.skip:
        yield _answer(ask, "skipped", None)
    if ask.decline:
        yield _answer(ask, "declined", None)
    if ask.safety:
        yield _answer(ask, "expired", None)


def _whatever(dialog: Dialog, ask: Ask, *, short: bool) -> Iterator[Answer | None]:
    """Return every answer, and None where the question may not be asked at all."""
    passed = short and not ask.brief and not ask.safety
    if passed or isinstance(ask.answer, Item | Pick):
        yield None
    if not passed:
        yield from answers_to(dialog, ask)


def _answer(ask: Ask, kind: AnswerKind, value: Value) -> Answer:
    return Answer(ask.name, ask.records, value, kind, _SOME_DAY)


def _values(dialog: Dialog, ask: Ask) -> set[Value]:
    """Return a value for every way in which a condition could see the answer."""
    shape = ask.answer
    values: set[Value] = {option.value for option in options(shape, {})} - {None}
    if isinstance(shape, Several):
        return {(), *((value,) for value in shape.options), shape.options}
    near: set[Value] = {edge + step for edge in _edges(dialog, ask) for step in (-1, 0, 1)}
    if isinstance(shape, Number):
        ends = {shape.low, min(shape.low + 1, shape.high), max(shape.high - 1, shape.low)}
        inside = {one for one in near if isinstance(one, int | float)}
        return {*ends, shape.high, *(one for one in inside if shape.low <= one <= shape.high)}
    return values or {"…", *_mentioned(dialog, ask), *(near if isinstance(shape, Item) else ())}


def _about(dialog: Dialog, ask: Ask) -> Iterator[Condition]:
    for step in dialog.steps:
        for condition in conditions_at(step):
            if condition.fact is None and (condition.answer or step.name) == ask.name:
                yield condition


def _edges(dialog: Dialog, ask: Ask) -> Iterator[float]:
    for condition in _about(dialog, ask):
        for edge in (condition.at_least, condition.at_most, condition.equals):
            if isinstance(edge, int | float):
                yield edge


def _mentioned(dialog: Dialog, ask: Ask) -> Iterator[Value]:
    for condition in _about(dialog, ask):
        yield from condition.one_of or ()
        if condition.equals is not None:
            yield condition.equals
