"""Looking back: how the goals are going, and how the plan came to be."""

from collections.abc import Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.actions.plans.edits import WordedEdit, worded
from bot.actions.plans.screens import EDIT, OUTCOME, PLAN, THING, Look, card
from bot.actions.telling import Press, shown_name
from dialogs.care import progress
from dialogs.care.plan import Goal, Plan, past
from dialogs.care.plan.editing import Part
from dialogs.care.plan.past import PlanEdit
from dialogs.care.warning_signs import Reading
from dialogs.messages import quote

LOOK_BACK = timedelta(days=14)
_VERSIONS = 10
LONGEST_ON_BUTTON = 40


async def show_goals(at: Look) -> None:
    """Show how the client's goals are going, with the days each figure rests on; each opens."""
    since = at.now - LOOK_BACK
    readings = await at.uow.answers.readings(at.client.id, since)
    today = at.today
    goals = at.plan.active_goals
    latest = await at.uow.answers.named(at.client.id, progress.rests_on_latest(goals))
    readings += [one for one in latest if one.at < since]
    lines = [_goal_line(at, goal, readings, today) for goal in goals]
    share = progress.use_free(readings, today=today, zone=at.client.zone, days=LOOK_BACK.days)
    if share.answered:
        words = {"free": share.days, "asked": share.answered, "window": share.of}
        lines.append(at.words.say("commands-goals_use_free", **words))
    title = at.words.say("commands-goals" if goals else "commands-goals_none")
    buttons = [[_goal_button(at, goal)] for goal in goals]
    await card(at, "\n".join([title, "", *lines]).strip(), buttons)


def _goal_line(at: Look, goal: Goal, readings: Sequence[Reading], today: date) -> str:
    line = progress.goal_progress(goal, readings, today=today, zone=at.client.zone).line
    said = at.words.say(f"item-{line.key}", **progress.worded(line, quote(goal.title)))
    return f"• {said}"


def _goal_button(at: Look, goal: Goal) -> Press:
    """Open a goal; one whose day has gone by is asked about."""
    title = quote(goal.title, LONGEST_ON_BUTTON)
    if goal.is_past(at.today):
        return at.press("plan-outcome_of", EDIT, (OUTCOME, Part.GOALS, goal.key), {"title": title})
    return at.press("plan-thing", THING, (Part.GOALS, goal.key), {"line": title})


async def show_history(at: Look, edits: int | None = None) -> None:
    """Show the last versions: who wrote each, when and why, what it changed, who agreed."""
    words = at.words
    versions = await at.uow.plans.latest(at.client.id, _VERSIONS + 1)
    agreed = await at.uow.suggestions.agreements(at.client.id)
    ids = {one.author_id for one in versions if one.author_id is not None}
    people = await at.uow.people.many(ids.union(*agreed.values()))
    lines = [words.say("plan-history_title")]
    first = [] if len(versions) > _VERSIONS else [_first(versions[0])]
    done = [*first, *past.edits(versions)]
    for one in reversed(list(worded(words, people, {p.version: p for p in versions}, done))):
        lines += ["", _headline(at, one), *one.lines]
        if names := [shown_name(people, who) for who in agreed.get(one.edit.version, ())]:
            lines.append(words.say("plan-version_agreed", names=", ".join(names)))
    await card(at, "\n".join(lines), [[at.press("plan-back", PLAN)]], edits)


def _first(plan: Plan) -> PlanEdit:
    """Return the very first version, which was made of nothing."""
    return PlanEdit(plan.version, plan.at, plan.author_id, plan.reason, ())


def _headline(at: Look, one: WordedEdit) -> str:
    day = one.edit.at.astimezone(ZoneInfo(at.reader.zone)).date().isoformat()
    words = {"version": one.edit.version, "date": day, "author": one.author}
    return " · ".join(filter(None, (at.words.say("plan-version", **words), one.reason)))
