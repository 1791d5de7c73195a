"""Rotation: everything opens before, between and after, and the old key is gone at the end."""

import json
import shutil

import pytest

from dialogs.errors import DatabaseRefused
from storage import rotation
from storage.unit_of_work import Database


@pytest.fixture
async def people(database, meet):
    """More people than are wrapped anew at once."""
    found = [await meet(f"Person {number}", 1000 + number) for number in range(7)]
    await database.close()
    return found


def _kids(home):
    return json.loads((home / "keys.json").read_text(encoding="ascii"))


async def _names(url, home):
    database = await Database.open(url, home / "keys.json", create=False)
    try:
        async with database.reading() as uow:
            found = await uow.people.many(range(1, 100))
            return [one.name for one in found.values()]
    finally:
        await database.close()


async def _rewrapped(url, home, portions=None):
    database = await Database.open(url, home / "keys.json", create=False)
    try:
        done = 0
        async for _ in rotation.rewrap(database):
            done += 1
            if done == portions:
                return
    finally:
        await database.close()


async def test_after_a_rotation_only_the_new_key_opens(home, url, people):
    old = _kids(home)
    shutil.copy(home / "keys.json", home / "old.json")

    assert rotation.begin(home / "keys.json") is False
    await _rewrapped(url, home)
    rotation.finish(home / "keys.json")

    new = _kids(home)
    assert len(new["keys"]) == 1
    assert new["current"] != old["current"]
    assert (new["index"], new["trail"]) == (old["index"], old["trail"])
    assert await _names(url, home) == [one.name for one in people]
    with pytest.raises(DatabaseRefused, match="does not belong to this database"):
        await Database.open(url, home / "old.json", create=False)


@pytest.mark.parametrize("portions", [0, 1, 2, 3])
async def test_a_rotation_that_stops_anywhere_loses_nobody(home, url, people, portions):
    """It goes on with the key it has begun with."""
    rotation.begin(home / "keys.json")
    begun = _kids(home)["current"]
    if portions:
        await _rewrapped(url, home, portions)
    assert await _names(url, home) == [one.name for one in people]

    assert rotation.begin(home / "keys.json") is True
    await _rewrapped(url, home)
    rotation.finish(home / "keys.json")

    assert _kids(home)["current"] == begun
    assert await _names(url, home) == [one.name for one in people]


async def test_a_key_file_that_was_being_written_is_no_key_file(home, url, people):
    """What a kill left of the new one is thrown away; the old one is whole."""
    part = home / "keys.json.part"
    part.write_text('{"format": 1, "cur', encoding="ascii")

    rotation.begin(home / "keys.json")

    assert not part.exists()
    assert (home / "keys.json").stat().st_mode & 0o777 == 0o600
    assert len(await _names(url, home)) == len(people)


async def test_a_copy_kept_under_another_name_stays_as_it_was(home, people):
    """A hard link is how some people back a file up: its bytes are theirs."""
    (home / "mine.json").hardlink_to(home / "keys.json")
    before = (home / "mine.json").read_bytes()

    rotation.begin(home / "keys.json")

    assert (home / "mine.json").read_bytes() == before


async def test_a_data_key_that_does_not_open_keeps_the_old_key(home, url, people, corrupted):
    database = await Database.open(url, home / "keys.json", create=False)
    async with database.unit_of_work() as uow:
        await corrupted(uow, "data_keys", "wrapped", "owner = 3")
    await database.close()
    rotation.begin(home / "keys.json")

    with pytest.raises(Exception, match="data key of person 3 does not open"):
        await _rewrapped(url, home)

    assert len(_kids(home)["keys"]) == 2
    assert len(await _names(url, home)) == len(people) - 1
