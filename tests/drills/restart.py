"""The downtime drill: the bot dies in the middle of an evening and comes back hours later.

Alerts climb at once, what we did not ask is *missed by us*, nobody gets a storm of messages, taps
that Telegram has given up are gone, and whoever comes back is asked again. The clock is a hand's.
"""

import random
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.app import App
from bot.cast import EVENING, ZONE
from bot.clock import TownClock
from bot.emulator.phone import NotOnScreen, Phone
from bot.emulator.telegram import Telegram
from bot.simulation.in_process import InProcess
from bot.simulation.invariants import check
from bot.town import walk
from dialogs.care.escalation import AlertState
from dialogs.care.rhythm import in_quiet_hours
from dialogs.playbook import Playbook, load
from storage import books as bookkeeping
from storage.books import Books
from storage.check_ins import CheckInState
from tests.drills import house
from tests.drills.drill import Outcome, Terms
from tests.drills.house import SPONSOR_CHAT, Clinic

OUTAGES = tuple(timedelta(hours=hours) for hours in (3, 5, 8, 13.5, 22, 26))
SLOTS = (25, 65, 290, 780, 1260, 1300, 1500)
"""When more check-ins come due, in minutes after five to eight in the evening."""
CLIENTS = 12
WINDOW = timedelta(hours=4)
MINUTE = timedelta(minutes=1)
_EVENINGS = ((), ("/now",), ("Start", "No", "9"), ("Start", "No", "9", "No"))
"""How far each kind of client has come when the bot dies."""
MOST_AT_ONCE = 4
"""How many new messages anybody may get in the first minute after an outage."""


@dataclass(frozen=True, slots=True)
class House:
    """One clinic with its phones, and the program while it lives."""

    folder: Path
    playbook: Playbook
    clock: TownClock
    telegram: Telegram
    clinic: Clinic
    phones: dict[int, Phone]

    @asynccontextmanager
    async def alive(self) -> AsyncIterator[App]:
        """Let the program run on what is in the folder; it ends without a farewell."""
        bot = InProcess.bot(self.telegram)
        seconds = self.clock.monotonic
        async with house.living(self.folder, bot, self.clock.now, seconds, self.playbook) as app:
            yield app

    def phone(self, chat: int) -> Phone:
        """Return somebody's phone."""
        return self.phones[chat]


async def restart(terms: Terms) -> Outcome:
    """Let the program be down for hours, several times, each in a fresh clinic."""
    rounds = terms.either(2, 12)
    playbook, wrong, late = load(), list[str](), 0
    for number in range(rounds):
        for outage in OUTAGES:
            folder = terms.folder / f"{number}-{outage.total_seconds() / 3600:.1f}h"
            folder.mkdir()
            dice = random.Random(f"{terms.seed}/{number}/{outage}")  # noqa: S311 - repeatable
            found, missed = await _one(folder, playbook, outage, dice)
            wrong += [f"{folder.name}: {words}" for words in found]
            late += missed
            terms.tell(f"round {number + 1} of {rounds}, {folder.name}")
    n = f"{rounds * len(OUTAGES)} outages of 3-26 h x {CLIENTS} clients"
    storms = sum("at once" in words or "than one" in words for words in wrong)
    return Outcome(n, f"{late} check-ins missed by us, {storms} storms", wrong)


async def _one(
    folder: Path, playbook: Playbook, outage: timedelta, dice: random.Random
) -> tuple[list[str], int]:
    scene = await moved_in(folder, playbook)
    async with scene.alive() as app:
        await _evening(scene, app, dice)
    died_at = scene.clock.now()
    tapped = _tap_into_nothing(scene)
    scene.clock.walk_to(died_at + outage)  # a jump: nobody was there to walk it
    async with AsyncExitStack() as stack:
        app = await stack.enter_async_context(scene.alive())
        back_at = scene.clock.now()
        await walk(app, scene.clock, back_at + MINUTE)
        books = await bookkeeping.read(app.ground.database)
        wrong = _at_once(scene, books, died_at, back_at)
        wrong += _no_storm(scene, books, back_at)
        wrong += _missed_by_us(books, died_at, back_at)
        wrong += _asked_late(scene, books, died_at, back_at)
        wrong += await _asked_again(scene, app, tapped)
        now = scene.clock.now()
        wrong += map(str, await check(app.ground.database, scene.telegram.journal, now))
    return wrong, sum(row.state == CheckInState.MISSED_BY_US for row in books.check_ins)


async def moved_in(folder: Path, playbook: Playbook, clients: int = CLIENTS) -> House:
    """Make a clinic at five to eight, with more check-ins planned through the night."""
    clock = TownClock(EVENING)
    clinic = await house.found(folder, clock.now(), clients)
    telegram = Telegram(house.TOKEN, clock.now)
    house.introduce(telegram, clients)
    phones = {chat: Phone(telegram, chat, str(chat)) for chat in telegram.users}
    database = await house.opened(folder)
    try:
        async with database.unit_of_work() as uow:
            for client in clinic.clients:
                more = [
                    house.planned(client, EVENING + timedelta(minutes=minutes), slot)
                    for slot, minutes in enumerate(SLOTS)
                ]
                await uow.check_ins.plan_many(more[client.id % 3 :])
    finally:
        await database.close()
    return House(folder, playbook, clock, telegram, clinic, phones)


async def _evening(scene: House, app: App, dice: random.Random) -> None:
    """Let it become eight; each comes as far as they come, one of four into danger."""
    await walk(app, scene.clock, EVENING + 6 * MINUTE)
    for number, chat in enumerate(house.chats(CLIENTS)):
        for act in _EVENINGS[number % len(_EVENINGS)]:
            (scene.phone(chat).says if act.startswith("/") else scene.phone(chat).taps)(act)
            await walk(app, scene.clock, scene.clock.now() + timedelta(seconds=4))
    await walk(app, scene.clock, scene.clock.now() + dice.uniform(0.1, 8) * MINUTE)


def _tap_into_nothing(scene: House) -> list[int]:
    """Let those with an open question answer it while nobody listens."""
    tapped = []
    for chat in house.chats(CLIENTS)[1::4]:
        scene.phone(chat).taps("5")
        tapped.append(chat)
    return tapped


def _at_once(scene: House, books: Books, died_at: datetime, back_at: datetime) -> list[str]:
    """Check that every alert that was open has been passed to somebody else at once."""
    told = {one.text for one in scene.telegram.messages(SPONSOR_CHAT) if one.at >= back_at}
    return [
        f"alert {alert.number} did not climb at once"
        for alert in books.alerts
        if alert.raised_at < died_at
        and alert.state is AlertState.RAISED
        and not any(f"alert {alert.number} " in text.casefold() for text in told)
    ]


def _no_storm(scene: House, books: Books, back_at: datetime) -> list[str]:
    """Check that nobody got many messages, two prompts, or a reminder at night."""
    wrong = []
    local = back_at.astimezone(ZoneInfo(ZONE)).time()
    for client in scene.clinic.clients:
        assert client.chat_id is not None
        new = [
            one
            for one in scene.telegram.messages(client.chat_id)
            if one.sender == "bot" and one.at >= back_at
        ]
        if len(new) > MOST_AT_ONCE:
            wrong.append(f"client {client.id} got {len(new)} messages at once")
        data = [one.data or "" for message in new for row in message.buttons for one in row]
        if sum(one.startswith("later:") for one in data) > 1:
            wrong.append(f"client {client.id} got more than one prompt")
        only_begin = any("begin:" in one for one in data) and "later:" not in "".join(data)
        if only_begin and in_quiet_hours(local, client.quiet_from, client.quiet_to):
            wrong.append(f"client {client.id} was reminded in quiet hours")
    return wrong


def _missed_by_us(books: Books, died_at: datetime, back_at: datetime) -> list[str]:
    """Check that a window that closed while we were down is not held against anybody."""
    wrong = []
    for row in books.check_ins:
        closed_at = row.closes_at or row.due_at + WINDOW
        ours = died_at < closed_at <= back_at and row.state != CheckInState.FINISHED
        if ours and row.state != CheckInState.MISSED_BY_US:
            wrong.append(f"check-in {row.id} closed while we were down and is {row.state}")
        if row.state == CheckInState.MISSED_BY_US and not died_at < row.due_at + WINDOW:
            wrong.append(f"check-in {row.id} is called missed by us and was not")
    return wrong


def _asked_late(scene: House, books: Books, died_at: datetime, back_at: datetime) -> list[str]:
    """Check that by day whoever still has time is asked after all, late as it is."""
    wrong = []
    local = back_at.astimezone(ZoneInfo(ZONE)).time()
    for client in scene.clinic.clients:
        if in_quiet_hours(local, client.quiet_from, client.quiet_to):
            continue
        due = [
            row.state
            for row in books.check_ins
            if row.client_id == client.id and died_at < row.due_at <= back_at < row.due_at + WINDOW
        ]
        if due and due.count(CheckInState.DELIVERED) != 1:
            wrong.append(f"client {client.id} had time left and was not asked")
    return wrong


async def _asked_again(scene: House, app: App, tapped: Sequence[int]) -> list[str]:
    """Check that a lapsed tap did nothing, and that its question comes back on contact."""
    wrong = []
    if len(scene.telegram.updates):
        wrong.append("updates still wait after the program came back")
    for chat in tapped:
        phone = scene.phone(chat)
        phone.says("hello?")
        await walk(app, scene.clock, scene.clock.now() + timedelta(seconds=8))
        try:
            phone.taps("5")
        except NotOnScreen:
            wrong.append(f"{chat} has nothing to answer: {phone.screen}")
            continue
        await walk(app, scene.clock, scene.clock.now() + timedelta(seconds=8))
        if not phone.sees("What set it off"):
            wrong.append(f"{chat} answered and was not asked on: {phone.screen}")
    return wrong
