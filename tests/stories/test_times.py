"""Times: every hour is the client's, changed in two taps; a pause asks and counts nothing."""

from dataclasses import replace
from datetime import timedelta

from bot.cast import MIA, SAM
from bot.town import Resident, Town
from storage.check_ins import CheckIn, CheckInState
from tests.stories.keeping import buttons, presses

PROMPT = "Hello. A minute for you, whenever you are ready."
HOME_BY_SIX = 22


async def booked(town: Town) -> list[CheckIn]:
    """Return Mia's check-ins, yesterday's first."""
    async with town.app.ground.database.reading() as uow:
        mia = await uow.people.by_chat(MIA.user_id)
        assert mia is not None
        return await uow.check_ins.for_client(mia.id, town.clock.now() - timedelta(hours=30))


async def test_times_are_shown_with_a_way_to_change_each(town: Town, mia: Resident) -> None:
    await mia.says("/times")

    assert mia.sees("Check-in: every day at 20:00")
    assert mia.sees("Quiet hours: 21:30 to 08:00")
    assert mia.sees("New York")
    assert mia.buttons == ["Another time", "Quiet hours", "Take a break", "If I don't answer"]


async def test_a_later_hour_today_is_asked_then_and_only_then(town: Town, mia: Resident) -> None:
    """Two taps, before tonight's question has come."""
    await mia.says("/times")
    await mia.taps("Another time")
    await mia.taps("21:00")
    assert mia.sees("Done: 21:00. Next time: 2026-05-12 21:00.")
    mia.puts_it_away()

    await town.waits(minutes=30)
    assert mia.screen == []
    await town.waits(minutes=40)

    assert mia.screen == [PROMPT]


async def test_an_hour_that_has_passed_today_leaves_tonight_as_it_is(
    town: Town, mia: Resident
) -> None:
    """At five to eight to six in the evening: tonight still at eight, from tomorrow at six."""
    await mia.says("/times 18:00")
    mia.puts_it_away()

    await town.waits(minutes=10)
    assert mia.screen == [PROMPT]
    await town.waits(hours=HOME_BY_SIX)

    planned = [one for one in await booked(town) if one.state is not CheckInState.PLANNED]
    assert [one.local[11:16] for one in planned][-2:] == ["20:00", "18:00"]


async def test_what_was_asked_today_is_not_asked_again(town: Town, mia: Resident) -> None:
    await town.waits(minutes=10)
    await mia.says("/times 21:00")
    mia.puts_it_away()

    await town.waits(hours=3)

    assert PROMPT not in mia.screen
    tomorrow = [one for one in await booked(town) if one.state is CheckInState.PLANNED]
    assert [one.local[:16] for one in tomorrow] == ["2026-05-13T21:00"]


async def test_undo_puts_the_old_hour_back(town: Town, mia: Resident) -> None:
    await mia.says("/times 21:00")

    await mia.taps("Undo")

    assert mia.sees("Done: 20:00. Next time: 2026-05-12 20:00.")


async def test_an_hour_that_is_none_gets_a_sentence(town: Town, mia: Resident) -> None:
    await mia.says("/times half past never")

    assert mia.sees("I did not get the time.")


async def test_quiet_hours_are_kept(town: Town, mia: Resident) -> None:
    await mia.says("/times")
    await mia.taps("Quiet hours")
    await mia.taps("22:00 to 07:00")

    assert mia.sees("I am quiet from 22:00 to 07:00.")
    await mia.taps("Undo")
    assert mia.sees("I am quiet from 21:30 to 08:00.")


async def test_a_pause_asks_nothing_and_ends_by_itself(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Three evenings of quiet, no evening missed, nobody told anything."""
    await mia.says("/pause")
    await mia.taps("3 days")
    assert mia.sees("I will not ask you anything until 2026-05-15 19:55.")
    mia.puts_it_away()

    await town.waits(days=3)
    assert mia.screen == []
    await town.waits(minutes=10)

    assert mia.screen == [PROMPT]
    assert not [one for one in await booked(town) if one.state is CheckInState.MISSED]
    assert dana.screen == []


async def test_a_prompt_that_waits_is_taken_back_by_a_pause(town: Town, mia: Resident) -> None:
    """No reminder and nothing missed: a pause is no silence."""
    await town.waits(minutes=10)
    await mia.says("/pause 1")
    mia.puts_it_away()

    await town.waits(hours=6)

    assert mia.screen == []
    states = [one.state for one in await booked(town)]
    assert states == [CheckInState.CANCELLED, CheckInState.PLANNED]


async def test_a_pause_can_be_ended_before_its_time(town: Town, mia: Resident) -> None:
    await mia.says("/pause 7")
    await mia.says("/pause")
    await mia.taps("End the break")
    assert mia.sees("Welcome back. Next check-in: 2026-05-12 20:00.")
    mia.puts_it_away()

    await town.waits(minutes=10)

    assert mia.screen == [PROMPT]


async def test_a_pause_has_an_end(town: Town, mia: Resident) -> None:
    await mia.says("/pause 60")

    assert mia.sees("A break can be 1 to 14 days long.")


async def test_help_in_a_craving_works_in_a_pause(town: Town, mia: Resident) -> None:
    await mia.says("/pause 3")

    await mia.says("/now")

    assert mia.sees("How strong is it right now?")


async def test_times_are_a_clients_own(town: Town, rosa: Resident) -> None:
    await rosa.says("/times")

    assert rosa.sees("That one is not for you here.")


async def test_a_break_is_told_where_the_plan_says_so(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Behind a notice that names nobody, and to nobody else."""
    async with town.app.ground.database.unit_of_work() as uow:
        client = await uow.people.by_chat(MIA.user_id)
        assert client is not None
        plan = await uow.plans.current(client.id)
        assert plan is not None
        await uow.plans.save(replace(plan, tells_pause=True))
    await mia.says("/pause 3")
    assert dana.screen == ["There is something for you here."]
    (data,) = [data for _, data in buttons(town, dana) if data.startswith("pausecard:")]

    await dana.taps("Open")
    await presses(town, SAM.user_id, data)

    assert dana.sees("Mia takes a break from check-ins until 2026-05-15 19:55")
    assert not sam.sees("break")
