"""Every path through a dialog, with every answer that can be given on it.

Answers are remembered only where a later step asks about them, so the number of states stays
small. Facts are unknown: where a road depends on one, both ways are walked.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from dialogs.engine.conditions import Condition, Route
from dialogs.engine.definition import Ask, Call, Dialog, End, Step, Wait
from dialogs.engine.events import Value
from dialogs.engine.proofs.structure import conditions_at
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


@dataclass(slots=True)
class _Walk:
    """A walk over all places of one dialog."""

    source: Source
    remembered: frozenset[str]
    problems: set[Problem] = field(default_factory=set)

    @property
    def dialog(self) -> Dialog:
        return self.source.dialog

    def all(self) -> None:
        start = self.dialog.steps[0].name
        ahead = [_Place(start, short=False)]
        if any(ask.brief for ask in self.dialog.asks):
            ahead.append(_Place(start, short=True))
        seen = set(ahead)
        while ahead:
            new = set(self.beyond(ahead.pop())) - seen
            seen |= new
            ahead.extend(new)
            if len(seen) > MOST_STATES:
                self.problems.add(self.source.problem("", "too many paths to prove anything"))
                return

    def beyond(self, place: _Place) -> Iterator[_Place]:
        """Return the places next after this one."""
        step = self.dialog.by_name[place.step]
        if isinstance(step, End) and place.flag:
            sentence = (
                f"{place.flag} is a red flag, but no safety question follows it on every path"
            )
            self.problems.add(self.source.problem(place.flag.partition("=")[0], sentence))
        if isinstance(step, Call | Wait) and place.flag:
            sentence = f"{place.flag} is a red flag: ask the safety question before {step.name}"
            self.problems.add(self.source.problem(place.flag.partition("=")[0], sentence))
        if not isinstance(step, Ask):
            yield from self.ways(step, place, {})
            return
        for answer in _whatever(self.dialog, step, short=place.short):
            yield from self.ways(step, self.answered(step, place, answer), _named(answer))

    def answered(self, ask: Ask, place: _Place, answer: Answer | None) -> _Place:
        if answer is None:
            return place
        kept = place.answers | {answer} if ask.name in self.remembered else place.answers
        flag = f"{ask.name}={answer.value}" if is_flagged(ask, answer) else place.flag
        return replace(place, answers=kept, flag=None if ask.safety else flag)

    def ways(self, step: Step, place: _Place, here: Mapping[str, Answer]) -> Iterator[_Place]:
        known = {**{answer.step: answer for answer in place.answers}, **here}
        yield from self.roads(step, place, known, self.dialog.roads(step))

    def roads(
        self,
        step: Step,
        place: _Place,
        known: Mapping[str, Answer],
        roads: tuple[Route, ...],
    ) -> Iterator[_Place]:
        if not roads:
            if not isinstance(step, End):
                said = known.get(step.name)
                what = "no answer" if said is None else said.value or said.kind
                self.problems.add(
                    self.source.problem(step.name, f"{what} at {step.name} leads nowhere")
                )
            return
        road, *others = roads
        for holds, assumed in _outcomes(road.when, step.name, known, place):
            if holds:
                yield replace(assumed, step=road.to)
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
    return walk.problems


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
    if isinstance(shape, Number):
        edges = {shape.low, shape.high, *_edges(dialog, ask)}
        near = {edge + step for edge in edges for step in (-1, 0, 1)}
        return {value for value in near if shape.low <= value <= shape.high}
    return values or {"…", *_mentioned(dialog, ask)}


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
