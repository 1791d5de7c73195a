"""Consenting: what somebody chose at the door, and what is shared from then on.

What the counselor sees is one grant, which names the texts that were agreed to, as they were shown.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.actions import asking, follow_ups, leaving
from bot.actions.check_ins import to_plan
from bot.actions.circle import lessons
from bot.actions.placing import WELCOME
from bot.actions.telling import tell
from dialogs.care.access import Action
from dialogs.care.consent import CARE, Category, Grant
from dialogs.care.people import Person, Role
from dialogs.care.plan import starter_plan
from dialogs.care.zones import check_zone
from dialogs.engine import screens
from dialogs.engine.events import Answered, Value
from dialogs.engine.session import Session, Turn
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

CONSENT = "consent"
"""The question a client says yes to; a grant holds the version and hash of what it showed."""

CONSENT_VERSION = "2"
EVENING = time(20, 0)
INTAKE_AFTER = timedelta(hours=20)
"""How long after the welcome the first conversation is offered: not the same evening."""


async def heard(uow: UnitOfWork, playbook: Playbook, person: Person, turn: Turn) -> Person:
    """Take up language and country at once: the next question is worded and offered by them.

    They are all that is kept of somebody who has not said yes.
    """
    asked = {event.name for event in turn.events if isinstance(event, Answered)}
    if turn.session.dialog != WELCOME or not asked & {"language", "country"}:
        return person
    answers = _answers(turn.session)
    language, country = answers.get("language"), answers.get("country")
    known = replace(
        person,
        language=language if isinstance(language, str) else person.language,
        country=playbook.helplines.code_of(country) if isinstance(country, str) else person.country,
    )
    if known != person:
        await uow.people.update(known)
    return known


async def welcomed(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> Person:
    """Take up what a client chose at the door: nothing of it holds without their yes.

    Returns:
        The person as they are now known.

    """
    answers = _answers(session)
    if answers.get(CONSENT) != "agree":
        await leaving.not_now(uow, playbook, person, session, now)
        return person
    shown = await _shown(uow, playbook, person, session)
    person = _as_chosen(person, answers)
    await uow.people.update(person)
    await _grant_counselors(uow, person, shown, now)
    at = time.fromisoformat(str(answers.get("check_in_time") or EVENING.isoformat("minutes")))
    plan = await uow.plans.save(starter_plan(person.id, at, now, person.id))
    await uow.check_ins.plan_many(to_plan(person, plan, now))
    await follow_ups.ask(uow, playbook, person, "intake", now + INTAKE_AFTER)
    await uow.trail.note(person.id, Role.CLIENT, Action.GRANT, f"person:{person.id}", now)
    return person


async def supporter_welcomed(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """Take up a supporter's yes or "not now": both hear of it, the client in one line."""
    client_id = session.facts.get(leaving.CLIENT_ID)
    if _answers(session).get("accept") != "accept":
        await leaving.declined(uow, playbook, person, session, now)
    elif isinstance(client_id, int):
        client = await uow.people.get(client_id)
        await uow.circle.keep(client_id, person.id)
        await lessons.start(uow, person, now)
        key = f"commands-accepted_{session.dialog.removesuffix('_welcome')}"
        await tell(uow, playbook, person, key, now=now, words={"client": quote(client.name)})
        await leaving.tell_client(uow, playbook, client, person, "accepted", now)


def _answers(session: Session) -> Mapping[str, Value]:
    return {answer.name: answer.value for answer in session.answers if answer.name}


async def _shown(uow: UnitOfWork, playbook: Playbook, person: Person, session: Session) -> str:
    """Word again all that was shown with the question: who reads what, the limits, the buttons."""
    player = await asking.player_for(uow, playbook, session)
    texts = playbook.texts_of(player.fingerprint)
    return screens.shown_at(texts, person.language, player, session, CONSENT)


def _as_chosen(person: Person, answers: Mapping[str, Value]) -> Person:
    """Return the person with the name and the clock that they gave; without one, the clinic's."""
    name, zone = answers.get("name"), answers.get("zone")
    return replace(
        person,
        name=name if isinstance(name, str) else person.name,
        zone=check_zone(zone) if isinstance(zone, str) else person.zone,
    )


async def _grant_counselors(uow: UnitOfWork, person: Person, shown: str, now: datetime) -> None:
    """Write down the default grant, with the texts exactly as they have just been shown."""
    for member in await uow.people.members_of(person.id):
        if member.role is not Role.COUNSELOR:
            continue
        await uow.consents.grant(
            Grant(
                id=0,
                client_id=person.id,
                recipient_id=member.person_id,
                categories=frozenset(Category),
                purpose=CARE,
                since=now,
                until=None,
                revoked_at=None,
                text_version=CONSENT_VERSION,
                text_hash=hashlib.sha256(shown.encode()).hexdigest(),
            ),
            now,
            by=person.id,
        )
