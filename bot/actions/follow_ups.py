"""Follow-ups: a dialog asks to be followed by another, hours or days later.

Each is one planned check-in like any other, only that no schedule of the plan brings it. It is
asked at its time, or when quiet hours are over, and not at all of somebody who has left by then.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog

from dialogs.care.people import Person
from dialogs.care.plan import dates
from dialogs.care.rhythm import after_quiet
from dialogs.engine.definition import Dialog, Later
from dialogs.engine.events import FollowUp
from dialogs.engine.session import Session
from dialogs.facts import asked_about
from dialogs.playbook import Playbook
from storage.check_ins import CheckInState, Planned
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

APART = timedelta(hours=12)
"""A follow-up of the same dialog that is planned so near is enough."""


def schedule_of(dialog: str, about: str | None = None) -> str:
    """Return the key under which the follow-ups with a dialog stand in the book.

    Args:
        dialog: Its name.
        about: The one thing of the plan that it asks about, such as ``medicine:nal``.

    """
    return ":".join(filter(None, (dates.FOLLOW_UP, dialog, about)))


async def plan(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    event: FollowUp,
    now: datetime,
    *,
    about: str | None = None,
) -> None:
    """Plan what a dialog asked for: one check-in for each of its times.

    Only clients have check-ins. Where one with the same dialog is planned for about that time
    already, there is no second one.
    """
    if event.dialog not in playbook.players or await uow.plans.current(person.id) is None:
        log.warning("follow-up left out", person=person.id, dialog=event.dialog)
        return
    schedule = schedule_of(event.dialog, about)
    planned = [
        one.due_at
        for one in await uow.check_ins.for_client(person.id, now)
        if one.schedule == schedule and one.state is CheckInState.PLANNED
    ]
    for slot, delay in enumerate(event.after):
        due_at = _at(person, now + delay)
        if all(abs(due_at - other) >= APART for other in planned):
            one = _planned(person, event.dialog, schedule, slot, due_at)
            await uow.check_ins.plan_many([one])


async def ask(
    uow: UnitOfWork, playbook: Playbook, person: Person, dialog: str, at: datetime
) -> None:
    """Plan a dialog once, at this time or when quiet hours are over; one near it is enough."""
    await plan(uow, playbook, person, FollowUp(dialog, dialog, (timedelta(0),)), at)


async def call_off(uow: UnitOfWork, person: Person, dialog: Dialog, session: Session) -> None:
    """Cancel what a dialog asked for on a road that, after a change, was never taken.

    Args:
        uow: The open unit of work.
        person: The client.
        dialog: The version on which the session runs.
        session: As it stands now; a follow-up on its path stays.

    """
    steps = [step for step in dialog.steps if isinstance(step, Later)]
    untrue = [step for step in steps if step.name not in session.path]
    if not untrue:
        return
    about = asked_about(session.facts)
    moments = {session.started_at, session.touched_at, *(one.at for one in session.answers)}
    for one in await uow.check_ins.for_client(person.id, session.started_at):
        asked = (step for step in untrue if schedule_of(step.dialog, about) == one.schedule)
        times = {
            _at(person, at + delay) for step in asked for at in moments for delay in step.delays
        }
        if one.due_at in times:
            state = CheckInState.CANCELLED
            await uow.check_ins.mark(one.id, expected=CheckInState.PLANNED, state=state)


def _at(person: Person, at: datetime) -> datetime:
    return after_quiet(at, person.quiet_from, person.quiet_to, person.zone)


def _planned(person: Person, dialog: str, schedule: str, slot: int, due_at: datetime) -> Planned:
    local = due_at.astimezone(ZoneInfo(person.zone))
    return Planned(
        client_id=person.id,
        schedule=schedule,
        dialog=dialog,
        local_date=local.date(),
        slot=slot,
        due_at=due_at,
        zone=person.zone,
        local=local.isoformat(),
    )
