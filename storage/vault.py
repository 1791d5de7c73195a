"""The vault: opens people's data keys from the database, and seals and unseals with them.

Keys are opened in one go for everybody a repository is about to read (`open`); after that sealing
and unsealing are plain calls. A key made in this unit of work stays in it until it is committed.
"""

import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, Generic, TypeVar

import structlog
from pydantic import TypeAdapter
from sqlalchemy import Row, bindparam, delete, insert, select, update

from storage.claims import Connection
from storage.crypto import KeyCache, KeyForgotten, KeyRing, PersonKey, Place, SealBroken, new_secret
from storage.tables import SEAL_ROW_BYTES, data_keys

log = structlog.get_logger(__name__)

T = TypeVar("T")
R = TypeVar("R")
Read = TypeVar("Read")
Params = Mapping[str, Any]

HOUSE = 0
"""The owner of what belongs to nobody."""

_FIRST_EPOCH = 1
_MOST_UNREADABLE = 10_000
_KEYS = (
    select(data_keys)
    .where(data_keys.c.owner.in_(bindparam("owners", expanding=True)))
    .order_by(data_keys.c.owner)
)
_ADD = insert(data_keys)
_NEXT_KEYS = (
    select(data_keys)
    .where(data_keys.c.owner > bindparam("after"))
    .order_by(data_keys.c.owner, data_keys.c.epoch)
    .limit(bindparam("limit"))
)
_REWRAP = update(data_keys).where(
    data_keys.c.owner == bindparam("who"), data_keys.c.epoch == bindparam("of")
)
_DESTROY = delete(data_keys).where(data_keys.c.owner == bindparam("who"))


class Unreadable:
    """What would not open since the program started: each is told of once, and counted."""

    def __init__(self) -> None:
        self._found: set[str] = set()

    def __len__(self) -> int:
        """How many there were, up to a bound that means: very many."""
        return len(self._found)

    def found(self, error: SealBroken | KeyForgotten) -> None:
        """Note what would not open."""
        sentence = str(error)
        if sentence not in self._found and len(self._found) < _MOST_UNREADABLE:
            self._found.add(sentence)
            log.error("row unreadable", exc_info=error)


class Vault:
    """The keys that one unit of work has opened."""

    def __init__(
        self,
        connection: Connection,
        ring: KeyRing,
        cache: KeyCache,
        unreadable: Unreadable | None = None,
    ) -> None:
        self._connection = connection
        self._ring = ring
        self._cache = cache
        self._open: dict[int, PersonKey] = {}
        self._broken: dict[int, SealBroken] = {}
        self.destroyed: set[int] = set()
        self.unreadable = Unreadable() if unreadable is None else unreadable

    async def open(self, owners: Iterable[int]) -> None:
        """Open the keys of these people.

        Whoever has none any more is passed over, and so is one that does not open: it must not
        keep the others shut.
        """
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

    async def rewrap(self, after: int, limit: int) -> int | None:
        """Wrap the data keys of the next people anew, under the current key.

        Args:
            after: The last person of those before; -1 at the beginning.
            limit: How many rows at once.

        Returns:
            The last person of these; None where nobody is left.

        Raises:
            SealBroken: A data key does not open; none of these is changed.

        """
        rows = (await self._connection.execute(_NEXT_KEYS, {"after": after, "limit": limit})).all()
        for row in rows:
            if row.kid != self._ring.current:
                kid, wrapped = self._ring.rewrap(row.owner, row.epoch, row.kid, row.wrapped)
                values = {"who": row.owner, "of": row.epoch, "kid": kid, "wrapped": wrapped}
                await self._connection.execute(_REWRAP, values)
        return rows[-1].owner if rows else None

    def holds(self, owner: int) -> bool:
        """Whether this person's key is open here."""
        return owner in self._open

    def knows(self, owner: int) -> bool:
        """Whether this person has a key, be it one that does not open."""
        return owner in self._open or owner in self._broken

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
            SealBroken: The value does not belong there, or the owner's key does not open.

        """
        return self._key(owner).unseal(value, place)

    def blind(self, purpose: str, text: str) -> bytes:
        """Make the value by which something sealed is found again."""
        return self._ring.blind(purpose, text)

    def sign(self, message: bytes) -> bytes:
        """Sign a link of the trail."""
        return self._ring.sign(message)

    def proof(self) -> bytes:
        """Make the value by which a database knows its key file again."""
        return self._ring.proof()

    def _key(self, owner: int) -> PersonKey:
        try:
            return self._open[owner]
        except KeyError:
            if owner in self._broken:
                raise self._broken[owner] from None
            raise KeyForgotten(f"there is no data key of person {owner}") from None

    async def _fetch(self, owners: Collection[int]) -> None:
        rows = (await self._connection.execute(_KEYS, {"owners": list(owners)})).all()
        for owner, group in groupby(rows, key=lambda row: row.owner):
            wrapped = [(row.epoch, row.kid, row.wrapped) for row in group]
            try:
                key = self._ring.unwrap(owner, wrapped)
            except SealBroken as error:
                self._broken[owner] = error
                continue
            self._open[owner] = key
            self._cache.put(key)


class Sealed(Generic[T]):
    """A sealed column, and the domain value that lies in it as JSON."""

    def __init__(
        self, table: str, column: str, kind: Any, read: Callable[[bytes], T] | None = None
    ) -> None:
        """Name a column.

        Args:
            table: Where it is.
            column: What it is called.
            kind: The type of its values.
            read: Reads a value where it may be older than this program; it raises ValueError for
                what is none.

        """
        self._table = table
        self._column = column
        self._json: TypeAdapter[T] = TypeAdapter(kind)
        self._read = read or self._json.validate_json

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
            return self._read(vault.unseal(owner, place, value))
        except ValueError:  # pydantic's is one; its text would repeat what was sealed
            raise SealBroken(
                f"the {place.table}.{place.column} of row {place.row} does not fit"
            ) from None

    def _place(self, row: str | bytes) -> Place:
        return Place(self._table, self._column, row.hex() if isinstance(row, bytes) else row)


CHAT: Sealed[int] = Sealed("people", "chat", int)
"""The chat of a person; read with the person, and with every message that is to be sent."""


class Repository:
    """What every repository has: the open transaction, and the vault."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    @property
    def _dialect(self) -> str:
        return self._connection.dialect.name

    def _readable(self, rows: Iterable[R], read: Callable[[R], Read]) -> list[Read]:
        """Read rows one by one; one that will not open is left out, counted, and told of once."""
        found = []
        for row in rows:
            try:
                found.append(read(row))
            except (SealBroken, KeyForgotten) as error:
                self._vault.unreadable.found(error)
        return found

    @staticmethod
    def _new_seal_row() -> bytes:
        return os.urandom(SEAL_ROW_BYTES)

    async def _run(self, statement: Any, values: Params | Sequence[Params] | None = None) -> Any:
        return await self._connection.execute(statement, values)

    async def _all(self, statement: Any, values: Params | None = None) -> Sequence[Row[Any]]:
        return (await self._connection.execute(statement, values)).all()

    async def _first(self, statement: Any, values: Params | None = None) -> Row[Any] | None:
        return (await self._connection.execute(statement, values)).first()

    async def _scalar(self, statement: Any, values: Params | None = None) -> Any:
        return (await self._connection.execute(statement, values)).scalar()

    async def _changed(
        self, statement: Any, values: Params | Sequence[Params] | None = None
    ) -> int:
        changed: int = (await self._run(statement, values)).rowcount
        return changed
