"""Late: an answer after the window is welcome until the next check-in, and is known as late."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.cast import MIA
from bot.town import Resident, Town
from dialogs.care.warning_signs import Reading
from storage.check_ins import CheckInState
from tests.stories.keeping import buttons, forges
from tests.stories.steps import begins

USE, CRAVING = "Did you drink or use today?", "How strong was the craving"
PROMPT = "Hello. A minute for you, whenever you are ready."
WHICH = "This check-in was for yesterday at 20:00. Is it about then, or about now?"
PAGE = "Someone you look after needs you. Alert 1."
EVENING = date(2026, 5, 12)
NIGHT = {"hours": 4, "minutes": 10}
"""From five to eight until just after midnight: the window of the check-in has passed."""


async def last_check_in(town: Town) -> CheckInState:
    """Return what became of Mia's latest check-in that was due."""
    now = town.clock.now()
    async with town.app.ground.database.reading() as uow:
        mia = await uow.people.by_chat(MIA.user_id)
        assert mia is not None
        past = await uow.check_ins.for_client(mia.id, now - timedelta(days=1))
    return [one for one in past if one.due_at <= now][-1].state


async def answers(town: Town) -> list[Reading]:
    """List what Mia has answered since the evening."""
    async with town.app.ground.database.reading() as uow:
        mia = await uow.people.by_chat(MIA.user_id)
        assert mia is not None
        return await uow.answers.readings(mia.id, town.clock.now() - timedelta(hours=20))


async def answers_the_rest(mia: Resident, *said: str) -> None:
    """Answer question by question, and agree to the recap."""
    for one in said:
        await mia.says(one)
    await mia.taps("All good")


async def test_filled_in_after_midnight(town: Town, mia: Resident, dana: Resident) -> None:
    """It says which evening it is about, and the answers are kept as late."""
    await town.waits(**NIGHT)

    await mia.taps("Fill it in")
    assert mia.screen[-1] == WHICH
    assert mia.buttons == ["About yesterday at 20:00", "About now"]
    await mia.taps("About yesterday")
    assert mia.sees("This one is about yesterday at 20:00, not about now.")
    assert USE in mia.screen[-1]
    await answers_the_rest(mia, "no", "2", "7", "7", "8", "yes", "yes")

    assert mia.sees("Thank you for checking in.")
    assert await last_check_in(town) is CheckInState.FINISHED
    assert {(one.late, one.about) for one in await answers(town)} == {(True, EVENING)}
    await dana.says("/clients")
    assert dana.sees("missed in a row: 0")


async def test_filled_in_about_now(town: Town, mia: Resident) -> None:
    """It is kept as late, and counts for the day on which it was said."""
    await town.waits(**NIGHT)
    await mia.taps("Fill it in")

    await mia.taps("About now")
    assert not mia.sees("This one is about")
    assert USE in mia.screen[-1]
    await answers_the_rest(mia, "no", "2", "7", "7", "8", "yes", "yes")

    found = await answers(town)
    assert {(one.late, one.about) for one in found} == {(True, None)}
    here = ZoneInfo("America/New_York")
    assert {one.day_of(here) for one in found} == {EVENING + timedelta(days=1)}


async def test_what_was_about_now_stays_so(town: Town, mia: Resident) -> None:
    """Left again and taken up again, it is not asked twice and not mixed."""
    await town.waits(**NIGHT)
    await mia.taps("Fill it in")
    await mia.taps("About now")
    await mia.says("no")
    await town.waits(hours=1)

    await mia.taps("Fill it in")
    assert CRAVING in mia.screen[-1]
    await mia.says("2")

    assert {one.about for one in await answers(town)} == {None}


async def test_who_answered_nothing_may_choose_anew(town: Town, mia: Resident) -> None:
    """About then at first, about now an hour later."""
    await town.waits(**NIGHT)
    await mia.taps("Fill it in")
    await mia.taps("About yesterday")
    await town.waits(hours=1)
    await mia.taps("Fill it in")

    await mia.taps("About now")
    await mia.says("no")

    assert {one.about for one in await answers(town)} == {None}


async def test_the_choice_takes_the_buttons_away(town: Town, mia: Resident) -> None:
    """It is asked once; a second tap on an old screen opens nothing twice."""
    await town.waits(**NIGHT)
    await mia.taps("Fill it in")
    (then,) = (data for _, data in buttons(town, mia) if ":then:" in data)
    await mia.taps("About now")
    mia.puts_it_away()

    forges(town, MIA.user_id, then)
    await town.waits(seconds=4)

    assert not mia.sees("This one is about")
    assert not [data for _, data in buttons(town, mia) if data.startswith("late:")]


async def test_an_answer_in_time_is_not_late(town: Town, mia: Resident) -> None:
    """However late in its window."""
    await town.waits(hours=4)

    await mia.taps("Start")
    await mia.says("no")

    assert {one.late for one in await answers(town)} == {False}


async def test_what_was_begun_goes_on_where_it_was_left(town: Town, mia: Resident) -> None:
    """Nobody is asked twice what they have answered."""
    await begins(town, mia)
    await mia.says("no")
    await town.waits(hours=2)

    await mia.taps("Fill it in")
    assert mia.sees("This one is about today at 20:00, not about now.")
    assert CRAVING in mia.screen[-1]
    await answers_the_rest(mia, "2", "7", "7", "8", "yes", "yes")

    found = [(one.name, one.late, one.about) for one in await answers(town)]
    assert found[:2] == [("use", False, None), ("craving", True, EVENING)]
    assert await last_check_in(town) is CheckInState.FINISHED


async def test_a_late_safety_answer_counts_as_much(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Whoever says at one in the morning that they are not safe is not safe now."""
    await town.waits(**NIGHT)
    await mia.taps("Fill it in")
    await mia.taps("About yesterday")

    await mia.says("no")
    await mia.taps("9")
    await mia.taps("No")

    assert dana.screen == [PAGE]


async def test_what_else_is_late_is_a_step_less_urgent(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """A use reported late is for the next look, not for the counselor's morning."""
    await town.waits(**NIGHT)
    await mia.taps("Fill it in")
    await mia.taps("About yesterday")

    await mia.says("yes")
    await mia.taps("Yes, I am safe")
    await town.waits(hours=10)

    assert dana.screen == ["Your day is ready."]


async def test_the_next_check_in_ends_it(town: Town, mia: Resident) -> None:
    """Then it is about today: the old button begins nothing, and says what does."""
    await town.waits(**NIGHT)
    fill_in = next(data for _, data in buttons(town, mia) if data.startswith("begin:"))
    await town.waits(hours=20)
    mia.puts_it_away()

    forges(town, MIA.user_id, fill_in)
    await town.waits(seconds=4)

    assert mia.screen == ["This one is closed now. /checkin starts a new one."]
    await mia.says("/checkin")
    assert USE in mia.screen[-1]
    assert not mia.sees("This one is about")


async def test_a_late_one_makes_way_for_the_next(town: Town, mia: Resident) -> None:
    """It is open as long as it goes on, but at eight the next evening's comes."""
    await town.waits(hours=23, minutes=45)
    await mia.taps("Fill it in")
    await mia.taps("About yesterday")
    await mia.says("no")

    await town.waits(minutes=21)
    await mia.taps("Start")

    assert USE in mia.screen[-1]
    assert not mia.sees(CRAVING)


async def test_left_again_it_is_missed_once(town: Town, mia: Resident, dana: Resident) -> None:
    """To have tried is no second silence."""
    await town.waits(**NIGHT)
    await mia.taps("Fill it in")
    await mia.taps("About yesterday")

    await town.waits(hours=1)

    assert await last_check_in(town) is CheckInState.MISSED
    assert mia.buttons == ["Fill it in"]
    await dana.says("/clients")
    assert dana.sees("missed in a row: 1")


async def test_what_we_missed_stays_ours(town: Town, mia: Resident, dana: Resident) -> None:
    """A window that closed while we were down is not hers, also when she tries and stops."""
    await town.waits(minutes=10)
    town.clock.walk_to(town.clock.now() + timedelta(hours=5))
    await town.waits(minutes=1)
    assert await last_check_in(town) is CheckInState.MISSED_BY_US

    await mia.taps("Fill it in")
    await mia.taps("About yesterday")
    await town.waits(hours=1)

    assert await last_check_in(town) is CheckInState.MISSED_BY_US
    await dana.says("/clients")
    assert dana.sees("missed in a row: 0")


async def test_a_word_that_lay_with_telegram_while_we_were_down(town: Town, mia: Resident) -> None:
    """It was said in time and comes to us too late: it is taken, as late."""
    await town.waits(minutes=10)
    mia.phone.says("/checkin")
    town.clock.walk_to(town.clock.now() + timedelta(hours=5))

    await town.app.settle()
    await town.waits(seconds=10)
    await mia.taps("Fill it in")
    await mia.taps("About now")
    await mia.says("no")

    assert {one.late for one in await answers(town)} == {True}


async def test_first_what_is_running(town: Town, mia: Resident) -> None:
    """In the middle of a craving it does not begin, and is not lost."""
    await town.waits(**NIGHT)
    await mia.says("/now")

    await mia.taps("Fill it in")
    assert mia.sees("First this one. After it, tap the other again.")
    assert "How strong is it right now?" in mia.screen[-1]
    await mia.says("/stop")
    await mia.taps("Fill it in")
    await mia.taps("About now")

    assert USE in mia.screen[-1]


@pytest.mark.parametrize("tapped", ["later", "begin"])
async def test_any_old_button_of_it(town: Town, mia: Resident, tapped: str) -> None:
    """A phone that still shows the old prompt opens it late as well."""
    await town.waits(minutes=10)
    (number,) = {d.partition(":")[2] for _, d in buttons(town, mia) if d.startswith("begin:")}
    await town.waits(**NIGHT)

    forges(town, MIA.user_id, f"{tapped}:{number}")
    await town.waits(seconds=4)

    assert mia.screen[-1] == WHICH
