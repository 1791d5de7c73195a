"""Backups of the file: made while others work with it, and without the keys of the forgotten.

They lie in one folder beside the database. A backup may hold no data key that the database holds no
more: whoever is erased is erased there too, in place.
"""

import os
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from dialogs.errors import DatabaseRefused

FOLDER = "backups"
_SUFFIX = ".db"
_PART = ".part"
_SOUND = "ok"
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
        found = _copied(path, part)
        if found != _SOUND:
            raise DatabaseRefused(f"The backup {target} is not sound: {found}.")
        part.replace(target)
        _settle(target.parent)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise DatabaseRefused(f"No backup can be made at {target}: {error}.") from None


@contextmanager
def unpacked(source: Path, path: Path) -> Iterator[Path]:
    """Copy a backup beside the database whose place it is to take; the copy goes afterwards.

    Raises:
        DatabaseRefused: It cannot be read, or is not sound.

    """
    part = path.with_name(f"{path.name}{_PART}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        found = _copied(source, part)
        if found != _SOUND:
            raise DatabaseRefused(f"The backup {source} is not sound: {found}.")
        yield part
    except (OSError, sqlite3.Error) as error:
        raise DatabaseRefused(f"The backup {source} cannot be restored: {error}.") from None
    finally:
        part.unlink(missing_ok=True)


def put_in_place(part: Path, path: Path, aside: Path) -> int:
    """Let an unpacked backup take the place of a database that nobody has open.

    Whoever has been erased in that database since is forgotten in the backup first, and no number
    that it gave out is given again, or the two could not be told apart. It lies at ``aside``, among
    the backups, afterwards. Returns how many were forgotten.
    """
    gone: set[int] = set()
    if path.exists():
        with closing(_connected(path, "ro")) as now, closing(_connected(part, "rw")) as then:
            gone = _erased(now) & _owners(then)
            _go_on_counting(then, now)
        if gone:
            _forgotten(part, gone)
        make(path, aside)
    part.replace(path)
    _settle(path.parent)
    return len(gone)


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
        erased = _erased(connection)
    for backup in backups(folder):
        with closing(_connected(backup, "ro")) as connection:
            gone = erased & _owners(connection)
        if gone:
            _forgotten(backup, gone)


def _copied(source: Path, target: Path) -> str:
    """Copy a database into a file for its owner only; return what the check of it says."""
    target.unlink(missing_ok=True)
    target.touch(mode=0o600)
    with closing(_connected(source, "ro")) as opened:
        opened.execute("VACUUM INTO ?", (str(target),))
    with closing(_connected(target, "ro")) as copy:
        found: str = copy.execute("PRAGMA integrity_check").fetchone()[0]
    _settle(target)
    return found


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


def _owners(connection: sqlite3.Connection) -> set[int]:
    return {row[0] for row in connection.execute("SELECT owner FROM data_keys")}


def _erased(connection: sqlite3.Connection) -> set[int]:
    """Return those whose row is there and whose key is not: of others it has never heard.

    After a restore people who came later stand only in backups that are newer than the database.
    """
    return {row[0] for row in connection.execute("SELECT id FROM people")} - _owners(connection)


def _go_on_counting(connection: sqlite3.Connection, other: sqlite3.Connection) -> None:
    """Let no table give out a number again that it has given out in the other database."""
    counters = "SELECT name, seq FROM sqlite_sequence"
    own = dict(connection.execute(counters))
    for name, highest in other.execute(counters).fetchall():
        connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (name,))
        number = max(highest, own.get(name, 0))
        connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (name, number))


def _connected(path: Path, mode: str) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(address, uri=True, isolation_level=None, timeout=15)


def _settle(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
