"""What two databases do differently, in one place: claiming rows, writing once, taking turns.

SQLite has one writer, so whoever writes has claimed. PostgreSQL locks row by row; SQLAlchemy writes
FOR UPDATE only where it exists.
"""

from functools import cache
from typing import Any

from sqlalchemy import Column, Table, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection


def claimed(rows: Any) -> Any:
    """Take the rows a query finds, passing over those that another replica is working on."""
    return rows.with_for_update(skip_locked=True)


def held(rows: Any) -> Any:
    """Take the rows a query finds, waiting for whoever works on them."""
    return rows.with_for_update()


@cache
def insert_once(dialect: str, table: Table, returning: Column[Any] | None = None) -> Any:
    """Make the INSERT that leaves a row alone which is there already."""
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    statement = insert(table).on_conflict_do_nothing()
    return statement if returning is None else statement.returning(returning)


async def take_turns(connection: AsyncConnection, what: str) -> None:
    """Wait until nobody else is at ``what``; it is ours until the unit of work ends."""
    if connection.dialect.name == "postgresql":
        await connection.execute(select(func.pg_advisory_xact_lock(func.hashtext(what))))
