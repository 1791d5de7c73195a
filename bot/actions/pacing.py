"""Pacing: when a message for somebody's day leaves, so that many of them are one."""

from dataclasses import replace
from datetime import datetime, timedelta

from dialogs.care.ladders import next_working_moment
from dialogs.care.people import Person
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork


async def day_slot(
    uow: UnitOfWork, playbook: Playbook, person: Person, now: datetime
) -> datetime | None:
    """Return when a message for somebody's day leaves, and keep that: None means at once.

    It leaves in their working hours, together with one that waits already, and no sooner after the
    last than the clinic wants.
    """
    duty = await uow.duty.of(person.id)
    hours = duty.hours or playbook.ladders.working_hours
    when, last = next_working_moment(hours, person.zone, now), duty.today_at
    apart = timedelta(minutes=playbook.ladders.together_minutes)
    if last is not None and last >= when:
        when = last
    elif last is not None and last + apart > when:
        when = next_working_moment(hours, person.zone, last + apart)
    await uow.duty.save(replace(duty, today_at=when))
    return None if when <= now else when
