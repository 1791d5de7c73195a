"""Figures of the week: how each rule has served, for a counselor's clients or for the clinic."""

from datetime import datetime

from bot.actions.telling import show_lines
from dialogs.care import figures
from dialogs.care.access import CLINIC, Action, authorize
from dialogs.care.consent import Category, may_see
from dialogs.care.escalation import Alert, Outcome
from dialogs.care.figures import RuleFigures, Shares
from dialogs.care.ladders import next_working_moment
from dialogs.care.people import Actor, Person, Role
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

MOST_RULES = 12


async def show(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Show what became of the alerts of the last seven days, rule by rule.

    A counselor sees those of the clients who let them see alerts; an admin all, as counts.
    """
    authorize(actor, Action.SEE_FIGURES, CLINIC, (), now)
    lines = await of_week(uow, playbook, actor, person, now)
    say, language = playbook.texts.say, person.language
    text = lines or [say(language, "figures-none")]
    await show_lines(uow, playbook, person, "\n".join(text), now=now)


async def of_week(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> list[str]:
    """Word the figures of the last seven days; no lines where there is nothing to count."""
    since = now - figures.WEEK
    clients = await _clients(uow, actor, now)
    alerts = await uow.alerts.of_clients(clients, since)
    check_ins = await uow.check_ins.count_finished(clients, since)
    if not alerts and not check_ins:
        return []
    hours = (await uow.duty.of(person.id)).hours or playbook.ladders.working_hours

    def leaves_at(alert: Alert) -> datetime:
        return next_working_moment(hours, person.zone, alert.raised_at)

    rules = figures.by_rule(alerts, leaves_at)
    say, language = playbook.texts.say, person.language
    lines = [say(language, "figures-title"), ""]
    lines += [_line(playbook, language, one) for one in rules[:MOST_RULES]]
    if not rules:
        lines.append(say(language, "figures-no_alerts"))
    return [*lines, "", *_shares(playbook, language, figures.shares(alerts, check_ins))]


async def _clients(uow: UnitOfWork, actor: Actor, now: datetime) -> list[int]:
    """Return whose alerts this person may count."""
    if actor.is_role(Role.ADMIN):
        return [one.id for one in await uow.people.with_role(Role.CLIENT)]
    found = []
    for client_id in sorted(
        {m.client_id for m in actor.memberships if m.role is Role.COUNSELOR and m.client_id}
    ):
        grants = await uow.consents.of_client(client_id)
        if may_see(grants, actor.person_id or 0, client_id, Category.ALERTS, now) is not None:
            found.append(client_id)
    return found


def _line(playbook: Playbook, language: str, one: RuleFigures) -> str:
    return playbook.texts.say(
        language,
        "figures-line",
        sign=sign_name(playbook, language, one.sign),
        raised=one.raised,
        in_time=one.in_time,
        safe=one.outcomes.get(Outcome.REACHED_SAFE, 0),
        more=one.outcomes.get(Outcome.REACHED_NEEDS_MORE, 0),
        unreached=one.outcomes.get(Outcome.COULD_NOT_REACH, 0),
        not_needed=one.not_needed,
        withdrawn=one.outcomes.get(Outcome.WITHDRAWN, 0),
        open=one.open,
    )


def _shares(playbook: Playbook, language: str, found: Shares) -> list[str]:
    say, lines = playbook.texts.say, []
    if found.now is not None:
        lines.append(say(language, "figures-now", share=found.now, aim=figures.AIM_NOW))
    if found.useful is not None:
        lines.append(say(language, "figures-useful", share=found.useful, aim=figures.AIM_USEFUL))
    return lines


def sign_name(playbook: Playbook, language: str, sign: str) -> str:
    """Word a warning sign's name; a clinic's own that has no text goes by its key."""
    key = f"figures-sign_{sign}"
    if playbook.texts.has(language, key):
        return playbook.texts.say(language, key)
    return sign.replace("_", " ")
