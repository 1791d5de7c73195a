"""Records of one person: a copy for them, and forgetting them, for whoever runs the clinic."""

import asyncio
import json
import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands import house
from dialogs.errors import DatabaseRefused, HandrailError

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.unit_of_work import Database, UnitOfWork

Who = Annotated[
    str,
    typer.Argument(
        help="Their number, as logs show it, or chat:NUMBER for their Telegram id.",
        show_default=False,
    ),
]
To = Annotated[Path, typer.Option("--to", help="The file to write; it must not be there yet.")]
Now = Annotated[bool, typer.Option("--now", help="Without the day in which it can be undone.")]
Sure = Annotated[bool, typer.Option("--yes", help="Do not ask.")]

_CHAT = "chat:"


class NobodyThere(HandrailError):
    """There is nobody of this number."""


def export(who: Who, *, to: To) -> None:
    """Write all that is kept of a client into one archive: a page, tables and JSON.

    That it was read is on the trail, and the client can see it.
    """
    from bot.clock import utc_now

    settings = house.settings_here()
    content = asyncio.run(_exported(settings, who, utc_now()))
    handle = os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    typer.echo(f"Wrote {to}: it is not sealed. Hand it over safely, then delete it here.")


def erase(who: Who, *, now: Now = False, yes: Sure = False, as_json: house.Json = False) -> None:
    """Forget somebody for good, a day from now: they are told, and can undo it until then."""
    from bot.clock import utc_now

    settings = house.settings_here()
    if not yes:
        typer.confirm(f"Forget {who}? Nobody can bring them back.", abort=True)
    person_id, due_at, done = asyncio.run(_erased(settings, who, utc_now(), at_once=now))
    if as_json:
        facts = {"person": person_id, "due_at": f"{due_at:%Y-%m-%dT%H:%M:%SZ}", "done": done}
        typer.echo(json.dumps(facts))
    elif done:
        typer.echo(f"Person {person_id} is forgotten, here and in the backups beside the database.")
    else:
        typer.echo(
            f"Person {person_id} is forgotten at {due_at:%Y-%m-%d %H:%M} UTC, "
            "or within a minute after it, while `handrail run` is running."
        )


async def _exported(settings: "Settings", who: str, now: datetime) -> bytes:
    from bot.actions.copies import archive, gathering
    from dialogs.care.people import SYSTEM
    from dialogs.playbook import load

    playbook = load(settings.content_dir, language=settings.language)
    database, _ = await house.opened_beside(settings)
    try:
        async with database.unit_of_work() as uow:
            copy = await gathering.gather(uow, SYSTEM, await _number(uow, who), now)
    finally:
        await database.close()
    return archive.packed(copy, playbook)


async def _erased(
    settings: "Settings", who: str, now: datetime, *, at_once: bool
) -> tuple[int, datetime, bool]:
    from bot.actions import erasing
    from dialogs.care.people import SYSTEM
    from dialogs.playbook import load

    playbook = load(settings.content_dir, language=settings.language)
    database, holds = await _opened(settings)
    due_at = now if at_once else now + erasing.COOLING_OFF
    try:
        async with database.unit_of_work() as uow:
            person_id = await _number(uow, who)
            try:
                await erasing.order(uow, playbook, SYSTEM, person_id, due_at, now)
            except LookupError:
                raise NobodyThere(f"Person {person_id} has been erased already.") from None
        if at_once and holds:
            async with database.unit_of_work() as uow:
                await erasing.erase(uow, playbook, person_id, now)
            await _cards_destroyed(settings, database, now)
    finally:
        await database.close()
    return person_id, due_at, at_once and holds


async def _opened(settings: "Settings") -> tuple["Database", bool]:
    """Open the database, and say whether we hold it, because no bot is running."""
    try:
        return (await house.opened(settings))[0], True
    except DatabaseRefused:
        return (await house.opened_beside(settings))[0], False


async def _cards_destroyed(settings: "Settings", database: "Database", now: datetime) -> None:
    from bot.actions import crisis
    from bot.telegram.cards import CardFile

    cards = CardFile(settings.home / "cards", database.keys)
    async with database.unit_of_work() as uow:
        old = await crisis.old_cards(uow, now)
        for name in old.values():
            cards.destroy(name)
        await crisis.cards_done(uow, {}, (), list(old), now)


async def _number(uow: "UnitOfWork", who: str) -> int:
    """Find whom the operator means. Raises NobodyThere."""
    digits = who.removeprefix(_CHAT)
    if not digits.isascii() or not digits.isdigit():
        raise NobodyThere(f"{who} is neither a number nor chat:NUMBER.")
    found = await uow.people.by_chat(int(digits)) if who.startswith(_CHAT) else None
    if found is not None:
        return found.id
    people = {} if who.startswith(_CHAT) else await uow.people.many([int(digits)])
    if not people:
        raise NobodyThere(f"There is nobody of the number {who}.")
    return int(digits)
