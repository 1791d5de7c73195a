"""Nets under the net: whoever called for help is heard, whatever breaks on the way."""

import asyncio
import sqlite3
import time
from pathlib import Path

import pytest
from structlog.typing import EventDict

from bot.cast import MIA
from bot.emulator.faults import Fault
from bot.town import Resident, Town
from tests.stories.conftest import DATABASE
from tests.stories.steps import begins

CARD = "call now:\n911"
PAGE = "Someone you look after needs you. Alert 1."
DARK = "i am going to kill myself tonight"


NO_DIALOG = (
    "CREATE TRIGGER broken BEFORE INSERT ON sessions BEGIN SELECT RAISE(ABORT, 'broken'); END"
)
UNREADABLE_PLAN = "UPDATE plans SET body = zeroblob(64)"


def breaks(folder: Path, how: str) -> None:
    """Break the road on which dialogs are asked, and leave the rest of the database alone."""
    with sqlite3.connect(folder / DATABASE) as connection:
        connection.execute(how)


async def signs(town: Town) -> list[str]:
    """Name the signs of all open alerts."""
    async with town.app.ground.database.reading() as uow:
        return [alert.sign for alert in await uow.alerts.all_open(9)]


def events(logged: list[EventDict]) -> list[str]:
    """Name what was logged."""
    return [line["event"] for line in logged]


@pytest.mark.parametrize(
    "how",
    [
        pytest.param(NO_DIALOG, id="no-dialog-opens"),
        pytest.param(UNREADABLE_PLAN, id="no-plan-can-be-read"),
    ],
)
@pytest.mark.parametrize(
    ("words", "sign"),
    [
        pytest.param("/sos", "sos", id="sos"),
        pytest.param("help me", "sos", id="words-for-sos"),
        pytest.param(DARK, "words_suicide_selfharm", id="clear"),
        pytest.param("i want to kill myself", "words_suicide_selfharm", id="unclear"),
        pytest.param("he is outside with a knife", "words_violence_abuse", id="violence"),
    ],
)
async def test_a_call_that_cannot_be_worked_on_pages_somebody(
    town: Town,
    mia: Resident,
    dana: Resident,
    tmp_path: Path,
    logged: list[EventDict],
    words: str,
    sign: str,
    how: str,
) -> None:
    """It fails three times: her counselor is told all the same, she is, and the log says so."""
    breaks(tmp_path, how)

    await mia.says(words)

    assert CARD in mia.screen[0]
    assert await signs(town) == [sign]
    assert dana.screen == [PAGE]
    assert mia.sees("I have told Dana.")
    assert "call for help put aside" in events(logged)


async def test_what_was_no_call_pages_nobody(
    town: Town, mia: Resident, dana: Resident, tmp_path: Path
) -> None:
    """A wish that cannot be granted is put aside and apologised for, no more."""
    breaks(tmp_path, NO_DIALOG)

    await mia.says("/checkin")

    assert mia.sees("Something went wrong on my side")
    assert dana.screen == []


async def test_the_counselor_reads_why(
    town: Town, mia: Resident, dana: Resident, tmp_path: Path
) -> None:
    """That nobody could ask further is part of what they have to know."""
    breaks(tmp_path, NO_DIALOG)
    await mia.says("/sos")

    await dana.taps("Open")

    assert dana.sees("called for help, and something in me broke")


async def test_a_supporter_who_cannot_be_asked_is_heard(
    town: Town, rosa: Resident, dana: Resident, tmp_path: Path
) -> None:
    """Her question cannot be shown: then the client she supports is meant."""
    breaks(tmp_path, NO_DIALOG)

    await rosa.says("my daughter took too many pills")

    assert await signs(town) == ["told_by_supporter"]
    assert dana.screen == [PAGE]


async def test_a_hanging_telegram_holds_no_alert_up(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """The row is there within a second, while the first card still hangs; then that arrives too."""
    for _ in range(2):
        hang = Fault("hang", method="sendMessage", chat_id=MIA.user_id, seconds=1.5)
        town.telegram.faults.set(hang)
    mia.phone.says(DARK)
    began = time.monotonic()

    async with asyncio.timeout(20), town.app.beside.open():
        await town.app.inbox.drain()
        waited = time.monotonic() - began
        found, seen = await signs(town), list(mia.screen)

    assert found == ["words_suicide_selfharm"]
    assert waited < 1.0
    assert seen == []
    assert CARD in mia.screen[0]
    await town.waits(seconds=4)
    assert dana.screen == [PAGE]


async def test_a_hanging_answer_to_a_tap_holds_no_alert_up(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """What she writes next does not wait for Telegram to take note of her tap."""
    await begins(town, mia)
    town.telegram.faults.set(Fault("hang", method="answerCallbackQuery", seconds=2.0))
    mia.phone.taps("No")
    mia.phone.says(DARK)
    began = time.monotonic()

    async with asyncio.timeout(20), town.app.beside.open():
        await town.app.inbox.drain()
        waited = time.monotonic() - began

    assert await signs(town) == ["words_suicide_selfharm"]
    assert waited < 1.5
