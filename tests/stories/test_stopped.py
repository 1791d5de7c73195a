"""A bot that has stopped: somebody is told, though nothing in it works as it should."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from bot.emulator.faults import Fault
from bot.telegram.watchman import LOOKS_EVERY
from bot.town import Resident, Town
from tests.stories.steps import has_a_strong_craving

TOLD = "A part of me has not run for 2 minutes: escalate_overdue."


async def begins_to_watch(town: Town) -> None:
    """Let the program begin, and the watchman learn whom to tell, without a beat after that."""
    town.app.tick.start()
    town.app.tick.stop()
    async with asyncio.TaskGroup() as group:
        climbing = group.create_task(town.app.tick.climb())
        await asyncio.sleep(0)
        climbing.cancel()
    await town.app.watchman.look()


async def looks_for(town: Town, seconds: float) -> None:
    """Let the watchman look every ten seconds while nothing else of the program runs."""
    for _ in range(int(seconds / LOOKS_EVERY)):
        town.clock.walk_to(town.clock.now() + timedelta(seconds=LOOKS_EVERY))
        await town.app.watchman.look()


async def test_a_beat_that_has_not_run_for_two_minutes(
    town: Town, dana: Resident, ada: Resident
) -> None:
    """The admin is told once for each part, not sooner; nobody else is."""
    await begins_to_watch(town)

    await looks_for(town, 110)
    assert ada.screen == []
    await looks_for(town, 60)

    assert [one for one in ada.screen if one.startswith(TOLD)]
    assert len(ada.screen) == len(set(ada.screen))
    assert dana.screen == []


async def test_it_is_told_though_the_database_is_gone(
    town: Town, ada: Resident, tmp_path: Path
) -> None:
    """Whom to tell is remembered from when all was well."""
    await begins_to_watch(town)
    await town.app.ground.database.close()

    await looks_for(town, 130)

    assert ada.sees(TOLD)


async def test_it_runs_again(town: Town, ada: Resident) -> None:
    """The end of a fright is told as well."""
    await begins_to_watch(town)
    await looks_for(town, 130)
    ada.puts_it_away()

    await town.app.tick.beat("escalate_overdue")
    await town.app.watchman.look()

    assert ada.screen == ["A part of me runs again: escalate_overdue."]


async def test_pages_that_do_not_leave_are_told_of_as_well(
    town: Town, mia: Resident, dana: Resident, sam: Resident, ada: Resident
) -> None:
    """The beats run, but no alert gets out to Dana, nor to Sam, who is asked in her place."""
    await town.app.watchman.look()
    await has_a_strong_craving(town, mia)
    for nobody in (dana, sam):
        town.telegram.faults.set(Fault("reset", "sendMessage", nobody.phone.user_id, count=None))
    await mia.taps("No")

    for _ in range(40):
        await town.waits(seconds=10)
        await town.app.watchman.look()

    assert ada.sees("A part of me has not run for 2 minutes: auditor.")


async def test_an_alert_that_nobody_answers_is_no_fault_of_the_bot(
    town: Town, mia: Resident, ada: Resident
) -> None:
    """The admin hears of it by the alert itself, not as of something that is broken."""
    await town.app.watchman.look()
    await has_a_strong_craving(town, mia)
    await mia.taps("No")
    await town.waits(minutes=15 * 11)

    await looks_for(town, 10)

    assert ada.sees("Nobody answered alert 1.")
    assert not ada.sees("minutes: alerts")
    assert not ada.sees("minutes: auditor")


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(Fault("reset", "sendMessage", count=None), id="connection-broken"),
        pytest.param(Fault("server_error", "sendMessage", count=None), id="500"),
    ],
)
async def test_an_admin_who_cannot_be_told_stops_nothing(
    town: Town, ada: Resident, fault: Fault
) -> None:
    """It is logged, and the watch goes on."""
    await begins_to_watch(town)
    town.telegram.faults.set(fault)

    await looks_for(town, 150)

    assert ada.screen == []
