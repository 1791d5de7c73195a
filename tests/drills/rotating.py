"""The rotation drill: a new key is put in place, and the process is killed at every step of it.

A child runs the real command and kills itself before the n-th thing it does to the key file, or
after the n-th portion of data keys. After each kill everybody must be readable with what is there.
"""

import asyncio
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

from bot.cast import EVENING
from storage import rotation
from storage.unit_of_work import Database
from tests.drills.drill import Outcome, Terms

DATABASE, KEYS = "house.db", "house.key"
KILLED = -signal.SIGKILL
MOST_STEPS = 200


async def rotating(terms: Terms) -> Outcome:
    """Kill it before its first step, its second, and so on until it comes to its end."""
    people = terms.either(1_200, 20_000)
    names = await _moved_in(terms.folder, people)
    wrong, kills, lost = list[str](), 0, 0
    for step in range(1, MOST_STEPS):
        status = await _child(terms.folder, step)
        found = await _names(terms.folder)
        lost += len(names - found)
        if found != names:
            wrong.append(f"killed before step {step}, {len(names - found)} people are lost")
        if status == 0:
            break
        kills += 1
        if status != KILLED:
            wrong.append(f"step {step} ended with {status}")
        terms.tell(f"{kills} kills")
        await _back_to_the_start(terms.folder, step)
    document = json.loads((terms.folder / KEYS).read_text(encoding="ascii"))
    if len(document["keys"]) != 1:
        wrong.append("an old key is still in the key file")
    return Outcome(f"{people} people, {kills} kills", f"{lost} lost", wrong)


async def _moved_in(folder: Path, people: int) -> set[str]:
    database = await _opened(folder, create=True)
    try:
        async with database.unit_of_work() as uow:
            for number in range(people):
                await uow.people.add(
                    number + 1, f"Person {number}", language="en", country=None, zone="UTC",
                    now=EVENING,
                )  # fmt: skip
    finally:
        await database.close()
    return {f"Person {number}" for number in range(people)}


async def _opened(folder: Path, *, create: bool = False) -> Database:
    return await Database.open(f"sqlite:///{folder / DATABASE}", folder / KEYS, create=create)


async def _names(folder: Path) -> set[str]:
    database = await _opened(folder)
    try:
        async with database.reading() as uow:
            return {one.name for one in (await uow.people.many(range(1, 30_000))).values()}
    finally:
        await database.close()


async def _back_to_the_start(folder: Path, step: int) -> None:
    """Finish what was begun, every second time, so that the next begins anew; else go on."""
    if step % 2:
        rotation.begin(folder / KEYS)
        database = await _opened(folder)
        async for _ in rotation.rewrap(database):
            pass
        await database.close()
        rotation.finish(folder / KEYS)


async def _child(folder: Path, step: int) -> int:
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.drills.rotating", str(folder), str(step)
    )
    return await child.wait()


class _Countdown:
    """Kills this process at a step, counted from one."""

    def __init__(self, step: int) -> None:
        self._left = step

    def step(self) -> None:
        """Count one more."""
        self._left -= 1
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Count what is about to happen to the key file."""
        touches = event in {"open", "os.rename", "os.remove", "os.truncate"}
        if touches and any(KEYS in str(one) for one in arguments):
            self.step()


async def _rotate(folder: Path, countdown: _Countdown) -> None:
    rotation.begin(folder / KEYS)
    database = await _opened(folder)
    try:
        async for _ in rotation.rewrap(database):
            countdown.step()
    finally:
        await database.close()
    rotation.finish(folder / KEYS)


def _main() -> None:
    folder, step = Path(sys.argv[1]), int(sys.argv[2])
    countdown = _Countdown(step)
    sys.addaudithook(countdown.hook)
    asyncio.run(_rotate(folder, countdown))


if __name__ == "__main__":
    _main()
