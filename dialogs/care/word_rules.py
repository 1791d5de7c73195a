"""Rules of words: the shapes in which ``content/words/<lang>.yaml`` is written.

A pattern is a regular expression over skeletons (see ``skeletons``): no capitals, no accents
on Latin letters, no apostrophes. It matches whole words; ``<name>`` stands for a part of the
same file. Every rule brings an example that it finds and a counter-example that it does not.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

_PART = re.compile(r"<([a-z_]+)>")


class Category(StrEnum):
    """What a message may be about."""

    SUICIDE_SELFHARM = "suicide_selfharm"
    OVERDOSE_MEDICAL = "overdose_medical"
    VIOLENCE_ABUSE = "violence_abuse"
    LAPSE = "lapse"
    CRAVING = "craving"
    WITHDRAWAL = "withdrawal"
    MEDICATION = "medication"
    HOPELESS = "hopeless"


class Severity(StrEnum):
    """How much it matters if it is true."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    WATCH = "watch"
    NONE = "none"


class _Content(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class WordRule(_Content):
    """One thing that people say in several ways.

    ``unconditional`` rules hold in any context: "not breathing" is no negation.
    """

    id: str
    category: Category
    severity: Severity
    reason: str
    patterns: tuple[str, ...] = Field(min_length=1)
    unconditional: bool = False
    example: str
    counter: str


class Contexts(_Content):
    """What turns words into something less: patterns, by kind of context.

    ``negation`` counts directly before the words, with at most three words between; the others
    anywhere around them. None reaches over the end of the clause.
    """

    negation: tuple[str, ...]
    past: tuple[str, ...]
    third_person: tuple[str, ...]
    question: tuple[str, ...]
    quotation: tuple[str, ...]


class WordBook(_Content):
    """One language's rules; ``idioms`` are taken out of a message before anything else.

    ``breaks`` are words at which a clause ends. ``slang`` is written out, and a word one slip
    of a finger away from one of ``crisis_words`` is read as that, unless it is in ``not_slips``.
    """

    language: str
    parts: Mapping[str, str] = {}
    slang: Mapping[str, str] = {}
    crisis_words: tuple[str, ...] = ()
    not_slips: frozenset[str] = frozenset()
    idioms: tuple[str, ...]
    breaks: tuple[str, ...]
    contexts: Contexts
    rules: tuple[WordRule, ...]

    @model_validator(mode="after")
    def _reads(self) -> Self:
        ids = [rule.id for rule in self.rules]
        if len(set(ids)) < len(ids):
            raise ValueError("a rule is written twice")
        for rule in self.rules:
            self._compile(rule.patterns, rule.id)
        self._compile(self.idioms, "idioms")
        for kind, patterns in self.contexts:
            self._compile(patterns, kind)
        return self

    @cached_property
    def by_rule(self) -> tuple[tuple[WordRule, re.Pattern[str]], ...]:
        """Every rule with its patterns as one, compiled on first use."""
        return tuple((rule, self._compile(rule.patterns, rule.id)) for rule in self.rules)

    @cached_property
    def idiom(self) -> re.Pattern[str]:
        """All idioms as one pattern."""
        return self._compile(self.idioms, "idioms")

    @cached_property
    def clause_end(self) -> re.Pattern[str]:
        """Where a clause ends: at any mark, or at a breaking word."""
        words = "|".join(map(re.escape, self.breaks))
        return re.compile(rf"\.|\b(?:{words})\b" if words else r"\.")

    @cached_property
    def negated(self) -> re.Pattern[str]:
        """A negation with at most three words after it, up to the end of the text given."""
        cues = self._compile(self.contexts.negation, "negation").pattern
        return re.compile(rf"{cues}(?: \w+){{0,3}} ?$")

    @cached_property
    def around(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """The contexts that count anywhere in the clause, by kind."""
        return tuple(
            (kind, self._compile(patterns, kind))
            for kind, patterns in self.contexts
            if kind != "negation"
        )

    def _compile(self, patterns: tuple[str, ...], place: str) -> re.Pattern[str]:
        try:
            whole = "|".join(_PART.sub(lambda part: self.parts[part[1]], p) for p in patterns)
            return re.compile(rf"\b(?:{whole})\b" if whole else r"(?!)")
        except KeyError as missing:
            raise ValueError(f"{place}: no part called {missing}") from None
        except re.error as error:
            raise ValueError(f"{place}: not a pattern: {error}") from None
