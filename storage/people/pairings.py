"""Pairings: who has opened an invitation, and by which digits their inviter will know them.

The digits are kept sealed, for whoever opened it to be shown again. Once they were confirmed, or
can no longer be, nothing of them stays.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update

from dialogs.care.people import Role
from storage.tables import pairings, relinks
from storage.vault import Repository, Sealed

REF_BYTES = 9
DIGITS = 4


@dataclass(frozen=True, slots=True)
class _Known:
    """What only the one at the door knows: their digits, and the invitation they came with."""

    code: str
    token: str


_KNOWN: Sealed[_Known] = Sealed("pairings", "code", _Known)

_ADD = insert(pairings)
_WAITS = pairings.c.confirmed_at.is_(None)
_IS_GOOD = pairings.c.expires_at > bindparam("now")
_BY_REF = select(pairings).where(pairings.c.ref == bindparam("ref"), _WAITS, _IS_GOOD)
_OF_PERSON = (
    select(pairings)
    .where(pairings.c.person_id == bindparam("person"), _WAITS, _IS_GOOD)
    .order_by(pairings.c.made_at.desc())
)
_BEFORE = (
    select(pairings)
    .where(pairings.c.inviter_id == bindparam("inviter"), _WAITS, _IS_GOOD)
    .order_by(pairings.c.made_at.desc())
)
_MISSED = (
    update(pairings)
    .where(pairings.c.ref == bindparam("which"), _WAITS)
    .values(tries=pairings.c.tries + 1)
    .returning(pairings.c.tries)
)
_CONFIRM = (
    update(pairings)
    .where(pairings.c.ref == bindparam("which"), _WAITS, _IS_GOOD)
    .values(confirmed_at=bindparam("now"), code=None)
)
_IS_CONFIRMED = select(pairings.c.ref).where(
    pairings.c.person_id == bindparam("person"),
    pairings.c.token_index == bindparam("token"),
    pairings.c.confirmed_at.is_not(None),
)
_END = delete(pairings).where(pairings.c.ref == bindparam("which"))
_OVER = (
    select(pairings)
    .where(pairings.c.expires_at <= bindparam("now"))
    .order_by(pairings.c.expires_at)
    .limit(bindparam("limit"))
)
_RELINK = insert(relinks)
_RELINKED = select(relinks.c.person_id).where(relinks.c.token_index == bindparam("token"))


@dataclass(frozen=True, slots=True)
class Pairing:
    """Somebody at the door: what they were invited as, by whom, and how often digits were wrong.

    ``code`` and ``token`` are None once they were let in. Whoever comes back to a record that is
    there already has its number in ``again``.
    """

    ref: str
    role: Role
    client_id: int | None
    inviter_id: int
    person_id: int
    code: str | None
    token: str | None
    tries: int
    expires_at: datetime
    again: int | None


class Pairings(Repository):
    """Everybody who stands at the door."""

    async def stand_at_door(
        self,
        token: str,
        role: Role,
        client_id: int | None,
        inviter_id: int,
        person_id: int,
        expires_at: datetime,
        now: datetime,
    ) -> Pairing:
        """Keep somebody who has used an invitation up, with digits of their own."""
        await self._vault.open([person_id])
        ref = secrets.token_urlsafe(REF_BYTES)
        code = "".join(secrets.choice("0123456789") for _ in range(DIGITS))
        index = self._token_index(token)
        row = {
            "ref": ref,
            "token_index": index,
            "role": role,
            "client_id": client_id,
            "inviter_id": inviter_id,
            "person_id": person_id,
            "code": _KNOWN.seal(self._vault, person_id, ref, _Known(code, token)),
            "tries": 0,
            "made_at": now,
            "expires_at": expires_at,
        }
        await self._run(_ADD, row)
        again = await self._again(index)
        return Pairing(
            ref, role, client_id, inviter_id, person_id, code, token, 0, expires_at, again
        )

    async def at_door(self, ref: str, now: datetime) -> Pairing | None:
        """Load whoever waits under a reference; None if nobody does, or not any more."""
        found = await self._pairings(await self._all(_BY_REF, {"ref": ref, "now": now}))
        return found[0] if found else None

    async def waiting(self, person_id: int, now: datetime) -> list[Pairing]:
        """Load the doors somebody stands at, the newest first."""
        return await self._pairings(await self._all(_OF_PERSON, {"person": person_id, "now": now}))

    async def waiting_for(self, inviter_id: int, now: datetime) -> list[Pairing]:
        """Load whoever waits for somebody to confirm them, the newest first."""
        return await self._pairings(await self._all(_BEFORE, {"inviter": inviter_id, "now": now}))

    async def wrong_code(self, ref: str) -> int:
        """Count wrong digits. Returns how often there were some now; 0 if nobody waits there."""
        tries: int | None = await self._scalar(_MISSED, {"which": ref})
        return tries or 0

    async def confirm(self, ref: str, now: datetime) -> bool:
        """Let somebody in. Returns whether they still waited."""
        return await self._changed(_CONFIRM, {"which": ref, "now": now}) == 1

    async def was_confirmed(self, token: str, person_id: int) -> bool:
        """Whether this very person was let in by this very invitation before."""
        values = {"token": self._token_index(token), "person": person_id}
        return await self._first(_IS_CONFIRMED, values) is not None

    async def turn_away(self, ref: str) -> None:
        """Forget that somebody stood there."""
        await self._run(_END, {"which": ref})

    async def doors_over(self, now: datetime, limit: int) -> list[Pairing]:
        """Load those whose invitation has run out, let in or not."""
        return await self._pairings(await self._all(_OVER, {"now": now, "limit": limit}))

    async def relinks(self, token: str, person_id: int) -> None:
        """Note that an invitation leads back to a record that is there already."""
        await self._run(_RELINK, {"token_index": self._token_index(token), "person_id": person_id})

    async def leads_back_to(self, token: str) -> int | None:
        """Return whose record an invitation leads back to, if it is one of those."""
        return await self._again(self._token_index(token))

    async def _again(self, index: bytes) -> int | None:
        found: int | None = await self._scalar(_RELINKED, {"token": index})
        return found

    async def _pairings(self, rows: Sequence[Row[Any]]) -> list[Pairing]:
        await self._vault.open(row.person_id for row in rows)
        found = []
        for row in rows:
            known = self._known(row)
            found.append(
                Pairing(
                    row.ref,
                    Role(row.role),
                    row.client_id,
                    row.inviter_id,
                    row.person_id,
                    None if known is None else known.code,
                    None if known is None else known.token,
                    row.tries,
                    row.expires_at,
                    await self._again(row.token_index),
                )
            )
        return found

    def _known(self, row: Row[Any]) -> _Known | None:
        if row.code is None or not self._vault.holds(row.person_id):
            return None
        return _KNOWN.unseal(self._vault, row.person_id, row.ref, row.code)

    def _token_index(self, token: str) -> bytes:
        return self._vault.blind("invitation", token)
