"""Claiming: which messages go now, urgent first, each looked at once more before it does."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from bot.telegram import letters
from bot.telegram.connection import LEASE_SECONDS
from bot.telegram.desks import Desk, Desks
from bot.telegram.limits import is_urgent
from dialogs.errors import DatabaseRefused
from dialogs.texts import Texts
from storage.outbox import Outgoing
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

LEASE = timedelta(seconds=LEASE_SECONDS)
REPEAT_KEY = "alerts-page_repeat"

Claimed = list[tuple[Desk, Outgoing]]
Recheck = Callable[[UnitOfWork, Outgoing, datetime], Awaitable[bool]]
OnSent = Callable[[UnitOfWork, Outgoing, int, datetime], Awaitable[None]]
Gather = Callable[[UnitOfWork, Outgoing, timedelta, datetime], Awaitable[Outgoing]]
OnUndeliverable = Callable[[UnitOfWork, Outgoing, datetime], Awaitable[None]]


async def _alone(
    _uow: UnitOfWork, outgoing: Outgoing, _lease: timedelta, _now: datetime
) -> Outgoing:
    """Take nothing along."""
    return outgoing


@dataclass(frozen=True, slots=True)
class Duties:
    """What others decide about a message on its way, each inside a transaction of the sender's.

    ``recheck`` says, just before it goes, whether it still should. ``on_sent`` gets the message id.
    ``on_undeliverable`` hears that a person cannot be reached any more. ``gather`` takes along what
    else waits for the same reader and goes into the same message.
    """

    recheck: Recheck
    on_sent: OnSent
    on_undeliverable: OnUndeliverable
    gather: Gather = _alone


class Claiming:
    """Claims rows of the outbox inside a transaction that must be committed before they go."""

    def __init__(self, desks: Desks, duties: Duties, texts: Texts) -> None:
        self._desks = desks
        self._duties = duties
        self._texts = texts

    async def claim(self, uow: UnitOfWork, now: datetime) -> Claimed:
        """Claim what may go now, urgent first; what must wait or not go at all is left out."""
        rows: Claimed = []
        for room in self._desks.rooms():
            claimed = await uow.outbox.claim(
                room.lanes, now, limit=room.places, lease=LEASE, exclude_people=room.not_to
            )
            looked = [await self._look_once_more(uow, row, now) for row in claimed]
            rows += [(room.desk, row) for row in looked if row is not None]
        return rows

    async def _look_once_more(
        self, uow: UnitOfWork, row: Outgoing, now: datetime
    ) -> Outgoing | None:
        """Return the row as it is to be sent, or None if it must wait or not go at all."""
        if not await self._is_wanted(uow, row, now):
            await uow.outbox.failed(row.id, now, "withdrawn")
            return None
        held = self._desks.held(row)
        if held > 0:
            await uow.outbox.retry(row.id, now + timedelta(seconds=held), "held")
            return None
        row = await self._together(uow, row, now)
        if not row.repeat or not is_urgent(row.lane):
            return row
        person = (await uow.people.many([row.person_id])).get(row.person_id)
        if person is None:  # whoever cannot be read holds up nobody, and is paged all the same
            return row
        text = self._texts.say(person.language, REPEAT_KEY, text=row.message.text)
        return replace(row, message=letters.reworded(row.message, text))

    async def _together(self, uow: UnitOfWork, row: Outgoing, now: datetime) -> Outgoing:
        """Take along what goes into the same message; if nobody can say what, it goes alone."""
        try:
            return await self._duties.gather(uow, row, LEASE, now)
        except DatabaseRefused:
            raise
        except Exception:
            log.exception("message goes alone", row=row.id, lane=row.lane.name)
            return row

    async def _is_wanted(self, uow: UnitOfWork, row: Outgoing, now: datetime) -> bool:
        """Ask whether a row should still go; if nobody can say, only a page does."""
        try:
            return await self._duties.recheck(uow, row, now)
        except DatabaseRefused:
            raise
        except Exception:
            log.exception("message not looked at", row=row.id, lane=row.lane.name)
            return is_urgent(row.lane)
