"""Sealed at rest: the files on the disk tell nothing, and what is swapped does not open."""

import traceback
from dataclasses import replace
from datetime import time

import pytest
from sqlalchemy import text

from dialogs.care.plan import Skill, starter_plan
from dialogs.care.warning_signs import Why
from dialogs.messages import Message
from storage.crypto import SealBroken
from storage.outbox import Lane
from storage.vault import Sealed

CANARY = "Kanarienvogel"
CHAT = 7_215_304_917


@pytest.fixture
async def told(database, meet, a_session, an_answer, an_alert, now):
    """Somebody whose every word, name and number is a canary, in every table there is."""
    client = await meet(f"Mia {CANARY}", CHAT)
    other = await meet(f"Ana {CANARY}", CHAT + 1)
    session = a_session(client, facts={"skill": CANARY}, answers=(an_answer(CANARY),))
    plan = replace(
        starter_plan(client.id, time(20), now, client.id), skills=(Skill("x", CANARY, 0),)
    )
    async with database.unit_of_work() as uow:
        await uow.sessions.add(session)
        await uow.answers.add(session, an_answer(CANARY, words=f"my {CANARY}"))
        await uow.plans.save(plan)
        await uow.alerts.add(an_alert(client, [other], why=(Why("said", {"word": CANARY}),)))
        await uow.trail.poison(1, CANARY.encode(), "ValueError", now)
        await uow.people.invite("client", None, other.id, f"token-{CANARY}", now, now)
        for number in range(2):
            await uow.outbox.add(
                other.id,
                Message(f"{CANARY} {number}"),
                lane=Lane.ALERT,
                kind="page",
                now=now,
                about_id=client.id,
                receipt=("alerts", None),
            )
    async with database.unit_of_work() as uow:
        await uow.outbox.sent(1, 500, now)
    return client


def _found(home):
    written = b"".join(
        path.read_bytes() for path in home.iterdir() if path.name.startswith("handrail.db")
    )
    assert len(written) > 100_000
    needles = (CANARY.encode(), CANARY.encode("utf-16-le"), str(CHAT).encode())
    return [needle for needle in needles if needle in written]


async def test_nothing_said_can_be_read_in_the_files(database, home, told):
    assert (home / "handrail.db-wal").stat().st_size > 0
    assert not _found(home)

    await database.close()
    assert not _found(home)


async def test_the_key_of_the_erased_is_in_no_file(database, home, told, now):
    """Destroyed in the file and in the log: neither keeps the bytes that could open the rest."""
    async with database.reading() as uow:
        query = text("SELECT wrapped FROM data_keys WHERE owner = :owner")
        wrapped = (
            await uow._connection.execute(query, {"owner": told.id})  # noqa: SLF001 - no door shows it
        ).scalar()

    async with database.unit_of_work() as uow:
        await uow.people.erase(told.id, now)

    for name in ("handrail.db", "handrail.db-wal"):
        assert wrapped not in (home / name).read_bytes()


@pytest.mark.parametrize(
    ("table", "column", "key"),
    [
        pytest.param("people", "name", "id", id="names"),
        pytest.param("answers", "body", "id", id="answers"),
    ],
)
async def test_what_is_swapped_does_not_open(
    database, mia, ana, a_session, an_answer, now, table, column, key
):
    """A value moved to another row would put one person's words into another's mouth."""
    async with database.unit_of_work() as uow:
        session = a_session(mia)
        await uow.sessions.add(session)
        for step in ("craving", "mood"):
            await uow.answers.add(session, an_answer(8, step))
        swap = (
            f"UPDATE {table} SET {column} = (SELECT other.{column} FROM {table} AS other "  # noqa: S608 - our own names
            f"WHERE other.{key} = 3 - {table}.{key})"
        )
        await uow._connection.execute(text(swap))  # noqa: SLF001 - a burglar's tool

    async with database.unit_of_work() as uow:
        if table == "people":
            with pytest.raises(SealBroken):
                await uow.people.get(mia.id)
        known = {mia.id: mia, ana.id: ana} if table == "answers" else {ana.id: ana}
        assert await uow.people.many([mia.id, ana.id]) == known
        assert len(await uow.answers.readings(mia.id, now)) == (2 if table == "people" else 1)
    assert len(database.unreadable) == 1


async def test_a_message_that_does_not_open_holds_no_other_up(database, mia, ana, hello, now):
    """One damaged row must not keep every page from leaving."""
    async with database.unit_of_work() as uow:
        for person in (mia, ana):
            await uow.outbox.add(person.id, hello, lane=Lane.ALERT, kind="page", now=now)
        damage = "UPDATE outbox SET body = x'01' WHERE person_id = 1"
        await uow._connection.execute(text(damage))  # noqa: SLF001 - a burglar's tool

    async with database.unit_of_work() as uow:
        claimed = await uow.outbox.claim([Lane.ALERT], now, limit=5, lease=now - now)

    assert [row.person_id for row in claimed] == [ana.id]


async def test_a_value_of_another_kind_is_refused_without_repeating_it(database, mia):
    """The error of whoever checks the shape would quote what was sealed."""
    told: Sealed[str] = Sealed("people", "name", str)
    asked: Sealed[int] = Sealed("people", "name", int)
    async with database.reading() as uow:
        vault = uow._vault  # noqa: SLF001 - the very thing that is tested
        await vault.open([mia.id])
        sealed = told.seal(vault, mia.id, "1", CANARY)

        with pytest.raises(SealBroken, match="does not fit") as error:
            asked.unseal(vault, mia.id, "1", sealed)

    assert CANARY not in "".join(traceback.format_exception(error.value))
