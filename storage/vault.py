"""The vault: opens people's data keys from the database, and seals and unseals with them.

Keys are opened in one go for everybody a repository is about to read (`open`); after that sealing
and unsealing are plain calls. A key made in this unit of work stays in it until it is committed.
"""

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import CursorResult, Row, bindparam, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.crypto import KeyCache, KeyForgotten, KeyRing, PersonKey, Place, SealBroken, new_secret
from storage.tables import SEAL_ROW_BYTES, data_keys

T = TypeVar("T")
Params = Mapping[str, Any]

HOUSE = 0
"""The owner of what belongs to nobody."""

_FIRST_EPOCH = 1
_KEYS = (
    select(data_keys)
    .where(data_keys.c.owner.in_(bindparam("owners", expanding=True)))
    .order_by(data_keys.c.owner)
)
_ADD = insert(data_keys)
_DESTROY = delete(data_keys).where(data_keys.c.owner == bindparam("who"))


class Vault:
    """The keys that one unit of work has opened."""

    def __init__(self, connection: AsyncConnection, ring: KeyRing, cache: KeyCache) -> None:
        self._connection = connection
        self._ring = ring
        self._cache = cache
        self._open: dict[int, PersonKey] = {}
        self.destroyed: set[int] = set()

    async def open(self, owners: Iterable[int]) -> None:
        """Open the keys of these people; whoever has none any more is passed over."""
        wanted = set(owners) - self._open.keys()
        for owner in tuple(wanted):
            if key := self._cache.get(owner):
                self._open[owner] = key
                wanted.discard(owner)
        if wanted:
            await self._fetch(wanted)

    async def create(self, owner: int) -> None:
        """Make a key for somebody new."""
        secret = new_secret()
        kid, wrapped = self._ring.wrap(owner, _FIRST_EPOCH, secret)
        row = {"owner": owner, "epoch": _FIRST_EPOCH, "kid": kid, "wrapped": wrapped}
        await self._connection.execute(_ADD, row)
        self._open[owner] = PersonKey(owner, {_FIRST_EPOCH: secret})

    async def destroy(self, owner: int) -> None:
        """Destroy somebody's key: what it sealed cannot be read by anybody any more."""
        await self._connection.execute(_DESTROY, {"who": owner})
        self._open.pop(owner, None)
        self.destroyed.add(owner)

    def holds(self, owner: int) -> bool:
        """Whether this person's key is open here."""
        return owner in self._open

    def seal(self, owner: int, place: Place, plain: bytes) -> bytes:
        """Seal a value with its owner's key.

        Raises:
            KeyForgotten: The owner has been erased, or their key was not opened.

        """
        return self._key(owner).seal(plain, place)

    def unseal(self, owner: int, place: Place, value: bytes) -> bytes:
        """Open a value with its owner's key.

        Raises:
            KeyForgotten: The owner has been erased, or their key was not opened.
            SealBroken: The value does not belong there.

        """
        return self._key(owner).unseal(value, place)

    def blind(self, purpose: str, text: str) -> bytes:
        """Make the value by which something sealed is found again."""
        return self._ring.blind(purpose, text)

    def sign(self, message: bytes) -> bytes:
        """Sign a link of the trail."""
        return self._ring.sign(message)

    def _key(self, owner: int) -> PersonKey:
        try:
            return self._open[owner]
        except KeyError:
            raise KeyForgotten(f"there is no data key of person {owner}") from None

    async def _fetch(self, owners: Collection[int]) -> None:
        rows = (await self._connection.execute(_KEYS, {"owners": list(owners)})).all()
        for owner, group in groupby(rows, key=lambda row: row.owner):
            key = self._ring.unwrap(owner, ((row.epoch, row.kid, row.wrapped) for row in group))
            self._open[owner] = key
            self._cache.put(key)


class Sealed(Generic[T]):
    """A sealed column, and the domain value that lies in it as JSON."""

    def __init__(self, table: str, column: str, kind: Any) -> None:
        self._table = table
        self._column = column
        self._json: TypeAdapter[T] = TypeAdapter(kind)

    def seal(self, vault: Vault, owner: int, row: str | bytes, value: T) -> bytes:
        """Seal a value for one row."""
        return vault.seal(owner, self._place(row), self._json.dump_json(value))

    def unseal(self, vault: Vault, owner: int, row: str | bytes, value: bytes) -> T:
        """Open the value of one row.

        Raises:
            KeyForgotten: Its owner has been erased.
            SealBroken: It does not belong there, or is no value of this kind.

        """
        place = self._place(row)
        try:
            return self._json.validate_json(vault.unseal(owner, place, value))
        except ValidationError:  # its text would repeat what was sealed
            raise SealBroken(
                f"the {place.table}.{place.column} of row {place.row} does not fit"
            ) from None

    def _place(self, row: str | bytes) -> Place:
        return Place(self._table, self._column, row.hex() if isinstance(row, bytes) else row)


CHAT: Sealed[int] = Sealed("people", "chat", int)
"""The chat of a person; read with the person, and with every message that is to be sent."""


class Repository:
    """What every repository has: the open transaction, and the vault."""

    def __init__(self, connection: AsyncConnection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    @property
    def _dialect(self) -> str:
        return self._connection.dialect.name

    @staticmethod
    def _new_seal_row() -> bytes:
        return os.urandom(SEAL_ROW_BYTES)

    async def _run(
        self, statement: Any, values: Params | Sequence[Params] | None = None
    ) -> CursorResult[Any]:
        result: CursorResult[Any] = await self._connection.execute(statement, values)
        return result

    async def _all(self, statement: Any, values: Params | None = None) -> Sequence[Row[Any]]:
        return (await self._connection.execute(statement, values)).all()

    async def _first(self, statement: Any, values: Params | None = None) -> Row[Any] | None:
        return (await self._connection.execute(statement, values)).first()

    async def _scalar(self, statement: Any, values: Params | None = None) -> Any:
        return (await self._connection.execute(statement, values)).scalar()

    async def _changed(
        self, statement: Any, values: Params | Sequence[Params] | None = None
    ) -> int:
        result: CursorResult[Any] = await self._connection.execute(statement, values)
        return result.rowcount
