"""Crisis cards: what stands on the sealed card is true, also when it was changed a moment ago."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.cast import DANA, MIA, ROSA
from bot.telegram.cards import CrisisCard
from bot.town import Resident, Town
from dialogs.care.people import Person, Role
from dialogs.care.plan import ContactPerson
from storage.unit_of_work import UnitOfWork
from tests.stories.conftest import CARDS


async def who(uow: UnitOfWork, chat_id: int) -> Person:
    """Return somebody of the cast."""
    person = await uow.people.by_chat(chat_id)
    assert person is not None
    return person


def card(town: Town) -> CrisisCard | None:
    """Return Mia's card as it lies on the disk."""
    return town.app.cards.get(MIA.user_id)


async def written(town: Town) -> CrisisCard:
    """Let the next beat come, and return Mia's card."""
    await town.waits(seconds=6)
    found = card(town)
    assert found is not None
    return found


async def test_it_is_there_from_the_start(town: Town) -> None:
    """Her own steps, her people, her counselor."""
    found = card(town)

    assert found is not None
    assert found.steps == ("Shower", "Walk around the block")
    assert [one.name for one in found.people] == ["Sam", "Rosa"]
    assert (found.language, found.country, found.counselor) == ("en", "US", "Dana")


async def test_it_follows_country_and_language(town: Town) -> None:
    """Whoever moves must not be shown the numbers of the country they have left."""
    async with town.app.ground.database.unit_of_work() as uow:
        mia = await who(uow, MIA.user_id)
        await uow.people.update(replace(mia, country="IE", language="es"))

    found = await written(town)

    assert (found.country, found.language) == ("IE", "es")


async def test_it_follows_the_counselors_name(town: Town) -> None:
    """The card names whoever is told by the name they have now."""
    async with town.app.ground.database.unit_of_work() as uow:
        await uow.people.update(replace(await who(uow, DANA.user_id), name="Dana Marie"))

    assert (await written(town)).counselor == "Dana Marie"


async def test_it_follows_the_plan(town: Town) -> None:
    """Other people to call are another version of the plan."""
    async with town.app.ground.database.unit_of_work() as uow:
        plan = await uow.plans.current((await who(uow, MIA.user_id)).id)
        assert plan is not None
        eve = ContactPerson("eve", "Eve", "+1 202 555 0199", "a friend")
        await uow.plans.save(replace(plan, contacts=(eve,)))

    assert [one.name for one in (await written(town)).people] == ["Eve"]


Change = Callable[[UnitOfWork, Person, Person, Town], Awaitable[None]]


async def leaves(uow: UnitOfWork, mia: Person, dana: Person, town: Town) -> None:
    """Dana looks after Mia no more."""
    await uow.people.leave(dana.id, mia.id, Role.COUNSELOR, town.clock.now())


async def has_left(uow: UnitOfWork, _mia: Person, dana: Person, town: Town) -> None:
    """Dana has left the clinic."""
    await uow.people.left(dana.id, town.clock.now())


async def blocks(uow: UnitOfWork, _mia: Person, dana: Person, town: Town) -> None:
    """Dana cannot be reached."""
    await uow.people.blocked(dana.id, town.clock.now())


async def is_erased(uow: UnitOfWork, _mia: Person, dana: Person, town: Town) -> None:
    """Dana has been forgotten."""
    await uow.people.erase(dana.id, town.clock.now())


async def is_not_to_know(uow: UnitOfWork, mia: Person, dana: Person, town: Town) -> None:
    """Mia has taken back what Dana may be told."""
    for grant in await uow.consents.of_client(mia.id):
        if grant.recipient_id == dana.id:
            await uow.consents.revoke(grant.id, town.clock.now(), by=mia.id)


@pytest.mark.parametrize("change", [leaves, has_left, blocks, is_erased, is_not_to_know])
async def test_it_names_nobody_who_would_not_be_told(
    town: Town, mia: Resident, change: Change
) -> None:
    """A name on the card is a promise."""
    async with town.app.ground.database.unit_of_work() as uow:
        people = await who(uow, MIA.user_id), await who(uow, DANA.user_id)
        await change(uow, *people, town)

    assert (await written(town)).counselor is None
    await mia.says("/sos")
    assert "Dana" not in mia.screen[0]
    assert "I tell Sam." in mia.screen[0]


async def test_it_names_whoever_comes_next(town: Town) -> None:
    """Another counselor takes over, with Mia's yes."""
    now = town.clock.now()
    async with town.app.ground.database.unit_of_work() as uow:
        mia, dana = await who(uow, MIA.user_id), await who(uow, DANA.user_id)
        ben = await uow.people.add(7_999, "Ben", language="en", country="US", zone="UTC", now=now)
        await uow.people.leave(dana.id, mia.id, Role.COUNSELOR, now)
        await uow.people.join(ben.id, mia.id, Role.COUNSELOR, now)
        (held,) = [g for g in await uow.consents.of_client(mia.id) if g.recipient_id == dana.id]
        await uow.consents.grant(replace(held, recipient_id=ben.id), now)

    assert (await written(town)).counselor == "Ben"


async def test_it_is_destroyed_with_the_client(town: Town, tmp_path: Path) -> None:
    """Nothing on the disk is left of whoever was erased, soon after."""
    async with town.app.ground.database.unit_of_work() as uow:
        await uow.people.erase((await who(uow, MIA.user_id)).id, town.clock.now())

    await town.waits(seconds=6)

    assert card(town) is None
    assert [path for path in (tmp_path / CARDS).rglob("*") if path.is_file()] == []
    async with town.app.ground.database.reading() as uow:
        assert await uow.people.old_cards(9) == {}


async def test_a_mother_has_no_card_to_destroy(town: Town) -> None:
    """Erasing somebody who never had one leaves nothing to do, and nobody else's card alone."""
    async with town.app.ground.database.unit_of_work() as uow:
        await uow.people.erase((await who(uow, ROSA.user_id)).id, town.clock.now())

    await town.waits(seconds=6)

    assert card(town) is not None
    async with town.app.ground.database.reading() as uow:
        assert await uow.people.old_cards(9) == {}


async def test_a_disk_that_refuses_is_tried_again(town: Town, tmp_path: Path) -> None:
    """Until it works health is red, the old card stands, and the rest of the town goes on."""
    folder, away = tmp_path / CARDS, tmp_path / "away"
    folder.rename(away)
    folder.write_text("not a folder")
    async with town.app.ground.database.unit_of_work() as uow:
        await uow.people.update(replace(await who(uow, DANA.user_id), name="Dana Marie"))

    await town.waits(seconds=12)
    assert town.app.health.reasons() == ("1 crisis cards cannot be written",)
    folder.unlink()
    away.rename(folder)

    assert (await written(town)).counselor == "Dana Marie"
    assert town.app.health.ok()


async def test_a_card_that_is_right_is_left_alone(town: Town, tmp_path: Path) -> None:
    """No beat writes what has not changed."""
    await town.waits(seconds=6)
    (path,) = [path for path in (tmp_path / CARDS).rglob("*") if path.is_file()]
    before = path.read_bytes()

    await town.waits(minutes=3)

    assert path.read_bytes() == before
