"""Crisis cards on disk: what a client is shown when everything else may be broken.

One small sealed file per client, beside the database and independent of it, so that one rewrite
touches nobody else's and a card is read without loading all of them. Nothing in a file or its name
says whose it is.
"""

import base64
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from storage.crypto import KeyRing, Place, SealBroken, new_secret
from storage.people import CRISIS_CARD

_EPOCH = 1


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to call: a name, and a number in the form in which it is dialled."""

    name: str
    phone: str | None


@dataclass(frozen=True, slots=True)
class CrisisCard:
    """What one client's card says, in the client's own words where they are any.

    ``steps`` are what they do alone, first things first; ``counselor`` is the first name of whoever
    is told when they do not answer (None: nobody of staff is). ``supporter`` is the first name of
    the sponsor who is asked where nobody of staff can be, unless it is about violence.
    """

    person_id: int
    chat_id: int
    language: str
    country: str | None
    steps: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    counselor: str | None = None
    supporter: str | None = None


_JSON = TypeAdapter(CrisisCard)


class CardFile:
    """The folder of sealed cards; readable when the database is gone."""

    def __init__(self, folder: Path, ring: KeyRing) -> None:
        self._folder = folder
        self._ring = ring

    def put(self, card: CrisisCard) -> None:
        """Write somebody's card, whole or not at all. Raises OSError when the disk refuses.

        It waits for the disk twice, so it is for a thread.
        """
        path = self._path(card.chat_id)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        secret = new_secret()
        kid, wrapped = self._ring.wrap(card.chat_id, _EPOCH, secret)
        key = self._ring.unwrap(card.chat_id, [(_EPOCH, kid, wrapped)])
        document = {
            "kid": kid,
            "key": base64.b64encode(wrapped).decode(),
            "card": base64.b64encode(key.seal(_JSON.dump_json(card), _place(path))).decode(),
        }
        fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            json.dump(document, file)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
        _sync(path.parent)

    def get(self, chat_id: int) -> CrisisCard | None:
        """Return somebody's card; None if there is none.

        Raises:
            SealBroken: The file was changed, or the key file does not fit.

        """
        path = self._path(chat_id)
        try:
            document = json.loads(path.read_text(encoding="ascii"))
            rows = [(_EPOCH, document["kid"], base64.b64decode(document["key"]))]
            sealed = base64.b64decode(document["card"])
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError):
            raise SealBroken("a crisis card cannot be read") from None
        plain = self._ring.unwrap(chat_id, rows).unseal(sealed, _place(path))
        try:
            return _JSON.validate_json(plain)
        except ValidationError:
            raise SealBroken("a crisis card has another form than this program writes") from None

    def destroy(self, name: bytes) -> None:
        """Destroy a card: overwritten, then removed, with whatever a broken write left of it.

        Args:
            name: What its file is named after; of an erased person nothing else is known.

        Raises:
            OSError: The disk refuses; the card may still be there.

        """
        path = self._named(name)
        left = list(path.parent.glob(f"{path.name}*"))
        for one in left:
            with one.open("r+b") as file:
                file.write(b"\0" * one.stat().st_size)
                file.flush()
                os.fsync(file.fileno())
            one.unlink()
        if left:
            _sync(path.parent)

    def _path(self, chat_id: int) -> Path:
        return self._named(self._ring.blind(CRISIS_CARD, str(chat_id)))

    def _named(self, name: bytes) -> Path:
        return self._folder / name.hex()[:2] / name.hex()


def _place(path: Path) -> Place:
    return Place("cards", "card", path.name)


def _sync(folder: Path) -> None:
    """Make sure that a folder's entries are on the disk, not only its files' contents."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
