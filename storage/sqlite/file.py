"""The file of a database: who holds it, and what may be wrong with it or its disk."""

import fcntl
import sqlite3
from pathlib import Path
from typing import TextIO

from dialogs.errors import DatabaseRefused

_WAL_FAULT_FIXED = (3, 51, 3)
_SENTENCES = {
    sqlite3.SQLITE_FULL: "The disk that holds {path} is full.",
    sqlite3.SQLITE_READONLY: "The database {path} cannot be written to.",
    sqlite3.SQLITE_PERM: "The database {path} may not be opened by this user.",
    sqlite3.SQLITE_CANTOPEN: "The database {path} cannot be opened.",
    sqlite3.SQLITE_BUSY: "The database {path} is locked by another program.",
    sqlite3.SQLITE_NOTADB: "{path} is not a Handrail database.",
    sqlite3.SQLITE_CORRUPT: "The database {path} is damaged; restore a backup.",
    sqlite3.SQLITE_IOERR: "The disk that holds {path} failed.",
}


def lock_process(path: Path) -> TextIO:
    """Hold the database for this process until the returned file is closed.

    Raises:
        DatabaseRefused: Another process holds it.

    """
    try:
        file = path.with_name(path.name + ".lock").open("a+", encoding="ascii")
    except OSError as error:
        raise DatabaseRefused(f"The database {path} cannot be opened: {error.strerror}.") from None
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise DatabaseRefused(
            f"Another Handrail process already works with {path}; stop it first."
        ) from None
    return file


def refusal(error: BaseException | None, path: Path) -> DatabaseRefused | None:
    """Word an error of the database or its disk as one sentence; None for a fault of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    sentence = None if code is None else _SENTENCES.get(code & 0xFF)
    return None if sentence is None else DatabaseRefused(sentence.format(path=path))


def has_wal_fault() -> bool:
    """Whether this SQLite has the WAL-reset fault, harmless as long as one connection writes."""
    fixed_early = sqlite3.sqlite_version_info in {(3, 44, 6), (3, 50, 7)}
    return sqlite3.sqlite_version_info < _WAL_FAULT_FIXED and not fixed_early
