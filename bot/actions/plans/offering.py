"""Offering: what a client's own answers speak for is proposed to them, with its evidence.

It happens at the end of a weekly review, or when their counselor asks for it. Nothing changes by
itself, and what was declined is left alone for a month.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.actions import after_check_in
from bot.actions.plans import suggested, suggesting
from bot.actions.plans.screens import Look
from bot.actions.telling import tell
from dialogs import plan_writing
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.catalogue import Entry, retitled
from dialogs.care.people import Person
from dialogs.care.plan import Goal, GoalStatus, Plan
from dialogs.care.proposals import Asked, Known, OwnWords, Proposal, propose
from dialogs.care.suggestions import Needs, Suggestion, SuggestionState
from dialogs.engine.session import Session
from dialogs.playbook import Playbook
from storage.check_ins import CheckIn, CheckInState
from storage.unit_of_work import UnitOfWork

LOOK_BACK = timedelta(days=90)
_CHECKED = frozenset({"goal_check", "goal_obstacle"})


async def week_reviewed(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """Close a weekly review, and show what the answers speak for."""
    if session.check_in_id is not None:
        await after_check_in.close_other(uow, playbook, person, session, now)
    plan = await uow.plans.current(person.id)
    if plan is None:
        return
    actor = await uow.people.actor(person.id)
    for made in await _offer(uow, playbook, person, plan, now):
        await suggested.show(uow, playbook, actor, person, made.ref, now)


async def offer_now(at: Look) -> None:
    """Look for proposals because the client's counselor asks for it."""
    grants = await at.uow.consents.of_client(at.client.id)
    authorize(at.actor, Action.EDIT_PLAN, Subject("plan", at.client.id), grants, at.now)
    made = await _offer(at.uow, at.playbook, at.client, at.plan, at.now)
    key = "plan-offered" if made else "plan-offered_nothing"
    await tell(at.uow, at.playbook, at.reader, key, now=at.now, words={"n": len(made)})
    for one in made:
        await suggested.show(at.uow, at.playbook, at.actor, at.reader, one.ref, at.now)


async def _offer(
    uow: UnitOfWork, playbook: Playbook, client: Person, plan: Plan, now: datetime
) -> list[Suggestion]:
    known = await _known(uow, playbook, client, plan, now)
    return [
        await suggesting.suggest(uow, playbook, _suggestion(plan, one, now), None, now)
        for one in propose(known)
    ]


def _suggestion(plan: Plan, one: Proposal, now: datetime) -> Suggestion:
    return Suggestion(
        client_id=plan.client_id,
        name=one.name,
        text=one.text,
        base=plan.version,
        plan=one.plan,
        needs=Needs(one.needs.value),
        by=None,
        made_at=now,
        args=dict(one.args),
    )


async def _known(
    uow: UnitOfWork, playbook: Playbook, client: Person, plan: Plan, now: datetime
) -> Known:
    since = now - LOOK_BACK
    readings = await uow.answers.readings(client.id, since)
    before = await uow.suggestions.of_client(client.id, since)
    say = partial(playbook.texts.say, client.language)
    domains = {entry.key: domain for domain, entry in playbook.catalogue.entries()}
    today = now.astimezone(ZoneInfo(client.zone)).date()

    def ready(entry: Entry | None) -> Goal | None:
        if entry is None:
            return None
        goal = plan_writing.goal_from(entry, secrets.token_hex(4), today, say)
        return replace(goal, domain=domains[entry.key], status=GoalStatus.ACTIVE)

    return Known(
        plan=plan,
        readings=readings,
        asked=_asked(await uow.check_ins.for_client(client.id, since), client.zone),
        now=now,
        zone=client.zone,
        seed=client.id,
        phases=playbook.phases,
        ready=lambda key: ready(playbook.catalogue.entry(key)),
        after=lambda key: ready(playbook.catalogue.after(key)),
        retitled=partial(retitled, playbook.catalogue, playbook.texts),
        say=say,
        own_words=await _own_words(uow, client.id, since),
        goal_of=await _goals_checked(uow, [r.session_id for r in readings if r.name in _CHECKED]),
        declined=_decided(before, SuggestionState.DECLINED, client.zone),
        agreed=_decided(before, SuggestionState.AGREED, client.zone),
        open_names=await suggesting.quiet_names(uow, client.id, now),
    )


def _asked(check_ins: Sequence[CheckIn], zone: str) -> list[Asked]:
    here = ZoneInfo(zone)
    return [
        Asked(
            one.schedule,
            one.local_date,
            one.slot,
            one.state is CheckInState.FINISHED,
            None if one.started_at is None else one.started_at.astimezone(here).hour,
        )
        for one in check_ins
        if one.state in {CheckInState.FINISHED, CheckInState.MISSED}
    ]


async def _own_words(uow: UnitOfWork, client_id: int, since: datetime) -> list[OwnWords]:
    return [OwnWords(*found) for found in await uow.answers.own_words(client_id, since)]


async def _goals_checked(uow: UnitOfWork, sessions: Sequence[str | None]) -> Mapping[str, str]:
    found = {}
    for number in dict.fromkeys(one for one in sessions if one is not None):
        session = await uow.sessions.get(number)
        key = None if session is None else session.facts.get("goal_key")
        if isinstance(key, str):
            found[number] = key
    return found


def _decided(
    suggestions: Sequence[Suggestion], state: SuggestionState, zone: str
) -> dict[str, date]:
    here = ZoneInfo(zone)
    return {
        one.name: one.decided_at.astimezone(here).date()
        for one in suggestions
        if one.state is state and one.decided_at is not None
    }
