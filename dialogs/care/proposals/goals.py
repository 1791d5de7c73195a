"""Goals: a next step after weeks in which one was met, a smaller one where it was too large.

A week without answers is neither met nor missed: it is a week of which nothing is known.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from dialogs.care.plan import Goal, GoalStatus, Measure, MeasureKind, Plan
from dialogs.care.plan.editing import Part
from dialogs.care.progress import WEEK, GoalProgress, goal_progress
from dialogs.care.proposals.edits import has_goal, with_put
from dialogs.care.proposals.history import LOOK_BACK, History
from dialogs.care.proposals.shapes import Args, Kind, Known, Needs, Proposal, shown

WEEKS = 3
"""Weeks running before a goal is called met, or too large. Source: PRODUCT.md 1.10."""

ANSWERED = 3
"""Days of a week with an answer before it can count as missed. Our choice."""

TIMES_STUCK = 2
"""How often the same thing gets in the way before it is worth a talk. Our choice."""

WEEKS_GIVEN = 4
"""A goal whose time has run out gets so many weeks more. As in the catalogue: 1 to 4."""

LARGER_BY = 10
"""A next target is larger by one, or by a tenth where that is more. Our choice: small steps."""

_BY_THE_WEEK = frozenset({MeasureKind.YES_NO, MeasureKind.COUNT_WEEK})


def goal_next(known: Known, history: History) -> Iterator[Proposal]:
    """Propose the next, slightly larger goal after weeks in which one was met."""
    for goal in known.plan.active_goals:
        if goal.measure.kind is MeasureKind.DATE:
            continue
        weeks = _weeks(known, history, goal)
        if all(week.reached for week in weeks):
            yield from _next(known, goal, weeks)


def goal_smaller(known: Known, history: History) -> Iterator[Proposal]:
    """Propose half of a weekly target that was missed for weeks, at least 1."""
    for goal in known.plan.active_goals:
        target = goal.measure.target
        if goal.measure.kind not in _BY_THE_WEEK or target is None:
            continue
        half, weeks = max(1.0, target // 2), _weeks(known, history, goal)
        if half < target and all(map(_missed, weeks)):
            plan = _with_target(known, goal, half)
            if plan is not None:
                args = {**_figures(goal, weeks), "target": _whole(half)}
                yield Proposal(Kind.GOAL_SMALLER, goal.key, args, plan, Needs.BOTH)


def goal_stuck(known: Known, history: History) -> Iterator[Proposal]:
    """Propose a talk about a goal where the same thing got in the way again."""
    named: Counter[tuple[str, str]] = Counter()
    active = known.plan.active_goals
    only = active[0].key if len(active) == 1 else ""
    for one in history.named("goal_obstacle", LOOK_BACK):
        words = str(one.reading.value).strip().casefold()
        named[known.goal_of.get(one.reading.session_id or "", only), words] += 1
    for goal in active:
        of_goal = {words: n for (key, words), n in named.items() if key == goal.key and words}
        obstacle = max(of_goal, key=lambda words: of_goal[words], default="")
        if of_goal.get(obstacle, 0) >= TIMES_STUCK:
            args: Args = {
                "title": shown(goal.title),
                "obstacle": shown(obstacle),
                "count": of_goal[obstacle],
                "days": LOOK_BACK,
            }
            yield Proposal(Kind.GOAL_STUCK, goal.key, args, None, Needs.CLIENT)


def _weeks(known: Known, history: History, goal: Goal) -> list[GoalProgress]:
    """Return how far the goal came in each of the last weeks, the newest first."""
    given = history.named(goal.reading, WEEKS * WEEK)
    ends = [known.today - timedelta(days=WEEK * ago) for ago in range(WEEKS)]
    weeks = [
        [one.reading for one in given if end - timedelta(days=WEEK) < one.day <= end]
        for end in ends
    ]
    return [
        goal_progress(goal, week, today=end, zone=known.zone)
        for end, week in zip(ends, weeks, strict=True)
    ]


def _missed(week: GoalProgress) -> bool:
    """Tell whether a week was missed: not reached, nor on the days that were answered.

    Not every goal is asked about each day, so what is known is set against as many days.
    """
    if week.reached or week.done is None or week.target is None or week.answered < ANSWERED:
        return False
    return week.done * week.of < week.target * week.answered


def _next(known: Known, goal: Goal, weeks: list[GoalProgress]) -> Iterator[Proposal]:
    after = None if goal.entry is None else known.after(goal.entry)
    if after is not None and not has_goal(known.plan, after):
        met = goal.became(GoalStatus.MET, known.now, None)
        goals = tuple(met if one.key == goal.key else one for one in known.plan.goals)
        plan = with_put(known, Part.GOALS, after, known.plan.with_fields(goals=goals))
        to: Args = {"next": shown(after.title), "target": 0}
    else:
        larger = _larger(goal.measure)
        plan = None if larger is None else _with_target(known, goal, larger)
        to = {"next": "none", "target": _whole(larger or 0)}
    if plan is not None:
        yield Proposal(Kind.GOAL_NEXT, goal.key, {**_figures(goal, weeks), **to}, plan, Needs.BOTH)


def _larger(measure: Measure) -> float | None:
    """Return the next target; none where all days are taken, or where it counts in all."""
    if measure.kind not in _BY_THE_WEEK or measure.target is None:
        return None
    target = measure.target + max(1.0, measure.target // LARGER_BY)
    return None if measure.kind is MeasureKind.YES_NO and target > WEEK else target


def _with_target(known: Known, goal: Goal, target: float) -> Plan | None:
    by = goal.measure.by
    if by is not None and by < known.today:
        by = known.today + timedelta(weeks=WEEKS_GIVEN)
    title = known.retitled(goal, target)
    measure = replace(goal.measure, target=target, by=by)
    return with_put(known, Part.GOALS, replace(goal, title=title, measure=measure))


def _figures(goal: Goal, weeks: list[GoalProgress]) -> Args:
    return {
        "title": shown(goal.title),
        "weeks": len(weeks),
        "answered": sum(week.answered for week in weeks),
        "days": len(weeks) * WEEK,
    }


def _whole(number: float) -> int | float:
    return int(number) if number == int(number) else number
