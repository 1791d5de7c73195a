"""Receipts of pages: a client reads who was told that they need somebody, and who looked."""

from bot.cast import SAM
from bot.town import Resident, Town
from tests.stories.staff import takes_over, violations
from tests.stories.steps import is_not_safe
from tests.stories.test_the_ladder import revokes


async def reads_receipts(mia: Resident) -> list[str]:
    """Let Mia ask who was told what; return the lines."""
    await mia.says("/people")
    await mia.taps("Who was told what")
    return mia.screen[-1].splitlines()


async def test_whoever_was_paged_stands_in_the_account(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Nobody has opened anything: still, two phones have rung."""
    await is_not_safe(town, mia)
    await town.waits(minutes=16)

    told = [one for one in await reads_receipts(mia) if "when you need someone" in one]

    assert len(told) == 2
    assert "Sam" in told[0]
    assert "Dana" in told[1]
    assert not any("opened" in one for one in told)
    assert await violations(town) == []


async def test_being_asked_again_is_nothing_new(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Sam is asked every fifteen minutes, and was told one thing, once."""
    await is_not_safe(town, mia)
    await town.waits(minutes=80)

    told = [one for one in await reads_receipts(mia) if "Sam" in one]

    assert len(told) == 1


async def test_it_says_when_it_was_opened(town: Town, mia: Resident, dana: Resident) -> None:
    """By *Open* or by taking it: either shows who needs somebody."""
    await is_not_safe(town, mia)
    await town.waits(minutes=3)
    await dana.taps("I'm on it")

    (told,) = [one for one in await reads_receipts(mia) if "when you need someone" in one]

    assert "Dana" in told
    assert "opened 2026-" in told


async def test_whoever_stands_in_is_in_the_account_too(
    town: Town, mia: Resident, dana: Resident, ben: Resident
) -> None:
    """Ben is on call: what lets him be told is what Mia let Dana be told."""
    await takes_over(ben)
    await is_not_safe(town, mia)
    await town.waits(minutes=16)

    told = [one for one in await reads_receipts(mia) if "when you need someone" in one]

    assert any("Ben" in one for one in told)
    assert await violations(town) == []


async def test_what_became_of_it_is_not_told_to_whoever_may_hear_no_more(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Sam was asked, and Mia has taken that back since: who has it now is not for him."""
    await is_not_safe(town, mia)
    await town.waits(minutes=16)
    await revokes(town, SAM.user_id)
    sam.puts_it_away()

    await dana.taps("I'm on it")
    await town.waits(seconds=5)

    assert sam.screen == ["This one has gone on already. Nothing more to do."]
