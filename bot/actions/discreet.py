"""Discreet: what stands on a locked screen, how staff may reach somebody, and words that prove us.

Somebody may read along on the same telephone. There is no second, false history here, and no code
word that opens one: the true one would stand in the same chat (ADR 0025).
"""

import secrets
from dataclasses import replace
from datetime import datetime

from bot.actions.telling import Press, show_lines
from dialogs.care.access import CLINIC, Action, authorize
from dialogs.care.people import Actor, Person, Reach, Role
from dialogs.errors import StaleReply
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

DISCREET = "discreet"
REACH = "reach"
PHRASE = "phrase"
ANOTHER, NONE = "another", "none"
WORDS_IN_A_PHRASE = 2
_SWITCH = {"on": True, "off": False}


async def show(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    now: datetime,
    *,
    edits: int | None = None,
) -> None:
    """Show what is set, each with a tap that changes it."""
    authorize(actor, Action.SET_DISCRETION, CLINIC, (), now)
    say, language = playbook.texts.say, person.language
    is_client = actor.is_role(Role.CLIENT)
    lines = [say(language, "discreet-card", on="yes" if person.discreet else "no")]
    switch = "off" if person.discreet else "on"
    buttons = [[Press(f"discreet-turn_{switch}", DISCREET, (switch,))]]
    if is_client:
        lines.append(say(language, "discreet-reach", reach=person.reach.value))
        proof = "discreet-phrase" if person.phrase else "discreet-no_phrase"
        lines.append(say(language, proof, phrase=person.phrase))
        others = [one for one in Reach if one is not person.reach]
        buttons += [[Press(f"discreet-reach_{one}", REACH, (one,))] for one in others]
        buttons.append([Press("discreet-phrase_change", PHRASE, (ANOTHER,))])
    lines.append(say(language, "discreet-clear"))
    await show_lines(
        uow, playbook, person, "\n\n".join(lines), now=now, buttons=buttons, edits=edits
    )


async def turn(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    to: str,
    now: datetime,
    *,
    shown_in: int | None = None,
) -> None:
    """Cover, or no longer cover, what comes unasked; the screen says how it is now.

    Raises:
        StaleReply: ``to`` is neither on nor off.

    """
    authorize(actor, Action.SET_DISCRETION, CLINIC, (), now)
    if to not in _SWITCH:
        raise StaleReply("discreet is on or off")
    await _keep(uow, playbook, actor, replace(person, discreet=_SWITCH[to]), now, shown_in)


async def reach(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    how: str,
    now: datetime,
    *,
    shown_in: int | None = None,
) -> None:
    """Note how the people of the team may reach somebody.

    Raises:
        StaleReply: There is no such way.

    """
    authorize(actor, Action.SET_DISCRETION, CLINIC, (), now)
    try:
        chosen = Reach(how)
    except ValueError:
        raise StaleReply("no such way of being reached") from None
    await _keep(uow, playbook, actor, replace(person, reach=chosen), now, shown_in)


async def phrase(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    what: str,
    now: datetime,
    *,
    shown_in: int | None = None,
) -> None:
    """Propose words that stand above what a counselor sends; keep those shown, or keep none.

    Raises:
        StaleReply: These words were not proposed by us.

    """
    authorize(actor, Action.SET_DISCRETION, CLINIC, (), now)
    known = playbook.texts.say(person.language, "words-safe").split()
    if what == NONE:
        await _keep(uow, playbook, actor, replace(person, phrase=""), now, shown_in)
        return
    if what != ANOTHER:
        chosen = what.split(",")
        if len(chosen) != WORDS_IN_A_PHRASE or not all(word.isdigit() for word in chosen):
            raise StaleReply("these words were not proposed")
        numbers = [int(word) for word in chosen]
        if max(numbers) >= len(known):
            raise StaleReply("these words were not proposed")
        kept = " ".join(known[number] for number in numbers)
        await _keep(uow, playbook, actor, replace(person, phrase=kept), now, shown_in)
        return
    drawn = [secrets.randbelow(len(known)) for _ in range(WORDS_IN_A_PHRASE)]
    said = " ".join(known[number] for number in drawn)
    lines = playbook.texts.say(person.language, "discreet-phrase_proposed", phrase=said)
    buttons = [
        [Press("discreet-phrase_keep", PHRASE, (",".join(map(str, drawn)),))],
        [Press("discreet-phrase_another", PHRASE, (ANOTHER,))],
        [Press("discreet-phrase_none", PHRASE, (NONE,))],
    ]
    await show_lines(uow, playbook, person, lines, now=now, buttons=buttons, edits=shown_in)


async def _keep(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    now: datetime,
    shown_in: int | None,
) -> None:
    await uow.people.update(person)
    await show(uow, playbook, actor, person, now, edits=shown_in)
