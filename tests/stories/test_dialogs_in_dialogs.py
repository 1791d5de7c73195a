"""Dialogs in dialogs: one runs another in between and goes on; one asks for another days later."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.cast import MIA
from bot.town import Resident, Town
from dialogs import playbook as playbooks
from dialogs.playbook import Playbook
from storage.check_ins import CheckIn, CheckInState
from tests.stories.conftest import Restart, opened
from tests.stories.practice import content, is_asked, moved_in

BEFORE = "How strong is it before?"
AFTER = "How calm are you after?"
NOW = "How is it now?"
PROMPT = "Hello. A minute for you, whenever you are ready."


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Playbook:
    """Our content, and a clinic's own dialogs beside it."""
    return playbooks.load(content(tmp_path_factory.mktemp("clinic")))


@pytest.fixture
async def town(history: Path, tmp_path: Path, practice: Playbook) -> AsyncIterator[Town]:
    """The whole program with these dialogs, at five to eight in the evening."""
    town = await opened(moved_in(history, tmp_path), practice)
    yield town
    await town.app.ground.database.close()


async def begins_to_breathe(town: Town, mia: Resident) -> None:
    await is_asked(town, mia, "practice_evening")
    await mia.taps("5")
    await mia.taps("Breathe")


async def planned_of(town: Town, dialog: str) -> list[CheckIn]:
    """Return Mia's check-ins with a dialog, of the last days and planned."""
    async with town.app.ground.database.reading() as uow:
        mia = await uow.people.by_chat(MIA.user_id)
        assert mia is not None
        found = await uow.check_ins.for_client(mia.id, town.clock.now() - timedelta(days=2))
    return [one for one in found if one.dialog == dialog]


async def readings(town: Town) -> set[str]:
    """Return the names of what Mia has answered in the last hour."""
    async with town.app.ground.database.reading() as uow:
        mia = await uow.people.by_chat(MIA.user_id)
        assert mia is not None
        found = await uow.answers.readings(mia.id, town.clock.now() - timedelta(hours=1))
    return {reading.name for reading in found}


async def test_a_called_dialog_runs_in_between(town: Town, mia: Resident) -> None:
    """It is asked where it is needed, and the first one goes on behind it."""
    await begins_to_breathe(town, mia)
    assert mia.sees(BEFORE)
    await mia.taps("4")
    assert mia.sees("Breathe slowly now.")
    assert mia.buttons == ["I am done now"]

    await town.waits(seconds=90)
    assert mia.sees(AFTER)
    await mia.taps("7")

    assert mia.sees("Good that you are back.")
    assert mia.sees(NOW)
    await mia.taps("6")
    assert mia.sees("You told me:")
    await mia.taps("Done")
    assert mia.sees("Thank you for checking in.")


async def test_a_wait_is_over_to_the_second(town: Town, mia: Resident) -> None:
    """Ninety seconds are ninety seconds, not the next beat of the minute."""
    await begins_to_breathe(town, mia)
    await mia.taps("4")

    await town.waits(seconds=85)
    assert not mia.sees(AFTER)
    await town.waits(seconds=2)

    assert mia.sees(AFTER)


async def test_a_wait_can_be_cut_short(town: Town, mia: Resident) -> None:
    """Who is calm already need not sit it out."""
    await begins_to_breathe(town, mia)
    await mia.taps("4")

    await mia.taps("I am done now")

    assert mia.sees(AFTER)


async def test_a_choice_that_names_no_dialog_goes_straight_on(town: Town, mia: Resident) -> None:
    await is_asked(town, mia, "practice_evening")
    await mia.taps("5")

    await mia.taps("Nothing now")

    assert mia.sees(NOW)
    await mia.taps("Back")
    assert mia.sees("Shall we do something for you?")


async def test_stop_ends_the_called_one_only(town: Town, mia: Resident) -> None:
    """Whoever has enough of the exercise has not had enough of the evening."""
    await begins_to_breathe(town, mia)

    await mia.says("/stop")

    assert mia.sees("Stopped that part. On we go.")
    assert mia.sees(NOW)
    await mia.says("/stop")
    assert mia.sees("Stopped. What you told me so far is kept.")


async def test_a_restart_in_the_called_dialog_loses_nothing(
    town: Town, mia: Resident, restarts: Restart
) -> None:
    """Both are kept, and which waits for which."""
    await begins_to_breathe(town, mia)
    await mia.taps("4")

    await restarts(town)
    await town.waits(seconds=90)
    await mia.taps("7")

    assert mia.sees(NOW)


async def test_help_in_a_crisis_comes_between_and_both_go_on(town: Town, mia: Resident) -> None:
    """Safety goes before everything; the exercise is taken up again, then what called it."""
    await begins_to_breathe(town, mia)

    await mia.says("/sos")
    await mia.taps("Yes")
    assert mia.sees(BEFORE)
    await mia.taps("4")
    await mia.taps("I am done now")
    await mia.taps("8")

    assert mia.sees(NOW)


async def test_a_craving_comes_between_and_both_go_on(town: Town, mia: Resident) -> None:
    """An interrupted exercise is one that comes back by itself."""
    await begins_to_breathe(town, mia)

    await mia.says("/now")
    assert mia.sees("How strong")
    await mia.says("/stop")

    assert mia.sees(BEFORE)


async def test_a_red_flag_in_the_called_dialog_pages_from_there(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Its own safety question, its own page, and then on with the exercise."""
    await begins_to_breathe(town, mia)

    await mia.taps("9")
    assert mia.sees("Are you safe there?")
    await mia.taps("No")

    assert dana.screen == ["Someone you look after needs you. Alert 1."]
    assert mia.sees("Breathe slowly now.")


async def test_silence_in_the_called_dialog_is_heard(
    town: Town, mia: Resident, dana: Resident
) -> None:
    await begins_to_breathe(town, mia)
    await mia.taps("9")

    await town.waits(minutes=10)

    assert dana.screen == ["Someone you look after needs you. Alert 1."]


async def test_answers_in_the_called_dialog_keep_the_check_in_open(
    town: Town, mia: Resident
) -> None:
    """Forty-five minutes since the last answer count from any answer."""
    await begins_to_breathe(town, mia)
    await town.waits(minutes=40)
    await mia.taps("4")
    await town.waits(minutes=40)

    await mia.taps("7")

    assert mia.sees(NOW)


async def test_a_window_that_closes_ends_both(town: Town, mia: Resident) -> None:
    """Nothing is left standing that could not be gone on with."""
    await begins_to_breathe(town, mia)

    await town.waits(minutes=50)
    mia.puts_it_away()
    await mia.says("4")

    assert mia.sees("Thank you for writing. I am a program, and I kept no note of this.")


async def test_a_dialog_may_begin_with_a_call(town: Town, mia: Resident) -> None:
    await is_asked(town, mia, "practice_start")
    assert mia.sees(BEFORE)

    await mia.says("/stop")

    assert mia.sees("Thank you for checking in.")


async def test_a_follow_up_comes_after_a_day_and_after_three(town: Town, mia: Resident) -> None:
    """Somebody asks again, without being asked to."""
    await is_asked(town, mia, "practice_lapse")
    await mia.taps("Yes")
    await mia.taps("Yes")
    planned = await planned_of(town, "practice_after")

    await town.waits_until(planned[0].due_at)
    await town.waits(seconds=1)
    await mia.taps("Start")

    hours = [round((one.due_at - planned[0].due_at).total_seconds() / 3600) for one in planned]
    assert hours == [0, 48]
    assert mia.sees("Some time has passed. Are you all right?")


async def test_a_follow_up_keeps_out_of_quiet_hours(town: Town, mia: Resident) -> None:
    """What was said at half past ten at night is asked about in the morning."""
    await town.waits(hours=2, minutes=40)
    await is_asked(town, mia, "practice_lapse")

    await mia.taps("Yes")

    local = [one.local[11:16] for one in await planned_of(town, "practice_after")]
    assert local == ["08:00", "08:00"]


async def test_two_hard_days_at_once_are_followed_up_once(town: Town, mia: Resident) -> None:
    await is_asked(town, mia, "practice_lapse")
    await mia.taps("Yes")
    await mia.taps("No")

    await is_asked(town, mia, "practice_lapse")
    await mia.taps("Yes")

    assert len(await planned_of(town, "practice_after")) == 2


async def test_a_follow_up_of_what_was_not_so_is_called_off(town: Town, mia: Resident) -> None:
    """Nobody is asked tomorrow about a hard day that was a slip of the thumb."""
    await is_asked(town, mia, "practice_lapse")
    await mia.taps("Yes")
    await mia.taps("Yes")

    await mia.taps("Change an answer")
    await mia.taps("Hard day")
    await mia.taps("No")

    states = {one.state for one in await planned_of(town, "practice_after")}
    assert states == {CheckInState.CANCELLED}


async def test_a_follow_up_outlives_other_changes(town: Town, mia: Resident) -> None:
    await is_asked(town, mia, "practice_lapse")
    await mia.taps("Yes")
    await mia.taps("Yes")

    await mia.taps("Change an answer")
    await mia.taps("Rest")
    await mia.taps("No")

    states = {one.state for one in await planned_of(town, "practice_after")}
    assert states == {CheckInState.PLANNED}


async def test_what_an_exercise_brought_goes_with_it(town: Town, mia: Resident) -> None:
    """An answer in a dialog that would not have been called counts no more."""
    await begins_to_breathe(town, mia)
    for answer in ("4", "done", "7", "6"):
        await mia.says(answer)
    assert "calm" in await readings(town)

    await mia.taps("Fix something")
    await mia.taps("Exercise")
    await mia.taps("Nothing now")

    assert mia.sees("You told me:")
    assert "calm" not in await readings(town)


async def test_nobody_who_has_left_is_followed_up(town: Town, mia: Resident) -> None:
    await is_asked(town, mia, "practice_lapse")
    await mia.taps("Yes")
    planned = await planned_of(town, "practice_after")

    await mia.blocks()
    await town.waits_until(planned[0].due_at)
    await town.waits(minutes=1)

    states = [one.state for one in await planned_of(town, "practice_after")]
    assert states[0] is CheckInState.CANCELLED


async def test_what_is_private_is_screened_and_not_quoted(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """A human hears that something was written, and nothing of what."""
    await is_asked(town, mia, "practice_journal")

    await mia.says("I want to kill myself tonight")
    await dana.taps("Open")

    assert dana.sees("wrote something to themselves alone")
    assert "kill" not in "".join(dana.history)


async def test_what_is_private_is_no_reading(town: Town, mia: Resident) -> None:
    await is_asked(town, mia, "practice_journal")

    await mia.says("A quiet thought.")

    assert await readings(town) == set()
