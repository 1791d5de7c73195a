"""Crisis: the ordinary road behind the lifeline, which has answered already.

The card with people and numbers has left through `bot/telegram/lifeline.py`, before any of this.
Here the person is asked whether they are safe, and words that alarm reach a human. Both are for
clients who have agreed to be in somebody's care; the card tells all others that nobody watches.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from pydantic import JsonValue

from bot.actions import asking, bringing, reaching
from bot.actions.alerts import raise_alert
from bot.actions.beats import AT_ONCE
from bot.actions.judging import BEHIND, STAFF_ONLY
from bot.actions.telling import tell
from dialogs.care import words
from dialogs.care.access import CLINIC, Action, Subject, authorize
from dialogs.care.people import SYSTEM, Actor, Person, Role
from dialogs.care.plan import Plan
from dialogs.care.warning_signs import Tier, Why
from dialogs.care.word_rules import Category
from dialogs.engine.session import Typed
from dialogs.playbook import Playbook
from dialogs.texts import Texts
from storage.claims import Due
from storage.unit_of_work import UnitOfWork

SOS, ASKED, ASKED_GENTLY = "sos", "asked", "asked_gently"

LIFE = words.GRAVE | {Category.HOPELESS}
"""What is asked about straight out; silence for ten minutes is heard as a call for help."""

_COMMAND = re.compile(r"/sos(@\w+)?(\s|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lifelines:
    """What one client's crisis card is made of, to be kept where no database is needed.

    ``supporter`` is named only where there is no ``counselor`` to tell.
    """

    client: Person
    plan: Plan
    counselor: str | None
    supporter: str | None


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
    return looking(playbook, language)(text).action is not words.Action.NONE


async def screen_words(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    typed: Typed,
    now: datetime,
    *,
    private: bool = False,
) -> bool:
    """Look for words that alarm in what a client wrote. Return whether there were any.

    Clear words raise an alert; unclear ones, and calls for help, are asked about. None of them is
    ever dismissed in silence. What was written in ``private`` is not quoted to anybody, nor is
    what came to light only behind earlier messages: one of those may have been. Of forwarded words
    the alert says that somebody else wrote them first.
    """
    look = looking(playbook, person.language)
    found = words.together(look, typed.earlier, typed.text)
    calls = is_call(playbook.texts, typed.text)
    if found.action is words.Action.NONE and not calls:
        return False
    if not await _is_in_care(uow, person):
        return False
    facts: dict[str, JsonValue] = {STAFF_ONLY: Category.VIOLENCE_ABUSE in found.labels}
    dialog = SOS if calls else _question(found)
    sign = words.sign_of(found, now)
    if sign is not None:
        hidden = private or look(typed.text) != found
        said = (Why("private_words", {}),) if hidden else sign.why
        origin = (Why("forwarded", {}),) if typed.forwarded else ()
        told = replace(sign, why=(*said, *origin))
        if await raise_alert(uow, playbook, person, told, now) is not None:
            facts[BEHIND] = sign.sign
        if sign.tier is Tier.NOW:
            dialog = SOS
        else:
            await tell(uow, playbook, person, "alerts-told_today", now=now)
    await _ask(uow, playbook, person, now, dialog, facts)
    return True


def looking(playbook: Playbook, language: str) -> Callable[[str], words.Screen]:
    """Return what screens one text in this language, by the rules and a model if there is one."""
    return lambda text: words.screen(text, language, playbook.words, playbook.near)


def _question(found: words.Screen) -> str:
    """Choose what to ask about unclear words: straight out where a life may depend on it.

    Whoever writes of violence alone is asked whether they are safe, not whether they want to die.
    """
    asked = {hit.category for hit in found.why if hit.action is not words.Action.NONE}
    if asked & LIFE == {Category.VIOLENCE_ABUSE}:
        return SOS
    return ASKED if asked & LIFE else ASKED_GENTLY


async def cards_due(uow: UnitOfWork, now: datetime) -> dict[int, Lifelines | None]:
    """Return what belongs on the cards on which something has changed, a handful at once.

    Returns:
        By client; None where what belongs on it cannot be read.

    """
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)
    due = await uow.plans.without_card(now, AT_ONCE)
    clients, plans = await uow.people.many(due), await uow.plans.current_many(due)
    found: dict[int, Lifelines | None] = dict.fromkeys(due)
    for one in due:
        if one in clients and one in plans:
            told = await _first_told(uow, one, now)
            instead = None if told else await _first_supporter(uow, plans[one], now)
            found[one] = Lifelines(clients[one], plans[one], told, instead)
    return found


async def cards_stuck(uow: UnitOfWork, now: datetime) -> int:
    """Count the cards that could not be written when it was last tried."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)
    return len(await uow.stuck.of(Due.CARD))


async def old_cards(uow: UnitOfWork, now: datetime) -> dict[int, bytes]:
    """Return the names of cards left behind by people who were erased, by their number."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)
    return await uow.people.old_cards(AT_ONCE)


async def cards_done(
    uow: UnitOfWork,
    written: Mapping[int, Lifelines],
    failed: Iterable[int],
    destroyed: Iterable[int],
    now: datetime,
) -> int:
    """Note which cards are as they should be; one that changed meanwhile is written again.

    Args:
        uow: The open unit of work.
        written: What now stands on cards, by client.
        failed: Whose card could not be written: it waits a little, and holds up no other.
        destroyed: Of whose card nothing is left.
        now: The instant of the beat.

    Returns:
        How many need not be looked at again now: what failed waits, and others come first.

    """
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)
    failures = await uow.stuck.of(Due.CARD)
    right = await cards_due(uow, now)
    done = [one for one, card in written.items() if right.get(one) == card]
    for client_id in done:
        await uow.plans.card_written(client_id, now)
        if str(client_id) in failures:
            await uow.stuck.works(Due.CARD, str(client_id))
    behind = list(failed)
    for client_id in behind:
        times = failures.get(str(client_id), 0) + 1
        await uow.stuck.put_behind(Due.CARD, str(client_id), times, now)
    gone = list(destroyed)
    for person_id in gone:
        await uow.people.card_destroyed(person_id)
    return len(done) + len(behind) + len(gone)


async def _first_told(uow: UnitOfWork, client_id: int, now: datetime) -> str | None:
    """Return the name of the first of staff who would be told, as the card promises it."""
    told = await reaching.first_told(uow, client_id, now)
    return None if told is None else told.name


async def _first_supporter(uow: UnitOfWork, plan: Plan, now: datetime) -> str | None:
    told = await reaching.first_supporter(uow, plan, now)
    return None if told is None else told.name


async def _is_in_care(uow: UnitOfWork, person: Person) -> bool:
    return await uow.plans.current(person.id) is not None


async def _ask(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    now: datetime,
    dialog: str = SOS,
    because: Mapping[str, JsonValue] | None = None,
) -> None:
    name = await _first_told(uow, person.id, now) or await bringing.counselor_name(uow, person)
    facts: dict[str, JsonValue] = {STAFF_ONLY: False, **(because or {})}
    if name:
        facts["counselor"] = name
    await asking.begin(uow, playbook, person, dialog, now, facts=facts)
