"""Series in the running bot: what many days say together, looked at when a check-in ends."""

from datetime import timedelta

from bot.town import Resident, Town
from dialogs.care.warning_signs import WarningSign
from tests.stories.staff import person_of


async def noticed(town: Town, mia: Resident) -> list[WarningSign]:
    """Return what was kept for the digest in the last weeks."""
    her = await person_of(town, mia)
    async with town.app.ground.database.reading() as uow:
        return await uow.noticed.of_client(her.id, town.clock.now() - timedelta(days=30))


async def raised(town: Town, mia: Resident, sign: str) -> int:
    """Count her alerts of a sign."""
    her = await person_of(town, mia)
    async with town.app.ground.database.reading() as uow:
        since = town.clock.now() - timedelta(days=30)
        found = await uow.alerts.of_clients([her.id], since)
    return sum(one.sign == sign for one in found)


async def answers_the_evening(
    town: Town, mia: Resident, craving: str, confidence: str, sleep: str = "7"
) -> None:
    """Let Mia answer tonight's check-in to its end, and let it become the next evening."""
    await town.waits(minutes=6)
    await mia.taps("Start")
    for answer in ("no", craving, "7", sleep, confidence, "yes", "yes"):
        await mia.says(answer)
    if "It can wait" in mia.buttons:
        await mia.taps("It can wait")
    await mia.taps("All good" if "All good" in mia.buttons else "That is right")
    await town.waits(days=1, minutes=-6)


async def opens_the_alert(town: Town, mia: Resident, dana: Resident, sign: str) -> None:
    """Let Dana open Mia's newest alert of a sign from her list."""
    her = await person_of(town, mia)
    async with town.app.ground.database.reading() as uow:
        found = await uow.alerts.of_clients([her.id], town.clock.now() - timedelta(days=30))
    number = max(one.number for one in found if one.sign == sign)
    await dana.says("/alerts")
    await dana.taps(f"Open alert {number}")


async def test_a_hard_stretch_is_on_the_days_list(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Little confidence and strong cravings, two evenings long: said with its figures, once."""
    for _ in range(3):
        await answers_the_evening(town, mia, "7", "2")

    assert await raised(town, mia, "standing") == 1
    await opens_the_alert(town, mia, dana, "standing")
    assert dana.sees("confidence ≤ 3 on 2 of the last 3 days")
    await dana.says("/figures")
    assert dana.sees("a hard stretch")


async def test_away_from_her_own_usual_is_read_in_the_digest(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """No rule asks about sleep; for Mia such nights are new, and nobody is paged."""
    await answers_the_evening(town, mia, "2", "8")
    for _ in range(2):
        await answers_the_evening(town, mia, "2", "8", sleep="0")

    found = [one for one in await noticed(town, mia) if one.sign == "change"]
    assert [why.key for one in found for why in one.why] == ["change_sleep"]
    assert await raised(town, mia, "change") == 0
    await dana.taps("Open")
    assert dana.sees("sleep lately around")
    await answers_the_evening(town, mia, "2", "8", sleep="0")
    assert [one for one in await noticed(town, mia) if one.sign == "change"] == found


async def test_fewer_answers_are_said_as_fewer_answers(town: Town, mia: Resident) -> None:
    """Every other evening without a word: not three in a row, and still said, as what it is."""
    for evening in range(9):
        if evening % 3 == 0:
            await answers_the_evening(town, mia, "2", "8")
        else:
            await town.waits(days=1)

    found = [one for one in await noticed(town, mia) if one.sign == "fewer_answers"]
    assert len(found) == 1
    assert found[0].why[0].args["usual"] == 7


async def test_a_missed_evening_is_one_of_its_own_day(town: Town, mia: Resident) -> None:
    """It closes at midnight, and the next evening is answered: it was missed all the same."""
    for evening in range(10):
        if evening % 2 == 0:
            await town.waits(days=1)
        else:
            await answers_the_evening(town, mia, "2", "8")

    found = [one for one in await noticed(town, mia) if one.sign == "fewer_answers"]
    assert [one.why[0].args["answered"] for one in found] == [3]


async def test_an_evening_like_every_other_says_nothing(town: Town, mia: Resident) -> None:
    await answers_the_evening(town, mia, "2", "8")

    assert {one.sign for one in await noticed(town, mia)}.isdisjoint(
        {"standing", "change", "fewer_answers"}
    )
