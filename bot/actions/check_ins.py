"""Check-ins through the day: open what is due, remind once, close what nobody answered.

A planned check-in is one row, unique by client, schedule, local date and slot, so whatever happens
it is never asked twice. What fell into our own downtime is kept apart from what a person missed.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog

from bot.actions.beats import AT_ONCE, by_number, each
from bot.actions.downtime import catch_up
from bot.actions.pausing import is_paused
from bot.actions.telling import Press, tell
from bot.actions.windows import AWAY
from dialogs.care.access import CLINIC, Action, authorize
from dialogs.care.missed import MissedLadder, missed_in_a_row, offers_short
from dialogs.care.people import SYSTEM, Person, PersonState
from dialogs.care.plan import Plan, dates
from dialogs.care.rhythm import (
    WINDOWS,
    in_quiet_hours,
    is_stale_reminder,
    next_occurrence,
    parse_rule,
    reminder_at,
)
from dialogs.care.warning_signs import Reading
from dialogs.playbook import Playbook
from storage.check_ins import CheckIn, CheckInState, Planned
from storage.claims import Due
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

GONE = frozenset({PersonState.LEFT, PersonState.ERASED})
"""Nothing is planned for whoever is not coming back; whoever blocked the bot may."""

PROMPT = "prompt"
REMINDER = "reminder"
SHORT_VERSION = "short"
"""The verb of the button that opens a check-in in its short version."""
MISSED = "missed"

CHECK_IN = "check_in"
"""The name under which a check-in itself is recorded: it was kept, or missed."""

SIGNS_LOOK_BACK = timedelta(days=14)


def to_plan(person: Person, plan: Plan, now: datetime) -> list[Planned]:
    """Return the next check-in of each of a plan's schedules, in the client's own zone."""
    return [
        Planned(
            client_id=person.id,
            schedule=schedule.key,
            dialog=schedule.dialog,
            local_date=found.local_date,
            slot=found.slot,
            due_at=found.utc,
            zone=person.zone,
            local=found.local.isoformat(),
        )
        for schedule in dates.schedules(plan)
        if (found := next_occurrence(parse_rule(schedule.rule), person.zone, now)) is not None
    ]


async def open_due(uow: UnitOfWork, playbook: Playbook, now: datetime) -> int:
    """Invite everybody whose check-in is due, and plan their next one. Return how many were due."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)
    due = by_number(await uow.check_ins.due(now, AT_ONCE))
    if not due:
        return 0
    clients = {check_in.client_id for check_in in due.values()}
    people = await uow.people.many(clients)
    plans = await uow.plans.current_many(clients)

    async def open_one(number: int) -> None:
        check_in = due[number]
        client_id = check_in.client_id
        person = people.get(client_id) or await uow.people.get(client_id)
        plan = plans.get(client_id) or await uow.plans.current(client_id)
        away = now - check_in.due_at > AWAY
        if away and plan is not None and person.state is PersonState.ACTIVE:
            await catch_up(uow, person, plan, check_in, now)
        await _open_one(uow, playbook, check_in, person, plan, now)
        if plan is not None and person.state not in GONE:
            await uow.check_ins.plan_many(to_plan(person, plan, now))

    return await each(uow, Due.PROMPT, due, open_one, now)


async def _open_one(
    uow: UnitOfWork,
    playbook: Playbook,
    check_in: CheckIn,
    person: Person,
    plan: Plan | None,
    now: datetime,
) -> None:
    closes_at = WINDOWS.closes_at(check_in.due_at, None, None)
    unknown = check_in.dialog not in playbook.players
    if unknown or person.state is not PersonState.ACTIVE or is_paused(person, now):
        await uow.check_ins.mark(check_in.id, state=CheckInState.CANCELLED)
        return
    if closes_at <= now or _is_night(check_in, person, now):
        await uow.check_ins.mark(check_in.id, state=CheckInState.MISSED_BY_US)
        return
    if await _another_is_due(uow, check_in, now):
        await uow.check_ins.mark(check_in.id, state=CheckInState.MISSED_BY_US)
        return
    await uow.check_ins.mark(
        check_in.id,
        state=CheckInState.SENT,
        invited_at=now,
        remind_at=reminder_at(now, person.quiet_from, person.quiet_to, person.zone),
        closes_at=WINDOWS.closes_at(now, None, None),
    )
    ladder = plan.missed if plan else MissedLadder()
    short_first = await _is_short_first(uow, ladder, person, now)
    await _invite(uow, playbook, check_in, person, now, short_first=short_first)


async def _is_short_first(
    uow: UnitOfWork, ladder: MissedLadder, person: Person, now: datetime
) -> bool:
    """Tell whether the two-tap version stands first: after misses, as the client chose."""
    if ladder.short_after is None:
        return False
    silence = await silence_and_answers(uow, person.id, now, {CHECK_IN})
    return offers_short(ladder, missed_in_a_row(silence))


def _is_night(check_in: CheckIn, person: Person, now: datetime) -> bool:
    """Tell whether we come so late that it would be asked in somebody's quiet hours."""
    local = now.astimezone(ZoneInfo(person.zone)).time()
    late = now - check_in.due_at > AWAY
    return late and in_quiet_hours(local, person.quiet_from, person.quiet_to)


async def _another_is_due(uow: UnitOfWork, check_in: CheckIn, now: datetime) -> bool:
    """Tell whether a later one of the same kind has come due as well while we were away."""
    if now - check_in.due_at < AWAY:
        return False
    return any(
        one.state is CheckInState.PLANNED and one.dialog == check_in.dialog and one.due_at <= now
        for one in await uow.check_ins.for_client(check_in.client_id, check_in.due_at)
        if one.id != check_in.id
    )


async def _invite(
    uow: UnitOfWork,
    playbook: Playbook,
    check_in: CheckIn,
    person: Person,
    now: datetime,
    *,
    short_first: bool,
) -> None:
    start = Press("commands-prompt.start", "begin", (str(check_in.id),))
    later = Press("commands-prompt.later", "later", (str(check_in.id),))
    short = _short_version(playbook, check_in, "commands-prompt.short")
    await tell(
        uow,
        playbook,
        person,
        "commands-prompt",
        now=now,
        lane=Lane.PROMPT,
        kind=PROMPT,
        buttons=(short, (start, later)) if short_first else ((start, later), short),
        check_in_id=check_in.id,
        expires_at=WINDOWS.closes_at(now, None, None),
        dedupe=f"prompt:{check_in.id}:{now.isoformat()}",
    )


def _short_version(playbook: Playbook, check_in: CheckIn, key: str) -> tuple[Press, ...]:
    """Return the row with *Short version*, empty where the dialog has none."""
    player = playbook.players.get(check_in.dialog)
    if player is None or not player.dialog.has_short_version:
        return ()
    return (Press(key, SHORT_VERSION, (str(check_in.id),)),)


async def nudge_unanswered(uow: UnitOfWork, playbook: Playbook, now: datetime) -> int:
    """Remind, once, those who have not begun. Return how many were due for it."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)
    due = by_number(await uow.check_ins.remind_due(now, AT_ONCE))
    people = await uow.people.many({check_in.client_id for check_in in due.values()})

    async def remind(number: int) -> None:
        check_in = due[number]
        person = people.get(check_in.client_id) or await uow.people.get(check_in.client_id)
        await uow.check_ins.mark(check_in.id, reminded_at=now)
        quiet = person.quiet_from, person.quiet_to, person.zone
        if check_in.remind_at is None or is_stale_reminder(check_in.remind_at, now, *quiet):
            return
        start = Press("commands-reminder.start", "begin", (str(check_in.id),))
        short = _short_version(playbook, check_in, "commands-reminder.short")
        await tell(
            uow,
            playbook,
            person,
            "commands-reminder",
            now=now,
            lane=Lane.REMINDER,
            kind=REMINDER,
            buttons=((start,), short),
            check_in_id=check_in.id,
            expires_at=check_in.closes_at,
            dedupe=f"reminder:{check_in.id}:{check_in.remind_at}",
        )

    return await each(uow, Due.REMINDER, due, remind, now)


async def silence_and_answers(
    uow: UnitOfWork,
    client_id: int,
    now: datetime,
    families: Collection[str] | None = None,
    *,
    since: datetime | None = None,
) -> tuple[Reading, ...]:
    """Return a client's answers and check-ins kept or missed, oldest first.

    Args:
        uow: The open unit of work.
        client_id: Whose.
        now: Up to when.
        families: Under what names, see `Rules.about`; what no rule asks for is not read. None:
            under all.
        since: From when; by default two weeks ago.

    """
    since = since or now - SIGNS_LOOK_BACK
    readings: list[Reading] = []
    if families is None or {*families} - {CHECK_IN}:
        readings += await uow.answers.readings(client_id, since, families=families)
    if families is None or CHECK_IN in families:
        readings += kept_or_missed(await uow.check_ins.for_client(client_id, since))
    return tuple(sorted(readings, key=lambda reading: reading.at))


def kept_or_missed(check_ins: Iterable[CheckIn]) -> list[Reading]:
    """Return what check-ins themselves are recorded as, each of its own day.

    One filled in later is both missed and kept.
    """
    found = []
    for one in check_ins:
        if one.state is CheckInState.MISSED and one.closes_at is not None:
            missed = Reading(CHECK_IN, "missed", one.closes_at, None, "expired")
            found.append(replace(missed, about=one.local_date))
        if one.finished_at is not None:
            kept = "finished" if one.state is CheckInState.FINISHED else "filled_in"
            found.append(Reading(CHECK_IN, kept, one.finished_at, None, about=one.local_date))
    return sorted(found, key=lambda reading: reading.at)


async def settle_prompts(
    uow: UnitOfWork, playbook: Playbook, person: Person, check_in: CheckIn, how: str, now: datetime
) -> None:
    """Take the buttons off a check-in's prompts.

    Args:
        uow: The open unit of work.
        playbook: Words.
        person: Whose check-in it is.
        check_in: Which one.
        how: It was ``started``, ``waits`` its turn, is ``left_out`` or ``closed``; or it was
            ``missed``, and under the last of its prompts it can still be begun.
        now: The instant.

    """
    await uow.outbox.cancel(check_in_id=check_in.id)
    key = f"commands-prompt_{how}"
    prompts = await uow.outbox.prompts_of(check_in.id)
    fill_in = Press(f"{key}.start", "begin", (str(check_in.id),))
    for message_id in prompts:
        still = how == MISSED and message_id == prompts[-1]
        buttons = ((fill_in,),) if still else ()
        await tell(
            uow, playbook, person, key, now=now, kind="settled", buttons=buttons, edits=message_id
        )
