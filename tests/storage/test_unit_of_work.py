"""The unit of work: all of it or nothing, one after another, and to the end once begun."""

import asyncio
import sqlite3
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import text

from storage.outbox import Lane
from storage.sqlite.prepared import prepared


class Trouble(Exception):
    """Something unexpected in the middle of an action."""


async def test_an_error_leaves_nothing(database, mia, hello, now):
    async def act() -> None:
        async with database.unit_of_work() as uow:
            await uow.outbox.add(mia.id, hello, lane=Lane.REPLY, kind="card", now=now)
            await uow.trail.note(mia.id, "client", "join", "person:1", now)
            await uow.people.add(303, "Ben", language="en", country=None, zone="UTC", now=now)
            raise Trouble

    with pytest.raises(Trouble):
        await act()

    async with database.reading() as uow:
        assert await uow.outbox.pending(now) == 0
        assert await uow.trail.head() is None
        assert await uow.people.by_chat(303) is None


async def test_the_key_of_somebody_who_was_never_kept_is_not_kept(database, mia, now):
    """A number that is given again after a failure must not meet an older key."""
    ids = []

    async def meet(name: str, *, fails: bool) -> None:
        async with database.unit_of_work() as uow:
            met = await uow.people.add(303, name, language="en", country=None, zone="UTC", now=now)
            ids.append(met.id)
            if fails:
                raise Trouble

    with pytest.raises(Trouble):
        await meet("Ben", fails=True)
    await meet("Eve", fails=False)

    async with database.reading() as uow:
        assert ids[0] == ids[1]
        assert (await uow.people.get(ids[1])).name == "Eve"


async def test_reading_changes_nothing(database, mia, now):
    with pytest.raises(Exception, match="cannot be written"):
        async with database.reading() as uow:
            await uow.meta.set("bot", "handrail_bot")


async def test_reading_sees_one_moment(database):
    async with database.reading() as early:
        assert await early.meta.get("bot") is None
        async with database.unit_of_work() as uow:
            await uow.meta.set("bot", "handrail_bot")

        assert await early.meta.get("bot") is None
    async with database.reading() as late:
        assert await late.meta.get("bot") == "handrail_bot"


async def test_nothing_is_counted_twice_or_lost(database):
    """250 of 250: each reads, gives way, and writes; plain transactions lose most of these."""

    async def count_one() -> None:
        async with database.unit_of_work() as uow:
            value = int(await uow.meta.get("count") or 0)
            await asyncio.sleep(0)
            await uow.meta.set("count", str(value + 1))

    await asyncio.gather(*(count_one() for _ in range(250)))

    async with database.reading() as uow:
        assert await uow.meta.get("count") == "250"


async def test_callbacks_follow_a_commit_and_nothing_else(database, mia, hello, now):
    heard = []

    @asynccontextmanager
    async def post(uow):
        heard.append("posting")
        uow.on_commit(lambda: heard.append("posted"))
        yield
        heard.append("after")

    database.post_with(post)

    async with database.unit_of_work() as uow:
        uow.on_commit(lambda: heard.append("commit"))
        assert heard == []

    async def fail() -> None:
        async with database.unit_of_work() as uow:
            uow.on_commit(lambda: heard.append("never"))
            await uow.outbox.add(mia.id, hello, lane=Lane.REPLY, kind="card", now=now)
            raise Trouble

    with pytest.raises(Trouble):
        await fail()
    async with database.unit_of_work() as uow:
        await uow.outbox.add(mia.id, hello, lane=Lane.REPLY, kind="card", now=now)

    assert heard == ["commit", "posting", "posted", "after"]


async def test_a_commit_is_finished_even_when_cancelled(database):
    """A timeout around an action must not leave it half promised."""
    heard = []

    async def act() -> None:
        async with database.unit_of_work() as uow:
            await uow.meta.set("bot", "handrail_bot")
            uow.on_commit(lambda: heard.append("commit"))
            asyncio.get_running_loop().call_soon(task.cancel)

    task = asyncio.ensure_future(act())
    with pytest.raises(asyncio.CancelledError):
        await task

    assert heard == ["commit"]
    async with database.reading() as uow:
        assert await uow.meta.get("bot") == "handrail_bot"


async def test_a_cancelled_action_leaves_nothing_and_holds_nobody_up(database):
    started = asyncio.Event()

    async def dawdle() -> None:
        async with database.unit_of_work() as uow:
            await uow.meta.set("bot", "handrail_bot")
            started.set()
            await asyncio.Event().wait()

    task = asyncio.ensure_future(dawdle())
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    async with database.unit_of_work() as uow:
        assert await uow.meta.get("bot") is None


async def test_a_unit_cancelled_at_any_moment_is_whole_or_nothing(database):
    """Cancelled after each number of turns of the loop, the database stays usable and whole."""

    async def act(number: int) -> None:
        async with database.unit_of_work() as uow:
            await uow.meta.set(f"first {number}", "x")
            await uow.meta.set(f"second {number}", "x")

    for turns in range(40):
        task = asyncio.ensure_future(act(turns))
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    async with database.reading() as uow:
        for turns in range(40):
            first, second = (
                await uow.meta.get(f"first {turns}"),
                await uow.meta.get(f"second {turns}"),
            )
            assert first == second


async def test_the_loop_goes_on_while_the_disk_writes(database, mia):
    """Only the statements run on the loop; the commit, which waits for the disk, does not."""
    steps = 0

    async def walk() -> None:
        nonlocal steps
        while True:
            steps += 1
            await asyncio.sleep(0)

    walking = asyncio.ensure_future(walk())
    for number in range(20):
        async with database.unit_of_work() as uow:
            await uow.meta.set("count", str(number))
    walking.cancel()

    assert steps > 20


async def test_statements_are_compiled_once(database, mia, hello, now):
    """A second action like the first finds all of its statements in the cache."""

    async def act(number: int) -> None:
        async with database.unit_of_work() as uow:
            await uow.trail.remember(number, now)
            await uow.people.by_chat(101)
            await uow.outbox.add(mia.id, hello, lane=Lane.REPLY, kind="card", now=now)
            await uow.outbox.claim([Lane.REPLY], now, limit=5, lease=now - now)

    await act(1)
    compiled = prepared.cache_info().misses
    await act(2)

    assert prepared.cache_info().misses == compiled


async def test_the_writer_is_durable_and_the_reader_cannot_write(database):
    async with database.unit_of_work() as uow:
        connection = uow._connection  # noqa: SLF001 - pragmas have no other door
        pragmas = {
            name: (await connection.execute(text(f"PRAGMA {name}"))).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    async with database.reading() as uow:
        connection = uow._connection  # noqa: SLF001 - as above
        query_only = (await connection.execute(text("PRAGMA query_only"))).scalar()
        checkpoint = (await connection.execute(text("PRAGMA wal_autocheckpoint"))).scalar()

    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
    }
    assert (query_only, checkpoint) == (1, 0)


async def test_errors_do_not_repeat_what_was_being_kept(database, mia, now):
    """Parameters hold names and answers; an error text must not."""
    async with database.unit_of_work() as uow:
        await uow.people.join(mia.id, mia.id, "client", now)
        with pytest.raises(Exception, match="FOREIGN KEY") as error:
            await uow.people.invite("client", 999_999, None, "canary-token", now, now)

    assert "999999" not in str(error.value)
    assert "canary" not in str(error.value)


async def test_a_lock_of_another_program_is_waited_for_beside_the_loop(database, home):
    """Somebody has the file open in a tool: we wait, and everybody else goes on."""
    other = sqlite3.connect(home / "handrail.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    async def act() -> None:
        async with database.unit_of_work() as uow:
            await uow.meta.set("bot", "handrail_bot")

    acting = asyncio.ensure_future(act())
    for _ in range(20):
        await asyncio.sleep(0.005)
    waited = not acting.done()
    other.rollback()
    other.close()
    await acting

    assert waited
    async with database.reading() as uow:
        assert await uow.meta.get("bot") == "handrail_bot"


async def test_an_erasure_waits_until_nobody_reads_the_log(database, home, mia, now):
    """While the old state is being looked at, its bytes must stay; then they must go."""

    async def forget() -> None:
        async with database.unit_of_work() as uow:
            await uow.people.erase(mia.id, now)

    async with database.reading() as early:
        assert await early.people.get(mia.id) == mia
        forgetting = asyncio.ensure_future(forget())
        await asyncio.sleep(0.05)
        assert await early.people.get(mia.id) == mia
        assert not forgetting.done()
    await forgetting

    assert (home / "handrail.db-wal").stat().st_size == 0
