"""Dates: what a plan asks at which times, beside its check-ins: appointments and medicines.

Each appointment has a word the day before and a question afterwards; a medicine that asks has one
at each of its times. They are schedules like all others, so nothing is ever asked twice.
"""

from datetime import time, timedelta

from dialogs.care.plan.parts import Appointment, Medicine
from dialogs.care.plan.whole import Plan, Schedule
from dialogs.care.rhythm_rules import WEEKDAYS, Once, Times, Weekdays, parse_rule

BEFORE, AFTER = "before", "went"
MEDICINE = "medicine"
FOLLOW_UP = "follow_up"
"""What the key of a follow-up begins with; its dialog comes next, then what it is about, if it is
about one thing of the plan: ``follow_up:medication:medicine:nal``."""

LASTS_HOURS = 2
"""How long after the beginning of an appointment its client is asked how it was."""

LATEST = time(21)
LATEST_BEGIN = time(LATEST.hour - LASTS_HOURS)
NEXT_DAY = time(10)
"""What would be asked later in the evening than `LATEST` is asked the next day, at this time."""


def schedules(plan: Plan) -> tuple[Schedule, ...]:
    """Return all that is asked by the clock: check-ins, appointments, medicines.

    An appointment whose rule knows neither weekdays nor a single day has only its own time.
    """
    dates = [one for each in plan.appointments for one in _of_appointment(each)]
    doses = [_of_medicine(each) for each in plan.medicines if each.asks and each.times]
    return (*plan.schedules, *dates, *doses)


def belongs_to(schedule: str) -> tuple[str, str] | None:
    """Return what a schedule is about: ``("before", key)``, ``("went", key)`` or a medicine.

    A follow-up is about what it follows on.
    """
    if schedule.startswith(f"{FOLLOW_UP}:"):
        schedule = schedule.split(":", 2)[-1]
    about, _, key = schedule.partition(":")
    return (about, key) if key and about in {BEFORE, AFTER, MEDICINE} else None


def moved(rule: str, *, days: int, at: time) -> str | None:
    """Return a rule moved by whole days to another time, or None where it cannot be moved."""
    read = parse_rule(rule)
    clock = f"{at:%H:%M}"
    match read.days:
        case Weekdays(days=on):
            names = ",".join(WEEKDAYS[day] for day in sorted((day + days) % 7 for day in on))
            return f"weekdays {names} {clock}"
        case Once(day=day):
            return f"once {day + timedelta(days=days):%Y-%m-%d} {clock}"
        case _:
            return None


def _of_appointment(one: Appointment) -> list[Schedule]:
    read = parse_rule(one.rule)
    if not isinstance(read.times, Times):
        return []
    begins = read.times.times[0]
    before = moved(one.rule, days=-1, at=min(begins, LATEST))
    ends = time(begins.hour + LASTS_HOURS, begins.minute) if begins <= LATEST_BEGIN else None
    after = moved(one.rule, days=1 if ends is None else 0, at=ends or NEXT_DAY)
    found = [
        Schedule(f"{BEFORE}:{one.key}", before, "appointment_soon") if before else None,
        Schedule(f"{AFTER}:{one.key}", after, "appointment") if after else None,
    ]
    return [each for each in found if each is not None]


def _of_medicine(one: Medicine) -> Schedule:
    times = ",".join(f"{at:%H:%M}" for at in sorted(one.times))
    return Schedule(f"{MEDICINE}:{one.key}", f"daily {times}", "medication")
