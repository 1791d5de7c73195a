"""Rules of series: the shapes in which ``content/series.yaml`` is written."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from dialogs.care.sign_rules import Tier

MOST_DAYS = 28
"""How far back any part of standing looks."""


def _pages_nobody(tier: Tier) -> Tier:
    if tier is Tier.NOW:
        raise ValueError("write today or digest; what many days say pages nobody")
    return tier


Hint = Annotated[Tier, AfterValidator(_pages_nobody)]
"""How urgent a series may be: it is an early hint, and pages nobody."""


class _Content(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Part(_Content):
    """Points for a plain fact: a day average at least, or at most, so much on so many days."""

    item: str
    at_least: float | None = None
    at_most: float | None = None
    points: int = Field(ge=1, le=10)
    on_days: int = Field(ge=1)
    of_days: int = Field(ge=1, le=MOST_DAYS)

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.at_least is None) == (self.at_most is None):
            raise ValueError("give at_least or at_most")
        if self.on_days > self.of_days:
            raise ValueError("on_days cannot be more than of_days")
        return self

    def is_met(self, value: float) -> bool:
        """Tell whether a day average counts."""
        if self.at_least is not None:
            return value >= self.at_least
        return self.at_most is not None and value <= self.at_most


class Standing(_Content):
    """Where somebody stands: the parts that hold, and from how many points on it is said."""

    tier: Hint = Tier.DIGEST
    at_least: int = Field(ge=1)
    parts: tuple[Part, ...] = Field(min_length=1)
    source: str
    owner: str

    @model_validator(mode="after")
    def _can_be_reached(self) -> Self:
        if self.at_least > self.most:
            raise ValueError(f"the parts give {self.most} points at most, and at_least is more")
        return self

    @property
    def most(self) -> int:
        """How many points there can be: of one item the gravest part counts."""
        items = {part.item for part in self.parts}
        return sum(max(one.points for one in self.parts if one.item == item) for item in items)


class ChartItem(_Content):
    """One series: which way is worse, and the level and spread (SD) usual among people."""

    item: str
    worse: Literal["higher", "lower"]
    usual: float
    spread: float = Field(gt=0)


class Change(_Content):
    """An EWMA control chart: ``weight`` of the newest day, ``limit`` in standard deviations."""

    tier: Hint = Tier.DIGEST
    weight: float = Field(gt=0, le=1)
    limit: float = Field(ge=2, le=4)
    baseline_days: int = Field(ge=14, le=60)
    shrinkage: float = Field(ge=0, le=60)
    items: tuple[ChartItem, ...]
    source: str
    owner: str


class Silence(_Content):
    """Days without an answer, and a sharp drop in the share of days that are answered."""

    tier: Hint = Tier.DIGEST
    in_a_row: int = Field(ge=2)
    recent_days: int = Field(ge=3, le=14)
    before_days: int = Field(ge=14, le=60)
    at_least_before: float = Field(gt=0, le=1)
    drop_to: float = Field(gt=0, lt=1)
    source: str
    owner: str


class SeriesRules(_Content):
    """``content/series.yaml``: the clinic's rules for many days together."""

    standing: Standing
    change: Change
    silence: Silence

    @property
    def items(self) -> frozenset[str]:
        """Under which names the answers are recorded at which the rules look."""
        charted = {item.item for item in self.change.items}
        return frozenset({part.item for part in self.standing.parts} | charted)
