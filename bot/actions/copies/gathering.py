"""Gathering: everything a client has a right to have, read in one unit of work.

What staff wrote to an alert for each other is not in it, that belongs to the clinic's own record;
nor is what somebody close has told in confidence.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.actions import looked
from bot.actions.looked import Glance
from bot.actions.telling import Press, tell
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.consent import Grant
from dialogs.care.escalation import Alert
from dialogs.care.people import Actor, Membership, Person
from dialogs.care.plan import Plan
from dialogs.care.suggestions import Suggestion
from dialogs.care.warning_signs import TOLD_BY_SUPPORTER
from dialogs.playbook import Playbook
from storage.check_ins import CheckIn
from storage.outbox import Disclosure
from storage.records import Kept
from storage.unit_of_work import UnitOfWork

EVER = datetime(2000, 1, 1, tzinfo=UTC)
"""Before anything was kept."""

MAKE = "copy"
"""The verb of the button that makes a copy."""


@dataclass(frozen=True, slots=True)
class Copy:
    """All that is kept of one client, at one moment (UTC); every list is oldest first.

    ``names`` are the first names of everybody it speaks of, by number.
    """

    person: Person
    made_at: datetime
    answers: tuple[Kept, ...]
    plans: tuple[Plan, ...]
    suggestions: tuple[Suggestion, ...]
    check_ins: tuple[CheckIn, ...]
    alerts: tuple[Alert, ...]
    circle: tuple[Membership, ...]
    grants: tuple[Grant, ...]
    disclosures: tuple[Disclosure, ...]
    looks: tuple[Glance, ...]
    names: Mapping[int, str]


async def offer(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Say what a copy holds and that it will lie in the chat; a tap makes it."""
    authorize(actor, Action.EXPORT, Subject("records", person.id), (), now)
    button = Press("rights-export.make", MAKE)
    await tell(uow, playbook, person, "rights-export", now=now, buttons=[[button]])


async def gather(uow: UnitOfWork, actor: Actor, client_id: int, now: datetime) -> Copy:
    """Read all that is kept of a client; that it was read is on their trail.

    Raises:
        NotAllowed: It is neither theirs nor the command line that asks.
        LookupError: There is nobody of this number.

    """
    authorize(actor, Action.EXPORT, Subject("records", client_id), (), now)
    person = await uow.people.get(client_id)
    circle = await uow.people.members_of(client_id)
    looks = await looked.looks(uow, client_id)
    disclosures = await uow.outbox.disclosures(client_id, EVER)
    ids = {one.person_id for one in circle} | {one.recipient_id for one in disclosures}
    names = await uow.people.many(ids | {one.person_id for one in looks})
    alerts = await uow.alerts.of_client(client_id, EVER)
    copy = Copy(
        person,
        now,
        tuple(await uow.records.answers(client_id)),
        tuple(await uow.plans.history(client_id)),
        tuple(await uow.suggestions.of_client(client_id, EVER)),
        tuple(await uow.check_ins.for_client(client_id, EVER)),
        tuple(one for one in alerts if one.sign != TOLD_BY_SUPPORTER),
        circle,
        tuple(await uow.consents.of_client(client_id)),
        tuple(disclosures),
        tuple(looks),
        {one: someone.name for one, someone in names.items()},
    )
    role = "system" if actor.system else "client"
    ref = f"person:{client_id}"
    await uow.trail.note(actor.person_id, role, Action.EXPORT, ref, now, client_id=client_id)
    return copy
