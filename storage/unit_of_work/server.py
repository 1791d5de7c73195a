"""A database server: its connections come from SQLAlchemy's own pool."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine


class Server:
    """Connections to a database server."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    @asynccontextmanager
    async def begun(self) -> AsyncIterator[AsyncConnection]:
        """Lend a connection with a transaction; what is not committed at the end is undone."""
        connection = self._engine.connect()
        try:
            await connection.start()
            await connection.begin()
            yield connection
        finally:
            if connection.sync_connection is not None:
                await connection.close()

    async def close(self) -> None:
        """Close the connections that nobody uses."""
        await self._engine.dispose()
