"""Away: until a moment every alert passes somebody by, also those that are on their way."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.actions import alerts, climbing, on_call, open_alerts, returning
from bot.actions.beats import AT_ONCE, each
from bot.actions.reaching import unavailable
from bot.actions.telling import Press, moment, tell
from dialogs.care.access import CLINIC, Action, authorize
from dialogs.care.ladders import next_working_moment
from dialogs.care.people import SYSTEM, Actor, Person, Role
from dialogs.care.warning_signs import Tier, WarningSign
from dialogs.errors import StaleReply
from dialogs.messages import quote
from dialogs.moments import moment_in
from dialogs.playbook import Playbook
from storage.claims import Due
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

LONGEST = timedelta(days=366)
OFFERED_DAYS = (1, 3, 7, 14)

_ANY = WarningSign("", Tier.NOW, (), (), safety=True)


async def show(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Show until when somebody is away, with the way back; or ask until when."""
    authorize(actor, Action.SET_DUTY, CLINIC, (), now)
    duty = await uow.duty.of(person.id)
    if duty.away_until is None or not duty.is_away(now):
        await _offer(uow, playbook, person, "duty-away_choose", now)
        return
    words = {"when": moment(playbook, person, duty.away_until, now)}
    back = [[Press("duty-away_now.back", "back")]]
    await tell(uow, playbook, person, "duty-away_now", now=now, words=words, buttons=back)


async def typed(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, text: str, now: datetime
) -> None:
    """Be away until the moment that was typed; ask again where it cannot be read."""
    authorize(actor, Action.SET_DUTY, CLINIC, (), now)
    hours = (await uow.duty.of(person.id)).hours or playbook.ladders.working_hours
    until = moment_in(text, playbook.texts, person.language, person.zone, now, morning=hours.begins)
    if until is None or until > now + LONGEST:
        await _offer(uow, playbook, person, "duty-away_unread", now)
        return
    await until_then(uow, playbook, actor, person, until, now)


async def until_then(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    until: datetime,
    now: datetime,
) -> None:
    """Let every alert pass somebody by until a moment; what rested on them goes on at once.

    Raises:
        StaleReply: That moment has passed, or is more than a year away.

    """
    authorize(actor, Action.SET_DUTY, CLINIC, (), now)
    if not now < until <= now + LONGEST:
        raise StaleReply("nobody can be away until then")
    await uow.duty.save(replace(await uow.duty.of(person.id), away_until=until))
    await _noted(uow, person, "away", now)
    went = await climbing.without(uow, playbook, person.id, now)
    await on_call.noticed(uow, playbook, now)
    await uow.people.cards_due_by(person.id)
    when = moment(playbook, person, until, now)
    back = [[Press("duty-away_set.back", "back")]]
    words: dict[str, str | int] = {"when": when, "went": went}
    await tell(uow, playbook, person, "duty-away_set", now=now, words=words, buttons=back)
    await _warn(uow, playbook, actor, person, until, now)


async def back(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Be there again before the time: what nobody could be asked about is asked about now."""
    authorize(actor, Action.SET_DUTY, CLINIC, (), now)
    await _noted(uow, person, "back", now)
    await _return(uow, playbook, person, now)


async def come_back(uow: UnitOfWork, playbook: Playbook, now: datetime) -> int:
    """Let those be there again whose time away is over. Return how many."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)

    async def return_(person_id: int) -> None:
        await _return(uow, playbook, await uow.people.get(person_id), now)

    return await each(uow, Due.RETURN, await uow.duty.back(now, AT_ONCE), return_, now)


async def _return(uow: UnitOfWork, playbook: Playbook, person: Person, now: datetime) -> None:
    await uow.duty.save(replace(await uow.duty.of(person.id), away_until=None))
    await uow.people.cards_due_by(person.id)
    await on_call.noticed(uow, playbook, now)
    actor = await uow.people.actor(person.id)
    if not actor.is_role(Role.COUNSELOR):
        return
    theirs = await open_alerts.open_for(uow, actor, now)
    await returning.revive(uow, playbook, theirs, now)
    show_them = [[Press("duty-back.alerts", "alerts")]] if theirs else []
    words = {"open": len(theirs)}
    await tell(uow, playbook, person, "duty-back", now=now, words=words, buttons=show_them)


async def _warn(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    until: datetime,
    now: datetime,
) -> None:
    """Say to whoever leaves, and to the admins, for how many clients nobody else is there."""
    alone = 0
    for client_id in sorted(
        {m.client_id for m in actor.memberships if m.role is Role.COUNSELOR and m.client_id}
    ):
        ladder = await alerts.ladder_for(uow, playbook, client_id, _ANY, now)
        people = {one for rung in ladder.rungs for one in rung.people}
        alone += people <= await unavailable(uow, playbook, client_id, ladder, now)
    if not alone:
        return
    words: dict[str, str | int] = {"clients": alone}
    await tell(uow, playbook, person, "duty-away_nobody", now=now, words=words)
    for admin in await uow.people.with_role(Role.ADMIN):
        when = moment(playbook, admin, until, now)
        words = {"clients": alone, "name": quote(person.name), "when": when}
        key = "duty-away_admin"
        await tell(
            uow, playbook, admin, key, now=now, lane=Lane.PROMPT, kind=on_call.DUTY, words=words
        )


async def _offer(
    uow: UnitOfWork, playbook: Playbook, person: Person, key: str, now: datetime
) -> None:
    hours = (await uow.duty.of(person.id)).hours or playbook.ladders.working_hours
    zone = ZoneInfo(person.zone)
    today = now.astimezone(zone).date()
    moments = [
        next_working_moment(
            hours, person.zone, datetime.combine(today + timedelta(days=n), hours.begins, zone)
        ).astimezone(now.tzinfo)
        for n in OFFERED_DAYS
    ]
    rows = [
        [
            Press(
                "duty-away_choose.until",
                "away",
                (str(int(at.timestamp())),),
                {"when": moment(playbook, person, at, now)},
            )
        ]
        for at in dict.fromkeys(moments)
    ]
    await tell(uow, playbook, person, key, now=now, buttons=rows)


async def _noted(uow: UnitOfWork, person: Person, what: str, now: datetime) -> None:
    ref = f"person:{person.id}"
    await uow.trail.note(person.id, Role.COUNSELOR, Action.SET_DUTY, ref, now, what)
