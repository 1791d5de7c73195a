"""Parts: each short dialog of the plan, and what its answers put into the plan."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import time
from typing import Any

from dialogs.care.named import name_and_phone
from dialogs.care.phases import in_phase
from dialogs.care.plan import (
    SAFETY_STEPS,
    Appointment,
    AppointmentKind,
    Condition,
    ContactPerson,
    Counted,
    Living,
    Medicine,
    Milestone,
    Modality,
    ModalityKind,
    OwnSign,
    Phase,
    Plan,
    Skill,
    StatedBy,
    Trigger,
)
from dialogs.care.plan.editing import (
    Part,
    Text,
    item,
    put,
    write,
    write_step,
    write_strengths,
)
from dialogs.errors import BadEdit
from dialogs.plan_writing import goals
from dialogs.plan_writing.answers import KEY, PART, STEP, Writing, was_before

STRENGTHS = "strengths"
_TIMES = ("first", "second", "third")
_NAMED = {
    Part.TRIGGERS: "label", Part.SKILLS: "label", Part.SIGNS: "label", Part.CONDITIONS: "label",
    Part.DATES: "label", Part.GOALS: "title", Part.PEOPLE: "name", Part.MEDICINES: "name",
    Part.MILESTONES: "words", Part.TREATMENT: "dose",
}  # fmt: skip
"""What *say it differently* changes of a thing."""


def name_of(plan: Plan, part: str, key: str) -> str | None:
    """Return the words of a thing that can be said differently, or None where it is gone."""
    one = item(plan, Part(part), key)
    return None if one is None else getattr(one, _NAMED[Part(part)])


def edited(writing: Writing) -> Plan:
    """Return the plan with what was answered in it.

    Raises:
        BadEdit: It cannot be; the plan stays as it is.

    """
    return _WRITERS[writing.session.dialog](writing)


def _words(w: Writing) -> Plan:
    part, key = str(w.session.facts[PART]), w.session.facts.get(KEY)
    said = w.text("words") or ""
    if part in set(Text):
        return write(w.plan, Text(part), said)
    if part in SAFETY_STEPS:
        return write_step(w.plan, part, said.splitlines())
    if part == STRENGTHS:
        return write_strengths(w.plan, said.splitlines())
    if part == STEP:
        goal = item(w.plan, Part.GOALS, str(key))
        if goal is None:
            raise BadEdit("gone")
        return put(w.plan, Part.GOALS, replace(goal, small_step=said), w.today)
    where = Part(part)
    if key is None:
        stated_by = StatedBy.CLIENT if w.author_id == w.plan.client_id else StatedBy.CLINIC
        return put(w.plan, where, _new(where, w.new_key, said, stated_by), w.today)
    one = item(w.plan, where, str(key))
    if one is None:
        raise BadEdit("gone")
    other = replace(one, **{_NAMED[where]: said})
    return put(w.plan, where, _called(one, said) if where is Part.PEOPLE else other, w.today)


def _new(part: Part, key: str, said: str, stated_by: StatedBy) -> Any:
    makes: Mapping[Part, Callable[[], Any]] = {
        Part.TRIGGERS: lambda: Trigger(key, said),
        Part.SKILLS: lambda: Skill(key, said, 0),
        Part.SIGNS: lambda: OwnSign(key, said),
        Part.CONDITIONS: lambda: Condition(key, said, stated_by),
    }
    return makes[part]()


def _person(w: Writing) -> Plan:
    was = was_before(w, Part.PEOPLE)
    said = w.text("who") or ""
    role = w.worded("role")
    if was is not None:
        one = replace(_called(was, said), role=role or was.role)
        return put(w.plan, Part.PEOPLE, one, w.today)
    name, phone = name_and_phone(said)
    one = ContactPerson(w.new_key, name, phone, role or w.say("plan-role_none"))
    return put(w.plan, Part.PEOPLE, one, w.today)


def _called(was: ContactPerson, said: str) -> ContactPerson:
    """Return somebody with another name or number; what was not written stays as it is."""
    name, phone = name_and_phone(said)
    only_number = phone is not None and name == phone
    return replace(was, name=was.name if only_number else name, phone=phone or was.phone)


def _medicine(w: Writing) -> Plan:
    was = was_before(w, Part.MEDICINES)
    name, dose = w.text("name") or "", w.text("dose")
    one = Medicine(w.new_key, name, (), dose)
    if was is not None:
        one = replace(was, name=name, dose=dose or was.dose)
    return put(w.plan, Part.MEDICINES, _timed(w, one), w.today)


def _times(w: Writing) -> Plan:
    was = was_before(w, Part.MEDICINES)
    if was is None:
        raise BadEdit("gone")
    return put(w.plan, Part.MEDICINES, _timed(w, was), w.today)


def _timed(w: Writing, one: Medicine) -> Medicine:
    asked = [w.text(step) for step in _TIMES]
    times = tuple(sorted({time.fromisoformat(at) for at in asked if at}))
    return replace(one, times=times, asks=w.text("asks") == "each_time")


def _date(w: Writing) -> Plan:
    at, day = w.text("at"), w.text("day")
    rule = f"weekly {w.text('weekday')} {at}" if day is None else f"once {day} {at}"
    kind = AppointmentKind(w.text("sort") or "other")
    was = was_before(w, Part.DATES)
    label, place = w.text("label"), w.text("place")
    if was is None:
        one = Appointment(w.new_key, label or w.worded("sort") or "", kind, rule, place)
    else:
        one = replace(was, label=label or was.label, kind=kind, rule=rule, place=place or was.place)
    return put(w.plan, Part.DATES, one, w.today)


def _treatment(w: Writing) -> Plan:
    kind = ModalityKind(w.text("sort") or "")
    one = Modality(w.new_key, kind, w.worded("dose") or "")
    return put(w.plan, Part.TREATMENT, one, w.today)


def _milestone(w: Writing) -> Plan:
    counted = Counted(w.text("counts") or "")
    was = was_before(w, Part.MILESTONES)
    key = w.new_key if was is None else was.key
    one = Milestone(key, int(w.number("many") or 1), w.text("own_words") or "", counted)
    return put(w.plan, Part.MILESTONES, one, w.today)


def _phase(w: Writing) -> Plan:
    phase, how_often = Phase(w.text("phase") or ""), w.text("how_often")
    if phase is w.plan.phase and how_often is None:
        return w.plan
    return in_phase(w.plan, phase, w.phases, w.today, how_often)


def _living(w: Writing) -> Plan:
    return replace(w.plan, living=Living(w.text("living") or ""))


_WRITERS: Mapping[str, Callable[[Writing], Plan]] = {
    "plan_words": _words,
    "plan_goal": goals.goal_written,
    "plan_aim": goals.aim_written,
    "plan_person": _person,
    "plan_medicine": _medicine,
    "plan_times": _times,
    "plan_date": _date,
    "plan_treatment": _treatment,
    "plan_milestone": _milestone,
    "plan_phase": _phase,
    "plan_living": _living,
}

DIALOGS = frozenset(_WRITERS)
"""The dialogs by which a plan is written."""
