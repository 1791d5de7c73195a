"""Pages that wait: whoever has not been asked has not failed to answer.

A page that lies here because Telegram does not take it asks nobody. The next one is asked meanwhile
where there is one, and nobody is given up before anybody could be asked.
"""

from bot.cast import DANA, SAM
from bot.emulator.faults import Fault
from bot.town import Resident, Town
from dialogs.care.escalation import AlertState
from tests.stories.staff import alert
from tests.stories.steps import has_a_strong_craving, is_not_safe

PAGE = "Someone you look after needs you. Alert 1."
AGAIN = "Nobody has taken alert 1 yet. Can you?"
NOBODY = "Nobody answered alert 1."


def refuses(town: Town) -> None:
    """Let Telegram take nothing for Dana or Sam, ten minutes at a time."""
    for chat in (DANA.user_id, SAM.user_id):
        fault = Fault("too_many", "sendMessage", chat, count=None, retry_after=600)
        town.telegram.faults.set(fault)


async def test_a_page_that_waits_too_long_asks_the_next(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Telegram makes Dana's chat wait for five minutes: Sam is asked after two, not fifteen."""
    await has_a_strong_craving(town, mia)
    town.telegram.faults.set(Fault("too_many", "sendMessage", DANA.user_id, retry_after=300))
    await mia.taps("No")

    await town.waits(minutes=1, seconds=45)
    assert sam.screen == []
    await town.waits(minutes=1)

    assert sam.screen == [AGAIN]
    await town.waits(minutes=4)
    assert dana.sees("alert 1") or dana.sees("Alert 1")


async def test_one_of_two_who_has_been_asked_is_enough(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """A page that has left in time makes nobody else's phone ring."""
    await is_not_safe(town, mia)

    await town.waits(minutes=14)

    assert dana.screen == [PAGE]
    assert sam.screen == []


async def test_hours_without_telegram_use_up_no_ladder(
    town: Town, mia: Resident, dana: Resident, sam: Resident, ada: Resident
) -> None:
    """For three hours nothing leaves: then both are asked, and nobody is told they failed."""
    await has_a_strong_craving(town, mia)
    refuses(town)
    await mia.taps("No")

    await town.waits(hours=3)
    assert (await alert(town)).state is AlertState.RAISED
    town.telegram.faults.clear()
    await town.waits(minutes=10)

    assert dana.sees("lert 1")
    assert sam.screen == [AGAIN]
    assert not ada.sees(NOBODY)
    assert not mia.sees("Nobody has answered me")


async def test_the_minutes_of_whoever_was_asked_late_begin_then(
    town: Town, mia: Resident, dana: Resident, sam: Resident, ada: Resident
) -> None:
    """Once they could be asked, they have their time, and after the last repeat it is nobody."""
    await has_a_strong_craving(town, mia)
    refuses(town)
    await mia.taps("No")
    await town.waits(hours=3)
    town.telegram.faults.clear()

    await town.waits(minutes=90)
    assert not ada.sees(NOBODY)
    await town.waits(minutes=60)

    assert ada.sees(NOBODY)
