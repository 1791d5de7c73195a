"""The simulated clinic: who lives in it, with what plans and where, moved in from one day.

Half the clients have a sponsor, some a mother; each counselor looks after ten. Nobody exists.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time

from bot.actions.check_ins import to_plan
from bot.cast import COUNTRY, LANGUAGE, ZONE, mias_plan
from bot.emulator.telegram import Telegram
from bot.simulation.people import Client, Relative, Somebody, Staff
from bot.simulation.words import WORDS
from dialogs.care.consent import Category, Grant
from dialogs.care.people import Person, Role
from dialogs.care.plan import Medicine, Plan, Schedule
from storage.unit_of_work import UnitOfWork

FIRST_CHAT = 7_100_000_000
PER_COUNSELOR = 10
ZONES = (ZONE, ZONE, "America/Chicago", "Europe/Madrid", "Europe/Moscow", "Australia/Lord_Howe")
RULES = (
    "daily {time}",
    "daily {time}",
    "daily 09:00,{time}",
    "weekdays mon,wed,fri {time}",
    "every 2 days from 2026-01-01 {time}",
    "random daily 17:00-20:30 seed {seed}",
)
_OFFSETS = {Role.CLIENT: 0, Role.SPONSOR: 1_000_000, Role.FAMILY: 2_000_000}
_STAFF = 9_000_000


@dataclass(frozen=True, slots=True)
class Clinic:
    """Everybody who lives there, by chat; ``names`` are what they are listed as."""

    people: Mapping[int, Somebody]
    names: Mapping[int, str]


async def move_in(
    uow: UnitOfWork,
    telegram: Telegram,
    languages: Sequence[str],
    numbers: Sequence[int],
    seed: int,
    now: datetime,
) -> Clinic:
    """Let everybody move in: people, roles, consents, plans, the first check-ins.

    Args:
        uow: Of a fresh database.
        telegram: Gives everybody a phone.
        languages: Those that clients may speak.
        numbers: Which clients there are, counted from 1; each is the same whoever else there is.
        seed: Decides everything.
        now: What the clock shows.

    """
    moving = _Moving(uow, telegram, languages, seed, now)
    for number in numbers:
        await moving.client(number)
    return Clinic(moving.people, moving.names)


class _Moving:
    def __init__(
        self,
        uow: UnitOfWork,
        telegram: Telegram,
        languages: Sequence[str],
        seed: int,
        now: datetime,
    ) -> None:
        self._uow = uow
        self._telegram = telegram
        self._languages = [one for one in languages if one in WORDS]
        self._seed = seed
        self._now = now
        self._staff: dict[int, Person] = {}
        self.people: dict[int, Somebody] = {}
        self.names: dict[int, str] = {}

    async def client(self, number: int) -> None:
        seed = f"{self._seed}/{number}"
        dice = random.Random(f"{seed}/clinic")  # noqa: S311 - repeatable, no secret
        language = dice.choice(self._languages)
        zone = dice.choice(ZONES)
        chat = FIRST_CHAT + number
        living = Client(chat, f"client {number}", seed, WORDS[language])
        client = await self._person(living, language, zone)
        await self._uow.people.join(client.id, client.id, Role.CLIENT, self._now)
        counselor = await self._counselor((number - 1) // PER_COUNSELOR + 1)
        await self._belong(client, counselor, Role.COUNSELOR, frozenset(Category))
        if dice.random() < 0.6:  # noqa: PLR2004 - about as many as have one
            await self._supporter(client, number, Role.SPONSOR, frozenset({Category.ALERTS}))
        if dice.random() < 0.4:  # noqa: PLR2004
            await self._supporter(client, number, Role.FAMILY, frozenset({Category.MILESTONES}))
        plan = await self._uow.plans.save(_plan(client, counselor, dice, self._now))
        await self._uow.check_ins.plan_many(to_plan(client, plan, self._now))

    async def _counselor(self, number: int) -> Person:
        if number not in self._staff:
            chat = FIRST_CHAT + _STAFF + number
            living = Staff(chat, f"counselor {number}", f"{self._seed}/counselor/{number}")
            self._staff[number] = await self._person(living, LANGUAGE, ZONE)
        return self._staff[number]

    async def _supporter(
        self, client: Person, number: int, role: Role, shown: frozenset[Category]
    ) -> None:
        chat = FIRST_CHAT + _OFFSETS[role] + number
        kind = Staff if role is Role.SPONSOR else Relative
        living = kind(chat, f"{role.value} of client {number}", f"{self._seed}/{role}/{number}")
        person = await self._person(living, client.language, client.zone)
        await self._belong(client, person, role, shown)

    async def _person(self, living: Somebody, language: str, zone: str) -> Person:
        self.people[living.chat] = living
        self.names[living.chat] = living.name
        self._telegram.add_user(living.chat, living.name, language=language).started = True
        return await self._uow.people.add(
            living.chat, living.name, language=language, country=COUNTRY, zone=zone, now=self._now
        )

    async def _belong(
        self, client: Person, person: Person, role: Role, shown: frozenset[Category]
    ) -> None:
        await self._uow.people.join(person.id, client.id, role, self._now)
        grant = Grant(
            id=0,
            client_id=client.id,
            recipient_id=person.id,
            categories=shown,
            purpose="care",
            since=self._now,
            until=None,
            revoked_at=None,
            text_version="1",
            text_hash="",
        )
        await self._uow.consents.grant(grant, self._now, by=client.id)


def _plan(client: Person, counselor: Person, dice: random.Random, now: datetime) -> Plan:
    evening = f"{time(dice.randint(17, 20), dice.choice((0, 15, 30))):%H:%M}"
    rule = dice.choice(RULES).format(time=evening, seed=dice.randint(1, 999))
    medicines = (Medicine("med", "Medicine A", (time(8, 0),)),) if dice.random() < 0.3 else ()  # noqa: PLR2004
    return replace(
        mias_plan(client.id, counselor.id, now),
        schedules=(Schedule("daily", rule, "daily_checkin"),),
        medicines=medicines,
    )
