"""Sharing a page: the client decides, the counselor reads it by a tap, nobody else ever does."""

from bot.cast import DANA, SAM
from bot.emulator.phone import Phone
from bot.town import Resident, Town
from dialogs.care.people import Role
from tests.stories.keeping import buttons, presses
from tests.stories.test_joining import invitation

NOTICE = "There is something for you here."
WORDS = "I walked past the bar and went to my sister instead."


async def writes(mia: Resident, choice: str) -> None:
    """Write a page in the journal and say who reads it."""
    await mia.says("/journal")
    await mia.says(WORDS)
    await mia.taps(choice)


async def test_a_shared_page_is_read_by_the_counselor(
    town: Town, mia: Resident, dana: Resident, sam: Resident, rosa: Resident
) -> None:
    """The notice says nothing; the words come by a tap; the client knows who can read them."""
    await writes(mia, "Show my counselor")

    assert mia.sees("Dana can read it now. Nobody else can.")
    assert dana.screen == [NOTICE]
    await dana.taps("Open")

    assert dana.sees("Mia wrote this, and wants you to read it:")
    assert dana.sees(WORDS)
    assert sam.screen == rosa.screen == []


async def test_a_page_of_three_thousand_pictures(town: Town, mia: Resident, dana: Resident) -> None:
    """Telegram counts some characters twice; such a page comes in parts, and whole."""
    await mia.says("/journal")
    await mia.says("\U0001f600" * 2_999)
    await mia.taps("Show my counselor")

    await dana.taps("Open")

    assert sum(one.count("\U0001f600") for one in dana.screen) == 2_999


async def test_a_page_that_is_kept_is_nobodys(town: Town, mia: Resident, dana: Resident) -> None:
    """Kept for oneself is kept."""
    await writes(mia, "Keep it for me")

    assert mia.sees("Kept for you alone.")
    assert dana.screen == []


async def test_what_was_taken_back_is_not_read(town: Town, mia: Resident, dana: Resident) -> None:
    """The grant is asked again at the tap."""
    await writes(mia, "Show my counselor")
    async with town.app.ground.database.unit_of_work() as uow:
        reader = await uow.people.by_chat(DANA.user_id)
        assert reader is not None
        for grant in await uow.consents.for_recipient(reader.id):
            await uow.consents.revoke(grant.id, town.clock.now(), by=grant.client_id)

    await dana.taps("Open")

    assert dana.sees("There is nothing new here right now.")
    assert not dana.sees(WORDS)


async def test_nobody_else_opens_it(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """A button that somebody else copied opens nothing."""
    await writes(mia, "Show my counselor")
    _, data = buttons(town, dana)[-1]

    await presses(town, SAM.user_id, data)

    assert not sam.sees(WORDS)
    assert not sam.sees("Mia wrote this")


async def test_feedback_goes_to_those_who_run_the_bot(town: Town, mia: Resident) -> None:
    """Without a name, unless they want it."""
    ada = Resident(Phone(town.telegram, 7_000_000_500, "Ada"), town)
    await ada.says(f"/start {await invitation(town, Role.ADMIN)}")

    await mia.says("/feedback")
    await mia.says("The evening question comes too late for me.")
    await mia.taps("No, without it")

    assert ada.sees("Somebody wrote about the bot:\nThe evening question comes too late for me.")
    assert not ada.sees("Mia")
