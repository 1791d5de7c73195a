"""Helplines: whom to call in a country, emergency number first.

The facts live in ``content/helplines.yaml`` and grow old: past ``recheck_by`` lines are shown
with the date on which they were last confirmed, and an emergency number is never hidden.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

WARN_BEFORE = timedelta(days=30)
"""How long before ``recheck_by`` a clinic is reminded (SAFETY.md 4)."""


class _Content(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Line(_Content):
    """A service to call or to text; numbers as people write them in its country.

    ``confidence`` A and B may be shown, C only after a human has checked it. ``option`` is
    the key to press after the greeting, ``keyword`` the word to send in a text.
    """

    name: str
    kind: Literal["crisis", "addiction"]
    call: str | None = None
    option: str | None = None
    text_to: str | None = None
    keyword: str | None = None
    hours: str | None = None
    languages: tuple[str, ...] = ()
    confidence: Literal["A", "B", "C"]
    sources: tuple[str, ...] = Field(min_length=1)
    seen: str
    note: str | None = None

    @model_validator(mode="after")
    def _can_be_reached(self) -> Self:
        if self.call is None and self.text_to is None:
            raise ValueError("a line needs a number to call or to text")
        return self

    @property
    def is_checked(self) -> bool:
        """Whether the line may be shown without asking anybody."""
        return self.confidence != "C"


class Country(_Content):
    """One country's numbers; it has at least one for emergencies."""

    name: str
    emergency: tuple[str, ...] = Field(min_length=1)
    lines: tuple[Line, ...]


class Site(_Content):
    """A directory of lines in other countries."""

    name: str
    url: str


class Source(_Content):
    """Where a number was read, and how old that was."""

    date: str
    what: str


class Helplines(_Content):
    """``content/helplines.yaml``: countries by ISO 3166-1 alpha-2, every source known."""

    confirmed_on: date
    recheck_by: date
    fallback: tuple[Site, ...] = Field(min_length=1)
    sources: Mapping[str, Source]
    countries: Mapping[str, Country]

    def code_of(self, country: str) -> str | None:
        """Return the code of a country by its code or its English name; None if not known."""
        asked = country.strip()
        if asked.upper() in self.countries:
            return asked.upper()
        named = (code for code, one in self.countries.items() if one.name.lower() == asked.lower())
        return next(named, None)

    @model_validator(mode="after")
    def _sources_are_known(self) -> Self:
        used = {s for c in self.countries.values() for line in c.lines for s in line.sources}
        unknown = used - self.sources.keys()
        if unknown:
            raise ValueError(f"unknown source: {', '.join(sorted(unknown))}")
        return self


@dataclass(frozen=True, slots=True)
class Card:
    """Whom to call, in the order in which to show it.

    ``country`` is None where we know of none; then there is no emergency number to name and
    ``fallback`` is all there is. It is also filled where no line of the country is checked.
    """

    country: str | None
    emergency: tuple[str, ...]
    lines: tuple[Line, ...]
    fallback: tuple[Site, ...]
    confirmed_on: date
    recheck_by: date


def card_for(helplines: Helplines, country: str | None, *, unchecked: bool = False) -> Card:
    """Look up whom to call in a country.

    Args:
        helplines: The content file.
        country: ISO 3166-1 alpha-2 in any case, or None where the person has not told.
        unchecked: Show lines of confidence C as well; for a clinic's own check only.

    Returns:
        The card; never None and never an error, whatever the country.

    """
    code = (country or "").upper()
    found = helplines.countries.get(code)
    lines = tuple(line for line in found.lines if unchecked or line.is_checked) if found else ()
    return Card(
        country=code if found else None,
        emergency=found.emergency if found else (),
        lines=lines,
        fallback=() if lines else helplines.fallback,
        confirmed_on=helplines.confirmed_on,
        recheck_by=helplines.recheck_by,
    )


def is_stale(helplines: Helplines, today: date) -> bool:
    """Return whether the numbers are past their recheck date: say when they were confirmed."""
    return today > helplines.recheck_by


def is_due_for_recheck(helplines: Helplines, today: date) -> bool:
    """Return whether the clinic should be reminded to check: 30 days before the date and after."""
    return today >= helplines.recheck_by - WARN_BEFORE
