"""The digest: a counselor's day on one page, at their hour, and never for nothing."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.cast import DANA
from bot.town import Resident, Town
from tests.stories.keeping import presses
from tests.stories.staff import person_of
from tests.stories.steps import begins, has_a_strong_craving, is_not_safe, says_all_is_well

READY = "Your day is ready."
NINE = datetime(2026, 5, 13, 13, tzinfo=UTC)


async def test_nothing_new_is_not_sent(town: Town, mia: Resident, dana: Resident) -> None:
    """A quiet evening, kept like every other: no message is the best message."""
    await says_all_is_well(town, mia)
    await mia.taps("All good")

    await town.waits_until(NINE + timedelta(hours=1))

    assert dana.screen == []


async def test_what_pages_nobody_is_read_in_the_morning(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """A strong craving somewhere safe: the notice says nothing, the line says it after a tap."""
    await has_a_strong_craving(town, mia)
    await mia.taps("Yes")
    await town.waits_until(NINE - timedelta(seconds=1))
    assert dana.screen == []

    await town.waits_until(NINE + timedelta(minutes=1))
    assert dana.screen == [READY]
    await dana.taps("Open")

    assert "Mia · craving 8, usually 4" in dana.screen[-1]


async def test_it_is_asked_for_at_any_time(town: Town, mia: Resident, dana: Resident) -> None:
    """/digest shows the same lines, and says so where there are none."""
    await dana.says("/digest")
    assert dana.sees("Nothing new. All quiet.")

    await is_not_safe(town, mia)
    await dana.says("/digest")

    assert dana.sees("Mia · alert 1")
    assert "Show them" in dana.buttons


async def test_each_look_is_on_the_clients_trail(town: Town, mia: Resident, dana: Resident) -> None:
    """Mia can see who read of her."""
    await is_not_safe(town, mia)
    her = await person_of(town, mia)
    async with town.app.ground.database.reading() as uow:
        before = await uow.trail.of_client(her.id)

    await dana.says("/digest")

    async with town.app.ground.database.reading() as uow:
        after = await uow.trail.of_client(her.id)
    assert [one.action for one in after[len(before) :]] == ["see_client"]


async def test_a_plan_that_the_client_changed(town: Town, mia: Resident, dana: Resident) -> None:
    """Her own edits are counted, those of others are not."""
    await dana.says("/digest")
    await mia.says("/times 21:00")

    await dana.says("/digest")

    assert dana.sees("Mia · changed their plan once")


async def test_what_was_missed_is_said_and_no_message_worth(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """After how many the counselor hears is Mia's choice; whoever looks, sees."""
    await town.waits_until(NINE + timedelta(days=1))
    assert dana.screen == []

    await dana.says("/digest")

    assert dana.sees("Mia · missed in a row: 2")


async def test_what_lies_on_the_list_is_said_once_more(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """A message for her day that nobody took comes up again every working morning."""
    await begins(town, mia)
    await mia.says("yes")
    await mia.says("yes")
    await town.waits_until(NINE + timedelta(minutes=1))
    assert dana.screen == ["Alert 1 for your day. No rush in the next minutes."]

    await town.waits(days=1)

    assert READY in dana.screen


async def test_not_on_days_off(town: Town, mia: Resident, dana: Resident) -> None:
    """What was noticed on Friday evening is read on Monday."""
    await town.waits_until(datetime(2026, 5, 15, 23, 55, tzinfo=UTC))
    await has_a_strong_craving(town, mia)
    await mia.taps("Yes")
    dana.puts_it_away()

    await town.waits_until(datetime(2026, 5, 18, 12, 59, tzinfo=UTC))
    assert READY not in dana.screen
    await town.waits(minutes=2)

    assert READY in dana.screen


async def test_her_own_hour_and_days(town: Town, mia: Resident, dana: Resident) -> None:
    """Two taps change when it comes; a day is added with one."""
    await dana.says("/hours")
    assert dana.sees("You work: Mon, Tue, Wed, Thu, Fri, 09:00 to 17:00.")
    await dana.taps("Digest at")
    await dana.taps("07:30")
    assert dana.sees("Your digest comes at 07:30.")
    await dana.taps("Sat")
    assert dana.sees("You work: Mon, Tue, Wed, Thu, Fri, Sat")
    await town.waits_until(datetime(2026, 5, 15, 23, 55, tzinfo=UTC))
    await has_a_strong_craving(town, mia)
    await mia.taps("Yes")
    dana.puts_it_away()

    await town.waits_until(datetime(2026, 5, 16, 11, 29, tzinfo=UTC))
    assert READY not in dana.screen
    await town.waits(minutes=2)

    assert READY in dana.screen


async def test_what_can_wait_comes_in_her_own_hours(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Dana begins at seven; a lapse of the evening is there at seven."""
    await dana.says("/hours")
    await dana.taps("From")
    await dana.taps("07:00")
    dana.puts_it_away()
    await begins(town, mia)
    await mia.says("yes")
    await mia.says("yes")

    await town.waits_until(datetime(2026, 5, 13, 10, 59, tzinfo=UTC))
    assert dana.screen == []
    await town.waits(minutes=2)

    assert dana.screen == ["Alert 1 for your day. No rush in the next minutes."]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param("hours_set:from:1800", "The day has to begin before it ends.", id="order"),
        pytest.param("hours_set:lunch:1200", "", id="no-such-time"),
        pytest.param("hours_set:from:9999", "", id="no-such-hour"),
        pytest.param("hours_day:someday", "", id="no-such-day"),
        pytest.param("hours_pick:lunch", "", id="nothing-to-pick"),
    ],
)
async def test_hours_that_nobody_can_have(
    town: Town, dana: Resident, data: str, words: str
) -> None:
    """A forged button, or a day that ends before it begins: refused, and nothing is set."""
    toast = await presses(town, DANA.user_id, data)

    assert toast or dana.sees(words)
    await dana.says("/hours")
    assert dana.sees("You work: Mon, Tue, Wed, Thu, Fri, 09:00 to 17:00.")


async def test_at_least_one_day_stays(town: Town, dana: Resident) -> None:
    """A week without a day would hide every message that can wait."""
    await dana.says("/hours")
    for day in ("Mon", "Tue", "Wed", "Thu"):
        await dana.taps(f"✓ {day}")

    await dana.taps("✓ Fri")

    assert dana.sees("At least one day has to stay.")


async def test_none_while_away(town: Town, mia: Resident, dana: Resident) -> None:
    """Whoever is away is left in peace; back again, nothing is lost."""
    await dana.says("/away until friday 7:00")
    await has_a_strong_craving(town, mia)
    await mia.taps("Yes")
    await town.waits_until(datetime(2026, 5, 14, 14, tzinfo=UTC))
    assert READY not in dana.screen

    await town.waits_until(datetime(2026, 5, 15, 13, 1, tzinfo=UTC))

    assert dana.screen.count(READY) == 1
    await dana.taps("Open")
    assert "craving 8, usually 4" in dana.screen[-1]


async def test_what_was_taken_back_is_not_in_it(town: Town, mia: Resident, dana: Resident) -> None:
    """The notice was sent, then Mia took her grants back: nothing of her is shown."""
    await has_a_strong_craving(town, mia)
    await mia.taps("Yes")
    await town.waits_until(NINE + timedelta(minutes=1))
    now = town.clock.now()
    async with town.app.ground.database.unit_of_work() as uow:
        person = await uow.people.by_chat(DANA.user_id)
        assert person is not None
        for grant in await uow.consents.for_recipient(person.id):
            await uow.consents.revoke(grant.id, now, by=grant.client_id)

    await dana.taps("Open")

    assert dana.sees("Nothing new. All quiet.")


async def test_the_figures_of_a_week(
    town: Town, mia: Resident, dana: Resident, ada: Resident
) -> None:
    """Raised, taken in time, how it ended: for Dana by her clients, for the admin as counts."""
    await is_not_safe(town, mia)
    await dana.taps("I'm on it")
    await dana.taps("Reached, safe")

    await dana.says("/figures")

    line = "strong craving, not safe: 1, in time 1. Safe 1, needs more 0, not reached 0"
    assert dana.sees(line)
    assert dana.sees("Of those pages, worth it: 100%. The aim is 60% at least.")
    await ada.says("/figures")
    assert ada.sees(line)
    assert not any("Mia" in one for one in ada.screen)


async def test_a_false_alarm_is_counted(town: Town, mia: Resident, dana: Resident) -> None:
    """An alert that nobody needed tells the clinic that its rule is too sharp."""
    await is_not_safe(town, mia)
    await town.waits(minutes=20)
    await dana.taps("I'm on it")
    await dana.taps("Not needed")

    await dana.says("/figures")

    assert dana.sees("strong craving, not safe: 1, in time 0.")
    assert dana.sees("not needed 1")
    assert dana.sees("worth it: 0%")


async def test_the_weekly_look_stands_on_mondays_digest(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Once a week, on the first day one works."""
    await is_not_safe(town, mia)
    await dana.taps("I'm on it")
    await dana.taps("Reached, safe")
    await dana.says("/digest")
    assert not dana.sees("rule by rule")

    await town.waits_until(datetime(2026, 5, 18, 13, 1, tzinfo=UTC))
    await dana.says("/digest")

    assert dana.sees("The last 7 days, rule by rule")


async def test_figures_are_for_staff(town: Town, mia: Resident, sam: Resident) -> None:
    """Nobody else counts anything here."""
    for somebody in (mia, sam):
        for command in ("/figures", "/digest", "/hours"):
            await somebody.says(command)
            assert somebody.sees("That one is not for you here.")
            somebody.puts_it_away()
