"""On call: somebody is always asked, and it is always clear who."""

from dataclasses import replace
from datetime import timedelta

from bot.town import Resident, Town
from dialogs.care.people import Role
from tests.stories.conftest import Restart
from tests.stories.keeping import presses
from tests.stories.staff import alert, hands_over, leaves_care, person_of, takes_over, violations
from tests.stories.steps import is_not_safe
from tests.stories.test_the_ladder import AGAIN, PAGE

OPEN = "until somebody takes over."


async def test_nobody_is_on_call_at_first(town: Town, dana: Resident) -> None:
    """A clinic that has never used it reads so, and how to begin."""
    await dana.says("/oncall")

    assert dana.sees("Now: nobody.")
    assert dana.sees("Next: nobody has put their name down.")
    assert dana.buttons == ["I take over", "Test alert"]


async def test_taking_over(town: Town, dana: Resident, ben: Resident) -> None:
    """From this moment on it is them, until somebody else takes over."""
    await takes_over(dana)
    assert dana.sees(f"You are on call now, {OPEN}")

    await ben.says("/oncall")
    assert ben.sees(f"Now: Dana, {OPEN}")
    await ben.taps("I take over")

    assert ben.sees(f"You are on call now, {OPEN}")
    assert dana.sees("Ben is on call now. You are off.")


async def test_whoever_is_on_call_is_the_second_rung(
    town: Town, mia: Resident, dana: Resident, ben: Resident, sam: Resident
) -> None:
    """They look after Mia only for this: her yes was to the care team."""
    await takes_over(ben)
    await is_not_safe(town, mia)

    await town.waits(minutes=15)
    assert (ben.screen[-1], sam.screen) == (AGAIN, [])
    assert mia.sees("I have not heard back yet, so I am asking Ben too.")
    await ben.taps("Open")

    assert "Alert 1 · Mia" in ben.screen[-1]
    assert "craving" in ben.screen[-1]
    await ben.taps("I'm on it")
    assert mia.sees("Ben has this and will be in touch.")
    await ben.taps("Reached, safe")
    assert ben.sees("Alert 1 is closed: reached, safe. Thank you.")
    assert await violations(town) == []


async def test_whoever_was_on_call_may_still_close_what_they_took(
    town: Town, mia: Resident, dana: Resident, ben: Resident
) -> None:
    """The turn is over, the phone call is not."""
    await takes_over(ben)
    await is_not_safe(town, mia)
    await town.waits(minutes=15)
    await ben.taps("I'm on it")

    await takes_over(dana)
    await town.waits(minutes=30)
    assert ben.sees("Alert 1 is still yours. How did it go?")
    await ben.taps("Reached, safe")

    assert ben.sees("Alert 1 is closed: reached, safe.")


async def test_taking_over_while_an_alert_waits_for_the_other(
    town: Town, mia: Resident, dana: Resident, ben: Resident, cleo: Resident
) -> None:
    """It is asked of whoever is on call now, at once, and no more of whoever was."""
    await takes_over(ben)
    await is_not_safe(town, mia)
    await town.waits(minutes=15)

    await takes_over(cleo)

    assert cleo.sees("Nobody has taken alert 1 yet. Can you?")
    paged = await alert(town)
    assert paged.next_at is not None
    assert paged.next_at - town.clock.now() > timedelta(minutes=14)


async def test_handing_over_needs_a_yes(town: Town, dana: Resident, ben: Resident) -> None:
    """Nobody is on call without knowing."""
    await takes_over(dana)
    await dana.says("/oncall")

    await dana.taps("Hand over")
    await dana.taps("Ben")
    assert dana.sees("I have asked Ben. Until they say yes, it is you.")
    assert ben.sees("Dana asks: can you be on call now")
    await dana.says("/oncall")
    assert dana.sees("Now: Dana")
    await ben.taps("I take over")

    assert ben.sees("You are on call now")
    assert dana.sees("Ben is on call now. You are off.")


async def test_a_colleague_who_cannot(town: Town, dana: Resident, ben: Resident) -> None:
    """It stays where it was, and both know."""
    await takes_over(dana)
    await hands_over(dana, "Ben")

    await ben.taps("Not now")

    assert ben.sees("All right. Dana knows.")
    assert dana.sees("Ben cannot right now. It is still you.")


async def test_an_old_question_whether_one_could(
    town: Town, dana: Resident, ben: Resident, cleo: Resident
) -> None:
    """What has been settled meanwhile is said so, and changes nothing."""
    await takes_over(dana)
    await hands_over(dana, "Ben")
    await takes_over(cleo)

    await ben.taps("I take over")

    assert ben.sees("That has been settled already.")


async def test_a_turn_is_planned_in_plain_words(
    town: Town, mia: Resident, dana: Resident, ben: Resident
) -> None:
    """It begins and ends by itself, and before and after it the others count."""
    await takes_over(dana)

    await ben.says("/oncall fri 17:00 to mon 8:00")
    assert ben.sees("Put down: you are on call from 2026-05-15 at 17:00 to 2026-05-18 at 08:00.")
    await dana.says("/oncall")
    assert dana.sees("Now: Dana")
    assert dana.sees("Next: Ben, from 2026-05-15 at 17:00.")
    await town.waits(days=3)
    await dana.says("/oncall")
    assert dana.sees("Now: Ben, until 2026-05-18 at 08:00.")
    assert ben.sees("You are on call now, until 2026-05-18 at 08:00.")

    await town.waits(days=3)
    await dana.says("/oncall")
    assert dana.sees("Now: Dana")


async def test_a_planned_turn_is_given_up(town: Town, dana: Resident, ben: Resident) -> None:
    """One tap, as long as it has not begun."""
    await ben.says("/oncall fri 17:00 to mon 8:00")
    await ben.says("/oncall")

    await ben.taps("Give up")

    assert ben.sees("Done. That turn is free again.")
    await dana.says("/oncall")
    assert dana.sees("nobody has put their name down")


async def test_a_turn_nobody_can_read(town: Town, ben: Resident) -> None:
    """It says how, and nothing is put down."""
    await ben.says("/oncall whenever you like")

    assert ben.sees("I could not read that. Try it like this: /oncall fri 17:00 to mon 8:00")


async def test_a_test_alert_touches_no_client(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """It goes the way of a page, says how long it took, and leaves no alert behind."""
    await dana.says("/oncall test")
    assert dana.sees("This is a test. No client is part of it.")

    await dana.taps("Got it")

    assert dana.sees("The test worked.")
    assert (mia.screen, sam.screen) == ([], [])
    async with town.app.ground.database.reading() as uow:
        assert await uow.alerts.all_open(9) == []


async def test_whoever_is_on_call_can_be_tested_too(
    town: Town, dana: Resident, ben: Resident
) -> None:
    """Both hear how it went."""
    await takes_over(ben)
    await dana.says("/oncall test")
    await dana.taps("Test Ben too")

    await ben.taps("Got it")

    assert ben.sees("The test worked.")
    assert dana.sees("Ben has tapped the test")


async def test_a_forged_test_reaches_no_client(town: Town, mia: Resident, dana: Resident) -> None:
    """Whoever is named in a button as having asked must be staff."""
    client = await person_of(town, mia)

    assert await presses(town, dana.phone.user_id, f"test_got:{client.id}:1778630000") is not None
    assert await presses(town, dana.phone.user_id, "test_got:2:99999999999999")

    assert mia.screen == []


async def test_being_on_call_is_for_staff(town: Town, mia: Resident, sam: Resident) -> None:
    """A client or a sponsor is refused, kindly."""
    for somebody in (mia, sam):
        await somebody.says("/oncall")

        assert somebody.sees("That one is not for you here.")


async def test_a_counselor_who_has_left_the_clinic_is_not_on_call(
    town: Town, mia: Resident, dana: Resident, ben: Resident, sam: Resident
) -> None:
    """Their turn counts for nothing; the next rung is asked."""
    await takes_over(ben)
    await ben.blocks()
    await leaves_care(town, dana.phone.user_id, Role.COUNSELOR)

    await is_not_safe(town, mia)

    assert sam.screen == [PAGE]


async def test_a_rung_for_working_hours_only(
    town: Town, mia: Resident, dana: Resident, sam: Resident, restarts: Restart
) -> None:
    """A clinic may spare its counselors the night; then whoever is next is asked at once."""
    book = town.app.ground.playbook
    first, *others = book.ladders.now.rungs
    rungs = (first.model_copy(update={"hours": "working"}), *others)
    now = book.ladders.now.model_copy(update={"rungs": rungs})
    await restarts(town, replace(book, ladders=book.ladders.model_copy(update={"now": now})))

    await is_not_safe(town, mia)
    assert (dana.screen, sam.screen) == ([], [PAGE])
    assert mia.sees("I have told Sam.")


async def test_on_call_counts_in_any_hours(
    town: Town, mia: Resident, dana: Resident, sam: Resident, restarts: Restart
) -> None:
    """Dana is off work and on call: that is what being on call means."""
    book = town.app.ground.playbook
    first, *others = book.ladders.now.rungs
    rungs = (first.model_copy(update={"hours": "working"}), *others)
    now = book.ladders.now.model_copy(update={"rungs": rungs})
    await restarts(town, replace(book, ladders=book.ladders.model_copy(update={"now": now})))
    await takes_over(dana)
    dana.puts_it_away()

    await is_not_safe(town, mia)

    assert (dana.screen, sam.screen) == ([PAGE], [])


async def test_the_menu_lists_what_staff_can_do(town: Town, dana: Resident, ada: Resident) -> None:
    """Every command stands in the chat's list and in the help."""
    commands = ("alerts", "digest", "clients", "oncall", "away", "hours", "figures")
    await dana.says("/help")
    await ada.says("/help")

    assert all(f"/{one} " in dana.screen[-1] for one in commands)
    assert "/figures " in ada.screen[-1]
