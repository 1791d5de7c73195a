"""Meanwhile: what others did for a client of a counselor who was not there."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.actions.telling import shown_name
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.consent import Grant
from dialogs.care.escalation import Outcome
from dialogs.care.people import Actor, Person
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

LONGEST_OPEN = timedelta(days=7)
"""How long before it was closed an alert of which this tells may have been raised."""


async def closed_by_others(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    reader: Person,
    client_id: int,
    grants: Sequence[Grant],
    since: datetime,
    now: datetime,
) -> list[str]:
    """Word how each alert of a client ended that somebody else has closed since a moment.

    Raises:
        NotAllowed: The reader may not see how this client is.

    """
    authorize(actor, Action.SEE_CLIENT, Subject("client", client_id), grants, now)
    alerts = [
        one
        for one in await uow.alerts.of_client(client_id, since - LONGEST_OPEN)
        if one.resolved_at is not None
        and one.resolved_at >= since
        and one.outcome not in {None, Outcome.WITHDRAWN}
        and one.taken_by not in {None, reader.id}
    ]
    people = await uow.people.many({one.taken_by for one in alerts if one.taken_by is not None})
    say, language = playbook.texts.say, reader.language
    return [
        say(
            language,
            "digest-closed",
            number=one.number,
            name=shown_name(people, one.taken_by or 0),
            outcome=say(language, f"alerts-outcome_{one.outcome}"),
        )
        for one in alerts
    ]
