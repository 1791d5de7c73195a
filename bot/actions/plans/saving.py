"""Saving: a plan's next version, and what follows from it: what is asked when, and who is told.

Today's check-in is neither asked twice nor lost; what is no longer in the plan is not asked again.
"""

from dataclasses import replace
from datetime import datetime

from bot.actions import booking, follow_ups
from dialogs.care.access import Action
from dialogs.care.people import Person, Role
from dialogs.care.plan import Plan, dates
from storage.unit_of_work import UnitOfWork


async def save(
    uow: UnitOfWork,
    client: Person,
    before: Plan,
    after: Plan,
    reason: str,
    author: Person | None,
    now: datetime,
) -> Plan:
    """Save the next version of a plan, and book what it asks for.

    Args:
        uow: The open unit of work.
        client: Whose plan.
        before: The version that holds.
        after: What is to hold.
        reason: Why, as a text key without its ``plan-reason_``.
        author: Who wrote it; None: the bot, from what both agreed on.
        now: The instant.

    Returns:
        The plan with its version.

    """
    written = replace(after, author_id=author.id if author else None, reason=reason, at=now)
    saved = await uow.plans.save(written)
    own = author is not None and author.id == client.id
    role = Role.CLIENT if own else Role.COUNSELOR
    await uow.trail.note(
        author.id if author else None,
        role,
        Action.EDIT_OWN_PLAN if own else Action.EDIT_PLAN,
        f"plan:{saved.version}",
        now,
        client_id=client.id,
    )
    if author is not None:
        await uow.suggestions.agree_to_version(client.id, saved.version, author.id, now)
    await _book(uow, client, before, saved, now)
    return saved


async def _book(uow: UnitOfWork, client: Person, before: Plan, after: Plan, now: datetime) -> None:
    old = {one.key: one for one in dates.schedules(before)}
    new = {one.key: one for one in dates.schedules(after)}
    for key in old.keys() - new.keys():
        await uow.check_ins.unplan(client.id, key)
    for gone in {one.reading for one in before.medicines} - {
        one.reading for one in after.medicines
    }:
        await uow.check_ins.unplan(client.id, follow_ups.schedule_of("medication", gone))
    for key, schedule in new.items():
        if old.get(key) != schedule:
            await booking.book_anew(uow, client, schedule, now)
