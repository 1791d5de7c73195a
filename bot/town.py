"""The town: the real program on a small stage, with a clock that can be walked.

The clock never jumps. It walks from one due moment to the next, and at each of them everything that
is due happens and settles before it goes on, so that a day in the town is a day, only quicker.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from aiogram import Bot

from bot.actions.check_ins import to_plan
from bot.actions.welcome import House
from bot.app import App, Ground
from bot.cast import (
    CAST,
    CHECK_IN_AT,
    COUNTRY,
    DANA,
    EVENINGS,
    GRANTED,
    LANGUAGE,
    MIA,
    ZONE,
    Character,
    mias_plan,
)
from bot.clock import TownClock
from bot.emulator.phone import Phone
from bot.emulator.telegram import Telegram
from dialogs import check_in as todays
from dialogs.care.consent import Grant
from dialogs.care.people import Person, Role
from dialogs.care.plan import Plan
from dialogs.engine.events import Called
from dialogs.engine.session import Session, Tapped, Typed
from dialogs.playbook import Playbook, load
from storage.check_ins import CheckInState, Planned
from storage.unit_of_work import Database, UnitOfWork

PassTime = Callable[[], Awaitable[None]]

SMALLEST_STEP = timedelta(milliseconds=1)
PAUSE_SECONDS = 4
"""How long the people of the town take between two acts."""


@asynccontextmanager
async def opened(folder: Path, bot: Bot, clock: TownClock) -> AsyncIterator[App]:
    """Open a town in a fresh folder: the real program, with the cast moved in.

    Args:
        folder: Where its database, key and cards are kept.
        bot: How it reaches its Telegram.
        clock: What time it is there.

    """
    playbook = replace(await asyncio.to_thread(load), for_show=True)
    database = await Database.open(
        f"sqlite:///{folder / 'town.db'}", folder / "town.key", create=True
    )
    try:
        await settle_in(database, playbook, clock.now())
        house = House(LANGUAGE, ZONE, COUNTRY, (await bot.get_me()).username or "")
        cards = folder / "town.cards"
        ground = Ground(database, playbook, bot, clock.now, clock.monotonic, house, cards)
        app = App(ground)
        await app.prepare()
        yield app
    finally:
        await bot.session.close()
        await database.close()


async def walk(
    app: App, clock: TownClock, until: datetime, pass_time: PassTime | None = None
) -> None:
    """Walk the clock forward; whatever is due on the way happens at its own moment.

    Args:
        app: The program of the town.
        clock: Its clock.
        until: Where to stop.
        pass_time: Does what is due at an instant and waits until it is quiet; None: by hand,
            step by step.

    """
    happen = pass_time or app.pass_time
    await happen()
    while (due := await app.next_due()) is not None and due <= until:
        clock.walk_to(max(due, clock.now() + SMALLEST_STEP))
        await happen()
    clock.walk_to(until)
    await happen()


class Resident:
    """Somebody of the town with their phone: what they do is answered before the call returns."""

    def __init__(self, phone: Phone, town: "Town") -> None:
        self.phone = phone
        self._town = town

    async def says(self, text: str, **kinds: Any) -> None:
        """Write to the bot and wait for its answer."""
        self.phone.says(text, **kinds)
        await self._town.waits(seconds=PAUSE_SECONDS)

    async def taps(self, label: str) -> None:
        """Press the newest button that begins so, and wait for the answer."""
        self.phone.taps(label)
        await self._town.waits(seconds=PAUSE_SECONDS)

    async def blocks(self) -> None:
        """Block the bot."""
        self.phone.blocks()
        await self._town.waits(seconds=PAUSE_SECONDS)

    def puts_it_away(self) -> None:
        """Look no more at what is on the screen now."""
        self.phone.clears()

    @property
    def screen(self) -> list[str]:
        """What the bot wrote or changed since this person last did something."""
        return self.phone.screen

    @property
    def history(self) -> list[str]:
        """Every text in the chat, both sides, oldest first."""
        return self.phone.history

    @property
    def buttons(self) -> list[str]:
        """The labels under the newest message that has any."""
        return self.phone.buttons

    @property
    def toast(self) -> str | None:
        """What the last tap was answered with."""
        return self.phone.toast

    def sees(self, text: str) -> bool:
        """Return whether these words are on the screen."""
        return self.phone.sees(text)


class Town:
    """The cast with their phones, the program, and a clock that stands until somebody waits."""

    def __init__(self, app: App, clock: TownClock, telegram: Telegram) -> None:
        self.app = app
        self.clock = clock
        self.telegram = telegram
        self.residents = {
            one.name: Resident(Phone(telegram, one.user_id, one.name), self) for one in CAST
        }

    async def waits(self, **length: float) -> None:
        """Let time pass (``minutes=15``), moment by moment, until everything has settled."""
        await walk(self.app, self.clock, self.clock.now() + timedelta(**length))

    async def waits_until(self, at: datetime) -> None:
        """Let time pass until this instant."""
        await walk(self.app, self.clock, at)


async def settle_in(
    database: Database,
    playbook: Playbook,
    now: datetime,
    evenings: Sequence[Mapping[str, str]] = EVENINGS,
) -> Mapping[str, int]:
    """Let the cast move in: people, consent, Mia's plan, and what she answered until today.

    Args:
        database: A fresh one.
        playbook: The dialogs Mia has been answering.
        now: What the town's clock shows.
        evenings: What she answered on the evenings before, one after another.

    Returns:
        The person ids by name.

    """
    history = timedelta(days=len(evenings))
    moved_in = now - history - timedelta(days=1)
    async with database.unit_of_work() as uow:
        people = {one.name: await _move_in(uow, one, moved_in) for one in CAST}
        mia = people[MIA.name]
        for character in CAST:
            await _belong(uow, character, people[character.name].id, mia.id, moved_in)
        plan = await uow.plans.save(mias_plan(mia.id, people[DANA.name].id, moved_in))
        first = now.astimezone(ZoneInfo(ZONE)).date() - history
        for number, evening in enumerate(evenings):
            await _evening(uow, playbook, mia, plan, first + timedelta(days=number), evening)
        await uow.check_ins.plan_many(to_plan(mia, plan, now))
    return {name: person.id for name, person in people.items()}


async def _move_in(uow: UnitOfWork, character: Character, at: datetime) -> Person:
    return await uow.people.add(
        character.user_id,
        character.name,
        language=LANGUAGE,
        country=COUNTRY,
        zone=ZONE,
        now=at,
    )


async def _belong(
    uow: UnitOfWork, character: Character, person_id: int, client_id: int, at: datetime
) -> None:
    await uow.people.join(person_id, client_id, character.role, at)
    if character.role is Role.COUNSELOR:
        await uow.people.join(person_id, None, character.role, at)
    if character.role is Role.CLIENT:
        return
    grant = Grant(
        id=0,
        client_id=client_id,
        recipient_id=person_id,
        categories=GRANTED[character],
        purpose="care" if character.role is Role.COUNSELOR else "support",
        since=at,
        until=None,
        revoked_at=None,
        text_version="1",
        text_hash="",
    )
    await uow.consents.grant(grant, at, by=client_id)
    await uow.circle.keep(client_id, person_id)


async def _evening(
    uow: UnitOfWork,
    playbook: Playbook,
    mia: Person,
    plan: Plan,
    day: date,
    answers: Mapping[str, str],
) -> None:
    """Play one past evening with the real dialog, and keep it as if it had been answered then."""
    due = datetime.combine(day, CHECK_IN_AT, ZoneInfo(ZONE)).astimezone(UTC)
    at = due + timedelta(minutes=4)
    local = due.astimezone(ZoneInfo(ZONE)).isoformat()
    planned = Planned(mia.id, "daily", "daily_checkin", day, 0, due, ZONE, local)
    await uow.check_ins.plan_many([planned])
    check_in = await uow.check_ins.next_for(mia.id)
    assert check_in is not None
    session = replace(_played(playbook, mia, plan, day, answers, at), check_in_id=check_in.id)
    await uow.definitions.keep(playbook.definitions["daily_checkin"])
    await uow.sessions.add(session)
    for answer in session.answers:
        await uow.answers.add(session, answer)
    await uow.check_ins.mark(
        check_in.id,
        state=CheckInState.FINISHED,
        invited_at=due,
        delivered_at=due,
        opened_at=at,
        started_at=at,
        finished_at=at,
        session_id=session.id,
    )


def _played(
    playbook: Playbook,
    mia: Person,
    plan: Plan,
    day: date,
    answers: Mapping[str, str],
    at: datetime,
) -> Session:
    player = playbook.player("daily_checkin")
    say = partial(playbook.texts.say, LANGUAGE)
    facts = todays.facts_for(plan, (), day, mia.id, say)
    session_id = f"past{day:%y%m%d}x"
    turn = player.open(session_id, mia.id, facts, at)
    while turn.session.state != "finished":
        if any(isinstance(event, Called) for event in turn.events):
            turn = player.resume(turn.session, at)  # what was called is not part of this history
            continue
        asked = player.question(turn.session)
        if asked.kind == "recap":
            turn = player.play(turn.session, Tapped(turn.session.turn, 0), at)
            continue
        key = (asked.records or asked.step).removeprefix("goal:")
        said = Typed(answers.get(key, "no"))
        turn = player.play(turn.session, said, at)
    return turn.session
