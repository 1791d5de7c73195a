"""What it costs to look at many days when a check-in ends, beside that evening."""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from bot.actions import series
from bot.cast import MIA
from dialogs.playbook import load
from tests.bench.figures import TIMES, Figure, at_most
from tests.bench.plans import after_two_years
from tests.stories.steps import says_all_is_well

RUNS = 15
MOST_TIMES = 0.1

Say = Callable[[str], None]


async def beside_a_check_in(folder: Path, say: Say) -> list[Figure]:
    """Measure one look, with two years of daily answers behind it, in CPU time."""
    say("two years of daily check-ins, and one more evening")
    town = await after_two_years(folder)
    book, mia = load(), town.residents["Mia"]
    begun = time.process_time()
    await says_all_is_well(town, mia)
    evening = (time.process_time() - begun) * 1000
    spent = []
    async with town.app.ground.database.unit_of_work() as uow:
        person = await uow.people.by_chat(MIA.user_id)
        assert person is not None
        for _ in range(RUNS):
            begun = time.process_time()
            await series.look(uow, book, person, {"craving"}, town.clock.now())
            spent.append((time.process_time() - begun) * 1000)
    await town.app.ground.database.close()
    look = statistics.median(spent)
    say(f"a look: {look:.1f} ms; the evening's answers: {evening:.0f} ms")
    what = "a look at many days, two years behind it, against that whole evening, CPU"
    note = f"{look:.1f} ms against {evening:.0f} ms"
    return [at_most(what, look / evening, MOST_TIMES, TIMES, note=note)]
