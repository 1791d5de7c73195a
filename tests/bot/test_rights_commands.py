"""The commands about records, keys and the trail: what they do, and what they refuse."""

import asyncio
import io
import json
import os
import shutil
import zipfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.__main__ import main
from bot.actions.copies import archive
from bot.clock import utc_now
from dialogs.care.people import PersonState, Role
from storage.unit_of_work import Database, UnitOfWork

CHAT = 7_000_000_123


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended."""

    status: int
    out: str
    err: str


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a house with one client, Mia, person 1, is set up."""
    monkeypatch.setenv("HANDRAIL_HOME", str(tmp_path / "house"))
    monkeypatch.chdir(tmp_path)
    main(["migrate"])
    asyncio.run(in_house(tmp_path / "house", _mia))
    return tmp_path / "house"


@pytest.fixture
def call(home: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ended]:
    """Call handrail in this process."""

    def handrail(*arguments: str) -> Ended:
        capsys.readouterr()
        status = main(arguments)
        said = capsys.readouterr()
        return Ended(status, said.out, said.err)

    return handrail


async def in_house(home: Path, act: Callable[[UnitOfWork], Awaitable[object]]) -> object:
    """Do something in the database of the house."""
    url, key = f"sqlite:///{home / 'handrail.db'}", home / "handrail.key"
    database = await Database.open(url, key, create=False)
    try:
        async with database.unit_of_work() as uow:
            return await act(uow)
    finally:
        await database.close()


async def _mia(uow: UnitOfWork) -> None:
    now = utc_now()
    mia = await uow.people.add(CHAT, "Mia", language="en", country="US", zone="UTC", now=now)
    await uow.people.join(mia.id, mia.id, Role.CLIENT, now)
    for number in range(5):
        await uow.trail.note(None, "system", "run_beat", f"alert:{number}", now)


async def _state(uow: UnitOfWork) -> PersonState:
    return (await uow.people.get(1)).state


@pytest.mark.parametrize("who", ["1", f"chat:{CHAT}"])
def test_an_operator_makes_a_copy(call, tmp_path, who):
    ended = call("export", who, "--to", "mia.zip")

    assert (ended.status, ended.err) == (0, "")
    assert (tmp_path / "mia.zip").stat().st_mode & 0o777 == 0o600
    with zipfile.ZipFile(io.BytesIO((tmp_path / "mia.zip").read_bytes())) as packed:
        assert json.loads(packed.read(archive.JSON))["person"]["name"] == "Mia"


def test_a_copy_never_overwrites_a_file(call, tmp_path):
    (tmp_path / "mia.zip").write_text("mine", encoding="ascii")

    ended = call("export", "1", "--to", "mia.zip")

    assert (ended.status, ended.err) == (1, "File exists: mia.zip.\n")
    assert (tmp_path / "mia.zip").read_text(encoding="ascii") == "mine"


@pytest.mark.parametrize("command", ["export", "erase"])
@pytest.mark.parametrize("who", ["99", "chat:99", "Mia", "-1"])
def test_nobody_is_found_by_a_guess(call, tmp_path, command, who):
    more = ("--to", "x.zip") if command == "export" else ("--yes",)

    ended = call(command, *more, "--", who)

    assert ended.status == 1
    assert ended.err.startswith(("There is nobody", f"{who} is neither"))
    assert not (tmp_path / "x.zip").exists()


def test_an_erasure_is_booked_for_tomorrow(call, home):
    ended = call("erase", "1", "--yes", "--json")

    said = json.loads(ended.out)
    assert (said["person"], said["done"]) == (1, False)
    assert asyncio.run(in_house(home, _state)) is PersonState.ACTIVE


def test_an_erasure_at_once_leaves_nothing_here_or_in_the_backups(call, home):
    call("backup")

    ended = call("erase", "1", "--yes", "--now")

    assert ended.status == 0
    assert "is forgotten, here and in the backups" in ended.out
    assert asyncio.run(in_house(home, _state)) is PersonState.ERASED
    assert "erased already" in call("erase", "1", "--yes").err


async def test_an_erasure_beside_a_running_bot_is_left_to_it(call, home):
    url, key = f"sqlite:///{home / 'handrail.db'}", home / "handrail.key"
    held = await Database.open(url, key, create=False)
    try:
        ended = await asyncio.to_thread(call, "erase", "1", "--yes", "--now", "--json")
        assert json.loads(ended.out)["done"] is False
        async with held.reading() as uow:
            assert [one.person_id for one in await uow.erasures.due(utc_now(), 5)] == [1]
    finally:
        await held.close()


def test_a_backup_says_where_it_is_and_what_opens_it(call, home):
    said = json.loads(call("backup", "--json").out)

    assert Path(said["file"]).parent == home / "backups"
    assert said["bytes"] > 10_000


def test_old_backups_go(call, home):
    call("backup")
    (old,) = (home / "backups").glob("*.db")
    old = old.rename(home / "backups" / "older.db")
    os.utime(old, (1_000_000, 1_000_000))

    call("backup", "--keep-days", "30")

    assert not old.exists()
    assert len(list((home / "backups").glob("*.db"))) == 1


def test_a_new_key_opens_everything_and_the_old_one_nothing(call, home):
    shutil.copy(home / "handrail.key", home / "old.key")
    before = (home / "handrail.key").read_bytes()

    ended = call("rotate-key")

    assert (ended.status, ended.err) == (0, "")
    assert (home / "handrail.key").read_bytes() != before
    assert asyncio.run(in_house(home, _state)) is PersonState.ACTIVE
    shutil.copy(home / "old.key", home / "handrail.key")
    assert "does not belong to this database" in call("audit", "verify").err


async def test_a_key_is_not_rotated_beside_a_running_bot(call, home):
    url, key = f"sqlite:///{home / 'handrail.db'}", home / "handrail.key"
    held = await Database.open(url, key, create=False)
    try:
        ended = await asyncio.to_thread(call, "rotate-key")
    finally:
        await held.close()

    assert ended.status == 1
    assert "stop it first" in ended.err
    assert len(json.loads(key.read_text(encoding="ascii"))["keys"]) == 1


def test_a_whole_trail_is_found_whole(call, tmp_path):
    head = json.loads(call("audit", "head", "--json").out)
    log = tmp_path / "bot.log"
    log.write_text(f"no line of ours\n2026-01-01 {json.dumps(head)}\n", encoding="utf-8")

    ended = call("audit", "verify", "--log", str(log))

    assert (ended.status, ended.err) == (0, "")
    assert ended.out == "The trail is whole: 5 rows, 1 heads from logs.\n"
    assert "would not show" in call("audit", "verify").err


def test_an_end_cut_off_is_found_by_the_log(call, home, tmp_path):
    (tmp_path / "bot.log").write_text(call("audit", "head", "--json").out, encoding="utf-8")

    async def cut(uow: UnitOfWork) -> None:
        for words in ("DROP TRIGGER trail_no_delete", "DELETE FROM trail WHERE seq > 3"):
            await uow._connection.execute(text(words))  # noqa: SLF001 - a burglar has no key

    asyncio.run(in_house(home, cut))

    ended = call("audit", "verify", "--log", "bot.log")

    assert (ended.status, ended.out) == (1, "")
    assert ended.err == "The trail does not contain the head that was kept of it at row 5.\n"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        pytest.param("missing", "is missing", id="missing"),
        pytest.param("open", "can be read by others", id="world-readable"),
        pytest.param("other", "does not belong to this database", id="wrong"),
        pytest.param("none", "is not a Handrail key file", id="no-key-file"),
    ],
)
@pytest.mark.parametrize(
    "command",
    [
        ("export", "1", "--to", "x.zip"),
        ("erase", "1", "--yes"),
        ("backup",),
        ("rotate-key",),
        ("audit", "verify"),
        ("audit", "head"),
    ],
    ids=lambda command: command[0],
)
def test_without_the_right_key_nothing_is_shown(call, home, tmp_path, command, wrong, words):
    """A database copied to another machine without its keys is of no use there."""
    key = home / "handrail.key"
    if wrong == "missing":
        key.unlink()
    elif wrong == "open":
        key.chmod(0o644)
    elif wrong == "none":
        key.write_text("{}", encoding="ascii")
    else:
        document = json.loads(key.read_text(encoding="ascii"))
        document["trail"] = document["index"]
        key.write_text(json.dumps(document), encoding="ascii")

    ended = call(*command)

    assert (ended.status, ended.out) == (1, "")
    assert words in ended.err
    assert "Mia" not in ended.err
    assert not (tmp_path / "x.zip").exists()
