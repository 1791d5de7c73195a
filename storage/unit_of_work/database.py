"""The database: opened once, held by one process, closed at the end.

Writing units take turns on SQLite. A unit that has begun to commit is finished even if whoever
waits for it is cancelled meanwhile: what was promised to a person must not hang on a timeout.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager, nullcontext
from pathlib import Path
from typing import TextIO

from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine

from dialogs.errors import DatabaseRefused
from storage import sqlite
from storage.claims import Connection
from storage.crypto import KeyCache, KeyRing
from storage.sqlite import SqliteConnection
from storage.unit_of_work import opening
from storage.unit_of_work.server import Server
from storage.unit_of_work.work import UnitOfWork
from storage.vault import Unreadable, Vault

Post = Callable[[UnitOfWork], AbstractAsyncContextManager[None]]


class Database:
    """An open database and its keys."""

    def __init__(self, url: str, *, read_only: bool, beside: bool) -> None:
        """Prepare to open; use `Database.open`."""
        address = make_url(url)
        self._beside = beside
        self.path = opening.database_file(address)
        self._held: TextIO | None = None
        self._ring: KeyRing
        self._cache = KeyCache()
        self.unreadable = Unreadable()
        self._post: Post | None = None
        self._writer: Server | sqlite.Pool
        self._reader: Server | sqlite.Pool
        if self.path is None:
            engine = create_async_engine(address, hide_parameters=True, pool_pre_ping=True)
            looking = {"postgresql_readonly": True, "isolation_level": "REPEATABLE READ"}
            self._writer = Server(engine)
            self._reader = Server(engine.execution_options(**looking))
        else:
            write = sqlite.writing_beside if beside else sqlite.writing
            self._reader = sqlite.reading(self.path)
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

    def post_with(self, post: Post) -> None:
        """Let this take part in every commit that laid down a message or made way for one.

        It is entered with nothing but the commit left to do, and left after the commit.
        """
        self._post = post

    async def close(self) -> None:
        """Give the database back; whoever is last to close moves what was committed into its file.

        SQLite locks everybody out for that, so it is safe whoever the last one is.
        """
        await self._reader.close()
        await self._writer.close()
        if self._held is not None:
            self._held.close()

    @asynccontextmanager
    async def unit_of_work(self) -> AsyncIterator[UnitOfWork]:
        """Begin to change something. Commits at the end, or undoes everything if it fails.

        Raises:
            DatabaseRefused: The disk is full or failed, or the database is locked, read-only, or
                meanwhile of another version.

        """
        with self._worded():
            async with self._writer.begun() as connection:
                vault = self._vault(connection)
                uow = UnitOfWork(connection, vault)
                if self._beside:
                    await opening.check_step(connection)
                yield uow
                async with self._posting(uow):
                    await sqlite.to_the_end(self._commit(connection, vault, uow))

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[UnitOfWork]:
        """Begin to look: things stay as they were at the first look, and nothing can be changed.

        Raises:
            DatabaseRefused: The disk failed.

        """
        with self._worded():
            async with self._reader.begun() as connection:
                yield UnitOfWork(connection, self._vault(connection))

    def _vault(self, connection: Connection) -> Vault:
        return Vault(connection, self._ring, self._cache, self.unreadable)

    def _posting(self, uow: UnitOfWork) -> AbstractAsyncContextManager[None]:
        return nullcontext() if self._post is None or not uow.outbox.moves else self._post(uow)

    async def _commit(self, connection: Connection, vault: Vault, uow: UnitOfWork) -> None:
        assert not (self._beside and vault.destroyed), "who erases must checkpoint, so must hold it"
        await connection.commit()
        for owner in vault.destroyed:
            self._cache.drop(owner)
        uow.committed()
        if vault.destroyed and isinstance(connection, SqliteConnection):
            await connection.scrub()
            assert self.path is not None, "SQLite keeps a file"
            folder = sqlite.backup.folder_of(self.path)
            gone = frozenset(vault.destroyed)
            await asyncio.to_thread(sqlite.backup.forget, folder, gone)

    async def _opened(self, key_file: Path, *, create: bool, holds: bool) -> KeyRing:
        if self.path is not None:
            opening.ensure_file(self.path, create=create and holds)
            if holds:
                self._held = sqlite.lock_process(self.path)
        async with self._writer.begun() as connection:
            if not holds:
                return await opening.check(connection, key_file)
            ring = await opening.prepare(connection, key_file, create=create)
            await connection.commit()
        if self.path is not None:
            await asyncio.to_thread(sqlite.backup.catch_up, self.path)
        return ring

    async def back_up(self, target: Path) -> None:
        """Write a whole and checked copy of the database to a file; others may go on working.

        Raises:
            DatabaseRefused: It is on a server, which has tools of its own, or cannot be written.

        """
        if self.path is None:
            raise DatabaseRefused("The database is on a server; back it up with pg_dump.")
        await asyncio.to_thread(sqlite.backup.make, self.path, target)

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
