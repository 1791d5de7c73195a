"""The connections to one file: one that writes, and a few that only look."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

from storage.sqlite.connection import BUSY_SECONDS, SqliteConnection

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
_READERS = 8


class Pool:
    """Connections to one file, made when they are first needed; whoever finds none free waits."""

    def __init__(self, connect: Callable[[], SqliteConnection], size: int) -> None:
        self._connect = connect
        self._places = asyncio.Semaphore(size)
        self._free: list[SqliteConnection] = []

    @asynccontextmanager
    async def begun(self) -> AsyncIterator[SqliteConnection]:
        """Lend a connection with a transaction; what is not committed at the end is undone."""
        async with self._places:
            connection = self._free.pop() if self._free else self._connect()
            try:
                await connection.begin()
                yield connection
            finally:
                self._take_back(connection)

    async def close(self) -> None:
        """Close the connections that nobody uses."""
        while self._free:
            self._free.pop().close()

    def _take_back(self, connection: SqliteConnection) -> None:
        try:
            connection.rollback()
        except sqlite3.Error:
            connection.close()  # nobody knows what state it is in
        else:
            self._free.append(connection)


def writing(path: Path) -> Pool:
    """Prepare the one connection that writes."""
    return Pool(partial(_connect, path, "rw", WRITER), size=1)


def writing_beside(path: Path) -> Pool:
    """Prepare a connection that writes beside the process that holds the database."""
    return Pool(partial(_connect, path, "rw", _BESIDE), size=1)


def reading(path: Path) -> Pool:
    """Prepare the connections that only read."""
    return Pool(partial(_connect, path, "ro", _READER), size=_READERS)


def _connect(path: Path, mode: str, pragmas: tuple[str, ...]) -> SqliteConnection:
    raw = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,  # only here; see `SqliteConnection.begin`
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    try:
        for pragma in (*pragmas, *_LAST):
            raw.execute(pragma)
    except sqlite3.Error:
        raw.close()
        raise
    return SqliteConnection(raw, writes=mode == "rw")
