"""Rules of warning signs: the shapes in which ``content/warning_signs.yaml`` is written.

A clinician changes numbers here, not code; every rule says where its threshold comes from and
who answers for it. ``warning_signs`` decides whether a rule holds.
"""

from collections.abc import Collection
from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Tier(StrEnum):
    """How soon a human must know: page now, today's list, or the digest."""

    NOW = "now"
    TODAY = "today"
    DIGEST = "digest"


URGENCY = {Tier.DIGEST: 0, Tier.TODAY: 1, Tier.NOW: 2}
"""Tiers in order: the higher, the sooner."""


LONGEST_SIGN = 30
"""In letters: buttons carry it."""


def family(name: str) -> str:
    """Return what all names like this one share: ``own_sign`` for ``own_sign:<key>``."""
    return name.partition(":")[0]


class _Content(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Condition(_Content):
    """What one reading must be: of one of these names, and in exactly one of these ways.

    The name ``own_sign`` stands for every ``own_sign:<key>``. ``no_answer`` means skipped,
    declined, or left until it expired.
    """

    readings: tuple[str, ...] = Field(min_length=1)
    at_least: float | None = None
    at_most: float | None = None
    one_of: tuple[str, ...] = ()
    no_answer: bool = False

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        ways = (self.at_least is not None, self.at_most is not None, self.one_of, self.no_answer)
        if sum(map(bool, ways)) != 1:
            raise ValueError("give exactly one of at_least, at_most, one_of, no_answer")
        return self


class AllOf(_Content):
    """Every condition is met by the latest readings of one session."""

    all_of: tuple[Condition, ...] = Field(min_length=1)


class AnyOf(_Content):
    """One of the newest readings meets one of the conditions."""

    any_of: tuple[Condition, ...] = Field(min_length=1)


class OnDays(_Content):
    """Met on so many local calendar days among the last ``of_days``, today included."""

    test: Condition
    on_days: int = Field(ge=1)
    of_days: int = Field(ge=1, le=14)


class InARow(_Content):
    """Met by the last so many readings of these names."""

    test: Condition
    in_a_row: int = Field(ge=1)


class Different(_Content):
    """Met under so many different names in the last ``in_days`` local calendar days."""

    test: Condition
    different: int = Field(ge=1)
    in_days: int = Field(ge=1, le=14)


class Times(_Content):
    """Met so many times in the last ``in_days`` local calendar days, today included."""

    test: Condition
    times: int = Field(ge=1)
    in_days: int = Field(ge=1, le=14)


When = AllOf | AnyOf | OnDays | InARow | Different | Times


def conditions(when: When) -> tuple[Condition, ...]:
    """Return every condition of a rule."""
    match when:
        case AllOf():
            return when.all_of
        case AnyOf():
            return when.any_of
        case _:
            return (when.test,)


class Rule(_Content):
    """One warning sign: when it holds, how urgent it is, and who answers for the threshold.

    ``covers`` names signs that are not raised beside this one. ``always`` marks a rule that no
    counselor makes quieter or puts to sleep, though nobody is paged by it; safety rules are so.
    """

    sign: str = Field(min_length=1, max_length=LONGEST_SIGN)
    tier: Tier
    safety: bool = False
    staff_only: bool = False
    always: bool = False
    when: When
    covers: tuple[str, ...] = ()
    source: str
    owner: str


class Rules(_Content):
    """``content/warning_signs.yaml``: the clinic's rules, no sign twice."""

    rules: tuple[Rule, ...]

    def about(self, names: Collection[str]) -> frozenset[str]:
        """Say what must be known to judge a new answer.

        Args:
            names: Under which it was recorded, if it is several.

        Returns:
            The families of names at which the rules look that a new answer under one of these
            can fulfil. None at all: no rule cares for it.

        """
        new = {*names, *map(family, names)}
        looked = (
            {name for condition in conditions(rule.when) for name in condition.readings}
            for rule in self.rules
        )
        return frozenset(family(name) for at in looked if at & new for name in at)

    def looked_at(self, sign: str) -> frozenset[str]:
        """Return the families of names at which the rule of a sign looks."""
        rule = self.rule(sign)
        tests = conditions(rule.when) if rule else ()
        return frozenset(family(name) for one in tests for name in one.readings)

    def rule(self, sign: str) -> Rule | None:
        """Return the rule of a sign; None: there is none."""
        return next((rule for rule in self.rules if rule.sign == sign), None)

    def covered_by(self, sign: str) -> tuple[str, ...]:
        """Return the signs that this one says better; none for one that no rule has."""
        found = self.rule(sign)
        return found.covers if found else ()

    def in_a_row(self, sign: str) -> int | None:
        """Return after how many in a row a sign holds; None where the clinic has no such rule."""
        whens = (rule.when for rule in self.rules if rule.sign == sign)
        return next((when.in_a_row for when in whens if isinstance(when, InARow)), None)

    @model_validator(mode="after")
    def _signs_fit(self) -> Self:
        signs = [rule.sign for rule in self.rules]
        if len(set(signs)) < len(signs):
            raise ValueError("a sign is written twice")
        unknown = {sign for rule in self.rules for sign in rule.covers} - set(signs)
        if unknown:
            raise ValueError(f"covers a sign that no rule has: {', '.join(sorted(unknown))}")
        return self
