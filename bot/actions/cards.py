"""Cards: what somebody reads about a plan, a circle or an alert when they ask for it.

Each card is asked for by the person who reads it, so it may hold health words; it holds only what
the policy and the client's grants let this reader see.
"""

from datetime import datetime, timedelta

from bot.actions.telling import leave, tell
from dialogs.care.access import CLINIC, Action, authorize
from dialogs.care.people import Actor, Person, Role
from dialogs.messages import Message
from dialogs.playbook import Playbook
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

LOOK_BACK = timedelta(days=14)

_HELP = {
    Role.CLIENT: "client",
    Role.COUNSELOR: "counselor",
    Role.SPONSOR: "supporter",
    Role.FAMILY: "supporter",
    Role.ADMIN: "admin",
}


async def show(uow: UnitOfWork, person: Person, text: str, now: datetime) -> None:
    """Leave a card that was asked for; it cannot be forwarded."""
    message = Message(text, protect=True)
    await leave(uow, person, message, lane=Lane.REPLY, kind="card", now=now)


async def say(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, key: str, now: datetime
) -> None:
    """Say a small sentence to whoever wrote."""
    authorize(actor, Action.GET_HELP, CLINIC, (), now)
    await tell(uow, playbook, person, key, now=now)


def help_card(playbook: Playbook, actor: Actor, language: str) -> str:
    """Word what this person can do here, by what they are to whom."""
    for role, key in _HELP.items():
        if actor.is_role(role):
            return playbook.texts.say(language, f"commands-help_{key}")
    return playbook.texts.say(language, "commands-help_stranger")
