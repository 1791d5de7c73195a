"""Invitations: doors that open once."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, func, insert, select, update

from dialogs.care.people import Role
from storage.tables import invitations
from storage.vault import Repository

_INVITE = insert(invitations)
_IS_OPEN = and_(invitations.c.used_at.is_(None), invitations.c.expires_at > bindparam("now"))
_PEEK = select(invitations).where(invitations.c.token_index == bindparam("token"), _IS_OPEN)
_REDEEM = (
    update(invitations)
    .where(invitations.c.token_index == bindparam("token"), _IS_OPEN)
    .values(used_at=bindparam("now"), used_by=bindparam("who"))
    .returning(invitations)
)
_REOPEN = (
    update(invitations)
    .where(
        invitations.c.token_index == bindparam("token"), invitations.c.used_by == bindparam("who")
    )
    .values(used_at=None, used_by=None)
)
_OPEN_INVITATIONS = select(func.count()).where(invitations.c.role == bindparam("role"), _IS_OPEN)


@dataclass(frozen=True, slots=True)
class Invitation:
    """A door that opens once, for a role in one client's care (None: in the clinic)."""

    role: Role
    client_id: int | None
    inviter_id: int | None
    expires_at: datetime


class Invitations(Repository):
    """Every invitation that was given; of its token only a keyed hash is kept."""

    async def invite(
        self,
        role: Role,
        client_id: int | None,
        inviter_id: int | None,
        token: str,
        expires_at: datetime,
        now: datetime,
    ) -> None:
        """Keep an invitation; of its token only a keyed hash is kept."""
        row = {
            "token_index": self._blind_token(token),
            "role": role,
            "client_id": client_id,
            "inviter_id": inviter_id,
            "created_at": now,
            "expires_at": expires_at,
        }
        await self._run(_INVITE, row)

    async def invitation(self, token: str, now: datetime) -> Invitation | None:
        """Look at an invitation without using it; None if it is used, expired or unknown."""
        row = await self._first(_PEEK, {"token": self._blind_token(token), "now": now})
        return None if row is None else _invitation(row)

    async def redeem(self, token: str, person_id: int, now: datetime) -> Invitation | None:
        """Use an invitation up. None if it is used, expired or unknown."""
        values = {"token": self._blind_token(token), "now": now, "who": person_id}
        row = await self._first(_REDEEM, values)
        return None if row is None else _invitation(row)

    async def reopen(self, token: str, person_id: int) -> None:
        """Make an invitation good again that this person used and did not take up."""
        await self._run(_REOPEN, {"token": self._blind_token(token), "who": person_id})

    async def open_invitations(self, role: Role, now: datetime) -> int:
        """Count the invitations to a role that can still be used."""
        counted: int = await self._scalar(_OPEN_INVITATIONS, {"role": role, "now": now})
        return counted

    def _blind_token(self, token: str) -> bytes:
        return self._vault.blind("invitation", token)


def _invitation(row: Row[Any]) -> Invitation:
    return Invitation(Role(row.role), row.client_id, row.inviter_id, row.expires_at)
