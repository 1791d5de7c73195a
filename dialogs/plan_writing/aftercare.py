"""Aftercare: the plan for the time after a programme, of what was told at discharge."""

from dataclasses import replace
from datetime import date, timedelta

from dialogs.care.phases import CHECK_IN, EVENING, evening_of, in_phase
from dialogs.care.plan import (
    Appointment,
    AppointmentKind,
    Living,
    OwnSign,
    Phase,
    Plan,
    Schedule,
)
from dialogs.care.plan.editing import Part, Text, item, put, write
from dialogs.plan_writing.answers import Writing

REVIEW_AFTER = timedelta(weeks=4)

_RHYTHMS = {
    "daily": "daily",
    "most_days": "weekdays mon,tue,wed,thu,fri",
    "three_a_week": "weekdays mon,wed,fri",
}


def aftercare(w: Writing) -> Plan:
    """Turn the plan into the one for the time after a programme: who, where, how often, what first.

    What was left out at discharge stays as it is.
    """
    home = w.text("living")
    plan = in_phase(w.plan, Phase.AFTERCARE_EARLY, w.phases, w.today)
    plan = replace(
        plan,
        living=Living(home) if home else plan.living,
        schedules=_as_wished(w, plan.schedules),
        review_on=w.today + REVIEW_AFTER,
    )
    if sign := w.text("first_sign"):
        plan = put(plan, Part.SIGNS, OwnSign(f"{w.new_key}a", sign), w.today)
    if (act := w.worded("first_act")) is not None:
        person = _first_person(w)
        plan = write(plan, Text.URGE_PLAN, "\n".join(filter(None, (act, person))))
    if (day := w.text("date_day")) is not None and date.fromisoformat(day) >= w.today:
        rule, label = f"once {day} {w.text('date_time')}", w.say("plan_date-sort.outpatient")
        visit = Appointment(f"{w.new_key}b", label, AppointmentKind.OUTPATIENT, rule)
        plan = put(plan, Part.DATES, visit, w.today)
    if (at := w.text("meeting_time")) is not None:
        rule, label = f"weekly {w.text('meeting')} {at}", w.say("plan_date-sort.meeting")
        meeting = Appointment(f"{w.new_key}c", label, AppointmentKind.MEETING, rule)
        plan = put(plan, Part.DATES, meeting, w.today)
    return plan


def _as_wished(w: Writing, schedules: tuple[Schedule, ...]) -> tuple[Schedule, ...]:
    """Return the rhythm of the phase, with the check-ins on the days the client chose."""
    days = _RHYTHMS.get(w.text("rhythm") or "")
    if days is None:
        return schedules
    own = f"{days} {evening_of(schedules, CHECK_IN, EVENING):%H:%M}"
    return tuple(replace(one, rule=own) if one.dialog == CHECK_IN else one for one in schedules)


def _first_person(w: Writing) -> str:
    chosen = w.text("first_person")
    known = item(w.plan, Part.PEOPLE, chosen or "")
    if known is None:
        return chosen or ""
    return " ".join(filter(None, (known.name, known.phone or "")))
