"""Telling people: every message an action leaves is worded and queued here.

Nothing is sent from an action. A message is worded in its reader's language and laid in the outbox,
inside the same transaction as what it tells about.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from dialogs.care.people import Person, PersonState
from dialogs.messages import Button, Message, covered, cut, press, quote
from dialogs.playbook import Playbook
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

LONGEST_SCREEN = 3_500
"""In UTF-16 units."""

UNASKED = frozenset({Lane.PROMPT, Lane.REMINDER, Lane.BULK})
"""What comes without having been asked for, whoever caused it; else it is asked for where its
reader's own message or tap has led to it. The rest may light up a telephone on a table."""

MINUTE = timedelta(minutes=1)

Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Press:
    """A button to be worded: its label's text key and words, and what pressing it means.

    ``language`` is the one it is worded in, where that is not its reader's.
    """

    label: str
    verb: str
    args: tuple[str, ...] = ()
    words: Mapping[str, str | int] = field(default_factory=dict)
    language: str | None = None


def rows(playbook: Playbook, language: str, *lines: Sequence[Press]) -> Rows:
    """Word rows of buttons in ``language``."""
    return tuple(
        tuple(
            Button(
                playbook.texts.say(one.language or language, one.label, **one.words),
                press(one.verb, *one.args),
            )
            for one in line
        )
        for line in lines
    )


def moment(playbook: Playbook, person: Person, at: datetime, now: datetime) -> str:
    """Word a moment as this person's clock and calendar show it: "tomorrow at 20:00"."""
    zone = ZoneInfo(person.zone)
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    days = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    key = f"commands-when_{days.get((local.date() - today) // timedelta(days=1), 'date')}"
    words = {"time": f"{local:%H:%M}", "date": f"{local:%Y-%m-%d}"}
    return playbook.texts.say(person.language, key, **words)


def clock_time(person: Person, at: datetime) -> str:
    """Word a moment of these hours as this person's clock shows it: "20:35"."""
    return f"{at.astimezone(ZoneInfo(person.zone)):%H:%M}"


def day(person: Person, at: datetime) -> str:
    """Word a moment as the date it has where this person is."""
    return f"{at.astimezone(ZoneInfo(person.zone)):%Y-%m-%d}"


def shown_name(people: Mapping[int, Person], person_id: int) -> str:
    """Return somebody's name as others may see it; their number where they cannot be read."""
    return quote(people[person_id].name) if person_id in people else f"#{person_id}"


async def leave(
    uow: UnitOfWork,
    person: Person,
    message: Message,
    *,
    lane: Lane,
    kind: str,
    now: datetime,
    **links: object,
) -> int | None:
    """Lay a finished message in the outbox, unless this person cannot be reached.

    Args:
        uow: The open unit of work.
        person: The reader.
        message: What is said.
        lane: How urgent it is.
        kind: What it is, for cancelling and for figures.
        now: The instant of the action.
        **links: What the message belongs to (``about_id``, ``alert_id``, ``session_id``, …), as
            `storage.outbox.Outbox.add` takes it.

    Returns:
        The number of the row, or None where the person has left or blocked the bot.

    """
    if person.state is not PersonState.ACTIVE:
        return None
    if person.discreet and (lane in UNASKED or uow.asked_by != person.id):
        message = covered(message)
    return await uow.outbox.add(person.id, message, lane=lane, kind=kind, now=now, **links)  # type: ignore[arg-type]  # the links are the outbox's own


async def tell(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    key: str,
    *,
    now: datetime,
    lane: Lane = Lane.REPLY,
    kind: str = "card",
    buttons: Sequence[Sequence[Press]] = (),
    words: Mapping[str, str | int] | None = None,
    **links: object,
) -> int | None:
    """Say the text ``key`` to a person in their language, with buttons worded likewise."""
    message = Message(
        playbook.texts.say(person.language, key, **(words or {})),
        rows(playbook, person.language, *buttons),
    )
    return await leave(uow, person, message, lane=lane, kind=kind, now=now, **links)


async def tell_once_a_minute(
    uow: UnitOfWork, playbook: Playbook, person: Person, key: str, *, now: datetime
) -> bool:
    """Say a text to whoever writes on and on, unless it was said within the last minute.

    Returns:
        Whether it is said now.

    """
    minute = int(now.timestamp()) // 60
    names = [f"{key}:{person.id}:{one}" for one in (minute, minute - 1)]
    for name in names:
        if await uow.outbox.was_left(name, now - MINUTE):
            return False
    await tell(uow, playbook, person, key, now=now, dedupe=names[0])
    return True


async def show_lines(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    lines: str,
    *,
    now: datetime,
    buttons: Sequence[Sequence[Press]] = (),
    edits: int | None = None,
) -> int | None:
    """Leave a screen that was asked for and is worded already; it cannot be forwarded.

    What does not fit into one message is cut off with "…"; its parts can be opened.
    """
    message = Message(
        cut(lines, LONGEST_SCREEN), rows(playbook, person.language, *buttons), protect=True
    )
    return await leave(uow, person, message, lane=Lane.REPLY, kind="card", now=now, edits=edits)
