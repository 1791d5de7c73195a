"""The delivery log: each check-in as far as anybody can know, without a name or an answer."""

import asyncio
import json
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.actions import delivery_log
from bot.cast import MIA
from bot.town import Resident, Town
from dialogs.care.delivery import NOT_KNOWN, Stage
from dialogs.care.people import SYSTEM
from tests.stories.conftest import DATABASE, KEYS

EIGHT = {"minutes": 6}
PROMPT_AT = "2026-05-13T00:00:00Z"


async def tonight(town: Town) -> tuple[str, Mapping[str, Stage]]:
    """Return what became of this evening's check-in, and how far it came."""
    now = town.clock.now()
    async with town.app.ground.database.reading() as uow:
        mia = await uow.people.by_chat(MIA.user_id)
        assert mia is not None
        since = now - timedelta(hours=30)
        log = await delivery_log.of_client(uow, SYSTEM, mia.id, since, now)
    past = [one for one in log if one.became != "planned"]
    return past[-1].became, past[-1].stages


async def test_a_check_in_from_the_plan_to_the_last_answer(town: Town, mia: Resident) -> None:
    """Every stage with its time, in order."""
    await town.waits(**EIGHT)
    await mia.taps("Start")
    for said in ("no", "2", "7", "7", "8", "yes", "yes", "All good"):
        await mia.says(said)

    became, stages = await tonight(town)

    known = [stages[name] for name in ("planned", "sent", "delivered", "opened", "started")]
    assert None not in known
    assert NOT_KNOWN not in known
    assert stages["refused"] is None
    assert (became, stages["finished"] is None) == ("finished", False)


async def test_nobody_knows_whether_it_was_read(town: Town, mia: Resident) -> None:
    """Telegram tells a bot of no reading; so it is said to be not known."""
    await town.waits(**EIGHT)

    _, stages = await tonight(town)

    assert stages["opened"] == NOT_KNOWN
    assert stages["started"] is None


async def test_later_is_a_tap_as_well(town: Town, mia: Resident) -> None:
    await town.waits(**EIGHT)
    await mia.taps("Later")

    _, stages = await tonight(town)

    assert stages["opened"] not in {None, NOT_KNOWN}
    assert stages["started"] is None


async def test_a_prompt_that_was_refused(town: Town, mia: Resident) -> None:
    """Her account is gone: it was sent, and refused."""
    town.telegram.deactivate(MIA.user_id)
    await town.waits(**EIGHT)

    _, stages = await tonight(town)

    assert stages["sent"] is not None
    assert stages["refused"] is not None
    assert (stages["delivered"], stages["opened"]) == (None, None)


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand where the town's own database is the clinic's."""
    monkeypatch.setenv("HANDRAIL_DATABASE_URL", f"sqlite:///{tmp_path / DATABASE}")
    monkeypatch.setenv("HANDRAIL_KEY_FILE", str(tmp_path / KEYS))


@pytest.mark.usefixtures("terminal")
async def test_the_command_prints_it_beside_the_running_bot(
    town: Town, mia: Resident, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line for each check-in; no name, and nothing that was said."""
    await town.waits(**EIGHT)
    await mia.taps("Start")
    await mia.says("no")
    capsys.readouterr()

    status = await asyncio.to_thread(main, ["schedule", "log", "1", "--days", "0"])
    wrong = await asyncio.to_thread(main, ["schedule", "log", "1", "--days", "36500"])
    told = capsys.readouterr()

    assert (status, wrong) == (2, 0)
    head, *rows = told.out.splitlines()
    assert head.split()[:4] == ["check-in", "dialog", "planned", "sent"]
    assert any("daily_checkin  2026-05-12 20:00  20:00" in row for row in rows)
    assert "Mia" not in told.out


@pytest.mark.usefixtures("terminal")
async def test_the_command_as_json(
    town: Town, mia: Resident, capsys: pytest.CaptureFixture[str]
) -> None:
    await town.waits(**EIGHT)
    capsys.readouterr()

    status = await asyncio.to_thread(main, ["schedule", "log", "1", "--days", "36500", "--json"])
    tonight = next(
        one for one in json.loads(capsys.readouterr().out) if one["planned"] == PROMPT_AT
    )

    assert status == 0
    assert tonight["became"] == "delivered"
    assert tonight["opened"] == "not known"
    assert tonight["finished"] is None
    assert set(tonight) >= {"check_in", "schedule", "dialog", "zone", "sent", "delivered"}


@pytest.mark.usefixtures("terminal")
async def test_a_number_that_nobody_has(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    status = await asyncio.to_thread(main, ["schedule", "log", "999"])

    assert status == 2
    assert "nobody with the number 999" in capsys.readouterr().err
