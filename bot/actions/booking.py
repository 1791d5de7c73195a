"""Booking: the next check-in of a schedule whose rule, hour or zone has changed."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from dialogs.care.changing_times import after_change, hours_of
from dialogs.care.people import Person
from dialogs.care.plan import Schedule
from storage.check_ins import CheckIn, CheckInState, Planned
from storage.unit_of_work import UnitOfWork

LOOK_BACK = timedelta(days=3)
"""How far back a check-in of the same local date can lie, wherever its client was."""


async def book_anew(
    uow: UnitOfWork, person: Person, schedule: Schedule, now: datetime
) -> datetime | None:
    """Plan the next check-in of a schedule whose rule or zone has changed.

    What was asked today is not asked again. Where today's was not asked yet and its new hour has
    passed already, it stays at its old one.

    Returns:
        When the next one is, in UTC.

    """
    zone = ZoneInfo(person.zone)
    today = now.astimezone(zone).date()
    since = now - LOOK_BACK
    rows = [
        one
        for one in await uow.check_ins.for_client(person.id, since)
        if one.schedule == schedule.key
    ]
    waiting = [one for one in rows if one.state is CheckInState.PLANNED]
    kept = [one for one in waiting if one.local_date == today and _has_passed(schedule, one, now)]
    if kept:
        return kept[0].due_at
    await uow.check_ins.unplan(person.id, schedule.key)
    asked = {(one.local_date.isoformat(), one.slot) for one in rows if one not in waiting}
    found = after_change(schedule, person.zone, now, frozenset(asked))
    if found is None:
        return None
    planned = Planned(
        client_id=person.id,
        schedule=schedule.key,
        dialog=schedule.dialog,
        local_date=found.local_date,
        slot=found.slot,
        due_at=found.utc,
        zone=person.zone,
        local=found.local.isoformat(),
    )
    await uow.check_ins.plan_many([planned])
    return found.utc


def _has_passed(schedule: Schedule, one: CheckIn, now: datetime) -> bool:
    """Tell whether a check-in's new hour is over today, though it was not asked at its old one."""
    hours = hours_of([schedule])
    local = now.astimezone(ZoneInfo(one.zone)).time()
    return one.slot < len(hours) and hours[one.slot].at <= local and one.due_at > now
