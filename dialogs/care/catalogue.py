"""The catalogue: ready-made goals, each with how it is measured and a first small step.

``content/catalogue.yaml`` says what there is; the words are texts called ``catalogue-<key>``. A
client picks one and may change it: from then on it is a goal of the plan, in their own words.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property, partial
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from dialogs.care.plan import Domain, Goal, MeasureKind, ModalityKind, Phase, Wellbeing
from dialogs.errors import Problem
from dialogs.texts import Texts

LONGEST_TITLE = 60
LONGEST_QUESTION = 110
LONGEST_STEP = 100
"""In characters; a step is small also to read."""

_LONGEST = {"": LONGEST_TITLE, ".question": LONGEST_QUESTION, ".step": LONGEST_STEP}
_DAYS_A_WEEK = 7
_FILE = "catalogue.yaml"


class Unit(StrEnum):
    """What a target counts; worded by ``unit-<key>`` with a number, ``.word`` without one."""

    DAYS = "days"
    TIMES = "times"
    MINUTES = "minutes"
    HOURS = "hours"
    PEOPLE = "people"
    THINGS = "things"
    QUESTIONS = "questions"


class _Content(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ReadyMeasure(_Content):
    """How a ready-made goal is measured, before there is a day on which it begins.

    ``target`` is in ``unit``, as in `plan.Measure`: per week for yes days and counts, in all for a
    number; a date has neither. ``weeks`` is how long it has, from the day it is picked.
    """

    kind: MeasureKind
    target: int | None = Field(default=None, ge=1, le=1000)
    unit: Unit | None = None
    weeks: int = Field(ge=1, le=4)

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        dated = self.kind is MeasureKind.DATE
        if dated != (self.target is None) or dated != (self.unit is None):
            raise ValueError("every measure has a target and a unit, but a date has neither")
        yes_no = self.kind is MeasureKind.YES_NO
        if yes_no and (self.unit is not Unit.DAYS or (self.target or 0) > _DAYS_A_WEEK):
            raise ValueError("a yes or no counts days of a week: unit days, target 1 to 7")
        return self


class Entry(_Content):
    """One ready-made goal.

    ``phases`` are those in which it is offered; ``next`` is the key of the slightly larger goal of
    the same domain that is proposed once this one is met.
    """

    key: str = Field(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")
    measure: ReadyMeasure
    wellbeing: Wellbeing
    modality: ModalityKind | None = None
    phases: tuple[Phase, ...] = Field(default=tuple(Phase), min_length=1)
    next: str | None = None

    @property
    def text(self) -> str:
        """The key of its title; ``.question`` and ``.step`` are the other two texts."""
        return f"catalogue-{self.key}"

    def title(self, say: Callable[..., str], target: float | None = None) -> str:
        """Word its title, which may say how much it aims for.

        Args:
            say: Words a text.
            target: Another aim than its own, in the same unit.

        """
        aim = self.measure.target if target is None else target
        return say(self.text) if aim is None else say(self.text, target=aim)


_Entries = tuple[Entry, ...]


class Catalogue(_Content):
    """``content/catalogue.yaml``: at least one ready-made goal for each domain."""

    use: _Entries = Field(min_length=1)
    health: _Entries = Field(min_length=1)
    mind: _Entries = Field(min_length=1)
    family: _Entries = Field(min_length=1)
    people: _Entries = Field(min_length=1)
    work: _Entries = Field(min_length=1)
    money: _Entries = Field(min_length=1)
    home: _Entries = Field(min_length=1)
    life_skills: _Entries = Field(min_length=1)
    body: _Entries = Field(min_length=1)
    self_care: _Entries = Field(min_length=1)
    meaning: _Entries = Field(min_length=1)

    def of(self, domain: Domain, phase: Phase | None = None) -> tuple[Entry, ...]:
        """Return the goals of a domain, in the file's order.

        Args:
            domain: The part of life.
            phase: Leave out what does not fit this phase; None leaves nothing out.

        """
        entries: _Entries = getattr(self, domain.value)
        return tuple(one for one in entries if phase is None or phase in one.phases)

    def entries(self) -> Iterator[tuple[Domain, Entry]]:
        """Yield every goal with its domain, in the file's order."""
        for domain in Domain:
            for entry in self.of(domain):
                yield domain, entry

    def entry(self, key: str) -> Entry | None:
        """Return the goal of this key; None where there is none, as a plan may be older."""
        return self._by_key.get(key)

    def after(self, key: str) -> Entry | None:
        """Return the slightly larger goal that follows this one, if there is one."""
        entry = self.entry(key)
        return None if entry is None or entry.next is None else self.entry(entry.next)

    @cached_property
    def _by_key(self) -> Mapping[str, Entry]:
        return {entry.key: entry for _, entry in self.entries()}

    @model_validator(mode="after")
    def _is_sound(self) -> Self:
        wrong = (*self._twice(), *self._strangers()) or tuple(self._circles())
        if wrong:
            raise ValueError("; ".join(wrong))
        return self

    def _twice(self) -> Iterator[str]:
        counted = Counter(entry.key for _, entry in self.entries())
        return (f"{key} is there {n} times" for key, n in counted.items() if n > 1)

    def _strangers(self) -> Iterator[str]:
        """Find whatever is next and is no goal of the same domain."""
        for domain, entry in self.entries():
            known = {one.key for one in self.of(domain)}
            if entry.next is not None and entry.next not in known:
                yield f"next of {entry.key} is {entry.next}, which is no goal of {domain}"

    def _circles(self) -> Iterator[str]:
        """Find chains that come back, each once: told at the goal that closes it."""
        ended: set[str] = set()
        for _, first in self.entries():
            walked = dict[str, None]()
            at: Entry | None = first
            while at is not None and at.key not in ended:
                walked[at.key] = None
                if at.next in walked:
                    yield f"the chain of {at.next} comes back to it at {at.key}"
                    break
                at = self.after(at.key)
            ended.update(walked)


def retitled(catalogue: Catalogue, texts: Texts, goal: Goal, target: float) -> str:
    """Word the title of a ready-made goal with another aim, in the language it was made in.

    A title in the client's own words stays as it is: words of theirs are never parsed.

    Args:
        catalogue: The ready-made goals.
        texts: All texts.
        goal: A goal of a plan, with the aim it has so far.
        target: The aim it would have, in the same unit.

    """
    language = worded_in(catalogue, texts, goal)
    entry = None if goal.entry is None else catalogue.entry(goal.entry)
    if language is None or entry is None:
        return goal.title
    return entry.title(partial(texts.say, language), target)


def worded_in(catalogue: Catalogue, texts: Texts, goal: Goal) -> str | None:
    """Return the language in which a goal has its ready-made title; None: it is in own words."""
    entry = None if goal.entry is None else catalogue.entry(goal.entry)
    if entry is None:
        return None
    aim = goal.measure.target
    return next(
        (one for one in texts.languages if entry.title(partial(texts.say, one), aim) == goal.title),
        None,
    )


def unworded(catalogue: Catalogue, texts: Texts) -> Iterator[Problem]:
    """Find goals whose words are missing in a language, too long to pick from, or not whole."""
    for _, entry in catalogue.entries():
        for language in texts.languages:
            for part, longest in _LONGEST.items():
                yield from _wrong_with(texts, language, entry, part, longest)


def _wrong_with(
    texts: Texts, language: str, entry: Entry, part: str, longest: int
) -> Iterator[Problem]:
    key = f"{entry.text}{part}"
    variables = texts.variables(language).get(key)
    allowed = {"target"} if not part and entry.measure.target is not None else set[str]()
    if variables is None:
        yield Problem(_FILE, 0, f"{key} is missing in {language}")
    elif variables - allowed:
        may = "no other than target" if allowed else "none"
        sentence = f"{key} has a placeholder, and may have {may}"
        yield Problem(*texts.place(language, key), sentence)
    elif (length := len(_said(texts, language, entry, part))) > longest:
        sentence = f"{key} has {length} characters, and {longest} fit"
        yield Problem(*texts.place(language, key), sentence)


def _said(texts: Texts, language: str, entry: Entry, part: str) -> str:
    say = partial(texts.say, language)
    return say(f"{entry.text}{part}") if part else entry.title(say)
