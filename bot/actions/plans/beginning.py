"""Beginning: the first plan, out of the first conversation; and the plan for the time after.

Both are suggestions: the client reads what would be different, and the counselor agrees too.
"""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.actions.plans import suggested, suggesting
from bot.actions.plans.answers import writing_of
from dialogs import facts, plan_writing
from dialogs.care import first_plan
from dialogs.care.catalogue import Entry
from dialogs.care.people import Person
from dialogs.care.plan import GoalStatus, Modality, OwnSign, Plan, PlanState
from dialogs.care.suggestions import Needs, Suggestion
from dialogs.care.warning_signs import Reading
from dialogs.engine.session import Session
from dialogs.plan_writing import Writing
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

FIRST = "suggestion-first_plan"
AFTERCARE = "suggestion-aftercare"
REVIEW_AFTER = timedelta(weeks=4)


async def intake_told(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """Propose a first plan once all of the first conversation has been asked or left out."""
    plan = await uow.plans.current(person.id)
    readings = await uow.answers.named(person.id, facts.OF_INTAKE)
    if plan is None or facts.next_section(readings) is not None:
        return
    writing = writing_of(playbook, person, person, plan, session, now)
    wanted = _first(writing, playbook, readings)
    await _suggest(uow, playbook, person, plan, wanted, FIRST, now)


async def discharged(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """Propose the plan's aftercare version, of what was told at discharge."""
    plan = await uow.plans.current(person.id)
    if plan is None:
        return
    writing = writing_of(playbook, person, person, plan, session, now)
    wanted = plan_writing.aftercare(writing)
    await _suggest(uow, playbook, person, plan, wanted, AFTERCARE, now)


def _first(w: Writing, playbook: Playbook, readings: Sequence[Reading]) -> Plan:
    found = first_plan.proposed(playbook.first_plan, readings, w.catalogue)
    there = {goal.entry for goal in w.plan.goals}
    plan = first_plan.about_the_person(w.plan, readings, w.new_key)
    role = w.say("plan-role_none")
    plan = first_plan.named_by_them(plan, readings, lambda: secrets.token_hex(4), role)
    goals = [
        replace(
            plan_writing.goal_from(entry, secrets.token_hex(4), w.today, w.say),
            domain=domain,
            problem=_condition_behind(entry, playbook, plan),
        ).became(GoalStatus.ACTIVE, w.now, None)
        for domain, entry in found.goals
        if entry.key not in there
    ]
    kinds = {one.kind for one in w.plan.modalities}
    talk = [
        Modality(secrets.token_hex(4), kind, w.say("plan-to_talk_about"))
        for kind in found.talk
        if kind not in kinds
    ]
    signs = [OwnSign(secrets.token_hex(4), w.say(f"first_plan-sign_{key}")) for key in found.signs]
    labels = {one.label for one in w.plan.own_signs}
    return replace(
        plan,
        goals=(*plan.goals, *goals),
        modalities=(*plan.modalities, *talk),
        own_signs=(*plan.own_signs, *(one for one in signs if one.label not in labels)),
        strengths=tuple(w.say(f"intake-strengths.{key}") for key in plan.strengths)
        if plan.strengths != w.plan.strengths
        else plan.strengths,
        state=PlanState.DRAFT if plan.state is PlanState.STARTER else plan.state,
        review_on=plan.review_on or w.today + REVIEW_AFTER,
    )


def _condition_behind(entry: Entry, playbook: Playbook, plan: Plan) -> str | None:
    """Return what somebody lives with, for the goal that is proposed because of it."""
    stated = playbook.first_plan.stated_condition
    if stated is None or stated.goal != entry.key or not plan.conditions:
        return None
    return plan.conditions[0].label


async def _suggest(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    plan: Plan,
    wanted: Plan,
    text: str,
    now: datetime,
) -> None:
    name = text.partition("-")[2]
    if wanted == plan or name in await suggesting.quiet_names(uow, person.id, now):
        return
    made = await suggesting.suggest(
        uow,
        playbook,
        Suggestion(
            client_id=person.id,
            name=name,
            text=text,
            base=plan.version,
            plan=wanted,
            needs=Needs.BOTH,
            by=None,
            made_at=now,
        ),
        None,
        now,
    )
    actor = await uow.people.actor(person.id)
    await suggested.show(uow, playbook, actor, person, made.ref, now)
