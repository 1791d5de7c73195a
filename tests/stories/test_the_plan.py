"""The plan in chat: read in one screen, changed by taps and typing, agreed on by both."""

from dataclasses import replace

import pytest

from bot.cast import DANA, MIA
from bot.emulator.phone import Phone
from bot.town import Resident, Town
from dialogs.care.people import Role
from dialogs.care.plan import GoalStatus, MeasureKind, Phase, Plan, PlanState
from tests.stories.steps import begins
from tests.stories.test_joining import NELL, agrees, comes_in, invitation


async def plan_of(town: Town) -> Plan:
    """Load the plan that holds."""
    async with town.app.ground.database.reading() as uow:
        mia = await uow.people.by_chat(MIA.user_id)
        assert mia is not None
        plan = await uow.plans.current(mia.id)
    assert plan is not None
    return plan


async def opens(who: Resident, *labels: str) -> None:
    """Open one's own plan, and tap one's way into it."""
    await who.says("/plan")
    for label in labels:
        await who.taps(label)


async def opens_of_mia(counselor: Resident, *labels: str) -> None:
    """Open the plan of a client, and tap one's way into it."""
    await counselor.says("/clients")
    for label in ("Mia", *labels):
        await counselor.taps(label)


async def test_the_whole_plan_is_one_screen(town: Town, mia: Resident) -> None:
    await mia.says("/plan")

    assert len(mia.screen) == 1
    for words in ("Walk twenty minutes a day", "Payday", "Call Sam", "I stay up past two", "Rosa"):
        assert mia.sees(words)
    assert mia.sees("You both agreed on this plan.")


async def test_a_trigger_is_added_by_typing_and_taken_back(town: Town, mia: Resident) -> None:
    """Three taps and a line; one more undoes it."""
    await opens(mia, "What can set it off", "Add")

    await mia.says("The smell of the bar")

    assert mia.sees("Done. Your plan is now version 2.")
    assert [one.label for one in (await plan_of(town)).triggers][-1] == "The smell of the bar"
    await mia.taps("Undo")
    assert len((await plan_of(town)).triggers) == 3


async def test_coping_skills_are_put_in_order(town: Town, mia: Resident) -> None:
    await opens(mia, "What helps me", "Cold water")

    await mia.taps("Move up")

    skills = [one.key for one in (await plan_of(town)).skills_in_order]
    assert skills == ["sam", "water", "block"]
    assert mia.sees("What helps me, first things first")


async def test_a_thing_is_said_differently(town: Town, mia: Resident) -> None:
    await opens(mia, "My own early signs", "I stop answering", "Say it differently")
    await mia.says("I let the bell ring")

    assert [one.label for one in (await plan_of(town)).own_signs][-1] == "I let the bell ring"


async def test_a_goal_from_the_catalogue_in_under_a_minute(town: Town, mia: Resident) -> None:
    """Domain, goal, for how long, first step: six taps, and tonight it can be asked about."""
    await opens(
        mia,
        "What I am working on",
        "Add",
        "Food, movement",
        "Walk for 10 minutes",
        "Two weeks",
        "Skip",
        "Skip",
        "That is my goal",
    )

    goal = (await plan_of(town)).goals[-1]
    assert goal.title.startswith("Walk for 10 minutes")
    assert (goal.status, goal.measure.kind) == (GoalStatus.ACTIVE, MeasureKind.YES_NO)
    assert goal.small_step
    assert goal.history[-1].status is GoalStatus.ACTIVE


async def test_a_goal_of_ones_own_is_made_measurable(town: Town, mia: Resident) -> None:
    await opens(mia, "What I am working on", "Add", "Family")
    await mia.says("Read to my nephew")
    await mia.taps("So many times a week")
    await mia.says("2")
    await mia.taps("Four weeks")
    await mia.says("ask my sister for a day")
    await mia.taps("Skip")
    await mia.taps("That is my goal")

    goal = (await plan_of(town)).goals[-1]
    assert (goal.title, goal.measure.target) == ("Read to my nephew", 2)
    assert goal.small_step == "ask my sister for a day"


async def test_a_day_in_the_past_is_refused_in_a_sentence(town: Town, mia: Resident) -> None:
    """Nothing is lost: the plan is as it was."""
    await opens(mia, "What I am working on", "Add", "Work")
    await mia.says("Send the form")
    await mia.taps("A day by which")
    await mia.says("2020-01-01")
    await mia.taps("Skip")
    await mia.taps("Skip")
    await mia.taps("That is my goal")

    assert mia.sees("That day lies in the past.")
    assert (await plan_of(town)).version == 1


async def test_a_goal_is_logged_between_check_ins(town: Town, mia: Resident) -> None:
    await opens(mia, "What I am working on", "Walk twenty", "Log today", "Yes")
    await mia.says("/goals")

    assert mia.sees("Walk twenty minutes a day: yes on 5 of the 6 days")


async def test_an_edit_during_a_check_in_loses_neither(town: Town, mia: Resident) -> None:
    """The check-in waits, comes back where it was, and is not asked again."""
    await begins(town, mia)
    await mia.says("no")
    await opens(mia, "What can set it off", "Add")
    await mia.says("Rainy Sundays")

    assert mia.sees("How strong was the craving")
    await mia.says("2")
    assert mia.sees("How was your mood")


@pytest.mark.parametrize("words", ["x" * 3000, " "])
async def test_what_does_not_fit_is_refused(town: Town, mia: Resident, words: str) -> None:
    await opens(mia, "What can set it off", "Add")
    await mia.says(words)

    assert (await plan_of(town)).version == 1
    assert mia.buttons or mia.screen


async def test_a_counselor_suggests_and_the_client_decides(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """The notice says nothing; the difference is shown; the yes makes the next version."""
    await dana.says("/clients")
    await dana.taps("Mia")
    assert dana.sees("The plan of Mia, version 1")
    await dana.taps("Mia's early signs")
    await dana.taps("Suggest one")
    await dana.says("I skip the group")
    assert dana.sees("Nothing changes before you have both agreed."), dana.screen
    assert (await plan_of(town)).version == 1

    assert mia.screen == ["There is something to look at together. No hurry."]
    await mia.taps("Open")
    assert mia.sees("Dana suggests a change to your plan:")
    assert mia.sees("+ My own early signs: I skip the group")
    await mia.taps("Agree")

    plan = await plan_of(town)
    assert plan.own_signs[-1].label == "I skip the group"
    await dana.taps("Open")
    assert dana.sees("You have both agreed on this.")
    await opens(mia, "How it came to be")
    assert mia.sees("Version 2")
    assert mia.sees("agreed: Dana, Mia") or mia.sees("agreed: Mia, Dana")


async def test_a_no_is_a_no_for_both(town: Town, mia: Resident, dana: Resident) -> None:
    await opens_of_mia(dana, "What can set it off", "Payday", "Take out")
    await mia.taps("Open")
    await mia.taps("Not now")

    assert mia.sees("All right. I leave it")
    assert len((await plan_of(town)).triggers) == 3
    await dana.taps("Open")
    assert dana.sees("Mia left this for now.")


async def test_two_changes_of_the_same_thing_are_shown(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Mia rewords what Dana wants taken out: nothing is overwritten, and she sees both."""
    await opens_of_mia(dana, "What can set it off", "Payday", "Take out")
    mia.puts_it_away()
    await opens(mia, "What can set it off", "Payday", "Say it differently")
    await mia.says("The Friday I am paid")
    await mia.taps("Open")
    await mia.taps("Agree")

    assert mia.sees("The plan has changed meanwhile")
    assert (await plan_of(town)).triggers[0].label == "The Friday I am paid"


async def test_nobody_else_reads_a_plan(town: Town, mia: Resident, sam: Resident) -> None:
    await sam.says("/plan")
    assert not sam.sees("Payday")


async def test_the_day_before_and_after_an_appointment(town: Town, mia: Resident) -> None:
    """A neutral prompt on the eve, a question afterwards; the answer is the appointment's."""
    await opens(mia, "My dates", "Add", "Group")
    await mia.says("Thursday group")
    await mia.taps("Every week")
    await mia.taps("Thursday")
    await mia.taps("18:00")
    await mia.taps("Skip")
    await mia.taps("That is right")
    assert (await plan_of(town)).appointments[0].label == "Thursday group"
    mia.puts_it_away()

    await town.waits(hours=22, minutes=30)  # Wednesday, 18:25
    assert not mia.sees("Thursday group")
    await mia.taps("Start")
    assert mia.sees("Tomorrow: Thursday group · 18:00. Will you go?")
    await mia.taps("Yes")
    mia.puts_it_away()
    await town.waits(hours=25, minutes=50)  # Thursday, 20:15
    await mia.taps("Start")

    await mia.says("/stop")
    assert mia.sees("Thursday group: did you go?") or mia.sees("Did you drink or use today?")


async def test_a_plan_becomes_hers_once_nothing_is_missing(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """A step left out on purpose needs the counselor; then she says yes, and Dana co-signs."""
    async with town.app.ground.database.unit_of_work() as uow:
        person = await uow.people.by_chat(MIA.user_id)
        assert person is not None
        plan = await uow.plans.current(person.id)
        assert plan is not None
        safety = replace(plan.safety, surroundings=())
        await uow.plans.save(replace(plan, state=PlanState.DRAFT, safety=safety))
    await mia.says("/plan")
    assert mia.sees("To be complete it still needs: Safety: around me")
    await mia.taps("My safety plan")
    await mia.taps("Leave this out")
    assert mia.sees("Nothing changes before you have both agreed.")
    await dana.taps("Open")
    await dana.taps("Agree")

    await opens(mia, "Yes, this is my plan")

    assert (await plan_of(town)).state is PlanState.ACTIVE
    await opens_of_mia(dana, "Co-sign")
    assert dana.sees("You agreed to version")


async def answers(who: Resident, *replies: str) -> None:
    """Give typed replies one after another."""
    for reply in replies:
        await who.says(reply)


async def test_leaving_a_programme_makes_the_plan_for_the_time_after(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """The counselor opens it; living, first sign, first call, dates, rhythm; both agree."""
    await opens_of_mia(dana, "Ask about discharge")
    assert dana.sees("Mia is asked about the time after")

    await mia.taps("Start")
    await mia.taps("In a sober home")
    await mia.says("I stop cooking")
    await mia.taps("Call someone")
    await mia.taps("Sam")
    await answers(mia, "2026-05-20", "10:00")
    await mia.taps("Thursday")
    await mia.taps("19:00")
    await mia.taps("Three days a week")
    await mia.taps("That is right")
    assert mia.sees("Here is your plan for the time after.")
    await mia.taps("Agree")
    await town.waits(hours=13)
    await dana.taps("Open")
    await dana.taps("Agree")

    plan = await plan_of(town)
    assert plan.phase is Phase.AFTERCARE_EARLY
    assert {one.rule for one in plan.appointments} == {
        "once 2026-05-20 10:00",
        "weekly thu 19:00",
    }
    rules = {one.dialog: one.rule for one in plan.schedules}
    assert rules["daily_checkin"] == "weekdays mon,wed,fri 20:00"
    assert plan.own_signs[-1].label == "I stop cooking"
    assert "Sam" in (plan.prevention.urge_plan or "")


async def tells_about_herself(nell: Resident) -> None:
    """Go through the first conversation in one go, with most of its parts left out."""
    await nell.taps("Make my first plan")
    await nell.says("I want my evenings back")
    await nell.taps("Mine")
    await nell.taps("Go on now")
    await nell.taps("Alcohol")
    await nell.taps("Done")
    await nell.says("6")
    await nell.taps("Most days")
    await nell.taps("In the last week")
    await nell.taps("It was all right")
    for _ in range(2):
        await nell.taps("Leave that part out")
    await nell.taps("Go on now")
    await nell.says("4")
    await nell.says("2")
    await nell.taps("No")
    await nell.says("Depression, says my doctor")
    await nell.taps("Later, maybe")
    for _ in range(3):
        await nell.taps("Leave that part out")
    await nell.taps("Go on now")
    await nell.says("Sleep, and no bottle at home")
    await nell.taps("Food, movement, sleep")
    await nell.says("6")
    await nell.taps("That is right")


async def test_the_first_conversation_leads_to_a_first_plan(
    clinic: Town,
) -> None:
    """Sections can be left out; what was said becomes a proposal, and both agree."""
    una = Resident(Phone(clinic.telegram, 7_000_000_400, "Una"), clinic)
    await una.says(f"/start {await invitation(clinic, Role.COUNSELOR)}")
    nell = Resident(Phone(clinic.telegram, NELL, "Nell"), clinic)
    await comes_in(nell, una)
    await nell.taps("English")
    await agrees(nell)
    await nell.says("/plan")
    assert nell.sees("A first plan. It grows with you.")

    await tells_about_herself(nell)

    assert nell.sees("Here is a first plan, out of what you told me.")
    assert nell.sees("What I live with: Depression, says my doctor (told by me)")
    await nell.taps("Agree")
    await una.taps("Open")
    await una.taps("Agree")

    async with clinic.app.ground.database.reading() as uow:
        person = await uow.people.by_chat(NELL)
        assert person is not None
        plan = await uow.plans.current(person.id)
    assert plan is not None
    assert [goal.entry for goal in plan.goals][:2] == ["move_a_little", "wind_down"]
    assert (plan.goals[2].entry, plan.goals[2].problem) == (
        "name_feeling",
        "Depression, says my doctor",
    )
    assert "What I live with gets heavier for days" in {one.label for one in plan.own_signs}
    assert plan.conditions[0].asks
    assert {one.kind for one in plan.modalities} >= {"mat", "cbt"}
    assert plan.state is PlanState.DRAFT
    assert plan.review_on is not None


async def test_a_step_taken_counts_and_the_next_one_is_asked_for(town: Town, mia: Resident) -> None:
    """What was done stays with its day; a goal that is done is hers."""
    await opens(mia, "What I am working on", "Walk twenty", "The step is done")
    assert mia.sees("That step counts.")
    await mia.says("lay out my coat")

    goal = (await plan_of(town)).goals[0]
    assert [one.words for one in goal.steps_done] == ["put your shoes by the door tonight"]
    assert goal.small_step == "lay out my coat"
    await opens(mia, "What I am working on", "Talk to Sam", "I have done it")
    assert mia.sees("You did it: Talk to Sam three times a week.")
    assert (await plan_of(town)).goals[1].status is GoalStatus.MET


async def test_another_phase_brings_another_rhythm(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Dana proposes it, Mia agrees; tonight's check-in is asked once, at its hour."""
    await opens_of_mia(dana, "Where Mia is", "treatment several days")
    await mia.taps("Open")
    assert mia.sees(
        "Where I am in treatment: treatment once a week → treatment several days a week"
    )
    await mia.taps("Agree")
    mia.puts_it_away()

    await town.waits(minutes=10)

    plan = await plan_of(town)
    assert plan.phase is Phase.INTENSIVE_OUTPATIENT
    assert {one.dialog for one in plan.schedules} == {
        "daily_checkin", "morning_intention", "weekly_review", "monthly_review",
    }  # fmt: skip
    assert [text for text in mia.screen if text.startswith("Hello.")] == [
        "Hello. A minute for you, whenever you are ready."
    ]


async def test_what_the_answers_speak_for_is_offered_with_its_figures(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Three times the same words in a craving: is it a trigger? Declined, it rests for a month."""
    for _ in range(3):
        await mia.says("/now")
        await mia.says("5")
        await mia.says("rain on the roof")
        await mia.says("/stop")
        await town.waits(minutes=20)
    mia.puts_it_away()
    await dana.says("/clients")
    await dana.taps("Mia")

    await dana.taps("What the answers say")

    assert dana.sees("One thing that the answers speak for.")
    assert dana.sees("rain on the roof")
    await mia.taps("Open")
    assert mia.sees("rain on the roof")
    await mia.taps("Not now")
    await opens_of_mia(dana, "What the answers say")
    assert dana.sees("speak for no change")


async def test_a_goal_is_looked_at_and_its_next_step_written(town: Town, mia: Resident) -> None:
    """What went well is a step taken; the next one stands in the plan."""
    await mia.says("/goals")
    await mia.taps("Walk twenty")
    await mia.taps("Look at it")
    await mia.taps(next(one for one in mia.buttons if "well" in one.lower()))
    await mia.taps("Skip")
    await mia.says("walk to the harbor and back")
    await mia.taps(mia.buttons[0])

    goal = (await plan_of(town)).goals[0]
    assert goal.small_step == "walk to the harbor and back"
    assert [one.words for one in goal.steps_done] == ["put your shoes by the door tonight"]


async def test_going_through_the_plan_passes_wishes_on(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Part by part: keep it, or say what should change. Words change nothing by themselves."""
    await opens(mia, "Go through it")
    await mia.says("keep")
    await mia.says("change")
    await mia.says("Sundays are the hard ones now")
    for _ in range(4):
        await mia.says("keep")
    await mia.taps(mia.buttons[0])
    await mia.taps(mia.buttons[0])

    assert mia.sees("I note that for you and your counselor.")
    assert (await plan_of(town)).version == 1
    await dana.taps("Open")
    assert dana.sees("Mia would like to change something: Sundays are the hard ones now")


async def test_whoever_may_no_longer_see_the_plan_sees_no_wish_about_it(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Taken back between the notice and the tap: the tap shows nothing of it."""
    await opens(mia, "Go through it")
    await mia.says("change")
    await mia.says("Less walking, more sleep")
    for _ in range(5):
        await mia.says("keep")
    await mia.taps(mia.buttons[0])
    await mia.taps(mia.buttons[0])
    async with town.app.ground.database.unit_of_work() as uow:
        reader = await uow.people.by_chat(DANA.user_id)
        assert reader is not None
        for grant in await uow.consents.for_recipient(reader.id):
            await uow.consents.revoke(grant.id, town.clock.now(), by=grant.client_id)

    await dana.taps("Open")

    assert not dana.sees("Less walking")
    assert not dana.sees("Mia")
