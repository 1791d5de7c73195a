"""Changing times: another hour for a check-in, without asking today's twice or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time

from dialogs.care.plan import Schedule
from dialogs.care.rhythm import Occurrence, occurrences
from dialogs.care.rhythm_rules import Random, parse_rule
from dialogs.errors import BadRule

LOOK_AHEAD = 64
"""How many occurrences are tried until one is found that is not in the book yet."""


@dataclass(frozen=True, slots=True)
class Hour:
    """One time of a schedule: its place among the day's times, and the hour itself.

    ``until`` is the end of the window where the hour is drawn anew each day.
    """

    schedule: str
    dialog: str
    slot: int
    at: time
    until: time | None = None


def hours_of(schedules: Sequence[Schedule]) -> tuple[Hour, ...]:
    """List every time of a plan's schedules, in their order."""
    found: list[Hour] = []
    for one in schedules:
        times = parse_rule(one.rule).times
        if isinstance(times, Random):
            found.append(Hour(one.key, one.dialog, 0, times.begins, times.ends))
        else:
            found += [Hour(one.key, one.dialog, n, at) for n, at in enumerate(times.times)]
    return tuple(found)


def with_hour(schedule: Schedule, slot: int, at: time) -> Schedule:
    """Return a schedule with another hour; a drawn one becomes a fixed one.

    Args:
        schedule: As it is in the plan.
        slot: Which of the day's times, from 0.
        at: The new local time.

    Raises:
        BadRule: There is no such time, or another one of the day is at that hour already.

    """
    rule = parse_rule(schedule.rule)
    if isinstance(rule.times, Random):
        return replace(schedule, rule=parse_rule(f"daily {at:%H:%M}").text)
    times = list(rule.times.times)
    if not 0 <= slot < len(times):
        raise BadRule(f"there is no time {slot} in {schedule.rule}")
    times[slot] = at
    days = rule.text.rpartition(" ")[0]
    written = ",".join(f"{each:%H:%M}" for each in times)
    return replace(schedule, rule=parse_rule(f"{days} {written}").text)


def after_change(
    schedule: Schedule, zone: str, now: datetime, taken: frozenset[tuple[str, int]]
) -> Occurrence | None:
    """Return the first occurrence of a changed schedule that is not in the book yet.

    Args:
        schedule: As it is now.
        zone: The client's time zone.
        now: The moment of the change.
        taken: Local dates (ISO) and slots that were planned or asked before: those stay as they
            are, so a new hour asks nothing twice.

    """
    rule = parse_rule(schedule.rule)
    for tried, found in enumerate(occurrences(rule, zone, now)):
        if (found.local_date.isoformat(), found.slot) not in taken:
            return found
        if tried >= LOOK_AHEAD:
            return None
    return None
