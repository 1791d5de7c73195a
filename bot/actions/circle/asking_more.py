"""Asking for more: a supporter says that they would like to hear more; the client alone decides.

The supporter reads the same thanks whatever becomes of it, also where the client is not even asked
because they were a short while ago.
"""

from datetime import datetime

from bot.actions.circle.granting import SHARE
from bot.actions.telling import Press, tell
from dialogs.care.access import CLINIC, Action, Subject, authorize
from dialogs.care.circle import ASKS_AGAIN_AFTER
from dialogs.care.people import Actor, Person
from dialogs.care.rhythm import after_quiet
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.circle import Tie
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

ASK_MORE, LEFT = "askmore", "leftit"


async def ask(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    client_id: int,
    now: datetime,
) -> None:
    """Ask a client, in a supporter's name, to share more.

    Raises:
        NotAllowed: They support nobody of that number.

    """
    authorize(actor, Action.ASK_FOR_MORE, Subject("circle", client_id), (), now)
    client = await uow.people.get(client_id)
    if _is_time(await uow.circle.tie(client_id, person.id), now):
        await uow.circle.keep(client_id, person.id, asked_at=now)
        await tell(
            uow,
            playbook,
            client,
            "circle-asks_more",
            now=now,
            lane=Lane.BULK,
            kind=ASK_MORE,
            words={"name": quote(person.name)},
            buttons=[
                [Press("circle-asks_more.see", SHARE, (str(person.id),))],
                [Press("circle-asks_more.leave", LEFT)],
            ],
            about_id=person.id,
            not_before=after_quiet(now, client.quiet_from, client.quiet_to, client.zone),
        )
    words = {"client": quote(client.name)}
    await tell(uow, playbook, person, "family-asked_more", now=now, words=words)


async def leave_it(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    now: datetime,
    *,
    shown_in: int | None = None,
) -> None:
    """Leave everything as it is; nobody learns of it."""
    authorize(actor, Action.GET_HELP, CLINIC, (), now)
    await tell(uow, playbook, person, "circle-left_it", now=now, edits=shown_in)


def _is_time(tie: Tie | None, now: datetime) -> bool:
    if tie is None:
        return False
    return tie.asked_at is None or tie.asked_at + ASKS_AGAIN_AFTER <= now
