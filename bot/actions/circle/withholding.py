"""Withholding: after a check-in, a client keeps some of what they said from their supporters.

It is chosen by kinds, in the words in which sharing was chosen. What they said about being safe
still brings help, and their care team sees what was agreed on with it.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.actions.circle import updates
from bot.actions.circle.people import SUPPORTERS
from bot.actions.news import NEWS
from bot.actions.telling import Press, show_lines
from dialogs.care import progress
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.circle import WEEKLY, standing
from dialogs.care.consent import Category, rests
from dialogs.care.people import Actor, Person
from dialogs.engine.session import Session
from dialogs.errors import StaleReply
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

KEEP, KEEP_ONE = "keep", "keepone"
ALL = "all"
GOAL = "goal:"
_KINDS: Mapping[str, Category] = {
    progress.USE: Category.USE,
    "mood": Category.MOOD,
    "craving": Category.CRAVINGS,
    "medicine": Category.MEDICATION,
}


async def button(
    uow: UnitOfWork, person: Person, session: Session, now: datetime
) -> tuple[Press, ...]:
    """Return the button that opens the choice; none where no supporter gets any of it."""
    said = set(_names(session))
    if not said:
        return ()
    said.add(Category.PRESENCE)
    grants = await uow.consents.of_client(person.id)
    for member in await uow.people.members_of(person.id):
        if member.role in SUPPORTERS and any(
            one.categories & said for one in standing(grants, member.person_id, now)
        ):
            return (Press("circle-keep_button", KEEP, (session.id,)),)
    return ()


async def show(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    session_id: str,
    now: datetime,
    *,
    shown_in: int | None = None,
) -> None:
    """Show what of a check-in supporters may get, and what of it is kept.

    Raises:
        StaleReply: It is no check-in of theirs with anything of the kind.

    """
    authorize(actor, Action.KEEP_PRIVATE, Subject("answers", person.id), (), now)
    session = await _theirs(uow, person, session_id)
    kept = await uow.circle.private(person.id, session.started_at)
    rows = []
    for kind, names in _names(session).items():
        is_kept = all((session.id, name) in kept for name in names)
        words = {"what": playbook.texts.say(person.language, f"commands-category_{kind}")}
        key = "circle-kept_one" if is_kept else "circle-not_kept_one"
        rows.append([Press(key, KEEP_ONE, (session.id, kind.value), words)])
    rows.append([Press("circle-keep.all", KEEP_ONE, (session.id, ALL))])
    parts = [playbook.texts.say(person.language, "circle-keep")]
    parts += await _as_it_stands(uow, playbook, person, now)
    text = "\n\n".join(parts)
    await show_lines(uow, playbook, person, text, now=now, buttons=rows, edits=shown_in)


async def flip(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    session_id: str,
    what: str,
    now: datetime,
    *,
    shown_in: int | None = None,
) -> None:
    """Keep one kind of thing of a check-in, or let it be told again.

    ``all`` keeps everything, with the good news that still wait.

    Raises:
        StaleReply: It is no check-in of theirs with anything of the kind.

    """
    authorize(actor, Action.KEEP_PRIVATE, Subject("answers", person.id), (), now)
    session = await _theirs(uow, person, session_id)
    by_kind = _names(session)
    kept = await uow.circle.private(person.id, session.started_at)
    chosen = [one.name for one in session.answers if one.name is not None]
    if what != ALL:
        if what not in by_kind:
            raise StaleReply("nothing of the kind was said")
        chosen = list(by_kind[Category(what)])
    if what != ALL and all((session.id, name) in kept for name in chosen):
        for name in chosen:
            await uow.circle.no_longer_private(session.id, name)
    else:
        await uow.circle.keep_private(person.id, session.id, chosen, session.started_at)
    if what == ALL:
        await uow.outbox.cancel(about_id=person.id, kind=NEWS)
    await show(uow, playbook, actor, person, session_id, now, shown_in=shown_in)


async def _as_it_stands(
    uow: UnitOfWork, playbook: Playbook, person: Person, now: datetime
) -> list[str]:
    """Word for each supporter the week they would get of what is said and shared by now."""
    grants = await uow.consents.of_client(person.id)
    parts = []
    team = [one for one in await uow.people.members_of(person.id) if one.role in SUPPORTERS]
    for reader_id in dict.fromkeys(one.person_id for one in team):
        held = [one for one in standing(grants, reader_id, now) if not rests(one, now)]
        shown = {kind for one in held for kind in one.categories & WEEKLY}
        if not shown:
            continue
        reader = await uow.people.get(reader_id)
        told = [
            updates.line(playbook, reader.language, one)
            for one in await updates.lines_of(uow, person, shown, now)
        ]
        words = {"name": quote(reader.name)}
        parts.append(playbook.texts.say(person.language, "circle-keep_gets", **words))
        parts.append(f"«{updates.worded(playbook, reader.language, person, told)}»")
    return parts


async def _theirs(uow: UnitOfWork, person: Person, session_id: str) -> Session:
    session = await uow.sessions.get(session_id)
    if session is None or session.person_id != person.id or not _names(session):
        raise StaleReply("no check-in of theirs")
    return session


def _names(session: Session) -> dict[Category, Sequence[str]]:
    """Return what a session says of the kinds that a week tells, as names of answers."""
    found: dict[Category, list[str]] = {}
    for answer in session.answers:
        name = answer.name or ""
        kind = Category.GOALS if name.startswith(GOAL) else _KINDS.get(name)
        if kind in WEEKLY and answer.kind == "answered":
            found.setdefault(kind, []).append(name)
    return dict(found)
