"""Bringing: what a dialog may ask a person about, drawn from their plan as it opens."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from pydantic import JsonValue

from dialogs import facts as brought
from dialogs.care.consent import Category, may_see
from dialogs.care.people import Person, Role
from dialogs.care.progress import rests_on_latest
from dialogs.errors import NotConsented
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

LOOK_BACK = timedelta(days=14)
INTAKE = "intake"


async def facts_for(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    dialog: str,
    now: datetime,
    schedule: str | None = None,
    *,
    goal: str | None = None,
) -> Mapping[str, JsonValue]:
    """Return what a dialog may ask this person about today, drawn from their plan.

    Args:
        uow: The open unit of work.
        playbook: Words.
        person: Who is asked.
        dialog: Which dialog opens.
        now: The instant.
        schedule: The key of the schedule by which it is asked, if it was planned.
        goal: The key of the goal it is about, if it is about one.

    Raises:
        NotConsented: They have not said yes to anything yet, so there is no plan.

    """
    plan = await uow.plans.current(person.id)
    if plan is None:
        raise NotConsented
    readings = await uow.answers.readings(person.id, now - LOOK_BACK)
    once = set(brought.OF_INTAKE if dialog == INTAKE else brought.FROM_WHENEVER)
    if dialog in brought.WITH_FIGURES:
        once.update(rests_on_latest(plan.active_goals))
    known_before = await uow.answers.named(person.id, once)
    readings += [one for one in known_before if one.at < now - LOOK_BACK]
    today = now.astimezone(ZoneInfo(person.zone)).date()
    say = partial(playbook.texts.say, person.language)
    withheld = playbook.withheld(person.language)
    known = brought.Known(
        plan, readings, today, person.zone, person.id, say, goal, schedule, withheld
    )
    facts = brought.facts_for(dialog, known)
    name = await counselor_name(uow, person)
    told = await _told_of_use(uow, person, now)
    return {**facts, **({"counselor": name} if name else {}), **({"told": told} if told else {})}


async def _told_of_use(uow: UnitOfWork, person: Person, now: datetime) -> str:
    """Return the names of those who hear of it when this client says that they used."""
    grants = await uow.consents.of_client(person.id)
    team = await uow.people.members_of(person.id)
    told = [
        member.person_id
        for member in team
        if member.role is Role.COUNSELOR
        and may_see(grants, member.person_id, person.id, Category.ALERTS, now) is not None
    ]
    people = await uow.people.many(told)
    return ", ".join(people[one].name for one in told if one in people)


async def counselor_name(uow: UnitOfWork, person: Person) -> str | None:
    """Return the name of the counselor a client would be told about, if they have one."""
    team = await uow.people.members_of(person.id)
    told = [m.person_id for m in team if m.role is Role.COUNSELOR]
    people = await uow.people.many(told)
    return next((people[one].name for one in told if one in people), None)
