"""Granting: a client shares one kind of thing with one person, having read what that would be.

Nothing is granted unseen: the button that says yes carries a mark of the words that stood above it,
and where these have changed meanwhile they are shown again instead.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.actions.circle import people, previews, updates
from bot.actions.circle.people import PERSON, SUPPORTERS
from bot.actions.telling import Press, day, show_lines, tell
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.circle import LENGTHS, OFFERED, ends_at, holding, paused_until, standing
from dialogs.care.consent import Category, Grant, ask_at, begins_at
from dialogs.care.people import Actor, Person, Role
from dialogs.errors import NotConsented, StaleReply
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

SHARE, PREVIEW, YES = "share", "preview", "grant"
MARK = 8
"""How many hex digits of the words stand on the button that says yes to them."""

PURPOSE = {Role.COUNSELOR: "care", Role.SPONSOR: "support", Role.FAMILY: "support"}
PER_ROW = 2


@dataclass(frozen=True, slots=True)
class _Case:
    """A client, and one person of their circle, with what that person holds.

    ``role`` is what they are offered things as. ``terms`` is the role on whose terms it begins and
    is asked about again: whoever is family is family, whatever else they are.
    """

    reader: Person
    role: Role
    terms: Role
    held: list[Grant]


async def offer(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    person_id: int,
    now: datetime,
    *,
    shown_in: int | None = None,
) -> None:
    """Show what can be shared with somebody, and what is.

    Raises:
        StaleReply: It is nobody of their circle.
        NotConsented: The client has no plan yet.

    """
    case = await _case(uow, actor, person, person_id, now)
    say, name = playbook.texts.say, quote(case.reader.name)
    if not await _said_yes(uow, person, case):
        key = "circle-not_yet"
        await tell(uow, playbook, person, key, now=now, words={"name": name}, edits=shown_in)
        return
    presses = []
    for category in OFFERED[case.role]:
        held = holding(case.held, category) is not None
        words = {"what": say(person.language, f"commands-category_{category}")}
        key = "circle-is_shared" if held else "circle-can_be_shared"
        presses.append(Press(key, PREVIEW, (str(person_id), category), words))
    rows = [presses[start : start + PER_ROW] for start in range(0, len(presses), PER_ROW)]
    rows.append([Press("circle-do_back", PERSON, (str(person_id),))])
    text = say(person.language, "circle-what_to_share", name=name)
    await show_lines(uow, playbook, person, text, now=now, buttons=rows, edits=shown_in)


async def preview(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    person_id: int,
    category: str,
    now: datetime,
    *,
    shown_in: int | None = None,
    changed: bool = False,
) -> None:
    """Show word for word what somebody would get, and ask whether they shall.

    Args:
        uow: The open unit of work.
        playbook: Words.
        actor: The client.
        person: The same, as somebody to write to.
        person_id: Who would get it.
        category: What kind of thing.
        now: The instant.
        shown_in: The message to redraw.
        changed: Say first that the words are others than those that were just agreed to.

    Raises:
        StaleReply: It is nobody of their circle, or nothing that can be shared with them.

    """
    case = await _case(uow, actor, person, person_id, now)
    kind = _kind(case, category)
    words = {"name": quote(case.reader.name)}
    say, language = playbook.texts.say, person.language
    text, mark = await _shown(uow, playbook, person, case, kind, now)
    parts = [say(language, "circle-words_changed")] if changed else []
    parts.append(text)
    held = holding(case.held, kind)
    parts += _terms(playbook, person, case, held, now)
    who = (str(person_id), kind.value)
    buttons = [
        [
            Press(
                "circle-yes_for" if n else "circle-yes_open", YES, (*who, str(n), mark), {"days": n}
            )
        ]
        for n in LENGTHS
    ]
    if held is not None:
        buttons.insert(0, [Press("circle-do_stop_one", "stop", who, words)])
    buttons.append([Press("circle-no", SHARE, (str(person_id),))])
    lines = "\n\n".join(parts)
    await show_lines(uow, playbook, person, lines, now=now, buttons=buttons, edits=shown_in)


async def grant(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    person_id: int,
    category: str,
    days: int,
    mark: str,
    now: datetime,
    *,
    shown_in: int | None = None,
) -> None:
    """Write a yes down: for this person, this kind of thing, these words, until then.

    Raises:
        StaleReply: Nothing like that was offered.

    """
    case = await _case(uow, actor, person, person_id, now)
    kind = _kind(case, category)
    if days not in LENGTHS or not await _said_yes(uow, person, case):
        raise StaleReply("that was not offered")
    text, shown = await _shown(uow, playbook, person, case, kind, now)
    if shown != mark:
        await preview(
            uow, playbook, actor, person, person_id, category, now, shown_in=shown_in, changed=True
        )
        return
    given = await _write(uow, person, case, kind, days, previews.fingerprint(text), now)
    ref = f"grant:{given.id}"
    await uow.trail.note(person.id, Role.CLIENT, Action.GRANT, ref, now, client_id=person.id)
    if case.role in SUPPORTERS:
        await updates.expect(uow, person.id, case.reader, now)
    what = playbook.texts.say(person.language, f"commands-category_{kind}")
    key = "circle-granted_later" if given.since > now else "circle-granted"
    words = {"name": quote(case.reader.name), "what": what, "date": day(person, given.since)}
    before = playbook.texts.say(person.language, key, **words)
    await people.show_person(
        uow, playbook, actor, person, person_id, now, shown_in=shown_in, before=before
    )


async def _write(
    uow: UnitOfWork,
    person: Person,
    case: _Case,
    kind: Category,
    days: int,
    text_hash: str,
    now: datetime,
) -> Grant:
    """Write a new grant, or a new end of the one there is; it rests while the others do."""
    held = holding(case.held, kind)
    if held is not None:
        until = ends_at(max(now, held.since), days)
        given = replace(held, until=until, text_version=previews.TEXT_VERSION, text_hash=text_hash)
        await uow.consents.change("renewed", given, now, person.id)
    else:
        since = begins_at(case.terms, now)
        given = await uow.consents.grant(
            Grant(
                id=0,
                client_id=person.id,
                recipient_id=case.reader.id,
                categories=frozenset({kind}),
                purpose=PURPOSE[case.role],
                since=since,
                until=ends_at(since, days),
                revoked_at=None,
                text_version=previews.TEXT_VERSION,
                text_hash=text_hash,
                paused_until=paused_until(case.held, now),
            ),
            now,
            by=person.id,
        )
    asked = ask_at(case.terms, max(now, given.since), given.until)
    await uow.consents.ask_at(given.id, asked)
    return given


async def _shown(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    case: _Case,
    kind: Category,
    now: datetime,
) -> tuple[str, str]:
    """Word what a client reads before a yes; return it with the mark for the button."""
    say, language = playbook.texts.say, person.language
    name = quote(case.reader.name)
    what = say(language, f"commands-category_{kind}")
    theirs = await previews.preview(uow, playbook, person, case.reader, case.role, kind, now)
    example = await previews.is_example(uow, person, case.role, kind, now)
    parts = [say(language, "circle-preview", name=name, what=what)]
    parts += [say(language, "circle-preview_example")] if example else []
    parts.append(f"«{theirs}»" if case.role is not Role.COUNSELOR else theirs)
    if case.reader.language != language and case.role is not Role.COUNSELOR:
        reader = replace(case.reader, language=language)
        mine = await previews.preview(uow, playbook, person, reader, case.role, kind, now)
        parts += [say(language, "circle-preview_translated"), f"«{mine}»"]
    text = "\n\n".join(parts)
    return text, previews.fingerprint(text)[:MARK]


def _terms(
    playbook: Playbook, person: Person, case: _Case, held: Grant | None, now: datetime
) -> list[str]:
    """Word from when and until when it would be, and that it can be taken back without a word."""
    say, language = playbook.texts.say, person.language
    terms = []
    begins = begins_at(case.terms, now)
    if held is None and begins > now:
        terms.append(say(language, "circle-cool_off", date=day(person, begins)))
    if held is not None and held.until is not None:
        terms.append(say(language, "circle-ends", date=day(person, held.until)))
    return [*terms, say(language, "circle-take_back", name=quote(case.reader.name))]


async def _case(
    uow: UnitOfWork, actor: Actor, person: Person, person_id: int, now: datetime
) -> _Case:
    authorize(actor, Action.GRANT, Subject("grants", person.id), (), now)
    if await uow.plans.current(person.id) is None:
        raise NotConsented
    members = await people.around(uow, person.id, person_id)
    roles = {one.role for one in members}
    role = next(one for one in (Role.COUNSELOR, Role.SPONSOR, Role.FAMILY) if one in roles)
    held = standing(await uow.consents.of_client(person.id), person_id, now)
    terms = Role.FAMILY if Role.FAMILY in roles else role
    return _Case(await uow.people.get(person_id), role, terms, held)


def _kind(case: _Case, category: str) -> Category:
    if category not in OFFERED[case.role]:
        raise StaleReply("that cannot be shared with them")
    return Category(category)


async def _said_yes(uow: UnitOfWork, person: Person, case: _Case) -> bool:
    """Tell whether somebody has accepted: nobody is told anything who has not said yes to it."""
    if case.role is Role.COUNSELOR:
        return True
    return await uow.circle.tie(person.id, case.reader.id) is not None
