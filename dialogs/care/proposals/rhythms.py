"""Rhythms: a plan with the rhythm of a phase, never with less than it has, or never with more.

Hours that the client chose stay, and so do the keys of check-ins: nothing is asked twice on the
day of the change.
"""

from collections.abc import Iterable
from datetime import time

from dialogs.care.phases import asks_a_year, schedules_for
from dialogs.care.plan import Phase, Plan, Schedule
from dialogs.care.plan.editing import Part, take_out
from dialogs.care.proposals.edits import with_put
from dialogs.care.proposals.shapes import Known
from dialogs.care.rhythm_rules import Random, Weekdays, parse_rule

CHECK_IN, REVIEW = "daily_checkin", "weekly_review"
EVENING, SUNDAY = time(20), 6
"""Where the plan has no check-in and no review to take them from. Our choice."""


def more(known: Known, phase: Phase) -> Plan | None:
    """Return the plan in this phase, each dialog of its rhythm at least as often as it says.

    Returns:
        The plan, the same one if nothing would be more; None if there is no room for it.

    """
    plan: Plan | None = known.plan.with_fields(phase=phase)
    for dialog, wanted in _by_dialog(_proposed(known, phase)).items():
        if plan is not None and asks_a_year(wanted) > asks_a_year(_of(known.plan, dialog)):
            plan = _with(known, plan, dialog, wanted)
    return plan


def less(known: Known, phase: Phase) -> Plan | None:
    """Return the plan in this phase, each dialog of any phase at most as often as it says."""
    wanted = _by_dialog(_proposed(known, phase))
    plan: Plan | None = known.plan.with_fields(phase=phase)
    for dialog in dict.fromkeys(touch.dialog for _, touch in known.phases.dialogs()):
        those = wanted.get(dialog, [])
        if plan is not None and asks_a_year(those) < asks_a_year(_of(known.plan, dialog)):
            plan = _with(known, plan, dialog, those)
    return plan


def _proposed(known: Known, phase: Phase) -> tuple[Schedule, ...]:
    rhythm = known.phases.of(phase)
    return schedules_for(rhythm, _evening(known.plan), _day(known.plan), known.today, known.seed)


def _evening(plan: Plan) -> time:
    """Return the hour the client chose: the last one at which they are asked."""
    times = [parse_rule(one.rule).times for one in _of(plan, CHECK_IN)]
    last = [one.begins if isinstance(one, Random) else one.times[-1] for one in times]
    return max(last, default=EVENING)


def _day(plan: Plan) -> int:
    """Return the weekday of the review."""
    days = [parse_rule(one.rule).days for one in _of(plan, REVIEW)]
    return next((min(one.days) for one in days if isinstance(one, Weekdays)), SUNDAY)


def _of(plan: Plan, dialog: str) -> list[Schedule]:
    return [one for one in plan.schedules if one.dialog == dialog]


def _by_dialog(schedules: Iterable[Schedule]) -> dict[str, list[Schedule]]:
    found: dict[str, list[Schedule]] = {}
    for one in schedules:
        found.setdefault(one.dialog, []).append(one)
    return found


def _with(known: Known, plan: Plan, dialog: str, wanted: list[Schedule]) -> Plan | None:
    """Return a plan with these schedules for a dialog, under the keys it had, as far as they go."""
    keys = [one.key for one in _of(plan, dialog)]
    others = {one.key for one in plan.schedules} - set(keys)
    for key in keys[len(wanted) :]:
        plan = take_out(plan, Part.RHYTHM, key)
    for place, one in enumerate(wanted):
        key = keys[place] if place < len(keys) else _free(one.key, others | set(keys))
        put = with_put(known, Part.RHYTHM, Schedule(key, one.rule, dialog), plan)
        if put is None:
            return None
        plan = put
    return plan


def _free(key: str, taken: set[str]) -> str:
    return key if key not in taken else _free(f"{key}_more", taken)
