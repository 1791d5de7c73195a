"""Crisis: the ordinary road behind the lifeline, which has answered already.

The card with people and numbers has left through `bot/telegram/lifeline.py`, before any of this.
Here the person is asked whether they are safe, and words that alarm reach a human. Both are for
clients who have agreed to be in somebody's care; the card tells all others that nobody watches.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from pydantic import JsonValue

from bot.actions import asking
from bot.actions.alerts import raise_alert
from dialogs.care import words
from dialogs.care.access import CLINIC, Action, Subject, authorize
from dialogs.care.people import SYSTEM, Actor, Person, Role
from dialogs.care.plan import Plan
from dialogs.care.word_rules import Category
from dialogs.playbook import Playbook
from dialogs.texts import Texts
from storage.unit_of_work import UnitOfWork

SOS = "sos"
STAFF_ONLY = "staff_only"
"""The fact that keeps whatever comes of a question from sponsors and family."""

AT_ONCE = 50

_COMMAND = re.compile(r"/sos(@\w+)?(\s|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lifelines:
    """What one client's crisis card is made of, to be kept where no database is needed."""

    client: Person
    plan: Plan
    counselor: str | None


async def sos(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Ask a client whether they are safe; for everybody else the card was all there is."""
    authorize(actor, Action.SHOW_SOS, Subject("crisis", person.id), (), now)
    if Role.CLIENT in actor.roles_for(person.id) and await _is_in_care(uow, person):
        await _ask(uow, playbook, person, now)


def is_call(texts: Texts, text: str) -> bool:
    """Tell whether somebody asks for help at once: ``/sos``, or words like "help me" alone."""
    plain = text.strip(" \n\t.!?¡¿").casefold()
    return bool(_COMMAND.match(text)) or any(
        plain in texts.listed(language, "lifeline-words") for language in texts.languages
    )


def alarms(playbook: Playbook, text: str, language: str) -> bool:
    """Tell whether a text, of whatever kind, holds words that are not to be passed over."""
    return words.screen(text, language, playbook.words).action is not words.Action.NONE


async def screen_words(
    uow: UnitOfWork, playbook: Playbook, person: Person, text: str, now: datetime
) -> bool:
    """Look for words that alarm in what a client wrote. Return whether there were any.

    Clear words raise an alert; unclear ones, and calls for help, are asked about. None of them is
    ever dismissed in silence.
    """
    found = words.screen(text, person.language, playbook.words)
    if found.action is words.Action.NONE and not is_call(playbook.texts, text):
        return False
    if not await _is_in_care(uow, person):
        return False
    sign = words.sign_of(found, now)
    if sign is not None:
        await raise_alert(uow, playbook, person, sign, now)
    await _ask(uow, playbook, person, now, staff_only=Category.VIOLENCE_ABUSE in found.labels)
    return True


async def cards_due(uow: UnitOfWork, now: datetime) -> list[Lifelines]:
    """Return what belongs on the cards of those whose plan has changed.

    They count as written in the same unit of work: a card that cannot be written must undo it.
    """
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)
    found = []
    for client_id, plan in (await uow.plans.without_card(AT_ONCE)).items():
        client = await uow.people.get(client_id)
        found.append(Lifelines(client, plan, await asking.counselor_name(uow, client)))
        await uow.plans.card_written(client_id, now)
    return found


async def _is_in_care(uow: UnitOfWork, person: Person) -> bool:
    return await uow.plans.current(person.id) is not None


async def _ask(
    uow: UnitOfWork, playbook: Playbook, person: Person, now: datetime, *, staff_only: bool = False
) -> None:
    name = await asking.counselor_name(uow, person)
    facts: dict[str, JsonValue] = {STAFF_ONLY: staff_only}
    if name:
        facts["counselor"] = name
    await asking.start(uow, playbook, person, SOS, now, facts=facts)
