"""Fill a database with many clients, fast: for benches that ask what a hundred thousand cost.

Every client has a key of their own, a sealed name and chat, a plan and one planned check-in, as if
they had joined one after another. Written straight into the tables, in portions.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from dialogs.care.plan import Plan, starter_plan
from storage.crypto import KeyRing, PersonKey, Place, new_secret

FIRST_CHAT = 5_000_000_000
PORTION = 5_000

_PLAN = TypeAdapter(Plan)
_ROWS = {
    "people": "id, chat_index, chat, name, language, country, zone, state, quiet_from, quiet_to, "
    "discreet, joined_at, state_at",
    "data_keys": "owner, epoch, kid, wrapped",
    "memberships": "person_id, client_id, role, since",
    "plans": "client_id, version, author_id, at, body, card_at",
    "check_ins": "client_id, schedule, dialog, local_date, slot, due_at, zone, local, state",
}


def fill(
    database: Path,
    key_file: Path,
    clients: int,
    due_at: datetime,
    *,
    every: timedelta = timedelta(),
) -> range:
    """Add clients to a database that nobody has open.

    Args:
        database: The SQLite file; migrated.
        key_file: Its keys.
        clients: How many.
        due_at: When the first one's check-in is due, in UTC.
        every: How much later each next one's is; nothing: all at once.

    Returns:
        Their numbers.

    """
    ring = KeyRing.read(key_file)
    with sqlite3.connect(database) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        first = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM people").fetchone()[0]
        numbers = range(first, first + clients)
        plan = starter_plan(0, time(20), due_at, None)
        for start in range(first, first + clients, PORTION):
            portion = range(start, min(start + PORTION, first + clients))
            made = [_client(ring, n, plan, due_at + (n - first) * every) for n in portion]
            for table, rows in _by_table(made):
                marks = ", ".join("?" * len(rows[0]))
                connection.executemany(
                    f"INSERT INTO {table} ({_ROWS[table]}) VALUES ({marks})",  # noqa: S608 - our own names
                    rows,
                )
    connection.close()
    return numbers


def _by_table(made: list[dict[str, tuple[Any, ...]]]) -> Iterator[tuple[str, list[Any]]]:
    for table in _ROWS:
        yield table, [client[table] for client in made]


def _client(ring: KeyRing, number: int, plan: Plan, due_at: datetime) -> dict[str, tuple[Any, ...]]:
    secret = new_secret()
    key = PersonKey(number, {1: secret})
    plan = replace(plan, client_id=number, version=1)
    kid, wrapped = ring.wrap(number, 1, secret)
    chat = str(FIRST_CHAT + number)
    row, at = str(number), _instant(due_at)

    def sealed(column: str, value: str) -> bytes:
        return key.seal(value.encode(), Place("people", column, row))

    body = key.seal(_PLAN.dump_json(plan), Place("plans", "body", "1"))
    name = sealed("name", f'"Client {number}"')
    quiet = ("21:30:00.000000", "08:00:00.000000", 0)
    index = ring.blind("chat", chat)
    who = (number, index, sealed("chat", chat), name, "en", "US", "America/New_York", "active")
    return {
        "people": (*who, *quiet, at, at),
        "data_keys": (number, 1, kid, wrapped),
        "memberships": (number, number, "client", at),
        "plans": (number, 1, None, at, body, at),
        "check_ins": (
            number,
            "daily",
            "daily_checkin",
            due_at.date().isoformat(),
            0,
            at,
            "America/New_York",
            due_at.isoformat(),
            "planned",
        ),
    }


def _instant(at: datetime) -> str:
    return at.strftime("%Y-%m-%d %H:%M:%S.%f")
