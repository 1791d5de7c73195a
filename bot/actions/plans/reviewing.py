"""Reviewing: what a look back changes: ratings are noted, wishes passed on, the next step written.

A wish in somebody's own words changes nothing by itself: it is for the two of them to talk about.
"""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.actions import after_check_in
from bot.actions.plans import saving, suggesting
from bot.actions.plans.answers import writing_of
from bot.actions.telling import tell
from dialogs import plan_writing
from dialogs.care.people import Person
from dialogs.care.plan import Goal, Plan
from dialogs.care.plan.editing import Part, item, put
from dialogs.engine.session import Session
from dialogs.errors import BadEdit
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

WISHES = ("change_words", "idea")
_OWN_WORDS = "_words"
AGREES = "agree"


async def looked_back(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """Take up a month, a lapse's follow-up or a whole plan that was looked back on."""
    plan = await uow.plans.current(person.id)
    if plan is not None:
        await _note_ratings(uow, person, plan, session, now)
        for said in _wishes(session):
            await suggesting.wish(uow, playbook, person, plan, said, now)
        agreed = session.answer("agree")
        if agreed is not None and agreed.value == AGREES:
            await uow.suggestions.agree_to_version(person.id, plan.version, person.id, now)
    if session.check_in_id is not None:
        await after_check_in.close_other(uow, playbook, person, session, now)


async def goal_checked(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """Write down the next small step of the goal that was looked at."""
    plan = await uow.plans.current(person.id)
    step = session.answer("step")
    key = str(session.facts.get("goal_key") or "")
    goal = None if plan is None else item(plan, Part.GOALS, key)
    if plan is not None and isinstance(goal, Goal) and step is not None and step.value is not None:
        words = step.words or playbook.texts.say(person.language, f"goal_check-step.{step.value}")
        today = now.astimezone(ZoneInfo(person.zone)).date()
        changed = goal.stepped(today, words) if _went_well(session) else _next(goal, words)
        try:
            edited = put(plan, Part.GOALS, changed, today)
        except BadEdit:
            return
        await saving.save(uow, person, plan, edited, "goal_check", person, now)
    if session.check_in_id is not None:
        await after_check_in.close_other(uow, playbook, person, session, now)


async def goals_settled(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """Write down what became of goals whose day has gone by, and say it back in a sentence each."""
    plan = await uow.plans.current(person.id)
    if plan is None:
        return
    found = plan_writing.settled(writing_of(playbook, person, person, plan, session, now))
    if found.plan != plan:
        await saving.save(uow, person, plan, found.plan, "goal_outcome", person, now)
    for became, goal in found.told:
        by = goal.measure.by
        words = {"title": quote(goal.title), "by": "" if by is None else by.isoformat()}
        await tell(uow, playbook, person, f"plan-outcome_{became}", now=now, words=words)
    for said in found.wishes:
        await suggesting.wish(uow, playbook, person, found.plan, said, now)


def _next(goal: Goal, words: str) -> Goal:
    return replace(goal, small_step=words)


def _went_well(session: Session) -> bool:
    went = session.answer("went")
    return went is not None and went.value == "well"


def _wishes(session: Session) -> list[str]:
    """Return what somebody would like to be different, in their own words."""
    return [
        answer.words
        for answer in session.answers
        if answer.kind == "answered"
        and answer.words
        and (answer.step in WISHES or answer.step.endswith(_OWN_WORDS))
    ]


async def _note_ratings(
    uow: UnitOfWork, person: Person, plan: Plan, session: Session, now: datetime
) -> None:
    """Note in the plan how well each treatment works for them."""
    rated = {
        answer.name: answer.value
        for answer in session.answers
        if answer.name is not None and isinstance(answer.value, int)
    }
    modalities = tuple(
        replace(one, works=rated.get(one.reading, one.works)) for one in plan.modalities
    )
    if modalities != plan.modalities:
        changed = replace(plan, modalities=modalities)
        await saving.save(uow, person, plan, changed, "rated", person, now)
