"""Crisis cards, as the database knows them: whose must be written anew, whose must be destroyed.

The cards themselves are files beside the database. A card is due from the change that makes it
wrong until it has been written, so nothing that happens in between can leave an old one behind.
"""

from sqlalchemy import bindparam, select, update

from dialogs.care.people import Role
from storage.tables import HAS_OLD_CARD, memberships, people, plans
from storage.vault import Repository

CRISIS_CARD = "crisis card"
"""The purpose under which a card's file is named after its chat (`KeyRing.blind`)."""

_DUE = update(plans).where(plans.c.card_at.is_not(None)).values(card_at=None)
_OWN_DUE = _DUE.where(plans.c.client_id == bindparam("who"))
_CLIENTS_DUE = _DUE.where(
    plans.c.client_id.in_(
        select(memberships.c.client_id).where(
            memberships.c.person_id == bindparam("who"),
            memberships.c.role.in_((Role.COUNSELOR, Role.SPONSOR)),
            memberships.c.left_at.is_(None),
        )
    )
)
_LEAVE_OLD = update(people).where(people.c.id == bindparam("who")).values(old_card=bindparam("old"))
_OLD = (
    select(people.c.id, people.c.old_card)
    .where(HAS_OLD_CARD)
    .order_by(people.c.id)
    .limit(bindparam("limit"))
)


class Cards(Repository):
    """Which crisis cards are no longer what they should be."""

    async def card_due(self, client_id: int) -> None:
        """Note that what stands on a client's card has changed."""
        await self._run(_OWN_DUE, {"who": client_id})

    async def cards_due_by(self, person_id: int) -> None:
        """Note that the cards have changed on which somebody may be named as whoever is told."""
        await self._run(_CLIENTS_DUE, {"who": person_id})

    async def leave_card(self, person_id: int, chat_id: int) -> None:
        """Note that somebody's card must be destroyed: of their chat only its file's name stays."""
        name = self._vault.blind(CRISIS_CARD, str(chat_id))
        await self._run(_LEAVE_OLD, {"who": person_id, "old": name})

    async def old_cards(self, limit: int) -> dict[int, bytes]:
        """Return the names of cards that must be destroyed, by the number of whose they were."""
        return {row.id: row.old_card for row in await self._all(_OLD, {"limit": limit})}

    async def card_destroyed(self, person_id: int) -> None:
        """Note that nothing is left of a card."""
        await self._run(_LEAVE_OLD, {"who": person_id, "old": None})
