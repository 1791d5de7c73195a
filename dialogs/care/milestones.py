"""Milestones: totals that only grow, of what the client chose to count.

Days after a lapse are added to the days before it; a missed day costs nothing.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from dialogs.care import progress
from dialogs.care.plan import Counted, Domain, Milestone, Plan
from dialogs.care.warning_signs import Reading

DAYS = 3 * 365
"""How far back totals go."""

_CLOSE = frozenset({Domain.FAMILY, Domain.PEOPLE})
_CHECK_IN = frozenset({"use", "mood"})
"""What every check-in asks, its short version too."""


def newly_reached(
    plan: Plan, before: Sequence[Reading], after: Sequence[Reading], today: date, zone: str
) -> tuple[Milestone, ...]:
    """Return the milestones that some new answers have brought, the smallest first.

    Args:
        plan: The plan, with its milestones.
        before: The client's readings without the new ones, as far back as totals go.
        after: All of them.
        today: The client's date.
        zone: Their time zone.

    """
    was, now = totals(plan, before, today, zone), totals(plan, after, today, zone)
    reached = [one for one in plan.milestones if was[one.of] < one.count <= now[one.of]]
    return tuple(sorted(reached, key=lambda one: one.count))


def totals(
    plan: Plan, readings: Sequence[Reading], today: date, zone: str
) -> Mapping[Counted, int]:
    """Count, in all, what milestones can count.

    A craving is ridden out where it was weaker afterwards. A call is a yes to a goal about family
    or people.
    """
    use_free = progress.use_free(readings, today=today, zone=zone, days=DAYS).days
    close = {goal.reading for goal in plan.goals if goal.domain in _CLOSE}
    return {
        Counted.USE_FREE_DAYS: use_free,
        Counted.CRAVINGS_RIDDEN: _ridden(readings),
        Counted.CALLS: sum(r.name in close and r.value == "yes" for r in readings),
        Counted.CHECK_INS: len({r.session_id for r in readings if r.name in _CHECK_IN}),
    }


def _ridden(readings: Sequence[Reading]) -> int:
    strongest: dict[str | None, float] = {}
    after: dict[str | None, float] = {}
    for reading in readings:
        if isinstance(reading.value, int | float):
            if reading.name == "craving":
                before = strongest.get(reading.session_id, 0)
                strongest[reading.session_id] = max(before, reading.value)
            elif reading.name == "craving_after":
                after[reading.session_id] = reading.value
    return sum(value < strongest.get(session, 0) for session, value in after.items())
