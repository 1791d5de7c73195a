"""Hours: a check-in that is hardly ever answered moves to where its client does answer."""

from collections import Counter
from collections.abc import Iterator
from datetime import time

from dialogs.care.changing_times import hours_of, with_hour
from dialogs.care.plan import Schedule
from dialogs.care.plan.editing import Part
from dialogs.care.proposals.edits import with_put
from dialogs.care.proposals.history import LOOK_BACK, History
from dialogs.care.proposals.shapes import Args, Asked, Kind, Known, Needs, Proposal
from dialogs.care.rhythm_rules import Random, parse_rule
from dialogs.errors import BadRule

ASKED, KEPT_AT_MOST = 14, 2
"""Source: PRODUCT.md 1.10 (answered 2 of 14)."""

NOON = 12
FROM_HOUR, TO_HOUR = 7, 21
"""Nobody is moved into the night, both included. Our choice, as `phases.EARLIEST_MORNING`."""


def move_hour(known: Known, history: History) -> Iterator[Proposal]:
    """Propose another hour for a check-in that was hardly ever answered at this one."""
    first = history.since(LOOK_BACK)
    those = [one for one in known.asked if first <= one.local_date <= known.today]
    hours = _best_hours(those, history)
    by_key = {schedule.key: schedule for schedule in known.plan.schedules}
    for hour in hours_of(known.plan.schedules):
        here = [one for one in those if (one.schedule, one.slot) == (hour.schedule, hour.slot)]
        last = sorted(here, key=lambda one: one.local_date)[-ASKED:]
        kept = sum(one.kept for one in last)
        if len(last) == ASKED and kept <= KEPT_AT_MOST:
            yield from _moved(known, by_key[hour.schedule], hour.slot, last, hours)


def _best_hours(those: list[Asked], history: History) -> list[int]:
    """Return the hours of the day at which anything was answered most often, noon last."""
    begun = {(one.local_date, one.hour_answered) for one in those if one.hour_answered is not None}
    sessions = {
        (one.day, one.hour)
        for name in history.by_name
        for one in history.named(name, LOOK_BACK)
        if one.reading.session_id is not None
    }
    counted = Counter(hour for _, hour in begun | sessions if FROM_HOUR <= hour <= TO_HOUR)
    return [*sorted(counted, key=lambda hour: (-counted[hour], hour)), NOON]


def _moved(
    known: Known, schedule: Schedule, slot: int, last: list[Asked], hours: list[int]
) -> Iterator[Proposal]:
    times = parse_rule(schedule.rule).times
    now = times.begins if isinstance(times, Random) else times.times[slot]
    for hour in hours:
        if hour == now.hour:
            continue
        try:
            moved = with_hour(schedule, slot, time(hour))
        except BadRule:  # another one of the day is at that hour already
            continue
        if _same_slot(moved, slot, hour):
            plan = with_put(known, Part.RHYTHM, moved)
            args: Args = {
                "kept": sum(one.kept for one in last),
                "asked": len(last),
                "days": (known.today - last[0].local_date).days + 1,
                "at": f"{now:%H:%M}",
                "to": f"{hour:02}:00",
            }
            yield Proposal(Kind.MOVE_HOUR, schedule.key, args, plan, Needs.CLIENT)
            return


def _same_slot(moved: Schedule, slot: int, hour: int) -> bool:
    """Tell whether the new hour keeps its place among the day's times, so none is asked twice."""
    times = parse_rule(moved.rule).times
    return not isinstance(times, Random) and times.times[slot] == time(hour)
