"""Hours: when a member of staff works, and when their digest comes. What cannot wait asks not."""

from dataclasses import replace
from datetime import datetime, time

from bot.actions import digest
from bot.actions.telling import Press, tell
from dialogs.care.access import CLINIC, Action, authorize
from dialogs.care.duty import Duty
from dialogs.care.ladders import DAYS, WorkingHours
from dialogs.care.people import Actor, Person, Role
from dialogs.errors import StaleReply
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

WHAT = ("from", "to", "digest")
OFFERED = {
    "from": tuple(time(hour) for hour in range(5, 15)),
    "to": tuple(time(hour) for hour in range(12, 22)),
    "digest": tuple(time(hour, minute) for hour in range(6, 11) for minute in (0, 30)),
}
PER_ROW = 5


async def show(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Show somebody's hours, each with a button that changes it."""
    authorize(actor, Action.SET_DUTY, CLINIC, (), now)
    duty = await uow.duty.of(person.id)
    await _show(uow, playbook, person, duty, now)


async def flip_day(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, name: str, now: datetime
) -> None:
    """Add a day to those somebody works, or take it away.

    Raises:
        StaleReply: There is no such day.

    """
    authorize(actor, Action.SET_DUTY, CLINIC, (), now)
    if name not in DAYS:
        raise StaleReply("no such day")
    duty = await uow.duty.of(person.id)
    hours = duty.hours or playbook.ladders.working_hours
    days = {*hours.days} ^ {name}
    if not days:
        await tell(uow, playbook, person, "duty-hours_one_day", now=now)
        return
    kept = tuple(one for one in DAYS if one in days)
    await _set(uow, playbook, person, duty, hours.model_copy(update={"days": kept}), now)


async def offer(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, what: str, now: datetime
) -> None:
    """Offer other times for one of the three.

    Raises:
        StaleReply: There is no such thing to set.

    """
    authorize(actor, Action.SET_DUTY, CLINIC, (), now)
    if what not in WHAT:
        raise StaleReply("no such time to set")
    found = [
        Press("duty-hours_which.time", "hours_set", (what, f"{at:%H%M}"), {"time": f"{at:%H:%M}"})
        for at in OFFERED[what]
    ]
    grid = [found[start : start + PER_ROW] for start in range(0, len(found), PER_ROW)]
    await tell(uow, playbook, person, "duty-hours_which", now=now, buttons=grid)


async def set_time(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    what: str,
    at: time,
    now: datetime,
) -> None:
    """Set when somebody's day begins or ends, or when their digest comes.

    Raises:
        StaleReply: There is no such thing to set.

    """
    authorize(actor, Action.SET_DUTY, CLINIC, (), now)
    if what not in WHAT:
        raise StaleReply("no such time to set")
    duty = await uow.duty.of(person.id)
    hours = duty.hours or playbook.ladders.working_hours
    if what == "digest":
        duty = replace(duty, digest_at=at)
        changed = hours
    else:
        changed = hours.model_copy(update={"begins" if what == "from" else "ends": at})
    if changed.begins >= changed.ends:
        await tell(uow, playbook, person, "duty-hours_order", now=now)
        return
    await _set(uow, playbook, person, duty, changed, now)


async def _set(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    duty: Duty,
    hours: WorkingHours,
    now: datetime,
) -> None:
    duty = replace(duty, hours=hours)
    duty = replace(duty, digest_next_at=digest.when_next(playbook, duty, person, now))
    await uow.duty.save(duty)
    ref = f"person:{person.id}"
    await uow.trail.note(person.id, Role.COUNSELOR, Action.SET_DUTY, ref, now, "hours")
    await _show(uow, playbook, person, duty, now)


async def _show(
    uow: UnitOfWork, playbook: Playbook, person: Person, duty: Duty, now: datetime
) -> None:
    hours = duty.hours or playbook.ladders.working_hours
    say, language = playbook.texts.say, person.language
    words = {
        "days": ", ".join(say(language, f"duty-day_{one}") for one in DAYS if one in hours.days),
        "from": f"{hours.begins:%H:%M}",
        "to": f"{hours.ends:%H:%M}",
        "digest": f"{duty.digest_at or playbook.ladders.digest_at:%H:%M}",
    }
    flips = [_flip(playbook, person, one, hours) for one in DAYS]
    times = [
        Press(f"duty-hours.{what}", "hours_pick", (what,), {"time": words[what]}) for what in WHAT
    ]
    rows = [flips[:4], flips[4:], times[:2], times[2:]]
    await tell(uow, playbook, person, "duty-hours", now=now, words=words, buttons=rows)


def _flip(playbook: Playbook, person: Person, name: str, hours: WorkingHours) -> Press:
    words = {
        "day": playbook.texts.say(person.language, f"duty-day_{name}"),
        "on": "yes" if name in hours.days else "no",
    }
    return Press("duty-hours.day", "hours_day", (name,), words)
