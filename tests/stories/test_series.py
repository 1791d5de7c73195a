"""What many days say together: kept for the digest, tuned by a counselor, expected for a while."""

from datetime import timedelta

import pytest

from bot.emulator.phone import NotOnScreen
from bot.town import Resident, Town
from dialogs.care.warning_signs import WarningSign
from tests.stories.staff import person_of

SERIES = {"series_standing", "series_change", "series_silence"}


async def noticed(town: Town, mia: Resident) -> list[WarningSign]:
    """Return what was kept for the digest in the last weeks."""
    her = await person_of(town, mia)
    async with town.app.ground.database.reading() as uow:
        return await uow.noticed.of_client(her.id, town.clock.now() - timedelta(days=30))


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


async def has_hard_evenings(town: Town, mia: Resident, count: int = 3) -> None:
    """Let Mia's confidence be gone, and her cravings strong, for some evenings."""
    for _ in range(count):
        await answers_the_evening(town, mia, "7", "2")


async def test_where_she_stands_is_read_in_the_digest(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Said once with its parts; it pages nobody by itself, and not again the next evening."""
    await has_hard_evenings(town, mia, 2)
    await dana.taps("Open")
    assert dana.sees("where they stand: low confidence on 2 of 3 days")

    await has_hard_evenings(town, mia, 1)

    found = [one for one in await noticed(town, mia) if one.sign == "series_standing"]
    assert len(found) == 1
    assert {why.args["item"] for why in found[0].why} == {"confidence", "craving"}


async def test_away_from_her_own_level_is_read_in_the_digest(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """No rule asks about sleep; for Mia such nights are new."""
    await answers_the_evening(town, mia, "2", "8")
    for _ in range(2):
        await answers_the_evening(town, mia, "2", "8", sleep="0")

    found = [one for one in await noticed(town, mia) if one.sign == "series_change"]
    assert [why.args["item"] for one in found for why in one.why] == ["sleep"]


async def test_fewer_answers_are_said_as_fewer_answers(town: Town, mia: Resident) -> None:
    """Every other evening without a word: not three in a row, and still said, as what it is."""
    for evening in range(14):
        if evening % 3 == 0:
            await answers_the_evening(town, mia, "2", "8")
        else:
            await town.waits(days=1)

    found = [one for one in await noticed(town, mia) if one.sign == "series_silence"]
    assert [why.args["item"] for one in found for why in one.why] == ["answers_dropped"]


async def test_an_evening_like_every_other_says_nothing(town: Town, mia: Resident) -> None:
    """Most evenings are."""
    await answers_the_evening(town, mia, "2", "8")

    assert SERIES.isdisjoint(one.sign for one in await noticed(town, mia))


async def test_a_counselor_sees_first_what_it_would_have_meant(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Sixty days are gone through again before anything is saved; left as is, nothing is."""
    await has_hard_evenings(town, mia)
    await dana.says("/signs")
    await dana.taps("Mia")
    await dana.taps("Speak later")

    assert dana.sees("As it is now: 2 (2026-05-13, 2026-05-14)")
    assert dana.sees("With this: 0 (-)")
    await dana.taps("Leave as is")
    assert dana.sees("speaks as in the whole clinic")

    await dana.taps("Speak later")
    await dana.taps("Save")
    assert dana.sees("speaks later than in the clinic")


async def test_quieter_is_quieter_from_then_on(town: Town, mia: Resident, dana: Resident) -> None:
    """What the counselor saved is what holds that evening."""
    await dana.says("/signs")
    await dana.taps("Mia")
    await dana.taps("Speak later")
    await dana.taps("Save")

    await has_hard_evenings(town, mia)

    assert "series_standing" not in {one.sign for one in await noticed(town, mia)}


async def tells_of_cravings(town: Town, mia: Resident, evenings: int) -> None:
    """Let Mia's cravings be strong enough for a page of the day's list."""
    for _ in range(evenings):
        await answers_the_evening(town, mia, "7", "8")


async def test_what_is_expected_pages_nobody_until_midnight(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """A reason, some days, the client's midnight: then it pages again by itself."""
    await tells_of_cravings(town, mia, 2)
    await dana.says("/alerts")
    await dana.taps("I'm on it")
    await dana.taps("Not needed")
    await dana.says("/signs")
    await dana.taps("Mia")
    await dana.taps("Expected: strong craving on more days")
    await dana.taps("a hard time that is known")
    await dana.taps("7 days")
    assert dana.sees("Expected until 2026-05-2")
    dana.puts_it_away()

    await tells_of_cravings(town, mia, 5)
    assert not any("needs you" in text for text in dana.screen)

    await tells_of_cravings(town, mia, 3)
    assert any("Alert 2" in text for text in dana.history)


async def test_what_is_expected_can_be_heard_again(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """One tap takes it back."""
    await tells_of_cravings(town, mia, 2)
    await dana.says("/signs")
    await dana.taps("Mia")
    await dana.taps("Expected: strong craving on more days")
    await dana.taps("agreed with the client")
    await dana.taps("30 days")

    await dana.taps("Page again: strong craving on more days")

    assert not dana.sees("Expected until")


async def test_what_keeps_her_safe_is_never_quiet(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """The button is not there, and the tap of another one does not pass."""
    await mia.says("i am going to kill myself tonight")
    await dana.says("/signs")
    await dana.taps("Mia")

    with pytest.raises(NotOnScreen):
        await dana.taps("Expected:")
