"""Staff cards: what counselors and sponsors read about an alert, or about whom they look after."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.actions.alerts import may_stand_in
from bot.actions.check_ins import kept_or_missed
from bot.actions.disclosing import of_the_law
from bot.actions.holding import CARD, outcome_buttons
from bot.actions.leafing import leaves, page
from bot.actions.plans.screens import PLAN, SIGN
from bot.actions.telling import Press, leave, rows, shown_name, tell
from bot.actions.welcome import Invited
from dialogs.care.access import CLINIC, Action, Subject, authorize
from dialogs.care.consent import Category, may_see
from dialogs.care.escalation import Alert, AlertState, Evidence
from dialogs.care.expected import may_be_expected
from dialogs.care.missed import missed_in_a_row
from dialogs.care.people import Actor, Person, Reach, Role
from dialogs.care.second_look import CHANGED
from dialogs.care.warning_signs import Why
from dialogs.errors import AlreadyTaken
from dialogs.messages import Message, one_line, quote
from dialogs.playbook import Playbook
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

LOOK_BACK = timedelta(days=14)
CASELOAD = "clients"
LATEST = 5


async def show_alert(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, reader: Person, alert: Alert, now: datetime
) -> None:
    """Leave the facts of an alert, with what can be done about it."""
    text = await alert_card(uow, playbook, actor, reader, alert)
    buttons = _asked(alert, supporter=is_supporter(actor, alert))
    if alert.state is AlertState.ACKNOWLEDGED:
        theirs = alert.taken_by == reader.id or await may_stand_in(uow, actor, alert, now)
        buttons = outcome_buttons(alert) if theirs else ()
    elif alert.state is AlertState.RESOLVED:
        buttons = ()
    buttons = (*buttons, *_about_its_sign(playbook, actor, alert))
    message = Message(text, rows(playbook, reader.language, *buttons), protect=True)
    await leave(
        uow,
        reader,
        message,
        lane=Lane.REPLY,
        kind=CARD,
        now=now,
        about_id=alert.client_id,
        alert_id=alert.number,
    )


def _about_its_sign(
    playbook: Playbook, actor: Actor, alert: Alert
) -> tuple[tuple[Press, ...], ...]:
    """Return the way to tuning a sign, or to expecting it, for a counselor of the client's."""
    theirs = Role.COUNSELOR in actor.roles_for(alert.client_id)
    if not theirs or alert.safety or not may_be_expected(playbook.rules, alert.sign):
        return ()
    return ((Press("signs-of_alert", SIGN, (str(alert.client_id), alert.sign)),),)


def _asked(alert: Alert, *, supporter: bool) -> tuple[tuple[Press, ...], ...]:
    """Return what can be said to an alert that nobody has."""
    ref = (alert.ref,)
    if supporter:
        calling = Press("replies-buttons.calling", "calling", ref)
        tonight = Press("replies-buttons.tonight", "tonight", ref)
        return ((calling, tonight), (Press("replies-buttons.please_pass", "pass", ref),))
    take = Press("alerts-page.take", "take", ref)
    call_first = Press("replies-buttons.call_first", "call_first", ref)
    return ((take, call_first), (Press("alerts-taken_by_you.pass_on", "pass", ref),))


async def who_has_it(
    uow: UnitOfWork, playbook: Playbook, reader: Person, taken: AlreadyTaken
) -> str:
    """Word who was faster."""
    return await _about_taker(uow, playbook, reader, taken, "alerts-already_taken")


async def who_closes_it(
    uow: UnitOfWork, playbook: Playbook, reader: Person, taken: AlreadyTaken
) -> str:
    """Word who has it now, and so will say how it went."""
    return await _about_taker(uow, playbook, reader, taken, "alerts-theirs_to_close")


async def _about_taker(
    uow: UnitOfWork, playbook: Playbook, reader: Person, taken: AlreadyTaken, key: str
) -> str:
    if taken.by is None:
        return playbook.texts.say(reader.language, "errors-already_taken")
    name = shown_name(await uow.people.many([taken.by]), taken.by)
    return playbook.texts.say(reader.language, key, name=name)


async def show_invitation(
    uow: UnitOfWork,
    playbook: Playbook,
    reader: Person,
    invited: Invited,
    link: str,
    now: datetime,
) -> None:
    """Leave an invitation to be handed on."""
    words = {"until": local_moment(invited.expires_at, reader.zone), "link": link}
    await tell(uow, playbook, reader, "circle-invitation", now=now, words=words)


async def show_caseload(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    now: datetime,
    *,
    first: int = 0,
    shown_in: int | None = None,
) -> None:
    """Show a counselor's clients, one line each, with the way to their plans, a page at a time.

    ``first`` is the number with which the page begins. Each look is on that client's trail.
    """
    authorize(actor, Action.SEE_CASELOAD, CLINIC, (), now)
    clients = [
        m.client_id
        for m in actor.memberships
        if m.role is Role.COUNSELOR and m.client_id is not None
    ]
    lines = [
        (one, line)
        for one in page(clients, first)
        if (line := await _caseload_line(uow, playbook, actor, person, one, now))
    ]
    people = await uow.people.many(one for one, _ in lines)
    buttons = [
        [Press("commands-clients_open", PLAN, (str(one),), {"name": shown_name(people, one)})]
        for one, _ in lines
    ]
    buttons += leaves(CASELOAD, first, len(clients))
    key = "commands-clients" if lines else "commands-clients_none"
    text = "\n".join([playbook.texts.say(person.language, key), "", *(line for _, line in lines)])
    message = Message(text.strip(), rows(playbook, person.language, *buttons), protect=True)
    await leave(uow, person, message, lane=Lane.REPLY, kind="card", now=now, edits=shown_in)


async def _caseload_line(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    client_id: int,
    now: datetime,
) -> str:
    grants = await uow.consents.of_client(client_id)
    authorize(actor, Action.SEE_CLIENT, Subject("client", client_id), grants, now)
    if may_see(grants, person.id, client_id, Category.PRESENCE, now) is None:
        return ""
    await uow.trail.note(
        person.id,
        Role.COUNSELOR,
        Action.SEE_CLIENT,
        f"client:{client_id}",
        now,
        client_id=client_id,
    )
    clients = await uow.people.many([client_id])
    past = await uow.check_ins.for_client(client_id, now - LOOK_BACK)
    done = [one.finished_at for one in past if one.finished_at is not None]
    never = playbook.texts.say(person.language, "commands-clients_never")
    return playbook.texts.say(
        person.language,
        "commands-clients_line",
        name=shown_name(clients, client_id),
        last=local_moment(max(done), person.zone) if done else never,
        missed=missed_in_a_row(kept_or_missed(past)),
        alerts=len(await uow.alerts.open_for(client_id)),
    )


async def alert_card(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, reader: Person, alert: Alert
) -> str:
    """Word an alert as this reader may see it: a sponsor is told to call, not why."""
    involved = [one for one in (alert.client_id, alert.taken_by) if one is not None]
    people = await uow.people.many(involved)
    sponsor = is_supporter(actor, alert)
    say = playbook.texts.say
    outcome = say(reader.language, f"alerts-outcome_{alert.outcome}") if alert.outcome else ""
    card = say(
        reader.language,
        "alerts-card_sponsor" if sponsor else "alerts-card",
        number=alert.number,
        client=shown_name(people, alert.client_id),
        tier=str(alert.tier),
        since=local_moment(alert.raised_at, reader.zone),
        why=_why(playbook, reader, alert),
        said="" if sponsor else await _said(uow, playbook, reader, alert),
        state="taken" if alert.state is AlertState.ACKNOWLEDGED else str(alert.state),
        taker="" if alert.taken_by is None else shown_name(people, alert.taken_by),
        outcome=outcome,
    )
    client = people.get(alert.client_id)
    notice = of_the_law(playbook, reader, client) if sponsor else ()
    return "\n\n".join((card, *how_to_reach(playbook, reader, client), *notice))


def how_to_reach(playbook: Playbook, reader: Person, client: Person | None) -> tuple[str, ...]:
    """Word how a client wants to be reached, if it is not by a call."""
    if client is None or client.reach is Reach.CALL:
        return ()
    words = {"reach": client.reach.value, "name": quote(client.name)}
    return (playbook.texts.say(reader.language, "discreet-reached", **words),)


def is_supporter(actor: Actor, alert: Alert) -> bool:
    """Tell whether somebody reads an alert as a sponsor: whoever is on call reads it as staff."""
    roles = actor.roles_for(alert.client_id)
    return Role.COUNSELOR not in roles and (bool(roles) or not actor.is_role(Role.COUNSELOR))


def why_line(playbook: Playbook, language: str, why: Why) -> str:
    """Word one why-line; that its answer was changed since is said behind it."""
    args = {name: one_line(one) if isinstance(one, str) else one for name, one in why.args.items()}
    line = playbook.texts.say(language, f"alerts-why_{why.key}", **args)
    if CHANGED not in why.args:
        return line
    return playbook.texts.say(language, "alerts-why_was_changed", line=line)


def _why(playbook: Playbook, reader: Person, alert: Alert) -> str:
    """Word what is behind an alert: what raised it, and the latest of what has joined it."""
    say = playbook.texts.say
    first, *later = alert.evidence
    paragraphs = [_lines(playbook, reader, first)]
    for one in later[-LATEST:]:
        again = say(reader.language, "alerts-card_again", when=local_moment(one.at, reader.zone))
        paragraphs.append(f"{again}\n{_lines(playbook, reader, one)}")
    if len(later) > LATEST:
        left_out = say(reader.language, "alerts-card_between", count=len(later) - LATEST)
        paragraphs.insert(1, left_out)
    return "\n\n".join(paragraphs)


def _lines(playbook: Playbook, reader: Person, evidence: Evidence) -> str:
    return "\n".join(f"• {why_line(playbook, reader.language, why)}" for why in evidence.why)


async def _said(uow: UnitOfWork, playbook: Playbook, reader: Person, alert: Alert) -> str:
    """Word what has been said to an alert, the latest last; for staff only."""
    shown = alert.replies[-LATEST:]
    people = await uow.people.many({one.person_id for one in shown})
    say, language = playbook.texts.say, reader.language
    lines = [
        say(
            language,
            "replies-line",
            when=local_moment(one.at, reader.zone),
            name=shown_name(people, one.person_id),
            what=say(language, f"replies-what_{one.kind}", words=one_line(one.words)),
        )
        for one in shown
    ]
    return "\n".join(("", "", *lines)) if lines else ""


def local_moment(at: datetime, zone: str) -> str:
    """Write an instant in somebody's own time, ``2026-11-22 19:55``."""
    return f"{at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"
