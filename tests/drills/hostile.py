"""The hostile drill: thousands of updates that nobody should send, through the real webhook.

Nothing may crash, nothing may be written for whoever has no right to it, and the next good update
of the same chat must be worked on. No beat runs, so whatever changes was changed by an update.
"""

import asyncio
import hashlib
import json
import random
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientSession
from sqlalchemy import select

from bot.app import App
from bot.cast import EVENING
from bot.clock import TownClock
from bot.emulator.phone import Phone
from bot.emulator.telegram import Telegram
from bot.simulation.in_process import InProcess
from bot.web.server import Pages
from dialogs.playbook import load
from storage import books as bookkeeping
from storage import tables
from storage.unit_of_work import Database
from tests.drills import house, malice
from tests.drills.drill import Outcome, Terms
from tests.drills.house import ADMIN_CHAT, COUNSELOR_CHAT, SPONSOR_CHAT

SECRET = "drill_" + "s" * 40
CLIENTS = 4
AT_ONCE = 24
GOOD_EVERY = 40
SECONDS_APART = 2.0
"""On the program's clock, so that nobody here counts as a flood."""

_ALWAYS_WRITTEN = frozenset({"updates", "poison"})
_ANSWERED = _ALWAYS_WRITTEN | {"outbox"}
"""Somebody we know gets an answer to a tap that is not theirs; nothing else may change."""

EXPECTED = frozenset({"ValidationError", "UnreadableUpdate"})
"""Why an update may be put aside: it could not be read. Anything else is a fault of ours."""


@dataclass(slots=True)
class Tally:
    """What became of the calls."""

    sent: int = 0
    idle: float = 0.0
    number: int = 1_000_000
    wrong: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Door:
    """The webhook of a program, and the phones of those who have one."""

    terms: Terms
    app: App
    telegram: Telegram
    session: ClientSession
    url: str
    tally: Tally

    @property
    def database(self) -> Database:
        """Where nothing may change."""
        return self.app.ground.database

    def number(self) -> int:
        """Count up to the next update id."""
        self.tally.number += 1
        return self.tally.number

    async def brings(self, body: bytes, *, good: bool = False) -> None:
        """Bring one body, as Telegram would."""
        self.tally.sent += 1
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}
        async with self.session.post(self.url, data=body, headers=headers) as response:
            if response.status >= 500 or (good and response.status != 200):
                self.tally.wrong.append(f"call {self.tally.sent} was answered {response.status}")


async def hostile(terms: Terms) -> Outcome:
    """Bring everything, and look at the database after each kind of sender."""
    each = terms.either(6000, 24_000)
    dice = random.Random(terms.seed)  # noqa: S311 - repeatable, no secret
    async with open_door(terms) as door:
        await _open_something(door)
        async with _unchanged(door, "strangers", _ALWAYS_WRITTEN):
            await _storm(door, each, lambda: _written(malice.stranger(dice, door.number())))
        async with _unchanged(door, "broken bodies", _ALWAYS_WRITTEN):
            await _storm(door, each // 4, lambda: malice.body(dice, door.number()))
        presses = _presses(door)
        async with _unchanged(door, "forged taps", _ANSWERED):
            await _storm(door, each, lambda: _written(_forged_tap(dice, door, presses)))
        chats = (*house.chats(CLIENTS), COUNSELOR_CHAT, SPONSOR_CHAT, ADMIN_CHAT)
        await _storm(door, each, lambda: _written(malice.known(dice, door.number(), chats)))
        poison = (await bookkeeping.read(door.database)).poison
    ours = [f"update {number}: {why}" for number, why in poison.items() if why not in EXPECTED]
    wrong = [*door.tally.wrong, *ours]
    figure = (
        f"{len(malice.KINDS)} kinds, {len(poison)} put aside as unreadable, {len(ours)} crashes,"
        f" {sum('changed' in one for one in wrong)} writes for whoever may not"
    )
    return Outcome(f"{door.tally.sent} updates", figure, wrong)


@asynccontextmanager
async def open_door(terms: Terms) -> AsyncIterator[Door]:
    """Open the program's webhook; no beat and no sender run behind it."""
    clock, tally = TownClock(EVENING), Tally()
    await house.found(terms.folder, clock.now(), CLIENTS, scheduled=False)
    telegram = Telegram(house.TOKEN, clock.now)
    house.introduce(telegram, CLIENTS)
    bot = InProcess.bot(telegram)

    def seconds() -> float:
        return tally.sent * SECONDS_APART + tally.idle

    async def at_once(_: float) -> None:
        """Wait for nothing between two tries: patience is not what is drilled."""

    living = house.living(terms.folder, bot, clock.now, seconds, load(), SECRET)
    async with living as app, ClientSession() as session:
        app.handling._pause = at_once  # noqa: SLF001 - see its docstring
        pages = Pages(app.health, app.figures, app.ground.database)
        async with pages.served("127.0.0.1", 0, webhook=app.inbox.webhook) as (host, port):
            yield Door(terms, app, telegram, session, f"http://{host}:{port}/telegram", tally)


async def _open_something(door: Door) -> None:
    """Let there be open questions, an open alert and its page, for others to reach for."""
    for chat in house.chats(CLIENTS):
        phone = Phone(door.telegram, chat, str(chat))
        for act in (lambda p=phone: p.says("/now"), lambda p=phone: p.taps("9")):
            act()
            await settle(door)
    Phone(door.telegram, house.FIRST_CHAT, "in danger").taps("No")
    await settle(door)


async def settle(door: Door) -> None:
    """Bring what people just did, and send what waits."""
    for waiting in list(door.telegram.updates.heads()):
        await door.brings(json.dumps(waiting.json()).encode(), good=True)
        door.telegram.updates.delivered(waiting)
    for _ in range(3):
        door.tally.idle += 10
        await door.app.sender.flush(door.app.ground.clock())


async def _storm(door: Door, count: int, make: Callable[[], bytes]) -> None:
    """Bring so many bodies, some at once; every now and then a good one must still work."""
    for number in range(0, count, AT_ONCE):
        made = [make() for _ in range(min(AT_ONCE, count - number))]
        await asyncio.gather(*map(door.brings, made))
        door.terms.tell(f"{door.tally.sent} updates")
        if number % GOOD_EVERY < AT_ONCE:
            await _still_listens(door)


async def _still_listens(door: Door) -> None:
    """Let a stranger ask for help; they must get it."""
    who = malice.FIRST_STRANGER + door.tally.sent % malice.STRANGERS
    if who not in door.telegram.users:
        door.telegram.add_user(who, "Nobody").started = True
    before = len(door.telegram.messages(who))
    person = {"id": who, "is_bot": False, "first_name": "Nobody"}
    message = {"message_id": 1, "date": 1_700_000_000, "chat": {"id": who, "type": "private"}}
    update = {"update_id": door.number(), "message": {**message, "from": person, "text": "/help"}}
    await door.brings(_written(update), good=True)
    if len(door.telegram.messages(who)) == before:
        door.tally.wrong.append(f"after {door.tally.sent} updates, a good one had no answer")


def _presses(door: Door) -> Mapping[int, list[str]]:
    """Collect what every button carries behind its masks, by the chat it stands in."""
    chats = (*house.chats(CLIENTS), COUNSELOR_CHAT)
    return {
        chat: [
            door.app.masks.show(one.data, chat)
            for message in door.telegram.messages(chat)
            for row in message.buttons
            for one in row
            if one.data
        ]
        for chat in chats
    }


def _forged_tap(
    dice: random.Random, door: Door, presses: Mapping[int, list[str]]
) -> dict[str, Any]:
    """Tap a button of somebody else's chat, as it is or changed, without any right to it.

    Half of them are masked for whoever taps, as though they had been shown there.
    """
    owner = dice.choice(list(presses))
    data = malice.forged(dice, dice.choice(presses[owner]))
    others = [ADMIN_CHAT, malice.FIRST_STRANGER, *house.chats(CLIENTS)]
    if owner != COUNSELOR_CHAT:  # a sponsor on the ladder may take an alert, and so may she
        others += [COUNSELOR_CHAT, SPONSOR_CHAT]
    who = dice.choice([one for one in others if one != owner])
    person = {"id": who, "is_bot": False, "first_name": "Somebody"}
    message = {"message_id": 1, "date": 1, "chat": {"id": who, "type": "private"}}
    query = {"id": str(door.number()), "from": person, "message": message, "chat_instance": "1"}
    if dice.random() < 1 / 2:
        data = door.app.masks.hide(data, who)
    return {"update_id": door.number(), "callback_query": {**query, "data": data}}


@asynccontextmanager
async def _unchanged(door: Door, whose: str, besides: Collection[str]) -> AsyncIterator[None]:
    """Make sure that no table changes meanwhile but those named."""
    before = await _digests(door.database, besides)
    yield
    after = await _digests(door.database, besides)
    changed = sorted(name for name in before if before[name] != after[name])
    door.tally.wrong += [f"{name} changed under {whose}" for name in changed]


async def _digests(database: Database, besides: Collection[str]) -> dict[str, str]:
    """Return a digest of the whole content of each table."""
    found = {}
    async with database.reading() as uow:
        for name, table in tables.metadata.tables.items():
            if name in besides:
                continue
            rows = await uow._connection.execute(select(table))  # noqa: SLF001 - looks behind it
            content = sorted(map(repr, rows.all()))
            found[name] = hashlib.sha256("\n".join(content).encode()).hexdigest()
    return found


def _written(update: Mapping[str, Any]) -> bytes:
    """Write an update as JSON; what JSON cannot say (a lone surrogate) is escaped."""
    return json.dumps(update).encode()
