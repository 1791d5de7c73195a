"""Beginning: the first plan, out of the first conversation; and the plan for the time after.

Both are suggestions: the client reads what would be different, and the counselor agrees too.
"""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.actions.plans import suggesting
from dialogs import facts, plan_writing
from dialogs.care import first_plan
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
    writing = _writing(playbook, person, plan, session, now)
    wanted = _first(writing, playbook, readings)
    await _suggest(uow, playbook, person, plan, wanted, FIRST, now)


async def discharged(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """Propose the plan's aftercare version, of what was told at discharge."""
    plan = await uow.plans.current(person.id)
    if plan is None:
        return
    writing = _writing(playbook, person, plan, session, now)
    wanted = plan_writing.aftercare(writing, playbook.phases)
    await _suggest(uow, playbook, person, plan, wanted, AFTERCARE, now)


def _writing(
    playbook: Playbook, person: Person, plan: Plan, session: Session, now: datetime
) -> Writing:
    return Writing(
        plan=plan,
        session=session,
        today=now.astimezone(ZoneInfo(person.zone)).date(),
        now=now,
        author_id=person.id,
        new_key=secrets.token_hex(4),
        catalogue=playbook.catalogue,
        say=partial(playbook.texts.say, person.language),
    )


def _first(w: Writing, playbook: Playbook, readings: Sequence[Reading]) -> Plan:
    found = first_plan.proposed(playbook.first_plan, readings, w.catalogue)
    there = {goal.entry for goal in w.plan.goals}
    goals = [
        replace(
            plan_writing.goal_from(entry, secrets.token_hex(4), w.today, w.say),
            domain=domain,
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
    plan = first_plan.about_the_person(w.plan, readings, w.new_key)
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
    await suggesting.show(uow, playbook, actor, person, made.ref, now)
