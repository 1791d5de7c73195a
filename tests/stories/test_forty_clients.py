"""A counselor with forty clients: everybody can be reached, and no screen is too long to send."""

import pytest

from bot.cast import EVENING, ZONE, mias_plan
from bot.town import Resident, Town
from dialogs.care.consent import Category, Grant
from dialogs.care.people import Role
from tests.stories.staff import person_of

FIRST_CHAT = 7_300_000_000
MORE = 39


@pytest.fixture
async def forty(town: Town, mia: Resident, dana: Resident) -> None:
    """Let Dana look after 39 others beside Mia, each with everything granted."""
    counselor = await person_of(town, dana)
    everything = frozenset(Category)
    async with town.app.ground.database.unit_of_work() as uow:
        for number in range(MORE):
            chat, name = FIRST_CHAT + number, f"Client number {number:02} with a longer name"
            person = await uow.people.add(
                chat, name, language="en", country="US", zone=ZONE, now=EVENING
            )
            await uow.people.join(person.id, person.id, Role.CLIENT, EVENING)
            await uow.people.join(counselor.id, person.id, Role.COUNSELOR, EVENING)
            grant = Grant(
                0, person.id, counselor.id, everything, "care", EVENING, None, None, "1", ""
            )
            await uow.consents.grant(grant, EVENING, by=person.id)
            await uow.plans.save(mias_plan(person.id, counselor.id, EVENING))


async def pages(dana: Resident) -> list[str]:
    """Return everybody who has a button, going on as long as there is more."""
    found = [label for label in dana.buttons if label not in {"More", "Back"}]
    while "More" in dana.buttons:
        await dana.taps("More")
        found += [label for label in dana.buttons if label not in {"More", "Back"}]
    return found


@pytest.mark.usefixtures("forty")
async def test_everybody_on_the_list_can_be_opened(dana: Resident) -> None:
    """Each once, a page at a time, and back again."""
    await dana.says("/clients")

    found = await pages(dana)

    assert len(found) == len(set(found)) == MORE + 1
    await dana.taps("Back")
    assert "Mia" in dana.buttons


@pytest.mark.usefixtures("forty")
async def test_the_last_of_them_has_a_screen(dana: Resident) -> None:
    """The tap on the second page opens that client, and nobody else."""
    await dana.says("/clients")
    await dana.taps("More")

    await dana.taps("Client number 38")

    assert "Client number 38" in dana.screen[-1]


@pytest.mark.usefixtures("forty")
async def test_any_of_them_may_have_a_new_phone(dana: Resident) -> None:
    """Whoever has lost theirs may well be the fortieth."""
    await dana.says("/lost")

    assert len(await pages(dana)) == MORE + 1


@pytest.mark.usefixtures("forty")
async def test_the_day_of_forty_fits(dana: Resident) -> None:
    """A digest of everybody is cut off rather than lost."""
    await dana.says("/digest")

    assert dana.screen[-1].startswith("Your day")
