"""Rotation: a new key in the key file, everything wrapped under it, and the old key gone.

It may be killed between any two steps, and in the middle of each: the key file always holds every
key under which anything is wrapped, and whoever begins again goes on where it stopped.
"""

import json
import os
import secrets
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from dialogs.errors import DatabaseRefused
from storage.crypto import KeyRing, fresh_key, settle
from storage.unit_of_work import Database

AT_ONCE = 500
_PART = ".part"


def begin(path: Path) -> bool:
    """Put a new key beside the old one, to wrap with from now on.

    Returns:
        Whether a rotation was under way already, which now goes on with its own new key.

    Raises:
        DatabaseRefused: The key file cannot be read or written.

    """
    document = _read(path)
    if len(document["keys"]) > 1:
        return True
    kid = secrets.token_hex(4)
    document["keys"][kid] = fresh_key()
    document["current"] = kid
    _write(path, document)
    return False


async def rewrap(database: Database) -> AsyncIterator[int]:
    """Wrap every data key under the new key, some at a time; yields the last person of each.

    Raises:
        SealBroken: A data key does not open; the old key must stay.

    """
    after: int | None = -1
    while after is not None:
        async with database.unit_of_work() as uow:
            after = await uow.rewrap_keys(after, AT_ONCE)
        yield -1 if after is None else after


def finish(path: Path) -> None:
    """Take the old keys out of the key file; nothing may be wrapped under them any more.

    Raises:
        DatabaseRefused: The key file cannot be read or written.

    """
    document = _read(path)
    current = document["current"]
    document["keys"] = {current: document["keys"][current]}
    _write(path, document)


def _read(path: Path) -> dict[str, Any]:
    KeyRing.read(path)
    path.with_name(f"{path.name}{_PART}").unlink(missing_ok=True)
    document: dict[str, Any] = json.loads(path.read_text(encoding="ascii"))
    return document


def _write(path: Path, document: dict[str, Any]) -> None:
    """Write the key file, whole or not at all."""
    part = path.with_name(f"{path.name}{_PART}")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            json.dump(document, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        KeyRing.read(part)
        _overwrite(path, part)
    except OSError as error:
        raise DatabaseRefused(f"The key file {path} cannot be written: {error.strerror}.") from None


def _overwrite(path: Path, part: Path) -> None:
    """Let the new file take the place of the old, whose bytes are then zeroed through a handle."""
    with path.open("r+b") as old:
        size = path.stat().st_size
        part.replace(path)
        settle(path.parent)
        if os.fstat(old.fileno()).st_nlink == 0:  # else somebody keeps it under another name
            old.write(b"\0" * size)
            old.flush()
            os.fsync(old.fileno())
