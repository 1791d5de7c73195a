"""Meetings of dialogs: what goes first, what waits, and how each of them comes to its turn."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from bot.cast import MIA
from bot.town import Resident, Town
from dialogs.care.plan import Schedule
from storage.check_ins import CheckIn, CheckInState
from tests.stories.conftest import Restart
from tests.stories.keeping import buttons, forges
from tests.stories.steps import begins, has_a_strong_craving

USE, CRAVING = "Did you drink or use today?", "How strong was the craving"
SET_OFF, SAFE = "What set it off?", "Are you safe right now?"
BACK, TURN = "Here is where we were:", "And now your check-in:"
WAITS = "First this one. Your check-in comes right after it."
DARK = "i am going to kill myself tonight"


async def check_ins(town: Town) -> list[CheckIn]:
    """List Mia's check-ins of this evening and those to come."""
    async with town.app.ground.database.reading() as uow:
        mia = await uow.people.by_chat(MIA.user_id)
        assert mia is not None
        return await uow.check_ins.for_client(mia.id, town.clock.now() - timedelta(hours=12))


async def tonights(town: Town) -> CheckIn:
    """Look at the check-in that came due last."""
    return [one for one in await check_ins(town) if one.due_at <= town.clock.now()][-1]


async def stays_up_late(town: Town) -> None:
    """Let Mia's quiet hours begin at midnight."""
    async with town.app.ground.database.unit_of_work() as uow:
        mia = await uow.people.by_chat(MIA.user_id)
        assert mia is not None
        await uow.people.update(replace(mia, quiet_from=time(0, 0)))


async def is_in_a_craving(mia: Resident) -> None:
    """Let Mia ask for help, and answer the first question."""
    await mia.says("/now")
    await mia.taps("6")


async def comes_through(mia: Resident) -> None:
    """Answer the rest of a craving, from what set it off to whether it helped."""
    for answer in ("Payday", "Call Sam", "I am done now", "2", "At home", "Yes"):
        await mia.taps(answer)


async def waits_behind_a_craving(town: Town, mia: Resident) -> None:
    """Let the check-in come at eight, and Mia tap *Start* in the middle of a craving."""
    await is_in_a_craving(mia)
    await town.waits(minutes=6)
    await mia.taps("Start")


async def test_a_check_in_waits_its_turn(town: Town, mia: Resident) -> None:
    """What is running goes on; it is said that the other comes after it."""
    await waits_behind_a_craving(town, mia)

    assert mia.sees(WAITS)
    assert SET_OFF in mia.screen[-1]
    assert not mia.sees(USE)
    assert "Start" not in mia.buttons
    assert (await tonights(town)).state is CheckInState.OPENED


async def test_it_begins_by_itself_when_the_other_is_done(town: Town, mia: Resident) -> None:
    """One short sentence, and its first question; it is the check-in of this evening."""
    await waits_behind_a_craving(town, mia)

    await comes_through(mia)

    assert mia.sees("You rode that out.")
    assert mia.screen[-2] == TURN
    assert USE in mia.screen[-1]
    for answer in ("no", "2", "7", "7", "8", "yes", "yes"):
        await mia.says(answer)
    await mia.taps("All good")
    assert mia.sees("Next check-in: tomorrow at 20:00.")
    assert (await tonights(town)).state is CheckInState.FINISHED


async def test_it_begins_when_the_other_is_stopped(town: Town, mia: Resident) -> None:
    """To leave the one is not to leave both."""
    await waits_behind_a_craving(town, mia)

    await mia.says("/stop")

    assert mia.sees(TURN)
    assert USE in mia.screen[-1]
    assert (await tonights(town)).state is CheckInState.STARTED


async def test_a_restart_forgets_nobody_who_waits(
    town: Town, mia: Resident, restarts: Restart
) -> None:
    """Whose turn it is stands in the database."""
    await waits_behind_a_craving(town, mia)

    await restarts(town)
    await comes_through(mia)

    assert USE in mia.screen[-1]


async def test_start_tapped_again_while_it_waits(town: Town, mia: Resident) -> None:
    """It is in the line already; nothing is asked twice."""
    await is_in_a_craving(mia)
    await town.waits(minutes=6)
    start = next(data for _, data in buttons(town, mia) if data.startswith("begin:"))
    await mia.taps("Start")

    forges(town, MIA.user_id, start)
    await town.waits(seconds=4)
    assert mia.sees(WAITS)
    await comes_through(mia)

    assert sum(USE in text for text in mia.history) == 1


async def test_nobody_is_reminded_of_what_waits(town: Town, mia: Resident) -> None:
    """Mia has tapped *Start*: it is not on her that it has not begun."""
    await waits_behind_a_craving(town, mia)
    mia.puts_it_away()

    await town.waits(minutes=70)

    assert mia.screen == []


async def test_what_was_left_for_hours_gives_way(town: Town, mia: Resident) -> None:
    """A craving nobody has come back to does not hold up the evening."""
    await stays_up_late(town)
    await waits_behind_a_craving(town, mia)
    mia.puts_it_away()

    await town.waits(hours=1, minutes=50)
    assert mia.screen == []
    await town.waits(minutes=10)

    assert mia.screen[-2] == TURN
    assert USE in mia.screen[-1]


async def test_it_gives_way_only_when_it_was_left(town: Town, mia: Resident) -> None:
    """Somebody who answers now and then is still there."""
    await stays_up_late(town)
    await waits_behind_a_craving(town, mia)

    await town.waits(hours=1, minutes=30)
    await mia.taps("Payday")
    await town.waits(hours=1)

    assert not mia.sees(USE)
    assert (await tonights(town)).state is CheckInState.OPENED


async def test_nothing_begins_by_itself_at_night(town: Town, mia: Resident) -> None:
    """In quiet hours it is left to Mia, until its window is over."""
    await waits_behind_a_craving(town, mia)
    mia.puts_it_away()

    await town.waits(hours=3)

    assert mia.screen == []
    await town.waits(hours=1)
    assert not mia.sees(USE)
    assert (await tonights(town)).state is CheckInState.MISSED


async def test_its_window_is_over_before_its_turn(town: Town, mia: Resident) -> None:
    """Then it is kept as what it is, and is not begun."""
    await waits_behind_a_craving(town, mia)
    await town.waits(hours=2)
    await mia.taps("Payday")
    await town.waits(hours=1, minutes=58)

    await mia.taps("Call Sam")
    await town.waits(minutes=2)
    for answer in ("I am done now", "2", "At home", "Yes"):
        await mia.taps(answer)

    assert mia.sees("You rode that out.")
    assert not mia.sees(USE)
    assert (await tonights(town)).state is CheckInState.MISSED


async def test_a_check_in_that_ran_already_is_this_evenings(town: Town, mia: Resident) -> None:
    """Whoever began at five to eight is not asked the same again at eight."""
    await mia.says("/checkin")
    await mia.says("no")
    await town.waits(minutes=6)

    await mia.taps("Start")
    assert CRAVING in mia.screen[-1]
    for answer in ("2", "7", "7", "8", "yes", "yes"):
        await mia.says(answer)
    await mia.taps("All good")

    assert (await tonights(town)).state is CheckInState.FINISHED
    assert mia.history.count("Used today: No") == 1


async def test_so_is_one_that_was_interrupted_meanwhile(town: Town, mia: Resident) -> None:
    """The same holds for what lies under a craving."""
    await mia.says("/checkin")
    await mia.says("no")
    await is_in_a_craving(mia)
    await town.waits(minutes=6)
    await mia.taps("Start")
    assert mia.sees(WAITS)

    await comes_through(mia)
    assert CRAVING in mia.screen[-1]
    for answer in ("2", "7", "7", "8", "yes", "yes"):
        await mia.says(answer)
    await mia.taps("All good")

    assert (await tonights(town)).state is CheckInState.FINISHED
    assert not mia.sees(USE)


async def test_one_check_in_waits_for_another(town: Town, mia: Resident) -> None:
    """Two a day: the one that is begun goes first, and when it is left the other has its turn."""
    await stays_up_late(town)
    async with town.app.ground.database.unit_of_work() as uow:
        person = await uow.people.by_chat(MIA.user_id)
        assert person is not None
        plan = await uow.plans.current(person.id)
        assert plan is not None
        twice = (*plan.schedules, Schedule("late", "daily 21:00", "daily_checkin"))
        await uow.plans.save(replace(plan, schedules=twice))
    await begins(town, mia)
    await town.waits(minutes=30)
    await mia.says("no")
    await town.waits(minutes=30)
    await mia.taps("Start")
    assert mia.sees(WAITS)
    assert CRAVING in mia.screen[-1]
    mia.puts_it_away()

    await town.waits(minutes=20)

    assert mia.screen[-2] == TURN
    assert USE in mia.screen[-1]
    states = [one.state for one in await check_ins(town) if one.due_at <= town.clock.now()]
    assert states == [CheckInState.MISSED, CheckInState.STARTED]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        pytest.param("/now", "How strong is it right now?", id="a-craving"),
        pytest.param("/sos", SAFE, id="sos"),
        pytest.param(DARK, SAFE, id="dark-words"),
    ],
)
async def test_what_cannot_wait_goes_first(
    town: Town, mia: Resident, said: str, asked: str
) -> None:
    """Help and safety interrupt whatever is running."""
    await begins(town, mia)
    await mia.says("no")

    await mia.says(said)

    assert asked in mia.screen[-1]


@pytest.mark.parametrize(
    ("said", "answers"),
    [
        pytest.param(
            "/now",
            ("2", "Payday", "Call Sam", "I am done now", "1", "At home", "Yes"),
            id="craving",
        ),
        pytest.param("/sos", ("Yes, I am safe",), id="sos"),
        pytest.param(DARK, ("Yes, I am safe",), id="dark-words"),
        pytest.param("/now", ("/stop",), id="stopped"),
    ],
)
async def test_what_was_interrupted_comes_back(
    town: Town, mia: Resident, said: str, answers: tuple[str, ...]
) -> None:
    """At the question where it stood, with what was answered before, and it can be finished."""
    await begins(town, mia)
    await mia.says("no")
    await mia.says(said)

    for answer in answers:
        await (mia.says(answer) if answer.startswith("/") else mia.taps(answer))

    assert mia.screen[-2] == BACK
    assert CRAVING in mia.screen[-1]
    for answer in ("2", "7", "7", "8", "yes", "yes"):
        await mia.says(answer)
    await mia.taps("All good")
    assert (await tonights(town)).state is CheckInState.FINISHED


async def test_whatever_is_stopped_names_its_own_way_back(town: Town, mia: Resident) -> None:
    """A check-in comes back with /checkin, help in a craving with /now."""
    await mia.says("/now")
    await mia.says("/stop")
    assert mia.screen[-1].endswith("/now is here whenever it gets hard.")

    await mia.says("/checkin")
    await mia.says("/stop")

    assert mia.screen[-1].endswith("Come back any time with /checkin.")


async def test_an_interrupted_safety_question_is_still_watched(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """The ten minutes go on under a craving, and the question comes back after it."""
    await has_a_strong_craving(town, mia)
    await mia.says("/now")
    await mia.taps("6")

    await town.waits(minutes=10)
    assert dana.screen == ["Someone you look after needs you. Alert 1."]
    await comes_through(mia)

    assert "Are you somewhere safe right now?" in mia.screen[-1]


async def test_one_inside_the_other(town: Town, mia: Resident) -> None:
    """Each comes back in its turn: the craving under the crisis, then the check-in under both."""
    await begins(town, mia)
    await is_in_a_craving(mia)
    await mia.says("/sos")

    await mia.taps("Yes, I am safe")
    assert SET_OFF in mia.screen[-1]
    await comes_through(mia)

    assert USE in mia.screen[-1]


async def test_nothing_comes_back_from_hours_ago(town: Town, mia: Resident) -> None:
    """A craving of the evening is not asked about the next morning."""
    await is_in_a_craving(mia)
    await mia.says("/sos")
    await town.waits(hours=13)

    await mia.taps("Yes, I am safe")

    assert mia.sees("I am glad you are safe.")
    assert not mia.sees(SET_OFF)


async def test_what_was_put_off_waits_for_its_own_time(town: Town, mia: Resident) -> None:
    """*Later* means later, also when something else ends before."""
    await begins(town, mia)
    await mia.taps("Later")
    assert mia.sees("I will ask again at 20:31.")

    await is_in_a_craving(mia)
    await comes_through(mia)
    assert not mia.sees(BACK)
    await town.waits(minutes=31)
    await mia.taps("Start")

    assert USE in mia.screen[-1]


@pytest.mark.parametrize(
    ("before", "tapped"),
    [
        pytest.param((), "Start", id="the-prompt"),
        pytest.param(("Start",), "No", id="an-answer"),
        pytest.param(("Start",), "Later", id="later"),
        pytest.param(("Start", "Later"), "Start", id="taken-up-again"),
    ],
)
async def test_the_question_goes_before_the_edit(
    town: Town, mia: Resident, before: tuple[str, ...], tapped: str
) -> None:
    """Nobody waits for the next words while an old message is tidied up."""
    await town.waits(minutes=6)
    for label in before:
        await mia.taps(label)
    if "Later" in before:
        await town.waits(minutes=31)
    seen = len(town.telegram.journal)

    await mia.taps(tapped)

    made = [call.method for call in list(town.telegram.journal)[seen:]]
    sent = [name for name in made if name in {"sendMessage", "editMessageText"}]
    assert sent == sorted(sent, reverse=True)
    assert set(sent) == {"sendMessage", "editMessageText"}
