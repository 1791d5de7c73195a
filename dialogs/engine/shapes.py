"""The ways in which a question can be answered."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from dialogs.engine.conditions import Name, Strict

MOST_POINTS = 11


class Scale(Strict):
    """Whole numbers with words at both ends, at most eleven of them."""

    kind: Literal["scale"]
    low: int
    high: int

    @model_validator(mode="after")
    def _fits_two_rows(self) -> "Scale":
        if not 1 <= self.high - self.low < MOST_POINTS:
            raise ValueError("a scale has 2 to 11 points, the lowest first")
        return self


class Choice(Strict):
    """One of a few options."""

    kind: Literal["choice"]
    options: tuple[Name, ...] = Field(min_length=2, max_length=12)


class Several(Strict):
    """Any number of options, ticked one by one, then *Done*."""

    kind: Literal["several"]
    options: tuple[Name, ...] = Field(min_length=2, max_length=12)


class YesNo(Strict):
    """Yes or no."""

    kind: Literal["yes_no"]


class Number(Strict):
    """A number with a unit, both limits included; ``unit`` names a text ``unit-<unit>``."""

    kind: Literal["number"]
    low: int | float
    high: int | float
    unit: Name | None = None
    whole: bool = True


class Words(Strict):
    """Free words, some of which may be suggested as buttons."""

    kind: Literal["words"]
    at_most: int = Field(default=1000, ge=1, le=3000)
    suggest: tuple[Name, ...] = Field(default=(), max_length=12)


class Time(Strict):
    """A time of day; suggestions are written ``HH:MM``."""

    kind: Literal["time"]
    suggest: tuple[Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")], ...] = ()


class Date(Strict):
    """A calendar date."""

    kind: Literal["date"]


class Contact(Strict):
    """A name, with a telephone number if there is one."""

    kind: Literal["contact"]


class Pick(Strict):
    """One of the person's own things: ``facts[of]`` lists them as ``{key, label}``.

    ``other`` adds *Something else*, and then takes typed words too.
    """

    kind: Literal["pick"]
    of: Name
    other: bool = False


class Item(Strict):
    """A question out of the plan: ``facts[of]`` brings both its widget and its words."""

    kind: Literal["item"]
    of: Name


AnswerShape = Annotated[
    Scale | Choice | Several | YesNo | Number | Words | Time | Date | Contact | Pick | Item,
    Field(discriminator="kind"),
]
