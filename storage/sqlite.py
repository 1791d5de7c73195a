"""SQLite without a thread hop per statement.

A statement whose pages are in the cache takes microseconds, less than handing it to a thread. So
statements run where they are called, on the event loop, and only what really waits goes to a worker
thread: COMMIT for the disk, and BEGIN IMMEDIATE where another program holds the lock. The reasons
are in ADR 0013.
"""

import asyncio
import fcntl
import sqlite3
from collections.abc import Awaitable, Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, TextIO, TypeVar

from sqlalchemy import URL
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool
from sqlalchemy.util.concurrency import await_

from dialogs.errors import DatabaseRefused

BUSY_SECONDS = 15
"""How long to wait, off the loop, for another program to let go of the database."""

_COMMON = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-16000",  # 16 MB of pages: bounded, however many clients there are
)
_DURABLE = ("PRAGMA synchronous=FULL", "PRAGMA secure_delete=ON")
# One connection moves the log into the file, right after a commit of its own: SQLite 3.7.0 to
# 3.51.2 can lose what is written while a log that is in the file already is moved once more.
# A second process beside it may write, and never moves anything; see ADR 0019.
WRITER = (
    *_COMMON,
    "PRAGMA journal_mode=WAL",
    *_DURABLE,
    "PRAGMA journal_size_limit=67108864",
)
_BESIDE = (*_COMMON, *_DURABLE, "PRAGMA wal_autocheckpoint=0")
_READER = (*_COMMON, "PRAGMA query_only=ON", "PRAGMA wal_autocheckpoint=0")
_LAST = (
    "PRAGMA schema_version",  # looks at the file, after waiting for whoever closes it just now
    "PRAGMA busy_timeout=0",  # from now on nothing waits on the loop
)
_WAL_FAULT_FIXED = (3, 51, 3)
_SENTENCES = {
    sqlite3.SQLITE_FULL: "The disk that holds {path} is full.",
    sqlite3.SQLITE_READONLY: "The database {path} cannot be written to.",
    sqlite3.SQLITE_PERM: "The database {path} may not be opened by this user.",
    sqlite3.SQLITE_CANTOPEN: "The database {path} cannot be opened.",
    sqlite3.SQLITE_BUSY: "The database {path} is locked by another program.",
    sqlite3.SQLITE_NOTADB: "{path} is not a Handrail database.",
    sqlite3.SQLITE_CORRUPT: "The database {path} is damaged; restore a backup.",
    sqlite3.SQLITE_IOERR: "The disk that holds {path} failed.",
}


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


class _AtOnce:
    """Awaited in place of a driver's answer: SQLAlchemy insists that a statement awaits."""

    def __await__(self) -> Generator[None, None, None]:
        return
        yield


_AT_ONCE = _AtOnce()


class InlineCursor(sqlite3.Cursor):
    """A cursor with the one method SQLAlchemy asks of asynchronous ones."""

    async def _async_soft_close(self) -> None:
        """Do nothing: the rows that are left are fetched without waiting."""


class InlineConnection(sqlite3.Connection):
    """A connection that is used on the event loop; a writing one waits in its own worker thread."""

    worker: ThreadPoolExecutor | None = None
    _changes = 0

    def cursor(self, factory: Any = InlineCursor) -> Any:
        """Open a cursor."""
        return super().cursor(factory)

    def begin(self) -> None:
        """Begin: a writer takes the write lock at once, a reader its snapshot."""
        self._changes = self.total_changes
        try:
            self.execute("BEGIN" if self.worker is None else "BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            self._wait(partial(self._patiently, "BEGIN IMMEDIATE"))

    def commit(self) -> None:
        """Commit; returns when what was written, if anything, is on the disk."""
        if self.worker is None or self.total_changes == self._changes:
            super().commit()
        else:
            self._wait(super().commit)

    def close(self) -> None:
        """Close; whoever writes moves its log into the file."""
        super().close()
        if self.worker is not None:
            self.worker.shutdown(wait=False)

    def scrub(self) -> None:
        """Move everything from the log into the file, and empty the log.

        Raises:
            DatabaseRefused: Another program has been reading from the log all the while.

        """
        done = self._wait(partial(self._patiently, "PRAGMA wal_checkpoint(TRUNCATE)"))
        if done.fetchone()[0]:
            raise DatabaseRefused(
                "Another program reads the database: what was erased stays in its log until then."
            )

    def _patiently(self, statement: str) -> sqlite3.Cursor:
        self.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
        try:
            return self.execute(statement)
        finally:
            self.execute("PRAGMA busy_timeout=0")

    def _wait(self, work: Callable[[], Any]) -> Any:
        loop = asyncio.get_running_loop()
        return await_(to_the_end(loop.run_in_executor(self.worker, work)))


class InlineDialect(SQLiteDialect_pysqlite):
    """SQLAlchemy's SQLite, asynchronous to the caller, with transactions begun by `begin`."""

    driver = "inline"
    is_async = True
    supports_statement_cache = True

    def do_begin(self, dbapi_connection: Any) -> None:
        """Begin for real: sqlite3's own implicit BEGIN is switched off."""
        dbapi_connection.begin()

    def do_execute(self, cursor: Any, statement: str, parameters: Any, context: Any = None) -> None:
        """Run a statement here and now."""
        await_(_AT_ONCE)
        cursor.execute(statement, parameters)

    def do_executemany(
        self, cursor: Any, statement: str, parameters: Any, context: Any = None
    ) -> None:
        """Run a statement many times, here and now."""
        await_(_AT_ONCE)
        cursor.executemany(statement, parameters)


registry.register("sqlite.inline", __name__, InlineDialect.__name__)


def writing_engine(path: Path) -> AsyncEngine:
    """Make the engine of the one connection that writes."""
    return _engine(partial(_connect, path, "rw", WRITER), size=1)


def engine_beside(path: Path) -> AsyncEngine:
    """Make the engine of a connection that writes beside the process that holds the database."""
    return _engine(partial(_connect, path, "rw", _BESIDE), size=1)


def reading_engine(path: Path) -> AsyncEngine:
    """Make the engine of the connections that only read."""
    return _engine(partial(_connect, path, "ro", _READER), size=8)


def lock_process(path: Path) -> TextIO:
    """Hold the database for this process until the returned file is closed.

    Raises:
        DatabaseRefused: Another process holds it.

    """
    try:
        file = path.with_name(path.name + ".lock").open("a+", encoding="ascii")
    except OSError as error:
        raise DatabaseRefused(f"The database {path} cannot be opened: {error.strerror}.") from None
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise DatabaseRefused(
            f"Another Handrail process already works with {path}; stop it first."
        ) from None
    return file


def refusal(error: BaseException | None, path: Path) -> DatabaseRefused | None:
    """Word an error of the database or its disk as one sentence; None for a fault of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    sentence = None if code is None else _SENTENCES.get(code & 0xFF)
    return None if sentence is None else DatabaseRefused(sentence.format(path=path))


async def checkpoint(engine: AsyncEngine) -> None:
    """Move everything from the log into the file, so that nothing erased stays in the log."""
    async with engine.connect() as connection:
        raw = (await connection.get_raw_connection()).driver_connection
        assert isinstance(raw, InlineConnection)
        await connection.run_sync(lambda _: raw.scrub())


def has_wal_fault() -> bool:
    """Whether this SQLite has the WAL-reset fault, harmless as long as one connection writes."""
    fixed_early = sqlite3.sqlite_version_info in {(3, 44, 6), (3, 50, 7)}
    return sqlite3.sqlite_version_info < _WAL_FAULT_FIXED and not fixed_early


def _connect(path: Path, mode: str, pragmas: tuple[str, ...]) -> InlineConnection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,  # only here; see `InlineConnection.begin`
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
        factory=InlineConnection,
    )
    try:
        for pragma in (*pragmas, *_LAST):
            connection.execute(pragma)
    except sqlite3.Error:
        connection.close()
        raise
    if mode == "rw":
        connection.worker = ThreadPoolExecutor(1, thread_name_prefix="handrail-commit")
    return connection


def _engine(creator: Any, size: int) -> AsyncEngine:
    return create_async_engine(
        URL.create("sqlite+inline"),
        creator=creator,
        poolclass=AsyncAdaptedQueuePool,
        pool_size=size,
        max_overflow=0,
        hide_parameters=True,
    )
