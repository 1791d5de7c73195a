"""A connection to SQLite, used on the event loop; only what really waits goes to a worker thread.

That is COMMIT, for the disk, and BEGIN IMMEDIATE where another program holds the lock.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import create_engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.pool import StaticPool

from dialogs.errors import DatabaseRefused
from storage.sqlite.prepared import DIALECT, Values, prepared

BUSY_SECONDS = 15
"""How long to wait, off the loop, for another program to let go of the database."""


_THREAD = "handrail-commit"

T = TypeVar("T")


async def to_the_end(work: Awaitable[T]) -> T:
    """Wait for work to end, whoever is cancelled meanwhile; then let the cancellation through."""
    task = asyncio.ensure_future(work)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled is not None:
        raise cancelled
    return task.result()


class Rows:
    """What a statement found, and how many rows it changed."""

    __slots__ = ("_found", "rowcount")

    def __init__(self, found: Sequence[Any], rowcount: int) -> None:
        self._found = found
        self.rowcount = rowcount

    def all(self) -> Sequence[Any]:
        """Give every row."""
        return self._found

    def first(self) -> Any:
        """Give the first row, or None."""
        return self._found[0] if self._found else None

    def scalar(self) -> Any:
        """Give the first value of the first row, or None."""
        return self._found[0][0] if self._found else None


class SqliteConnection:
    """A connection that is used on the event loop; a writing one waits in its own worker thread.

    It offers what we use of SQLAlchemy's ``AsyncConnection``, and begins nothing by itself.
    """

    dialect = DIALECT

    def __init__(self, raw: sqlite3.Connection, *, writes: bool) -> None:
        self._raw = raw
        self._worker = ThreadPoolExecutor(1, thread_name_prefix=_THREAD) if writes else None
        self._changes = 0

    async def execute(
        self, statement: Any, values: Values | Sequence[Values] | None = None
    ) -> Rows:
        """Run a statement once, or for each of many rows.

        Raises:
            DatabaseRefused: The transaction is gone: a full or failing disk has undone it.

        """
        self._must_be_open()
        if values is None or isinstance(values, Mapping):
            known = values or {}
            ready = prepared(statement, tuple(known))
            cursor = self._raw.execute(*ready.filled(known))
            if cursor.description is None:
                return Rows((), cursor.rowcount)
            return Rows(ready.rows(cursor.fetchall(), cursor.description), cursor.rowcount)
        return self._execute_many(statement, values)

    async def exec_driver_sql(self, sql: str, values: Sequence[Any] = ()) -> Rows:
        """Run SQL as it is; the rows are the driver's own."""
        self._must_be_open()
        cursor = self._raw.execute(sql, values)
        return Rows(cursor.fetchall(), cursor.rowcount)

    async def begin(self) -> None:
        """Begin: a writer takes the write lock at once, a reader its snapshot."""
        self._changes = self._raw.total_changes
        try:
            self._raw.execute("BEGIN" if self._worker is None else "BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            await self._wait(partial(self._patiently, "BEGIN IMMEDIATE"))

    @asynccontextmanager
    async def begin_nested(self) -> AsyncIterator[None]:
        """Do a part of a transaction that is undone alone if it fails."""
        self._raw.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            if self._raw.in_transaction:  # else all of it has been undone already
                self._raw.execute("ROLLBACK TO part")
                self._raw.execute("RELEASE part")
            raise
        self._raw.execute("RELEASE part")

    async def commit(self) -> None:
        """Commit; returns when what was written, if anything, is on the disk.

        Raises:
            DatabaseRefused: The transaction is gone, and with it what was written.

        """
        self._must_be_open()
        if self._worker is None or self._raw.total_changes == self._changes:
            self._raw.commit()
        else:
            await self._wait(self._raw.commit)

    def rollback(self) -> None:
        """Undo what is not committed, if there is anything."""
        self._raw.rollback()

    def close(self) -> None:
        """Close; whoever writes moves its log into the file."""
        self._raw.close()
        if self._worker is not None:
            self._worker.shutdown(wait=False)

    async def scrub(self) -> None:
        """Move everything from the log into the file, so that nothing erased stays in the log.

        Raises:
            DatabaseRefused: Another program has been reading from the log all the while.

        """
        done = await self._wait(partial(self._patiently, "PRAGMA wal_checkpoint(TRUNCATE)"))
        if done.fetchone()[0]:
            raise DatabaseRefused(
                "Another program reads the database: what was erased stays in its log until then."
            )

    async def run_sync(self, work: Callable[..., T], *arguments: Any) -> T:
        """Let work of SQLAlchemy's own kind, such as a migration, run in the open transaction."""
        engine = create_engine(
            "sqlite+within://",
            creator=lambda: self._raw,
            poolclass=StaticPool,
            pool_reset_on_return=None,
        )
        with engine.connect() as connection:
            return work(connection, *arguments)

    def _must_be_open(self) -> None:
        """See to it that nothing is kept of what was undone half-way.

        SQLite gives a whole transaction up where the disk is full or fails. Whoever caught that
        error and goes on would write outside of any.
        """
        if not self._raw.in_transaction:
            raise DatabaseRefused("The disk failed in the middle of a change; all of it is undone.")

    def _execute_many(self, statement: Any, rows: Sequence[Values]) -> Rows:
        if not rows:
            return Rows((), 0)
        ready = prepared(statement, tuple(rows[0]))
        if statement.exported_columns:  # the driver gives no rows back for many at once
            found: list[Any] = []
            for row in rows:
                cursor = self._raw.execute(*ready.filled(row))
                found += ready.rows(cursor.fetchall(), cursor.description)
            return Rows(found, len(found))
        filled = [ready.filled(row) for row in rows]
        cursor = self._raw.executemany(filled[0][0], [arguments for _, arguments in filled])
        return Rows((), cursor.rowcount)

    def _patiently(self, statement: str) -> sqlite3.Cursor:
        self._raw.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
        try:
            return self._raw.execute(statement)
        finally:
            self._raw.execute("PRAGMA busy_timeout=0")

    async def _wait(self, work: Callable[[], T]) -> T:
        loop = asyncio.get_running_loop()
        return await to_the_end(loop.run_in_executor(self._worker, work))


class _Within(SQLiteDialect_pysqlite):
    """SQLAlchemy inside a transaction of ours: it neither begins, ends nor closes anything."""

    supports_statement_cache = True

    def do_commit(self, dbapi_connection: Any) -> None:
        """Leave that to whoever began."""

    do_rollback = do_close = do_terminate = do_commit


registry.register("sqlite.within", __name__, _Within.__name__)
