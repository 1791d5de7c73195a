"""The eraser: forgets those whose day has come, each in a unit of work of their own."""

import structlog

from bot.actions import erasing
from bot.clock import Clock
from bot.telegram.parcels import Parcels
from dialogs.playbook import Playbook
from storage.unit_of_work import Database

log = structlog.get_logger(__name__)


class Eraser:
    """Does what `erasing.book` has booked."""

    def __init__(
        self, database: Database, playbook: Playbook, parcels: Parcels, clock: Clock
    ) -> None:
        self._database = database
        self._playbook = playbook
        self._parcels = parcels
        self._clock = clock

    async def erase(self) -> int:
        """Forget whoever is due; return how many there were.

        Raises:
            DatabaseRefused: The database cannot be used.

        """
        now = self._clock()
        async with self._database.reading() as uow:
            at = await uow.erasures.next_at()
        if at is None or at > now:
            return 0
        async with self._database.unit_of_work() as uow:
            people = await erasing.due(uow, now)
        for person_id in people:
            await self._one(person_id)
        return len(people)

    async def _one(self, person_id: int) -> None:
        """Forget one; what goes wrong with them holds up nobody else."""
        now, farewell = self._clock(), None
        try:
            async with self._database.unit_of_work() as uow:
                farewell = await erasing.erase(uow, self._playbook, person_id, now)
        except Exception:  # one person's fault stops no other's right
            log.exception("person not erased", person=person_id)
            async with self._database.unit_of_work() as uow:
                if await erasing.failed(uow, person_id, now):
                    return
        if farewell is not None:
            await self._parcels.say_goodbye(farewell)
