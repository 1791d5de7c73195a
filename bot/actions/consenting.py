"""Consenting: what somebody chose at the door, and what is shared from then on.

What the counselor sees is one grant, which names the text that was agreed to.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time

from bot.actions.check_ins import to_plan
from dialogs.care.access import Action
from dialogs.care.consent import Category, Grant
from dialogs.care.people import Person, Role
from dialogs.care.plan import starter_plan
from dialogs.engine.events import Value
from dialogs.engine.session import Session
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

CONSENT_TEXT = "welcome-consent"
"""The text a client says yes to; a grant holds its version and hash."""

CONSENT_VERSION = "1"
EVENING = time(20, 0)


async def welcomed(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> Person:
    """Take up what a client chose at the door: nothing of it holds without their yes.

    Returns:
        The person as they are now known.

    """
    if session.dialog != "welcome":
        return await _supporter_welcomed(uow, person, session, now)
    answers = {answer.name: answer.value for answer in session.answers if answer.name}
    if answers.get("consent") != "agree":
        await uow.people.leave(person.id, person.id, Role.CLIENT, now)
        return person
    person = _as_chosen(playbook, person, answers)
    await uow.people.update(person)
    await _grant_counselors(uow, playbook, person, now)
    at = time.fromisoformat(str(answers.get("check_in_time") or EVENING.isoformat("minutes")))
    plan = await uow.plans.save(starter_plan(person.id, at, now, person.id))
    await uow.check_ins.plan_many(to_plan(person, plan, now))
    await uow.trail.note(person.id, Role.CLIENT, Action.GRANT, f"person:{person.id}", now)
    return person


def _as_chosen(playbook: Playbook, person: Person, answers: Mapping[str, Value]) -> Person:
    """Return the person with name, language and country as they answered, if we know those."""
    name, language, country = (answers.get(key) for key in ("name", "language", "country"))
    code = playbook.helplines.code_of(country) if isinstance(country, str) else None
    return replace(
        person,
        name=name if isinstance(name, str) else person.name,
        language=language if isinstance(language, str) else person.language,
        country=code or person.country,
    )


async def _grant_counselors(
    uow: UnitOfWork, playbook: Playbook, person: Person, now: datetime
) -> None:
    """Write down the default grant that the consent text has just shown."""
    text = playbook.texts.say(person.language, CONSENT_TEXT)
    for member in await uow.people.members_of(person.id):
        if member.role is not Role.COUNSELOR:
            continue
        await uow.consents.grant(
            Grant(
                id=0,
                client_id=person.id,
                recipient_id=member.person_id,
                categories=frozenset(Category),
                purpose="care",
                since=now,
                until=None,
                revoked_at=None,
                text_version=CONSENT_VERSION,
                text_hash=hashlib.sha256(text.encode()).hexdigest(),
            ),
            now,
            by=person.id,
        )


async def _supporter_welcomed(
    uow: UnitOfWork, person: Person, session: Session, now: datetime
) -> Person:
    accepted = any(a.name == "accept" and a.value == "accept" for a in session.answers)
    if accepted:
        return person
    for member in await uow.people.memberships(person.id):
        if member.role in {Role.SPONSOR, Role.FAMILY}:
            await uow.people.leave(person.id, member.client_id, member.role, now)
    return person
