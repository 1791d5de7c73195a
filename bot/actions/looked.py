"""Looked: who has read something about a client, for that client to see.

The trail notes each look as it happens; nobody can take one off it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.actions.staff_cards import local_moment
from bot.actions.telling import show_lines, shown_name
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.people import Actor, Person, Role
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

READING = frozenset(
    {Action.SEE_CLIENT, Action.SEE_PLAN, Action.SEE_ALERT, Action.SEE_PROGRESS, Action.GET_UPDATE}
)
"""The actions that show somebody something about a client."""

SHOWN_DAYS = timedelta(days=30)
MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Glance:
    """Somebody read something about a client, at a moment in UTC."""

    person_id: int
    role: str
    what: str
    at: datetime


async def looks(uow: UnitOfWork, client_id: int) -> list[Glance]:
    """Load who has looked, oldest first; the same look in the same minute counts once."""
    found: dict[tuple[int, str, datetime], Glance] = {}
    for note in await uow.trail.of_client(client_id):
        if note.actor_id in {None, client_id} or note.action not in READING:
            continue
        assert note.actor_id is not None
        minute = note.at.replace(second=0, microsecond=0)
        look = Glance(note.actor_id, note.role, note.action, note.at)
        found.setdefault((note.actor_id, note.action, minute), look)
    return list(found.values())


async def show(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Show a client who has looked at their things lately, the newest first."""
    authorize(actor, Action.SEE_TRAIL, Subject("trail", person.id), (), now)
    lately = [one for one in await looks(uow, person.id) if one.at >= now - SHOWN_DAYS]
    people = await uow.people.many({one.person_id for one in lately})
    say, language = playbook.texts.say, person.language
    lines = [
        say(
            language,
            "rights-looked_line",
            when=local_moment(one.at, person.zone),
            name=shown_name(people, one.person_id),
            role=say(language, f"commands-role_{Role(one.role)}"),
            what=say(language, f"rights-looked_{one.what}"),
        )
        for one in reversed(lately[-MOST_SHOWN:])
    ]
    if len(lately) > MOST_SHOWN:
        lines.append(say(language, "rights-looked_more", count=len(lately) - MOST_SHOWN))
    key = "rights-looked" if lines else "rights-looked_nobody"
    await show_lines(uow, playbook, person, "\n".join([say(language, key), *lines]), now=now)
