"""Restoring: a backup takes the database's place, and the forgotten stay forgotten."""

import asyncio
import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.clock import utc_now
from dialogs.care.people import PersonState
from storage.unit_of_work import Database, UnitOfWork
from tests.bot.test_rights_commands import call, home, in_house

__all__ = ["call", "home"]


async def _state(uow: UnitOfWork) -> PersonState:
    return (await uow.people.get(1)).state


async def _booked(uow: UnitOfWork) -> bool:
    return await uow.erasures.of(1) is not None


async def _ana(uow: UnitOfWork) -> int:
    ana = await uow.people.add(77, "Ana", language="en", country="US", zone="UTC", now=utc_now())
    return ana.id


async def _name_of_ana(uow: UnitOfWork) -> str:
    person = await uow.people.by_chat(77)
    assert person is not None
    return person.name


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_a_backup_is_put_back(call, home):
    """What happened since is undone; what was there lies among the backups."""
    call("backup")
    (copy,) = (home / "backups").glob("*.db")
    call("erase", "1", "--yes")
    assert asyncio.run(in_house(home, _booked))

    ended = call("restore", str(copy))

    assert (ended.status, ended.err) == (0, "")
    assert "a consent they took back too" in ended.out
    assert not asyncio.run(in_house(home, _booked))
    assert len(list((home / "backups").glob("replaced-*.db"))) == 1
    assert not list(home.glob("*.part"))


def test_the_erased_do_not_come_back_with_a_backup(call, home, tmp_path):
    """Not even with a copy that lay elsewhere and knows nothing of it."""
    call("backup", "--to", str(tmp_path / "elsewhere.db"))
    call("erase", "1", "--yes", "--now")

    ended = call("restore", str(tmp_path / "elsewhere.db"), "--json")

    assert json.loads(ended.out)["forgotten"] == 1
    with closing(sqlite3.connect(home / "handrail.db")) as restored:
        owners = restored.execute("SELECT owner FROM data_keys WHERE owner = 1").fetchall()
    assert owners == []


def test_a_lost_database_is_restored(call, home, tmp_path):
    """Nobody can know any more who was erased since; that is said."""
    call("backup", "--to", str(tmp_path / "elsewhere.db"))
    for file in home.glob("handrail.db*"):
        file.unlink()

    ended = call("restore", str(tmp_path / "elsewhere.db"))

    assert (ended.status, ended.err) == (0, "")
    assert "run handrail erase for each" in ended.out
    assert asyncio.run(in_house(home, _state)) is PersonState.ACTIVE


def test_a_restore_can_be_undone(call, home, tmp_path):
    """Whoever came after the copy was made is not there now, and was never erased."""
    call("backup", "--to", str(tmp_path / "early.db"))
    asyncio.run(in_house(home, _ana))
    call("restore", str(tmp_path / "early.db"))
    (before,) = (home / "backups").glob("replaced-*.db")

    ended = call("restore", str(before), "--json")

    assert ended.err == ""
    assert json.loads(ended.out)["forgotten"] == 0
    assert asyncio.run(in_house(home, _name_of_ana)) == "Ana"


def test_nobody_gets_the_number_of_somebody_who_is_not_there_now(call, home, tmp_path):
    """Who is erased later is erased in the backups by number: it must be theirs alone."""
    call("backup", "--to", str(tmp_path / "early.db"))
    asyncio.run(in_house(home, _ana))

    call("restore", str(tmp_path / "early.db"))

    assert asyncio.run(in_house(home, _ana)) == 3


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"no database", "cannot be restored", id="no-database"),
        pytest.param(b"", "handrail migrate", id="empty"),
        pytest.param(None, "cannot be restored", id="cut-short"),
    ],
)
def test_what_is_no_backup_changes_nothing(call, home, tmp_path, content, words):
    """The database stays as it is, and nothing is left lying about."""
    wrong = tmp_path / "wrong.db"
    call("backup", "--to", str(wrong))
    whole = wrong.read_bytes()
    wrong.write_bytes(whole[: len(whole) // 2] if content is None else content)
    before = _digest(home / "handrail.db")

    ended = call("restore", str(wrong))

    assert (ended.status, ended.out) == (1, "")
    assert words in ended.err
    assert _digest(home / "handrail.db") == before
    assert not list(home.glob("*.part"))


async def test_nothing_is_restored_beside_a_running_bot(call, home, tmp_path):
    await asyncio.to_thread(call, "backup", "--to", str(tmp_path / "elsewhere.db"))
    url, key = f"sqlite:///{home / 'handrail.db'}", home / "handrail.key"
    held = await Database.open(url, key, create=False)
    try:
        ended = await asyncio.to_thread(call, "restore", str(tmp_path / "elsewhere.db"))
    finally:
        await held.close()

    assert ended.status == 1
    assert "stop it first" in ended.err
