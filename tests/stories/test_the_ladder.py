"""The ladder: a human takes an alert, or it climbs until somebody does."""

from datetime import timedelta

import pytest
from structlog.typing import EventDict

from bot.cast import DANA, EVENING, SAM, ZONE
from bot.emulator.phone import Phone
from bot.town import Resident, Town
from dialogs.care.people import Role
from tests.stories.keeping import forges
from tests.stories.steps import is_not_safe

PAGE = "Someone you look after needs you. Alert 1."
AGAIN = "Nobody has taken alert 1 yet. Can you?"


@pytest.fixture
async def ada(town: Town) -> Resident:
    """The admin of the clinic."""
    ada = Resident(Phone(town.telegram, 7_000_000_900, "Ada"), town)
    town.telegram.users[ada.phone.user_id].started = True
    async with town.app.ground.database.unit_of_work() as uow:
        person = await uow.people.add(
            ada.phone.user_id, "Ada", language="en", country="US", zone=ZONE, now=EVENING
        )
        await uow.people.join(person.id, None, Role.ADMIN, EVENING)
    return ada


async def revokes(town: Town, recipient: int) -> None:
    """Take back what Mia granted somebody, as the clinic's own tool does for her."""
    now = town.clock.now()
    async with town.app.ground.database.unit_of_work() as uow:
        person = await uow.people.by_chat(recipient)
        assert person is not None
        for grant in await uow.consents.for_recipient(person.id):
            await uow.consents.revoke(grant.id, now, by=grant.client_id)


async def test_taking_it_tells_the_client_who_has_it(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Waiting is easier when there is a name."""
    await is_not_safe(town, mia)

    await dana.taps("I'm on it")

    assert mia.sees("Dana has this and will be in touch.")
    assert dana.sees("You have alert 1. Mia has been told that you are on it.")
    assert sam.screen == []


async def test_the_next_one_is_asked_after_fifteen_minutes_and_not_before(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """A rung has its whole time, to the second, and not a second more."""
    await town.waits(minutes=6)
    await mia.taps("Start")
    await mia.says("no")
    await mia.taps("8")
    mia.phone.taps("No")
    await town.app.settle()
    raised_at = town.clock.now()

    await town.waits_until(raised_at + timedelta(minutes=14, seconds=59))
    assert sam.screen == []
    await town.waits_until(raised_at + timedelta(minutes=15))

    assert sam.screen == [AGAIN]
    assert mia.sees("I have not heard back yet, so I am asking Sam too.")


async def test_a_taken_alert_does_not_climb(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Whoever has it is left to it, and nobody else is woken."""
    await is_not_safe(town, mia)

    await dana.taps("I'm on it")
    await town.waits(minutes=20)

    assert sam.screen == []


async def test_the_last_rung_is_asked_again_and_again(
    town: Town, mia: Resident, sam: Resident
) -> None:
    """Every fifteen minutes, because a phone may lie in another room."""
    await is_not_safe(town, mia)

    await town.waits(minutes=15 * 3 + 1)

    assert sam.screen == [AGAIN] * 3


async def test_nobody_answers(
    town: Town, mia: Resident, ada: Resident, logged: list[EventDict]
) -> None:
    """It never fades: the admin and Mia are told, and the alert stays open."""
    await is_not_safe(town, mia)
    mia.puts_it_away()

    await town.waits(minutes=15 * 11)

    assert ada.screen == [
        "Nobody answered alert 1. Everyone on the list was asked several times. Please step in."
    ]
    assert mia.sees("Nobody has answered me")
    assert "alert unanswered" in [line["event"] for line in logged]


async def test_an_unanswered_alert_may_still_be_taken(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Late is better than never."""
    await is_not_safe(town, mia)
    await town.waits(minutes=15 * 11)

    await dana.taps("I'm on it")

    assert mia.sees("Dana has this and will be in touch.")


async def test_two_take_it_at_once(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """One has it; the other reads who, and that there is nothing more to do."""
    await is_not_safe(town, mia)
    await town.waits(minutes=15)

    dana.phone.taps("I'm on it")
    await sam.taps("I'm on it")

    assert sam.toast == "Dana took this already. Thank you for being quick."
    assert sam.screen == ["Dana is on it. Alert 1. Nothing more to do."]
    assert dana.sees("You have alert 1.")
    assert [line for line in mia.screen if "has this" in line] == [
        "Dana has this and will be in touch."
    ]


async def test_taken_at_the_very_moment_of_climbing(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Taken first: nobody else is asked, though the time had come."""
    await is_not_safe(town, mia)
    due = await town.app.next_due()
    assert due is not None
    town.clock.walk_to(due)

    dana.phone.taps("I'm on it")
    await town.app.inbox.drain()
    await town.waits(minutes=1)

    assert sam.screen == []
    assert mia.sees("Dana has this")


async def test_climbed_at_the_very_moment_of_taking(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Climbed first: it is taken all the same, and who was just asked hears that they need not."""
    await is_not_safe(town, mia)
    due = await town.app.next_due()
    assert due is not None
    town.clock.walk_to(due)

    await town.app.tick.once()
    dana.phone.taps("I'm on it")
    await town.waits(minutes=1)

    assert mia.sees("Dana has this")
    assert sam.screen in ([], ["Dana is on it. Alert 1. Nothing more to do."])


async def test_passing_on_asks_the_next_at_once(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Whoever cannot says so, and no quarter of an hour is lost."""
    await is_not_safe(town, mia)
    await dana.taps("Open")

    await dana.taps("Pass on")

    assert dana.toast == "Passed on. The next person is being told now."
    assert sam.screen == [AGAIN]


async def test_passing_on_with_nobody_left(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """What cannot be handed on stays, and that is said."""
    await revokes(town, SAM.user_id)
    await is_not_safe(town, mia)
    await dana.taps("Open")

    await dana.taps("Pass on")
    await town.waits(minutes=1)

    assert "nobody after you" in (dana.toast or "")
    assert sam.screen == []


async def test_passing_on_what_was_taken(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Whoever hands it over is not told that nothing was heard of them."""
    await is_not_safe(town, mia)
    await dana.taps("I'm on it")

    await dana.taps("Pass on")

    assert not dana.sees("No word on alert 1")
    assert sam.screen == [AGAIN]


@pytest.mark.parametrize(
    ("button", "words"),
    [
        pytest.param("Reached, safe", "reached, safe", id="safe"),
        pytest.param("Reached, needs more", "reached, needs more", id="needs-more"),
        pytest.param("Could not reach", "could not reach", id="not-reached"),
        pytest.param("Not needed", "not needed", id="not-needed"),
    ],
)
async def test_how_it_went(
    town: Town, mia: Resident, dana: Resident, sam: Resident, button: str, words: str
) -> None:
    """An alert is closed by a human, with one of four endings; then it is silent."""
    await is_not_safe(town, mia)
    await dana.taps("I'm on it")

    await dana.taps(button)
    assert dana.sees(f"Alert 1 is closed: {words}. Thank you.")
    dana.puts_it_away()
    await town.waits(hours=2)

    assert dana.screen == []
    assert sam.screen == []


async def test_a_closed_alert_is_not_opened_again(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """An old button on an old page changes nothing."""
    await is_not_safe(town, mia)
    page = town.telegram.messages(DANA.user_id)[-1]
    take = page.buttons[0][1].data
    assert take is not None
    await dana.taps("I'm on it")
    await dana.taps("Reached, safe")

    forges(town, DANA.user_id, take, page.message_id)
    await town.waits(seconds=4)

    async with town.app.ground.database.reading() as uow:
        assert await uow.alerts.all_open(9) == []


async def test_taken_and_then_silent(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """After half an hour a question; after another quarter the next one is asked."""
    await is_not_safe(town, mia)
    await dana.taps("I'm on it")

    await town.waits(minutes=30)
    assert dana.sees("Alert 1 is still yours. How did it go?")
    assert sam.screen == []
    await town.waits(minutes=15)

    assert dana.sees("No word on alert 1, so the next person is being asked.")
    assert sam.screen == [AGAIN]


async def test_a_counselor_who_blocked_the_bot_is_passed_over(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Whoever cannot be reached is not waited for."""
    await dana.blocks()

    await is_not_safe(town, mia)

    assert sam.screen == [PAGE]
    assert mia.sees("I have told Sam.")


async def test_a_counselor_who_blocks_while_asked(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """The alert climbs at that moment, not when the quarter of an hour is over."""
    await is_not_safe(town, mia)

    await dana.blocks()

    assert sam.screen == [AGAIN]


async def test_a_counselor_who_takes_it_and_then_blocks_the_bot(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Whoever has it cannot be reached any more, so it is nobody's: it climbs at once."""
    await is_not_safe(town, mia)
    await dana.taps("I'm on it")

    await dana.blocks()

    assert sam.sees("Nobody has taken alert 1 yet.")


async def test_a_page_that_cannot_be_delivered_climbs_at_once(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """A deleted account is learnt of only by writing to it."""
    town.telegram.deactivate(DANA.user_id)

    await is_not_safe(town, mia)
    await town.waits(seconds=5)

    assert sam.sees("alert 1") or sam.sees("Alert 1")


async def test_nobody_at_all_can_be_told(
    town: Town, mia: Resident, dana: Resident, sam: Resident, ada: Resident
) -> None:
    """An empty ladder is said at once, to Mia and to the admin."""
    await revokes(town, DANA.user_id)
    await revokes(town, SAM.user_id)

    await is_not_safe(town, mia)

    assert mia.sees("I could not find anyone to tell right now.")
    assert ada.sees("Alert 1 has nobody who can be told.")
    assert dana.screen == []


async def test_a_page_waits_no_longer_for_somebody_who_lost_the_grant(
    town: Town, mia: Resident, sam: Resident
) -> None:
    """What Mia takes back holds at once, also for what is already on its way."""
    await is_not_safe(town, mia)
    await revokes(town, SAM.user_id)

    await town.waits(minutes=16)

    assert sam.screen == []


async def test_a_second_sign_is_a_second_alert_and_the_same_sign_is_not(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """New evidence joins what is open; nobody is woken twice for the same thing."""
    await is_not_safe(town, mia)
    await mia.taps("Back")

    await mia.taps("Not sure")
    await mia.says("5")

    assert dana.screen == [PAGE]


async def test_the_sponsor_is_asked_to_call_and_not_told_why(
    town: Town, mia: Resident, sam: Resident
) -> None:
    """The grant is for being asked, not for the answers."""
    await is_not_safe(town, mia)
    await town.waits(minutes=15)

    await sam.taps("Open")

    assert "Mia could use you now, and chose you to be asked." in sam.screen[-1]
    assert "craving" not in sam.screen[-1]
    assert "safe" not in sam.screen[-1]
