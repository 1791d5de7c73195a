"""The database: opened once, held by one process, closed at the end.

Writing units take turns on SQLite. A unit that has begun to commit is finished even if whoever
waits for it is cancelled meanwhile: what was promised to a person must not hang on a timeout.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager, nullcontext
from pathlib import Path
from typing import Any, TextIO

from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage import sqlite
from storage.crypto import KeyCache, KeyRing
from storage.unit_of_work import opening
from storage.unit_of_work.work import UnitOfWork
from storage.vault import Unreadable, Vault


class Database:
    """An open database and its keys."""

    def __init__(self, url: str, *, read_only: bool, beside: bool) -> None:
        """Prepare to open; use `Database.open`."""
        address = make_url(url)
        self._beside = beside
        self.path = opening.database_file(address)
        self._held: TextIO | None = None
        self._writing: AbstractAsyncContextManager[Any] = nullcontext()
        self._ring: KeyRing
        self._cache = KeyCache()
        self.unreadable = Unreadable()
        self._listeners: list[Callable[[], None]] = []
        if self.path is None:
            self._writer = create_async_engine(address, hide_parameters=True, pool_pre_ping=True)
            self._reader = self._writer.execution_options(
                postgresql_readonly=True, isolation_level="REPEATABLE READ"
            )
        else:
            self._writing = asyncio.Lock()
            self._reader = sqlite.reading_engine(self.path)
            write = sqlite.engine_beside if beside else sqlite.writing_engine
            self._writer = self._reader if read_only else write(self.path)

    @classmethod
    async def open(
        cls,
        url: str,
        key_file: Path,
        *,
        create: bool,
        read_only: bool = False,
        beside: bool = False,
    ) -> "Database":
        """Open a database.

        Args:
            url: ``sqlite:///path`` or ``postgresql+asyncpg://…``.
            key_file: The file with its keys.
            create: Make the database and its key file where there is none, and bring an older
                one up to date.
            read_only: Only look, beside the process that holds it.
            beside: Change something short beside the process that holds it: nothing is made or
                brought up to date, and nobody can be erased.

        Raises:
            DatabaseNotReady: It would have to be made or brought up to date first.
            DatabaseRefused: It cannot or must not be opened; says why in one sentence.

        """
        database = cls(url, read_only=read_only, beside=beside)
        try:
            with database._worded():
                holds = not (read_only or beside)
                database._ring = await database._opened(key_file, create=create, holds=holds)
        except BaseException:
            await database.close()
            raise
        return database

    @property
    def keys(self) -> KeyRing:
        """The keys of this installation, for what is sealed beside the database."""
        return self._ring

    def on_commit(self, listener: Callable[[], None]) -> None:
        """Call this after every commit that laid a message in the outbox."""
        self._listeners.append(listener)

    async def close(self) -> None:
        """Give the database back; whoever is last to close moves what was committed into its file.

        SQLite locks everybody out for that, so it is safe whoever the last one is.
        """
        await self._reader.dispose()
        await self._writer.dispose()
        if self._held is not None:
            self._held.close()

    @asynccontextmanager
    async def unit_of_work(self) -> AsyncIterator[UnitOfWork]:
        """Begin to change something. Commits at the end, or undoes everything if it fails.

        Raises:
            DatabaseRefused: The disk is full or failed, or the database is locked, read-only, or
                meanwhile of another version.

        """
        async with self._writing:
            with self._worded():
                async with self._begun(self._writer) as connection:
                    vault = self._vault(connection)
                    uow = UnitOfWork(connection, vault)
                    if self._beside:
                        await opening.check_step(connection)
                    yield uow
                    await sqlite.to_the_end(self._commit(connection, vault, uow))
                if vault.destroyed and self.path is not None:
                    await sqlite.to_the_end(sqlite.checkpoint(self._writer))

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[UnitOfWork]:
        """Begin to look: things stay as they were at the first look, and nothing can be changed.

        Raises:
            DatabaseRefused: The disk failed.

        """
        with self._worded():
            async with self._begun(self._reader) as connection:
                yield UnitOfWork(connection, self._vault(connection))

    def _vault(self, connection: AsyncConnection) -> Vault:
        return Vault(connection, self._ring, self._cache, self.unreadable)

    @asynccontextmanager
    async def _begun(self, engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
        connection = engine.connect()
        try:
            await connection.start()
            await connection.begin()
            yield connection
        finally:
            if connection.sync_connection is not None:
                await connection.close()

    async def _commit(self, connection: AsyncConnection, vault: Vault, uow: UnitOfWork) -> None:
        assert not (self._beside and vault.destroyed), "who erases must checkpoint, so must hold it"
        await connection.commit()
        for owner in vault.destroyed:
            self._cache.drop(owner)
        uow.committed()
        if uow.outbox.laid:
            for listener in self._listeners:
                listener()

    async def _opened(self, key_file: Path, *, create: bool, holds: bool) -> KeyRing:
        if self.path is not None:
            opening.ensure_file(self.path, create=create and holds)
            if holds:
                self._held = sqlite.lock_process(self.path)
        async with self._begun(self._writer) as connection:
            if not holds:
                return await opening.check(connection, key_file)
            ring = await opening.prepare(connection, key_file, create=create)
            await connection.commit()
            return ring

    @contextmanager
    def _worded(self) -> Iterator[None]:
        """Word what the disk or another program did as one sentence."""
        try:
            yield
        except (DBAPIError, sqlite3.Error) as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            refused = None if self.path is None else sqlite.refusal(cause, self.path)
            if refused is None:
                raise
            raise refused from error
