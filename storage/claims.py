"""What two databases do differently, in one place: claiming rows, writing once, taking turns.

SQLite has one writer, so whoever writes has claimed. PostgreSQL locks row by row; SQLAlchemy writes
FOR UPDATE only where it exists.

What is due is claimed in portions, the longest overdue first. What failed is put behind (`stuck`)
and passed over for a while: however many rows cannot be worked, they hold no other up.
"""

from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import Column, String, Table, bindparam, cast, exists, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.sqlite import SqliteConnection
from storage.tables import stuck

Connection = AsyncConnection | SqliteConnection
"""An open transaction with either of them; whoever works in it need not know which."""


class Due(StrEnum):
    """What can come due, one by one."""

    ALERT = "alert"
    UNPAGED = "unpaged"
    SESSION = "session"
    PROMPT = "prompt"
    REMINDER = "reminder"
    QUEUED = "queued"
    WINDOW = "window"
    CARD = "card"
    GRANT = "grant"
    UPDATE = "update"
    LESSON = "lesson"
    DIGEST = "digest"
    RETURN = "return"


def claimed(rows: Any) -> Any:
    """Take the rows a query finds, passing over those that another replica is working on."""
    return rows.with_for_update(skip_locked=True)


def due(what: Due, rows: Any, at: Column[Any], key: Column[Any]) -> Any:
    """Take the rows whose time (``at``) has come, the longest overdue first.

    Args:
        what: What is done when it has come; what has failed at it is passed over for a while.
        rows: The rows that wait for it.
        at: When it is to be done.
        key: By what a row is known.

    Returns:
        A query that wants ``now`` and ``limit``.

    """
    come = rows.where(at <= bindparam("now"), ~waits(what, key))
    return claimed(come.order_by(at).limit(bindparam("limit")))


def first(what: Due, rows: Any, at: Column[Any], key: Column[Any]) -> Any:
    """Ask for the first time at which a row comes due; what is stuck comes due again by itself."""
    free = rows.with_only_columns(at).where(at.is_not(None), ~_is_stuck(what, key))
    return free.order_by(at).limit(1)


def waits(what: Due, key: Column[Any]) -> Any:
    """Tell whether a row has failed and is to be passed over ``now``."""
    return _is_stuck(what, key, stuck.c.retry_at > bindparam("now"))


def _is_stuck(what: Due, key: Column[Any], *more: Any) -> Any:
    return exists().where(stuck.c.what == what.value, stuck.c.which == cast(key, String), *more)


def held(rows: Any) -> Any:
    """Take the rows a query finds, waiting for whoever works on them."""
    return rows.with_for_update()


@cache
def insert_once(dialect: str, table: Table, returning: Column[Any] | None = None) -> Any:
    """Make the INSERT that leaves a row alone which is there already."""
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    statement = insert(table).on_conflict_do_nothing()
    return statement if returning is None else statement.returning(returning)


async def take_turns(connection: Connection, what: str) -> None:
    """Wait until nobody else is at ``what``; it is ours until the unit of work ends."""
    if connection.dialect.name == "postgresql":
        await connection.execute(select(func.pg_advisory_xact_lock(func.hashtext(what))))
