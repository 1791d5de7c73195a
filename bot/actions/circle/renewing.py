"""Renewing: before a grant ends, and to family every month, its client is asked in private.

Nobody but the client learns that they were asked, or what they said. Where they say nothing, what
has an end ends, and what has none goes on and is asked about again.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.actions.beats import AT_ONCE, each
from bot.actions.circle.granting import PREVIEW
from bot.actions.circle.revoking import STOP
from bot.actions.telling import Press, day, tell
from dialogs.care.access import CLINIC, Action, Subject, authorize
from dialogs.care.consent import ASK_AGAIN_AFTER, Category, Grant, ask_at, stands
from dialogs.care.people import SYSTEM, Actor, Person, Role
from dialogs.care.rhythm import after_quiet
from dialogs.errors import StaleReply
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.claims import Due
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

RENEWAL, RENEW = "renewal", "renew"
LONGER = timedelta(days=30)


async def ask_due(uow: UnitOfWork, playbook: Playbook, now: datetime) -> int:
    """Lay the question before every client whose time has come. Return how many there were."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)

    async def ask(number: int) -> None:
        grant = await uow.consents.get(number)
        assert grant is not None, "it has just been found, in this very unit of work"
        await _ask(uow, playbook, grant, now)

    return await each(uow, Due.GRANT, await uow.consents.to_ask(now, AT_ONCE), ask, now)


async def show(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    grant_id: int,
    now: datetime,
) -> None:
    """Ask a client whether a grant goes on.

    Raises:
        StaleReply: It is none of theirs, or over.

    """
    authorize(actor, Action.GRANT, Subject("grants", person.id), (), now)
    grant = await _theirs(uow, person, grant_id, now)
    reader = await uow.people.get(grant.recipient_id)
    what = [one for one in Category if one in grant.categories]
    say, language = playbook.texts.say, person.language
    words: dict[str, str | int] = {
        "name": quote(reader.name),
        "what": ", ".join(say(language, f"commands-category_{one}") for one in what),
    }
    key = "circle-renew_again"
    if grant.until is not None:
        key, words["date"] = "circle-renew", day(person, grant.until)
    who = (str(reader.id), what[0].value)
    buttons = [
        [Press(f"{key}.yes", RENEW, (str(grant.id), _end(grant)))],
        [Press("circle-renew.see", PREVIEW, who), Press("circle-renew.stop", STOP, who)],
    ]
    await tell(uow, playbook, person, key, now=now, words=words, buttons=buttons)


async def renew(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    grant_id: int,
    end: str,
    now: datetime,
    *,
    shown_in: int | None = None,
) -> None:
    """Let a grant go on, thirty days longer where it had an end.

    ``end`` is the one that was asked about (`_end`): pressed twice, it is no longer than that.

    Raises:
        StaleReply: It is none of theirs, over, or its end is another by now.

    """
    authorize(actor, Action.GRANT, Subject("grants", person.id), (), now)
    grant = await _theirs(uow, person, grant_id, now)
    if end != _end(grant):
        raise StaleReply("its end is another by now")
    if grant.until is not None:
        grant = replace(grant, until=grant.until + LONGER)
    await uow.consents.change("renewed", grant, now, person.id)
    role = await _role(uow, grant)
    await uow.consents.ask_at(grant.id, None if role is None else ask_at(role, now, grant.until))
    ref = f"grant:{grant.id}"
    await uow.trail.note(person.id, Role.CLIENT, Action.GRANT, ref, now, client_id=person.id)
    await tell(uow, playbook, person, "circle-renewed", now=now, edits=shown_in)


async def _ask(uow: UnitOfWork, playbook: Playbook, grant: Grant, now: datetime) -> None:
    role = await _role(uow, grant)
    if role is None or not stands(grant, now):
        await uow.consents.ask_at(grant.id, None)
        return
    await uow.consents.ask_at(grant.id, _again(grant, role, now))
    client = await uow.people.get(grant.client_id)
    await tell(
        uow,
        playbook,
        client,
        "circle-notice",
        now=now,
        lane=Lane.BULK,
        kind=RENEWAL,
        buttons=((Press("circle-notice.open", RENEWAL, (str(grant.id),)),),),
        not_before=after_quiet(now, client.quiet_from, client.quiet_to, client.zone),
        expires_at=grant.until,
    )


def _end(grant: Grant) -> str:
    """Write when a grant ends as a button carries it: seconds since 1970, 0 where it has no end."""
    return "0" if grant.until is None else str(int(grant.until.timestamp()))


def _again(grant: Grant, role: Role, now: datetime) -> datetime | None:
    """Return when a client is asked once more who says nothing now."""
    following = ask_at(role, now, grant.until)
    if following is None or following > now:
        return following
    return now + ASK_AGAIN_AFTER if grant.until is None else None


async def _theirs(uow: UnitOfWork, person: Person, grant_id: int, now: datetime) -> Grant:
    grant = await uow.consents.get(grant_id)
    if grant is None or grant.client_id != person.id or not stands(grant, now):
        raise StaleReply("no grant of theirs that stands")
    return grant


async def _role(uow: UnitOfWork, grant: Grant) -> Role | None:
    """Return what a receiver is to the client, or None if they are nothing any more."""
    roles = {
        one.role
        for one in await uow.people.members_of(grant.client_id)
        if one.person_id == grant.recipient_id
    }
    return next((r for r in (Role.FAMILY, Role.SPONSOR, Role.COUNSELOR) if r in roles), None)
