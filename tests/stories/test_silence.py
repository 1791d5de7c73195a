"""Silence: a reminder, then it is kept as silence. Only at a safety question it speaks."""

from datetime import timedelta

import pytest

from bot.cast import MIA
from bot.town import Resident, Town
from storage.check_ins import CheckInState
from tests.stories.keeping import forges
from tests.stories.steps import begins, has_a_strong_craving

PROMPT = "Hello. A minute for you, whenever you are ready."
REMINDER = "Still here if you have a minute."
CLOSED = "This one is closed. No harm done. You can still fill it in until the next one comes."
PAGE = "Someone you look after needs you. Alert 1."


async def last_check_in(town: Town) -> CheckInState:
    """Return what became of Mia's latest check-in that was due."""
    now = town.clock.now()
    async with town.app.ground.database.reading() as uow:
        mia = await uow.people.by_chat(MIA.user_id)
        assert mia is not None
        past = await uow.check_ins.for_client(mia.id, now - timedelta(days=1))
    return [one for one in past if one.due_at <= now][-1].state


async def test_one_reminder_after_an_hour(town: Town, mia: Resident) -> None:
    """One, and no more: silence is allowed."""
    await town.waits(minutes=5 + 59)
    assert mia.screen == [PROMPT]
    await town.waits(minutes=1)
    assert mia.screen == [PROMPT, REMINDER]

    await town.waits(hours=2, minutes=59)

    assert mia.screen == [PROMPT, REMINDER]


async def test_nobody_is_paged_for_an_evening_without_an_answer(
    town: Town, mia: Resident, dana: Resident, sam: Resident, rosa: Resident
) -> None:
    """It is shown as silence, never called anything else."""
    await town.waits(hours=4, minutes=6)

    assert await last_check_in(town) is CheckInState.MISSED
    assert [who.screen for who in (dana, sam, rosa)] == [[], [], []]
    await dana.says("/clients")
    assert dana.sees("missed in a row: 1")


async def test_a_prompt_that_was_missed_closes_kindly(town: Town, mia: Resident) -> None:
    """No reproach; and one way back, for whoever would still like to."""
    await town.waits(hours=4, minutes=6)

    assert set(mia.screen) == {CLOSED}
    labels = [b.label for m in town.telegram.messages(MIA.user_id) for r in m.buttons for b in r]
    assert labels == ["Fill it in"]


async def test_three_evenings_without_an_answer_are_for_the_counselors_day(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Somebody asks, in working hours, without a hurry."""
    await town.waits(days=2, hours=4, minutes=6)
    assert dana.screen == []

    await town.waits(hours=10)

    assert dana.screen == ["Alert 1 for your day. No rush in the next minutes."]


async def test_in_thirty_minutes(town: Town, mia: Resident) -> None:
    """Whoever is still at dinner says so, and is asked again."""
    await town.waits(minutes=10)

    await mia.taps("Later")
    assert mia.screen == ["All right. I will ask again at 20:35."]
    await town.waits(minutes=31)

    assert mia.screen[-1] == REMINDER


async def test_setting_a_check_in_aside_after_it_began(town: Town, mia: Resident) -> None:
    """*Later* stands at the first question too, and the question comes back."""
    await begins(town, mia)

    await mia.taps("Later")
    assert mia.sees("I will ask again at 20:31.")
    await town.waits(minutes=31)
    await mia.taps("Start")

    assert mia.sees("Did you drink or use today?")


async def test_later_is_no_way_back_into_what_is_done(town: Town, mia: Resident) -> None:
    """An old button opens no check-in that was finished, so nobody is reminded of it."""
    await begins(town, mia)
    for answer in ("no", "2", "7", "7", "8", "yes", "yes"):
        await mia.says(answer)
    await mia.taps("All good")

    forges(town, MIA.user_id, "later:15")
    await town.waits(seconds=4)
    assert mia.screen == ["You have done this one. Thank you."]
    await town.waits(hours=1)

    assert await last_check_in(town) is CheckInState.FINISHED
    assert mia.screen == ["You have done this one. Thank you."]


async def test_a_check_in_that_was_begun_and_left(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """What was answered is kept, what was not is not asked the next day."""
    await begins(town, mia)
    await mia.says("no")
    await mia.says("4")

    await town.waits(hours=3)

    assert mia.buttons == ["Fill it in"]
    async with town.app.ground.database.reading() as uow:
        person = await uow.people.by_chat(MIA.user_id)
        assert person is not None
        assert await uow.sessions.open_for(person.id) is None
        found = await uow.answers.readings(person.id, town.clock.now() - timedelta(hours=4))
    assert [(one.name, one.value, one.kind) for one in found] == [
        ("use", "no", "answered"),
        ("craving", 4, "answered"),
        ("mood", None, "expired"),
    ]
    assert dana.screen == []


async def test_ten_minutes_of_silence_at_a_safety_question(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """The question says so beforehand: silence there counts as no answer, and a human is told."""
    await has_a_strong_craving(town, mia)
    assert mia.sees("stay silent for 10 minutes")

    await town.waits(minutes=9, seconds=55)
    assert dana.screen == []
    await town.waits(seconds=5)

    assert dana.screen == [PAGE]
    assert mia.sees("I have told Dana.")


async def test_an_answer_after_that_silence_is_still_taken(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """The question stays open; but what was raised is for a human to close."""
    await has_a_strong_craving(town, mia)
    await town.waits(minutes=10)

    await mia.taps("Yes")
    await dana.says("/alerts")

    assert mia.sees("How was your mood")
    assert dana.sees("Alert 1 · Mia · nobody has it yet")


async def test_going_back_does_not_stop_the_ten_minutes(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Otherwise a tap would be enough to be forgotten."""
    await has_a_strong_craving(town, mia)

    await mia.taps("Back")
    await town.waits(minutes=10)

    assert dana.screen == [PAGE]


@pytest.mark.parametrize("way_out", ["Skip", "Rather not say", "No", "Not sure"])
async def test_no_way_out_of_a_safety_question_but_yes(
    town: Town, mia: Resident, dana: Resident, way_out: str
) -> None:
    """No, not sure, a skip or rather not say: each is told to a human, as the question says."""
    await has_a_strong_craving(town, mia)

    await mia.taps(way_out)

    assert dana.screen == [PAGE]
    assert mia.sees("I have told Dana.")


async def test_stopping_at_a_safety_question(town: Town, mia: Resident, dana: Resident) -> None:
    """To leave is no answer either."""
    await has_a_strong_craving(town, mia)

    await mia.says("/stop")

    assert dana.screen == [PAGE]


async def test_one_alert_whatever_is_answered_after_it(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """A safety alert is raised once; the rest of the check-in adds to it, if anything."""
    await has_a_strong_craving(town, mia)

    await mia.taps("No")
    for answer in ("4", "5"):
        await mia.says(answer)
    await mia.taps("That is right")

    assert dana.screen == [PAGE]
