"""Sealing: what lies in the database means nothing without the key file.

Every person has a data key of their own, wrapped under a key from the key file; a value is bound to
its table, column, owner and row, so that it opens nowhere else. To forget a person is to destroy
one small row: their data key.
"""

import base64
import hashlib
import hmac
import json
import os
import secrets
import struct
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from dialogs.errors import DatabaseRefused, StorageError

KEY_BYTES = 32
NONCE_BYTES = 12
INDEX_BYTES = 16
_FORMAT = 1
_HEAD = struct.Struct(">BH")  # format, epoch
_BODY = _HEAD.size + NONCE_BYTES
_OTHERS = 0o077


class SealBroken(StorageError):
    """A sealed value was changed, or does not belong where it was found."""


class KeyForgotten(StorageError):
    """The data key of this person has been destroyed; what it sealed is gone for good."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sealed value lives: it opens there and nowhere else."""

    table: str
    column: str
    row: str

    def bind(self, owner: int) -> bytes:
        """Name the place and its owner in the form that is authenticated with the value."""
        return f"{self.table}|{self.column}|{owner}|{self.row}".encode()


class PersonKey:
    """One person's key in all its epochs: seals with the newest, opens what any of them sealed."""

    __slots__ = ("_ciphers", "_epoch", "owner")

    def __init__(self, owner: int, secrets_by_epoch: Mapping[int, bytes]) -> None:
        self.owner = owner
        self._epoch = max(secrets_by_epoch)
        self._ciphers = {
            (_FORMAT, epoch): AESGCM(secret) for epoch, secret in secrets_by_epoch.items()
        }

    def seal(self, plain: bytes, place: Place) -> bytes:
        """Seal a value for its place: format, epoch, nonce, ciphertext and tag."""
        nonce = os.urandom(NONCE_BYTES)
        sealed = self._ciphers[_FORMAT, self._epoch].encrypt(nonce, plain, place.bind(self.owner))
        return _HEAD.pack(_FORMAT, self._epoch) + nonce + sealed

    def unseal(self, value: bytes, place: Place) -> bytes:
        """Open a sealed value.

        Raises:
            SealBroken: The value was changed, cut short, or belongs to another row, column, person
                or key.

        """
        try:
            cipher = self._ciphers[_HEAD.unpack_from(value)]
            nonce, sealed = value[_HEAD.size : _BODY], value[_BODY:]
            return cipher.decrypt(nonce, sealed, place.bind(self.owner))
        except (InvalidTag, KeyError, ValueError, struct.error):
            raise SealBroken(
                f"the sealed {place.table}.{place.column} of row {place.row} does not open"
            ) from None


class KeyRing:
    """The key file, read: wraps data keys, makes blind indexes, signs the trail.

    ``keys`` may hold older wrapping keys beside the current one; the index and trail keys stay for
    the life of the database.
    """

    __slots__ = ("_ciphers", "_current", "_index", "_trail")

    def __init__(self, current: str, keys: Mapping[str, bytes], index: bytes, trail: bytes) -> None:
        self._current = current
        self._ciphers = {kid: AESGCM(key) for kid, key in keys.items()}
        self._index = index
        self._trail = trail

    @classmethod
    def create(cls, path: Path) -> "KeyRing":
        """Make a new key file, readable by its owner only. Never overwrites one."""
        kid = secrets.token_hex(4)
        document = {
            "format": _FORMAT,
            "current": kid,
            "keys": {kid: fresh_key()},
            "index": fresh_key(),
            "trail": fresh_key(),
        }
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            json.dump(document, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        settle(path.parent)
        return cls.read(path)

    @classmethod
    def read(cls, path: Path) -> "KeyRing":
        """Read the key file.

        Raises:
            DatabaseRefused: It is missing, readable by others, or not a key file.

        """
        try:
            mode = path.stat().st_mode
            if os.name == "posix" and mode & _OTHERS:
                raise DatabaseRefused(
                    f"The key file {path} can be read by others; run: chmod 600 {path}"
                )
            return cls._parse(json.loads(path.read_text(encoding="ascii")))
        except FileNotFoundError:
            raise DatabaseRefused(f"The key file {path} is missing.") from None
        except OSError as error:
            raise DatabaseRefused(
                f"The key file {path} cannot be read: {error.strerror}."
            ) from None
        except (ValueError, KeyError, TypeError, AttributeError):
            raise DatabaseRefused(f"{path} is not a Handrail key file.") from None

    @classmethod
    def _parse(cls, document: dict[str, Any]) -> "KeyRing":
        keys = {kid: _key(text) for kid, text in document["keys"].items()}
        if document["format"] != _FORMAT or document["current"] not in keys:
            raise ValueError("unknown format or key")
        return cls(document["current"], keys, _key(document["index"]), _key(document["trail"]))

    def wrap(self, owner: int, epoch: int, secret: bytes) -> tuple[str, bytes]:
        """Wrap a data key under the current key. Returns that key's name and the wrapped bytes."""
        nonce = os.urandom(NONCE_BYTES)
        sealed = self._ciphers[self._current].encrypt(nonce, secret, _dek(owner, epoch))
        return self._current, nonce + sealed

    @property
    def current(self) -> str:
        """The name of the key under which data keys are wrapped now."""
        return self._current

    def rewrap(self, owner: int, epoch: int, kid: str, wrapped: bytes) -> tuple[str, bytes]:
        """Wrap a data key anew, under the current key. Raises SealBroken as `unwrap`."""
        return self.wrap(owner, epoch, self._open(owner, epoch, kid, wrapped))

    def unwrap(self, owner: int, rows: Iterable[tuple[int, str, bytes]]) -> PersonKey:
        """Open a person's wrapped data keys, given as (epoch, name of the wrapping key, bytes).

        Raises:
            SealBroken: The key file no longer holds the key one was wrapped under, or a row was
                changed.

        """
        return PersonKey(
            owner, {epoch: self._open(owner, epoch, kid, wrapped) for epoch, kid, wrapped in rows}
        )

    def blind(self, purpose: str, text: str) -> bytes:
        """Make the 16 bytes by which a sealed value can be found again, and only by exact match."""
        key = hmac.digest(self._index, purpose.encode(), hashlib.sha256)
        return hmac.digest(key, text.encode(), hashlib.sha256)[:INDEX_BYTES]

    def sign(self, message: bytes) -> bytes:
        """Sign one link of the trail."""
        return hmac.digest(self._trail, message, hashlib.sha256)

    def proof(self) -> bytes:
        """Make the value by which a database knows this key file again (see `matches`)."""
        kid, wrapped = self.wrap(0, 0, self._fingerprint())
        return kid.encode() + b"|" + wrapped

    def matches(self, proof: bytes) -> bool:
        """Whether a database that keeps this proof was made with this key file."""
        kid, _, wrapped = proof.partition(b"|")
        try:
            plain = self._open(0, 0, kid.decode("ascii"), wrapped)
        except (SealBroken, UnicodeDecodeError):
            return False
        return hmac.compare_digest(plain, self._fingerprint())

    def _open(self, owner: int, epoch: int, kid: str, wrapped: bytes) -> bytes:
        cipher = self._ciphers.get(kid)
        if cipher is None:
            raise SealBroken(f"the key file does not hold the key named {kid}")
        nonce, sealed = wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:]
        try:
            return cipher.decrypt(nonce, sealed, _dek(owner, epoch))
        except (InvalidTag, ValueError):
            raise SealBroken(f"the data key of person {owner} does not open") from None

    def _fingerprint(self) -> bytes:
        return self.blind("fingerprint", self.sign(b"fingerprint").hex())


class KeyCache:
    """Data keys lately unwrapped: bounded in number and in age, so that few lie in memory."""

    def __init__(
        self,
        size: int = 4096,
        lifetime: float = 600.0,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._size = size
        self._lifetime = lifetime
        self._clock = clock
        self._keys: OrderedDict[int, tuple[float, PersonKey]] = OrderedDict()

    def get(self, owner: int) -> PersonKey | None:
        """Give the key, if it is here and not too old."""
        put_at, key = self._keys.get(owner, (0.0, None))
        if key is not None and self._clock() - put_at > self._lifetime:
            self.drop(owner)
            return None
        return key

    def put(self, key: PersonKey) -> None:
        """Keep a key for a while; the oldest makes room."""
        self._keys[key.owner] = (self._clock(), key)
        self._keys.move_to_end(key.owner)
        if len(self._keys) > self._size:
            self._keys.popitem(last=False)

    def drop(self, owner: int) -> None:
        """Forget this person's key at once."""
        self._keys.pop(owner, None)


def new_secret() -> bytes:
    """Make a fresh data key."""
    return AESGCM.generate_key(KEY_BYTES * 8)


def settle(folder: Path) -> None:
    """Let the name of a new file survive a power cut, as its content does."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def fresh_key() -> str:
    """Make a fresh key in the form in which the key file holds it."""
    return base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode("ascii")


def _key(text: str) -> bytes:
    key = base64.b64decode(text, validate=True)
    if len(key) != KEY_BYTES:
        raise ValueError("a key must have 32 bytes")
    return key


def _dek(owner: int, epoch: int) -> bytes:
    return f"dek|{owner}|{epoch}".encode()
