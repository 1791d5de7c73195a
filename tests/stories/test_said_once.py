"""Said once: what the bot answers to whoever writes on and on is no flood of its own."""

from bot.town import Resident, Town

NO_NOTE = "I kept no note of this."
NOBODY_READS = "nobody reads this chat"
CANNOT_OPEN = "I can't open that here."


def times(who: Resident, words: str) -> int:
    """Count the messages in the whole chat that hold these words."""
    return sum(words in text for text in who.history)


async def test_whoever_writes_on_and_on_is_told_once_a_minute(town: Town, mia: Resident) -> None:
    """Ten lines in half a minute are one thing that somebody says."""
    for number in range(10):
        await mia.says(f"and then it rained, {number}")
        await town.waits(seconds=2)

    assert times(mia, NO_NOTE) == 1


async def test_a_minute_is_counted_from_the_answer_and_not_by_the_clock(
    town: Town, mia: Resident
) -> None:
    """Just before the full minute and just after it are the same minute."""
    await town.waits(seconds=55)
    await mia.says("it rains")
    await town.waits(seconds=10)
    await mia.says("it still rains")
    assert times(mia, NO_NOTE) == 1

    await town.waits(seconds=60)
    await mia.says("and now it does not")

    assert times(mia, NO_NOTE) == 2


async def test_one_persons_minute_is_not_anothers(
    town: Town, mia: Resident, rosa: Resident
) -> None:
    """Rosa reads her own words, though Mia has just read hers."""
    await mia.says("it rains")
    await rosa.says("it rains here too")
    await rosa.says("a lot")

    assert times(mia, NO_NOTE) == 1
    assert times(rosa, NOBODY_READS) == 1


async def test_words_that_alarm_are_heard_in_the_same_minute(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """What is said less often is an answer; nothing is read less carefully for it."""
    await mia.says("it rains")
    await mia.says("i am going to kill myself tonight")

    assert dana.screen == ["Someone you look after needs you. Alert 1."]


async def test_an_album_is_answered_once(town: Town, mia: Resident) -> None:
    """Ten pictures come as ten messages."""
    for _ in range(10):
        mia.phone.says("", media="photo")
    await town.waits(seconds=8)

    assert times(mia, CANNOT_OPEN) == 1
