"""Bundling: many alerts for one person are few messages, but a safety alert is always its own.

What is for somebody's day, and has come together by the time it leaves (`pacing`), is one message.
Of what cannot wait and is no safety answer, the first of each client is its own; more
of the same client, waiting behind it in a flood, are one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from bot.actions.paging import PAGE
from bot.actions.reaching import gone
from bot.actions.telling import Press, rows
from dialogs.care import escalation
from dialogs.care.escalation import Alert, AlertState
from dialogs.care.people import Person
from dialogs.care.warning_signs import Tier
from dialogs.errors import AlertClosed
from dialogs.messages import Message
from dialogs.playbook import Playbook
from storage.outbox import Outgoing
from storage.unit_of_work import UnitOfWork

MOST_TOGETHER = 100


async def gather(
    uow: UnitOfWork, playbook: Playbook, outgoing: Outgoing, lease: timedelta, now: datetime
) -> Outgoing:
    """Take along, just before a page is sent, what else waits for its reader and may be told of.

    Args:
        uow: The open unit of work, in which the page has just been claimed.
        playbook: Words.
        outgoing: What is about to be sent.
        lease: For how long what goes along is claimed.
        now: The instant.

    Returns:
        It, or one message for all of them that carries the others' numbers.

    """
    if outgoing.kind != PAGE or outgoing.alert_id is None:
        return outgoing
    waiting = await uow.outbox.waiting_pages(
        outgoing.person_id, outgoing.lane, now, limit=MOST_TOGETHER
    )
    if not waiting:
        return outgoing
    alerts = await _alerts(uow, [outgoing.alert_id, *waiting.values()])
    head = alerts.get(outgoing.alert_id)
    if head is None or not await _may_go_along(uow, head, outgoing.person_id):
        return outgoing
    may_hear = await _may_hear(uow, outgoing.person_id, alerts.values(), now)
    along = {
        row: number
        for row, number in waiting.items()
        if number in alerts
        and alerts[number].client_id in may_hear
        and await _may_go_along(uow, alerts[number], outgoing.person_id)
    }
    people = await uow.people.many([outgoing.person_id])
    if not along or outgoing.person_id not in people:
        return outgoing
    await uow.outbox.take_along(along, now + lease)
    numbers = sorted({head.number, *along.values()})
    message = _worded(playbook, people[outgoing.person_id], head.tier, numbers)
    return replace(outgoing, message=message, carries=tuple(along))


async def _alerts(uow: UnitOfWork, numbers: list[int]) -> Mapping[int, Alert]:
    found = {}
    for number in numbers:
        try:
            found[number] = await uow.alerts.get(number)
        except AlertClosed:
            continue  # its client was erased: its page is taken back when it comes to its turn
    return found


async def _may_hear(
    uow: UnitOfWork, person_id: int, alerts: Iterable[Alert], now: datetime
) -> frozenset[int]:
    """Return the clients of these alerts of whom somebody may hear at this moment."""
    clients = {alert.client_id for alert in alerts}
    return frozenset([one for one in clients if not await gone(uow, one, {person_id}, now)])


async def _may_go_along(uow: UnitOfWork, alert: Alert, person_id: int) -> bool:
    """Tell whether an alert's page may be one of several: it is wanted, and no safety alert."""
    wanted = alert.state is AlertState.RAISED and person_id in escalation.on_duty(alert)
    if not wanted or alert.safety:
        return False
    if alert.tier is Tier.TODAY:
        return True
    others = await uow.alerts.open_for(alert.client_id)
    numbers = [one.number for one in others if one.number != alert.number]
    return await uow.outbox.was_paged(person_id, numbers)


def _worded(playbook: Playbook, person: Person, tier: Tier, numbers: list[int]) -> Message:
    shown = ", ".join(map(str, numbers))
    words: dict[str, str | int] = {"count": len(numbers), "numbers": shown}
    key = "alerts-today_several" if tier is Tier.TODAY else "alerts-several"
    buttons = rows(playbook, person.language, [Press("duty-back.alerts", "alerts")])
    return Message(playbook.texts.say(person.language, key, **words), buttons)
