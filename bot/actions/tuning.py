"""Tuning: how the signs of one client are heard, and what that would have meant so far."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.actions.staff_cards import MOST_BUTTONS
from bot.actions.telling import Press, day, show_lines, shown_name
from bot.actions.watching import SIGN, days_until
from dialogs.care.access import CLINIC, Action, Subject, authorize
from dialogs.care.consent import Category, may_see
from dialogs.care.people import Actor, Person, Role
from dialogs.care.quieting import Choices, Reason, quieted
from dialogs.care.series.tuning import LOOK_BACK, Hearing, Raised, raised_since, tuned
from dialogs.errors import StaleReply
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

SIGNS, HEAR, KEEP, QUIET, WHY, LOUD = "signs", "hear", "hear_keep", "quiet", "quiet_why", "loud"
DAYS = (7, 14, 30)
_SERIES = tuple(f"{SIGN}{kind}" for kind in ("standing", "change", "silence"))


@dataclass(frozen=True, slots=True)
class Desk:
    """A counselor before one client's signs."""

    uow: UnitOfWork
    playbook: Playbook
    actor: Actor
    person: Person
    client: Person
    now: datetime
    edits: int | None = None

    def say(self, key: str, **words: str | int) -> str:
        """Word a text for the counselor."""
        return self.playbook.texts.say(self.person.language, key, **words)

    def sign(self, name: str) -> str:
        """Name a sign."""
        return self.say(f"figures-sign_{name}")

    async def shows(self, lines: Sequence[str], buttons: Sequence[Sequence[Press]]) -> None:
        """Leave a screen."""
        await show_lines(
            self.uow,
            self.playbook,
            self.person,
            "\n".join(lines),
            now=self.now,
            buttons=buttons,
            edits=self.edits,
        )


async def show(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """List the people somebody looks after, to choose whose signs."""
    authorize(actor, Action.SEE_CASELOAD, CLINIC, (), now)
    theirs = [
        m.client_id
        for m in actor.memberships
        if m.role is Role.COUNSELOR and m.client_id is not None
    ]
    shown = []
    for one in theirs:
        grants = await uow.consents.of_client(one)
        if may_see(grants, person.id, one, Category.ALERTS, now) is not None:
            shown.append(one)
    people = await uow.people.many(shown)
    buttons = [
        (Press("signs-of", SIGNS, (str(one),), {"name": shown_name(people, one)}),)
        for one in shown[:MOST_BUTTONS]
    ]
    key = "signs-whose" if shown else "signs-nobody"
    text = playbook.texts.say(person.language, key)
    await show_lines(uow, playbook, person, text, now=now, buttons=buttons)


async def open_desk(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    client_id: int,
    now: datetime,
    *,
    shown_in: int | None = None,
) -> Desk:
    """Let a counselor see and set how a client's signs are heard.

    Raises:
        NotAllowed: They do not look after this client.
        StaleReply: The client lets them see no alerts.

    """
    grants = await uow.consents.of_client(client_id)
    authorize(actor, Action.TUNE_SIGNS, Subject("client", client_id), grants, now)
    if may_see(grants, person.id, client_id, Category.ALERTS, now) is None:
        raise StaleReply("the client shows them no alerts")
    client = await uow.people.get(client_id)
    return Desk(uow, playbook, actor, person, client, now, shown_in)


async def show_client(desk: Desk) -> None:
    """Show how a client's signs are heard, and what can be changed."""
    choices = await desk.uow.noticed.choices(desk.client.id)
    seen = await _seen(desk)
    lines = [desk.say("signs-title", name=desk.client.name, hearing=choices.hearing.value), ""]
    counted = [
        desk.say("signs-counted", sign=desk.sign(sign), count=count) for sign, count in seen.items()
    ]
    lines += [desk.say("signs-lately"), *counted] if counted else [desk.say("signs-quiet_lately")]
    running = choices.running(desk.now)
    for one in running:
        until, reason = day(desk.client, one.until), desk.say(f"signs-reason_{one.reason}")
        lines += ["", desk.say("signs-expected", sign=desk.sign(one.sign), until=until, why=reason)]
    who = str(desk.client.id)
    buttons: list[Sequence[Press]] = [
        (Press(f"signs-hear_{one}", HEAR, (who, one)),)
        for one in Hearing
        if one is not choices.hearing
    ]
    expected = {one.sign for one in running}
    buttons += [
        (Press("signs-expect", QUIET, (who, sign), {"sign": desk.sign(sign)}),)
        for sign in seen
        if sign not in expected and not is_safety(desk.playbook, sign)
    ]
    buttons += [
        (Press("signs-hear_again", LOUD, (who, one.sign), {"sign": desk.sign(one.sign)}),)
        for one in running
    ]
    await desk.shows([*lines, "", desk.say("signs-safety")], buttons)


async def preview(desk: Desk, how: str) -> None:
    """Show what another setting would have meant over the last 60 days, before it is saved.

    Raises:
        StaleReply: There is no such setting.

    """
    hearing = _hearing(how)
    choices = await desk.uow.noticed.choices(desk.client.id)
    days = await days_until(desk.uow, desk.playbook.series, desk.client, desk.now)
    where = ZoneInfo(desk.client.zone)
    since = (desk.now - LOOK_BACK).astimezone(where).date()
    now, then = (
        raised_since(tuned(desk.playbook.series, one), days, since)
        for one in (choices.hearing, hearing)
    )
    lines = [
        desk.say("signs-preview", name=desk.client.name),
        "",
        desk.say("signs-as_now", count=len(now), days=_days(now)),
        desk.say("signs-as_then", count=len(then), days=_days(then)),
    ]
    who = str(desk.client.id)
    save = Press("signs-save", KEEP, (who, hearing))
    await desk.shows(lines, [(save,), (Press("signs-leave", SIGNS, (who,)),)])


async def keep_hearing(desk: Desk, how: str) -> None:
    """Hear a client's series so from now on.

    Raises:
        StaleReply: There is no such setting.

    """
    choices = await desk.uow.noticed.choices(desk.client.id)
    await _keep(desk, replace(choices, hearing=_hearing(how)))


async def ask_why(desk: Desk, sign: str) -> None:
    """Ask why a sign is expected for now."""
    _may_be_quiet(desk.playbook, sign)
    who = str(desk.client.id)
    reasons = [
        (Press(f"signs-reason_{one}", WHY, (who, sign, str(number))),)
        for number, one in enumerate(Reason)
    ]
    back = (Press("signs-leave", SIGNS, (who,)),)
    await desk.shows([desk.say("signs-ask_why", sign=desk.sign(sign))], [*reasons, back])


async def ask_how_long(desk: Desk, sign: str, reason: int) -> None:
    """Ask for how long."""
    _may_be_quiet(desk.playbook, sign)
    _reason(reason)
    who = str(desk.client.id)
    offered = tuple(
        Press("signs-days", WHY, (who, sign, f"{reason}-{days}"), {"days": days}) for days in DAYS
    )
    back = (Press("signs-leave", SIGNS, (who,)),)
    await desk.shows([desk.say("signs-ask_how_long", sign=desk.sign(sign))], [offered, back])


async def be_quiet(desk: Desk, sign: str, reason: int, days: int) -> None:
    """Expect a sign for so many days: it is read in the digest only.

    Raises:
        StaleReply: It rests on a safety answer, there is no such sign or reason, or it is too long.

    """
    _may_be_quiet(desk.playbook, sign)
    before = await desk.uow.noticed.choices(desk.client.id)
    after = quieted(
        before,
        sign,
        _reason(reason),
        days,
        desk.person.id,
        desk.now,
        zone=desk.client.zone,
        is_safety=is_safety(desk.playbook, sign),
    )
    await _keep(desk, after)


async def hear_again(desk: Desk, sign: str) -> None:
    """Hear a sign again at once."""
    choices = await desk.uow.noticed.choices(desk.client.id)
    await _keep(desk, choices.without(sign))


def is_safety(playbook: Playbook, sign: str) -> bool:
    """Tell whether a sign may never be quiet: it rests on a safety answer, or on words."""
    if sign in _SERIES:
        return False
    return all(rule.safety for rule in playbook.rules.rules if rule.sign == sign)


async def _seen(desk: Desk) -> Counter[str]:
    """Count the signs of the last 60 days."""
    since = desk.now - LOOK_BACK
    noticed = await desk.uow.noticed.of_client(desk.client.id, since)
    alerts = await desk.uow.alerts.of_client(desk.client.id, since)
    return Counter([*(one.sign for one in noticed), *(one.sign for one in alerts)])


async def _keep(desk: Desk, choices: Choices) -> None:
    await desk.uow.noticed.choose(desk.client.id, choices)
    await desk.uow.trail.note(
        desk.person.id,
        Role.COUNSELOR,
        Action.TUNE_SIGNS,
        f"client:{desk.client.id}",
        desk.now,
        client_id=desk.client.id,
    )
    await show_client(desk)


def _may_be_quiet(playbook: Playbook, sign: str) -> None:
    if is_safety(playbook, sign):
        raise StaleReply("this is never quiet, or no sign at all")


def _reason(number: int) -> Reason:
    reasons = tuple(Reason)
    if not 0 <= number < len(reasons):
        raise StaleReply("no such reason")
    return reasons[number]


def _hearing(how: str) -> Hearing:
    try:
        return Hearing(how)
    except ValueError:
        raise StaleReply("no such way of hearing") from None


def _days(raised: Sequence[Raised]) -> str:
    return ", ".join(f"{one.on:%Y-%m-%d}" for one in raised[-5:]) or "-"
