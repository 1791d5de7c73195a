"""Restart: the program is stopped at any moment, and goes on where it was."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.cast import MIA
from bot.emulator.methods import call
from bot.town import Resident, Town
from tests.stories.conftest import Restart
from tests.stories.steps import begins, has_a_strong_craving, is_not_safe

EVENING = (
    ("no", "How strong was the craving"),
    ("8", "Are you somewhere safe right now?"),
    ("yes", "How was your mood today?"),
    ("6", "How well did you sleep"),
    ("7", "stick to your plan tomorrow?"),
    ("8", "I stop answering the door"),
    ("yes", "Should someone on your team know today"),
    ("it can wait", "Here is what you said"),
)
ANSWERS = ["no", 8, "yes", 6, 7, 8, "yes", "can_wait"]
PAGE = "Someone you look after needs you. Alert 1."


async def answers(town: Town) -> list[object]:
    """List what Mia has answered this evening."""
    async with town.app.ground.database.reading() as uow:
        mia = await uow.people.by_chat(MIA.user_id)
        assert mia is not None
        found = await uow.answers.readings(mia.id, town.clock.now() - timedelta(hours=1))
    return [one.value for one in found]


async def loses_its_dialog(town: Town) -> None:
    """Let Mia's session run on a version of its dialog that nobody has kept."""
    async with town.app.ground.database.unit_of_work() as uow:
        mia = await uow.people.by_chat(MIA.user_id)
        assert mia is not None
        session = await uow.sessions.open_for(mia.id)
        assert session is not None
        await uow.sessions.save(session, replace(session, fingerprint="gone"))


async def waiting(town: Town) -> list[dict[str, Any]]:
    """Look at what waits at Telegram, and leave it there."""
    found: list[dict[str, Any]] = (await call(town.telegram, "getUpdates", {}))["result"]
    return found


@pytest.mark.parametrize("step", range(len(EVENING)))
async def test_stopped_after_any_step(
    town: Town, mia: Resident, restarts: Restart, step: int
) -> None:
    """The same question stands there, its buttons work, and no answer is gone."""
    await begins(town, mia)
    for said, _ in EVENING[:step]:
        await mia.says(said)

    await restarts(town)
    said, then = EVENING[step]
    await mia.says(said)

    assert then in mia.screen[-1]
    assert await answers(town) == ANSWERS[: step + 1]


async def test_stopped_after_every_step(town: Town, mia: Resident, restarts: Restart) -> None:
    """However often: the evening comes to its end, each answer once."""
    await begins(town, mia)

    for said, then in EVENING:
        await mia.says(said)
        await restarts(town)
        assert then in mia.screen[-1]
    await mia.taps("That is right")

    assert mia.sees("Thank you for checking in.")
    assert await answers(town) == ANSWERS


async def test_stopped_between_the_answer_and_the_next_question(
    town: Town, mia: Resident, restarts: Restart
) -> None:
    """What was committed is sent by whoever comes next, once."""
    await begins(town, mia)
    mia.phone.taps("No")
    await town.app.inbox.drain()

    await restarts(town)
    await town.waits(seconds=4)

    assert sum("How strong was the craving" in text for text in mia.screen) == 1


async def test_stopped_between_the_answer_and_the_page(
    town: Town, mia: Resident, dana: Resident, restarts: Restart
) -> None:
    """A red flag that was answered is paged, whatever happens to the process."""
    await has_a_strong_craving(town, mia)
    mia.phone.taps("No")
    await town.app.inbox.drain()

    await restarts(town)
    await town.waits(seconds=4)

    assert dana.screen == [PAGE]


async def test_an_update_that_comes_again(town: Town, mia: Resident, restarts: Restart) -> None:
    """Telegram delivers at least once; the second time, also after a restart, nothing happens."""
    await begins(town, mia)
    mia.phone.says("no")
    (update,) = await waiting(town)
    await town.waits(seconds=4)
    mia.puts_it_away()

    await town.app.inbox.handle(update)
    await restarts(town)
    await town.app.inbox.handle(update)
    await town.waits(seconds=4)

    assert mia.screen == []
    assert await answers(town) == ["no"]


async def test_a_tap_that_comes_again(
    town: Town, mia: Resident, dana: Resident, restarts: Restart
) -> None:
    """The same tap on *No* raises one alert, and pages once."""
    await has_a_strong_craving(town, mia)
    mia.phone.taps("No")
    (update,) = await waiting(town)
    await town.waits(seconds=4)

    await restarts(town)
    await town.app.inbox.handle(update)
    await town.waits(seconds=4)

    assert dana.screen == [PAGE]


async def test_a_ladder_goes_on(
    town: Town, mia: Resident, sam: Resident, restarts: Restart
) -> None:
    """The quarter of an hour is kept in the database, not in the process."""
    await is_not_safe(town, mia)
    await town.waits(minutes=10)

    await restarts(town)
    await town.waits(minutes=4, seconds=50)
    assert sam.screen == []
    await town.waits(seconds=10)

    assert sam.screen == ["Nobody has taken alert 1 yet. Can you?"]


async def test_a_timer_goes_on(town: Town, mia: Resident, restarts: Restart) -> None:
    """Fifteen minutes of riding a craving out are fifteen minutes, restart or not."""
    await mia.says("/now")
    for said in ("6", "Payday", "Call Sam"):
        await mia.says(said)

    await restarts(town)
    await town.waits(minutes=15)

    assert mia.sees("How strong is it now?")


async def test_the_silence_at_a_safety_question_goes_on(
    town: Town, mia: Resident, dana: Resident, restarts: Restart
) -> None:
    """Nobody is forgotten because a machine was restarted."""
    await has_a_strong_craving(town, mia)
    await town.waits(minutes=5)

    await restarts(town)
    await town.waits(minutes=5)

    assert dana.screen == [PAGE]


async def test_a_reminder_is_sent_once(town: Town, mia: Resident, restarts: Restart) -> None:
    """A restart at the very minute reminds nobody twice."""
    await town.waits(minutes=65)

    await restarts(town)
    await town.waits(minutes=5)

    assert mia.screen.count("Still here if you have a minute.") == 1


async def test_the_crisis_card_is_there_after_a_restart(
    town: Town, mia: Resident, restarts: Restart
) -> None:
    """The first message after a start may be the one that matters."""
    await restarts(town)

    await mia.says("/sos")

    assert "Sam\n+12025550143" in mia.screen[0]


@pytest.mark.parametrize("said", ["no", "/checkin"])
async def test_a_version_that_is_lost_begins_anew(town: Town, mia: Resident, said: str) -> None:
    """After an update that broke what it should not have: one sentence, and the same check-in."""
    await begins(town, mia)
    await mia.says("no")
    await loses_its_dialog(town)

    await mia.says(said)
    assert mia.sees("I have changed since we last talked")
    assert "Did you drink or use today?" in mia.screen[-1]
    for answer in ("no", "2", "7", "7", "8", "yes", "yes"):
        await mia.says(answer)
    await mia.taps("All good")

    assert mia.sees("Next check-in: tomorrow at 20:00.")


async def test_what_began_anew_is_closed_with_its_check_in(town: Town, mia: Resident) -> None:
    """The check-in knows its new dialog: when its window is over, nothing is left open."""
    await begins(town, mia)
    await loses_its_dialog(town)
    await mia.says("no")
    await mia.says("no")

    await town.waits(hours=2)
    await mia.says("5")

    assert mia.sees("I kept no note of this.")


async def test_a_lost_version_whose_window_is_over(town: Town, mia: Resident) -> None:
    """Its check-in is closed all the same, and holds up nobody else's."""
    await begins(town, mia)
    await loses_its_dialog(town)

    await town.waits(hours=2)
    await mia.says("5")

    assert mia.sees("I kept no note of this.")
