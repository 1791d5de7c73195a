"""Hearing: words that alarm, whoever wrote them and by whichever road they came.

A client's words are their own: `crisis` raises the alert and asks whether they are safe. Whoever
supports a client is asked whom they mean (`whose`). Everybody has been shown the card by then.
"""

from datetime import datetime

from bot.actions import asking, crisis
from bot.actions import whose as asked_whose
from bot.actions.alerts import raise_alert
from bot.actions.telling import tell
from dialogs.care import words
from dialogs.care.access import CLINIC, Action, Subject, authorize
from dialogs.care.people import SYSTEM, Actor, Person, Role
from dialogs.care.warning_signs import Tier, WarningSign, Why
from dialogs.engine.session import Typed
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork


async def hear(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    said: Typed,
    now: datetime,
    *,
    private: bool = False,
) -> bool:
    """Look for words that alarm in what somebody wrote. Return whether there were any.

    They are read behind earlier ones too. ``private`` words are the client's alone: the alert does
    not repeat them; of forwarded ones it says that somebody else wrote them.

    Whoever is a client and supports another one is heard as a client: their counselor asks further.
    """
    authorize(actor, Action.GET_HELP, CLINIC, (), now)
    if Role.CLIENT in actor.roles_for(person.id):
        return await crisis.screen_words(uow, playbook, person, said, now, private=private)
    found = words.together(crisis.looking(playbook, person.language), said.earlier, said.text)
    if found.action is words.Action.NONE:
        return crisis.is_call(playbook.texts, said.text)
    about = _gravest(found)
    clients = await asked_whose.supported_by(uow, actor)
    if about is None:
        await tell(uow, playbook, person, "family-heavy", now=now)
    elif clients:
        facts = asked_whose.facts(playbook, person, clients, about)
        await asking.begin(uow, playbook, person, asked_whose.WHOSE, now, facts=facts)
    return True


async def put_aside(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, text: str, now: datetime
) -> bool:
    """Raise an alert for a call for help that could not be worked on: no question, no dialog.

    Returns:
        Whether it is anybody's whom a counselor looks after.

    """
    authorize(SYSTEM, Action.RAISE_ALERT, Subject("alert", person.id), (), now)
    found = words.screen(text, person.language, playbook.words)
    if Role.CLIENT in actor.roles_for(person.id):
        if not await uow.consents.of_client(person.id):
            return False
        await raise_alert(uow, playbook, person, _sign_of(found, now), now)
        return True
    about = _gravest(found)
    clients = await asked_whose.supported_by(uow, actor)
    if about is None or not clients:
        return False
    await asked_whose.tell_of(uow, playbook, person, clients, about, now, sure=False)
    return True


async def too_fast(uow: UnitOfWork, playbook: Playbook, person: Person, now: datetime) -> None:
    """Tell somebody kindly that too much came at once, and what of it was not kept."""
    authorize(SYSTEM, Action.GET_HELP, CLINIC, (), now)
    await tell(uow, playbook, person, "errors-too_fast", now=now)


def _gravest(found: words.Screen) -> words.Category | None:
    """Return the gravest thing somebody's words ask us to act on, or None if nothing is grave."""
    acted_on = (hit.category for hit in found.why if hit.action is not words.Action.NONE)
    return next((category for category in acted_on if category in words.GRAVE), None)


def _sign_of(found: words.Screen, now: datetime) -> WarningSign:
    """Make the sign of a call that nobody could ask about: what was written, or ``/sos`` alone."""
    clear = words.sign_of(found, now)
    if clear is not None:
        return clear
    about = _gravest(found)
    said = [hit for hit in found.why if hit.category is about]
    why = tuple(line for hit in said[: words.MOST_QUOTED] for line in words.whys_of(hit))
    return WarningSign(
        sign="sos" if about is None else f"words_{about}",
        tier=Tier.NOW,
        why=why or (Why("sos", {}),),
        readings_at=(now,),
        safety=True,
        staff_only=words.Category.VIOLENCE_ABUSE in found.labels,
    )
