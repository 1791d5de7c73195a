"""Putting off: one tap shows what is possible, the second chooses; the question comes back once."""

from dataclasses import replace
from datetime import time

import pytest

from bot.cast import MIA
from bot.town import Resident, Town
from tests.stories.steps import begins

PROMPT = "Hello. A minute for you, whenever you are ready."
REMINDER = "Still here if you have a minute."
USE = "Did you drink or use today?"
CHOICES = ["In 30 minutes, at 20:35", "In 2 hours, at 22:05", "Tonight at 22:30", "Start"]


@pytest.fixture
async def night_owl(town: Town, mia: Resident) -> Resident:
    """Mia, who is up until eleven."""
    async with town.app.ground.database.unit_of_work() as uow:
        person = await uow.people.by_chat(MIA.user_id)
        assert person is not None
        await uow.people.update(replace(person, quiet_from=time(23)))
    return mia


async def test_later_shows_the_choices_in_place(town: Town, night_owl: Resident) -> None:
    """The prompt itself turns into them; nothing is added to the chat."""
    await town.waits(minutes=10)
    before = len(town.telegram.messages(MIA.user_id))

    await night_owl.taps("Later")

    assert night_owl.screen == ["When suits you better?"]
    assert night_owl.buttons == CHOICES
    assert len(town.telegram.messages(MIA.user_id)) == before


@pytest.mark.parametrize(
    ("label", "at", "minutes"),
    [
        pytest.param("In 30 minutes", "20:35", 30, id="soon"),
        pytest.param("In 2 hours", "22:05", 120, id="later"),
        pytest.param("Tonight", "22:30", 145, id="tonight"),
    ],
)
async def test_the_second_tap_chooses(
    town: Town, night_owl: Resident, label: str, at: str, minutes: int
) -> None:
    """It comes back then, once, and can be answered."""
    await town.waits(minutes=10)
    await night_owl.taps("Later")

    await night_owl.taps(label)
    assert night_owl.screen == [f"All right. I will ask again at {at}."]
    await town.waits(minutes=minutes - 1)
    assert REMINDER not in night_owl.screen
    await town.waits(minutes=2)
    assert night_owl.screen.count(REMINDER) == 1
    await town.waits(minutes=15)
    assert night_owl.screen.count(REMINDER) == 1

    await night_owl.taps("Start")
    assert USE in night_owl.screen[-1]


async def test_choices_that_nobody_takes_change_nothing(town: Town, night_owl: Resident) -> None:
    """The reminder comes an hour after the prompt, as ever."""
    await town.waits(minutes=10)
    await night_owl.taps("Later")

    await town.waits(minutes=56)

    assert night_owl.screen == ["When suits you better?", REMINDER]


async def test_a_choice_that_is_no_longer_possible_takes_what_is(
    town: Town, night_owl: Resident
) -> None:
    """At a quarter past ten two hours are too long, half an hour is not."""
    await town.waits(minutes=10)
    await night_owl.taps("Later")
    await town.waits(hours=2, minutes=5)

    await night_owl.taps("In 2 hours")

    assert night_owl.sees("I will ask again at 22:40.")


async def test_near_the_end_it_can_be_begun_now_in_place(town: Town, night_owl: Resident) -> None:
    """Nothing is possible any more but now, and nothing is added to the chat."""
    await town.waits(hours=3, minutes=50)
    before = len(town.telegram.messages(MIA.user_id))

    await night_owl.taps("Later")
    assert night_owl.sees("I can keep this one open until 00:00, but not ask again before that.")
    assert len(town.telegram.messages(MIA.user_id)) == before
    await night_owl.taps("Now")

    assert USE in night_owl.screen[-1]


async def test_a_late_one_is_set_aside_without_a_time(town: Town, night_owl: Resident) -> None:
    """Its window is over: it waits for whoever comes back to it."""
    await town.waits(hours=9)
    await night_owl.taps("Fill it in")
    await night_owl.taps("About yesterday")

    await night_owl.taps("Later")
    assert night_owl.sees("All right, I set it aside. /checkin brings it back.")
    await night_owl.says("/checkin")

    assert USE in night_owl.screen[-1]


async def test_in_the_middle_the_soonest_is_taken_and_the_others_offered(
    town: Town, night_owl: Resident
) -> None:
    """Whoever puts the phone down after that is asked again all the same."""
    await begins(town, night_owl)

    await night_owl.taps("Later")
    assert night_owl.sees("I will ask again at 20:31.")
    assert night_owl.buttons == ["In 2 hours, at 22:01", "Tonight at 22:30"]
    await night_owl.taps("In 2 hours")
    assert night_owl.sees("I will ask again at 22:01.")
    await town.waits(hours=2, minutes=1)
    await night_owl.taps("Start")

    assert USE in night_owl.screen[-1]


async def test_later_near_the_end_of_the_window(town: Town, mia: Resident) -> None:
    """It says until when there is time, and offers now."""
    await town.waits(hours=3, minutes=45)

    await mia.taps("Later")
    assert mia.screen[-1].startswith("I can keep this one open until 00:00")
    await mia.taps("Now")

    assert USE in mia.screen[-1]
    left = [label for _, label in labels(town) if label in ("Now", "Later")]
    assert left == ["Later"]  # the question's own


async def test_later_after_the_first_question_leaves_time_to_answer(
    town: Town, mia: Resident
) -> None:
    """Half an hour and then three quarters of one, not a quarter."""
    await begins(town, mia)
    await mia.taps("Later")
    await town.waits(minutes=30 + 40)

    await mia.taps("Start")

    assert USE in mia.screen[-1]
    assert not mia.sees("This one is about")


def labels(town: Town) -> list[tuple[int, str]]:
    """List the buttons in Mia's chat by message."""
    return [
        (message.message_id, button.label)
        for message in town.telegram.messages(MIA.user_id)
        for row in message.buttons
        for button in row
    ]
