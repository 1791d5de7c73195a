"""The kill drill: the bot dies at random moments while people answer; nothing may be lost.

The bot is a process with real polling, live loops and a real database; the pretend Telegram is
another, which survives. `fork` does the same with many more, shorter lives.
"""

import asyncio
import json
import random
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from aiohttp import ClientSession

from bot.cast import EVENING
from bot.emulator.shapes import Call
from bot.simulation import calls
from bot.simulation.calls import Arrived
from bot.simulation.invariants import check
from bot.simulation.invariants.about_answers import is_red_flag
from dialogs.playbook import load
from storage import books as bookkeeping
from storage.books import Books
from tests.drills import house, processes
from tests.drills.drill import Outcome, Terms
from tests.drills.house import COUNSELOR_CHAT, SPONSOR_CHAT, FastClock
from tests.drills.people import Client, Diary, Staff
from tests.drills.processes import Pretend
from tests.drills.replay import compare, opens_a_list

CLIENTS = 4
FULL_SPEED, FORK_SPEED = 20, 50
MEAN_LIFE, LONGEST_LIFE = 2.5, 8.0
STILLBORN = 0.15
"""How many of the full kills come while the bot is still starting."""

EVERY = timedelta(minutes=20)
PROMPTS = 60
QUIET_SECONDS = 60.0
PATIENCE = timedelta(minutes=10)
"""Half a minute of ours at the speed of the fast clock: the beats run in our time."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Where the killing takes place."""

    terms: Terms
    clock: FastClock
    telegram: Pretend
    diary: Diary

    @property
    def folder(self) -> Path:
        """Where the database is."""
        return self.terms.folder


Killing = Callable[[Scene], Awaitable[int]]


async def full(terms: Terms) -> Outcome:
    """Kill the whole process, again and again."""
    return await _drill(terms, FULL_SPEED, _full_kills)


async def fork(terms: Terms) -> Outcome:
    """Kill forked bots, many more of them."""
    return await _drill(terms, FORK_SPEED, _fork_kills)


async def _drill(terms: Terms, speed: float, killing: Killing) -> Outcome:
    clock = FastClock.from_now(EVENING, speed)
    await _prepare(terms.folder, clock.now())
    async with processes.pretend(clock, CLIENTS) as telegram:
        scene = Scene(terms, clock, telegram, Diary())
        async with _people(scene) as stop:
            kills = await killing(scene)
            terms.tell("everybody stops; the last bot works off what is left")
            bot = await _bot(scene)
            stop.set()
        left = await _until_quiet(scene)
        status = await processes.end(bot)
        now = clock.now()
        journal = await telegram.journal(terms.folder / "journal")
    wrong = [f"the last bot ended with {status}"] if status else []
    wrong += [f"{left} messages were still on their way"] if left else []
    return await _judged(scene, kills, journal, now, wrong)


async def _prepare(folder: Path, now: datetime) -> None:
    """Make the database, with a check-in for everybody every twenty minutes."""
    clinic = await house.found(folder, now, CLIENTS)
    database = await house.opened(folder)
    try:
        async with database.unit_of_work() as uow:
            for client in clinic.clients:
                for slot in range(PROMPTS):
                    due_at = now + timedelta(minutes=client.id % 4) + slot * EVERY
                    await uow.check_ins.plan_many([house.planned(client, due_at, slot)])
    finally:
        await database.close()


@asynccontextmanager
async def _people(scene: Scene) -> AsyncIterator[asyncio.Event]:
    """Let everybody live with their phones until the event is set."""
    stop = asyncio.Event()
    dice = random.Random(scene.terms.seed)  # noqa: S311 - repeatable, no secret
    url, diary = scene.telegram.url, scene.diary
    async with ClientSession() as session, asyncio.TaskGroup() as group:
        for chat in house.chats(CLIENTS):
            client = Client(url, chat, session, diary, random.Random(dice.random()))  # noqa: S311
            group.create_task(client.live(stop))
        for chat in (COUNSELOR_CHAT, SPONSOR_CHAT):
            staff = Staff(url, chat, session, diary, random.Random(dice.random()))  # noqa: S311
            group.create_task(staff.live(stop))
        try:
            yield stop
        finally:
            stop.set()


async def _bot(scene: Scene, *more: str) -> Process:
    process = await processes.start_bot(scene.folder, scene.telegram.url, scene.clock, *more)
    if not more:
        await processes.read_line(process)
    return process


async def _full_kills(scene: Scene) -> int:
    """Start a bot, let it live for a while, kill it: so many times."""
    dice = random.Random(scene.terms.seed + 1)  # noqa: S311 - repeatable, no secret
    kills = scene.terms.either(16, 60)
    for number in range(1, kills + 1):
        process = await processes.start_bot(scene.folder, scene.telegram.url, scene.clock)
        if dice.random() < STILLBORN:
            await asyncio.sleep(dice.uniform(0.5, 3))
        else:
            await processes.read_line(process)
            await asyncio.sleep(min(LONGEST_LIFE, dice.expovariate(1 / MEAN_LIFE)))
        status = await processes.end(process, kindly=False)
        if status != -9:
            raise processes.Died(f"a bot ended by itself with {status}; see {scene.folder}/log")
        scene.terms.tell(f"{number} of {kills} kills, {len(scene.diary.replies)} replies")
    return kills


async def _fork_kills(scene: Scene) -> int:
    """Let the fork server kill its children."""
    forks = scene.terms.either(200, 2000)
    seed = str(scene.terms.seed)
    server = await _bot(scene, "--forks", str(forks), "--seed", seed)
    for number in range(1, forks + 1):
        told = json.loads(await processes.read_line(server))
        if not told["killed"]:
            raise processes.Died(f"bot {number} ended by itself; see {scene.folder}/log")
        if number % 10 == 0:
            scene.terms.tell(f"{number} of {forks} kills, {len(scene.diary.replies)} replies")
    await server.wait()
    return forks


async def _until_quiet(scene: Scene) -> int:
    """Wait until nothing is left to be sent now; return how many messages still are."""
    database = await house.opened(scene.folder, read_only=True)
    left = 0
    try:
        for _ in range(round(QUIET_SECONDS / 0.5)):
            await asyncio.sleep(0.5)
            left = on_their_way(await bookkeeping.read(database), scene.clock.now())
            if not left:
                break
    finally:
        await database.close()
    return left


def on_their_way(books: Books, now: datetime) -> int:
    """Count the messages that are being sent or could be sent now."""
    return sum(
        row.state == "sending" or (row.state == "pending" and row.not_before <= now)
        for row in books.outbox
    )


async def _judged(
    scene: Scene, kills: int, journal: Sequence[Call], now: datetime, wrong: list[str]
) -> Outcome:
    database = await house.opened(scene.folder, read_only=True)
    try:
        wrong += map(str, await check(database, journal, now, patience=PATIENCE))
        books = await bookkeeping.read(database)
    finally:
        await database.close()
    messages = calls.arrived(journal)
    compared = compare(books, scene.diary.replies, _shown(messages), load())
    wrong += compared.lost + compared.doubled + compared.unexplained
    wrong += _swallowed(scene.diary, books, journal)
    wrong += _acknowledged_alerts_are_taken(books, messages)
    wrong += [f"no reaction: {where}" for where in scene.diary.stuck]
    wrong += [f"update {number} was put aside: {error}" for number, error in books.poison.items()]
    flags = sum(is_red_flag(row.answer) for row in books.answers)
    figure = (
        f"{len(compared.lost)} of {compared.acknowledged} acknowledged answers lost,"
        f" {len(compared.doubled)} doubled, {flags} red flags in {len(books.alerts)} alerts,"
        f" {repeats(messages)} messages twice"
    )
    return Outcome(f"{kills} kills", figure, wrong)


def repeats(messages: Sequence[Arrived]) -> int:
    """Count questions and pages that came again: the price of never losing one."""
    places = [(session, turn, one.text) for one, session, turn in calls.questions(messages)]
    return len(places) - len(set(places)) + sum("(repeat)" in one.text for one in messages)


def _shown(messages: Sequence[Arrived]) -> dict[str, int]:
    shown: dict[str, int] = {}
    for _, session, turn in calls.questions(messages):
        shown[session] = max(turn, shown.get(session, 0))
    return shown


def _swallowed(diary: Diary, books: Books, journal: Sequence[Call]) -> list[str]:
    """Find taps that count as worked on, were not refused in words, and changed nothing."""
    updates = {
        raw["callback_query"]["id"]: raw["update_id"]
        for call in journal
        if call.method == "getUpdates" and call.ok
        for raw in call.result or ()
        if "callback_query" in raw
    }
    refused = {
        str(call.params.get("callback_query_id"))
        for call in journal
        if call.method == "answerCallbackQuery" and call.params.get("text")
    }
    return [
        f"tap {done.id} on turn {done.place[1]} of {done.place[0]} was swallowed"
        for done in diary.replies
        if updates.get(done.id) in books.updates
        and done.id not in refused
        and not opens_a_list(done.reply)
        and books.sessions[done.place[0]].turn <= done.place[1]
    ]


def _acknowledged_alerts_are_taken(books: Books, messages: Sequence[Arrived]) -> list[str]:
    """Hold what staff were told they have against what is stored."""
    alerts = {alert.ref: alert for alert in books.alerts}
    told = {args[0] for one in messages for args in one.args_of("outcome")}
    return [
        f"alert {alerts[ref].number} was given to somebody and is not taken"
        for ref in sorted(told)
        if alerts[ref].taken_at is None
        and alerts[ref].reminded_at is None
        and not _came_back(alerts[ref].number, messages)
    ]


def _came_back(number: int, messages: Sequence[Arrived]) -> bool:
    """Tell whether a taken alert went back on the ladder, and its holder heard of it."""
    return any(f"No word on alert {number}," in one.text for one in messages)
