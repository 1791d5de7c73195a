"""Taking back: grants end, and what waits to be sent under them goes, in the same instant.

It is asked for by the client, and follows where a supporter leaves: whoever comes back one day
begins with nothing.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.actions import climbing
from dialogs.care.access import Action
from dialogs.care.consent import Category, Grant
from dialogs.care.people import Role
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork


async def take_back(
    uow: UnitOfWork,
    playbook: Playbook,
    client_id: int,
    person_id: int,
    held: Iterable[Grant],
    kinds: Iterable[Category],
    by: int,
    now: datetime,
) -> None:
    """Take kinds of things back from somebody, with whatever of them waits to be sent."""
    gone = frozenset(kinds)
    for grant in held:
        left = grant.categories - gone
        if not left:
            await uow.consents.revoke(grant.id, now, by)
        elif left != grant.categories:
            await uow.consents.change("narrowed", replace(grant, categories=left), now, by)
    for kind in gone:
        await uow.outbox.cancel(person_id=person_id, about_id=client_id, category=kind.value)
    ref = f"person:{person_id}"
    role = Role.CLIENT if by == client_id else "supporter"
    await uow.trail.note(by, role, Action.REVOKE, ref, now, client_id=client_id)
    if Category.ALERTS in gone:
        await climbing.passed_over(uow, playbook, person_id, client_id, now)
