"""Good news that wait: their client sends them at once, or keeps them, before anybody has heard."""

from datetime import datetime

from bot.actions.news import heard_at, told
from bot.actions.telling import tell
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.consent import Category
from dialogs.care.people import Actor, Person
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork


async def send(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    key: str,
    now: datetime,
    *,
    shown_in: int | None = None,
) -> None:
    """Let the news of a milestone leave now, or as soon as its reader's quiet hours are over."""
    authorize(actor, Action.KEEP_PRIVATE, Subject(Category.MILESTONES, person.id), (), now)
    sent = False
    for grant in await uow.consents.of_client(person.id):
        reader = await uow.people.get(grant.recipient_id)
        sent |= await uow.outbox.hasten(told(grant, key), heard_at(reader, now))
    answer = "commands-reached_sent" if sent else "commands-reached_over"
    await tell(uow, playbook, person, answer, now=now, edits=shown_in)


async def keep(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    key: str,
    now: datetime,
    *,
    shown_in: int | None = None,
) -> None:
    """Take the news of a milestone back from everybody it waits for; they never hear of it."""
    authorize(actor, Action.KEEP_PRIVATE, Subject(Category.MILESTONES, person.id), (), now)
    kept = False
    for grant in await uow.consents.of_client(person.id):
        kept |= await uow.outbox.take_back(told(grant, key))
    answer = "commands-reached_kept" if kept else "commands-reached_over"
    await tell(uow, playbook, person, answer, now=now, edits=shown_in)
