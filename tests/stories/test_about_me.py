"""About me: where I am, where I live, what is strong in me, and what I live with."""

import pytest

from bot.town import Resident, Town
from dialogs.care.plan import Living, Phase, StatedBy
from tests.stories.steps import begins
from tests.stories.test_goals_in_time import has
from tests.stories.test_the_plan import opens, opens_of_mia, plan_of


async def test_where_i_live_is_changed_by_a_tap(town: Town, mia: Resident) -> None:
    await opens(mia, "About me", "Change: Where I live")
    assert mia.sees("Where do you live now?")

    await mia.taps("In a sober home")

    assert (await plan_of(town)).living is Living.SOBER_HOME
    await mia.says("/plan")
    assert mia.sees("Where I live: in a sober home")


async def test_where_i_live_may_be_typed(town: Town, mia: Resident) -> None:
    await opens(mia, "About me", "Change: Where I live")

    await mia.says("with family")

    assert (await plan_of(town)).living is Living.FAMILY


async def test_strengths_are_written_line_by_line(town: Town, mia: Resident) -> None:
    await opens(mia, "About me", "Change: What is strong in me")

    await mia.says("I get up early\nI make people laugh")

    assert (await plan_of(town)).strengths == ("I get up early", "I make people laugh")
    await mia.taps("Undo")
    assert (await plan_of(town)).strengths == ()


async def test_more_contact_holds_at_once(town: Town, mia: Resident) -> None:
    """Her own yes is enough: treatment several days a week asks twice on some days."""
    await opens(mia, "About me", "Change: Where I am")

    await mia.taps("treatment several days a week")

    assert (await plan_of(town)).phase is Phase.INTENSIVE_OUTPATIENT
    assert mia.sees("Done. Your plan is now version 2.")


async def test_less_contact_needs_both(town: Town, mia: Resident, dana: Resident) -> None:
    await opens(mia, "About me", "Change: Where I am")

    await mia.taps("the time after treatment")

    assert mia.sees("Nothing changes before you have both agreed.")
    assert (await plan_of(town)).phase is Phase.OUTPATIENT
    await dana.taps("Open")
    assert dana.sees("Mia would like to change the plan:")
    await dana.taps("Agree")
    assert (await plan_of(town)).phase is Phase.AFTERCARE_LATE


async def test_the_same_again_changes_nothing(town: Town, mia: Resident) -> None:
    await opens(mia, "About me", "Change: Where I am")

    await mia.taps("treatment once a week")

    assert mia.sees("All right, it stays as it was.")
    assert (await plan_of(town)).version == 1


async def adds_a_condition(mia: Resident) -> None:
    """Say what one lives with; what could go with it is offered."""
    await opens(mia, "What I live with", "Add")
    await mia.says("Depression")
    assert mia.sees("Would something small for it help?")


async def test_what_one_lives_with_gets_a_goal_of_its_own(town: Town, mia: Resident) -> None:
    await adds_a_condition(mia)

    await mia.taps("A small goal for it")
    await mia.taps("Name what I feel")
    for label in ("Two weeks", "Skip", "Skip", "That is my goal"):
        await mia.taps(label)

    plan = await plan_of(town)
    assert plan.conditions[0].label == "Depression"
    assert (plan.goals[-1].entry, plan.goals[-1].problem) == ("name_feeling", "Depression")


async def test_what_one_lives_with_gets_a_sign_and_a_treatment(town: Town, mia: Resident) -> None:
    await adds_a_condition(mia)

    await mia.taps("A sign that it gets harder")
    assert mia.sees("How do you notice early that this gets harder: Depression?")
    await mia.says("I leave the curtains shut")
    await opens(mia, "What I live with", "Depression", "Help for it")
    await mia.taps("CBT")
    await mia.taps("Once a week")

    plan = await plan_of(town)
    assert plan.own_signs[-1].label == "I leave the curtains shut"
    assert plan.modalities[-1].kind == "cbt"


async def test_what_one_lives_with_is_asked_about_in_check_ins(town: Town, mia: Resident) -> None:
    """Only once she wants it, and no longer than she wants it."""
    await has(town, goals=(), own_signs=(), skills=())
    await adds_a_condition(mia)
    await mia.taps("Ask me about it")
    assert (await plan_of(town)).conditions[0].asks

    await begins(town, mia)
    await mia.says("no")
    for _ in range(4):
        await mia.says("5")
    assert mia.sees("Depression: how heavy was it today?"), mia.screen
    await mia.says("4")

    await opens(mia, "What I live with", "Depression", "Ask me no more about it")
    assert not (await plan_of(town)).conditions[0].asks


async def test_what_a_counselor_adds_is_from_the_clinic(
    town: Town, mia: Resident, dana: Resident
) -> None:
    await opens_of_mia(dana, "What Mia lives with", "Suggest one")
    await dana.says("Panic attacks")
    await mia.taps("Open")
    await mia.taps("Agree")

    assert (await plan_of(town)).conditions[0].stated_by is StatedBy.CLINIC


@pytest.mark.parametrize("label", ["Change: Where Mia is", "Change: Where Mia lives"])
async def test_a_counselor_suggests_the_same_by_tap(
    town: Town, mia: Resident, dana: Resident, label: str
) -> None:
    await opens_of_mia(dana, "About Mia", label)
    assert dana.sees("Mia")

    await dana.taps("the time after treatment" if "is" in label.split()[-1:] else "With family")

    assert dana.sees("Nothing changes before you have both agreed.")
    await mia.taps("Open")
    assert mia.sees("Dana suggests a change to your plan:")
