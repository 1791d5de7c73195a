"""Left out: in this clinic a check-in that comes upon another dialog is skipped that time."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.cast import MIA
from bot.town import Resident, Town
from dialogs import playbook as playbooks
from dialogs.playbook import CONTENT, Playbook
from storage.check_ins import CheckIn, CheckInState

USE, SET_OFF = "Did you drink or use today?", "What set it off?"


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Playbook:
    """Our content, with a daily check-in of the clinic's own that gives others the way."""
    own = tmp_path_factory.mktemp("own") / "dialogs"
    own.mkdir()
    ours = Path(CONTENT, "dialogs", "daily_checkin.yaml").read_text(encoding="utf-8")
    theirs = ours.replace("meeting: queue", "meeting: skip")
    (own / "daily_checkin.yaml").write_text(theirs, encoding="utf-8")
    return playbooks.load(own.parent)


async def check_ins(town: Town) -> list[CheckIn]:
    """List the check-ins of Mia's that have come due in the town."""
    now = town.clock.now()
    async with town.app.ground.database.reading() as uow:
        mia = await uow.people.by_chat(MIA.user_id)
        assert mia is not None
        found = await uow.check_ins.for_client(mia.id, now - timedelta(days=1, hours=1))
    return [one for one in found if one.due_at <= now]


async def test_it_is_left_out_and_said_so(town: Town, mia: Resident) -> None:
    """What is running goes on, and nothing comes after it."""
    await mia.says("/now")
    await mia.taps("6")
    await town.waits(minutes=6)

    await mia.taps("Start")
    assert mia.sees("I leave the other one out this time.")
    assert SET_OFF in mia.screen[-1]
    for answer in ("Payday", "Call Sam", "I am done now", "2", "At home", "Yes"):
        await mia.taps(answer)

    assert mia.sees("You rode that out.")
    assert not mia.sees(USE)
    assert [one.state for one in await check_ins(town)][-1] is CheckInState.CANCELLED


async def test_it_is_no_miss_of_hers(town: Town, mia: Resident, dana: Resident) -> None:
    """It was not asked, so it was not left unanswered; tomorrow it is asked again."""
    await mia.says("/now")
    await mia.taps("6")
    await town.waits(minutes=6)
    await mia.taps("Start")

    await town.waits(hours=5)
    await dana.says("/clients")
    assert dana.sees("missed in a row: 0")
    await town.waits(hours=19)

    assert mia.screen[-1] == "Hello. A minute for you, whenever you are ready."


async def test_alone_it_is_asked_as_ever(town: Town, mia: Resident) -> None:
    """There is nothing in its way."""
    await town.waits(minutes=6)

    await mia.taps("Start")

    assert USE in mia.screen[-1]
