"""The list of open alerts: what is mine first, then what cannot wait, each with its taps."""

from collections.abc import Mapping
from datetime import datetime

from bot.actions.alerts import noted
from bot.actions.climbing import MOST_OPEN
from bot.actions.leafing import leaves, page
from bot.actions.reaching import may_hear, who_is_on_call
from bot.actions.telling import leave, moment, rows, shown_name
from dialogs.care import escalation
from dialogs.care.access import CLINIC, Action, authorize
from dialogs.care.escalation import Alert, AlertState
from dialogs.care.people import Actor, Person, Role
from dialogs.care.warning_signs import URGENCY
from dialogs.messages import Button, Message, press
from dialogs.playbook import Playbook
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

ALERTS = "alerts"
"""The verb of the buttons that show it, and turn its pages."""


async def open_for(uow: UnitOfWork, actor: Actor, now: datetime) -> list[Alert]:
    """Return the open alerts that this counselor may see, their own first.

    Those are the alerts of clients who let them, and those they are, or were, asked about while on
    call. First what they have taken, then what waits for them, then what nobody has answered; of
    each what cannot wait first.
    """
    authorize(actor, Action.SEE_CASELOAD, CLINIC, (), now)
    mine = actor.person_id
    if mine is None:
        return []
    clients = {m.client_id for m in actor.memberships if m.role is Role.COUNSELOR and m.client_id}
    found = [one for client_id in sorted(clients) for one in await uow.alerts.open_for(client_id)]
    if mine == await who_is_on_call(uow, now):
        open_ = await uow.alerts.all_open(MOST_OPEN)
        found += [one for one in open_ if one.client_id not in clients and _is_with(one, mine)]
    seen = [one for one in found if await may_hear(uow, one, mine, now)]
    return sorted(seen, key=lambda one: (_place(one, mine), -URGENCY[one.tier], one.number))


async def show(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    reader: Person,
    now: datetime,
    *,
    first: int = 0,
    shown_in: int | None = None,
) -> None:
    """Show what is open: theirs first, then what waits for them, then the rest.

    Each has a button that opens it, and one that takes it where nobody has it. Each look is on its
    client's trail.
    """
    found = await open_for(uow, actor, now)
    shown = page(found, first)
    say, language = playbook.texts.say, reader.language
    ids = {one.client_id for one in shown} | {one.taken_by for one in shown if one.taken_by}
    people = await uow.people.many(ids)
    for one in shown:
        await noted(uow, actor, reader, Action.SEE_ALERT, one, now)
    lines = [_line(playbook, reader, people, one, now) for one in shown]
    rest = len(found) - first - len(shown)
    if rest > 0:
        lines.append(say(language, "commands-alerts_more", count=rest))
    title = "commands-alerts" if lines else "commands-alerts_none"
    text = "\n".join([say(language, title), *([""] if lines else []), *lines])
    turn = rows(playbook, language, *leaves(ALERTS, first, len(found)))
    buttons = (*(_buttons(playbook, reader, one) for one in shown), *turn)
    message = Message(text, buttons, protect=True)
    await leave(uow, reader, message, lane=Lane.REPLY, kind="card", now=now, edits=shown_in)


def _line(
    playbook: Playbook, reader: Person, people: Mapping[int, Person], alert: Alert, now: datetime
) -> str:
    say, language = playbook.texts.say, reader.language
    state = say(language, f"commands-alert_state_{alert.state}")
    if alert.taken_by == reader.id:
        state = say(language, "commands-alert_state_yours")
    elif alert.taken_by is not None:
        name = shown_name(people, alert.taken_by)
        state = say(language, "commands-alert_state_taken_by", name=name)
    return say(
        language,
        "commands-alerts_line",
        number=alert.number,
        client=shown_name(people, alert.client_id),
        state=state,
        since=moment(playbook, reader, alert.raised_at, now),
    )


def _buttons(playbook: Playbook, reader: Person, alert: Alert) -> tuple[Button, ...]:
    say, language = playbook.texts.say, reader.language
    opens = Button(
        say(language, "commands-alerts_open", number=alert.number), press("open", alert.ref)
    )
    if alert.state is AlertState.ACKNOWLEDGED:
        return (opens,)
    return opens, Button(say(language, "alerts-page.take"), press("take", alert.ref))


def _is_with(alert: Alert, person_id: int) -> bool:
    """Tell whether an alert is somebody's, or waits for them."""
    return alert.taken_by == person_id or person_id in escalation.on_duty(alert)


def _place(alert: Alert, person_id: int) -> int:
    if alert.taken_by == person_id:
        return 0
    if alert.state is AlertState.RAISED and person_id in escalation.on_duty(alert):
        return 1
    return 2 if alert.state is AlertState.UNANSWERED else 3
