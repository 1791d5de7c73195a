"""Looking back: how the goals are going, and how the plan came to be."""

from collections.abc import Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.actions.plans.screens import ME, PLAN, THING, Look, card
from bot.actions.telling import Press, shown_name
from dialogs.care import progress
from dialogs.care.plan import Goal, comparing
from dialogs.care.plan.editing import Part
from dialogs.care.warning_signs import Reading
from dialogs.messages import quote

LOOK_BACK = timedelta(days=14)
_VERSIONS = 10


async def show_goals(at: Look) -> None:
    """Show how the client's goals are going, with the days each figure rests on; each opens."""
    readings = await at.uow.answers.readings(at.client.id, at.now - LOOK_BACK)
    today = at.now.astimezone(ZoneInfo(at.client.zone)).date()
    goals = at.plan.active_goals
    lines = [_goal_line(at, goal, readings, today) for goal in goals]
    share = progress.use_free(readings, today=today, zone=at.client.zone, days=LOOK_BACK.days)
    if share.answered:
        words = {"free": share.days, "asked": share.answered, "window": share.of}
        lines.append(at.words.say("commands-goals_use_free", **words))
    title = at.words.say("commands-goals" if goals else "commands-goals_none")
    buttons = [
        [Press("plan-thing", THING, (ME, Part.GOALS, goal.key), {"line": quote(goal.title, 60)})]
        for goal in goals
    ]
    await card(at, "\n".join([title, "", *lines]).strip(), buttons)


def _goal_line(at: Look, goal: Goal, readings: Sequence[Reading], today: date) -> str:
    line = progress.goal_progress(goal, readings, today=today, zone=at.client.zone).line
    words = {"title": quote(goal.title), "target": 0, **line.args}
    return at.words.say(f"commands-{line.key}", **words)


async def show_history(at: Look, edits: int | None = None) -> None:
    """Show the last versions: who wrote each, when, what it changed, who agreed."""
    words = at.words
    versions = await at.uow.plans.history(at.client.id)
    agreed = await at.uow.suggestions.agreements(at.client.id)
    ids = {one.author_id for one in versions if one.author_id is not None}
    people = await at.uow.people.many(ids.union(*agreed.values()))
    lines = [words.say("plan-history_title")]
    pairs = list(zip([None, *versions], versions, strict=False))
    for before, after in reversed(pairs[-_VERSIONS:]):
        author = words.say("plan-by_bot")
        if after.author_id is not None:
            author = shown_name(people, after.author_id)
        day = after.at.astimezone(ZoneInfo(at.reader.zone)).date().isoformat()
        lines += ["", words.say("plan-version", version=after.version, date=day, author=author)]
        if before is not None:
            found = comparing.differences(before, after)
            lines += [words.difference(one, after) for one in found]
        if names := [shown_name(people, one) for one in agreed.get(after.version, ())]:
            lines.append(words.say("plan-version_agreed", names=", ".join(names)))
    await card(at, "\n".join(lines), [[Press("plan-back", PLAN, (at.whose,))]], edits)
