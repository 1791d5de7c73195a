"""The digest: a counselor's day, one line for each client of whom there is anything to read.

It comes at the hour they chose, on the days they work, and not at all where there is nothing new.
What arrives is a notice that says nothing; the lines come after a tap, and each client whose line
was read finds that on their trail.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.actions import figures
from bot.actions.beats import each
from bot.actions.check_ins import kept_or_missed
from bot.actions.figures import sign_name
from bot.actions.meanwhile import closed_by_others
from bot.actions.staff_cards import why_line
from bot.actions.telling import Press, day, show_lines, shown_name, tell
from dialogs.care.access import CLINIC, Action, Subject, authorize
from dialogs.care.consent import Category, Grant, may_see
from dialogs.care.duty import Duty, next_digest
from dialogs.care.escalation import Alert
from dialogs.care.expected import in_force
from dialogs.care.ladders import DAYS
from dialogs.care.missed import missed_in_a_row
from dialogs.care.people import SYSTEM, Actor, Person, Role
from dialogs.care.suggestions import LASTS
from dialogs.playbook import Playbook
from storage.claims import Due
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

DIGEST = "digest"
"""The verb of the button that opens it, and the kind of its notice."""

LOOK_BACK = timedelta(days=14)
AT_MOST = timedelta(days=7)
KEPT = timedelta(hours=14)
MOST_SIGNS = 3
FEW = 3
"""How many digests are made in one unit of work: each looks at every client of somebody."""


@dataclass(frozen=True, slots=True)
class _Line:
    """What there is to read about one client; ``news`` says whether it is worth a message.

    An alert has a message of its own, and is worth another while nobody has taken it. After how
    many missed check-ins a counselor hears is the client's choice, so these are no news either.
    """

    client_id: int
    parts: tuple[str, ...]
    news: bool
    alerts: int


async def show(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    now: datetime,
    since: datetime | None = None,
) -> None:
    """Show what there is to read since the last digest, or since a moment of the last week."""
    authorize(actor, Action.SEE_CASELOAD, CLINIC, (), now)
    duty = await uow.duty.of(person.id)
    first = max(since or duty.digest_since or now - timedelta(days=1), now - AT_MOST)
    found = await _lines(uow, playbook, actor, person, first, now)
    names = await uow.people.many(one.client_id for one in found)
    say, language = playbook.texts.say, person.language
    lines = [say(language, "digest-title", date=day(person, now)), ""]
    for one in found:
        await uow.trail.note(
            person.id,
            Role.COUNSELOR,
            Action.SEE_CLIENT,
            f"client:{one.client_id}",
            now,
            client_id=one.client_id,
        )
        parts = " · ".join(one.parts)
        name = shown_name(names, one.client_id)
        lines.append(say(language, "digest-line", name=name, parts=parts))
    if not found:
        lines.append(say(language, "digest-nothing"))
    if _is_first_day(playbook, duty, person, now):
        lines += ["", *await figures.of_week(uow, playbook, actor, person, now)]
    buttons = [[Press("duty-back.alerts", "alerts")]] if any(one.alerts for one in found) else []
    buttons.append([Press("digest-title.hours", "hours")])
    await show_lines(uow, playbook, person, "\n".join(lines), now=now, buttons=buttons)


async def send_due(uow: UnitOfWork, playbook: Playbook, now: datetime) -> int:
    """Send a digest to everybody whose hour has come and for whom there is anything new."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)
    await _begin(uow, playbook, now)

    async def send(person_id: int) -> None:
        person, actor = await uow.people.get(person_id), await uow.people.actor(person_id)
        duty = await uow.duty.of(person_id)
        if not actor.is_role(Role.COUNSELOR):
            await uow.duty.save(replace(duty, digest_next_at=None))
            return
        since = max(duty.digest_since or now - timedelta(days=1), now - AT_MOST)
        if not duty.is_away(now):
            found = await _lines(uow, playbook, actor, person, since, now)
            if any(one.news for one in found):
                await _notify(uow, playbook, person, since, now)
            duty = replace(duty, digest_since=now)
        await uow.duty.save(replace(duty, digest_next_at=when_next(playbook, duty, person, now)))

    due = await uow.duty.digests_due(now, FEW)
    return await each(uow, Due.DIGEST, due, send, now)


def when_next(playbook: Playbook, duty: Duty, person: Person, now: datetime) -> datetime:
    """Return when somebody's next digest is due, in UTC."""
    at = duty.digest_at or playbook.ladders.digest_at
    hours = duty.hours or playbook.ladders.working_hours
    return next_digest(at, hours, person.zone, now)


async def _begin(uow: UnitOfWork, playbook: Playbook, now: datetime) -> None:
    """Plan the first digest of every counselor who has none yet."""
    staff = await uow.duty.unplanned()
    for person in (await uow.people.many(staff) if staff else {}).values():
        duty = await uow.duty.of(person.id)
        next_at = when_next(playbook, duty, person, now)
        await uow.duty.save(replace(duty, digest_next_at=next_at, digest_since=now))


async def _notify(
    uow: UnitOfWork, playbook: Playbook, person: Person, since: datetime, now: datetime
) -> None:
    await tell(
        uow,
        playbook,
        person,
        "digest-ready",
        now=now,
        lane=Lane.PROMPT,
        kind=DIGEST,
        buttons=((Press("digest-ready.open", DIGEST, (str(int(since.timestamp())),)),),),
        expires_at=now + KEPT,
        dedupe=f"{DIGEST}:{person.id}:{day(person, now)}",
    )


async def _lines(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    since: datetime,
    now: datetime,
) -> Sequence[_Line]:
    """Return what there is to read, of whom something is open first."""
    found = []
    for client_id in sorted(
        {m.client_id for m in actor.memberships if m.role is Role.COUNSELOR and m.client_id}
    ):
        grants = await uow.consents.of_client(client_id)
        authorize(actor, Action.SEE_CLIENT, Subject("client", client_id), grants, now)
        line = await _of_client(uow, playbook, actor, person, client_id, grants, since, now)
        if line.parts:
            found.append(line)
    return sorted(found, key=lambda one: (-one.alerts, not one.news, one.client_id))


async def _of_client(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    client_id: int,
    grants: Sequence[Grant],
    since: datetime,
    now: datetime,
) -> _Line:
    def shown(category: Category) -> bool:
        return may_see(grants, person.id, client_id, category, now) is not None

    say, language = playbook.texts.say, person.language
    news = False
    parts: list[str] = []
    alerts: list[Alert] = []
    if shown(Category.ALERTS):
        closed = await closed_by_others(uow, playbook, actor, person, client_id, grants, since, now)
        alerts = await uow.alerts.open_for(client_id)
        known, words = await _signs(uow, playbook, language, client_id, since, now)
        parts = [*known, *closed, *_open(playbook, language, alerts), *words]
        news = bool(closed or words)
    if shown(Category.PLAN):
        own = (await uow.plans.authors(client_id, since)).count(client_id)
        asked = await _suggestions(uow, client_id, now)
        parts += [say(language, "digest-edits", count=own)] if own else []
        parts += [say(language, "digest-suggestions", count=len(asked))] if asked else []
        news = news or bool(own) or any(one >= since for one in asked)
    if shown(Category.PRESENCE):
        past = kept_or_missed(await uow.check_ins.for_client(client_id, now - LOOK_BACK))
        missed = missed_in_a_row(past)
        parts += [say(language, "digest-missed", count=missed)] if missed else []
    lies = [one for one in alerts if one.taken_by is None and one.raised_at < since]
    return _Line(client_id, tuple(parts), news or bool(lies), len(alerts))


async def _signs(
    uow: UnitOfWork,
    playbook: Playbook,
    language: str,
    client_id: int,
    since: datetime,
    now: datetime,
) -> tuple[list[str], list[str]]:
    """Word what is expected for now, and what was noticed beside it."""
    expected = await _expected(uow, client_id, now)
    known = [
        playbook.texts.say(
            language, "digest-expected", sign=sign_name(playbook, language, sign), until=until
        )
        for sign, until in expected.items()
    ]
    noticed = await uow.noticed.of_client(client_id, since)
    signs = [one for one in noticed if one.sign not in expected]
    words = [why_line(playbook, language, why) for one in signs for why in one.why]
    return known, list(dict.fromkeys(words))[-MOST_SIGNS:]


def _open(playbook: Playbook, language: str, alerts: Sequence[Alert]) -> list[str]:
    numbers = ", ".join(str(one.number) for one in alerts)
    words: dict[str, str | int] = {"count": len(alerts), "numbers": numbers}
    return [playbook.texts.say(language, "digest-alerts", **words)] if alerts else []


async def _expected(uow: UnitOfWork, client_id: int, now: datetime) -> dict[str, str]:
    """Return until which day each sign is expected, by sign, as their client's calendar has it."""
    plan = (await uow.plans.current_many([client_id])).get(client_id)
    if plan is None or not plan.expected:
        return {}
    client = await uow.people.get(client_id)
    today = now.astimezone(ZoneInfo(client.zone)).date()
    held = in_force(plan.expected, today)
    return {sign: one.until.isoformat() for sign, one in held.items()}


async def _suggestions(uow: UnitOfWork, client_id: int, now: datetime) -> list[datetime]:
    """Return since when each suggestion waits for a counselor."""
    lately = await uow.suggestions.of_client(client_id, now - LASTS)
    waiting = [one for one in lately if one.waits_for is Role.COUNSELOR]
    return [one.agreed_by_client or one.made_at for one in waiting]


def _is_first_day(playbook: Playbook, duty: Duty, person: Person, now: datetime) -> bool:
    """Tell whether this is the first working day of somebody's week: the day of the figures."""
    hours = duty.hours or playbook.ladders.working_hours
    today = DAYS[now.astimezone(ZoneInfo(person.zone)).weekday()]
    return today == min(hours.days, key=DAYS.index)
