"""Writing crisis cards: after the change that made them due, in a thread, until it has worked.

A card counts as written only if the database still says the same afterwards. What could not be
written stays due, and is tried again at the next beat.
"""

import asyncio
from collections.abc import Mapping

import structlog

from bot.actions import crisis
from bot.actions.crisis import Lifelines
from bot.clock import Clock
from bot.observe import Health
from bot.telegram.cards import CardFile, CrisisCard, Person
from storage.unit_of_work import Database

log = structlog.get_logger(__name__)


class CardWriter:
    """Keeps the cards on disk as the database has them."""

    def __init__(self, database: Database, cards: CardFile, clock: Clock, health: Health) -> None:
        self._database = database
        self._cards = cards
        self._clock = clock
        self._health = health

    async def write(self) -> int:
        """Write the cards that are due and destroy those left behind; return how many were done.

        Raises:
            DatabaseRefused: The database cannot be used.

        """
        now = self._clock()
        async with self._database.reading() as uow:
            due, old = await crisis.cards_due(uow, now), await crisis.old_cards(uow, now)
            stuck = await crisis.cards_stuck(uow, now)
        if not due and not old:
            if not stuck:
                self._health.trouble("cards", None)
            return 0
        written = await asyncio.to_thread(self._written, due)
        destroyed = await asyncio.to_thread(self._destroyed, old)
        failed = due.keys() - written.keys()
        many = len(failed) + len(old) - len(destroyed)
        reason = f"{many} crisis cards cannot be written" if many else None
        self._health.trouble("cards", reason)
        async with self._database.unit_of_work() as uow:
            return await crisis.cards_done(uow, written, failed, destroyed, now)

    def _written(self, due: Mapping[int, Lifelines | None]) -> dict[int, Lifelines]:
        """Write cards; return what is on the disk now."""
        written = {}
        for client_id, one in due.items():
            try:
                if one is not None and one.client.chat_id is not None:
                    self._cards.put(_card(one, one.client.chat_id))
            except OSError as error:
                log.error(  # noqa: TRY400 - its trace says no more
                    "crisis card not written", client=client_id, error=type(error).__name__
                )
            else:
                if one is not None:
                    written[client_id] = one
        return written

    def _destroyed(self, old: Mapping[int, bytes]) -> list[int]:
        """Destroy cards; return whose are gone."""
        destroyed = []
        for person_id, name in old.items():
            try:
                self._cards.destroy(name)
            except OSError as error:
                log.error(  # noqa: TRY400 - its trace says no more
                    "crisis card not destroyed", person=person_id, error=type(error).__name__
                )
            else:
                destroyed.append(person_id)
        return destroyed


def _card(one: Lifelines, chat_id: int) -> CrisisCard:
    return CrisisCard(
        one.client.id,
        chat_id,
        one.client.language,
        one.client.country,
        steps=one.plan.safety.alone,
        people=tuple(Person(contact.name, contact.phone) for contact in one.plan.contacts),
        counselor=one.counselor,
        supporter=one.supporter,
    )
