"""Expected for now: a sign that is known wakes nobody for some days, and ends by itself."""

from datetime import UTC, date, datetime

import pytest

from bot.actions.alerts import raise_alert
from bot.town import Resident, Town
from dialogs.care.expected import Expected
from dialogs.care.warning_signs import Tier, WarningSign
from tests.stories.keeping import presses
from tests.stories.staff import person_of
from tests.stories.steps import begins, has_a_strong_craving, is_not_safe
from tests.stories.test_over_many_days import raised
from tests.stories.test_thresholds import her_plan, opens_signs


async def uses(town: Town, mia: Resident) -> None:
    """Let Mia say that she has used, and is safe."""
    await begins(town, mia)
    await mia.says("yes")
    await mia.says("yes")


async def test_an_expected_sign_wakes_nobody(town: Town, mia: Resident, dana: Resident) -> None:
    """For a week Dana knows; it is kept, the digest says so, and nothing pages her."""
    await opens_signs(dana, "use", "Expected for now", "7 days", "We talk about it")
    assert dana.sees("Expected with Mia: use, until the end of 2026-05-19.")
    dana.puts_it_away()

    await uses(town, mia)

    assert await raised(town, mia, "use") == 0
    await dana.says("/digest")
    assert dana.sees("Mia · expected until 2026-05-19: use")
    await opens_signs(dana)
    assert dana.sees("use: expected until 2026-05-19 (We talk about it)")


async def test_the_reason_is_typed(town: Town, mia: Resident, dana: Resident) -> None:
    await opens_signs(dana, "use", "Expected for now", "3 days", "In my own words")
    await dana.says("Her brother's wedding")

    found = (await her_plan(town, mia)).expected["use"]
    assert (found.reason, found.words) == ("words", "Her brother's wedding")
    await opens_signs(dana)
    assert dana.sees("Her brother's wedding")


async def test_it_is_ended_by_a_tap(town: Town, mia: Resident, dana: Resident) -> None:
    await opens_signs(dana, "use", "Expected for now", "7 days", "Away from home")
    await dana.taps("No longer expected")
    assert dana.sees("Mia: use is no longer expected.")

    await uses(town, mia)

    assert await raised(town, mia, "use") == 1


@pytest.mark.parametrize(("days", "alerts"), [(3, 0), (4, 1)])
async def test_what_is_expected_ends_at_midnight_where_the_client_is(
    town: Town, mia: Resident, dana: Resident, days: int, alerts: int
) -> None:
    """On the last evening it holds, on the next it does not; no beat is needed for it."""
    await opens_signs(dana, "use", "Expected for now", "3 days", "A hard date")
    await town.waits(days=days)

    await uses(town, mia)

    assert await raised(town, mia, "use") == alerts


async def test_midnight_is_that_of_the_clients_zone(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Ten to midnight in New York is the next day in London already: for Mia it still holds."""
    await opens_signs(dana, "use", "Expected for now", "3 days", "A hard date")
    await town.waits_until(datetime(2026, 5, 16, 3, 50, tzinfo=UTC))
    her, ground = await person_of(town, mia), town.app.ground
    sign = WarningSign("use", Tier.TODAY, (), (), safety=False)

    async with ground.database.unit_of_work() as uow:
        last_minutes = await raise_alert(uow, ground.playbook, her, sign, town.clock.now())
    await town.waits(minutes=10)
    async with ground.database.unit_of_work() as uow:
        midnight = await raise_alert(uow, ground.playbook, her, sign, town.clock.now())

    assert last_minutes is None
    assert midnight is not None


@pytest.mark.parametrize(
    ("today", "holds"), [(date(2026, 5, 15), True), (date(2026, 5, 16), False)]
)
def test_the_last_day_is_part_of_it(today: date, holds: bool) -> None:
    assert Expected(date(2026, 5, 15), "talking").holds(today) is holds


async def test_safety_is_never_expected(town: Town, mia: Resident, dana: Resident) -> None:
    """Whatever is expected, and whatever a forged button says, an answer on safety pages."""
    her = await person_of(town, mia)
    await opens_signs(dana, "strong craving", "Expected for now", "30 days", "We talk about it")
    for sign in ("craving_unsafe", "unsafe", "self_harm"):
        await presses(town, dana.phone.user_id, f"expect_for:{her.id}:{sign}:30:talking")
    await presses(town, dana.phone.user_id, f"expect_for:{her.id}:use:31:talking")
    assert set((await her_plan(town, mia)).expected) == {"craving_high"}

    await is_not_safe(town, mia)

    assert await raised(town, mia, "craving_unsafe") == 1


async def test_each_step_is_on_the_trail(town: Town, mia: Resident, dana: Resident) -> None:
    await opens_signs(dana, "use", "Expected for now", "3 days", "A hard date")

    her = await person_of(town, mia)
    async with town.app.ground.database.reading() as uow:
        trail = await uow.trail.of_client(her.id)
    assert "edit_plan" in {one.action for one in trail}


async def test_a_plain_craving_is_not_news_while_expected(
    town: Town, mia: Resident, dana: Resident
) -> None:
    await opens_signs(dana, "strong craving", "Expected for now", "7 days", "We talk about it")
    await has_a_strong_craving(town, mia)
    await mia.taps("Yes")
    dana.puts_it_away()

    await town.waits(days=1)

    assert "Your day is ready." not in dana.screen
