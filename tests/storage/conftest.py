"""What the storage tests share: a migrated database to copy, and somebody to keep in it."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from dialogs.care import escalation
from dialogs.care.escalation import Alert, Ladder, Rung
from dialogs.care.people import Person
from dialogs.care.warning_signs import Tier, WarningSign, Why
from dialogs.engine.session import Answer, Session
from dialogs.messages import Message
from storage.outbox import Lane
from storage.unit_of_work import Database

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
LEASE = timedelta(seconds=20)

Meet = Callable[..., Awaitable[Person]]


async def _make(folder: Path) -> None:
    database = await Database.open(
        f"sqlite:///{folder / 'handrail.db'}", folder / "keys.json", create=True
    )
    await database.close()


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an empty, migrated database and its key file: made once, copied for each."""
    folder = tmp_path_factory.mktemp("template")
    asyncio.run(_make(folder))
    return folder


@pytest.fixture
def home(template: Path, tmp_path: Path) -> Path:
    """A folder of this test's own with a fresh database in it."""
    for name in ("handrail.db", "keys.json"):
        shutil.copy(template / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def url(home: Path) -> str:
    return f"sqlite:///{home / 'handrail.db'}"


@pytest.fixture
async def database(home: Path, url: str) -> AsyncIterator[Database]:
    """A fresh database, open."""
    opened = await Database.open(url, home / "keys.json", create=False)
    yield opened
    await opened.close()


@pytest.fixture
def now() -> datetime:
    return NOON


@pytest.fixture
def meet(database: Database) -> Meet:
    """Take in somebody by name, in a transaction of their own."""

    async def take_in(name: str, chat_id: int | None = None) -> Person:
        async with database.unit_of_work() as uow:
            return await uow.people.add(
                chat_id, name, language="en", country="US", zone="America/New_York", now=NOON
            )

    return take_in


@pytest.fixture
async def mia(meet: Meet) -> Person:
    return await meet("Mia", 101)


@pytest.fixture
async def ana(meet: Meet) -> Person:
    return await meet("Ana", 202)


@pytest.fixture
def a_session() -> Callable[..., Session]:
    """Make a session of somebody's; what matters to a test is said by name."""

    def make(person: Person, **said: Any) -> Session:
        usual: dict[str, Any] = {
            "id": f"session-{person.id}",
            "dialog": "daily_checkin",
            "fingerprint": "f1",
            "step": "craving",
            "turn": 1,
            "answers": (),
            "path": ("craving",),
            "facts": {},
            "picked": (),
            "fixing": None,
            "state": "open",
            "due_at": None,
            "started_at": NOON,
            "touched_at": NOON,
        }
        return Session(person_id=person.id, **usual | said)

    return make


@pytest.fixture
def an_answer() -> Callable[..., Answer]:
    """Make an answer to a question."""

    def make(value: Any, step: str = "craving", **said: Any) -> Answer:
        usual: dict[str, Any] = {"name": step, "kind": "answered", "at": NOON}
        return Answer(step=step, value=value, **usual | said)

    return make


@pytest.fixture
def hello() -> Message:
    return Message("Hello")


@pytest.fixture
def an_alert() -> Callable[..., Alert]:
    """Open an alert about somebody, with one rung of people."""

    def make(client: Person, people: Sequence[Person], **said: Any) -> Alert:
        why = (Why("craving_high", {"value": 8, "usual": 3.5, "who": "me"}),)
        usual: dict[str, Any] = {
            "sign": "craving_unsafe",
            "tier": Tier.NOW,
            "why": why,
            "readings_at": (NOON,),
            "safety": True,
        }
        sign = WarningSign(**usual | said)
        ladder = Ladder((Rung(tuple(one.id for one in people), 15, 8),), 30, 15)
        return escalation.open_alert(sign, client.id, ladder, NOON)

    return make


@pytest.fixture
def corrupted():
    """Damage a sealed column, so that it does not open any more."""

    async def damage(uow, table, column, which):
        statement = f"UPDATE {table} SET {column} = x'01' WHERE {which}"  # noqa: S608 - our own names
        await uow._connection.execute(text(statement))  # noqa: SLF001 - a burglar's tool

    return damage


@pytest.fixture
def left(database, now):
    """Lay a message in the outbox, in a unit of its own."""

    async def lay(person, words="Hello", lane=Lane.REPLY, **said):
        async with database.unit_of_work() as uow:
            kind = said.pop("kind", "card")
            return await uow.outbox.add(
                person.id, Message(words), lane=lane, kind=kind, now=now, **said
            )

    return lay


@pytest.fixture
def claimed(database, now):
    """Claim what may go, and commit that."""

    async def claim(lanes=tuple(Lane), after=timedelta(), limit=100, exclude=()):
        async with database.unit_of_work() as uow:
            return await uow.outbox.claim(
                lanes, now + after, limit=limit, lease=LEASE, exclude_people=exclude
            )

    return claim


@pytest.fixture
def bodies(database):
    """Count the rows that still have a body."""

    async def count():
        async with database.reading() as uow:
            query = text("SELECT count(*) FROM outbox WHERE body IS NOT NULL")
            return (await uow._connection.execute(query)).scalar()  # noqa: SLF001 - no door shows it

    return count
