"""Backups: whole, checked, for their owner only; and nobody who is forgotten lives on in one."""

import sqlite3
import stat

import pytest
from sqlalchemy import text

from dialogs.errors import DatabaseRefused
from storage.sqlite import backup
from storage.unit_of_work import Database


async def _wrapped(database, person):
    """Read somebody's wrapped data key, as it lies on the disk."""
    async with database.reading() as uow:
        query = text("SELECT wrapped FROM data_keys WHERE owner = :owner")
        return (await uow._connection.execute(query, {"owner": person.id})).scalar()  # noqa: SLF001 - no door shows it


@pytest.fixture
async def backed_up(database, home, mia, ana):
    """A backup in which Mia and Ana are."""
    target = home / backup.FOLDER / "one.db"
    await database.back_up(target)
    return target


async def test_a_backup_opens_as_the_database_does(database, home, backed_up, mia):
    assert stat.S_IMODE(backed_up.stat().st_mode) == 0o600
    copy = await Database.open(f"sqlite:///{backed_up}", home / "keys.json", create=False)
    async with copy.reading() as uow:
        assert await uow.people.get(mia.id) == mia
    await copy.close()


async def test_a_backup_holds_what_was_just_committed_and_others_go_on(database, home, meet):
    """It is taken beside the bot, from the log as well."""
    mia = await meet("Mia", 1)
    async with database.reading() as early:
        await early.people.get(mia.id)
        await database.back_up(home / "two.db")
        assert await meet("Ana", 2)

    with sqlite3.connect(home / "two.db") as copy:
        assert copy.execute("SELECT count(*) FROM people").fetchone() == (1,)
    copy.close()


async def test_a_backup_never_overwrites_one(database, home, backed_up):
    with pytest.raises(DatabaseRefused, match="is there already"):
        await database.back_up(backed_up)


async def test_the_key_of_the_erased_is_in_no_backup_either(database, backed_up, mia, ana, now):
    """Nor in the journal with which it was taken out; everybody else's stays."""
    wrapped, other = await _wrapped(database, mia), await _wrapped(database, ana)
    assert wrapped in backed_up.read_bytes()

    async with database.unit_of_work() as uow:
        await uow.people.erase(mia.id, now)

    assert wrapped not in b"".join(one.read_bytes() for one in backed_up.parent.iterdir())
    assert other in backed_up.read_bytes()
    assert [one.name for one in backed_up.parent.iterdir()] == ["one.db"]


async def test_a_backup_that_could_not_be_changed_is_caught_up_at_the_next_start(
    database, home, url, backed_up, mia, now
):
    """Somebody had it open; whoever opens the database next finishes what was begun."""
    wrapped = await _wrapped(database, mia)
    aside = home / "aside.db"
    backed_up.rename(aside)
    async with database.unit_of_work() as uow:
        await uow.people.erase(mia.id, now)
    aside.rename(backed_up)
    assert wrapped in backed_up.read_bytes()
    await database.close()

    again = await Database.open(url, home / "keys.json", create=False)
    await again.close()

    assert wrapped not in backed_up.read_bytes()


async def test_a_backup_that_refuses_is_named(database, backed_up, mia, now):
    """The erasure itself holds; that a key is left somewhere must not be silent."""
    backed_up.write_bytes(b"no database at all" * 100)

    with pytest.raises(DatabaseRefused, match=r"erased is still in: .*one\.db"):
        async with database.unit_of_work() as uow:
            await uow.people.erase(mia.id, now)

    async with database.reading() as uow:
        assert not (await uow.people.get(mia.id)).name


async def test_a_disk_that_refuses_leaves_no_half_backup(database, home):
    (home / "taken").write_text("a file, no folder", encoding="ascii")

    with pytest.raises(DatabaseRefused, match="No backup can be made"):
        await database.back_up(home / "taken" / "one.db")

    assert sorted(one.name for one in home.glob("**/*.part")) == []
