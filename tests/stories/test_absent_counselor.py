"""An absent counselor: the card, the alert and the morning after say what is true."""

from bot.cast import SAM
from bot.town import Resident, Town
from tests.stories.staff import takes_over
from tests.stories.test_the_ladder import revokes

NOBODY_WATCHES = "Nobody is watching this chat."


async def goes_away(town: Town, dana: Resident) -> None:
    """Let Dana be away, and the cards be written."""
    await dana.says("/away until friday 8:00")
    await town.waits(minutes=1)


async def test_the_card_names_the_sponsor_where_no_counselor_is_there(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """It is Sam who would be asked, so it is Sam whom the card promises."""
    await goes_away(town, dana)

    await mia.says("/sos")

    assert "I tell Sam." in mia.screen[0]
    assert NOBODY_WATCHES not in mia.screen[0]


async def test_whoever_is_on_call_goes_before_the_sponsor(
    town: Town, mia: Resident, dana: Resident, ben: Resident
) -> None:
    """Staff is asked first, so staff is named first."""
    await goes_away(town, dana)
    await takes_over(ben)
    await town.waits(minutes=1)

    await mia.says("/sos")

    assert "I tell Ben." in mia.screen[0]


async def test_no_sponsor_is_promised_where_it_is_about_violence(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Nobody but staff hears of it, and there is nobody of staff: the card says so."""
    await goes_away(town, dana)

    await mia.says("he is outside with a knife")

    assert "Sam now" not in mia.screen[0]
    assert NOBODY_WATCHES in mia.screen[0]
    assert sam.screen == []


async def test_a_sponsor_who_may_not_hear_of_it_is_not_named(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """What Mia takes back holds for the card as well."""
    await goes_away(town, dana)
    await revokes(town, SAM.user_id)
    await town.waits(minutes=1)

    await mia.says("/sos")

    assert NOBODY_WATCHES in mia.screen[0]


async def test_a_sponsor_who_is_gone_is_not_named(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """A name on the card is a promise."""
    await goes_away(town, dana)
    await sam.blocks()
    await town.waits(minutes=1)

    await mia.says("/sos")

    assert NOBODY_WATCHES in mia.screen[0]


async def test_the_morning_after_says_who_closed_what(
    town: Town, mia: Resident, dana: Resident, ben: Resident
) -> None:
    """Ben had the night: Dana reads that there was one, and how it ended."""
    await goes_away(town, dana)
    await takes_over(ben)
    await mia.says("/sos")
    await mia.taps("Tell my team now")
    await ben.taps("I'm on it")
    await ben.taps("Could not reach")
    await dana.says("/away")
    await dana.taps("I am back")

    await dana.says("/digest")

    assert "alert 1, closed by Ben: could not reach" in dana.screen[-1]


async def test_what_somebody_closed_themselves_is_no_news_to_them(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Dana knows what Dana did."""
    await mia.says("/sos")
    await mia.taps("Tell my team now")
    await dana.taps("I'm on it")
    await dana.taps("Reached, safe")

    await dana.says("/digest")

    assert not dana.sees("closed by")


async def test_whoever_could_not_be_reached_is_told_so(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Dana rang three times. Mia, who waits for her, is not left to guess."""
    await mia.says("/sos")
    await mia.taps("Tell my team now")
    await dana.taps("I'm on it")
    await dana.taps("Could not reach")

    assert mia.sees("Dana tried to reach you and could not.")
    assert mia.sees("/sos")


async def test_may_i_call_can_be_asked_after_taking_it_too(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Taken in a hurry from the lock screen: the question is still there."""
    await mia.says("/sos")
    await mia.taps("Tell my team now")
    await dana.taps("I'm on it")

    await dana.taps("Call me first?")

    assert mia.sees("May Dana call you now?")
