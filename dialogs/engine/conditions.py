"""Conditions: when a dialog takes a road, as data that nobody has to evaluate."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, JsonValue, model_validator

from dialogs.engine.events import Value
from dialogs.engine.session import Answer

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Scalar = int | float | str

_COMPARED = {"at_least": "≥ {}", "at_most": "≤ {}", "equals": "= {}"}


class Strict(BaseModel):
    """A piece of a dialog file: immutable, nothing unknown, nothing converted."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Condition(Strict):
    """A statement about one answer or one fact. Every comparison that is written must hold.

    Without ``answer`` and ``fact`` it speaks of the step it stands at. Nothing but
    ``skipped`` and ``present: false`` is true of an answer that was not given.
    """

    answer: Name | None = None
    fact: Name | None = None
    at_least: int | float | None = None
    at_most: int | float | None = None
    equals: Scalar | None = None
    one_of: tuple[Scalar, ...] | None = Field(default=None, min_length=1)
    skipped: bool | None = None
    present: bool | None = None

    @model_validator(mode="after")
    def _speaks_of_one_thing(self) -> "Condition":
        if self.answer is not None and self.fact is not None:
            raise ValueError("a condition speaks of an answer or of a fact, not of both")
        if self.fact is not None and self.skipped is not None:
            raise ValueError("a fact cannot be skipped")
        tests = (self.at_least, self.at_most, self.equals, self.one_of, self.skipped, self.present)
        if all(test is None for test in tests):
            raise ValueError("a condition compares with something")
        return self

    def holds(
        self, here: str, answers: Mapping[str, Answer], facts: Mapping[str, JsonValue]
    ) -> bool:
        """Tell whether it holds at step ``here``, given the answers and facts so far."""
        if self.fact is not None:
            fact = facts.get(self.fact)
            return self._presence_fits(bool(fact)) and self._fits(_comparable(fact))
        answer = answers.get(self.answer or here)
        given = answer.value if answer is not None and answer.kind == "answered" else None
        passed_over = answer is not None and answer.kind != "answered"
        if self.skipped is not None and self.skipped is not passed_over:
            return False
        return self._presence_fits(given is not None) and self._fits(given)

    def _presence_fits(self, there: bool) -> bool:  # noqa: FBT001 - the value tested, not a switch
        return self.present is None or self.present is there

    def _fits(self, value: Value) -> bool:
        values = value if isinstance(value, tuple) else (value,)
        number = value if isinstance(value, int | float) else None
        return (
            (self.at_least is None or (number is not None and number >= self.at_least))
            and (self.at_most is None or (number is not None and number <= self.at_most))
            and (self.equals is None or self.equals in values)
            and (self.one_of is None or any(each in self.one_of for each in values))
        )


class Route(Strict):
    """One road out of a step; without ``when`` it is the road for everybody else."""

    to: Name
    when: Condition | None = None


def _comparable(fact: JsonValue) -> Value:
    return fact if isinstance(fact, str | int | float) else None


def in_words(condition: Condition) -> str:
    """Write a condition for people: ``≥ 8``, ``use = yes``, ``plan there``."""
    subject = condition.fact or condition.answer
    parts = [subject] if subject else []
    for name, shape in _COMPARED.items():
        value = getattr(condition, name)
        if value is not None:
            parts.append(shape.format(value))
    if condition.one_of is not None:
        parts.append("is " + " or ".join(str(value) for value in condition.one_of))
    if condition.skipped is not None:
        parts.append("skipped" if condition.skipped else "not skipped")
    if condition.present is not None:
        parts.append("there" if condition.present else "not there")
    return " ".join(parts)
