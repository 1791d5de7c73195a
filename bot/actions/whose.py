"""Whose: a sponsor or family member wrote words that alarm, and says whom they mean.

If it is a client they support, that client's counselor is told, by an alert that stays among staff:
that it rests on a supporter's words, neither the client nor anybody else around them learns.
"""

from collections.abc import Sequence
from datetime import datetime

from pydantic import JsonValue

from bot.actions.alerts import raise_alert
from bot.actions.telling import tell
from dialogs.care.escalation import AlertState
from dialogs.care.people import Actor, Person, Role
from dialogs.care.warning_signs import TOLD_BY_SUPPORTER, Tier, WarningSign, Why
from dialogs.care.words import Category
from dialogs.engine.session import Session
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

WHOSE = "whose"
"""The dialog in which a supporter says whom they mean."""

ABOUT = "about"
ME, THEM = "me", "them"

_SUPPORT = frozenset({Role.SPONSOR, Role.FAMILY})


async def supported_by(uow: UnitOfWork, actor: Actor) -> list[Person]:
    """Return the clients somebody is a sponsor or family of, by number."""
    ids = {m.client_id for m in actor.memberships if m.role in _SUPPORT and m.client_id is not None}
    found = await uow.people.many(ids)
    return [found[client_id] for client_id in sorted(found)]


def facts(
    playbook: Playbook, person: Person, clients: Sequence[Person], about: Category
) -> dict[str, JsonValue]:
    """Return what the question needs: whom it may be about, named where that is more than one."""
    known: dict[str, JsonValue] = {
        ABOUT: about.value,
        "client": ", ".join(quote(client.name) for client in clients),
    }
    if len(clients) > 1:
        me = playbook.texts.say(person.language, "whose-who.me")
        named: dict[str, str] = {ME: me} | {str(one.id): quote(one.name) for one in clients}
        known["people"] = [{"key": key, "label": label} for key, label in named.items()]
    return known


async def answered(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """Do what follows when a supporter has said whom they mean, or has said nothing.

    Silence is not taken for an all-clear: then each client they support is meant.
    """
    said = next((answer.value for answer in session.answers if answer.kind == "answered"), None)
    if said == ME:
        await tell(uow, playbook, person, "family-crisis_me", now=now)
        return
    clients = await supported_by(uow, await uow.people.actor(person.id))
    meant = [one for one in clients if said in {THEM, str(one.id)}]
    about = str(session.facts.get(ABOUT))
    await tell_of(uow, playbook, person, meant or clients, about, now, sure=bool(meant))


async def tell_of(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    clients: Sequence[Person],
    about: str,
    now: datetime,
    *,
    sure: bool,
) -> None:
    """Raise an alert for these clients, and tell the supporter whether anybody hears of it.

    Args:
        uow: The open unit of work.
        playbook: Ladders and words.
        person: The supporter.
        clients: Whom they mean, or may mean.
        about: What their words were about, as a category of word rules.
        now: The instant at which they said so, or were silent for too long.
        sure: Whether they said whom they mean.

    """
    why = Why("supporter", {"about": about, "sure": "yes" if sure else "no"})
    sign = WarningSign(TOLD_BY_SUPPORTER, Tier.NOW, (why,), (now,), safety=True, staff_only=True)
    alerts = [await raise_alert(uow, playbook, client, sign, now) for client in clients]
    told = any(one is not None and one.state is not AlertState.UNANSWERED for one in alerts)
    names = ", ".join(quote(client.name) for client in clients)
    key = "family-crisis_told" if told else "family-crisis_nobody"
    await tell(uow, playbook, person, key, now=now, words={"client": names})
