"""After a check-in: who will see it, one next step, good news, and when the next one is."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

import structlog

from bot.actions import changing, news, yesterday
from bot.actions.circle import withholding
from bot.actions.telling import leave, moment, rows
from dialogs.care.consent import Category, may_see
from dialogs.care.people import Person
from dialogs.engine.session import Session
from dialogs.messages import Message, quote
from dialogs.playbook import Playbook
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

_OF_A_CHECK_IN = frozenset(
    {
        Category.PRESENCE,
        Category.GOALS,
        Category.MOOD,
        Category.CRAVINGS,
        Category.USE,
        Category.MEDICATION,
    }
)


async def close(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """Leave the good news that the daily check-in brought, and its closing message."""
    await news.milestone(uow, playbook, person, session, now)
    await close_other(uow, playbook, person, session, now)


async def close_other(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """Leave the closing message of any other check-in."""
    log.info("check-in finished", session=session.id)
    lines = [
        playbook.texts.say(person.language, "commands-closing"),
        await _who_sees(uow, playbook, person, now),
        *await _next_step(uow, playbook, person, now),
        await _next_time(uow, playbook, person, now),
    ]
    change = changing.button("commands-closing.change", session.id)
    keep = await withholding.button(uow, person, session, now)
    fill_in = await yesterday.buttons(uow, person, now)
    buttons = rows(playbook, person.language, *filter(None, ((change,), keep, fill_in)))
    message = Message("\n".join(lines), buttons)
    await leave(uow, person, message, lane=Lane.REPLY, kind="closing", now=now)


async def _who_sees(uow: UnitOfWork, playbook: Playbook, person: Person, now: datetime) -> str:
    """Say who gets what of a check-in, as it is granted at this moment."""
    grants = await uow.consents.of_client(person.id)
    around = dict.fromkeys(one.person_id for one in await uow.people.members_of(person.id))
    seen = {
        one: {kind for kind in Category if may_see(grants, one, person.id, kind, now)}
        for one in around
        if one != person.id
    }
    people = await uow.people.many(one for one, kinds in seen.items() if kinds & _OF_A_CHECK_IN)
    say = partial(playbook.texts.say, person.language)
    names = [
        say("commands-closing_sees_what", name=quote(people[one].name), what=_kinds(say, kinds))
        for one, kinds in seen.items()
        if one in people
    ]
    if not names:
        return say("commands-closing_sees_private")
    return say("commands-closing_sees", names=", ".join(names))


def _kinds(say: Callable[..., str], kinds: AbstractSet[Category]) -> str:
    if kinds == set(Category):
        return say("circle-everything")
    told = [one for one in Category if one in kinds & _OF_A_CHECK_IN]
    return ", ".join(say(f"commands-category_{one}") for one in told)


async def _next_step(
    uow: UnitOfWork, playbook: Playbook, person: Person, now: datetime
) -> list[str]:
    plan = await uow.plans.current(person.id)
    today = now.astimezone(ZoneInfo(person.zone)).date()
    steps = [goal.small_step for goal in plan.goals_on(today) if goal.small_step] if plan else []
    if not steps:
        return []
    words = {"step": quote(steps[0])}
    return [playbook.texts.say(person.language, "commands-closing_step", **words)]


async def _next_time(uow: UnitOfWork, playbook: Playbook, person: Person, now: datetime) -> str:
    following = await uow.check_ins.next_for(person.id)
    if following is None:
        return playbook.texts.say(person.language, "commands-closing_no_next")
    when = moment(playbook, person, following.due_at, now)
    return playbook.texts.say(person.language, "commands-closing_next", when=when)
