"""Wellbeing: a goal for nights that are hard, and one for being lonely, where there is none yet."""

from collections.abc import Iterator
from datetime import timedelta

from dialogs.care.plan import RUNNING, Domain
from dialogs.care.progress import WEEK
from dialogs.care.proposals.edits import with_new_goal
from dialogs.care.proposals.history import History
from dialogs.care.proposals.shapes import Args, Kind, Known, Needs, Proposal

BAD_SLEEP, BAD_NIGHTS = 3, 5
"""Sleep of 0 to 10 this low on so many of 7 days. Our choice: most nights of a week."""

WEEKS, LONELY_WEEKS = 4, 3
"""HALT is asked once a week. Our choice; it is a self-check, no score (SAFETY.md 2)."""

SLEEP_ENTRIES = ("wind_down", "same_wake", "phone_away")
"""The goals of the catalogue that are about sleep, the one proposed first in front."""

PEOPLE_ENTRY = "write_supporter"
"""The smallest goal of the catalogue that is about people."""

_SLEEP = frozenset(SLEEP_ENTRIES)


def sleep_goal(known: Known, history: History) -> Iterator[Proposal]:
    """Propose a goal for better nights after a week of hard ones."""
    by_day = history.by_day("sleep", WEEK)
    nights = [said[-1].number for said in by_day.values()]
    bad = sum(night is not None and night <= BAD_SLEEP for night in nights)
    if bad >= BAD_NIGHTS and not _sleeps_on_it(known):
        plan = with_new_goal(known, SLEEP_ENTRIES[0])
        args: Args = {"count": bad, "answered": len(nights), "days": WEEK}
        needs = Needs.CLIENT if plan is None else Needs.BOTH
        yield Proposal(Kind.SLEEP_GOAL, "sleep", args, plan, needs)


def lonely(known: Known, history: History) -> Iterator[Proposal]:
    """Propose a goal with people in it for somebody who was lonely in most weeks."""
    ticked = {
        (known.today - one.day) // timedelta(days=WEEK)
        for one in history.named("halt", WEEKS * WEEK)
        if isinstance(one.reading.value, tuple) and "lonely" in one.reading.value
    }
    if len(ticked) >= LONELY_WEEKS and not _has(known, {Domain.PEOPLE, Domain.FAMILY}):
        plan = with_new_goal(known, PEOPLE_ENTRY)
        args: Args = {"count": len(ticked), "weeks": WEEKS, "days": WEEKS * WEEK}
        needs = Needs.CLIENT if plan is None else Needs.BOTH
        yield Proposal(Kind.LONELY, "people", args, plan, needs)


def _sleeps_on_it(known: Known) -> bool:
    """Tell whether a goal is about sleep, or may be: one for the body in the client's own words."""
    running = [goal for goal in known.plan.goals if goal.status in RUNNING]
    return any(
        goal.entry in _SLEEP or (goal.entry is None and goal.domain is Domain.BODY)
        for goal in running
    )


def _has(known: Known, domains: set[Domain]) -> bool:
    return any(goal.status in RUNNING and goal.domain in domains for goal in known.plan.goals)
