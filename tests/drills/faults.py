"""The fault drill: a fifth of all calls goes wrong; alerts get through, and nobody is pestered.

Everything runs in this process over real HTTP, on a fast clock. A call is told to come back later,
gets an error, loses its connection before or after it took effect, or hangs until nobody waits.
"""

import asyncio
import random
from collections import Counter, deque
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import ClientSession, ClientTimeout

from bot.app import App
from bot.cast import EVENING
from bot.emulator.faults import Fault
from bot.emulator.server import Server
from bot.emulator.telegram import Telegram
from bot.simulation import calls
from bot.simulation.calls import Arrived
from bot.simulation.invariants import check
from dialogs.care.warning_signs import Tier
from dialogs.messages import Message
from dialogs.playbook import load
from storage import books as bookkeeping
from storage.books import Books
from storage.outbox import Lane
from tests.drills import house
from tests.drills.drill import Outcome, Terms
from tests.drills.house import COUNSELOR_CHAT, SPONSOR_CHAT, Clinic, FastClock
from tests.drills.kill import PATIENCE, on_their_way
from tests.drills.people import Client, Diary, Staff

CLIENTS = 8
SPEED = 20
SHARE = 0.2
PATIENT = ClientTimeout(total=1.0, connect=0.5)
HANGS = 1.6
WRITING = "[seda]*"  # send, edit, delete and answer, by their first letter
LONGEST_SECONDS = 300.0
QUIET_SECONDS = 60.0
ONCE = (Lane.REMINDER, Lane.BULK)


@dataclass(frozen=True, slots=True)
class Scene:
    """A program that lives behind a bad line."""

    terms: Terms
    clock: FastClock
    telegram: Telegram
    server: Server
    app: App
    clinic: Clinic
    diary: Diary

    @property
    def sends(self) -> int:
        """How many messages were tried so far."""
        return self.telegram.counts["sendMessage"]


async def faults(terms: Terms) -> Outcome:
    """Let people answer, and lay what may come only once, while calls go wrong."""
    wanted = terms.either(600, 5000)
    async with _scene(terms) as scene, ClientSession() as session:
        _strike(scene.telegram)
        stop = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            for one in _people(scene, session):
                group.create_task(one.live(stop))
            group.create_task(_once_only(scene, stop))
            async with asyncio.timeout(LONGEST_SECONDS * terms.either(1, 8)):
                while scene.sends < wanted:
                    terms.tell(f"{scene.sends} of {wanted} sends")
                    await asyncio.sleep(0.5)
            stop.set()
        scene.telegram.faults.clear()
        await _until_quiet(scene)
        return await _judged(scene)


@asynccontextmanager
async def _scene(terms: Terms) -> AsyncIterator[Scene]:
    """Start a pretend Telegram and the program, alive, in this process."""
    clock = FastClock.from_now(EVENING, SPEED)
    clinic = await house.found(terms.folder, clock.now(), CLIENTS)
    telegram = Telegram(house.TOKEN, clock.now, seed=terms.seed)
    telegram.journal = deque()
    house.introduce(telegram, CLIENTS)
    server = Server(telegram)
    await server.start(0)
    bot = _impatient_bot(server.url)
    async with house.living(terms.folder, bot, clock.now, clock.seconds, load()) as app:
        living = asyncio.ensure_future(app.run())
        try:
            yield Scene(terms, clock, telegram, server, app, clinic, Diary())
        finally:
            app.stop()
            await living
            await server.stop()


def _impatient_bot(url: str) -> Bot:
    """Make a bot as `connect` does, but for one that gives up sooner."""
    patience: Any = PATIENT
    server = TelegramAPIServer.from_base(url)
    return Bot(house.TOKEN, session=AiohttpSession(api=server, timeout=patience))


def _strike(telegram: Telegram) -> None:
    """Put a fifth of all calls that write in danger, and some of those that fetch."""
    kinds: Sequence[Fault] = (
        Fault("too_many", retry_after=3),
        Fault("server_error", code=500),
        Fault("server_error", code=502),
        Fault("reset"),
        Fault("answer_lost"),
        Fault("hang", seconds=HANGS),
    )
    for fault in kinds:
        fault.method, fault.count, fault.probability = WRITING, None, SHARE / len(kinds)
        telegram.faults.set(fault)
    telegram.faults.set(Fault("reset", method="getUpdates", count=None, probability=0.03))


def _people(scene: Scene, session: ClientSession) -> list[Client | Staff]:
    dice = random.Random(scene.terms.seed)  # noqa: S311 - repeatable, no secret
    found: list[Client | Staff] = []
    for chat in (*house.chats(CLIENTS), COUNSELOR_CHAT, SPONSOR_CHAT):
        kind = Staff if chat in {COUNSELOR_CHAT, SPONSOR_CHAT} else Client
        own = random.Random(dice.random())  # noqa: S311 - as above
        found.append(kind(scene.server.url, chat, session, scene.diary, own))
    return found


async def _once_only(scene: Scene, stop: asyncio.Event) -> None:
    """Lay messages that must never come twice: a reminder or good news, now and then."""
    number = 0
    while not stop.is_set():
        async with scene.app.ground.database.unit_of_work() as uow:
            for client in scene.clinic.clients:
                number += 1
                lane = ONCE[number % 2]
                message = Message(f"{lane.name.lower()} {number} comes once")
                now = scene.clock.now()
                await uow.outbox.add(client.id, message, lane=lane, kind="once", now=now)
        await asyncio.sleep(2)


async def _until_quiet(scene: Scene) -> None:
    """Wait until all that can be sent has been."""
    for _ in range(round(QUIET_SECONDS / 0.5)):
        await asyncio.sleep(0.5)
        books = await bookkeeping.read(scene.app.ground.database)
        if not on_their_way(books, scene.clock.now()):
            return


async def _judged(scene: Scene) -> Outcome:
    database, journal = scene.app.ground.database, list(scene.telegram.journal)
    now = scene.clock.now()
    wrong = [str(one) for one in await check(database, journal, now, patience=PATIENCE)]
    books = await bookkeeping.read(database)
    messages = calls.arrived(journal)
    lost = alerts_not_delivered(books, messages)
    wrong += lost
    wrong += _came_twice(messages)
    unmarked, marked = copies_of_pages(books, messages)
    wrong += unmarked
    wrong += [f"no reaction: {where}" for where in scene.diary.stuck]
    if on_their_way(books, now):
        wrong.append("messages were still on their way when all was well again")
    sends = scene.sends
    figure = (
        f"{scene.telegram.faults.struck} faults, {len(lost)} of {_urgent(books)} alerts lost,"
        f" {marked} pages came again and say so, {_never(books, messages)} questions had to be"
        " asked at the next contact"
    )
    return Outcome(f"{sends} sends", figure, wrong)


def alerts_not_delivered(books: Books, messages: Sequence[Arrived]) -> list[str]:
    """Find urgent alerts of which nobody on the staff has a message with their number."""
    texts = [one.text.casefold() for one in messages if one.chat_id < house.FIRST_CHAT]
    return [
        f"alert {alert.number} was never delivered"
        for alert in books.alerts
        if alert.tier is Tier.NOW and not any(f"alert {alert.number}" in text for text in texts)
    ]


def copies_of_pages(books: Books, messages: Sequence[Arrived]) -> tuple[list[str], int]:
    """Count the pages that came again: those that do not say so are wrong.

    Returns:
        What is wrong, and how many copies are marked.

    """
    meant = Counter(
        (books.people[row.person_id].chat_id, str(row.alert_id))
        for row in books.outbox
        if row.kind == "page"
    )
    refs = {alert.ref: str(alert.number) for alert in books.alerts}
    plain: Counter[tuple[int | None, str]] = Counter()
    marked = 0
    for one in messages:
        if one.is_edit or not one.args_of("open") or not one.args_of("take"):
            continue
        if one.text.startswith("(repeat)"):
            marked += 1
        else:
            plain[one.chat_id, refs[one.args_of("take")[0][0]]] += 1
    wrong = [
        f"alert {number}: {count} pages that look new, {meant[chat, number]} were meant"
        for (chat, number), count in plain.items()
        if count > meant[chat, number]
    ]
    return wrong, marked


def _came_twice(messages: Sequence[Arrived]) -> list[str]:
    came = Counter(one.text for one in messages if one.text.endswith(" comes once"))
    return [f"{text!r} came {count} times" for text, count in came.items() if count > 1]


def _urgent(books: Books) -> int:
    return sum(alert.tier is Tier.NOW for alert in books.alerts)


def _never(books: Books, messages: Sequence[Arrived]) -> int:
    """Count the questions that nobody saw: given up after two tries, as they are meant to be."""
    shown = {(session, turn) for _, session, turn in calls.questions(messages)}
    asked = {(row.session_id, row.turn) for row in books.outbox if row.state == "unknown"}
    return len({place for place in asked if place[0] is not None} - shown)
