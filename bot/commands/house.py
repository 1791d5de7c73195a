"""What an installation consists of: settings, a database with its key, people who are invited."""

import asyncio
import json
import os
from datetime import datetime
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dialogs.errors import DatabaseNotReady

if TYPE_CHECKING:
    from bot.actions.welcome import Invited
    from bot.settings import Settings
    from storage.unit_of_work import Database, UnitOfWork

ENV_FILE = ".env"
SQLITE = "sqlite:///"
POSTGRES = "postgresql+asyncpg://"
BOT_NAME = "bot_username"
"""Where the database keeps the name of the bot, once ``run`` has learnt it."""

NOBODY_HEARS = "Nobody would hear of a warning sign: run `handrail invite counselor` first."


class Staff(StrEnum):
    """Whom an operator can invite; everybody else is invited by people, in the chat."""

    COUNSELOR = "counselor"
    ADMIN = "admin"


class Did(StrEnum):
    """What opening a database did to it."""

    NOTHING = "nothing"
    MADE = "made"
    UPDATED = "updated"


_WORDS = {
    Did.NOTHING: "{place} is up to date.",
    Did.MADE: "Made {place}, and the key without which nothing in it can be read: {key}. "
    "Back them up, each in another place.",
    Did.UPDATED: "Brought {place} up to date.",
}

Invitee = Annotated[Staff, typer.Argument(help="What they will be.", show_default=False)]
Name = Annotated[
    str | None, typer.Option(help="Whom it is for, to tell invitations apart; kept nowhere.")
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def settings_here() -> "Settings":
    """Read the settings from the environment and the ``.env`` of this folder.

    Raises:
        SettingsWrong: Some of them cannot be used; says so of each.

    """
    from bot.settings import SettingsWrong, load

    try:
        settings = load(os.environ, Path(ENV_FILE))
    except (OSError, UnicodeDecodeError):
        raise SettingsWrong([f"{ENV_FILE} cannot be read as text."]) from None
    if not settings.database_url.startswith((SQLITE, POSTGRES)):
        raise SettingsWrong([f"HANDRAIL_DATABASE_URL must begin with {SQLITE} or {POSTGRES}."])
    if settings.database_url.startswith(POSTGRES) and find_spec("asyncpg") is None:
        raise SettingsWrong(["PostgreSQL needs one more package: pip install asyncpg."])
    return settings


def file_of(settings: "Settings") -> Path | None:
    """Return the database's file; None where it is on a server."""
    if not settings.database_url.startswith(SQLITE):
        return None
    return Path(settings.database_url.removeprefix(SQLITE))


async def opened(settings: "Settings") -> tuple["Database", Did]:
    """Open the database, made or brought up to date where that is needed.

    Raises:
        DatabaseRefused: It must not be opened; says why.

    """
    from storage.unit_of_work import Database

    file = file_of(settings)
    existed = settings.key_file.exists() if file is None else file.exists()
    url, key = settings.database_url, settings.key_file
    try:
        return await Database.open(url, key, create=False), Did.NOTHING
    except DatabaseNotReady:
        database = await Database.open(url, key, create=True)
        return database, Did.UPDATED if existed else Did.MADE


async def opened_beside(settings: "Settings") -> tuple["Database", Did]:
    """Open the database for one short change, beside a bot that may be running.

    Raises:
        DatabaseRefused: It must not be opened; says why. Where it would have to be made or brought
            up to date, no bot may be running.

    """
    from storage.unit_of_work import Database

    url, key = settings.database_url, settings.key_file
    try:
        return await Database.open(url, key, create=False, beside=True), Did.NOTHING
    except DatabaseNotReady:
        return await opened(settings)


async def somebody_hears(uow: "UnitOfWork", now: datetime) -> bool:
    """Tell whether the default ladder has a first rung: a counselor, or one who is invited."""
    from dialogs.care.people import Role

    if await uow.people.with_role(Role.COUNSELOR):
        return True
    return await uow.people.open_invitations(Role.COUNSELOR, now) > 0


def in_words(settings: "Settings", did: Did) -> str:
    """Say what opening the database did."""
    place = f"the database {file_of(settings) or 'on the server'}"
    words = _WORDS[did].format(place=place, key=settings.key_file)
    return words[:1].upper() + words[1:]


def migrate() -> None:
    """Make the database, or bring it up to date."""
    settings = settings_here()
    typer.echo(in_words(settings, asyncio.run(_migrated(settings))))


def invite(role: Invitee, *, name: Name = None, as_json: Json = False) -> None:
    """Invite a counselor or an admin. The invitation opens once.

    Clients are invited by their counselor, in the chat; sponsors and family by the client.
    """
    from bot.clock import utc_now

    settings = settings_here()
    invited, link = asyncio.run(_invited(settings, role, utc_now()))
    if as_json:
        facts = {
            "role": role.value,
            "start": invited.start,
            "link": link,
            "expires_at": f"{invited.expires_at:%Y-%m-%dT%H:%M:%SZ}",
        }
        typer.echo(json.dumps(facts))
    else:
        typer.echo(_letter(role, name, invited, link))


async def _migrated(settings: "Settings") -> Did:
    database, did = await opened(settings)
    await database.close()
    return did


async def _invited(
    settings: "Settings", role: Staff, now: datetime
) -> tuple["Invited", str | None]:
    from bot.actions import welcome
    from dialogs.care.people import SYSTEM, Role

    database, did = await opened_beside(settings)
    if did is not Did.NOTHING:
        typer.echo(in_words(settings, did), err=True)
    try:
        async with database.unit_of_work() as uow:
            bot_name = await uow.meta.get(BOT_NAME)
            invited = await welcome.invite(uow, SYSTEM, Role(role.value), now)
    finally:
        await database.close()
    return invited, f"https://t.me/{bot_name}?start={invited.start}" if bot_name else None


def _letter(role: Staff, name: str | None, invited: "Invited", link: str | None) -> str:
    whom = {Staff.COUNSELOR: "a counselor", Staff.ADMIN: "an admin"}[role]
    lines = [
        f"An invitation for {f'{name}, as ' if name else ''}{whom}. It opens once, until "
        f"{invited.expires_at:%Y-%m-%d %H:%M} UTC. Give it to nobody else.",
        "",
    ]
    if link:
        lines += ["They open this link:", "", f"    {link}", "", "or write to your bot:"]
    else:
        lines += ["They write this to your bot:"]
    lines += ["", f"    /start {invited.start}", ""]
    lines.append("The bot answers while `handrail run` is running.")
    if not link:
        lines.append("Once it has run, invitations come with a link.")
    return "\n".join(lines)
