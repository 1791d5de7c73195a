"""A test alert: does a page reach whoever is asked? It is about no client and changes nothing."""

from datetime import UTC, datetime

from bot.actions.reaching import who_is_on_call
from bot.actions.telling import Press, clock_time, tell
from dialogs.care.access import CLINIC, Action, authorize
from dialogs.care.people import Actor, Person, Role
from dialogs.errors import StaleReply
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

TEST = "test_page"
"""The kind of an outbox row that is a test; it goes the way of a page, and is none."""


async def send(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Send whoever asks a test alert; where another is on call, offer to test them as well."""
    authorize(actor, Action.SET_DUTY, CLINIC, (), now)
    present = await who_is_on_call(uow, now)
    others = (await uow.people.many({present or 0} - {person.id})).values()
    rows = [
        [Press("duty-test_sent.other", "test_other", (str(one.id),), {"name": quote(one.name)})]
        for one in others
    ]
    await tell(uow, playbook, person, "duty-test_sent", now=now, buttons=rows)
    await _page(uow, playbook, person, person, now)


async def send_to(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, other_id: int, now: datetime
) -> None:
    """Send a test alert to whoever is on call.

    Raises:
        StaleReply: Somebody else is by now.

    """
    authorize(actor, Action.SET_DUTY, CLINIC, (), now)
    other = (await uow.people.many([other_id])).get(other_id)
    if other is None or await who_is_on_call(uow, now) != other_id:
        raise StaleReply("somebody else is on call")
    words = {"name": quote(other.name)}
    await tell(uow, playbook, person, "duty-test_sent_to", now=now, words=words)
    await _page(uow, playbook, person, other, now)


async def got(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    asker_id: int,
    sent_at: int,
    now: datetime,
) -> None:
    """Say how long a test took from leaving it to the tap; whoever sent it is told as well.

    Raises:
        StaleReply: No test can have been sent then.

    """
    authorize(actor, Action.SET_DUTY, CLINIC, (), now)
    try:
        sent = datetime.fromtimestamp(sent_at, UTC)
    except (OverflowError, OSError, ValueError):
        raise StaleReply("no test was sent at that moment") from None
    words: dict[str, str | int] = {
        "sent": clock_time(person, sent),
        "seconds": max(0, round((now - sent).total_seconds())),
        "name": quote(person.name),
    }
    await tell(uow, playbook, person, "duty-test_went", now=now, words=words)
    if asker_id == person.id or not (await uow.people.actor(asker_id)).is_role(Role.COUNSELOR):
        return
    for asker in (await uow.people.many([asker_id])).values():
        await tell(uow, playbook, asker, "duty-test_seen", now=now, words=words)


async def _page(
    uow: UnitOfWork, playbook: Playbook, asker: Person, reader: Person, now: datetime
) -> None:
    tap = Press("duty-test.got", "test_got", (str(asker.id), str(int(now.timestamp()))))
    await tell(
        uow,
        playbook,
        reader,
        "duty-test",
        now=now,
        lane=Lane.ALERT,
        kind=TEST,
        buttons=((tap,),),
    )
