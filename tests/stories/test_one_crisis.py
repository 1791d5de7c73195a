"""One crisis: what is asked because of somebody's words is about the same need as the words."""

from bot.town import Resident, Town
from tests.stories.staff import alert

WORDS = "I am going to kill myself tonight"
PAGE = "Someone you look after needs you. Alert 1."
HAS_THIS = "Dana has this and will be in touch."


async def numbers(town: Town) -> list[int]:
    """List the open alerts."""
    async with town.app.ground.database.reading() as uow:
        return [one.number for one in await uow.alerts.all_open(9)]


async def test_silence_while_somebody_is_on_it_asks_nobody_else(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """They are talking: the question that nobody tapped is a word for Dana, and no second alert."""
    await mia.says(WORDS)
    await dana.taps("I'm on it")
    dana.puts_it_away()

    await town.waits(minutes=28)

    assert await numbers(town) == [1]
    assert dana.screen == ["There is a new word on alert 1."]
    assert mia.screen[-1] == HAS_THIS
    assert sam.screen == []
    await dana.taps("Open")
    assert dana.sees("safe right now: no answer")


async def test_silence_while_nobody_is_on_it_is_one_alert(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """The page is out already; it climbs as it would, once."""
    await mia.says(WORDS)

    await town.waits(minutes=16)

    assert await numbers(town) == [1]
    assert dana.screen == [PAGE]
    assert sam.screen == ["Nobody has taken alert 1 yet. Can you?"]


async def test_an_answer_that_asks_for_somebody_is_a_page_of_its_own(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Whoever says that they are not safe has said something new, and loudly."""
    await mia.says(WORDS)

    await mia.taps("No")

    assert dana.screen == [PAGE, "Someone you look after needs you. Alert 2."]


async def test_silence_after_it_was_closed_is_heard_anew(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """What has been closed takes nothing in."""
    await mia.says(WORDS)
    await dana.taps("I'm on it")
    await dana.taps("Reached, needs more")

    await town.waits(minutes=11)

    assert await numbers(town) == [2]
    assert dana.sees("Alert 2")


async def test_a_new_call_of_its_own_is_a_new_alert(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """An hour later she asks for help again: that is no word on what Dana has."""
    await mia.says(WORDS)
    await dana.taps("I'm on it")
    await mia.taps("Yes, I am safe")
    await town.waits(minutes=20)

    await mia.says("/sos")
    await town.waits(minutes=11)

    assert await numbers(town) == [1, 2]


async def test_what_came_of_words_about_violence_stays_with_staff(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """The silence joins, and what it joined goes to no sponsor."""
    await mia.says("he is outside with a knife")

    await town.waits(minutes=40)

    assert await numbers(town) == [1]
    assert (await alert(town)).staff_only
    assert sam.screen == []


async def test_whoever_writes_on_instead_of_answering_is_not_silent_for_ever(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Words that are no answer are met kindly; ten minutes after the question somebody is told."""
    await mia.says("/sos")
    for _ in range(4):
        await town.waits(minutes=2)
        await mia.says("is anybody there?")
    assert mia.sees("I am here. I am a program")
    assert dana.screen == []

    await town.waits(minutes=2)

    assert dana.screen == [PAGE]


async def test_a_command_after_it_is_no_call_for_help(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Its name is ours, and no piece of what Mia wrote: no card comes that promises a question."""
    await mia.says("he is outside with a knife")
    await mia.taps("Yes, I am safe")
    mia.puts_it_away()

    await mia.says("/people")

    assert not mia.sees("Next I ask if you are safe")
    assert mia.screen[0].startswith("Your people")


async def test_pieces_around_a_command_are_still_read_together(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """A command between them does not hide what they say."""
    await mia.says("i am going to")
    await mia.says("/help")
    await mia.says("kill myself tonight")

    assert dana.screen == [PAGE]
