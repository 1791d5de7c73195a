"""Yesterday: a missed day may be filled in once, after the next check-in has come."""

from datetime import date, timedelta

import pytest

from bot.cast import MIA
from bot.town import Resident, Town
from dialogs.care.warning_signs import Reading
from storage.check_ins import CheckIn, CheckInState
from tests.stories.keeping import buttons, forges

USE, CRAVING = "Did you drink or use today?", "How strong was the craving"
FILL = "Fill in yesterday"
TUESDAY = date(2026, 5, 12)
QUIETLY = ("no", "2", "7", "7", "8", "yes", "yes")


async def row_of(town: Town, day: date) -> CheckIn:
    """Return Mia's check-in of one day."""
    async with town.app.ground.database.reading() as uow:
        mia = await uow.people.by_chat(MIA.user_id)
        assert mia is not None
        rows = await uow.check_ins.for_client(mia.id, town.clock.now() - timedelta(days=4))
    return next(one for one in rows if one.local_date == day)


async def about(town: Town, day: date) -> list[Reading]:
    """Return what Mia has said about one day."""
    async with town.app.ground.database.reading() as uow:
        mia = await uow.people.by_chat(MIA.user_id)
        assert mia is not None
        found = await uow.answers.readings(mia.id, town.clock.now() - timedelta(days=4))
    return [one for one in found if one.about == day]


async def answers_all(mia: Resident) -> None:
    """Answer every question quietly, and agree to the recap."""
    for one in QUIETLY:
        await mia.says(one)
    await mia.taps("All good")


async def misses_tuesday(town: Town) -> None:
    """Let a day go by without an answer, until Wednesday's question has come."""
    await town.waits(days=1, minutes=6)


async def checks_in(mia: Resident) -> None:
    """Answer what waits."""
    await mia.taps("Start")
    await answers_all(mia)


@pytest.fixture
async def came_back(town: Town, mia: Resident) -> Resident:
    """Mia, who missed Tuesday and has checked in on Wednesday."""
    await misses_tuesday(town)
    await checks_in(mia)
    return mia


async def test_the_closing_message_offers_it(town: Town, came_back: Resident) -> None:
    """A day without an answer can still be told, and counts for that day, as late."""
    assert came_back.buttons == ["Change an answer", FILL]

    await came_back.taps(FILL)
    assert came_back.sees("This one is about yesterday at 20:00, not about now.")
    await answers_all(came_back)

    said = await about(town, TUESDAY)
    assert {one.name for one in said} >= {"use", "craving", "mood"}
    assert {one.late for one in said} == {True}
    assert came_back.sees("Thank you for checking in.")


async def test_the_row_keeps_that_it_was_missed(
    town: Town, came_back: Resident, dana: Resident
) -> None:
    """Silence is not rewritten; what was said later hangs on it."""
    await came_back.taps(FILL)
    await answers_all(came_back)

    row = await row_of(town, TUESDAY)
    assert row.state is CheckInState.MISSED
    assert row.filled_at is not None
    assert row.finished_at is not None
    (session,) = {one.session_id for one in await about(town, TUESDAY)}
    assert row.session_id == session
    await dana.says("/clients")
    assert dana.sees("missed in a row: 0")


async def test_once_and_no_more(town: Town, came_back: Resident) -> None:
    """Its own closing does not offer it again, and the old button says so."""
    (fill,) = (data for _, data in buttons(town, came_back) if data.startswith("fill:"))
    await came_back.taps(FILL)
    await answers_all(came_back)
    assert came_back.buttons == ["Change an answer"]

    forges(town, MIA.user_id, fill)
    await town.waits(seconds=4)

    assert came_back.screen == ["This one is closed now. /checkin starts a new one."]
    await came_back.says("/checkin")
    assert came_back.buttons == ["Change an answer", "Check in again"]


async def test_checkin_offers_it_when_nothing_waits(town: Town, came_back: Resident) -> None:
    """Today is done, yesterday is not."""
    await came_back.says("/checkin")

    assert came_back.buttons == ["Change an answer", "Check in again", FILL]


async def test_checkin_offers_it_when_today_was_missed_too(town: Town, mia: Resident) -> None:
    """The question of now comes at once; yesterday's waits behind its button."""
    await mia.says("/times 12:00")
    await town.waits(hours=21)
    await mia.says("/checkin")
    assert mia.sees("Yesterday is still open.")
    assert USE in mia.screen[-1]

    await mia.taps(FILL)
    assert mia.sees("First this one.")
    await answers_all(mia)
    await mia.taps(FILL)

    assert mia.sees("This one is about yesterday at 20:00, not about now.")


async def test_what_was_our_miss_is_never_called_hers(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """We were away on Tuesday evening; the day can be told all the same."""
    await mia.says("/times 12:00")
    town.clock.walk_to(town.clock.now() + timedelta(hours=20))
    await town.waits(hours=4, minutes=1)
    assert (await row_of(town, TUESDAY)).state is CheckInState.MISSED_BY_US

    await mia.says("/checkin")
    assert mia.sees("I was not there to ask you yesterday.")
    await answers_all(mia)
    await mia.taps(FILL)
    await answers_all(mia)

    row = await row_of(town, TUESDAY)
    assert row.state is CheckInState.MISSED_BY_US
    assert row.finished_at is not None
    await dana.says("/clients")
    assert dana.sees("missed in a row: 0")


async def test_what_was_begun_that_evening_goes_on(town: Town, mia: Resident) -> None:
    """Nobody is asked twice what they have answered."""
    await town.waits(minutes=6)
    await mia.taps("Start")
    await mia.says("no")
    await town.waits(days=1)
    await checks_in(mia)

    await mia.taps(FILL)

    assert CRAVING in mia.screen[-1]


async def test_the_next_check_in_is_not_taken_for_it(town: Town, came_back: Resident) -> None:
    """What is left about yesterday is not answered as today's."""
    await came_back.taps(FILL)
    await came_back.says("no")

    await town.waits(days=1)
    await came_back.taps("Start")

    assert USE in came_back.screen[-1]
    assert (await row_of(town, date(2026, 5, 14))).state is CheckInState.STARTED


async def test_who_missed_nothing_is_offered_nothing(town: Town, mia: Resident) -> None:
    """Monday was answered."""
    await town.waits(minutes=6)
    await checks_in(mia)

    assert mia.buttons == ["Change an answer"]


async def test_an_answer_about_yesterday_counts_for_yesterday(
    town: Town, came_back: Resident
) -> None:
    """Fifteen free days, each counted once: fourteen before minus one, Tuesday and Wednesday."""
    await came_back.says("/goals")
    before = came_back.screen[-1]
    assert "Free of use on 12 of 13 days" in before

    await came_back.taps(FILL)
    await answers_all(came_back)
    await came_back.says("/goals")

    assert "Free of use on 13 of 14 days" in came_back.screen[-1]


async def test_a_milestone_that_yesterday_reaches_is_told(
    town: Town, mia: Resident, rosa: Resident
) -> None:
    """Fourteen days in all, the last of them told a day late; today says nothing yet."""
    await mia.says("/times 12:00")
    await town.waits(hours=21)
    await mia.says("/checkin")
    await mia.says("/stop")

    await mia.taps(FILL)
    await answers_all(mia)

    assert mia.sees("this good news goes to Rosa")
    await mia.taps("Send it now")
    assert rosa.screen == ["There is something for you here."]


async def test_no_milestone_on_a_day_of_use(town: Town, mia: Resident, rosa: Resident) -> None:
    """Yesterday's free day is kept, and nobody is told of it on a hard day."""
    await mia.says("/times 12:00")
    await town.waits(hours=17)
    await mia.taps("Start")
    await mia.says("yes")
    await mia.says("/stop")
    await town.waits(hours=3)

    await mia.says("/checkin")
    await mia.says("/stop")
    await mia.taps(FILL)
    await answers_all(mia)

    assert not mia.sees("good news")
    assert rosa.screen == []
