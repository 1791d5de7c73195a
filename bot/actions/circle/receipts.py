"""Receipts: a client reads who was told what, when, and whether it was opened; and who looked."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.actions.circle.people import CIRCLE, PERSON, around
from bot.actions.disclosing import OPENED
from bot.actions.paging import PAGE
from bot.actions.telling import Press, show_lines, shown_name
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.people import Actor, Person
from dialogs.playbook import Playbook
from storage.outbox import Disclosure
from storage.trail import Note
from storage.unit_of_work import UnitOfWork

TOLD = "told"
EVERYBODY = 0
LOOK_BACK = timedelta(days=90)
MOST_TOLD, MOST_LOOKS = 15, 10
SAME = timedelta(minutes=5)
"""What is sent within this time of opening a notice is what stood behind that notice."""

LOOKS = (
    Action.SEE_CLIENT,
    Action.SEE_PLAN,
    Action.SEE_PROGRESS,
    Action.SEE_ALERT,
    Action.TAKE_ALERT,
    Action.GET_UPDATE,
)


async def show(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    about: int,
    now: datetime,
    *,
    shown_in: int | None = None,
) -> None:
    """Show what somebody was told, or everybody (0), the newest first.

    Raises:
        StaleReply: It is nobody of their circle, and nobody who was told anything or looked.

    """
    authorize(actor, Action.SEE_RECEIPTS, Subject("receipts", person.id), (), now)
    found = await uow.outbox.disclosures(person.id, now - LOOK_BACK)
    told = [one for one in _once(found) if about in {EVERYBODY, one.recipient_id}]
    notes = await uow.trail.looks(person.id, LOOKS, now - LOOK_BACK)
    looks = [one for one in notes if one.actor_id != person.id]
    looks = [one for one in looks if about in {EVERYBODY, one.actor_id}]
    ids = {one.recipient_id for one in told} | {one.actor_id for one in looks if one.actor_id}
    if about not in {EVERYBODY, *ids}:
        ids |= {one.person_id for one in await around(uow, person.id, about)}
    people = await uow.people.many(ids)
    say, language = playbook.texts.say, person.language
    head = "circle-receipts_about" if about else "circle-receipts"
    lines = [say(language, head, name=shown_name(people, about) if about else ""), ""]
    if not told:
        lines.append(say(language, "circle-receipts_none"))
    lines += [_told(playbook, person, people, one) for one in told[-MOST_TOLD:][::-1]]
    if looks:
        lines += ["", say(language, "circle-looks")]
        lines += [_look(playbook, person, people, one) for one in looks[-MOST_LOOKS:][::-1]]
    back = Press("circle-do_back", PERSON, (str(about),)) if about else _HOME
    await show_lines(
        uow, playbook, person, "\n".join(lines), now=now, buttons=[[back]], edits=shown_in
    )


_HOME = Press("circle-do_back", CIRCLE)


def _once(found: Sequence[Disclosure]) -> list[Disclosure]:
    """Leave each thing that was told on one line: that of its notice, if that was opened.

    A notice that was opened when a thing was no longer shared told nothing of it. A page is no
    notice: it told by ringing.
    """
    behind = [one for one in found if one.kind == OPENED]
    notices = [one for one in found if one.kind != OPENED]
    return [
        one
        for one in found
        if (
            not any(_belong(notice, one) for notice in notices)
            if one.kind == OPENED
            else one.kind == PAGE
            or one.opened_at is None
            or any(_belong(one, shown) for shown in behind)
        )
    ]


def _belong(notice: Disclosure, shown: Disclosure) -> bool:
    """Tell whether one thing that was told stood behind a notice."""
    if notice.opened_at is None or notice.recipient_id != shown.recipient_id:
        return False
    soon = notice.opened_at <= shown.at <= notice.opened_at + SAME
    return soon and notice.category == shown.category


def _told(playbook: Playbook, person: Person, people: dict[int, Person], one: Disclosure) -> str:
    words = {
        "at": _moment(person, one.at),
        "name": shown_name(people, one.recipient_id),
        "what": playbook.texts.say(person.language, f"commands-category_{one.category}"),
    }
    if one.opened_at is None:
        return playbook.texts.say(person.language, "circle-receipt", **words)
    words["opened"] = _moment(person, one.opened_at)
    return playbook.texts.say(person.language, "circle-receipt_opened", **words)


def _look(playbook: Playbook, person: Person, people: dict[int, Person], one: Note) -> str:
    words = {"at": _moment(person, one.at), "name": shown_name(people, one.actor_id or 0)}
    return playbook.texts.say(person.language, f"circle-look_{one.action}", **words)


def _moment(person: Person, at: datetime) -> str:
    return f"{at.astimezone(ZoneInfo(person.zone)):%Y-%m-%d %H:%M}"
