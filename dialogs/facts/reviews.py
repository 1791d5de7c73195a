"""Reviews: what the looks back on a week, a month, a goal and the plan are told."""

from collections.abc import Sequence

from pydantic import JsonValue

from dialogs.care import progress, rhythm_words
from dialogs.care.plan import Goal
from dialogs.facts.known import Known

GOALS_REVIEWED = 3
MODALITIES_RATED = 4

_REVIEW = ("on_track", "slower", "stuck", "change")
_PART = ("keep", "change")
OUTCOMES = ("done", "more_time", "let_go", "other")


def weekly(known: Known) -> dict[str, JsonValue]:
    """Return the week in figures, and how the goals reviewed longest ago went."""
    share = progress.use_free(
        known.readings, today=known.today, zone=known.zone, days=progress.WEEK
    )
    facts: dict[str, JsonValue] = {}
    if share.answered:
        facts["week_line"] = known.say("item-week", **share.line("").args)
    facts |= past(known)
    on = known.plan.goals_on(known.today)
    room = GOALS_REVIEWED - min(GOALS_REVIEWED, len(known.plan.goals_past(known.today)))
    goals = sorted(on, key=lambda goal: _reviewed_at(known, goal))
    for place, goal in enumerate(goals[: max(1, room)], start=1):
        text = known.say("item-review", line=_goal_line(known, goal))
        facts[f"review_{place}"] = _choice(
            known, f"review:{goal.key}", goal.title, text, "item-review", _REVIEW
        )
    return facts


def past(known: Known) -> dict[str, JsonValue]:
    """Return what is asked about the goals whose day has gone by, the oldest first.

    Where the dialog is about one goal, it is that one alone.
    """
    found = [goal for goal in known.plan.goals_past(known.today) if known.goal in {None, goal.key}]
    found.sort(key=lambda goal: goal.measure.by or known.today)
    return {
        f"past_{place}": _choice(
            known,
            f"goal_outcome:{goal.key}",
            goal.title,
            known.say("item-past", title=goal.title),
            "item-past",
            OUTCOMES,
        )
        for place, goal in enumerate(found[:GOALS_REVIEWED], start=1)
    }


def _reviewed_at(known: Known, goal: Goal) -> float:
    return _rated_at(known, f"review:{goal.key}")


def _goal_line(known: Known, goal: Goal) -> str:
    found = progress.goal_progress(goal, known.readings, today=known.today, zone=known.zone)
    return known.say(f"item-{found.line.key}", **progress.worded(found.line, goal.title))


def monthly(known: Known) -> dict[str, JsonValue]:
    """Return the phase, and the treatments rated longest ago."""
    phase = known.plan.phase
    facts: dict[str, JsonValue] = past(known)
    if phase is not None:
        facts["phase"] = known.say(f"item-phase_{phase}")
    rated = sorted(known.plan.modalities, key=lambda one: _rated_at(known, one.reading))
    for place, one in enumerate(rated[:MODALITIES_RATED], start=1):
        name = known.say(f"modality-{one.kind}")
        facts[f"modality_{place}"] = {
            "key": one.key,
            "kind": "scale",
            "label": name,
            "text": known.say("item-modality", name=name, dose=one.dose),
            "records": one.reading,
        }
    return facts


def _rated_at(known: Known, name: str) -> float:
    return max((r.at.timestamp() for r in known.readings if r.name == name), default=0.0)


def goal(known: Known) -> dict[str, JsonValue]:
    """Return the one goal that is looked at."""
    goal = next((goal for goal in known.plan.goals if goal.key == known.goal), None)
    if goal is None:
        return {}
    facts: dict[str, JsonValue] = {
        "goal_key": goal.key,
        "goal_title": goal.title,
        "goal_line": _goal_line(known, goal),
    }
    return {**facts, "goal_step": goal.small_step} if goal.small_step else facts


def plan_parts(known: Known) -> dict[str, JsonValue]:
    """Return each part of the plan that has something in it, to be kept or changed."""
    plan = known.plan
    parts = {
        "goals": [goal.title for goal in plan.active_goals],
        "triggers": [trigger.label for trigger in plan.triggers],
        "skills": [skill.label for skill in plan.skills_in_order],
        "signs": [sign.label for sign in plan.own_signs],
        "people": [f"{one.name} ({one.role})" for one in plan.contacts],
        "medicines": [medicine.name for medicine in plan.medicines],
        "rhythm": [rhythm_words.worded(one.rule, known.say) for one in plan.schedules],
    }
    return {f"part_{key}": _part(known, key, lines) for key, lines in parts.items() if lines}


def _part(known: Known, key: str, lines: Sequence[str]) -> JsonValue:
    title = known.say(f"item-part_{key}")
    text = known.say("item-part", title=title, lines=listed(lines))
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


def listed(lines: Sequence[str]) -> str:
    """Set lines below each other."""
    return "\n".join(f"• {line}" for line in lines)
