"""Good news: to whom it was granted, as far as it was granted, and while it is."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from bot.cast import MIA, ROSA
from bot.town import Resident, Town
from dialogs.care.people import Role
from storage import books
from storage.books import Part
from tests.stories.keeping import buttons, presses
from tests.stories.steps import begins, says_all_is_well
from tests.stories.test_granting import shares

NOTICE = "There is something for you here."
GONE = "There is nothing new here right now. When there is, I write to you."


async def revokes(town: Town) -> None:
    """Take back what Mia granted her mother, as the clinic's own tool does for her."""
    async with town.app.ground.database.unit_of_work() as uow:
        rosa = await uow.people.by_chat(ROSA.user_id)
        assert rosa is not None
        for grant in await uow.consents.for_recipient(rosa.id):
            await uow.consents.revoke(grant.id, town.clock.now(), by=grant.client_id)


async def test_the_mother_hears_exactly_what_was_granted(
    town: Town, mia: Resident, rosa: Resident, sam: Resident
) -> None:
    """A notice that says nothing, then Mia's own words for the day, and no word more."""
    await says_all_is_well(town, mia)
    await mia.taps("All good")
    await mia.taps("Send it now")

    assert rosa.screen == [NOTICE]
    await rosa.taps("Open")

    assert rosa.screen[-1] == (
        "Mia wants you to know: fourteen evenings that are mine\n"
        "Mia chooses what you hear, and when.\n\n"
        "This is for you alone. Please do not pass it on.\n"
        "42 CFR part 2 prohibits unauthorized use or disclosure of these records."
    )
    assert sam.screen == []


async def test_she_reads_it_first_and_it_waits_for_her(
    town: Town, mia: Resident, rosa: Resident
) -> None:
    """Word for word, an hour before her mother; until then nobody can come at it."""
    await says_all_is_well(town, mia)
    await mia.taps("All good")

    assert mia.sees("this good news goes to Rosa, as you agreed. They will read:")
    assert mia.sees("«Mia wants you to know: fourteen evenings that are mine")
    assert mia.sees("This is for you alone. Please do not pass it on.")
    await rosa.says("/people")
    await rosa.taps("News of Mia")
    assert rosa.screen == [GONE]
    await presses(town, ROSA.user_id, "news:3:fortnight")
    assert rosa.screen[-1] == GONE
    rosa.puts_it_away()

    await town.waits(minutes=55)
    assert rosa.screen == []
    await town.waits(minutes=6)

    assert rosa.screen == [NOTICE]


async def test_she_keeps_it_to_herself(town: Town, mia: Resident, rosa: Resident) -> None:
    """And her mother can tell in no way that there was anything."""
    await says_all_is_well(town, mia)
    await mia.taps("All good")

    await mia.taps("Keep it to myself")
    assert mia.sees("Kept. Nobody hears of it.")
    await town.waits(hours=20)

    assert rosa.screen == []
    await rosa.says("/people")
    await rosa.taps("News of Mia")
    assert rosa.screen == [GONE]


async def test_too_late_to_keep_it(town: Town, mia: Resident, rosa: Resident) -> None:
    """What is out is out; the button says so."""
    await says_all_is_well(town, mia)
    await mia.taps("All good")
    message, keep = next(one for one in buttons(town, mia) if one[1].startswith("keepnews:"))
    await town.waits(hours=2)

    await presses(town, MIA.user_id, keep, message)

    assert mia.sees("This one waits no longer")
    assert rosa.screen == [NOTICE]


async def test_keeping_all_of_it_keeps_good_news_as_well(
    town: Town, mia: Resident, rosa: Resident
) -> None:
    """Nothing today is nothing."""
    await shares(mia, "Rosa", "mood")
    await says_all_is_well(town, mia)
    await mia.taps("All good")
    await mia.taps("Keep something to myself")

    await mia.taps("Keep all of it")
    await town.waits(hours=20)

    assert rosa.screen == []


@pytest.mark.parametrize("button", ["sendnews:fortnight", "keepnews:fortnight"])
async def test_nobody_else_decides_about_her_news(
    town: Town, mia: Resident, rosa: Resident, sam: Resident, dana: Resident, button: str
) -> None:
    """Not by a button that was made up either."""
    await says_all_is_well(town, mia)
    await mia.taps("All good")

    for one in (rosa, sam, dana):
        await presses(town, one.phone.user_id, button)
    await town.waits(minutes=50)
    assert rosa.screen == []
    await town.waits(minutes=15)

    assert NOTICE in rosa.screen


async def test_it_is_told_once(town: Town, mia: Resident, rosa: Resident) -> None:
    """A day that was reached is reached; the next evening is no news."""
    await says_all_is_well(town, mia)
    await mia.taps("All good")
    await mia.taps("Send it now")
    rosa.puts_it_away()

    await town.waits(days=1)
    await mia.taps("Start")
    for answer in ("no", "2", "7", "7", "8", "yes", "yes"):
        await mia.says(answer)
    await mia.taps("All good")

    assert mia.sees("Thank you for checking in.")
    assert rosa.screen == []


async def test_no_news_after_a_lapse(town: Town, mia: Resident, rosa: Resident) -> None:
    """Nobody is congratulated on the day on which it is hardest."""
    await begins(town, mia)
    await mia.says("yes")
    await mia.taps("Yes, I am safe")

    await mia.taps("Rest")

    assert mia.sees("Thank you for checking in.")
    assert rosa.screen == []


async def goes_to_bed_early(town: Town) -> None:
    """Let Rosa's quiet hours begin before Mia's evening, so that news for her waits."""
    async with town.app.ground.database.unit_of_work() as uow:
        rosa = await uow.people.by_chat(ROSA.user_id)
        assert rosa is not None
        await uow.people.update(replace(rosa, quiet_from=time(19, 0)))


async def reports_a_lapse(town: Town, mia: Resident, ending: str) -> None:
    """Let Mia say at ten past eight that she used after all, and leave it at that."""
    await mia.says("/checkin")
    await mia.taps("Check in again")
    await mia.says("yes")
    if ending == "stopped":
        await mia.says("/stop")
    elif ending == "interrupted":
        await mia.says("/sos")
    else:
        await town.waits(hours=3)


@pytest.mark.parametrize("ending", ["stopped", "interrupted", "left"])
async def test_a_lapse_takes_waiting_news_back_at_once(
    town: Town, mia: Resident, rosa: Resident, ending: str
) -> None:
    """At the answer, whatever becomes of the check-in in which it was given."""
    await goes_to_bed_early(town)
    await says_all_is_well(town, mia)
    await mia.taps("All good")
    assert rosa.screen == []

    await reports_a_lapse(town, mia, ending)
    await town.waits(hours=14)

    assert rosa.screen == []


async def test_a_lapse_told_of_ones_own_accord_takes_it_back(
    town: Town, mia: Resident, rosa: Resident
) -> None:
    """She opens it herself and leaves at the first question: it has been said all the same."""
    await goes_to_bed_early(town)
    await says_all_is_well(town, mia)
    await mia.taps("All good")

    await mia.says("/coping")
    await mia.taps("I drank or used")
    await mia.taps("Yes, I am safe")
    await town.waits(hours=14)
    await mia.says("/goals")

    assert rosa.screen == []
    assert mia.sees("Free of use on 11 of 13 days")


async def test_what_was_taken_back_may_be_told_when_it_is_reached_again(
    town: Town, mia: Resident, rosa: Resident
) -> None:
    """The day after, there are fourteen again, and it is news as if it had never been withdrawn."""
    await goes_to_bed_early(town)
    await says_all_is_well(town, mia)
    await mia.taps("All good")
    await reports_a_lapse(town, mia, "stopped")

    await town.waits(days=1)
    await mia.taps("Start")
    for answer in ("no", "2", "7", "7", "8", "yes", "yes"):
        await mia.says(answer)
    await mia.taps("All good")
    assert mia.sees("this good news goes to Rosa")
    await town.waits(hours=14)

    assert rosa.screen == [NOTICE]
    await rosa.taps("Open")
    assert rosa.sees("fourteen evenings that are mine")


async def test_what_was_told_once_is_not_announced_again(
    town: Town, mia: Resident, rosa: Resident
) -> None:
    """Reached once more after a hard evening: her mother knows, and Mia is not told otherwise."""
    await says_all_is_well(town, mia)
    await mia.taps("All good")
    await mia.taps("Send it now")
    await reports_a_lapse(town, mia, "stopped")
    rosa.puts_it_away()

    await town.waits(days=1)
    await mia.taps("Start")
    for answer in ("no", "2", "7", "7", "8", "yes", "yes"):
        await mia.says(answer)
    await mia.taps("All good")

    assert mia.sees("Thank you for checking in.")
    assert not mia.sees("this good news goes to Rosa")
    await town.waits(hours=2)
    assert rosa.screen == []


async def test_taken_back_before_it_is_sent(town: Town, mia: Resident, rosa: Resident) -> None:
    """A revocation holds at once, for what waits as well."""
    await says_all_is_well(town, mia)
    mia.phone.taps("All good")
    await town.app.inbox.drain()

    await revokes(town)
    await town.waits(minutes=1)

    assert mia.sees("Thank you for checking in.")
    assert rosa.screen == []


async def test_taken_back_before_it_is_opened(town: Town, mia: Resident, rosa: Resident) -> None:
    """A notice that lies there discloses nothing."""
    await says_all_is_well(town, mia)
    await mia.taps("All good")
    await mia.taps("Send it now")
    assert rosa.screen == [NOTICE]

    await revokes(town)
    await rosa.taps("Open")

    assert rosa.screen == [GONE]


async def test_the_mother_stepped_back(town: Town, mia: Resident, rosa: Resident) -> None:
    """Whoever has left opens nothing more."""
    await says_all_is_well(town, mia)
    await mia.taps("All good")
    await mia.taps("Send it now")
    async with town.app.ground.database.unit_of_work() as uow:
        person = await uow.people.by_chat(ROSA.user_id)
        client = await uow.people.by_chat(MIA.user_id)
        assert person is not None
        assert client is not None
        await uow.people.leave(person.id, client.id, Role.FAMILY, town.clock.now())

    await rosa.taps("Open")

    assert not any("fourteen" in text for text in rosa.screen)
    assert rosa.screen or rosa.toast


async def test_the_account_of_what_was_told(town: Town, mia: Resident) -> None:
    """Mia can be shown who was told what, and under which grant."""
    since = town.clock.now() - timedelta(minutes=1)
    await says_all_is_well(town, mia)

    await mia.taps("All good")
    await mia.taps("Send it now")

    async with town.app.ground.database.reading() as uow:
        client = await uow.people.by_chat(MIA.user_id)
        rosa = await uow.people.by_chat(ROSA.user_id)
        assert client is not None
        assert rosa is not None
        told = await uow.outbox.disclosures(client.id, since)
    assert [(one.recipient_id, one.category) for one in told] == [(rosa.id, "milestones")]


async def test_news_waits_for_a_phone_that_is_off_but_not_for_ever(
    town: Town, mia: Resident, rosa: Resident
) -> None:
    """A mother who blocked the bot and comes back days later reads nothing stale."""
    await rosa.blocks()
    await says_all_is_well(town, mia)
    await mia.taps("All good")
    await mia.taps("Send it now")

    await town.waits(days=3)
    rosa.phone.unblocks()
    rosa.puts_it_away()
    await town.waits(minutes=5)

    assert rosa.screen == []


async def test_what_somebody_was_told_is_read_with_the_grant_behind_it(
    town: Town, mia: Resident, rosa: Resident
) -> None:
    """A checker that looks at the reader alone finds the client's grant all the same."""
    since = town.clock.now()
    await says_all_is_well(town, mia)
    await mia.taps("All good")
    await mia.taps("Send it now")
    assert rosa.screen == [NOTICE]
    async with town.app.ground.database.reading() as uow:
        person = await uow.people.by_chat(ROSA.user_id)
    assert person is not None

    part = await books.read(town.app.ground.database, Part(frozenset({person.id}), since, since))

    told = {row.grant_id for row in part.outbox if row.grant_id is not None}
    assert told
    assert told <= part.grants.keys()
