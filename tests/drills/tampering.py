"""The tampering drill: somebody with the database, not the key, changes the trail; all is found.

They may do anything that a tool can: change a cell, take rows out, add some, let them change
places, cut the end off. The head that was kept in the log is what gives a cut away.
"""

import random
import secrets
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

from sqlalchemy import text

from bot.cast import EVENING
from storage.trail import Head, TrailBroken
from storage.unit_of_work import Database, UnitOfWork
from tests.drills.drill import Outcome, Terms

ROWS = 200
LONG_TRAIL = 20_000
LEAST_A_SECOND = 20_000
_UNLOCK = ("DROP TRIGGER trail_no_update", "DROP TRIGGER trail_no_delete")
_ACTIONS = ("see_client", "see_plan", "see_alert", "export", "erase")

Change = tuple[str, dict[str, Any]]


class _Undone(Exception):
    """What was changed is undone again."""


async def tampering(terms: Terms) -> Outcome:
    """Alter a trail over and over; every alteration must be found, and none where there is none."""
    many, dice = terms.either(1_000, 10_000), random.Random(terms.seed)  # noqa: S311 - repeatable
    database = await _opened(terms.folder)
    wrong = list[str]()
    try:
        head = await _written(database, ROWS)
        for number in range(many):
            kind, changes = _alteration(dice)
            if not await _is_found(database, head, changes):
                wrong.append(f"number {number}, {kind}, was not found")
            terms.tell(f"{number + 1} of {many}")
        async with database.reading() as uow:
            assert await uow.trail.verify(head) == ROWS
        speed = await _speed(database)
    finally:
        await database.close()
    if speed < LEAST_A_SECOND:
        wrong.append(f"only {speed:.0f} rows are verified in a second")
    figure = f"{many - len(wrong)} found, {speed:.0f} rows verified a second"
    return Outcome(f"{many} alterations", figure, wrong)


async def _opened(folder: Path) -> Database:
    return await Database.open(f"sqlite:///{folder / 'trail.db'}", folder / "keys", create=True)


async def _written(database: Database, rows: int) -> Head:
    async with database.unit_of_work() as uow:
        for number in range(rows):
            action = _ACTIONS[number % len(_ACTIONS)]
            at = EVENING + timedelta(minutes=number)
            ref = f"client:{number % 7}"
            await uow.trail.note(
                number % 11 or None, "counselor", action, ref, at, client_id=number % 7 or None
            )
        head = await uow.trail.head()
    assert head is not None
    return head


async def _is_found(database: Database, head: Head, changes: Sequence[Change]) -> bool:
    try:
        async with database.unit_of_work() as uow:
            await _alter(uow, changes)
            try:
                await uow.trail.verify(head)
            except TrailBroken:
                raise _Undone from None
            return False
    except _Undone:
        return True


async def _alter(uow: UnitOfWork, changes: Sequence[Change]) -> None:
    for words in _UNLOCK:
        await uow._connection.execute(text(words))  # noqa: SLF001 - a burglar has no door
    for words, values in changes:
        await uow._connection.execute(text(words), values)  # noqa: SLF001 - a burglar has no door


def _alteration(dice: random.Random) -> tuple[str, list[Change]]:
    """Think of something that changes the trail for certain."""
    row, other = dice.sample(range(1, ROWS + 1), 2)
    here = {"row": row, "other": other}
    column, value = dice.choice(_cells(dice))
    copied = "at, actor_id, role, action, object_ref, client_id, reason, prev, mac"
    kinds: dict[str, list[Change]] = {
        f"{column} of a row": [
            (f"UPDATE trail SET {column} = :value WHERE seq = :row", {**here, "value": value})  # noqa: S608 - our own names
        ],
        "a row taken out": [("DELETE FROM trail WHERE seq = :row", here)],
        "a row taken out, the rest moved up": [
            ("DELETE FROM trail WHERE seq = :row", here),
            *[
                ("UPDATE trail SET seq = :seq - 1 WHERE seq = :seq", {"seq": seq})
                for seq in range(row + 1, ROWS + 1)
            ],
        ],
        "an end cut off": [("DELETE FROM trail WHERE seq >= :row", here)],
        "all taken out": [("DELETE FROM trail", {})],
        "two rows in each other's place": [
            ("UPDATE trail SET seq = 100000 WHERE seq = :row", here),
            ("UPDATE trail SET seq = :row WHERE seq = :other", here),
            ("UPDATE trail SET seq = :other WHERE seq = 100000", here),
        ],
        "a row added": [
            (
                f"INSERT INTO trail (seq, {copied}) "  # noqa: S608 - our own names
                f"SELECT {ROWS + 1}, {copied} FROM trail WHERE seq = :row",
                here,
            )
        ],
    }
    kind = dice.choice(sorted(kinds))
    return kind, kinds[kind]


def _cells(dice: random.Random) -> list[tuple[str, Any]]:
    return [
        ("actor_id", dice.randrange(1_000, 9_000)),
        ("role", "admin"),
        ("action", "join"),
        ("object_ref", f"client:{dice.randrange(1_000, 9_000)}"),
        ("client_id", dice.randrange(1_000, 9_000)),
        ("reason", "asked"),
        ("at", f"2020-01-01 00:{dice.randrange(60):02d}:00.000000"),
        ("mac", secrets.token_bytes(32)),
        ("prev", secrets.token_bytes(32)),
    ]


async def _speed(database: Database) -> float:
    await _written(database, LONG_TRAIL)
    async with database.reading() as uow:
        began = perf_counter()
        rows = await uow.trail.verify()
        return rows / (perf_counter() - began)
