"""Times: the client sees and changes every hour at which they are asked, in two taps.

A new hour is a new version of their plan. Today's check-in is neither asked twice nor lost by it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.actions import booking
from bot.actions.telling import Press, tell
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.changing_times import Hour, hours_of, with_hour
from dialogs.care.people import Actor, Person, Role
from dialogs.care.plan import Plan, Schedule
from dialogs.care.rhythm_rules import EveryDays, Monthly, Once, Weekdays, parse_rule
from dialogs.errors import BadRule, NotConsented, StaleReply
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

OFFERED = tuple(
    time(hour, minute)
    for hour, minute in (
        *((hour, 0) for hour in (7, 8, 9, 12, 15, 17)),
        *((hour, minute) for hour in (18, 19, 20, 21) for minute in (0, 30)),
        (22, 0),
    )
)
QUIET = ((time(21, 30), time(8)), (time(22), time(7)), (time(23), time(9)), (time(20, 30), time(7)))
PER_ROW = 5
_WEEK = 7


async def show(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Show a client their hours, quiet hours and zone, each with a button to change it.

    Raises:
        NotConsented: They have no plan yet.

    """
    plan = await _theirs(uow, actor, person, now)
    hours = hours_of(plan.schedules)
    by_key = {one.key: one for one in plan.schedules}
    say = playbook.texts.say
    lines = [say(person.language, "times-title"), ""]
    lines += [_line(playbook, person, by_key[one.schedule], one) for one in hours]
    if not hours:
        lines.append(say(person.language, "times-none"))
    words = {
        "from": f"{person.quiet_from:%H:%M}",
        "to": f"{person.quiet_to:%H:%M}",
        "zone": person.zone.rpartition("/")[2].replace("_", " "),
        "time": f"{now.astimezone(ZoneInfo(person.zone)):%H:%M}",
    }
    quiet = "times-no_quiet" if person.quiet_from == person.quiet_to else "times-quiet"
    lines += ["", say(person.language, quiet, **words), say(person.language, "times-zone", **words)]
    buttons = [[_change(one, len(hours))] for one in hours]
    buttons.append([Press("times-change_quiet", "quiet"), Press("times-pause", "pause")])
    buttons.append([Press("times-change_missed", "missed")])
    await tell(
        uow,
        playbook,
        person,
        "times-card",
        now=now,
        words={"lines": "\n".join(lines)},
        buttons=buttons,
    )


def _change(hour: Hour, of: int) -> Press:
    key = "times-change" if of == 1 else "times-change_at"
    return Press(key, "hour", (hour.schedule, str(hour.slot)), {"time": f"{hour.at:%H:%M}"})


async def offer_hours(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    schedule: str,
    slot: int,
    now: datetime,
) -> None:
    """Offer other hours for one time of a schedule.

    Raises:
        StaleReply: There is no such time in their plan any more.

    """
    plan = await _theirs(uow, actor, person, now)
    hour = _hour(plan, schedule, slot)
    found = [
        Press("times-hour", "sethour", (schedule, str(slot), f"{at:%H%M}"), {"time": f"{at:%H:%M}"})
        for at in OFFERED
        if at != hour.at
    ]
    grid = [found[start : start + PER_ROW] for start in range(0, len(found), PER_ROW)]
    words = {"time": f"{hour.at:%H:%M}"}
    await tell(uow, playbook, person, "times-which", now=now, words=words, buttons=grid)


async def set_hour(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    schedule: str,
    slot: int,
    at: time,
    now: datetime,
) -> None:
    """Move one time of a schedule to another hour, as a new version of the plan.

    Raises:
        StaleReply: There is no such time in their plan any more.

    """
    plan = await _theirs(uow, actor, person, now)
    before = _hour(plan, schedule, slot)
    old = next(one for one in plan.schedules if one.key == schedule)
    try:
        new = with_hour(old, slot, at)
    except BadRule:
        words = {"time": f"{at:%H:%M}"}
        await tell(uow, playbook, person, "times-taken", now=now, words=words)
        return
    schedules = tuple(new if one.key == schedule else one for one in plan.schedules)
    plan = replace(plan, schedules=schedules, author_id=person.id, reason="times", at=now)
    saved = await uow.plans.save(plan)
    following = await booking.book_anew(uow, person, new, now)
    await uow.trail.note(
        person.id, Role.CLIENT, Action.SET_TIMES, f"plan:{saved.version}", now, client_id=person.id
    )
    undo = Press("times-undo", "sethour", (schedule, _slot_of(new, at), f"{before.at:%H%M}"))
    words = {"time": f"{at:%H:%M}", "when": _when(following, person)}
    key = "times-set" if following else "times-set_no_next"
    buttons = [[undo]] if before.until is None else []
    await tell(uow, playbook, person, key, now=now, words=words, buttons=buttons)


def _slot_of(schedule: Schedule, at: time) -> str:
    found = (one.slot for one in hours_of([schedule]) if one.at == at)
    return str(next(found, 0))


async def set_hour_typed(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, at: time, now: datetime
) -> None:
    """Move the only hour there is; where there are several, ask which."""
    plan = await _theirs(uow, actor, person, now)
    hours = hours_of(plan.schedules)
    if len(hours) == 1:
        one = hours[0]
        await set_hour(uow, playbook, actor, person, one.schedule, one.slot, at, now)
        return
    words = {"time": f"{at:%H:%M}"}
    found = [
        [
            Press(
                "times-change_at",
                "sethour",
                (one.schedule, str(one.slot), f"{at:%H%M}"),
                {"time": f"{one.at:%H:%M}"},
            )
        ]
        for one in hours
    ]
    key = "times-which_one" if found else "times-none"
    await tell(uow, playbook, person, key, now=now, words=words, buttons=found)


async def offer_quiet(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Offer other quiet hours."""
    authorize(actor, Action.SET_TIMES, Subject("times", person.id), (), now)
    rows = [
        [_quiet_press("times-span", begins, ends) for begins, ends in QUIET[start : start + 2]]
        for start in range(0, len(QUIET), 2)
    ]
    rows.append([_quiet_press("times-none_quiet", time(0), time(0))])
    await tell(uow, playbook, person, "times-which_quiet", now=now, buttons=rows)


def _quiet_press(key: str, begins: time, ends: time) -> Press:
    words = {"from": f"{begins:%H:%M}", "to": f"{ends:%H:%M}"}
    return Press(key, "setquiet", (f"{begins:%H%M}", f"{ends:%H%M}"), words)


async def set_quiet(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    begins: time,
    ends: time,
    now: datetime,
) -> None:
    """Set quiet hours; two equal times mean that there are none."""
    authorize(actor, Action.SET_TIMES, Subject("times", person.id), (), now)
    await uow.people.update(replace(person, quiet_from=begins, quiet_to=ends))
    await uow.trail.note(
        person.id, Role.CLIENT, Action.SET_TIMES, f"person:{person.id}", now, client_id=person.id
    )
    undo = _quiet_press("times-undo", person.quiet_from, person.quiet_to)
    words = {"from": f"{begins:%H:%M}", "to": f"{ends:%H:%M}"}
    key = "times-quiet_off" if begins == ends else "times-quiet_set"
    await tell(uow, playbook, person, key, now=now, words=words, buttons=[[undo]])


def _line(playbook: Playbook, person: Person, schedule: Schedule, hour: Hour) -> str:
    say, language = playbook.texts.say, person.language
    named = f"times-name_{hour.dialog}"
    name = named if playbook.texts.has(language, named) else "times-name_other"
    words = {
        "name": say(language, name),
        "days": _days(playbook, language, schedule),
        "time": f"{hour.at:%H:%M}",
        "until": f"{hour.until:%H:%M}" if hour.until else "",
    }
    return say(language, "times-line" if hour.until is None else "times-line_drawn", **words)


def _days(playbook: Playbook, language: str, schedule: Schedule) -> str:
    say = playbook.texts.say
    match parse_rule(schedule.rule).days:
        case Weekdays(days=days) if len(days) == _WEEK:
            return say(language, "times-every_day")
        case Weekdays(days=days):
            return ", ".join(say(language, f"times-day_{day}") for day in sorted(days))
        case EveryDays(step=step):
            return say(language, "times-every_so_many", n=step)
        case Monthly(day=day):
            return say(language, "times-monthly", day=day)
        case Once(day=day):
            return day.isoformat()


def _when(at: datetime | None, person: Person) -> str:
    return "" if at is None else f"{at.astimezone(ZoneInfo(person.zone)):%Y-%m-%d %H:%M}"


async def _theirs(uow: UnitOfWork, actor: Actor, person: Person, now: datetime) -> Plan:
    authorize(actor, Action.SET_TIMES, Subject("times", person.id), (), now)
    plan = await uow.plans.current(person.id)
    if plan is None:
        raise NotConsented
    return plan


def _hour(plan: Plan, schedule: str, slot: int) -> Hour:
    hours: Sequence[Hour] = hours_of(plan.schedules)
    found = next((one for one in hours if (one.schedule, one.slot) == (schedule, slot)), None)
    if found is None:
        raise StaleReply("no such time in the plan any more")
    return found
