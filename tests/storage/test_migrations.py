"""Migrations: the tables we declare are those the steps make, and every step can be undone."""

import sqlite3
from pathlib import Path

from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from storage import migrations, sqlite
from storage.tables import metadata

SCHEMA = "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL"
OURS = "alembic_version"


def _schema(path):
    with sqlite3.connect(path) as connection:
        rows = connection.execute(SCHEMA)
        found = {name: " ".join((sql or "").split()) for name, sql in rows if name != OURS}
    connection.close()
    return found


def test_the_tables_are_those_that_the_steps_make(template, tmp_path):
    """By the very SQL that the database keeps: columns, keys, defaults, predicates."""
    declared = create_engine(f"sqlite:///{tmp_path / 'declared.db'}")
    metadata.create_all(declared)
    declared.dispose()

    assert _schema(template / "handrail.db") == _schema(tmp_path / "declared.db")


async def test_every_step_can_be_undone_and_done_again(tmp_path, template):
    path = tmp_path / "steps.db"
    path.touch()
    pool = sqlite.writing(path)
    async with pool.begun() as connection:
        await migrations.upgrade(connection)
        await connection.commit()
    async with pool.begun() as connection:
        await migrations.downgrade(connection, "base")
        assert await migrations.step(connection) is None
        await connection.commit()

    assert not set(_schema(path)) - {"sqlite_sequence"}
    async with pool.begun() as connection:
        await migrations.upgrade(connection)
        assert await migrations.step(connection) == migrations.HEAD
        await connection.commit()
    await pool.close()

    assert _schema(path) == _schema(template / "handrail.db")


async def test_a_step_that_fails_leaves_nothing(tmp_path):
    """Steps run in the transaction of whoever opens the database."""
    path = tmp_path / "steps.db"
    path.touch()
    pool = sqlite.writing(path)
    async with pool.begun() as connection:
        await migrations.upgrade(connection)
    await pool.close()

    assert not _schema(path)


def test_the_steps_we_know_are_those_in_the_folder():
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    script = ScriptDirectory.from_config(config)

    assert script.get_current_head() == migrations.HEAD
    steps = [step.revision for step in script.walk_revisions()]
    assert tuple(reversed(steps)) == migrations.KNOWN
