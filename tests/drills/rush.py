"""The rush: ten thousand prompts wait, somebody floods, and every red flag is paged in seconds.

The bot and the pretend Telegram are processes of their own, the clock is the real one, and flood
control is as strict as Telegram's. What counts is Telegram's own journal: when a page arrived.
"""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import cycle

from aiohttp import ClientSession

from bot.cast import EVENING
from bot.emulator.phone import RemotePhone
from bot.emulator.shapes import TOO_MANY, Call
from bot.simulation import calls
from bot.simulation.calls import Arrived
from bot.simulation.invariants import Violation, check
from bot.telegram.limits import BOT, KEPT_FOR_URGENT
from storage import books as bookkeeping
from storage.books import Books
from tests.drills import house, processes
from tests.drills.drill import Outcome, Terms
from tests.drills.house import FastClock
from tests.drills.kill import PATIENCE

WAITING = 10_000
SETTLES_SECONDS = 12.0
FLOOD_PER_SECOND = 30
EVERY_SECONDS = 1.8
"""How often a red flag comes: one counselor's chat takes one message a second."""

ROW_WITHIN, PAGE_WITHIN, SHARE = 1.0, 5.0, 0.9
P99 = 0.99

DANGER = (
    "I want to kill myself tonight",
    "/sos",
    "i took all my pills and i cant stay awake",
)
ANSWER = "No"
"""What somebody types when ``/sos`` has asked whether they are safe."""

ANSWERS_AFTER = 2.5
CHATTER = ("hello?", "are you there", "ok", "anybody", "why does nobody answer")


@dataclass(frozen=True, slots=True)
class Flag:
    """A red flag: who raised it, and when they pressed the button that sends it."""

    chat: int
    at: datetime


async def rush(terms: Terms) -> Outcome:
    """Lay ten thousand prompts, let one person flood and others be in danger, and look back."""
    seconds = terms.either(60, 300)
    clock = FastClock.from_now(EVENING, 1.0)
    await _prepare(terms, clock.now() + timedelta(seconds=SETTLES_SECONDS))
    async with processes.pretend(clock, WAITING, "--strict") as telegram:
        bot = await processes.start_bot(terms.folder, telegram.url, clock)
        await processes.read_line(bot)
        await asyncio.sleep(2 * SETTLES_SECONDS)
        async with ClientSession() as session, asyncio.TaskGroup() as group:
            began = clock.now()
            danger = group.create_task(_in_danger(terms, telegram.url, session, clock, seconds))
            flood = group.create_task(_flood(telegram.url, session, clock, seconds))
        ended = clock.now()
        await asyncio.sleep(PAGE_WITHIN)
        status = await processes.end(bot)
        journal = await telegram.journal(terms.folder / "journal")
    wrong = [f"the bot ended with {status}"] if status else []
    database = await house.opened(terms.folder, read_only=True)
    try:
        found = await check(database, journal, clock.now(), patience=PATIENCE)
        books = await bookkeeping.read(database)
    finally:
        await database.close()
    flag, too_many = flood.result()
    wrong += [str(one) for one in found if not _is_meant(one, too_many)]
    flags = [*danger.result(), flag]
    return _judged(flags, books, journal, (began, ended), wrong)


async def _prepare(terms: Terms, due_at: datetime) -> None:
    """Make a clinic in which everybody is to be asked at the same moment."""
    terms.tell(f"{WAITING} people move in")
    clinic = await house.found(terms.folder, EVENING, WAITING, scheduled=False)
    database = await house.opened(terms.folder)
    try:
        async with database.unit_of_work() as uow:
            await uow.check_ins.plan_many([house.planned(one, due_at, 0) for one in clinic.clients])
    finally:
        await database.close()


async def _in_danger(
    terms: Terms, url: str, session: ClientSession, clock: FastClock, seconds: int
) -> list[Flag]:
    """Let one person after the other raise a red flag, in one of several ways."""
    flags: list[Flag] = []
    many = int(seconds / EVERY_SECONDS)
    async with asyncio.TaskGroup() as group:
        for chat, words in zip(house.chats(many + 1)[1:], cycle(DANGER), strict=False):
            group.create_task(_raise(RemotePhone(url, chat, "", session), words, clock, flags))
            terms.tell(f"{len(flags)} of {many} red flags")
            await asyncio.sleep(EVERY_SECONDS)
    return flags


async def _raise(phone: RemotePhone, words: str, clock: FastClock, flags: list[Flag]) -> None:
    if words == "/sos":
        await phone.says(words)
        await asyncio.sleep(ANSWERS_AFTER)
        words = ANSWER
    flags.append(Flag(phone.user_id, clock.now()))
    await phone.says(words)


async def _flood(
    url: str, session: ClientSession, clock: FastClock, seconds: int
) -> tuple[Flag, set[str]]:
    """Write thirty messages a second; halfway through, one of them is a red flag.

    Returns:
        The red flag, and the numbers of all those updates.

    """
    phone = RemotePhone(url, house.chats(1)[0], "", session)
    written = [word for word, _ in zip(cycle(CHATTER), range(seconds * FLOOD_PER_SECOND))]
    half = len(written) // 2
    updates: set[str] = set()
    began = clock.seconds()

    async def write(first: int, last: int) -> None:
        for number in range(first, last):
            updates.add(str((await phone.acts("say", text=written[number]))["update_id"]))
            await asyncio.sleep(max(0.0, began + number / FLOOD_PER_SECOND - clock.seconds()))

    await write(0, half)
    flag = Flag(phone.user_id, clock.now())
    await phone.says(DANGER[0])
    await write(half, len(written))
    return flag, updates


def _is_meant(one: Violation, too_many: set[str]) -> bool:
    """Tell whether this is only that of too many messages nothing but the red flags is kept."""
    return one.invariant == "I6" and not too_many.isdisjoint(one.words.split())


def _judged(
    flags: Sequence[Flag],
    books: Books,
    journal: Sequence[Call],
    window: tuple[datetime, datetime],
    wrong: list[str],
) -> Outcome:
    messages = calls.arrived(journal)
    rows, pages = [], []
    for flag in flags:
        raised = [a for a in books.alerts if books.people[a.client_id].chat_id == flag.chat]
        if len(raised) != 1:
            wrong.append(f"{len(raised)} alerts for {flag.chat}, who raised one red flag")
            continue
        rows.append((raised[0].raised_at - flag.at).total_seconds())
        arrived = [one.at for one in _pages(messages, raised[0].number)]
        if not arrived:
            wrong.append(f"alert {raised[0].number} was never paged")
            continue
        pages.append((min(arrived) - flag.at).total_seconds())
    row, page = _p99(rows), _p99(pages)
    wrong += [f"p99 of red flag to alert: {row:.2f} s"] if row > ROW_WITHIN else []
    wrong += [f"p99 of red flag to page: {page:.2f} s"] if page > PAGE_WITHIN else []
    prompts, share = _prompts(journal, window)
    wrong += [f"prompts used {share:.0%} of what they may"] if share < SHARE else []
    refused = sum(call.code == TOO_MANY for call in journal)
    wrong += [f"{refused} calls were too many for Telegram"] if refused else []
    seconds = (window[1] - window[0]).total_seconds()
    figure = (
        f"red flag to alert p99 {row:.2f} s, to page p99 {page:.2f} s, {prompts} prompts in"
        f" {seconds:.0f} s ({share:.0%} of their budget), {refused} x 429"
    )
    return Outcome(f"{len(flags)} red flags, {WAITING} prompts", figure, wrong)


def _pages(messages: Sequence[Arrived], number: int) -> Iterator[Arrived]:
    """Yield the messages to staff that carry this alert's number."""
    staff = (one for one in messages if one.chat_id in house.STAFF and not one.is_edit)
    return (one for one in staff if f"alert {number}" in one.text.casefold())


def _prompts(journal: Sequence[Call], window: tuple[datetime, datetime]) -> tuple[int, float]:
    """Count prompts within the window, and as a share of what was left to them.

    The sender's budget is its pace less what is kept for alerts; every other message and edit of
    that time came out of it before them.
    """
    began, ended = window
    sent = [one for one in calls.arrived(journal) if began <= one.at < ended]
    prompts = sum(bool(one.args_of("later")) for one in sent)
    budget = (BOT.per_second * (ended - began).total_seconds()) - KEPT_FOR_URGENT
    return prompts, prompts / (budget - (len(sent) - prompts))


def _p99(figures: Sequence[float]) -> float:
    """Return what all but one in a hundred stay within; with fewer than a hundred, the worst."""
    ordered = sorted(figures)
    return ordered[min(len(ordered) - 1, int(len(ordered) * P99))] if ordered else float("inf")
