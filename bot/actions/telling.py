"""Telling people: every message an action leaves is worded and queued here.

Nothing is sent from an action. A message is worded in its reader's language and laid in the outbox,
inside the same transaction as what it tells about.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from dialogs.care.people import Person, PersonState
from dialogs.messages import Button, Message, press
from dialogs.playbook import Playbook
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Press:
    """A button to be worded: the text key of its label, and what pressing it means."""

    label: str
    verb: str
    args: tuple[str, ...] = ()


def rows(playbook: Playbook, language: str, *lines: Sequence[Press]) -> Rows:
    """Word rows of buttons in ``language``."""
    return tuple(
        tuple(
            Button(playbook.texts.say(language, one.label), press(one.verb, *one.args))
            for one in line
        )
        for line in lines
    )


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
