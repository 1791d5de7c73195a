"""Settling: what a client decided in a dialog takes effect: another zone, a new safety plan."""

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.actions import booking, pausing
from bot.actions.telling import tell
from dialogs.care.access import Action
from dialogs.care.people import Person, Role
from dialogs.care.plan import SAFETY_STEPS, dates
from dialogs.care.zones import place_in, zone_at
from dialogs.engine.session import Session
from dialogs.errors import BadZone
from dialogs.playbook import Playbook
from storage.check_ins import Planned
from storage.unit_of_work import UnitOfWork

OTHER = "other"
MORNING = time(9)
TRAVEL = "travel"


async def travelled(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """Move a client's clock, and with it every check-in; on a later day ask again then."""
    where = session.answer("where")
    if where is None or where.kind != "answered" or session.answer("check_ins") is None:
        return
    try:
        zone = zone_at(where.words or "", person.country) if where.value == OTHER else where.value
    except BadZone as unknown:
        meant = ", ".join(map(place_in, unknown.suggestions)) or "none"
        words = {"suggestions": meant}
        await tell(uow, playbook, person, "errors-bad_zone", now=now, words=words)
        return
    day = session.answer("day")
    if day is not None and isinstance(day.value, str):
        later = date.fromisoformat(day.value)
        if later > now.astimezone(ZoneInfo(person.zone)).date():
            await _ask_again(uow, playbook, person, later, now)
            return
    moved = replace(person, zone=str(zone))
    await uow.people.update(moved)
    await uow.trail.note(
        person.id, Role.CLIENT, Action.SET_ZONE, f"person:{person.id}", now, client_id=person.id
    )
    plan = await uow.plans.current(person.id)
    for schedule in dates.schedules(plan) if plan else ():
        await booking.book_anew(uow, moved, schedule, now)
    checks = session.answer("check_ins")
    if checks is not None and checks.value == "pause":
        await pausing.begin(uow, playbook, moved, pausing.LONGEST.days, now)
        return
    words = {"place": place_in(moved.zone), "time": f"{now.astimezone(ZoneInfo(moved.zone)):%H:%M}"}
    await tell(uow, playbook, moved, "library-moved", now=now, words=words)


async def _ask_again(
    uow: UnitOfWork, playbook: Playbook, person: Person, day: date, now: datetime
) -> None:
    due = datetime.combine(day, MORNING, ZoneInfo(person.zone))
    planned = Planned(
        client_id=person.id,
        schedule=f"follow_up:{TRAVEL}",
        dialog=TRAVEL,
        local_date=day,
        slot=0,
        due_at=due.astimezone(now.tzinfo),
        zone=person.zone,
        local=due.isoformat(),
    )
    await uow.check_ins.plan_many([planned])
    words = {"day": day.isoformat()}
    await tell(uow, playbook, person, "library-moves_later", now=now, words=words)


async def safety_plan_written(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """Keep the steps that were written anew as a new version of the plan; the others stay."""
    plan = await uow.plans.current(person.id)
    written = {
        step: tuple(line.strip() for line in str(answer.value).splitlines() if line.strip())
        for step in SAFETY_STEPS
        if (answer := session.answer(step)) is not None and answer.kind == "answered"
    }
    if plan is None or not written:
        await tell(uow, playbook, person, "library-safety_stays", now=now)
        return
    declined = plan.safety.declined.difference(written)
    safety = replace(plan.safety, declined=declined, **written)
    saved = await uow.plans.save(
        replace(plan, safety=safety, author_id=person.id, reason="safety_plan", at=now)
    )
    await uow.trail.note(
        person.id,
        Role.CLIENT,
        Action.EDIT_OWN_PLAN,
        f"plan:{saved.version}",
        now,
        client_id=person.id,
    )
    await tell(uow, playbook, person, "library-safety_saved", now=now)
