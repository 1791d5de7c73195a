"""Updates: what a supporter is told of a week, once a week, and what they see when they look.

The notice says nothing. What stands behind it is made anew when it is opened, from what is granted
at that moment; where there is nothing to tell, the same sentence stands there for whatever reason.
"""

from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.actions import news
from bot.actions.beats import AT_ONCE, each
from bot.actions.disclosing import UPDATE, disclose
from bot.actions.news import say_nothing_new
from bot.actions.telling import Press, tell
from dialogs.care.access import CLINIC, Action, Subject, authorize
from dialogs.care.circle import UPDATE_RULE, WEEK, WEEKLY
from dialogs.care.consent import Category, Grant, may_see
from dialogs.care.people import SYSTEM, Actor, Membership, Person, PersonState, Role
from dialogs.care.rhythm import after_quiet, next_occurrence, parse_rule
from dialogs.care.weekly import Told, is_news, week
from dialogs.errors import StaleReply
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.circle import Tie
from storage.claims import Due
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

FRESH = "fresh"
KEPT = timedelta(days=3)
"""How long the notice of a week waits for a phone that is off before it is old."""

SUPPORTERS = frozenset({Role.SPONSOR, Role.FAMILY})


async def expect(uow: UnitOfWork, client_id: int, reader: Person, now: datetime) -> None:
    """Plan a supporter's next week, if none is planned; on their own clock."""
    tie = await uow.circle.tie(client_id, reader.id)
    if tie is None or tie.update_at is None:
        await uow.circle.keep(client_id, reader.id, update_at=_next(reader, now))


async def send_updates(uow: UnitOfWork, playbook: Playbook, now: datetime) -> int:
    """Lay the notice of a week before every supporter whose time has come. Return how many had."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)

    async def send(number: int) -> None:
        tie = await uow.circle.tie_by_id(number)
        assert tie is not None, "it has just been found, in this very unit of work"
        reader = await uow.people.get(tie.person_id)
        await uow.circle.keep(tie.client_id, reader.id, update_at=_next(reader, now))
        await _send(uow, playbook, tie, reader, now)

    return await each(uow, Due.UPDATE, await uow.circle.updates_due(now, AT_ONCE), send, now)


async def open_update(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    reader: Person,
    number: int,
    day: str,
    now: datetime,
) -> None:
    """Tell the week behind a notice, as far as it is shared now.

    Raises:
        StaleReply: The button is none of theirs.

    """
    authorize(actor, Action.GET_HELP, CLINIC, (), now)
    tie = await uow.circle.tie_by_id(number)
    try:
        last = date.fromisoformat(day)
    except ValueError:
        raise StaleReply("a button holds a day where there is none") from None
    if tie is None or tie.person_id != reader.id:
        await say_nothing_new(uow, playbook, reader, now)
        return
    await _tell(uow, playbook, actor, reader, tie.client_id, last, now)
    await uow.outbox.opened(_name(tie, last), now)


async def look(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    reader: Person,
    client_id: int,
    now: datetime,
) -> None:
    """Tell a supporter what there is to tell of the last seven days, or that nothing is new."""
    authorize(actor, Action.GET_HELP, CLINIC, (), now)
    await _tell(uow, playbook, actor, reader, client_id, None, now)


async def lines_of(
    uow: UnitOfWork,
    client: Person,
    shown: Collection[Category],
    now: datetime,
    last: date | None = None,
) -> list[Told]:
    """Say what the seven days up to ``last`` (None: today) held, without what is kept private."""
    today = last or now.astimezone(ZoneInfo(client.zone)).date()
    begins = datetime.combine(today, datetime.min.time(), UTC) - WEEK - timedelta(days=1)
    private = await uow.circle.private(client.id, begins)
    readings = [
        one
        for one in await uow.answers.readings(client.id, begins)
        if (one.session_id, one.name) not in private
    ]
    plan = await uow.plans.current(client.id)
    return week(plan, readings, shown, today=today, zone=client.zone)


def worded(playbook: Playbook, language: str, client: Person, lines: Sequence[str]) -> str:
    """Put lines of a week under its heading."""
    say = playbook.texts.say
    words = {"client": quote(client.name)}
    told = [f"• {line}" for line in lines]
    head, foot = say(language, "family-week", **words), say(language, "family-week_end", **words)
    return "\n".join([head, "", *told, "", foot])


def line(playbook: Playbook, language: str, one: Told) -> str:
    """Word one line of a week; what the client wrote is made safe to show."""
    words = {key: quote(v) if isinstance(v, str) else v for key, v in one.args.items()}
    return playbook.texts.say(language, one.key, **words)


async def _send(
    uow: UnitOfWork, playbook: Playbook, tie: Tie, reader: Person, now: datetime
) -> None:
    member = await _member(uow, tie.client_id, reader.id)
    if member is None or member.is_paused(now) or reader.state is not PersonState.ACTIVE:
        return
    client = await uow.people.get(tie.client_id)
    grants = await uow.consents.of_client(client.id)
    day = now.astimezone(ZoneInfo(client.zone)).date()
    lines = await lines_of(uow, client, _shown(grants, reader.id, client.id, now), now, day)
    if not is_news(lines):
        return
    told = sorted({one.category.value for one in lines})
    open_it = Press("family-notice.open", UPDATE, (str(tie.id), day.isoformat()))
    await tell(
        uow,
        playbook,
        reader,
        "family-notice",
        now=now,
        lane=Lane.BULK,
        kind=UPDATE,
        buttons=((open_it,),),
        about_id=client.id,
        not_before=after_quiet(now, reader.quiet_from, reader.quiet_to, reader.zone),
        expires_at=now + KEPT,
        dedupe=_name(tie, day),
        receipt=(" ".join(told), None),
    )


async def _tell(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    reader: Person,
    client_id: int,
    last: date | None,
    now: datetime,
) -> None:
    grants = await uow.consents.of_client(client_id)
    shown = _shown(grants, reader.id, client_id, now)
    if not (actor.roles_for(client_id) & SUPPORTERS) or not shown:
        await say_nothing_new(uow, playbook, reader, now)
        return
    authorize(actor, Action.GET_UPDATE, Subject("update", client_id), grants, now)
    client = await uow.people.get(client_id)
    lines = await lines_of(uow, client, shown & WEEKLY, now, last)
    told = [line(playbook, reader.language, one) for one in lines]
    kinds = {one.category for one in lines}
    good = [] if last else await _good_news(uow, playbook, reader, grants, client, now)
    if not told and not good:
        await say_nothing_new(uow, playbook, reader, now)
        return
    role = min(actor.roles_for(client_id))
    ref = f"client:{client_id}"
    await uow.trail.note(reader.id, role, Action.GET_UPDATE, ref, now, client_id=client_id)
    text = worded(playbook, reader.language, client, [*good, *told])
    told_kinds = kinds | ({Category.MILESTONES} if good else set())
    await disclose(uow, playbook, reader, client, text, told_kinds, now)


async def _good_news(
    uow: UnitOfWork,
    playbook: Playbook,
    reader: Person,
    grants: Sequence[Grant],
    client: Person,
    now: datetime,
) -> list[str]:
    """Repeat the good news that were told under the grant that holds, within a week."""
    grant = may_see(grants, reader.id, client.id, Category.MILESTONES, now)
    plan = await uow.plans.current(client.id)
    if grant is None or plan is None:
        return []
    told = [
        quote(one.words)
        for one in plan.milestones
        if await uow.outbox.has_gone(news.told(grant, one.key), now - WEEK)
    ]
    say = playbook.texts.say
    return [say(reader.language, "family-week_milestones", milestone=one) for one in told]


def _shown(
    grants: Sequence[Grant], reader_id: int, client_id: int, now: datetime
) -> frozenset[Category]:
    kinds = WEEKLY | {Category.MILESTONES}
    return frozenset(
        one for one in kinds if may_see(grants, reader_id, client_id, one, now) is not None
    )


async def _member(uow: UnitOfWork, client_id: int, person_id: int) -> Membership | None:
    found = [
        one
        for one in await uow.people.members_of(client_id)
        if one.person_id == person_id and one.role in SUPPORTERS
    ]
    return found[0] if found else None


def _next(reader: Person, now: datetime) -> datetime | None:
    found = next_occurrence(parse_rule(UPDATE_RULE), reader.zone, now)
    return None if found is None else found.utc


def _name(tie: Tie, day: date) -> str:
    return f"{UPDATE}:{tie.id}:{day.isoformat()}"
