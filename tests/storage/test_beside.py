"""Beside: a short transaction of a second process while another holds the database."""

import asyncio
import hashlib
import sqlite3
import sys
from pathlib import Path

import pytest

from dialogs.care.people import Role
from dialogs.errors import DatabaseNotReady, DatabaseRefused
from storage.unit_of_work import Database
from tests.storage.conftest import NOON

ROOT = Path(__file__).parents[2]
OTHERS, EACH = 3, 25

OTHER = """
import asyncio, sys
from datetime import UTC, datetime
from pathlib import Path
from storage.unit_of_work import Database

async def main(home, times):
    noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
    for _ in range(times):
        other = await Database.open(
            f"sqlite:///{home / 'handrail.db'}", home / "keys.json", create=False, beside=True
        )
        async with other.unit_of_work() as uow:
            await uow.trail.note(None, "other", "visit", "house:1", noon)
        await other.close()

asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2])))
"""


async def beside(home):
    """Open the database of this folder as a second process would."""
    url = f"sqlite:///{home / 'handrail.db'}"
    return await Database.open(url, home / "keys.json", create=False, beside=True)


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


async def test_a_second_process_writes_beside_the_one_who_holds_it(home, database):
    other = await beside(home)

    async with other.unit_of_work() as uow:
        await uow.people.invite(Role.ADMIN, None, None, "a-token", NOON.replace(day=3), NOON)
    await other.close()

    async with database.reading() as uow:
        assert await uow.people.invitation("a-token", NOON) is not None


async def test_a_second_process_never_moves_the_log_into_the_file(home, database):
    """Only one connection checkpoints: SQLite 3.7.0 to 3.51.2 can lose a log that two do."""
    async with database.unit_of_work() as uow:
        await uow.meta.set("bot", "handrail_bot")
    before, log = digest(home / "handrail.db"), (home / "handrail.db-wal").stat().st_size
    other = await beside(home)

    async with other.unit_of_work() as uow:
        for number in range(1500):  # more pages than SQLite moves by itself
            await uow.meta.set(f"page-{number}", "x" * 4000)
    await other.close()

    assert digest(home / "handrail.db") == before
    assert (home / "handrail.db-wal").stat().st_size > log
    async with database.reading() as uow:
        assert await uow.meta.get("page-1499") == "x" * 4000


async def test_the_last_one_leaves_a_whole_file_when_the_holder_has_gone(home, database):
    """Whoever closes last is alone with the file: SQLite locks everybody out for it."""
    other = await beside(home)
    await database.close()

    async with other.unit_of_work() as uow:
        await uow.meta.set("bot", "handrail_bot")
    await other.close()

    assert not (home / "handrail.db-wal").exists()
    with sqlite3.connect(home / "handrail.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        found = connection.execute("SELECT value FROM meta WHERE key = 'bot'").fetchone()
    assert found == ("handrail_bot",)


async def test_a_second_process_waits_for_the_lock(home, database, now):
    """A beat of the bot may hold it for some milliseconds."""
    other = await beside(home)
    inside = asyncio.Event()

    async def visit():
        await inside.wait()
        async with other.unit_of_work() as uow:
            await uow.trail.note(None, "other", "visit", "house:1", now)

    async def hold():
        async with database.unit_of_work() as uow:
            await uow.trail.note(None, "bot", "beat", "house:1", now)
            inside.set()
            for _ in range(100):
                await asyncio.sleep(0)
            await uow.trail.note(None, "bot", "beat", "house:1", now)

    await asyncio.gather(visit(), hold())
    await other.close()

    async with database.reading() as uow:
        assert await uow.trail.verify() == 3


async def test_a_second_process_makes_nothing(tmp_path):
    """Neither a database nor a key: whoever makes them must hold them."""
    with pytest.raises(DatabaseNotReady, match=r"There is no database at .* handrail migrate"):
        await beside(tmp_path)

    assert not list(tmp_path.iterdir())


async def test_a_second_process_needs_the_key_and_leaves_it_as_it_is(home, database):
    (home / "keys.json").chmod(0o400)
    other = await beside(home)
    await other.close()
    (home / "keys.json").rename(home / "lost.json")

    with pytest.raises(DatabaseRefused, match="is missing"):
        await beside(home)

    assert not (home / "keys.json").exists()
    assert (home / "lost.json").stat().st_mode & 0o777 == 0o400


@pytest.mark.parametrize(
    ("change", "words"),
    [
        pytest.param("UPDATE alembic_version SET version_num = '9999'", "a newer", id="newer"),
        pytest.param("DELETE FROM alembic_version", "not up to date", id="older"),
    ],
)
async def test_a_second_process_of_another_version_is_refused(home, database, change, words):
    """Also where the holder is replaced by a newer one between opening and writing."""
    other = await beside(home)
    with sqlite3.connect(home / "handrail.db") as connection:
        connection.execute(change)
    connection.close()

    with pytest.raises(DatabaseRefused, match=words):
        async with other.unit_of_work() as uow:
            await uow.meta.set("bot", "handrail_bot")
    with pytest.raises(DatabaseRefused, match=words):
        await beside(home)

    await other.close()


async def test_many_processes_beside_lose_nothing(home, database, now):
    """The holder writes and checkpoints all the while; the signed chain has every link, once."""
    await tiny_log(database)
    others = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", OTHER, str(home), str(EACH), cwd=ROOT
        )
        for _ in range(OTHERS)
    ]
    visits = asyncio.gather(*(other.wait() for other in others))
    beats = 0

    while not visits.done():
        async with database.unit_of_work() as uow:
            await uow.trail.note(None, "bot", "beat", "house:1", now)
        beats += 1
        await asyncio.sleep(0)

    assert await visits == [0] * OTHERS
    async with database.reading() as uow:
        assert await uow.trail.verify() == beats + OTHERS * EACH
    with sqlite3.connect(home / "handrail.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


async def tiny_log(database):
    """Let the holder checkpoint after nearly every commit."""
    async with database.unit_of_work() as uow:
        await uow._connection.exec_driver_sql("PRAGMA wal_autocheckpoint=4")  # noqa: SLF001 - many chances for a fault
