"""The trail: whatever is altered is noticed; updates are worked on once."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from storage.trail import Head, TrailBroken
from storage.unit_of_work import Database

UNLOCK = "DROP TRIGGER trail_no_update; DROP TRIGGER trail_no_delete"


@pytest.fixture
async def noted(database: Database, now: datetime) -> Head:
    """Ten rows, and the head that was kept of them."""
    async with database.unit_of_work() as uow:
        for number in range(1, 11):
            await uow.trail.note(
                number, "counselor", "see_client", f"client:{number}", now, client_id=number % 2
            )
    async with database.reading() as uow:
        head = await uow.trail.head()
    assert head is not None
    return head


async def _alter(database, *statements):
    """Do what somebody with the database file and a tool could do."""
    async with database.unit_of_work() as uow:
        for statement in (*UNLOCK.split(";"), *statements):
            await uow._connection.execute(text(statement))  # noqa: SLF001 - a burglar has no key


async def test_an_unaltered_trail_holds(database, noted):
    async with database.reading() as uow:
        assert await uow.trail.verify() == 10
        assert await uow.trail.verify(noted) == 10


async def test_an_empty_trail_holds(database):
    async with database.reading() as uow:
        assert await uow.trail.verify() == 0
        assert await uow.trail.head() is None


@pytest.mark.parametrize(
    "change",
    [
        pytest.param("UPDATE trail SET actor_id = 99 WHERE seq = 5", id="actor"),
        pytest.param("UPDATE trail SET action = 'join' WHERE seq = 5", id="action"),
        pytest.param("UPDATE trail SET role = 'admin' WHERE seq = 5", id="role"),
        pytest.param("UPDATE trail SET object_ref = 'client:6' WHERE seq = 5", id="object"),
        pytest.param("UPDATE trail SET client_id = NULL WHERE seq = 5", id="client"),
        pytest.param("UPDATE trail SET reason = 'asked' WHERE seq = 10", id="reason"),
        pytest.param("UPDATE trail SET at = '2026-03-02 12:00:00.000001' WHERE seq = 5", id="time"),
        pytest.param("UPDATE trail SET mac = x'00' WHERE seq = 10", id="signature"),
        pytest.param("UPDATE trail SET prev = x'00' WHERE seq = 1", id="link"),
        pytest.param("DELETE FROM trail WHERE seq = 1", id="first-deleted"),
        pytest.param("DELETE FROM trail WHERE seq = 5", id="one-deleted"),
        pytest.param(
            "INSERT INTO trail SELECT 11, at, actor_id, role, action, object_ref, client_id, "
            "reason, prev, mac FROM trail WHERE seq = 10",
            id="one-added",
        ),
    ],
)
async def test_a_change_is_noticed(database, noted, change):
    await _alter(database, change)

    async with database.reading() as uow:
        with pytest.raises(TrailBroken):
            await uow.trail.verify()


async def test_two_rows_that_change_places_are_noticed(database, noted):
    await _alter(
        database,
        "UPDATE trail SET seq = 100 WHERE seq = 5",
        "UPDATE trail SET seq = 5 WHERE seq = 6",
        "UPDATE trail SET seq = 6 WHERE seq = 100",
    )

    async with database.reading() as uow:
        with pytest.raises(TrailBroken, match="row 5"):
            await uow.trail.verify()


async def test_an_end_that_is_cut_off_is_noticed_by_the_head_kept_elsewhere(database, noted):
    """A chain cut short is a whole chain; only what was kept outside tells."""
    await _alter(database, "DELETE FROM trail WHERE seq > 7")

    async with database.reading() as uow:
        assert await uow.trail.verify() == 7
        with pytest.raises(TrailBroken, match="does not contain the head"):
            await uow.trail.verify(noted)


async def test_the_trail_goes_on_behind_a_head(database, noted, now):
    async with database.unit_of_work() as uow:
        await uow.trail.note(None, "system", "run_beat", "alert:1", now, "overdue")
        assert await uow.trail.verify(noted) == 11


async def test_a_long_trail_is_read_in_pages(database, now):
    async with database.unit_of_work() as uow:
        for number in range(1001):
            await uow.trail.note(1, "client", "answer", f"session:{number}", now)

        assert await uow.trail.verify() == 1001


async def test_a_client_sees_who_looked(database, noted, now):
    async with database.reading() as uow:
        looked = await uow.trail.of_client(1)

    assert [note.actor_id for note in looked] == [1, 3, 5, 7, 9]
    assert looked[0].at == now
    assert (looked[0].action, looked[0].object_ref) == ("see_client", "client:1")


async def test_an_update_is_worked_on_once_and_forgotten_after_two_days(database, now):
    async with database.unit_of_work() as uow:
        assert await uow.trail.remember(7, now)
        assert not await uow.trail.remember(7, now)
        assert await uow.trail.remember(8, now + timedelta(hours=1))
        assert await uow.trail.done(7)

        assert await uow.trail.forget_updates(now + timedelta(hours=1)) == 1
        assert not await uow.trail.done(7)
        assert await uow.trail.done(8)


async def test_a_poisonous_update_is_kept_sealed(database, now):
    async with database.unit_of_work() as uow:
        await uow.trail.poison(7, b'{"text": "canary"}', "ValidationError", now)
        await uow.trail.poison(7, b"again", "ValidationError", now)

        assert await uow.trail.poisoned(7) == b'{"text": "canary"}'
        assert await uow.trail.poisoned(8) is None


async def test_small_facts_are_kept(database):
    async with database.unit_of_work() as uow:
        assert await uow.meta.get("bot") is None
        await uow.meta.set("bot", "one")
        await uow.meta.set("bot", "two")
        assert await uow.meta.get("bot") == "two"


async def test_what_was_put_aside_of_one_chat_goes_with_them(database, now):
    """It lies under the house's key, so no other erasure reaches it."""
    async with database.unit_of_work() as uow:
        await uow.trail.poison(1, b'{"chat": {"id": 4711}}', "ValueError", now)
        await uow.trail.poison(2, b'{"chat": {"id": 47110}}', "ValueError", now)

        assert await uow.trail.forget_poisoned(4711) == 1

        assert await uow.trail.poisoned(1) is None
        assert await uow.trail.poisoned(2) is not None
