"""Previews: word for word what somebody would get, before a client says yes to it.

The words come from where the message itself will come from, in its reader's language; where that is
not the client's, it is shown in theirs as well. Where there is nothing yet to tell, an example
stands in its place and is called one.
"""

import hashlib
from datetime import datetime

from bot.actions.circle import updates
from bot.actions.disclosing import of_the_law, with_notice
from bot.actions.staff_cards import how_to_reach
from dialogs.care.circle import WEEKLY
from dialogs.care.consent import Category
from dialogs.care.people import Person, Role
from dialogs.care.plan import Plan
from dialogs.care.weekly import Told
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

TEXT_VERSION = "3"
"""Of what a client reads before a yes to sharing; a grant keeps it, with a hash of the words."""

_EXAMPLES: dict[Category, dict[str, int | str]] = {
    Category.PRESENCE: {"days": 5},
    Category.MOOD: {"about": 6},
    Category.CRAVINGS: {"about": 3},
    Category.USE: {"days": 5},
    Category.MEDICATION: {"days": 6},
}


async def preview(
    uow: UnitOfWork,
    playbook: Playbook,
    client: Person,
    reader: Person,
    role: Role,
    category: Category,
    now: datetime,
) -> str:
    """Word what a reader would get of one kind of thing, in the reader's language.

    Returns:
        The message as it would stand in their chat, with its notice; for a counselor what they
        would see again.

    """
    say, language = playbook.texts.say, reader.language
    client_words = {"client": quote(client.name)}
    if role is Role.COUNSELOR:
        what = say(client.language, f"commands-category_{category}")
        return say(
            client.language, "circle-counselor_would_see", name=quote(reader.name), what=what
        )
    if category is Category.ALERTS:
        page = say(language, "alerts-page", number=1)
        card = say(language, "alerts-card_sponsor", number=1, state="raised", **client_words)
        more = (*how_to_reach(playbook, reader, client), *of_the_law(playbook, reader, client))
        return "\n\n".join((page, card, *more))
    if category is Category.MILESTONES:
        plan = await uow.plans.current(client.id)
        words = {**client_words, "milestone": _milestone(playbook, language, plan)}
        return with_notice(playbook, reader, client, say(language, "family-milestone", **words))
    assert category in WEEKLY, "nothing else is offered"
    lines = await updates.lines_of(uow, client, {category}, now) or _example(
        playbook, language, category
    )
    told = [updates.line(playbook, language, one) for one in lines]
    return with_notice(playbook, reader, client, updates.worded(playbook, language, client, told))


async def is_example(
    uow: UnitOfWork, client: Person, role: Role, category: Category, now: datetime
) -> bool:
    """Tell whether a preview shows an example: there is nothing of that kind to tell yet."""
    if role is Role.COUNSELOR or category not in WEEKLY:
        return category is Category.ALERTS
    return not await updates.lines_of(uow, client, {category}, now)


def fingerprint(words: str) -> str:
    """Return by what a text is known that a client says yes to, as 64 hex digits."""
    return hashlib.sha256(words.encode()).hexdigest()


def _milestone(playbook: Playbook, language: str, plan: Plan | None) -> str:
    if plan is None or not plan.milestones:
        return playbook.texts.say(language, "circle-example_milestone")
    return quote(plan.milestones[0].words)


def _example(playbook: Playbook, language: str, category: Category) -> list[Told]:
    if category is Category.GOALS:
        title = playbook.texts.say(language, "circle-example_goal")
        return [Told(category, "family-week_goal_yes_no", {"title": title, "done": 4})]
    if category is Category.PLAN:
        skills = playbook.texts.say(language, "circle-example_skills")
        return [Told(category, "family-week_plan", {"skills": skills})]
    return [Told(category, f"family-week_{category}", _EXAMPLES[category])]
