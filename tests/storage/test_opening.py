"""Opening: a database is ours, of this version, with its own key, and held by one process."""

import os
import shutil
import sqlite3

import pytest

from dialogs.errors import DatabaseRefused
from storage import sqlite
from storage.crypto import KeyRing
from storage.unit_of_work import Database


async def test_a_new_database_brings_its_folder_and_key_file(tmp_path):
    """One command makes everything, and for its owner only."""
    home = tmp_path / "clinic" / "data"

    database = await Database.open(
        f"sqlite:///{home / 'handrail.db'}", home / "keys.json", create=True
    )
    await database.close()

    assert (home / "keys.json").stat().st_mode & 0o777 == 0o600
    assert (home / "handrail.db").stat().st_mode & 0o777 == 0o600
    again = await Database.open(
        f"sqlite:///{home / 'handrail.db'}", home / "keys.json", create=False
    )
    await again.close()


async def test_a_missing_database_is_not_made_unasked(tmp_path):
    with pytest.raises(DatabaseRefused, match=r"There is no database at .* handrail migrate"):
        await Database.open(f"sqlite:///{tmp_path / 'no.db'}", tmp_path / "keys.json", create=False)

    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("create", [True, False])
async def test_a_database_without_its_key_is_refused(home, url, create):
    """A lost key must not be replaced by a new one, which could read nothing."""
    (home / "keys.json").unlink()

    with pytest.raises(DatabaseRefused, match=r"key file .* is missing"):
        await Database.open(url, home / "keys.json", create=create)

    assert not (home / "keys.json").exists()


async def test_a_database_with_another_ones_key_is_refused(home, url):
    (home / "keys.json").unlink()
    KeyRing.create(home / "keys.json")

    with pytest.raises(DatabaseRefused, match="does not belong to this database"):
        await Database.open(url, home / "keys.json", create=True)


async def test_a_key_file_others_can_read_is_refused(home, url):
    (home / "keys.json").chmod(0o644)

    with pytest.raises(DatabaseRefused, match="chmod 600"):
        await Database.open(url, home / "keys.json", create=False)


async def test_a_newer_database_is_refused(home, url):
    with sqlite3.connect(home / "handrail.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()

    with pytest.raises(DatabaseRefused, match="newer Handrail"):
        await Database.open(url, home / "keys.json", create=True)


async def test_another_programs_database_is_left_alone(tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE songs (title)")
    connection.close()

    with pytest.raises(DatabaseRefused, match="another program"):
        await Database.open(f"sqlite:///{path}", tmp_path / "keys.json", create=True)

    assert not (tmp_path / "keys.json").exists()


async def test_what_is_no_database_is_refused(home, url):
    (home / "handrail.db").write_bytes(b"Dear diary, " * 1000)

    with pytest.raises(DatabaseRefused, match="is not a Handrail database"):
        await Database.open(url, home / "keys.json", create=True)


async def test_a_second_process_is_refused(home, url, database):
    with pytest.raises(DatabaseRefused, match="Another Handrail process"):
        await Database.open(url, home / "keys.json", create=True)


async def test_closing_lets_the_next_one_in(home, url):
    first = await Database.open(url, home / "keys.json", create=False)
    await first.close()

    second = await Database.open(url, home / "keys.json", create=False)
    async with second.unit_of_work() as uow:
        await uow.meta.set("bot", "handrail_bot")
        assert await uow.meta.get("bot") == "handrail_bot"
    await second.close()


async def test_somebody_may_look_while_the_program_runs(home, url, database, mia):
    looking = await Database.open(url, home / "keys.json", create=False, read_only=True)

    async with looking.reading() as uow:
        assert await uow.people.get(mia.id) == mia
    with pytest.raises(DatabaseRefused, match="cannot be written"):
        async with looking.unit_of_work() as uow:
            await uow.meta.set("bot", "handrail_bot")
    await looking.close()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
async def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    tmp_path.chmod(0o500)

    with pytest.raises(DatabaseRefused, match="No database can be made"):
        await Database.open(
            f"sqlite:///{tmp_path / 'x' / 'handrail.db'}", tmp_path / "keys.json", create=True
        )


async def test_a_path_through_a_file_is_refused(tmp_path):
    (tmp_path / "file").touch()

    with pytest.raises(DatabaseRefused, match="No database can be made"):
        await Database.open(
            f"sqlite:///{tmp_path / 'file' / 'handrail.db'}", tmp_path / "keys.json", create=True
        )


async def test_memory_is_no_place_for_it(tmp_path):
    with pytest.raises(DatabaseRefused, match="in a file"):
        await Database.open("sqlite://", tmp_path / "keys.json", create=True)


def _write(path, busy):
    connection = sqlite3.connect(path, timeout=0, isolation_level=None)
    try:
        if busy:
            other = sqlite3.connect(path, timeout=0, isolation_level=None)
            other.execute("BEGIN IMMEDIATE")
        connection.execute("PRAGMA max_page_count=1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE t AS SELECT randomblob(100000) AS b")
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("busy", "sentence"),
    [
        pytest.param(False, "is full", id="disk-full"),
        pytest.param(True, "locked by another program", id="locked"),
    ],
)
def test_trouble_is_one_sentence(home, busy, sentence):
    path = home / "handrail.db"

    with pytest.raises(sqlite3.OperationalError) as trouble:
        _write(path, busy)

    refused = sqlite.refusal(trouble.value, path)
    assert refused is not None
    assert sentence in refused.sentence


def test_a_fault_of_ours_is_not_the_disks(home):
    assert sqlite.refusal(sqlite3.IntegrityError("no code"), home) is None
    assert sqlite.refusal(None, home) is None


async def test_a_full_disk_undoes_the_unit_of_work(database, now):
    """The sentence comes from the unit of work itself, and nothing of it is kept."""

    async def fill_up() -> None:
        async with database.unit_of_work() as uow:
            await uow.meta.set("bot", "handrail_bot")
            await uow._connection.exec_driver_sql("PRAGMA max_page_count=1")  # noqa: SLF001 - a full disk
            await uow.trail.poison(1, b"x" * 1_000_000, "Boom", now)

    with pytest.raises(DatabaseRefused, match="is full"):
        await fill_up()

    async with database.reading() as uow:
        assert await uow.meta.get("bot") is None


async def test_nothing_is_kept_of_what_a_full_disk_undid_half_way(database, now):
    """SQLite undoes all of it; whoever caught the error must not write on outside it."""

    async def part() -> None:
        async with database.unit_of_work() as uow:
            await uow.meta.set("before", "1")
            await uow._connection.exec_driver_sql("PRAGMA max_page_count=1")  # noqa: SLF001 - a full disk
            with pytest.raises(sqlite3.OperationalError, match="full"):
                async with uow.apart():
                    await uow.trail.poison(1, b"x" * 1_000_000, "Boom", now)
            await uow.meta.set("after", "1")

    with pytest.raises(DatabaseRefused, match="undone"):
        await part()

    async with database.reading() as uow:
        assert [await uow.meta.get(key) for key in ("before", "after")] == [None, None]


async def test_a_copied_database_is_as_good(home, tmp_path_factory, database, mia):
    """A backup that took the log along opens with the same key."""
    copy = tmp_path_factory.mktemp("copy")
    for file in home.iterdir():
        shutil.copy(file, copy / file.name)

    other = await Database.open(
        f"sqlite:///{copy / 'handrail.db'}", copy / "keys.json", create=False
    )

    async with other.reading() as uow:
        assert await uow.people.by_chat(101) == mia
    await other.close()
