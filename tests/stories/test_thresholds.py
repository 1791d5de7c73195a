"""A client's own threshold: tried on sixty days of their answers before it is saved."""

import pytest

from bot.town import Resident, Town
from dialogs.care.plan import Plan
from tests.stories.keeping import presses
from tests.stories.staff import person_of
from tests.stories.steps import begins, has_a_strong_craving
from tests.stories.test_over_many_days import noticed, opens_the_alert


async def her_plan(town: Town, mia: Resident) -> Plan:
    """Load Mia's plan."""
    her = await person_of(town, mia)
    async with town.app.ground.database.reading() as uow:
        plan = await uow.plans.current(her.id)
    assert plan is not None
    return plan


async def opens_signs(dana: Resident, *labels: str) -> None:
    """Let Dana go from her clients to Mia's signs, and on."""
    await dana.says("/clients")
    for label in ("Mia", "Signs", *labels):
        await dana.taps(label)


async def test_a_quieter_sign_is_tried_first(town: Town, mia: Resident, dana: Resident) -> None:
    """Mia has had no craving of 8 for weeks: from 6 on she would have, twice."""
    await opens_signs(dana, "strong craving")
    assert dana.sees("strong craving: from 8 (as the clinic has it)")
    await dana.taps("More sensitive")

    assert dana.sees("strong craving, from 7 instead of 8: not once, instead of 0 times")
    assert (await her_plan(town, mia)).thresholds == {}


async def test_a_typed_number_is_replayed_and_saved(
    town: Town, mia: Resident, dana: Resident
) -> None:
    await opens_signs(dana, "strong craving", "Another number")
    await dana.says("5")

    assert dana.sees("from 5 instead of 8: 4 times instead of 0 in the last 60 days.")
    assert dana.sees("The first on 2026-04-28")
    await dana.taps("Save")
    assert dana.sees("Saved for Mia: strong craving from 5.")
    assert (await her_plan(town, mia)).thresholds == {"craving_high": 5.0}

    await begins(town, mia)
    for answer in ("no", "5"):
        await mia.says(answer)
    assert "craving_high" in {one.sign for one in await noticed(town, mia)}


async def test_it_can_be_left_as_it_is(town: Town, mia: Resident, dana: Resident) -> None:
    await opens_signs(dana, "strong craving", "Quieter", "Leave as is")

    assert dana.sees("Left as it is: strong craving from 8.")
    assert (await her_plan(town, mia)).thresholds == {}


async def test_back_to_what_the_clinic_has(town: Town, mia: Resident, dana: Resident) -> None:
    """An own number that equals the clinic's is none: it follows whatever the clinic sets."""
    await opens_signs(dana, "strong craving", "Quieter", "Save")
    assert (await her_plan(town, mia)).thresholds == {"craving_high": 9.0}

    await opens_signs(dana, "strong craving", "As the clinic has it", "Save")

    assert (await her_plan(town, mia)).thresholds == {}


@pytest.mark.parametrize("said", ["1", "99"])
async def test_a_number_that_would_switch_it_off_is_refused(
    town: Town, mia: Resident, dana: Resident, said: str
) -> None:
    await opens_signs(dana, "strong craving", "Another number")
    await dana.says(said)

    assert dana.sees("From 4 to 10 is possible here.")
    assert (await her_plan(town, mia)).thresholds == {}


async def test_standing_is_tried_on_her_days(town: Town, mia: Resident, dana: Resident) -> None:
    """Series are tried like everything else."""
    await opens_signs(dana, "a hard stretch", "More sensitive")

    assert dana.sees("a hard stretch, from 4 instead of 5:")
    await dana.taps("Save")
    assert (await her_plan(town, mia)).thresholds == {"standing": 4.0}


async def test_no_safety_sign_is_among_them(town: Town, mia: Resident, dana: Resident) -> None:
    await opens_signs(dana)

    for never in ("not safe", "no answer on safety", "hurt themselves", "dark thoughts"):
        assert never not in dana.buttons


async def test_from_an_alerts_card(town: Town, mia: Resident, dana: Resident) -> None:
    """One tap from what woke her to the number behind it."""
    await has_a_strong_craving(town, mia)
    await mia.taps("Yes")
    await town.waits(days=1, minutes=-6)
    await has_a_strong_craving(town, mia)
    await mia.taps("Yes")

    await opens_the_alert(town, mia, dana, "craving_days")
    await dana.taps("About this sign")

    assert dana.sees("strong craving on more days: from 7")
    assert "Expected for now" in dana.buttons


async def test_a_strangers_tap_changes_nothing(town: Town, mia: Resident, sam: Resident) -> None:
    """Neither her sponsor nor Mia herself turns her signs."""
    her = await person_of(town, mia)
    for who in (sam, mia):
        for data in (f"signs:{her.id}", f"sign_save:{her.id}:craving_high:900", "signs:me"):
            assert await presses(town, who.phone.user_id, data)

    assert (await her_plan(town, mia)).thresholds == {}
