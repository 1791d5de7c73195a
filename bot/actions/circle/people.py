"""People: the whole circle on one screen, and each person's card with all that can be changed.

To a client: who is with them, what each gets, until when. To a supporter: whom they support and
what they can do; never what is shared, for that would tell what no longer is.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.actions.circle import inviting
from bot.actions.plans.screens import ADD, ME
from bot.actions.telling import Press, day, show_lines, shown_name
from dialogs.care.access import CLINIC, Action, Subject, authorize
from dialogs.care.circle import paused_until, standing
from dialogs.care.consent import FOREVER, Category, Grant
from dialogs.care.people import Actor, Membership, Person, Role
from dialogs.care.plan.editing import Part
from dialogs.errors import StaleReply
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

CIRCLE, PERSON, SUPPORTED = "circle", "person", "supported"
SUPPORTERS = frozenset({Role.SPONSOR, Role.FAMILY})
AROUND = SUPPORTERS | {Role.COUNSELOR}
PER_ROW = 2


async def show(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    now: datetime,
    *,
    shown_in: int | None = None,
) -> None:
    """Show somebody the people around them, and whom they support."""
    authorize(actor, Action.GET_HELP, CLINIC, (), now)
    say, language = playbook.texts.say, person.language
    lines: list[str] = []
    buttons: list[list[Press]] = []
    if Role.CLIENT in actor.roles_for(person.id):
        lines, buttons = await _own(uow, playbook, actor, person, now)
    people = await uow.people.many(supported_by(actor))
    supported = {one: shown_name(people, one) for one in supported_by(actor)}
    for name in supported.values():
        lines += ["", say(language, "family-you_support", client=name)]
    buttons += supporter_buttons(supported)
    if not lines:
        lines = [say(language, "circle-learn_only")]
    text = "\n".join(lines).strip()
    await show_lines(uow, playbook, person, text, now=now, buttons=buttons, edits=shown_in)


async def show_person(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    person_id: int,
    now: datetime,
    *,
    shown_in: int | None = None,
    before: str = "",
) -> None:
    """Show a client one person of their circle, with everything that can be changed.

    Args:
        uow: The open unit of work.
        playbook: Words.
        actor: The client.
        person: The same, as somebody to write to.
        person_id: Whom.
        now: The instant.
        shown_in: The message to redraw.
        before: A sentence that goes first.

    Raises:
        StaleReply: It is nobody of their circle.

    """
    authorize(actor, Action.SEE_GRANTS, Subject("grants", person.id), (), now)
    members = await around(uow, person.id, person_id)
    other = await uow.people.get(person_id)
    grants = standing(await uow.consents.of_client(person.id), person_id, now)
    lines = [before, "", *_lines(playbook, person, other, members, grants, now)]
    tie = await uow.circle.tie(person.id, person_id)
    is_supporter = any(one.role in SUPPORTERS for one in members)
    if is_supporter:
        wanted = tie is None or tie.greetings
        key = f"circle-greetings_{'on' if wanted else 'off'}"
        lines.append(playbook.texts.say(person.language, key, name=quote(other.name)))
    buttons = _buttons(person_id, members, grants, now, greetings=tie is None or tie.greetings)
    text = "\n".join(lines).strip()
    await show_lines(uow, playbook, person, text, now=now, buttons=buttons, edits=shown_in)


async def around(uow: UnitOfWork, client_id: int, person_id: int) -> list[Membership]:
    """Return what somebody is in a client's care.

    Raises:
        StaleReply: They are nothing in it, or the client themselves.

    """
    members = [
        one
        for one in await uow.people.members_of(client_id)
        if one.person_id == person_id and one.role in AROUND
    ]
    if not members:
        raise StaleReply("nobody of their circle")
    return members


def supported_by(actor: Actor) -> list[int]:
    """List the clients somebody supports, by number."""
    return sorted({m.client_id for m in actor.memberships if m.role in SUPPORTERS and m.client_id})


def supporter_buttons(clients: Mapping[int, str]) -> list[list[Press]]:
    """Return what a supporter can do for these clients, by number and name.

    Where there are several, each button says for whom it is.
    """
    named = "_for" if len(clients) > 1 else ""
    buttons = []
    for client_id, name in clients.items():
        which, words = (str(client_id),), {"client": name}
        buttons += [
            [Press("family-do_look", "fresh", which, words)],
            [Press(f"family-do_cheer{named}", "cheer", which, words)],
            [Press(f"family-do_call{named}", "maycall", which, words)],
            [Press(f"family-do_more{named}", "askmore", which, words)],
        ]
    return [*buttons, [Press("family-do_learn", "learn")]] if buttons else []


def shared(playbook: Playbook, language: str, grants: Sequence[Grant], *, nothing: str) -> str:
    """List the kinds of things that these grants cover, in one line."""
    held = {category for grant in grants for category in grant.categories}
    if not held:
        return playbook.texts.say(language, nothing)
    if held == set(Category):
        return playbook.texts.say(language, "circle-everything")
    say = playbook.texts.say
    return ", ".join(say(language, f"commands-category_{one}") for one in Category if one in held)


def until_words(playbook: Playbook, person: Person, until: datetime) -> str:
    """Word until when something rests: a date, or until the client ends it."""
    if until >= FOREVER:
        return playbook.texts.say(person.language, "circle-until_you_end_it")
    return day(person, until)


async def _own(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> tuple[list[str], list[list[Press]]]:
    authorize(actor, Action.SEE_GRANTS, Subject("grants", person.id), (), now)
    say = playbook.texts.say
    team = [one for one in await uow.people.members_of(person.id) if one.role in AROUND]
    people = await uow.people.many({one.person_id for one in team})
    grants = await uow.consents.of_client(person.id)
    lines, names = [say(person.language, "commands-people")], []
    for person_id in dict.fromkeys(one.person_id for one in team if one.person_id in people):
        members = [one for one in team if one.person_id == person_id]
        held = standing(grants, person_id, now)
        lines += ["", *_lines(playbook, person, people[person_id], members, held, now)]
        name = {"name": quote(people[person_id].name)}
        names.append(Press("circle-name", PERSON, (str(person_id),), name))
    if not names:
        lines += ["", say(person.language, "commands-people_none")]
    lines += await _contacts(uow, playbook, person, people)
    lines += [
        line
        for door in await uow.people.waiting_for(person.id, now)
        for line in ("", say(person.language, "circle-waits", role=door.role.value))
    ]
    return lines, [
        *(names[start : start + PER_ROW] for start in range(0, len(names), PER_ROW)),
        [Press("circle-do_invite", inviting.INVITE, ("someone",))],
        [Press("circle-do_contact", ADD, (ME, Part.PEOPLE))],
        [Press("circle-do_receipts", "told", ("0",))],
    ]


async def _contacts(
    uow: UnitOfWork, playbook: Playbook, person: Person, people: dict[int, Person]
) -> list[str]:
    """List who else is there to call: friends, a group, whoever stands in the plan alone."""
    plan = await uow.plans.current(person.id)
    named = {one.name.casefold() for one in people.values()}
    others = [one for one in plan.contacts if one.name.casefold() not in named] if plan else []
    if not others:
        return []
    say = playbook.texts.say
    lines = [
        " · ".join(filter(None, (quote(one.name), quote(one.role), one.phone))) for one in others
    ]
    return ["", say(person.language, "circle-also_there"), *lines]


def _lines(
    playbook: Playbook,
    person: Person,
    other: Person,
    members: Sequence[Membership],
    grants: Sequence[Grant],
    now: datetime,
) -> list[str]:
    """Word one person of the circle: who they are, what they get, from when and until when."""
    say, language = playbook.texts.say, person.language
    roles = ", ".join(say(language, f"commands-role_{one.role}") for one in members)
    gets = shared(playbook, language, grants, nothing="circle-gets_nothing")
    lines = [
        say(language, "circle-person", name=quote(other.name), role=roles),
        say(language, "circle-gets", what=gets),
    ]
    later = [one.since for one in grants if one.since > now]
    if later:
        lines.append(say(language, "circle-begins", date=day(person, min(later))))
    ends = [one.until for one in grants if one.until is not None]
    if ends:
        lines.append(say(language, "circle-ends", date=day(person, min(ends))))
    rests = paused_until(grants, now)
    if rests is not None:
        lines.append(say(language, "circle-rests", until=until_words(playbook, person, rests)))
    away = next((one.paused_until for one in members if one.is_paused(now)), None)
    if away is not None:
        lines.append(say(language, "circle-away", date=day(person, away)))
    return lines


def _buttons(
    person_id: int,
    members: Sequence[Membership],
    grants: Sequence[Grant],
    now: datetime,
    *,
    greetings: bool,
) -> list[list[Press]]:
    who = (str(person_id),)
    rows = [[Press("circle-do_share", "share", who)]]
    if grants:
        rests = paused_until(grants, now) is not None
        pause = (
            Press("circle-do_resume", "unrest", who)
            if rests
            else Press("circle-do_pause", "rest", who)
        )
        rows.append([pause, Press("circle-do_stop_all", "stopall", who)])
    roles = {one.role for one in members}
    if roles & SUPPORTERS:
        rows.append([Press("circle-do_call_me", "callme", who)])
        switch = "off" if greetings else "on"
        rows.append([Press(f"circle-do_greetings_{switch}", "greetings", (*who, switch))])
        rows.append(
            [
                Press("circle-do_new_phone", "newphone", who),
                Press("circle-do_remove", "remove", who),
            ]
        )
    if Role.COUNSELOR in roles:
        rows.append([Press("circle-do_write", "write", who)])
    rows.append([Press("circle-do_told", "told", who), Press("circle-do_back", CIRCLE)])
    return rows
