"""Not now: a wish that has to wait, and a suggestion that somebody else on the team leaves."""

from dataclasses import replace

import pytest

from bot.cast import DANA, MIA
from bot.emulator.phone import Phone
from bot.town import Resident, Town
from dialogs.care.people import Role
from tests.stories.test_the_plan import opens, opens_of_mia, plan_of
from tests.stories.test_who_may import UNA, moves_in


@pytest.fixture
async def una(town: Town) -> Resident:
    """Another counselor who looks after Mia, with the same grant as Dana."""
    await moves_in(town, UNA, "Una", Role.COUNSELOR)
    async with town.app.ground.database.unit_of_work() as uow:
        mia = await uow.people.by_chat(MIA.user_id)
        dana = await uow.people.by_chat(DANA.user_id)
        una = await uow.people.by_chat(UNA)
        assert mia is not None
        assert dana is not None
        assert una is not None
        now = town.clock.now()
        await uow.people.join(una.id, mia.id, Role.COUNSELOR, now)
        (grant,) = await uow.consents.for_recipient(dana.id)
        await uow.consents.grant(replace(grant, recipient_id=una.id), now, by=mia.id)
    return Resident(Phone(town.telegram, UNA, "Una"), town)


async def wishes(mia: Resident, words: str) -> None:
    """Go through the plan, and say what should be different about the goals."""
    await opens(mia, "Go through it")
    await mia.says("change")
    await mia.says(words)
    for _ in range(5):
        await mia.says("keep")
    await mia.taps(mia.buttons[0])
    await mia.taps(mia.buttons[0])


async def test_a_wish_has_to_wait_and_is_kept(town: Town, mia: Resident, dana: Resident) -> None:
    """Dana cannot agree to words; she can talk about them, or say that they have to wait."""
    await wishes(mia, "Less walking, more sleep")
    mia.puts_it_away()
    await dana.taps("Open")
    assert dana.buttons == ["Talk about it", "Not now"]

    await dana.taps("Not now")

    assert dana.sees("All right. Mia reads that it has to wait for now. The words are kept.")
    assert mia.screen == ["There is something to look at together. No hurry."]
    await mia.taps("Open")
    assert mia.sees("Dana read this. It has to wait for now. Your words are kept.")
    assert (await plan_of(town)).version == 1


async def test_a_wish_is_talked_about(town: Town, mia: Resident, dana: Resident) -> None:
    await wishes(mia, "Less walking, more sleep")
    await dana.taps("Open")

    await dana.taps("Talk about it")

    assert dana.sees("Good. I noted it for your next talk.")
    await mia.taps("Open")
    assert mia.sees("One of you would like to talk about this first.")


async def test_a_no_of_the_clients_says_no_month_where_nobody_will_ask(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Dana may suggest it again tomorrow; only what the bot itself proposes rests for a month."""
    await opens_of_mia(dana, "What can set it off", "Payday", "Take out")
    await mia.taps("Open")
    await mia.taps("Not now")

    assert mia.sees("All right. I leave it as it is.")
    await dana.taps("Open")
    assert dana.sees("Mia left this for now.")


async def test_another_counselor_leaves_a_suggestion(
    town: Town, mia: Resident, dana: Resident, una: Resident
) -> None:
    """Mia and whoever made it hear of it, and from whom; nothing has changed."""
    await opens_of_mia(dana, "What can set it off", "Payday", "Take out")
    mia.puts_it_away()
    dana.puts_it_away()
    await opens_of_mia(una, "Waits for an answer")
    assert una.sees("Dana suggests a change to Mia's plan:")
    assert una.buttons == ["Talk about it", "Not now"]

    await una.taps("Not now")

    assert una.sees("All right. I leave it as it is.")
    for one in (mia, dana):
        await one.taps("Open")
        assert one.sees("Una left this for now.")
    assert len((await plan_of(town)).triggers) == 3
    assert not any("Agree" in label for label in mia.buttons)


async def test_whoever_made_it_takes_it_back(town: Town, mia: Resident, dana: Resident) -> None:
    await opens_of_mia(dana, "What can set it off", "Payday", "Take out")
    await opens_of_mia(dana, "Waits for an answer")

    await dana.taps("Take it back")

    assert dana.sees("Taken back. Nothing has changed.")
    await mia.taps("Open")
    assert mia.sees("This was taken back.")
    assert "Agree" not in mia.buttons


async def test_one_of_two_counselors_answers_a_client(
    town: Town, mia: Resident, dana: Resident, una: Resident
) -> None:
    """Both are asked; the one who is slower reads who was faster."""
    await opens(mia, "About me", "Change: Where I am")
    await mia.taps("the time after treatment")
    await una.taps("Open")
    await una.taps("Not now")
    await dana.taps("Open")

    assert dana.sees("Una left this for now.")
    await mia.taps("Open")
    assert mia.sees("Una left this for now.")


async def test_what_waits_is_found_again(town: Town, mia: Resident, dana: Resident) -> None:
    """A notice may be lost among other messages; the plan itself leads to what waits."""
    await opens_of_mia(dana, "What can set it off", "Payday", "Take out")
    mia.puts_it_away()

    await opens(mia, "Waits for an answer")
    await mia.taps("Agree")

    assert len((await plan_of(town)).triggers) == 2
    await opens(mia)
    assert "Waits for an answer" not in mia.buttons
