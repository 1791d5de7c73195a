"""Replies: what an alert's people, and its client, say to it beside taking and closing it.

Each is kept with the alert and read on its card by staff. A client is asked before anybody calls,
and, where home may not be safe, which way of reaching them is.
"""

from datetime import datetime

from bot.actions import alerts
from bot.actions.holding import NEWS
from bot.actions.paging import after_change
from bot.actions.reaching import may_hear, ready
from bot.actions.telling import Press, shown_name, tell
from dialogs.care import escalation
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.alert_changes import has_said, said
from dialogs.care.escalation import Alert, AlertState
from dialogs.care.people import Actor, Person
from dialogs.care.replies import SAFE_WAYS, Reply, ReplyKind
from dialogs.care.rhythm import after_quiet
from dialogs.care.warning_signs import Tier
from dialogs.errors import AlertClosed, StaleReply
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

MAY_CALL = "may_call"
"""The kind of an outbox row that asks a client whether somebody may call."""

_ANSWERS = {"yes": ReplyKind.MAY_CALL, "no": ReplyKind.MAY_NOT_CALL}


async def tonight(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, ref: str, now: datetime
) -> bool:
    """Note that a sponsor will call tonight; until then the next person is asked.

    Returns:
        Whether there is a next person.

    Raises:
        NotAllowed: The alert is not theirs.
        AlertClosed: It is closed.

    """
    before = await alerts.mine(uow, actor, Action.PASS_ALERT, ref, now)
    if before.state is AlertState.RESOLVED:
        raise AlertClosed("the alert is closed")
    reply = Reply(person.id, ReplyKind.TONIGHT, now)
    again = has_said(before, reply)
    before, skip = await ready(uow, playbook, before, now)
    after = before if again else said(before, reply)
    theirs = person.id == before.taken_by or person.id in escalation.on_duty(before)
    skip |= {person.id}
    asked = False
    if before.state is not AlertState.UNANSWERED and theirs:
        climbed = escalation.escalate(after, now, skip=skip)
        asked = climbed.state is AlertState.RAISED
        after = climbed if asked else after
    if after != before:
        await alerts.save(uow, before, after)
        await alerts.noted(uow, actor, person, Action.PASS_ALERT, before, now)
    if asked:
        await after_change(uow, playbook, before, after, now, skip)
    if not again:
        await _tell_of_tonight(uow, playbook, before, person, now, asked=asked)
    return asked


async def call_first(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, ref: str, now: datetime
) -> bool:
    """Ask a client whether this person may call. Return whether that had not been asked before.

    Raises:
        NotAllowed: The alert is not theirs.
        AlertClosed: It is closed.

    """
    before = await alerts.mine(uow, actor, Action.ASK_TO_CALL, ref, now)
    if before.state is AlertState.RESOLVED:
        raise AlertClosed("the alert is closed")
    reply = Reply(person.id, ReplyKind.ASKED_TO_CALL, now)
    if has_said(before, reply):
        return False
    await alerts.save(uow, before, said(before, reply))
    await alerts.noted(uow, actor, person, Action.ASK_TO_CALL, before, now)
    for client in (await uow.people.many([before.client_id])).values():
        quiet = after_quiet(now, client.quiet_from, client.quiet_to, client.zone)
        args = (before.ref, str(person.id))
        rows = [
            [Press(f"replies-may_call.{how}", MAY_CALL, (*args, how)) for how in _ANSWERS],
        ]
        await tell(
            uow,
            playbook,
            client,
            "replies-may_call",
            now=now,
            lane=Lane.PROMPT,
            kind=MAY_CALL,
            words={"name": quote(person.name)},
            buttons=rows,
            not_before=None if before.tier is Tier.NOW else quiet,
        )
    return True


async def answer_call(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    ref: str,
    asker_id: int,
    how: str,
    now: datetime,
) -> None:
    """Take a client's answer to whether somebody may call, and show it to whoever asked.

    Raises:
        NotAllowed: It was not they who were asked.
        StaleReply: Nobody of that number asked, or there is no such answer.

    """
    before = await _own(uow, actor, ref, now)
    asked = any(
        one.person_id == asker_id and one.kind is ReplyKind.ASKED_TO_CALL for one in before.replies
    )
    if how not in _ANSWERS or not asked:
        raise StaleReply("nobody has asked that")
    reply = Reply(person.id, _ANSWERS[how], now)
    if not has_said(before, reply):
        await alerts.save(uow, before, said(before, reply))
    asker = await uow.people.get(asker_id)
    if await may_hear(uow, before, asker.id, now):
        words = {"number": before.number}
        key = f"replies-may_call_{how}"
        await tell(uow, playbook, asker, key, now=now, lane=Lane.ALERT, words=words)
    key = "replies-may_call_thanks" if how == "yes" else "replies-may_call_fine"
    await tell(uow, playbook, person, key, now=now, words={"name": quote(asker.name)})


async def safe_way(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    ref: str,
    how: str,
    now: datetime,
) -> None:
    """Take a client's word on how to be reached, and let the people of the alert know there is one.

    Raises:
        NotAllowed: It was not they who were asked.
        StaleReply: There is no such answer.

    """
    before = await _own(uow, actor, ref, now)
    if how not in SAFE_WAYS:
        raise StaleReply("nobody has asked that")
    reply = Reply(person.id, ReplyKind(how), now)
    if not has_said(before, reply):
        await alerts.save(uow, before, said(before, reply))
    on_it = escalation.on_duty(before) if before.taken_by is None else (before.taken_by,)
    people = await uow.people.many(on_it)
    names = []
    for one in people.values():
        if await may_hear(uow, before, one.id, now):
            names.append(quote(one.name))
            open_it = Press("alerts-page.open", "open", (before.ref,))
            await tell(
                uow,
                playbook,
                one,
                "replies-safe_way_said",
                now=now,
                lane=Lane.ALERT,
                kind=NEWS,
                words={"number": before.number},
                buttons=((open_it,),),
                about_id=before.client_id,
                alert_id=before.number,
            )
    words = {
        "name": ", ".join(names) or playbook.texts.say(person.language, "commands-your_clinic")
    }
    await tell(uow, playbook, person, "replies-safe_way_kept", now=now, words=words)


async def _tell_of_tonight(
    uow: UnitOfWork, playbook: Playbook, alert: Alert, person: Person, now: datetime, *, asked: bool
) -> None:
    """Tell the client honestly who will call when, and the sponsor what happens until then."""
    others = "yes" if asked else "no"
    people = await uow.people.many([alert.client_id])
    for client in people.values():
        words = {"name": quote(person.name), "asked": others}
        await tell(uow, playbook, client, "replies-client_tonight", now=now, words=words)
    words = {"client": shown_name(people, alert.client_id), "asked": others}
    await tell(uow, playbook, person, "replies-tonight_noted", now=now, words=words)


async def _own(uow: UnitOfWork, actor: Actor, ref: str, now: datetime) -> Alert:
    """Load an alert that is about whoever asks."""
    alert = await uow.alerts.by_ref(ref)
    if alert is None:
        raise AlertClosed("no such alert")
    authorize(actor, Action.ANSWER, Subject("alert", alert.client_id), (), now)
    return alert
