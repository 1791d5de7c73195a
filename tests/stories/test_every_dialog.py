"""Every dialog of a client: stopped by a restart, interrupted by ``/sos``, and then gone on."""

import pytest

from bot.actions import asking, bringing
from bot.town import Resident, Town
from dialogs.engine.rehearsal import sample_facts
from dialogs.engine.session import Session
from tests.stories.conftest import Restart
from tests.stories.staff import person_of, violations

DIALOGS = (
    "asked", "asked_gently",
    "appointment", "breathing", "craving_now", "daily_checkin", "diary_card", "discharge",
    "feedback", "goal_check", "goal_outcome", "gratitude", "grounding", "intake", "journal",
    "lapse", "lapse_follow_up", "medication", "meditation", "monthly_review",
    "morning_intention", "movement", "plan_date", "plan_goal", "plan_living", "plan_log",
    "plan_medicine", "plan_milestone", "plan_person", "plan_phase", "plan_review",
    "plan_treatment", "plan_words", "refusal", "rulers", "safety_plan", "skills",
    "thought_record", "travel", "urge_surfing", "weekly_review",
)  # fmt: skip
ELSEWHERE = {
    "alert_note": "a counselor's",
    "appointment_soon": "says one thing and ends",
    "breathing_round": "opened by breathing only",
    "expected_reason": "a counselor's",
    "family_learning": "the family's",
    "family_welcome": "the family's",
    "letter": "opened for somebody",
    "lapse_next": "opened by the dialogs about a lapse only",
    "medicine_log": "opened by a tap on one medicine",
    "parting": "a supporter's",
    "sign_number": "a counselor's",
    "sos": "the interruption itself",
    "sponsor_welcome": "a sponsor's",
    "welcome": "before anybody is a client",
    "whose": "a supporter's",
    "plan_aim": "opened by a tap on one goal of the plan only",
    "plan_times": "opened by a tap on one medicine of the plan only",
}


def test_no_dialog_is_forgotten(book):
    assert {*DIALOGS, *ELSEWHERE} == book.players.keys()


async def running(town: Town, mia: Resident) -> Session | None:
    """Return what asks her now."""
    person = await person_of(town, mia)
    async with town.app.ground.database.reading() as uow:
        return await uow.sessions.open_for(person.id)


async def opened(town: Town, mia: Resident, dialog: str) -> Session:
    """Open a dialog with what her plan brings to it, and samples of what it does not."""
    person, now, playbook = await person_of(town, mia), town.clock.now(), town.app.ground.playbook
    async with town.app.ground.database.unit_of_work() as uow:
        brought = await bringing.facts_for(uow, playbook, person, dialog, now)
        facts = {**sample_facts(playbook.player(dialog).dialog), **brought}
        await asking.begin(uow, playbook, person, dialog, now, facts=facts)
    await town.app.settle()
    session = await running(town, mia)
    assert session is not None
    return session


@pytest.mark.parametrize("dialog", DIALOGS)
async def test_it_goes_on_after_a_restart_and_after_sos(
    town: Town, mia: Resident, restarts: Restart, dialog: str
) -> None:
    """Where she was asked, she is asked again; nothing is answered for her meanwhile."""
    session = await opened(town, mia, dialog)
    asked = mia.screen[-1]

    await restarts(town)
    await mia.says("/sos")
    inside = await running(town, mia)
    assert inside is not None
    assert inside.dialog == "sos"
    await mia.taps("Yes, I am safe")
    await town.waits(seconds=3)

    now = await running(town, mia)
    assert now is not None
    assert (now.id, now.dialog, now.step) == (session.id, session.dialog, session.step)
    assert any(asked.splitlines()[-1] in line for line in mia.screen)
    assert await violations(town) == []
