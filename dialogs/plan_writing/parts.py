"""Parts: each short dialog of the plan, and what its answers put into the plan."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from dialogs.care.catalogue import Entry
from dialogs.care.phases import in_phase
from dialogs.care.plan import (
    SAFETY_STEPS,
    Appointment,
    AppointmentKind,
    Condition,
    ContactPerson,
    Counted,
    Domain,
    Goal,
    GoalStatus,
    Living,
    Measure,
    MeasureKind,
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
from dialogs.plan_writing.answers import WEEKS, Writing

PART, KEY, DOMAIN = "part", "key", "domain"
"""The facts with which these dialogs are opened."""

STEP = "step"
"""In the place of a part: the next small step of the goal that ``key`` names."""

FOR = "for_condition"
"""The fact that names what a goal, a sign or a treatment is to help with."""

STRENGTHS = "strengths"
_TIMES = ("first", "second", "third")
_PHONE = re.compile(r"\+?\d[\d\s()./-]{4,}\d")
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
    return put(w.plan, where, replace(one, **{_NAMED[where]: said}), w.today)


def _new(part: Part, key: str, said: str, stated_by: StatedBy) -> Any:
    makes: Mapping[Part, Callable[[], Any]] = {
        Part.TRIGGERS: lambda: Trigger(key, said),
        Part.SKILLS: lambda: Skill(key, said, 0),
        Part.SIGNS: lambda: OwnSign(key, said),
        Part.CONDITIONS: lambda: Condition(key, said, stated_by),
    }
    return makes[part]()


def _goal(w: Writing) -> Plan:
    weeks = WEEKS.get(w.text("weeks") or "")
    by = w.today + timedelta(weeks=weeks) if weeks else None
    entry = w.catalogue.entry(w.text("idea") or "")
    goal = _own_goal(w, by)
    if entry is not None:
        goal = goal_from(entry, w.new_key, w.today, w.say, by)
    step = w.worded(STEP)
    goal = replace(
        goal,
        domain=Domain(str(w.session.facts.get(DOMAIN))),
        problem=w.text("problem") or _condition(w),
        small_step=step or goal.small_step,
    )
    return put(w.plan, Part.GOALS, goal.became(GoalStatus.ACTIVE, w.now, w.author_id), w.today)


def _condition(w: Writing) -> str | None:
    """Return what somebody lives with, where the goal was begun for it."""
    label = w.session.facts.get(FOR)
    return label if isinstance(label, str) else None


def goal_from(
    entry: Entry, key: str, today: date, say: Callable[..., str], by: date | None = None
) -> Goal:
    """Make a goal of a ready-made one.

    Args:
        entry: The ready-made one.
        key: What it is called for ever.
        today: The client's date; a goal with a day to reach has its weeks from here.
        say: Words a text in the client's language.
        by: The day by which it is to be reached, where the client chose one.

    """
    ready = entry.measure
    dated = ready.kind is MeasureKind.DATE
    measure = Measure(
        ready.kind,
        say(f"{entry.text}.question"),
        ready.target,
        say(f"unit-{ready.unit}.word") if ready.unit else None,
        by or (today + timedelta(weeks=ready.weeks) if dated else None),
    )
    return Goal(
        key,
        entry.title(say),
        measure,
        GoalStatus.ACCEPTED,
        say(f"{entry.text}.step"),
        wellbeing=entry.wellbeing,
        entry=entry.key,
    )


def _own_goal(w: Writing, by: date | None) -> Goal:
    title = w.text("idea") or ""
    kinds = {
        "days": (MeasureKind.YES_NO, w.number("days")),
        "times": (MeasureKind.COUNT_WEEK, w.number("times")),
        "number": (MeasureKind.NUMBER, w.number("number")),
        "date": (MeasureKind.DATE, None),
    }
    kind, target = kinds.get(w.text("measure") or "", (MeasureKind.YES_NO, None))
    if kind is MeasureKind.DATE:
        day = w.text("by")
        by = date.fromisoformat(day) if day else None
    question = w.say(f"plan-question_{kind}", title=title)
    return Goal(w.new_key, title, Measure(kind, question, target, None, by), GoalStatus.ACCEPTED)


def _person(w: Writing) -> Plan:
    name, phone = name_and_phone(w.text("who") or "")
    role = w.worded("role") or w.say("plan-role_none")
    return put(w.plan, Part.PEOPLE, ContactPerson(w.new_key, name, phone, role), w.today)


def name_and_phone(said: str) -> tuple[str, str | None]:
    """Take a telephone number out of what was written; the rest is the name."""
    found = _PHONE.search(said)
    if found is None:
        return said.strip(), None
    name = (said[: found.start()] + said[found.end() :]).strip(" ,;:-\n")
    return name or found[0], found[0].strip()


def _medicine(w: Writing) -> Plan:
    asked = [w.text(step) for step in _TIMES]
    times = tuple(sorted({time.fromisoformat(at) for at in asked if at}))
    asks = w.text("asks") == "each_time"
    one = Medicine(w.new_key, w.text("name") or "", times, w.text("dose"), asks=asks)
    return put(w.plan, Part.MEDICINES, one, w.today)


def _date(w: Writing) -> Plan:
    at, day = w.text("at"), w.text("day")
    rule = f"weekly {w.text('weekday')} {at}" if day is None else f"once {day} {at}"
    kind = AppointmentKind(w.text("sort") or "other")
    label = w.text("label") or w.worded("sort") or ""
    one = Appointment(w.new_key, label, kind, rule, w.text("place"))
    return put(w.plan, Part.DATES, one, w.today)


def _treatment(w: Writing) -> Plan:
    kind = ModalityKind(w.text("sort") or "")
    one = Modality(w.new_key, kind, w.worded("dose") or "")
    return put(w.plan, Part.TREATMENT, one, w.today)


def _milestone(w: Writing) -> Plan:
    counted = Counted(w.text("counts") or "")
    one = Milestone(w.new_key, int(w.number("many") or 1), w.text("own_words") or "", counted)
    return put(w.plan, Part.MILESTONES, one, w.today)


def ideas(catalogue: Sequence[Entry], say: Callable[..., str]) -> list[Any]:
    """Return ready-made goals as a question offers them."""
    return [{"key": one.key, "label": one.title(say)} for one in catalogue]


def _phase(w: Writing) -> Plan:
    phase = Phase(w.text("phase") or "")
    return w.plan if phase is w.plan.phase else in_phase(w.plan, phase, w.phases, w.today)


def _living(w: Writing) -> Plan:
    return replace(w.plan, living=Living(w.text("living") or ""))


_WRITERS: Mapping[str, Callable[[Writing], Plan]] = {
    "plan_words": _words,
    "plan_goal": _goal,
    "plan_person": _person,
    "plan_medicine": _medicine,
    "plan_date": _date,
    "plan_treatment": _treatment,
    "plan_milestone": _milestone,
    "plan_phase": _phase,
    "plan_living": _living,
}

DIALOGS = frozenset(_WRITERS)
"""The dialogs by which a plan is written."""
