"""Moving: a record goes on in a new chat, where the account behind the old one is lost.

A chat is known by its account's number and by nothing else: a new account with the same name and
telephone is a stranger. The way back leads through a person who knows them, like the way in.
"""

from dataclasses import replace
from datetime import datetime

import structlog

from bot.actions import asking, climbing
from bot.actions.check_ins import to_plan
from bot.actions.telling import tell
from dialogs.care.people import Person, PersonState
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)


async def freeze(uow: UnitOfWork, playbook: Playbook, person: Person, now: datetime) -> Person:
    """Cut a record off from its chat at once: whoever holds that phone is a stranger from now on.

    An alert that rested on them climbs.

    Returns:
        The person without a chat.

    """
    if person.chat_id is not None:
        await uow.people.leave_card(person.id, person.chat_id)
    person = replace(person, chat_id=None)
    await uow.people.update(person)
    await uow.outbox.cancel(person_id=person.id)
    await climbing.unreachable(uow, playbook, person.id, now)
    return person


async def move(
    uow: UnitOfWork,
    playbook: Playbook,
    inviter: Person,
    newcomer: Person,
    again: int,
    now: datetime,
) -> None:
    """Give a record the chat of the newcomer, who was confirmed; of the newcomer nothing stays."""
    chat_id = newcomer.chat_id
    person = await freeze(uow, playbook, await uow.people.get(again), now)
    await uow.people.update(replace(newcomer, chat_id=None))
    await uow.people.erase(newcomer.id, now)
    person = replace(person, chat_id=chat_id, state=PersonState.ACTIVE)
    await uow.people.update(person)
    await uow.people.reachable(person.id, now)
    log.info("moved to another chat", person=person.id)
    await tell(uow, playbook, inviter, "circle-moved_told", now=now, words=_words(person))
    await tell(uow, playbook, person, "circle-moved", now=now, words=_words(person))
    plan = await uow.plans.current(person.id)
    if plan is not None:
        await uow.check_ins.plan_many(to_plan(person, plan, now))
    session = await uow.sessions.open_for(person.id)
    if session is not None:
        await asking.show_again(uow, playbook, person, session, now)


async def forget_name(uow: UnitOfWork, person: Person) -> None:
    """Forget what somebody is called who has come to be nothing to anybody."""
    if person.name and not await uow.people.memberships(person.id):
        await uow.people.update(replace(person, name=""))


def _words(person: Person) -> dict[str, str | int]:
    return {"name": quote(person.name)}
