"""Missed check-ins: who hears of them, as the client chose when well, and choosing it.

A sponsor who may know hears once, that check-ins were missed and no more; otherwise the
counselor's warning sign speaks. Silence is never called anything but silence.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.actions import judging, news, series
from bot.actions.check_ins import CHECK_IN, silence_and_answers
from bot.actions.disclosing import disclose, with_notice
from bot.actions.telling import Press, show_lines, tell
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.consent import Category, Grant, may_see
from dialogs.care.missed import MissedLadder, missed_in_a_row, tells_sponsor
from dialogs.care.people import Actor, Person, PersonState, Role
from dialogs.care.plan import MISSED_SIGN, Plan
from dialogs.care.rhythm import after_quiet
from dialogs.errors import NotConsented, StaleReply
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

SILENCE = "silence"
KEPT = timedelta(days=2)
"""How long the sponsor's message waits for a phone that is off before it is old."""

OFFERED = (2, 3, 5, 7)
AS_THE_CLINIC = 0
"""On a button: no number of their own, so that of the clinic's rule holds."""

_NOBODY_ELSE: frozenset[str] = frozenset()


async def after_silence(uow: UnitOfWork, playbook: Playbook, client_id: int, now: datetime) -> None:
    """Let those hear of a check-in that nobody answered whom its client chose for it."""
    client = await uow.people.get(client_id)
    plan = await uow.plans.current(client_id)
    told = plan is not None and await _tell_sponsors(uow, playbook, client, plan, now)
    but = frozenset({MISSED_SIGN}) if told else _NOBODY_ELSE
    await judging.judge(uow, playbook, client, None, {CHECK_IN}, now, but=but)
    await series.look(uow, playbook, client, {CHECK_IN}, now)


async def _tell_sponsors(
    uow: UnitOfWork, playbook: Playbook, client: Person, plan: Plan, now: datetime
) -> bool:
    """Tell the sponsors who may know, once in a row of days. Return whether there are any."""
    readings = await silence_and_answers(uow, client.id, now, {CHECK_IN})
    missed = missed_in_a_row(readings)
    if not tells_sponsor(plan.missed, missed):
        return False
    since = int(readings[-missed].at.timestamp())
    hearing = await _who_hears(uow, client, now)
    for reader, grant in hearing:
        await _tell(uow, playbook, reader, grant, since, now)
    return bool(hearing)


async def _who_hears(
    uow: UnitOfWork, client: Person, now: datetime
) -> Sequence[tuple[Person, Grant]]:
    """Return the sponsors who can be reached and may know whether check-ins were kept."""
    grants = await uow.consents.of_client(client.id)
    found = []
    for member in await uow.people.members_of(client.id):
        grant = may_see(grants, member.person_id, client.id, Category.PRESENCE, now)
        if member.role is not Role.SPONSOR or grant is None or member.is_paused(now):
            continue
        reader = await uow.people.get(member.person_id)
        if reader.state is PersonState.ACTIVE:
            found.append((reader, grant))
    return found


async def _tell(
    uow: UnitOfWork, playbook: Playbook, reader: Person, grant: Grant, since: int, now: datetime
) -> None:
    await tell(
        uow,
        playbook,
        reader,
        "family-notice",
        now=now,
        lane=Lane.BULK,
        kind=SILENCE,
        buttons=((Press("family-notice.open", SILENCE, (str(grant.id), str(since))),),),
        about_id=grant.client_id,
        not_before=after_quiet(now, reader.quiet_from, reader.quiet_to, reader.zone),
        expires_at=now + KEPT,
        dedupe=_told(grant, since),
        receipt=(Category.PRESENCE, grant.id),
    )


def _told(grant: Grant, since: int) -> str:
    return f"{SILENCE}:{grant.id}:{since}"


async def withdraw(uow: UnitOfWork, client_id: int) -> None:
    """Take back what has not left yet: somebody who checks in is silent no more."""
    await uow.outbox.cancel(about_id=client_id, kind=SILENCE)


async def open_silence(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    reader: Person,
    grant_id: int,
    since: int,
    now: datetime,
) -> None:
    """Tell what stands behind a sponsor's notice, if it was theirs and is still shared."""
    grant = await uow.consents.get(grant_id)
    if grant is None or not news.is_theirs(actor, grant, now):
        await news.say_nothing_new(uow, playbook, reader, now)
        return
    authorize(actor, Action.GET_UPDATE, Subject("news", grant.client_id), (grant,), now)
    if not await uow.outbox.has_gone(_told(grant, since)):
        await news.say_nothing_new(uow, playbook, reader, now)
        return
    client = await uow.people.get(grant.client_id)
    role = min(actor.roles_for(client.id))
    await uow.trail.note(
        reader.id, role, Action.GET_UPDATE, f"grant:{grant.id}", now, client_id=client.id
    )
    text = playbook.texts.say(reader.language, "family-silence", client=quote(client.name))
    kinds = {Category.PRESENCE}
    await disclose(uow, playbook, reader, client, text, kinds, now, grant_id=grant.id)
    await uow.outbox.opened(_told(grant, since), now)


async def offer(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Show after how many missed check-ins who is told, each other choice one tap away.

    Raises:
        NotConsented: They have no plan yet.

    """
    plan = await _theirs(uow, actor, person, now)
    team = await uow.people.members_of(person.id)
    sponsored = any(member.role is Role.SPONSOR for member in team)
    whom = ("counselor", "sponsor") if sponsored else ("counselor",)
    buttons = [[_press(f"times-missed_{one}", n, one) for one in whom] for n in OFFERED]
    key = f"times-missed_now_{plan.missed.tell}"
    after = plan.missed.tell_after or playbook.rules.in_a_row(MISSED_SIGN)
    if after is None:  # this clinic has no such rule, and nothing was chosen either
        key = "times-missed_now_nobody"
    words = {"n": after or 0}
    await tell(uow, playbook, person, key, now=now, words=words, buttons=buttons)


async def choose(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    n: int,
    whom: str,
    now: datetime,
) -> None:
    """Set after how many missed check-ins who is told, as a new version of the plan.

    Raises:
        NotConsented: They have no plan yet.
        StaleReply: Nobody can choose this.

    """
    plan = await _theirs(uow, actor, person, now)
    before, after = plan.missed, _ladder(plan.missed, n, whom)
    plan = replace(plan, missed=after, author_id=person.id, reason="missed", at=now)
    saved = await uow.plans.save(plan)
    await uow.trail.note(
        person.id, Role.CLIENT, Action.SET_TIMES, f"plan:{saved.version}", now, client_id=person.id
    )
    hearing = await _who_hears(uow, person, now) if after.tell == "sponsor" else []
    key = f"times-missed_set_{after.tell}"
    if after.tell == "sponsor" and not hearing:
        key = "times-missed_set_not_yet"
    undo = _press("times-undo", before.tell_after or AS_THE_CLINIC, before.tell)
    n = after.tell_after or playbook.rules.in_a_row(MISSED_SIGN) or 0
    parts = [playbook.texts.say(person.language, key, n=n)]
    parts += _previews(playbook, person, [reader for reader, _ in hearing])
    await show_lines(uow, playbook, person, "\n\n".join(parts), now=now, buttons=[[undo]])


def _previews(playbook: Playbook, client: Person, readers: Iterable[Person]) -> list[str]:
    """Word what sponsors would read, in their own language, for the client to see first."""
    say, parts = playbook.texts.say, []
    for reader in readers:
        words = say(reader.language, "family-silence", client=quote(client.name))
        parts.append(say(client.language, "times-missed_preview", name=quote(reader.name)))
        parts.append(f"«{with_notice(playbook, reader, client, words)}»")
    return parts


def _ladder(before: MissedLadder, n: int, whom: str) -> MissedLadder:
    chosen = None if n == AS_THE_CLINIC else n
    if chosen is None and before.tell_after is None:
        raise StaleReply("there is no choice of theirs to take back")
    short = before.short_after
    short = short if short is None or chosen is None else min(short, chosen)
    if whom not in {"counselor", "sponsor"}:
        raise StaleReply("nobody else can be told")
    try:
        return MissedLadder(short, chosen, "sponsor" if whom == "sponsor" else "counselor")
    except ValueError:
        raise StaleReply("a number of missed check-ins that nobody can choose") from None


def _press(key: str, n: int, whom: str) -> Press:
    return Press(key, "setmissed", (str(n), whom), {"n": n})


async def _theirs(uow: UnitOfWork, actor: Actor, person: Person, now: datetime) -> Plan:
    authorize(actor, Action.SET_TIMES, Subject("times", person.id), (), now)
    plan = await uow.plans.current(person.id)
    if plan is None:
        raise NotConsented
    return plan
