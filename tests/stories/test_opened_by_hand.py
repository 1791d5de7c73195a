"""The library: what a client opens themselves, and what it changes once it is done."""

import pytest

from bot.cast import MIA
from bot.town import Resident, Town
from dialogs.care.people import Person
from dialogs.care.plan import Plan
from tests.stories.keeping import forges


async def known(town: Town) -> tuple[Person, Plan]:
    """Return Mia as she is kept, with her plan."""
    async with town.app.ground.database.reading() as uow:
        mia = await uow.people.by_chat(MIA.user_id)
        assert mia is not None
        plan = await uow.plans.current(mia.id)
        assert plan is not None
        return mia, plan


async def test_an_exercise_is_two_taps_away(town: Town, mia: Resident) -> None:
    await mia.says("/coping")
    await mia.taps("Slow breathing")

    assert mia.sees("How tense are you right now?")


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("/journal", "This page is yours."),
        ("/feedback", "What do you think of me?"),
        ("/travel", "Where will you be?"),
        ("/safety", "1 My signs"),
    ],
)
async def test_what_has_a_command_of_its_own(
    town: Town, mia: Resident, command: str, words: str
) -> None:
    await mia.says(command)

    assert mia.sees(words)


async def test_a_journey_moves_every_check_in(town: Town, mia: Resident) -> None:
    """Typed at five to eight in New York: tonight's question comes at eight where she is now."""
    await mia.says("/travel")
    await mia.says("Chicago")
    await mia.taps("I am there now")
    await mia.taps("Same hours, there")
    await mia.taps("Yes, do it")

    assert mia.sees("I go by the clock in Chicago now. It is 18:55 there.")
    person, _ = await known(town)
    assert person.zone == "America/Chicago"
    mia.puts_it_away()
    await town.waits(minutes=60)
    assert mia.screen == []
    await town.waits(minutes=10)
    assert mia.sees("Hello. A minute for you")


async def test_a_place_nobody_knows_gets_a_sentence(town: Town, mia: Resident) -> None:
    await mia.says("/travel")
    await mia.says("Atlantis")
    await mia.taps("I am there now")
    await mia.taps("Same hours, there")
    await mia.taps("Yes, do it")

    assert mia.sees("I do not know that place.")
    assert (await known(town))[0].zone == "America/New_York"


async def test_a_safety_step_that_was_written_anew_is_kept(town: Town, mia: Resident) -> None:
    """The steps that were skipped stay as they were; the crisis card follows."""
    _, before = await known(town)
    await mia.says("/safety")
    await mia.taps("Go through all six steps")
    assert mia.sees("This is your plan for the worst moments")
    await mia.says("I stop eating\nI stay in bed")
    for _ in range(5):
        await mia.taps("Skip")
    await mia.taps("Save it")

    assert mia.sees("Saved. /sos shows these steps from now on.")
    _, after = await known(town)
    assert after.safety.signs == ("I stop eating", "I stay in bed")
    assert after.safety.alone == before.safety.alone
    assert after.version == before.version + 1


async def test_what_comes_at_its_own_time_cannot_be_opened_by_hand(
    town: Town, mia: Resident
) -> None:
    forges(town, MIA.user_id, "open_dialog:welcome")
    await town.waits(seconds=4)

    assert not mia.sees("Which language")


async def test_after_use_it_is_said_truly_who_hears_of_it(town: Town, mia: Resident) -> None:
    """Her counselor does, as she agreed; nobody else is named."""
    await mia.says("/coping")
    await mia.taps("I drank or used")
    await mia.taps("Yes, I am safe")
    await mia.taps("Rest")

    assert mia.sees("As you agreed, Dana will know about this.")
