"""Revoking: a client takes back, lets rest, or lets somebody go; it holds at that very instant.

What waits to be sent is taken out of the outbox, and what a sender has in its hands is looked at
once more before it goes. The receiver hears nothing of any of it.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.actions import climbing
from bot.actions.circle import people, taking_back
from bot.actions.circle.people import PERSON, SUPPORTERS
from bot.actions.telling import Press, show_lines, tell
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.circle import PAUSES, rests_until, standing
from dialogs.care.consent import Category, Grant, may_see
from dialogs.care.people import Actor, Person, PersonState, Role
from dialogs.errors import StaleReply
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

STOP, STOP_NOW = "stop", "stopnow"
STOP_ALL, STOP_ALL_NOW = "stopall", "stopallnow"
REST, REST_FOR, GO_ON = "rest", "restfor", "unrest"
REMOVE, REMOVE_NOW = "remove", "removenow"
ALL = "all"
_WAYS = {REST: "rest", REMOVE: "remove", ALL: "stop_all"}


async def ask(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    person_id: int,
    what: str,
    now: datetime,
    *,
    shown_in: int | None = None,
) -> None:
    """Ask once more before something is taken back, and say who would still be told in need.

    Args:
        uow: The open unit of work.
        playbook: Words.
        actor: The client.
        person: The same, as somebody to write to.
        person_id: From whom.
        what: A category, ``all``, ``rest`` or ``remove``.
        now: The instant.
        shown_in: The message to redraw.

    Raises:
        StaleReply: It is nobody of their circle, or nothing they hold.

    """
    authorize(actor, Action.REVOKE, Subject("grants", person.id), (), now)
    await people.around(uow, person.id, person_id)
    other = await uow.people.get(person_id)
    held = standing(await uow.consents.of_client(person.id), person_id, now)
    if what not in _WAYS:
        _held(held, what)
    words = {"name": quote(other.name)}
    if what in set(Category):
        words["what"] = playbook.texts.say(person.language, f"commands-category_{what}")
    text = playbook.texts.say(person.language, f"circle-{_WAYS.get(what, STOP)}", **words)
    gone = {Category(what)} if what in set(Category) else set(Category)
    if any(Category.ALERTS in one.categories for one in held) and Category.ALERTS in gone:
        text += "\n\n" + await _who_is_left(uow, playbook, person, person_id, now)
    rows = [*_yes(person_id, what), [Press("circle-keep_it", PERSON, (str(person_id),))]]
    await show_lines(uow, playbook, person, text, now=now, buttons=rows, edits=shown_in)


def _yes(person_id: int, what: str) -> list[list[Press]]:
    """Return the buttons that do what was asked about."""
    who = (str(person_id),)
    if what == REST:
        keys = {n: "circle-rest.for" if n else "circle-rest.open" for n in PAUSES}
        return [[Press(key, REST_FOR, (*who, str(n)), {"days": n})] for n, key in keys.items()]
    if what == REMOVE:
        return [[Press("circle-remove.yes", REMOVE_NOW, who)]]
    if what == ALL:
        return [[Press("circle-stop_all.yes", STOP_ALL_NOW, who)]]
    return [[Press("circle-stop.yes", STOP_NOW, (*who, what))]]


async def stop(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    person_id: int,
    what: str,
    now: datetime,
    *,
    shown_in: int | None = None,
) -> None:
    """Take back one kind of thing, or ``all``, from one person.

    Raises:
        StaleReply: It is nobody of their circle, or nothing they hold.

    """
    authorize(actor, Action.REVOKE, Subject("grants", person.id), (), now)
    await people.around(uow, person.id, person_id)
    held = standing(await uow.consents.of_client(person.id), person_id, now)
    kinds = set(Category) if what == ALL else {_held(held, what)}
    await taking_back.take_back(uow, playbook, person.id, person_id, held, kinds, person.id, now)
    before = playbook.texts.say(person.language, "circle-stopped", name=await _name(uow, person_id))
    await people.show_person(
        uow, playbook, actor, person, person_id, now, shown_in=shown_in, before=before
    )


async def rest(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    person_id: int,
    days: int,
    now: datetime,
    *,
    shown_in: int | None = None,
) -> None:
    """Let all sharing with one person rest for some days (0: until the client ends it), quietly.

    Raises:
        StaleReply: It is nobody of their circle, or no length that was offered.

    """
    authorize(actor, Action.REVOKE, Subject("grants", person.id), (), now)
    await people.around(uow, person.id, person_id)
    try:
        until = rests_until(now, days)
    except ValueError:
        raise StaleReply("no length that was offered") from None
    for grant in standing(await uow.consents.of_client(person.id), person_id, now):
        await uow.consents.change("paused", replace(grant, paused_until=until), now, person.id)
    for kind in Category:
        await uow.outbox.cancel(person_id=person_id, about_id=person.id, category=kind.value)
    await climbing.passed_over(uow, playbook, person_id, person.id, now)
    await _note(uow, person, person_id, now)
    words = {
        "name": await _name(uow, person_id),
        "until": people.until_words(playbook, person, until),
    }
    before = playbook.texts.say(person.language, "circle-rests_now", **words)
    await people.show_person(
        uow, playbook, actor, person, person_id, now, shown_in=shown_in, before=before
    )


async def go_on(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    person_id: int,
    now: datetime,
    *,
    shown_in: int | None = None,
) -> None:
    """End a rest before its time. Raises StaleReply: it is nobody of their circle."""
    authorize(actor, Action.REVOKE, Subject("grants", person.id), (), now)
    await people.around(uow, person.id, person_id)
    for grant in standing(await uow.consents.of_client(person.id), person_id, now):
        await uow.consents.change("resumed", replace(grant, paused_until=None), now, person.id)
    await _note(uow, person, person_id, now)
    name = await _name(uow, person_id)
    before = playbook.texts.say(person.language, "circle-goes_on", name=name)
    await people.show_person(
        uow, playbook, actor, person, person_id, now, shown_in=shown_in, before=before
    )


async def remove(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    person_id: int,
    now: datetime,
    *,
    shown_in: int | None = None,
) -> None:
    """Let a supporter go: nothing more reaches them, and they are not told.

    Raises:
        StaleReply: It is no supporter of theirs.

    """
    authorize(actor, Action.REMOVE_MEMBER, Subject("membership", person.id), (), now)
    members = await people.around(uow, person.id, person_id)
    roles = [one.role for one in members if one.role in SUPPORTERS]
    if not roles:
        raise StaleReply("no supporter of theirs")
    held = standing(await uow.consents.of_client(person.id), person_id, now)
    name = await _name(uow, person_id)
    for role in roles:
        await uow.people.leave(person_id, person.id, role, now)
    await uow.circle.untie(person.id, person_id)
    await uow.outbox.cancel(person_id=person.id, about_id=person_id)
    if len(roles) == len(members):
        kinds = set(Category)
        await taking_back.take_back(
            uow, playbook, person.id, person_id, held, kinds, person.id, now
        )
        await uow.outbox.cancel(person_id=person_id, about_id=person.id)
    ref = f"person:{person_id}"
    await uow.trail.note(
        person.id, Role.CLIENT, Action.REMOVE_MEMBER, ref, now, client_id=person.id
    )
    await tell(
        uow, playbook, person, "circle-removed", now=now, words={"name": name}, edits=shown_in
    )


async def _who_is_left(
    uow: UnitOfWork, playbook: Playbook, person: Person, without: int, now: datetime
) -> str:
    """Say who is told when a client needs somebody, without one person; or that nobody is."""
    grants = await uow.consents.of_client(person.id)
    ids = [
        one.person_id
        for one in await uow.people.members_of(person.id)
        if one.role in {Role.COUNSELOR, Role.SPONSOR}
        and one.person_id != without
        and not one.is_paused(now)
        and may_see(grants, one.person_id, person.id, Category.ALERTS, now) is not None
    ]
    found = await uow.people.many(ids)
    names = [
        quote(found[one].name)
        for one in dict.fromkeys(ids)
        if one in found and found[one].state is PersonState.ACTIVE
    ]
    key = "circle-still_told" if names else "circle-nobody_told"
    return playbook.texts.say(person.language, key, names=", ".join(names))


def _held(held: Iterable[Grant], what: str) -> Category:
    if what not in set(Category) or not any(what in one.categories for one in held):
        raise StaleReply("nothing they hold")
    return Category(what)


async def _name(uow: UnitOfWork, person_id: int) -> str:
    return quote((await uow.people.get(person_id)).name)


async def _note(uow: UnitOfWork, person: Person, person_id: int, now: datetime) -> None:
    ref = f"person:{person_id}"
    await uow.trail.note(person.id, Role.CLIENT, Action.SET_CIRCLE, ref, now, client_id=person.id)
