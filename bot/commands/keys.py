"""Keys and backups: what lies beside the database, and what an operator does with it."""

import asyncio
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands import house

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.unit_of_work import Database

To = Annotated[
    Path | None, typer.Option("--to", help="Where to write it; left out: beside the database.")
]
Days = Annotated[
    int, typer.Option("--keep-days", min=1, help="Older backups beside the database go.")
]
Backup = Annotated[
    Path,
    typer.Argument(exists=True, dir_okay=False, readable=True, help="What handrail backup wrote."),
]
KEPT_DAYS = 30


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: the database, where the one before it lies, how many it has forgotten."""

    file: Path
    aside: Path | None
    forgotten: int


def backup(*, to: To = None, keep_days: Days = KEPT_DAYS, as_json: house.Json = False) -> None:
    """Write a whole, checked copy of the database; the bot may be running.

    The keys are not in it: keep the key file in another place. Whoever is erased later is erased
    in the backups beside the database too, but not in copies taken elsewhere.
    """
    from bot.clock import utc_now

    settings = house.settings_here()
    target, gone = asyncio.run(_backed_up(settings, to, timedelta(days=keep_days), utc_now()))
    if as_json:
        facts = {"file": str(target), "bytes": target.stat().st_size, "removed": len(gone)}
        typer.echo(json.dumps(facts))
        return
    typer.echo(f"Wrote {target}. It opens only with the key file {settings.key_file}.")
    if gone:
        typer.echo(f"Removed {len(gone)} older than {keep_days} days.")
    if to is not None:
        typer.echo("An erasure does not reach it there: delete it within 30 days.")


def restore(*, file: Backup, as_json: house.Json = False) -> None:
    """Put a backup in the database's place; the bot must be stopped.

    It needs the key file that belongs to it. What was there before lies among the backups for 30
    days, and whoever was erased in it since is forgotten in the restored copy too.
    """
    from bot.clock import utc_now

    settings = house.settings_here()
    done = asyncio.run(_restored(settings, file, utc_now()))
    if as_json:
        aside = None if done.aside is None else str(done.aside)
        facts = {"file": str(done.file), "before": aside, "forgotten": done.forgotten}
        typer.echo(json.dumps(facts))
        return
    typer.echo(f"{done.file} is as it was when {file} was made.")
    if done.aside is None:
        typer.echo("Whoever was erased after that is there again: run handrail erase for each.")
    else:
        typer.echo(f"What was there before lies in {done.aside}.")
        typer.echo(f"Erased since, and forgotten in the copy too: {done.forgotten}.")
    typer.echo(
        "What clients have changed since is undone, a consent they took back too: "
        "ask them before anybody is told anything. Then run: handrail audit verify"
    )


def rotate_key() -> None:
    """Put a new key in the key file and wrap everything under it; the bot must be stopped.

    It may be stopped at any moment, and goes on when it is called again. Backups made before open
    only with the key file as it was before: make a new one afterwards.
    """
    settings = house.settings_here()
    steps = asyncio.run(_rotated(settings))
    typer.echo(
        f"{settings.key_file} has a new key, and the old one is gone from it "
        f"({steps} portions wrapped anew). Back the key file up, then run: handrail backup"
    )


async def _backed_up(
    settings: "Settings", to: Path | None, kept: timedelta, now: datetime
) -> tuple[Path, list[Path]]:
    from storage.sqlite import backup as backups
    from storage.unit_of_work import Database

    url, key = settings.database_url, settings.key_file
    database = await Database.open(url, key, create=False, read_only=True)
    try:
        file = house.file_of(settings)
        folder = Path() if file is None else backups.folder_of(file)
        target = folder / f"handrail-{now:%Y%m%d-%H%M%S}.db" if to is None else to
        await database.back_up(target)
    finally:
        await database.close()
    gone = [] if to else [one for one in backups.backups(folder) if _is_old(one, now - kept)]
    for one in gone:
        one.unlink()
    return target, gone


async def _restored(settings: "Settings", source: Path, now: datetime) -> Restored:
    from dialogs.errors import DatabaseRefused
    from storage.sqlite import backup as backups
    from storage.unit_of_work import Database

    url, key, file = settings.database_url, settings.key_file, house.file_of(settings)
    if file is None:
        raise DatabaseRefused("Only a database in a file is restored like this; use the server's.")
    aside = backups.folder_of(file) / f"replaced-{now:%Y%m%d-%H%M%S-%f}.db"
    if existed := file.exists():
        held = await Database.open(url, key, create=False)  # nobody else works with it
        await held.close()
    with backups.unpacked(source, file) as part:
        found = await Database.open(f"{house.SQLITE}{part}", key, create=False, read_only=True)
        await found.close()
        forgotten = backups.put_in_place(part, file, aside)
    database = await Database.open(url, key, create=False)
    try:
        async with database.unit_of_work() as uow:
            await uow.plans.cards_lost()
    finally:
        await database.close()
    return Restored(file, aside if existed else None, forgotten)


def _is_old(path: Path, before: datetime) -> bool:
    return path.stat().st_mtime < before.timestamp()


async def _rotated(settings: "Settings") -> int:
    from storage import rotation
    from storage.unit_of_work import Database

    url, key = settings.database_url, settings.key_file
    held = await Database.open(url, key, create=False)  # nobody else works with it
    await held.close()
    rotation.begin(key)
    database = await Database.open(url, key, create=False)
    try:
        steps = 0
        async for _ in rotation.rewrap(database):
            steps += 1
        await _cards_anew(settings, database)
    finally:
        await database.close()
    rotation.finish(key)
    return steps


async def _cards_anew(settings: "Settings", database: "Database") -> None:
    """Write every crisis card under the new key, before the old one goes."""
    from bot.clock import monotonic, utc_now
    from bot.observe import Health
    from bot.telegram.card_writer import CardWriter
    from bot.telegram.cards import CardFile
    from dialogs.errors import DatabaseRefused

    async with database.unit_of_work() as uow:
        await uow.plans.cards_lost()
    health = Health(monotonic)
    cards = CardFile(settings.home / "cards", database.keys)
    writer = CardWriter(database, cards, utc_now, health)
    while await writer.write():
        pass
    async with database.reading() as uow:
        if await uow.plans.without_card(utc_now(), 1):
            raise DatabaseRefused("Crisis cards cannot be written; the old key stays for them.")
