"""The auditor: an alert that nobody is asked to take, or that stands still, is never silent."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta

import pytest
from sqlalchemy import text
from structlog.typing import EventDict

from bot.cast import DANA, SAM
from bot.emulator.faults import Fault
from bot.town import Resident, Town
from dialogs.care.escalation import AlertState
from tests.stories.steps import begins, has_a_strong_craving, is_not_safe

AGAIN = "Nobody has taken alert 1 yet. Can you?"
PAGE = "Someone you look after needs you. Alert 1."


async def does(town: Town, statement: str) -> None:
    """Do to the database what no door of it does."""
    async with town.app.ground.database.unit_of_work() as uow:
        await uow._connection.execute(text(statement))  # noqa: SLF001 - see above


def troubles(town: Town) -> list[str]:
    """List what is wrong; that no part beats by itself is the walking clock's way."""
    return [reason for reason in town.app.health.reasons() if "silent for" not in reason]


def faults(logged: list[EventDict]) -> list[Mapping[str, object]]:
    """List what the auditor complained about."""
    return [line for line in logged if line["event"] == "auditor found a fault"]


async def test_all_is_well(town: Town, mia: Resident, logged: list[EventDict]) -> None:
    """An alert that is paged, climbs and repeats is as it should be."""
    await is_not_safe(town, mia)
    await town.waits(minutes=40)

    assert troubles(town) == []
    assert faults(logged) == []


async def test_a_page_that_does_not_leave(
    town: Town, mia: Resident, dana: Resident, logged: list[EventDict]
) -> None:
    """After half a minute health is red, so the heartbeat stops; it is green again with the page.

    However often it is tried, its age is that of the first attempt.
    """
    await has_a_strong_craving(town, mia)
    down = town.telegram.faults.set(Fault("reset", "sendMessage", DANA.user_id, count=None))

    await mia.taps("No")
    await town.waits(seconds=20)
    assert troubles(town) == []
    await town.waits(seconds=30)

    assert troubles(town) == ["1 alerts whose pages do not leave"]
    assert {line["log_level"] for line in faults(logged)} == {"error"}
    town.telegram.faults.clear(number=down.number)
    await town.waits(seconds=40)
    assert PAGE in dana.screen[-1]
    assert troubles(town) == []


async def test_a_page_of_an_earlier_rung_is_none_of_this_one(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Dana has hers, and did not take it; Sam's was lost, so Sam is asked again at once."""
    await is_not_safe(town, mia)
    town.telegram.faults.set(Fault("reset", "sendMessage", SAM.user_id, count=None))
    await town.waits(minutes=15, seconds=1)
    town.telegram.faults.clear()
    await does(town, "UPDATE outbox SET state = 'failed' WHERE kind = 'page' AND state <> 'sent'")

    await town.waits(seconds=5)

    assert dana.screen == [PAGE]
    assert sam.screen == [AGAIN]


async def test_a_page_that_was_taken_back_is_found(
    town: Town, mia: Resident, dana: Resident, sam: Resident, logged: list[EventDict]
) -> None:
    """Nobody is being asked, so the next one is, and the log says so."""
    await is_not_safe(town, mia)
    await does(town, "UPDATE outbox SET state = 'cancelled' WHERE kind = 'page'")

    await town.waits(seconds=5)

    assert sam.screen == [AGAIN]
    assert "alert without a page" in [line["event"] for line in logged]


async def test_an_alert_that_does_not_climb(
    town: Town, mia: Resident, logged: list[EventDict]
) -> None:
    """It cannot be read, so nobody can be asked: that is told until somebody mends it."""
    await is_not_safe(town, mia)
    await does(town, "UPDATE alerts SET body = x'01'")

    await town.waits(minutes=15, seconds=30)
    assert troubles(town) == []
    await town.waits(minutes=1)

    assert troubles(town) == ["1 alerts that do not climb"]
    assert len(faults(logged)) > 1


async def test_silence_that_is_not_heard(town: Town, mia: Resident) -> None:
    """A dialog that stands at a safety question and cannot be read is told of, too."""
    await has_a_strong_craving(town, mia)
    await does(town, "UPDATE sessions SET body = x'01' WHERE due_at IS NOT NULL")

    await town.waits(minutes=12)

    assert troubles(town) == ["1 dialogs that do not go on"]


async def test_nobody_answered(town: Town, mia: Resident, dana: Resident) -> None:
    """It stays red until a human has taken it."""
    await is_not_safe(town, mia)
    await town.waits(minutes=15 * 11)
    assert troubles(town) == ["1 alerts have no answer"]

    await dana.taps("I'm on it")
    await town.waits(seconds=30)

    assert troubles(town) == []


async def test_what_waits_for_the_morning_is_no_fault(
    town: Town, mia: Resident, dana: Resident, logged: list[EventDict]
) -> None:
    """A message for working hours waits for them, all night."""
    await begins(town, mia)
    await mia.says("yes")
    await mia.says("yes")

    await town.waits(hours=9)
    assert dana.screen == []
    assert troubles(town) == []
    await town.waits(hours=5)

    assert dana.screen == ["Alert 1 for your day. No rush in the next minutes."]
    assert faults(logged) == []


async def test_an_alert_that_cannot_be_read_does_not_swallow_the_next_word(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """What is open cannot be added to: a new one is raised in its place."""
    await is_not_safe(town, mia)
    await does(town, "UPDATE alerts SET body = x'01'")

    await mia.taps("Back")
    await mia.taps("No")

    async with town.app.ground.database.reading() as uow:
        (new,) = await uow.alerts.all_open(9)
    assert new.number > 1
    assert dana.screen == [PAGE, f"Someone you look after needs you. Alert {new.number}."]


async def test_a_page_of_an_alert_that_cannot_be_read_goes_and_holds_up_nobody(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """If nobody can say whether it is still wanted, it is."""
    await has_a_strong_craving(town, mia)
    town.telegram.faults.set(Fault("reset", "sendMessage", DANA.user_id))
    mia.phone.taps("No")
    await town.app.inbox.drain()
    await does(town, "UPDATE alerts SET body = x'01'")

    await town.waits(seconds=10)

    assert dana.screen == [f"(repeat) {PAGE}"]
    assert mia.sees("your mood today?")


@pytest.mark.parametrize("beat", ["escalate_overdue", "resume_waiting", "watch_undelivered"])
async def test_a_critical_beat_that_does_not_come(town: Town, beat: str) -> None:
    """Whatever is to notice the others is noticed itself."""
    town.app.tick.start()
    town.app.tick.stop()
    async with asyncio.TaskGroup() as group:
        climbing = group.create_task(town.app.tick.climb())
        await asyncio.sleep(0)
        climbing.cancel()

    town.clock.walk_to(town.clock.now() + timedelta(seconds=121))

    assert any(reason.startswith(beat) for reason in town.app.health.reasons())


async def test_silence_is_heard_without_the_scheduler(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """APScheduler goes by the wall clock; ten minutes of silence must not wait for it."""
    await has_a_strong_craving(town, mia)
    town.clock.walk_to(town.clock.now() + timedelta(minutes=10))

    async with asyncio.timeout(10), asyncio.TaskGroup() as group:
        climbing = group.create_task(town.app.tick.climb())
        while not await raised(town):  # noqa: ASYNC110 - nobody but the beat could say so
            await asyncio.sleep(0)
        climbing.cancel()
    await town.app.settle()

    assert dana.screen == [PAGE]


async def raised(town: Town) -> bool:
    """Tell whether an alert is open."""
    async with town.app.ground.database.reading() as uow:
        return any(one.state is AlertState.RAISED for one in await uow.alerts.all_open(9))
