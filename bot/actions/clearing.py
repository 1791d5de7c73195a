"""Clearing: the bot takes its own newest messages out of a chat, as far as Telegram lets it."""

from datetime import datetime

from bot.actions import asking
from bot.actions.erasing import SAID_WITHIN
from bot.actions.telling import Press, tell
from dialogs.care.access import CLINIC, Action, authorize
from dialogs.care.people import Actor, Person
from dialogs.errors import StaleReply
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

VERB = "clear"


async def offer(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Say what can be taken out; a tap does it."""
    authorize(actor, Action.CLEAR_CHAT, CLINIC, (), now)
    yes = Press("rights-clear.yes", VERB)
    await tell(uow, playbook, person, "rights-clear", now=now, buttons=[[yes]])


async def take_out(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> list[int]:
    """List the messages to take out, by message id; an open question is asked once more."""
    authorize(actor, Action.CLEAR_CHAT, CLINIC, (), now)
    said = await uow.records.said(person.id, now - SAID_WITHIN)
    await asking.remind_of_question(uow, playbook, person, StaleReply("taken out"), now)
    return said
