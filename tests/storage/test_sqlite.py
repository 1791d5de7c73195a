"""SQLite's own driver: what SQLAlchemy would write and read, without its ceremony."""

import asyncio
import sqlite3
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Time,
    bindparam,
    create_engine,
    delete,
    func,
    insert,
    literal,
    select,
    text,
    union_all,
    update,
)

from storage import sqlite
from storage.tables import UtcDateTime

NOW = datetime(2026, 3, 2, 12, 30, 15, 7, tzinfo=UTC)
ROWS = (
    {"name": "Mia", "body": b"\x00\xff", "at": NOW, "on": date(2026, 3, 2), "from": time(21, 30)},
    {"name": "Añá", "body": None, "at": None, "on": None, "from": time(0, 0, 0, 1)},
    {"name": None, "body": b"", "at": NOW + timedelta(days=1), "on": date.max, "from": None},
)

metadata = MetaData()
things = Table(
    "things",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String),
    Column("body", LargeBinary),
    Column("at", UtcDateTime),
    Column("on", Date),
    Column("from", Time),
    Column("is_it", Boolean, nullable=False),
)

NAMED = select(things.c.id).where(things.c.name.in_(bindparam("names", expanding=True)))


@pytest.fixture
def engine(tmp_path):
    """SQLAlchemy's own way into the same file."""
    made = create_engine(f"sqlite:///{tmp_path / 'things.db'}")
    metadata.create_all(made)
    yield made
    made.dispose()


@pytest.fixture
async def pool(engine, tmp_path):
    opened = sqlite.writing(tmp_path / "things.db")
    yield opened
    await opened.close()


@pytest.fixture
async def line(pool):
    """A connection with three rows, in a transaction that is open."""
    async with pool.begun() as connection:
        for row in ROWS:
            await connection.execute(insert(things), row | {"is_it": row["name"] == "Mia"})
        yield connection


async def test_values_are_written_and_read_as_sqlalchemy_does(line, engine):
    """Whoever opens the file with SQLAlchemy, such as a migration, finds what we meant."""
    ours = (await line.execute(select(things).order_by(things.c.id))).all()
    await line.commit()
    with engine.connect() as connection:
        theirs = connection.execute(select(things).order_by(things.c.id)).all()

    assert [tuple(row) for row in ours] == [tuple(row) for row in theirs]
    assert [row.at for row in ours] == [NOW, None, NOW + timedelta(days=1)]
    assert [row.is_it for row in ours] == [True, False, False]


async def test_what_sqlalchemy_wrote_is_read(pool, engine):
    with engine.begin() as connection:
        connection.execute(insert(things), [row | {"is_it": True} for row in ROWS])

    async with pool.begun() as line:
        found = (await line.execute(select(things))).all()

    assert [row.at for row in found] == [row["at"] for row in ROWS]
    assert [row.body for row in found] == [row["body"] for row in ROWS]


async def test_an_instant_is_kept_in_utc(line):
    new_york = timezone(timedelta(hours=-5))
    query = select(things.c.at).where(things.c.at == bindparam("at"))

    found = await line.execute(query, {"at": NOW.astimezone(new_york)})

    assert found.scalar() == NOW


async def test_an_instant_without_a_zone_is_refused(line):
    with pytest.raises(ValueError, match="without a zone"):
        await line.execute(update(things), {"at": NOW.replace(tzinfo=None)})


@pytest.mark.parametrize(
    ("names", "count"),
    [
        pytest.param([], 0, id="none"),
        pytest.param(["Mia"], 1, id="one"),
        pytest.param(["Mia", "Añá"], 2, id="two"),
        pytest.param(["Mia", "Añá", "nobody"], 2, id="three"),
    ],
)
async def test_lists_of_any_length(line, names, count):
    for _ in range(2):  # the second time it is found compiled
        assert len((await line.execute(NAMED, {"names": names})).all()) == count


async def test_lists_of_so_many_lengths_do_not_pile_up(line):
    """A length that was forgotten is written anew."""
    for length in (*range(300), 2):
        found = await line.execute(NAMED, {"names": ["Mia"] * length})
        assert bool(found.all()) == bool(length)


async def test_what_a_statement_says_itself(line):
    """Constants, lists of constants, and values that must stand in the SQL."""
    known = things.c.name.in_(("Mia", "nobody")) & (things.c.is_it == literal(True))
    at_most = things.c.id <= literal(1, literal_execute=True)
    query = select(things.c.name).where(known, at_most, things.c.id >= bindparam("least"))

    assert (await line.execute(query, {"least": 1})).scalar() == "Mia"
    assert (await line.execute(query, {"least": 2})).scalar() is None


async def test_a_union_and_a_count_have_names(line):
    first = union_all(select(func.min(things.c.at).label("at")), select(func.max(things.c.at)))
    counted = select(func.count()).select_from(things)

    assert [row.at for row in (await line.execute(first)).all()] == [NOW, NOW + timedelta(days=1)]
    assert (await line.execute(counted)).scalar() == len(ROWS)
    assert (await line.execute(text("SELECT 7 AS seven"))).first().seven == 7


async def test_how_many_rows_were_changed(line):
    of_mia = update(things).where(things.c.name == bindparam("whose"))

    assert (await line.execute(of_mia, {"whose": "Mia", "on": None})).rowcount == 1
    assert (await line.execute(of_mia, [{"whose": "Mia", "on": None}] * 3)).rowcount == 3
    assert (await line.execute(of_mia, [])).rowcount == 0
    assert (await line.execute(delete(things))).rowcount == 3


async def test_many_rows_come_back_as_they_were_added(line):
    added = insert(things).returning(things.c.id, things.c.name)
    names = [f"client {number}" for number in range(5)]

    rows = (await line.execute(added, [{"name": one, "is_it": True} for one in names])).all()

    assert [row.name for row in rows] == names
    assert [row.id for row in rows] == [4, 5, 6, 7, 8]


async def test_a_part_is_undone_alone(line):
    async def fail() -> None:
        async with line.begin_nested():
            await line.execute(delete(things))
            async with line.begin_nested():
                raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    async with line.begin_nested():
        await line.execute(delete(things).where(things.c.id == 1))

    assert [row.id for row in (await line.execute(select(things))).all()] == [2, 3]


async def test_what_is_not_committed_is_undone(pool):
    async with pool.begun() as line:
        await line.execute(insert(things), {"is_it": True})

    async with pool.begun() as line:
        assert (await line.execute(select(things))).first() is None


async def test_a_cancelled_commit_is_carried_through(pool):
    """The connection is not lent on while its commit is still on its way."""

    async def keep() -> None:
        async with pool.begun() as line:
            await line.execute(insert(things), {"is_it": True})
            await line.commit()

    keeping = asyncio.ensure_future(keep())
    await asyncio.sleep(0)  # it has written, and waits for the disk
    keeping.cancel()
    with pytest.raises(asyncio.CancelledError):
        await keeping

    async with pool.begun() as line:
        assert len((await line.execute(select(things))).all()) == 1


async def test_a_connection_that_cannot_even_undo_is_given_up(pool):
    async with pool.begun() as line:
        line.close()

    async with pool.begun() as line:
        assert (await line.execute(select(things))).first() is None


async def test_whoever_finds_no_connection_waits(tmp_path, engine):
    """Eight look at once; the ninth takes the place of the first who is done."""
    readers = sqlite.reading(tmp_path / "things.db")
    looking, most = 0, 0

    async def look() -> None:
        nonlocal looking, most
        async with readers.begun() as line:
            looking += 1
            most = max(most, looking)
            await line.execute(select(things))
            await asyncio.sleep(0)
            looking -= 1

    await asyncio.gather(*(look() for _ in range(30)))
    await readers.close()

    assert most == 8


async def test_a_reader_cannot_write(tmp_path, engine):
    readers = sqlite.reading(tmp_path / "things.db")

    async with readers.begun() as line:
        with pytest.raises(sqlite3.OperationalError):
            await line.execute(insert(things), {"is_it": True})
    await readers.close()
