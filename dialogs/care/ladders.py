"""Ladders: whom to page next, and after how long.

``content/ladders.yaml`` says which kinds of people stand on which rung; a ladder names the
people themselves, and an alert keeps the ladder it was raised with.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Rung:
    """Whom to page, and how many minutes they have; None: the alert stays with them.

    ``repeats`` counts on the last rung only: how often it is paged again. On the rung of those
    ``on_call`` stands whoever it is at the moment of paging (`with_on_call`), and nobody where
    there is nobody. A rung with ``at_work`` is passed over outside its people's working hours.
    """

    people: tuple[int, ...]
    minutes: int | None
    repeats: int = 0
    on_call: bool = False
    at_work: bool = False


@dataclass(frozen=True, slots=True)
class Ladder:
    """Whom to page in which order, and how long a taken alert may stay silent.

    ``remind_minutes`` after the last word of whoever took it comes a reminder, and
    ``back_minutes`` after that the alert is back on the ladder. None: never.
    """

    rungs: tuple[Rung, ...]
    remind_minutes: int | None
    back_minutes: int | None


class _Content(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class RungShape(_Content):
    """A rung before we know the people: who stands on it, and their minutes (None: no climb).

    ``hours: working`` leaves people out of it outside their working hours.
    """

    who: Literal["counselor", "on_call", "sponsor"]
    minutes: int | None = Field(ge=1)
    hours: Literal["any", "working"] = "any"


class LadderShape(_Content):
    """A clinic's ladder for one tier."""

    rungs: tuple[RungShape, ...] = Field(min_length=1)
    repeats: int = Field(ge=0)
    remind_minutes: int | None = Field(ge=1)
    back_minutes: int | None = Field(ge=1)
    source: str
    owner: str


class WorkingHours(_Content):
    """When a message that can wait reaches a counselor, in the counselor's own zone."""

    days: tuple[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"], ...] = Field(min_length=1)
    begins: time
    ends: time


class Ladders(_Content):
    """``content/ladders.yaml``: a ladder for each tier that pages anybody, and working hours.

    ``together_minutes`` is how far apart two messages for one counselor's day are, ``digest_at``
    when their digest comes, in their own wall time.
    """

    now: LadderShape
    today: LadderShape
    working_hours: WorkingHours
    together_minutes: int = Field(default=30, ge=0)
    digest_at: time = time(9)


def default_ladder(
    shape: LadderShape,
    *,
    counselors: Sequence[int],
    on_call: Sequence[int],
    sponsors: Sequence[int],
    staff_only: bool,
) -> Ladder:
    """Put people on the clinic's rungs.

    Args:
        shape: ``ladders.now`` or ``ladders.today``.
        counselors: The client's own counselors.
        on_call: Who is on call for the clinic now.
        sponsors: Sponsors who hold an alerts grant at this moment.
        staff_only: The sign speaks of violence: sponsors are left out.

    Returns:
        The ladder without its empty rungs, but for that of those on call; a person stands on the
        first of their rungs only. It may hold nobody, and then the alert is unanswered from the
        start.

    """
    people = {
        "counselor": tuple(counselors),
        "on_call": tuple(on_call),
        "sponsor": () if staff_only else tuple(sponsors),
    }
    rungs: list[Rung] = []
    placed: set[int] = set()
    for rung in shape.rungs:
        new = tuple(person for person in people[rung.who] if person not in placed)
        placed.update(new)
        duty = rung.who == "on_call"
        if new or duty:
            rungs.append(Rung(new, rung.minutes, on_call=duty, at_work=rung.hours == "working"))
    if rungs:
        rungs[-1] = replace(rungs[-1], repeats=shape.repeats)
    return Ladder(tuple(rungs), shape.remind_minutes, shape.back_minutes)


def with_on_call(ladder: Ladder, people: Sequence[int]) -> Ladder:
    """Return the ladder with these people on the rung of those on call, and nobody twice.

    Everything else of it stays as it was when the alert was raised.
    """
    placed = {one for rung in ladder.rungs if not rung.on_call for one in rung.people}
    now = tuple(one for one in people if one not in placed)
    rungs = [replace(rung, people=now) if rung.on_call else rung for rung in ladder.rungs]
    return replace(ladder, rungs=tuple(rungs))


def keep_only(ladder: Ladder, people: AbstractSet[int]) -> Ladder:
    """Return the ladder with nobody on it but ``people``; rungs left empty are dropped.

    The last rung that remains is paged again as often as the last rung was.
    """
    repeats = ladder.rungs[-1].repeats if ladder.rungs else 0
    kept = [
        replace(rung, people=tuple(p for p in rung.people if p in people), repeats=0)
        for rung in ladder.rungs
    ]
    rungs = [rung for rung in kept if rung.people]
    if rungs:
        rungs[-1] = replace(rungs[-1], repeats=repeats)
    return replace(ladder, rungs=tuple(rungs))


def next_working_moment(hours: WorkingHours, zone: str, now: datetime) -> datetime:
    """Return the first moment from now on, in UTC, that lies in a counselor's working hours."""
    local = now.astimezone(ZoneInfo(zone))
    if DAYS[local.weekday()] in hours.days and hours.begins <= local.time() < hours.ends:
        return now
    first = local.date() + timedelta(days=int(local.time() >= hours.begins))
    week = (first + timedelta(days=n) for n in range(len(DAYS)))
    day = next(day for day in week if DAYS[day.weekday()] in hours.days)
    return datetime.combine(day, hours.begins, ZoneInfo(zone)).astimezone(now.tzinfo)
