"""A small clinic for the drills: clients with a plan, a counselor, a sponsor and an admin.

It is written straight into a fresh database, so that a drill begins where people answer.
"""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from aiogram import Bot

from bot.actions.check_ins import to_plan
from bot.actions.welcome import House
from bot.app import App, Ground
from bot.cast import COUNTRY, LANGUAGE, ZONE, mias_plan
from bot.clock import Clock, monotonic
from bot.emulator.telegram import Telegram
from dialogs.care.consent import Category, Grant
from dialogs.care.people import Person, Role
from dialogs.playbook import Playbook
from storage.check_ins import Planned
from storage.unit_of_work import Database, UnitOfWork

TOKEN = "42:DRILL"  # noqa: S105 - our own emulator's
FIRST_CHAT = 7_000_001_000
COUNSELOR_CHAT, SPONSOR_CHAT, ADMIN_CHAT, STRANGER_CHAT = range(FIRST_CHAT - 4, FIRST_CHAT)
STAFF = {COUNSELOR_CHAT: "Dana", SPONSOR_CHAT: "Sam", ADMIN_CHAT: "Ada"}
DATABASE, KEYS, CARDS = "house.db", "house.key", "house.cards"
LONG_AGO = timedelta(days=20)


@dataclass(frozen=True, slots=True)
class FastClock:
    """A clock that runs ``speed`` times as fast as ours; every process reads the same from it."""

    start: datetime
    began: float
    speed: float

    @classmethod
    def from_now(cls, start: datetime, speed: float) -> "FastClock":
        """Start the clock."""
        return cls(start, monotonic(), speed)

    @classmethod
    def read(cls, text: str) -> "FastClock":
        """Read what `__str__` wrote, in another process."""
        start, began, speed = text.split(",")
        return cls(datetime.fromisoformat(start), float(began), float(speed))

    def __str__(self) -> str:
        return f"{self.start.isoformat()},{self.began!r},{self.speed!r}"

    def now(self) -> datetime:
        """Return what the clock shows."""
        return self.start + timedelta(seconds=self.seconds())

    def seconds(self) -> float:
        """Return the seconds that have passed on it."""
        return (monotonic() - self.began) * self.speed


@dataclass(frozen=True, slots=True)
class Clinic:
    """Who lives in the database: person ids by chat, clients in order."""

    clients: Sequence[Person]
    counselor: Person
    sponsor: Person


def chats(clients: int) -> list[int]:
    """Return the chats of the clients."""
    return [FIRST_CHAT + number for number in range(clients)]


def introduce(telegram: Telegram, clients: int) -> None:
    """Give everybody a phone on which they have started the bot."""
    for chat in chats(clients):
        telegram.add_user(chat, f"Client{chat - FIRST_CHAT}", language=LANGUAGE).started = True
    for chat, name in STAFF.items():
        telegram.add_user(chat, name, language=LANGUAGE).started = True


async def opened(folder: Path, *, create: bool = False, read_only: bool = False) -> Database:
    """Open the database of a folder."""
    url = f"sqlite:///{folder / DATABASE}"
    return await Database.open(url, folder / KEYS, create=create, read_only=read_only)


async def found(folder: Path, now: datetime, clients: int, *, scheduled: bool = True) -> Clinic:
    """Make the database and let everybody move in.

    Args:
        folder: An empty one.
        now: What the clock shows.
        clients: How many there are.
        scheduled: Whether their next evening check-in is planned.

    """
    database = await opened(folder, create=True)
    try:
        async with database.unit_of_work() as uow:
            return await _move_in(uow, now, clients, scheduled=scheduled)
    finally:
        await database.close()


async def _move_in(uow: UnitOfWork, now: datetime, clients: int, *, scheduled: bool) -> Clinic:
    at = now - LONG_AGO
    dana, sam, ada = [await _person(uow, chat, name, at) for chat, name in STAFF.items()]
    await uow.people.join(ada.id, None, Role.ADMIN, at)
    found = []
    for chat in chats(clients):
        client = await _person(uow, chat, f"Client{chat - FIRST_CHAT}", at)
        await uow.people.join(client.id, client.id, Role.CLIENT, at)
        await _belong(uow, client, dana, Role.COUNSELOR, frozenset(Category), at)
        await _belong(uow, client, sam, Role.SPONSOR, frozenset({Category.ALERTS}), at)
        plan = await uow.plans.save(mias_plan(client.id, dana.id, at))
        if scheduled:
            await uow.check_ins.plan_many(to_plan(client, plan, now))
        found.append(client)
    return Clinic(found, dana, sam)


async def _person(uow: UnitOfWork, chat: int, name: str, at: datetime) -> Person:
    return await uow.people.add(chat, name, language=LANGUAGE, country=COUNTRY, zone=ZONE, now=at)


async def _belong(
    uow: UnitOfWork,
    client: Person,
    person: Person,
    role: Role,
    categories: frozenset[Category],
    at: datetime,
) -> None:
    await uow.people.join(person.id, client.id, role, at)
    grant = Grant(
        id=0,
        client_id=client.id,
        recipient_id=person.id,
        categories=categories,
        purpose="care",
        since=at,
        until=None,
        revoked_at=None,
        text_version="1",
        text_hash="",
    )
    await uow.consents.grant(grant, at, by=client.id)


def planned(client: Person, due_at: datetime, slot: int) -> Planned:
    """Return one more check-in of a client, beside those of their plan."""
    local = due_at.astimezone(ZoneInfo(client.zone))
    return Planned(
        client_id=client.id,
        schedule="drill",
        dialog="daily_checkin",
        local_date=local.date(),
        slot=slot,
        due_at=due_at,
        zone=client.zone,
        local=local.isoformat(),
    )


@asynccontextmanager
async def living(
    folder: Path,
    bot: Bot,
    clock: Clock,
    seconds: Callable[[], float],
    playbook: Playbook,
    secret: str | None = None,
) -> AsyncIterator[App]:
    """Open the real program on a folder's database.

    Args:
        folder: Where `found` made it.
        bot: How it reaches its Telegram.
        clock: What time it is.
        seconds: The monotonic clock.
        playbook: All content.
        secret: That of the webhook; None: it polls.

    """
    database = await opened(folder)
    try:
        house = House(LANGUAGE, ZONE, COUNTRY, "handrail_bot")
        cards = folder / CARDS
        app = App(Ground(database, playbook, bot, clock, seconds, house, cards, secret))
        await app.prepare()
        yield app
    finally:
        await bot.session.close()
        await database.close()
