"""Opening a database: is it ours, is it of this version, and is this its key?

The key file is made by whoever makes the database, and only then: a database that has lost its key
must not get a new one, which could read nothing.
"""

from pathlib import Path

from sqlalchemy import URL, inspect

from dialogs.errors import DatabaseNotReady, DatabaseRefused
from storage import migrations
from storage.claims import Connection, take_turns
from storage.crypto import KeyCache, KeyRing
from storage.trail import KEY_PROOF, Meta
from storage.vault import HOUSE, Vault


def database_file(url: URL) -> Path | None:
    """Give the file of a SQLite address; None for a database server.

    Raises:
        DatabaseRefused: The address names no file.

    """
    if url.get_backend_name() != "sqlite":
        return None
    if not url.database or url.database == ":memory:":
        raise DatabaseRefused("Handrail keeps its database in a file; give its path.")
    return Path(url.database)


def ensure_file(path: Path, *, create: bool) -> None:
    """See to it that the database file is there, for its owner only.

    Raises:
        DatabaseNotReady: It is missing and not to be made.
        DatabaseRefused: Its folder cannot be made.

    """
    if path.exists():
        return
    if not create:
        raise DatabaseNotReady(f"There is no database at {path}; run: handrail migrate")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600)
    except OSError as error:
        raise DatabaseRefused(f"No database can be made at {path}: {error.strerror}.") from None


async def prepare(connection: Connection, key_file: Path, *, create: bool) -> KeyRing:
    """Bring a database up to date in the transaction that is open, and read its keys.

    Raises:
        DatabaseRefused: It is none of ours, too new, too old while ``create`` is off, or the key
            file does not belong to it.

    """
    await take_turns(connection, "migrations")
    step = await migrations.step(connection)
    _check_step(step, create=create)
    if step is None:
        await _refuse_strangers(connection)
        ring = _keys_of_a_new_one(key_file)
        await migrations.upgrade(connection)
        vault = Vault(connection, ring, KeyCache())
        await vault.create(HOUSE)
        await Meta(connection, vault).set(KEY_PROOF, ring.proof().hex())
        return ring
    if step != migrations.HEAD:
        await migrations.upgrade(connection)
    return await read_keys(connection, key_file)


async def check(connection: Connection, key_file: Path) -> KeyRing:
    """Read the keys of a database that another process holds.

    Raises:
        DatabaseRefused: As `prepare` does, and where anything would have to be changed.

    """
    await check_step(connection)
    return await read_keys(connection, key_file)


async def check_step(connection: Connection) -> None:
    """See whether a database is of our own version, exactly.

    Raises:
        DatabaseNotReady: It is older, or nothing is in it.
        DatabaseRefused: It is newer.

    """
    _check_step(await migrations.step(connection), create=False)


async def read_keys(connection: Connection, key_file: Path) -> KeyRing:
    """Read the key file and hold it against the proof that the database keeps.

    Raises:
        DatabaseRefused: It is missing, unsafe, or another database's.

    """
    ring = KeyRing.read(key_file)
    proof = await Meta(connection, Vault(connection, ring, KeyCache())).get(KEY_PROOF)
    if proof is None or not ring.matches(bytes.fromhex(proof)):
        raise DatabaseRefused(f"The key file {key_file} does not belong to this database.")
    return ring


def _keys_of_a_new_one(key_file: Path) -> KeyRing:
    return KeyRing.read(key_file) if key_file.exists() else KeyRing.create(key_file)


def _check_step(step: str | None, *, create: bool) -> None:
    if step is not None and step not in migrations.KNOWN:
        raise DatabaseRefused("The database was made by a newer Handrail; update this one first.")
    if step != migrations.HEAD and not create:
        raise DatabaseNotReady("The database is not up to date; run: handrail migrate")


async def _refuse_strangers(connection: Connection) -> None:
    tables = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
    if tables:
        raise DatabaseRefused("The database holds the tables of another program.")
