"""SQLite without a thread hop per statement, and without a word more than it needs.

A statement whose pages are in the cache takes microseconds, less than handing it to a thread, and
far less than what SQLAlchemy does around it. So statements are compiled once and go straight to the
driver, on the event loop. The reasons are in ADR 0013 and ADR 0022.
"""

from storage.sqlite import backup
from storage.sqlite.connection import SqliteConnection, to_the_end
from storage.sqlite.file import has_wal_fault, lock_process, refusal
from storage.sqlite.pool import WRITER, Pool, reading, writing, writing_beside

__all__ = [
    "WRITER",
    "Pool",
    "SqliteConnection",
    "backup",
    "has_wal_fault",
    "lock_process",
    "reading",
    "refusal",
    "to_the_end",
    "writing",
    "writing_beside",
]
