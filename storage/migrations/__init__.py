"""Migrations: how the schema came to be, step by step, and the way from any step to the newest."""

from pathlib import Path

from sqlalchemy import Connection as Synchronous
from sqlalchemy import inspect, text

from storage.claims import Connection

HEAD = "0006"
"""The newest step; a test holds it against the files in ``versions``."""

KNOWN = ("0001", "0002", "0003", "0004", "0005", HEAD)
"""Every step, oldest first."""


async def step(connection: Connection) -> str | None:
    """Say at which step a database is; None: it is empty, or none of ours."""
    if not await connection.run_sync(lambda sync: inspect(sync).has_table("alembic_version")):
        return None
    query = text("SELECT version_num FROM alembic_version")
    found = (await connection.execute(query)).scalar()
    return None if found is None else str(found)


async def upgrade(connection: Connection, to: str = "head") -> None:
    """Take a database up to a step, in the transaction that is open."""
    await connection.run_sync(_run, "upgrade", to)


async def downgrade(connection: Connection, to: str) -> None:
    """Take a database back to a step (``base``: nothing left), in the transaction that is open."""
    await connection.run_sync(_run, "downgrade", to)


def _run(connection: Synchronous, command: str, to: str) -> None:
    from alembic import command as commands  # takes a while, and is needed once in a lifetime
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    getattr(commands, command)(config, to)
