"""After a check-in: who will see it, one next step, good news, and when the next one is."""

from datetime import datetime
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

_OF_A_CHECK_IN = (Category.MOOD, Category.CRAVINGS, Category.USE, Category.GOALS)


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
    grants = await uow.consents.of_client(person.id)
    members = await uow.people.members_of(person.id)
    seeing = dict.fromkeys(
        m.person_id
        for m in members
        if m.person_id != person.id
        and any(may_see(grants, m.person_id, person.id, kind, now) for kind in _OF_A_CHECK_IN)
    )
    if not seeing:
        return playbook.texts.say(person.language, "commands-closing_sees_private")
    people = await uow.people.many(seeing)
    names = ", ".join(quote(people[one].name) for one in seeing if one in people)
    return playbook.texts.say(person.language, "commands-closing_sees", names=names)


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
