"""What it costs to look for proposals: two years of daily answers of one client."""

import random
import statistics
import time as clock
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from dialogs.care.phases import Phases
from dialogs.care.plan import (
    Goal,
    GoalStatus,
    Measure,
    MeasureKind,
    Medicine,
    Modality,
    ModalityKind,
    Phase,
    Plan,
    Skill,
    starter_plan,
)
from dialogs.care.proposals import Asked, Known, propose
from dialogs.care.warning_signs import Reading
from dialogs.files import read_model
from dialogs.playbook import CONTENT
from tests.bench.figures import Figure, at_most

DAYS, LOOKS = 730, 40
MOST_MS = 50.0
NOW = datetime(2026, 3, 10, 1, 0, tzinfo=UTC)
SEED = 7
SCALES = ("craving", "mood", "sleep", "confidence")

Say = Callable[[str], None]


async def two_years(_folder: Path, say: Say) -> list[Figure]:
    """Measure one look at everything a client has said in two years, in milliseconds of CPU."""
    known = _all_looked_for(_known())
    say(f"{len(known.readings):,} readings and {len(known.asked):,} check-ins of {DAYS} days")
    spent = []
    for _ in range(LOOKS):
        before = clock.process_time()
        found = propose(known)
        spent.append((clock.process_time() - before) * 1000)
        assert not found, "it stopped looking at the third proposal"
    took = statistics.median(spent)
    note = f"{len(known.readings):,} readings"
    return [at_most("proposals from two years, CPU", took, MOST_MS, " ms", note=note)]


def _all_looked_for(known: Known) -> Known:
    """Decline whatever is proposed, so that a look goes through all there is to look for."""
    declined: dict[str, date] = {}
    while found := propose(replace(known, declined=declined)):
        declined |= {one.name: known.today for one in found}
    assert declined, "nothing was proposed, so there is no pattern in these answers"
    return replace(known, declined=declined)


def _known() -> Known:
    return Known(
        plan=_plan(),
        readings=tuple(_readings(random.Random(SEED))),  # noqa: S311 - no secret
        asked=[
            Asked(
                "daily", _day(ago), 0, kept=ago % 8 == 0, hour_answered=20 if ago % 8 == 0 else None
            )
            for ago in range(DAYS)
        ],
        now=NOW,
        zone="America/New_York",
        seed=SEED,
        phases=read_model(CONTENT / "phases.yaml", Phases),
        ready=lambda _: None,
        after=lambda _: None,
        retitled=lambda goal, _: goal.title,
        say=lambda key, **_: key,
    )


def _plan() -> Plan:
    measure = Measure(MeasureKind.YES_NO, "Did you?", 3.0)
    return replace(
        starter_plan(1, time(20), NOW, author_id=1),
        phase=Phase.OUTPATIENT,
        goals=tuple(Goal(f"g{n}", f"Goal {n}", measure, GoalStatus.ACTIVE) for n in range(5)),
        skills=tuple(Skill(f"s{n}", f"Skill {n}", n) for n in range(8)),
        medicines=(Medicine("m", "Medicine", (time(8),)),),
        modalities=(Modality("group", ModalityKind.CBT, "weekly"),),
    )


def _readings(draw: random.Random) -> Iterator[Reading]:
    """Answer a whole check-in each day, a craving with a skill, and every goal."""
    for ago in range(DAYS):
        at = NOW - timedelta(days=ago)
        skill, craving = f"s{draw.randrange(8)}", f"craving{ago}"
        yield Reading("use", "no", at, f"day{ago}")
        for name in SCALES:
            yield Reading(name, draw.randrange(11), at, f"day{ago}")
        yield Reading("medicine", draw.choice(("taken", "not_taken")), at, f"day{ago}")
        for n in range(5):
            yield Reading(f"goal:g{n}", draw.choice(("yes", "no")), at, f"day{ago}")
        yield Reading("skill", skill, at, craving)
        yield Reading("helped", draw.choice(("yes", "a_bit", "no")), at, craving)
        yield Reading("place", draw.choice(("home", "work", "out")), at, craving)
        yield Reading("modality:group", draw.randrange(11), at, f"day{ago}")


def _day(ago: int) -> date:
    return (NOW - timedelta(hours=4, days=ago)).date()
