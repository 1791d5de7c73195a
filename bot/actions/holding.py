"""Holding: what whoever has an alert hears, and the buttons by which they say how it went.

What asks for an outcome is theirs only while they have the alert: it goes when the alert does.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime

from bot.actions.telling import Press, shown_name, tell
from dialogs.care import escalation
from dialogs.care.escalation import Alert, Outcome
from dialogs.care.ladders import next_working_moment
from dialogs.care.people import Person
from dialogs.care.replies import SAFE_WAYS
from dialogs.care.warning_signs import Tier
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

TAKEN = "alert_taken"
"""The kind of an outbox row that asks whoever took an alert how it went."""

REMINDER = "alert_reminder"
"""The kind of one that asks again."""

CARD = "alert_card"
"""The kind of one that shows an alert's facts, with what its reader can do about it."""

NEWS = "new_word"
"""The kind of one that says that new evidence has joined an alert."""

SAFE_WAY = "safe_way"
"""The kind of one that asks a client how they may be reached, and the verb of its buttons."""

TOLD = frozenset({TAKEN, REMINDER, CARD, NEWS})
"""The kinds of rows that tell somebody of a client's alert, beside the page."""

OUTCOMES = (
    Outcome.REACHED_SAFE,
    Outcome.REACHED_NEEDS_MORE,
    Outcome.COULD_NOT_REACH,
    Outcome.NOT_NEEDED,
)


async def ask_safe_way(
    uow: UnitOfWork,
    playbook: Playbook,
    alert: Alert,
    client: Person,
    people: Sequence[Person],
    now: datetime,
) -> None:
    """Ask a client whose home may not be safe how they may be reached."""
    rows = [[Press(f"replies-safe_way.{how}", SAFE_WAY, (alert.ref, how)) for how in SAFE_WAYS]]
    words = {"name": ", ".join(quote(one.name) for one in people)}
    key = "replies-safe_way"
    await tell(uow, playbook, client, key, now=now, kind=SAFE_WAY, words=words, buttons=rows)


def outcome_buttons(alert: Alert) -> tuple[tuple[Press, ...], ...]:
    """Return the buttons under an alert that somebody has taken: how did it go?"""
    made = [
        Press(f"alerts-taken_by_you.{outcome}", "outcome", (alert.ref, outcome))
        for outcome in OUTCOMES
    ]
    call_first = Press("replies-buttons.call_first", "call_first", (alert.ref,))
    pass_on = Press("alerts-taken_by_you.pass_on", "pass", (alert.ref,))
    return (tuple(made[:2]), tuple(made[2:]), (call_first, pass_on))


async def hand_over(
    uow: UnitOfWork,
    playbook: Playbook,
    alert: Alert,
    holder: Person,
    now: datetime,
) -> None:
    """Tell whoever has just taken an alert that it is theirs."""
    clients = await uow.people.many([alert.client_id])
    await tell(
        uow,
        playbook,
        holder,
        "alerts-taken_by_you",
        now=now,
        kind=TAKEN,
        buttons=outcome_buttons(alert),
        words={"number": alert.number, "client": shown_name(clients, alert.client_id)},
        about_id=alert.client_id,
        alert_id=alert.number,
    )


async def remind(uow: UnitOfWork, playbook: Playbook, alert: Alert, now: datetime) -> None:
    """Ask whoever has an alert, and has been silent, how it went; unless they are unreadable."""
    assert alert.taken_by is not None
    holder = (await uow.people.many([alert.taken_by])).get(alert.taken_by)
    if holder is None:
        return
    await tell(
        uow,
        playbook,
        holder,
        "alerts-reminder",
        now=now,
        lane=lane_of(alert),
        not_before=await leaves_at(uow, playbook, alert, holder, now),
        kind=REMINDER,
        buttons=outcome_buttons(alert),
        words={"number": alert.number},
        about_id=alert.client_id,
        alert_id=alert.number,
    )


async def tell_news(
    uow: UnitOfWork, playbook: Playbook, alert: Alert, now: datetime, skip: AbstractSet[int]
) -> None:
    """Tell whoever has an alert, or has it on their list, that new evidence has joined it.

    Whose page waits for the morning reads it then; several words of one night are one message.
    """
    asked = escalation.on_duty(alert) if alert.taken_by is None else (alert.taken_by,)
    people = await uow.people.many([person for person in asked if person not in skip])
    for person in people.values():
        when = await leaves_at(uow, playbook, alert, person, now)
        paged_at = await leaves_at(uow, playbook, alert, person, alert.raised_at)
        if alert.taken_by is None and paged_at is not None and paged_at > now:
            continue
        await tell(
            uow,
            playbook,
            person,
            "alerts-new_word",
            now=now,
            lane=lane_of(alert),
            kind=NEWS,
            buttons=((Press("alerts-page.open", "open", (alert.ref,)),),),
            words={"number": alert.number},
            about_id=alert.client_id,
            alert_id=alert.number,
            not_before=when,
            dedupe=f"{NEWS}:{alert.number}:{person.id}:{(when or now).isoformat()}",
        )


async def let_go(uow: UnitOfWork, playbook: Playbook, alert: Alert, now: datetime) -> None:
    """Take back what asked somebody about an alert that is theirs no more, as ``alert`` was."""
    for kind in (TAKEN, REMINDER, NEWS):
        await uow.outbox.cancel(alert_id=alert.number, kind=kind)
    assert alert.taken_by is not None
    holder = (await uow.people.many([alert.taken_by])).get(alert.taken_by)
    if holder is None:
        return
    for kind in (TAKEN, REMINDER, CARD):
        for person_id, message_id in await uow.outbox.pages_of(alert.number, kind):
            if person_id == holder.id:
                words: dict[str, str | int] = {"number": alert.number}
                key = "alerts-was_yours"
                await tell(uow, playbook, holder, key, now=now, words=words, edits=message_id)


def lane_of(alert: Alert) -> Lane:
    """Return the lane in which the people of an alert are written to."""
    return Lane.ALERT if alert.tier is Tier.NOW else Lane.PROMPT


async def leaves_at(
    uow: UnitOfWork, playbook: Playbook, alert: Alert, person: Person, now: datetime
) -> datetime | None:
    """Return when a message about an alert may leave: at once (None), or in working hours."""
    if alert.tier is Tier.NOW:
        return None
    hours = (await uow.duty.of(person.id)).hours or playbook.ladders.working_hours
    return next_working_moment(hours, person.zone, now)
