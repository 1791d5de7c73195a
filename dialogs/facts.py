"""Facts: what each dialog is told about its client when it opens.

What is left out here is left out of the dialog: nobody is asked about what they do not have.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from pydantic import JsonValue

from dialogs import check_in
from dialogs.care import progress
from dialogs.care.plan import SAFETY_STEPS, Goal, Plan
from dialogs.care.warning_signs import Reading
from dialogs.care.zones import elsewhere, place_in
from dialogs.check_in import Say

GOALS_REVIEWED = 3
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
_WEEKS_AT_INTAKE = {"this_month": 2, "longer": 5}
"""Weeks without use that are taken for granted, by the answer at intake. Rather too many: words
about lost tolerance that come without need do no harm."""

_REVIEW = ("on_track", "slower", "stuck", "change")
_PART = ("keep", "change")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a client when a dialog opens.

    Attributes:
        plan: The plan in force.
        readings: Those of the last weeks, and of the first conversation (``intake_…``,
            ``substances``, ``last_use``) from whenever it was; in any order.
        today: The local date.
        zone: The client's time zone.
        seed: The client's own number.
        say: Words a text in the client's language.
        goal: The key of the goal a ``goal_check`` is about.

    """

    plan: Plan
    readings: Sequence[Reading]
    today: date
    zone: str
    seed: int
    say: Say
    goal: str | None = None


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
    return {**everyone, **_after_use(known), **own}


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

    told = [r for r in readings if r.name == "use" and r.value is not None and day(r) < today]
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


def _weekly(known: Known) -> dict[str, JsonValue]:
    share = progress.use_free(
        known.readings, today=known.today, zone=known.zone, days=progress.WEEK
    )
    facts: dict[str, JsonValue] = {}
    if share.answered:
        facts["week_line"] = known.say("item-week", **share.line("").args)
    goals = sorted(known.plan.active_goals, key=lambda goal: _reviewed_at(known, goal))
    for place, goal in enumerate(goals[:GOALS_REVIEWED], start=1):
        text = known.say("item-review", line=_goal_line(known, goal))
        facts[f"review_{place}"] = _choice(
            known, f"review:{goal.key}", goal.title, text, "item-review", _REVIEW
        )
    return facts


def _reviewed_at(known: Known, goal: Goal) -> float:
    name = f"review:{goal.key}"
    return max((r.at.timestamp() for r in known.readings if r.name == name), default=0.0)


def _goal_line(known: Known, goal: Goal) -> str:
    found = progress.goal_progress(goal, known.readings, today=known.today, zone=known.zone)
    line = found.line
    past = line.key == "goal_date" and found.done is not None and found.done < 0
    args = {"target": "none", **line.args, "title": goal.title}
    return known.say(f"item-{line.key}_past" if past else f"item-{line.key}", **args)


def _monthly(known: Known) -> dict[str, JsonValue]:
    phase = known.plan.phase
    return {} if phase is None else {"phase": known.say(f"item-phase_{phase}")}


def _goal(known: Known) -> dict[str, JsonValue]:
    goal = next((goal for goal in known.plan.goals if goal.key == known.goal), None)
    if goal is None:
        return {}
    facts: dict[str, JsonValue] = {
        "goal_key": goal.key,
        "goal_title": goal.title,
        "goal_line": _goal_line(known, goal),
    }
    return {**facts, "goal_step": goal.small_step} if goal.small_step else facts


def _plan_parts(known: Known) -> dict[str, JsonValue]:
    plan = known.plan
    parts = {
        "goals": [goal.title for goal in plan.active_goals],
        "triggers": [trigger.label for trigger in plan.triggers],
        "skills": [skill.label for skill in plan.skills_in_order],
        "signs": [sign.label for sign in plan.own_signs],
        "people": [f"{one.name} ({one.role})" for one in plan.contacts],
        "medicines": [medicine.name for medicine in plan.medicines],
        "rhythm": [schedule.rule for schedule in plan.schedules],
    }
    return {f"part_{key}": _part(known, key, lines) for key, lines in parts.items() if lines}


def _part(known: Known, key: str, lines: Sequence[str]) -> JsonValue:
    title = known.say(f"item-part_{key}")
    text = known.say("item-part", title=title, lines=_listed(lines))
    return _choice(known, f"plan_part:{key}", title, text, "item-part", _PART)


def _choice(
    known: Known, records: str, label: str, text: str, words: str, keys: Sequence[str]
) -> JsonValue:
    """Return a question with options, as a dialog takes it for an item of the plan."""
    return {
        "key": records.partition(":")[2],
        "kind": "choice",
        "label": label,
        "text": text,
        "options": [{"key": key, "label": known.say(f"{words}.{key}")} for key in keys],
        "records": records,
    }


def _safety(known: Known) -> dict[str, JsonValue]:
    lines = {step: getattr(known.plan.safety, step) for step in SAFETY_STEPS}
    return {f"now_{step}": _listed(said) for step, said in lines.items() if said}


def _travel(known: Known) -> dict[str, JsonValue]:
    zones: list[JsonValue] = [
        {"key": zone, "label": place_in(zone)} for zone in elsewhere(known.zone)
    ]
    return {"zone_now": place_in(known.zone), "zones": zones}


def _intake(known: Known) -> dict[str, JsonValue]:
    return {"section": next_section(known.readings) or SECTIONS}


def _listed(lines: Sequence[str]) -> str:
    return "\n".join(f"• {line}" for line in lines)


_OWN: Mapping[str, Callable[[Known], dict[str, JsonValue]]] = {
    "weekly_review": _weekly,
    "monthly_review": _monthly,
    "goal_check": _goal,
    "plan_review": _plan_parts,
    "safety_plan": _safety,
    "travel": _travel,
    "intake": _intake,
}
