"""Granting: nothing is shared unseen, and taking it back holds at that very instant."""

from datetime import timedelta

import pytest

from bot.cast import MIA, ROSA, SAM
from bot.town import Resident, Town
from dialogs.care.consent import Category, may_see
from dialogs.care.people import Role
from tests.stories.keeping import buttons, presses
from tests.stories.steps import is_not_safe, says_all_is_well
from tests.stories.test_supporters import person

NOTICE = "There is something for you here."
NOTHING = "There is nothing new here right now. When there is, I write to you."
MOOD = "Mood: about 7 of 10"


async def opens_what_they_get(mia: Resident, whom: str) -> None:
    """Let Mia look at what somebody can get."""
    await mia.says("/people")
    await mia.taps(whom)
    await mia.taps("What they get")


async def shares(mia: Resident, whom: str, what: str, length: str = "Yes, until I end it") -> None:
    """Let Mia read the preview of one kind of thing, and say yes to it."""
    await opens_what_they_get(mia, whom)
    await mia.taps(what)
    await mia.taps(length)


def the_yes(town: Town, mia: Resident) -> tuple[int, str]:
    """Return message and data of the newest button that says yes until she ends it."""
    return next(one for one in reversed(buttons(town, mia)) if one[1].startswith("grant:"))


async def sees(town: Town, chat_id: int, kind: Category) -> bool:
    """Tell whether somebody may see a kind of thing about Mia now."""
    mia, reader = await person(town, MIA.user_id), await person(town, chat_id)
    async with town.app.ground.database.reading() as uow:
        grants = await uow.consents.of_client(mia.id)
    return may_see(grants, reader.id, mia.id, kind, town.clock.now()) is not None


async def test_the_circle_on_one_screen(town: Town, mia: Resident) -> None:
    """Who is there, what each of them gets; and the friends who are only a number to call."""
    await mia.says("/people")

    screen = mia.screen[-1]
    assert "Dana · counselor\nGets: everything" in screen
    assert "Sam · sponsor\nGets: when you need someone" in screen
    assert "Rosa · family\nGets: good news" in screen
    assert {"Dana", "Sam", "Rosa", "Invite someone", "Add a name to call"} <= set(mia.buttons)


async def test_the_very_words_stand_before_the_yes(
    town: Town, mia: Resident, rosa: Resident
) -> None:
    """What the mother reads a week later is what the daughter read, figures aside."""
    await opens_what_they_get(mia, "Rosa")
    await mia.taps("mood")

    preview = mia.screen[-1]
    assert "If you say yes to “mood”, Rosa gets this:" in preview
    assert "A week of Mia, as far as it is shared with you:" in preview
    assert "Mood: about 6 of 10" in preview
    assert "This is for you alone. Please do not pass it on." in preview
    assert "42 CFR part 2" in preview
    assert "You can take it back at any time" in preview
    assert not await sees(town, ROSA.user_id, Category.MOOD)


async def test_what_a_sponsor_is_asked_with_stands_before_the_yes(
    town: Town, mia: Resident, sam: Resident
) -> None:
    """The notice and the card behind it are the very ones he gets a little later."""
    await mia.says("/discreet")
    await mia.taps("Write, don't call")
    await opens_what_they_get(mia, "Sam")
    await mia.taps("✓ when you need someone")
    preview = mia.screen[-1]

    await is_not_safe(town, mia)
    await town.waits(minutes=15)
    await sam.taps("Open")

    card = sam.screen[-1]
    assert card in preview
    assert "Please write to Mia and do not call." in card
    assert "42 CFR part 2 prohibits unauthorized use or disclosure of these records." in card


async def test_to_family_it_begins_a_day_later(town: Town, mia: Resident) -> None:
    """So that a yes said under pressure can be taken back unseen."""
    await shares(mia, "Rosa", "mood")

    assert mia.sees("Done. From 2026-05-13 on, Rosa gets: mood.")
    assert not await sees(town, ROSA.user_id, Category.MOOD)
    await town.waits(hours=23)
    assert not await sees(town, ROSA.user_id, Category.MOOD)
    await town.waits(hours=2)
    assert await sees(town, ROSA.user_id, Category.MOOD)


async def test_a_mother_who_is_a_sponsor_is_family_still(town: Town, mia: Resident) -> None:
    """A second role is no way around the day in which it can be taken back unseen."""
    client, mother = await person(town, MIA.user_id), await person(town, ROSA.user_id)
    async with town.app.ground.database.unit_of_work() as uow:
        await uow.people.join(mother.id, client.id, Role.SPONSOR, town.clock.now())

    await shares(mia, "Rosa", "when you need someone")

    assert mia.sees("Done. From 2026-05-13 on, Rosa gets: when you need someone.")
    assert not await sees(town, ROSA.user_id, Category.ALERTS)
    await town.waits(days=31)
    assert mia.sees(NOTICE)


async def test_the_closing_says_who_gets_what(town: Town, mia: Resident) -> None:
    """Kind by kind; that she checked in is a thing to be told as well."""
    await shares(mia, "Sam", "that you checked in")
    await shares(mia, "Sam", "medicines")
    await shares(mia, "Rosa", "mood")

    await says_all_is_well(town, mia)
    await mia.taps("All good")

    assert mia.sees("Who sees this: Dana (everything), Sam (that you checked in, medicines).")


async def test_to_a_sponsor_it_begins_at_once(town: Town, mia: Resident) -> None:
    """A sponsor is chosen for the hard hours."""
    await shares(mia, "Sam", "cravings", "Yes, for 30 days")

    assert mia.sees("Done. Sam gets: cravings.")
    assert mia.sees("Until 2026-06-11")
    assert await sees(town, SAM.user_id, Category.CRAVINGS)
    await town.waits(days=30)
    assert not await sees(town, SAM.user_id, Category.CRAVINGS)


async def test_words_that_changed_are_shown_again(town: Town, mia: Resident) -> None:
    """A yes is to what was read; a week later there is another week."""
    await opens_what_they_get(mia, "Sam")
    await mia.taps("mood")
    message_id, yes = the_yes(town, mia)
    await town.waits(days=8)

    await presses(town, MIA.user_id, yes, message_id)

    assert mia.sees("The words have changed since you looked.")
    assert not await sees(town, SAM.user_id, Category.MOOD)


async def test_two_taps_take_it_back(town: Town, mia: Resident, rosa: Resident) -> None:
    """And the mother is told nothing at all."""
    await mia.says("/people")
    await mia.taps("Rosa")

    await mia.taps("Stop sharing")
    await mia.taps("Yes, stop all")

    assert mia.sees("Stopped. Nothing more reaches Rosa.")
    assert not await sees(town, ROSA.user_id, Category.MILESTONES)
    assert rosa.screen == []


async def test_what_waits_is_taken_back_with_it(town: Town, mia: Resident, rosa: Resident) -> None:
    """Good news that lie in the outbox until the morning never leave it."""
    await town.waits(hours=3)
    mother = await person(town, ROSA.user_id)
    assert mother.quiet_from.hour >= 20
    await mia.taps("Start")
    for answer in ("no", "2", "7", "7", "8", "yes", "yes"):
        await mia.says(answer)
    await mia.taps("All good")
    assert rosa.screen == []

    await mia.says("/people")
    await mia.taps("Rosa")
    await mia.taps("Stop sharing")
    await mia.taps("Yes, stop all")
    await town.waits(hours=14)

    assert rosa.screen == []


async def test_a_notice_that_is_out_already_opens_on_nothing(
    town: Town, mia: Resident, rosa: Resident
) -> None:
    """Taken back and nothing new read alike."""
    await says_all_is_well(town, mia)
    await mia.taps("All good")
    await mia.taps("Send it now")
    assert rosa.screen == [NOTICE]
    await mia.says("/people")
    await mia.taps("Rosa")
    await mia.taps("Stop sharing")
    await mia.taps("Yes, stop all")

    await rosa.taps("Open")

    assert rosa.screen[-1] == NOTHING


async def test_never_revoked_and_nothing_new_look_the_same(
    town: Town, mia: Resident, rosa: Resident
) -> None:
    """Byte by byte, with the very same buttons: there is nothing to be read off the screen."""
    shown = []

    async def looks() -> None:
        await rosa.says("/people")
        before = (rosa.screen[-1], tuple(rosa.buttons))
        await rosa.taps("News of Mia")
        shown.append((*before, rosa.screen[-1], tuple(rosa.buttons)))

    await looks()  # granted, and nothing new
    await mia.says("/people")
    await mia.taps("Rosa")
    await mia.taps("Let it rest")
    await mia.taps("7 days")
    await looks()  # resting
    await mia.says("/people")
    await mia.taps("Rosa")
    await mia.taps("Stop sharing")
    await mia.taps("Yes, stop all")
    await looks()  # taken back

    assert shown[0][2] == NOTHING
    assert len(set(shown)) == 1


async def test_a_quiet_rest(town: Town, mia: Resident, rosa: Resident) -> None:
    """It goes on by itself, or by a tap, and Rosa never hears of it."""
    await mia.says("/people")
    await mia.taps("Rosa")
    await mia.taps("Let it rest")
    await mia.taps("7 days")

    assert mia.sees("Sharing with Rosa rests until 2026-05-19.")
    assert not await sees(town, ROSA.user_id, Category.MILESTONES)
    await mia.taps("Go on sharing")
    assert await sees(town, ROSA.user_id, Category.MILESTONES)
    await mia.taps("Let it rest")
    await mia.taps("7 days")
    await town.waits(days=7, minutes=1)
    assert await sees(town, ROSA.user_id, Category.MILESTONES)
    assert rosa.screen == []


async def test_who_would_still_be_told(town: Town, mia: Resident) -> None:
    """Before somebody leaves the ladder the client reads who is left on it."""
    await mia.says("/people")
    await mia.taps("Sam")
    await mia.taps("Stop sharing")
    assert mia.sees("If you need someone, these people are still told: Dana.")
    await mia.taps("Yes, stop all")

    await mia.says("/people")
    await mia.taps("Dana")
    await mia.taps("Stop sharing")

    assert mia.sees("If you need someone, nobody would be told then.")


async def test_a_revoked_sponsor_hands_an_open_alert_on_at_once(
    town: Town, mia: Resident, sam: Resident, dana: Resident
) -> None:
    """It does not wait for a quarter of an hour for somebody who may not see it."""
    await is_not_safe(town, mia)
    await town.waits(minutes=15)
    assert sam.sees("alert 1")
    dana.puts_it_away()

    await mia.says("/people")
    await mia.taps("Sam")
    await mia.taps("Stop sharing")
    await mia.taps("Yes, stop all")

    assert dana.sees("alert 1")


async def test_out_of_the_circle(town: Town, mia: Resident, rosa: Resident) -> None:
    """Nothing more reaches her, and nobody writes to her about it."""
    await mia.says("/people")
    await mia.taps("Rosa")
    await mia.taps("Take out of my circle")
    await mia.taps("Yes")

    assert mia.sees("Rosa is no longer in your circle here.")
    await says_all_is_well(town, mia)
    await mia.taps("All good")
    await town.waits(days=8)
    assert rosa.screen == []


async def test_a_supporter_who_left_begins_with_nothing(
    town: Town, mia: Resident, sam: Resident
) -> None:
    """What was granted to him ended when he went."""
    await sam.says("/stop")
    await sam.taps("Stop them")

    assert not await sees(town, SAM.user_id, Category.ALERTS)


async def test_whoever_supports_nobody_any_more_reads_just_that(
    town: Town, mia: Resident, rosa: Resident
) -> None:
    """A mother has no counselor here who could help with it."""
    await mia.says("/people")
    await mia.taps("Rosa")
    await mia.taps("Take out of my circle")
    await mia.taps("Yes")

    await rosa.says("/people")

    assert rosa.screen == ["You support nobody here right now."]


async def test_nobody_shares_for_her(town: Town, mia: Resident, rosa: Resident) -> None:
    """A button of Mia's in her mother's hands does nothing."""
    await opens_what_they_get(mia, "Rosa")
    await mia.taps("mood")
    _, yes = the_yes(town, mia)

    await presses(town, ROSA.user_id, yes)

    assert not await sees(town, ROSA.user_id, Category.MOOD)
    await town.waits(days=2)
    assert not await sees(town, ROSA.user_id, Category.MOOD)


async def test_who_was_told_what_and_when(town: Town, mia: Resident, rosa: Resident) -> None:
    """One line for each thing told, with when it was opened; and who looked."""
    await says_all_is_well(town, mia)
    await mia.taps("All good")
    await mia.taps("Send it now")
    await mia.says("/people")
    await mia.taps("Who was told what")
    assert "2026-05-12 20:" in mia.screen[-1]
    assert "· Rosa · good news" in mia.screen[-1]
    assert "opened" not in mia.screen[-1].splitlines()[2]

    await rosa.taps("Open")
    await mia.says("/people")
    await mia.taps("Who was told what")

    told = [line for line in mia.screen[-1].splitlines() if "Rosa · good news" in line]
    assert len(told) == 1
    assert "opened 2026-05-12 20:" in told[0]
    assert "Rosa · opened an update" in mia.screen[-1]


async def test_the_account_holds_what_was_told(town: Town, mia: Resident, sam: Resident) -> None:
    """Not what was meant to be: taken back before he opened it, her mood was never told."""
    await says_all_is_well(town, mia)
    await mia.taps("All good")
    await shares(mia, "Sam", "mood")
    await shares(mia, "Sam", "cravings")
    await town.waits(days=5)
    assert sam.screen == [NOTICE]
    await opens_what_they_get(mia, "Sam")
    await mia.taps("✓ mood")
    await mia.taps("Stop this")
    await mia.taps("Yes, stop it")
    await sam.taps("Open")
    await shares(mia, "Sam", "use")
    await sam.says("/people")
    await sam.taps("News of Mia")

    await mia.says("/people")
    await mia.taps("Sam")
    await mia.taps("What they were told")

    told = [line for line in mia.screen[-1].splitlines() if "· Sam ·" in line]
    assert not any("· mood" in line for line in told)
    assert sum("· cravings · opened" in line for line in told) == 1
    assert any("· use" in line for line in told)


async def test_nothing_told_is_said_too(town: Town, mia: Resident) -> None:
    """An empty list is an answer."""
    await mia.says("/people")
    await mia.taps("Sam")
    await mia.taps("What they were told")

    assert mia.sees("Nobody was told anything in the last 90 days.")


async def test_her_mother_is_asked_about_again(town: Town, mia: Resident, rosa: Resident) -> None:
    """In private, every month; a neutral notice, and the question behind it."""
    await shares(mia, "Rosa", "goals")
    mia.puts_it_away()
    await town.waits(days=31)
    assert NOTICE in mia.screen
    await mia.taps("Open")

    assert mia.sees("Rosa has been getting “goals” from you.")
    await mia.taps("Yes, go on")
    assert mia.sees("Good. It goes on.")
    assert await sees(town, ROSA.user_id, Category.GOALS)
    assert "asked" not in "".join(rosa.screen)


async def test_before_it_ends_she_is_asked(town: Town, mia: Resident) -> None:
    """Three days before; a yes makes it thirty days longer."""
    await shares(mia, "Sam", "cravings", "Yes, for 30 days")
    mia.puts_it_away()
    await town.waits(days=27, hours=1)
    await mia.taps("Open")
    assert mia.sees("Sam gets “cravings” from you until 2026-06-11.")

    await mia.taps("30 more days")
    await town.waits(days=10)

    assert await sees(town, SAM.user_id, Category.CRAVINGS)


@pytest.mark.parametrize("days", [28, 30])
async def test_whoever_says_nothing_lets_it_end(town: Town, mia: Resident, days: int) -> None:
    """Silence is no consent."""
    await shares(mia, "Sam", "cravings", "Yes, for 30 days")
    begun = town.clock.now()

    await town.waits_until(begun + timedelta(days=days))

    assert await sees(town, SAM.user_id, Category.CRAVINGS) is (days < 30)
