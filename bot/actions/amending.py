"""Amending: what becomes of the alerts when a client changes an answer afterwards.

An alert that no longer holds is taken back only if no safety answer is behind it and nobody has
taken it. Every other stays open until a human closes it, and says what was changed. Whoever was
told of an alert is told of its change.
"""

from datetime import datetime

from bot.actions.alerts import raise_alert
from bot.actions.paging import after_change
from bot.actions.telling import tell
from dialogs.care import amending, escalation
from dialogs.care.access import Action
from dialogs.care.escalation import Alert
from dialogs.care.ladders import next_working_moment
from dialogs.care.people import Person
from dialogs.care.second_look import Amendment, SecondLook
from dialogs.care.warning_signs import Tier
from dialogs.errors import AlreadyTaken
from dialogs.playbook import Playbook
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

CHANGED = "answer changed"
"""The reason on the trail."""


async def amend(
    uow: UnitOfWork, playbook: Playbook, client: Person, look: SecondLook, now: datetime
) -> None:
    """Bring the client's open alerts up to date with a change, and raise what is new."""
    for sign in look.raised:
        await raise_alert(uow, playbook, client, sign, now)
    for name, change in look.amended.items():
        before = await uow.alerts.open_sign(client.id, name)
        if before is None:
            continue
        if change.holds or before.safety or before.taken_by is not None:
            await _amend_one(uow, playbook, before, change, now)
        else:
            await _withdraw(uow, playbook, before, now)


async def _amend_one(
    uow: UnitOfWork, playbook: Playbook, before: Alert, change: Amendment, now: datetime
) -> None:
    after = amending.amend(before, change)
    if after == before:
        return
    await _save(uow, before, after, now)
    told = [person_id for person_id, _ in await uow.outbox.pages_of(before.number)]
    for person_id in dict.fromkeys(told):
        await _say(uow, playbook, before, person_id, "alerts-answer_changed", now)


async def _withdraw(uow: UnitOfWork, playbook: Playbook, before: Alert, now: datetime) -> None:
    after = escalation.withdraw(before, now)
    await _save(uow, before, after, now)
    await after_change(uow, playbook, before, after, now)
    paged = await uow.outbox.pages_of(before.number)
    for person_id, message_id in paged:
        about = {"number": before.number}
        reader = await uow.people.get(person_id)
        key = "alerts-was_withdrawn"
        await tell(uow, playbook, reader, key, now=now, words=about, edits=message_id)
    for person_id in dict.fromkeys(person_id for person_id, _ in paged):
        await _say(uow, playbook, before, person_id, "alerts-withdrawn", now)


async def _say(
    uow: UnitOfWork, playbook: Playbook, alert: Alert, person_id: int, key: str, now: datetime
) -> None:
    """Tell one who was paged, at an hour at which the page itself could have come."""
    reader = await uow.people.get(person_id)
    urgent = alert.tier is Tier.NOW
    hours = playbook.ladders.working_hours
    await tell(
        uow,
        playbook,
        reader,
        key,
        now=now,
        lane=Lane.ALERT if urgent else Lane.PROMPT,
        kind="alert_changed",
        words={"number": alert.number},
        about_id=alert.client_id,
        not_before=None if urgent else next_working_moment(hours, reader.zone, now),
    )


async def _save(uow: UnitOfWork, before: Alert, after: Alert, now: datetime) -> None:
    if not await uow.alerts.save(before, after):
        raise AlreadyTaken
    ref = f"alert:{before.number}"
    await uow.trail.note(
        None, "system", Action.RAISE_ALERT, ref, now, client_id=before.client_id, reason=CHANGED
    )
