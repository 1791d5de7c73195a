"""Backups of the file: made while others work with it, and without the keys of the forgotten.

They lie in one folder beside the database. A backup may hold no data key that the database holds no
more: whoever is erased is erased there too, in place.
"""

import os
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing, suppress
from pathlib import Path

from dialogs.errors import DatabaseRefused

FOLDER = "backups"
_SUFFIX = ".db"
_PART = ".part"
_SCRUBBING = (
    "PRAGMA secure_delete=ON",
    "PRAGMA synchronous=FULL",
    "PRAGMA journal_mode=PERSIST",  # stays, to be overwritten by us before it goes
)


def folder_of(path: Path) -> Path:
    """Return where the backups of a database lie."""
    return path.with_name(FOLDER)


def backups(folder: Path) -> list[Path]:
    """List the backups in a folder, by name."""
    return sorted(folder.glob(f"*{_SUFFIX}"))


def make(path: Path, target: Path) -> None:
    """Write a whole and checked copy of a database; others may go on working with it.

    Raises:
        DatabaseRefused: It cannot be written, is there already, or is not sound.

    """
    if target.exists():
        raise DatabaseRefused(f"The backup {target} is there already.")
    part = target.with_name(f"{target.name}{_PART}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part.unlink(missing_ok=True)
        part.touch(mode=0o600)
        with closing(_connected(path, "ro")) as source:
            source.execute("VACUUM INTO ?", (str(part),))
        with closing(_connected(part, "ro")) as copy:
            found = copy.execute("PRAGMA integrity_check").fetchone()[0]
        if found != "ok":
            raise DatabaseRefused(f"The backup {target} is not sound: {found}.")
        _settle(part)
        part.replace(target)
        _settle(target.parent)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise DatabaseRefused(f"No backup can be made at {target}: {error}.") from None


def forget(folder: Path, owners: Collection[int]) -> None:
    """Destroy the data keys of these people in every backup in a folder.

    Raises:
        DatabaseRefused: One cannot be changed; it still holds them. The others do not.

    """
    stuck = []
    for path in backups(folder):
        try:
            _forgotten(path, owners)
        except (OSError, sqlite3.Error) as error:
            stuck.append(f"{path} ({error})")
    if stuck:
        raise DatabaseRefused(f"A key that was erased is still in: {', '.join(stuck)}.")


def catch_up(path: Path) -> None:
    """Destroy in every backup what has been erased since, whatever kept us from it then."""
    folder = folder_of(path)
    if not backups(folder):
        return
    with closing(_connected(path, "ro")) as connection:
        alive = set(_owners(connection))
    for backup in backups(folder):
        with closing(_connected(backup, "ro")) as connection:
            gone = set(_owners(connection)) - alive
        if gone:
            _forgotten(backup, gone)


def _forgotten(path: Path, owners: Collection[int]) -> None:
    with closing(_connected(path, "rw")) as connection:
        for pragma in _SCRUBBING:
            connection.execute(pragma)
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(
            "DELETE FROM data_keys WHERE owner = ?", [(owner,) for owner in owners]
        )
        connection.execute("COMMIT")
    journal = path.with_name(f"{path.name}-journal")
    with suppress(FileNotFoundError):
        with journal.open("r+b") as file:
            file.write(b"\0" * journal.stat().st_size)
            file.flush()
            os.fsync(file.fileno())
        journal.unlink()


def _owners(connection: sqlite3.Connection) -> Iterator[int]:
    return (row[0] for row in connection.execute("SELECT owner FROM data_keys"))


def _connected(path: Path, mode: str) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(address, uri=True, isolation_level=None, timeout=15)


def _settle(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
