"""Away: alerts pass somebody by from that moment on, and find them again when they are back."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.cast import SAM
from bot.town import Resident, Town
from dialogs.care.escalation import AlertState
from tests.stories.keeping import presses
from tests.stories.staff import alert, looks_after, takes_over, violations
from tests.stories.steps import begins, is_not_safe
from tests.stories.test_the_ladder import AGAIN, PAGE, revokes

NOBODY = "I could not find anyone to tell right now."


async def away_until(town: Town, who: Resident) -> datetime | None:
    """Return until when somebody is away."""
    async with town.app.ground.database.reading() as uow:
        person = await uow.people.by_chat(who.phone.user_id)
        assert person is not None
        return (await uow.duty.of(person.id)).away_until


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        pytest.param("/away until friday 8:00", datetime(2026, 5, 15, 12, tzinfo=UTC), id="day"),
        pytest.param("/away fri", datetime(2026, 5, 15, 13, tzinfo=UTC), id="day-alone"),
        pytest.param("/away until 2026-05-20", datetime(2026, 5, 20, 13, tzinfo=UTC), id="date"),
        pytest.param("/away tomorrow 17:30", datetime(2026, 5, 13, 21, 30, tzinfo=UTC), id="hour"),
        pytest.param("/away for 3 days", None, id="length"),
        pytest.param("/away two weeks", None, id="length-in-words"),
    ],
)
async def test_in_plain_words(
    town: Town, dana: Resident, typed: str, until: datetime | None
) -> None:
    """However somebody says it, and in the clock on their own wall."""
    lengths = {"/away for 3 days": 3, "/away two weeks": 14}
    now = town.clock.now()

    await dana.says(typed)

    found = await away_until(town, dana)
    assert found == (until or now + timedelta(days=lengths.get(typed, 0)))
    assert dana.sees("Alerts pass you by from now on.")


async def test_by_buttons(town: Town, dana: Resident) -> None:
    """Four moments to choose from; all of them are mornings on which one works."""
    await dana.says("/away")
    assert dana.buttons == [
        "tomorrow at 09:00",
        "2026-05-15 at 09:00",
        "2026-05-19 at 09:00",
        "2026-05-26 at 09:00",
    ]

    await dana.taps("2026-05-19")

    assert dana.sees("You are away until 2026-05-19 at 09:00.")


async def test_what_cannot_be_read(town: Town, dana: Resident) -> None:
    """It says how to say it, and nothing is set."""
    await dana.says("/away for ever and a day")

    assert dana.sees("I could not read that. Try it like this: /away until friday 8:00")
    assert await away_until(town, dana) is None


async def test_whoever_is_away_is_not_asked(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """The next one is, at once, and Mia is told who."""
    await dana.says("/away for 3 days")
    dana.puts_it_away()

    await is_not_safe(town, mia)

    assert (dana.screen, sam.screen) == ([], [PAGE])
    assert mia.sees("I have told Sam.")


async def test_going_away_while_asked(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """An alert that is on its way goes on at that moment."""
    await is_not_safe(town, mia)

    await dana.says("/away for 3 days")

    assert dana.sees("One alert has gone on to the next person.")
    assert sam.screen == [AGAIN]


async def test_going_away_with_an_alert_in_hand(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """What they had is nobody's, so the next one is asked and their buttons go."""
    await is_not_safe(town, mia)
    await dana.taps("I'm on it")

    await dana.says("/away for 3 days")

    assert dana.sees("You had alert 1.")
    assert sam.screen == [AGAIN]


async def test_all_are_away(
    town: Town, mia: Resident, dana: Resident, sam: Resident, ada: Resident
) -> None:
    """Dana hears it when she goes, the admin as well, and Mia when it counts."""
    await revokes(town, SAM.user_id)
    await dana.says("/away for 3 days")
    assert dana.sees("For one person you look after there is nobody else to tell now.")
    assert ada.sees("Dana is away until")

    await is_not_safe(town, mia)

    assert mia.sees(NOBODY)
    assert ada.sees("Alert 1 has nobody who can be told.")


async def test_back_before_the_time(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """What nobody could be asked about meanwhile is asked about now."""
    await revokes(town, SAM.user_id)
    await dana.says("/away for 3 days")
    await is_not_safe(town, mia)
    dana.puts_it_away()

    await dana.says("/away")
    assert dana.sees("You are away until")
    await dana.taps("I am back")

    assert dana.sees("Welcome back. Alerts come to you again. One alert is open.")
    assert dana.sees(PAGE)
    assert mia.sees("I have told Dana.")
    assert (await alert(town)).state is AlertState.RAISED
    assert await violations(town) == []


async def test_back_by_the_clock(town: Town, mia: Resident, dana: Resident) -> None:
    """The time away ends by itself, to the minute, and she hears what is open."""
    await revokes(town, SAM.user_id)
    await dana.says("/away until tomorrow 7:00")
    await is_not_safe(town, mia)
    dana.puts_it_away()
    seven = datetime(2026, 5, 13, 11, tzinfo=UTC)

    await town.waits_until(seven - timedelta(seconds=1))
    assert dana.screen == []
    await town.waits_until(seven + timedelta(minutes=1))

    assert dana.sees("Welcome back.")
    assert dana.sees(PAGE)


async def test_whoever_takes_over_is_asked_what_nobody_could_be(
    town: Town, mia: Resident, dana: Resident, ben: Resident
) -> None:
    """All were away; the moment somebody is on call, the open alert is theirs to take."""
    await revokes(town, SAM.user_id)
    await dana.says("/away for 3 days")
    await is_not_safe(town, mia)
    assert mia.sees(NOBODY)

    await takes_over(ben)

    assert ben.sees(AGAIN)
    assert mia.sees("I have told Ben.")


async def test_what_is_for_her_day_goes_to_whoever_is_on_call(
    town: Town, mia: Resident, dana: Resident, ben: Resident
) -> None:
    """A list that nobody reads is no list."""
    await takes_over(ben)
    await dana.says("/away for 3 days")
    for one in (dana, ben):
        one.puts_it_away()

    await begins(town, mia)
    await mia.says("yes")
    await mia.says("yes")
    await town.waits(hours=14)

    assert (dana.screen, ben.screen) == ([], ["Alert 1 for your day. No rush in the next minutes."])


async def test_the_crisis_card_names_whoever_is_there(
    town: Town, mia: Resident, dana: Resident, ben: Resident
) -> None:
    """It must not promise Dana who is away, nor Ben once she is back."""
    await takes_over(ben)
    await dana.says("/away for 3 days")
    await mia.says("/sos")
    assert any("Ben" in line for line in mia.screen)
    assert not any("Dana" in line and "tell" in line for line in mia.screen)
    await mia.taps("Yes")
    mia.puts_it_away()

    await dana.says("/away")
    await dana.taps("I am back")
    await town.waits(minutes=2)
    await mia.says("/sos")

    assert any("I tell Dana" in line or "tell Dana" in line for line in mia.screen)


async def test_two_counselors_and_one_is_away(
    town: Town, mia: Resident, dana: Resident, ben: Resident, sam: Resident
) -> None:
    """Both stand on the first rung; the one who is there is asked, and nobody else yet."""
    await looks_after(town, ben, mia)
    await dana.says("/away for 3 days")
    dana.puts_it_away()

    await is_not_safe(town, mia)

    assert (dana.screen, ben.screen, sam.screen) == ([], [PAGE], [])


async def test_a_moment_nobody_was_offered(town: Town, dana: Resident) -> None:
    """A forged button: yesterday, or a year that no calendar has."""
    for moment in ("1", "99999999999999", "-5"):
        assert await presses(town, dana.phone.user_id, f"away:{moment}")

    assert await away_until(town, dana) is None
