"""Staff of the clinic beside Mia's own counselor, and looking at how an alert stands."""

from bot.cast import EVENING, MIA, ZONE
from bot.emulator.phone import Phone
from bot.simulation.invariants import check
from bot.town import Resident, Town
from dialogs.care.consent import Category, Grant
from dialogs.care.escalation import Alert
from dialogs.care.people import Person, Role


async def moves_in(town: Town, chat_id: int, name: str, role: Role) -> Resident:
    """Let somebody join the clinic who has nothing to do with Mia."""
    somebody = Resident(Phone(town.telegram, chat_id, name), town)
    town.telegram.users[chat_id].started = True
    async with town.app.ground.database.unit_of_work() as uow:
        person = await uow.people.add(
            chat_id, name, language="en", country="US", zone=ZONE, now=EVENING
        )
        await uow.people.join(person.id, None, role, EVENING)
    return somebody


async def person_of(town: Town, who: Resident) -> Person:
    """Return somebody as the program knows them."""
    async with town.app.ground.database.reading() as uow:
        person = await uow.people.by_chat(who.phone.user_id)
    assert person is not None
    return person


async def looks_after(town: Town, counselor: Resident, client: Resident) -> None:
    """Let a counselor join a client's care, with everything granted."""
    now = town.clock.now()
    theirs, whose = await person_of(town, counselor), await person_of(town, client)
    async with town.app.ground.database.unit_of_work() as uow:
        await uow.people.join(theirs.id, whose.id, Role.COUNSELOR, now)
        everything = frozenset(Category)
        grant = Grant(0, whose.id, theirs.id, everything, "care", now, None, None, "1", "")
        await uow.consents.grant(grant, now, by=whose.id)


async def leaves_care(town: Town, chat_id: int, role: Role) -> None:
    """Let somebody's role in Mia's care end, as the clinic's own tool does."""
    async with town.app.ground.database.unit_of_work() as uow:
        mia = await uow.people.by_chat(MIA.user_id)
        person = await uow.people.by_chat(chat_id)
        assert mia is not None
        assert person is not None
        await uow.people.leave(person.id, mia.id, role, town.clock.now())


async def violations(town: Town) -> list[str]:
    """Hold the database against what people got."""
    journal = list(town.telegram.journal)
    found = await check(town.app.ground.database, journal, town.clock.now())
    return [str(one) for one in found]


async def alert(town: Town, number: int = 1) -> Alert:
    """Load an alert."""
    async with town.app.ground.database.reading() as uow:
        return await uow.alerts.get(number)


async def takes_over(somebody: Resident) -> None:
    """Let somebody of the staff be on call from now on."""
    await somebody.says("/oncall")
    await somebody.taps("I take over")


async def hands_over(somebody: Resident, colleague: str) -> None:
    """Let whoever is on call ask a colleague to be it instead."""
    await somebody.says("/oncall")
    await somebody.taps("Hand over")
    await somebody.taps(colleague)
