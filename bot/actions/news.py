"""News: what family members and sponsors hear, when and as far as the client granted it.

Good news waits for an hour, and its client reads it first, word for word: they can send it at once,
or keep it. The notice itself says nothing. What it stands for is read from the plan when it is
opened, and only if the grant that allowed it still holds at that moment.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.actions.disclosing import disclose, with_notice
from bot.actions.telling import Press, show_lines, tell
from dialogs.care import progress
from dialogs.care.access import CLINIC, Action, Subject, authorize
from dialogs.care.consent import Category, Grant, is_in_force, may_see
from dialogs.care.milestones import DAYS, newly_reached
from dialogs.care.people import SYSTEM, Actor, Person, Role
from dialogs.care.plan import Milestone, Plan
from dialogs.care.rhythm import after_quiet
from dialogs.engine.session import Answer, Session
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

NEWS, SEND_NEWS, KEEP_NEWS = "news", "sendnews", "keepnews"
ALL_OF_IT = timedelta(days=DAYS)
KEPT = timedelta(days=2)
"""How long good news waits for a phone that is off before it is old."""

FIRST_HERS = timedelta(hours=1)
"""How long good news waits for a word of the client it is about, before it leaves by itself."""


async def withdraw(uow: UnitOfWork, person: Person, answers: Iterable[Answer]) -> None:
    """Take waiting news back as soon as a client says that they used, however that dialog ends."""
    if any(_tells_of_use(answer) for answer in answers):
        await uow.outbox.cancel(about_id=person.id, kind=NEWS)


def _tells_of_use(answer: Answer) -> bool:
    return answer.name == progress.AFTER_USE or (
        answer.name == progress.USE and answer.value == "yes"
    )


async def milestone(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """Celebrate, once, a milestone that this dialog reached; a day of use is none."""
    plan = await uow.plans.current(person.id)
    answer = next((a for a in session.answers if a.name == "use"), None)
    if plan is None or not plan.milestones or (answer is not None and answer.value == "yes"):
        return
    for reached in await _reached(uow, plan, person, session, now):
        await tell(
            uow,
            playbook,
            person,
            "commands-reached",
            now=now,
            words={"words": quote(reached.words)},
            dedupe=f"reached:{person.id}:{reached.key}",
        )
        await _share(uow, playbook, person, reached, now)


async def _reached(
    uow: UnitOfWork, plan: Plan, person: Person, session: Session, now: datetime
) -> Iterable[Milestone]:
    """Return what the answers of this check-in reached, whatever day they are about."""
    readings = await uow.answers.readings(person.id, now - ALL_OF_IT)
    today = now.astimezone(ZoneInfo(person.zone)).date()
    used = progress.use_free(readings, today=today, zone=person.zone, days=1)
    if used.days < used.answered:
        return ()
    others = [reading for reading in readings if reading.session_id != session.id]
    return newly_reached(plan, others, readings, today, person.zone)


async def _share(
    uow: UnitOfWork, playbook: Playbook, person: Person, reached: Milestone, now: datetime
) -> None:
    """Lay good news down for whoever may hear it, and show the client what each would read."""
    grants = await uow.consents.of_client(person.id)
    readers: dict[int, Person] = {}
    for member in await uow.people.members_of(person.id):
        grant = may_see(grants, member.person_id, person.id, Category.MILESTONES, now)
        if grant is None or member.role not in {Role.FAMILY, Role.SPONSOR}:
            continue
        told_before = await uow.outbox.was_left(told(grant, reached.key))
        if not told_before and not member.is_paused(now) and member.person_id not in readers:
            reader = readers[member.person_id] = await uow.people.get(member.person_id)
            await _notice(uow, playbook, reader, grant, reached, now)
    if readers:
        await _show_first(uow, playbook, person, list(readers.values()), reached, now)


async def _show_first(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    readers: Sequence[Person],
    reached: Milestone,
    now: datetime,
) -> None:
    say, language = playbook.texts.say, person.language
    names = ", ".join(quote(one.name) for one in readers)
    parts = [say(language, "commands-reached_shared", names=names)]
    by_language = {one.language: one for one in readers}
    parts += [
        f"«{with_notice(playbook, one, person, _worded(playbook, one, person, reached))}»"
        for one in by_language.values()
    ]
    if language not in by_language:
        mine = _worded(playbook, person, person, reached)
        parts += [say(language, "commands-reached_translated"), f"«{mine}»"]
    buttons = [
        [Press("commands-reached_shared.send", SEND_NEWS, (reached.key,))],
        [Press("commands-reached_shared.keep", KEEP_NEWS, (reached.key,))],
    ]
    await show_lines(uow, playbook, person, "\n\n".join(parts), now=now, buttons=buttons)


def _worded(playbook: Playbook, reader: Person, client: Person, reached: Milestone) -> str:
    """Word good news in its reader's language."""
    words = {"client": quote(client.name), "milestone": quote(reached.words)}
    return playbook.texts.say(reader.language, "family-milestone", **words)


async def _notice(
    uow: UnitOfWork,
    playbook: Playbook,
    reader: Person,
    grant: Grant,
    reached: Milestone,
    now: datetime,
) -> None:
    await tell(
        uow,
        playbook,
        reader,
        "family-notice",
        now=now,
        lane=Lane.BULK,
        kind=NEWS,
        buttons=((Press("family-notice.open", NEWS, (str(grant.id), reached.key)),),),
        about_id=grant.client_id,
        not_before=heard_at(reader, now + FIRST_HERS),
        expires_at=now + KEPT,
        dedupe=told(grant, reached.key),
        receipt=(Category.MILESTONES, grant.id),
    )


async def open_news(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    reader: Person,
    grant_id: int,
    key: str,
    now: datetime,
) -> None:
    """Tell the news behind a notice, if it was theirs and is still shared."""
    grant = await uow.consents.get(grant_id)
    if grant is None or not is_theirs(actor, grant, now):
        await say_nothing_new(uow, playbook, reader, now)
        return
    authorize(actor, Action.GET_UPDATE, Subject("news", grant.client_id), (grant,), now)
    plan = await uow.plans.current(grant.client_id)
    found = [m for m in plan.milestones if m.key == key] if plan else []
    if not found or not await uow.outbox.has_gone(told(grant, key)):
        await say_nothing_new(uow, playbook, reader, now)
        return
    client = await uow.people.get(grant.client_id)
    role = min(actor.roles_for(client.id))
    await uow.trail.note(
        reader.id, role, Action.GET_UPDATE, f"grant:{grant.id}", now, client_id=client.id
    )
    text = _worded(playbook, reader, client, found[0])
    kinds = {Category.MILESTONES}
    await disclose(uow, playbook, reader, client, text, kinds, now, grant_id=grant.id)
    await uow.outbox.opened(told(grant, key), now)


def is_theirs(actor: Actor, grant: Grant, now: datetime) -> bool:
    """Tell whether a grant in force lets this very person see something, who is still there."""
    mine = grant.recipient_id == actor.person_id
    return mine and is_in_force(grant, now) and bool(actor.roles_for(grant.client_id))


async def say_nothing_new(
    uow: UnitOfWork, playbook: Playbook, reader: Person, now: datetime
) -> None:
    """Say that there is nothing new: never granted, taken back and nothing happened read alike."""
    authorize(SYSTEM, Action.GET_HELP, CLINIC, (), now)
    await show_lines(
        uow, playbook, reader, playbook.texts.say(reader.language, "family-gone"), now=now
    )


def told(grant: Grant, key: str) -> str:
    """Name the notice of a milestone, so that it is laid down once."""
    return f"{NEWS}:{grant.id}:{key}"


def heard_at(reader: Person, at: datetime) -> datetime:
    """Return when somebody may be written to from ``at`` on, in UTC: not in their quiet hours."""
    return after_quiet(at, reader.quiet_from, reader.quiet_to, reader.zone)
