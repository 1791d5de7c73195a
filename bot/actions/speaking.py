"""Speaking: which language somebody reads, and how they change it."""

from dataclasses import replace
from datetime import datetime

from bot.actions import asking
from bot.actions.telling import Press, tell
from dialogs.care.access import CLINIC, Action, authorize
from dialogs.care.people import Actor, Person
from dialogs.errors import StaleReply
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

SPEAK = "speak"


async def offer(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Say which language is spoken here, and offer each of the others in its own words."""
    authorize(actor, Action.SET_LANGUAGE, CLINIC, (), now)
    others = [
        (Press("language-name", SPEAK, (language,), language=language),)
        for language in playbook.texts.languages
        if language != person.language
    ]
    await tell(uow, playbook, person, "commands-language", now=now, buttons=others)


async def speak(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    language: str,
    now: datetime,
) -> None:
    """Speak another language from now on; a question that is open is asked again in it.

    Raises:
        StaleReply: It is not spoken here (any more).

    """
    authorize(actor, Action.SET_LANGUAGE, CLINIC, (), now)
    if language not in playbook.texts.languages:
        raise StaleReply("no such language")
    known = replace(person, language=language)
    await uow.people.update(known)
    await tell(uow, playbook, known, "commands-language_set", now=now)
    running = await uow.sessions.open_for(person.id)
    if running is not None:
        await asking.show_again(uow, playbook, known, running, now)
