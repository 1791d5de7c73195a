"""A made-up clinic of any size: clients who only stand by, and a few who answer.

Those who stand by are written by `fill`; those who answer have Mia's plan, a counselor, and two
weeks of evenings behind them, so that what is judged at an answer is as much as in real life.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from bot.cast import EVENINGS, LANGUAGE, ZONE, mias_plan
from dialogs import check_in as todays
from dialogs.care.people import Role
from dialogs.engine.session import Answer, Session
from dialogs.playbook import Playbook
from storage.check_ins import CheckInState, Planned
from storage.unit_of_work import Database, UnitOfWork
from tests.bench.fill import FIRST_CHAT, fill

FILE, KEYS, CARDS = "handrail.db", "keys.json", "cards"
COUNSELOR_CHAT = FIRST_CHAT - 1
COUNSELOR = "Dana"
EVENING_LASTS = timedelta(hours=3)
PORTION = 500
UNUSUAL = {"use", "safe_now"}
"""What only the one hard evening of the town's history has."""


@dataclass(frozen=True, slots=True)
class Clinic:
    """A clinic in a folder, and who is in it."""

    folder: Path
    numbers: range

    @property
    def chats(self) -> list[int]:
        """The clients' chats."""
        return [FIRST_CHAT + number for number in self.numbers]


async def open_database(folder: Path, *, create: bool = False) -> Database:
    """Open the database of a folder."""
    return await Database.open(f"sqlite:///{folder / FILE}", folder / KEYS, create=create)


async def settle(folder: Path, clients: int, due_at: datetime, *, at_once: bool = False) -> Clinic:
    """Make a database in a folder, with its keys, and as many clients as this.

    Args:
        folder: Where; made if it is not there.
        clients: How many.
        due_at: When the first check-in is due.
        at_once: All are due then; otherwise they are spread over an evening.

    """
    (folder / CARDS).mkdir(parents=True, exist_ok=True)
    await (await open_database(folder, create=True)).close()
    return Clinic(folder, grow(folder, clients, due_at, at_once=at_once))


def grow(folder: Path, clients: int, due_at: datetime, *, at_once: bool = False) -> range:
    """Add clients to a clinic that nobody has open. Return their numbers."""
    every = timedelta() if at_once else EVENING_LASTS / clients
    return fill(folder / FILE, folder / KEYS, clients, due_at, every=every)


async def ask_everybody(clinic: Clinic, playbook: Playbook, now: datetime) -> None:
    """Give every client a check-in that is under way, at its first question."""
    player = playbook.player("daily_checkin")
    say = partial(playbook.texts.say, LANGUAGE)
    facts = todays.facts_for(mias_plan(0, 0, now), (), now.date(), 0, say)
    asked = player.open("", 0, {**facts, "counselor": COUNSELOR}, now).session
    sessions = [
        replace(asked, id=secrets.token_urlsafe(8), person_id=number) for number in clinic.numbers
    ]
    database = await open_database(clinic.folder)
    for first in range(0, len(sessions), PORTION):
        async with database.unit_of_work() as uow:
            await uow.definitions.keep(playbook.definitions["daily_checkin"])
            await uow.sessions.add_many(sessions[first : first + PORTION])
    await database.close()


async def give_history(clinic: Clinic, numbers: Sequence[int], now: datetime) -> None:
    """Give these clients a counselor, Mia's plan, and her two weeks of evenings."""
    database = await open_database(clinic.folder)
    async with database.unit_of_work() as uow:
        counselor = await uow.people.add(
            COUNSELOR_CHAT, COUNSELOR, language=LANGUAGE, country="US", zone=ZONE, now=now
        )
    for number in numbers:
        async with database.unit_of_work() as uow:
            await uow.people.join(counselor.id, number, Role.COUNSELOR, now)
            await uow.plans.save(mias_plan(number, counselor.id, now))
            session = await uow.sessions.open_for(number)
            assert session is not None, "ask everybody first"
            for days, evening in enumerate(EVENINGS, start=2):
                await _evening(uow, session, evening, now - timedelta(days=days))
    await database.close()


async def _evening(uow: UnitOfWork, like: Session, answers: dict[str, str], at: datetime) -> None:
    who = like.person_id
    planned = Planned(who, "daily", "daily_checkin", at.date(), 0, at, ZONE, at.isoformat())
    await uow.check_ins.plan_many([planned])
    check_in = await uow.check_ins.next_for(who)
    assert check_in is not None
    await uow.check_ins.mark(check_in.id, state=CheckInState.FINISHED, finished_at=at)
    past = replace(like, id=secrets.token_urlsafe(8), state="finished", touched_at=at)
    await uow.sessions.add(past)
    for name, said in answers.items():
        if name not in UNUSUAL:
            scale = said.isdigit()
            records, value = (name, int(said)) if scale else (f"goal:{name}", said)
            await uow.answers.add(past, Answer(name, records, value, "answered", at))
