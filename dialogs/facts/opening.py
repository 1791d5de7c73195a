"""Facts: what each dialog is told about its client when it opens.

What is left out here is left out of the dialog: nobody is asked about what they do not have.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from pydantic import JsonValue

from dialogs import check_in
from dialogs.care import medicine_log, progress
from dialogs.care.plan import SAFETY_STEPS, Appointment, Medicine, dates
from dialogs.care.plan.editing import Part, item
from dialogs.care.warning_signs import Reading
from dialogs.care.zones import elsewhere, place_in
from dialogs.facts import reviews
from dialogs.facts.known import Known

DOSE = ("taken", "not_taken", "later", "side_effect")
"""What can be said of a dose."""

FAMILY_PARTS = 10
SECTIONS = 9

_LAST_OF_SECTION = (
    "intake_whose_idea",
    "intake_stopping",
    "intake_what_helped",
    "intake_medicines",
    "intake_hard_past",
    "intake_people",
    "intake_legal",
    "intake_got_through",
    "intake_ready",
)
WITH_FIGURES = frozenset({"weekly_review", "goal_check"})
"""Dialogs that say how goals go: what is known of a number holds until it is said anew."""

FROM_WHENEVER = frozenset({"substances", "last_use"})
"""What was said once at the beginning and holds until it is said anew."""

OF_INTAKE = frozenset(
    {
        *_LAST_OF_SECTION,
        *(f"intake_{number}" for number in range(2, SECTIONS + 1)),
        *(f"intake_{name}" for name in ("reason", "years", "pattern", "treatment", "health")),
        *(f"intake_{name}" for name in ("mood", "sleep", "dark_thoughts", "conditions", "home")),
        *(f"intake_{name}" for name in ("home_safe", "work", "money", "strengths", "want")),
        "intake_first_area",
        *FROM_WHENEVER,
    }
)
"""Every reading of the first conversation, which may take weeks."""

_WEEKS_AT_INTAKE = {"this_month": 2, "longer": 5}
"""Weeks without use that are taken for granted, by the answer at intake. Rather too many: words
about lost tolerance that come without need do no harm."""


LEADS_TO = {"tipp": "skills-cold_gate", "weeks_without": "lapse_next-tolerance"}
"""Facts that lead to a text under review: without its review the fact is not brought."""


def facts_for(dialog: str, known: Known) -> Mapping[str, JsonValue]:
    """Return what a dialog opens with.

    Args:
        dialog: Its name.
        known: The client.

    Returns:
        Facts for ``Player.open``: those of every dialog (``check_in.facts_for``, and what is
        told after use, as a check-in may lead there), and those of this one.

    """
    everyone = check_in.facts_for(known.plan, known.readings, known.today, known.seed, known.say)
    own = _OWN[dialog](known) if dialog in _OWN else {}
    brought = {**everyone, **_after_use(known), **own}
    return {
        name: fact for name, fact in brought.items() if LEADS_TO.get(name) not in known.withheld
    }


def learning_part(readings: Sequence[Reading]) -> int:
    """Return which part of the family's ten comes next, from 1; the last one again after all."""
    heard = sum(reading.name == "learning" for reading in readings)
    return min(FAMILY_PARTS, heard + 1)


def next_section(readings: Sequence[Reading]) -> int | None:
    """Return the section with which the first conversation goes on, from 1; None if it is done.

    A section is done when its last question was asked, answered or not, or it was left out.
    """
    asked = {reading.name for reading in readings if reading.kind != "expired"}
    left_out = {reading.name for reading in readings if reading.value == "leave_out"}
    for number, last in enumerate(_LAST_OF_SECTION, start=1):
        if last not in asked and f"intake_{number}" not in left_out:
            return number
    return None


def weeks_without_use(readings: Sequence[Reading], today: date, zone: str) -> int | None:
    """Return for how many whole weeks before today no use is known; None if nothing is known."""
    here = ZoneInfo(zone)

    def day(reading: Reading) -> date:
        return reading.day_of(here)

    said = progress.about_use(readings)
    told = [one for one in said if one.value is not None and day(one) < today]
    used = [day(reading) for reading in told if reading.value == "yes"]
    if used:
        return (today - max(used)).days // progress.WEEK
    first = [(day(r), _WEEKS_AT_INTAKE.get(str(r.value), 0)) for r in readings if _is_last_use(r)]
    known = [(day(reading), 0) for reading in told] + first
    weeks = [(today - on).days // progress.WEEK + before for on, before in known]
    return max(weeks, default=None)


def _is_last_use(reading: Reading) -> bool:
    return reading.name == "last_use" and reading.kind == "answered"


def _after_use(known: Known) -> dict[str, JsonValue]:
    """Return whether opioids are known of, and for how long nothing was used."""
    said = [r for r in known.readings if r.name == "substances" and r.value]
    newest = max(said, key=lambda reading: reading.at, default=None)
    substances = newest.value if newest is not None and isinstance(newest.value, tuple) else ()
    if "opioids" not in substances:
        return {}
    weeks = weeks_without_use(known.readings, known.today, known.zone)
    return {"opioids": 1} if weeks is None else {"opioids": 1, "weeks_without": weeks}


def _safety(known: Known) -> dict[str, JsonValue]:
    lines = {step: getattr(known.plan.safety, step) for step in SAFETY_STEPS}
    return {f"now_{step}": reviews.listed(said) for step, said in lines.items() if said}


def _travel(known: Known) -> dict[str, JsonValue]:
    zones: list[JsonValue] = [
        {"key": zone, "label": place_in(zone)} for zone in elsewhere(known.zone)
    ]
    return {"zone_now": place_in(known.zone), "zones": zones}


def _intake(known: Known) -> dict[str, JsonValue]:
    return {"section": next_section(known.readings) or SECTIONS}


def _date(known: Known) -> dict[str, JsonValue]:
    """Return the appointment that is near: its line, and the question whether its client went."""
    about = dates.belongs_to(known.schedule or "")
    found = None if about is None else item(known.plan, Part.DATES, about[1])
    if not isinstance(found, Appointment):
        return {}
    parts = (found.label, found.rule.rpartition(" ")[2], found.place or "")
    went: JsonValue = {
        "key": found.key,
        "kind": "yes_no",
        "label": found.label,
        "text": known.say("item-went", label=found.label),
        "records": found.reading,
    }
    return {"date_line": " · ".join(filter(None, parts)), "went": went}


def _one_medicine(known: Known) -> dict[str, JsonValue]:
    """Return the medicine whose time it is; otherwise all of them are asked about at once."""
    about = dates.belongs_to(known.schedule or "")
    found = None if about is None else item(known.plan, Part.MEDICINES, about[1])
    if isinstance(found, Medicine):
        name = " · ".join(filter(None, (found.name, found.dose or "")))
        return {"medicine": name, "dose": _dose(known, found.reading)}
    return {"dose": _dose(known, medicine_log.ALL)} if known.plan.medicines else {}


def asked_about(facts: Mapping[str, JsonValue]) -> str | None:
    """Return the one medicine that a dialog asks about, as ``medicine:nal``; None: no single one.

    Args:
        facts: Those with which the dialog was opened.

    """
    dose = facts.get("dose")
    records = dose.get("records") if isinstance(dose, dict) else None
    return records if isinstance(records, str) and records != medicine_log.ALL else None


def _dose(known: Known, records: str) -> JsonValue:
    """Return the question whether it was taken, recorded under that name."""
    return {
        "key": records.partition(":")[2] or records,
        "kind": "choice",
        "label": known.say("item-dose.label"),
        "text": known.say("item-dose"),
        "options": [{"key": key, "label": known.say(f"item-dose.{key}")} for key in DOSE],
        "records": records,
    }


def _people(known: Known) -> dict[str, JsonValue]:
    people: list[JsonValue] = [{"key": one.key, "label": one.name} for one in known.plan.contacts]
    return {"people": people}


def _refusal(known: Known) -> dict[str, JsonValue]:
    line = known.plan.prevention.refusal_line
    return {"refusal_line": line} if line else {}


def _skills(_known: Known) -> dict[str, JsonValue]:
    return {"tipp": "reviewed"}


_OWN: Mapping[str, Callable[[Known], dict[str, JsonValue]]] = {
    "weekly_review": reviews.weekly,
    "monthly_review": reviews.monthly,
    "goal_check": reviews.goal,
    "goal_outcome": reviews.past,
    "plan_review": reviews.plan_parts,
    "safety_plan": _safety,
    "travel": _travel,
    "intake": _intake,
    "appointment": _date,
    "appointment_soon": _date,
    "medication": _one_medicine,
    "medicine_log": _one_medicine,
    "discharge": _people,
    "refusal": _refusal,
    "skills": _skills,
}
