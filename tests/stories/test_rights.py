"""A client's rights: a copy of everything, being forgotten, who has looked, an empty chat."""

import csv
import io
import json
import zipfile
from datetime import timedelta

import pytest
from structlog.typing import EventDict

from bot.actions.copies import archive
from bot.cast import MIA
from bot.emulator.faults import Fault
from bot.town import Resident, Town
from tests.stories.steps import is_not_safe
from tests.stories.test_the_plan import opens_of_mia


def parcels(town: Town, user_id: int = MIA.user_id) -> list[bytes]:
    """Return the files that lie in somebody's chat, oldest first."""
    kept = [one.document for one in town.telegram.messages(user_id) if one.document]
    found = [town.telegram.files.get(one["file_id"]) for one in kept]
    return [one.content for one in found if one is not None]


async def copies(town: Town, mia: Resident) -> dict[str, bytes]:
    """Let Mia ask for her copy, and open it."""
    await mia.says("/export")
    await mia.taps("Make my copy")
    with zipfile.ZipFile(io.BytesIO(parcels(town)[-1])) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


async def test_a_copy_holds_everything_in_three_forms(town: Town, mia: Resident) -> None:
    files = await copies(town, mia)

    page = files[archive.PAGE].decode()
    document = json.loads(files[archive.JSON])
    rows = list(csv.DictReader(io.StringIO(files[archive.ANSWERS].decode("utf-8-sig"))))
    assert document["person"]["name"] == "Mia"
    assert len(document["answers"]) == len(rows) > 50
    assert {"Craving"} <= {row["question"] for row in rows}
    assert "<svg" in page
    assert "What Handrail keeps about Mia" in page
    assert "Walk twenty minutes a day" in page
    assert mia.sees("Here is your copy.")


async def test_what_somebody_typed_stays_text_in_every_file(town: Town, mia: Resident) -> None:
    """A page runs nothing, a spreadsheet calculates nothing."""
    await mia.says("/plan")
    await mia.taps("What can set it off")
    await mia.taps("Add")
    await mia.says("<script>alert(1)</script>")
    await mia.says("/checkin")

    files = await copies(town, mia)

    page = files[archive.PAGE].decode()
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "default-src 'none'" in page


@pytest.mark.parametrize("who", ["Dana", "Sam", "Rosa"])
async def test_a_copy_and_the_trail_are_the_clients_alone(town: Town, who: str) -> None:
    other = town.residents[who]
    for asked in ("/export", "/delete", "/looked"):
        await other.says(asked)
        assert other.sees("That one is not for you here."), asked
    assert parcels(town, other.phone.user_id) == []


async def test_a_stranger_has_nothing_to_copy(stranger: Resident) -> None:
    await stranger.says("/export")

    assert stranger.sees("I work by invitation")


async def test_a_copy_that_cannot_be_sent_is_asked_for_again(town: Town, mia: Resident) -> None:
    await mia.says("/export")
    town.telegram.faults.set(Fault("server_error", method="sendDocument", code=502, count=1))
    await mia.taps("Make my copy")

    assert mia.sees("I could not send your copy just now.")
    assert parcels(town) == []


async def asks_to_be_forgotten(mia: Resident) -> None:
    await mia.says("/delete")
    await mia.taps("Yes, delete everything")
    assert mia.sees("I delete everything")


async def test_somebody_is_forgotten_after_a_day(town: Town, mia: Resident, dana: Resident) -> None:
    await mia.says("/help")
    before = len(town.telegram.messages(MIA.user_id))
    await asks_to_be_forgotten(mia)
    await town.waits(hours=23)
    async with town.app.ground.database.reading() as uow:
        assert await uow.people.by_chat(MIA.user_id) is not None
    await town.waits(hours=2)

    async with town.app.ground.database.reading() as uow:
        assert await uow.people.by_chat(MIA.user_id) is None
    assert mia.sees("Done. All I kept about you is deleted.")
    ours = [one for one in town.telegram.messages(MIA.user_id) if one.sender == "bot"]
    assert len(ours) < before
    assert dana.sees("has had their records deleted")
    await dana.says("/clients")
    assert not dana.sees("Mia")
    await mia.says("/help")
    assert mia.sees("I work by invitation")
    await mia.says("/sos")
    assert mia.sees("911")


async def test_somebody_may_think_again(town: Town, mia: Resident) -> None:
    await asks_to_be_forgotten(mia)
    await town.waits(hours=20)
    await mia.says("/delete")
    assert mia.sees("Everything is going to be deleted")
    await mia.taps("Do not delete")
    assert mia.sees("Nothing is deleted")
    await town.waits(hours=30)

    async with town.app.ground.database.reading() as uow:
        assert await uow.people.by_chat(MIA.user_id) is not None


async def test_a_yes_that_lay_about_is_no_yes(town: Town, mia: Resident) -> None:
    """Whoever finds the phone later cannot use the button that was left."""
    await mia.says("/delete")
    await town.waits(minutes=20)
    await mia.taps("Yes, delete everything")

    async with town.app.ground.database.reading() as uow:
        assert await uow.erasures.next_at() is None


async def test_an_open_alert_is_finished_first(town: Town, mia: Resident, dana: Resident) -> None:
    await asks_to_be_forgotten(mia)
    await town.waits(hours=23)
    for said in ("/checkin", "no", "9", "No"):
        await mia.says(said)
    await town.waits(hours=6)
    async with town.app.ground.database.reading() as uow:
        assert await uow.people.by_chat(MIA.user_id) is not None

    await town.waits(hours=48)

    async with town.app.ground.database.reading() as uow:
        assert await uow.people.by_chat(MIA.user_id) is None
        assert await uow.alerts.count_open() == 0


async def test_a_client_sees_who_has_looked(town: Town, mia: Resident, dana: Resident) -> None:
    await mia.says("/looked")
    assert mia.sees("Nobody has looked")

    await opens_of_mia(dana)

    await mia.says("/looked")
    assert mia.sees("Dana (counselor): your plan")
    assert mia.sees("Dana (counselor): how you are doing")


async def test_an_alert_that_is_read_is_seen(town: Town, mia: Resident, dana: Resident) -> None:
    await is_not_safe(town, mia)
    await dana.says("/alerts")

    await mia.says("/looked")

    assert mia.sees("Dana (counselor): an alert about you")


async def test_the_bots_own_messages_are_taken_out(town: Town, mia: Resident) -> None:
    await mia.says("/help")
    await mia.says("/plan")
    await mia.says("/clear")
    await mia.taps("Take it out")

    left = [one.text for one in town.telegram.messages(MIA.user_id) if one.sender == "bot"]
    assert not [one for one in left if one.startswith("Here is what I can do")]
    assert mia.sees("Done: ")


async def test_an_open_question_is_asked_again_after_clearing(town: Town, mia: Resident) -> None:
    await mia.says("/checkin")
    await mia.says("/clear")
    await mia.taps("Take it out")

    await mia.taps("No")
    assert mia.sees("How strong was the craving")


async def test_older_messages_are_left(town: Town, mia: Resident) -> None:
    """Telegram takes nothing out that is older than two days."""
    await mia.says("/help")
    await town.waits(hours=72)
    await mia.says("/clear")
    await mia.taps("Take it out")

    texts = [one.text for one in town.telegram.messages(MIA.user_id)]
    assert any(one.startswith("Here is what I can do") for one in texts)


async def test_privacy_says_that_telegram_can_read(mia: Resident) -> None:
    await mia.says("/privacy")

    assert mia.sees("Telegram can read what is written in a bot chat")
    assert mia.sees("/export")


async def test_what_others_said_about_them_goes_as_well(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """It lies under their keys, and would outlive hers."""
    await opens_of_mia(dana, "What Mia is working on", "Suggest one", "Food")
    await dana.says("Eat something before noon")
    await sam.says("/stop")
    await sam.taps("Keep them")
    await asks_to_be_forgotten(mia)
    assert await dialogs_about_mia(town)

    await town.waits(hours=26)

    assert await dialogs_about_mia(town) == []


async def dialogs_about_mia(town: Town) -> list[str]:
    """Return the dialogs of everybody in whose facts Mia is named."""
    since = town.clock.now() - timedelta(days=30)
    async with town.app.ground.database.reading() as uow:
        found = [await uow.sessions.of_person(person_id, since) for person_id in range(1, 6)]
    return [one.dialog for those in found for one in those if "Mia" in str(one.facts)]


async def test_the_head_of_the_trail_is_in_the_log(
    town: Town, mia: Resident, logged: list[EventDict]
) -> None:
    """What is cut off afterwards is found by it."""
    await mia.says("/export")
    await mia.taps("Make my copy")
    await town.waits(hours=2)

    heads = [line for line in logged if line["event"] == "trail head"]
    async with town.app.ground.database.reading() as uow:
        newest = await uow.trail.head()
    assert newest is not None
    assert (heads[-1]["row"], heads[-1]["code"]) == (newest.seq, newest.mac)
