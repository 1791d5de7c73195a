"""Downtime: the check-ins of the days on which we were not there, kept as missed because of us.

They are neither asked late nor counted against anybody; whose window is still open is asked.
"""

from datetime import datetime, timedelta

from dialogs.care.people import Person
from dialogs.care.plan import Plan, dates
from dialogs.care.rhythm import WINDOWS, occurrences, parse_rule
from storage.check_ins import CheckIn, CheckInState, Planned
from storage.unit_of_work import UnitOfWork

LONGEST = timedelta(days=60)
"""How far back days are written down that nobody was asked about."""


async def catch_up(
    uow: UnitOfWork, person: Person, plan: Plan, check_in: CheckIn, now: datetime
) -> None:
    """Write down what came due after a check-in that we open too late, up to now.

    Args:
        uow: The open unit of work.
        person: Whose check-in it is.
        plan: Their plan, whose schedule it belongs to.
        check_in: The last one that was planned before we were gone.
        now: When we are back.

    """
    meanwhile = [
        planned
        for schedule in dates.schedules(plan)
        if schedule.key == check_in.schedule
        for planned in _came_due(person, schedule.rule, check_in, now)
    ]
    over = [one for one in meanwhile if WINDOWS.closes_at(one.due_at, None, None) <= now]
    await uow.check_ins.plan_many(over, state=CheckInState.MISSED_BY_US)
    await uow.check_ins.plan_many([one for one in meanwhile if one not in over])


def _came_due(person: Person, rule: str, check_in: CheckIn, now: datetime) -> list[Planned]:
    found = []
    for one in occurrences(parse_rule(rule), person.zone, max(check_in.due_at, now - LONGEST)):
        if one.utc > now:
            break
        found.append(
            Planned(
                client_id=person.id,
                schedule=check_in.schedule,
                dialog=check_in.dialog,
                local_date=one.local_date,
                slot=one.slot,
                due_at=one.utc,
                zone=person.zone,
                local=one.local.isoformat(),
            )
        )
    return found
