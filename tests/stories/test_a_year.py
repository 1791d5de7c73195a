"""A whole first year: intake, residential, aftercare, a lapse, another plan, on one's own feet."""

from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.cast import ZONE
from bot.emulator.phone import Phone
from bot.simulation.invariants import check
from bot.town import Resident, Town
from dialogs.care.people import Role
from dialogs.care.plan import Phase, Plan, PlanState
from dialogs.care.progress import Share, use_free
from tests.stories.test_joining import NELL, agrees, comes_in, invitation
from tests.stories.test_the_plan import tells_about_herself

DAY = timedelta(days=1)
MOST_QUESTIONS = 12
OWN_WORDS = "Thirty mornings with coffee and no shame"
REACHED = f"You wrote this for today: “{OWN_WORDS}”"


class Year:
    """Nell's year, and Una beside her."""

    def __init__(self, town: Town, nell: Resident, una: Resident) -> None:
        self.town, self.nell, self.una = town, nell, una

    async def plan(self) -> Plan:
        """Load the plan that holds."""
        async with self.town.app.ground.database.reading() as uow:
            person = await uow.people.by_chat(NELL)
            assert person is not None
            plan = await uow.plans.current(person.id)
        assert plan is not None
        return plan

    async def lives(self, days: int) -> None:
        """Live through so many days; whatever asks is answered, shortly where that is offered."""
        for _ in range(days):
            for hour in (8, 15, 20):
                await self.until(hour)
                await self.answers()

    async def until(self, hour: int) -> None:
        """Let time pass until ten past an hour of hers."""
        local = self.town.clock.now().astimezone(ZoneInfo(ZONE))
        then = local.replace(hour=hour, minute=10, second=0, microsecond=0)
        await self.town.waits_until((then if then > local else then + DAY).astimezone(UTC))

    async def answers(self) -> None:
        """Answer what is open now, and what comes after it."""
        for way in ("Short version", "Start"):
            if way in self.nell.buttons:
                await self.nell.taps(way)
                await self.calmly()

    async def calmly(self) -> None:
        """Say that all is well until nothing is asked any more."""
        for _ in range(MOST_QUESTIONS):
            calm = next((one for one in CALM if one in self.nell.buttons), None)
            if calm is None:
                return
            await self.nell.taps(calm)

    async def agrees_to_what_is_open(self, who: Resident) -> None:
        """Let somebody open what is suggested, and say yes."""
        await who.taps("Open")
        await who.taps("Agree")

    async def phase(self, *labels: str) -> None:
        """Let Una propose another phase, and Nell agree in the morning."""
        await self.una.says("/clients")
        await self.una.taps("Nell")
        await self.una.taps("Where Nell is")
        for label in labels:
            await self.una.taps(label)
        await self.until(8)
        await self.agrees_to_what_is_open(self.nell)
        self.una.puts_it_away()

    async def begins(self) -> None:
        """Let Nell tell about herself, and both agree on a first plan."""
        await self.nell.says("/plan")
        await self.nell.taps("Make my first plan")
        await tells_about_herself(self.nell)
        await self.nell.taps("Agree")
        await self.una.taps("Open")
        await self.una.taps("Agree")
        assert (await self.plan()).state is PlanState.DRAFT

    async def celebrates(self) -> None:
        """Let Nell choose what to celebrate, in her own words."""
        await self.nell.says("/plan")
        await self.nell.taps("What I celebrate")
        await self.nell.taps("Add")
        await self.nell.taps("Days without use")
        await self.nell.says("30")
        await self.nell.says(OWN_WORDS)

    async def leaves_the_programme(self) -> None:
        """Let Una ask about the time after; Nell tells, and both agree."""
        await self.until(15)
        await self.una.says("/clients")
        await self.una.taps("Nell")
        await self.una.taps("Ask about discharge")
        await self.town.waits(minutes=1)
        await self.nell.taps("Start")
        await self.nell.taps("In a sober home")
        await self.nell.says("I stop cooking")
        await self.nell.taps("Call someone")
        await self.nell.says("My sister")
        await self.nell.taps("Skip")
        await self.nell.taps("Not yet")
        await self.nell.taps("Five days a week")
        await self.nell.taps("That is right")
        await self.nell.taps("Agree")
        await self.until(8)
        await self.agrees_to_what_is_open(self.una)

    async def has_a_lapse(self) -> None:
        """Let Nell say that she used; Una hears of it by day, takes it and calls her."""
        await self.nell.says("/coping")
        await self.nell.taps("I drank or used")
        await self.nell.taps("Yes, I am safe")
        await self.nell.taps("Rest")
        await self.until(15)
        await self.una.says("/alerts")
        await self.una.taps("I'm on it")
        await self.una.taps("Reached, safe")
        await self.lives(4)

    async def use_free(self) -> Share:
        """Count the days without use of the whole year, of those she answered for."""
        async with self.town.app.ground.database.reading() as uow:
            person = await uow.people.by_chat(NELL)
            assert person is not None
            readings = await uow.answers.readings(person.id, self.town.clock.now() - 400 * DAY)
        today = self.town.clock.now().astimezone(ZoneInfo(ZONE)).date()
        return use_free(readings, today=today, zone=ZONE, days=400)


CALM = ("All good", "That is right", "No", "Good", "2", "7", "Yes", "Skip", "Done")
"""What she taps on a calm day, the first of these that is there."""


@pytest.fixture
async def year(clinic: Town) -> Year:
    """The evening on which Nell has said yes."""
    una = Resident(Phone(clinic.telegram, 7_000_000_400, "Una"), clinic)
    await una.says(f"/start {await invitation(clinic, Role.COUNSELOR)}")
    nell = Resident(Phone(clinic.telegram, NELL, "Nell"), clinic)
    await comes_in(nell, una)
    await nell.taps("English")
    await agrees(nell)
    return Year(clinic, nell, una)


@pytest.mark.story
async def test_a_first_year(year: Year) -> None:
    """Every step is agreed on by both, no day is lost, and a lapse takes nothing away."""
    nell, town = year.nell, year.town
    await year.begins()
    await year.celebrates()

    await year.phase("a stay in treatment")
    await year.lives(35)
    assert (await year.plan()).phase is Phase.RESIDENTIAL
    assert REACHED in nell.history

    await year.leaves_the_programme()
    assert (await year.plan()).phase is Phase.AFTERCARE_EARLY
    await year.lives(60)

    await year.has_a_lapse()
    await year.phase("treatment several days a week")
    await year.lives(21)
    await year.phase("the first months after treatment")
    await year.lives(70)
    await year.phase("the time after treatment")
    await year.lives(110)
    await year.phase("on their own feet", "Once a month")
    await year.lives(30)

    plan = await year.plan()
    assert plan.phase is Phase.REMISSION
    assert nell.history.count(REACHED) == 1
    share = await year.use_free()
    assert share.answered - share.days == 1
    assert share.days > 150
    await nell.says("/plan")
    await nell.taps("How it came to be")
    assert nell.sees("Where I am in treatment: the time after treatment → on my own feet")
    journal = list(town.telegram.journal)
    assert await check(town.app.ground.database, journal, town.clock.now()) == []
